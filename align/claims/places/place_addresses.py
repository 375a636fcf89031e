"""The town behind an address of the professional's: "I'm at 14 Oak Street, Leeds", "22 Foundry Lane in Holbeck"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker, Stance
from align.claims.places.found import Found
from align.claims.places.place_matches import match_at, may_open
from align.data.gazetteer import load_gazetteer
from align.reading.cues import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.claim import AddressClaim
    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_REACH: Final = 8
_YOU_ARE: Final = (["you're"], ["youre"], ["are"])
_BETWEEN: Final = frozenset(
    (
        ", - ( / # in first second third fourth ground top 1st 2nd 3rd 4th lower upper floor st nd rd th "
        "near off"
    ).split()
)
"""What may stand between a street and its town."""


def addressed_places(u: Utterance) -> Iterator[Found]:
    """Return the towns in which the professional's own addresses lie."""
    if u.speaker is not Speaker.PROFESSIONAL:
        return
    for address in u.addresses:
        if address.owner != "professional" or address.stance is not Stance.ASSERTED or address.kind == "code":
            continue
        if u.reading.words[max(0, address.first - 2) : address.first - 1] in _YOU_ARE:
            continue  # "You're at 14 Oak Street, Leeds"
        at = _behind(u, address)
        match = match_at(u, at, "in")
        if match is not None and (u.reading.words[at - 1] == "in" or not _may_be_called(u, match)):
            yield Found(match.first, match, certain=True)


def _behind(u: Utterance, address: AddressClaim) -> int:
    """Return the word behind an address at which a name may begin; the end of the text where there is none."""
    words, marks = u.reading.words, u.reading.marks
    stop = min(u.reading.sentence(address.first)[1], address.last + _REACH)
    for at in range(address.last, stop):
        if at > address.last and may_open(u, at):
            return at
        if words[at] not in _BETWEEN and not marks[at] & NUMBER:
            return len(words)
    return len(words)


def _may_be_called(u: Utterance, match: Match) -> bool:
    """True for the Chelsea or the Bex of "See you at 14 Oak Street, Chelsea!", who may be told so, and for a word."""
    if match.name.listed or match.name.is_known:
        return False
    ours = {home.country for home in u.known.places.homes}
    abroad = all(place.country not in ours for place in load_gazetteer().lookup(match.key))
    return match.name.is_person or match.name.is_word or abroad
