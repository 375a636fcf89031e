"""The parts put together: against a real database, a server that behaves like vLLM, and a leased process."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.assembly.assembly import assembled
from align.assembly.figures import figures_of
from align.assembly.settings import read_gate_environment
from align.engines.library import WorkflowLibrary
from align.gate.candidate import Candidate
from align.gate.decision import Held, Passed
from align.harness.cost_report import report
from align.harness.settings import SettingsError
from align.telemetry.opening import open_telemetry
from align.telemetry.settings import read_telemetry_settings
from specs.store import open_engine
from specs.store.moments import utc_now
from tests.harness.asking import until
from tests.harness.loops import run
from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    from align.harness.cost_report import CostReport
    from align.harness.lease.state import Lease

CLEAN = "Hi! An hour is 80."
ENGINE = "do-gpu-base_1"
ROOT = Path(__file__).parents[2]


def costs(database: str, *columns: str) -> CostReport:
    engine = open_engine(database)
    try:
        return report(engine, columns, since=None, now=utc_now())
    finally:
        engine.dispose()


def test_without_anything_configured_the_gate_works_and_nothing_is_asked(database: str) -> None:
    async def main() -> None:
        async with assembled(read_gate_environment(align_mode="GO"), database) as parts:
            assert (parts.judge, parts.keeper, parts.problems) == (None, None, ())
            assert await parts.until_ready()
            done = await parts.runner().advance_draft(Candidate("a", "leo", CLEAN), "GO")
            assert done.status == "dispatched"
            assert parts.log.unjudged() == ()  # nobody was to judge it

    run(main)
    (line,) = Path("outbox.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["body"] == CLEAN
    assert costs(database).lines == ()


def test_calls_of_engine_and_judge_are_metered_also_the_last_ones(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        vllm = VllmLike()
        vllm.script.append(Misbehaviour(content=json.dumps({"body": CLEAN})))
        async with vllm.serve():
            monkeypatch.setenv("GPU_INFERENCE_URL", vllm.url)
            monkeypatch.setenv("GPU_LLM_MODEL", "base")
            async with assembled(read_gate_environment(align_engine=ENGINE), database) as parts:
                decision = await parts.gate().align(Candidate("a", "leo", goal="say the price"))
            assert isinstance(decision.outcome, Passed)
            assert not decision.outcome.is_unjudged
            await until(lambda: vllm.open_connections == 0)

    run(main)
    tasks = {line.by[0]: line.calls for line in costs(database, "task").lines}
    assert tasks == {"prospect.draft": 1, "prospect.judge": 1}


def test_a_workflow_that_is_stored_while_a_gate_is_there_is_used(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        vllm = VllmLike()
        vllm.script += [Misbehaviour(content=json.dumps({"body": CLEAN}))] * 2
        async with vllm.serve():
            monkeypatch.setenv("GPU_INFERENCE_URL", vllm.url)
            monkeypatch.setenv("GPU_LLM_MODEL", "base")
            settings = read_gate_environment(align_engine=ENGINE, align_judge="off")
            async with assembled(settings, database) as parts:
                gate = parts.gate()
                before = await gate.align(Candidate("a", "leo", goal="say the price"))
                step = {"kind": "draft", "instruction": "Write."}
                flow = {"name": "opener", "engine": ENGINE, "steps": [step]}
                WorkflowLibrary(parts.desk.engine).add(flow, "ana", "first")
                after = await gate.align(Candidate("b", "leo", goal="say the price"))
            assert (before.workflow, after.workflow) == (None, "opener@1")

    run(main)


def test_a_judge_that_is_off_is_not_asked(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with VllmLike().serve() as vllm:
            monkeypatch.setenv("GPU_INFERENCE_URL", vllm.url)
            monkeypatch.setenv("GPU_LLM_MODEL", "base")
            async with assembled(read_gate_environment(align_judge="off"), database) as parts:
                assert parts.judge is None
                await parts.gate().align(Candidate("a", "leo", CLEAN))
            assert vllm.requests == []

    run(main)


def test_a_machine_is_leased_for_the_work_and_gone_after_it(
    database: str, monkeypatch: pytest.MonkeyPatch, port: int
) -> None:
    server = [sys.executable, "-m", "tests.harness.server_process", str(port), CLEAN]
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    for name, value in {
        "GPU_INFERENCE_URL": f"http://127.0.0.1:{port}",
        "GPU_LLM_MODEL": "base",
        "GPU_LEASE_PROVIDER": "local-process",
        "GPU_LEASE_SERVER": json.dumps(server),
        "GPU_LEASE_TICK_SECONDS": "0.05",
        "GPU_LEASE_STOP_SECONDS": "60",
    }.items():
        monkeypatch.setenv(name, value)
    seen: list[Lease] = []

    async def main() -> None:
        settings = read_gate_environment(align_engine=ENGINE, align_judge="off")
        async with assembled(settings, database, depth=lambda: 1) as parts:
            assert await parts.until_ready()
            assert parts.keeper is not None
            seen.append(parts.keeper.read())
            decision = await parts.gate().align(Candidate("a", "leo", goal="say the price"))
            assert decision.body == CLEAN
        assert parts.problems == ()
        seen.append(parts.keeper.read())

    run(main)
    assert [lease.phase for lease in seen] == ["ready", "absent"]
    found = costs(database, "task")
    assert [line.calls for line in found.lines] == [1]
    assert len(found.machines) == 1


def test_a_machine_that_never_comes_is_a_hold_and_a_problem_told(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "GPU_INFERENCE_URL": "http://127.0.0.1:9",
        "GPU_LLM_MODEL": "base",
        "GPU_MAX_ATTEMPTS": "1",
        "GPU_LEASE_PROVIDER": "local-process",
        "GPU_LEASE_SERVER": json.dumps(["/nonexistent/server"]),
        "GPU_LEASE_TICK_SECONDS": "0.05",
        "GPU_LEASE_PROVISION_SECONDS": "0.4",
        "GPU_LEASE_WARM_SECONDS": "0.4",
    }.items():
        monkeypatch.setenv(name, value)

    async def main() -> None:
        async with assembled(read_gate_environment(align_engine=ENGINE), database, depth=lambda: 1) as parts:
            assert not await parts.until_ready()
            decision = await parts.gate().align(Candidate("a", "leo", goal="say the price"))
            assert isinstance(decision.outcome, Held)
            assert "engine_unavailable" in [reason.tag for reason in decision.outcome.reasons]
            await until(lambda: any(one.startswith("the leased machine: ") for one in parts.problems))

    run(main)


def test_usage_that_cannot_be_stored_is_told_and_ends_nothing(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        async with VllmLike().serve() as vllm:
            monkeypatch.setenv("GPU_INFERENCE_URL", vllm.url)
            monkeypatch.setenv("GPU_LLM_MODEL", "base")
            async with assembled(read_gate_environment(), database) as parts:
                await parts.gate().align(Candidate("a", "leo", CLEAN))
                # As when its disk is gone: there are no tables any more.
                await asyncio.to_thread(Path("align.db").write_bytes, b"")
            assert any("what model calls cost is not stored" in problem for problem in parts.problems)

    run(main)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALIGN_RECEIPT_KEY", "short"),
        ("GPU_INFERENCE_URL", "nonsense"),
        ("GPU_PRICES", "/nonexistent/prices.toml"),
        ("GPU_LEASE_PROVIDER", "command"),
    ],
)
def test_settings_that_cannot_be_used_are_named_before_anything_begins(
    database: str, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)

    async def main() -> None:
        async with assembled(read_gate_environment(), database):
            raise AssertionError("it began")

    with pytest.raises(SettingsError, match=name if name != "GPU_PRICES" else "prices.toml"):
        run(main)


def test_the_figures_are_read_off_the_parts(database: str) -> None:
    async def main() -> None:
        with open_telemetry(read_telemetry_settings(), io.StringIO()) as telemetry:
            async with assembled(
                read_gate_environment(align_mode="GO"),
                database,
                watchers=telemetry.watchers,
                observers=telemetry.observers,
            ) as parts:
                telemetry.metrics.add(*figures_of(parts))
                parts.queue.add([Candidate("q", "leo", CLEAN)])
                await parts.runner().advance_draft(Candidate("a", "leo", CLEAN), "GO")
                text, _ = await asyncio.to_thread(telemetry.metrics.exposition)
        lines = text.decode().splitlines()
        assert 'align_queue_candidates{status="queued"} 1.0' in lines
        assert 'align_source_up{source="queue"} 1.0' in lines
        assert any(line.startswith("align_passes_total") and 'outcome="passed"' in line for line in lines)

    run(main)


def test_an_unknown_engine_is_named(database: str) -> None:
    async def main() -> None:
        async with assembled(read_gate_environment(), database) as parts:
            with pytest.raises(SettingsError, match="engine: 'gpt' is no engine id"):
                parts.gate("gpt")

    run(main)
