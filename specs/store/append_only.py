"""Triggers that refuse to update or delete rows, for migrations that create a table which only grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alembic.operations import Operations

_FUNCTION = "spec_store_append_only"


def protect(op: Operations, table: str, *keys: str, may_erase: bool = False) -> None:
    """Add the triggers to a table with these unique columns; on PostgreSQL they also refuse to truncate it.

    `may_erase` leaves out the one that refuses to delete, for rows that retention takes away.
    """
    if op.get_context().dialect.name == "sqlite":
        same = " AND ".join(f"{key} = NEW.{key}" for key in keys)
        # INSERT OR REPLACE deletes the row that is in its way without asking the trigger for deletes.
        op.execute(
            f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR ({same})) "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: add a version instead'); END"
        )
        for event in _refused(may_erase=may_erase):
            op.execute(
                f"CREATE TRIGGER {table}_no_{event} BEFORE {event.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only: add a version instead'); END"
            )
        return
    op.execute(
        f"CREATE OR REPLACE FUNCTION {_FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only: add a version instead'; "
        "END $$"
    )
    events = " OR ".join(event.upper() for event in (*_refused(may_erase=may_erase), "truncate"))
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE {events} ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {_FUNCTION}()"
    )


def unprotect(op: Operations, table: str, *, may_erase: bool = False) -> None:
    """Take the triggers of a table away again; `may_erase` as they were made with."""
    if op.get_context().dialect.name == "sqlite":
        for event in ("replace", *_refused(may_erase=may_erase)):
            op.execute(f"DROP TRIGGER {table}_no_{event}")
        return
    op.execute(f"DROP TRIGGER {table}_append_only ON {table}")


def _refused(*, may_erase: bool) -> tuple[str, ...]:
    return ("update",) if may_erase else ("update", "delete")
