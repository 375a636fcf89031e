"""Appointments that are told to be booked, or put down to be confirmed: "your session is booked for 6".

An hour that "is booked" is gone; the client's own appointment that is booked stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.appointment_words import HEDGES, MEALS, OTHER
from align.reading.cues import SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_APPOINTMENTS: Final = frozenset(
    "appointment appt session lesson booking visit reservation treatment sitting shoot consult "
    "consultation massage facial haircut trim trial".split()
)
_COPULAS: Final = frozenset("is 's are been has have".split())
_ADVERBS: Final = frozenset("now all already just officially successfully also both".split())
_BOOKED: Final = frozenset("booked confirmed scheduled reserved".split())
_FULL: Final = frozenset("out up solid by somewhere elsewhere".split())
_WITH_US: Final = frozenset("with me us".split())
_LONGEST: Final = 8


def is_booked_for_client(u: Utterance, at: int) -> bool:
    """True for the "booked" of "your session is booked (for 6)", "the appointment has been booked"."""
    words = u.reading.words
    noun = at - 1
    while noun > 0 and (words[noun] in _COPULAS or words[noun] in _ADVERBS):
        noun -= 1
    if noun < 0 or (noun == at - 1 and not words[noun].endswith("'s")):
        return False
    return is_appointment(u, noun) and "my" not in words[max(0, noun - 2) : noun]


def is_told_booked(u: Utterance, first: int, last: int, end: int) -> bool:
    """True for the time of "your appointment at 6 today is booked": what is booked is the client's."""
    words, taken = u.reading.words, u.taken
    at = last
    named = at < end and is_appointment(u, at)  # "your 6 o'clock session is booked"
    at += named
    while at < end and taken[at]:
        at += 1
    if words[at : at + 1] not in (["is"], ["'s"], ["has"]):
        return False
    at += 1
    while at < end and (words[at] in _ADVERBS or words[at] == "been"):
        at += 1
    if at >= end or words[at] not in _BOOKED or not _FULL.isdisjoint(words[at + 1 : at + 2]):
        return False
    if named:
        return words[first - 1 : first] == ["your"] and first > 0
    noun = first - 1
    while noun > first - _LONGEST and (taken[noun] or words[noun] in HEDGES or words[noun] in _WITH_US):
        noun -= 1
    return noun > 0 and is_appointment(u, noun) and "your" in words[max(0, noun - 2) : noun]


def is_put_down(u: Utterance, first: int, begin: int) -> bool:
    """True behind the colon of "let's confirm the following: 7 pm", "tell me if I got it wrong: today at 9"."""
    words = u.reading.words
    at = first - 1
    while at > begin and (u.taken[at] or (words[at] in HEDGES and words[at] != ":")):
        at -= 1
    if at <= begin or words[at] != ":":
        return False
    said = words[max(begin, at - _LONGEST) : at]
    return not _CHECKED.isdisjoint(said) and _ELSE.isdisjoint(said)


def is_choice(u: Utterance, first: int, begin: int) -> bool:
    """True for the times of "reply 1 for 10 am, 2 for 5 pm": what the client may choose."""
    words = u.reading.words
    if first < begin + _CHOICE or words[first - 1] != "for" or len(words[first - 2]) != 1:
        return False
    return words[first - 2].isalnum() and not _REPLYING.isdisjoint(words[begin : first - 2])


_CHOICE: Final = 3
_REPLYING: Final = frozenset("reply text press send type answer".split())
_TELLING: Final = frozenset("know check text message".split())
_ELSE: Final = (OTHER | MEALS) - _TELLING
_CHECKED: Final = frozenset(
    "following confirm confirming confirmed wrong incorrect right correct correctly details summary recap"
    " option options pick choose select".split()
)


def is_appointment(u: Utterance, at: int) -> bool:
    """Tell whether a word names an appointment, or the work it is for."""
    if u.reading.words[at].removesuffix("'s") in _APPOINTMENTS:
        return True
    return bool(u.reading.marks[at] & SERVICE_WORD)
