"""Who may ask a server next: so many at once, the most urgent first, none past its deadline."""

from __future__ import annotations

import asyncio
import itertools
from bisect import bisect_left, insort
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from align.harness.deadline import Deadline


@dataclass(frozen=True, slots=True, order=True)
class _Waiter:
    priority: int
    at: float
    number: int
    deadline: Deadline = field(compare=False)
    turn: asyncio.Future[bool] = field(compare=False)


class PriorityQueue:
    """At most `concurrency` turns at once. Belongs to one event loop; deadlines are of its clock.

    Of those that wait, the lowest priority number goes first, then the earliest deadline, then who came first.
    """

    def __init__(self, concurrency: int) -> None:
        if concurrency < 1:
            raise ValueError("a queue needs room for at least one turn")
        self._free = concurrency
        self._concurrency = concurrency
        self._waiting: list[_Waiter] = []
        self._numbers = itertools.count()

    @property
    def running(self) -> int:
        """How many have their turn."""
        return self._concurrency - self._free

    @property
    def waiting(self) -> int:
        """How many wait for theirs."""
        return len(self._waiting)

    @asynccontextmanager
    async def turn(self, priority: int, deadline: Deadline) -> AsyncIterator[bool]:
        """Wait for a turn and hold it for the context; False: the deadline passed first, and there is no turn.

        A caller that is cancelled while it waits or while it runs leaves nothing behind.
        """
        has_turn = await self._take(priority, deadline)
        try:
            yield has_turn
        finally:
            if has_turn:
                self._pass_on()

    async def _take(self, priority: int, deadline: Deadline) -> bool:
        if deadline.has_passed:
            return False
        if self._free:
            # Nobody waits while a turn is free: `_pass_on` hands each to the next in line.
            self._free -= 1
            return True
        loop = asyncio.get_running_loop()
        waiter = _Waiter(priority, deadline.at, next(self._numbers), deadline, loop.create_future())
        insort(self._waiting, waiter)
        timer = loop.call_later(deadline.remaining, self._give_up, waiter)
        try:
            return await waiter.turn
        except asyncio.CancelledError:
            self._leave(waiter)
            if waiter.turn.done() and not waiter.turn.cancelled() and waiter.turn.result():
                self._pass_on()  # the turn came in the same moment
            raise
        finally:
            timer.cancel()

    def _pass_on(self) -> None:
        self._free += 1
        while self._waiting and self._free:
            waiter = self._waiting.pop(0)
            if waiter.turn.done():
                continue
            is_in_time = not waiter.deadline.has_passed
            self._free -= is_in_time
            waiter.turn.set_result(is_in_time)

    def _give_up(self, waiter: _Waiter) -> None:
        self._leave(waiter)
        if not waiter.turn.done():
            waiter.turn.set_result(False)

    def _leave(self, waiter: _Waiter) -> None:
        place = bisect_left(self._waiting, waiter)
        if place < len(self._waiting) and self._waiting[place] is waiter:
            del self._waiting[place]
