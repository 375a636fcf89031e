"""Real servers: one that the tests share, and one for a test that kills or freezes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from align.operators.checks import gate_checks
from specs.store import Edit, SpecStore, TemplateEdit, open_engine
from specs.store.migrate import Migrations
from tests.gate.parts import NOW
from tests.harness.stand_in import is_alive, wait_until
from tests.model.served import connections, started
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from align.harness.local_server import LocalServer

THRESHOLDS = {"price_contradiction": 8, "channel_not_allowed": 8, "drift": 9}
SAFE = "Thanks for your message! I'll get back to you soon."


def _left_nothing(server: LocalServer) -> None:
    server.stop()
    assert not is_alive(server.pid)
    wait_until(lambda: not connections(server.command.port))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """A server that all tests share: none of them harms it."""
    with started(tmp_path_factory.mktemp("server")) as shared:
        yield shared
        # Before it is stopped: whatever a test opened, it closed.
        wait_until(lambda: not connections(shared.command.port))
        assert shared.is_running
    _left_nothing(shared)


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[LocalServer]:
    """A server of the test's own, to do with as it likes."""
    with started(tmp_path) as own:
        yield own
    _left_nothing(own)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SpecStore]:
    """A spec store on SQLite with one persona, thresholds for a judge, and a template."""
    engine = open_engine(f"sqlite:///{tmp_path / 'store.db'}")
    Migrations(engine, tmp_path / "facts", gate_checks()).upgrade()
    store = SpecStore(engine, checks=gate_checks(), clock=lambda: NOW)
    store.add_persona(document(policy={"judge": THRESHOLDS}), Edit({}, "ana", "first"))
    store.set_template("leo", TemplateEdit("safe", SAFE, "ana", "first"))
    yield store
    store.close()
