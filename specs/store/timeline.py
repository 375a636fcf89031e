"""A persona's versions from one moment on: the one that holds then, and those still to begin."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, select

from specs.document.spec import Spec
from specs.store.records import MissionRecord, VersionRecord
from specs.store.tables import MissionVersion, SpecVersion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy import Connection, Row, Select

    from specs.document.text import Fold

_SPECS: Final = SpecVersion.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it
_MISSIONS: Final = MissionVersion.__table__  # type: ignore[attr-defined] # the same

_CURRENT: Final[Select[Any]] = (
    select(_SPECS)
    .where(_SPECS.c.persona == bindparam("persona"), _SPECS.c.effective_from <= bindparam("when"))
    .order_by(_SPECS.c.effective_from.desc(), _SPECS.c.version.desc())
    .limit(1)
)
_PENDING: Final[Select[Any]] = (
    select(_SPECS)
    .where(_SPECS.c.persona == bindparam("persona"), _SPECS.c.effective_from > bindparam("when"))
    .order_by(_SPECS.c.effective_from, _SPECS.c.version)
)
_MISSIONS_SINCE: Final[Select[Any]] = (
    select(_MISSIONS)
    .where(_MISSIONS.c.persona == bindparam("persona"), _MISSIONS.c.day >= bindparam("day"))
    .order_by(_MISSIONS.c.day, _MISSIONS.c.version)
)
_MISSIONS_NEAR: Final[Select[Any]] = _MISSIONS_SINCE.where(_MISSIONS.c.day <= bindparam("until"))
_TOKEN: Final[Select[Any]] = select(
    select(func.max(_SPECS.c.id)).where(_SPECS.c.persona == bindparam("persona")).scalar_subquery(),
    select(func.max(_MISSIONS.c.id)).where(_MISSIONS.c.persona == bindparam("persona")).scalar_subquery(),
)


def _personas() -> Select[Any]:
    """Return a query that steps from key to key through the index, past the versions of each."""
    found = select(func.min(_SPECS.c.persona).label("persona")).cte("found", recursive=True)
    following = select(func.min(_SPECS.c.persona)).where(_SPECS.c.persona > found.c.persona)
    found = found.union_all(select(following.scalar_subquery()).where(found.c.persona.is_not(None)))
    return select(found.c.persona).where(found.c.persona.is_not(None))


_PERSONAS: Final = _personas()

Token: TypeAlias = tuple[int | None, int | None]
"""The newest row of a persona in each table: it moves exactly when something was stored."""

_LONGEST_OFFSET: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Timeline:
    """What holds for a persona from `since` on, as far as it is stored.

    `versions` begin with the one that holds at `since`, if there is one, and go on with those to
    come, in the order in which they take over. `missions` are those of the days around `since` and after.
    """

    token: Token
    since: dt.datetime
    versions: tuple[VersionRecord, ...]
    missions: Mapping[dt.date, tuple[MissionRecord, ...]]

    def version_at(self, when: dt.datetime) -> VersionRecord | None:
        """Return the version with the greatest (effective_from, version) that has begun, if it is no retirement."""
        found = next((v for v in reversed(self.versions) if v.effective_from <= when), None)
        return None if found is None or found.is_retired else found

    def pending_after(self, when: dt.datetime) -> tuple[VersionRecord, ...]:
        """Return, for each later moment at which a version takes over, the one that then holds."""
        last: dict[dt.datetime, VersionRecord] = {
            version.effective_from: version for version in self.versions if version.effective_from > when
        }  # of several at one moment, the last one stored
        return tuple(last[moment] for moment in sorted(last))

    def winners(self) -> tuple[VersionRecord, ...]:
        """Return the version that holds at `since`, if there is one, and each that takes over from it later."""
        held = tuple(version for version in self.versions[:1] if version.effective_from <= self.since)
        return held + self.pending_after(self.since)

    def mission_at(self, when: dt.datetime, zone: str) -> MissionRecord | None:
        """Return the mission of the local day, as it was stored by then."""
        day = when.astimezone(ZoneInfo(zone)).date()
        return next((m for m in reversed(self.missions.get(day, ())) if m.created_at <= when), None)


def read_token(connection: Connection, persona: str) -> Token:
    """Return what moves when anything of the persona is stored; one indexed query."""
    row = connection.execute(_TOKEN, {"persona": persona}).one()
    return row[0], row[1]


def read_timeline(connection: Connection, persona: str, since: dt.datetime) -> Timeline:
    """Return the persona's timeline; without versions for a persona that is not stored."""
    token = read_token(connection, persona)
    at = {"persona": persona, "when": since}
    current = connection.execute(_CURRENT, at).all()
    pending = connection.execute(_PENDING, at).all()
    day = (since - _LONGEST_OFFSET).date()
    missions = connection.execute(_MISSIONS_SINCE, {"persona": persona, "day": day}).all()
    return Timeline(token, since, _versions((*current, *pending)), _by_day(missions))


def read_instant(connection: Connection, persona: str, when: dt.datetime) -> Timeline:
    """Return what of the persona's timeline holds at one moment, without what comes after."""
    current = connection.execute(_CURRENT, {"persona": persona, "when": when}).all()
    day, until = (when - _LONGEST_OFFSET).date(), (when + _LONGEST_OFFSET).date()
    missions = connection.execute(_MISSIONS_NEAR, {"persona": persona, "day": day, "until": until}).all()
    return Timeline((None, None), when, _versions(current), _by_day(missions))


def read_around(
    connection: Connection, persona: str, when: dt.datetime
) -> tuple[tuple[VersionRecord, ...], tuple[MissionRecord, ...]]:
    """Return every version of a persona, those that had begun by a moment first, and the missions of the days around it."""
    versions = versions_of(connection, persona)
    begun = sorted((v for v in versions if v.effective_from <= when), key=_takes_over, reverse=True)
    later = sorted((v for v in versions if v.effective_from > when), key=_takes_over)
    # A day more than the local day can be away: somebody may read after midnight what they began before.
    first, last = (when - 2 * _LONGEST_OFFSET).date(), (when + 2 * _LONGEST_OFFSET).date()
    rows = connection.execute(_MISSIONS_NEAR, {"persona": persona, "day": first, "until": last})
    return (*begun, *later), tuple(MissionRecord.of(row) for row in rows)


def _takes_over(version: VersionRecord) -> tuple[dt.datetime, int]:
    return version.effective_from, version.version


def _versions(rows: Iterable[Row[Any]]) -> tuple[VersionRecord, ...]:
    return tuple(VersionRecord.of(row) for row in rows)


def _by_day(rows: Iterable[Row[Any]]) -> dict[dt.date, tuple[MissionRecord, ...]]:
    missions: dict[dt.date, list[MissionRecord]] = {}
    for row in rows:
        missions.setdefault(row.day, []).append(MissionRecord.of(row))
    return {day: tuple(of_day) for day, of_day in missions.items()}


def join(document: Mapping[str, Any], mission: MissionRecord | None, *, fold: Fold | None = None) -> Spec:
    """Return the spec of stored facts and policy with a mission; raises `SpecError` if it is not legal."""
    if mission is None or mission.document is None:
        return Spec.from_dict(document, fold=fold)
    return Spec.from_dict({**document, "mission": mission.document}, fold=fold)


def known_personas(connection: Connection) -> tuple[str, ...]:
    """Return the keys of all personas with facts, sorted."""
    return tuple(sorted(connection.execute(_PERSONAS).scalars()))


def newest_version(connection: Connection) -> int:
    """Return the number of the row that was stored last, of any persona; 0 in an empty store."""
    return int(connection.execute(select(func.coalesce(func.max(_SPECS.c.id), 0))).scalar_one())


def personas_since(connection: Connection, newest: int) -> tuple[str, ...]:
    """Return the keys of the personas of which something was stored after this row, sorted."""
    found = connection.execute(select(_SPECS.c.persona).where(_SPECS.c.id > newest).distinct())
    return tuple(sorted(found.scalars()))


def versions_of(connection: Connection, persona: str) -> tuple[VersionRecord, ...]:
    """Return every version of a persona, the first one first."""
    rows = connection.execute(select(_SPECS).where(_SPECS.c.persona == persona).order_by(_SPECS.c.version))
    return tuple(VersionRecord.of(row) for row in rows)


def versions_by(connection: Connection, revisions: Collection[str]) -> tuple[VersionRecord, ...]:
    """Return the versions that these migrations stored, in the order in which they did."""
    rows = connection.execute(
        select(_SPECS).where(_SPECS.c.revision.in_(sorted(revisions))).order_by(_SPECS.c.id)
    )
    return tuple(VersionRecord.of(row) for row in rows)
