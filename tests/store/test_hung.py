"""A PostgreSQL server that hangs: its sockets are open, and it says nothing. Everybody is told so within a bound."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from align.gate.candidate import Candidate
from align.runner.queue import CandidateQueue
from specs.store import Edit, SpecStore, StoreUnavailableError, open_engine
from specs.store.engine import reading, writing
from specs.store.patience import AnswerSeconds
from tests.store.documents import document
from tests.store.patience import IMPATIENT, PATIENCE_SECONDS, once_answered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine

    from benchmarks.postgres import Server
    from specs.store.patience import Patience


class Listening(AnswerSeconds):
    """The server's own limits as they are, and no end to the wait for its answers."""

    def silence(self, patience: Patience) -> None:
        """Wait for ever."""
        del patience


@pytest.fixture
def backend() -> str:
    """PostgreSQL: SQLite has no server that could hang."""
    return "postgresql"


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    made = open_engine(url, answer_seconds=IMPATIENT)
    yield made
    made.dispose()


@pytest.fixture
def patient(url: str) -> Iterator[Engine]:
    """Connections to the same database for what must work, however busy the machine is."""
    made = open_engine(url)
    yield made
    made.dispose()


def ended(what: Callable[[], object]) -> object:
    """Return what came of it: a value, or what it raised; fails when it does not end."""
    found: list[object] = []

    def run() -> None:
        try:
            found.append(what())
        except Exception as error:  # noqa: BLE001 - what the test looks at
            found.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(PATIENCE_SECONDS)
    assert found, "it waits for ever"
    return found[0]


def test_a_reader_goes_on_with_what_it_has_and_is_fresh_again_afterwards(
    postgres: Server, engine: Engine, patient: Engine
) -> None:
    SpecStore(patient).add_persona(document(), Edit({}, "ana", "first"))
    store = SpecStore(engine, fresh_seconds=0.0)
    fresh = once_answered(lambda: store.current("leo"))
    with postgres.hanging():
        found = ended(lambda: store.current("leo"))
        assert found.spec == fresh.spec  # type: ignore[attr-defined] # a spec, or the test has failed
        assert "see: align db check" in found.stale.cause  # type: ignore[attr-defined] # the same
        never_read = SpecStore(engine)
        assert isinstance(ended(lambda: never_read.current("leo")), StoreUnavailableError)
    once_answered(lambda: store.current("leo"), lambda found: found.stale is None)


def test_whoever_uses_the_queue_is_told(postgres: Server, engine: Engine, patient: Engine) -> None:
    whole, queue = CandidateQueue(patient), CandidateQueue(engine)
    whole.add([Candidate("c1", "leo", "Hello")])
    taken = whole.take()
    assert taken is not None
    once_answered(queue.counts)
    uses: list[Callable[[], object]] = [
        queue.take,
        lambda: queue.renew(taken),
        lambda: queue.finish(taken, "held"),
        lambda: queue.add([Candidate("c2", "leo", "Hello")]),
    ]
    with postgres.hanging(), ThreadPoolExecutor(len(uses)) as pool:
        told = list(pool.map(ended, uses))
    assert [type(one) for one in told] == [StoreUnavailableError] * len(uses)
    whole.finish(taken, "held")
    assert whole.counts() == {"held": 1}


def test_a_server_that_hangs_in_the_middle_of_a_transaction_is_noticed(
    postgres: Server, engine: Engine
) -> None:
    def ask() -> object:
        with reading(engine) as connection:
            return connection.execute(text("SELECT 1")).scalar_one()

    def in_the_middle() -> None:
        with reading(engine) as connection, postgres.hanging():
            connection.execute(text("SELECT 1"))

    once_answered(ask)
    told = ended(in_the_middle)
    assert isinstance(told, StoreUnavailableError)
    assert "no answer within 1.6 seconds" in str(told)
    assert once_answered(ask) == 1


def test_the_server_itself_gives_up_a_statement_but_none_of_a_migration(url: str) -> None:
    engine = open_engine(url, answer_seconds=Listening(usual=0.6))
    slow, slower = text("SELECT pg_sleep(0.9)"), text("SELECT pg_sleep(600)")
    with pytest.raises(StoreUnavailableError, match="statement timeout"), writing(engine) as connection:
        connection.execute(slower)
    with writing(engine, patience="endless") as connection:
        connection.execute(slow)
    # The next user of that connection is as impatient as ever.
    with pytest.raises(StoreUnavailableError, match="statement timeout"), reading(engine) as connection:
        connection.execute(slower)
    engine.dispose()


def test_what_an_operator_says_of_connections_goes_first(url: str) -> None:
    engine = open_engine(f"{url}&keepalives_idle=77&connect_timeout=9")
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        said = raw.info.get_parameters()
        assert (said["keepalives_idle"], said["connect_timeout"]) == ("77", "9")
        assert said["tcp_user_timeout"] == "15000"
    engine.dispose()
