"""Two words that are one term: a "down payment" is a deposit."""

from __future__ import annotations

from typing import Final

FIRST: Final = "down"
"""Of the one term that is written in two."""


def join_compounds(chunks: list[str]) -> None:
    """Write one word for two that are one term, in a text given as what is between its spaces.

    The word is as long as the one that it stands for, so that what follows it in its chunk ("payment's") stays in place.
    """
    at = -1
    for _ in range(chunks.count(FIRST)):
        at = chunks.index(FIRST, at + 1)
        if at + 1 < len(chunks) and chunks[at + 1].startswith("payment"):
            chunks[at] = ""
            chunks[at + 1] = f"deposit{chunks[at + 1][7:]}"
