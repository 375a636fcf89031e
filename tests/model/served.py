"""What the tests against a real model server share: the server's files, a harness for it, and what it is doing."""

from __future__ import annotations

import asyncio
import http.client
import os
import re
import time
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.harness import open_harness
from align.harness.local_server import HOST, LocalServer, ServerCommand, free_port
from align.harness.moves import MOVE_TASK
from align.harness.registry import TaskRegistry, draft_task, judge_task
from align.harness.settings import HarnessSettings
from align.judge.judgement import Judged
from tests.harness.loops import run

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from align.harness.harness import Harness
    from align.judge.judgement import Judgement

PATIENCE = 300.0
"""Seconds for what takes 0.5 to 10 of them, so that a busy machine fails no test."""

MAX_TOKENS = 128

ANSWERED = frozenset(("truncated", "schema_violation"))
"""Causes that a server has which does its work, but with weights that know no measure."""


def command(**fields: Any) -> ServerCommand:
    """Return how the real server is started; a test without one fails."""
    paths = [os.environ.get(name) for name in ("ALIGN_MODEL_SERVER", "ALIGN_MODEL_FILE")]
    if None in paths:
        pytest.fail("no model server: `make test-model` builds one and names it")
    binary, model = (Path(str(path)) for path in paths)
    # One thread: two wait for each other at every step, and on a busy machine that is six times slower.
    return ServerCommand(binary, model, **{"port": free_port(), "threads": 1, **fields})


def started(folder: Path, **fields: Any) -> LocalServer:
    """Return a server that is ready; whoever calls this stops it."""
    server = LocalServer.start(command(**fields), folder / "server.log")
    try:
        run(lambda: server.until_ready(Deadline.after(PATIENCE)))
    except BaseException:
        server.stop()
        raise
    return server


@asynccontextmanager
async def harness_for(
    server: LocalServer, *, clock: Callable[[], float] = time.monotonic, **settings: Any
) -> AsyncIterator[Harness]:
    """Open the project's harness for a server, as its settings would; tries once unless told otherwise."""
    chosen = HarnessSettings(
        **{
            "gpu_inference_url": server.command.url,
            "gpu_llm_model": server.command.name,
            "gpu_classifier_model": server.command.name,
            "gpu_timeout_seconds": PATIENCE,
            "gpu_max_attempts": 1,
            **settings,
        }
    )
    # Such weights may talk without an end: short answers bound the time of a test, and a cut off one is no answer.
    tasks = (MOVE_TASK, draft_task(), judge_task())
    registry = TaskRegistry([replace(task, max_tokens=MAX_TOKENS) for task in tasks])
    async with open_harness(chosen, registry, clock=clock) as harness:
        yield harness


def is_answered(judgement: Judgement | None) -> bool:
    """Whether the server gave an answer, whatever it was worth."""
    return isinstance(judgement, Judged) or (isinstance(judgement, Absent) and judgement.cause in ANSWERED)


async def until_busy(server: LocalServer, asking: asyncio.Task[Any]) -> None:
    """Wait until the server works on what a task asked of it; fails when the task ends before."""
    while not await asyncio.to_thread(metric, server, "requests_processing"):
        assert not asking.done(), asking
        await asyncio.sleep(0.01)


def metric(server: LocalServer, name: str) -> float:
    """Return one of the server's own numbers."""
    with closing(http.client.HTTPConnection(HOST, server.command.port, timeout=PATIENCE)) as connection:
        connection.request("GET", "/metrics")
        text = connection.getresponse().read().decode()
    found = re.search(rf"^llamacpp:{name} (\S+)$", text, re.MULTILINE)
    assert found is not None, text
    return float(found[1])


def connections(port: int) -> list[str]:
    """Return the connections of the loopback with this port that are not over, as the kernel lists them."""
    over = {"06", "0A"}  # TIME_WAIT is the kernel's own; a listener is no connection
    rows = [line.split() for line in Path("/proc/net/tcp").read_text("utf-8").splitlines()[1:]]
    return [
        f"{local} {remote} {state}"
        for _, local, remote, state, *_ in rows
        if f":{port:04X}" in (local[-5:], remote[-5:]) and state not in over
    ]
