"""Figures, in the text that Prometheus reads."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.openmetrics.parser import text_string_to_metric_families as read_openmetrics

from align import validate_draft
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.harness.failures import Absent
from align.harness.harness import Call
from align.harness.prices import PriceTable
from align.harness.usage import Usage
from align.telemetry.metrics import Metrics
from align.telemetry.names import MAX_NAMES, Names, name_of
from tests.gate.parts import BAD_OFFER, CLEAN, NOW, WRONG, Engine, Judge, Log, Specs, judged, spec
from tests.telemetry.reading import figures

DRAFT = Call("prospect.draft", "base", None, Usage(100, 20, 1.5, 0.5, 2))


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


def go(metrics: Metrics, *candidates: Candidate, **parts: Any) -> dict[tuple[str, ...], float]:
    made: dict[str, Any] = {
        "specs": Specs(),
        "engine": Engine(can_redraft=False),
        "log": Log(),
        "judge": None,
    } | parts
    gate = AlignmentGate(GateParts(**made), observers=[metrics], clock=lambda: NOW)
    for candidate in candidates:
        gate.align_blocking(candidate)
    return figures(metrics)


def test_passes_are_counted_by_outcome_with_their_seconds(metrics: Metrics) -> None:
    found = go(metrics, *(Candidate(str(n), "leo", body) for n, body in enumerate((CLEAN, CLEAN, WRONG))))
    labels = ("engine=do-gpu-test_1", "mode=GO")
    assert found["align_passes_total", *labels, "outcome=passed", "persona="] == 2
    assert found["align_passes_total", *labels, "outcome=held", "persona="] == 1
    assert found["align_pass_seconds_count", "outcome=passed"] == 2
    assert found["align_validate_seconds_count", "door=gate"] == 3
    assert found["align_validate_seconds_bucket", "door=gate", "le=+Inf"] == 3
    assert found["align_step_seconds_count", "step=record"] == 3


def test_holds_are_counted_by_reason_and_by_rule(metrics: Metrics) -> None:
    found = go(
        metrics,
        Candidate("1", "leo", f"{WRONG} {BAD_OFFER}", "opener"),
        Candidate("2", "leo", WRONG, "opener"),
        specs=Specs(bodies={"opener": WRONG}),
    )
    assert found["align_holds_total", "persona=", "reason=spec_conflict"] == 2
    assert found["align_holds_total", "persona=", "reason=policy_conflict"] == 1
    assert found["align_rule_holds_total", "reason=spec_conflict", "rule=price_contradiction"] == 2
    assert found["align_rule_holds_total", "reason=template_conflict", "rule=price_contradiction"] == 2
    assert found["align_rule_holds_total", "reason=policy_conflict", "rule=never_offer"] == 1
    assert found["align_violations_total", "rule=price_contradiction", "source=template"] == 2


def test_redrafts_are_counted_by_their_outcome(metrics: Metrics) -> None:
    engine = Engine([f"{WRONG} {BAD_OFFER}", CLEAN])
    go(metrics, Candidate("1", "leo", WRONG), engine=engine)
    found = go(metrics, Candidate("2", "leo", WRONG), engine=Engine([Absent("timeout")]))
    assert found["align_bodies_total", "kind=redraft", "outcome=flagged"] == 1
    assert found["align_bodies_total", "kind=redraft", "outcome=clean"] == 1
    assert found["align_bodies_total", "kind=redraft", "outcome=absent"] == 1
    assert found["align_engine_absent_total", "cause=timeout"] == 1


def test_an_absent_judge_is_counted_by_its_cause(metrics: Metrics) -> None:
    found = go(metrics, Candidate("1", "leo", CLEAN), judge=Judge(Absent("breaker_open")))
    assert found["align_judge_absent_total", "cause=breaker_open"] == 1
    assert found["align_judgements_total", "outcome=absent"] == 1
    assert found["align_unjudged_passes_total",] == 1


def test_what_the_judge_held_is_counted_by_its_dimension(metrics: Metrics) -> None:
    found = go(
        metrics,
        Candidate("1", "leo", CLEAN),
        judge=Judge(judged(("drift", 9.0, "Hi"))),
        specs=Specs(spec(policy={"judge": {"drift": 7}})),
    )
    assert found["align_rule_holds_total", "reason=judge_conflict", "rule=drift"] == 1
    assert found["align_bodies_total", "kind=draft", "outcome=judge_flagged"] == 1


def test_the_persona_is_a_label_only_where_that_is_set() -> None:
    found = go(Metrics(has_persona=True), Candidate("1", "leo", WRONG))
    assert found["align_holds_total", "persona=leo", "reason=spec_conflict"] == 1


def test_model_calls_are_counted_with_their_tokens_and_money() -> None:
    prices = PriceTable(currency="EUR", prompt_million=Decimal(10), completion_million=Decimal(100))
    metrics = Metrics(prices=prices)
    metrics.ended(DRAFT)
    metrics.ended(Call("prospect.judge", "base", "timeout", Usage(0, 0, 20.0, 0.0, 3)))
    found = figures(metrics)
    assert found["align_model_calls_total", "model=base", "outcome=answered", "task=prospect.draft"] == 1
    assert found["align_model_calls_total", "model=base", "outcome=timeout", "task=prospect.judge"] == 1
    assert found["align_model_tokens_total", "model=base", "task=prospect.draft", "type=input"] == 100
    assert found["align_model_tokens_total", "model=base", "task=prospect.draft", "type=output"] == 20
    assert found["align_model_gpu_seconds_total", "model=base", "task=prospect.draft"] == 0.5
    assert found["align_model_tries_total", "task=prospect.judge"] == 3
    cost = found["align_model_cost_total", "currency=EUR", "model=base", "task=prospect.draft"]
    assert cost == pytest.approx(0.003)


def test_checks_without_a_pass_are_counted_by_their_door(metrics: Metrics) -> None:
    for body in (CLEAN, WRONG):
        metrics.validated(validate_draft(body, spec(), now=NOW), 0.001, "http")
    found = figures(metrics)
    assert found["align_validations_total", "door=http", "outcome=clean"] == 1
    assert found["align_validations_total", "door=http", "outcome=flagged"] == 1
    assert found["align_violations_total", "rule=price_contradiction", "source=http"] == 1
    assert found["align_validate_seconds_sum", "door=http"] == pytest.approx(0.002)


def test_requests_are_counted_by_pattern_and_status(metrics: Metrics) -> None:
    metrics.requested("GET", "/v1/specs/{persona}", 200, 0.01)
    metrics.requested("BREW", "/v1/specs/{persona}", 405, 0.01)
    found = figures(metrics)
    assert found["align_http_requests_total", "method=GET", "route=/v1/specs/persona", "status=200"] == 1
    assert found["align_http_requests_total", "method=other", "route=/v1/specs/persona", "status=405"] == 1


def test_the_figures_of_one_registry_are_in_no_other(metrics: Metrics) -> None:
    metrics.ended(DRAFT)
    assert not any(key[0] == "align_model_calls_total" for key in figures(Metrics()))


def test_who_asks_for_openmetrics_gets_it(metrics: Metrics) -> None:
    metrics.ended(DRAFT)
    text, content_type = metrics.exposition("application/openmetrics-text; version=1.0.0")
    assert content_type.startswith("application/openmetrics-text")
    families = read_openmetrics(text.decode())  # type: ignore[no-untyped-call] # it has no types
    assert "align_model_calls" in {family.name for family in families}
    assert metrics.exposition()[1].startswith("text/plain")


@given(st.lists(st.text(), max_size=300), st.integers(1, 5))
def test_a_label_has_no_more_names_than_it_may(texts: list[str], most: int) -> None:
    names = Names(most)
    given_out = {names(text) for text in texts}
    assert len(given_out - {"other"}) <= most


@given(st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), max_size=300))
def test_the_first_names_of_a_label_keep_their_own(texts: list[str]) -> None:
    names = Names(most=3)
    first = list(dict.fromkeys(texts))[:3]
    for text in texts:
        assert names(text) == (text if text in first else "other")


def test_models_that_are_too_many_are_counted_together(metrics: Metrics) -> None:
    for number in range(MAX_NAMES + 5):
        metrics.ended(Call("prospect.draft", f"model-{number}", None, Usage()))
    found = figures(metrics)
    assert found["align_model_calls_total", "model=other", "outcome=answered", "task=prospect.draft"] == 5


@pytest.mark.parametrize("text", ["", "two words", "naïve", "a" * 129, "-x", "a\n", "{x}"])
def test_what_is_no_name_is_none(text: str) -> None:
    assert name_of(text) == "other"


@pytest.mark.parametrize(
    "text", ["llama-3.1-8b", "org/model:tag@v1", "/models/x.gguf", "price_contradiction"]
)
def test_what_is_a_name_is_kept(text: str) -> None:
    assert name_of(text) == text
