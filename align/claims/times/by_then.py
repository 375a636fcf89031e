"""The "by" of a start: "let us start by six", "by 2 is fine", "if you can get here by quarter past one".

Mostly "by" bounds what is done before ("I'm out by 6"); in West Africa it is as common as "at".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.nearby import claims_between
from align.claims.times.appointment_words import HEDGES
from align.claims.times.clock_faces import HOURS
from align.claims.times.said_of_times import said_of

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 8
_FAR: Final = 16


def starts_by_then(u: Utterance, at: int, begin: int, last: int) -> bool:
    """True when something begins by the time behind the "by" at `at`, or the time is welcomed so."""
    lead = at - 1
    while lead >= begin and (u.taken[lead] or u.reading.words[lead] in _DAYS):
        lead -= 1
    _, end = u.reading.sentence(last - 1)
    if _is_confirmed(u.reading.words, lead, begin) and _ends_there(u, last, end):
        return True
    if lead < begin or u.reading.words[lead] in _JOINTS:
        gone = u.reading.words[last : last + 2] == ["you'll", "be"]
        gone = gone and u.reading.words[last + 2 : last + 3] not in _WITH_ME
        return (said_of(u, last, end) > 0 and not gone) or _is_free_by(u, last)
    if u.reading.words[lead - 1 : lead + 1] in _SEE_YOU or _is_coming(u.reading.words, lead, begin):
        return True
    return _begins(u, lead, begin) or _is_reached_if(u, lead, begin, last, end)


def _is_confirmed(words: list[str], lead: int, begin: int) -> bool:
    """True for "Confirmed, tomorrow by 9pm", "Booked for Saturday by 6": nothing else is to be done by then."""
    lead -= lead > begin and words[lead] in (",", "for")
    return begin <= lead <= begin + _CONFIRMING and words[lead] in _CONFIRMED


def _ends_there(u: Utterance, last: int, end: int) -> bool:
    """True where nothing is done by then, as in "Confirmed, tomorrow by 9 I'll send the plan"."""
    words = u.reading.words
    while last < end and (u.taken[last] or words[last] in _DAYS):
        last += 1
    return last >= end or not words[last][0].isalpha() or words[last] in _THERE


_THERE: Final = frozenset("at in with here then see and as".split())
_CONFIRMING: Final = 2
_CONFIRMED: Final = frozenset("confirmed booked sorted settled fixed set".split())
_WITH_ME: Final = [["here"], ["with"], ["on"], ["at"], ["in"], ["back"]]
"""What the client will be by then when it begins: "by 3 you'll be on my table", not "…, floating home"."""
_DAYS: Final = HEDGES - {"by", "it", "-", "(", "—"} | {"evening", "morning", "afternoon", "night"}
_JOINTS: Final = frozenset(", ; : — and or so but then yes ok okay sure yep perfect great !".split())


def _is_free_by(u: Utterance, last: int) -> bool:
    """True for "by 6 I will be free for her", "by 2 I'll be at your gate"."""
    words = u.reading.words
    while last < len(words) and (u.taken[last] or words[last] in ("in", "the", "evening", ",")):
        last += 1
    last += 2 if words[last : last + 2] in (["i", "will"], ["we", "will"]) else 1
    if words[last : last + 1] != ["be"] or words[last - 1] not in ("will", "i'll", "we'll", "i'd"):
        return False
    return words[last + 1 : last + 2] in (["free"], ["open"], ["available"]) or words[
        last + 1 : last + 3
    ] in (["with", "you"], ["at", "your"], ["at", "yours"])


def _is_coming(words: list[str], lead: int, begin: int) -> bool:
    """True for "coming to your building (by)", "I'm reaching your place"."""
    near = words[max(begin, lead - 4) : lead + 1]
    return (
        not _COMING.isdisjoint(near) and not {"your", "yours", "you"}.isdisjoint(near) and "for" not in near
    )


_COMING: Final = frozenset("coming reaching arriving".split())
_SEE_YOU: Final = [
    ["expect", "me"],
    ["expect", "us"],
    *([verb, you] for verb in ("see", "expect", "meet") for you in ("you", "u", "ya")),
]


def _begins(u: Utterance, lead: int, begin: int) -> bool:
    """True for "let us start (by)", "we can begin it", "let's fix it", not for "the works start"."""
    words = u.reading.words
    near = range(lead, max(begin, lead - _REACH) - 1, -1)
    verb = next((i for i in near if words[i] in _BEGINNING or words[i] in _SETTLING), -1)
    if verb <= begin or not _OBJECTS.issuperset(words[verb + 1 : lead + 1]):
        return False
    doer = words[verb - 1]
    if words[verb] in _SETTLING or doer == "us":
        return doer in ("let's", "lets") or words[verb - 2 : verb] == ["let", "us"]
    return doer in _DOERS or (doer in _MODALS and words[verb - 2 : verb - 1] in _WE)


_BEGINNING: Final = frozenset("start begin commence kick".split())
_SETTLING: Final = frozenset("fix make do say put meet hold set have schedule book".split())
_OBJECTS: Final = frozenset("it this that the your her his session class lesson off today work".split())
_DOERS: Final = frozenset("we we'll we'd let's lets".split())
_MODALS: Final = frozenset("can could will would should might shall to".split())
_WE: Final = [["we"], ["i"], ["have"], ["like"], ["want"]]


def _is_reached_if(u: Utterance, lead: int, begin: int, last: int, end: int) -> bool:
    """True for "if you can get here (by)", "get yourself over", unless another time is said behind it."""
    words = u.reading.words
    near = range(lead, max(begin, lead - _REACH) - 1, -1)
    verb = next((i for i in near if words[i] in _REACHING), -1)
    if verb < begin or not _HERE.issuperset(words[verb + 1 : lead + 1]) or verb == lead:
        return False
    ordered = words[verb + 1] == "yourself"
    if not ordered and "if" not in words[max(begin, verb - _FEW) : verb]:
        return False
    behind = words[last : min(end, last + _FAR)]
    timed = any(word[0].isdigit() or word in HOURS for word in behind)
    return not timed and not claims_between(u.starts, max(begin, verb - _FAR), verb)


_REACHING: Final = frozenset("get make be come arrive reach".split())
_FEW: Final = 4
_HERE: Final = frozenset(
    (
        "here over down round up to me mine us in it yourself yourselves out my the studio salon place "
        "today tonight this"
    ).split()
)
