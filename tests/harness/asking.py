"""A harness for the test server, and a call to make."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.harness.answers import Answer
from align.harness.breaker import Breaker, BreakerPolicy
from align.harness.client import Message, ModelClient
from align.harness.deadline import Deadline
from align.harness.failures import Absent, Cause
from align.harness.harness import Ask, Call, Harness, Route, Server, Watcher
from align.harness.moves import MOVE_TASK
from align.harness.registry import TaskName, TaskRegistry, draft_task, judge_task
from align.harness.retries import RetryPolicy
from align.harness.transport import Transport
from align.harness.turns import PriorityQueue

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    import httpx

SECRET = "private words of a client"  # noqa: S105 - it must not leak, but it opens nothing
DRAFT = Ask("prospect.draft", (Message("user", SECRET),))


async def no_sleep(_seconds: float) -> None:
    """Pause for nothing, but let others run."""
    await asyncio.sleep(0)


@dataclass
class Watch:
    """Remembers what it was told."""

    names: list[TaskName] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)

    def began(self, task: TaskName) -> None:
        """Remember the task."""
        self.names.append(task)

    def ended(self, call: Call) -> None:
        """Remember the call."""
        self.calls.append(call)


@asynccontextmanager
async def harness_at(  # noqa: PLR0913 - a test sets what it is about
    url: str,
    *,
    key: str | None = None,
    attempts: int = 1,
    concurrency: int = 4,
    timeout_seconds: float = 20.0,
    breaker: Breaker | None = None,
    sends_priority: bool = False,
    watch: Watcher | None = None,
    sleep: Callable[[float], Awaitable[None]] = no_sleep,
    wire: Callable[[], httpx.AsyncBaseTransport] | None = None,
) -> AsyncIterator[Harness]:
    """Open a harness for one server, with `base` and `adapter` as its models."""
    server = Server(
        ModelClient(Transport(url, key=key, wire=wire)),
        PriorityQueue(concurrency),
        breaker or Breaker(BreakerPolicy(failures=1000)),
        sends_priority=sends_priority,
        timeout_seconds=timeout_seconds,
    )
    async with Harness(
        TaskRegistry([MOVE_TASK, draft_task(), judge_task()]),
        {"llm": Route(server, "base"), "classifier": Route(server, "adapter")},
        retries=RetryPolicy(attempts=attempts, sleep=sleep, random=lambda: 0.0),
        watchers=[watch or Watch()],
    ) as harness:
        yield harness


async def answer_of(harness: Harness, ask: Ask = DRAFT) -> Answer:
    """Ask, and return the answer that must come."""
    found = await harness.ask(ask, Deadline.after(20.0))
    assert isinstance(found, Answer), found
    return found


async def absence_of(harness: Harness, ask: Ask = DRAFT, seconds: float = 20.0) -> Absent:
    """Ask, and return why no answer came; what was asked is not in it."""
    found = await harness.ask(ask, Deadline.after(seconds))
    assert isinstance(found, Absent), found
    assert SECRET not in str(found)
    return found


async def cause_of(harness: Harness, ask: Ask = DRAFT, seconds: float = 20.0) -> Cause:
    """Ask, and return the cause for which no answer came."""
    return (await absence_of(harness, ask, seconds)).cause


async def until(condition: Callable[[], bool]) -> None:
    """Let the loop run until something holds."""
    async with asyncio.timeout(120):
        while not condition():  # noqa: ASYNC110 - what the server sees has no event
            await asyncio.sleep(0.001)
