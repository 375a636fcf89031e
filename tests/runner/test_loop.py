"""The loop: every candidate gets to its end, whatever happens to another one; nothing here waits for a clock."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from align.gate.candidate import Candidate
from align.runner.advance import Runner
from align.runner.loop import LoopHooks, LoopSettings, RunnerLoop, Step
from align.runner.ports import DispatchError, DispatchRefusedError
from specs.store import StoreUnavailableError
from tests.runner.parts import Sent, SmallGate

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.gate.candidate import Mode
    from align.gate.decision import Decision
    from align.runner.queue import CandidateQueue
    from tests.store.conftest import Clock

ONCE = LoopSettings(workers=3, until_empty=True)


async def never(_: float) -> None:
    """Wait longer than any test."""
    await asyncio.Event().wait()


def some(count: int) -> list[Candidate]:
    return [Candidate(f"c{n}", "leo", f"Hello {n}") for n in range(count)]


def run(queue: CandidateQueue, gate: Any, sent: Any, mode: Mode = "GO") -> None:
    asyncio.run(RunnerLoop(queue, Runner(gate, sent), lambda _: mode, settings=ONCE, sleep=never).run())


@pytest.mark.parametrize(
    ("mode", "counts", "sent_count"),
    [
        ("GO", {"dispatched": 4, "held": 1}, 4),
        ("DRAFT", {"pending_review": 4, "held": 1}, 0),
        ("PAUSE", {"held": 5}, 0),
    ],
)
def test_each_candidate_gets_to_its_end(
    queue: CandidateQueue, mode: Mode, counts: dict[str, int], sent_count: int
) -> None:
    queue.add([*some(4), Candidate("bad", "leo", "wrong")])
    sent = Sent()
    run(queue, SmallGate(), sent, mode)
    assert (queue.counts(), len(sent.sent)) == (counts, sent_count)
    waiting = queue.find("pending_review")
    assert [c.body for c in waiting] == ([f"Hello {n}" for n in range(4)] if mode == "DRAFT" else [])
    bad = queue.get("leo", "bad")
    assert bad is not None
    assert bad.cause == ("paused" if mode == "PAUSE" else "spec_conflict, judge_conflict, rule_error")


def test_what_was_held_in_a_pause_goes_on_when_it_is_queued_again(queue: CandidateQueue) -> None:
    queue.add(some(1))
    run(queue, SmallGate(), Sent(), "PAUSE")
    queue.requeue("leo", "c0")
    run(queue, SmallGate(), Sent())
    assert queue.counts() == {"dispatched": 1}


def test_the_mode_is_that_of_the_candidate(queue: CandidateQueue) -> None:
    queue.add(some(2))
    modes: dict[str, Mode] = {"c0": "GO", "c1": "DRAFT"}
    loop = RunnerLoop(queue, Runner(SmallGate(), Sent()), lambda c: modes[c.id], settings=ONCE, sleep=never)
    asyncio.run(loop.run())
    assert queue.counts() == {"dispatched": 1, "pending_review": 1}


def test_a_crash_takes_nothing_else_with_it(queue: CandidateQueue, clock: Clock) -> None:
    def crash(candidate: Candidate) -> None:
        if candidate.id == "c1":
            raise KeyError(candidate.body)

    queue.add(some(3))
    run(queue, SmallGate(at=crash), Sent())
    assert queue.counts() == {"dispatched": 2, "taken": 1}
    crashed = queue.get("leo", "c1")
    assert crashed is not None
    assert crashed.cause == "crashed: KeyError"
    clock.move(seconds=2)
    run(queue, SmallGate(), Sent())
    assert queue.counts() == {"dispatched": 3}


def test_a_dispatch_that_fails_is_tried_again_with_the_same_words(
    queue: CandidateQueue, clock: Clock
) -> None:
    queue.add(some(1))
    gate, sent = SmallGate(), Sent([DispatchError("the webhook answered 503")] * 2)
    run(queue, gate, sent)
    found = queue.get("leo", "c0")
    assert found is not None
    assert (found.status, found.cause) == ("sending", "the webhook answered 503")
    run(queue, gate, sent)  # too early: it waits 2 seconds, and then 4
    for seconds in (2, 4):
        assert sent.sent == []
        clock.move(seconds=seconds)
        run(queue, gate, sent)
    assert [(out.key, out.decision_id) for out in sent.sent] == [("leo/c0", "leo-c0-1")]
    assert (queue.counts(), gate.seen) == ({"dispatched": 1}, ["c0"])


@pytest.mark.parametrize("mode", ["DRAFT", "PAUSE"])
def test_what_was_being_sent_is_held_by_a_runner_that_sends_nothing(
    queue: CandidateQueue, clock: Clock, mode: Mode
) -> None:
    queue.add(some(1))
    gate, sent = SmallGate(), Sent([DispatchError("the webhook answered 503")])
    run(queue, gate, sent)
    clock.move(seconds=2)
    run(queue, gate, sent, mode)
    found = queue.get("leo", "c0")
    assert found is not None
    assert (found.status, found.decision_id, sent.sent) == ("held", "leo-c0-1", [])
    assert found.cause == (
        f"sending had begun, so it may have gone out; not sent again: the mode is {mode} now"
    )
    queue.requeue("leo", "c0")
    run(queue, gate, sent)
    assert [(out.key, out.decision_id) for out in sent.sent] == [("leo/c0", "leo-c0-2")]


def test_a_dispatch_that_is_refused_fails_and_says_why(queue: CandidateQueue) -> None:
    queue.add(some(2))
    run(queue, SmallGate(), Sent([DispatchRefusedError("the webhook refused the message with 422")]))
    (failed,) = queue.find("failed")
    assert failed.cause == "the webhook refused the message with 422"
    assert queue.counts() == {"dispatched": 1, "failed": 1}


class Held:
    """A gate that stays in the middle of a pass until it is let go."""

    def __init__(self) -> None:
        self.entered = asyncio.Event()
        self.go = asyncio.Event()
        self.inner = SmallGate()

    async def align(self, candidate: Candidate, mode: Mode = "GO") -> Decision:
        """Stay, then do what the small gate does."""
        self.entered.set()
        await self.go.wait()
        return await self.inner.align(candidate, mode)


def test_a_lease_is_kept_alive_during_a_long_pass(queue: CandidateQueue, clock: Clock) -> None:
    queue.add(some(1))
    slept: list[float] = []

    async def course() -> None:
        gate, renewed = Held(), asyncio.Event()

        async def sleep(seconds: float) -> None:
            if len(slept) == 5:
                renewed.set()
                await asyncio.Event().wait()
            slept.append(seconds)
            clock.move(seconds=seconds)

        settings = LoopSettings(workers=1, until_empty=True)
        loop = RunnerLoop(queue, Runner(gate, Sent()), lambda _: "GO", settings=settings, sleep=sleep)
        running = asyncio.create_task(loop.run())
        await renewed.wait()
        assert await asyncio.to_thread(queue.take) is None  # 100 seconds on, and it is still its worker's
        gate.go.set()
        await running

    asyncio.run(course())
    assert slept == [20.0] * 5
    assert queue.counts() == {"dispatched": 1}


def test_whoever_lost_the_lease_sends_nothing(queue: CandidateQueue, clock: Clock) -> None:
    queue.add(some(1))
    sent = Sent()

    async def course() -> None:
        gate = Held()
        settings = LoopSettings(workers=1, until_empty=True)
        loop = RunnerLoop(queue, Runner(gate, sent), lambda _: "GO", settings=settings, sleep=never)
        running = asyncio.create_task(loop.run())
        await gate.entered.wait()
        clock.move(minutes=2)  # as a machine that was asleep finds it
        other = await asyncio.to_thread(queue.take)
        assert other is not None
        gate.go.set()
        await running

    asyncio.run(course())
    assert sent.sent == []
    assert queue.counts() == {"taken": 1}


def test_a_cancelled_loop_gives_back_what_it_had(queue: CandidateQueue) -> None:
    queue.add(some(2))

    async def course() -> None:
        gate = Held()
        settings = LoopSettings(workers=1)
        loop = RunnerLoop(queue, Runner(gate, Sent()), lambda _: "GO", settings=settings, sleep=never)
        running = asyncio.create_task(loop.run())
        await gate.entered.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(course())
    run(queue, SmallGate(), Sent())  # at once: no lease is waited for
    assert queue.counts() == {"dispatched": 2}


def test_a_stopped_loop_ends_what_it_is_at(queue: CandidateQueue) -> None:
    queue.add(some(2))

    async def course() -> None:
        gate = Held()
        settings = LoopSettings(workers=1)
        loop = RunnerLoop(queue, Runner(gate, Sent()), lambda _: "GO", settings=settings, sleep=never)
        running = asyncio.create_task(loop.run())
        await gate.entered.wait()
        loop.stop()
        gate.go.set()
        await running
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(course())
    assert queue.counts() == {"dispatched": 1, "queued": 1}


def test_an_idle_loop_polls_and_can_be_stopped(queue: CandidateQueue) -> None:
    slept: list[float] = []

    async def course() -> None:
        async def sleep(seconds: float) -> None:
            slept.append(seconds)
            if len(slept) == 3:
                await asyncio.to_thread(queue.add, some(1))
            if len(slept) == 5:
                loop.stop()

        settings = LoopSettings(workers=1, poll_seconds=0.75)
        loop = RunnerLoop(
            queue, Runner(SmallGate(), Sent()), lambda _: "DRAFT", settings=settings, sleep=sleep
        )
        await loop.run()
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(course())
    assert slept.count(0.75) >= 3
    assert queue.counts() == {"pending_review": 1}


def test_a_database_that_is_away_is_waited_for(
    open_queue: Callable[..., CandidateQueue], backend: str
) -> None:
    queue = open_queue()
    queue.add(some(1))
    del backend

    def rename(old: str, new: str) -> None:
        with queue.engine.begin() as connection:
            connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    rename("candidate", "away")
    with pytest.raises(ExceptionGroup) as raised:
        run(queue, SmallGate(), Sent())
    assert raised.value.subgroup(StoreUnavailableError) is not None

    told: list[str] = []

    async def course() -> None:
        waits = 0

        async def sleep(seconds: float) -> None:
            nonlocal waits
            if seconds != 1.0:
                await asyncio.Event().wait()
            waits += 1
            if waits == 2:
                await asyncio.to_thread(rename, "away", "candidate")
            if waits == 4:
                loop.stop()

        settings, hooks = LoopSettings(workers=1), LoopHooks(alert=told.append)
        runner = Runner(SmallGate(), Sent())
        loop = RunnerLoop(queue, runner, lambda _: "GO", settings=settings, hooks=hooks, sleep=sleep)
        await loop.run()

    asyncio.run(course())
    assert queue.counts() == {"dispatched": 1}
    assert [line.partition(":")[0] for line in told] == ["the queue is waited for", "the queue is back"]


def test_each_step_is_told_without_the_words(queue: CandidateQueue, clock: Clock) -> None:
    queue.add([*some(2), Candidate("bad", "leo", "wrong")])
    steps: list[Step] = []
    failures: list[Exception] = [DispatchError("the webhook answered 503"), DispatchRefusedError("refused")]
    runner = Runner(SmallGate(), Sent(failures))
    settings, hooks = LoopSettings(workers=1, until_empty=True), LoopHooks(step=steps.append)
    loop = RunnerLoop(queue, runner, lambda _: "GO", settings=settings, hooks=hooks, sleep=never)
    asyncio.run(loop.run())
    clock.move(seconds=5)
    asyncio.run(RunnerLoop(queue, runner, lambda _: "GO", settings=settings, hooks=hooks, sleep=never).run())
    assert steps == [
        Step("leo", "c0", "deferred", cause="the webhook answered 503"),
        Step("leo", "c1", "failed", cause="refused"),
        Step("leo", "bad", "held", "leo-bad-3", "spec_conflict, judge_conflict, rule_error"),
        Step("leo", "c0", "dispatched", "leo-c0-1"),
    ]


def test_nothing_is_taken_before_all_is_ready(queue: CandidateQueue) -> None:
    queue.add(some(1))

    async def course() -> None:
        asked, ready = asyncio.Event(), asyncio.Event()

        async def until_ready() -> None:
            asked.set()
            await ready.wait()

        hooks, gate = LoopHooks(until_ready=until_ready), SmallGate()
        runner = Runner(gate, Sent())
        stopped = RunnerLoop(queue, runner, lambda _: "GO", settings=ONCE, hooks=hooks, sleep=never)
        running = asyncio.create_task(stopped.run())
        await asked.wait()
        stopped.stop()
        await running  # though it is not ready
        assert gate.seen == []
        loop = RunnerLoop(queue, runner, lambda _: "GO", settings=ONCE, hooks=hooks, sleep=never)
        running = asyncio.create_task(loop.run())
        await asyncio.to_thread(queue.counts)
        assert gate.seen == []
        ready.set()
        await running

    asyncio.run(course())
    assert queue.counts() == {"dispatched": 1}


def test_waits_grow_up_to_the_longest() -> None:
    settings = LoopSettings(retry_seconds=2.0, longest_retry_seconds=300.0)
    assert [settings.wait_seconds(takes) for takes in (1, 2, 3, 8, 9, 5000)] == [
        2.0,
        4.0,
        8.0,
        256.0,
        300.0,
        300.0,
    ]
