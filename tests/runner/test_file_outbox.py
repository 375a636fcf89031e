"""The outbox in a file: each message once, on the disk, whoever was killed at whatever moment."""

from __future__ import annotations

import asyncio
import fcntl
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from align.runner.file_outbox import FileOutbox
from align.runner.ports import Delivery, Dispatcher, DispatchError
from tests.audit.decisions import NASTY
from tests.runner.parts import NOW, OUT

ROOT = Path(__file__).parents[2]

KILLED = """
import os, signal, sys
from align.runner.file_outbox import FileOutbox
from align.runner.ports import Outgoing

path, count, point = sys.argv[1], int(sys.argv[2]), sys.argv[3]
outbox = FileOutbox(path)
for number in range(count):
    outbox.append(Outgoing(f"c{number}", "leo", "d1", "Hello"))

def kill(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if point == "before the disk":
    os.fsync = kill
    outbox.append(Outgoing("last", "leo", "d1", "Hello"))
elif point == "in the middle of a line":
    # What the kernel has written of a line when the process goes.
    with open(path, "ab") as file:
        file.write(b'{"key": "last", "bo')
        file.flush()
        kill()
else:
    outbox.append(Outgoing("last", "leo", "d1", "Hello"))
    kill()
"""


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_a_message_is_a_line(tmp_path: Path) -> None:
    outbox: Dispatcher = FileOutbox(tmp_path / "out.jsonl", clock=lambda: NOW)
    assert asyncio.run(outbox.dispatch(replace(OUT, body=NASTY))) == Delivery()
    assert lines(tmp_path / "out.jsonl") == [
        {
            "key": "leo/c1",
            "persona": "leo",
            "candidate_id": "c1",
            "decision_id": "d1",
            "body": NASTY,
            "at": NOW.isoformat(),
        }
    ]


def test_a_key_stands_in_the_file_once(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    one, other = FileOutbox(path), FileOutbox(path)
    assert [box.append(OUT).is_duplicate for box in (one, other, one, FileOutbox(path))] == [
        False,
        True,
        True,
        True,
    ]
    assert not other.append(replace(OUT, candidate_id="c2")).is_duplicate
    assert one.append(replace(OUT, candidate_id="c2", body="Another")).is_duplicate
    assert [line["candidate_id"] for line in lines(path)] == ["c1", "c2"]


@pytest.mark.parametrize(
    ("point", "is_there"),
    [("before the disk", True), ("in the middle of a line", False), ("after its return", True)],
)
def test_a_killed_process_loses_and_doubles_nothing(tmp_path: Path, point: str, is_there: bool) -> None:
    path = tmp_path / "out.jsonl"
    child = subprocess.run([sys.executable, "-c", KILLED, str(path), "3", point], check=False, cwd=ROOT)
    assert child.returncode == -signal.SIGKILL
    outbox = FileOutbox(path)
    assert outbox.append(replace(OUT, candidate_id="last")).is_duplicate == is_there
    assert outbox.append(replace(OUT, candidate_id="next")) == Delivery()
    assert [line["candidate_id"] for line in lines(path)] == ["c0", "c1", "c2", "last", "next"]


def _append_all(path: str, names: list[str]) -> None:
    outbox = FileOutbox(path)
    for name in names:
        outbox.append(replace(OUT, candidate_id=name, body="x" * 5000))


def test_processes_that_share_a_file_write_each_key_once(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    names = [f"c{n}" for n in range(40)]
    spawn = multiprocessing.get_context("spawn")
    workers = [spawn.Process(target=_append_all, args=(str(path), order)) for order in (names, names[::-1])]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(line["candidate_id"] for line in lines(path)) == sorted(names)


def test_a_line_that_another_process_is_writing_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.jsonl"
    line = b'{"key": "leo/c9", "persona": "leo", "candidate_id": "c9", "body": "Hello"}\n'
    asked, lock = threading.Event(), fcntl.flock

    def asking(file: Any, operation: int) -> None:
        asked.set()
        lock(file, operation)

    with path.open("ab", buffering=0) as other:
        lock(other, fcntl.LOCK_EX)
        other.write(line[:9])
        monkeypatch.setattr(fcntl, "flock", asking)
        thread = threading.Thread(target=FileOutbox(path).append, args=(OUT,))
        thread.start()
        assert asked.wait(30)
        other.write(line[9:])
    thread.join()
    assert [line["candidate_id"] for line in lines(path)] == ["c9", "c1"]


def test_a_file_that_was_begun_anew_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    outbox = FileOutbox(path)
    outbox.append(OUT)
    path.write_bytes(b"")
    assert outbox.append(OUT) == Delivery()
    path.rename(tmp_path / "taken-away.jsonl")
    assert outbox.append(replace(OUT, candidate_id="c2")) == Delivery()
    assert outbox.append(OUT) == Delivery()
    assert [line["candidate_id"] for line in lines(path)] == ["c2", "c1"]


def test_a_disk_that_fails_leaves_no_half_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.jsonl"
    outbox = FileOutbox(path)
    outbox.append(OUT)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(DispatchError, match="the outbox cannot be written: No space left") as failed:
            outbox.append(replace(OUT, candidate_id="c2", body="zanzibar"))
    assert "zanzibar" not in str(failed.value)
    assert [line["candidate_id"] for line in lines(path)] == ["c1"]
    assert outbox.append(replace(OUT, candidate_id="c2")) == Delivery()


def test_a_file_of_before_is_read_on(tmp_path: Path) -> None:
    """Its keys were ids alone; none of its messages is written again, and no other is taken for one of them."""
    path = tmp_path / "out.jsonl"
    old = [{"key": key, "persona": "leo", "decision_id": "d1", "body": "Hi"} for key in ("c1", "leo/c2")]
    path.write_text("".join(json.dumps(line) + "\n" for line in old))
    outbox = FileOutbox(path)
    assert outbox.append(OUT).is_duplicate
    assert outbox.append(replace(OUT, begun_as="c1")).is_duplicate
    assert not outbox.append(replace(OUT, persona="ana")).is_duplicate
    assert not outbox.append(replace(OUT, candidate_id="c2")).is_duplicate


def test_a_file_that_is_none_of_ours_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("notes\n")
    with pytest.raises(DispatchError, match="a line that is no message"):
        FileOutbox(path).append(OUT)
    assert path.read_text() == "notes\n"
    with pytest.raises(DispatchError, match="cannot be written"):
        FileOutbox(tmp_path / "none" / "out.jsonl").append(OUT)
