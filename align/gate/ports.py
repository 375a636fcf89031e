"""What the gate asks of the rooms around it, as protocols: specs, templates, a place for its records, observers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    import datetime as dt

    from align.engines.engine import Draft
    from align.findings import Validation
    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from align.judge.judgement import Judgement
    from specs import Spec
    from specs.store.records import StoredSpec, TemplateRecord

    Found: TypeAlias = Validation | Judgement | Draft | None

Step: TypeAlias = Literal["spec", "check", "judge", "draft", "redraft", "template", "record"]
"""What a pass does, one after the other: reads the spec, checks a body, asks the judge, asks the engine for a body
or for another one, reads the template, records."""


class SpecSource(Protocol):
    """Where specs and templates come from; `specs.store.SpecStore` is one."""

    def at(self, persona: str, when: dt.datetime) -> StoredSpec:
        """Return the spec at a moment; raises `specs.store.StoreError`."""
        ...

    def current(self, persona: str) -> StoredSpec:
        """Return the spec that holds now; raises `specs.store.StoreError`."""
        ...

    def templates(self, persona: str, when: dt.datetime | None = None) -> tuple[TemplateRecord, ...]:
        """Return the templates that hold at a moment; raises `specs.store.StoreError`."""
        ...


class SpecHistory(Protocol):
    """Where the specs of earlier decisions come from; `specs.store.SpecStore` is one."""

    def by_digest(self, persona: str, digest: str, when: dt.datetime, *, version: int | None = None) -> Spec:
        """Return the spec of a digest that was read about a moment; raises `specs.store.StoreError`."""
        ...


class DecisionLog(Protocol):
    """Where decisions are recorded. A decision that could not be recorded is never dispatched."""

    def record(self, decision: Decision) -> None:
        """Store a decision, once; raises `specs.store.StoreError` when it cannot."""
        ...


class Observer(Protocol):
    """Is told of every pass and of its steps, in the task of the pass: for telemetry. Must neither raise nor wait.

    What it raises is dropped: no outcome depends on an observer. Of several, the first is told of an end last, so that
    they nest. Each pass that began ends once, unless its event loop is gone.
    """

    def pass_began(self, candidate: Candidate, mode: Mode, engine: str) -> None:
        """Take in that a candidate came in; `engine` is the engine's id."""
        ...

    def step_began(self, step: Step) -> None:
        """Take in that a step of the pass begins; steps do not overlap."""
        ...

    def step_ended(self, step: Step, seconds: float, found: Found) -> None:
        """Take in that it ended, and what it found; None for a step that was broken off, or that finds nothing."""
        ...

    def pass_ended(self, decision: Decision) -> None:
        """Take in what came of the pass."""
        ...
