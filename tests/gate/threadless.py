"""An event loop in simulated time whose threads take simulated time as well, so that a run is the same every time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.harness.loops import SimulatedLoop

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


class ThreadlessLoop(SimulatedLoop):
    """Does what is meant for a thread between two of its own steps, `thread_seconds` later.

    As with threads, what was begun is done to its end, whether or not anybody still waits for it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.thread_seconds = 0.0
        self.under_way = 0

    def run_in_executor(  # type: ignore[override] # the loop's own signature wants a second type variable
        self, executor: Any, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Return the future of a call."""
        del executor
        future = self.create_future()
        self.under_way += 1
        self.call_later(self.thread_seconds, self._call, future, func, args)
        return future

    def _call(self, future: asyncio.Future[Any], func: Callable[..., Any], args: tuple[Any, ...]) -> None:
        self.under_way -= 1
        try:
            found = func(*args)
        except Exception as error:  # noqa: BLE001 - it goes to whoever waits
            if not future.done():
                future.set_exception(error)
        else:
            if not future.done():
                future.set_result(found)

    def finish(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Run work to its end, and what it left to threads; fails if a task of it is left over."""

        async def tidy() -> Any:
            try:
                return await work
            finally:
                left = asyncio.all_tasks() - {asyncio.current_task()}
                assert not left, f"tasks are left: {left}"

        found = self.run_until_complete(tidy())
        while self.under_way:
            self.run_until_complete(asyncio.sleep(1.0))
        return found
