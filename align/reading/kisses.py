"""Kisses that a message is signed with; the words before them are read as if they ended it."""

from __future__ import annotations

from typing import Final

_KISSES: Final = frozenset(("x", "xx", "xxx", "xo", "xoxo"))
_UNITS: Final = frozenset(("flat", "unit", "apt", "apartment", "suite"))
_WHOSE: Final = frozenset("the a an my your ur our that this his her their".split())
_NAMED: Final = 3
"""Words that "in flat x" takes."""


def drop_kisses(chunks: list[str]) -> None:
    """Take the kisses off the end of a text, given as what is between its spaces."""
    while chunks[-1] in _KISSES and len(chunks) > 1 and not _is_door(chunks):
        chunks.pop()


def _is_door(chunks: list[str]) -> bool:
    """True where the last letter names a unit: "I'm in flat x", and not "see you at the flat x"."""
    return len(chunks) >= _NAMED and chunks[-1] == "x" and chunks[-2] in _UNITS and chunks[-3] not in _WHOSE
