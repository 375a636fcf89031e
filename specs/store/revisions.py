"""An operator's edit, tried on the database and written as a small Alembic revision."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

from specs.edits import Change, apply_changes, diff_documents
from specs.store import ledger
from specs.store.checks import Checks
from specs.store.engine import writing
from specs.store.errors import EditRefusedError, StoreError, UnknownPersonaError
from specs.store.literals import literal
from specs.store.migrate import FACTS_BRANCH, SCHEMA_BRANCH
from specs.store.moments import as_utc
from specs.store.signing import signed
from specs.store.timeline import known_personas, read_timeline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from alembic.script import ScriptDirectory
    from sqlalchemy import Connection

    from specs.store.ledger import Edit
    from specs.store.migrate import Migrations
    from specs.store.records import VersionRecord

T = TypeVar("T")

_HEADER: Final = '"""An edit of facts, made by `align facts`: apply it with `align db upgrade`."""'


@dataclass(frozen=True, slots=True)
class WrittenRevision:
    """A revision as it was written: its id, its file, and what it changes in the facts that hold then."""

    revision: str
    path: Path
    changes: tuple[Change, ...]
    versions: tuple[VersionRecord, ...]


class _RolledBack(Exception):  # noqa: N818 - no error: it ends a trial
    pass


def _roll_back() -> NoReturn:
    raise _RolledBack


def tried(migrations: Migrations, action: Callable[[Connection, dt.datetime], T]) -> T:
    """Return what `action` returns on the database with all pending revisions applied; nothing of it stays.

    All of it happens at one moment, which `action` is given: what is pending is in force by then.
    """
    now = as_utc(migrations.clock())
    found: list[T] = []
    try:
        with writing(migrations.engine) as connection:
            replace(migrations, clock=lambda: now).upgrade_on(connection)
            found.append(action(connection, now))
            _roll_back()
    except _RolledBack:
        return found[0]
    raise AssertionError  # the trial ends by rolling back


def facts_with_pending(
    migrations: Migrations, persona: str, effective: dt.datetime | dt.date | None = None
) -> dict[str, Any]:
    """Return the facts that an edit effective at a moment (at once) would be made on, pending revisions included.

    Raises `UnknownPersonaError`.
    """

    def look(connection: Connection, now: dt.datetime) -> dict[str, Any]:
        timeline = read_timeline(connection, persona, now)
        moment = ledger.start_of(effective, timeline, persona, connection, now)
        version = timeline.version_at(moment)
        if version is None:
            raise UnknownPersonaError(
                persona, known_personas(connection), moment.isoformat(timespec="minutes")
            )
        return version.document

    return tried(migrations, look)


def write_edit(migrations: Migrations, persona: str, edit: Edit) -> WrittenRevision:
    """Write the revision of an edit, after trying it on top of all pending ones.

    The revision carries the values that it replaces and the digest of the document that it was made on. Raises
    what `ledger.revise` does, and then nothing is written.
    """
    checks = migrations.checks or Checks()

    def attempt(
        connection: Connection, now: dt.datetime
    ) -> tuple[VersionRecord, tuple[VersionRecord, ...], dt.datetime]:
        timeline = read_timeline(connection, persona, now)
        effective = ledger.start_of(edit.effective, timeline, persona, connection, now)
        versions = ledger.revise(connection, persona, edit, now=now, checks=checks)
        base = timeline.version_at(effective)
        if base is None:  # revise has refused that already
            raise StoreError(f"no facts of '{persona}'")
        return base, versions, now

    base, versions, now = tried(migrations, attempt)
    _after, changes = apply_changes(base.document, edit.changes)
    back = diff_documents(versions[0].document, base.document)
    effective = _written(edit.effective)
    author, note = signed(edit.author, edit.note)
    lines = _call(
        "revise_facts",
        [persona, {change.path: change.after for change in changes}],
        was={change.path: change.before for change in changes},
        note=note,
        author=author,
        against=base.digest,
        effective=effective,
    )
    inverse = _call(
        "revise_facts",
        [persona, {change.path: change.after for change in back}],
        was={change.path: change.before for change in back},
        note=f"takes back: {note}"[:1000],
        author=author,
        effective=effective,
    )
    revision, path = _write(migrations, persona, (lines, inverse), now)
    return WrittenRevision(revision, path, tuple(changes), versions)


def write_addition(migrations: Migrations, document: Mapping[str, Any], edit: Edit) -> WrittenRevision:
    """Write the revision that adds a persona, after trying it on top of all pending ones."""
    checks = migrations.checks or Checks()
    versions, now = tried(
        migrations,
        lambda connection, now: (
            ledger.add_persona(connection, document, edit, now=now, checks=checks),
            now,
        ),
    )
    author, note = signed(edit.author, edit.note)
    effective = _written(edit.effective)
    lines = _call("add_persona", [document], note=note, author=author, effective=effective)
    inverse = _call(
        "retire_persona",
        [versions[0].persona],
        note=f"takes back: {note}"[:1000],
        author=author,
        effective=effective,
    )
    revision, path = _write(migrations, versions[0].persona, (lines, inverse), now)
    changes = diff_documents({}, versions[0].document)
    return WrittenRevision(revision, path, changes, versions)


def _written(effective: dt.datetime | dt.date | None) -> str | None:
    return None if effective is None else effective.isoformat()


def _call(operation: str, arguments: list[object], **named: object) -> str:
    """Return one call of an operation as code, every value a literal; what is None is left out."""
    lines = [f"        {literal(value, 2)},\n" for value in arguments]
    lines += [f"        {name}={literal(value, 2)},\n" for name, value in named.items() if value is not None]
    return f"    op.{operation}(\n{''.join(lines)}        revision=revision,\n    )\n"


def _write(
    migrations: Migrations, persona: str, calls: tuple[str, str], now: dt.datetime
) -> tuple[str, Path]:
    scripts = migrations.scripts()
    down, schema = _place(scripts)
    digest = hashlib.sha256("".join(calls).encode("utf-8", "surrogatepass")).hexdigest()
    revision = f"{now:%Y%m%d_%H%M%S}_{digest[:6]}"
    text = (
        f"{_HEADER}\n\nfrom alembic import op\n\n"
        f"revision = {literal(revision)}\n"
        f"down_revision = {_names(down)}\n"
        "branch_labels = None\n"
        f"depends_on = {literal(schema)}\n\n\n"
        f"def upgrade() -> None:\n{calls[0]}\n\n"
        f"def downgrade() -> None:\n{calls[1]}"
    )
    compile(text, "revision", "exec")
    folder = migrations.facts_folder
    path = folder / f"{revision}_{re.sub(r'[^a-z0-9]+', '_', persona.casefold()).strip('_') or 'persona'}.py"
    _store_file(path, text)
    return revision, path


def _place(scripts: ScriptDirectory) -> tuple[tuple[str, ...], str]:
    """Return what the next revision of the facts branch follows, and the tables that it needs."""
    labelled = [script for script in scripts.walk_revisions() if FACTS_BRANCH in script.branch_labels]
    if not labelled:
        raise StoreError("the package's own revisions are missing")
    schema = scripts.get_revision(f"{SCHEMA_BRANCH}@head")
    return tuple(sorted(script.revision for script in labelled if script.is_head)), schema.revision


def _names(names: tuple[str, ...]) -> str:
    if len(names) == 1:
        return literal(names[0])
    return f"({', '.join(literal(name) for name in names)})"


def _store_file(path: Path, text: str) -> None:
    """Write a file whole or not at all; raises `EditRefusedError` when that is impossible."""
    scratch = path.with_suffix(".tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with scratch.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise EditRefusedError(f"the revision cannot be written to {path}: {error.strerror}") from None
