"""What this process does with the machine: every call resets the idle time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from align.harness.harness import Call
    from align.harness.registry import TaskName


class Activity:
    """Counts the calls of a harness, as one of its watchers. Belongs to the harness's event loop.

    `clock` gives the present moment, aware.
    """

    def __init__(self, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock
        self._calls = 0
        self._last: dt.datetime | None = None
        self._is_idle = asyncio.Event()
        self._is_idle.set()

    @property
    def calls(self) -> int:
        """How many calls are under way."""
        return self._calls

    @property
    def last_call(self) -> dt.datetime | None:
        """When there last was one, None before the first."""
        return self._clock() if self._calls else self._last

    def began(self, task: TaskName) -> None:
        """Take in that a call wants a server."""
        del task
        self._calls += 1
        self._is_idle.clear()
        self._last = self._clock()

    def ended(self, call: Call) -> None:
        """Take in that it is over."""
        del call
        self._calls -= 1
        self._last = self._clock()
        if not self._calls:
            self._is_idle.set()

    async def idle(self) -> None:
        """Wait until no call is under way."""
        await self._is_idle.wait()
