"""The queue in front of a server, in simulated time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.harness.deadline import Deadline
from align.harness.turns import PriorityQueue
from tests.harness.loops import simulate


def _deadline(seconds: float) -> Deadline:
    return Deadline.after(seconds, asyncio.get_running_loop().time)


@dataclass
class Log:
    """Who had a turn, in order, and who came too late."""

    queue: PriorityQueue
    order: list[str] = field(default_factory=list)
    late: list[str] = field(default_factory=list)

    async def work(self, name: str, priority: int, *, within: float = 1000.0, takes: float = 1.0) -> None:
        """Wait for a turn and hold it for so long."""
        async with self.queue.turn(priority, _deadline(within)) as has_turn:
            (self.order if has_turn else self.late).append(name)
            if has_turn:
                await asyncio.sleep(takes)


def test_the_most_urgent_goes_first_then_the_earliest_deadline_then_who_came_first() -> None:
    async def main() -> list[str]:
        log = Log(PriorityQueue(1))
        async with asyncio.TaskGroup() as group:
            for name, priority, within in [
                ("running", 40, 100),
                ("draft", 30, 100),
                ("second draft", 30, 100),
                ("hurried draft", 30, 50),
                ("judge", 20, 100),
                ("move", 10, 100),
            ]:
                group.create_task(log.work(name, priority, within=within))
        return log.order

    assert simulate(main) == ["running", "move", "judge", "hurried draft", "draft", "second draft"]


def test_a_deadline_that_passes_in_the_queue_gives_no_turn_and_takes_none() -> None:
    async def main() -> None:
        log = Log(PriorityQueue(1))
        async with asyncio.TaskGroup() as group:
            group.create_task(log.work("slow", 1, takes=10))
            group.create_task(log.work("late", 1, within=5))
            group.create_task(log.work("patient", 2, within=20))
        assert (log.order, log.late) == (["slow", "patient"], ["late"])
        assert (log.queue.running, log.queue.waiting) == (0, 0)

    simulate(main)


def test_no_turn_after_the_deadline_even_if_one_is_free() -> None:
    async def main() -> None:
        log = Log(PriorityQueue(1))
        await log.work("late", 1, within=0)
        assert log.late == ["late"]

    simulate(main)


def test_whoever_is_cancelled_leaves_the_line_at_once() -> None:
    async def main() -> None:
        log = Log(PriorityQueue(1))
        async with log.queue.turn(0, _deadline(1000)):
            tasks = [asyncio.create_task(log.work("cancelled", 1)) for _ in range(3)]
            await asyncio.sleep(1)
            tasks[1].cancel()
            await asyncio.wait({tasks[1]})
            assert log.queue.waiting == 2
        await asyncio.gather(*tasks, return_exceptions=True)

    simulate(main)


def test_a_turn_that_comes_at_the_moment_of_cancellation_is_passed_on() -> None:
    async def main() -> list[str]:
        log = Log(PriorityQueue(1))
        async with log.queue.turn(0, _deadline(1000)):
            cancelled = asyncio.create_task(log.work("cancelled", 1))
            next_one = asyncio.create_task(log.work("next", 2))
            await asyncio.sleep(1)
            assert log.queue.waiting == 2
        cancelled.cancel()  # the turn is its own by now, but it has not run since
        await asyncio.gather(cancelled, next_one, return_exceptions=True)
        assert cancelled.cancelled()
        assert (log.queue.running, log.queue.waiting) == (0, 0)
        return log.order

    assert simulate(main) == ["next"]


def test_a_queue_without_room_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one turn"):
        PriorityQueue(0)


@dataclass(frozen=True)
class Caller:
    """When a caller comes, how long it has, and when it is cancelled, in seconds."""

    comes: float
    priority: int
    within: float
    takes: float
    gives_up: float | None


_SECONDS = st.sampled_from([0.0, 0.5, 1.0, 1.5, 2.0, 5.0])
_CALLERS = st.builds(
    Caller,
    _SECONDS,
    st.integers(0, 2),
    st.sampled_from([0.0, 0.5, 1.0, 3.0, 20.0]),
    _SECONDS,
    st.none() | _SECONDS,
)


@settings(max_examples=200, deadline=None)
@given(callers=st.lists(_CALLERS, max_size=12), concurrency=st.integers(1, 3))
def test_whoever_comes_waits_or_gives_up_every_turn_comes_back(
    callers: list[Caller], concurrency: int
) -> None:
    """At most `concurrency` at once, none past its deadline, nothing left at the end."""

    async def main() -> None:
        queue = PriorityQueue(concurrency)

        async def work(caller: Caller) -> None:
            await asyncio.sleep(caller.comes)
            deadline = _deadline(caller.within)
            async with queue.turn(caller.priority, deadline) as has_turn:
                assert has_turn != deadline.has_passed
                if has_turn:
                    assert 0 < queue.running <= concurrency
                    await asyncio.sleep(caller.takes)

        tasks = [asyncio.create_task(work(caller)) for caller in callers]
        loop = asyncio.get_running_loop()
        for task, caller in zip(tasks, callers, strict=True):
            if caller.gives_up is not None:
                loop.call_later(caller.gives_up, task.cancel)
        for result in await asyncio.gather(*tasks, return_exceptions=True):
            assert result is None or isinstance(result, asyncio.CancelledError)
        assert (queue.running, queue.waiting) == (0, 0)
        # A caller who gave up before it was done may still be due.
        await asyncio.sleep(10)

    simulate(main)


@settings(deadline=None)
@given(waiting=st.lists(st.tuples(st.integers(0, 2), st.sampled_from([50.0, 60.0, 70.0])), max_size=12))
def test_nobody_is_overtaken_by_a_lesser_one(waiting: list[tuple[int, float]]) -> None:
    async def main() -> list[str]:
        log = Log(PriorityQueue(1))
        async with asyncio.TaskGroup() as group, log.queue.turn(9, _deadline(100)):
            for number, (priority, within) in enumerate(waiting):
                group.create_task(log.work(str(number), priority, within=within))
            await asyncio.sleep(1)
        return log.order

    in_line = sorted(range(len(waiting)), key=lambda number: (*waiting[number], number))
    assert simulate(main) == [str(number) for number in in_line]
