"""Leetspeak: digits and signs that stand for letters, "c@ll", "st0n3s"."""

from __future__ import annotations

import re
from itertools import product
from typing import Final

_LEET: Final = {
    "0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": "i", "|": "l", "€": "e", "+": "t",
}  # fmt: skip
_LEET_CHUNK: Final = re.compile(r"(?=.*[a-z])(?=.*[0-9@$!|€+])[a-z0-9@$!|€+']{3,}\Z|[a-z]0\Z|0[a-z]\Z|m3\Z")
LEET_PART: Final = re.compile(r"[a-z][0-9@$!|€+]|[0-9@$!|€+][a-z]")
_UNIT_CHUNK: Final = re.compile(
    r"[$€]?\d+(?:[.,:]\d+)?[a-z]*\+?\d*[a-z]*[!+]*\Z|[a-z]+[!+]+\Z|\d+'(?:s|ll|d)\Z"
)
SHORT_LEET: Final = 3
_MOST_SPELLINGS: Final = 16
_LONGEST: Final = 24


_MARK: Final = re.compile(r"[a-z]{1,3}[$€]\Z|[a-z]{3}\d{3,}\Z")
"""A currency's mark with its country, or its code with an amount: "cad$", "mur143"."""


LITTLE_LEET: Final = frozenset(("0n", "0f", "0r"))
"""Little words with a nought in them, which counts nothing."""


def is_leet(core: str) -> bool:
    """True for a chunk of letters and signs that is no amount with its unit ("60min")."""
    if core in LITTLE_LEET:
        return True
    if not _LEET_CHUNK.match(core) or _MARK.match(core):
        return False
    return not _UNIT_CHUNK.match(core) or (len(core) > SHORT_LEET and core[1:].isalpha())


def leet_spellings(core: str) -> list[str]:
    """Return what a chunk can spell; none where there would be too many."""
    choices = [_LEET.get(c, c) for c in core]
    combinations = 1
    for choice in choices:
        combinations *= len(choice)
    if combinations > _MOST_SPELLINGS or len(core) > _LONGEST:
        return []
    return ["".join(letters) for letters in product(*choices)]
