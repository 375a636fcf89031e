"""`align work`: real processes that take from the queue, are asked to end, and are killed."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from align.runner.queue import CandidateQueue
from specs.store import open_engine
from tests.cli.test_queue import lines
from tests.cli.test_run import CLEAN, WRONG, desk
from tests.harness.stand_in import wait_until
from tests.ports import kept_port

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Align

__all__ = ["desk"]

PATIENCE_SECONDS = 120


@pytest.fixture
def queue(desk: Path) -> CandidateQueue:
    return CandidateQueue(open_engine(f"sqlite:///{desk / 'align.db'}"))


class Receiver(ThreadingHTTPServer):
    """A webhook that keeps everybody waiting until it is let go."""

    daemon_threads = True

    def __init__(self) -> None:
        self.came = threading.Semaphore(0)
        self.let = threading.Event()
        self.keys: list[str] = []
        super().__init__(("127.0.0.1", 0), _Handler)

    @property
    def url(self) -> str:
        """Where to post to."""
        return f"http://127.0.0.1:{self.server_port}/"


class _Handler(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.keys.append(message["key"])
        self.server.came.release()
        assert self.server.let.wait(PATIENCE_SECONDS)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def receiver() -> Iterator[Receiver]:
    """Serve a webhook."""
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.let.set()
            server.shutdown()
            thread.join()


def test_the_queue_is_worked_until_it_is_empty(queue: CandidateQueue, align: Align) -> None:
    some = [*({"id": f"c{n}", "body": CLEAN} for n in range(3)), {"id": "bad", "body": WRONG}]
    align("queue", "add", "-i", "-", stdin=lines(*some))
    result = align("work", "--until-empty", "--mode", "GO", "--workers", "2")
    assert result.exit_code == 0, result.output
    told = result.stdout.splitlines()
    assert len(told) == 4
    assert any(
        line.startswith("leo/bad  held (spec_conflict, template_unavailable)  decision ") for line in told
    )
    assert queue.counts() == {"dispatched": 3, "held": 1}
    align("queue", "requeue", "leo", "bad")
    result = align("work", "--until-empty", "-q", "--mode", "PAUSE")
    assert (result.exit_code, result.stdout) == (0, "")
    assert [c.cause for c in queue.find("held")] == ["paused"]


@pytest.mark.parametrize("workers", ["0", "none"])
def test_a_bad_option_is_said(desk: Path, align: Align, workers: str) -> None:
    del desk
    assert align("work", "--workers", workers).exit_code == 2


@contextmanager
def start(command: list[str], url: str) -> Iterator[subprocess.Popen[str]]:
    """Run it as a process, which is ended with the context, whatever the test did."""
    arguments = ["work", "--mode", "GO", "--workers", "1", "--outbox", url]
    pipe = subprocess.PIPE
    with subprocess.Popen([*command, *arguments], stdout=pipe, stderr=pipe, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_the_first_signal_lets_it_end_what_it_is_at(
    queue: CandidateQueue, align: Align, command: list[str]
) -> None:
    align("queue", "add", "-i", "-", stdin=lines(*({"id": f"c{n}", "body": CLEAN} for n in range(2))))
    with receiver() as server, start(command, server.url) as process:
        assert server.came.acquire(timeout=PATIENCE_SECONDS)
        process.send_signal(signal.SIGTERM)
        assert process.stderr is not None
        assert "ending what is at hand" in process.stderr.readline()
        server.let.set()
        out, _ = process.communicate(timeout=PATIENCE_SECONDS)
    assert (process.returncode, len(out.splitlines())) == (0, 1)
    assert queue.counts() == {"dispatched": 1, "queued": 1}


def test_the_second_signal_gives_it_back_at_once(
    queue: CandidateQueue, align: Align, command: list[str]
) -> None:
    align("queue", "add", "-i", "-", stdin=lines({"id": "c1", "body": CLEAN}))
    with receiver() as server:
        with start(command, server.url) as process:
            assert server.came.acquire(timeout=PATIENCE_SECONDS)
            assert process.stderr is not None
            process.send_signal(signal.SIGINT)
            process.stderr.readline()
            process.send_signal(signal.SIGTERM)
            assert process.wait(PATIENCE_SECONDS) == 128 + signal.SIGTERM
        server.let.set()
        # No lease is waited for; the receiver meets the same key again, also without a shared key of receipts.
        result = align("work", "--mode", "GO", "--until-empty", "--outbox", server.url)
    assert result.stdout.startswith("leo/c1  dispatched")
    assert queue.counts() == {"dispatched": 1}
    assert server.keys == ["leo/c1", "leo/c1"]


def test_a_server_that_ignores_the_schema_is_found_at_the_start(
    queue: CandidateQueue, align: Align, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GPU_LLM_MODEL", "base")
    with model_server(monkeypatch), receiver() as outbox, start(command, outbox.url) as process:
        outbox.let.set()
        assert process.stderr is not None
        assert process.stderr.readline().startswith("align: model base: the schema of an answer is ignored")
        align("queue", "add", "-i", "-", stdin=lines({"id": "c1", "body": CLEAN}))
        assert process.stdout is not None
        assert process.stdout.readline().startswith("leo/c1  dispatched")
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=PATIENCE_SECONDS)
    assert queue.counts() == {"dispatched": 1}


@contextmanager
def model_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have a model server that writes a clean body, as the configured one."""
    with kept_port() as port:
        monkeypatch.setenv("GPU_INFERENCE_URL", f"http://127.0.0.1:{port}")
        served = [sys.executable, "-m", "tests.harness.server_process", str(port), CLEAN]
        with subprocess.Popen(served, cwd=Path(__file__).parents[2]) as server:
            try:
                wait_until(lambda: is_listening(port))
                yield
            finally:
                server.kill()


def is_listening(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def test_what_a_killed_one_had_is_taken_over(queue: CandidateQueue, align: Align, command: list[str]) -> None:
    align("queue", "add", "-i", "-", stdin=lines({"id": "c1", "body": CLEAN}))
    with receiver() as server:
        with start(command, server.url) as process:
            assert server.came.acquire(timeout=PATIENCE_SECONDS)
            process.kill()
        server.let.set()
        assert queue.counts() == {"sending": 1}
        with queue.engine.begin() as connection:  # a minute later
            connection.exec_driver_sql("UPDATE candidate SET available_at = '2020-01-01 00:00:00.000000'")
        align("work", "--mode", "GO", "--until-empty", "--outbox", server.url)
    assert queue.counts() == {"dispatched": 1}
    assert server.keys == ["leo/c1", "leo/c1"]
