"""What a clause about a place opens with: a wish, an order, an offer whose subject goes without saying."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.presence_words import PARTS, Part

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ELIDED: Final = frozenset("could can will would happy glad delighted".split())
"""What a clause begins with whose subject, the speaker, goes without saying."""
_SENT: Final = (["go"], ["break"], ["smash"], ["fly"], ["travel"])
_GO_ON: Final = (["ahead"], ["on"], ["with"])
_REGRET_REACH: Final = 8
_WOULD: Final = frozenset("i'd id would we'd".split())
_WISHING: Final = frozenset("love like".split())
_STILL_SO: Final = [
    [word]
    for word in "only not it it'd it'll on bring please pls let's lets let could can you you'll you'd come make text send pay"
    " first after before from till until cash wear book".split()
]
_STILL_ON: Final = [
    [article, thing]
    for article in ("the", "my", "your")
    for thing in "slot time spot evening morning afternoon lesson session appointment price rate deposit earliest latest".split()
]
"""What follows "I'd love to do Leeds but" where it stays so."""
_GLAD: Final = (["happy"], ["glad"], ["delighted"])
_DOINGS: Final = (Part.MOTION, Part.ACTIVE, Part.ENCOUNTER)
_BEFORE_WISH: Final = frozenset("yes yep ok okay great perfect lovely cool anyway till until well".split())
_WISHED: Final = frozenset("a an the fun yourself yourselves some".split())


def regrets(u: Utterance, cue: int, last: int) -> bool:
    """True for "I'd love to do Leeds but I'm away all spring", not for "I'd love to do Leeds but bring cash"."""
    words = u.reading.words
    if "but" not in words[last : last + _REGRET_REACH] or _WISHING.isdisjoint(
        words[max(0, cue - _REGRET_REACH) : cue]
    ):
        return False
    but = words.index("but", last)
    behind = words[but + 1 : but + 3]
    return behind[:1] not in _STILL_SO and behind not in _STILL_ON and _is_wished(words, cue)


def _is_wished(words: list[str], cue: int) -> bool:
    """True for the "I'd love to", "would love to" of a wish, right before what is wished for."""
    before = words[max(0, cue - _REGRET_REACH) : cue]
    return any(a in _WOULD and b in _WISHING for a, b in pairwise(before))


def is_wish(u: Utterance, at: int) -> bool:
    """True for "have a lovely time in Leeds": whoever is told to have it."""
    words = u.reading.words
    while at < len(words) and (PARTS.get(words[at]) is Part.LINK or words[at] in _BEFORE_WISH):
        at += 1
    return words[at : at + 1] == ["have"] and " ".join(words[at + 1 : at + 2]) in _WISHED


def sends(u: Utterance, at: int) -> bool:
    """True for "go get them in Leeds", "break a leg in Leeds": what the listener is told to do there."""
    words = u.reading.words
    while at < len(words) and (PARTS.get(words[at]) is Part.LINK or words[at] in _BEFORE_WISH):
        at += 1
    return (
        u.speaker is Speaker.PROFESSIONAL
        and words[at : at + 1] in _SENT
        and words[at + 1 : at + 2] not in _GO_ON  # "go ahead and book in Leeds"
    )


def goes_without_saying(u: Utterance, at: int, cue: int) -> bool:
    """True for "Will be in Leeds", "Happy to drive down and sing in Leeds": the speaker's doing."""
    words = u.reading.words
    if u.speaker is not Speaker.PROFESSIONAL:
        return False
    while at < cue and (PARTS.get(words[at]) is Part.LINK or words[at] in _BEFORE_WISH):
        at += 1
    if words[at : at + 1] in _GLAD and words[at + 1 : at + 2] == ["to"]:
        return any(PARTS.get(w) in _DOINGS for w in words[at:cue])
    return words[at : at + 1] == ["will"] and PARTS.get(words[at + 1]) is not Part.LISTENER


def is_elided(u: Utterance, link: int, cue: int) -> bool:
    """True for the clause of "Hi Anna, could drive over to Leeds for you": what the speaker does."""
    words = u.reading.words
    while link < cue and PARTS.get(words[link]) is Part.LINK:
        link += 1
    if link >= cue or words[link] not in _ELIDED or u.speaker is not Speaker.PROFESSIONAL:
        return False
    return any(PARTS.get(w) in _DOINGS for w in words[link:cue])
