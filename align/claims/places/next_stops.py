"""Stops of a journey: "Next stop Leeds", "Dallas on Friday, Austin on Saturday"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.nearby import claims_between
from align.claims.places.found import Found
from align.claims.places.place_matches import match_at, match_before, may_open
from align.reading.cues import BREAK, CALENDAR, SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_STOPS: Final = frozenset("stop up leg city town".split())
_LEADING: Final = frozenset(", : is 's it's will be - — then".split())
_BEFORE_NEXT: Final = frozenset("my our the and then so but , \n".split(" "))
_OURS: Final = frozenset(("my", "our"))
_FOR_YOU: Final = (["for", "you"], ["for", "ye"])
_LINKS: Final = frozenset("back in then and , also & + over up down out".split())
_WHEN: Final = frozenset("on : this next from until till til through thru".split())
_THEIRS: Final = (["you're"], ["youre"], ["you've"], ["your"])
_HOME: Final = (["here"], ["home"])


def it_goes_to(u: Utterance, verb: int) -> Found | None:
    """Find the name of "Then it's Leeds from the 12th", "it's all Leeds now", "it's Leeds only": where one works."""
    words = u.reading.words
    first = verb + 1 + (words[verb + 1 : verb + 2] in _NOTHING_ELSE)
    match = match_at(u, first, "is") if may_open(u, first) else None
    if match is None:
        return None
    begin, end = u.reading.sentence(verb)
    if words[end - 1] == "?" or u.speaker is not Speaker.PROFESSIONAL:
        return None
    if match.name.is_word and not match.name.listed:
        return None
    behind = claims_between(u.days, match.end, match.end + _NEXT_DATE)
    dated = behind or claims_between(u.days, begin, verb)
    follows = words[begin] == "after" and match_before(u, verb, "in") is not None
    only = is_town(match) and _is_all_there_is(u, match.end, alone=first == verb + 1)
    if not only and not (_is_plain(match) and (dated or follows)):
        return None
    # the dates behind say what "this week it's all Leeds, Monday to Friday" means
    return Found(begin if behind else match.first, match, certain=True)


def _is_all_there_is(u: Utterance, end: int, *, alone: bool) -> bool:
    """True for "only Leeds for me", "Leeds mostly", "all Leeds now", "Leeds and Hull only"."""
    words, marks = u.reading.words, u.reading.marks
    if words[end : end + 1] in (["and"], ["&"], ["or"]):
        other = match_at(u, end + 1, "list")
        if other is None or not is_town(other):
            return False
        end = other.end
    behind = words[end : end + 1]
    if behind in _NOTHING_ELSE or behind in _MOSTLY:
        return True
    return not alone and (not behind or behind[0] in _FROM_NOW or bool(marks[end] & (BREAK | CALENDAR)))


def _is_plain(match: Match) -> bool:
    name = match.name
    return bool(name.listed) or not (name.is_word or name.is_person or name.is_area)


_NEXT_DATE: Final = 3
_NOTHING_ELSE: Final = (["all"], ["only"], ["just"], ["strictly"])
_MOSTLY: Final = (["mostly"], ["mainly"], ["all"], ["only"])
_FROM_NOW: Final = frozenset("now for until till from this these at again these".split())


def next_stop(u: Utterance, index: int) -> Found | None:
    """Find the name of "Next stop Leeds", "up next: Leeds": where the speaker goes on to."""
    words = u.reading.words
    if index and words[index - 1] == "up":
        return _up_next(u, index)
    at = index + 1
    if (
        at >= len(words)
        or words[at].removesuffix("'s") not in _STOPS
        or u.speaker is not Speaker.PROFESSIONAL
    ):
        return None
    if index > 1 and words[at] == "stop" and words[index - 1] in _OURS and words[index - 2].endswith("s"):
        return _before_is(u, index - 1)
    opens = not index or u.reading.marks[index - 1] & SENTENCE_END or words[index - 1] in _BEFORE_NEXT
    is_stop = words[at] != "up"
    at += 1
    while at < len(words) and words[at] in _LEADING:
        at += 1
    match = match_at(u, at, "where") if opens and may_open(u, at) else None
    if match is None or words[match.end : match.end + 2] in _FOR_YOU:
        return None
    if not is_stop and not is_town(match):
        return None  # "next up, Charlotte the poodle"
    return Found(match.first, match, certain=True)


def _up_next(u: Utterance, index: int) -> Found | None:
    """Find the name of "Up next: Leeds", "Leeds is up next"."""
    words = u.reading.words
    if u.speaker is not Speaker.PROFESSIONAL:
        return None
    at = index + 1
    while at < len(words) and words[at] in _LEADING:
        at += 1
    if at == index + 1:
        one = _before_is(u, index - 1)
    elif index < 2 or u.reading.marks[index - 2] & SENTENCE_END:
        match = match_at(u, at, "where") if may_open(u, at) else None
        one = None if match is None else Found(match.first, match, certain=True)
    else:
        return None
    return one if one is not None and is_town(one.match) else None


def after_that(u: Utterance, those: Iterable[int]) -> Iterator[Found]:
    """Find the name of "Then Leeds after that"; `those` are the words "that"."""
    words = u.reading.words
    for at in those:
        if at < 2 or words[at - 1] != "after":
            continue
        match = match_before(u, at - 1, "where")
        if match is None or not is_town(match) or u.speaker is not Speaker.PROFESSIONAL:
            continue
        if words[at + 1 : at + 3] in _FOR_YOU:
            continue
        first = _past_links(u, match.first)
        if not first or u.reading.marks[first - 1] & SENTENCE_END or first < match.first:
            yield Found(match.first, match, certain=True)


def _before_is(u: Utterance, end: int) -> Found | None:
    """Find the name of "Leeds is my next stop", "Leeds's my next stop"."""
    match = match_before(u, end - (u.reading.words[end - 1] in ("is", "'s")), "where")
    begin = u.reading.sentence(end)[0]
    return None if match is None or match.first != begin else Found(match.first, match, certain=True)


def behind_hours(u: Utterance) -> Iterator[Found]:
    """Find the name of "Saturday the 5th, 4 o'clock, Leeds.", "Friday, midday, Leeds as ever"."""
    words, marks = u.reading.words, u.reading.marks
    for start in u.starts:
        match = match_at(u, start.last + 1, "") if words[start.last : start.last + 1] == [","] else None
        if match is None or not (match.name.listed or match.name.is_known):
            continue  # "tomorrow at 2, Bex": somebody
        if match.end >= len(words) or marks[match.end] & BREAK or words[match.end] == "as":
            yield Found(match.first, match)


def itinerary(u: Utterance) -> Iterator[Found]:
    """Find the stops of "Dallas on Friday, Austin on Saturday", "Dallas tomorrow, back here Friday".

    People are called so too, and have their days; beside one of the spec's own places, or the way
    back, each with its day, they are towns.
    """
    run: list[Match] = []
    end = 0
    for day in u.days:
        match = match_before(u, _before_when(u, day.first), "where")
        if match is None:
            continue
        begin = _past_links(u, match.first)
        if not run or begin != end:
            if run:
                yield from _towns(u, run, end)
            run = []
            if begin and not u.reading.marks[begin - 1] & SENTENCE_END:
                continue
        run.append(match)
        end = day.last
    if run:
        yield from _towns(u, run, end)


def _towns(u: Utterance, run: list[Match], end: int) -> Iterator[Found]:
    """Give the names of a run of stops that ends before a word, where they are places."""
    words = u.reading.words
    at = end
    while at < len(words) and words[at] in _LINKS:
        at += 1
    if words[at : at + 1] in _THEIRS:
        return  # ", you're a busy one"
    returns = at > end and words[at : at + 1] in _HOME and words[at - 1] == "back"
    if (any(m.name.listed for m in run) or returns) and all(map(is_town, run)) and (returns or len(run) > 1):
        yield from (Found(m.first, m) for m in run)


def is_town(match: Match) -> bool:
    """True unless people rather than towns are called so."""
    return bool(match.name.listed) or match.name.is_known or not match.name.is_person


def _before_when(u: Utterance, first: int) -> int:
    """Return where the "on" of a day begins, else the day."""
    return first - (first > 0 and u.reading.words[first - 1] in _WHEN)


def _past_links(u: Utterance, first: int) -> int:
    """Return where the links before a stop begin: ", then back in"."""
    while first and u.reading.words[first - 1] in _LINKS:
        first -= 1
    return first
