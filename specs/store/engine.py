"""Connections to the store's database: SQLite (the embedded default) or PostgreSQL."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from specs.store.errors import SchemaMissingError, StoreError, explained
from specs.store.patience import DEFAULT_ANSWER_SECONDS, KEEPALIVE, AnswerSeconds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection, Engine

    from specs.store.answering import AnsweringConnection
    from specs.store.patience import Patience

DEFAULT_URL: Final = "sqlite:///align.db"
"""An SQLite file in the working folder."""

BUSY_SECONDS: Final = 5.0
"""How long anybody waits for a lock, or for a free connection of this process."""

_WRITE_LOCK: Final = 0x616C69676E
"""The PostgreSQL advisory lock that writers of the store share."""


def open_engine(
    url: str = DEFAULT_URL,
    *,
    busy_seconds: float = BUSY_SECONDS,
    answer_seconds: AnswerSeconds = DEFAULT_ANSWER_SECONDS,
) -> Engine:
    """Return an engine for `sqlite:///FILE` or `postgresql://...`; connects to nothing yet.

    Whoever finds the database locked waits `busy_seconds`, and is then told so; a PostgreSQL server that says nothing
    is waited for as `answer_seconds` has it. Raises `StoreError` for any other address, and for PostgreSQL without
    its driver.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError(
            "the database's address cannot be read; write sqlite:///FILE or postgresql://..."
        ) from None
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        return _sqlite(parsed.set(drivername="sqlite").render_as_string(hide_password=False), busy_seconds)
    if backend != "postgresql":
        raise StoreError(f"'{backend}' is no database of the store; use sqlite:///FILE or postgresql://...")
    try:
        return _postgresql(parsed, busy_seconds, answer_seconds)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise StoreError("PostgreSQL needs its driver; install the extra 'postgres'") from None


def _postgresql(url: URL, busy_seconds: float, answers: AnswerSeconds) -> Engine:
    from specs.store.answering import AnsweringConnection  # noqa: PLC0415 - its driver is an extra

    waits = {"connect_timeout": answers.connect, **KEEPALIVE}
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_timeout=busy_seconds,
        connect_args={name: value for name, value in waits.items() if name not in url.query},
    )

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: object, _record: object, arguments: Any, options: Any) -> AnsweringConnection:  # noqa: ANN401 - the driver's own
        return AnsweringConnection.connect(*arguments, **options)

    @event.listens_for(engine, "connect")
    def prepare(connection: AnsweringConnection, _record: object) -> None:
        connection.answers = answers
        # Zero would mean to wait for ever.
        connection.execute(f"SET lock_timeout = {max(round(busy_seconds * 1000), 1)}")
        connection.execute(f"SET statement_timeout = {max(round(answers.usual * 1000), 1)}")
        connection.commit()

    @event.listens_for(engine, "checkin")
    def forget(connection: AnsweringConnection | None, _record: object) -> None:
        if connection is not None:
            connection.patience = "quick"

    return engine


def _sqlite(address: str, busy_seconds: float) -> Engine:
    waits: dict[str, Any] = {"connect_args": {"timeout": busy_seconds}}
    if file_of(address) is not None:
        waits["pool_timeout"] = busy_seconds
    engine = create_engine(address, **waits)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
        # The driver would begin a transaction before some statements and not before others.
        connection.isolation_level = None
        with _unless_read_only():
            connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("store_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def _unless_read_only() -> Iterator[None]:
    """Go on where a file may only be read: it keeps the journal that it has."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "readonly" not in str(error):
            raise


@contextmanager
def reading(engine: Engine, *, patience: Patience = "usual") -> Iterator[Connection]:
    """Open a transaction that sees one instant, and never blocks a writer; the driver's errors explained.

    A PostgreSQL server that says nothing for as long as `patience` has it is away. An SQLite file that is not there
    has no tables (`SchemaMissingError`); reading does not make it.
    """
    if engine.dialect.name == "sqlite" and (path := file_of(str(engine.url))) and not path.exists():
        raise SchemaMissingError
    with explained(), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            _be_patient(connection, patience)
            yield connection


@contextmanager
def writing(engine: Engine, *, patience: Patience = "usual") -> Iterator[Connection]:
    """Open the one writing transaction of the store: all of it is stored at its end, or nothing.

    `patience` is `endless` for migrations.
    """
    with explained(), engine.connect().execution_options(store_writes=True) as connection, connection.begin():
        _be_patient(connection, patience)
        take_write_lock(connection)
        yield connection


@contextmanager
def recording(engine: Engine, *, patience: Patience = "usual") -> Iterator[Connection]:
    """Open a transaction that writes rows of its own, beside other writers where the database can.

    For decisions and candidates, which no edit of facts depends on: PostgreSQL locks their rows and nothing else.
    """
    with explained(), engine.connect().execution_options(store_writes=True) as connection, connection.begin():
        _be_patient(connection, patience)
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SET LOCAL lock_timeout = '{BUSY_SECONDS}s'"))
        yield connection


def _be_patient(connection: Connection, patience: Patience) -> None:
    """Say how long this transaction waits for the answer to each of its statements."""
    if connection.dialect.name == "postgresql":
        raw: Any = connection.connection.dbapi_connection
        raw.patience = patience
        if patience == "endless":
            connection.execute(text("SET LOCAL statement_timeout = 0"))


def take_write_lock(connection: Connection) -> None:
    """Wait until this transaction is the only writer; SQLite's `BEGIN IMMEDIATE` did so already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITE_LOCK})


def file_of(url: str) -> Path | None:
    """Return the file of an SQLite address, None for any other database."""
    parsed = make_url(url)
    is_file = parsed.get_backend_name() == "sqlite" and parsed.database not in (None, "", ":memory:")
    return Path(str(parsed.database).removeprefix("file:")) if is_file else None
