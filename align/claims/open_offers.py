"""What the client asks for that the draft itself leaves open, so that a yes can accept it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.offer_stance import offer_stance
from align.claims.offered_phrases import FUNCTION, content_words
from align.reading.stems import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.claims.claim import OfferClaim
    from align.claims.utterance import Utterance

_MOST: Final = 8
"""Mentions of a word that are looked at."""


def left_open(u: Utterance, asked_for: Iterable[OfferClaim]) -> list[OfferClaim]:
    """Return what is asked for and not spoken of, or turned down in part, by the draft."""
    spoken = {(o.list, o.index) for o in u.offers}
    left = [o for o in asked_for if (o.list, o.index) not in spoken]
    if u.inbound is not None and "or" in u.inbound.reading.words and _OPEN.isdisjoint(u.reading.words):
        stems = {stem(word) for word in u.reading.words}
        left = [o for o in left if not _chooses_other(u.inbound.reading.words, stems, o)]
    if not left:
        return []
    places: dict[str, list[int]] = {}
    for i, word in enumerate(u.reading.words):
        places.setdefault(stem(word), []).append(i)
    if _takes_another(u):
        return []
    declined = {phrase for phrase in {o.phrase for o in left} if _is_declined_in_part(u, phrase, places)}
    return [o for o in left if o.phrase not in declined]


_ALTERNATIVE: Final = 5
_ENDS: Final = frozenset("? . ! , ; : — - if when at on for today tonight tomorrow pls please".split())
_OPEN: Final = frozenset("not no both either whichever any all too also plus".split())
"""What chooses nothing: "X or not", "both"."""


def _chooses_other(heard: list[str], spoken: set[str], asked: OfferClaim) -> bool:
    """True where the draft names the other of two things that are asked for: "X or cupping?", "cupping please"."""
    after = heard[asked.last : asked.last + 1]
    if after == ["or"]:
        named = heard[asked.last + 1 : asked.last + 1 + _ALTERNATIVE]
        named = named[: next((i for i, word in enumerate(named) if word in _ENDS), len(named))]
    elif heard[asked.first - 1 : asked.first] == ["or"]:
        named = heard[max(0, asked.first - 2) : asked.first - 1]
    else:
        return False
    other = {stem(word) for word in named} - FUNCTION
    if not other or not _OPEN.isdisjoint(named):
        return False
    return other <= spoken and spoken.isdisjoint({stem(w) for w in content_words(asked.phrase)} - FUNCTION)


_INSTEAD: Final = frozenset("works instead suits".split())
_ADDED: Final = frozenset("and too also plus both well with & +".split())


def _takes_another(u: Utterance) -> bool:
    """True where the draft agrees to some other listed thing in place of it: "sure, deep tissue works"."""
    words = u.reading.words
    return any(
        o.stance is Stance.ASSERTED
        and not _INSTEAD.isdisjoint(words[o.last : o.last + 2])
        and _ADDED.isdisjoint(words[max(0, o.first - 2) : o.last + 3])
        for o in u.offers
    )


def _is_declined_in_part(u: Utterance, phrase: str, places: dict[str, list[int]]) -> bool:
    """True where the draft turns down, or hands on, some word of a phrase: "nails I leave to the vet"."""
    wanted = {stem(w) for w in content_words(phrase)} - FUNCTION
    return any(_is_turned_down(u, i) for root in wanted for i in places.get(root, ())[:_MOST])


def _is_turned_down(u: Utterance, place: int) -> bool:
    """True for a word that is refused, somebody else's, or in a sentence that ends in "though"."""
    if offer_stance(u, place, place + 1, "services") not in (Stance.ASSERTED, Stance.ASKED):
        return True
    _, end = u.reading.sentence(place)
    return "though" in u.reading.words[max(place + 1, end - 2) : end]
