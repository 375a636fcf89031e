"""Nouns with a time of their own: "dinner's at 7", "the recital is at 4", "a webinar at noon"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.appointment_words import HEDGES, INNER, OBJECTS, OTHER, PLACES, START
from align.claims.times.beginning_governors import is_one_of_openings, is_ranked
from align.claims.times.governor_context import PARTY
from align.claims.times.governors import AMBIGUOUS
from align.reading.cues import CALENDAR, CONJUNCTION, MODAL, NUMBER, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def is_inner(words: list[str], at: int) -> bool:
    """True for a noun inside a phrase of place: "at the gym", "outside the old station"."""
    return any(words[i] in INNER for i in range(max(0, at - 3), at))


def event_at(u: Utterance, first: int, begin: int) -> int:
    """Judge "NOUN (is) at 6": an event unless the noun speaks of an appointment."""
    words, marks = u.reading.words, u.reading.marks
    at = first - 1
    while at >= begin and words[at] in HEDGES:
        at -= 1
    if at > begin and words[at] in _STARTING and _begins_itself(u, at, begin):
        return -1
    if at >= begin and words[at].endswith("'s") and words[at] not in _SHORTENED:
        return _of_possessive(words[at].removesuffix("'s"))
    if at < begin or words[at] not in COPULAS:
        return _of_noun(u, at, begin) if at >= begin and at < first - 1 else 0
    copula = at
    at -= 1
    word = words[at] if at >= begin else ""
    if _is_event(words, at, word):
        return -1
    if (
        not word.isalpha()
        or word in _NOT_NOUNS
        or u.taken[at]
        or marks[at] & (SERVICE_WORD | CONJUNCTION | NUMBER)
    ):
        return 0
    if word in START or word in AMBIGUOUS:
        return 0
    begins = words[copula] in ("starts", "begins")
    if begins and (is_ranked(words[max(begin, copula - 8) : copula]) or is_one_of_openings(u, copula)):
        return 0
    if begins or word in OTHER:
        return -1
    return -1 if not is_inner(words, at) else 0


def _of_possessive(noun: str) -> int:
    """Judge "your lesson's at 4", "dinner's at 7": an event, unless it is an appointment."""
    return 1 if noun in START or noun == "time" else -1


_SHORTENED: Final = frozenset(
    "it's that's there's he's she's who's what's here's let's where's how's 's everything's".split()
)


def _of_noun(u: Utterance, at: int, begin: int) -> int:
    """Judge "a recital at 4" by the noun behind its article, unless it is a place or known."""
    words = u.reading.words
    word = words[at]
    if (
        not word.isalpha()
        or word in START
        or word in AMBIGUOUS
        or word in PLACES
        or word in OBJECTS
        or u.taken[at]
    ):
        return 0
    if u.reading.marks[at] & (SERVICE_WORD | CONJUNCTION):
        return 0
    if word in ("thing", "lot"):
        return 0  # "we could do the whole thing at noon"
    if word == "hour" and words[at - 1] in _SPARE:
        return 1  # "I've a free hour at 11"
    if word in ("bell", "doorbell") and words[at - 2 : at - 1] in _RINGING:
        return 1  # "I'll ring your bell at 3"
    if word in PARTY:
        return 0  # "your husband at 10 is fine"
    for back in (1, 2):
        article = at - back
        if article >= begin and words[article] in _ARTICLES:
            led = article > begin and (words[article - 1] in INNER or words[article - 1] in _TAKEN_THROUGH)
            return 0 if led or _is_object(u, article, begin) else -1
    return 0


_TAKEN_THROUGH: Final = frozenset(("as", "through"))
"""Before what the client is taken through: "I could run you through the circuit at noon"."""
_SPARE: Final = frozenset("free spare quiet empty open".split())
_RINGING: Final = [["ring"], ["ringing"]]


def _is_object(u: Utterance, article: int, begin: int) -> bool:
    """True for "I could do your fringe at 1": what is done to a thing, not a thing that happens."""
    words = u.reading.words
    if article > begin and words[article - 1] == "bring":
        return words[article] in _CLIENTS or words[article] == "the"  # "bring the dog at 1"
    return article - 1 > begin and words[article - 1] in _WORKING and words[article] in _CLIENTS


_WORKING: Final = frozenset("do doing start finish see fit squeeze take teach treat".split())


_CLIENTS: Final = frozenset("your his her their".split())


_ARTICLES: Final = frozenset("your the her his their my our a an another".split())


COPULAS: Final = frozenset("is 's are was starts begins will".split())


def _is_event(words: list[str], at: int, word: str) -> bool:
    """True for "church starts at 9", whatever is played there, and for "the swim meet is at 6"."""
    if word == "meet":
        return words[at - 1] not in _MEETING
    return word in OTHER and words[at + 1] in ("starts", "begins")


_STARTING: Final = frozenset(("start", "begin", "open"))


def _begins_itself(u: Utterance, at: int, begin: int) -> bool:
    """True for the fireworks of "the fireworks on the river start at 9", many of which are no appointment."""
    words, marks = u.reading.words, u.reading.marks
    near = range(max(begin, at - _PHRASE), at)
    if (
        u.taken[at - 1]
        or any(marks[back] & _NO_EVENT for back in near)
        or not START.isdisjoint(words[near.start : at])
    ):
        return False
    article = next((back for back in near if words[back] in _ARTICLES), at - 1)
    return any(words[back].endswith("s") and words[back].isalpha() for back in range(article + 1, at))


_NO_EVENT: Final = SERVICE_WORD | NUMBER | CALENDAR | MODAL | SELF
_PHRASE: Final = 7
_MEETING: Final = frozenset("we we'll we'd you i to us can could will you'd".split())
"""Before "meet", the verb."""
_NOT_NOUNS: Final = frozenset(
    "it that this which there what how here who where when she he they you i we not all both so".split()
)
