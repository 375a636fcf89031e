"""What goes on beside a process that stays: the model server is looked at, and what passed unjudged is judged late."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from align.assembly.assembly import assembled
from align.assembly.beside import beside, judge_late, look_at_server
from align.assembly.settings import read_gate_environment
from align.gate.candidate import Candidate
from specs.store import Edit
from tests.harness.asking import until
from tests.harness.loops import run
from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    import pytest

CLEAN = "Hi! An hour is 80."
BAD = {"quote": "An hour is 80", "score": 9}


def test_a_server_that_ignores_the_schema_is_told_and_one_that_keeps_to_it_is_not(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> list[list[str]]:
        found = []
        for honours in (True, False):
            async with VllmLike(honours_schema=honours).serve() as vllm:
                monkeypatch.setenv("GPU_INFERENCE_URL", vllm.url)
                monkeypatch.setenv("GPU_LLM_MODEL", "base")
                told: list[str] = []
                async with assembled(read_gate_environment(), database) as parts:
                    await look_at_server(parts, told.append)
                found.append(told)
        return found

    kept, ignored = run(main)
    assert kept == []
    assert len(ignored) == 1
    assert ignored[0].startswith("model base: the schema of an answer is ignored")


def test_nobody_is_asked_where_nothing_needs_a_server(database: str) -> None:
    async def main() -> None:
        async with assembled(read_gate_environment(), database) as parts:
            told: list[str] = []
            await look_at_server(parts, told.append)
            await judge_late(parts, told.append)
            assert told == []

    run(main)


def test_what_passed_while_the_judge_was_away_is_judged_and_raised(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        vllm = VllmLike(always=Misbehaviour(content=json.dumps(BAD)))
        vllm.script.append(Misbehaviour(status=500))
        async with vllm.serve():
            monkeypatch.setenv("GPU_INFERENCE_URL", vllm.url)
            monkeypatch.setenv("GPU_LLM_MODEL", "base")
            monkeypatch.setenv("GPU_MAX_ATTEMPTS", "1")
            monkeypatch.setenv("ALIGN_LATE_SECONDS", "0.05")
            async with assembled(read_gate_environment(), database) as parts:
                parts.desk.store.revise("leo", Edit({"policy.judge.drift": 7}, "ana", "watch it"))
                decision = await parts.gate().align(Candidate("a", "leo", CLEAN))
                assert decision.body == CLEAN
                told: list[str] = []
                async with beside(judge_late(parts, told.append)):
                    await until(lambda: bool(told))
                assert told == [f"raised by a late judgement: align decisions show {decision.id}"]
            assert asyncio.all_tasks() == {asyncio.current_task()}

    run(main)
