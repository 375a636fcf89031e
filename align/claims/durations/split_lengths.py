"""Lengths that are parts of something longer: the parts of one appointment, and what a client does daily.

"Forty minutes of flow and then twenty of rest, so the full hour" adds up to the appointment
that it names; "twenty minutes of reading a day" is homework.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.reading.cues import CALENDAR, CLOCK, CURRENCY, NEGATION, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 24
_WHOLES: Final = {"hour": 60, "sixty": 60, "60": 60, "ninety": 90, "90": 90}
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
    for at in range(last, end):
        whole = _WHOLES.get(words[at])
        if whole is None or _SUMMED_UP.isdisjoint(words[max(begin, at - _SUM_REACH) : at]):
            continue
        if any(mark & (CALENDAR | CLOCK | NEGATION) for mark in marks[begin:at]):
            return False
        others = starting_in(u.numbers, begin, at)
        parts = [float(n.value) for n in others if n.value >= _LEAST and not first <= n.first < last]
        if parts and minutes + sum(parts) == whole:
            return True
    return False


def is_habit(u: Utterance, of: int) -> bool:
    """True for the "of reading a day" behind a length (its "of" at `of`): what the client does alone.

    What one of us would do, or does with the client, is an appointment however often.
    """
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(of)
    if not any(words[i : i + 2] in _EVERY for i in range(of + 2, min(end, of + _NEAR))):
        return False
    before = range(max(begin, of - _REACH), of)
    behind = words[of : min(end, of + _REACH)]
    if not _OFFERING.isdisjoint(words[i] for i in before) or not _OFFERED.isdisjoint(behind):
        return False
    if any(
        words[i : i + 2] in _WE_DO or words[i] in _WE for i in (*before, *range(of, min(end, of + _REACH)))
    ):
        return False
    if any(
        words[i] == "at" and words[i + 1 : i + 2] and words[i + 1][0].isdigit()
        for i in range(of, min(end, of + _REACH))
    ):
        return False  # "30 minutes of pads every morning at 7"
    if any(mark & CURRENCY for mark in marks[of : min(end, of + _REACH)]):
        return False
    return _WITH_US.isdisjoint(behind) and not any(
        (marks[i] & SELF and words[i] not in ("my", "we", "our")) or words[i] in _COMING for i in before
    )


_NEAR: Final = 7
_EVERY: Final = [
    [often, span]
    for often in ("a", "every", "each", "per", "most")
    for span in ("day", "night", "evening", "morning", "evenings", "mornings", "days", "nights")
]
_OFFERING: Final = frozenset(
    "offer offering happy glad sure yes yep yeah can could get gets about free available have".split()
)
_WE: Final = frozenset("we'd we'll we're".split())
_WE_DO: Final = (["we", "do"], ["we", "would"], ["we", "train"], ["we", "work"], ["we", "meet"])
_OFFERED: Final = frozenset("available free works book open slot slots".split())
_COMING: Final = frozenset("come pop swing drop book join call let's lets let".split())
_WITH_US: Final = frozenset("me us mine here studio together".split())
