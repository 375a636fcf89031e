"""Whether the database is one that this release can serve from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import inspect, text

from specs.store.engine import file_of, reading
from specs.store.errors import SchemaMissingError, StoreError
from specs.store.migrate import SCHEMA_BRANCH

if TYPE_CHECKING:
    from align.operators.settings import Desk

_FACTS_ROOT: Final = "facts0"
_VERSIONS: Final = text("SELECT version_num FROM alembic_version")


def prepare(desk: Desk) -> bool:
    """Make the tables in an SQLite file that is new or empty; tell whether that was done.

    Raises `StoreError` for every other database that is not up to date; edits of facts may be pending.
    """
    pending = desk.migrations.pending()
    tables = [revision for revision in pending if revision in _schema_revisions(desk)]
    if not tables:
        return False
    if _is_new(desk):
        for target in (f"{SCHEMA_BRANCH}@head", _FACTS_ROOT):
            desk.migrations.upgrade(target)
        return True
    raise StoreError(f"the database is not up to date (pending: {', '.join(tables)}); run: align db upgrade")


class Readiness:
    """Raises `StoreError` unless the database is there, with the tables that it had when it was found up to date."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._good: frozenset[str] | None = None

    def __call__(self) -> None:
        """Ask the database; the revisions of the package are read again only when it is at others."""
        with reading(self._desk.engine) as connection:
            heads = frozenset(connection.execute(_VERSIONS).scalars())
        if heads == self._good:
            return
        if set(self._desk.migrations.pending()) & _schema_revisions(self._desk):
            raise SchemaMissingError
        self._good = heads


def _schema_revisions(desk: Desk) -> frozenset[str]:
    scripts = desk.migrations.scripts()
    return frozenset(
        script.revision for script in scripts.walk_revisions() if SCHEMA_BRANCH in script.branch_labels
    )


def _is_new(desk: Desk) -> bool:
    """Tell whether this is an SQLite file that is not there, or has no tables."""
    path = file_of(str(desk.engine.url))
    if path is None:
        return False
    if not path.exists():
        return True
    with reading(desk.engine) as connection:
        return not inspect(connection).get_table_names()
