"""A pass that is cancelled where it waits, at every such place, once and again: one record, and nothing left behind."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from tests.gate.parts import ALSO_WRONG, CLEAN, NOW, WRONG, Engine, Judge, Log, Specs, judged, spec

if TYPE_CHECKING:
    from collections.abc import Coroutine, Generator

    from align.gate.decision import Decision


@dataclass
class CancelledAt:
    """Awaits a coroutine, and cancels the task that does so where it waits for the n-th time, for each of these `n`."""

    coroutine: Coroutine[Any, Any, Decision]
    places: frozenset[int]
    waits: int = 0

    def __await__(self) -> Generator[Any, Any, Decision]:
        """Pass on what the coroutine waits for."""
        task = asyncio.current_task()
        assert task is not None
        inner = self.coroutine.__await__()
        thrown: BaseException | None = None
        while True:
            try:
                waited_for = next(inner) if thrown is None else inner.throw(thrown)
            except StopIteration as end:
                decided: Decision = end.value
                return decided
            self.waits += 1
            if self.waits in self.places:
                task.cancel()
            try:
                thrown = yield waited_for
            except BaseException as error:  # noqa: BLE001 - it goes where it was meant to go
                thrown = error


class Waiting:
    """An engine and a judge that wait before and after they answer."""

    def __init__(self, engine: Engine, judge: Judge) -> None:
        self.id, self.can_redraft = engine.id, True
        self._engine, self._judge = engine, judge

    async def draft(self, request: Any, deadline: Any) -> Any:
        """Write what the engine does."""
        await asyncio.sleep(0)
        found = await self._engine.draft(request, deadline)
        await asyncio.sleep(0)
        return found

    async def judge(self, question: Any, deadline: Any) -> Any:
        """Answer as the judge does."""
        await asyncio.sleep(0)
        found = await self._judge.judge(question, deadline)
        await asyncio.sleep(0)
        return found


async def broken_off(
    gate: AlignmentGate, candidate: Candidate, places: frozenset[int]
) -> tuple[str | None, int]:
    """Return the id of the decision that came out of a pass, None where it was cancelled; and how many tasks it left."""

    async def go() -> Decision:
        return await CancelledAt(gate.align(candidate), places)

    found = await asyncio.gather(asyncio.create_task(go()), return_exceptions=True)
    left = len(asyncio.all_tasks()) - 1
    (outcome,) = found
    if isinstance(outcome, asyncio.CancelledError):
        return None, left
    assert not isinstance(outcome, BaseException)
    return outcome.id, left


@settings(max_examples=150, deadline=None)
@given(
    st.frozensets(st.integers(1, 30), max_size=3),
    st.sampled_from([None, CLEAN, WRONG, ""]),
    st.lists(st.sampled_from([CLEAN, WRONG, ALSO_WRONG]), min_size=1, max_size=3),
    st.sampled_from([1.0, 9.0]),
)
def test_a_pass_that_is_broken_off_anywhere_is_recorded_once(
    places: frozenset[int], body: str | None, answers: list[str], score: float
) -> None:
    """Promise 9."""
    log = Log()
    parts = Waiting(Engine(answers), Judge(judged(("drift", score, "Hi"))))
    specs = Specs(spec(policy={"judge": {"drift": 5}}), {"opener": CLEAN})
    gate = AlignmentGate(GateParts(specs, parts, log, parts), clock=lambda: NOW)
    threads = set(threading.enumerate())
    decided, left = asyncio.run(broken_off(gate, Candidate("c1", "leo", body, "opener"), places))
    # The loop has waited for its threads by now: the record is there also where nobody waited for it to the end.
    assert len(log.decisions) == 1
    assert (left, set(threading.enumerate()) - threads) == (0, set())
    if decided is not None:
        assert log.decisions[0].id == decided
