"""Open cases by cause, so that one decision can clear many."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.audit.queries import DECISIONS
from align.review.causes import Cause, Told, causes_of, kind_of
from align.review.errors import UnknownCaseError
from align.review.queries import causes_query
from specs.store.engine import reading

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from sqlalchemy import Engine


@dataclass(frozen=True, slots=True)
class Group:
    """The open cases of one cause, by their ids, the longest waiting first; `since` is the moment of the first."""

    cause: Cause
    case_ids: tuple[str, ...]
    since: dt.datetime

    @property
    def id(self) -> str:
        """The cause's id."""
        return self.cause.id

    @property
    def count(self) -> int:
        """How many cases there are."""
        return len(self.case_ids)


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups, the largest first. A case with several causes is in a group for each.

    `cases` is how many cases were counted; `is_complete` is false where more than the limit are open.
    """

    groups: tuple[Group, ...]
    cases: int
    is_complete: bool

    def get(self, group_id: str) -> Group:
        """Return a group; raises `UnknownCaseError` where no open case has the cause any more."""
        for group in self.groups:
            if group.id == group_id:
                return group
        raise UnknownCaseError(f"no open case has the cause '{group_id}'")


def groups_of(engine: Engine, personas: Collection[str] | None, *, limit: int) -> Groups:
    """Return the open cases by cause, of the `limit` newest; one query."""
    query = causes_query(personas).order_by(DECISIONS.c.id.desc()).limit(limit + 1)
    with reading(engine) as connection:
        rows = connection.execute(query).all()
    found: dict[Cause, list[str]] = {}
    since: dict[Cause, dt.datetime] = {}
    counted = rows[:limit]
    for row in reversed(counted):
        told = Told(
            row.persona,
            kind_of(outcome=row.outcome, mode=row.mode, is_unsent=bool(row.is_unsent)),
            json.loads(row.holds),
            None if row.late is None else json.loads(row.late),
            {} if row.words is None else json.loads(row.words),
        )
        for cause in causes_of(told):
            found.setdefault(cause, []).append(json.loads(f'"{row.decision_id}"'))
            since.setdefault(cause, row.now)
    made = [Group(cause, tuple(ids), since[cause]) for cause, ids in found.items()]
    made.sort(key=lambda group: (-group.count, group.cause.tag, group.cause.rule or "", group.id))
    return Groups(tuple(made), len(counted), len(rows) <= limit)
