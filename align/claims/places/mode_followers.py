"""What can stand behind a word at which a mode is looked for: cheap looks before any pattern.

Most anchors ("the", "to", "take") are said of everything; the patterns of
align/claims/places/mode_words.py can match only where one of a few words comes next. A look
may let through what no pattern takes, never the other way round, so it judges words of
letters and digits only: in others ("you.com") a pattern may end half way.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from align.claims.places import mode_words as said

_ON_THE_WAY: Final = frozenset(said.WAYS.split() + said.LEADS.split() + ["all", "my", "and"])
_SIDE_HEADS: Final = frozenset(
    "yours you u ya ye y'all yous your ur yr mine me us ours my our the where this him her them people clients families"
    " folks everyone".split()
)
"""The first words of the sides that somebody goes to."""
_DOORS: Final = frozenset("here upstairs inside".split())
_BEHIND_GOING: Final = _ON_THE_WAY | _SIDE_HEADS | _DOORS
"""What a verb of going can be followed by, and what it carries."""
_NO_LOAD: Final = frozenset([*said.NO_LOAD.split(), *". , ! ? ; : … \n".split(" ")]) - _BEHIND_GOING
_LONGEST_LOAD: Final = 6

_OWN_PREMISES: Final = frozenset([*said.PREMISES.split(), "treatment", "teaching", "music"])
_WORKING: Final = frozenset(
    "still mostly usually always just also work working teach teaching operate operating set see seeing do doing".split()
)
_HAVING: Final = frozenset("have keep rent run use hire got work teach operate see".split())
_TRAVELLING: Final = frozenset("do can will could travel".split())

CARRIERS: Final = frozenset([*said.CARRIERS, "drive", "walk"])
"""Verbs of going that take somebody, or something, along."""
FOLLOWERS: Final[dict[str, frozenset[str]]] = {
    **dict.fromkeys(said.PLACING, said.SIDES),
    **dict.fromkeys(set(said.GOERS) - CARRIERS, _BEHIND_GOING),
    "find": frozenset(("your",)),
    "be": _BEHIND_GOING | {"with", "there"},
    "come": _BEHIND_GOING | {"via", "set"},
    **dict.fromkeys(("pop", "head"), _BEHIND_GOING | {"via"}),
    "the": _OWN_PREMISES,
    **dict.fromkeys(("i", "we"), _HAVING | _WORKING | _TRAVELLING),
    **dict.fromkeys(("i'm", "we're"), _WORKING),
    "i'll": frozenset(("be",)),
    "let": frozenset("you u myself".split()),
    "do": frozenset(("the",)),
}
"""What can follow an anchor; one that is not here may be followed by anything, or by nothing."""

OWNERS: Final = frozenset("my our your ur yr".split())
"""Whose a room is, two words before it at most, and its own kind: "my own little music room"."""
_ROOM_REACH: Final = 4


def carries_to_side(words: list[str], index: int) -> bool:
    """Tell whether behind the load of the carrier at `index` ("bring the kit") a side may follow."""
    first = index + 1 if words[index] in _GOES_ALONE else index + 2
    for word in words[first : index + 2 + _LONGEST_LOAD]:
        if word in _NO_LOAD:
            return False
        if word in _BEHIND_GOING or not word.isalnum():
            return True
    return False


def room_ahead(words: list[str], index: int) -> bool:
    """Tell whether what the owner's word at `index` is said of may be a room."""
    return any(map(_opens_room, words[index + 1 : index + 1 + _ROOM_REACH]))


@lru_cache(maxsize=8192)
def _opens_room(word: str) -> bool:
    return said.ROOM_BEGINS.match(word) is not None


_GOES_ALONE: Final = frozenset(said.GOERS)
