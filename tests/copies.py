"""Copies of a migrated PostgreSQL database, each used by one test at a time.

To make one costs ten times what it costs to empty it: it is three hundred files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import psycopg
from psycopg.sql import SQL, Identifier

if TYPE_CHECKING:
    from benchmarks.postgres import Server

_SHAPE: Final = """
    SELECT 'class', oid::text, xmin::text FROM pg_class WHERE oid >= 16384
    UNION ALL SELECT 'column', attrelid || '.' || attnum, xmin::text FROM pg_attribute WHERE attrelid >= 16384
    UNION ALL SELECT 'constraint', oid::text, xmin::text FROM pg_constraint WHERE oid >= 16384
    UNION ALL SELECT 'default', oid::text, xmin::text FROM pg_attrdef WHERE oid >= 16384
    UNION ALL SELECT 'function', oid::text, xmin::text FROM pg_proc WHERE oid >= 16384
    UNION ALL SELECT 'schema', oid::text, xmin::text FROM pg_namespace WHERE oid >= 16384
    UNION ALL SELECT 'trigger', oid::text, xmin::text FROM pg_trigger WHERE oid >= 16384
    UNION ALL SELECT 'type', oid::text, xmin::text FROM pg_type WHERE oid >= 16384
    UNION ALL SELECT 'setting', setrole::text, setconfig::text FROM pg_db_role_setting
    ORDER BY 1, 2
"""
"""All that was made in this database, each with the transaction that changed it last."""
_TABLES: Final = """
    SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1
"""
_START_COUNTING: Final = "SELECT setval(seqrelid::regclass, seqstart, false) FROM pg_sequence"
_OTHERS: Final = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


class Copies:
    """Makes copies of the database `migrated` of a server, and lends one that was used before where it is as new."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._free: list[str] = []
        self._made = 0
        with psycopg.connect(server.address("migrated")) as connection:
            tables = [name for (name,) in connection.execute(_TABLES)]
            self._kept = [name for name in tables if _rows(connection, name)]
            self._emptied = [name for name in tables if name not in self._kept]
            self._shape = self._shape_of(connection)

    def address(self, name: str) -> str:
        """Return the address of a copy."""
        return self._server.address(name)

    def take(self) -> str:
        """Return the name of a copy that nobody uses, and that holds what the migrations put into it and nothing else."""
        if self._free:
            return self._free.pop()
        self._made += 1
        name = f"copy{self._made}"
        self._server.command(f"CREATE DATABASE {name} TEMPLATE migrated")
        return name

    def give_back(self, name: str) -> None:
        """Empty a copy for the next one to take. One that was changed, or that is still used, is never lent again."""
        with psycopg.connect(self.address(name)) as connection:
            ((others,),) = connection.execute(_OTHERS).fetchall()
            if others or self._shape_of(connection) != self._shape:
                return
            # Without the triggers that keep what is written once.
            connection.execute("SET session_replication_role = replica")
            for table in self._emptied:
                connection.execute(SQL("DELETE FROM {}").format(Identifier(table)))
            connection.execute(_START_COUNTING)
        self._free.append(name)

    def _shape_of(self, connection: psycopg.Connection) -> list[Any]:
        """Return what was made, and the rows that the migrations wrote."""
        kept = [_rows(connection, table) for table in self._kept]
        return [connection.execute(_SHAPE).fetchall(), kept]


def _rows(connection: psycopg.Connection, table: str) -> list[Any]:
    """Return the rows of a table, each with the transaction that wrote it."""
    return connection.execute(SQL("SELECT xmin::text, t.* FROM {} t").format(Identifier(table))).fetchall()
