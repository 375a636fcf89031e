"""Lengths that are parts of one appointment: "forty minutes of flow and then twenty of rest, so the full hour"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.reading.cues import CALENDAR, CLOCK, NEGATION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.utterance import Utterance

_REACH: Final = 24
_HOUR: Final = 60
_HOURS: Final = frozenset("hour hours hr hrs".split())
_SUMMED_UP: Final = frozenset("so that's thats making makes make total altogether all = fill fills".split())
_SUM_REACH: Final = 5
_APART: Final = frozenset(
    "slots visits appointments sessions lessons bookings sittings another separate separately split twice".split()
)
"""Parts that are appointments of their own: "20 minutes in one go and 40 in another"."""
_LEAST: Final = 5
"""Minutes; smaller numbers count something else."""


def makes_up_whole(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True for both lengths of "forty minutes of flow, then twenty of rest, so the full hour".

    The numbers of the sentence must add up to the length that it sums them up to. Parts
    with a day or a time of their own are appointments of their own.
    """
    begin, end = u.reading.sentence(first)
    begin, end = max(begin, first - _REACH), min(end, last + _REACH)
    words, marks = u.reading.words, u.reading.marks
    if not _APART.isdisjoint(words[begin:end]):
        return False
    for at, whole in wholes_named(u, last, end):
        if _SUMMED_UP.isdisjoint(words[max(begin, at - _SUM_REACH) : at]):
            continue
        if any(mark & (CALENDAR | CLOCK | NEGATION) for mark in marks[begin:at]):
            return False
        others = starting_in(u.numbers, begin, at)
        parts = [float(n.value) for n in others if n.value >= _LEAST and not first <= n.first < last]
        if parts and minutes + sum(parts) == whole:
            return True
    return False


def wholes_named(u: Utterance, begin: int, end: int) -> Iterator[tuple[int, float]]:
    """Yield where on the words `[begin, end)` a length may be named, and its minutes: "the hour", "ninety", "two hours"."""
    words = u.reading.words
    counts = starting_in(u.numbers, begin, end)
    for number in counts:
        in_hours = number.last < end and words[number.last] in _HOURS
        yield number.first, float(number.value) * (_HOUR if in_hours else 1)
    counted = {number.last for number in counts}
    for at in range(begin, end):
        if words[at] == "hour" and at not in counted:
            yield at, _HOUR
