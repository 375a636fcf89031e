"""Drafts of a JSONL file, in chunks."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from align.replay.chunks import CHUNK_BYTES, CHUNK_ROWS, Chunk, Position
from align.replay.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.replay.chunks import Source

LONGEST_LINE: Final = 1 << 24
"""Bytes of a line; a longer one is named and skipped, so that memory stays bounded."""


def jsonl_chunks(source: Source, begins: Position) -> Iterator[Chunk]:
    """Yield the rows of a file from a position on; blank lines count and are no rows.

    Raises `OSError` when the file cannot be read.
    """
    rows: list[Row] = []
    with source.path.open("rb") as stream:
        stream.seek(begins.offset)
        number, offset, done = begins.row, begins.offset, begins.offset
        while line := stream.readline(LONGEST_LINE):
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
