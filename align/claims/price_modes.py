"""Say which mode a stretch of words speaks of: incall or outcall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Mode, Speaker
from align.reading.cues import MOVE, PREMISES

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_PLACES: Final = frozenset(
    "place home house flat apartment hotel venue office room door airbnb condo studio shop salon garden"
    " kitchen space site location gaff pad suite workplace reception party villa cabin cottage"
    " address doorstep base spot clinic workshop loft".split()
)
_THE_OWN: Final = frozenset("studio shop salon clinic workshop".split())
_OTHERS: Final = frozenset("your ur their her his".split())
_OWN: Final = frozenset("my our".split())
_TRAVEL: Final = frozenset("come travel drive get out over visit trip coming travelling traveling go head".split())
_NEAR: Final = 4


def modes_in(u: Utterance, first: int, last: int) -> set[Mode]:
    """Return the modes that the words `[first, last)` name, as the professional's."""
    reading = u.reading
    found: set[Mode] = set()
    if not reading.seen & (MOVE | PREMISES) and "here" not in reading.words[first:last]:
        return found
    words = reading.words
    client = u.speaker is Speaker.CLIENT
    for at in range(first, last):
        said = _mode_at(words, at, first)
        if said is None:
            continue
        mode, turns = said
        if turns and client:
            mode = "incall" if mode == "outcall" else "outcall"
        found.add(mode)
    return found


def _mode_at(words: list[str], at: int, begin: int) -> tuple[Mode, bool] | None:
    """Return the mode that word `at` names, and whether a client means the other one."""
    word = words[at]
    if word in ("incall", "incalls"):
        return "incall", False
    if word in ("outcall", "outcalls"):
        return "outcall", False
    if word in ("call", "calls") and at and words[at - 1 - (words[at - 1] == "-")] in ("in", "out"):
        side = words[at - 1 - (words[at - 1] == "-")]
        if at < 2 or words[at - 2] not in ("fit", "come", "be", "get"):
            return ("incall" if side == "in" else "outcall"), False
    before = words[at - 1] if at > begin else ""
    if word == "yours" and before in ("at", "to", "round", "over", "or", "and"):
        return "outcall", True
    if word == "mine" and before in ("at", "to", "round", "or", "and"):
        return "incall", True
    if word == "here" and before not in ("be", "are", "is", "'s", "from", "around", "in", "right"):
        return "incall", True
    if word in ("you", "u") and before == "to" and any(w in _TRAVEL for w in words[max(begin, at - _NEAR) : at]):
        return "outcall", True
    if word in ("me", "us") and before == "to" and any(w in _TRAVEL for w in words[max(begin, at - _NEAR) : at]):
        return "incall", True
    if word in ("mobile", "house") and words[at + 1 : at + 2] in (["visit"], ["visits"], ["call"], ["calls"]):
        return "outcall", False
    if word == "home" and words[at + 1 : at + 2] in (["visit"], ["visits"]):
        return "outcall", False
    if word in ("location", "site") and before == "on":
        return "outcall", False
    if word in _PLACES:
        return _at_place(words, at, begin)
    return None


def _at_place(words: list[str], at: int, begin: int) -> tuple[Mode, bool] | None:
    """Read "your hotel", "my little studio", "the shop", "in studio"."""
    back = at - 1
    while back >= max(begin, at - 3):
        word = words[back]
        if word in _OTHERS:
            return "outcall", True
        if word in _OWN:
            return "incall", True
        if word in ("at", "in", "to", "is", "a", "and", "or", ","):
            break
        back -= 1
    word = words[at]
    before = words[at - 1] if at > begin else ""
    if word in _THE_OWN and before in ("the", "in", "in-"):
        return "incall", False
    return None
