"""Stops of a journey: "Next stop Leeds", "Dallas on Friday, Austin on Saturday"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.found import Found
from align.claims.places.place_matches import match_at, match_before, may_open
from align.reading.cues import SENTENCE_END

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


def after_that(u: Utterance, hits: Iterable[int]) -> Iterator[Found]:
    """Find the name of "Then Leeds after that"; `hits` hold every "that"."""
    words = u.reading.words
    for at in hits:
        if words[at] != "that" or at < 2 or words[at - 1] != "after":
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
            yield from _towns(u, run, end)
            run = []
            if begin and not u.reading.marks[begin - 1] & SENTENCE_END:
                continue
        run.append(match)
        end = day.last
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
