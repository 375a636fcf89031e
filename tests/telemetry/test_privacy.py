"""No words of a message, and no key, in anything that leaves: spans, figures, the log."""

from __future__ import annotations

import asyncio
import io
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from align import validate_draft
from align.context import DraftContext
from align.engines.ids import EngineId
from align.engines.server_engine import ServerEngine
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.harness.failures import Absent
from align.judge.server_judge import ServerJudge
from align.telemetry.opening import open_telemetry
from align.telemetry.settings import TelemetrySettings
from tests.gate.parts import BAD_OFFER, CLEAN, NOW, WRONG, Engine, Judge, Log, Specs, judged, spec
from tests.harness.asking import harness_at
from tests.harness.server import Misbehaviour, VllmLike
from tests.telemetry.receiver import receiving

MARK = "Qzxmark"
"""Stands in every text of a message; nothing else holds it."""

FLAGGED = f"Sure, {MARK} is no problem, I can do that for you."
"""Its violation quotes it."""

SPEC = spec(policy={"judge": {"drift": 5}}, never_offer=[MARK])

WORDS = st.one_of(
    st.just(FLAGGED),
    st.builds(
        lambda before, after: f"{before} {MARK} {after}",
        st.one_of(st.sampled_from([CLEAN, WRONG, BAD_OFFER]), st.text(max_size=20)),
        st.text(max_size=20),
    ),
)


def test_a_violation_may_quote_what_is_not_to_leave() -> None:
    found = validate_draft(FLAGGED, SPEC, now=NOW)
    assert any(MARK in violation.text for violation in found.violations)


def _failures(words: str) -> list[Any]:
    return [RuntimeError(words), Absent("bad_json"), KeyError(words), asyncio.CancelledError(words)]


@st.composite
def drawn(draw: st.DrawFn) -> dict[str, Any]:
    body, words = draw(st.one_of(st.none(), WORDS)), draw(WORDS)
    return {
        "candidate": Candidate(
            "c1", "leo", body, "opener", draw(WORDS), DraftContext(inbound=draw(WORDS), time_locked=False)
        ),
        "specs": Specs(SPEC, {"opener": draw(WORDS)}),
        "engine": Engine(draw(st.lists(st.one_of(WORDS, st.sampled_from(_failures(words))), max_size=3))),
        "judge": Judge(
            draw(st.one_of(st.just(judged(("drift", 9.0, body or words))), st.sampled_from(_failures(words))))
        ),
        "mode": draw(st.sampled_from(["GO", "DRAFT", "PAUSE"])),
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(drawn(), min_size=1, max_size=4))
def test_no_words_leave(many: list[dict[str, Any]]) -> None:
    stream = io.StringIO()
    with receiving() as received:
        chosen = TelemetrySettings(
            otel_exporter_otlp_endpoint=received.url, align_telemetry_persona=True, align_log_level="debug"
        )
        with open_telemetry(chosen, stream) as telemetry:
            for one in many:
                gate = AlignmentGate(
                    GateParts(one["specs"], one["engine"], Log(), one["judge"]),
                    observers=telemetry.observers,
                    clock=lambda: NOW,
                )
                gate.align_blocking(one["candidate"], one["mode"])
            shown = telemetry.metrics.exposition()[0]
    assert len([span for span in received.spans if span.name == "align.pass"]) == len(many)
    assert len(stream.getvalue().splitlines()) == len(many)
    assert received.metrics
    assert MARK not in stream.getvalue()
    assert MARK.encode() not in shown
    assert [raw for raw in received.raw if MARK.encode() in raw] == []


def test_neither_prompts_nor_answers_nor_keys_of_model_calls_leave() -> None:
    """A real connection to a server that echoes: in its answer, its errors, and the name of its model."""
    stream = io.StringIO()

    async def go(telemetry: Any) -> None:
        (watcher,) = telemetry.watchers
        async with (
            VllmLike(key=f"key-{MARK}").serve() as server,
            harness_at(server.url, key=f"key-{MARK}", watch=watcher) as harness,
        ):
            engine = ServerEngine(
                harness, EngineId.parse("do-gpu-base_b1"), workflow_of=lambda _request: None
            )
            gate = AlignmentGate(
                GateParts(Specs(), engine, Log(), ServerJudge(harness)),
                observers=telemetry.observers,
                clock=lambda: NOW,
            )
            for misbehaviour in (
                Misbehaviour(content=f'{{"body": "{CLEAN} {MARK}"}}'),
                Misbehaviour(content=f"no JSON {MARK}"),
                Misbehaviour(status=500, body=MARK.encode()),
                Misbehaviour(body=f'{{"model": "{MARK} is my name", "choices": []}}'.encode()),
            ):
                server.script.append(misbehaviour)
                await gate.align(
                    Candidate("c1", "leo", None, "opener", f"say {MARK}", DraftContext(inbound=MARK))
                )
            assert len(server.completions) >= 4

    with receiving() as received:
        chosen = TelemetrySettings(otel_exporter_otlp_endpoint=received.url, align_log_level="debug")
        with open_telemetry(chosen, stream) as telemetry:
            asyncio.run(go(telemetry))
            headers = {"authorization": f"Bearer {MARK}", "tracestate": f"x={MARK}"}
            with telemetry.request("POST", headers) as request:
                request.status = 200
            shown = telemetry.metrics.exposition()[0]
    assert any(span.name == "chat base" for span in received.spans)
    assert MARK not in stream.getvalue()
    assert MARK.encode() not in shown
    assert [raw for raw in received.raw if MARK.encode() in raw] == []
