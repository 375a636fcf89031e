"""Large files cut into ranges of rows that can be read apart, each row keeping its number in the file.

Who reads a range of a JSONL file needs to know how many lines stand before it. So the files are measured first: their
line ends are counted, piece by piece and by anyone, which is a thousand times cheaper than to check what is between them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from align.replay.chunks import CHUNK_ROWS, Position, Range
from align.replay.parquet import rows_of_groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from align.replay.chunks import Source

_BLOCK: Final = 1 << 20
_SHARES: Final = 8
"""Ranges for each worker, at least: so that those that are done first find more to do."""


@dataclass(frozen=True, slots=True)
class Grain:
    """How large a range is: so many bytes of JSONL, or rows of Parquet (a multiple of a chunk's)."""

    size: int
    rows: int

    @classmethod
    def for_workers(cls, total: int, workers: int) -> Grain:
        """Return ranges of an input of `total` bytes that keep the workers busy; one takes some 20 seconds at most."""
        share = total // (_SHARES * workers)
        return cls(min(max(share, 1 << 16), 1 << 22), CHUNK_ROWS * min(max(share >> 15, 2), 100))


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a file that is measured: the lines that begin at bytes `[begin, end)`, or a whole Parquet file.

    `origin` is where the file's rows begin that are asked for.
    """

    source: Source
    origin: Position
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Measure:
    """What a piece has: lines and where the first one begins, or the rows of each row group; and the file's size.

    Of a file that cannot be read, the size is None.
    """

    size: int | None
    lines: int = 0
    first: int = 0
    groups: tuple[int, ...] = ()


def pieces_of(sources: Sequence[Source], begins: Position, grain: Grain) -> Iterator[Piece]:
    """Yield the pieces of all files from a position on, in order; each file has one at least."""
    for index in range(begins.file, len(sources)):
        source = sources[index]
        origin = begins if index == begins.file else Position(index)
        if source.is_parquet:
            yield Piece(source, origin, 0, source.size)
            continue
        cuts = [*range(origin.offset, source.size, grain.size), source.size]
        for begin, end in pairwise(cuts if len(cuts) > 1 else (source.size, source.size)):
            yield Piece(source, origin, begin, end)


def measured(piece: Piece) -> Measure:
    """Return what a piece has, from its file."""
    try:
        size = piece.source.path.stat().st_size
        if piece.source.is_parquet:
            return Measure(size, groups=rows_of_groups(piece.source))
        return Measure(size, *_lines(piece.source.path, piece.begin, piece.end))
    except (OSError, ValueError):
        return Measure(None)


def ranges_of(measures: Iterable[tuple[Piece, Measure]], grain: Grain) -> Iterator[Range]:
    """Yield the ranges of measured pieces, in order; together they have all rows, each once.

    A file that could not be measured is one range: who reads it finds out why.
    """
    for _, group in groupby(measures, key=lambda item: item[0].origin.file):
        found = list(group)
        source, origin = found[0][0].source, found[0][0].origin
        if any(measure.size is None for _, measure in found):
            begins = [origin]
        elif source.is_parquet:
            begins = [Position(origin.file, row) for row in _cuts(found[0][1].groups, origin.row, grain.rows)]
        else:
            begins = _line_begins(origin, [measure for _, measure in found])
        begins = begins or [origin]
        for begin, end in zip(begins, [*begins[1:], None], strict=True):
            yield Range(source, begin, end)


def _line_begins(origin: Position, measures: Sequence[Measure]) -> list[Position]:
    begins: list[Position] = []
    row = origin.row
    for measure in measures:
        if measure.lines:
            begins.append(Position(origin.file, row, measure.first))
        row += measure.lines
    return begins


def _cuts(groups: Sequence[int], origin: int, most: int) -> list[int]:
    """Return the rows that ranges begin at: together with small row groups, or inside of large ones, where chunks do."""
    ends = [origin]
    cuts = [origin]
    first = 0
    for rows in groups:
        ends += [end for end in (*range(first + most, first + rows, most), first + rows) if end > origin]
        first += rows
    for begin, end in pairwise(ends):
        if end - cuts[-1] > most and begin > cuts[-1]:
            cuts.append(begin)
    return cuts


def _lines(path: Path, begin: int, end: int) -> tuple[int, int]:
    """Return how many lines begin at bytes `[begin, end)` of a file, and where the first one does.

    A line begins at byte 0, and after each line end that is not the last byte.
    """
    number, first = (1, 0) if begin == 0 < end else (0, 0)
    at = max(begin - 1, 0)
    with path.open("rb") as stream:
        stream.seek(at, os.SEEK_SET)
        while at < end - 1 and (block := stream.read(min(_BLOCK, end - 1 - at))):
            found = block.count(b"\n")
            if found and not number:
                first = at + block.index(b"\n") + 1
            number += found
            at += len(block)
    return number, first
