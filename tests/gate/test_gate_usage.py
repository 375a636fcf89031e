"""What a decision says it cost is what its calls cost, whatever came of them."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, replace
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.audit.documents import document_of
from align.context import DraftContext
from align.engines.engine import Drafted, DraftRequest
from align.engines.ids import EngineId
from align.engines.server_engine import ServerEngine
from align.engines.workflows import Workflow
from align.gate.asking import answered, to_hand_over
from align.gate.candidate import Candidate
from align.gate.decision import Decision, Held
from align.gate.gate import AlignmentGate, GateParts
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.usage import Usage
from align.judge.judgement import Judged, Score
from align.judge.server_judge import Questions, ServerJudge
from tests.gate.parts import CLEAN, NOW, WRONG, Engine, Judge, Log, Specs, judged, spec
from tests.gate.promised import tags_of
from tests.gate.threadless import ThreadlessLoop
from tests.harness.asking import DRAFT, Watch, harness_at, until
from tests.harness.loops import MovedLoop, moved_loop, run, simulate
from tests.harness.server import Misbehaviour, VllmLike

ENGINE = EngineId.parse("do-gpu-base_1")
THRESHOLDS = {"drift": 5, "voice": 5}
COST, JUDGING = Usage(10, 5, 0.5, 0.0, 1), Usage(3, 2, 0.1, 0.0, 1)
FLOW = Workflow.model_validate(
    {
        "name": "opener",
        "version": 3,
        "engine": str(ENGINE),
        "steps": [
            {"kind": "think", "instruction": "List the facts."},
            {"kind": "draft", "instruction": "Be short."},
        ],
    }
)


def says(data: object, **fields: Any) -> Misbehaviour:
    return Misbehaviour(content=json.dumps(data), **fields)


SCORED = says({"quote": "Hi", "score": 1})
REPLIES = st.sampled_from(
    [
        Misbehaviour(),
        says({"body": WRONG}),
        says({"body": CLEAN}),
        says({"body": " "}),
        says({"scores": [{"dimension": "drift", "quote": "Hi", "score": 9}]}),
        says({"scores": [{"dimension": "drift", "quote": "Hi", "score": 11}]}),
        says({"quote": "Hi", "score": 9}),
        says({"quote": "", "score": 0}),
        says({"body": CLEAN}, finish_reason="length"),
        Misbehaviour(content="No."),
        Misbehaviour(status=500),
        Misbehaviour(status=429),
        Misbehaviour(status=400),
        Misbehaviour(drop=True),
        Misbehaviour(cut_after=20),
        Misbehaviour(is_stuck=True),
    ]
)


def same(first: Usage, second: Usage) -> bool:
    """Whether they are equal, but for the order in which seconds were added."""
    return replace(first, wall_seconds=0.0) == replace(second, wall_seconds=0.0) and (
        first.wall_seconds == pytest.approx(second.wall_seconds)
    )


@settings(max_examples=60, deadline=None)
@given(
    replies=st.lists(REPLIES, max_size=8),
    body=st.sampled_from([None, CLEAN, WRONG]),
    flow=st.sampled_from([None, FLOW]),
    how=st.sampled_from(["single", "decomposed"]),
    attempts=st.integers(1, 3),
)
def test_a_decision_costs_what_its_calls_cost(
    replies: list[Misbehaviour], body: str | None, flow: Workflow | None, how: Questions, attempts: int
) -> None:
    watch = Watch()
    vllm = VllmLike()
    vllm.script.extend(replies)

    async def main() -> Decision:
        async with (
            vllm.serve(),
            harness_at(vllm.url, attempts=attempts, timeout_seconds=0.1, watch=watch) as harness,
        ):
            engine = ServerEngine(harness, ENGINE, workflow_of=lambda _request: flow)
            judge = ServerJudge(harness, questions=how)
            specs = Specs(spec(policy={"judge": THRESHOLDS}), {"opener": CLEAN})
            gate = AlignmentGate(GateParts(specs, engine, Log(), judge), clock=lambda: NOW)
            return await gate.align(Candidate("c1", "leo", body, "opener"))

    decision = run(main)
    total = sum((call.usage for call in watch.calls), Usage())
    assert same(decision.usage, total)
    entries = [entry["usage"] for entry in document_of(decision)["attempts"]]
    entries += [entry["usage"] for entry in document_of(decision)["missing"]]
    assert same(decision.usage, sum((Usage(**entry) for entry in entries), Usage()))


def test_the_steps_before_a_deadline_are_paid() -> None:
    """In simulated time: the first step is answered, the second never; the gate waits until the deadline and no longer."""

    class Half(httpx.AsyncBaseTransport):
        answered = 0

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.method == "GET":
                return httpx.Response(200, json={"data": [{"id": "base"}]}, request=request)
            self.answered += 1
            await asyncio.sleep(1 if self.answered == 1 else 1e9)
            choice = {"message": {"content": '{"body": "notes"}'}, "finish_reason": "stop"}
            used = {"prompt_tokens": 7, "completion_tokens": 3}
            reply = {"model": "base", "choices": [choice], "usage": used}
            return httpx.Response(200, json=reply, request=request)

    async def main() -> None:
        loop = asyncio.get_running_loop()
        wire, watch = Half(), Watch()
        async with harness_at("http://some.invalid", wire=lambda: wire, watch=watch) as harness:
            engine = ServerEngine(harness, ENGINE, workflow_of=lambda _request: FLOW)
            request = DraftRequest("leo", spec(), NOW, DraftContext())
            deadline = Deadline.after(15.0, loop.time)
            within = to_hand_over(deadline)
            found = await answered(lambda: engine.draft(request, within), deadline, "engine", Drafted)
        assert found == Absent("deadline")
        assert (found.usage.calls, found.usage.prompt_tokens) == (2, 7)
        assert same(found.usage, sum((call.usage for call in watch.calls), Usage()))

    simulate(main)


@dataclass
class Polite:
    """An engine that keeps to the deadline that it is given, and says that no time was left."""

    id: str = str(ENGINE)
    can_redraft: bool = True

    async def draft(self, request: object, deadline: Deadline) -> Absent:
        """Wait until the deadline."""
        del request
        await asyncio.sleep(deadline.remaining + 0.01)
        return Absent("deadline", usage=COST)


def gate_of(engine: Any, judge: Any = None, log: Log | None = None, **more: Any) -> AlignmentGate:
    specs = Specs(spec(policy={"judge": THRESHOLDS}))
    return AlignmentGate(GateParts(specs, engine, log or Log(), judge), clock=lambda: NOW, **more)


def test_an_engine_that_keeps_its_deadline_is_held_for_the_deadline() -> None:
    loop = ThreadlessLoop()
    decision = loop.finish(gate_of(Polite(), monotonic=loop.time).align(Candidate("c1", "leo")))
    loop.close()
    assert isinstance(decision.outcome, Held)
    assert [reason.tag for reason in decision.outcome.reasons] == ["deadline", "template_unavailable"]
    assert decision.usage == COST


@pytest.mark.parametrize(
    "judgement",
    [
        judged(("drift", 2, "Hi")),
        Judged((Score("drift", 11, "Hi"),), "m", "h"),
        Absent("bad_json"),
    ],
    ids=["sound", "unsound", "absent"],
)
def test_a_judge_is_paid_whatever_it_says(judgement: Judged | Absent) -> None:
    paid = Judge(replace(judgement, usage=JUDGING))
    decision = gate_of(Engine(), paid).align_blocking(Candidate("c1", "leo", CLEAN))
    assert decision.usage == decision.attempts[0].usage == JUDGING


def test_an_empty_body_is_paid() -> None:
    class Blank(Engine):
        async def draft(self, request: DraftRequest, deadline: Deadline) -> Drafted:
            """Write spaces."""
            del request, deadline
            return Drafted("  ", usage=COST)

    decision = gate_of(Blank()).align_blocking(Candidate("c1", "leo"))
    assert (decision.usage, decision.missing[0].cause.usage) == (COST, COST)


def test_an_answer_that_comes_too_late_is_paid() -> None:
    now = 0.0

    async def blocks() -> Drafted:
        nonlocal now
        now = 20.0  # the event loop stood still meanwhile
        return Drafted(CLEAN, usage=COST)

    async def main() -> Drafted | Absent:
        return await answered(blocks, Deadline(15.0, lambda: now), "engine", Drafted)

    found = run(main)
    assert (found, found.usage) == (Absent("deadline"), COST)


def test_a_pass_that_is_broken_off_while_it_is_judged_has_paid_for_its_draft() -> None:
    log = Log()
    judge = Judge()

    class Paid(Engine):
        async def draft(self, request: DraftRequest, deadline: Deadline) -> Drafted:
            """Write at a cost."""
            del request, deadline
            return Drafted(CLEAN, usage=COST)

    async def main() -> None:
        gate = gate_of(Paid(), judge, log)
        passing = asyncio.create_task(gate.align(Candidate("c1", "leo")))
        await until(lambda: bool(judge.questions))
        passing.cancel()
        await asyncio.wait([passing])

    run(main)
    (decision,) = log.decisions
    assert decision.usage == COST
    assert [(one.body, one.judgement) for one in decision.attempts] == [
        (CLEAN, Absent("cancelled", "with the pass"))
    ]


@settings(max_examples=40, deadline=None)
@given(
    replies=st.lists(st.sampled_from([says({"body": CLEAN}), says({"body": WRONG}), SCORED]), max_size=4),
    body=st.sampled_from([None, CLEAN]),
    flow=st.sampled_from([None, FLOW]),
    how=st.sampled_from(["single", "decomposed"]),
)
def test_a_call_that_is_broken_off_with_its_pass_is_in_the_decision_as_in_the_meter(
    replies: list[Misbehaviour], body: str | None, flow: Workflow | None, how: Questions
) -> None:
    watch, log = Watch(), Log()
    vllm = VllmLike(always=Misbehaviour(is_stuck=True))
    vllm.script.extend(replies)

    async def main() -> None:
        async with vllm.serve(), harness_at(vllm.url, watch=watch) as harness:
            engine = ServerEngine(harness, ENGINE, workflow_of=lambda _request: flow)
            gate = gate_of(engine, ServerJudge(harness, questions=how), log)
            passing = asyncio.create_task(gate.align(Candidate("c1", "leo", body)))
            await until(lambda: passing.done() or len(vllm.completions) > len(replies))
            passing.cancel()
            await asyncio.wait([passing])

    run(main)
    (decision,) = log.decisions
    broken_off = [call for call in watch.calls if call.cause == "cancelled"]
    assert all(call.usage.calls == 1 and call.usage.wall_seconds > 0 for call in broken_off)
    assert broken_off or tags_of(decision) != ["cancelled"]
    assert same(decision.usage, sum((call.usage for call in watch.calls), Usage()))
    parts = [one.usage for one in decision.attempts] + [one.cause.usage for one in decision.missing]
    assert same(decision.usage, sum(parts, Usage()))


@pytest.mark.parametrize("what", ["overruns", "crashes", "answers nonsense", "cancels itself"])
def test_the_calls_of_an_engine_that_cannot_say_what_they_cost_are_in_the_decision(what: str) -> None:
    watch = Watch()

    class Careless(Engine):
        async def draft(self, request: DraftRequest, deadline: Deadline) -> Any:
            """Ask a server, and go wrong."""
            del request, deadline
            await harness.ask(DRAFT, Deadline.after(20.0))
            if what == "overruns":
                moved_loop().move(1000.0)
                await asyncio.Event().wait()
            if what == "crashes":
                raise RuntimeError
            if what == "cancels itself":
                raise asyncio.CancelledError
            return "nonsense"

    harness: Any = None

    async def main() -> Decision:
        nonlocal harness
        async with VllmLike().serve() as vllm, harness_at(vllm.url, watch=watch) as harness:
            gate = gate_of(Careless(), monotonic=moved_loop().time)
            return await gate.align(Candidate("c1", "leo"))

    decision = run(main, MovedLoop)
    assert decision.usage.calls == 1
    assert decision.usage.prompt_tokens > 0
    assert decision.usage == watch.calls[0].usage == decision.missing[0].cause.usage
