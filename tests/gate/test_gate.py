"""One pass through the gate, branch by branch."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from align.context import DraftContext
from align.gate.candidate import Candidate, Mode
from align.gate.decision import Decision, Downgraded, Held, Passed
from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.gate.holds import TemplateConflict, reasons_from_json, reasons_to_json
from align.harness.failures import Absent
from tests.gate.parts import (
    ALSO_WRONG,
    BAD_OFFER,
    BAD_PLACE,
    CLEAN,
    NOW,
    WRONG,
    Engine,
    Judge,
    Log,
    Specs,
    judged,
    spec,
)
from tests.gate.threadless import ThreadlessLoop


def candidate(body: str | None = None, **fields: Any) -> Candidate:
    return Candidate("c1", fields.pop("persona", "leo"), body, **fields)


def run(  # noqa: PLR0913 - one parameter a part
    what: Candidate,
    engine: Engine | None = None,
    judge: Judge | None = None,
    specs: Specs | None = None,
    *,
    log: Log | None = None,
    mode: Mode = "GO",
    **settings: Any,
) -> Decision:
    log = log or Log()
    gate = AlignmentGate(
        GateParts(specs or Specs(), engine or Engine(), log, judge),
        settings=GateSettings(**settings),
        clock=lambda: NOW,
    )
    decision = gate.align_blocking(what, mode)
    assert log.is_away or log.decisions == [decision]
    return decision


def simulated(what: Candidate, engine: Engine, specs: Specs | None = None, **settings: Any) -> Decision:
    """Do what `run` does in simulated time: only what the engine waits for takes any."""
    log, loop = Log(), ThreadlessLoop()
    gate = AlignmentGate(
        GateParts(specs or Specs(), engine, log),
        settings=GateSettings(**settings),
        clock=lambda: NOW,
        monotonic=loop.time,
    )
    try:
        decision: Decision = loop.finish(gate.align(what))
    finally:
        loop.close()
    assert log.decisions == [decision]
    return decision


def tags(decision: Decision) -> list[str]:
    assert isinstance(decision.outcome, Held)
    assert reasons_from_json(reasons_to_json(decision.outcome.reasons)) == decision.outcome.reasons
    return [reason.tag for reason in decision.outcome.reasons]


def kinds(decision: Decision) -> list[str]:
    return [attempt.kind for attempt in decision.attempts]


def test_a_clean_draft_passes_as_it_is() -> None:
    engine = Engine()
    decision = run(candidate(CLEAN), engine)
    assert decision.outcome == Passed(CLEAN)
    assert (kinds(decision), engine.requests) == (["draft"], [])
    assert decision.spec is not None
    assert decision.spec.digest == spec().digest


def test_without_a_body_the_engine_writes_one() -> None:
    decision = run(candidate(goal="say the price"), Engine([CLEAN]))
    assert decision.outcome == Passed(CLEAN)
    assert decision.workflow == "flow@1"


def test_a_held_draft_is_redrafted_with_what_was_wrong() -> None:
    engine = Engine([CLEAN])
    decision = run(candidate(WRONG), engine)
    assert decision.outcome == Passed(CLEAN)
    assert kinds(decision) == ["draft", "redraft"]
    (request,) = engine.requests
    assert request.previous == WRONG
    assert [violation.rule for violation in request.violations] == ["price_contradiction"]


def test_two_redrafts_and_no_more() -> None:
    engine = Engine([ALSO_WRONG, BAD_PLACE, CLEAN])
    decision = run(candidate(WRONG), engine)
    assert len(engine.requests) == 2
    assert kinds(decision) == ["draft", "redraft", "redraft"]
    assert tags(decision) == ["spec_conflict", "template_unavailable"]


def test_a_redraft_that_fails_alike_is_the_last() -> None:
    engine = Engine([WRONG, CLEAN])
    decision = run(candidate(WRONG), engine)
    assert len(engine.requests) == 1
    assert isinstance(decision.outcome, Held)


def test_the_template_goes_where_no_draft_does() -> None:
    decision = run(
        candidate(WRONG, template_key="opener"), Engine([WRONG]), specs=Specs(bodies={"opener": "Hello!"})
    )
    assert decision.outcome == Downgraded("Hello!", "opener")
    assert kinds(decision) == ["draft", "redraft", "template"]


def test_a_template_gets_no_free_ride() -> None:
    decision = run(
        candidate(WRONG, template_key="opener"), Engine([WRONG]), specs=Specs(bodies={"opener": BAD_OFFER})
    )
    assert tags(decision) == ["spec_conflict", "template_conflict"]
    assert isinstance(decision.outcome, Held)
    (found,) = [reason for reason in decision.outcome.reasons if isinstance(reason, TemplateConflict)]
    assert [violation.rule for violation in found.violations] == ["never_offer"]


def test_facts_and_policy_are_told_apart() -> None:
    decision = run(candidate(f"{WRONG} {BAD_OFFER}"), Engine([Absent("refused")]))
    assert tags(decision) == [
        "spec_conflict",
        "policy_conflict",
        "engine_unavailable",
        "template_unavailable",
    ]


@pytest.mark.parametrize("answer", [Absent("refused"), RuntimeError("secret"), "", "  \n"])
def test_an_engine_without_a_usable_body_holds(answer: Any) -> None:
    decision = run(candidate(), Engine([answer]))
    assert tags(decision) == ["engine_unavailable", "template_unavailable"]
    assert decision.attempts == ()
    assert "secret" not in str(decision.outcome)


def test_the_template_engine_has_one_body() -> None:
    engine = Engine([WRONG], id="template", can_redraft=False)
    decision = run(candidate(template_key="opener"), engine, specs=Specs(bodies={"opener": WRONG}))
    assert (tags(decision), len(engine.requests)) == (["template_conflict"], 1)
    engine = Engine([Absent("not_configured")], id="template", can_redraft=False)
    assert tags(run(candidate(template_key="opener"), engine)) == ["template_unavailable"]
    engine = Engine([CLEAN], id="template", can_redraft=False)
    assert run(candidate(template_key="opener"), engine).outcome == Passed(CLEAN)
    engine = Engine([CLEAN], id="template", can_redraft=False)
    specs = Specs(bodies={"opener": "Hello!"})
    decision = run(candidate(WRONG, template_key="opener"), engine, specs=specs)
    assert (decision.outcome, engine.requests) == (Downgraded("Hello!", "opener"), [])


def test_without_a_spec_nothing_goes() -> None:
    assert tags(run(candidate(CLEAN), specs=Specs(is_away=True))) == ["spec_unavailable"]
    assert tags(run(candidate(CLEAN, persona="lea"))) == ["spec_unavailable"]


def test_a_decision_that_is_not_recorded_is_a_hold() -> None:
    decision = run(candidate(CLEAN), log=Log(is_away=True))
    assert tags(decision) == ["audit_unavailable"]
    assert decision.body is None


def test_a_paused_gate_holds_and_says_what_it_would_have_held_for() -> None:
    engine = Engine([CLEAN])
    decision = run(candidate(WRONG), engine, mode="PAUSE")
    assert (tags(decision), engine.requests) == (["paused"], [])
    assert [v.rule for v in decision.attempts[0].validation.violations] == ["price_contradiction"]


def test_a_score_over_its_threshold_holds() -> None:
    specs = Specs(spec(policy={"judge": {"drift": 7}}))
    decision = run(candidate(CLEAN), Engine(), Judge(judged(("drift", 7, "hour at mine"))), specs)
    assert tags(decision) == ["judge_conflict", "engine_unavailable", "template_unavailable"]
    (found,) = decision.attempts[0].judge_violations
    assert CLEAN[found.start : found.end] == found.text == "hour at mine"


@pytest.mark.parametrize(
    "score",
    [
        ("drift", 6.9, "hour at mine"),
        ("voice", 10, "hour at mine"),
        ("drift", 10, "no such words"),
        ("drift", 10, ""),
    ],
    ids=["below", "no threshold", "no quote in the body", "empty quote"],
)
def test_a_score_that_does_not_count_holds_nothing(score: tuple[str, float, str]) -> None:
    specs = Specs(spec(policy={"judge": {"drift": 7}}))
    assert run(candidate(CLEAN), Engine(), Judge(judged(score)), specs).outcome == Passed(CLEAN)


def test_a_shadow_judge_is_recorded_and_holds_nothing() -> None:
    specs = Specs(spec(policy={"judge": {"drift": 1}}))
    judge = Judge(judged(("drift", 10, "hour at mine")))
    decision = run(candidate(CLEAN), Engine(), judge, specs, judge_mode="shadow")
    assert decision.outcome == Passed(CLEAN)
    assert decision.attempts[0].judgement == judge.answer


def test_a_judge_is_not_asked_of_what_is_held_anyway() -> None:
    judge = Judge(judged())
    run(candidate(WRONG), Engine([WRONG]), judge)
    assert judge.questions == []


@pytest.mark.parametrize(
    "answer", [Absent("refused"), RuntimeError("x"), None], ids=["away", "crashed", "slow"]
)
def test_an_absent_judge_changes_nothing_but_the_mark(answer: Any) -> None:
    specs = Specs(spec(policy={"judge": {"drift": 1}}))
    decision = run(candidate(CLEAN), Engine(), Judge(answer), specs, judge_seconds=0.05)
    assert decision.outcome == Passed(CLEAN, is_unjudged=True)
    assert isinstance(decision.attempts[0].judgement, Absent)


def test_a_deadline_leaves_the_template() -> None:
    engine = Engine([ALSO_WRONG, CLEAN], wait=lambda: asyncio.sleep(600))
    specs = Specs(bodies={"opener": "Hello!"})
    decision = simulated(candidate(WRONG, template_key="opener"), engine, specs)
    assert decision.outcome == Downgraded("Hello!", "opener")
    assert (len(engine.requests), decision.seconds) == (1, GateSettings().deadline_seconds)
    decision = simulated(candidate(WRONG), Engine([ALSO_WRONG], wait=lambda: asyncio.sleep(600)))
    assert tags(decision) == ["spec_conflict", "deadline", "template_unavailable"]


async def _cancelled(gate: AlignmentGate, asked: asyncio.Event) -> None:
    """Cancel a pass once its engine was asked."""
    task = asyncio.create_task(gate.align(candidate(WRONG)))
    await asyncio.wait_for(asked.wait(), 120)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def test_a_cancelled_pass_is_recorded_and_stays_cancelled() -> None:
    log = Log()
    asked = asyncio.Event()

    async def wait_for_ever() -> None:
        asked.set()
        await asyncio.Event().wait()

    gate = AlignmentGate(GateParts(Specs(), Engine([CLEAN], wait=wait_for_ever), log), clock=lambda: NOW)

    asyncio.run(_cancelled(gate, asked))
    (decision,) = log.decisions
    assert tags(decision) == ["cancelled"]
    assert kinds(decision) == ["draft"]


@pytest.mark.parametrize("raises", [False, True], ids=["and answers", "and crashes"])
def test_an_engine_that_keeps_a_cancellation_to_itself_does_not_end_it(raises: bool) -> None:
    log = Log()
    asked = asyncio.Event()

    async def keep_to_itself() -> None:
        asked.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            if raises:
                raise RuntimeError("no") from None

    gate = AlignmentGate(GateParts(Specs(), Engine([CLEAN], wait=keep_to_itself), log), clock=lambda: NOW)

    asyncio.run(_cancelled(gate, asked))
    (decision,) = log.decisions
    assert tags(decision) == ["cancelled"]


def test_a_repair_is_validated_and_marked() -> None:
    specs = Specs(spec(policy={"repair": True}))
    engine = Engine([CLEAN])
    decision = run(candidate(WRONG), engine, specs=specs)
    assert decision.outcome == Passed("Hi! An hour at mine is 80.")
    assert (kinds(decision), engine.requests) == (["draft", "repair"], [])
    assert kinds(run(candidate(WRONG), Engine([CLEAN]))) == ["draft", "redraft"]  # off by default


def test_the_spec_is_read_once() -> None:
    specs = Specs()
    run(candidate(WRONG), Engine([ALSO_WRONG, BAD_PLACE]), specs=specs)
    assert specs.reads == 1


def test_the_context_reaches_the_check_and_the_engine() -> None:
    engine = Engine([CLEAN])
    context = DraftContext(inbound="could you do 60 for the hour?")
    decision = run(candidate("Yep, that works!", context=context), engine)
    assert kinds(decision) == ["draft", "redraft"]
    assert engine.requests[0].context == context
