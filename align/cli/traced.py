"""Texts whose characters know where they stand in a file.

What is checked is not what the file holds: a body in JSON has escapes, and a template places that are filled. A mark
on the text that was checked has to be shown on the file.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from specs.filling import sample_pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

_ESCAPE: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)


@dataclass(frozen=True, slots=True)
class Traced:
    """A text, and for each of its code points the half-open range of the file's that it comes from."""

    text: str
    origins: tuple[tuple[int, int], ...]
    start: int
    """Where the text begins in the file, also where it is empty."""

    def region(self, start: int, end: int) -> tuple[int, int]:
        """Return the range `[from, to)` of the file that code points `[start, end)` of the text come from."""
        if start >= end:
            at = self.origins[start][0] if start < len(self.origins) else self._end()
            return at, at
        return self.origins[start][0], max(until for _, until in self.origins[start:end])

    def sampled(self) -> Traced:
        """Return the text with a sample in each place of a template; raises `PlaceError`."""
        pieces: list[str] = []
        origins: list[tuple[int, int]] = []
        for piece, start, end in sample_pieces(self.text):
            pieces.append(piece)
            if len(piece) == end - start:
                origins += self.origins[start:end]
            else:
                origins += [self.region(start, end)] * len(piece)
        return Traced("".join(pieces), tuple(origins), self.start)

    def _end(self) -> int:
        return self.origins[-1][1] if self.origins else self.start


def whole(text: str) -> Traced:
    """Return a text that is a file."""
    return Traced(text, tuple((at, at + 1) for at in range(len(text))), 0)


def of_literal(source: str, start: int, end: int) -> Traced:
    """Return the text of the JSON string at `[start, end)` of a file that has been read as JSON, quotes included."""
    parts = [
        (part, start + 1 + at, start + 1 + until) for part, at, until in _parts(source[start + 1 : end - 1])
    ]
    return Traced(
        "".join(part for part, _, _ in parts), tuple((at, until) for _, at, until in parts), start + 1
    )


def _parts(inside: str) -> Iterator[tuple[str, int, int]]:
    """Yield each code point of a JSON string with the range that it is written in."""
    at = 0
    for escape in _ESCAPE.finditer(inside):
        yield from ((inside[i], i, i + 1) for i in range(at, escape.start()))
        yield json.loads(f'"{escape.group()}"'), escape.start(), escape.end()
        at = escape.end()
    yield from ((inside[i], i, i + 1) for i in range(at, len(inside)))


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column, from 1; the column in UTF-16 code units, as editors and SARIF viewers count."""

    line: int
    column: int


def position(source: str, offset: int) -> Position:
    """Return the position of a code point of a file; lines end at line feeds, a carriage return before one included."""
    line = source.count("\n", 0, offset) + 1
    before = source[source.rfind("\n", 0, offset) + 1 : offset]
    return Position(line, 1 + len(before) + sum(char > "\uffff" for char in before))
