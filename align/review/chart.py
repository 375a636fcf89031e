"""Numbers for charts: what the gate held, by rule and day."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Date, cast, func, select

from align.audit.queries import DECISIONS
from align.audit.words import indexed
from specs.store.engine import reading
from specs.store.moments import as_utc

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Engine


@dataclass(frozen=True, slots=True)
class HoldCount:
    """How many decisions of a day (UTC) were held that a rule or dimension spoke against; else by the hold's tag."""

    day: dt.date
    name: str
    count: int


def holds_by_rule_and_day(
    engine: Engine,
    since: dt.datetime,
    until: dt.datetime | None = None,
    personas: Collection[str] | None = None,
) -> tuple[HoldCount, ...]:
    """Return the holds from `since` (inclusive) to `until` (exclusive), moments with an offset, by day and name.

    A hold against which several rules speak counts for each of them. Raises `StoreError`.
    """
    day = _day(engine)
    query = (
        select(day, DECISIONS.c.rules, DECISIONS.c.tags, func.count())
        .where(DECISIONS.c.outcome == "held", DECISIONS.c.now >= as_utc(since))
        .group_by(day, DECISIONS.c.rules, DECISIONS.c.tags)
    )
    if until is not None:
        query = query.where(DECISIONS.c.now < as_utc(until))
    if personas is not None:
        query = query.where(DECISIONS.c.persona.in_([indexed(name, 64) for name in sorted(personas)]))
    counts: Counter[tuple[dt.date, str]] = Counter()
    with reading(engine) as connection:
        for when, rules, tags, count in connection.execute(query):
            moment = when if isinstance(when, dt.date) else dt.date.fromisoformat(when)
            for name in rules.split() or tags.split():
                counts[moment, name] += count
    return tuple(HoldCount(when, name, count) for (when, name), count in sorted(counts.items()))


def _day(engine: Engine) -> ColumnElement[Any]:
    if engine.dialect.name == "sqlite":
        return func.date(DECISIONS.c.now)  # held as UTC
    return cast(func.timezone("UTC", DECISIONS.c.now), Date)
