"""Lengths whose own verb offers them outright: "I can do 30 minutes", "come by for half an hour".

What stands behind such a length ("if the traffic is bad", "with the dog in the room", "to
rest those shoulders") says when, how or what for, and makes no other length of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import FILLER, OFFERING, PASSED_OVER

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 3
_BETWEEN: Final = FILLER | PASSED_OVER | frozenset("by over round in first each both all".split())
_DOING: Final = frozenset(
    "do see fit squeeze offer manage book slot tuck slip come pop swing nip hop drop treat host have".split()
)
_BIDDEN: Final = frozenset("book come pop swing nip hop drop".split())


def is_plainly_offered(u: Utterance, first: int) -> bool:
    """True where the verb that governs the length at `first` is the professional's offer to the client."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    if is_taken_up(u, first):
        return True
    at = first - 1
    while at > begin and words[at] in _BETWEEN:
        at -= 1
    if at < begin or words[at] not in _DOING:
        return False
    if at == begin or not words[at - 1][0].isalnum():
        return words[at] in _BIDDEN
    offering = words[max(begin, at - _NEAR) : at]
    if words[at] == "have":
        return "come" in offering
    return not OFFERING.isdisjoint(offering)


def is_taken_up(u: Utterance, first: int) -> bool:
    """True for a length in a question that its writer answers: "Half an hour for lunch? I can do that"."""
    words = u.reading.words
    _, end = u.reading.sentence(first)
    if words[end - 1] != "?" or end - first > _QUESTION:
        return False
    agreed = words[end : end + 1] != [] and words[end] in _YES
    if agreed and is_opening(u, first) and (end + 1 >= len(words) or words[end + 1] in (".", "!")):
        return True
    end += agreed
    end += words[end : end + 1] == [","]
    return words[end : end + 3] in _CAN_DO or words[end : end + 2] in _THAT_WORKS


def is_opening(u: Utterance, first: int) -> bool:
    """True where the length at `first` begins its sentence, but for an article or a "quick"."""
    begin, _ = u.reading.sentence(first)
    return all(word in FILLER for word in u.reading.words[begin:first])


_QUESTION: Final = 14
_YES: Final = frozenset("yes yep yeah sure ok okay".split())
_CAN_DO: Final = [[who, can, "do"] for who in ("i", "we") for can in ("can", "could")]
_THAT_WORKS: Final = [
    ["that", "works"],
    ["that's", "fine"],
    ["can", "do"],
    ["happy", "to"],
    ["no", "problem"],
]
