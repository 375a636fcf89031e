"""The "there" of a text that has spoken of a place: "Lugano in spring! I'm there from the 25th"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from align.claims.places.found import Found
from align.claims.places.place_matches import match_at, may_open
from align.claims.places.presence_words import PARTS, Part

if TYPE_CHECKING:
    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_THERE_REACH: Final = 4
_SPOKEN_REACH: Final = 24
_TOPICS: Final = frozenset(", . ! ? : - oh ah for and so well yes yep yeah ok".split())
"""What stands before a place that a clause begins with."""


def add_there(u: Utterance, found: dict[int, Found]) -> None:
    """Add the "there" of "Lugano is lovely! I'm there from the 25th": the place named last."""
    words = u.reading.words
    named = sorted(found)
    for day in u.days:
        for at in range(max(0, day.first - _THERE_REACH), day.first):
            if words[at] != "there" or not _is_subject_there(words, at):
                continue
            before = bisect_left(named, at)
            last = found[named[before - 1]].match if before else None
            match = _spoken_of(u, at, last.end if last is not None else 0) or last
            if match is not None:
                found[at] = Found(at, match._replace(first=at, last=at + 1, end=at + 1))


def _spoken_of(u: Utterance, there: int, after: int) -> Match | None:
    """Return the place that a clause before "there" is about, though nothing introduces it."""
    begin = u.reading.sentence(there)[0]
    if begin:
        begin = u.reading.sentence(begin - 1)[0]
    for first in range(there - 1, max(begin, after, there - _SPOKEN_REACH) - 1, -1):
        if first != begin and u.reading.words[first - 1] not in _TOPICS:
            continue
        match = match_at(u, first, "where") if may_open(u, first) else None
        if match is not None and not (match.name.is_word or match.name.is_person or match.name.is_area):
            return match
    return None


def _is_subject_there(words: list[str], at: int) -> bool:
    """True for "I'm there", "I'll be down there"."""
    for index in range(at - 1, max(-1, at - 5), -1):
        part = PARTS.get(words[index])
        if part is Part.SPEAKER:
            return True
        if part is not Part.SKIP:
            return False
    return False
