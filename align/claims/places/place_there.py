"""The "there" of a text that has spoken of a place: "Lugano in spring! I'm there from the 25th".

The place is the one that the text has named last, or the only one that the client has:
"Will you be in Lugano?", "I'm there most Fridays". It is read only where a day or a habit
says when, for "I'll be there" alone is said of any door.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.heard import once_a_message, places_heard
from align.claims.nearby import claims_between
from align.claims.places.found import Found
from align.claims.places.next_to_sentence import sentence_before
from align.claims.places.place_matches import Match, match_at, may_open
from align.claims.places.place_names import Name
from align.claims.places.presence_words import PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.claims.claim import PlaceClaim
    from align.claims.utterance import Utterance

_SUBJECT_REACH: Final = 7
_STRANGERS: Final = 2
_SPOKEN_REACH: Final = 24
_HABIT_REACH: Final = 4
_TOPICS: Final = frozenset(", . ! ? : - oh ah for and so well yes yep yeah ok".split())
"""What stands before a place that a clause begins with."""
_HABITS: Final = frozenset(
    "every each most often regularly weekly monthly fortnightly always usually already sometimes".split()
)
_WE: Final = frozenset("i we we'd i'd".split())
_COULD: Final = frozenset(("could", "can"))
_DAYS: Final = frozenset("days dates".split())


def add_there(u: Utterance, found: dict[int, Found], theres: Iterable[int]) -> None:
    """Add the "there" of "Lugano is lovely! I'm there from the 25th": the place named last.

    `theres` are the words "there", in order.
    """
    words = u.reading.words
    named: list[int] | None = None
    room: int | None = None
    for at in theres:
        if words[at - 1] == "on" or not _is_subject_there(words, at):
            continue  # who is "on there" uses an app
        named = sorted(f for f in found if not _is_greeted(words, f)) if named is None else named
        before = bisect_left(named, at)
        last = found[named[before - 1]].match if before else None
        dated = _is_proposed(words, at) or _is_dated(u, at)
        match = (_spoken_of(u, at, last.end if last is not None else 0) or last) if dated else None
        if match is None and last is None and (dated or _is_habit(words, at)):
            room = _first_room(words) if room is None else room
            match = _asked_of(u, at) if at < room else None  # "there" may be a room that was spoken of since
        if match is not None:
            found[at] = Found(at, match._replace(first=at, last=at + 1, end=at + 1))


def _is_dated(u: Utterance, there: int) -> bool:
    """True where the sentence names a day, or an echo before it does: "Leeds on Friday? I'll be there"."""
    begin, end = u.reading.sentence(there)
    if not u.days or claims_between(u.days, begin, end):
        return bool(u.days)
    if u.reading.words[there + 1 : there + 2] in (["in"], ["at"], ["near"]):
        return False  # "I'm right there in York that week"
    previous, last = sentence_before(u.reading, begin)
    return u.reading.words[last - 1] == "?" and bool(claims_between(u.days, previous, last))


def _is_proposed(words: list[str], there: int) -> bool:
    """True for "we could do the shoot there": a time need not be said."""
    near = words[max(0, there - _SUBJECT_REACH) : there]
    return any(a in _WE and (b in _COULD or a.endswith("'d")) for a, b in pairwise(near))


def _is_habit(words: list[str], there: int) -> bool:
    return not _HABITS.isdisjoint(words[max(0, there - _HABIT_REACH) : there + _HABIT_REACH])


def _spoken_of(u: Utterance, there: int, after: int) -> Match | None:
    """Return the place that a clause before "there" is about, though nothing introduces it."""
    words = u.reading.words
    begin, _ = sentence_before(u.reading, u.reading.sentence(there)[0])
    for first in range(there - 1, max(begin, after, there - _SPOKEN_REACH) - 1, -1):
        if first != begin and words[first - 1] not in _TOPICS:
            continue
        match = match_at(u, first, "where") if may_open(u, first) else None
        if match is None or match.name.is_word or (match.name.is_area and not _is_heard(u, match)):
            continue
        if _is_addressed(u, match):
            return None
        if not match.name.is_person or words[match.end] == ",":
            return match
    return None


def _is_heard(u: Utterance, match: Match) -> bool:
    return u.inbound is not None and match.key in places_heard(u.inbound)


def _is_greeted(words: list[str], first: int) -> bool:
    """True for the Florence of "say hi to Florence at the counter": nobody is there."""
    return words[max(0, first - 2) : first] in _HELLOS


_HELLOS: Final = (["hi", "to"], ["hello", "to"], ["hey", "to"], ["hiya", "to"], ["thanks", "to"])


def _is_addressed(u: Utterance, match: Match) -> bool:
    """True for the "Florence, I …" and "Hi Chelsea, I …" that a text opens with, unless the client named the town."""
    words, at = u.reading.words, match.first
    while at > 0 and words[at - 1] in _GREETINGS:
        at -= 1
    if at or not match.name.is_person or words[match.end : match.end + 1] != [","]:
        return False
    named = u.inbound is not None and match.key in u.inbound.said
    return not named and PARTS.get(words[match.end + 1]) is Part.SPEAKER


_GREETINGS: Final = frozenset("hi hey hello hiya morning thanks ok okay yes yep yeah sure no , oh ah".split())


def _first_room(words: list[str]) -> int:
    """Return where a room is spoken of first; behind the text where none is."""
    return next((i for i, word in enumerate(words) if PARTS.get(word) is Part.ROOM), len(words))


def _asked_of(u: Utterance, there: int) -> Match | None:
    """Return the only place that the client has named, said of the "there" at `there`."""
    named = _only_place(u.inbound) if u.inbound is not None else None
    if named is None:
        return None
    name = Name(
        listed=named.listed,
        is_word=False,
        is_person=False,
        needs_article=False,
        is_area=False,
        checked=True,
    )
    return Match(there, there + 1, there + 1, named.name, name)


@once_a_message
def _only_place(inbound: Utterance) -> PlaceClaim | None:
    theirs = [p for p in inbound.places if p.stance is not Stance.REFUSED]
    return theirs[0] if len({p.name for p in theirs}) == 1 else None


def _is_subject_there(words: list[str], at: int) -> bool:
    """True for "I'm there", "I'll be down there", "I'm doing two brides there", "my days there"."""
    if words[at - 1 : at] == ["on"]:
        return False  # "use WhatsApp, I'm on there most evenings"
    strange = 0
    for index in range(at - 1, max(-1, at - _SUBJECT_REACH), -1):
        part = PARTS.get(words[index])
        if part is Part.SPEAKER:
            return True
        if part is Part.SPEAKER_OWN:
            return words[index + 1] in _DAYS
        strange += part is None
        if part in _OTHERS or strange > _STRANGERS or not words[index][0].isalnum():
            return False
    return False


_OTHERS: Final = frozenset(
    (Part.LISTENER, Part.THIRD, Part.IT, Part.PAST, Part.MENTAL, Part.STOP, Part.LINK, Part.CONDITION)
)
