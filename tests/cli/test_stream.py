from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, TypeVar

import pytest

from align.cli.stream import RawLine, Show, outcomes, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.cli.drafts import DraftLine

T = TypeVar("T")
PATIENCE_SECONDS = 240
NOW = "2026-05-12T10:00:00+01:00"


def shout(draft: DraftLine, name: str) -> tuple[Show, bool]:
    """Stand in for a check; defined here, so that another process can import it."""
    if draft.body == "crash":
        raise RuntimeError(name)
    return (((draft.body.upper(), ""),),), draft.body == "bad"


def line(number: int, body: str) -> RawLine:
    return RawLine(number, json.dumps({"id": number, "body": body, "now": NOW}).encode())


def test_lines_are_numbered_as_an_editor_does_and_blank_ones_skipped() -> None:
    stream = io.BytesIO("a\n\n  \r\nb\u2028c\x0cd\n".encode())
    assert [(got.number, got.raw.decode().rstrip()) for got in read_lines(stream)] == [
        (1, "a"),
        (4, "b\u2028c\x0cd"),
    ]


def test_a_bad_line_and_a_crash_do_not_stop_the_others() -> None:
    lines = [line(1, "a"), RawLine(2, b"{"), line(3, "crash"), line(4, "bad")]
    got = list(outcomes(lines, shout, jobs=1))
    assert [(o.number, o.held) for o in got] == [(1, False), (2, False), (3, False), (4, True)]
    assert got[1].problem is not None
    assert got[1].problem.startswith("not JSON")
    assert got[2].problem == "the check failed: RuntimeError('3')"
    assert got[3].show == ((("BAD", ""),),)


def test_input_is_taken_as_it_is_needed() -> None:
    taken: list[int] = []

    def lines() -> Iterator[RawLine]:
        for number in range(1, 100):
            taken.append(number)
            yield line(number, "a")

    next(iter(outcomes(lines(), shout, jobs=1)))
    assert taken == [1]


@contextmanager
def start(command: list[str], *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process beside the test; it is killed when the test ends, or waits for too long."""
    pipe = subprocess.PIPE
    process = subprocess.Popen([*command, *arguments], stdin=pipe, stdout=pipe, stderr=pipe)
    watch = Timer(PATIENCE_SECONDS, process.kill)
    watch.start()
    try:
        with process:
            try:
                yield process
            finally:
                watch.cancel()
                process.kill()
    finally:
        watch.join()


def test_a_result_is_there_before_the_next_line_is(
    command: list[str], facts: str, jsonl: Callable[..., str]
) -> None:
    with start(command, "validate", "--facts", facts, "--input", "-", "--output", "jsonl") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for body in ("Thank you!", "See you soon."):
            process.stdin.write(jsonl(body).encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["ok"] is True
        process.stdin.close()
        assert process.wait(PATIENCE_SECONDS) == 0


@pytest.mark.parametrize("form", ["text", "json", "jsonl"])
def test_several_processes_say_what_one_says(
    command: list[str], facts: str, tmp_path: Path, jsonl: Callable[..., str], form: str
) -> None:
    bodies = [f"Hi {n}! An hour is £{40 + n % 10}." for n in range(700)]
    source = tmp_path / "drafts.jsonl"
    source.write_text(jsonl(*bodies) + "{\n" + jsonl("call me"), "utf-8")
    arguments = [*command, "validate", "--facts", facts, "--input", str(source), "--output", form]
    one = subprocess.run(arguments, capture_output=True, check=False)
    two = subprocess.run([*arguments, "--jobs", "2"], capture_output=True, check=False)
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)
    assert one.returncode == 2
    assert b"line 701: not JSON" in one.stderr


def _peak(command: list[str], facts: str, source: Path) -> int:
    """Return the largest resident size in KiB of a run over `source`."""
    arguments = [*command, "validate", "--facts", facts, "--input", str(source), "--output", "jsonl"]
    script = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, check=True)
    return int(done.stdout)


def test_memory_does_not_grow_with_the_input(
    command: list[str], facts: str, tmp_path: Path, jsonl: Callable[..., str]
) -> None:
    short, long = tmp_path / "short.jsonl", tmp_path / "long.jsonl"
    text = jsonl("Thank you so much for writing, it really made my morning.")
    short.write_text(text, "utf-8")
    row = json.loads(text) | {"padding": "x" * 2_000}
    with long.open("w", encoding="utf-8") as file:
        for number in range(15_000):
            file.write(json.dumps(row | {"id": number}) + "\n")
    grown = _peak(command, facts, long) - _peak(command, facts, short)
    assert grown < 12 * 1024, f"{grown} KiB more for {long.stat().st_size // 1024} KiB of input"


def test_a_reader_that_goes_away_ends_it_quietly(
    command: list[str], facts: str, jsonl: Callable[..., str], tmp_path: Path
) -> None:
    source = tmp_path / "drafts.jsonl"
    source.write_text(jsonl(*["See you soon."] * 3_000), "utf-8")
    with start(command, "validate", "--facts", facts, "--input", str(source), "--output", "jsonl") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(PATIENCE_SECONDS) == -signal.SIGPIPE
        assert process.stderr.read() == b""


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_ends_it_with_130(command: list[str], facts: str, jobs: str) -> None:
    arguments = ["validate", "--facts", facts, "--input", "-", "--output", "jsonl", "--jobs", jobs]
    with start(command, *arguments) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write((json.dumps({"id": 1, "body": "hi", "now": NOW}) + "\n").encode() * 1_500)
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE_SECONDS) == 130
        assert b"Traceback" not in process.stderr.read()
        process.stdin.close()


def test_workers_do_not_outlive_a_killed_parent(command: list[str], facts: str) -> None:
    arguments = ["validate", "--facts", facts, "--input", "-", "--output", "jsonl", "--jobs", "2"]
    with start(command, *arguments) as process:
        assert process.stdin is not None
        process.stdin.write((json.dumps({"id": 1, "body": "hi", "now": NOW}) + "\n").encode() * 400)
        process.stdin.flush()
        children = _wait_for(lambda: _workers(process.pid))
        assert children
        process.kill()
        process.wait()
        assert _wait_for(lambda: not any(_is_alive(pid) for pid in children))


def _workers(parent: int) -> list[int]:
    """Return the worker processes of `parent`, once both are there."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            stat = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            words = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if int(stat[1]) == parent and b"spawn_main" in words:
            found.append(int(entry.name))
    return found if len(found) == 2 else []


def _is_alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def _wait_for(look: Callable[[], T]) -> T:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (found := look()) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found
