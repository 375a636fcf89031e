"""A lease of the real model server: started for the work, asked, and gone after it; what it cost is stored."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from align.assembly.assembly import assembled
from align.assembly.settings import read_gate_environment
from align.gate.candidate import Candidate
from align.harness.cost_report import report
from align.judge.judgement import Judged
from specs.store import open_engine
from specs.store.moments import utc_now
from tests.harness.loops import run
from tests.model.served import command

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from align.gate.decision import Decision
    from specs.store import SpecStore

CLEAN = "Hi! An hour is 80."


def test_the_server_is_there_for_the_work_and_no_longer(
    store: SpecStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = command()
    database = store.engine.url.render_as_string(hide_password=False)
    for name, value in {
        "GPU_INFERENCE_URL": server.url,
        "GPU_LLM_MODEL": server.name,
        "GPU_LEASE_PROVIDER": "local-process",
        "GPU_LEASE_SERVER": json.dumps(server.arguments()),
        "GPU_LEASE_SERVER_LOG": str(tmp_path / "server.log"),
        "GPU_LEASE_TICK_SECONDS": "0.2",
    }.items():
        monkeypatch.setenv(name, value)
    phases: list[str] = []

    async def main() -> Decision:
        settings = read_gate_environment(
            align_judge="shadow", align_judge_seconds=90.0, align_deadline_seconds=100.0
        )
        async with assembled(settings, database, depth=lambda: 1) as parts:
            assert await parts.until_ready()
            assert parts.keeper is not None
            phases.append(parts.keeper.read().phase)
            decision = await parts.gate().align(Candidate("a", "leo", CLEAN))
        phases.append(parts.keeper.read().phase)
        assert parts.problems == ()
        return decision

    decision = run(main)
    assert phases == ["ready", "absent"]
    (attempt,) = decision.attempts
    assert isinstance(attempt.judgement, Judged), attempt.judgement
    engine = open_engine(database)
    found = report(engine, ("task",), since=None, now=utc_now())
    engine.dispose()
    assert [line.by for line in found.lines] == [("prospect.judge",)]
    assert found.total.prompt_tokens == decision.usage.prompt_tokens > 0
    assert [machine.machines for machine in found.machines] == [1]
