"""Missions, written: one dial for each persona and local day, which changes without touching the facts."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select

from specs.document.canonical import canonical_json
from specs.store.errors import EditRefusedError, UnknownPersonaError
from specs.store.records import MissionRecord
from specs.store.signing import signed
from specs.store.tables import MissionVersion
from specs.store.timeline import known_personas, read_timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from specs.store.checks import Checks

_TABLE = MissionVersion.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it


@dataclass(frozen=True, slots=True)
class MissionEdit:
    """A persona's mission for a local day, as an operator sets it; None clears it."""

    day: dt.date
    mission: Mapping[str, Any] | None
    author: str
    note: str


def set_mission(
    connection: Connection, persona: str, edit: MissionEdit, *, now: dt.datetime, checks: Checks
) -> MissionRecord:
    """Append a version of the mission of a day.

    It is checked together with the facts that hold on that day. Raises `UnknownPersonaError`, and
    `EditRefusedError` for a mission that is not legal or that the facts contradict.
    """
    day = edit.day
    timeline = read_timeline(connection, persona, now)
    base = timeline.version_at(max(now, dt.datetime.combine(day, dt.time(12), dt.UTC)))
    if base is None:
        raise UnknownPersonaError(persona, known_personas(connection))
    document = None if edit.mission is None else _checked(persona, day, edit.mission, base.document, checks)
    author, note = signed(edit.author, edit.note)
    mine = (_TABLE.c.persona == persona) & (_TABLE.c.day == day)
    version = connection.execute(
        select(func.coalesce(func.max(_TABLE.c.version), 0) + 1).where(mine)
    ).scalar_one()
    values = {
        "persona": persona,
        "day": day,
        "version": version,
        "document": document,
        "author": author,
        "note": note,
        "created_at": now,
    }
    connection.execute(insert(_TABLE), values)
    return MissionRecord.of(connection.execute(select(_TABLE).where(mine, _TABLE.c.version == version)).one())


def _checked(
    persona: str, day: dt.date, mission: Mapping[str, Any], facts: Mapping[str, Any], checks: Checks
) -> str:
    """Return the mission as canonical JSON, checked with the facts."""
    dated = {"date": day.isoformat(), **mission}
    if dated["date"] != day.isoformat():
        raise EditRefusedError(f"mission.date: is {dated['date']}, but the mission is set for {day}")
    name = f"the mission of '{persona}' for {day}"
    spec = checks.legal({**facts, "mission": dated}, of=name)
    checks.sound(spec, before=checks.legal(facts, of=name), of=name)
    return canonical_json(spec.to_dict()["mission"])


def missions_of(connection: Connection, persona: str, day: dt.date) -> tuple[MissionRecord, ...]:
    """Return every version of a persona's mission for a local day, the first one first."""
    rows = connection.execute(
        select(_TABLE).where(_TABLE.c.persona == persona, _TABLE.c.day == day).order_by(_TABLE.c.version)
    )
    return tuple(MissionRecord.of(row) for row in rows)
