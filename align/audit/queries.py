"""How decisions are looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from align.audit.words import escaped, indexed
from specs.store.decision_tables import DecisionBody, DecisionRow, LateJudgementRow
from specs.store.moments import as_utc
from specs.store.workflow_tables import CorrectionRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Select

    from align.audit.records import DecisionFilter

DECISIONS = DecisionRow.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it
BODIES = DecisionBody.__table__  # type: ignore[attr-defined] # the same
CORRECTIONS = CorrectionRow.__table__  # type: ignore[attr-defined] # the same
LATE = LateJudgementRow.__table__  # type: ignore[attr-defined] # the same

_LATE_BODIES = BODIES.alias("late_body")


def joined() -> Select[Any]:
    """Return the query of decisions with their words and late judgements; `StoredDecision.of` reads its rows."""
    id_ = DECISIONS.c.decision_id
    source = (
        DECISIONS.outerjoin(BODIES, and_(BODIES.c.decision_id == id_, BODIES.c.part == "pass"))
        .outerjoin(LATE, LATE.c.decision_id == id_)
        .outerjoin(_LATE_BODIES, and_(_LATE_BODIES.c.decision_id == id_, _LATE_BODIES.c.part == "late"))
    )
    return select(
        DECISIONS,
        BODIES.c.words,
        LATE.c.document.label("late"),
        _LATE_BODIES.c.words.label("late_words"),
    ).select_from(source)


def matching(wanted: DecisionFilter) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions of a filter."""
    if wanted.persona is not None:
        yield DECISIONS.c.persona == indexed(wanted.persona, 64)
    if wanted.outcome is not None:
        yield DECISIONS.c.outcome == wanted.outcome
    if wanted.tag is not None:
        yield DECISIONS.c.tags.contains(f" {escaped(wanted.tag)} ", autoescape=True)
    if wanted.rule is not None:
        yield DECISIONS.c.rules.contains(f" {escaped(wanted.rule)} ", autoescape=True)
    if wanted.since is not None:
        yield DECISIONS.c.now >= as_utc(wanted.since)
    if wanted.unjudged:
        yield and_(DECISIONS.c.is_unjudged, LATE.c.id.is_(None))
    if wanted.raised:
        yield LATE.c.is_bad
    if wanted.personas is not None:
        yield DECISIONS.c.persona.in_([indexed(persona, 64) for persona in sorted(wanted.personas)])
    if wanted.before is not None:
        yield DECISIONS.c.id < wanted.before
