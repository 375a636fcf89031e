"""Figures for Prometheus: counted beside the passes and the calls, in a registry of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.gate.decision import Held
from align.gate.holds import JudgeConflict, PolicyConflict, SpecConflict, TemplateConflict
from align.harness.failures import Absent
from align.harness.prices import NANO
from align.telemetry.extras import extra
from align.telemetry.names import OTHER, Names, shown
from align.telemetry.sources import SourceCollector

with extra("serve", "figures for Prometheus"):
    from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector
    from prometheus_client.exposition import choose_encoder

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.findings import Validation
    from align.gate.attempts import Attempt
    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from align.gate.ports import Found, Step
    from align.harness.harness import Call
    from align.harness.prices import PriceTable
    from align.harness.registry import TaskName
    from align.judge.judgement import Judgement
    from align.telemetry.sources import Source

CHECK_BUCKETS: Final = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5)
PASS_BUCKETS: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
CALL_BUCKETS: Final = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120)


class Metrics:
    """The figures: an observer of gates and a watcher of harnesses, safe to share between threads.

    Every label is bounded: what is not a closed set has at most 100 values, and the rest is `other`. The persona is
    `""` unless `has_persona`. `prices` None: money is not counted. `sources` are read when the figures are asked for,
    for at most `source_seconds`; one that fails or is late is left out, and `align_source_up` says so.
    """

    def __init__(
        self,
        *,
        prices: PriceTable | None = None,
        has_persona: bool = False,
        sources: Iterable[Source] = (),
        source_seconds: float = 3.0,
    ) -> None:
        self.registry = CollectorRegistry()
        self._prices = prices
        self._has_persona = has_persona
        self._sources = SourceCollector(source_seconds)
        self._sources.add(sources)
        self._engines, self._models, self._rules, self._personas, self._routes = (Names() for _ in range(5))
        self._make_gate_figures()
        self._make_call_figures()
        self._make_request_figures()
        self.registry.register(self._sources)
        ProcessCollector(registry=self.registry)

    def exposition(self, accept: str = "") -> tuple[bytes, str]:
        """Return the figures and their content type, in the form that an `Accept` header asks for.

        Reads the sources, so it may take `source_seconds`: call it in a thread.
        """
        encode, content_type = choose_encoder(accept)
        return encode(self.registry), content_type

    def add(self, *sources: Source) -> None:
        """Read these sources as well; raises `ValueError` for one that is read already."""
        self._sources.add(sources)

    def close(self) -> None:
        """Read no source any more."""
        self._sources.close()

    def pass_began(self, candidate: Candidate, mode: Mode, engine: str) -> None:
        """Take in that a pass began; it is counted when it ends."""

    def step_began(self, step: Step) -> None:
        """Take in that a step began; it is counted when it ends."""

    def step_ended(self, step: Step, seconds: float, found: Found) -> None:
        """Count how long a step took; what it found is counted with the pass."""
        del found
        if step == "check":
            self._check_seconds.labels("gate").observe(seconds)
        else:
            self._step_seconds.labels(step).observe(seconds)

    def pass_ended(self, decision: Decision) -> None:
        """Count a pass and all that was found in it."""
        persona = self._personas(shown(decision.candidate.persona)) if self._has_persona else ""
        outcome = decision.outcome_name
        self._passes.labels(outcome, decision.mode, self._engines(decision.engine), persona).inc()
        self._pass_seconds.labels(outcome).observe(decision.seconds)
        if isinstance(decision.outcome, Held):
            self._held(decision.outcome, persona)
        elif decision.outcome.is_unjudged:
            self._unjudged.inc()
        for attempt in decision.attempts:
            self._bodies.labels(attempt.kind, _outcome_of(attempt)).inc()
            self._violations_in(attempt.validation, attempt.kind)
            if attempt.judgement is not None:
                self._judged(attempt.judgement)
        for missing in decision.missing:
            self._bodies.labels(missing.kind, "absent").inc()
            self._engine_absent.labels(missing.cause.cause).inc()

    def validated(self, validation: Validation, seconds: float, door: str = "http") -> None:
        """Count a check that was asked for without a pass; `door` says where, and is one of a few."""
        self._check_seconds.labels(door).observe(seconds)
        outcome = "error" if validation.errors else "clean" if validation.ok else "flagged"
        self._validations.labels(door, outcome).inc()
        self._violations_in(validation, door)

    def began(self, task: TaskName) -> None:
        """Take in that a call began; it is counted when it ends."""

    def ended(self, call: Call) -> None:
        """Count a call to a model server."""
        model = self._models(call.model)
        self._calls.labels(call.task, model, call.cause or "answered").inc()
        self._call_seconds.labels(call.task).observe(call.usage.wall_seconds)
        self._tries.labels(call.task).inc(call.usage.calls)
        self._gpu_seconds.labels(call.task, model).inc(call.usage.gpu_seconds)
        self._tokens.labels(call.task, model, "input").inc(call.usage.prompt_tokens)
        self._tokens.labels(call.task, model, "output").inc(call.usage.completion_tokens)
        if self._prices is not None:
            nano = self._prices.nano(call.model, call.usage)
            self._cost.labels(self._prices.currency, call.task, model).inc(nano / NANO)

    def requested(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request to the service; `route` is the pattern that it matched, not its path."""
        route = self._routes(route.replace("{", "").replace("}", ""))
        self._requests.labels(method if method in _METHODS else OTHER, route, str(status)).inc()
        self._request_seconds.labels(route).observe(seconds)

    def _held(self, outcome: Held, persona: str) -> None:
        rules: set[tuple[str, str]] = set()
        for reason in outcome.reasons:
            self._holds.labels(reason.tag, persona).inc()
            if isinstance(reason, SpecConflict | PolicyConflict | TemplateConflict):
                rules |= {(reason.tag, violation.rule) for violation in reason.violations}
            if isinstance(reason, JudgeConflict | TemplateConflict):
                rules |= {(reason.tag, dimension) for dimension in reason.dimensions}
        for tag, rule in sorted(rules):
            self._rule_holds.labels(self._rules(rule), tag).inc()

    def _violations_in(self, validation: Validation, source: str) -> None:
        for rule in sorted({violation.rule for violation in validation.violations}):
            self._violations.labels(self._rules(rule), source).inc()
        for error in validation.errors:
            self._rule_errors.labels(self._rules(error.rule)).inc()

    def _judged(self, judgement: Judgement) -> None:
        if isinstance(judgement, Absent):
            self._judgements.labels("absent").inc()
            self._judge_absent.labels(judgement.cause).inc()
            return
        self._judgements.labels("partial" if judgement.absent else "whole").inc()
        self._dropped.inc(judgement.dropped)

    def _make_gate_figures(self) -> None:
        here = self.registry
        self._check_seconds = Histogram(
            "align_validate_seconds",
            "Seconds that a check of one body took.",
            ["door"],
            registry=here,
            buckets=CHECK_BUCKETS,
        )
        self._validations = Counter(
            "align_validations", "Checks asked for without a pass.", ["door", "outcome"], registry=here
        )
        self._step_seconds = Histogram(
            "align_step_seconds",
            "Seconds that the other steps of a pass took.",
            ["step"],
            registry=here,
            buckets=PASS_BUCKETS,
        )
        self._pass_seconds = Histogram(
            "align_pass_seconds",
            "Seconds that a pass took, its record not counted.",
            ["outcome"],
            registry=here,
            buckets=PASS_BUCKETS,
        )
        self._passes = Counter(
            "align_passes",
            "Passes through the gate.",
            ["outcome", "mode", "engine", "persona"],
            registry=here,
        )
        self._unjudged = Counter(
            "align_unjudged_passes", "Passes that let a body go while the judge was absent.", registry=here
        )
        self._holds = Counter("align_holds", "Hold reasons.", ["reason", "persona"], registry=here)
        self._rule_holds = Counter(
            "align_rule_holds",
            "Passes that were held over a rule, or a dimension of the judge.",
            ["rule", "reason"],
            registry=here,
        )
        self._violations = Counter(
            "align_violations",
            "Bodies that a rule flagged, by where they came from.",
            ["rule", "source"],
            registry=here,
        )
        self._rule_errors = Counter("align_rule_errors", "Rules that crashed.", ["rule"], registry=here)
        self._bodies = Counter(
            "align_bodies",
            "Bodies that were looked at, or asked for and absent.",
            ["kind", "outcome"],
            registry=here,
        )
        self._engine_absent = Counter(
            "align_engine_absent", "Bodies that an engine did not give.", ["cause"], registry=here
        )
        self._judgements = Counter("align_judgements", "Answers of the judge.", ["outcome"], registry=here)
        self._judge_absent = Counter(
            "align_judge_absent", "Times that the judge was absent.", ["cause"], registry=here
        )
        self._dropped = Counter(
            "align_judge_dropped_scores", "Scores whose quote is not in the body.", registry=here
        )

    def _make_call_figures(self) -> None:
        here = self.registry
        self._calls = Counter(
            "align_model_calls", "Calls to model servers.", ["task", "model", "outcome"], registry=here
        )
        self._call_seconds = Histogram(
            "align_model_call_seconds",
            "Seconds that the tries of a call took.",
            ["task"],
            registry=here,
            buckets=CALL_BUCKETS,
        )
        self._tries = Counter("align_model_tries", "Tries of calls.", ["task"], registry=here)
        self._gpu_seconds = Counter(
            "align_model_gpu_seconds",
            "Seconds that servers say they were busy.",
            ["task", "model"],
            registry=here,
        )
        self._tokens = Counter("align_model_tokens", "Tokens.", ["task", "model", "type"], registry=here)
        self._cost = Counter(
            "align_model_cost",
            "Money that calls cost, in the currency's unit.",
            ["currency", "task", "model"],
            registry=here,
        )

    def _make_request_figures(self) -> None:
        self._requests = Counter(
            "align_http_requests", "Requests.", ["method", "route", "status"], registry=self.registry
        )
        self._request_seconds = Histogram(
            "align_http_request_seconds",
            "Seconds that a request took.",
            ["route"],
            registry=self.registry,
            buckets=PASS_BUCKETS,
        )


_METHODS: Final = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))


def _outcome_of(attempt: Attempt) -> str:
    if attempt.validation.errors:
        return "error"
    if not attempt.validation.ok:
        return "flagged"
    return "judge_flagged" if attempt.judge_violations else "clean"
