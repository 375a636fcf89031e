"""Many drafts at once, against engines that do as they are told and a server that behaves like vLLM."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from align.context import DraftContext
from align.engines.batch import draft_batch
from align.engines.engine import Draft, Drafted, DraftRequest
from align.engines.ids import EngineId
from align.engines.server_engine import ServerEngine
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from tests.gate.parts import NOW, spec
from tests.harness.asking import harness_at, until
from tests.harness.loops import run
from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    from collections.abc import Iterator

SPEC = spec()


def request(goal: str) -> DraftRequest:
    return DraftRequest("leo", SPEC, NOW, DraftContext(), goal=goal)


@dataclass
class Echo:
    """Writes each request's goal; `bad` crashes, `quits` cancels itself, `stuck` waits for ever. The later ones are done first."""

    id: str = "do-gpu-echo_1"
    can_redraft: bool = False
    under_way: int = 0
    most: int = 0
    begun: list[str] = field(default_factory=list)

    async def draft(self, asked: DraftRequest, deadline: Deadline) -> Draft:
        """Write the goal."""
        del deadline
        goal = asked.goal or ""
        self.begun.append(goal)
        self.under_way += 1
        self.most = max(self.most, self.under_way)
        try:
            if goal == "stuck":
                await asyncio.Event().wait()
            if goal == "bad":
                raise RuntimeError(goal)
            if goal == "quits":
                raise asyncio.CancelledError
            for _ in range(20 - len(self.begun)):
                await asyncio.sleep(0)
        finally:
            self.under_way -= 1
        return Drafted(goal)


@pytest.mark.parametrize(("concurrency", "most"), [(1, 1), (3, 3), (50, 8)])
def test_every_request_gets_its_own_answer_in_order(concurrency: int, most: int) -> None:
    engine = Echo()
    goals = [f"g{number}" for number in range(10)]
    goals[4], goals[6] = "bad", "quits"
    found = run(
        lambda: draft_batch(
            engine, map(request, goals), concurrency=concurrency, deadline=Deadline.after(20.0)
        )
    )
    assert [draft.body if isinstance(draft, Drafted) else str(draft) for draft in found] == [
        *goals[:4],
        "the model server failed (the engine crashed: RuntimeError)",
        "g5",
        "the call was cancelled (by the engine itself)",
        *goals[7:],
    ]
    assert engine.most == most
    assert engine.under_way == 0


def test_requests_are_taken_as_there_is_room() -> None:
    engine = Echo()

    def requests() -> Iterator[DraftRequest]:
        for number in range(6):
            assert number <= len(engine.begun) + 1
            yield request(f"g{number}")

    assert (
        len(run(lambda: draft_batch(engine, requests(), concurrency=2, deadline=Deadline.after(20.0)))) == 6
    )


def test_what_is_not_done_by_the_deadline_is_absent() -> None:
    engine = Echo()
    goals = ["stuck", "stuck", "late"]
    found = run(
        lambda: draft_batch(engine, map(request, goals), concurrency=2, deadline=Deadline.after(0.01))
    )
    assert [draft.cause for draft in found if isinstance(draft, Absent)] == ["deadline"] * 3
    assert engine.begun == ["stuck", "stuck"]


def test_a_cancelled_batch_leaves_no_task() -> None:
    engine = Echo()

    async def main() -> None:
        batch = asyncio.create_task(
            draft_batch(engine, [request("stuck")] * 9, concurrency=3, deadline=Deadline.after(60.0))
        )
        await until(lambda: engine.under_way == 3)
        batch.cancel()
        with pytest.raises(asyncio.CancelledError):
            await batch
        assert asyncio.all_tasks() == {asyncio.current_task()}

    run(main)
    assert (engine.under_way, len(engine.begun)) == (0, 3)


def test_no_room_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        run(lambda: draft_batch(Echo(), [], concurrency=0, deadline=Deadline.after(1.0)))
    assert run(lambda: draft_batch(Echo(), [], concurrency=1, deadline=Deadline.after(1.0))) == ()


def test_a_server_s_failure_over_one_leaves_the_others_alone() -> None:
    vllm = VllmLike()
    vllm.script.extend(Misbehaviour(content=json.dumps({"body": f"b{number}"})) for number in range(3))
    vllm.script.insert(1, Misbehaviour(status=503))

    async def main() -> tuple[Draft, ...]:
        async with vllm.serve(), harness_at(vllm.url) as harness:
            engine = ServerEngine(harness, EngineId.parse("do-gpu-base_1"))
            return await draft_batch(
                engine, map(request, "abcd"), concurrency=1, deadline=Deadline.after(20.0)
            )

    found = run(main)
    assert [draft.body if isinstance(draft, Drafted) else draft.cause for draft in found] == [
        "b0",
        "server_error",
        "b1",
        "b2",
    ]
