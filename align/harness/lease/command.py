"""Machines that commands provision and release: a cloud's command line, or a script."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from align.harness.answers import load_json
from align.harness.lease.provider import MachineState, ProviderError

if TYPE_CHECKING:
    from collections.abc import Sequence

PLACEHOLDER: Final = "{machine}"
"""Stands for the machine's name in the arguments."""

MAX_OUTPUT_BYTES: Final = 64 * 1024

_STATES: Final[tuple[MachineState, ...]] = get_args(MachineState)
_FORM: Final = '{"state": "absent"}, {"state": "starting"} or {"state": "running"}'


@dataclass(frozen=True, slots=True)
class CommandProvider:
    """Runs commands, given as lists of arguments and never through a shell, with `{machine}` replaced.

    `provision` and `release` say by their exit code whether they worked; `release` must succeed as well when there is
    no such machine. `status` prints one JSON object `{"state": "absent" | "starting" | "running"}` and nothing else; it
    must know a machine as soon as `provision` has ended. A command that takes longer than its time (in seconds) is
    killed with all that it started in its process group. What commands print is in no error: it may hold keys.
    """

    provision_arguments: Sequence[str]
    status_arguments: Sequence[str]
    release_arguments: Sequence[str]
    provision_seconds: float = 600.0
    status_seconds: float = 30.0
    release_seconds: float = 300.0

    async def provision(self, machine: str) -> None:
        """Run the command that provisions; raises `ProviderError`."""
        await _run("provision", self.provision_arguments, machine, self.provision_seconds)

    async def status(self, machine: str) -> MachineState:
        """Run the command that tells the status; raises `ProviderError` for any other output than the one asked for."""
        printed = await _run("status", self.status_arguments, machine, self.status_seconds)
        try:
            told = load_json(printed)
        except ValueError:
            told = None
        for state in _STATES:
            if told == {"state": state}:
                return state
        raise ProviderError(f"the status command printed something other than {_FORM}")

    async def release(self, machine: str) -> None:
        """Run the command that releases; raises `ProviderError`."""
        await _run("release", self.release_arguments, machine, self.release_seconds)


async def _run(what: str, arguments: Sequence[str], machine: str, seconds: float) -> bytes:
    """Return what a command printed; raises `ProviderError` when it failed, or took or printed too much."""
    words = [argument.replace(PLACEHOLDER, machine) for argument in arguments]
    try:
        process = await asyncio.create_subprocess_exec(
            *words,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or type(error).__name__
        raise ProviderError(f"the {what} command cannot be run: {told}") from None
    try:
        async with asyncio.timeout(seconds):
            printed = await _printed(process)
            if printed is not None:
                await process.wait()
    except TimeoutError:
        raise ProviderError(f"the {what} command took longer than {seconds:g} s and was killed") from None
    finally:
        await _end(process)
    if printed is None:
        raise ProviderError(f"the {what} command printed more than {MAX_OUTPUT_BYTES} bytes and was killed")
    if process.returncode:
        raise ProviderError(f"the {what} command failed with exit code {process.returncode}")
    return printed


async def _printed(process: asyncio.subprocess.Process) -> bytes | None:
    found = bytearray()
    if process.stdout is not None:
        while chunk := await process.stdout.read(MAX_OUTPUT_BYTES):
            found += chunk
            if len(found) > MAX_OUTPUT_BYTES:
                return None
    return bytes(found)


async def _end(process: asyncio.subprocess.Process) -> None:
    """Kill a command that did not end, with its group, and read the rest of its pipe, so that nothing is left open."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    while process.stdout is not None and await process.stdout.read(MAX_OUTPUT_BYTES):
        pass
    await process.wait()
