"""What an engine is: something that writes a body for a candidate."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from align.harness.failures import Absent
from align.harness.usage import Usage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from align.context import DraftContext
    from align.findings import Violation
    from align.harness.deadline import Deadline
    from specs import Spec


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """What an engine is asked to write, and for a redraft what was wrong with the body before.

    `previous` is set with `violations`, or with the `dimensions` that a judge held it for. `goal` is what the caller wants said, for a first draft.
    `archetype` and `state` say what kind of client it is and how far things are, and choose a workflow, unless
    `workflow` names one. `values` are for the places of a template.
    """

    persona: str
    spec: Spec
    now: dt.datetime
    context: DraftContext
    template_key: str | None = None
    goal: str | None = None
    previous: str | None = None
    violations: tuple[Violation, ...] = ()
    dimensions: tuple[str, ...] = ()
    archetype: str | None = None
    state: str | None = None
    workflow: str | None = None
    values: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Drafted:
    """A body that an engine wrote, by which workflow, at what cost."""

    body: str
    workflow: str | None = None
    usage: Usage = field(default_factory=Usage)


Draft: TypeAlias = Drafted | Absent


class Engine(Protocol):
    """Writes bodies. Never raises for a failing server, and never returns a placeholder: then the answer is `Absent`."""

    @property
    def id(self) -> str:
        """`template`, or `do-gpu-<model>_<build>`."""
        ...

    @property
    def can_redraft(self) -> bool:
        """Whether another body may be asked for when one is held."""
        ...

    async def draft(self, request: DraftRequest, deadline: Deadline) -> Draft:
        """Return a body, or why there is none, with what it cost; within the deadline."""
        ...
