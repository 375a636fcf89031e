"""Ranges of a file, read apart: each row comes once and with its number, wherever the cuts fall."""

from __future__ import annotations

import io
import tempfile
from functools import cache, reduce
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from align.replay import replayed
from align.replay.chunks import CHUNK_ROWS, Position
from align.replay.jsonl import LONGEST_LINE
from align.replay.range_steps import RangeWork, unbroken
from align.replay.ranges import Grain, measured, pieces_of, ranges_of
from align.replay.sources import chunks_from, chunks_of, find_sources
from tests.replay import parts
from tests.replay.parts import AFTER, BEFORE, NOW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.replay.chunks import Range, Source
    from align.replay.rows import Row


def _ranges(sources: Sequence[Source], grain: Grain, begins: Position | None = None) -> list[Range]:
    pieces = list(pieces_of(sources, begins or Position(), grain))
    return list(ranges_of(((piece, measured(piece)) for piece in pieces), grain))


def _rows(ranges: Sequence[Range]) -> list[Row]:
    return [row for part in ranges for chunk in chunks_of(part) for row in chunk.rows]


def _whole(sources: Sequence[Source], begins: Position | None = None) -> list[Row]:
    return [row for chunk in chunks_from(sources, begins or Position()) for row in chunk.rows]


_LINES = st.lists(
    st.sampled_from([b"", b" ", b"{", b'{"body": "hi"}', b"x" * 40, b"\r", b"\xff"]), max_size=40
)


@given(lines=_LINES, is_ended=st.booleans(), size=st.integers(1, 90))
@example(lines=[], is_ended=False, size=1)
@example(lines=[b""], is_ended=True, size=1)
@example(lines=[b"", b""], is_ended=True, size=1)
@example(lines=[b"x" * 40, b"{"], is_ended=False, size=41)
def test_ranges_of_jsonl_have_the_rows_of_the_whole(lines: list[bytes], is_ended: bool, size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "drafts.jsonl")
        path.write_bytes(b"\n".join(lines) + (b"\n" if is_ended else b""))
        sources = find_sources(str(path))
        ranges = _ranges(sources, Grain(size, CHUNK_ROWS))
        assert _rows(ranges) == _whole(sources)
        assert all(
            part.ends is None or part.ends.offset - part.begins.offset < size + 41 + 1 for part in ranges
        )


@given(
    groups=st.lists(st.integers(0, 900), min_size=1, max_size=6),
    most=st.integers(1, 4).map(lambda chunks: chunks * CHUNK_ROWS),
)
def test_ranges_of_parquet_have_the_rows_of_the_whole(groups: list[int], most: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "drafts.parquet")
        schema = pa.schema([("body", pa.string()), ("now", pa.string())])
        with pq.ParquetWriter(path, schema) as writer:
            for number, rows in enumerate(groups):
                bodies = [f"{number}: {row}" for row in range(rows)]
                writer.write_table(pa.table({"body": bodies, "now": [NOW] * rows}, schema=schema))
        sources = find_sources(str(path))
        ranges = _ranges(sources, Grain(1, most))
        assert _rows(ranges) == _whole(sources)
        assert all(part.ends is None or part.ends.row - part.begins.row <= most for part in ranges)


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_ranges_begin_at_any_place_that_a_replay_has_come_to(tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        path = tmp_path / f"{name}.{suffix}"
        bodies = [f"{name}{number}" for number in range(3 * CHUNK_ROWS + 20)]
        if suffix == "jsonl":
            path.write_text("".join(f'{{"body": "{body}"}}\n' for body in bodies))
        else:
            pq.write_table(pa.table({"body": bodies, "now": [NOW] * len(bodies)}), path, row_group_size=450)
    sources = find_sources(str(tmp_path))
    for chunk in chunks_from(sources, Position()):
        left = _ranges(sources, Grain(1000, CHUNK_ROWS), chunk.until)
        assert _rows(left) == _whole(sources, chunk.until)


def test_a_line_without_end_is_read_by_one_range_and_named_once(tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    path.write_bytes(b"{\n" + b"x" * (LONGEST_LINE + 5_000_000) + b"\n[\n")
    ranges = _ranges(find_sources(str(path)), Grain(1 << 20, CHUNK_ROWS))
    assert [(part.begins.row, part.begins.offset) for part in ranges] == [
        (0, 0),
        (2, path.stat().st_size - 2),
    ]
    assert [row.number for row in _rows(ranges)] == [1, 2, 3]


def test_a_file_that_cannot_be_measured_is_one_range(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and no more")
    gone = tmp_path / "b.jsonl"
    gone.write_text("{\n" * 900)
    sources = find_sources(str(tmp_path))
    gone.unlink()
    ranges = _ranges(sources, Grain(100, CHUNK_ROWS))
    assert [(part.begins, part.ends) for part in ranges] == [(Position(0), None), (Position(1), None)]
    assert _rows(ranges) == _whole(sources)


@cache
def _sound() -> bytes:
    """Return a Parquet file of three row groups; of most of its drafts there are no specs, which is soon seen."""
    personas = ["ada" if number % 20 else "marlow" for number in range(900)]
    file = io.BytesIO()
    table = pa.table({"body": [parts.HELD_AFTER] * 900, "now": [NOW] * 900, "persona": personas})
    pq.write_table(table, file, row_group_size=300, compression="none", use_dictionary=False)
    return file.getvalue()


@settings(max_examples=25)
@example(damage=[(5, 1), (19862, 0)])  # pyarrow leaves out the rows of the first page, and says nothing
@given(st.lists(st.tuples(st.integers(4, len(_sound()) - 5), st.integers(0, 255)), min_size=1, max_size=5))
def test_a_damaged_file_ends_at_the_same_row_when_its_ranges_are_read_apart(
    damage: list[tuple[int, int]],
) -> None:
    damaged = bytearray(_sound())
    for place, byte in damage:
        damaged[place] = byte
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.parquet").write_bytes(damaged)
        Path(folder, "b.parquet").write_bytes(_sound())
        sources = find_sources(folder)
        ranges = _ranges(sources, Grain(1, CHUNK_ROWS))
        apart = [step.tally for step in unbroken(ranges, map(RangeWork(BEFORE, AFTER), ranges))]
        whole = [replayed(chunk.rows, BEFORE, AFTER) for chunk in chunks_from(sources, Position())]
    assert reduce(add, apart) == reduce(add, whole)


def test_ranges_keep_the_workers_busy_and_stay_small() -> None:
    assert Grain.for_workers(0, 2) == Grain(1 << 16, 2 * CHUNK_ROWS)
    assert Grain.for_workers(1 << 40, 64) == Grain(1 << 22, 100 * CHUNK_ROWS)
    for total in (10**6, 10**8, 10**10):
        grain = Grain.for_workers(total, 4)
        assert grain.rows % CHUNK_ROWS == 0
        assert grain.size == 1 << 22 or total // grain.size >= 15
