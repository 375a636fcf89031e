"""The outcome of one pass, and the record of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from align.harness.usage import Usage

if TYPE_CHECKING:
    import datetime as dt

    from align.gate.attempts import Attempt, NoBody
    from align.gate.candidate import Candidate, Mode
    from align.gate.holds import HoldReason
    from specs.store.records import StoredSpec


@dataclass(frozen=True, slots=True)
class Passed:
    """The body passed as it was drafted or redrafted. `is_unjudged`: a judge is configured and was absent."""

    body: str
    is_unjudged: bool = False


@dataclass(frozen=True, slots=True)
class Downgraded:
    """The template's body goes instead."""

    body: str
    template_key: str
    is_unjudged: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Nothing may go; the reasons, at least one."""

    reasons: tuple[HoldReason, ...]

    def __post_init__(self) -> None:
        """Refuse a hold without a reason."""
        if not self.reasons:
            raise ValueError("a hold has at least one reason")


Outcome: TypeAlias = Passed | Downgraded | Held

OutcomeName: TypeAlias = Literal["passed", "downgraded", "held"]


@dataclass(frozen=True, slots=True)
class SpecUsed:
    """Which spec a decision was made under: its version in the store, the digests of the whole and of its parts."""

    version: int | None
    mission_version: int | None
    digest: str
    facts_digest: str
    policy_digest: str
    mission_digest: str
    stale_since: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """The record of one pass: what came in, every body that was looked at, and what came of it.

    `id` is unique. `spec` is None when there was none. `attempts` are in order; `missing` are the bodies that were
    asked for and did not come. `seconds` is the whole pass, and `usage` what all its calls cost: those that failed as
    well, and of one that was broken off with the pass what is known: its time, and that there was one.
    """

    id: str
    candidate: Candidate
    spec: SpecUsed | None
    engine: str
    workflow: str | None
    mode: Mode
    now: dt.datetime
    attempts: tuple[Attempt, ...]
    missing: tuple[NoBody, ...]
    outcome: Outcome
    seconds: float
    usage: Usage = field(default_factory=Usage)

    @property
    def body(self) -> str | None:
        """The body that may go, None when nothing may."""
        return None if isinstance(self.outcome, Held) else self.outcome.body

    @property
    def outcome_name(self) -> OutcomeName:
        """The outcome in one word."""
        if isinstance(self.outcome, Held):
            return "held"
        return "passed" if isinstance(self.outcome, Passed) else "downgraded"


def spec_used(stored: StoredSpec) -> SpecUsed:
    """Return which spec a read gave, as decisions and receipts name it."""
    facts, policy, mission = stored.spec.part_digests
    return SpecUsed(
        stored.version.version,
        stored.mission.version if stored.mission else None,
        stored.digest,
        facts,
        policy,
        mission,
        stored.stale.since if stored.stale else None,
    )
