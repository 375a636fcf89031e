"""Drafts of a Parquet file, in chunks; the one module that knows pyarrow."""

from __future__ import annotations

import datetime as dt
import json
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from align.replay.chunks import CHUNK_ROWS, Chunk, Position
from align.replay.errors import ReplayError
from align.replay.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.replay.chunks import Range, Source

_FIELDS: Final = ("id", "persona", "body", "now", "context")
_NEEDED: Final = ("body", "now")


def check_pyarrow(path: object) -> None:
    """Raise `ReplayError` unless Parquet files can be read here."""
    if find_spec("pyarrow") is None:
        raise ReplayError(
            f"{path}: a Parquet file is read with pyarrow; install the extra: draft-alignment-gate[parquet]"
        )


def parquet_chunks(part: Range) -> Iterator[Chunk]:
    """Yield the rows of a range.

    Raises `OSError` or `ValueError` (pyarrow's errors are such) when the file cannot be read.
    """
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - an extra, which JSONL does without

    with ParquetFile(part.source.path, pre_buffer=False) as file:
        names = set(file.schema_arrow.names)
        missing = [name for name in _NEEDED if name not in names]
        if missing:
            raise ValueError(f"{missing[0]}: there is no such column")
        first = 0
        for group in range(file.metadata.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            if first + rows > part.begins.row and first < _end(part):
                yield from _of_group(part, file, group, first)
            first += rows


def rows_of_groups(source: Source) -> tuple[int, ...]:
    """Return how many rows each row group of a file has; raises `OSError` or `ValueError`."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - the same

    with ParquetFile(source.path, pre_buffer=False) as file:
        return tuple(file.metadata.row_group(group).num_rows for group in range(file.metadata.num_row_groups))


def _of_group(
    part: Range,
    file: Any,  # noqa: ANN401 - pyarrow ships no types
    group: int,
    at: int,
) -> Iterator[Chunk]:
    columns = [name for name in _FIELDS if name in file.schema_arrow.names]
    row_bytes = part.source.size / max(file.metadata.num_rows, 1)
    begins, rows_told = at, file.metadata.row_group(group).num_rows
    for batch in file.iter_batches(CHUNK_ROWS, row_groups=[group], columns=columns, use_threads=False):
        skipped = min(max(part.begins.row - at, 0), batch.num_rows)
        wanted = batch.slice(skipped, min(batch.num_rows, _end(part) - at) - skipped)
        if wanted.num_rows:
            rows = tuple(_rows(part.source.name, wanted, at + skipped))
            until = Position(part.begins.file, at + skipped + wanted.num_rows)
            yield Chunk(rows, until, round(row_bytes * wanted.num_rows))
        at += batch.num_rows
        if at >= _end(part):
            return
    if at - begins != rows_told:
        # of a damaged page pyarrow may say nothing at all
        raise ValueError(f"row group {group}: holds {at - begins} of its {rows_told} rows")


def _end(part: Range) -> int:
    return sys.maxsize if part.ends is None else part.ends.row


def _rows(name: str, batch: Any, before: int) -> Iterator[Row]:  # noqa: ANN401 - pyarrow ships no types
    for place in range(batch.num_rows):
        number = before + place + 1
        data: dict[str, Any] = {}
        for field in batch.schema.names:
            try:
                value = _as_json(field, batch.column(field)[place].as_py())
            except ValueError as error:
                kind = "not UTF-8" if isinstance(error, UnicodeError) else "cannot be read"
                yield Row(name, number, None, f"{field}: {kind}")
                break
            if value is not None:
                data[field] = value
        else:
            yield Row(name, number, data)


def _as_json(field: str, value: object) -> object:
    """Return a value of a column as JSONL has it; a context may be a struct, a map, or JSON in a text."""
    if isinstance(value, dt.datetime):
        return value.isoformat()
    if field != "context" or value is None:
        return value
    if isinstance(value, str):
        return json.loads(value)
    if isinstance(value, list):
        value = dict(value)
    return (
        {key: inner for key, inner in value.items() if inner is not None}
        if isinstance(value, dict)
        else value
    )
