"""From what a pass looked at to why it is held: one function, so that outcome and record cannot disagree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from align.engines.ids import TEMPLATE
from align.engines.template import Unfilled
from align.gate.decision import Held
from align.gate.holds import (
    AuditUnavailable,
    DeadlineHold,
    EngineUnavailable,
    HeldViolation,
    JudgeConflict,
    Paused,
    PolicyConflict,
    RuleErrors,
    SpecConflict,
    TemplateConflict,
    TemplateUnavailable,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.findings import Violation
    from align.gate.attempts import Attempt, NoBody
    from align.gate.decision import Decision
    from align.gate.holds import HoldReason

_FAMILIES: Final = {"facts": SpecConflict, "policy": PolicyConflict}


@dataclass(frozen=True, slots=True)
class About:
    """What holds name: persona, the spec's digest, the engine's id, the template's key, the seconds of a deadline that passed."""

    persona: str
    digest: str
    engine: str
    template_key: str | None
    late_seconds: float | None = None


def held_reasons(
    attempts: Sequence[Attempt], missing: Sequence[NoBody], about: About
) -> tuple[HoldReason, ...]:
    """Return why nothing may go: what the last draft said, what did not come, and what the template said. Never empty."""
    drafts = [attempt for attempt in attempts if attempt.kind != "template"]
    reasons: list[HoldReason] = []
    written = [attempt for attempt in drafts if attempt.kind != "repair"]
    if written:
        # A repair that did not help is in the record; what it broke is not what the engine said.
        reasons += _of_draft(written[-1], len(drafts), about)
    # What another reason says already: the deadline, that there is no template, or what it lacks.
    said = {"unfilled_template"} | ({"deadline"} if about.late_seconds is not None else set())
    said |= {"not_configured"} if about.engine == TEMPLATE else set()
    causes = [entry.cause for entry in missing if entry.cause.cause not in said]
    if causes:
        cause = str(causes[0])
        suggestion = "See to the engine, or write the message by hand."
        reasons.append(EngineUnavailable(engine=about.engine, cause=cause, suggestion=suggestion))
    if about.late_seconds is not None:
        suggestion = "Run it again, or give the pass more time."
        reasons.append(DeadlineHold(seconds=about.late_seconds, attempts=len(drafts), suggestion=suggestion))
    unfilled = next((entry.cause for entry in missing if isinstance(entry.cause, Unfilled)), None)
    return tuple(reasons + _of_template(attempts, unfilled, about))


def held_by_hand(
    attempts: Sequence[Attempt], missing: Sequence[NoBody], about: About
) -> tuple[HoldReason, ...]:
    """Return why what a person decided on may not go: what was found in that body, and no word of other bodies."""
    found = held_reasons(attempts, missing, about)
    return tuple(reason for reason in found if reason.tag != "template_unavailable") or found


def paused() -> HoldReason:
    """Return the reason of a paused runner."""
    return Paused(suggestion="Set the mode to GO or DRAFT to go on.")


def unrecorded(decision: Decision, cause: str) -> Decision:
    """Return the hold that a decision becomes whose record nobody can rely on."""
    suggestion = "Bring the decision log back, then run the candidate again."
    reasons = decision.outcome.reasons if isinstance(decision.outcome, Held) else ()
    return replace(decision, outcome=Held((*reasons, AuditUnavailable(cause=cause, suggestion=suggestion))))


def _of_draft(attempt: Attempt, tried: int, about: About) -> list[HoldReason]:
    reasons: list[HoldReason] = []
    for family, hold in _FAMILIES.items():
        mine = [v for v in attempt.validation.violations if v.family == family]
        if mine:
            reasons.append(
                hold(
                    violations=tuple(held_violation(v) for v in mine),
                    attempts=tried,
                    spec_digest=about.digest,
                    engine=about.engine,
                    suggestion=mine[0].instruction,
                )
            )
    if attempt.validation.errors:
        reasons.append(
            RuleErrors(
                rules=tuple(error.rule for error in attempt.validation.errors),
                errors=tuple(error.error for error in attempt.validation.errors),
                suggestion="Look at the rule that crashed; until then it holds what it cannot check.",
            )
        )
    if attempt.judge_violations:
        reasons.append(
            JudgeConflict(
                dimensions=tuple(v.dimension for v in attempt.judge_violations),
                quotes=tuple(v.text for v in attempt.judge_violations),
                attempts=tried,
                spec_digest=about.digest,
                engine=about.engine,
                suggestion="Read the words that the judge quotes; if they are right, raise the threshold.",
            )
        )
    return reasons


def _of_template(attempts: Sequence[Attempt], unfilled: Unfilled | None, about: About) -> list[HoldReason]:
    template = next((attempt for attempt in attempts if attempt.kind == "template"), None)
    key = about.template_key
    if template is None:
        suggestion = "Store a template for this kind of message."
        if unfilled is not None and unfilled.names:
            suggestion = f"Give the candidate these values: {', '.join(unfilled.names)}."
        elif unfilled is not None:
            suggestion = f"{_mend(about)} ({unfilled.detail})"
        names = () if unfilled is None else unfilled.names
        return [TemplateUnavailable(template_key=key, missing=names, suggestion=suggestion)]
    return [
        TemplateConflict(
            template_key=key or "",
            violations=tuple(held_violation(v) for v in template.validation.violations),
            dimensions=tuple(v.dimension for v in template.judge_violations),
            spec_digest=about.digest,
            suggestion=_mend(about),
        )
    ]


def _mend(about: About) -> str:
    return f"Mend the template: align template set {about.persona} {about.template_key}"


def held_violation(violation: Violation) -> HeldViolation:
    """Return a violation as it stands in a hold."""
    return HeldViolation(
        rule=violation.rule,
        start=violation.start,
        end=violation.end,
        text=violation.text,
        claimed=violation.claimed,
        expected=violation.expected,
        fact=violation.fact,
        message=violation.message,
    )
