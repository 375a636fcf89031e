"""An operator's edit, tried on the database and written as a small Alembic revision."""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeVar

from specs.edits import Change, PathError, apply_changes, diff_documents
from specs.edits.changes import value_at
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
    from collections.abc import Callable, Mapping, Sequence
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
        with writing(migrations.engine, patience="endless") as connection:
            replace(migrations, clock=lambda: now).upgrade_on(connection)
            found.append(action(connection, now))
            _roll_back()
    except _RolledBack:
        return found[0]
    raise AssertionError  # the trial ends by rolling back


def version_with_pending(
    migrations: Migrations, persona: str, effective: dt.datetime | dt.date | None = None
) -> VersionRecord:
    """Return the version that an edit effective at a moment (at once) would be made on, pending revisions included.

    Raises `UnknownPersonaError`.
    """
    return tried(migrations, lambda connection, now: _base(connection, persona, effective, now))


def _base(
    connection: Connection, persona: str, effective: dt.datetime | dt.date | None, now: dt.datetime
) -> VersionRecord:
    timeline = read_timeline(connection, persona, now)
    moment = ledger.start_of(effective, timeline, persona, connection, now)
    version = timeline.version_at(moment)
    if version is None:
        raise UnknownPersonaError(persona, known_personas(connection), moment.isoformat(timespec="minutes"))
    return version


@dataclass(frozen=True, slots=True)
class _Draft:
    """A revision that was tried and is not written yet: whose, and the calls of its two functions."""

    persona: str
    calls: tuple[str, str]
    changes: tuple[Change, ...]
    versions: tuple[VersionRecord, ...]


def write_edit(migrations: Migrations, persona: str, edit: Edit) -> WrittenRevision:
    """Write the revision of an edit, after trying it on top of all pending ones.

    The revision carries the values that it replaces and the digest of the document that it was made on. Raises
    what `ledger.revise` does, and then nothing is written.
    """
    checks = migrations.checks or Checks()

    def attempt(connection: Connection, now: dt.datetime) -> tuple[_Draft, dt.datetime]:
        return _draft_edit(connection, persona, edit, now, checks), now

    draft, now = tried(migrations, attempt)
    return _write_all(migrations, [draft], now)[0]


def write_documents(
    migrations: Migrations,
    documents: Sequence[Mapping[str, Any]],
    edit: Edit,
    *,
    then: Callable[[Connection, dt.datetime], None] | None = None,
) -> list[WrittenRevision | None]:
    """Write a revision for each document: a new persona, what differs from its facts, or None where nothing does.

    `edit` says who, why and from when. All are tried in one transaction, with what else is to come `then`, before the
    first file is written: one that is refused keeps all of them from being written.
    """
    checks = migrations.checks or Checks()

    def attempt(connection: Connection, now: dt.datetime) -> tuple[list[_Draft | None], dt.datetime]:
        drafts = [_draft_document(connection, document, edit, now, checks) for document in documents]
        if then is not None:
            then(connection, now)
        return drafts, now

    drafts, now = tried(migrations, attempt)
    written = iter(_write_all(migrations, [draft for draft in drafts if draft is not None], now))
    return [None if draft is None else next(written) for draft in drafts]


def _draft_document(
    connection: Connection, document: Mapping[str, Any], edit: Edit, now: dt.datetime, checks: Checks
) -> _Draft | None:
    persona = document["persona"]
    try:
        base = _base(connection, persona, edit.effective, now)
    except UnknownPersonaError:
        return _draft_addition(connection, document, edit, now, checks)
    changes = diff_documents(base.document, document)
    if not changes:
        return None
    made = replace(edit, changes={change.path: change.after for change in changes})
    return _draft_edit(connection, persona, made, now, checks)


def _draft_edit(connection: Connection, persona: str, edit: Edit, now: dt.datetime, checks: Checks) -> _Draft:
    base = _base(connection, persona, edit.effective, now)
    with suppress(PathError):  # `revise` refuses the same path with its place
        edit = _independent(edit, base.document)
    versions = ledger.revise(connection, persona, edit, now=now, checks=checks)
    back = diff_documents(versions[0].document, base.document)
    effective = _written(edit.effective)
    author, note = signed(edit.author, edit.note)
    lines = _call(
        "revise_facts",
        [persona, edit.changes],
        was=edit.was,
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
    changes = tuple(Change(path, edit.was[path], after) for path, after in edit.changes.items())
    return _Draft(persona, (lines, inverse), changes, versions)


def _independent(edit: Edit, document: Mapping[str, Any]) -> Edit:
    """Return the edit with the paths that name the fields by themselves, and the values that stand there.

    A path may mean something only after the one before it (`rates[60].mode=outcall rates[60,outcall].amount=90`);
    then the changes are what differs in the end. Raises `EditRefusedError` for two paths of one field.
    """
    after, changes = apply_changes(document, edit.changes)
    for number, change in enumerate(changes):
        if any(change.path == other.path for other in changes[:number]):
            raise EditRefusedError(f"{change.path}: is given twice")
    was = {change.path: change.before for change in changes}
    if any(value_at(document, path) != before for path, before in was.items()):
        changes = list(diff_documents(document, after))
    return replace(
        edit,
        changes={change.path: change.after for change in changes},
        was={change.path: change.before for change in changes},
    )


def _draft_addition(
    connection: Connection, document: Mapping[str, Any], edit: Edit, now: dt.datetime, checks: Checks
) -> _Draft:
    versions = ledger.add_persona(connection, document, edit, now=now, checks=checks)
    author, note = signed(edit.author, edit.note)
    effective = _written(edit.effective)
    persona = versions[0].persona
    lines = _call("add_persona", [document], note=note, author=author, effective=effective)
    inverse = _call(
        "retire_persona",
        [persona],
        note=f"takes back: {note}"[:1000],
        author=author,
        effective=effective,
    )
    return _Draft(persona, (lines, inverse), diff_documents({}, versions[0].document), versions)


def _written(effective: dt.datetime | dt.date | None) -> str | None:
    return None if effective is None else effective.isoformat()


def _call(operation: str, arguments: list[object], **named: object) -> str:
    """Return one call of an operation as code, every value a literal; what is None is left out."""
    lines = [f"        {literal(value, 2)},\n" for value in arguments]
    lines += [f"        {name}={literal(value, 2)},\n" for name, value in named.items() if value is not None]
    return f"    op.{operation}(\n{''.join(lines)}        revision=revision,\n    )\n"


def _write_all(migrations: Migrations, drafts: Sequence[_Draft], now: dt.datetime) -> list[WrittenRevision]:
    """Write the revisions one on top of the other, all of them or none."""
    down, schema = _place(migrations.scripts())
    written: list[WrittenRevision] = []
    texts: dict[Path, str] = {}
    for draft in drafts:
        digest = hashlib.sha256("".join((*down, *draft.calls)).encode("utf-8", "surrogatepass")).hexdigest()
        revision = f"{now:%Y%m%d_%H%M%S}_{digest[:8]}"
        name = re.sub(r"[^a-z0-9]+", "_", draft.persona.casefold()).strip("_") or "persona"
        path = migrations.facts_folder / f"{revision}_{name}.py"
        texts[path] = _text(revision, down, schema, draft.calls)
        written.append(WrittenRevision(revision, path, draft.changes, draft.versions))
        down = (revision,)
    _store_files(texts)
    return written


def _text(revision: str, down: tuple[str, ...], schema: str, calls: tuple[str, str]) -> str:
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
    return text


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


def _store_files(texts: Mapping[Path, str]) -> None:
    """Write the files whole, all of them or none; raises `EditRefusedError` when that is impossible."""
    scratch = {path: path.with_suffix(".tmp") for path in texts}
    try:
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with scratch[path].open("w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for path in texts:
            scratch[path].replace(path)
    except OSError as error:
        for path in (*scratch.values(), *texts):
            with suppress(OSError):
                path.unlink()
        folder = next(iter(texts)).parent
        raise EditRefusedError(f"the revision cannot be written to {folder}: {error.strerror}") from None
