"""A tiny real model server, as a process: `server_process PORT PIDS [stubborn]`. It has a child, as real ones have.

It writes the ids of both to the file `PIDS`. A stubborn one does not end when it is asked to.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Health(BaseHTTPRequestHandler):
    """Answers `/health`, and nothing else."""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(200 if self.path == "/health" else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Print nothing."""


def main() -> None:
    """Serve until the process ends."""
    port, pids, *options = sys.argv[1:]
    if options:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
    server = ThreadingHTTPServer(("127.0.0.1", int(port)), Health)
    part = Path(f"{pids}.part")
    part.write_text(f"{os.getpid()} {child.pid}", "ascii")
    part.rename(pids)
    server.serve_forever()


if __name__ == "__main__":
    main()
