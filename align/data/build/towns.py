"""How small a town the gazetteer keeps, and which towns count as part of a larger city.

A suburb is often a populated place of its own in GeoNames (Bondi, Fitzroy, Rathmines),
while a reader takes it for a part of its city. What the gazetteer calls a district lies
close to a much larger city of the same division; a town of some size stays a city,
however close (Cambridge beside Boston, Salford beside Manchester).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

_SMALLEST: Final = {"IE": 1_000, "AU": 2_000, "NZ": 2_000} | dict.fromkeys(
    "US CA GB ZA FR DE ES IT NL BE AT CH PT SE NO DK FI GR IS LU MT".split(), 5_000
)
_PARENT: Final = 150_000
_TIMES: Final = 5
_STANDS_ALONE: Final = 100_000
_REACH_KM: Final = 8.5
# Where a city has no boundary that its people know, its suburbs reach further out.
_COUNTRY_REACH_KM: Final = {"AU": 22.0, "NZ": 14.0}
_CITY_REACH_KM: Final = {("GB", "London"): 17.0}
_CITY_STATES: Final = frozenset((("DE", "16"), ("DE", "04"), ("AT", "09"), ("BE", "BRU")))


class _City(Protocol):
    @property
    def country(self) -> str: ...
    @property
    def admin1(self) -> str: ...
    @property
    def population(self) -> int: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Spot[City: _City]:
    """A town and where it lies, in degrees."""

    entry: City
    latitude: float
    longitude: float
