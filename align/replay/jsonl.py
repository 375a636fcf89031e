"""Drafts of a JSONL file, in chunks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, BinaryIO, Final

from align.replay.chunks import CHUNK_BYTES, CHUNK_ROWS, Chunk, Position
from align.replay.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.replay.chunks import Range

LONGEST_LINE: Final = 1 << 24
"""Bytes of a line; a longer one is named and skipped, so that memory stays bounded."""


def jsonl_chunks(part: Range) -> Iterator[Chunk]:
    """Yield the rows of a range, which begins and ends where lines do; blank lines count and are no rows.

    Raises `OSError` when the file cannot be read.
    """
    source, begins = part.source, part.begins
    ends = sys.maxsize if part.ends is None else part.ends.offset
    rows: list[Row] = []
    with source.path.open("rb") as stream:
        stream.seek(begins.offset)
        number, offset, done = begins.row, begins.offset, begins.offset
        while offset < ends and (line := stream.readline(LONGEST_LINE)):
            number += 1
            if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                offset += len(line) + _skip_line(stream)
                rows.append(Row(source.name, number, None, f"is longer than {LONGEST_LINE} bytes"))
            else:
                offset += len(line)
                if line.strip():
                    rows.append(Row(source.name, number, line))
            if len(rows) >= CHUNK_ROWS or offset - done >= CHUNK_BYTES:
                yield Chunk(tuple(rows), Position(begins.file, number, offset), offset - done)
                rows, done = [], offset
        if rows:
            yield Chunk(tuple(rows), Position(begins.file, number, offset), offset - done)


def _skip_line(stream: BinaryIO) -> int:
    """Read to the end of the line; return how many bytes that were."""
    skipped = 0
    while part := stream.readline(LONGEST_LINE):
        skipped += len(part)
        if part.endswith(b"\n"):
            break
    return skipped
