"""`align facts`: edits, written as revisions."""

from __future__ import annotations

import datetime as dt
import json
import os
import shlex
import subprocess
import tempfile
from dataclasses import dataclass
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
from specs.store.errors import UnknownPersonaError
from specs.store.ledger import Edit
from specs.store.missions import MissionEdit
from specs.store.moments import utc_now
from specs.store.operations import parse_effective
from specs.store.revisions import facts_with_pending, write_addition, write_edit

if TYPE_CHECKING:
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
    return _finish(desk, [written], apply=apply)


def edit_facts(where: Where, persona: str, signature: Signature, *, apply: bool) -> int:
    """Let the operator change the whole document in an editor, and write the revision of what changed."""
    desk = open_desk(*where)
    before = facts_with_pending(desk.migrations, persona, parse_effective(signature.effective))
    after = _edited(before)
    changes = diff_documents(before, after)
    if not changes:
        complain("nothing was changed")
        return 0
    written = write_edit(
        desk.migrations, persona, signature.edit({change.path: change.after for change in changes})
    )
    return _finish(desk, [written], apply=apply)


def import_files(where: Where, files: list[str], signature: Signature, *, apply: bool) -> int:
    """Write a revision for each document that is new, or differs from the facts that are stored.

    All documents are read before anything is written.
    """
    desk = open_desk(*where)
    documents = [read_facts(file).to_dict() for file in files]
    written = []
    for file, document in zip(files, documents, strict=True):
        facts = {key: value for key, value in document.items() if key != "mission"}
        if (revision := _imported(desk, facts, signature)) is None:
            complain(f"{file}: the facts of '{facts['persona']}' say so already")
        else:
            written.append(revision)
    code = _finish(desk, written, apply=apply)
    for document in documents:
        _import_mission(desk, document, signature, apply=apply)
    return code


def _imported(desk: Desk, facts: dict[str, Any], signature: Signature) -> WrittenRevision | None:
    try:
        stored = facts_with_pending(desk.migrations, facts["persona"], parse_effective(signature.effective))
    except UnknownPersonaError:
        return write_addition(desk.migrations, facts, signature.edit({}))
    changes = diff_documents(stored, facts)
    if not changes:
        return None
    edit = signature.edit({change.path: change.after for change in changes})
    return write_edit(desk.migrations, facts["persona"], edit)


def _import_mission(desk: Desk, document: dict[str, Any], signature: Signature, *, apply: bool) -> None:
    mission = document.get("mission")
    if mission is None:
        return
    persona, day = document["persona"], mission.get("date")
    if day is None:
        complain(f"'{persona}': its mission has no date and is left out; set it with: align mission set")
    elif not apply:
        complain(f"'{persona}': its mission of {day} is left out; import with --apply, or: align mission set")
    else:
        edit = signature.edit({})
        desk.store.set_mission(
            persona, MissionEdit(dt.date.fromisoformat(day), mission, edit.author, edit.note)
        )


def _finish(desk: Desk, written: list[WrittenRevision], *, apply: bool) -> int:
    """Say what was written, and apply it if that was asked for."""
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


def _edited(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document as the operator leaves it in the editor; raises `InputError` if it cannot be read."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{document['persona']}.json"
        path.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", "utf-8")
        try:
            done = subprocess.run([*shlex.split(command), str(path)], check=False)  # noqa: S603 - the operator's own editor
        except (OSError, ValueError) as error:
            raise InputError(f"the editor '{command}' cannot be started ({error}); set $EDITOR") from None
        if done.returncode != 0:
            raise InputError(f"the editor ended with {done.returncode}; nothing was changed")
        try:
            return read_facts(str(path)).to_dict()
        except InputError:
            kept = Path(tempfile.gettempdir()) / path.name
            kept.write_bytes(path.read_bytes())
            complain(f"your text is kept in {kept}")
            raise
