"""The client's time, told back and granted: "you asked about 3, yes!", "you said 3 and 3 it is"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.times.appointment_words import HEDGES, OBJECTS, START
from align.claims.times.pointed_back import behind_days
from align.claims.times.said_of_times import CONTRASTS
from align.reading.cues import BREAK, NEGATION, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 9
_VERDICT: Final = 3
_FAR: Final = 12


def is_granted(u: Utterance, first: int, last: int) -> bool:
    """True where the time that "you asked for" is answered with yes right behind it."""
    words, marks = u.reading.words, u.reading.marks
    if u.speaker is not Speaker.PROFESSIONAL or _TELLING.isdisjoint(words[max(0, first - _NEAR) : first]):
        return False
    begin, _ = u.reading.sentence(first)
    if not _is_told_back(words[max(begin, first - _NEAR) : first]):
        return False
    at = behind_days(u, last)
    for _ in range(_VERDICT):
        if at >= len(words) or marks[at] & NEGATION or marks[at] & BREAK or words[at] == "and":
            break
        at += 1  # "you asked if 3 works: it does"
    if at >= len(words) or not (marks[at] & BREAK or words[at] == "and"):
        return False
    at += 1
    at += words[at : at + 1] in _OPENERS
    if words[at : at + 1] not in _YES and words[at : at + 2] not in _GRANTING:
        return False
    for i in range(at, min(len(words), at + _FAR)):
        if marks[i] & SENTENCE_END:
            return True
        if words[i] in CONTRASTS or words[i] in _GONE or (marks[i] & NEGATION and i > at + 1):
            return False
    return True


def _is_told_back(before: list[str]) -> bool:
    """True for "you asked if I could do", not for "you asked if the pool opens at", "you said 4 but"."""
    for i in range(len(before) - 1):
        if before[i] in _YOU and not _TELLING.isdisjoint(before[i + 1 : i + 3]):
            said = before[i + 2 :]
            return all(word in _OF_APPOINTMENT for word in said) and CONTRASTS.isdisjoint(said)
    return False


_YOU: Final = frozenset(("you", "u", "ya"))
_TELLING: Final = frozenset(
    "asked asking wanted wondered wondering said mentioned suggested requested".split()
)
_OF_APPOINTMENT: Final = (
    START
    | HEDGES
    | OBJECTS
    | _TELLING
    | frozenset(
        "if whether i we could can would do have had has get got see start something anything today tonight "
        "this"
        " afternoon evening morning tomorrow i'd make is was be being to in me your appointment there's any "
        "chance".split()
    )
)
"""What may stand between the telling and the time: no other thing has that hour."""
_OPENERS: Final = [["and"], ["so"], ["well"], ["oh"]]
_YES: Final = [
    [word] for word in "yes yep yeah yup sure perfect ok okay fine grand lovely great done works".split()
]
_GRANTING: Final = [
    ["it", "does"],
    ["it", "works"],
    ["i", "can"],
    ["we", "can"],
    ["i", "do"],
    ["we", "do"],
    ["that", "works"],
    ["that", "suits"],
    ["that's", "fine"],
    ["that's", "perfect"],
    ["that's", "grand"],
    ["no", "problem"],
    ["no", "bother"],
]
_GONE: Final = frozenset("gone taken booked full sorry afraid unfortunately".split())
