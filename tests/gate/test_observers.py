"""What observers are told, and that no outcome depends on them."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.gate.candidate import Candidate, Mode
from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.harness.failures import Absent
from align.judge.judgement import Judged
from tests.gate.parts import CLEAN, NOW, WRONG, Engine, Judge, Log, Specs, judged
from tests.gate.test_gate_promises import passes

if TYPE_CHECKING:
    from align.gate.decision import Decision
    from align.gate.ports import Found, Step


@dataclass
class Ear:
    """Remembers what it was told, and fails at what it is to fail at."""

    name: str = ""
    told: list[str] = field(default_factory=list)
    found: list[Any] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    failures: dict[str, BaseException] = field(default_factory=dict)
    shared: list[str] = field(default_factory=list)

    def _take_in(self, what: str) -> None:
        self.told.append(what)
        self.shared.append(f"{self.name} {what}")
        if what.partition(" ")[0] in self.failures:
            raise self.failures[what.partition(" ")[0]]

    def pass_began(self, candidate: Candidate, mode: Mode, engine: str) -> None:
        """Remember it."""
        self._take_in(f"pass {candidate.id} {mode} {engine}")

    def step_began(self, step: Step) -> None:
        """Remember it."""
        self._take_in(f"begin {step}")

    def step_ended(self, step: Step, seconds: float, found: Found) -> None:
        """Remember it."""
        assert seconds >= 0
        self.found.append(found)
        self._take_in(f"end {step}")

    def pass_ended(self, decision: Decision) -> None:
        """Remember it."""
        self.decisions.append(decision)
        self._take_in("over")

    @property
    def steps(self) -> list[str]:
        """The steps that began."""
        return [what.split()[1] for what in self.told if what.startswith("begin ")]


def gate(ears: list[Ear], **parts: Any) -> AlignmentGate:
    made: dict[str, Any] = {"specs": Specs(), "engine": Engine(), "log": Log(), "judge": None} | parts
    return AlignmentGate(GateParts(**made), observers=ears, clock=lambda: NOW)


def test_a_clean_draft_is_checked_judged_and_recorded() -> None:
    ear = Ear()
    decision = gate([ear], judge=Judge(judged())).align_blocking(Candidate("c1", "leo", CLEAN))
    assert ear.told[0] == "pass c1 GO do-gpu-test_1"
    assert ear.steps == ["spec", "check", "judge", "record"]
    assert ear.found[1].ok
    assert isinstance(ear.found[2], Judged)
    assert ear.decisions == [decision]


def test_redrafts_and_the_template_are_steps_of_their_own() -> None:
    ear = Ear()
    parts = {"engine": Engine([WRONG, Absent("timeout")]), "specs": Specs(bodies={"opener": CLEAN})}
    gate([ear], **parts).align_blocking(Candidate("c1", "leo", None, "opener"))
    assert ear.steps == ["spec", "draft", "check", "redraft", "template", "check", "record"]
    assert ear.found[3] == Absent("timeout")


def test_an_unsound_judgement_is_told_as_the_absence_that_it_is() -> None:
    ear = Ear()
    gate([ear], judge=Judge(judged(("drift", 99.0, "Hi")))).align_blocking(Candidate("c1", "leo", CLEAN))
    assert ear.found[2] == Absent("schema_violation", "the judge answered with something else")


def test_a_decision_that_could_not_be_recorded_is_told_as_the_hold_that_it_is() -> None:
    ear = Ear()
    decision = gate([ear], log=Log(is_away=True)).align_blocking(Candidate("c1", "leo", CLEAN))
    assert [reason.tag for reason in decision.outcome.reasons] == ["audit_unavailable"]  # type: ignore[union-attr] # held
    assert ear.decisions == [decision]


def test_a_pass_that_is_broken_off_ends_once_with_its_step() -> None:
    ear = Ear()

    async def go() -> None:
        judge = Judge()
        task = asyncio.create_task(gate([ear], judge=judge).align(Candidate("c1", "leo", CLEAN)))
        while not judge.questions:  # noqa: ASYNC110 - it has no event
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(go())
    assert ear.told[-4:] == ["end judge", "begin record", "end record", "over"]
    assert ear.found[-2] is None
    assert [one.outcome_name for one in ear.decisions] == ["held"]


def test_observers_nest() -> None:
    heard: list[str] = []
    gate([Ear("a", shared=heard), Ear("b", shared=heard)]).align_blocking(Candidate("c1", "leo", CLEAN))
    assert [one for one in heard if "check" in one] == [
        "a begin check",
        "b begin check",
        "b end check",
        "a end check",
    ]
    assert heard[-2:] == ["b over", "a over"]


def test_how_an_observer_fails_is_said_once_and_without_its_words(caplog: pytest.LogCaptureFixture) -> None:
    ear = Ear(failures={"begin": RuntimeError("the words of a client")})
    with caplog.at_level(logging.WARNING):
        gate([ear]).align_blocking(Candidate("c1", "leo", CLEAN))
    assert caplog.messages == ["the observer Ear failed: RuntimeError"]


def test_what_ends_the_process_goes_through_and_is_recorded() -> None:
    log = Log()
    with pytest.raises(KeyboardInterrupt):
        gate([Ear(failures={"pass": KeyboardInterrupt()})], log=log).align_blocking(
            Candidate("c1", "leo", CLEAN)
        )
    assert [one.outcome_name for one in log.decisions] == ["held"]


FAILURES = st.dictionaries(
    st.sampled_from(["pass", "begin", "end", "over"]),
    st.sampled_from([RuntimeError("x"), asyncio.CancelledError(), TimeoutError(), AssertionError()]),
)


@settings(max_examples=200, deadline=None)
@given(passes(), FAILURES)
def test_no_outcome_depends_on_an_observer(drawn: dict[str, Any], failures: dict[str, BaseException]) -> None:
    """Telemetry never holds or passes anything, and every pass that began ends once."""
    ear, silent = Ear(failures=failures), Ear()
    watched, log = _go(drawn, [ear, silent])
    alone, _ = _go(drawn, [])
    assert _bare(watched) == _bare(alone)
    assert log.decisions in ([watched], [])
    for one in (ear, silent):
        assert one.decisions == [watched]
        assert sum(what.startswith("begin") for what in one.told) == sum(
            what.startswith("end") for what in one.told
        )


def _go(drawn: dict[str, Any], ears: list[Ear]) -> tuple[Decision, Log]:
    name, can_redraft = drawn["engine"]
    log = Log(is_away=drawn["log_away"])
    judge = None if drawn["judge"] is None else Judge(drawn["judge"])
    made = AlignmentGate(
        GateParts(drawn["specs"], Engine(drawn["answers"], id=name, can_redraft=can_redraft), log, judge),
        settings=GateSettings(judge_mode="shadow" if drawn["shadow"] else "enforce"),
        observers=ears,
        clock=lambda: NOW,
    )
    return made.align_blocking(Candidate("c1", "leo", drawn["body"], drawn["key"]), drawn["mode"]), log


def _bare(decision: Decision) -> Decision:
    return replace(decision, id="", seconds=0.0)
