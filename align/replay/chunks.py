"""Files of drafts, places in them, and the rows between two places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from align.replay.rows import Row

CHUNK_ROWS: Final = 200
CHUNK_BYTES: Final = 1 << 18


@dataclass(frozen=True, slots=True)
class Source:
    """A file of drafts: how reports name it, its size in bytes, and when it was changed (nanoseconds)."""

    path: Path
    name: str
    size: int
    changed_ns: int
    is_parquet: bool


@dataclass(frozen=True, slots=True)
class Position:
    """How far the input is used up: files that are done, then rows and bytes of the next one.

    `offset` is where the next line begins, in bytes; it stays 0 in a Parquet file.
    """

    file: int = 0
    row: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows that are checked together, the position after them, and the bytes of input that they stand for."""

    rows: tuple[Row, ...]
    until: Position
    size: int


@dataclass(frozen=True, slots=True)
class Range:
    """The rows of one file from a position on, up to another one or to the file's end."""

    source: Source
    begins: Position
    ends: Position | None = None
