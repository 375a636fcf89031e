"""What Ray's workers count is what this machine counts: the same report, byte for byte, whatever the drafts are like."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from align.replay.chunks import CHUNK_ROWS
from align.replay.errors import ReplayError
from align.replay.job import Job
from align.replay.jsonl import LONGEST_LINE
from align.replay.local import replay_here
from align.replay.on_ray import replay_on_ray
from align.replay.page import page_of
from align.replay.ranges import Grain
from align.replay.report import Report
from align.replay.sources import find_sources
from align.replay.specs import SpecSet
from tests.replay import parts
from tests.replay.parts import DEARER, MARLOW, SOFIE, draft, write_jsonl

if TYPE_CHECKING:
    from pathlib import Path

    from align.replay.tally import Tally

pytestmark = pytest.mark.usefixtures("ray_of_two")

_BODIES = (parts.CLEAN, parts.HELD, parts.HELD_AFTER, parts.RELEASED, parts.CHANGED)
_SMALL = Grain(3_000, CHUNK_ROWS)
_A = SpecSet("a", {"marlow": MARLOW, "sofie": SOFIE})
_B = SpecSet("b", {"marlow": DEARER, "sofie": SOFIE})


def _job(path: Path, a: SpecSet = _A, b: SpecSet = _B) -> Job:
    return Job(a, b, find_sources(str(path)))


def _said(job: Job, tally: Tally) -> tuple[str, str, dict[str, Any]]:
    report = Report(job.a, job.b, tally, 10)
    return json.dumps(report.to_dict()), page_of(report), tally.to_dict()


def _same(job: Job, grain: Grain = _SMALL) -> Tally:
    """Replay both ways; return the tally, once it is seen to be one."""
    here, there = replay_here(job, jobs=1), replay_on_ray(job, grain=grain)
    assert _said(job, there) == _said(job, here)
    return there


def _write_parquet(path: Path, drafts: list[dict[str, Any]], **options: Any) -> Path:
    names = sorted({name for one in drafts for name in one})
    pq.write_table(pa.table({name: [one.get(name) for one in drafts] for name in names}), path, **options)
    return path


def _many(number: int, seed: int) -> list[dict[str, Any]]:
    """Return drafts of several personas and months; some have an id, and some are of nobody that is known."""
    chance = random.Random(seed)  # noqa: S311 - the same drafts each time
    return [
        draft(
            chance.choice(_BODIES),
            persona=chance.choice(["marlow", "marlow", "marlow", "sofie", f"other{chance.randrange(40)}"]),
            now=f"2026-{chance.randrange(1, 13):02}-12T10:00:00+01:00",
            id=f"d{row}" if chance.random() < 0.5 else None,
        )
        for row in range(number)
    ]


_DAMAGE = (
    b"",
    b"   ",
    b"{",
    b"null",
    b"\xff\xfe",
    b'{"body": "hi"}',
    b'{"body": 3, "now": "2026-05-12T10:00:00+01:00", "persona": "marlow"}',
    b'{"body": "hi", "now": "soon", "persona": "marlow"}',
    b'{"body": "An hour is \\ud800\\u0000 \\u00a345.", "now": "2026-05-12T10:00:00+01:00", "persona": "marlow"}',
    b"\r",
)


@pytest.mark.parametrize("seed", range(3))
def test_lines_with_damage_in_them(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same
    for name in ("b.jsonl", "a/c.ndjson", "a/b.jsonl"):
        lines = [json.dumps(one).encode() for one in _many(400, seed)]
        for _ in range(60):
            lines.insert(chance.randrange(len(lines)), chance.choice(_DAMAGE))
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"\n".join(lines) + chance.choice([b"", b"\n", b"\n\n"]))
    tally = _same(_job(tmp_path), Grain(chance.choice([700, 5_000]), CHUNK_ROWS))
    assert tally.drafts > 500
    assert tally.refused > 50
    assert tally.other_drafts > 100
    assert len({example.file for example in tally.examples}) > 0


def test_rows_of_parquet_in_groups_large_and_small(tmp_path: Path) -> None:
    _write_parquet(tmp_path / "large.parquet", _many(1300, 1), row_group_size=1000)
    _write_parquet(tmp_path / "small.parquet", _many(300, 2), row_group_size=17)
    tally = _same(_job(tmp_path))
    assert tally.drafts + tally.other_drafts == 1600


def test_parquet_files_with_damage_in_them(tmp_path: Path) -> None:
    whole = _write_parquet(tmp_path / "whole.parquet", _many(600, 3), row_group_size=200, compression="none")
    bytes_ = whole.read_bytes()
    chance = random.Random(4)  # noqa: S311 - the same
    for number in range(12):
        damaged = bytearray(bytes_)
        for _ in range(4):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        (tmp_path / f"damaged{number:02}.parquet").write_bytes(damaged)
    (tmp_path / "short.parquet").write_bytes(bytes_[: len(bytes_) // 2])
    (tmp_path / "other.parquet").write_bytes(b"PAR1 and no more")
    pq.write_table(pa.table({"text": ["hi"] * 900}), tmp_path / "text.parquet")
    tally = _same(_job(tmp_path))
    refused = {refusal.file.rpartition("/")[2] for refusal in tally.refusals if refusal.row == 0}
    assert {"short.parquet", "other.parquet", "text.parquet"} < refused


def test_a_group_that_is_damaged_ends_its_file_and_not_the_rows_before_it(tmp_path: Path) -> None:
    drafts = [draft(parts.HELD_AFTER, filler="x" * 50)] * 1800
    path = _write_parquet(tmp_path / "a.parquet", drafts, row_group_size=600, use_dictionary=False)
    column = pq.ParquetFile(path).metadata.row_group(1).column(0)
    damaged = bytearray(path.read_bytes())
    begin = column.data_page_offset
    damaged[begin : begin + 20] = b"\xff" * 20
    path.write_bytes(damaged)
    write_jsonl(tmp_path / "b.jsonl", _many(50, 5))
    tally = _same(_job(tmp_path))
    (broken,) = [refusal for refusal in tally.refusals if refusal.row == 0]
    assert broken.reason.startswith("cannot be read past row 600: ")
    assert tally.count("newly held") > 600


def test_files_without_drafts_and_lines_without_end(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").touch()
    (tmp_path / "b.jsonl").write_bytes(b"\n\n\n")
    good = json.dumps(draft(parts.HELD_AFTER)).encode()
    huge = b'{"body": "' + b"x" * (LONGEST_LINE + 3_000_000) + b'"}'
    long = json.dumps(draft(parts.HELD_AFTER + " " * 300_000)).encode()
    (tmp_path / "c.jsonl").write_bytes(b"\n".join([good, huge, good, long, good]))
    _write_parquet(tmp_path / "d.parquet", [draft("hi")])
    pq.write_table(
        pa.table({"body": pa.array([], pa.string()), "now": pa.array([], pa.string())}),
        tmp_path / "e.parquet",
    )
    tally = _same(_job(tmp_path), Grain(1 << 20, CHUNK_ROWS))
    assert [(refusal.row, refusal.reason[:9]) for refusal in tally.refusals] == [(2, "is longer")]
    assert tally.drafts == 5


def test_a_file_that_went_away(tmp_path: Path) -> None:
    gone = write_jsonl(tmp_path / "a.jsonl", _many(300, 6))
    write_jsonl(tmp_path / "b.jsonl", _many(300, 7))
    job = _job(tmp_path)
    gone.unlink()
    tally = _same(job)
    assert [str(refusal) for refusal in tally.refusals] == [
        f"{gone}: cannot be read: No such file or directory"
    ]


def test_a_file_that_is_another_one_on_a_worker_is_refused(tmp_path: Path) -> None:
    path = write_jsonl(tmp_path / "a.jsonl", _many(300, 6))
    job = _job(tmp_path)
    write_jsonl(path, _many(301, 6))
    with pytest.raises(ReplayError, match=r"a\.jsonl: has \d+ bytes here and \d+ on a worker"):
        replay_on_ray(job)


def test_a_worker_of_another_release_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_jsonl(tmp_path / "a.jsonl", _many(3, 6))
    job = _job(tmp_path)
    monkeypatch.setattr("align.replay.on_ray.release", lambda: "0.0.0")
    with pytest.raises(ReplayError, match=r"a worker has release .* and this is 0\.0\.0"):
        replay_on_ray(job)


def test_one_persona_has_the_drafts_of_nobody(tmp_path: Path) -> None:
    write_jsonl(tmp_path / "a.jsonl", [{"body": parts.HELD_AFTER, "now": parts.NOW}] * 300)
    job = _job(tmp_path, SpecSet("a", {"marlow": MARLOW}), SpecSet("b", {"marlow": DEARER}))
    assert _same(job).count("newly held") == 300
    both = replace(job, a=_A, b=_B)
    assert _same(both).refused == 300
