"""A pass whose parts break what they promise, and one that is broken off: one record, one deadline, nothing let through."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from align.context import DraftContext
from align.engines.engine import Drafted
from align.gate.candidate import Candidate
from align.gate.check_threads import LONG
from align.gate.decision import Decision, Held, Passed
from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.gate.repair import MAX_EDITS, repair
from align.harness.failures import Absent
from align.harness.usage import Usage
from align.judge.judgement import Judged
from align.validate import validate_draft
from tests.gate.parts import BAD_OFFER, CLEAN, NOW, WRONG, Engine, Judge, Log, Specs, judged, spec
from tests.gate.test_gate import kinds, run, simulated, tags

DRIFT = {"policy": {"judge": {"drift": 5}}}


def candidate(body: str | None = None, key: str | None = None, number: int = 1) -> Candidate:
    return Candidate(f"c{number}", "leo", body, key)


class StrangeError(BaseException):
    """What no handler of `Exception` catches."""


@pytest.mark.parametrize(
    "error", [StrangeError("x"), asyncio.CancelledError(), TimeoutError()], ids=lambda e: type(e).__name__
)
def test_whatever_an_engine_or_a_judge_raises_is_an_absence(error: BaseException) -> None:
    assert tags(run(candidate(), Engine([error]))) == ["engine_unavailable", "template_unavailable"]
    assert run(candidate(CLEAN), judge=Judge(error)).outcome == Passed(CLEAN, is_unjudged=True)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3)], ids=lambda e: type(e).__name__)
def test_what_ends_the_process_is_recorded_and_goes_on(error: BaseException) -> None:
    log = Log()
    gate = AlignmentGate(GateParts(Specs(), Engine([error]), log), clock=lambda: NOW)
    with pytest.raises(type(error)):
        gate.align_blocking(candidate())
    assert [tags(decision) for decision in log.decisions] == [["cancelled"]]


def test_an_engine_is_not_waited_for_past_the_deadline() -> None:
    decision = simulated(candidate(), Engine([CLEAN], wait=lambda: asyncio.sleep(1e9)))
    assert tags(decision) == ["deadline", "template_unavailable"]
    assert decision.seconds == GateSettings().deadline_seconds
    assert [missing.cause for missing in decision.missing] == [Absent("deadline")]


def test_what_comes_after_the_deadline_does_not_count() -> None:
    async def stubborn() -> None:
        try:
            await asyncio.sleep(1e9)
        except asyncio.CancelledError:
            return

    decision = simulated(candidate(), Engine([CLEAN], wait=stubborn))
    assert (decision.attempts, tags(decision)) == ((), ["deadline", "template_unavailable"])


@dataclass
class Says:
    """An engine and a judge that answer with anything at all."""

    answer: Any
    id: str = "do-gpu-test_1"
    can_redraft: bool = True

    async def draft(self, request: object, deadline: object) -> Any:
        """Return the answer."""
        del request, deadline
        return self.answer

    async def judge(self, question: object, deadline: object) -> Any:
        """Return the answer."""
        del question, deadline
        return self.answer


@pytest.mark.parametrize("answer", [None, "words", 3])
def test_an_answer_of_another_kind_is_an_absence(answer: Any) -> None:
    log = Log()
    gate = AlignmentGate(GateParts(Specs(), Says(answer), log, Says(answer)), clock=lambda: NOW)
    assert gate.align_blocking(candidate(CLEAN)).outcome == Passed(CLEAN, is_unjudged=True)
    decision = gate.align_blocking(candidate())
    assert tags(decision) == ["engine_unavailable", "template_unavailable"]
    assert decision.missing[0].cause.cause == "schema_violation"


@pytest.mark.parametrize("score", [float("nan"), float("inf"), -1.0, 10.5])
def test_a_score_that_is_none_makes_the_judge_absent(score: float) -> None:
    decision = run(candidate(CLEAN), judge=Judge(judged(("drift", score, "Hi"))), specs=Specs(spec(**DRIFT)))
    assert decision.outcome == Passed(CLEAN, is_unjudged=True)


@dataclass
class Broken:
    """A store and a log that crash where they should raise a `StoreError`; the store has a spec where it is told to."""

    has_spec: bool = False

    def current(self, persona: str) -> Any:
        """Return the spec, or crash."""
        if self.has_spec:
            return Specs().current(persona)
        raise RuntimeError("secret")

    def at(self, persona: str, when: object) -> Any:
        """Do as `current` does."""
        del when
        return self.current(persona)

    def templates(self, persona: str, when: object = None) -> Any:
        """Crash."""
        del persona, when
        raise RuntimeError("secret")

    def record(self, decision: Decision) -> None:
        """Crash."""
        del decision
        raise RuntimeError("secret")


def test_a_store_or_a_log_that_crashes_is_a_hold() -> None:
    log = Log()
    for specs, expected in (
        (Broken(), ["spec_unavailable"]),
        (Broken(has_spec=True), ["spec_conflict", "engine_unavailable", "template_unavailable"]),
    ):
        gate = AlignmentGate(GateParts(specs, Engine(), log), clock=lambda: NOW)
        assert tags(gate.align_blocking(candidate(WRONG, "opener"))) == expected
        assert log.decisions[-1].outcome_name == "held"
    gate = AlignmentGate(GateParts(Specs(), Engine(), Broken()), clock=lambda: NOW)
    decision = gate.align_blocking(candidate(CLEAN))
    assert tags(decision) == ["audit_unavailable"]
    assert "secret" not in str(decision.outcome)


def test_a_hold_that_cannot_be_recorded_keeps_its_reasons() -> None:
    decision = run(candidate(WRONG), Engine(), log=Log(is_away=True))
    assert tags(decision) == [
        "spec_conflict",
        "engine_unavailable",
        "template_unavailable",
        "audit_unavailable",
    ]


def test_a_store_that_does_not_answer_is_not_waited_for() -> None:
    let_go = threading.Event()

    class Slow(Specs):
        def current(self, persona: str) -> Any:
            let_go.wait(120)
            return super().current(persona)

    async def go() -> Decision:
        gate = AlignmentGate(
            GateParts(Slow(), Engine(), Log()),
            settings=GateSettings(deadline_seconds=0.02),
            clock=lambda: NOW,
        )
        decision = await gate.align(candidate(CLEAN))
        let_go.set()
        return decision

    assert tags(asyncio.run(go())) == ["spec_unavailable"]


@dataclass
class SlowLog(Log):
    """Records when it is let."""

    entered: threading.Event = field(default_factory=threading.Event)
    let: threading.Event = field(default_factory=threading.Event)

    def record(self, decision: Decision) -> None:
        """Keep a decision, late."""
        self.entered.set()
        self.let.wait(120)
        super().record(decision)


def test_a_loop_that_goes_away_while_recording_loses_no_record() -> None:
    """Each pass is cancelled twice, then the loop cancels every task; most records have not begun by then."""
    log = SlowLog()

    async def go() -> None:
        gate = AlignmentGate(GateParts(Specs(), Engine(), log), clock=lambda: NOW)
        passes = [asyncio.create_task(gate.align(candidate(CLEAN, number=n))) for n in range(80)]
        await asyncio.to_thread(log.entered.wait, 120)
        for _ in range(2):
            for one in passes:
                one.cancel()
            await asyncio.sleep(0.01)
        log.let.set()

    asyncio.run(go())
    assert len(log.decisions) == len({decision.candidate.id for decision in log.decisions}) == 80


def test_what_writing_cost_is_in_the_decision() -> None:
    cost, judging = Usage(10, 5, 0.5, 0.0, 1), Usage(3, 2, 0.1, 0.0, 1)
    judge = Judge(Judged((), "test", "hash", usage=judging))
    log = Log()
    gate = AlignmentGate(GateParts(Specs(), Says(Drafted(CLEAN, usage=cost)), log, judge), clock=lambda: NOW)
    decision = gate.align_blocking(candidate())
    assert decision.usage == decision.attempts[0].usage == cost + judging


def test_a_template_store_that_crashes_is_not_told_as_a_missing_template() -> None:
    engine = Engine([RuntimeError("x")], id="template", can_redraft=False)
    assert tags(run(candidate(key="opener"), engine)) == ["engine_unavailable", "template_unavailable"]


def test_a_redraft_is_told_what_the_judge_held() -> None:
    engine = Engine([CLEAN])
    run(candidate(CLEAN), engine, Judge(judged(("drift", 9, "Hi"))), Specs(spec(**DRIFT)))
    assert [request.dimensions for request in engine.requests] == [("drift",)]


def test_a_long_body_is_checked_like_any_other() -> None:
    body = f"{WRONG} " + "hello there " * (LONG // 10)
    assert tags(run(candidate(body), Engine([Absent("refused")])))[0] == "spec_conflict"


@pytest.mark.parametrize("length", [LONG - 1, LONG])
@pytest.mark.parametrize("where", ["body", "inbound"])
def test_only_what_is_long_is_checked_in_a_thread(
    monkeypatch: pytest.MonkeyPatch, length: int, where: str
) -> None:
    threads: list[bool] = []

    def watched(*arguments: Any, **options: Any) -> Any:
        threads.append(threading.current_thread() is threading.main_thread())
        return validate_draft(*arguments, **options)

    monkeypatch.setattr("align.gate.inspection.validate_draft", watched)
    text = "x" * length
    asked = candidate(text) if where == "body" else replace(candidate("Hi"), context=DraftContext(text[2:]))
    run(asked, Engine([Absent("refused")]))
    assert set(threads) == {length < LONG}


def test_a_repair_that_makes_it_worse_does_not_speak_for_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("align.gate.gate.repair", lambda *_: BAD_OFFER)
    decision = run(candidate(WRONG), Engine([WRONG]), specs=Specs(spec(policy={"repair": True})))
    assert kinds(decision) == ["draft", "repair", "redraft", "repair"]
    assert tags(decision) == ["spec_conflict", "template_unavailable"]
    assert isinstance(decision.outcome, Held)


def test_a_template_is_not_mended() -> None:
    engine = Engine([WRONG], id="template", can_redraft=False)
    decision = run(candidate(key="opener"), engine, specs=Specs(spec(policy={"repair": True})))
    assert (kinds(decision), tags(decision)) == (["template"], ["template_conflict"])


def test_a_body_with_many_faults_is_not_mended() -> None:
    for count, is_mended in ((MAX_EDITS, True), (MAX_EDITS + 1, False)):
        body = "An hour here is 70. " * count
        assert (repair(body, validate_draft(body, spec(), now=NOW)) is not None) == is_mended
