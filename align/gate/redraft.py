"""Asking for another body: what may be said to a model about the one that was held, and when to stop asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from align.gate.attempts import Attempt

Fingerprint: TypeAlias = frozenset[tuple[str, str, str]]


def fingerprint(attempt: Attempt) -> Fingerprint:
    """Return what is wrong with a body, without where: two bodies with the same fingerprint fail alike."""
    found = {(v.rule, v.claimed, v.expected) for v in attempt.validation.violations}
    found |= {(error.rule, "error", "") for error in attempt.validation.errors}
    return frozenset(found | {(v.dimension, "judge", "") for v in attempt.judge_violations})


def makes_progress(attempts: list[Attempt]) -> bool:
    """Tell whether asking again makes sense: the last body must not fail as an earlier one did."""
    if len(attempts) < 2:
        return True
    last = fingerprint(attempts[-1])
    return all(fingerprint(earlier) != last for earlier in attempts[:-1])
