"""The frames in which a bare number is an appointment's length: "30 works", "let's do 45", "would 45 do?".

Whether the number can be one at all is decided by align/claims/durations/bare_lengths.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.granted_lengths import welcomes
from align.reading.cues import BREAK, CALENDAR, NEGATION, NUMERIC, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

BRIEF: Final = frozenset("quick short cheeky speedy fast brief".split())
"""Adjectives of a short appointment."""
_NEAR: Final = 5


def is_hailed(u: Utterance, lead: int, last: int, begin: int) -> bool:
    """True for "30 works", "45 should do it" at the head of a clause; "30 works by Bach" are works."""
    words, marks = u.reading.words, u.reading.marks
    if lead > begin and not marks[lead - 1] & BREAK and words[lead - 1] not in _OPENING:
        return False
    if (
        words[last : last + 1] == ["at"]
        and marks[last + 1 : last + 2]
        and marks[last + 1] & NUMERIC
        and lead < last - 1
    ):
        last += 2  # "your 45 at 7 is booked", "a 30 at 11 then"
        if last >= len(words) or marks[last] & BREAK:
            return True
    said = words[last : last + 3]
    if said[:2] == ["ought", "to"]:
        return said[2:] in (["do"], ["be"], ["work"], ["cover"])
    if said[:1] == ["should"]:
        return said[1:2] in (["do"], ["be"], ["work"], ["cover"], ["suffice"])
    if not welcomes(words, last):
        return False
    return said[0] not in _VERBS_OR_NOUNS or _ends_behind(u, last + 1)


_OPENING: Final = frozenset("ok okay yes yeah yep sure so then and fine grand no".split())
_VERBS_OR_NOUNS: Final = frozenset(("works", "suits"))
_FOR_WHOM: Final = frozenset("for with me us you him her them both".split())
_HOW: Final = frozenset(
    "then too fine well great perfectly grand nicely today tonight tomorrow at if".split()
)


def _ends_behind(u: Utterance, at: int) -> bool:
    """True where a verb has no other object than whom it suits: "works", "works for me", "suits us fine"."""
    words, marks = u.reading.words, u.reading.marks
    while at < len(words) and words[at] in _FOR_WHOM:
        if words[at] in ("for", "with") and words[at + 1 : at + 2] not in _PERSONS:
            return False
        at += 1
    return at >= len(words) or bool(marks[at] & (BREAK | CALENDAR)) or words[at] in _HOW


_PERSONS: Final = [["me"], ["us"], ["you"], ["him"], ["her"], ["them"], ["both"]]


def asks_briefly(u: Utterance, lead: int, first: int, last: int) -> bool:
    """True for "Quick 45?", "maybe just 30 tonight?": nothing but a short one is asked for."""
    begin, end = u.reading.sentence(first)
    words = u.reading.words
    if lead != begin or lead == first or words[end - 1] != "?":
        return False
    if refuses_behind(u, end):
        return False
    named = not BRIEF.isdisjoint(words[begin:first])
    return words[last] == "?" or (named and closes(u, last, named=True))


def is_asked_of(words: list[str], lead: int, last: int) -> bool:
    """True for "would 45 work?", "is a 30 ok?", "does 45 suit?"."""
    return (
        words[lead - 1 : lead] in _FRONTED
        and words[last : last + 1] in _SUITING
        and "?" in words[last : last + 5]
    )


_FRONTED: Final = [["would"], ["will"], ["does"], ["is"], ["could"], ["might"]]
_SUITING: Final = [["work"], ["do"], ["suit"], ["be"], ["ok"], ["okay"], ["enough"], ["fine"], ["help"]]


def refuses_behind(u: Utterance, end: int) -> bool:
    """True where the writer answers the question that ends before `end` with no: "Quick 30? Not with me"."""
    words, marks = u.reading.words, u.reading.marks
    if end >= len(words):
        return False
    if not words[end][0].isalnum():
        return True  # a question in quotation marks
    stop = min(len(words), end + _NEAR)
    return any(marks[i] & NEGATION or words[i] in _LIMITS for i in range(end, stop))


_LIMITS: Final = frozenset("only minimum shortest too".split())


def closes(u: Utterance, last: int, *, named: bool) -> bool:
    """True where the number counts nothing: its clause ends, or says when and for whom.

    `named` says that an article or "quick" shows it for one appointment, whatever it is before.
    """
    words, marks = u.reading.words, u.reading.marks
    if last >= len(words) or marks[last] & (BREAK | CALENDAR) or words[last] in _CLOSING:
        return True
    following = words[last + 1 : last + 2]
    timed = bool(following) and bool(marks[last + 1] & (NUMERIC | CALENDAR))
    if words[last] in ("at", "on", "around"):
        return timed
    if words[last] in ("for", "with"):
        return following in _PERSONS
    if words[last] == "in":
        return not following or bool(marks[last + 1] & SENTENCE_END) or following[0] in _AROUND
    return named and words[last] in _AROUND


_CLOSING: Final = frozenset("then so tonight today tomorrow instead if max tops this between".split())
_AROUND: Final = frozenset("before after between at on when while".split())


def is_object(u: Utterance, lead: int, first: int, begin: int) -> bool:
    """True for what one would do: "let's do", "I could squeeze you in for", "shall we say", "yes to"."""
    words = u.reading.words
    said = words[max(begin, lead - _REACH) : lead]
    if not said or (not _REFUSING.isdisjoint(said) and "why" not in said):
        return False
    if said[-2:] in _ASKING or said[-2:] in _SETTLING or said[-1:] == ["say"]:
        return True
    if said[-1] == "to":
        return said[-2:-1] in _YES or (said[-2:-1] == ["it"] and not _KEEPING.isdisjoint(said))
    if words[first - 1] == "a" and said[-1] in _HAVING:
        return True
    verb = len(said) - 1
    while verb > 0 and said[verb] in _BETWEEN:
        verb -= 1
    between = said[verb + 1 :]
    if said[verb] in _SEEING or said[-2:] in _DOWN_FOR:
        return said[-1] == "for" and (lead < first or said[verb] != "see" or not _OFFERING.isdisjoint(said))
    if said[verb] not in _DOING or (between and between[-1] not in _LAST_BETWEEN):
        return False
    if said[verb] in ("get", "go") and not between and words[first + 1 : first + 2] != ["in"]:
        return False  # "I can get the 45 home"
    return said[verb] in _BOOKING or not _OFFERING.isdisjoint(said[:verb])


_REACH: Final = 10
_ASKING: Final = [["how", "about"], ["what", "about"], ["how's", "about"]]
_SETTLING: Final = [["make", "it"], ["call", "it"]]
_YES: Final = [["yes"], ["yep"], ["yeah"], ["ok"], ["sure"]]
_REFUSING: Final = frozenset(
    "can't cannot don't won't not never couldn't wouldn't cant dont wont did".split()
)
_BETWEEN: Final = frozenset("you ya u him her them us in by over round down for with the a at".split()) | {
    str(hour) for hour in range(1, 13)
}
_LAST_BETWEEN: Final = frozenset("you ya u him her them us in for with down".split())
_KEEPING: Final = frozenset("keep shorten cut trim drop".split())
_HAVING: Final = frozenset("there's have i've we've got room".split())
_SEEING: Final = frozenset("see come swing pop nip".split())
_DOWN_FOR: Final = [["down", "for"], ["room", "for"], ["space", "for"]]
_BOOKING: Final = frozenset("book booking booked pencilled penciled putting".split())
_DOING: Final = _BOOKING | frozenset(
    (
        "do squeeze fit manage offer suggest recommend propose go give book booking pencil slot get have "
        "putting"
    ).split()
)
_OFFERING: Final = frozenset(
    "let's lets can could i'd we'd i'll we'll shall happy might we wanna want me why".split()
)
