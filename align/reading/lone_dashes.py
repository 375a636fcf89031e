"""Hyphens that stand alone between two words, and part them as a dash does."""

from __future__ import annotations

from typing import Final

_DAYS: Final = tuple("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec".split())


def part_with_dashes(chunks: list[str]) -> None:
    """Read a hyphen that stands alone between two words as the dash it is: "Perfect - see you then".

    Beside figures and names of days it may stand for "to", so that there it stays.
    """
    for index in range(1, len(chunks) - 1):
        before, after = chunks[index - 1], chunks[index + 1]
        if chunks[index] == "-" and before[-1:].isalpha() and after[:1].isalpha():
            to = before.startswith(_DAYS) and after.startswith(_DAYS)
            chunks[index] = "-" if to else "—"
