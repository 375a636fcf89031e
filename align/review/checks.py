"""What may be sent by hand: a body that the spec allows now, and no judge speaks against unheard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.judge.thresholds import says_waived
from align.validate import validate_draft
from align.waivers import waived_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

    from align.context import DraftContext
    from align.findings import Validation
    from align.review.cases import Case, JudgeFinding
    from specs.store.records import StoredSpec


@dataclass(frozen=True, slots=True)
class Check:
    """A body under the spec that holds now: what contradicts it, and what a judge found before.

    `judged` are the scores of this very body that reach the thresholds of now; they can be acknowledged.
    `now` is the moment of the check.
    """

    validation: Validation
    now: dt.datetime
    judged: tuple[JudgeFinding, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the spec allows the body; a judge's opinion apart."""
        return self.validation.ok

    def unheard(self, acknowledged: frozenset[str]) -> tuple[JudgeFinding, ...]:
        """Return what a judge found that nobody acknowledged."""
        return tuple(found for found in self.judged if found.dimension not in acknowledged)


def check_body(
    body: str, stored: StoredSpec, now: dt.datetime, context: DraftContext, case: Case | None = None
) -> Check:
    """Return what a body is found to be at a moment; pure.

    With a case whose shown body this is, what judges said of that body counts as well.
    """
    validation = validate_draft(body, stored.spec, now=now, context=context)
    thresholds = stored.spec.policy.judge if stored.spec.policy else None
    said = case.judged if case is not None and case.body == body else ()
    waived = waived_in(validation, stored.spec)
    judged = (
        found
        for found in said
        if _reaches(found, thresholds)
        and not says_waived(found.dimension, (found.start, found.end), body, waived)
    )
    return Check(validation, now, tuple(judged))


def _reaches(found: JudgeFinding, thresholds: Mapping[str, Decimal | float] | None) -> bool:
    threshold = (thresholds or {}).get(found.dimension)
    return threshold is not None and found.score >= float(threshold)
