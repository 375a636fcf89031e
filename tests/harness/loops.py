"""Event loops for tests: a real one that must be left tidy, and one whose time passes at once."""

from __future__ import annotations

import asyncio
import selectors
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")


class _Jumps(selectors.DefaultSelector):
    """Waits for nothing: where the loop would sleep, its time moves on."""

    loop: SimulatedLoop

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        found = super().select(0)
        if not found and timeout is None:
            raise RuntimeError("everything waits, and nothing will ever happen")
        if not found and timeout:
            self.loop.now += timeout
        return found


class SimulatedLoop(asyncio.SelectorEventLoop):
    """An event loop whose clock starts at 0 and jumps to whatever happens next."""

    def __init__(self) -> None:
        self.now = 0.0
        selector = _Jumps()
        selector.loop = self
        super().__init__(selector)

    def time(self) -> float:
        """Return the simulated time, in seconds."""
        return self.now


def run(main: Callable[[], Awaitable[T]], loop: Callable[[], asyncio.AbstractEventLoop] | None = None) -> T:
    """Run a test on a loop of its own; fails if a task is left over at the end."""

    async def tidy() -> T:
        found = await main()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        assert not left, f"tasks are left: {left}"
        return found

    with asyncio.Runner(loop_factory=loop) as runner:
        return runner.run(tidy())


def simulate(main: Callable[[], Awaitable[T]]) -> T:
    """Run a test in simulated time."""
    return run(main, SimulatedLoop)
