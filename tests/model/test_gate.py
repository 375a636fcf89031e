"""The gate with a real server behind its judge and its engine: answering, killed, back again, frozen and too slow."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING, Any

import pytest

from align import validate_draft
from align.context import DraftContext
from align.engines.ids import EngineId
from align.engines.server_engine import ServerEngine
from align.gate.candidate import Candidate
from align.gate.decision import Decision, Downgraded, Held, Passed
from align.gate.gate import MAX_REDRAFTS, AlignmentGate, GateParts, GateSettings
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.local_server import LocalServer
from align.judge.server_judge import ServerJudge
from tests.gate.parts import CLEAN, NOW, WRONG, Log
from tests.harness.loops import run
from tests.harness.stand_in import is_alive
from tests.model.conftest import SAFE
from tests.model.served import PATIENCE, harness_for, is_answered, until_busy

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from pathlib import Path

    from align.harness.harness import Harness
    from specs.store import SpecStore

ENGINE = "do-gpu-smollm2-135m_q4.1"
MODEL = "judge"
"""What the real server calls its model."""

INBOUND = DraftContext("hi! how much is an hour?")


def candidate(body: str | None = CLEAN, key: str | None = "safe") -> Candidate:
    return Candidate("c1", "leo", body, key, "answer the client", INBOUND)


def gate_on(harness: Harness, store: SpecStore, *, has_judge: bool = True, **settings: Any) -> AlignmentGate:
    engine = ServerEngine(harness, EngineId.parse(ENGINE), model=MODEL)
    judge = ServerJudge(harness) if has_judge else None
    chosen = GateSettings(**{"deadline_seconds": PATIENCE, "judge_seconds": PATIENCE, **settings})
    return AlignmentGate(GateParts(store, engine, Log(), judge), settings=chosen, clock=lambda: NOW)


def aligned(server: LocalServer, store: SpecStore, what: Candidate, **settings: Any) -> Decision:
    async def main() -> Decision:
        async with harness_for(server) as harness:
            return await gate_on(harness, store, **settings).align(what)

    return run(main)


def killed_while_asked(server: LocalServer, store: SpecStore, what: Candidate) -> Decision:
    """Take a candidate through the gate, and kill the server while it works on the first request."""

    async def main() -> Decision:
        async with harness_for(server) as harness:
            passing = asyncio.create_task(gate_on(harness, store).align(what))
            await until_busy(server, passing)
            assert not passing.done()
            os.kill(server.pid, signal.SIGKILL)
            return await passing

    decision = run(main)
    assert not server.is_running
    return decision


def tags(decision: Decision) -> list[str]:
    assert isinstance(decision.outcome, Held)
    return [reason.tag for reason in decision.outcome.reasons]


def test_a_clean_draft_is_judged_and_its_scores_are_kept(server: LocalServer, store: SpecStore) -> None:
    decision = aligned(server, store, candidate(), judge_mode="shadow")
    (attempt,) = decision.attempts
    assert decision.outcome == Passed(CLEAN, is_unjudged=attempt.is_unjudged)
    assert is_answered(attempt.judgement), attempt.judgement


@pytest.mark.parametrize("body", [WRONG, None], ids=["a wrong draft", "no draft"])
def test_whatever_the_model_writes_nothing_wrong_leaves(
    server: LocalServer, store: SpecStore, body: str | None
) -> None:
    decision = aligned(server, store, candidate(body))
    assert sum(attempt.kind == "redraft" for attempt in decision.attempts) <= MAX_REDRAFTS
    assert all(missing.cause.cause in ("truncated", "schema_violation") for missing in decision.missing)
    if body is not None:
        assert [v.rule for v in decision.attempts[0].validation.violations] == ["price_contradiction"]
        assert len(decision.attempts) + len(decision.missing) > 1  # it was asked for another one
    if decision.body is not None:
        spec = store.current("leo").spec
        assert validate_draft(decision.body, spec, now=NOW, context=INBOUND).ok
        assert decision.attempts[-1].body == decision.body
        assert not decision.attempts[-1].judge_violations


def test_killed_while_it_judges_the_draft_passes_as_without_a_judge(
    own_server: LocalServer, store: SpecStore
) -> None:
    decision = killed_while_asked(own_server, store, candidate())
    (attempt,) = decision.attempts
    assert isinstance(attempt.judgement, Absent)
    assert attempt.judgement.cause == "server_error"
    assert CLEAN not in str(attempt.judgement)
    assert decision.outcome == Passed(CLEAN, is_unjudged=True)
    assert aligned(own_server, store, candidate(), has_judge=False).outcome == Passed(CLEAN)


def test_killed_while_it_redrafts_the_template_goes_instead(
    own_server: LocalServer, store: SpecStore
) -> None:
    decision = killed_while_asked(own_server, store, candidate(WRONG))
    assert decision.outcome == Downgraded(SAFE, "safe", is_unjudged=True)
    assert [attempt.kind for attempt in decision.attempts] == ["draft", "template"]
    assert [(missing.kind, missing.cause.cause) for missing in decision.missing] == [
        ("redraft", "server_error")
    ]


def test_killed_while_it_writes_and_without_a_template_it_is_held(
    own_server: LocalServer, store: SpecStore
) -> None:
    decision = killed_while_asked(own_server, store, candidate(None, key=None))
    assert tags(decision) == ["engine_unavailable", "template_unavailable"]
    assert decision.body is None


def test_a_server_that_comes_back_is_asked_again(
    own_server: LocalServer, store: SpecStore, tmp_path: Path
) -> None:
    now = 0.0

    async def main() -> None:
        nonlocal now
        breaking = {"gpu_breaker_failures": 1, "gpu_breaker_seconds": 30.0}
        async with harness_for(own_server, clock=lambda: now, **breaking) as harness:
            gate = gate_on(harness, store, judge_mode="shadow")
            (breaker,) = (server.breaker for server in harness.servers)
            before = await gate.align(candidate())
            assert is_answered(before.attempts[0].judgement)
            os.kill(own_server.pid, signal.SIGKILL)
            await asyncio.to_thread(own_server.stop)
            causes = [await _cause(gate) for _ in range(2)]
            assert causes[0] in ("refused", "server_error")  # the kept connection may have broken first
            assert (causes[1], breaker.state) == ("breaker_open", "open")
            with LocalServer.start(own_server.command, tmp_path / "again.log") as again:
                await again.until_ready(Deadline.after(PATIENCE))
                assert await _cause(gate) == "breaker_open"
                now = 31.0
                after = await gate.align(candidate())
                assert is_answered(after.attempts[0].judgement)
                assert breaker.state == "closed"
                assert isinstance(after.outcome, Passed)
            assert not is_alive(again.pid)

    run(main)


async def _cause(gate: AlignmentGate) -> str:
    decision = await gate.align(candidate())
    assert decision.outcome == Passed(CLEAN, is_unjudged=True)
    judgement = decision.attempts[0].judgement
    assert isinstance(judgement, Absent)
    return judgement.cause


def test_too_slow_for_the_deadline_it_is_absent_and_changes_nothing(
    server: LocalServer, store: SpecStore
) -> None:
    decision = aligned(server, store, candidate(), judge_seconds=0.02)
    (attempt,) = decision.attempts
    assert isinstance(attempt.judgement, Absent)
    assert attempt.judgement.cause == "deadline"
    assert decision.outcome == Passed(CLEAN, is_unjudged=True)


def test_a_frozen_server_costs_its_share_of_time_and_nothing_else(
    own_server: LocalServer, store: SpecStore
) -> None:
    os.kill(own_server.pid, signal.SIGSTOP)
    frozen = aligned(own_server, store, candidate(), judge_seconds=0.5)
    assert frozen.outcome == Passed(CLEAN, is_unjudged=True)
    os.kill(own_server.pid, signal.SIGCONT)
    thawed = aligned(own_server, store, candidate(), judge_mode="shadow")
    assert is_answered(thawed.attempts[0].judgement)


def test_a_caller_that_is_cancelled_leaves_a_record(server: LocalServer, store: SpecStore) -> None:
    log = Log()

    async def main() -> None:
        async with harness_for(server) as harness:
            judge = ServerJudge(harness)
            engine = ServerEngine(harness, EngineId.parse(ENGINE), model=MODEL)
            gate = AlignmentGate(GateParts(store, engine, log, judge), clock=lambda: NOW)
            passing = asyncio.create_task(gate.align(candidate()))
            await until_busy(server, passing)
            passing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await passing

    run(main)
    (decision,) = log.decisions
    assert tags(decision) == ["cancelled"]


def test_several_at_once_are_all_decided(server: LocalServer, store: SpecStore) -> None:
    bodies = (CLEAN, WRONG, CLEAN, "I'm in Paris this week, come by.")

    async def main() -> list[Decision]:
        async with harness_for(server) as harness:
            gate = gate_on(harness, store, judge_mode="shadow", deadline_seconds=20.0, judge_seconds=10.0)
            passes: list[Awaitable[Decision]] = [gate.align(candidate(body)) for body in bodies]
            return list(await asyncio.gather(*passes))

    decisions = run(main)
    assert isinstance(decisions[0].outcome, Passed)
    assert isinstance(decisions[2].outcome, Passed)
    assert all(decision.body is not None for decision in decisions)
    assert len({decision.id for decision in decisions}) == len(bodies)


def test_an_engine_whose_model_the_server_does_not_list_is_not_answered_for(
    server: LocalServer, store: SpecStore
) -> None:
    """The server would answer for any name: that must not be taken for these weights."""

    async def main() -> Decision:
        async with harness_for(server) as harness:
            engine = ServerEngine(harness, EngineId.parse(ENGINE))
            gate = AlignmentGate(GateParts(store, engine, Log()), clock=lambda: NOW)
            return await gate.align(candidate(None, None))

    decision = run(main)
    assert isinstance(decision.outcome, Held)
    assert tags(decision) == ["engine_unavailable", "template_unavailable"]
    assert [missing.cause for missing in decision.missing] == [
        Absent("unknown_model", "asked for smollm2-135m_q4.1 or smollm2-135m; it lists judge")
    ]
