"""The queue's table before ids were each persona's own, and after: no candidate is lost on the way up or down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import MetaData, Table, text

from align.audit.documents import candidate_json
from align.audit.store import DecisionStore
from align.gate.candidate import Candidate
from align.operators.checks import gate_checks
from align.runner.queue import CandidateQueue
from specs.store import open_engine
from specs.store.migrate import Migrations
from tests.audit.decisions import passed
from tests.store.conftest import BEGIN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.store.conftest import Clock


OLD = "schema@0005"
SENDING = json.dumps({"decision_id": "d7", "body": "Hello", "receipt": None})


@pytest.fixture
def migrations(empty_url: str, tmp_path: Path, clock: Clock) -> Iterator[Migrations]:
    engine = open_engine(empty_url)
    yield Migrations(engine, tmp_path / "facts", gate_checks(), clock)
    engine.dispose()


def insert(migrations: Migrations, candidate: Candidate, **values: Any) -> None:
    """Store a candidate as the release before did."""
    row = {
        "candidate_id": candidate.id,
        "digest": "d" * 64,
        "words": json.dumps(candidate_json(candidate)),
        "status": "queued",
        "takes": 0,
        "decision_id": None,
        "outgoing": None,
        "available_at": BEGIN.replace(tzinfo=None) if "sqlite" in str(migrations.engine.url) else BEGIN,
    }
    row |= {**values, "queued_at": row["available_at"], "changed_at": row["available_at"]}
    table = Table("candidate", MetaData(), autoload_with=migrations.engine)
    with migrations.engine.begin() as connection:
        connection.execute(table.insert(), row)


def test_every_candidate_gets_its_persona(migrations: Migrations, clock: Clock) -> None:
    migrations.upgrade("0005")
    queue, log = CandidateQueue(migrations.engine, clock=clock), DecisionStore(migrations.engine, clock=clock)
    log.record(passed("d7"))
    odd = "\ud800 \x00" * 20
    insert(migrations, Candidate("begun", "leo", "Hello"), status="sending", outgoing=SENDING)
    insert(migrations, Candidate("new", "ana", "Hello"))
    insert(migrations, Candidate("erased", "leo"), words=None, status="dispatched", decision_id="d7")
    insert(migrations, Candidate("lost", "leo"), words=None, status="failed")
    insert(migrations, Candidate("odd", odd, "Hello"), status="held")
    migrations.upgrade()
    assert migrations.drift() == []
    found = {("leo", "begun"), ("ana", "new"), ("leo", "erased"), ("", "lost"), (odd, "odd")}
    assert all(queue.get(*name) is not None for name in found)
    # What was being sent goes out under the key that a receiver may have met.
    taken = queue.take()
    assert taken is not None
    assert taken.outgoing is not None
    assert (taken.outgoing.key, taken.outgoing.candidate_id) == ("begun", "begun")
    queue.sending(taken, taken.outgoing)
    clock.move(minutes=2)
    again = [taken.outgoing for taken in iter(queue.take, None) if taken.candidate.id == "begun"]
    assert again == [taken.outgoing]


def test_down_and_up_again_loses_no_candidate(migrations: Migrations, clock: Clock) -> None:
    migrations.upgrade()
    queue = CandidateQueue(migrations.engine, clock=clock)
    queue.add(Candidate("c1", persona, f"I am {persona}") for persona in ("leo", "ana", "bo"))
    queue.add([Candidate("c2", "leo", "Hello")])
    migrations.downgrade(OLD)
    with migrations.engine.connect() as connection:
        left = connection.execute(text("SELECT candidate_id FROM candidate ORDER BY id")).scalars().all()
    assert left == ["c1", "c2"]
    insert(migrations, Candidate("c3", "ana", "Hello"))
    migrations.upgrade()
    assert migrations.drift() == []
    clock.move(seconds=1)
    taken = {(taken.candidate.persona, taken.candidate.id) for taken in iter(queue.take, None)}
    assert taken == {("leo", "c1"), ("ana", "c1"), ("bo", "c1"), ("leo", "c2"), ("ana", "c3")}
    migrations.downgrade(OLD)
    migrations.upgrade()
    assert queue.counts() == {"taken": 5}
    queue.add([Candidate("c4", "leo", "Hello")])  # its number is its own
    assert queue.counts() == {"queued": 1, "taken": 5}
