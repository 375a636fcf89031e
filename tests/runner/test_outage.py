"""A spec store that is away when a message is about to be sent: nothing is sent, nothing is held, and it goes on."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from align.audit.store import DecisionStore
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipts import ReceiptBook
from align.runner.advance import Runner
from align.runner.loop import LoopSettings, RunnerLoop
from align.runner.ports import DispatchError
from specs.store import Edit, SpecStore, StoreError, StoreUnavailableError, open_engine
from tests.gate.parts import CLEAN, Engine
from tests.runner.parts import Seals, Sent, SmallGate
from tests.runner.test_loop import never
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.gate.decision import Decision
    from align.runner.queue import CandidateQueue
    from tests.store.conftest import Clock

KEY = b"0123456789abcdef"
AWAY = "it cannot be checked before it is sent: the database is away; bring it back"


def away(count: int) -> list[Exception]:
    return [StoreUnavailableError("the database is away", "bring it back") for _ in range(count)]


def run(queue: CandidateQueue, runner: Runner) -> None:
    settings = LoopSettings(workers=1, until_empty=True)
    asyncio.run(RunnerLoop(queue, runner, lambda _: "GO", settings=settings, sleep=never).run())


def test_what_passed_waits_for_the_store_however_long(
    open_queue: Callable[..., CandidateQueue], clock: Clock
) -> None:
    queue = open_queue(max_takes=3)
    queue.add([Candidate("c1", "leo", "Hello")])
    sent = Sent()
    runner = Runner(SmallGate(), sent, receipts=Seals(away=away(20)))
    for _ in range(20):
        run(queue, runner)
        found = queue.get("leo", "c1")
        assert found is not None
        assert (found.status, found.takes, found.cause) == ("taken", 0, AWAY)
        clock.move(seconds=15)
    assert sent.sent == []
    run(queue, runner)
    assert queue.counts() == {"dispatched": 1}
    assert len(sent.sent) == 1


def test_what_was_being_sent_waits_as_well_and_goes_out_as_it_was(
    queue: CandidateQueue, clock: Clock
) -> None:
    queue.add([Candidate("c1", "leo", "Hello")])
    sent, seals, gate = Sent([DispatchError("the webhook answered 503")]), Seals(), SmallGate()
    runner = Runner(gate, sent, receipts=seals)
    run(queue, runner)
    seals.away = away(2)
    for _ in range(3):
        clock.move(seconds=15)
        run(queue, runner)
    assert queue.counts() == {"dispatched": 1}
    assert [(out.decision_id, out.body) for out in sent.sent] == [("leo-c1-1", "Hello")]
    assert gate.seen == ["c1"]


def test_a_store_that_knows_no_such_persona_is_asked_again_and_not_for_ever(
    open_queue: Callable[..., CandidateQueue], clock: Clock
) -> None:
    queue = open_queue(max_takes=3)
    queue.add([Candidate("c1", "leo", "Hello")])
    runner = Runner(SmallGate(), Sent(), receipts=Seals(away=[StoreError("no facts of 'leo'")] * 9))
    for _ in range(4):
        run(queue, runner)
        clock.move(seconds=300)
    (failed,) = queue.find("failed")
    assert failed.cause == "it cannot be checked before it is sent: no facts of 'leo'"


@pytest.mark.parametrize("refusal", ["forged", "edited", "expired", "stale"])
def test_what_is_refused_for_good_is_held(queue: CandidateQueue, refusal: str) -> None:
    queue.add([Candidate("c1", "leo", "Hello")])
    sent = Sent()
    run(queue, Runner(SmallGate(), sent, receipts=Seals(refuses=refusal)))
    (held,) = queue.find("held")
    assert (held.cause, sent.sent) == (f"not sent: {refusal}", [])


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[SpecStore]:
    found = SpecStore(open_engine(url), fresh_seconds=0.0, clock=clock)
    found.add_persona(document(), Edit({}, "ana", "first"))
    yield found
    found.close()


def test_a_real_store_that_is_away_between_the_gate_and_the_outbox(
    store: SpecStore, queue: CandidateQueue, clock: Clock
) -> None:
    """Its table is gone right after the record: the decision stands, the message does not go, and then it does."""

    def rename(old: str, new: str) -> None:
        with store.engine.begin() as connection:
            connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))

    class Log(DecisionStore):
        is_last = False

        def record(self, decision: Decision) -> None:
            super().record(decision)
            if not self.is_last:
                rename("spec_version", "away")

    log = Log(store.engine, clock=clock)
    gate = AlignmentGate(GateParts(store, Engine(), log), clock=clock)
    sent: Any = Sent()
    runner = Runner(gate, sent, receipts=ReceiptBook(store, KEY, clock=clock))
    queue.add([Candidate("c1", "leo", CLEAN)])
    run(queue, runner)
    rename("away", "spec_version")
    assert (queue.counts(), sent.sent) == ({"taken": 1}, [])
    log.is_last = True
    clock.move(seconds=15)
    run(queue, runner)
    assert queue.counts() == {"dispatched": 1}
    assert [out.body for out in sent.sent] == [CLEAN]
    assert len(log.find()) == 2
