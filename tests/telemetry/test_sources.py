"""What is read when the figures are asked for: from real databases, and when they are away."""

from __future__ import annotations

import asyncio
import datetime as dt
import threading
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from sqlalchemy import insert

from align.audit.store import DecisionStore
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.harness.breaker import Breaker, BreakerPolicy
from align.harness.failures import Absent
from align.harness.lease.state import Lease
from align.runner.queue import CandidateQueue
from align.telemetry import sources
from align.telemetry.metrics import Metrics
from align.telemetry.sources import Source
from specs.store import open_engine
from specs.store.usage_tables import LeaseEventRow
from tests.gate.parts import CLEAN, NOW, Engine, Judge, Specs, judged
from tests.harness.asking import absence_of, harness_at
from tests.harness.server import Misbehaviour, VllmLike
from tests.telemetry.reading import figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine as Database


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    engine = open_engine(url)
    yield engine
    engine.dispose()


def read(*asked: Source, seconds: float = 30.0) -> dict[tuple[str, ...], float]:
    metrics = Metrics(sources=asked, source_seconds=seconds)
    found = figures(metrics)
    metrics.close()
    return found


def test_the_queue_by_status(database: Database) -> None:
    waiting = CandidateQueue(database)
    waiting.add([Candidate("1", "leo", CLEAN), Candidate("2", "leo", CLEAN)])
    waiting.take()
    found = read(sources.queue(waiting.counts))
    assert found["align_queue_candidates", "status=queued"] == 1
    assert found["align_queue_candidates", "status=taken"] == 1
    assert found["align_queue_candidates", "status=failed"] == 0
    assert found["align_source_up", "source=queue"] == 1


def test_late_judgements(database: Database) -> None:
    log = DecisionStore(database)
    gate = AlignmentGate(GateParts(Specs(), Engine(), log, Judge(Absent("timeout"))), clock=lambda: NOW)
    for number in range(3):
        decision = gate.align_blocking(Candidate(str(number), "leo", CLEAN))
        if number:
            log.judge_late(decision.id, judged())
    found = read(sources.late_judgements(database))
    assert found["align_late_judgements_total", "outcome=clean"] == 2
    assert found["align_late_judgements_total", "outcome=raised"] == 0


def test_machines_and_their_seconds(database: Database) -> None:
    event = {"lease": "gpu", "machine": "m1", "holder": "h", "cause": "c"}
    rows = [
        event | {"number": 1, "phase": "provisioning", "at": NOW},
        event | {"number": 2, "phase": "absent", "at": NOW + dt.timedelta(seconds=90)},
    ]
    with database.begin() as connection:
        connection.execute(insert(LeaseEventRow), rows)
    found = read(sources.leased_machines(database, lambda: NOW + dt.timedelta(hours=1)))
    assert found["align_lease_machine_seconds_total", "lease=gpu"] == 90
    assert found["align_lease_machines_total", "lease=gpu"] == 1


def test_the_phase_of_the_lease() -> None:
    stands = Lease("warming", NOW, NOW, NOW, failures=2)
    found = read(sources.lease(lambda: stands, lambda: NOW + dt.timedelta(seconds=30)))
    assert found["align_lease_phase", "phase=warming"] == 1
    assert found["align_lease_phase", "phase=ready"] == 0
    assert found["align_lease_phase_seconds",] == 30
    assert found["align_lease_failures",] == 2


def test_breakers_and_turns() -> None:
    async def go() -> dict[tuple[str, ...], float]:
        breaker = Breaker(BreakerPolicy(failures=1))
        async with VllmLike().serve() as server, harness_at(server.url, breaker=breaker) as harness:
            server.script.append(Misbehaviour(status=500))
            await absence_of(harness)
            return await asyncio.to_thread(read, sources.model_servers(harness))

    found = asyncio.run(go())
    assert found["align_breaker_state", "server=llm", "state=open"] == 1
    assert found["align_breaker_state", "server=llm", "state=closed"] == 0
    assert found["align_model_turns", "server=classifier", "state=running"] == 0


def _away() -> NoReturn:
    raise RuntimeError("the words of a client")


def test_a_database_that_is_away_breaks_nothing(tmp_path: Any) -> None:
    gone = open_engine(f"sqlite:///{tmp_path / 'none' / 'store.db'}")
    metrics = Metrics(
        sources=[
            sources.queue(CandidateQueue(gone).counts),
            sources.late_judgements(gone),
            Source("odd", _away),
            sources.lease(lambda: Lease.none(NOW)),
        ],
        source_seconds=30.0,
    )
    metrics.requested("GET", "/healthz", 200, 0.01)
    found = figures(metrics)
    assert found["align_source_up", "source=queue"] == 0
    assert found["align_source_up", "source=late_judgements"] == 0
    assert found["align_source_up", "source=odd"] == 0
    assert found["align_source_up", "source=lease"] == 1
    assert found["align_http_requests_total", "method=GET", "route=/healthz", "status=200"] == 1
    assert not any(key[0] == "align_queue_candidates" for key in found)
    assert b"words of a client" not in metrics.exposition()[0]


def test_a_source_may_come_later_and_once() -> None:
    metrics = Metrics()
    metrics.add(sources.lease(lambda: Lease.none(NOW)))
    assert figures(metrics)["align_lease_phase", "phase=absent"] == 1
    with pytest.raises(ValueError, match="names of their own"):
        metrics.add(sources.lease(lambda: Lease.none(NOW)))
    metrics.close()


def test_a_source_that_hangs_is_left_out_and_not_asked_again_meanwhile() -> None:
    asked, begun, release = [], threading.Event(), threading.Event()

    def hang() -> tuple[()]:
        asked.append(1)
        begun.set()
        release.wait()
        return ()

    metrics = Metrics(sources=[Source("slow", hang)], source_seconds=0.01)
    try:
        assert figures(metrics)["align_source_up", "source=slow"] == 0
        assert begun.wait(60)
        for _ in range(2):
            assert figures(metrics)["align_source_up", "source=slow"] == 0
        assert len(asked) == 1
    finally:
        release.set()
        metrics.close()
