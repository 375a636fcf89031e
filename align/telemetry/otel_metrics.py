"""Figures for OpenTelemetry: those of the GenAI conventions, and the passes; Prometheus has the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.gate.decision import Held
from align.telemetry import conventions as names
from align.telemetry.names import Names

if TYPE_CHECKING:
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.util.types import AttributeValue

    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from align.gate.ports import Found, Step
    from align.harness.harness import Call
    from align.harness.registry import TaskName


class OtelMetrics:
    """Counts into a meter provider: an observer of gates and a watcher of harnesses."""

    def __init__(self, provider: MeterProvider) -> None:
        meter = provider.get_meter("align")
        self._engines, self._models = Names(), Names()
        self._call_seconds = meter.create_histogram(
            names.OPERATION_DURATION,
            unit="s",
            description="Seconds that the tries of a model call took.",
            explicit_bucket_boundaries_advisory=names.DURATION_BOUNDS,
        )
        self._tokens = meter.create_histogram(
            names.TOKEN_USAGE,
            unit="{token}",
            description="Tokens of a model call.",
            explicit_bucket_boundaries_advisory=names.TOKEN_BOUNDS,
        )
        self._check_seconds = meter.create_histogram(
            "align.check.duration",
            unit="s",
            description="Seconds that a check of one body took.",
            explicit_bucket_boundaries_advisory=(0.0001, 0.001, 0.01, 0.1, 1.0),
        )
        self._pass_seconds = meter.create_histogram(
            "align.pass.duration",
            unit="s",
            description="Seconds that a pass took.",
            explicit_bucket_boundaries_advisory=names.DURATION_BOUNDS,
        )
        self._holds = meter.create_counter("align.holds", unit="{hold}", description="Hold reasons.")

    def pass_began(self, candidate: Candidate, mode: Mode, engine: str) -> None:
        """Take in that a pass began; it is counted when it ends."""

    def step_began(self, step: Step) -> None:
        """Take in that a step began; it is counted when it ends."""

    def step_ended(self, step: Step, seconds: float, found: Found) -> None:
        """Count how long a check took."""
        del found
        if step == "check":
            self._check_seconds.record(seconds)

    def pass_ended(self, decision: Decision) -> None:
        """Count a pass."""
        said = {"align.outcome": decision.outcome_name, "align.engine": self._engines(decision.engine)}
        self._pass_seconds.record(decision.seconds, said)
        if isinstance(decision.outcome, Held):
            for reason in decision.outcome.reasons:
                self._holds.add(1, {"align.hold.reason": reason.tag})

    def began(self, task: TaskName) -> None:
        """Take in that a call began; it is counted when it ends."""

    def ended(self, call: Call) -> None:
        """Count a model call."""
        said: dict[str, AttributeValue] = {
            names.OPERATION_NAME: names.CHAT,
            names.PROVIDER_NAME: names.PROVIDER,
            names.REQUEST_MODEL: self._models(call.model),
        }
        if call.answered_by is not None:
            said[names.RESPONSE_MODEL] = self._models(call.answered_by)
        for kind, tokens in (("input", call.usage.prompt_tokens), ("output", call.usage.completion_tokens)):
            if tokens:
                self._tokens.record(tokens, {**said, names.TOKEN_TYPE: kind})
        if call.cause is not None:
            said[names.ERROR_TYPE] = call.cause
        self._call_seconds.record(call.usage.wall_seconds, said)
