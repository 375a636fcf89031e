"""The bodies that one pass looked at, in order, each with what was found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from align.engines.ids import TEMPLATE
from align.harness.failures import Absent
from align.harness.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.findings import Validation
    from align.judge.judgement import Judgement, JudgeViolation

Kind: TypeAlias = Literal["draft", "repair", "redraft", "template", "edit"]
"""Where a body came from: the candidate or the engine's first draft, a repair, a redraft, a template, a person."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One body, its check, and what the judge said of it (None: it was not asked)."""

    kind: Kind
    body: str
    validation: Validation
    judgement: Judgement | None = None
    judge_violations: tuple[JudgeViolation, ...] = ()
    usage: Usage = field(default_factory=Usage)

    @property
    def is_clean(self) -> bool:
        """Whether this body may leave the gate."""
        return self.validation.ok and not self.judge_violations

    @property
    def is_unjudged(self) -> bool:
        """Whether a judge was to be asked and did not answer, or only in part."""
        if isinstance(self.judgement, Absent):
            return True
        return self.judgement is not None and bool(self.judgement.absent)


@dataclass(frozen=True, slots=True)
class Author:
    """Which engine wrote a body, by which workflow; neither for one that the caller gave."""

    engine: str | None = None
    workflow: str | None = None


def author_of(trail: Sequence[Kind], *, is_given: bool, engine: str, workflow: str | None) -> Author:
    """Return who wrote the last body of a pass.

    `trail` are the kinds of its bodies in order, `is_given` whether the caller gave the first, `engine` and `workflow`
    what wrote the others. A repair is whose the body is that was mended, and an edit is no engine's.
    """
    kind = next(kind for kind in reversed(trail) if kind != "repair")
    if kind == "template":
        return Author(TEMPLATE)
    return Author() if kind == "edit" or (kind == "draft" and is_given) else Author(engine, workflow)


@dataclass(frozen=True, slots=True)
class NoBody:
    """A body that was asked for and did not come: from where, and why."""

    kind: Kind
    cause: Absent
