"""Places by which a draft answers: "Leeds? Can do", "Yep for Leeds", "Leeds is a yes"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.agreement import assent_at
from align.claims.claim import Speaker
from align.claims.places.advice import advises
from align.claims.places.found import Found
from align.claims.places.place_matches import match_at, match_before
from align.reading.cues import AGREEMENT, NEGATION, QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.utterance import Utterance

_TO: Final = frozenset("for to on with".split())
_YES: Final = frozenset("yes yep yeah ya can ok okay sure fine".split())
_REACH: Final = 8
_NOTHING: Final = frozenset("afraid sorry nothing nobody none no".split())


def answered_places(u: Utterance) -> Iterator[Found]:
    """Return the places that the professional takes up, or says yes to."""
    if u.speaker is not Speaker.PROFESSIONAL:
        return
    if u.inbound is not None and u.reading.seen & QUESTION:
        yield from _echoes(u, u.inbound)
    if u.reading.seen & AGREEMENT:
        yield from _agreed(u)


def _echoes(u: Utterance, inbound: Utterance) -> Iterator[Found]:
    """Find the client's own word for a place, taken up as a question: "Leeds? Can do"."""
    words = u.reading.words
    for at in u.reading.where(QUESTION):
        if words[at] != "?" or words[at - 1] not in inbound.reading.words:
            continue
        match = match_before(u, at, "where")
        if match is not None and match.first == u.reading.sentence(at)[0]:
            yield Found(match.first, match)


def _agreed(u: Utterance) -> Iterator[Found]:
    """Find the place of "Yep for Leeds", "It's a yes to Leeds" and, once asked for, "Leeds yes"."""
    words = u.reading.words
    for at in u.reading.where(AGREEMENT):
        behind = at + 1
        if behind >= len(words):
            continue
        begin, end = u.reading.sentence(at)
        if words[behind] in _TO:
            opens = words[begin:at] in ([], ["it's", "a"], ["that's", "a"], ["a"])
            if opens or assent_at(u.reading, begin, end) == behind:
                match = match_at(u, behind + 1, "in")
                if match is not None and not is_taken_back(u, match.end):
                    yield Found(behind, match, certain=True)
        elif words[at] in _YES and at > begin and u.inbound is not None:
            match = match_before(u, at, "where")
            asked = match is not None and any(p.name == match.key for p in u.inbound.places)
            if match is not None and asked and match.first == begin and not is_taken_back(u, behind):
                yield Found(begin, match, certain=True)


def is_taken_back(u: Utterance, end: int) -> bool:
    """True for "For Leeds I'm afraid there's nothing", "Ok for Leeds I'd ask Jo"."""
    words = u.reading.words
    stop = min(u.reading.sentence(end - 1)[1], end + _REACH)
    denied = any(u.reading.marks[i] & NEGATION or words[i] in _NOTHING for i in range(end, stop))
    return denied or (end < len(words) and advises(words, end))
