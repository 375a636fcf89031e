"""Lint: what a legal fact document says that its author may not have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specs.document.text import Fold, plain_fold
from specs.lint import mission, phrases, places, prices, waivers, writing
from specs.lint.findings import Finding, Question, Severity

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from specs.document.spec import Spec

__all__ = ["Finding", "Severity", "lint_spec"]

_CHECKS: Final = (
    *prices.CHECKS,
    *places.CHECKS,
    *phrases.CHECKS,
    *writing.CHECKS,
    *waivers.CHECKS,
    *mission.CHECKS,
)
_ORDER: Final[dict[Severity, int]] = {"error": 0, "warning": 1, "note": 2}


def lint_spec(
    spec: Spec,
    *,
    fold: Fold | None = None,
    rule_ids: Collection[str] | None = None,
    judge_dimensions: Collection[str] | None = None,
    today: dt.date | None = None,
) -> list[Finding]:
    """Return everything doubtful in a spec, errors first; an empty list for a sound one.

    `fold` decides which phrases are the same; the gate passes its own. `rule_ids` and
    `judge_dimensions` are the names that exist; without them names are not checked. `today` is a
    local date; without it nothing is compared with the present, for lint reads no clock. Never
    raises for a valid spec.
    """
    question = Question(
        spec, fold or plain_fold, rule_ids=rule_ids, judge_dimensions=judge_dimensions, today=today
    )
    found = [finding for check in _CHECKS for finding in check(question)]
    return sorted(found, key=lambda finding: (_ORDER[finding.severity], finding.path, finding.message))
