"""A time that was named before: "I'm in Leeds that week", "I'll still be in Leeds then"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.nearby import claims_between
from align.claims.numbers.numeral_words import UNITS
from align.claims.places.next_to_sentence import sentence_before
from align.data.words import load_words
from align.reading.cues import BREAK
from align.records import changed

if TYPE_CHECKING:
    from align.claims.claim import Days
    from align.claims.places.found import Found
    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_SPANS: Final = frozenset("day week weekend night month evening".split())
_WHOLE: Final = frozenset("whole entire same".split())
_BEFORE_THAT: Final = frozenset("on for over all through during".split())
_REACH: Final = 12
_TO_COME: Final = frozenset("afterwards thereafter soon eventually".split())
_POINTING: Final = frozenset("that which".split())


def points_back(u: Utterance, end: int) -> bool:
    """True for the "that week" and the "then" right behind a place."""
    words, marks = u.reading.words, u.reading.marks
    at = end + (end < len(words) and words[end] in _BEFORE_THAT)
    if _points_at(words, at):
        return True
    if words[end : end + 1] != ["then"]:
        return False
    behind = end + 1
    return behind >= len(words) or bool(marks[behind] & BREAK) or words[behind] in ("so", "too")


def _points_at(words: list[str], at: int) -> bool:
    """True for "that week", "those same three days", "the same dates"."""
    word = words[at] if at < len(words) else ""
    if word == "that":
        return is_span(words, at + 1)
    if word in _THOSE or (word == "the" and words[at + 1 : at + 2] == ["same"]):
        return _are_days(words, at + 1)
    return False


def _are_days(words: list[str], at: int) -> bool:
    """True for the "dates" and "same three days" of "those dates" and "those same three days"."""
    while at < len(words) and (words[at] in _EXACT or words[at] in UNITS or words[at].isdigit()):
        at += 1
    return at < len(words) and words[at] in _DATES


_POINTERS: Final = frozenset("that those these the".split())
_THOSE: Final = frozenset(("those", "these"))
_EXACT: Final = frozenset("same very exact whole".split())
_DATES: Final = frozenset("days dates nights".split())


def named_before(u: Utterance, one: Found) -> Days | None:
    """Return the one day that the text, or else the client's message, has named before a place."""
    begin = u.reading.sentence(one.cue)[0]
    named = [*claims_between(u.days, begin, one.cue)]
    if not named:
        named = [*claims_between(u.days, *sentence_before(u.reading, begin))]
    if not named and u.inbound is not None and not (u.days and u.days[0].first < one.cue):
        named = [*u.inbound.days[-2:]]
    if len(named) != 1 or named[0].stance is Stance.REFUSED:
        return None
    return changed(named[0], first=one.match.first, last=one.match.end, stance=Stance.ASSERTED)


def speaks_of_another_time(u: Utterance, match: Match) -> bool:
    """True beside "that week", "then": a time that was named before; and behind "after that": one that follows."""
    begin, end = u.reading.sentence(match.first)
    words = u.reading.words
    near = range(max(begin, match.first - _REACH), min(end, match.last + _REACH))
    if any(words[at] == "then" or (words[at] in _POINTERS and _points_at(words, at)) for at in near):
        return True
    return any(_follows(u, at) for at in range(near.start, match.first))


def _follows(u: Utterance, at: int) -> bool:
    """True for "after that", "afterwards", "soon", "after Holi": a day to come that nothing names."""
    words = u.reading.words
    if words[at] != "after":
        return words[at] in _TO_COME
    behind = words[at + 1] if at + 1 < len(words) else ""
    return behind in _POINTING or (behind.isalpha() and behind not in load_words() and not u.taken[at + 1])


def is_span(words: list[str], at: int) -> bool:
    """True for the "week" and "whole week" of "that week"."""
    at += at < len(words) and words[at] in _WHOLE
    return at < len(words) and words[at] in _SPANS
