"""A program that stands in for llama-server where its weights do not matter, and processes as a test looks at them."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PATIENCE_SECONDS = 120.0
"""Seconds for what takes a moment, so that a busy machine fails no test."""

# Says what it was given, then behaves as the words in its "weights" say.
_PROGRAM = """#!{python} -IS
import http.server, os, signal, subprocess, sys
words = open(sys.argv[sys.argv.index("-m") + 1]).read().split()[1:]
port = int(sys.argv[sys.argv.index("--port") + 1])
print("arguments:", *sys.argv[1:])
print("environment:", *sorted(os.environ), flush=True)
if "fails" in words:
    sys.exit("out of memory")
def told(number, frame):
    print("signal:", number, flush=True)
    if "stubborn" not in words:
        sys.exit(0)
for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(number, told)
if "forks" in words:
    print("child:", subprocess.Popen([sys.executable, "-ISc", "import signal; signal.pause()"]).pid, flush=True)
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(503 if "loading" in words else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()
        print("asked:", self.path, flush=True)
http.server.HTTPServer(("127.0.0.1", port), Handler).serve_forever()
"""


@dataclass(frozen=True)
class StandIn:
    """Where the program, its weights and its log are."""

    binary: Path
    model: Path
    log: Path

    def said(self, label: str) -> list[str]:
        """Return what the log has after a label, a line each."""
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        return [line.removeprefix(f"{label}: ") for line in lines if line.startswith(f"{label}: ")]


def stand_in(folder: Path, *words: str) -> StandIn:
    """Write the program and its weights into a folder; the words say how it behaves."""
    made = StandIn(folder / "llama-server", folder / "tiny.gguf", folder / "server.log")
    made.binary.write_text(_PROGRAM.format(python=sys.executable), "utf-8")
    made.binary.chmod(0o755)
    made.model.write_text(" ".join(["GGUF", *words]), "utf-8")
    return made


def is_alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and was not yet asked after does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in {"Z", "X"}


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait for another process; fails when it does not come to it."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end, "it does not come to it"
        time.sleep(0.01)
