"""A message in which a reader would see nothing is never sent."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.engines.template import TemplateEngine
from align.gate.blank import is_blank
from align.gate.candidate import Candidate
from align.gate.decision import Downgraded
from align.gate.holds import TemplateUnavailable
from align.harness.failures import Absent
from tests.gate.parts import CLEAN, Engine, Specs
from tests.gate.test_gate import kinds, run, tags

BLANK = ["", " \n\t", "\u200b", "\u3164\u2800", "\ufe0f\u0301", "\0", "\ud800", "\u202e \u00a0"]


@pytest.mark.parametrize("body", BLANK, ids=ascii)
def test_a_blank_body_that_the_caller_gives_is_none(body: str) -> None:
    engine = Engine([CLEAN])
    decision = run(Candidate("c1", "leo", body, "opener"), engine, specs=Specs(bodies={"opener": CLEAN}))
    assert decision.outcome == Downgraded(CLEAN, "opener")
    assert [missing.cause for missing in decision.missing] == [Absent("empty_body")]
    assert engine.requests == []
    assert tags(run(Candidate("c1", "leo", body))) == ["engine_unavailable", "template_unavailable"]


@pytest.mark.parametrize("body", BLANK, ids=ascii)
def test_a_blank_body_that_an_engine_writes_is_none(body: str) -> None:
    decision = run(Candidate("c1", "leo"), Engine([body]))
    assert (kinds(decision), tags(decision)) == ([], ["engine_unavailable", "template_unavailable"])


def test_a_template_that_its_values_leave_blank_is_none() -> None:
    candidate = Candidate("c1", "leo", template_key="opener", values={"name": "\u200b"})
    specs = Specs(bodies={"opener": " {name} "})
    engines: tuple[Any, ...] = (Engine(), TemplateEngine(lambda _: " {name} "))
    for engine in engines:
        decision = run(candidate, engine, specs=specs)
        assert kinds(decision) == []
        assert tags(decision)[-1] == "template_unavailable"
    reason = run(candidate, Engine(), specs=specs).outcome.reasons[-1]  # type: ignore[union-attr] # a hold by then
    assert isinstance(reason, TemplateUnavailable)
    assert reason.suggestion == (
        "Mend the template: align template set leo opener (nothing of it can be seen)"
    )


@pytest.mark.parametrize("body", ["a", " . ", "👍", "١", "ภ", "\ue000", "\u200b👍\u200b"], ids=ascii)
def test_what_shows_something_is_not_blank(body: str) -> None:
    assert not is_blank(body)


@given(st.text(st.characters(whitelist_categories=["L", "N", "P", "S"]), min_size=1), st.text())
def test_a_letter_shows_wherever_it_stands(seen: str, around: str) -> None:
    assert is_blank(seen) == all(letter in "\u115f\u1160\u2800\u3164\uffa0" for letter in seen)
    assert is_blank(around + "x" + around) is False
