"""Both databases of the store: every test that takes `url` or `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import datetime as dt
import itertools
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.operators.checks import gate_checks
from benchmarks.postgres import Server, running_server
from specs.store import SpecStore, open_engine
from specs.store.migrate import Migrations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
BEGIN = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)
_NAMES = itertools.count(1)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: dt.datetime = BEGIN

    def __call__(self) -> dt.datetime:
        """Return the moment at which it stands."""
        return self.now

    def move(self, **by: float) -> dt.datetime:
        """Move it on, by what `timedelta` takes, and return the new moment."""
        self.now += dt.timedelta(**by)
        return self.now


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A PostgreSQL server of the tests' own, with a database `migrated` to copy from."""
    with running_server(durable=False) as server:
        server.command("CREATE DATABASE migrated")
        _migrate(server.address("migrated"), tmp_path_factory.mktemp("none"))
        yield server


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the tables, to copy from."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(f"sqlite:///{path}", tmp_path_factory.mktemp("none"))
    return path


def _migrate(url: str, folder: Path) -> None:
    engine = open_engine(url)
    Migrations(engine, folder, gate_checks()).upgrade()
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def empty_url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The address of a database without tables."""
    if backend == "sqlite":
        return f"sqlite:///{tmp_path / 'store.db'}"
    server: Server = request.getfixturevalue("postgres")
    name = f"empty{next(_NAMES)}"
    server.command(f"CREATE DATABASE {name}")
    return server.address(name)


@pytest.fixture
def url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> str:
    """The address of a database with the tables, and nothing in them."""
    if backend == "sqlite":
        path = tmp_path / "store.db"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        return f"sqlite:///{path}"
    server: Server = request.getfixturevalue("postgres")
    name = f"copy{next(_NAMES)}"
    server.command(f"CREATE DATABASE {name} TEMPLATE migrated")
    return server.address(name)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_store(url: str, clock: Clock) -> Iterator[Callable[..., SpecStore]]:
    """Open stores on one database, each with connections of its own; they are closed at the end."""
    opened: list[SpecStore] = []

    def make(*, fresh_seconds: float = 0.0, at: str | None = None) -> SpecStore:
        engine = open_engine(at or url)
        opened.append(SpecStore(engine, checks=gate_checks(), fresh_seconds=fresh_seconds, clock=clock))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[..., SpecStore]) -> SpecStore:
    return open_store()


@pytest.fixture
def migrations(store: SpecStore, tmp_path: Path, clock: Clock) -> Migrations:
    return Migrations(store.engine, tmp_path / "facts", store.checks, clock)
