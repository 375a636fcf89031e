"""Text from outside, made safe to show on a terminal.

A draft can hold anything: escape codes that repaint the screen, bidirectional controls
that reorder it, characters that show nothing at all. None of them reaches the terminal;
each is spelled out as `<U+202E>`. What a terminal shows anyway stays as it is: letters of
any script, combining marks, and emoji with their joiners.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

from align.spelled import CLUSTER, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Cell:
    """What a reader sees as one character.

    `shown` takes `width` columns of a terminal and stands for the code points
    `[start, end)` of the text. A line break shows nothing.
    """

    shown: str
    width: int
    start: int
    end: int
    breaks: bool = False


def visible(text: str) -> str:
    """Return `text` with everything that could disturb or deceive a terminal spelled out.

    The result is one line, has no lone surrogates, and can be printed.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(spelled(cluster) for cluster in CLUSTER.findall(text))


def cells(text: str, start: int = 0, end: int | None = None) -> Iterator[Cell]:
    """Yield what a reader sees of `text[start:end]`, with offsets into the whole text."""
    for found in CLUSTER.finditer(text, start, len(text) if end is None else end):
        cluster = found.group()
        if cluster in {"\n", "\r\n"}:
            yield Cell("", 0, found.start(), found.end(), breaks=True)
        elif cluster == "\t":
            yield Cell("    ", 4, found.start(), found.end())
        elif (shown := spelled(cluster)) == cluster:
            yield Cell(shown, cell_len(shown), found.start(), found.end())
        else:
            for at, char in enumerate(cluster, found.start()):
                yield Cell(shown := spelled(char), cell_len(shown), at, at + 1)
