"""Parts that never answer: a pass ends by its deadline and what little it grants beyond, and leaves no task behind."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from align.audit.store import DecisionStore
from align.gate.candidate import Candidate
from align.gate.decision import Downgraded, Held, Passed
from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.runner.advance import Runner
from align.runner.queue import CandidateQueue
from specs.store import Edit, SpecStore, TemplateEdit, open_engine
from tests.gate.parts import CLEAN, NOW, WRONG, Engine, Log, Specs
from tests.gate.test_gate import tags
from tests.store.documents import document
from tests.store.patience import IMPATIENT, once_answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.gate.decision import Decision
    from benchmarks.postgres import Server


PATIENCE_SECONDS = 120


@dataclass
class Stuck:
    """Something that answers nobody until it is let go."""

    entered: threading.Event = field(default_factory=threading.Event)
    let: threading.Event = field(default_factory=threading.Event)

    def wait(self) -> None:
        """Be stuck."""
        self.entered.set()
        assert self.let.wait(PATIENCE_SECONDS)


@dataclass
class LateEngine(Engine):
    """An engine that answers when the deadline of the pass is over."""

    seconds: float = 0.0

    async def draft(self, request: Any, deadline: Any) -> Any:
        """Let the time go by, then answer."""
        self.seconds += deadline.remaining + 1.0
        return await super().draft(request, deadline)

    def monotonic(self) -> float:
        """Return the seconds of this engine's world."""
        return self.seconds


@pytest.fixture
def stuck() -> Iterator[Stuck]:
    made = Stuck()
    yield made
    made.let.set()


@dataclass
class StuckTemplates(Specs):
    """A spec store whose templates cannot be read."""

    stuck: Stuck = field(default_factory=Stuck)

    def templates(self, persona: str, when: Any = None) -> Any:
        """Wait."""
        self.stuck.wait()
        return super().templates(persona, when)


@dataclass
class StuckLog(Log):
    """A log that does not answer."""

    stuck: Stuck = field(default_factory=Stuck)

    def record(self, decision: Decision) -> None:
        """Wait, then keep it."""
        self.stuck.wait()
        super().record(decision)


async def passed(stuck: Stuck, gate: AlignmentGate, candidate: Candidate) -> Decision:
    """Take a candidate through; only then is let go what is stuck."""
    decision = await asyncio.wait_for(gate.align(candidate), PATIENCE_SECONDS)
    assert asyncio.all_tasks() == {asyncio.current_task()}
    stuck.let.set()
    return decision


def test_a_template_that_cannot_be_read_is_not_waited_for(stuck: Stuck) -> None:
    specs, log, engine = StuckTemplates(bodies={"opener": CLEAN}, stuck=stuck), Log(), LateEngine([CLEAN])
    gate = AlignmentGate(
        GateParts(specs, engine, log),
        settings=GateSettings(grace_seconds=0.05),
        clock=lambda: NOW,
        monotonic=engine.monotonic,
    )
    decision = asyncio.run(passed(stuck, gate, Candidate("c1", "leo", None, "opener")))
    assert tags(decision) == ["deadline", "template_unavailable"]
    assert log.decisions == [decision]


def test_a_template_can_save_a_candidate_whose_deadline_has_passed() -> None:
    specs, engine = Specs(bodies={"opener": CLEAN}), LateEngine([CLEAN])
    gate = AlignmentGate(GateParts(specs, engine, Log()), clock=lambda: NOW, monotonic=engine.monotonic)
    assert gate.align_blocking(Candidate("c1", "leo", None, "opener")).outcome == Downgraded(CLEAN, "opener")


def test_a_log_that_does_not_answer_is_a_hold_and_the_record_may_come_later(stuck: Stuck) -> None:
    log = StuckLog(stuck=stuck)
    settings = GateSettings(record_seconds=0.05)
    gate = AlignmentGate(GateParts(Specs(), Engine(), log), settings=settings, clock=lambda: NOW)
    decision = asyncio.run(passed(stuck, gate, Candidate("c1", "leo", CLEAN)))
    assert tags(decision) == ["audit_unavailable"]
    assert isinstance(decision.outcome, Held)
    cause: Any = decision.outcome.reasons[0]
    assert cause.cause == "no answer within 0.05 seconds; the record may still come"
    assert [(found.id, found.outcome) for found in log.decisions] == [(decision.id, Passed(CLEAN))]


def test_a_cancelled_pass_waits_for_a_stuck_log_no_longer_than_any_other(stuck: Stuck) -> None:
    log = StuckLog(stuck=stuck)

    async def go() -> None:
        settings = GateSettings(record_seconds=0.05)
        gate = AlignmentGate(GateParts(Specs(), Engine(), log), settings=settings, clock=lambda: NOW)
        one = asyncio.create_task(gate.align(Candidate("c1", "leo", CLEAN)))
        assert await asyncio.to_thread(stuck.entered.wait, PATIENCE_SECONDS)
        one.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(one, PATIENCE_SECONDS)
        assert one.cancelled()
        stuck.let.set()

    asyncio.run(go())
    assert len(log.decisions) == 1


def test_nothing_is_sent_while_the_database_hangs(postgres: Server) -> None:
    """A real server, frozen after the spec was read once: the pass goes on with that, and ends as a hold."""
    postgres.command("CREATE DATABASE hung TEMPLATE migrated")
    patient = open_engine(postgres.address("hung"))
    engine = open_engine(postgres.address("hung"), answer_seconds=IMPATIENT)
    whole, log = SpecStore(patient), DecisionStore(patient)
    whole.add_persona(document(), Edit({}, "ana", "first"))
    whole.set_template("leo", TemplateEdit("opener", CLEAN, "ana", "first"))
    store = SpecStore(engine, fresh_seconds=0.0)
    once_answered(lambda: store.current("leo"))
    sent: list[Any] = []

    class Outbox:
        async def dispatch(self, outgoing: Any) -> Any:
            sent.append(outgoing)

    async def go(specs: SpecStore, *candidates: Candidate) -> list[Any]:
        gate = AlignmentGate(GateParts(specs, Engine(), DecisionStore(specs.engine)))
        runner = Runner(gate, Outbox())
        passes = asyncio.gather(*(runner.advance_draft(one, "GO") for one in candidates))
        advanced = await asyncio.wait_for(passes, PATIENCE_SECONDS)
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return advanced

    with postgres.hanging():
        clean, wrong = asyncio.run(
            go(store, Candidate("c1", "leo", CLEAN), Candidate("c2", "leo", WRONG, "opener"))
        )
    assert (clean.status, clean.cause) == ("held", "audit_unavailable")
    assert clean.decision.spec.stale_since is not None
    assert wrong.cause == "spec_conflict, engine_unavailable, template_unavailable, audit_unavailable"
    assert sent == []
    assert log.find() == ()
    (again,) = asyncio.run(go(whole, Candidate("c1", "leo", CLEAN)))
    assert again.status == "dispatched"
    assert CandidateQueue(patient).counts() == {}
    store.close()
    whole.close()
