"""Drafts with their marked spans underlined, as a compiler shows a source line.

Lines are made of styled pieces, so that the same report is plain on a pipe and coloured on
a terminal. Everything that comes from outside goes through `visible`.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from align.cli.visible import Cell, cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Piece = tuple[str, str]
"""A text and the Rich style it takes on a terminal ("" for none)."""
Line = tuple[Piece, ...]

WIDTH = 88
"""Columns of a report that goes to no terminal."""
_GUTTER = "  | "
_SKIPPED: Line = (("  ⋮", "dim"),)
_NARROWEST = 16
"""Columns that an excerpt takes even where the terminal has fewer."""
_MARGIN = 300
"""Code points of a long body that are shown on either side of a marked span."""
_LONG = 4_000
"""Code points up to which a body is shown whole."""
_ROWS = 16
"""Rows up to which rows without a mark are shown too."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span `[start, end)` of the body, underlined with `sign` and labelled."""

    start: int
    end: int
    label: str
    sign: str = "^"
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the excerpt: its cells, and the code points `[start, end)` it stands for."""

    cells: tuple[Cell, ...]
    start: int
    end: int

    def columns(self, mark: Mark) -> tuple[int, int] | None:
        """Return the columns `[from, to)` that `mark` takes in this row, None for none."""
        if mark.end <= self.start or mark.start >= self.end:
            return None
        column, first, last = 0, None, 0
        for cell in self.cells:
            inside = cell.start < mark.end and cell.end > mark.start
            if inside and first is None:
                first = column
            column += cell.width
            if inside:
                last = column
        begin = column if first is None else first
        return begin, max(last, begin + 1)


def excerpt(body: str, marks: Sequence[Mark], width: int = WIDTH) -> list[Line]:
    """Return the body as rows of at most `width` columns, marked spans underlined.

    A long body is cut down to what stands around its marks; the cost depends on the marks,
    not on the length of the body.
    """
    columns = max(width - len(_GUTTER), _NARROWEST)
    lines: list[Line] = []
    windows = _windows(body, marks)
    for start, end in windows:
        if start:
            lines.append(_SKIPPED)
        inside = [mark for mark in marks if mark.start < end and mark.end > start]
        lines += _shown(list(_rows(body, start, end, columns)), inside, len(body))
    if windows[-1][1] < len(body):
        lines.append(_SKIPPED)
    return lines


def labelled(body: str, marks: Sequence[Mark], width: int = WIDTH) -> list[Line]:
    """Return the excerpt, and below it the labels of marks on the whole of a body of several rows.

    Such a body is not underlined from end to end, and the label would be lost.
    """
    whole = [mark for mark in marks if mark.end - mark.start >= len(body)]
    lines = excerpt(body, marks, width)
    if whole and _has_rows(body, width):
        lines += [((f"  (all of it) {mark.label}", mark.style),) for mark in whole]
    return lines


def plain(lines: Iterable[Line]) -> str:
    """Return the lines as plain text, each ended by a newline."""
    return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in lines)


def _windows(body: str, marks: Sequence[Mark]) -> list[tuple[int, int]]:
    """Return the parts of the body that are worth showing, in order and apart."""
    if len(body) <= _LONG:
        return [(0, len(body))]
    merged: list[tuple[int, int]] = []
    parts = [mark for mark in marks if mark.end - mark.start < len(body)] or [Mark(0, 1, "")]
    for mark in sorted(parts, key=lambda m: m.start):
        start = max(mark.start - _MARGIN, 0)
        end = min(mark.end, mark.start + _MARGIN) + _MARGIN
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return [(start, min(end, len(body))) for start, end in merged]


def _has_rows(body: str, width: int) -> bool:
    columns = max(width - len(_GUTTER), _NARROWEST)
    return len(list(islice(_rows(body, 0, len(body), columns), 2))) > 1


def _rows(body: str, start: int, end: int, width: int) -> Iterator[_Row]:
    """Lay the window out, breaking at line breaks and, where a row is full, at a space."""
    row: list[Cell] = []
    used = 0
    for cell in cells(body, start, end):
        if row and used + cell.width > width:
            kept = _break(row)
            yield _Row(tuple(row[:kept]), row[0].start, row[kept - 1].end)
            row = row[kept:]
            used = sum(c.width for c in row)
        row.append(cell)
        used += cell.width
        if cell.breaks:
            yield _Row(tuple(row), row[0].start, cell.end)
            row, used = [], 0
    if row:
        yield _Row(tuple(row), row[0].start, row[-1].end)


def _break(row: Sequence[Cell]) -> int:
    """Return how many cells of a full row stay on it: up to its last space, else all."""
    for index in range(len(row) - 1, len(row) // 2, -1):
        if row[index].shown == " ":
            return index + 1
    return len(row)


def _shown(rows: Sequence[_Row], marks: Sequence[Mark], length: int) -> Iterator[Line]:
    """Yield the rows with their underlines; rows without a mark only while there are few, or the first of them."""
    underlined = [m for m in marks if len(rows) == 1 or m.end - m.start < length]
    shown = len(rows) if len(rows) <= _ROWS else 0 if underlined else _ROWS
    hidden = False
    for number, row in enumerate(rows):
        touching = [(at, m) for m in underlined if (at := row.columns(m)) is not None]
        if not touching and number >= shown:
            if not hidden:
                yield _SKIPPED
            hidden = True
            continue
        hidden = False
        yield ((_GUTTER, "dim"), ("".join(cell.shown for cell in row.cells), ""))
        yield from _underlines(row, touching)


def _underlines(row: _Row, touching: Sequence[tuple[tuple[int, int], Mark]]) -> Iterator[Line]:
    """Yield underlines as few lines as it takes for no two to overlap."""
    lanes: list[list[Piece]] = []
    used: list[int] = []
    for (begin, until), mark in sorted(touching, key=lambda t: (t[0], t[1].label)):
        label = f" {mark.label}" if mark.end <= row.end else ""
        lane = next((i for i, column in enumerate(used) if column < begin or not column), len(used))
        if lane == len(used):
            lanes.append([(_GUTTER, "dim")])
            used.append(0)
        lanes[lane].append((" " * (begin - used[lane]), ""))
        lanes[lane].append((mark.sign * (until - begin) + label, mark.style))
        used[lane] = until + len(label)
    return (tuple(lane) for lane in lanes)
