"""`align facts`: edits, written as revisions."""

from __future__ import annotations

import datetime as dt
import json
import os
import shlex
import shutil
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from align.cli.drafts import InputError
from align.cli.facts import read_facts
from align.cli.operator import author_of, line_of_version, lines_of_changes, lines_of_failing
from align.cli.output import Output, complain
from align.cli.visible import visible
from align.operators.assignments import parse_assignments
from align.operators.settings import open_desk
from align.operators.templates import failing_of_revisions
from specs.edits import diff_documents
from specs.store.errors import StoreError, UnknownPersonaError
from specs.store.ledger import Edit
from specs.store.missions import MissionEdit, set_mission
from specs.store.moments import utc_now
from specs.store.operations import parse_effective
from specs.store.revisions import version_with_pending, write_documents, write_edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from align.operators.settings import Desk
    from specs.store.revisions import WrittenRevision

Where = tuple[str | None, str | None]
"""The database's address and the folder of revisions, as the options give them."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who edits, why, and from when, as the options give it."""

    author: str | None
    note: str
    effective: str | None

    def edit(self, changes: dict[str, Any]) -> Edit:
        """Return the edit with these changes; raises `StoreError` for an illegal moment."""
        return Edit(changes, author_of(self.author), self.note, parse_effective(self.effective))


def set_facts(
    where: Where, persona: str, edits: list[str], unset: list[str], signature: Signature, *, apply: bool
) -> int:
    """Write the revision of an edit given by paths."""
    desk = open_desk(*where)
    edit = signature.edit(parse_assignments(edits, unset))
    written = write_edit(desk.migrations, persona, edit)
    return finish(desk, [written], apply=apply)


def edit_facts(where: Where, persona: str, signature: Signature, *, apply: bool) -> int:
    """Let the operator change the whole document in an editor, and write the revision of what changed.

    What was written is kept when it is refused. Facts that moved while the editor was open are a conflict.
    """
    desk = open_desk(*where)
    edit = signature.edit({})
    base = version_with_pending(desk.migrations, persona, edit.effective)
    with _edited(base.document) as path:
        after = read_facts(str(path)).to_dict()
        changes = diff_documents(base.document, after)
        if not changes:
            complain("nothing was changed")
            return 0
        values = {change.path: change.after for change in changes}
        written = write_edit(desk.migrations, persona, replace(edit, changes=values, against=base.digest))
    return finish(desk, [written], apply=apply)


def import_files(where: Where, files: list[str], signature: Signature, *, apply: bool) -> int:
    """Write a revision for each document that is new, or differs from the facts that are stored.

    All documents are read and tried, with the missions that are applied, before anything is written.
    """
    desk = open_desk(*where)
    edit = signature.edit({})
    documents = [read_facts(file).to_dict() for file in files]
    facts = [{key: value for key, value in document.items() if key != "mission"} for document in documents]
    given = [(document["persona"], document["mission"]) for document in documents if "mission" in document]
    missions = [found for who, said in given if (found := _mission(who, said, edit, apply=apply))]

    def try_missions(connection: Connection, now: dt.datetime) -> None:
        for persona, mission in missions:
            with suppress(UnknownPersonaError):  # it is left out, and that is said
                set_mission(connection, persona, mission, now=now, checks=desk.store.checks)

    written = write_documents(desk.migrations, facts, edit, then=try_missions)
    for file, document, revision in zip(files, facts, written, strict=True):
        if revision is None:
            complain(f"{file}: the facts of '{document['persona']}' say so already")
    code = finish(desk, [revision for revision in written if revision is not None], apply=apply)
    for persona, mission in missions:
        try:
            desk.store.set_mission(persona, mission)
        except UnknownPersonaError:
            complain(f"'{persona}': its mission of {mission.day} is left out: no facts hold then")
    return code


def _mission(
    persona: str, said: dict[str, Any], edit: Edit, *, apply: bool
) -> tuple[str, MissionEdit] | None:
    """Return the mission of a document as it is to be stored, or None, and say why it is left out."""
    day = said.get("date")
    if day is None:
        complain(f"'{persona}': its mission has no date and is left out; set it with: align mission set")
        return None
    if not apply:
        complain(f"'{persona}': its mission of {day} is left out; import with --apply, or: align mission set")
        return None
    return persona, MissionEdit(dt.date.fromisoformat(day), said, edit.author, edit.note)


def finish(desk: Desk, written: list[WrittenRevision], *, apply: bool) -> int:
    """Say what was written, and apply it if that was asked for; returns the exit code."""
    output = Output()
    for revision in written:
        output.show([((f"wrote {visible(str(revision.path))}", "green"),)])
        is_new = revision.versions[0].version == 1
        output.show([(("  a new persona", ""),)] if is_new else lines_of_changes(revision.changes))
        output.show([(("  carried into ", ""), *line_of_version(v)) for v in revision.versions[1:]])
    if not written:
        return 0
    if not apply:
        output.show([(("review it, then run: align db upgrade", "dim"),)])
        return 0
    desk.migrations.upgrade()
    output.show([(("applied", "green"),)])
    names = [revision.revision for revision in written]
    output.show(lines_of_failing(failing_of_revisions(desk.store, names, utc_now())))
    return 0


@contextmanager
def _edited(document: dict[str, Any]) -> Iterator[Path]:
    """Let the operator change the document in the editor; the file is kept when what follows refuses it.

    Raises `InputError` when there is no editor, or it fails.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    folder = Path(tempfile.mkdtemp(prefix="align-"))
    path = folder / f"{document['persona']}.json"
    is_kept = False
    try:
        path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", "utf-8")
        _run_editor(command, path)
        try:
            yield path
        except (InputError, StoreError):
            if is_kept := path.is_file():
                complain(f"your text is kept in {path}")
            raise
    finally:
        if not is_kept:
            shutil.rmtree(folder, ignore_errors=True)


def _run_editor(command: str, path: Path) -> None:
    try:
        words = shlex.split(command)
        done = subprocess.run([*(words or ["vi"]), str(path)], check=False)  # noqa: S603 - the operator's own editor
    except (OSError, ValueError) as error:
        raise InputError(f"the editor '{command}' cannot be started ({error}); set $EDITOR") from None
    if done.returncode != 0:
        raise InputError(f"the editor ended with {done.returncode}; nothing was changed")
