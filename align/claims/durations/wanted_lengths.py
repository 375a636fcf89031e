"""Short lengths that somebody wants, has or needs, and gladly gets: "your mum only wants 30 minutes, that's fine".

The answer stands right behind the length. What one needs to settle, to get here or to park is no
appointment, and no answer that turns the length down ("… but I start at 60") gives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import FILLER
from align.reading.cues import BREAK, NEGATION, NUMERIC

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 8
_WANTING: Final = frozenset("want wants need needs fancy fancies got has have likes 'd".split())
_WHO: Final = frozenset(
    "he she they you u ya he's she's they've you've it mum mom mam dad nan gran sister brother son "
    "daughter wife husband"
    " partner friend mate girl boy lad dog pup little kid kids one".split()
)
_BARELY: Final = frozenset("so if only just really".split())
_TIMED: Final = frozenset(
    (
        "wait waiting hold late traffic parking park drive journey walk train bus away notice till until "
        "running behind"
    ).split()
)


def is_gladly_met(u: Utterance, first: int, last: int) -> bool:
    """True for a length that the client or who comes with them wants, with a yes right behind it."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    lead = first
    while lead > begin and words[lead - 1] in FILLER:
        lead -= 1
    said = words[max(begin, lead - _REACH) : lead]
    if _is_all(said):
        return is_answered_gladly(u, last)
    if words[last : last + 2] in _IS_ALL and words[last + 2 : last + 3] and words[last + 2] in _WHO:
        closes = next(
            (i for i in range(last, min(len(words), last + _REACH)) if u.reading.marks[i] & BREAK), None
        )
        return closes is not None and is_answered_gladly(u, closes)
    if not said or said[-1] not in _WANTING:
        return False
    # "only want 30? that's fine" names nobody
    somebody = not _WHO.isdisjoint(said[:-1]) or _BARELY.issuperset(said[:-1])
    return somebody and is_answered_gladly(u, last)


def _is_all(said: list[str]) -> bool:
    """True for "all you can manage between naps is", "what he has is": what the client can spare."""
    if said[-1:] not in (["is"], ["'s"]):
        return False
    head = next((i for i, word in enumerate(said) if word in ("all", "what")), None)
    return head is not None and said[head + 1] in _WHO and not _SPARING.isdisjoint(said[head + 2 :])


_SPARING: Final = _WANTING | frozenset("manage spare take afford do".split())
_IS_ALL: Final = (["is", "all"], ["'s", "all"])


def is_answered_gladly(u: Utterance, last: int) -> bool:
    """True for ", that's fine", "? no problem", "that's ok by me" right behind a length."""
    words, marks = u.reading.words, u.reading.marks
    at = last
    if at >= len(words):
        return False
    at += words[at : at + 1] in _AT_ALL
    if at < len(words) and marks[at] & BREAK and words[at] not in _TURNING:
        at += 1
    elif words[at : at + 1] not in _THAT:
        return False
    while words[at : at + 1] in _LEADING:
        at += 1
    if not _TIMED.isdisjoint(words[max(0, last - _REACH) : at + _REACH]):
        return False
    if words[at : at + 2] in _NO_TROUBLE:
        return True
    if at >= len(words) or marks[at] & NEGATION:
        return False
    if words[at] == "come" and not _OTHERWISE.isdisjoint(words[at : at + _REACH]):
        return False
    return words[at] in _GLADLY and not marks[min(at + 1, len(marks) - 1)] & NUMERIC


_OTHERWISE: Final = frozenset("instead another when rather longer".split())
_AT_ALL: Final = [["tho"], ["though"], ["max"], ["tops"]]
_TURNING: Final = frozenset("but though although".split())
_THAT: Final = [["that's"], ["that"], ["it's"]]
_LEADING: Final = [
    [word]
    for word in "that that's so it's it is and — then totally absolutely perfectly all yeah yes of".split()
]
_GLADLY: Final = frozenset(
    (
        "works work suits fine ok okay perfect sure grand great come course good cool doable lovely plenty "
        "enough happy"
    ).split()
)
_NO_TROUBLE: Final = [
    *(["no", word] for word in "problem bother worries trouble issue drama hassle".split()),
    ["can", "do"],
    ["not", "a"],
    ["i", "can"],
    ["we", "can"],
    *([who, verb] for who in ("i'll", "we'll") for verb in ("do", "make", "manage")),
]


def is_known_but(u: Utterance, first: int, last: int) -> bool:
    """True for "I know you only want 30 minutes but I start at 60": granted in words, not in fact."""
    words = u.reading.words
    if "but" not in words[last : last + _REACH]:
        return False
    begin, end = u.reading.sentence(first)
    said = words[max(begin, first - _REACH) : first]
    behind = words[last : min(end, last + _REACH)]
    if "but" not in behind or not any(said[i : i + 2] in _KNOWING for i in range(len(said))):
        return False
    answer = behind[behind.index("but") + 1 :]
    return _GLADLY.isdisjoint(answer[:3])


_KNOWING: Final = [
    [who, verb]
    for who in ("i", "we")
    for verb in ("know", "get", "understand", "realise", "realize", "appreciate", "hear")
]
