"""Drafts of files and folders: JSONL and Parquet say the same, from any place on, and what is broken is named."""

from __future__ import annotations

import datetime as dt
import gzip
import os
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from align.replay import Tally, replayed
from align.replay.chunks import CHUNK_ROWS, Position
from align.replay.errors import ReplayError
from align.replay.jsonl import LONGEST_LINE
from align.replay.sources import chunks_from, find_sources
from tests.replay import parts
from tests.replay.parts import AFTER, BEFORE, draft, write_jsonl

if TYPE_CHECKING:
    from pathlib import Path

_BODIES = (parts.CLEAN, parts.HELD, parts.HELD_AFTER, parts.RELEASED, parts.CHANGED)
MANY = [draft(_BODIES[number % 5], id=f"d{number}") for number in range(2 * CHUNK_ROWS + 50)]


def tally_of(path: Path, begins: Position | None = None) -> Tally:
    """Return the tally of the files under a path."""
    chunks = chunks_from(find_sources(str(path)), begins or Position())
    return reduce(add, (replayed(chunk.rows, BEFORE, AFTER) for chunk in chunks), Tally())


def _write_parquet(path: Path, drafts: list[dict[str, Any]], **options: Any) -> Path:
    names = sorted({name for one in drafts for name in one})
    table = pa.table({name: [one.get(name) for one in drafts] for name in names})
    pq.write_table(table, path, **options)
    return path


def _unnamed(tally: Tally) -> dict[str, Any]:
    """Return a tally without the name of the file."""
    found = tally.to_dict()
    for entry in (*found["examples"], *found["refusals"]):
        del entry["file"]
    return found


def test_parquet_says_what_jsonl_says(tmp_path: Path) -> None:
    context = {"inbound": "so 45 for an hour then?", "time_locked": None}
    drafts = [
        *MANY,
        draft("Yep, that works!", context=context),
        draft("hi", persona="ada"),
        draft("hi", now="x"),
    ]
    jsonl = write_jsonl(tmp_path / "a.jsonl", [_full(one) for one in drafts])
    parquet = _write_parquet(tmp_path / "b.parquet", drafts, row_group_size=130)
    assert _unnamed(tally_of(jsonl)) == _unnamed(tally_of(parquet))
    assert tally_of(jsonl).count("newly held") == len(MANY) // 5 + 1


def _full(one: dict[str, Any]) -> dict[str, Any]:
    context = one.get("context")
    return one | ({"context": {"inbound": context["inbound"]}} if context else {})


def test_the_columns_of_parquet_may_be_of_other_types(tmp_path: Path) -> None:
    moment = dt.datetime.fromisoformat(parts.NOW).astimezone(dt.UTC)
    asked = '{"inbound": "so 45 for an hour then?"}'
    table = pa.table(
        {
            "id": [7, None],
            "body": pa.array([parts.HELD_AFTER, "Yep, that works!"]).dictionary_encode(),
            "now": pa.array([moment, moment], pa.timestamp("us", "UTC")),
            "context": [None, asked],
            "embedding": [[0.5], [0.5]],
        }
    )
    path = tmp_path / "typed.parquet"
    pq.write_table(table, path)
    tally = tally_of(path)
    assert tally.outcomes == {("marlow", "newly held"): 2}
    assert [example.name for example in tally.examples] == ["7", f"{path}:2"]


def test_bad_rows_of_parquet_are_named_by_number_and_field(tmp_path: Path) -> None:
    bodies = pa.StringArray.from_buffers(
        3, pa.py_buffer(bytes([0, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0])), pa.py_buffer(b"hi\xff")
    )
    table = pa.table({"body": bodies, "now": [parts.NOW, parts.NOW, "soon"], "context": ["{}", "{}", "{}"]})
    pq.write_table(table, tmp_path / "bad.parquet")
    tally = tally_of(tmp_path)
    assert [(refusal.row, refusal.reason) for refusal in tally.refusals] == [
        (2, "body: not UTF-8"),
        (3, "now: 'soon' is no moment"),
    ]
    assert tally.drafts == 1


@pytest.mark.parametrize("suffix", ["jsonl", "parquet"])
def test_what_is_done_and_what_is_left_is_the_whole_at_every_chunk(tmp_path: Path, suffix: str) -> None:
    write = write_jsonl if suffix == "jsonl" else _write_parquet
    write(tmp_path / f"a.{suffix}", MANY)
    write(tmp_path / f"b.{suffix}", MANY[:30])
    whole = tally_of(tmp_path)
    assert whole.drafts == len(MANY) + 30
    done = Tally()
    for chunk in chunks_from(find_sources(str(tmp_path)), Position()):
        done += replayed(chunk.rows, BEFORE, AFTER)
        assert done + tally_of(tmp_path, chunk.until) == whole


def test_a_folder_is_read_by_name_and_what_is_no_draft_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "2025").mkdir()
    write_jsonl(tmp_path / "2025/b.ndjson", MANY[:1])
    write_jsonl(tmp_path / "a.jsonl", MANY[1:2])
    (tmp_path / "README.md").write_text("about these")
    names = [source.path.relative_to(tmp_path).as_posix() for source in find_sources(str(tmp_path))]
    assert names == ["2025/b.ndjson", "a.jsonl"]
    assert tally_of(tmp_path).drafts == 2


@pytest.mark.parametrize("name", ["b.jsonl.gz", "b.ndjson.gz", "b.parquet.gz", "b.jsonl"])
def test_compressed_drafts_are_refused_and_not_passed_over(tmp_path: Path, name: str) -> None:
    plain = write_jsonl(tmp_path / "a.jsonl", MANY[:5])
    (tmp_path / "c.csv.gz").write_bytes(gzip.compress(b"no drafts"))
    assert tally_of(tmp_path).drafts == 5
    packed = tmp_path / name
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    for path in (tmp_path, packed):
        with pytest.raises(ReplayError) as refused:
            find_sources(str(path))
        assert str(refused.value) == f"{packed}: is compressed; unpack it first"


def test_a_broken_file_is_named_and_the_next_one_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and no more")
    pq.write_table(pa.table({"text": ["hi"]}), tmp_path / "b.parquet")
    write_jsonl(tmp_path / "c.jsonl", MANY[:5])
    gone = write_jsonl(tmp_path / "d.jsonl", MANY[:5])
    sources = find_sources(str(tmp_path))
    gone.unlink()
    tallies = [replayed(chunk.rows, BEFORE, AFTER) for chunk in chunks_from(sources, Position())]
    tally = reduce(add, tallies, Tally())
    assert tally.drafts == 5
    assert [(refusal.file, refusal.row) for refusal in tally.refusals] == [
        (str(tmp_path / name), 0) for name in ("a.parquet", "b.parquet", "d.jsonl")
    ]
    assert tally.refusals[1].reason == "cannot be read: body: there is no such column"
    assert str(tally.refusals[2]) == f"{gone}: cannot be read: No such file or directory"


def test_lines_are_numbered_as_an_editor_does_and_one_without_end_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    long = b'{"body": "' + b"x" * LONGEST_LINE + b'"}\n'
    path.write_bytes(b"\n\n{\n" + long + b"  \n[\n")
    tally = tally_of(path)
    assert [(refusal.row, refusal.reason[:14]) for refusal in tally.refusals] == [
        (3, "not JSON: Expe"),
        (4, "is longer than"),
        (6, "not JSON: Expe"),
    ]


def test_without_pyarrow_a_parquet_file_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _write_parquet(tmp_path / "drafts.parquet", MANY[:1])
    monkeypatch.setattr("align.replay.parquet.find_spec", lambda _name: None)
    with pytest.raises(ReplayError, match=r"install the extra: draft-alignment-gate\[parquet\]"):
        find_sources(str(path))


def test_what_is_neither_file_nor_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match="nothing: cannot be read: No such file"):
        find_sources(str(tmp_path / "nothing"))
    with pytest.raises(ReplayError, match="has no drafts"):
        find_sources(str(tmp_path))
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReplayError, match="is neither a file nor a folder"):
        find_sources(str(tmp_path / "pipe"))
