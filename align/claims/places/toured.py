"""Towns done on tour, each with its day: "Doing Dallas Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.reading.cues import CALENDAR, CLOCK

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

TOURING: Final = frozenset(
    "do doing visit visiting tour touring hit hitting play playing reach reaching".split()
)
"""What is done to towns on tour, and to people too."""
_OF_PERSONS: Final = frozenset("at he he's she she's her him his hers".split())
_WHEN: Final = (["the"], ["from"], ["open"], ["on"])
_TILL: Final = frozenset("on till til until from this next".split())


def is_dated(u: Utterance, end: int) -> bool:
    """True when a date, or what leads to one, stands right behind a name."""
    words, marks = u.reading.words, u.reading.marks
    if words[end : end + 1] == ["is"] and words[end + 1 : end + 2] in _WHEN:
        end += 2  # "Denver is the weekend after"
        if claims_between(u.days, end - 1, end + 1):
            return True  # "Denver is the 16th"
    return end < len(words) and (bool(marks[end] & CALENDAR) or words[end] in _TILL)


def is_toured(u: Utterance, end: int) -> bool:
    """True behind "Doing Dallas" where a day follows; not before "on Friday at 3, she's a sweetheart"."""
    words, marks = u.reading.words, u.reading.marks
    if not is_dated(u, end):
        return False
    behind = range(end, u.reading.sentence(end - 1)[1])
    return not any(marks[i] & CLOCK or words[i] in _OF_PERSONS for i in behind)
