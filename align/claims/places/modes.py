"""Who travels: the professional to the client (`outcall`) or the client to them (`incall`).

Patterns (align/claims/places/mode_words.py) speak of the speaker's side and the
listener's side; for a client's message the sides swap, so that "can I come to you" and
"you can come to me" are the same mode. Who goes is told by
align/claims/places/mode_subjects.py, and where by align/claims/places/mode_places.py.

Every pattern is tried at an anchor word. Most anchors ("the", "to", "i") are said of
everything, so each says what it must be followed by, and what is looked at before a
pattern is tried (align/claims/places/mode_followers.py).
"""

from __future__ import annotations

from itertools import compress
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Stance
from align.claims.places import mode_words as said
from align.claims.places.mode_anchors import OTHERWISE
from align.claims.places.mode_claims import claim_on
from align.claims.places.mode_followers import FOLLOWERS, LOOKS, follows, may_go, may_place
from align.claims.places.mode_frames import SETTLED, told_around
from align.claims.places.mode_going import goes
from align.claims.places.mode_led import LED, may_be_around
from align.claims.places.mode_places import place_modes
from align.claims.places.mode_scenes import told_by_thing
from align.claims.places.mode_sides import at_side
from align.claims.places.mode_stays import is_dreamt
from align.claims.places.travel_offers import follow_journeys, follow_modes
from align.reading.cues import CLIENT, MOVE, PREMISES, SELF

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from align.claims.claim import ModeClaim
    from align.claims.places.mode_anchors import Meaning
    from align.claims.utterance import Utterance

_GATE: Final = MOVE | PREMISES | CLIENT | SELF
_FIRST: Final = attrgetter("first")


class _Anchor(NamedTuple):
    """What may be told at a word: which kinds of pattern are tried, and what is looked at before those of neither kind."""

    placing: bool
    going: bool
    look: Callable[[list[str], int], bool] | None
    patterns: tuple[tuple[re.Pattern[str], Meaning], ...]


def read_modes(u: Utterance) -> None:
    """Add a `ModeClaim` for everything that says who travels."""
    reading = u.reading
    if not reading.seen & _GATE:
        return
    words = reading.words
    found: list[ModeClaim] = []
    end = 0
    last = len(words) - 1
    for index in compress(range(last + 1), map(_FOLLOWERS.__contains__, words)):
        if index < end:
            continue
        word = words[index]
        followers = _FOLLOWERS[word]
        following = words[index + 1] if index < last else ""
        claim = None
        if (
            followers is None
            or following in followers
            or (not following.isalnum() and follows(following, followers))
        ):
            claim = _mode_at(u, word, index, following)
        if claim is None:
            if word not in LED or not may_be_around(words, index):
                continue
            claim = told_by_thing(u, index) or told_around(u, index)
        if claim is not None and not is_dreamt(u, claim):
            if claim.offered and claim.stance is not Stance.REFUSED:
                end = claim.last
            found.append(claim)  # past "outside my door", what is said of the door may offer
    if found:
        found.sort(key=_FIRST)
        u.modes += place_modes(u, found)
        follow_modes(u)
    follow_journeys(u)


def _mode_at(u: Utterance, word: str, index: int, following: str) -> ModeClaim | None:
    """Read what an anchor word begins, by the kind of anchor that it is."""
    anchor = _ANCHORS.get(word)
    if anchor is None:
        return None
    words = u.reading.words
    if anchor.placing:
        if following not in said.SIDES or not may_place(words, index):
            return None
        match = said.AT.match(u.reading.line, u.reading.line_at[index])
        return at_side(u, match, index) if match is not None else None
    if anchor.going and may_go(u.reading, index):
        found = goes(u, index)
        if found is not None:
            return found
    if not anchor.patterns or (anchor.look is not None and not anchor.look(words, index)):
        return None
    return _otherwise(u, index, anchor.patterns)


def _otherwise(
    u: Utterance, index: int, patterns: tuple[tuple[re.Pattern[str], Meaning], ...]
) -> ModeClaim | None:
    """Read hosting, "make the trip", house visits, a room of one's own, the modes' names."""
    line, position = u.reading.line, u.reading.line_at[index]
    for pattern, means in patterns:
        match = pattern.match(line, position)
        if match is not None:
            mode = means(u, match, index)
            if mode is not None:
                return claim_on(u, u.reading.words_of(*match.span()), mode, settled=SETTLED.get(means, ()))
    return None


def _anchored(word: str) -> _Anchor:
    return _Anchor(
        placing=word in said.PLACING,
        going=word in said.GOING,
        look=LOOKS.get(word),
        patterns=OTHERWISE.get(word, ()),
    )


_ANCHORS: Final = {word: _anchored(word) for word in said.GOING | said.PLACING | OTHERWISE.keys()}
_FOLLOWERS: Final = {word: FOLLOWERS.get(word) for word in _ANCHORS} | {
    word: frozenset[str]() for word in LED if word not in _ANCHORS
}
"""All words that a pattern can take behind one at which a mode may be told; None where that may be any."""
