"""Event loops for tests: a real one that must be left tidy, one whose time passes at once, and one whose time can be moved."""

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


class MovedLoop(asyncio.SelectorEventLoop):
    """A real loop whose clock a test moves on, where seconds have to pass and what happens within them is real."""

    def __init__(self) -> None:
        super().__init__()
        self._moved = 0.0

    def time(self) -> float:
        """Return the time, in seconds."""
        return super().time() + self._moved

    def move(self, seconds: float) -> None:
        """Move the clock on."""
        self._moved += seconds


def moved_loop() -> MovedLoop:
    """Return the running loop, which must be one whose clock can be moved."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, MovedLoop)
    return loop


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
