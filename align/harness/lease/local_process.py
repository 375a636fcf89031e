"""A machine that is a process here: a real server, started, found again after a crash, and stopped with all of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from align.harness.deadline import Deadline
from align.harness.lease.provider import MachineState, ProviderError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Sequence

MARK: Final = "ALIGN_LEASE_MACHINE"
"""The variable in the environment of the server, and of all that it starts, that names the machine."""

LOOK_SECONDS: Final = 0.05

KILL_SECONDS: Final = 30.0
"""How long the system may take to end what was killed."""

_PROC: Final = Path("/proc")


class LocalProcess:
    """Starts `arguments` (no shell) as the machine, and ends it with every process of its group.

    The server's environment carries the machine's name from its first moment, so that nothing has to be written down to
    find it after its starter was killed. It is asked to end (SIGTERM), and killed after `stop_seconds`. `log` is the file
    to which it prints; without one, what it prints is lost. Needs Linux's /proc. `clock` is monotonic.
    """

    provision_seconds = 10.0

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        stop_seconds: float = 10.0,
        log: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._arguments = tuple(arguments)
        self._stop_seconds = stop_seconds
        self._log = log
        self._clock = clock
        self._sleep = sleep
        self._children: dict[str, subprocess.Popen[bytes]] = {}

    async def provision(self, machine: str) -> None:
        """Start the server, unless it runs; raises `ProviderError` when it cannot be started."""
        if await self.status(machine) == "absent":
            await self.release(machine)  # what an ended server left behind
            self._children[machine] = self._started(machine)

    async def status(self, machine: str) -> MachineState:
        """Return whether the server runs."""
        child = self._children.get(machine)
        if child is not None:
            return "absent" if _has_ended(child) else "running"
        return "running" if await asyncio.to_thread(_marked, machine) else "absent"

    async def release(self, machine: str) -> None:
        """End the server and whatever it started, also when another process had started it; raises `ProviderError`."""
        child = self._children.get(machine)
        for number, seconds in ((signal.SIGTERM, self._stop_seconds), (signal.SIGKILL, KILL_SECONDS)):
            deadline = Deadline.after(seconds, self._clock)
            if await self._is_left(machine, child):
                await asyncio.to_thread(_signal, machine, child, number)
            while await self._is_left(machine, child) and not deadline.has_passed:
                await self._sleep(LOOK_SECONDS)
        if await self._is_left(machine, child):
            raise ProviderError("the local server cannot be killed")
        if child is not None:
            # Until it is waited for, its id is nobody else's: those of its group that hid their mark can be killed.
            _signal_group(child.pid, signal.SIGKILL)
            await asyncio.to_thread(child.wait)
            del self._children[machine]

    @staticmethod
    async def _is_left(machine: str, child: subprocess.Popen[bytes] | None) -> bool:
        return (child is not None and not _has_ended(child)) or bool(
            await asyncio.to_thread(_marked, machine)
        )

    def _started(self, machine: str) -> subprocess.Popen[bytes]:
        try:
            with Path(self._log or os.devnull).open("ab") as log:
                return subprocess.Popen(  # noqa: S603 - the operator's own command
                    self._arguments,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=log,
                    env={**os.environ, MARK: machine},
                    start_new_session=True,
                )
        except (OSError, ValueError) as error:
            told = getattr(error, "strerror", None) or type(error).__name__
            raise ProviderError(f"the local server cannot be started: {told}") from None


def _has_ended(child: subprocess.Popen[bytes]) -> bool:
    """Whether a child has ended; its remains are left, so that its id stays its own."""
    options = os.WEXITED | os.WNOHANG | os.WNOWAIT
    return child.returncode is not None or os.waitid(os.P_PID, child.pid, options) is not None


def _marked(machine: str) -> list[int]:
    """Return the processes that carry a machine's name and have not ended."""
    return [
        int(entry.name) for entry in _PROC.iterdir() if entry.name.isdigit() and _has_mark(entry, machine)
    ]


def _has_mark(entry: Path, machine: str) -> bool:
    try:
        # Of a process that has ended, nothing but an empty environment is left.
        return f"{MARK}={machine}".encode() in (entry / "environ").read_bytes().split(b"\0")
    except OSError:
        return False  # gone by now, or not ours


def _signal(machine: str, child: subprocess.Popen[bytes] | None, number: signal.Signals) -> None:
    """Send a signal to the processes of a machine, and to those beside them in their groups."""
    groups = set() if child is None else {child.pid}
    for pid, handle in _opened(machine):
        with suppress(ProcessLookupError):
            groups.add(os.getpgid(pid))
            signal.pidfd_send_signal(handle, number)
    for group in groups - {os.getpgrp()}:
        _signal_group(group, number)


def _signal_group(group: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(group, number)


def _opened(machine: str) -> Iterator[tuple[int, int]]:
    """Yield the marked processes with a handle on each, which stays with the process when its id is used again."""
    for pid in _marked(machine):
        try:
            handle = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        try:
            if _has_mark(_PROC / str(pid), machine):
                yield pid, handle
        finally:
            os.close(handle)
