"""A PostgreSQL server that is killed, or stopped, and started again, while readers and a writer work."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from align.operators.checks import gate_checks
from benchmarks.postgres import Server, running_server
from specs.store import Edit, SpecStore, StoreUnavailableError, open_engine
from specs.store.migrate import Migrations
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from specs.store import StoredSpec

PATIENCE_SECONDS = 120
READERS = 20
"""More than there are connections."""

LONG_FROM_NOW = dt.datetime(2099, 1, 1, tzinfo=dt.UTC)


def edit(changes: dict[str, Any] | None = None, **fields: Any) -> Edit:
    return Edit(changes or {}, "ana", "a reason", **fields)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this module's own, with the facts of `leo` and a version of them for later."""
    with running_server() as own:
        engine = open_engine(own.uri)
        Migrations(engine, tmp_path_factory.mktemp("none"), gate_checks()).upgrade()
        store = SpecStore(engine)
        store.add_persona(document(), edit())
        store.revise("leo", edit({"min_minutes": 50}, effective=LONG_FROM_NOW))
        store.close()
        yield own


@dataclass
class Load:
    """Readers who share a store and never pause, and a writer who tries again until it is told that it has stored."""

    url: str
    done: threading.Event = field(default_factory=threading.Event)
    accepted: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    last: dict[int, StoredSpec] = field(default_factory=dict)
    failures: list[BaseException] = field(default_factory=list)
    threads: list[threading.Thread] = field(default_factory=list)

    def run(self, what: Callable[..., None], *arguments: Any) -> None:
        """Start a thread whose failure the test is told."""

        def guarded() -> None:
            try:
                what(*arguments)
            except BaseException as error:  # noqa: BLE001 - told by the test
                self.failures.append(error)

        self.threads.append(threading.Thread(target=guarded))
        self.threads[-1].start()

    def end(self) -> None:
        """Let everybody finish what they do; nothing is accepted after this."""
        self.done.set()
        for thread in self.threads:
            thread.join()

    def read(self, number: int, store: SpecStore) -> None:
        """Read until the test is done."""
        while not self.done.is_set():
            self.last[number] = store.current("leo")

    def write(self) -> None:
        """Edit until the test is done."""
        store = SpecStore(open_engine(self.url), checks=gate_checks())
        attempt = 0
        while not self.done.is_set():
            attempt += 1
            said = f"trade {attempt}"
            try:
                store.revise("leo", edit({"trade": said}))
            except StoreUnavailableError as error:
                self.refused[error.reason] += 1
                time.sleep(0.02)
            else:
                self.accepted.append(said)
        store.close()

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so, and nobody has failed."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not condition():
            assert self.failures == []
            assert time.monotonic() < end, (self.refused, len(self.accepted))
            time.sleep(0.01)

    def until_all(self, *, stale: bool) -> None:
        """Wait until every reader has said once more whether it is stale."""
        self.last.clear()
        self.until(
            lambda: (
                len(found := list(self.last.values())) == READERS
                and all((spec.stale is not None) == stale for spec in found)
            )
        )

    def until_more(self) -> None:
        """Wait until two more edits are stored."""
        before = len(self.accepted)
        self.until(lambda: len(self.accepted) >= before + 2)


@pytest.fixture
def load(server: Server) -> Iterator[Load]:
    made = Load(server.uri)
    shared = SpecStore(open_engine(server.uri), checks=gate_checks(), fresh_seconds=0.0)
    for number in range(READERS):
        made.run(made.read, number, shared)
    made.run(made.write)
    yield made
    made.end()
    shared.close()


@pytest.mark.parametrize("end", [Server.kill, Server.stop], ids=["killed", "stopped"])
def test_a_server_that_comes_back_has_lost_nothing_and_readers_never_stop(
    server: Server, load: Load, end: Callable[[Server], None]
) -> None:
    load.until_more()
    load.until_all(stale=False)
    end(server)
    load.until_all(stale=True)
    kept = dict(load.last)
    server.start()
    load.until_all(stale=False)
    load.until_more()
    load.end()
    assert load.failures == []
    assert all(spec.stale and "see: align db check" in spec.stale.cause for spec in kept.values())
    _whole(server, load, {spec.version.digest for spec in kept.values()})


def _whole(server: Server, load: Load, shown: set[str]) -> None:
    """Check that what was said to be stored, or shown to a reader, is there: in order, and both versions of it."""
    store = SpecStore(open_engine(server.uri))
    versions = store.history("leo")
    store.close()
    assert [version.version for version in versions] == list(range(1, len(versions) + 1))
    pairs = list(zip(versions[2::2], versions[3::2], strict=True))
    assert all(now.document["trade"] == later.document["trade"] for now, later in pairs)
    assert all(later.effective_from == LONG_FROM_NOW for _, later in pairs)
    stored = iter(now.document["trade"] for now, _ in pairs)
    assert [said for said in load.accepted if said not in stored] == []
    assert shown <= {version.digest for version in versions}


def test_who_has_read_nothing_yet_is_told_what_to_do(server: Server) -> None:
    store = SpecStore(open_engine(server.uri))
    server.stop()
    try:
        with pytest.raises(StoreUnavailableError, match=r"cannot be used .*; see: align db check"):
            store.current("leo")
    finally:
        server.start()
    assert store.current("leo").stale is None
    store.close()
