"""Templates, written: the safe bodies of a persona by key, versioned like its facts."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, insert, select

from specs.filling import PlaceError, places_in
from specs.store.errors import EditRefusedError
from specs.store.ledger import start_of
from specs.store.records import TemplateRecord
from specs.store.signing import signed
from specs.store.tables import TemplateVersion
from specs.store.timeline import read_timeline

if TYPE_CHECKING:
    import datetime as dt

    from sqlalchemy import Connection

MAX_BODY_CHARS: Final = 100_000

_KEY: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_TABLE = TemplateVersion.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it


@dataclass(frozen=True, slots=True)
class TemplateEdit:
    """A template's body from `effective` on (None: at once), as an operator sets it; no body withdraws it.

    The body may have places that candidates fill: `{name}`; `{{` and `}}` are braces.
    """

    key: str
    body: str | None
    author: str
    note: str
    effective: dt.datetime | dt.date | None = None


def set_template(
    connection: Connection, persona: str, edit: TemplateEdit, *, now: dt.datetime
) -> TemplateRecord:
    """Append a version of a template.

    Raises `UnknownPersonaError`, and `EditRefusedError` for an illegal key, an empty or overlong body, one with a
    brace that is no place's, or one that is what the template says already. Whether the body passes the gate is not decided here.
    """
    key, body = edit.key, edit.body
    moment = start_of(edit.effective, read_timeline(connection, persona, now), persona, connection, now)
    if _KEY.fullmatch(key) is None:
        legal = "1 to 64 small letters, digits, '.', '_' or '-', beginning with a letter or digit"
        raise EditRefusedError(f"'{key}' is no key of a template; write {legal}")
    if body is not None and not 0 < len(body.strip()) <= len(body) <= MAX_BODY_CHARS:
        raise EditRefusedError(f"the body of '{key}' is empty or longer than {MAX_BODY_CHARS} characters")
    try:
        places_in(body or "")
    except PlaceError as error:
        raise EditRefusedError(f"the body of '{key}': {error}") from None
    held = next((t for t in templates_at(connection, persona, moment) if t.key == key), None)
    if (held and held.body) == body:
        raise EditRefusedError(f"the template '{key}' of '{persona}' says so already")
    author, note = signed(edit.author, edit.note)
    mine = (_TABLE.c.persona == persona) & (_TABLE.c.key == key)
    version = connection.execute(
        select(func.coalesce(func.max(_TABLE.c.version), 0) + 1).where(mine)
    ).scalar_one()
    values = {
        "persona": persona,
        "key": key,
        "version": version,
        # A body may hold what a database refuses (NUL, half a surrogate pair): it is stored escaped.
        "body": None if body is None else json.dumps(body),
        "digest": None if body is None else digest_of_body(body),
        "author": author,
        "note": note,
        "created_at": now,
        "effective_from": moment,
    }
    connection.execute(insert(_TABLE), values)
    return TemplateRecord.of(
        connection.execute(select(_TABLE).where(mine, _TABLE.c.version == version)).one()
    )


def digest_of_body(body: str) -> str:
    """Return the SHA-256 of a body, escaped as JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(json.dumps(body).encode("ascii")).hexdigest()


def templates_at(connection: Connection, persona: str, when: dt.datetime) -> tuple[TemplateRecord, ...]:
    """Return the templates that hold at a moment, one a key, sorted by key; withdrawn ones left out."""
    rows = connection.execute(
        select(_TABLE)
        .where(_TABLE.c.persona == persona, _TABLE.c.effective_from <= when)
        .order_by(_TABLE.c.key, _TABLE.c.effective_from, _TABLE.c.version)
    )
    held = {row.key: TemplateRecord.of(row) for row in rows}
    return tuple(record for record in held.values() if record.body is not None)


def templates_after(connection: Connection, persona: str, when: dt.datetime) -> tuple[TemplateRecord, ...]:
    """Return the versions that begin after a moment, in the order in which they do."""
    rows = connection.execute(
        select(_TABLE)
        .where(_TABLE.c.persona == persona, _TABLE.c.effective_from > when)
        .order_by(_TABLE.c.effective_from, _TABLE.c.id)
    )
    return tuple(TemplateRecord.of(row) for row in rows)


def template_history(connection: Connection, persona: str, key: str) -> tuple[TemplateRecord, ...]:
    """Return every version of a template, the first one first."""
    rows = connection.execute(
        select(_TABLE).where(_TABLE.c.persona == persona, _TABLE.c.key == key).order_by(_TABLE.c.version)
    )
    return tuple(TemplateRecord.of(row) for row in rows)
