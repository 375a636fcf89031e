"""Moments in the database: always aware, always UTC."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from sqlalchemy import DateTime
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect


YEARS: Final = range(1970, 2200)
"""The years that the store knows: what lies outside is a slip, and calendars end soon after."""


def utc_now() -> dt.datetime:
    """Return the present moment in UTC."""
    return dt.datetime.now(dt.UTC)


def as_utc(moment: dt.datetime) -> dt.datetime:
    """Return an aware moment in UTC; raises `ValueError` for one without an offset, and for absurd years."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment.isoformat()} has no offset; write it as 2026-11-21T18:00:00+01:00")
    if moment.year not in YEARS:
        raise ValueError(f"{moment.isoformat()} is not in a year from {YEARS[0]} to {YEARS[-1]}")
    return moment.astimezone(dt.UTC)


class UtcMoment(TypeDecorator[dt.datetime]):
    """A moment to the microsecond; SQLite, which has no zones, holds the UTC clock."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Store a moment in UTC."""
        if value is None:
            return None
        moment = as_utc(value)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        """Read a moment in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)
