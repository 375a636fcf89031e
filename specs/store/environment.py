"""What Alembic's `env.py` does: one transaction, one writer, the store's own operations."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from specs.store import operations
from specs.store.all_tables import metadata
from specs.store.engine import DEFAULT_URL, open_engine, take_write_lock, writing

if TYPE_CHECKING:
    from collections.abc import Callable

    from alembic.runtime.environment import EnvironmentContext
    from sqlalchemy import Connection

    from specs.store.checks import Checks

URL_VARIABLE: Final = "ALIGN_DATABASE_URL"


def run_environment(context: EnvironmentContext, checks: Callable[[], Checks]) -> None:
    """Run the revisions that Alembic chose, all of them or none.

    `checks` makes what the gate lends; a caller's own, in the configuration's attributes, goes first.
    """
    attributes = context.config.attributes
    url = attributes.get("url") or os.environ.get(URL_VARIABLE) or DEFAULT_URL
    options: dict[str, Any] = {
        "target_metadata": metadata,
        "transactional_ddl": True,
        "include_name": _is_ours,
        "store_checks": attributes.get("checks") or checks(),
        "store_clock": attributes.get("clock"),
    }
    connection = attributes.get("connection")
    if context.is_offline_mode():
        dialect = open_engine(url).dialect.name
        context.configure(dialect_name=dialect, literal_binds=True, **options)
        with context.begin_transaction():
            context.run_migrations()
    elif connection is not None:
        _run(context, connection, options)
    else:
        engine = open_engine(url)
        with writing(engine, patience="endless") as own:
            _run(context, own, options)
        engine.dispose()


def _run(context: EnvironmentContext, connection: Connection, options: dict[str, Any]) -> None:
    take_write_lock(connection)
    context.configure(connection=connection, **options)
    with context.begin_transaction():
        context.run_migrations()


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave other people's tables out of the comparison with the models."""
    return kind != "table" or name in metadata.tables


__all__ = ["URL_VARIABLE", "operations", "run_environment"]
