"""What size an amount has beside the rate card: of a price, far below one, or neither."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from align.claims.known import Known

_ROUND_MINUTES: Final = frozenset((15, 30, 45, 60, 90, 120))
_WITHOUT_CARD: Final = 20
_HOURLIKE: Final = 12


class Scale(NamedTuple):
    """The smallest and the largest amount of a card; both None without one."""

    smallest: float | None
    largest: float | None


@lru_cache(maxsize=512)
def scale_of(amounts: frozenset[str]) -> Scale:
    """Return the scale of a card's amounts."""
    if not amounts:
        return Scale(None, None)
    values = [float(a) for a in amounts]
    return Scale(min(values), max(values))


def is_plausible(known: Known, value: float) -> bool:
    """True for a number of a price's size."""
    smallest, largest = scale_of(known.amounts)
    if smallest is None or largest is None:
        return value >= _WITHOUT_CARD
    return 0.2 * smallest <= value <= 6 * largest and value > 4


def is_telling(known: Known, value: float) -> bool:
    """True for a number that is of a price's size and no usual duration."""
    return not is_length(known, value) and is_plausible(known, value)


def is_length(known: Known, value: float) -> bool:
    """True for a usual length, or one of the card, that is no amount of it."""
    return (is_usual_length(value) or value in known.session_minutes) and not is_listed(known, value)


def is_usual_length(value: float) -> bool:
    """True for a number that lengths mostly have."""
    return value in _ROUND_MINUTES


def is_listed(known: Known, value: float) -> bool:
    """True for an amount of the card that no hour of the day looks like."""
    return value > _HOURLIKE and f"{value:g}" in known.amounts


def is_clocklike(value: float) -> bool:
    """True for a number that can be read as a time of day: 7, 930."""
    return value <= _CLOCK or (value < _CLOCK * 100 and value % 100 < _MINUTES)


def is_quarter(known: Known, value: float) -> bool:
    """True for 230 and 1145, and for 1400 beside small amounts: hours of the day as well as sums."""
    if not is_clocklike(value) or value > _LAST_HOUR:
        return False
    minutes = value % 100
    if minutes:
        return minutes % 15 == 0
    smallest = scale_of(known.amounts).smallest
    return value >= _FOUR_DIGITS and (smallest is None or smallest < _LARGE)


_LAST_HOUR: Final = 2_359
_FOUR_DIGITS: Final = 1_000
_LARGE: Final = 500
"""The least amount of a card whose sums have four digits, so that 1400 is one."""


def is_hour(known: Known, value: float) -> bool:
    """True for 630 beside a card that ends far below: an hour with its minutes, rather than a price."""
    largest = scale_of(known.amounts).largest
    above = largest is not None and value > _FAR * largest
    return above and value > _FIRST_HOUR and is_clocklike(value) and value % 5 == 0 and value % 100 != 0


_FAR: Final = 1.5
_FIRST_HOUR: Final = 100
_CLOCK: Final = 24
_MINUTES: Final = 60


def is_small(known: Known, value: float, share: float = 0.5) -> bool:
    """True for an amount below `share` of the card's smallest."""
    smallest = scale_of(known.amounts).smallest
    return smallest is not None and value < share * smallest


def is_off_scale(known: Known, value: float) -> bool:
    """True for an amount that no appointment of the card's kind could cost."""
    smallest, largest = scale_of(known.amounts)
    if smallest is None or largest is None:
        return False
    times = _LARGEST_TIMES if smallest < largest else _LARGEST_TIMES_OF_ONE
    return value < _SMALLEST_SHARE * smallest or value > times * largest


def is_beyond(known: Known, value: float) -> bool:
    """True for an amount that no work of the card's kind could cost: "$20 million of cover"."""
    largest = scale_of(known.amounts).largest
    return largest is not None and value > _BEYOND * largest


_BEYOND: Final = 100
_SMALLEST_SHARE: Final = 0.5
_LARGEST_TIMES: Final = 4
_LARGEST_TIMES_OF_ONE: Final = 12
"""A card with one entry prices whole days as well."""
