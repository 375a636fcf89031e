"""What goes out: ASCII JSON, so that any text survives, and the form of each answer for the OpenAPI document.

Answers are written from the gate's own documents; the models here only describe them, and tests hold the two together.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Final, Literal

from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field

from align.gate.holds import HoldReason
from align.http import examples


class AsciiJson(JSONResponse):
    """JSON with every other character escaped, lone surrogates too."""

    def render(self, content: Any) -> bytes:  # noqa: ANN401 - any JSON
        """Return the bytes of an answer."""
        return json.dumps(content, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode("ascii")


class _Form(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class FieldProblemForm(_Form):
    """One field at fault."""

    field: str = Field(description="Its path in the body, or the name of a parameter; empty for the whole.")
    message: str


class Problem(_Form):
    """What is wrong with a request (RFC 9457)."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, json_schema_extra={"examples": [examples.PROBLEM]}
    )

    type: str = Field(examples=["urn:align:problem:unknown-persona"])
    title: str
    status: int
    detail: str
    errors: list[FieldProblemForm] | None = None


class ViolationForm(_Form):
    """One thing that a draft says and the spec does not allow; `start` and `end` count code points."""

    rule: str
    family: Literal["facts", "policy"]
    start: int
    end: int
    text: str
    claimed: str
    expected: str
    fact: str
    message: str
    instruction: str


class RuleErrorForm(_Form):
    """A rule that crashed; it never counts as clean."""

    rule: str
    error: str


class ValidationForm(_Form):
    """The outcome of one check: `ok` exactly when there are neither violations nor errors."""

    ok: bool
    violations: list[ViolationForm]
    warnings: list[ViolationForm]
    errors: list[RuleErrorForm]
    spec_digest: str


class Validated(ValidationForm):
    """The outcome of one check. `stale_since`: the database is away, and this is the last spec that was read."""

    id: str | int | None
    stale_since: str | None


class BatchValidated(Validated):
    """The answer to one line of a batch."""

    line: int


class BatchProblem(_Form):
    """The answer to a line of a batch that cannot be used."""

    line: int
    id: str | int | None
    error: Problem


class Spec(_Form):
    """The spec that holds now."""

    persona: str
    version: int
    mission_version: int | None
    digest: str
    facts_digest: str
    policy_digest: str
    mission_digest: str
    effective_from: str
    stale_since: str | None
    spec: dict[str, Any] = Field(description="The document: facts, policy, and today's mission.")


class ExampleForm(_Form):
    """A draft that a rule flags (`«»` around the words) or accepts."""

    body: str
    why: str
    inbound: str | None
    time_locked: bool
    now: str | None


class RuleForm(_Form):
    """A rule: what it is called, and when it runs."""

    id: str
    family: Literal["facts", "policy"]
    summary: str
    needs: list[str] = Field(description="Without these facts the rule does not run.")


class RulePage(RuleForm):
    """A rule with its documentation (Markdown) and its examples."""

    documentation: str
    flags: list[ExampleForm]
    accepts: list[ExampleForm]


class Rules(_Form):
    """Every rule."""

    rules: list[RuleForm]


class CandidateForm(_Form):
    """The candidate, as it came in. Where words are not kept, they are null, and their digests stay."""

    id: str
    persona: str
    body: str | None
    body_digest: str | None
    template_key: str | None
    goal: str | None
    inbound: str | None
    inbound_digest: str | None
    time_locked: bool
    archetype: str | None = Field(None, description="Is there when it was given, as what follows.")
    state: str | None = None
    workflow: str | None = None
    values: dict[str, str] | None = None


class SpecUsedForm(_Form):
    """The spec that a decision was made under."""

    version: int | None
    mission_version: int | None
    digest: str
    facts_digest: str
    policy_digest: str
    mission_digest: str
    stale_since: str | None


class UsageForm(_Form):
    """What models were used."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    prompt_tokens: int
    completion_tokens: int


class AttemptForm(_Form):
    """One body that was looked at, and what was found in it."""

    kind: Literal["draft", "repair", "redraft", "template"]
    body: str | None
    body_digest: str | None
    validation: dict[str, Any]
    judgement: dict[str, Any] | None
    judge_violations: list[dict[str, Any]]
    usage: UsageForm


class PassedForm(_Form):
    """The body may go as it was drafted or redrafted."""

    name: Literal["passed"]
    body: str | None
    body_digest: str | None
    is_unjudged: bool


class DowngradedForm(_Form):
    """The template's body may go."""

    name: Literal["downgraded"]
    body: str | None
    body_digest: str | None
    is_unjudged: bool
    template_key: str


class HeldForm(_Form):
    """Nothing may go."""

    name: Literal["held"]
    reasons: list[HoldReason | dict[str, Any]]


class MissingForm(_Form):
    """A body that was asked for and did not come."""

    kind: str
    cause: str
    detail: str
    usage: UsageForm


class DecisionForm(_Form):
    """One pass through the gate."""

    id: str
    candidate: CandidateForm
    spec: SpecUsedForm | None
    engine: str
    workflow: str | None
    mode: Literal["GO", "DRAFT", "PAUSE"]
    now: str
    outcome: Annotated[PassedForm | DowngradedForm | HeldForm, Field(discriminator="name")]
    attempts: list[AttemptForm]
    missing: list[MissingForm]
    seconds: float
    usage: UsageForm


class StoredDecisionForm(DecisionForm):
    """A decision as it was recorded; `has_words`: the words of messages are still kept."""

    recorded_at: str
    has_words: bool
    late_judgement: dict[str, Any] | None


class Aligned(_Form):
    """What came of a candidate: `cleared` may be sent, with its receipt; `pending_review` waits for a person."""

    id: str
    status: Literal["cleared", "pending_review", "held"]
    cause: str | None = Field(description="Why it is held, in words for an operator.")
    body: str | None = Field(description="The body that may be sent; null when none may.")
    receipt: str | None = Field(description="Proof for `/v1/receipts/check`; null when nothing may be sent.")
    decision: DecisionForm


class DecisionSummary(_Form):
    """A decision without words."""

    id: str
    persona: str
    candidate_id: str
    now: str
    recorded_at: str
    outcome: Literal["passed", "downgraded", "held"]
    tags: list[str] = Field(description="Why it is held.")
    is_unjudged: bool
    is_raised: bool = Field(description="It passed, and a late judgement speaks against it.")
    engine: str
    mode: Literal["GO", "DRAFT", "PAUSE"]
    has_words: bool


class DecisionPage(_Form):
    """Decisions, the newest first. `next`: what `cursor` takes for the page after this one; null: none is left."""

    decisions: list[DecisionSummary]
    next: str | None


class ReceiptChecked(_Form):
    """Whether a body may be sent under a receipt, and if not, why."""

    is_covered: bool
    refusal: Literal["forged", "edited", "stale", "expired", "unknown"] | None


class Health(_Form):
    """How the service stands."""

    status: Literal["ok", "draining", "unavailable"]
    cause: str | None = None


PROBLEM: Final[dict[str, Any]] = {"model": Problem}
