"""Lengths of what a client does alone, day by day: "twenty minutes of reading a day" is homework."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import CURRENCY, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 24


def is_homework(u: Utterance, of: int) -> bool:
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
