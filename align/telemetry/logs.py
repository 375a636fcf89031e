"""A log of one JSON line an event, which by its construction holds no words of a message.

Only the fields of `FIELDS` go out, and of their values only numbers, names and short texts. Everything outside of ASCII
is escaped, so that no id from outside can break a line or hide in one.
"""

from __future__ import annotations

import json
import logging
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from align.gate.decision import Held
from align.gate.holds import PolicyConflict, SpecConflict, TemplateConflict
from align.telemetry.extras import extra
from align.telemetry.names import name_of, shown
from specs.store.moments import utc_now

with extra("serve", "logs as JSON"):
    import structlog

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from typing import TextIO

    from structlog.typing import EventDict

    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from align.gate.ports import Found, Step
    from align.harness.harness import Call
    from align.harness.registry import TaskName

Level: TypeAlias = Literal["debug", "info", "warning", "error"]

FIELDS: Final = (
    *("time", "level", "event", "decision_id", "persona", "mode", "outcome", "reasons", "rules", "seconds"),
    *("engine", "workflow", "attempts", "is_unjudged", "prompt_tokens", "completion_tokens"),
    *("task", "model", "cause", "tries"),
    *("method", "route", "path", "server", "status"),
    *("logger", "place", "message", "error", "error_place"),
    "trace_id",
)
"""What a line may hold, in this order."""

MAX_ITEMS: Final = 50

_ALARMING: Final = frozenset(("spec_unavailable", "audit_unavailable", "rule_error", "engine_unavailable"))


class Logs:
    """Writes events to a stream, of `level` and above: an observer of gates and a watcher of harnesses.

    `trace_id` gives the id of the trace that the code runs in, `clock` the present moment, aware. A stream that cannot
    be written to loses events and stops nothing; the line that it broke off stands alone.
    """

    def __init__(
        self,
        stream: TextIO,
        *,
        level: Level = "info",
        trace_id: Callable[[], str | None] = lambda: None,
        clock: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        self.level = level
        self._least = get_args(Level).index(level)
        self._trace_id = trace_id
        self._clock = clock
        self._logger = structlog.wrap_logger(
            _Lines(stream),
            processors=[self._stamped, _allowed, structlog.processors.JSONRenderer(json.dumps)],
            wrapper_class=structlog.BoundLogger,
            context_class=dict,
        ).bind()

    def event(self, name: str, level: Level = "info", /, **fields: object) -> None:
        """Write one event; a field that is not one of `FIELDS`, or of another type, is left out."""
        if get_args(Level).index(level) >= self._least:
            # A pipe that nobody reads, a disk that is full: what is told about must go on all the same.
            with suppress(OSError, ValueError):
                getattr(self._logger, level)(name, **fields)

    def pass_began(self, candidate: Candidate, mode: Mode, engine: str) -> None:
        """Take in that a pass began; it is logged when it ends."""

    def step_began(self, step: Step) -> None:
        """Take in that a step began; steps are not logged."""

    def step_ended(self, step: Step, seconds: float, found: Found) -> None:
        """Take in that it ended."""

    def pass_ended(self, decision: Decision) -> None:
        """Log a pass: a warning if a part of the system failed in it."""
        reasons: list[str] = []
        is_unjudged = False
        if isinstance(decision.outcome, Held):
            reasons = [reason.tag for reason in decision.outcome.reasons]
        else:
            is_unjudged = decision.outcome.is_unjudged
        self.event(
            "pass",
            "warning" if _ALARMING.intersection(reasons) else "info",
            decision_id=decision.id,
            persona=decision.candidate.persona,
            mode=decision.mode,
            outcome=decision.outcome_name,
            reasons=reasons,
            rules=_rules_of(decision),
            seconds=round(decision.seconds, 6),
            engine=name_of(decision.engine),
            workflow=decision.workflow and name_of(decision.workflow),
            attempts=len(decision.attempts),
            is_unjudged=is_unjudged,
            prompt_tokens=decision.usage.prompt_tokens,
            completion_tokens=decision.usage.completion_tokens,
        )

    def began(self, task: TaskName) -> None:
        """Take in that a call began; it is logged when it ends."""

    def ended(self, call: Call) -> None:
        """Log a model call: a warning if there was no answer, else for those who debug."""
        self.event(
            "model_call",
            "debug" if call.cause is None else "warning",
            task=call.task,
            model=name_of(call.model),
            cause=call.cause,
            seconds=round(call.usage.wall_seconds, 6),
            tries=call.usage.calls,
            prompt_tokens=call.usage.prompt_tokens,
            completion_tokens=call.usage.completion_tokens,
        )

    def _stamped(self, _logger: object, level: str, event: EventDict) -> EventDict:
        event["time"] = self._clock().isoformat(timespec="milliseconds")
        event["level"] = level
        event["trace_id"] = self._trace_id()
        return event


class _Lines:
    """Writes lines to a stream, each to its end: the next one never begins in the middle of one that broke off."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()
        self._is_torn = False

    def write(self, line: str) -> None:
        """Write one line; raises what the stream raises."""
        with self._lock:
            begun = "\n" if self._is_torn else ""
            self._is_torn = True
            self._stream.write(f"{begun}{line}\n")
            self._stream.flush()
            self._is_torn = False

    debug = info = warning = error = write


def _allowed(_logger: object, _level: str, event: EventDict) -> EventDict:
    """Return the fields that may go out, in their order."""
    kept = ((name, _plain(event[name])) for name in FIELDS if name in event)
    return {name: value for name, value in kept if value is not None}


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return [shown(item) for item in value[:MAX_ITEMS] if isinstance(item, str)]
    return None


def _rules_of(decision: Decision) -> list[str]:
    """Return the rules that a decision was held over, each once."""
    if not isinstance(decision.outcome, Held):
        return []
    conflicts = [
        reason
        for reason in decision.outcome.reasons
        if isinstance(reason, SpecConflict | PolicyConflict | TemplateConflict)
    ]
    return sorted({name_of(violation.rule) for reason in conflicts for violation in reason.violations})


LEVELS: Final[dict[Level, int]] = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}
"""The standard library's numbers."""
