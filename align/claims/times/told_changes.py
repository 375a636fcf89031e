"""What became of the client's own appointment: "your 6 o'clock has been cancelled", "your 2 pm was moved to 5"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.appointment_words import HEDGES
from align.claims.times.told_bookings import is_appointment
from align.reading.cues import NEGATION, NUMERIC

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_COPULAS: Final = frozenset(
    "is 's was has have had been being got now just already sadly unfortunately".split()
)
_CANCELLED: Final = frozenset("cancelled canceled".split())
_CANCELLING: Final = _CANCELLED | frozenset("cancel cancelling canceling".split())
_MOVED: Final = frozenset(
    "moved rescheduled changed pushed bumped shifted switched brought swapped postponed".split()
)
_MOVED_OR_NOW: Final = _MOVED | {"now"}
_WAYS: Final = frozenset("back forward up out over to for at until till from".split())
_FORMER: Final = frozenset("old original previous former".split())
_NO_MORE: Final = _CANCELLING | _FORMER | {"from", "(", "were"}
"""One of these stands in the sentence of every time that no longer holds."""
_TIMES: Final = frozenset("time slot start".split())
_PAST: Final = frozenset("was previously originally formerly".split())
_DOWN: Final = frozenset("booked scheduled down pencilled penciled".split())
_OFFERED: Final = frozenset("want wanna fancy interested free open grab who first anyone".split())
_LONGEST: Final = 9


def is_no_more(u: Utterance, first: int, last: int, begin: int, end: int) -> bool:
    """True for the time of an appointment of the client's that is called off, or was before it was moved."""
    said = u.reading.words[begin:end]
    if _NO_MORE.isdisjoint(said):
        return False
    if not _CANCELLING.isdisjoint(said) and _is_cancelled(u, first, last, begin, end):
        return True
    return _is_former(u, first, begin)


def _is_cancelled(u: Utterance, first: int, last: int, begin: int, end: int) -> bool:
    words, marks = u.reading.words, u.reading.marks
    at = last
    while at < end and (u.taken[at] or is_appointment(u, at) or words[at] in ("with", "me", "at")):
        at += 1
    behind = at
    while at < end and words[at] in _COPULAS:
        at += 1
    if at > behind and at < end and words[at] in _CANCELLED:
        return _is_theirs(u, first, begin)
    at = _before_theirs(u, first, begin)
    if at > begin and words[at] == "your" and words[at - 1] in _CANCELLING:
        return not any(mark & NEGATION for mark in marks[max(begin, at - 4) : at])
    labelled = words[begin] in _CANCELLED and words[begin + 1 : begin + 2] == [":"]
    return labelled and _OFFERED.isdisjoint(words[last:end])


def _is_former(u: Utterance, first: int, begin: int) -> bool:
    """True for "(was 6 pm)", "original time: 6 pm", "you were booked for 6"."""
    words = u.reading.words
    at = first - 1
    if words[at : at + 1] == ["from"] and is_moved_for_client(u, first, begin):
        return True
    while at > begin and words[at] != "(" and (u.taken[at] or words[at] in HEDGES or words[at] in _PAST):
        at -= 1
    if words[at] == "(":
        return words[at + 1] in _PAST
    noun = at
    while noun > begin and (words[noun] in _TIMES or is_appointment(u, noun)):
        noun -= 1
    if words[noun] in _FORMER:
        return noun < at or words[at + 1] == ":"
    return words[at] in _DOWN and not _WERE.isdisjoint(words[max(begin, at - 2) : at])


_WERE: Final = frozenset(("were",))


def is_moved_for_client(u: Utterance, first: int, begin: int) -> bool:
    """True for the new time of "your 2 pm has been moved to 5", "your appointment is now at 5"."""
    words = u.reading.words
    if _MOVED_OR_NOW.isdisjoint(words[begin:first]):
        return False
    at = first - 1
    while at > begin and (u.taken[at] or words[at] in _WAYS or words[at] in HEDGES):
        at -= 1
    moved = words[at] in _MOVED
    if not (moved or (words[at + 1 : at + 2] == ["now"] and words[at] in _COPULAS)):
        return False
    at -= moved
    linked = at
    while at > begin and words[at] in _COPULAS:
        at -= 1
    return at < linked + (not moved) and _is_theirs(u, at + 1, begin)


def _before_theirs(u: Utterance, at: int, begin: int) -> int:
    """Return where the words of an appointment end that reach to word `at`: at the "your" of "your session at 6"."""
    words, marks = u.reading.words, u.reading.marks
    stop = max(begin, at - _LONGEST)
    at -= 1
    while at > stop and (
        u.taken[at]
        or marks[at] & NUMERIC
        or words[at] in HEDGES
        or words[at] in _SMALL
        or is_appointment(u, at)
    ):
        at -= 1
    return at


_SMALL: Final = frozenset("am pm o'clock with me us noon half quarter past to".split())


def _is_theirs(u: Utterance, at: int, begin: int) -> bool:
    return u.reading.words[_before_theirs(u, at, begin)] == "your"
