"""A decision as JSON: what it was, every body with its check, and why it was held."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from align.audit.words import digest_of_text
from align.harness.failures import Absent

if TYPE_CHECKING:
    from align.gate.attempts import Attempt
    from align.gate.candidate import Candidate
    from align.gate.decision import Decision, Downgraded, Held, SpecUsed
    from align.judge.judgement import Judgement, JudgeViolation


def document_of(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain JSON values, words included; a digest stands beside each body."""
    return {
        "id": decision.id,
        "candidate": candidate_json(decision.candidate),
        "spec": None if decision.spec is None else _spec(decision.spec),
        "engine": decision.engine,
        "workflow": decision.workflow,
        "mode": decision.mode,
        "now": decision.now.isoformat(),
        "outcome": _outcome(decision),
        "attempts": [_attempt(attempt) for attempt in decision.attempts],
        "missing": [
            {
                "kind": missing.kind,
                "cause": missing.cause.cause,
                "detail": missing.cause.detail,
                "usage": asdict(missing.cause.usage),
            }
            for missing in decision.missing
        ],
        "seconds": decision.seconds,
        "usage": asdict(decision.usage),
    }


def candidate_json(candidate: Candidate) -> dict[str, Any]:
    """Return a candidate as plain JSON values; `align.gate.candidate.candidate_of` reads them.

    What came after the first release is left out where it is not set, so that the digest of an older candidate stays.
    """
    later = {"archetype": candidate.archetype, "state": candidate.state, "workflow": candidate.workflow}
    values = {"values": dict(candidate.values)} if candidate.values else {}
    return {
        "id": candidate.id,
        "persona": candidate.persona,
        **_said("body", candidate.body),
        "template_key": candidate.template_key,
        "goal": candidate.goal,
        **_said("inbound", candidate.context.inbound),
        "time_locked": candidate.context.time_locked,
        **{name: value for name, value in later.items() if value is not None},
        **values,
    }


def judgement_json(judgement: Judgement | None) -> dict[str, Any] | None:
    """Return what a judge said as plain JSON values, with its raw scores; None: it was not asked."""
    if judgement is None:
        return None
    if isinstance(judgement, Absent):
        return {"status": "absent", "cause": judgement.cause, "detail": judgement.detail}
    scores = [asdict(score) for score in judgement.scores]
    return {"status": "judged", **asdict(judgement), "scores": scores}


def scores_over(violations: tuple[JudgeViolation, ...]) -> list[dict[str, Any]]:
    """Return the scores that passed their thresholds as plain JSON values."""
    return [asdict(violation) for violation in violations]


def rules_of(decision: Decision) -> list[str]:
    """Return the ids of rules and dimensions that spoke against one of the bodies, sorted."""
    found = {v.rule for attempt in decision.attempts for v in attempt.validation.violations}
    found |= {e.rule for attempt in decision.attempts for e in attempt.validation.errors}
    return sorted(found | {v.dimension for attempt in decision.attempts for v in attempt.judge_violations})


def _attempt(attempt: Attempt) -> dict[str, Any]:
    return {
        "kind": attempt.kind,
        **_said("body", attempt.body),
        "validation": attempt.validation.to_dict(),
        "judgement": judgement_json(attempt.judgement),
        "judge_violations": scores_over(attempt.judge_violations),
        "usage": asdict(attempt.usage),
    }


def _outcome(decision: Decision) -> dict[str, Any]:
    if decision.outcome_name == "held":
        held = cast("Held", decision.outcome)
        return {"name": "held", "reasons": [reason.model_dump(mode="json") for reason in held.reasons]}
    going = cast("Downgraded", decision.outcome)
    found = {"name": decision.outcome_name, **_said("body", going.body), "is_unjudged": going.is_unjudged}
    return {**found, "template_key": going.template_key} if decision.outcome_name == "downgraded" else found


def _spec(used: SpecUsed) -> dict[str, Any]:
    return {**asdict(used), "stale_since": used.stale_since.isoformat() if used.stale_since else None}


def _said(name: str, text: str | None) -> dict[str, str | None]:
    return {name: text, f"{name}_digest": None if text is None else digest_of_text(text)}
