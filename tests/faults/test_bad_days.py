"""Parts that are killed under load, and crowds: what was accepted is recorded once, and the rest is told so."""

from __future__ import annotations

import resource
from typing import TYPE_CHECKING

import pytest

from benchmarks.faults import Load, crowd, database_killed, service_killed
from benchmarks.postgres import running_server

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.postgres import Server

LOAD = Load(10.0, 2.0)


@pytest.fixture(autouse=True)
def files() -> Iterator[None]:
    """Leave the limit of open files as it was."""
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, limits)


@pytest.fixture
def server() -> Iterator[Server]:
    """A PostgreSQL server that may be killed; what is written is on the disk."""
    with running_server() as made:
        made.command("CREATE DATABASE day")
        yield made


def test_postgresql_is_killed_and_started_again(server: Server) -> None:
    day = database_killed(server, server.address("day"), LOAD)
    assert day.broken == [], day.seen


@pytest.mark.parametrize("backend", ["sqlite", "postgresql"])
def test_the_service_is_killed_and_started_again(backend: str, request: pytest.FixtureRequest) -> None:
    address = request.getfixturevalue("server").address("day") if backend == "postgresql" else None
    day = service_killed(address, LOAD)
    assert day.broken == [], day.seen


def test_many_clients_at_once_are_all_answered() -> None:
    day = crowd(None, 500, 2)
    assert day.broken == [], day.seen
