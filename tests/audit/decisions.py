"""Decisions that tests record."""

from __future__ import annotations

import datetime as dt
from typing import Any

from align.context import DraftContext
from align.findings import RuleError, Validation, Violation
from align.gate.attempts import Attempt, NoBody
from align.gate.candidate import Candidate
from align.gate.decision import Decision, Downgraded, Held, Passed, SpecUsed
from align.gate.holds import HeldViolation, JudgeConflict, RuleErrors, SpecConflict
from align.harness.failures import Absent
from align.harness.usage import Usage
from align.judge.judgement import Judged, JudgeViolation, Score

NOW = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)
TEXT = "It is 150 for the hour, zanzibar"
ASKED = "how much in xanadu?"
NASTY = 'zanzibar \x00 \ud800 " \\ \u202e \U0001f600\n'
SPEC = SpecUsed(3, 1, "d" * 64, "f" * 64, "p" * 64, "m" * 64)


def candidate(id_: str = "c1", body: str | None = TEXT, **fields: Any) -> Candidate:
    """Return a candidate of Leo's that answers a message."""
    return Candidate(id_, fields.pop("persona", "leo"), body, context=DraftContext(ASKED, True), **fields)


def checked(body: str = TEXT, *rules: str) -> Validation:
    """Return a validation that flags the words `[6, 9)` of a body for each rule."""
    found = tuple(
        Violation(
            rule, "facts", 6, 9, body[6:9], body[6:9], "180", "rates[0]", f"reads {body[6:9]}", "say 180"
        )
        for rule in rules
    )
    return Validation(found, (), (), SPEC.digest)


def judged(score: float = 2.0, quote: str = "zanzibar") -> Judged:
    """Return what a judge said of one dimension."""
    return Judged(
        (Score("drift", score, quote),), "judge-1", "h" * 64, 0.25, 1, usage=Usage(100, 20, 0.25, 0.2, 1)
    )


def over(score: float = 9.0) -> JudgeViolation:
    """Return a score over its threshold."""
    return JudgeViolation("drift", score, 7.0, 24, 32, "zanzibar")


def passed(id_: str = "p1", body: str = TEXT, **fields: Any) -> Decision:
    """Return a decision that let a body go."""
    unjudged = fields.pop("is_unjudged", False)
    judgement = Absent("timeout", "10 s") if unjudged else judged()
    attempt = Attempt("draft", body, checked(body), judgement, usage=Usage(10, 5, 1.0, 0.0, 1))
    outcome = Passed(body, is_unjudged=unjudged)
    return decision(id_, outcome, (attempt,), usage=Usage(10, 5, 1.0, 0.0, 1), **fields)


def downgraded(id_: str = "t1", **fields: Any) -> Decision:
    """Return a decision that let the template go."""
    attempts = (
        Attempt("draft", TEXT, checked(TEXT, "price_contradiction"), None),
        Attempt("template", "An hour is 180.", checked("An hour is 180."), judged()),
    )
    return decision(id_, Downgraded("An hour is 180.", "opener"), attempts, **fields)


def held(id_: str = "h1", body: str = TEXT, **fields: Any) -> Decision:
    """Return a decision that let nothing go, for three reasons."""
    wrong = checked(body, "price_contradiction")
    wrong = Validation(wrong.violations, (), (RuleError("voice", f"KeyError: {body}"),), wrong.spec_digest)
    told = HeldViolation(
        rule="price_contradiction",
        start=6,
        end=9,
        text=body[6:9],
        claimed=body[6:9],
        expected="180",
        fact="rates[0]",
        message=f"reads {body[6:9]}",
    )
    reasons = (
        SpecConflict(
            suggestion="Say 180.", violations=(told,), attempts=1, spec_digest=SPEC.digest, engine="template"
        ),
        JudgeConflict(
            suggestion="Look at it.",
            dimensions=("drift",),
            quotes=("zanzibar",),
            attempts=1,
            spec_digest=SPEC.digest,
            engine="template",
        ),
        RuleErrors(suggestion="Report it.", rules=("voice",), errors=(f"KeyError: {body}",)),
    )
    attempt = Attempt("draft", body, wrong, judged(9.0), (over(),))
    missing = (NoBody("redraft", Absent("truncated", "512 tokens")),)
    return decision(id_, Held(reasons), (attempt,), missing=missing, **fields)


def decision(id_: str, outcome: Any, attempts: tuple[Attempt, ...], **fields: Any) -> Decision:
    """Return a decision."""
    return Decision(
        id_,
        fields.pop("candidate", candidate()),
        fields.pop("spec", SPEC),
        "do-gpu-qwen_b1",
        "opener@2",
        "GO",
        fields.pop("now", NOW),
        attempts,
        fields.pop("missing", ()),
        outcome,
        1.5,
        **fields,
    )
