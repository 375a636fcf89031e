"""Workflows: versioned chains of think and draft steps that an engine runs.

A think step's text is context for the steps after it and never leaves; the last step is a draft step, and only its
text does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal, Protocol, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from align.engines.ids import EngineId, EngineIdError
from specs.document.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_STEPS: Final = 8
MAX_TOKENS: Final = 4096


def _engine_id(value: str) -> str:
    try:
        return str(EngineId.parse(value))
    except EngineIdError as error:
        raise ValueError(str(error)) from None


Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]{0,63}$")]
Names = Annotated[tuple[Name, ...], Field(strict=False)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Step(_Part):
    """One request to the model: what it is told, and how much it may say.

    Without `max_tokens` a draft step may say as much as the persona's longest message takes, a think step 512 tokens.
    """

    kind: Literal["think", "draft"]
    instruction: str = Field(min_length=1, max_length=8000)
    max_tokens: int | None = Field(default=None, ge=1, le=MAX_TOKENS)


class AppliesTo(_Part):
    """For which candidates a workflow is meant; an empty list is no condition."""

    archetypes: Names = ()
    states: Names = ()
    template_keys: Names = ()

    def fit(self, archetype: str | None, state: str | None, template_key: str | None) -> int | None:
        """Return how many conditions a candidate meets, None when it breaks one."""
        pairs = ((self.archetypes, archetype), (self.states, state), (self.template_keys, template_key))
        if any(names and value not in names for names, value in pairs):
            return None
        return sum(bool(names) for names, _value in pairs)


class Workflow(_Part):
    """A chain of steps at one version. `snippets` are texts that every step is given, by name."""

    name: Name
    version: int = Field(ge=1)
    engine: Annotated[str, AfterValidator(_engine_id)]
    applies_to: AppliesTo = AppliesTo()
    snippets: dict[Name, Annotated[str, Field(max_length=8000)]] = Field(default_factory=dict)
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MAX_STEPS, strict=False)]

    @model_validator(mode="after")
    def _ends_with_a_draft(self) -> Self:
        if self.steps[-1].kind != "draft":
            raise ValueError("the last step writes the body: its kind is 'draft'")
        return self

    @property
    def id(self) -> str:
        """The name with the version: `opener@3`."""
        return f"{self.name}@{self.version}"


class WorkflowChoiceError(LookupError):
    """No workflow is meant for a candidate, none has the name that was asked for, or another engine runs it."""


def choose(
    workflows: Iterable[Workflow],
    *,
    archetype: str | None = None,
    state: str | None = None,
    template_key: str | None = None,
) -> Workflow:
    """Return the workflow that fits a candidate best.

    The one that meets the most conditions; of several the one whose name comes first, at its last version. Raises
    `WorkflowChoiceError` when none fits.
    """
    latest: dict[str, Workflow] = {}
    for workflow in workflows:
        if workflow.name not in latest or latest[workflow.name].version < workflow.version:
            latest[workflow.name] = workflow
    fits = [
        (workflow, workflow.applies_to.fit(archetype, state, template_key)) for workflow in latest.values()
    ]
    fitting = [(-count, workflow.name, workflow) for workflow, count in fits if count is not None]
    if not fitting:
        raise WorkflowChoiceError(
            f"no workflow is meant for archetype {archetype!r}, state {state!r}, template {template_key!r}"
        )
    return min(fitting, key=lambda entry: entry[:2])[2]


def by_name(workflows: Iterable[Workflow], name: str) -> Workflow:
    """Return the last version of a workflow; raises `WorkflowChoiceError` with the nearest name."""
    known = list(workflows)
    mine = [workflow for workflow in known if workflow.name == name]
    if not mine:
        hint = did_you_mean(name, sorted({workflow.name for workflow in known}))
        raise WorkflowChoiceError(f"no workflow is called '{name}'{hint}")
    return max(mine, key=lambda workflow: workflow.version)


class Asked(Protocol):
    """What chooses a workflow; a candidate and a draft request are such."""

    @property
    def workflow(self) -> str | None:
        """The name of the one that is wanted."""
        ...

    @property
    def archetype(self) -> str | None:
        """What kind of client it is."""
        ...

    @property
    def state(self) -> str | None:
        """How far things are."""
        ...

    @property
    def template_key(self) -> str | None:
        """What kind of message it is."""
        ...


def workflow_for(workflows: Iterable[Workflow], engine: str, asked: Asked) -> Workflow | None:
    """Return the workflow by which an engine writes for a candidate, None for one plain draft.

    The one that the candidate names, else the one of this engine that fits it best. Raises `WorkflowChoiceError` for a
    name that there is not, with the nearest one, and for a workflow of another engine.
    """
    known = list(workflows)
    if asked.workflow is not None:
        named = by_name(known, asked.workflow)
        if named.engine != engine:
            raise WorkflowChoiceError(f"'{named.name}' is a workflow of {named.engine}, not of {engine}")
        return named
    mine = [workflow for workflow in known if workflow.engine == engine]
    try:
        return choose(mine, archetype=asked.archetype, state=asked.state, template_key=asked.template_key)
    except WorkflowChoiceError:
        return None
