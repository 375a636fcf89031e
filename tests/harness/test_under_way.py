"""Many calls at once, cancelled ones, and servers that fail and come back."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.harness.breaker import Breaker, BreakerPolicy
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from tests.harness.asking import DRAFT, Watch, absence_of, answer_of, cause_of, harness_at, until
from tests.harness.loops import run, simulate
from tests.harness.server import Misbehaviour, VllmLike


def test_at_most_so_many_are_under_way_and_the_others_wait_their_turn() -> None:
    async def main() -> None:
        async with VllmLike(always=Misbehaviour(is_stuck=True)).serve() as vllm:
            async with harness_at(vllm.url, concurrency=3) as harness, asyncio.TaskGroup() as group:
                for _ in range(10):
                    group.create_task(answer_of(harness))
                queue = harness.servers[0].queue
                await until(lambda: vllm.under_way == 3)
                assert (queue.running, queue.waiting) == (3, 7)
                vllm.release.set()
            assert vllm.most_under_way == 3

    run(main)


def test_a_deadline_that_passes_in_the_queue_asks_nothing() -> None:
    async def main() -> None:
        async with (
            VllmLike(always=Misbehaviour(is_stuck=True)).serve() as vllm,
            harness_at(vllm.url, concurrency=1) as harness,
        ):
            first = asyncio.create_task(answer_of(harness))
            await until(lambda: vllm.under_way == 1)
            assert await absence_of(harness, seconds=0.05) == Absent("deadline", "waiting for a turn")
            vllm.release.set()
            await first
            assert len(vllm.completions) == 1

    run(main)


def test_a_cancelled_call_leaves_nothing_behind() -> None:
    async def main() -> None:
        watch = Watch()
        async with (
            VllmLike(always=Misbehaviour(is_stuck=True)).serve() as vllm,
            harness_at(vllm.url, concurrency=1, watch=watch) as harness,
        ):
            tasks = [asyncio.create_task(answer_of(harness)) for _ in range(3)]
            await until(lambda: vllm.under_way == 1 and harness.servers[0].queue.waiting == 2)
            for task in tasks:
                task.cancel()
            results = await asyncio.gather(*tasks, return_exceptions=True)
            assert [type(result) for result in results] == [asyncio.CancelledError] * 3
            await until(lambda: vllm.open_connections == 0)
            queue = harness.servers[0].queue
            assert (queue.running, queue.waiting) == (0, 0)
        assert [call.cause for call in watch.calls] == ["cancelled"] * 3
        assert watch.names == ["prospect.draft"] * 3

    run(main)


@settings(max_examples=60, deadline=None)
@given(lives=st.lists(st.integers(0, 60), min_size=12, max_size=12))
def test_calls_that_are_cancelled_at_any_moment_lose_no_turn_and_no_connection(lives: list[int]) -> None:
    async def main() -> None:
        async with VllmLike().serve() as vllm, harness_at(vllm.url, concurrency=3) as harness:
            tasks = [asyncio.create_task(answer_of(harness)) for _ in lives]
            for step in range(max(lives) + 1):
                for task, life in zip(tasks, lives, strict=True):
                    if life == step:
                        task.cancel()
                await asyncio.sleep(0)
            await asyncio.gather(*tasks, return_exceptions=True)
            await until(lambda: vllm.open_connections <= 3)
            vllm.always = Misbehaviour(is_stuck=True)
            async with asyncio.TaskGroup() as group:
                for _ in range(3):
                    group.create_task(answer_of(harness))
                await until(lambda: vllm.under_way == 3)
                vllm.release.set()

    run(main)


def test_a_call_that_is_cancelled_in_a_pause_ends() -> None:
    async def main() -> None:
        asleep = asyncio.Event()

        async def sleep(_seconds: float) -> None:
            asleep.set()
            await asyncio.Event().wait()

        async with (
            VllmLike(always=Misbehaviour(status=500)).serve() as vllm,
            harness_at(vllm.url, attempts=3, sleep=sleep) as harness,
        ):
            task = asyncio.create_task(answer_of(harness))
            await asleep.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    run(main)


def test_a_server_that_is_killed_and_started_again_is_found_again(port: int) -> None:
    async def main() -> None:
        stuck = VllmLike(always=Misbehaviour(is_stuck=True))
        async with harness_at(f"http://127.0.0.1:{port}") as harness:
            async with stuck.serve(port):
                call = asyncio.create_task(cause_of(harness))
                await until(lambda: stuck.under_way == 1)
            assert await call == "server_error"
            assert await cause_of(harness) == "refused"
            async with VllmLike().serve(port):
                await answer_of(harness)
                await harness.aclose()

    run(main)


@dataclass
class Clock:
    """A monotonic clock that stands still until it is moved."""

    now: float = 0.0

    def __call__(self) -> float:
        """Return the moment, in seconds."""
        return self.now


def test_a_failing_server_is_left_alone_then_tried_with_one_call() -> None:
    async def main() -> None:
        clock = Clock()
        breaker = Breaker(BreakerPolicy(failures=2, open_seconds=30), clock)
        async with (
            VllmLike(script=deque([Misbehaviour(status=500)] * 2)).serve() as vllm,
            harness_at(vllm.url, breaker=breaker) as harness,
        ):
            assert [await cause_of(harness) for _ in range(2)] == ["server_error"] * 2
            assert await absence_of(harness) == Absent("breaker_open", "for 30 s more")
            assert len(vllm.completions) == 2
            clock.now += 30
            vllm.always = Misbehaviour(is_stuck=True)
            probe = asyncio.create_task(answer_of(harness))
            await until(lambda: vllm.under_way == 1)
            assert await absence_of(harness) == Absent("breaker_open", "being tried")
            vllm.release.set()
            await probe
            await answer_of(harness)

    run(main)


def test_a_call_whose_own_failures_open_the_breaker_says_what_failed() -> None:
    async def main() -> None:
        breaker = Breaker(BreakerPolicy(failures=2))
        async with (
            VllmLike(always=Misbehaviour(status=500)).serve() as vllm,
            harness_at(vllm.url, attempts=5, breaker=breaker) as harness,
        ):
            assert await cause_of(harness) == "server_error"
            assert len(vllm.completions) == 2
            assert await cause_of(harness) == "breaker_open"

    run(main)


@pytest.mark.parametrize(
    "told", [Misbehaviour(status=429), Misbehaviour(status=401), Misbehaviour(content="No.")]
)
def test_a_server_that_answers_is_not_left_alone(told: Misbehaviour) -> None:
    async def main() -> None:
        breaker = Breaker(BreakerPolicy(failures=1))
        async with VllmLike(always=told).serve() as vllm, harness_at(vllm.url, breaker=breaker) as harness:
            await absence_of(harness)
            assert breaker.state == "closed"

    run(main)


@pytest.mark.parametrize(("seconds", "state"), [(0.5, "closed"), (2.0, "open")])
def test_a_deadline_says_something_of_the_server_only_if_it_had_a_fair_chance(
    seconds: float, state: str
) -> None:
    """In simulated time: the server takes for ever."""

    async def main() -> None:
        loop = asyncio.get_running_loop()
        breaker = Breaker(BreakerPolicy(failures=1), loop.time)
        async with harness_at("http://never.invalid", breaker=breaker, wire=Never) as harness:
            found = await harness.ask(DRAFT, Deadline.after(seconds, loop.time))
        assert found == Absent("deadline")
        assert breaker.state == state

    simulate(main)


class Never(httpx.AsyncBaseTransport):
    """A network on which nothing ever comes back."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Wait for ever."""
        await asyncio.sleep(1e9)
        return httpx.Response(200, request=request)
