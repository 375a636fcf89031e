"""Lengths that a session or a service is said to have: "headshots are half an hour", "the first one's 30 minutes"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.reading.cues import BREAK, CALENDAR, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


_CLAUSE: Final = 6
_NAMING: Final = frozenset("is 's are : - —".split())
LASTING: Final = frozenset("takes take lasts last runs run".split())
"""Verbs whose subject is what is so long."""
_SHORT_ONES: Final = frozenset("first intro trial taster short shorter express mini".split())
AS_A_RULE: Final = frozenset("will would should all usually normally typically always".split())
"""What may stand before a verb of lasting."""


def is_described(u: Utterance, before: str, at: int) -> bool:
    """True for "headshots are half an hour", "beard trim: 20 min", "the next ones can be 30"."""
    if before == "be":
        return _may_be(u.reading.words, at)
    if before == "now" and at > 0:
        at -= 1  # "your session is now 45 minutes"
        before = u.reading.words[at]
    if before in LASTING:
        return is_subject(u, at - (at > 0 and u.reading.words[at - 1] in AS_A_RULE))
    if before in DESCRIBED and u.reading.words[at + 1] == "of":
        return True
    if before == "'s" and u.reading.words[at - 1] == "one" and u.reading.words[at - 2] in _SHORT_ONES:
        return at > 1  # "the first one's 30 minutes"
    if before.endswith("'s") and (before[:-2] in DESCRIBED or u.reading.marks[at] & SERVICE_WORD):
        return True
    return before in _NAMING and (is_subject(u, at) or _is_all_that_is_left(u.reading.words, at))


def _is_all_that_is_left(words: list[str], at: int) -> bool:
    """True for "the only thing left is half an hour", "what I've got is 40 minutes": what is on offer."""
    near = words[max(0, at - _CLAUSE) : at]
    if _SOLE.isdisjoint(near) or not near:
        return False
    if not _FREE.isdisjoint(near):
        return words[at - 1] != "of" and not any(near[i : i + 2] == ["left", "of"] for i in range(len(near)))
    return any(near[i : i + 2] in _I_HAVE or near[i] in ("i've", "we've") for i in range(len(near))) and (
        _USED.isdisjoint(near)
    )


_SOLE: Final = frozenset("all only what what's gap that's best slot".split())
_FREE: Final = frozenset("left free open available remaining going".split())
_I_HAVE: Final = [["i", "have"], ["we", "have"], ["i", "got"]]
_USED: Final = frozenset("done had did been eaten".split())


def is_subject(u: Utterance, at: int) -> bool:
    """True for "a bath and brush is an hour": the subject is a service or a session, not "my usual" one."""
    words, marks = u.reading.words, u.reading.marks
    at -= words[at - 1 : at] == ["itself"]
    at = _before_day(u, at)
    near = words[max(0, at - 4) : at]
    if at and words[at - 1] in ("only", "alone"):
        return ROUTES.isdisjoint(near) and _WAITS.isdisjoint(near)
    if at and (words[at - 1] in _WHOSE or (words[at - 1].endswith("'s") and words[at - 1] not in _SHORTENED)):
        return True  # "his is an hour", "your son's is forty minutes"
    if not _FASTEST.isdisjoint(near):
        return ROUTES.isdisjoint(near)
    if not _USUAL.isdisjoint(near) or ("my" in near and any(word.endswith("'s") for word in near)):
        return False
    for place in range(at - 1, max(-1, at - 6), -1):
        if marks[place] & BREAK:
            return False
        if words[place] in DESCRIBED or marks[place] & SERVICE_WORD:
            if _is_others(words, place):
                return False
            # "a lash lift with me is …", not "the lift in my building is …"
            if words[place + 1 : place + 4] == ["on", "its", "own"]:
                return place + 4 == at
            return place == at - 1 or words[place + 1] in _WHICH
    return False


_WHICH: Final = frozenset("with for here one two three i'm i've i you're you we've that".split())


def _before_day(u: Utterance, at: int) -> int:
    """Return the end of what comes before a day: of "your session" in "your session on Friday will last an hour"."""
    words, marks = u.reading.words, u.reading.marks
    while at > 1 and marks[at - 1] & CALENDAR:
        at -= 1 + (words[at - 2] in ("on", "this", "next"))
    return at


def _is_others(words: list[str], noun: int) -> bool:
    """True for "your meeting", "your dentist appointment", "the appointment with Dr Ray"."""
    if words[noun] == "meeting" and words[noun - 1] == "your":
        return True
    return words[noun - 1] in _ELSEWHERE or words[noun + 1 : noun + 3] in _WITH_OTHERS


_ELSEWHERE: Final = frozenset("dentist doctor doctor's dentist's vet gp hospital bank".split())
_WITH_OTHERS: Final = [["with", who] for who in ("dr", "doctor", "mr", "mrs", "ms", "him", "her", "them")]
_WAITS: Final = frozenset("wait setup queue traffic parking journey commute it that this".split())
_FASTEST: Final = frozenset("fastest quickest".split())
ROUTES: Final = frozenset("way route ever time train bus drive walk road".split())
_WHOSE: Final = frozenset("yours his hers theirs".split())
_SHORTENED: Final = frozenset(
    "it's that's there's he's she's who's what's here's let's where's how's".split()
)
_USUAL: Final = frozenset("normal usual standard regular typical average".split())
DESCRIBED: Final = SESSION_NOUNS - {
    "job",
    "one",
    "ones",
    "date",
    "set",
    "sets",
    "catch",
    "supper",
    "reading",
    "package",
}


def _may_be(words: list[str], at: int) -> bool:
    """True for "the sessions after that can be 30 minutes"."""
    return words[at - 1] in ("can", "could", "would", "'d") and not DESCRIBED.isdisjoint(
        words[max(0, at - 8) : at - 1]
    )
