"""Tell what ties an amount to a length, and how large or how vague it is beside the card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.claims.money import price_nouns as nouns
from align.claims.money.card_scale import is_small
from align.reading.cues import DURATION_UNIT

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

SMALL: Final = 0.3
TRIFLE: Final = 0.1
"""Shares of the card's smallest amount."""


def is_given_for(u: Utterance, first: int) -> bool:
    """True when a length is given for an amount right behind it: "two hours for $90"."""
    words, marks = u.reading.words, u.reading.marks
    if not first or words[first - 1] not in _GIVING:
        return False
    near = range(max(0, first - 3), first - 1)
    return any(marks[i] & DURATION_UNIT for i in near) or _has_length(u, near.start, first)


_GIVING: Final = frozenset(("for", "is", "'s", "costs", ":", "at"))


def is_tied(u: Utterance, last: int) -> bool:
    """True when a duration follows: "for the hour", "an hour"."""
    marks = u.reading.marks
    words = u.reading.words
    if last >= len(words) or words[last] not in _TYING:
        return False
    near = range(last + 1, min(len(marks), last + 5))
    if any(marks[i] & DURATION_UNIT and words[i] not in _LONG_UNITS for i in near):
        return True
    return _has_length(u, near.start, near.stop)


def _has_length(u: Utterance, begin: int, end: int) -> bool:
    """True where a length of the card stands without its unit: "the ninety"."""
    return any(d.low < _DAY for d in starting_in(u.durations, begin, end))


_DAY: Final = 1440
_LONG_UNITS: Final = frozenset("day days week weeks month months year years".split())
_TYING: Final = frozenset(("for", "per", "an", "a", "/", "the"))


def is_rough(u: Utterance, first: int) -> bool:
    """True for "around 30", not for the bid of "how about 30", "how about a $30 trim"."""
    words = u.reading.words
    bid = first - (words[first - 1 : first] in (["a"], ["an"], ["the"]))
    if words[max(0, bid - 2) : bid] in (["how", "about"], ["what", "about"]) or words[first - 1] in _OFFERED:
        return False
    return not nouns.ROUGHLY.isdisjoint(words[max(0, first - 2) : first])


_OFFERED: Final = frozenset("do take accept".split())
"""Before a sum that is ours, though it is only weighed: "could maybe do 150"."""


def is_small_sum(u: Utterance, value: Decimal | None, share: float = 0.5) -> bool:
    """True when an amount is far below every amount of the card."""
    return value is not None and is_small(u.known, float(value), share)
