"""Spans, as a collector gets them."""

from __future__ import annotations

import asyncio
import io
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.semconv._incubating.attributes import gen_ai_attributes
from opentelemetry.semconv._incubating.metrics import gen_ai_metrics
from opentelemetry.semconv.attributes import error_attributes, http_attributes

from align.engines.ids import EngineId
from align.engines.server_engine import ServerEngine
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.harness.failures import Absent
from align.harness.harness import Call
from align.harness.usage import Usage
from align.judge.server_judge import ServerJudge
from align.telemetry import conventions
from align.telemetry.opening import open_telemetry
from align.telemetry.settings import TelemetrySettings
from align.telemetry.tracing import Tracing
from tests.gate.parts import CLEAN, NOW, WRONG, Engine, Judge, Log, Specs, judged
from tests.harness.asking import harness_at
from tests.harness.server import Misbehaviour, VllmLike
from tests.telemetry.receiver import Receiver, receiving, said_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.harness.deadline import Deadline
    from align.judge.judgement import Judgement, JudgeQuestion
    from align.telemetry.opening import Telemetry

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = "00f067aa0ba902b7"
OK, ERROR = 1, 2


@contextmanager
def exported(**settings: Any) -> Iterator[tuple[Telemetry, Receiver]]:
    """Hold telemetry that exports to a receiver; what it got is whole at the end."""
    with receiving() as received:
        made = TelemetrySettings(otel_exporter_otlp_endpoint=received.url, **settings)
        with open_telemetry(made, io.StringIO()) as telemetry:
            yield telemetry, received


def traced(*candidates: Candidate, settings: dict[str, Any] | None = None, **parts: Any) -> Receiver:
    """Take candidates through a gate, and return what a collector got."""
    made: dict[str, Any] = {"specs": Specs(), "engine": Engine(), "log": Log(), "judge": None} | parts
    with receiving() as received:
        chosen = TelemetrySettings(otel_exporter_otlp_endpoint=received.url, **(settings or {}))
        with open_telemetry(chosen, io.StringIO()) as telemetry:
            gate = AlignmentGate(GateParts(**made), observers=telemetry.observers, clock=lambda: NOW)
            for candidate in candidates:
                gate.align_blocking(candidate)
    return received


def test_one_span_a_pass_with_its_steps_for_children() -> None:
    received = traced(
        Candidate("c1", "leo", None, "opener"),
        engine=Engine([WRONG, CLEAN]),
        judge=Judge(judged(("drift", 2.0, "Hi"))),
    )
    root = received.span("align.pass")
    children = [span.name for span in received.spans if span.parent_span_id == root.span_id]
    assert children == [
        "align.spec",
        "align.draft",
        "align.check",
        "align.redraft",
        "align.check",
        "align.judge",
        "align.record",
    ]
    assert {span.trace_id for span in received.spans} == {root.trace_id}
    said = said_of(root.attributes)
    assert said["align.outcome"] == "passed"
    assert said["align.engine"] == "do-gpu-test_1"
    assert said["align.attempts"] == 2
    assert "align.persona" not in said
    first = next(span for span in received.spans if span.name == "align.check")
    assert said_of(first.attributes) == {
        "align.ok": False,
        "align.rules": ["price_contradiction"],
        "align.rules.crashed": [],
    }
    assert received.services() == {"align"}


def test_a_hold_over_the_facts_is_no_error_and_one_without_a_spec_is() -> None:
    received = traced(
        Candidate("c1", "leo", WRONG), Candidate("c2", "nobody", CLEAN), engine=Engine(can_redraft=False)
    )
    held, without = (span for span in received.spans if span.name == "align.pass")
    assert said_of(held.attributes)["align.hold.reasons"] == ["spec_conflict", "template_unavailable"]
    assert held.status.code != ERROR
    assert said_of(without.attributes)["error.type"] == "spec_unavailable"
    assert without.status.code == ERROR


def test_an_absent_judge_is_an_error_of_its_step_alone() -> None:
    received = traced(Candidate("c1", "leo", CLEAN), judge=Judge(Absent("breaker_open", "for 3 s more")))
    judge = received.span("align.judge")
    assert said_of(judge.attributes) == {"error.type": "breaker_open"}
    assert judge.status.code == ERROR
    assert received.span("align.pass").status.code != ERROR


def test_the_persona_is_told_where_that_is_set() -> None:
    received = traced(Candidate("c1", "leo", CLEAN), settings={"align_telemetry_persona": True})
    assert said_of(received.span("align.pass").attributes)["align.persona"] == "leo"


def test_model_calls_follow_the_conventions_inside_the_step_that_made_them() -> None:
    async def go(telemetry: Telemetry) -> None:
        (watcher,) = telemetry.watchers
        async with VllmLike().serve() as server, harness_at(server.url, watch=watcher) as harness:
            server.script.append(Misbehaviour(content='{"body": "Hi! An hour at mine is 80."}'))
            server.script.append(Misbehaviour(status=500))
            engine = ServerEngine(
                harness, EngineId.parse("do-gpu-base_b1"), workflow_of=lambda _request: None
            )
            gate = AlignmentGate(
                GateParts(Specs(), engine, Log(), ServerJudge(harness)),
                observers=telemetry.observers,
                clock=lambda: NOW,
            )
            await gate.align(Candidate("c1", "leo", goal="say the price"))

    with exported() as (telemetry, received):
        asyncio.run(go(telemetry))
    draft, judge = (span for span in received.spans if span.name == "chat base")
    said = said_of(draft.attributes)
    assert draft.kind == draft.SPAN_KIND_CLIENT
    assert draft.parent_span_id == received.span("align.draft").span_id
    assert said[gen_ai_attributes.GEN_AI_OPERATION_NAME] == "chat"
    assert said[gen_ai_attributes.GEN_AI_REQUEST_MODEL] == "base"
    assert said[gen_ai_attributes.GEN_AI_RESPONSE_MODEL] == "base"
    assert said[gen_ai_attributes.GEN_AI_USAGE_INPUT_TOKENS] > 0
    assert said[gen_ai_attributes.GEN_AI_USAGE_OUTPUT_TOKENS] > 0
    assert judge.parent_span_id == received.span("align.judge").span_id
    assert said_of(judge.attributes)[error_attributes.ERROR_TYPE] == "server_error"
    assert gen_ai_attributes.GEN_AI_RESPONSE_MODEL not in said_of(judge.attributes)
    figures = received.figures()
    points = figures[conventions.OPERATION_DURATION].histogram.data_points
    assert [said_of(point.attributes).get("error.type") for point in points] == [None, "server_error"]
    kinds = [
        said_of(p.attributes)["gen_ai.token.type"]
        for p in figures[conventions.TOKEN_USAGE].histogram.data_points
    ]
    assert sorted(kinds) == ["input", "output"]
    assert figures["align.pass.duration"].histogram.data_points[0].count == 1


def test_the_names_are_those_of_the_conventions() -> None:
    assert conventions.OPERATION_NAME == gen_ai_attributes.GEN_AI_OPERATION_NAME
    assert conventions.PROVIDER_NAME == gen_ai_attributes.GEN_AI_PROVIDER_NAME
    assert conventions.REQUEST_MODEL == gen_ai_attributes.GEN_AI_REQUEST_MODEL
    assert conventions.RESPONSE_MODEL == gen_ai_attributes.GEN_AI_RESPONSE_MODEL
    assert conventions.OUTPUT_TYPE == gen_ai_attributes.GEN_AI_OUTPUT_TYPE
    assert conventions.INPUT_TOKENS == gen_ai_attributes.GEN_AI_USAGE_INPUT_TOKENS
    assert conventions.OUTPUT_TOKENS == gen_ai_attributes.GEN_AI_USAGE_OUTPUT_TOKENS
    assert conventions.TOKEN_TYPE == gen_ai_attributes.GEN_AI_TOKEN_TYPE
    assert conventions.OPERATION_DURATION == gen_ai_metrics.GEN_AI_CLIENT_OPERATION_DURATION
    assert conventions.TOKEN_USAGE == gen_ai_metrics.GEN_AI_CLIENT_TOKEN_USAGE
    assert conventions.ERROR_TYPE == error_attributes.ERROR_TYPE
    assert conventions.HTTP_METHOD == http_attributes.HTTP_REQUEST_METHOD
    assert conventions.HTTP_ROUTE == http_attributes.HTTP_ROUTE
    assert conventions.HTTP_STATUS == http_attributes.HTTP_RESPONSE_STATUS_CODE


def test_a_request_continues_the_trace_of_its_caller() -> None:
    with exported() as (telemetry, received):
        gate = AlignmentGate(
            GateParts(Specs(), Engine(), Log()), observers=telemetry.observers, clock=lambda: NOW
        )
        headers = {"traceparent": f"00-{TRACE}-{PARENT}-01", "authorization": "Bearer secret"}
        with telemetry.request("POST", headers) as request:
            assert telemetry.tracing is not None
            assert telemetry.tracing.trace_id() == TRACE
            gate.align_blocking(Candidate("c1", "leo", CLEAN))
            request.route, request.status = "/v1/align", 503
        assert telemetry.tracing.trace_id() is None
    server = received.span("POST /v1/align")
    assert server.trace_id.hex() == TRACE
    assert server.parent_span_id.hex() == PARENT
    assert server.kind == server.SPAN_KIND_SERVER
    assert said_of(server.attributes) == {
        "http.request.method": "POST",
        "http.route": "/v1/align",
        "http.response.status_code": 503,
        "error.type": "503",
    }
    assert received.span("align.pass").parent_span_id == server.span_id


@pytest.fixture
def spans() -> InMemorySpanExporter:
    return InMemorySpanExporter()


@pytest.fixture
def tracing(spans: InMemorySpanExporter) -> Tracing:
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(spans))
    return Tracing(provider)


class Answered:
    """A request that was answered."""

    route = "/"
    status = 200


@given(st.text(), st.text())
def test_any_traceparent_is_continued_or_left_alone(parent: str, state: str) -> None:
    tracing = Tracing(TracerProvider(shutdown_on_exit=False))
    with tracing.request("GET", {"traceparent": parent, "tracestate": state}, Answered()):
        assert tracing.trace_id() is not None
    assert tracing.trace_id() is None


def test_calls_at_the_same_time_have_spans_of_their_own(
    tracing: Tracing, spans: InMemorySpanExporter
) -> None:
    class TwoQuestions:
        async def judge(self, question: JudgeQuestion, deadline: Deadline) -> Judgement:
            """Ask two models at once, as the decomposed judge does."""
            del question, deadline
            met = asyncio.Barrier(2)

            async def call(model: str) -> None:
                tracing.began("prospect.judge")
                await met.wait()
                tracing.ended(Call("prospect.judge", model, None, Usage(1, 1, 0.1, 0.0, 1)))

            await asyncio.gather(call("a"), call("b"))
            return judged()

    gate = AlignmentGate(
        GateParts(Specs(), Engine(), Log(), TwoQuestions()), observers=[tracing], clock=lambda: NOW
    )
    gate.align_blocking(Candidate("c1", "leo", CLEAN))
    found = {span.name: span for span in spans.get_finished_spans()}
    for name in ("chat a", "chat b"):
        parent, step = found[name].parent, found["align.judge"].context
        assert parent is not None
        assert step is not None
        assert parent.span_id == step.span_id


def test_passes_at_the_same_time_have_traces_of_their_own(
    tracing: Tracing, spans: InMemorySpanExporter
) -> None:
    gate = AlignmentGate(
        GateParts(Specs(), Engine(), Log(), Judge(judged())), observers=[tracing], clock=lambda: NOW
    )

    async def go() -> None:
        await asyncio.gather(*(gate.align(Candidate(str(n), "leo", CLEAN)) for n in range(5)))

    asyncio.run(go())
    roots = [span for span in spans.get_finished_spans() if span.name == "align.pass"]
    assert len({span.context.trace_id for span in roots if span.context}) == 5
    for root in roots:
        assert root.context is not None
        mine = [
            span.name
            for span in spans.get_finished_spans()
            if span.parent is not None and span.parent.span_id == root.context.span_id
        ]
        assert mine == ["align.spec", "align.check", "align.judge", "align.record"]


def test_what_was_never_told_to_have_ended_ends_with_what_is_around_it(
    tracing: Tracing, spans: InMemorySpanExporter
) -> None:
    with tracing.request("GET", {}, Answered()):
        tracing.step_began("check")
    assert [span.name for span in spans.get_finished_spans()] == ["align.check", "GET /"]
    tracing.step_ended("check", 0.1, None)
    tracing.ended(Call("prospect.judge", "base", None, Usage()))
    assert len(spans.get_finished_spans()) == 2


def test_names_that_are_none_are_not_told(tracing: Tracing, spans: InMemorySpanExporter) -> None:
    """A model server names the model that answered: it could say anything."""
    tracing.began("prospect.draft")
    tracing.ended(Call("prospect.draft", "base", None, Usage(), answered_by="you said: my address is"))
    (call,) = spans.get_finished_spans()
    assert call.attributes is not None
    assert call.attributes["gen_ai.response.model"] == "other"


def test_a_collector_that_is_away_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TIMEOUT", "1")
    settings = TelemetrySettings(otel_exporter_otlp_endpoint="http://127.0.0.1:9")
    with open_telemetry(settings, io.StringIO()) as telemetry:
        gate = AlignmentGate(
            GateParts(Specs(), Engine(), Log()), observers=telemetry.observers, clock=lambda: NOW
        )
        assert gate.align_blocking(Candidate("c1", "leo", CLEAN)).outcome_name == "passed"
