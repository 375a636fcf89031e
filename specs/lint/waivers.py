"""Lint of waivers: those that are over, that reach too far, or that cover nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specs.document.nearest import nearest
from specs.document.waivers import LONGEST_WAIVER
from specs.lint.findings import Check, Finding, Question, at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specs.document.waivers import Waiver


def _waivers(question: Question) -> tuple[Waiver, ...]:
    policy = question.spec.policy
    return (policy.waivers or ()) if policy is not None else ()


def _unknown_rules(question: Question) -> Iterator[Finding]:
    if question.rule_ids is None:
        return
    for index, waiver in enumerate(_waivers(question)):
        if waiver.rule not in question.rule_ids:
            near = nearest(waiver.rule, sorted(question.rule_ids))
            advice = f"did you mean '{near}'?" if near else None
            path = at("policy", "waivers", index, "rule")
            yield Finding("error", path, f"there is no rule '{waiver.rule}'", advice)


def _rules_that_do_not_hold(question: Question) -> Iterator[Finding]:
    policy = question.spec.policy
    effects = (policy.rules or {}) if policy is not None else {}
    for index, waiver in enumerate(_waivers(question)):
        effect = effects.get(waiver.rule)
        if effect in ("warn", "off"):
            path = at("policy", "waivers", index, "rule")
            message = f"covers nothing: '{waiver.rule}' is set to {effect} and holds no draft"
            yield Finding("warning", path, message, "end the waiver")


def _past(question: Question) -> Iterator[Finding]:
    for index, waiver in enumerate(_waivers(question)):
        if question.today is not None and waiver.until < question.today:
            message = f"'{waiver.id}' ended on {waiver.until}; today is {question.today}"
            yield Finding("warning", at("policy", "waivers", index, "until"), message, "take it out")


def _far(question: Question) -> Iterator[Finding]:
    for index, waiver in enumerate(_waivers(question)):
        if question.today is None or waiver.from_ is not None:
            continue
        last = question.today + LONGEST_WAIVER
        if waiver.until > last:
            message = (
                f"'{waiver.id}' would hold for more than {LONGEST_WAIVER.days} days, until {waiver.until}"
            )
            yield Finding(
                "error", at("policy", "waivers", index, "until"), message, f"end it on {last} at the latest"
            )


def _same_scope(question: Question) -> Iterator[Finding]:
    seen: dict[tuple[str, str, str | None], Waiver] = {}
    for index, waiver in enumerate(_waivers(question)):
        first = seen.setdefault((waiver.rule, question.fold(waiver.said), waiver.claimed), waiver)
        if first is not waiver:
            message = f"'{waiver.id}' covers the same words as '{first.id}'"
            yield Finding("note", at("policy", "waivers", index), message, "keep one of them")


CHECKS: Final[tuple[Check, ...]] = (
    _unknown_rules,
    _rules_that_do_not_hold,
    _past,
    _far,
    _same_scope,
)
