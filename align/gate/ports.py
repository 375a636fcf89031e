"""What the gate asks of the rooms around it, as protocols: specs, templates, and a place for its records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime as dt

    from align.gate.decision import Decision
    from specs.store.records import StoredSpec, TemplateRecord


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


class DecisionLog(Protocol):
    """Where decisions are recorded. A decision that could not be recorded is never dispatched."""

    def record(self, decision: Decision) -> None:
        """Store a decision, once; raises `specs.store.StoreError` when it cannot."""
        ...
