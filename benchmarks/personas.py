"""Many personas with many versions each, written in bulk: rows as edits would have left them."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, text

from benchmarks.document import document
from specs.document.canonical import canonical_json
from specs.document.spec import Spec
from specs.store.tables import MissionVersion, SpecVersion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

FIRST: Final = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
STEP: Final = dt.timedelta(hours=6)
"""How long each version holds before the next one takes over."""

_BATCH: Final = 20_000
_SPECS = SpecVersion.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it
_MISSIONS = MissionVersion.__table__  # type: ignore[attr-defined] # the same


def key(number: int) -> str:
    """Return a persona's key by its number."""
    return f"persona-{number:05}"


def moment(version: int) -> dt.datetime:
    """Return when a version takes over; they are counted from 1."""
    return FIRST + (version - 1) * STEP


def fill(engine: Engine, personas: int, versions: int) -> None:
    """Write so many personas with so many versions each, and one mission; version by version, as time would."""
    rows = _rows(personas, versions)
    for batch in iter(lambda: list(itertools.islice(rows, _BATCH)), []):
        _store(engine, batch)
    today = dt.datetime.now(dt.UTC).date()
    said = canonical_json({"date": today.isoformat(), "goal": "fill tonight"})
    mission = {"day": today, "version": 1, "document": said, "author": "ana", "note": "", "created_at": FIRST}
    with engine.begin() as connection:
        connection.execute(insert(_MISSIONS), [{"persona": key(n), **mission} for n in range(personas)])
        connection.execute(text("ANALYZE"))


def _store(engine: Engine, rows: list[dict[str, Any]]) -> None:
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(insert(_SPECS), rows)
            return
        names = [column.name for column in _SPECS.columns if column.name != "id"]
        raw: Any = connection.connection.dbapi_connection
        with (
            raw.cursor() as cursor,
            cursor.copy(f"COPY spec_version ({', '.join(names)}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row([row[name] for name in names])


def _rows(personas: int, versions: int) -> Iterator[dict[str, Any]]:
    """Return rows whose documents differ in one amount from version to version."""
    facts = {name: value for name, value in document(25).items() if name != "mission"}
    facts["rates"][0]["amount"] = 98765
    before, after = canonical_json(Spec.from_dict(facts).to_dict()).split('"ines"')
    for version in range(1, versions + 1):
        amount = str(100 + version)
        for number in range(personas):
            name = key(number)
            body = f'{before}"{name}"{after}'.replace("98765", amount)
            yield {
                "persona": name,
                "version": version,
                "schema_version": 1,
                "document": body,
                "digest": hashlib.sha256(body.encode()).hexdigest(),
                "author": "ana",
                "note": f"the amount is {amount}",
                "revision": None,
                "created_at": moment(version),
                "effective_from": moment(version),
            }
