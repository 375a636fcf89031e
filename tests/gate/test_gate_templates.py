"""Templates with places: filled whole from the candidate's values, or held with what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.context import DraftContext
from align.engines.template import TemplateEngine
from align.gate.candidate import Candidate, ModeError
from align.gate.decision import Decision, Downgraded, Held, Passed
from align.gate.gate import AlignmentGate, GateParts
from align.gate.holds import TemplateUnavailable
from tests.gate.parts import NOW, WRONG, Engine, Log, Specs

if TYPE_CHECKING:
    from align.engines.engine import DraftRequest

NAMED = "Hi {name}! See you at {hour}."


def run(template: str, *, body: str | None, values: dict[str, str], log: Log | None = None) -> Decision:
    """Take a candidate through the gate: with a body the template is fallen back on, without one an engine writes it."""
    specs = Specs(bodies={"opener": template})

    def body_of(request: DraftRequest) -> str | None:
        return specs.bodies.get(request.template_key or "")

    engine: Any = Engine(can_redraft=False) if body is not None else TemplateEngine(body_of)
    gate = AlignmentGate(GateParts(specs, engine, log or Log()), clock=lambda: NOW)
    return gate.align_blocking(Candidate("c1", "leo", body, "opener", values=values))


def sent(decision: Decision) -> str | None:
    assert isinstance(decision.outcome, (Passed, Downgraded, Held))
    return decision.body


def unavailable(decision: Decision) -> TemplateUnavailable:
    assert isinstance(decision.outcome, Held)
    (reason,) = [r for r in decision.outcome.reasons if isinstance(r, TemplateUnavailable)]
    assert {r.tag for r in decision.outcome.reasons} <= {"template_unavailable", "spec_conflict"}
    return reason


BOTH = pytest.mark.parametrize("body", [WRONG, None], ids=["fallen back on", "written by the engine"])


@BOTH
def test_a_template_is_filled_with_the_candidate_s_values(body: str | None) -> None:
    decision = run("Hi {name}! {{:", body=body, values={"name": "Jo", "other": "x"})
    assert sent(decision) == "Hi Jo! {:"


@BOTH
def test_a_candidate_without_a_value_is_held_with_its_name(body: str | None) -> None:
    reason = unavailable(run(NAMED, body=body, values={"name": "Jo", "hour": " "}))
    assert (reason.template_key, reason.missing) == ("opener", ("hour",))
    assert reason.suggestion == "Give the candidate these values: hour."
    assert unavailable(run(NAMED, body=body, values={})).missing == ("name", "hour")


@BOTH
def test_a_template_of_before_with_a_lone_brace_is_held_and_says_where(body: str | None) -> None:
    reason = unavailable(run("Hi {Name}!", body=body, values={"name": "Jo"}))
    assert reason.missing == ()
    assert "line 1, column 4" in reason.suggestion


@BOTH
def test_what_a_value_says_is_checked(body: str | None) -> None:
    decision = run("An hour is {price}.", body=body, values={"price": "70"})
    assert isinstance(decision.outcome, Held)
    assert "template_conflict" in [reason.tag for reason in decision.outcome.reasons]


@given(st.dictionaries(st.sampled_from(["name", "hour"]), st.text(st.sampled_from("a {}\n"), max_size=4)))
def test_no_hole_and_no_brace_is_ever_sent(values: dict[str, str]) -> None:
    for body in (WRONG, None):
        going = sent(run(NAMED, body=body, values=values))
        assert going is None or going == f"Hi {values['name']}! See you at {values['hour']}."
        assert going is None or "{name}" not in going


def test_an_unknown_mode_is_refused_before_anything_happens() -> None:
    log, specs = Log(), Specs()
    gate = AlignmentGate(GateParts(specs, Engine(), log), clock=lambda: NOW)
    with pytest.raises(ModeError, match="'GOO' is no mode; write GO, DRAFT, PAUSE; did you mean 'GO'"):
        gate.align_blocking(Candidate("c1", "leo", "Hello!"), "GOO")  # type: ignore[arg-type] # the case
    assert (log.decisions, specs.reads) == ([], 0)


def test_the_engine_is_told_what_kind_of_candidate_it_is() -> None:
    engine = Engine(["Hello!"])
    gate = AlignmentGate(GateParts(Specs(), engine, Log()), clock=lambda: NOW)
    gate.align_blocking(
        Candidate(
            "c1", "leo", None, "opener", "hi", DraftContext("hey"), "vip", "late", "flow", {"name": "Jo"}
        )
    )
    (asked,) = engine.requests
    assert (asked.archetype, asked.state, asked.workflow) == ("vip", "late", "flow")
    assert (asked.values, asked.template_key, asked.goal) == ({"name": "Jo"}, "opener", "hi")
