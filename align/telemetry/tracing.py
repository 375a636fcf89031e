"""Spans: one for each pass through the gate, in it one for each step, and in that one for each model call."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from align.engines.engine import Drafted
from align.findings import Validation
from align.gate.decision import Held
from align.harness.failures import Absent
from align.judge.judgement import Judged
from align.telemetry import conventions as names
from align.telemetry.extras import extra
from align.telemetry.names import name_of, shown

with extra("telemetry", "traces"):
    from opentelemetry import context as otel_context
    from opentelemetry import trace
    from opentelemetry.trace import SpanKind, Status, StatusCode
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from opentelemetry.context import Context
    from opentelemetry.trace import Span, TracerProvider
    from opentelemetry.util.types import AttributeValue

    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from align.gate.ports import Found, Step
    from align.harness.harness import Call
    from align.harness.registry import TaskName

_SCOPE: Final = "align"
_WHOLE: Final = "align.pass"
_FAILURES: Final = frozenset(
    ("engine_unavailable", "spec_unavailable", "audit_unavailable", "rule_error", "deadline", "cancelled")
)
"""Hold reasons that are faults; the others are the gate at its work."""

_W3C: Final = TraceContextTextMapPropagator()


@dataclass(frozen=True, slots=True)
class _Open:
    """A span that has begun in this context, and what undoes its being the current one."""

    name: str
    span: Span
    token: Token[Context]


class Answered(Protocol):
    """Something that knows of a request, by the time that it ends, what it matched and how it was answered."""

    @property
    def route(self) -> str:
        """The pattern that the request matched."""
        ...

    @property
    def status(self) -> int:
        """The status of the response."""
        ...


class Tracing:
    """Makes spans: an observer of gates and a watcher of harnesses.

    Attributes hold names, numbers and digests; never a body, an inbound message, a goal, a quote or a key. The persona
    is among them only if `has_persona`.
    """

    def __init__(self, provider: TracerProvider, *, has_persona: bool = False) -> None:
        self._tracer = provider.get_tracer(_SCOPE)
        self._has_persona = has_persona
        self._open: ContextVar[tuple[_Open, ...]] = ContextVar("align_open_spans", default=())

    def pass_began(self, candidate: Candidate, mode: Mode, engine: str) -> None:
        """Begin the span of a pass."""
        said: dict[str, AttributeValue] = {"align.mode": mode, "align.engine": name_of(engine)}
        if self._has_persona:
            said["align.persona"] = shown(candidate.persona)
        self._begin(_WHOLE, said)

    def step_began(self, step: Step) -> None:
        """Begin the span of a step."""
        self._begin(f"align.{step}", {})

    def step_ended(self, step: Step, seconds: float, found: Found) -> None:
        """End it with what it found."""
        del seconds
        span = self._end(f"align.{step}")
        if span is None:
            return
        if isinstance(found, Absent):
            _fail(span, found.cause)
        else:
            span.set_attributes(_said_of(found))
        span.end()

    def pass_ended(self, decision: Decision) -> None:
        """End the span of a pass with its outcome."""
        span = self._end(_WHOLE)
        if span is None:
            return
        span.set_attributes(
            {
                "align.decision.id": decision.id,
                "align.outcome": decision.outcome_name,
                "align.attempts": len(decision.attempts),
                names.INPUT_TOKENS: decision.usage.prompt_tokens,
                names.OUTPUT_TOKENS: decision.usage.completion_tokens,
            }
        )
        if decision.spec is not None:
            span.set_attribute("align.spec.digest", decision.spec.digest)
        if isinstance(decision.outcome, Held):
            tags = [reason.tag for reason in decision.outcome.reasons]
            span.set_attribute("align.hold.reasons", tags)
            if faults := [tag for tag in tags if tag in _FAILURES]:
                _fail(span, faults[0])
        else:
            span.set_attribute("align.unjudged", decision.outcome.is_unjudged)
        span.end()

    def began(self, task: TaskName) -> None:
        """Begin the span of a model call; its model is known when it ends."""
        said: dict[str, AttributeValue] = {
            names.OPERATION_NAME: names.CHAT,
            names.PROVIDER_NAME: names.PROVIDER,
            names.OUTPUT_TYPE: names.JSON,
            "align.task": task,
        }
        self._begin(names.CHAT, said, SpanKind.CLIENT)

    def ended(self, call: Call) -> None:
        """End it with the models, the tokens, and the cause if there was no answer."""
        span = self._end(names.CHAT)
        if span is None:
            return
        model = name_of(call.model)
        span.update_name(f"{names.CHAT} {model}")
        span.set_attributes(
            {
                names.REQUEST_MODEL: model,
                names.INPUT_TOKENS: call.usage.prompt_tokens,
                names.OUTPUT_TOKENS: call.usage.completion_tokens,
                "align.tries": call.usage.calls,
            }
        )
        if call.answered_by is not None:
            span.set_attribute(names.RESPONSE_MODEL, name_of(call.answered_by))
        if call.cause is not None:
            _fail(span, call.cause)
        span.end()

    @contextmanager
    def request(self, method: str, headers: Mapping[str, str], answered: Answered) -> Iterator[None]:
        """Hold the span of a request to a door, which continues the trace of its `traceparent`.

        `headers` have names in small letters; without a `traceparent` that is one, it begins a trace of its own. Its route
        is known, and named, when it ends. Enter and leave it in one task.
        """
        carrier = {name: headers[name] for name in ("traceparent", "tracestate") if name in headers}
        title = name_of(method)
        parent = _W3C.extract(carrier, context=otel_context.Context())
        self._begin(title, {names.HTTP_METHOD: title}, SpanKind.SERVER, parent)
        try:
            yield
        finally:
            span = self._end(title)
            if span is not None:
                route = shown(answered.route)
                span.update_name(f"{title} {route}")
                span.set_attributes({names.HTTP_ROUTE: route, names.HTTP_STATUS: answered.status})
                if answered.status >= 500:
                    _fail(span, str(answered.status))
                span.end()

    def trace_id(self) -> str | None:
        """Return the id of the trace that this code runs in, in hexadecimal, None outside of any."""
        found = trace.get_current_span().get_span_context()
        return trace.format_trace_id(found.trace_id) if found.is_valid else None

    def _begin(
        self,
        name: str,
        said: Mapping[str, AttributeValue],
        kind: SpanKind = SpanKind.INTERNAL,
        parent: Context | None = None,
    ) -> None:
        span = self._tracer.start_span(name, context=parent, kind=kind, attributes=said)
        token = otel_context.attach(trace.set_span_in_context(span, parent))
        self._open.set((*self._open.get(), _Open(name, span, token)))

    def _end(self, name: str) -> Span | None:
        """Return the span of this name that began last in this context, no longer the current one; None without one.

        What began in it and was never told to have ended is ended with it.
        """
        opened = self._open.get()
        if not any(one.name == name for one in opened):
            return None
        while True:
            *rest, last = opened
            opened = tuple(rest)
            self._open.set(opened)
            otel_context.detach(last.token)
            if last.name == name:
                return last.span
            last.span.end()


def _said_of(found: Validation | Judged | Drafted | None) -> dict[str, AttributeValue]:
    if isinstance(found, Validation):
        rules = sorted({name_of(violation.rule) for violation in found.violations})
        crashed = sorted({name_of(error.rule) for error in found.errors})
        return {"align.ok": found.ok, "align.rules": rules, "align.rules.crashed": crashed}
    if isinstance(found, Judged):
        return {
            names.RESPONSE_MODEL: name_of(found.model),
            "align.judge.scores": len(found.scores),
            "align.judge.dropped": found.dropped,
            "align.judge.absent": len(found.absent),
        }
    if isinstance(found, Drafted):
        return {"align.workflow": name_of(found.workflow or "plain")}
    return {}


def _fail(span: Span, cause: str) -> None:
    span.set_attribute(names.ERROR_TYPE, cause)
    span.set_status(Status(StatusCode.ERROR))
