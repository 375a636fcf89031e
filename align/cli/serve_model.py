"""`align serve-model`: a model server on this machine, until a signal comes or it ends by itself."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from pathlib import Path
from typing import Any, Final

from align.cli.drafts import InputError
from align.cli.output import Output, complain
from align.cli.pipes import run_connected
from align.cli.visible import visible
from align.harness.deadline import Deadline
from align.harness.local_server import (
    READY_SECONDS,
    STOP_SECONDS,
    LocalServer,
    LocalServerError,
    ServerCommand,
    free_port,
)

_PASSED_ON: Final = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_ENDED: Final = 1
"""The exit code when the server ends though nobody asked it to."""


def serve_model(binary: str | None, model: str | None, port: int, threads: int, log: str | None) -> int:
    """Serve until a signal comes; return 128 and its number, or 1 when the server ends by itself. Port 0: any free one."""
    if binary is None:
        raise InputError("no model server: give --binary FILE, or set ALIGN_MODEL_SERVER")
    if model is None:
        raise InputError("no weights: give --model FILE, or set ALIGN_MODEL_FILE")
    command = ServerCommand(Path(binary), Path(model), port or free_port(), threads=threads)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "server.log") if log is None else Path(log)
        try:
            path.open("ab").close()
        except OSError as error:
            raise InputError(f"{path}: {error.strerror}") from None
        try:
            return run_connected(_serve(command, path))
        except LocalServerError as error:
            raise InputError(str(error)) from None


async def _serve(command: ServerCommand, log: Path) -> int:
    loop = asyncio.get_running_loop()
    asked: asyncio.Future[int] = loop.create_future()
    ended = asyncio.Event()

    def pass_on(number: int) -> None:
        server.signal(number)
        if not asked.done():
            asked.set_result(number)

    # Before the start, so that no signal can end us alone; they are handled where this waits, never before.
    for number in _PASSED_ON:
        loop.add_signal_handler(number, pass_on, number)
    with LocalServer.start(command, log) as server:
        loop.add_reader(server, ended.set)
        serving = asyncio.create_task(_announced(server, ended))
        either: set[asyncio.Future[Any]] = {serving, asked}
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if asked.done():
                await _settled(ended)
                server.stop(0)
                return 128 + asked.result()
            await serving
        finally:
            serving.cancel()
            loop.remove_reader(server)
        complain(f"the model server ended by itself, {server.end()}")
        return _ENDED


async def _announced(server: LocalServer, ended: asyncio.Event) -> None:
    """Wait until the server is ready, say where it is, and wait until it ends."""
    await server.until_ready(Deadline.after(READY_SECONDS))
    command = server.command
    Output().show(
        [
            ((f"{command.name} at {command.url}: {visible(command.model.name)}, process {server.pid}", ""),),
            ((f"GPU_INFERENCE_URL={command.url} GPU_LLM_MODEL={command.name}", ""),),
        ]
    )
    await ended.wait()


async def _settled(ended: asyncio.Event) -> None:
    """Give a server that was signalled its time; after that it is killed."""
    try:
        async with asyncio.timeout(STOP_SECONDS):
            await ended.wait()
    except TimeoutError:
        return
