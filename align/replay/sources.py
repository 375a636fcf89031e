"""The files of drafts that a path stands for, and their rows from any place on."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.replay.chunks import Chunk, Position, Range, Source
from align.replay.errors import ReplayError
from align.replay.jsonl import jsonl_chunks
from align.replay.parquet import check_pyarrow, parquet_chunks
from align.replay.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MAGIC: Final = b"PAR1"
_HEAD: Final = 8
"""Bytes that tell what kind of file it is."""
_SUFFIXES: Final = frozenset([".jsonl", ".ndjson", ".parquet"])
_COMPRESSED: Final = {".gz": b"\x1f\x8b", ".bz2": b"BZh", ".xz": b"\xfd7zXZ", ".zst": b"\x28\xb5\x2f\xfd"}
"""What compressed files end in and begin with."""


def find_sources(said: str) -> tuple[Source, ...]:
    """Return the file that a path names, or those of a folder and its folders, by name: *.jsonl, *.ndjson, *.parquet.

    Raises `ReplayError` when there is nothing to read, for compressed drafts, which are not passed over in silence, and
    for a Parquet file where pyarrow is missing.
    """
    path = Path(said)
    if path.is_dir():
        found = sorted(inner for inner in path.rglob("*") if _is_of_drafts(inner) and inner.is_file())
        if not found:
            raise ReplayError(f"{said}: has no drafts (*.jsonl, *.ndjson, *.parquet)")
        return tuple(_source(inner) for inner in found)
    return (_source(path),)


def chunks_from(sources: Sequence[Source], begins: Position) -> Iterator[Chunk]:
    """Yield the rows of all files from a position on, in order.

    A file that cannot be read, or not to its end, is a row with a problem; the next ones go on.
    """
    for index in range(begins.file, len(sources)):
        first = begins if index == begins.file else Position(index)
        yield from chunks_of(Range(sources[index], first))


def chunks_of(part: Range) -> Iterator[Chunk]:
    """Yield the rows of a range, in order.

    Where the file cannot be read any further, a last row says so, and the position after it is that of the next file.
    """
    last = part.begins
    chunks = parquet_chunks if part.source.is_parquet else jsonl_chunks
    try:
        for chunk in chunks(part):
            yield chunk
            last = chunk.until
    except (OSError, ValueError) as error:
        row = Row(part.source.name, 0, None, _told(error, last))
        yield Chunk((row,), Position(part.begins.file + 1), 0)


def _is_of_drafts(path: Path) -> bool:
    name = path.with_suffix("") if path.suffix in _COMPRESSED else path
    return name.suffix in _SUFFIXES


def _told(error: OSError | ValueError, last: Position) -> str:
    told = getattr(error, "strerror", None) or str(error).partition("\n")[0]
    where = f" past row {last.row}" if last.row else ""
    return f"cannot be read{where}: {told}"


def _source(path: Path) -> Source:
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            raise ReplayError(f"{path}: is neither a file nor a folder; drafts are replayed from files")
        with path.open("rb") as file:
            begins = file.read(_HEAD)
    except OSError as error:
        raise ReplayError(f"{path}: cannot be read: {error.strerror}") from None
    if begins.startswith(tuple(_COMPRESSED.values())):
        raise ReplayError(f"{path}: is compressed; unpack it first")
    is_parquet = begins.startswith(_MAGIC) or path.suffix == ".parquet"
    if is_parquet:
        check_pyarrow(path)
    return Source(path, str(path), info.st_size, info.st_mtime_ns, is_parquet)
