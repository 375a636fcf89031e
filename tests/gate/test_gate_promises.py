"""The promises of the design, over engines, judges and faults drawn at random."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from align import validate_draft
from align.gate.candidate import Candidate
from align.gate.decision import Decision, Downgraded, Held, Passed
from align.gate.gate import AlignmentGate, GateParts, GateSettings
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

BODIES = st.sampled_from(
    [CLEAN, "Hello!", WRONG, ALSO_WRONG, BAD_PLACE, BAD_OFFER, f"{WRONG} {BAD_OFFER}", "", "\ud800"]
)
ANSWERS = st.one_of(BODIES, st.just(Absent("timeout")), st.builds(RuntimeError, st.just("x")))
SCORES = st.builds(
    judged,
    st.tuples(
        st.sampled_from(["drift", "voice"]), st.floats(0, 10), st.sampled_from(["H", "hour", "nothing"])
    ),
)
ABSENT = st.one_of(
    st.builds(Absent, st.sampled_from(["refused", "bad_json", "breaker_open"])), st.just(RuntimeError("x"))
)


@st.composite
def passes(draw: st.DrawFn) -> dict[str, Any]:
    """Draw everything that one pass depends on."""
    policy = {"judge": {"drift": draw(st.integers(1, 9))}, "repair": draw(st.booleans())}
    engine = draw(st.sampled_from([("do-gpu-test_1", True), ("do-gpu-test_1", False), ("template", False)]))
    return {
        "body": draw(st.one_of(st.none(), BODIES)),
        "key": draw(st.sampled_from([None, "opener", "missing"])),
        "specs": Specs(spec(policy=policy), {"opener": draw(BODIES)}, is_away=draw(st.integers(0, 9)) == 0),
        "answers": draw(st.lists(ANSWERS, max_size=4)),
        "engine": engine,
        "log_away": draw(st.integers(0, 9)) == 0,
        "mode": draw(st.sampled_from(["GO", "GO", "DRAFT", "PAUSE"])),
        "judge": draw(st.one_of(st.none(), SCORES, ABSENT)),
        "shadow": draw(st.integers(0, 4)) == 0,
    }


def go(drawn: dict[str, Any], judge: Any) -> tuple[Decision, Log, Engine]:
    name, can_redraft = drawn["engine"]
    engine = Engine(drawn["answers"], id=name, can_redraft=can_redraft)
    log = Log(is_away=drawn["log_away"])
    gate = AlignmentGate(
        GateParts(drawn["specs"], engine, log, None if judge is None else Judge(judge)),
        settings=GateSettings(judge_mode="shadow" if drawn["shadow"] else "enforce"),
        clock=lambda: NOW,
    )
    candidate = Candidate("c1", "leo", drawn["body"], drawn["key"])
    return asyncio.run(gate.align(candidate, drawn["mode"])), log, engine


@settings(max_examples=300, deadline=None)
@given(passes())
def test_the_promises_of_one_pass(drawn: dict[str, Any]) -> None:
    decision, log, engine = go(drawn, drawn["judge"])
    # 1. No outcome that may be sent carries a body that is flagged under the spec of the decision.
    if decision.body is not None:
        assert validate_draft(decision.body, drawn["specs"].spec, now=NOW).ok
        assert any(a.body == decision.body and a.is_clean for a in decision.attempts)
    else:
        assert isinstance(decision.outcome, Held)
        assert decision.outcome.reasons
    # 2. At most two redrafts; every attempt is in the decision, in order.
    kinds = [attempt.kind for attempt in decision.attempts]
    assert kinds.count("redraft") <= 2
    assert kinds.count("draft") <= 1
    assert "template" not in kinds[:-1]
    assert len(engine.requests) <= 3
    # 5. A template body gets no free ride.
    if isinstance(decision.outcome, Downgraded):
        assert decision.attempts[-1].kind == "template"
        assert decision.attempts[-1].is_clean
    # 6. The spec is read once.
    assert drawn["specs"].reads == 1
    # 9. One record a call; what is not recorded may not go.
    if drawn["log_away"]:
        assert decision.body is None
    else:
        assert log.decisions == [decision]
    drawn["specs"].reads = 0


@settings(max_examples=200, deadline=None)
@given(passes(), ABSENT)
def test_an_absent_judge_is_as_good_as_none(drawn: dict[str, Any], absent: Any) -> None:
    """Promise 3."""
    without, _, _ = go(drawn, None)
    absent_one, _, _ = go(drawn, absent)
    assert _unmarked(absent_one) == _unmarked(without)


@settings(max_examples=200, deadline=None)
@given(passes(), SCORES)
def test_a_judge_only_ever_adds_a_hold(drawn: dict[str, Any], scores: Any) -> None:
    """Promise 4."""
    without, _, _ = go(drawn, None)
    with_one, _, _ = go(drawn, scores)
    if with_one.body is not None:
        assert without.body is not None
    first = next(iter(without.attempts), None)
    if first is not None and not first.validation.ok and with_one.body is not None:
        assert with_one.body != first.body


def _unmarked(decision: Decision) -> Any:
    outcome = decision.outcome
    if isinstance(outcome, Passed | Downgraded):
        outcome = replace(outcome, is_unjudged=False)
    return outcome, [(a.kind, a.body, a.validation) for a in decision.attempts]
