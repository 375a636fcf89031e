"""Numbers that read like a clock and measure: a race run in 1:52, "we'd be looking at 3 and a half"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.times.said_of_times import said_of
from align.reading.cues import CALENDAR, CLOCK, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 12
_NEAR: Final = 8
_RACES: Final = frozenset(
    "half marathon 10k 5k race races triathlon tri parkrun mile lap ironman pb pr ultra regatta k".split()
)
_RAN: Final = frozenset("did ran rode swam finished clocked raced rowed managed got".split())
_WHO: Final = frozenset("you she he they".split())
_FOR: Final = frozenset("for in over".split())
_LEAD: Final = 3
_TOLD: Final = frozenset("is was at with in on and but that aged".split())
_BOOKED: Final = frozenset("slot slots spot gap hour hours booking session".split())
"""Between who "got" something and a time: an appointment, and no race."""


def is_measured(u: Utterance, first: int, last: int, sentence: tuple[int, int]) -> bool:
    """True for a race's time, for the length that a job comes to, and for when a thing stands ready."""
    words = u.reading.words
    before = words[first - 1] if first else ""
    behind = words[last] if last < len(words) else ""
    if behind in ("is", "'s") and before in _BETWEEN and _is_of_hours(u, first, last, sentence[0]):
        return True
    if behind == "and" and before == "at" and first > 1 and words[first - 2] == "looking":
        return words[last + 1 : last + 3] == ["a", "half"]
    if before == "from" and _is_made_ready(u, max(sentence[0], first - 2 * _NEAR), first):
        return True
    return ":" in "".join(words[first:last]) and _is_of_race(u, first, last, sentence)


def _is_of_race(u: Utterance, first: int, last: int, sentence: tuple[int, int]) -> bool:
    """True for "you did the half in Leeds, 1:52 with that knee", "1:52 for a half is huge"."""
    words, marks = u.reading.words, u.reading.marks
    begin, end = sentence
    if _RACES.isdisjoint(words[max(begin, first - _REACH) : last + 1 + _LEAD]):
        return False
    if words[end - 1 : end] == ["?"] or any(mark & CALENDAR for mark in marks[last:end]):
        return False
    if said_of(u, last, end) > 0:
        return False
    if words[last : last + 1] and words[last] in _FOR and _names_race(words, last + 1, end):
        return True
    before = range(max(begin, first - _REACH), first)
    ran = next((i for i in before if words[i] in _RAN and i > 0 and words[i - 1] in _WHO), None)
    if ran is None or words[first - 1] not in (",", "in", "—") or not _BOOKED.isdisjoint(words[ran:first]):
        return False
    return not _RACES.isdisjoint(words[ran:first])


def _names_race(words: list[str], at: int, end: int) -> bool:
    """True for the "a half" of "1:52 for a half is huge"; "for the race prep" is what we do."""
    race = next((i for i in range(at, min(at + _LEAD, end)) if words[i] in _RACES), None)
    if race is None:
        return False
    while race + 1 < end and words[race + 1] in _RACES:
        race += 1
    following = words[race + 1] if race + 1 < end else "."
    return not following.isalpha() or following in _TOLD


def _is_made_ready(u: Utterance, begin: int, first: int) -> bool:
    """True for "have the table by the window free from 5": a thing that stands ready, not a time that is kept free.

    Whoever is told to have it so is the client; "I'll have a table free from 5" offers it.
    """
    words = u.reading.words
    if words[first - 2] not in ("free", "clear", "empty", "ready"):
        return False
    having = next((i for i in range(begin, first - 2) if words[i] in _MADE_SO), None)
    if having is None or not (having == begin or words[having - 1] in _TOLD_TO):
        return False
    if any(mark & SELF for mark in u.reading.marks[begin:having]):
        return False
    between = range(having + 1, first - 2)
    if any(u.reading.marks[i] & (CALENDAR | CLOCK) for i in between):
        return False
    return words[having + 1] in ("the", "your", "that", "a") and not _STANDING.isdisjoint(
        words[i] for i in between
    )


_TOLD_TO: Final = frozenset("please just , . ! ; : — and then also to you kindly so".split())
"""Before what the client is told to do: "please have the table free from 1"."""
_MADE_SO: Final = frozenset("have keep leave get make".split())
_STANDING: Final = frozenset(
    "chair table oven hob stove fridge freezer counter worktop kitchen sink driveway drive garage floor sofa bed "
    "desk socket plug outlet tap hose bath bathroom corner space room hall patio garden shelf door gate".split()
)


def _is_of_hours(u: Utterance, first: int, last: int, begin: int) -> bool:
    """True for "two hours is my least, three is better": the hours of the clause before, which is about lengths."""
    words = u.reading.words
    if last - first != 1 or words[last + 1 : last + 2] not in _VERDICTS:
        return False
    lengths = claims_between(u.durations, max(begin, first - _REACH), first)
    return any(words[d.last - 1] == "hours" and words[d.last : d.last + 1] in _COPULAS for d in lengths)


_VERDICTS: Final = [[word] for word in "better plenty enough ideal nicer safer".split()]
_BETWEEN: Final = frozenset(", and but ; —".split())
_COPULAS: Final = [["is"], ["'s"], ["are"]]
