"""Weigh whether a name is meant as a place.

A look-up alone is useless (Nancy, Reading, Nice and Mobile are cities), so a name that is
also a word or a person's name needs its capital, or, in a text without capitals, a clause
that cannot mean anything else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.heard import places_heard
from align.claims.places.presence_words import EVENTS_AFTER, PARTS, THINGS, Part
from align.claims.places.toured import TOURING, is_dated, is_toured
from align.data.gazetteer import load_gazetteer
from align.data.names import load_given_names
from align.data.words import load_words
from align.reading.cues import CALENDAR, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_BEFORE_PERSONS: Final = frozenset(
    "mr mrs ms miss mx dr sir madam prof professor frau herr hi hey hello hiya dear thanks cheers".split()
)
_MOVING: Final = frozenset("off up down over back out across along through round".split())


def weighed(u: Utterance, match: Match, cue: str) -> Match | None:
    """Return a match that is meant as a place, else None."""
    name = match.name
    if is_thing(u, match.end) or (
        not name.listed and _is_somebody(u, match.first) and not _is_taken_up(u, match)
    ):
        return None
    if name.listed and not name.is_word:
        if cue or not name.is_person or _is_capital(u, match.first):
            return match
        dated = _opens(u, match.first) and is_dated(u, match.end)
        return (
            match if dated or " ".join(u.reading.words[match.end : match.end + 1]) in EVENTS_AFTER else None
        )
    if is_uncased(u):
        if name.is_word:
            return _weighed_word(u, match, cue)
    elif u.reading.cased(match.last - 1).islower():
        if name.is_word:
            return None
    elif name.is_word and cue != "where" and _opens(u, match.first) and not _is_initials(u, match):
        # "Cork this weekend, then Galway": the rest of the list may tell.
        return match._replace(weak=True) if cue in ("", "list") else None
    if name.is_person and not name.listed and not _is_no_person(u, match, cue):
        return None
    return match


def _is_somebody(u: Utterance, first: int) -> bool:
    """True for the York of "Hi York", "Mrs York", "Jo York"."""
    before = u.reading.words[first - 1] if first else "."
    if before in _BEFORE_PERSONS:
        return True
    return before in load_given_names() and before not in PARTS and before not in load_words()


def _is_named(u: Utterance, match: Match) -> bool:
    return u.inbound is not None and match.key in u.inbound.said


def _is_taken_up(u: Utterance, match: Match) -> bool:
    """True for a name by which the client has named a place: it is no other word then."""
    if u.inbound is None:
        return False
    alone = u.inbound.reading.words[:1] == [match.key] and u.inbound.reading.words[1:] in ([], ["?"])
    return alone or match.key in places_heard(u.inbound)


_GOING_TO: Final = frozenset(
    "out over up down across back come coming travel travelling traveling drive driving head"
    " heading off moved moving relocate relocated relocating shifted shifting".split()
)
_CLOSE: Final = frozenset("in to at near around between and".split())
_BEHIND: Final = frozenset(
    "on this that next from till until til for and or to at with is are if so but as in over all"
    " then 's today tonight tomorrow tmrw now where because since when during anyway anyways also "
    "already still"
    " too again alright only though yet soon instead myself both tho afterwards later either lah".split()
)
"""Function words: a name before one of them describes no noun."""


_COLOURS: Final = frozenset("green orange brown white black red blue gold silver olive rose".split())


def _weighed_word(u: Utterance, match: Match, cue: str) -> Match | None:
    """Weigh a name that is also a word, in a text whose capitals say nothing.

    The spec's own names need any cue; others a close one, and no noun behind them.
    """
    if cue and _is_taken_up(u, match):
        return match
    if match.key in _COLOURS and not match.name.listed:
        return None  # "I'll be the one in green"
    words = u.reading.words
    follows = words[match.end] if match.end < len(words) else "."
    ends = follows in _BEHIND or follows in EVENTS_AFTER or _ends_there(u, match.end)
    dated = is_dated(u, match.end)
    if match.name.listed and (cue or (_opens(u, match.first) and (dated or follows in _BEHIND))):
        return match
    moves = match.first > 1 and words[match.first - 2] in _GOING_TO
    if cue == "to" and not dated and not moves:
        return None  # "to cook", "to save": the verb, not the town
    if cue in _CLOSE or cue in ("list", "where"):
        plain = (
            dated or follows in _BEHIND or follows in EVENTS_AFTER or (cue == "in" and _is_in_room(u, match))
        )
        return match._replace(close=not plain) if ends else None
    if cue == "" and _opens(u, match.first) and dated:
        # "grand rapids thurs": two words in that order are hardly anything else
        return match._replace(weak=match.last - match.first == 1)
    return None


def _is_in_room(u: Utterance, match: Match) -> bool:
    """True for "a friend's gym in Boulder", "my studio's in Phoenix": rooms and events are in towns."""
    words = u.reading.words
    at = match.first - 2
    before = words[at] if at >= 0 else ""
    if PARTS.get(before) in (Part.ROOM, Part.EVENT):
        return True
    at -= before in _STILL
    at -= words[max(0, at)] in _IS
    return at >= 0 and PARTS.get(words[at].removesuffix("'s")) is Part.ROOM


_STILL: Final = frozenset("now still just right also based".split())
_IS: Final = frozenset(("is", "'s", "are"))


_LEADS: Final = frozenset("to from near into around outside through via leaving towards toward".split())


def _is_no_person(u: Utterance, match: Match, cue: str) -> bool:
    """True when a name that people bear stands where only a place can."""
    if cue in ("in", "where", "cover", "covering", "list", "is") or (cue and _is_taken_up(u, match)):
        return True
    if cue in _LEADS and not u.known.places.present:
        return True  # without a spec nothing hangs on it: "flights from boston to denver"
    words = u.reading.words
    if cue == "of" and not u.known.places.present and words[max(0, match.first - 2)] == "out":
        return True
    if match.end < len(words) and words[match.end] in EVENTS_AFTER:
        return True
    if cue in TOURING and match.name.is_known and not _is_named(u, match) and is_toured(u, match.end):
        return True
    if cue in ("to", "through", "thru") and match.first > 1:
        before = words[match.first - 2]
        return PARTS.get(before) is Part.MOTION or before in _MOVING
    return False


def _is_initials(u: Utterance, match: Match) -> bool:
    return match.last - match.first == 1 and u.reading.cased(match.first).isupper()


def _opens(u: Utterance, index: int) -> bool:
    return index == 0 or bool(u.reading.marks[index - 1] & SENTENCE_END)


def is_uncased(u: Utterance) -> bool:
    """Tell whether a text has no capitals, or nothing else: its case says nothing."""
    return _has_one_case(u.reading.folded.cased)


@lru_cache(maxsize=64)
def _has_one_case(text: str) -> bool:
    return text.islower() or text.isupper()


def _ends_there(u: Utterance, end: int) -> bool:
    """True when a phrase ends behind a name: no noun that the name could describe follows."""
    reading = u.reading
    if end >= len(reading):
        return True
    word = reading.words[end]
    if reading.marks[end] & CALENDAR or not word[0].isalpha() or u.taken[end]:
        return True
    return PARTS.get(word) in (Part.SKIP, Part.STOP, Part.LINK, Part.SPEAKER, Part.CONDITION)


def is_quarter(u: Utterance, match: Match) -> bool:
    """True for the part of a town that "the" is said with: "in the Marigny, by the river"."""
    if match.name.is_word or match.name.is_person:
        return False
    ends = match.end >= len(u.reading) or PARTS.get(u.reading.words[match.end]) is not None
    ends = ends or bool(u.reading.marks[match.end] & (SENTENCE_END | CALENDAR))
    return ends and all(place.kind == "district" for place in load_gazetteer().lookup(match.key))


def is_thing(u: Utterance, end: int) -> bool:
    """True when a name is only the beginning of another thing's: "Boston Terrier"."""
    reading = u.reading
    words = reading.words
    if end >= len(words):
        return False
    word = words[end]
    if word == "-" and end + 1 < len(words) and reading.touches(end):
        return words[end + 1] not in ("based", "area")
    if word == "$":
        return reading.touches(end)  # "HK$180"
    if not word[0].isalpha() or word in EVENTS_AFTER:
        return False
    if word in THINGS and not (word == "sun" and u.taken[end]):
        return True
    if reading.marks[end] & CALENDAR or PARTS.get(word) in (Part.SPEAKER, Part.LISTENER) or u.taken[end]:
        return False
    return _is_capital(u, end) and not reading.cased(end).isupper()


def _is_capital(u: Utterance, index: int) -> bool:
    """Tell whether a word opens with a capital; a check has forgotten capitals."""
    folded = u.reading.folded
    return folded.cased is not folded.lower and u.reading.cased(index)[:1].isupper()
