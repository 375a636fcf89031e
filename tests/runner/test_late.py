"""Late judging on both databases: what passed unjudged is judged once, under its own spec, and a bad one is raised."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from align.audit.records import DecisionFilter
from align.audit.store import DecisionStore
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipts import ReceiptBook
from align.harness.failures import Absent
from align.runner.advance import Runner
from align.runner.late import Late, LateJudging
from align.runner.late_rounds import LateRounds
from align.runner.ports import Outgoing
from specs.store import Edit, SpecStore, StoreError, UnknownPersonaError, open_engine
from tests.gate.parts import CLEAN, Engine, Judge, judged
from tests.runner.parts import Sent
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.gate.decision import Decision
    from tests.store.conftest import Clock

OPINION = judged(("drift", 8, "hour at mine"))
KEY = b"0123456789abcdef"


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[SpecStore]:
    found = SpecStore(open_engine(url), fresh_seconds=0.0, clock=clock)
    found.add_persona(document(policy={"judge": {"drift": 7}}), Edit({}, "ana", "first"))
    yield found
    found.close()


@pytest.fixture
def log(store: SpecStore, clock: Clock) -> DecisionStore:
    return DecisionStore(store.engine, clock=clock)


def passed(store: SpecStore, log: DecisionStore, clock: Clock, name: str = "c1") -> str:
    gate = AlignmentGate(GateParts(store, Engine(), log, Judge(Absent("refused"))), clock=clock)
    decision = gate.align_blocking(Candidate(name, "leo", CLEAN))
    assert decision.body == CLEAN
    return decision.id


def late(log: DecisionStore, store: SpecStore, judge: Any) -> Late:
    return asyncio.run(LateJudging(log, store, Judge(judge)).round())


def test_a_bad_one_is_raised_once(store: SpecStore, log: DecisionStore, clock: Clock) -> None:
    name = passed(store, log, clock)
    assert late(log, store, OPINION) == Late(1, (name,), 0)
    assert [found.id for found in log.find(DecisionFilter(raised=True))] == [name]
    assert log.unjudged() == ()
    assert late(log, store, OPINION) == Late()


def test_the_judge_is_told_whose_body_it_is(store: SpecStore, log: DecisionStore, clock: Clock) -> None:
    absent = Judge(Absent("refused"))
    for name, body in (("c1", CLEAN), ("c2", None)):
        gate = AlignmentGate(GateParts(store, Engine([CLEAN]), log, absent), clock=clock)
        gate.align_blocking(Candidate(name, "leo", body))
    judge = Judge(OPINION)
    asyncio.run(LateJudging(log, store, judge).round())
    told = [(question.engine, question.workflow) for question in judge.questions]
    assert told == [(None, None), ("do-gpu-test_1", "flow@1")]
    assert told == [(question.engine, question.workflow) for question in absent.questions]


def test_a_good_one_is_judged_and_not_raised(store: SpecStore, log: DecisionStore, clock: Clock) -> None:
    passed(store, log, clock)
    assert late(log, store, judged(("drift", 2, "hour at mine"))) == Late(1, (), 0)
    assert log.unjudged() == ()


def test_it_is_judged_under_the_spec_that_it_passed_under(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    name = passed(store, log, clock)
    clock.move(hours=1)
    store.revise("leo", Edit({"policy.judge.drift": 9}, "ana", "milder"))
    assert late(log, store, OPINION) == Late(1, (name,), 0)


def test_a_spec_that_changed_between_the_clock_and_the_read_is_judged_as_it_was_read(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    early = clock()
    clock.move(hours=1)
    store.revise("leo", Edit({"min_minutes": 45}, "ana", "shorter"))
    gate = AlignmentGate(GateParts(store, Engine(), log, Judge(Absent("refused"))), clock=lambda: early)
    decision = gate.align_blocking(Candidate("c1", "leo", CLEAN))
    assert decision.spec is not None
    assert decision.spec.digest != store.at("leo", early).digest
    judge = Judge(OPINION)
    found = asyncio.run(LateJudging(log, store, judge).round())
    assert found == Late(1, (decision.id,), 0)
    assert [question.spec.digest for question in judge.questions] == [decision.spec.digest]


def test_an_absent_judge_ends_the_round(store: SpecStore, log: DecisionStore, clock: Clock) -> None:
    for name in ("c1", "c2"):
        passed(store, log, clock, name)
    assert late(log, store, Absent("refused")) == Late(0, (), 0, "the model server cannot be reached")
    assert len(log.unjudged()) == 2


def test_what_cannot_be_judged_does_not_stand_in_the_way(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    class Missing:
        """A spec store that has lost the persona of the first decisions."""

        lost = 3

        def by_digest(self, persona: str, *which: Any, **more: Any) -> Any:
            self.lost -= 1
            if self.lost >= 0:
                raise UnknownPersonaError(persona)
            return store.by_digest(persona, *which, **more)

    names = [passed(store, log, clock, f"c{n}") for n in range(5)]
    specs: Any = Missing()
    found = asyncio.run(LateJudging(log, specs, Judge(OPINION)).round(limit=1))
    assert found == Late(1, (names[3],), 3)


def test_a_passed_decision_whose_spec_moved_gets_no_receipt(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    """The edit takes effect after the gate looked at the clock, and before it read the spec."""
    early = clock()
    clock.move(hours=1)
    store.revise("leo", Edit({"min_minutes": 45}, "ana", "shorter"))
    gate = AlignmentGate(GateParts(store, Engine(), log), clock=lambda: early)
    sent = Sent()
    runner = Runner(gate, sent, receipts=ReceiptBook(store, KEY, clock=clock))
    advanced = asyncio.run(runner.advance_draft(Candidate("c1", "leo", CLEAN), "GO"))
    assert (advanced.status, sent.sent) == ("held", [])
    assert advanced.cause == "not sent: stale"


def test_a_spec_that_moves_once_sends_the_candidate_through_the_gate_again(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    class Moving(DecisionStore):
        """The record, with somebody who edits after the first decision."""

        def record(self, decision: Decision) -> None:
            super().record(decision)
            clock.move(seconds=1)
            if len(self.find(DecisionFilter())) == 1:
                store.revise("leo", Edit({"min_minutes": 45}, "ana", "shorter"))

    moving = Moving(log.engine, clock=clock)
    sent = Sent()
    gate = AlignmentGate(GateParts(store, Engine(), moving), clock=clock)
    runner = Runner(gate, sent, receipts=ReceiptBook(store, KEY, clock=clock))
    advanced = asyncio.run(runner.advance_draft(Candidate("c1", "leo", CLEAN), "GO"))
    assert (advanced.status, len(sent.sent)) == ("dispatched", 1)
    last, first = log.find(DecisionFilter())
    assert (last.id, sent.sent[0].decision_id) == (advanced.decision_id, advanced.decision_id)
    assert first.document["spec"]["digest"] != last.document["spec"]["digest"]


def test_erased_words_cannot_be_judged(store: SpecStore, log: DecisionStore, clock: Clock) -> None:
    passed(store, log, clock)
    log.prune(clock.move(days=1))
    assert late(log, store, OPINION) == Late()


def test_an_answer_that_is_none_stands_in_nobody_s_way(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    names = [passed(store, log, clock, name) for name in ("c1", "c2", "c3")]
    answers = [Absent("truncated"), judged(("drift", 99, "hour")), OPINION]

    class Mixed:
        async def judge(self, question: Any, deadline: Any) -> Any:
            del question, deadline
            return answers.pop(0)

    found = asyncio.run(LateJudging(log, store, Mixed()).round())
    assert found == Late(1, (names[2],), 2)
    assert [left.id for left in log.unjudged()] == names[:2]


class Rounds:
    """Late rounds whose waits end after so many; keeps what was told."""

    def __init__(self, judging: Any, rounds: int, **rest: Any) -> None:
        self.raised: list[str] = []
        self.alerts: list[str] = []
        self.waits: list[float] = []

        async def sleep(seconds: float) -> None:
            self.waits.append(seconds)
            if len(self.waits) == rounds:
                raise asyncio.CancelledError

        late_rounds = LateRounds(judging, self.raised.append, self.alerts.append, sleep=sleep, **rest)
        with pytest.raises(asyncio.CancelledError):
            asyncio.run(late_rounds.run())


def test_rounds_go_on_by_themselves_and_raise_what_is_bad_once(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    name = passed(store, log, clock)
    answers = [Absent("refused"), Absent("refused"), OPINION]

    class Back:
        async def judge(self, question: Any, deadline: Any) -> Any:
            del question, deadline
            return answers.pop(0)

    done = Rounds(LateJudging(log, store, Back()), 5, seconds=7.0)
    assert (done.raised, answers, done.waits) == ([name], [], [7.0] * 5)
    assert done.alerts == ["late judging: the model server cannot be reached"]  # once, and not again
    assert [found.id for found in log.find(DecisionFilter(raised=True))] == [name]


def test_rounds_outlive_whatever_goes_wrong(store: SpecStore, log: DecisionStore) -> None:
    del store

    class Failing:
        failures: ClassVar = [StoreError("no log"), RuntimeError("secret"), StoreError("no log")]

        async def round(self) -> Late:
            if self.failures:
                raise self.failures.pop(0)
            return Late()

    assert log.find() == ()
    done = Rounds(Failing(), 4)
    assert done.alerts == [
        "late judging: no log",
        "late judging: crashed: RuntimeError",
        "late judging: no log",
    ]


def test_a_judge_whose_machine_is_away_is_not_asked(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    passed(store, log, clock)
    judge, there = Judge(OPINION), [False, True, False]
    Rounds(LateJudging(log, store, judge), 3, is_there=lambda: there.pop(0))
    assert len(judge.questions) == 1


def test_a_kept_receipt_is_good_for_another_process_also_without_a_shared_key(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    gate = AlignmentGate(GateParts(store, Engine(), log), clock=clock)
    receipt = ReceiptBook(store, None, clock=clock).issue(gate.align_blocking(Candidate("c1", "leo", CLEAN)))
    other = ReceiptBook(store, None, clock=clock)
    assert other.refusal(receipt, CLEAN) == "forged"
    assert other.refusal(receipt, CLEAN, is_kept=True) is None
    assert other.refusal(receipt, f"{CLEAN} And more.", is_kept=True) == "edited"
    shared = ReceiptBook(store, KEY, clock=clock)
    assert shared.refusal(receipt, CLEAN, is_kept=True) == "forged"
    sent = Sent()
    out = Outgoing("c1", "leo", "d1", CLEAN, receipt)
    assert asyncio.run(Runner(gate, sent, receipts=other).resume(out)).status == "dispatched"
    clock.move(hours=1)
    store.revise("leo", Edit({"min_minutes": 45}, "ana", "shorter"))
    assert other.refusal(receipt, CLEAN, is_kept=True) == "stale"


class Nobody:
    """A spec store that knows nobody."""

    def current(self, persona: str, when: object = None) -> Any:
        """Say so."""
        del when
        raise UnknownPersonaError(persona)

    at = templates = current


def test_a_receipt_is_checked_against_what_others_stored_a_moment_ago(
    store: SpecStore, log: DecisionStore, clock: Clock
) -> None:
    """A process that trusts what it read for an hour, and one that edits the facts meanwhile."""
    trusting = SpecStore(store.engine, fresh_seconds=3600.0, clock=clock)
    gate = AlignmentGate(GateParts(trusting, Engine(), log), clock=clock)
    decision = gate.align_blocking(Candidate("c1", "leo", CLEAN))
    book = ReceiptBook(trusting, KEY, clock=clock)
    receipt = book.issue(decision)
    clock.move(seconds=1)
    store.revise("leo", Edit({"rates": [{"minutes": 60, "amount": 90}]}, "ana", "dearer"))
    assert book.refusal(receipt, CLEAN) == "stale"


def test_a_receipt_holds_until_the_facts_move(store: SpecStore, log: DecisionStore, clock: Clock) -> None:
    gate = AlignmentGate(GateParts(store, Engine(), log), clock=clock)
    decision = gate.align_blocking(Candidate("c1", "leo", CLEAN))
    book = ReceiptBook(store, KEY, clock=clock)
    receipt = book.issue(decision)
    assert book.refusal(receipt, CLEAN) is None
    assert book.refusal(receipt, f"{CLEAN} And more.") == "edited"
    assert book.refusal(None, CLEAN) == "it has no receipt"
    assert book.refusal("{}", CLEAN) == "this is no receipt (KeyError)"
    clock.move(hours=1)
    store.revise("leo", Edit({"min_minutes": 45}, "ana", "shorter"))
    assert book.refusal(receipt, CLEAN) == "stale"
    stores: tuple[Any, ...] = (SpecStore(open_engine("sqlite:///none.db")), Nobody())
    for unknown in stores:
        with pytest.raises(StoreError):
            ReceiptBook(unknown, KEY, clock=clock).refusal(receipt, CLEAN)
