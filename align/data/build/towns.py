"""How small a town the gazetteer keeps, and which towns count as part of a larger city.

A suburb is often a populated place of its own in GeoNames (Bondi, Fitzroy, Rathmines),
while a reader takes it for a part of its city. What the gazetteer calls a district lies
close to a much larger city of the same division; a town of some size stays a city,
however close (Cambridge beside Boston, Salford beside Manchester).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Final

_SMALLEST: Final = dict.fromkeys(
    "US CA GB ZA FR DE ES IT NL BE AT CH PT SE NO DK FI GR IS LU MT".split(), 5_000
) | {"IE": 1_000, "AU": 2_000, "NZ": 2_000}
_ENGLISH: Final = frozenset("US CA GB IE AU NZ ZA".split())
_ELSEWHERE: Final = 15_000
_PARENT: Final = 150_000
_TIMES: Final = 5
_STANDS_ALONE: Final = 100_000
_REACH_KM: Final = 8.5
# Where a city has no bounds that its people know, its suburbs reach further out.
_COUNTRY_REACH_KM: Final = {"AU": 22.0, "NZ": 14.0, "IE": 16.0}
_CITY_REACH_KM: Final = {("GB", "London"): 17.0}
_CITY_STATES: Final = frozenset((("DE", "16"), ("DE", "04"), ("AT", "09"), ("BE", "BRU")))
_CITY_STATE_REACH_KM: Final = 30.0
_EARTH_KM: Final = 6371.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as the file holds it."""

    kind: str
    country: str
    admin1: str
    population: int
    name: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a town lies, in degrees."""

    latitude: float
    longitude: float

    def distance_km(self, other: "Spot") -> float:
        """Return the way to another spot as the crow flies (haversine)."""
        north, other_north = radians(self.latitude), radians(other.latitude)
        chord = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * (
            sin(radians(other.longitude - self.longitude) / 2) ** 2
        )
        return 2 * _EARTH_KM * asin(min(1.0, sqrt(chord)))


def is_kept(country: str, population: int, *, is_word: bool) -> bool:
    """Say whether a town is worth its line: one that messages in English may name.

    `is_word` says that its name is an English word, which a small town abroad never means.
    """
    if is_word and country not in _ENGLISH:
        return population >= _ELSEWHERE
    return population >= _SMALLEST.get(country, _ELSEWHERE)


def parents_of(spots: Mapping[Entry, Spot]) -> dict[Entry, Entry]:
    """Return the towns that count as part of a larger city, each with that city."""
    large: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in spots:
        if entry.population >= _PARENT:
            large[entry.country, entry.admin1].append(entry)
    found: dict[Entry, Entry] = {}
    for entry in spots:
        parent = _parent_of(entry, large[entry.country, entry.admin1], spots)
        if parent is not None:
            found[entry] = parent
    return found


def _parent_of(entry: Entry, large: Iterable[Entry], spots: Mapping[Entry, Spot]) -> Entry | None:
    near = [
        city
        for city in large
        if city.population >= _TIMES * entry.population
        and (entry.population < _STANDS_ALONE or _has_boroughs(city))
        and spots[entry].distance_km(spots[city]) <= _reach_km(city)
    ]
    return max(near, key=lambda city: city.population, default=None)


def _reach_km(city: Entry) -> float:
    if (city.country, city.admin1) in _CITY_STATES:
        return _CITY_STATE_REACH_KM
    reach = _COUNTRY_REACH_KM.get(city.country, _REACH_KM)
    return _CITY_REACH_KM.get((city.country, city.name), reach)


def _has_boroughs(city: Entry) -> bool:
    """Say whether the city's parts are large towns themselves."""
    return (city.country, city.admin1) in _CITY_STATES or (city.country, city.name) in _CITY_REACH_KM
