"""One candidate's way by the mode: sent, left for a person, or held; the record first, then the journal, then sending."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from align.gate.candidate import Candidate
from align.runner.advance import Runner
from align.runner.ports import DispatchError, LeaseLostError, Outgoing
from tests.runner.parts import Seals, Sent, SmallGate

if TYPE_CHECKING:
    from align.gate.candidate import Mode
    from align.gate.decision import Decision

GOOD = Candidate("c1", "leo", "Hello")
BAD = Candidate("c1", "leo", "wrong")


@dataclass
class Course:
    """Keeps in which order the record, the journal and the dispatcher were used; each may fail."""

    steps: list[str] = field(default_factory=list)
    fails: dict[str, Exception] = field(default_factory=dict)

    def _step(self, name: str) -> None:
        self.steps.append(name)
        if name in self.fails:
            raise self.fails[name]

    def record(self, decision: Decision) -> None:
        """Be the record."""
        self._step(f"record {decision.outcome_name}")

    async def sending(self, outgoing: Outgoing) -> None:
        """Be the journal."""
        self._step(f"sending {outgoing.key}")

    async def dispatch(self, outgoing: Outgoing) -> Any:
        """Be the dispatcher."""
        self._step(f"dispatch {outgoing.body}")


def advance(candidate: Candidate, mode: Mode, course: Course) -> Any:
    runner = Runner(SmallGate(course), course)
    return asyncio.run(runner.advance_draft(candidate, mode, course))


@pytest.mark.parametrize(
    ("candidate", "mode", "status", "steps"),
    [
        (GOOD, "GO", "dispatched", ["record passed", "sending leo/c1", "dispatch Hello"]),
        (GOOD, "DRAFT", "pending_review", ["record passed"]),
        (GOOD, "PAUSE", "held", ["record held"]),
        (BAD, "GO", "held", ["record held"]),
        (BAD, "DRAFT", "held", ["record held"]),
    ],
)
def test_the_mode_decides_how_far_it_goes(
    candidate: Candidate, mode: Mode, status: str, steps: list[str]
) -> None:
    course = Course()
    advanced = advance(candidate, mode, course)
    assert (advanced.status, course.steps) == (status, steps)
    assert advanced.decision.candidate == candidate


def test_a_hold_says_why() -> None:
    assert advance(BAD, "GO", Course()).cause == "spec_conflict, judge_conflict, rule_error"
    assert advance(GOOD, "PAUSE", Course()).cause == "paused"


def test_a_gate_that_lets_go_in_a_pause_sends_nothing() -> None:
    class Deaf(SmallGate):
        async def align(self, candidate: Candidate, mode: Mode = "GO") -> Decision:
            del mode
            return await super().align(candidate)

    course = Course()
    advanced = asyncio.run(Runner(Deaf(course), course).advance_draft(GOOD, "PAUSE", course))
    assert (advanced.status, advanced.cause, course.steps) == ("held", "paused", ["record passed"])


@pytest.mark.parametrize(
    ("step", "error", "last"),
    [
        ("record passed", RuntimeError(), "record passed"),
        ("sending leo/c1", LeaseLostError(), "sending leo/c1"),
        ("dispatch Hello", DispatchError(), "dispatch Hello"),
    ],
)
def test_nothing_follows_a_step_that_failed(step: str, error: Exception, last: str) -> None:
    course = Course(fails={step: error})
    with pytest.raises(type(error)):
        advance(GOOD, "GO", course)
    assert course.steps[-1] == last


def test_a_receipt_is_checked_before_anything_is_sent() -> None:
    sent, seals = Sent(), Seals()
    runner = Runner(SmallGate(), sent, receipts=seals)
    advanced = asyncio.run(runner.advance_draft(GOOD, "GO"))
    assert (advanced.status, sent.sent[0].receipt) == ("dispatched", f"seal of {advanced.decision_id}")
    seals.refuses = "the facts changed"
    advanced = asyncio.run(runner.advance_draft(GOOD, "GO"))
    assert (advanced.status, advanced.cause) == ("held", "not sent: the facts changed")
    again = asyncio.run(runner.resume(sent.sent[0]))
    assert again.status == "held"
    assert again.cause == "sending had begun, so it may have gone out; not sent again: the facts changed"
    assert len(sent.sent) == 1


def test_what_was_being_sent_is_sent_again_without_the_gate() -> None:
    sent, gate = Sent(), SmallGate()
    out = Outgoing("c1", "leo", "d7", "Hello")
    advanced = asyncio.run(Runner(gate, sent).resume(out))
    assert (advanced.status, advanced.decision_id, sent.sent, gate.seen) == ("dispatched", "d7", [out], [])
