"""Facts and policy, written: every edit appends versions, and none is ever undone by accident.

All functions take the connection of a transaction that holds the write lock (`engine.writing`, or a
migration), so that what they read is what they write against.
"""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select

from specs.document.canonical import canonical_json, digest_of
from specs.document.numbers import SCHEMA_VERSION
from specs.document.problems import show
from specs.document.spec import Spec
from specs.edits import Change, PathError, apply_changes, show_change
from specs.edits.changes import value_at
from specs.store.errors import EditConflictError, EditRefusedError, UnknownPersonaError
from specs.store.moments import as_utc
from specs.store.records import VersionRecord
from specs.store.signing import signed
from specs.store.tables import SpecVersion
from specs.store.timeline import Timeline, known_personas, read_timeline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from specs.store.checks import Checks

_TABLE = SpecVersion.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of a persona's facts, as an operator asks for it.

    `changes` are values by path, None to take a field or entry out. `was` holds the values that the
    operator saw at these paths, `against` the digest of the document: where given, the edit is
    refused if either has moved since. `effective` is when the edit takes over: a moment with an offset, a local date
    (its first minute), or None for at once; a moment that has passed means at once, too.
    """

    changes: Mapping[str, Any]
    author: str
    note: str
    effective: dt.datetime | dt.date | None = None
    against: str | None = None
    was: Mapping[str, Any] = field(default_factory=dict)
    revision: str | None = None


def revise(
    connection: Connection, persona: str, edit: Edit, *, now: dt.datetime, checks: Checks
) -> tuple[VersionRecord, ...]:
    """Append the edited version, and one for each pending version that the edit is carried into.

    Raises `UnknownPersonaError`; `EditConflictError` when the facts moved since the edit was written, or a
    pending version says otherwise; `EditRefusedError` for a bad path, an illegal or contradictory document, or an
    edit that changes nothing. Nothing is stored then.
    """
    timeline = read_timeline(connection, persona, now)
    effective = start_of(edit.effective, timeline, persona, connection, now)
    base = timeline.version_at(effective)
    if base is None:
        raise UnknownPersonaError(
            persona, known_personas(connection), effective.isoformat(timespec="minutes")
        )
    _refuse_moved(persona, edit, base, timeline)
    edited = [(effective, _edited(persona, edit, base, checks, effective))]
    edited += [
        (pending.effective_from, document)
        for pending in timeline.pending_after(effective)
        if not pending.is_retired and (document := _carried(persona, edit, base, pending, checks)) is not None
    ]
    return tuple(_append(connection, spec, moment, edit, now) for moment, spec in edited)


def add_persona(
    connection: Connection, document: Mapping[str, Any], edit: Edit, *, now: dt.datetime, checks: Checks
) -> tuple[VersionRecord, ...]:
    """Append the first version of a persona, or of one that was retired; its mission is stored apart.

    Raises `EditConflictError` when the persona is stored already, `EditRefusedError` for a document that is
    not legal or contradicts itself.
    """
    name = f"the document of {show(document.get('persona'))}"
    spec = checks.legal(document, of=name)
    if spec.mission is not None:
        raise EditRefusedError(f"{name} has a mission; missions are stored by day, with: align mission set")
    timeline = read_timeline(connection, spec.persona, now)
    pending = timeline.pending_after(now)
    if timeline.version_at(now) is not None or not all(version.is_retired for version in pending):
        raise EditConflictError(f"'{spec.persona}' is stored already; change it with: align facts set")
    moment = now if edit.effective is None else max(now, _moment(edit.effective, spec.timezone))
    checks.sound(spec, of=name, begins=moment)
    # A retirement that was planned earlier would undo the addition, so that moment has the facts as well.
    later = [version.effective_from for version in pending if version.effective_from > moment]
    return tuple(_append(connection, spec, at, edit, now) for at in (moment, *later))


def retire_persona(
    connection: Connection, persona: str, edit: Edit, *, now: dt.datetime
) -> tuple[VersionRecord, ...]:
    """Append a version without facts: from then on the persona is unknown, and its history stays.

    Versions that are pending would bring it back, so each is retired as well. Raises `UnknownPersonaError`.
    """
    timeline = read_timeline(connection, persona, now)
    moment = start_of(edit.effective, timeline, persona, connection, now)
    if timeline.version_at(moment) is None:
        raise UnknownPersonaError(persona, known_personas(connection), moment.isoformat(timespec="minutes"))
    later = [pending.effective_from for pending in timeline.pending_after(moment) if not pending.is_retired]
    return tuple(_append(connection, persona, at, edit, now) for at in (moment, *later))


def start_of(
    effective: dt.datetime | dt.date | None,
    timeline: Timeline,
    persona: str,
    connection: Connection,
    now: dt.datetime,
) -> dt.datetime:
    """Return the moment at which an edit takes over: never in the past, for what has held stays true.

    A local date begins when the clocks where the persona then is show it, also when a pending version moves it.
    """
    if not timeline.versions:
        raise UnknownPersonaError(persona, known_personas(connection))
    if effective is None:
        return now
    winners = timeline.winners()
    moment = _moment(effective, winners[0].zone)
    for version, following in itertools.zip_longest(winners, winners[1:]):
        if following is None or moment < following.effective_from:
            break
        zone = version.zone if following.is_retired else following.zone
        moment = max(following.effective_from, _moment(effective, zone))
    return max(now, moment)


def _moment(effective: dt.datetime | dt.date, zone: str) -> dt.datetime:
    if not isinstance(effective, dt.datetime):
        effective = dt.datetime.combine(effective, dt.time(), ZoneInfo(zone))
    elif effective.tzinfo is None:
        told = f"{effective.isoformat()} has no offset"
        raise EditRefusedError(f"{told}; write a date, or a time with its offset")
    try:
        return as_utc(effective)
    except ValueError as error:
        raise EditRefusedError(f"effective: {error}") from None


def _refuse_moved(persona: str, edit: Edit, base: VersionRecord, timeline: Timeline) -> None:
    if edit.against is None or edit.against == base.digest:
        return
    newest = max(timeline.versions, key=lambda version: version.version)
    raise EditConflictError(
        f"the facts of '{persona}' are no longer those that the edit was made against"
        f" ({edit.against[:12]}, now {base.digest[:12]}); last changed in {newest};"
        " look at: align facts diff, and make the edit again"
    )


def _edited(persona: str, edit: Edit, base: VersionRecord, checks: Checks, begins: dt.datetime) -> Spec:
    before = base.document
    try:
        moved = _moved(before, edit)
        if moved:
            raise EditConflictError(
                "\n".join(
                    [f"the facts of '{persona}' changed since ({base}):", *(f"  {line}" for line in moved)]
                )
            )
        after, changes = apply_changes(before, edit.changes)
    except PathError as error:
        raise EditRefusedError(f"'{persona}': {error}") from None
    spec = checks.legal(after, of=f"the edited document of '{persona}'")
    if spec.persona != persona:
        raise EditRefusedError(f"persona: the key of '{persona}' cannot change; add a persona instead")
    if spec.mission is not None:
        raise EditRefusedError("mission: missions are stored by day, with: align mission set")
    if spec.to_dict() == Spec.from_dict(before).to_dict():
        told = "; ".join(show_change(change) for change in changes) or "no change given"
        raise EditRefusedError(f"the facts of '{persona}' say so already ({told})")
    of = f"the edited document of '{persona}'"
    checks.sound(spec, before=Spec.from_dict(before), of=of, begins=begins)
    return spec


def _moved(document: Mapping[str, Any], edit: Edit) -> list[str]:
    """Return what no longer is as the operator saw it, a line each."""
    return [
        show_change(Change(path, seen, found))
        for path, seen in edit.was.items()
        if (found := value_at(document, path)) != seen
    ]


def _carried(
    persona: str, edit: Edit, base: VersionRecord, pending: VersionRecord, checks: Checks
) -> Spec | None:
    """Return a pending version with the edit in it, or None when it says the same already.

    Raises `EditConflictError` when the pending version has its own word on the same field.
    """
    document = pending.document
    try:
        clashes = [
            show_change(Change(path, there, value))
            for path, value in edit.changes.items()
            if (there := value_at(document, path)) not in (value_at(base.document, path), value)
        ]
        # What the pending version says already is left out: an entry cannot be taken out twice.
        left = {path: value for path, value in edit.changes.items() if value_at(document, path) != value}
        after, _changes = apply_changes(document, left)
        of = f"'{persona}' as planned in {pending}"
        spec = checks.legal(after, of=of)
        checks.sound(spec, before=Spec.from_dict(document), of=of, begins=pending.effective_from)
    except (PathError, EditRefusedError) as error:
        clashes = [str(error)]
    if clashes:
        lines = "\n".join(f"  {line}" for line in clashes)
        raise EditConflictError(
            f"the edit of '{persona}' cannot be carried into the pending version {pending}:\n{lines}\n"
            "  edit that one first, or make this edit effective after it"
        )
    return None if not left or spec == Spec.from_dict(document) else spec


def _append(
    connection: Connection, of: Spec | str, moment: dt.datetime, edit: Edit, now: dt.datetime
) -> VersionRecord:
    """Append the version of a spec, or the retirement of the persona with this key."""
    spec = of if isinstance(of, Spec) else None
    persona = of.persona if isinstance(of, Spec) else of
    version = connection.execute(
        select(func.coalesce(func.max(_TABLE.c.version), 0) + 1).where(_TABLE.c.persona == persona)
    ).scalar_one()
    author, note = signed(edit.author, edit.note)
    values = {
        "persona": persona,
        "version": version,
        "schema_version": SCHEMA_VERSION if spec is None else spec.schema_version,
        "document": None if spec is None else canonical_json(spec.to_dict()),
        "digest": digest_of({}) if spec is None else spec.digest,
        "author": author,
        "note": note,
        "revision": edit.revision,
        "created_at": now,
        "effective_from": moment,
    }
    connection.execute(insert(_TABLE), values)
    row = connection.execute(
        select(_TABLE).where(_TABLE.c.persona == persona, _TABLE.c.version == version)
    ).one()
    return VersionRecord.of(row)
