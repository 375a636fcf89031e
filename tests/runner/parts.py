"""A gate and dispatchers of the tests' own, where the real ones cannot be made to do what a test needs."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from align.gate.decision import Held
from align.gate.holds import Paused
from align.runner.ports import Delivery, Outgoing
from tests.audit.decisions import held, passed

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from align.gate.ports import DecisionLog

NOW = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)
OUT = Outgoing("c1", "leo", "d1", "Hello 1", "r1")


@dataclass
class SmallGate:
    """Lets every body go but one that says "wrong", and records it; `at` is called on the way."""

    log: DecisionLog | None = None
    at: Callable[[Candidate], None] = lambda _: None
    seen: list[str] = field(default_factory=list)

    async def align(self, candidate: Candidate, mode: Mode = "GO") -> Decision:
        """Decide by the body alone."""
        self.seen.append(candidate.id)
        self.at(candidate)
        number = f"{candidate.persona}-{candidate.id}-{len(self.seen)}"
        body = candidate.body or ""
        made = held(number, body) if "wrong" in body else passed(number, body)
        made = replace(made, candidate=candidate, mode=mode)
        if mode == "PAUSE":
            made = replace(made, outcome=Held((Paused(suggestion="Resume the runner."),)))
        if self.log is not None:
            self.log.record(made)
        return made


@dataclass
class Sent:
    """Keeps what it is asked to send; raises what it is told to first."""

    failures: list[Exception] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)

    async def dispatch(self, outgoing: Outgoing) -> Delivery:
        """Keep a message, or fail."""
        if self.failures:
            raise self.failures.pop(0)
        self.sent.append(outgoing)
        return Delivery()


@dataclass
class Seals:
    """Receipts that hold until they are told not to; `away` is raised as often as it stands there."""

    refuses: str | None = None
    away: list[Exception] = field(default_factory=list)

    def issue(self, decision: Decision) -> str:
        """Return a receipt."""
        if self.away:
            raise self.away.pop(0)
        return f"seal of {decision.id}"

    def refusal(self, receipt: str | None, body: str, *, is_kept: bool = False) -> str | None:
        """Return what it was told to."""
        del is_kept
        if self.away:
            raise self.away.pop(0)
        assert (receipt or "").startswith("seal of ")
        assert body
        return self.refuses
