"""Why a candidate is held: a closed union, each variant with what an operator needs to decide."""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class _Hold(BaseModel):
    """What every hold reason says: a suggestion for the operator, in a sentence."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    suggestion: str = Field(description="What the operator can do about it.")


class HeldViolation(BaseModel):
    """A violation as it stands in a hold: the rule, the span in the body, what was said and what the spec says."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    rule: str
    start: int
    end: int
    text: str
    claimed: str
    expected: str
    fact: str
    message: str


class _Conflict(_Hold):
    """A hold over what bodies said: which violations the last body had, and how many bodies were tried."""

    violations: tuple[HeldViolation, ...] = Field(min_length=1, strict=False)
    attempts: int = Field(ge=1, description="Bodies that were tried, the template's not counted.")
    spec_digest: str
    engine: str


class SpecConflict(_Conflict):
    """The bodies contradict the facts."""

    tag: Literal["spec_conflict"] = "spec_conflict"


class PolicyConflict(_Conflict):
    """The bodies break the policy."""

    tag: Literal["policy_conflict"] = "policy_conflict"


class JudgeConflict(_Hold):
    """The judge's scores are over their thresholds."""

    tag: Literal["judge_conflict"] = "judge_conflict"
    dimensions: tuple[str, ...] = Field(min_length=1, strict=False)
    quotes: tuple[str, ...] = Field(strict=False)
    attempts: int = Field(ge=1)
    spec_digest: str
    engine: str


class TemplateConflict(_Hold):
    """The template's body does not pass either."""

    tag: Literal["template_conflict"] = "template_conflict"
    template_key: str
    violations: tuple[HeldViolation, ...] = Field(default=(), strict=False)
    dimensions: tuple[str, ...] = Field(default=(), strict=False)
    spec_digest: str


class TemplateUnavailable(_Hold):
    """There is no template to fall back on, or it has places for which the candidate has no value."""

    tag: Literal["template_unavailable"] = "template_unavailable"
    template_key: str | None = None
    missing: tuple[str, ...] = Field(
        default=(), strict=False, description="The values that the template needs and the candidate lacks."
    )


class EngineUnavailable(_Hold):
    """The engine gave no usable body."""

    tag: Literal["engine_unavailable"] = "engine_unavailable"
    engine: str
    cause: str


class SpecUnavailable(_Hold):
    """There is no spec to check against."""

    tag: Literal["spec_unavailable"] = "spec_unavailable"
    persona: str
    cause: str


class AuditUnavailable(_Hold):
    """The decision could not be recorded, so nothing may be sent."""

    tag: Literal["audit_unavailable"] = "audit_unavailable"
    cause: str


class RuleErrors(_Hold):
    """A rule crashed: what it would have said is unknown."""

    tag: Literal["rule_error"] = "rule_error"
    rules: tuple[str, ...] = Field(min_length=1, strict=False)
    errors: tuple[str, ...] = Field(strict=False)


class DeadlineHold(_Hold):
    """No time was left before a clean body was found."""

    tag: Literal["deadline"] = "deadline"
    seconds: float
    attempts: int


class Cancelled(_Hold):
    """The caller went away."""

    tag: Literal["cancelled"] = "cancelled"
    attempts: int


class Paused(_Hold):
    """The runner is paused."""

    tag: Literal["paused"] = "paused"


HoldReason: TypeAlias = Annotated[
    SpecConflict
    | PolicyConflict
    | JudgeConflict
    | TemplateConflict
    | TemplateUnavailable
    | EngineUnavailable
    | SpecUnavailable
    | AuditUnavailable
    | RuleErrors
    | DeadlineHold
    | Cancelled
    | Paused,
    Field(discriminator="tag"),
]

_REASONS: Final[TypeAdapter[tuple[HoldReason, ...]]] = TypeAdapter(tuple[HoldReason, ...])


def reasons_to_json(reasons: tuple[HoldReason, ...]) -> list[dict[str, Any]]:
    """Return hold reasons as plain JSON values; `reasons_from_json` reads them back."""
    found: list[dict[str, Any]] = _REASONS.dump_python(reasons, mode="json")
    return found


def reasons_from_json(values: object) -> tuple[HoldReason, ...]:
    """Return the hold reasons in plain JSON values; raises pydantic's `ValidationError`."""
    return _REASONS.validate_python(values, strict=False)


def hold_reasons_schema() -> dict[str, Any]:
    """Return the JSON Schema of a list of hold reasons."""
    return _REASONS.json_schema()
