"""Which decisions wait for a person, asked in one query.

A case is the newest decision on a candidate that is held, staged, raised, or passed and could not be sent; that nobody
decided about; and whose candidate is not on its way: neither in the queue, nor with words that a person sends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, exists, literal_column, or_, select, union

from align.audit.queries import BODIES, DECISIONS, LATE, joined
from align.audit.words import indexed
from align.runner.queue import OPEN
from specs.store.queue_tables import CandidateRow
from specs.store.review_tables import ReviewActionRow, ReviewStepRow, ReviewWords

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, CompoundSelect, FromClause, Select

ACTIONS = ReviewActionRow.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it
STEPS = ReviewStepRow.__table__  # type: ignore[attr-defined] # the same
WORDS = ReviewWords.__table__  # type: ignore[attr-defined] # the same
QUEUE = CandidateRow.__table__  # type: ignore[attr-defined] # the same

SENDING: Final = ("approve", "edit", "template")
"""The actions that send a body."""

# Written out, and not bound: the database must see that its index covers them.
_HELD_OR_STAGED: Final[ColumnElement[bool]] = literal_column(
    "decision.outcome = 'held' OR decision.mode = 'DRAFT'"
)


def open_cases(personas: Collection[str] | None = None, *, is_named: bool = False) -> ColumnElement[bool]:
    """Return the condition under which a decision waits for a person; `personas` None is all.

    `is_named` is for queries that name the decisions: then each is looked at, and no list of all is made.
    """
    newer = DECISIONS.alias("newer")
    superseded = exists().where(
        newer.c.candidate_id == DECISIONS.c.candidate_id,
        newer.c.persona == DECISIONS.c.persona,
        newer.c.id > DECISIONS.c.id,
    )
    closed = exists().where(ACTIONS.c.decision_id == DECISIONS.c.decision_id, ACTIONS.c.is_closing)
    queue = QUEUE.alias("queue")
    queued = exists().where(_row_of_decision(queue), queue.c.status.in_(OPEN))
    conditions = [
        _is_reviewable() if is_named else DECISIONS.c.id.in_(_reviewable()),
        ~closed,
        ~superseded,
        ~exists().where(
            ACTIONS.c.candidate_id == DECISIONS.c.candidate_id,
            ACTIONS.c.persona == DECISIONS.c.persona,
            under_way(),
        ),
        ~queued,
    ]
    if personas is not None:
        conditions.append(DECISIONS.c.persona.in_([indexed(name, 64) for name in sorted(personas)]))
    return and_(*conditions)


def _reviewable() -> CompoundSelect[Any]:
    """Return the query of the ids of what may be a case: one list, from which a database starts."""
    held_or_staged = select(DECISIONS.c.id).where(_HELD_OR_STAGED).correlate(None)
    bad = select(DECISIONS.c.id).join(LATE, LATE.c.decision_id == DECISIONS.c.decision_id)
    unsent = select(DECISIONS.c.id).where(is_unsent())
    return union(held_or_staged, bad.where(LATE.c.is_bad).correlate(None), unsent.correlate(None))


def _is_reviewable() -> ColumnElement[bool]:
    bad = exists().where(LATE.c.decision_id == DECISIONS.c.decision_id, LATE.c.is_bad)
    return or_(_HELD_OR_STAGED, bad.correlate(DECISIONS), is_unsent())


def is_unsent() -> ColumnElement[bool]:
    """Return the condition under which a body that had passed was not sent: its receipt held no more."""
    queue, steps = QUEUE.alias("unsent"), STEPS.alias("unsent_step")
    in_queue = select(queue.c.decision_id).where(queue.c.status == "held", queue.c.decision_id.is_not(None))
    by_hand = select(steps.c.new_decision_id).where(steps.c.step == "ended", steps.c.status == "held")
    kept = by_hand.where(steps.c.new_decision_id.is_not(None))
    name = DECISIONS.c.decision_id
    return and_(DECISIONS.c.outcome != "held", or_(name.in_(in_queue), name.in_(kept)))


def under_way() -> ColumnElement[bool]:
    """Return the condition under which an action's body is on its way."""
    ended = exists().where(STEPS.c.action_id == ACTIONS.c.action_id, STEPS.c.step == "ended")
    return and_(ACTIONS.c.is_closing, ACTIONS.c.kind.in_(SENDING), ~ended)


def decided_query() -> Select[Any]:
    """Return the query of decisions, open or not, with everything that `align.review.cases.case_of` reads."""
    found = joined().outerjoin(QUEUE, _row_of_decision(QUEUE))
    return found.add_columns(
        QUEUE.c.status.label("queue_status"),
        QUEUE.c.words.label("queue_words"),
        QUEUE.c.outgoing.label("queue_outgoing"),
        is_unsent().label("is_unsent"),
    )


def cases_query(personas: Collection[str] | None = None, *, is_named: bool = False) -> Select[Any]:
    """Return the query of open cases."""
    return decided_query().where(open_cases(personas, is_named=is_named))


def causes_query(personas: Collection[str] | None = None) -> Select[Any]:
    """Return the query of what tells the causes of open cases, and nothing else."""
    source = DECISIONS.outerjoin(
        BODIES, and_(BODIES.c.decision_id == DECISIONS.c.decision_id, BODIES.c.part == "pass")
    ).outerjoin(LATE, LATE.c.decision_id == DECISIONS.c.decision_id)
    return (
        select(
            DECISIONS.c.id,
            DECISIONS.c.decision_id,
            DECISIONS.c.persona,
            DECISIONS.c.mode,
            DECISIONS.c.outcome,
            DECISIONS.c.now,
            DECISIONS.c.holds,
            BODIES.c.words,
            LATE.c.document.label("late"),
            is_unsent().label("is_unsent"),
        )
        .select_from(source)
        .where(open_cases(personas))
    )


def _row_of_decision(queue: FromClause) -> ColumnElement[bool]:
    """Return the condition under which a row of the queue is that of a decision."""
    return and_(
        queue.c.candidate_id == DECISIONS.c.candidate_id, queue.c.decision_id == DECISIONS.c.decision_id
    )
