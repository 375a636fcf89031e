"""Check a draft with compiled rules: the part of `align.validate` that loads late.

Importing this loads every room of extraction and every rule, and compiles their patterns;
`align.validate` does so when the first spec is compiled, so that importing `align` stays
quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.claims.draft import read_draft
from align.compiled import CompiledSpec, compile_document
from align.findings import RuleError, Validation, Violation
from align.rules.plugins import fingerprint, select_rules
from align.waiving import part

if TYPE_CHECKING:
    from datetime import datetime

    from align.claims.draft import Draft
    from align.context import DraftContext
    from specs import Spec

__all__ = ["CompiledSpec", "build", "check", "rule_set"]


def rule_set(spec: Spec) -> str:
    """Return the fingerprint of the rules that a spec's policy asks for."""
    return fingerprint(_settings(spec))


def build(spec: Spec) -> CompiledSpec:
    """Compile a spec with the rules that its policy selects."""
    return compile_document(spec, select_rules(_settings(spec)))


def check(body: str, compiled: CompiledSpec, now: datetime, context: DraftContext) -> Validation:
    """Read a draft and run every rule over it; raises as `validate_draft` says."""
    draft = read_draft(body, now=now, context=context, known=compiled.known)
    return check_rules(draft, compiled)


def check_rules(draft: Draft, compiled: CompiledSpec) -> Validation:
    """Run every rule over a draft that has been read."""
    violations: list[Violation] = []
    warnings: list[Violation] = []
    errors: list[RuleError] = [*compiled.rules.missing]
    for read in (draft.utterance, draft.inbound):
        if read is not None and read.faults:
            errors += [RuleError("extraction", fault) for fault in read.faults]
    utterance = draft.utterance
    for rule, severity in compiled.rules.active:
        if rule.claims is not None and not getattr(utterance, rule.claims):
            continue
        try:
            found = list(rule.check(draft, compiled))
            if found and severity == "hold" and rule.id in compiled.waivers.rules:
                found, waived = part(rule, found, draft, compiled)
                warnings += waived
        except Exception as error:  # noqa: BLE001 - a crash is reported, never counted as clean
            errors.append(RuleError(rule.id, f"{type(error).__name__}: {error}"))
            continue
        if found:
            (warnings if severity == "warn" else violations).extend(found)
    return Validation(
        violations=_ordered(violations),
        warnings=_ordered(warnings),
        errors=tuple(sorted(errors, key=lambda e: (e.rule, e.error))) if errors else (),
        spec_digest=compiled.digest,
    )


def _ordered(found: list[Violation]) -> tuple[Violation, ...]:
    if len(found) < 2:
        return tuple(found)
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda v: (v.start, v.end, v.rule, v.claimed)))


def _settings(spec: Spec) -> dict[str, str]:
    policy = spec.policy
    return dict((policy.rules if policy is not None else None) or {})
