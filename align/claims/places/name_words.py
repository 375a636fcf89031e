"""The words that names of the gazetteer are made of, as texts write them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from align.claims.places.presence_words import PARTS
from align.data.gazetteer import load_gazetteer

CODES: Final = frozenset(
    "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc"
    " nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc ab bc mb nb nl ns nt nu on pe qc sk yt act"
    " nsw qld sa tas vic uk usa us ie nz au".split()
)
"""Codes of states and countries that stand behind a town: "Austin, TX"."""
JOINTS: Final = frozenset("-.")
"""What joins the parts of a name: "Stoke-on-Trent"."""
_OPENERS: Final = frozenset(
    "the new north south east west inner outer upper lower great greater central big long high st du le la"
    " los las san two three five green grand old little round".split()
)
"""Small words that names of places begin with."""


@lru_cache(maxsize=8192)
def opens_name(word: str) -> bool:
    """Tell whether a name of the gazetteer that may be meant can begin with a word."""
    if word in PARTS and word not in _OPENERS:
        return False
    gazetteer = load_gazetteer()
    return plain(word) in gazetteer.first_tokens or unparted(word) in gazetteer.longer_tokens


@lru_cache(maxsize=8192)
def closes_name(word: str) -> bool:
    """Tell whether a name of the gazetteer that may be meant, or the code behind one, can end with a word."""
    if word in PARTS:
        return False
    last_tokens = load_gazetteer().last_tokens
    return word in last_tokens or plain(word) in last_tokens or unparted(word) in last_tokens or word in CODES


def plain(word: str) -> str:
    """Return the token that a word stands for, its possessive taken off: "Leeds's" is `leeds`."""
    if word.isalnum():
        return word
    return word.removesuffix("'s").replace("'", "")


def unparted(word: str) -> str:
    """Return the token of a word whose "'s" belongs to the name: the `kings` of "King's Lynn"."""
    return word.replace("'", "")


def end_of(words: list[str], first: int, name: tuple[str, ...]) -> int | None:
    """Return where a name that begins at a word ends, its parts maybe joined: "Sainte-Foy"."""
    at = first
    for part in name:
        while at > first and at < len(words) and words[at] in JOINTS:
            at += 1
        if at >= len(words) or words[at] != part:
            return None
        at += 1
    return at
