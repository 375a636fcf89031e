"""Both databases, as all tests share them: one server and one file with the tables for each process of the tests.

The fixtures are in `tests/conftest.py` and nowhere else: imported into a room's own conftest, each would be another
fixture there, with a server of its own.
"""

from __future__ import annotations

import itertools
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.postgres import Server
    from tests.copies import Copies

_NAMES = itertools.count(1)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A PostgreSQL server of the tests' own, with a database `migrated` to copy from."""
    from benchmarks.postgres import running_server

    with running_server(durable=False) as server:
        server.command("CREATE DATABASE migrated")
        _migrate(server.address("migrated"), tmp_path_factory.mktemp("none"))
        yield server


@pytest.fixture(scope="session")
def copies(postgres: Server) -> Copies:
    """The copies of `migrated`."""
    from tests.copies import Copies

    return Copies(postgres)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the tables, to copy from."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(f"sqlite:///{path}", tmp_path_factory.mktemp("none"))
    return path


def _migrate(url: str, folder: Path) -> None:
    from align.operators.checks import gate_checks
    from specs.store import open_engine
    from specs.store.migrate import Migrations

    engine = open_engine(url)
    Migrations(engine, folder, gate_checks()).upgrade()
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """The kind of database: every test that takes `url` runs on both, where its room does not say otherwise."""
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
def url(backend: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a database with the tables, and nothing in them."""
    if backend == "sqlite":
        path = tmp_path / "store.db"
        shutil.copy(request.getfixturevalue("migrated_file"), path)
        yield f"sqlite:///{path}"
        return
    copies: Copies = request.getfixturevalue("copies")
    name = copies.take()
    yield copies.address(name)
    copies.give_back(name)
