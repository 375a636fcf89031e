"""A model server on this machine: llama-server as a process of its own, for development, tests and demos.

Nothing of it is installed with the product. The server listens on the loopback only, and everything that it starts is
ended with it.
"""

from __future__ import annotations

import asyncio
import errno
import os
import select
import shutil
import signal
import socket
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from align.harness.client import ModelClient
from align.harness.transport import Transport

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path
    from types import TracebackType

    from align.harness.deadline import Deadline

HOST: Final = "127.0.0.1"
DEFAULT_PORT: Final = 8080
READY_SECONDS: Final = 120.0
"""How long loading the weights may take, on a busy machine."""
STOP_SECONDS: Final = 5.0
"""How long a server that was asked to end may take before it is killed."""

_POLL_SECONDS: Final = 0.05
_LOG_LINES: Final = 8
_GGUF: Final = b"GGUF"
# Neither keys of ours nor LLAMA_ARG_... of somebody else's reach the server.
_ENVIRONMENT: Final = ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "TMPDIR")


class LocalServerError(RuntimeError):
    """A model server that cannot be started, or that ended before it was ready; the message says why."""


@dataclass(frozen=True, slots=True)
class ServerCommand:
    """How the server is started: the binary of llama-server, the weights (GGUF), a port of the loopback.

    `context_tokens` are shared by `slots` requests at once. The server calls its model `name`. Its `threads` wait for each
    other at every step: more of them than there are idle cores make it slower, not faster.
    """

    binary: Path
    model: Path
    port: int = DEFAULT_PORT
    name: str = "judge"
    slots: int = 4
    context_tokens: int = 8192
    threads: int = 2

    @property
    def url(self) -> str:
        """Where it is asked: the value of `GPU_INFERENCE_URL`."""
        return f"http://{HOST}:{self.port}"

    def arguments(self) -> list[str]:
        """Return the command line."""
        options = {
            "-m": self.model,
            "--host": HOST,
            "--port": self.port,
            "-np": self.slots,
            "-c": self.context_tokens,
            "-t": self.threads,
            "-a": self.name,
        }
        pairs = [str(word) for option in options.items() for word in option]
        return [str(self.binary), *pairs, "--metrics"]

    def check(self) -> None:
        """Raise `LocalServerError` for a missing binary, a file that holds no weights, or a port that is taken."""
        if not self.binary.is_file():
            raise LocalServerError(f"no model server at {self.binary}: {_what_is(self.binary)}")
        if not os.access(self.binary, os.X_OK):
            raise LocalServerError(f"no model server at {self.binary}: it may not be run")
        if not self.model.is_file():
            raise LocalServerError(f"no weights at {self.model}: {_what_is(self.model)}")
        if _first_bytes(self.model) != _GGUF:
            raise LocalServerError(f"no weights at {self.model}: it is no GGUF file")
        _check_port(self.port)


def free_port() -> int:
    """Return a port of the loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
        return port


class LocalServer:
    """A server that was started, with a process group of its own; leaving the context ends all of the group.

    It also ends when the thread that started it does, by whatever death, where the system has `setpriv`: start it from
    a thread that lives as long as the server is to.
    """

    def __init__(self, command: ServerCommand, process: subprocess.Popen[bytes], log: Path) -> None:
        self.command = command
        self._process = process
        self.log = log
        # Readable once the process has ended; asking in this way leaves its number, and so its group's, taken.
        self._ending = os.pidfd_open(process.pid)

    @classmethod
    def start(cls, command: ServerCommand, log: Path) -> LocalServer:
        """Start a server whose output is added to a log file; raises `LocalServerError`. It is not ready yet."""
        command.check()
        with log.open("ab") as sink:
            try:
                process = subprocess.Popen(  # noqa: S603 - a list of words, no shell; the operator names the binary
                    [*_leash(), *command.arguments()],
                    stdin=subprocess.DEVNULL,
                    stdout=sink,
                    stderr=subprocess.STDOUT,
                    start_new_session=True,
                    env={name: os.environ[name] for name in _ENVIRONMENT if name in os.environ},
                )
            except OSError as error:
                raise LocalServerError(f"{command.binary} cannot be run: {error.strerror}") from None
        return cls(command, process, log)

    @property
    def pid(self) -> int:
        """The number of its process, and of its group."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.returncode is None and not self._waited(0)

    def fileno(self) -> int:
        """Return a descriptor that becomes readable when the server ends, for a selector or an event loop."""
        return self._ending

    async def until_ready(
        self, deadline: Deadline, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        """Wait until it answers that it is well; raises `LocalServerError` when it ends, or is not by the deadline."""
        client = ModelClient(Transport(self.command.url))
        try:
            while True:
                ill = await client.health(deadline)
                if not self.is_running:
                    raise LocalServerError(
                        f"the model server ended by itself, {self.end()}{self._last_lines()}"
                    )
                if ill is None:
                    return
                if deadline.has_passed:
                    raise LocalServerError(f"the model server is not ready: {ill}{self._last_lines()}")
                await sleep(_POLL_SECONDS)
        finally:
            await client.aclose()

    def signal(self, number: int) -> None:
        """Send a signal to the whole group; to one that has ended, nothing."""
        if self._process.returncode is None:
            with suppress(ProcessLookupError):
                os.killpg(self.pid, number)

    def stop(self, seconds: float = STOP_SECONDS) -> int:
        """End everything in the group: asked first, killed after `seconds`. Returns the exit code, below 0 for a signal's.

        Blocks; may be called again.
        """
        if self._process.returncode is None:
            self.signal(signal.SIGTERM)
            self._waited(seconds)
            self.signal(signal.SIGKILL)
            self._process.wait()
            os.close(self._ending)
        code: int = self._process.returncode
        return code

    def end(self) -> str:
        """Stop it at once, and say how it ended: "with exit code 1", "by signal 4 (Illegal instruction)"."""
        code = self.stop(0)
        return f"with exit code {code}" if code >= 0 else f"by signal {-code} ({signal.strsignal(-code)})"

    def __enter__(self) -> Self:
        """Return the server."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self.stop()

    def _waited(self, seconds: float) -> bool:
        readable, _, _ = select.select([self._ending], [], [], seconds)
        return bool(readable)

    def _last_lines(self) -> str:
        lines = self.log.read_bytes().decode("utf-8", "replace").splitlines()[-_LOG_LINES:]
        return "\n  ".join(["; the end of its log:", *lines]) if lines else "; it logged nothing"


def _leash() -> list[str]:
    setpriv = shutil.which("setpriv")
    return [] if setpriv is None else [setpriv, "--pdeathsig", "KILL", "--"]


def _what_is(path: Path) -> str:
    return "it is no file" if path.exists() else "no such file"


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(len(_GGUF))
    except OSError as error:
        raise LocalServerError(f"no weights at {path}: {error.strerror}") from None


def _check_port(port: int) -> None:
    with socket.socket() as listener:
        # As servers do: connections of the one before, which linger for a while, take nothing.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OverflowError:
            raise LocalServerError(f"{port} is no port; they go from 1 to 65535") from None
        except OSError as error:
            why = "is taken" if error.errno == errno.EADDRINUSE else f"cannot be used: {error.strerror}"
            raise LocalServerError(f"port {port} of {HOST} {why}; choose another one") from None
