"""`align workflow correct` and `corrections`, of drafts by an engine behind a server that behaves like vLLM."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_run import CLEAN, WRONG, desk
from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeAlias

    from tests.cli.conftest import Align

    Write: TypeAlias = Callable[[str], Any]

__all__ = ["desk"]

ENGINE = "do-gpu-base_1"
FIXED = "Hi there! An hour is 80."


@pytest.fixture
def written(desk: Path, align: Align, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Has a server's model write a body in a run; returns the decision's document and the first prompt."""
    del desk

    def write(body: str) -> Any:
        vllm = VllmLike(always=Misbehaviour(content=json.dumps({"body": body})))

        async def main() -> Any:
            async with vllm.serve():
                monkeypatch.setenv("GPU_INFERENCE_URL", vllm.url)
                monkeypatch.setenv("GPU_LLM_MODEL", "base")
                arguments = ("run", "--persona", "leo", "--engine", ENGINE, "--output", "jsonl")
                return await asyncio.to_thread(align, *arguments)

        result = asyncio.run(main())
        prompt = json.dumps(vllm.completions[0].payload["messages"])
        return json.loads(result.stdout)["decision"], prompt

    return write


def test_a_correction_is_kept_listed_shown_to_the_engine_and_erased(
    written: Write, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert align("workflow", "corrections").stdout == "no corrections\n"
    decision, prompt = written(WRONG)
    assert decision["outcome"]["name"] == "held"
    keep = ["workflow", "correct", decision["id"][:10], "--text", FIXED, "--note", "the price"]
    assert align(*keep).stdout == f"kept a correction of {ENGINE}, no workflow\n"
    assert align(*keep).stdout == "this correction is kept already\n"
    (row,) = map(json.loads, align("workflow", "corrections", "-o", "jsonl").stdout.splitlines())
    assert row == {
        "decision_id": decision["id"],
        "persona": "leo",
        "engine": ENGINE,
        "workflow": None,
        "before": WRONG,
        "after": FIXED,
    }
    assert align("workflow", "corrections", "--engine", "do-gpu-base_2", "-o", "jsonl").stdout == ""
    assert f"  + {FIXED}" in align("workflow", "corrections", "--persona", "leo").stdout
    _decision, prompt = written(CLEAN)
    assert FIXED not in prompt
    monkeypatch.setenv("ALIGN_EXAMPLES", "1")
    _decision, prompt = written(CLEAN)
    assert FIXED in prompt
    pruned = align("decisions", "prune", "--before", "2199-01-01T00:00:00Z").stdout
    assert pruned.endswith("and 1 corrections\n")
    assert align("workflow", "corrections", "-o", "jsonl").stdout == ""


def test_a_passed_body_is_what_was_written(written: Write, align: Align) -> None:
    decision, _prompt = written(CLEAN)
    assert align("workflow", "correct", decision["id"], "--text", FIXED, "--note", "tone").exit_code == 0
    (row,) = map(json.loads, align("workflow", "corrections", "-o", "jsonl").stdout.splitlines())
    assert (row["before"], row["after"]) == (CLEAN, FIXED)


def test_what_cannot_be_corrected_says_why(desk: Path, align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(*arguments: str) -> str:
        result = align("workflow", "correct", "--note", "x", *arguments)
        assert result.exit_code == 2
        return result.stderr

    assert "no decision 'nobody'" in told("nobody", "--text", FIXED)
    assert "give the body with --text or with --file" in told("nobody")
    assert "none.txt: cannot be read" in told("nobody", "--file", "none.txt")
    run = ["run", "--persona", "leo", "-o", "jsonl"]
    template = json.loads(align(*run, "--template", "opener").stdout)["decision"]["id"]
    assert "has no draft; a template is mended by" in told(template, "--text", FIXED)
    given = json.loads(align(*run, "--text", WRONG).stdout)["decision"]["id"]
    assert "the same as before" in told(given, "--text", WRONG)
    (desk / "fixed.txt").write_text(f"{FIXED}\n", "utf-8")
    monkeypatch.setenv("ALIGN_MASK_BODIES", "true")
    assert "ALIGN_MASK_BODIES: a correction quotes" in told(given, "--file", "fixed.txt")
    masked = json.loads(align(*run, "--text", WRONG).stdout)["decision"]["id"]
    monkeypatch.delenv("ALIGN_MASK_BODIES")
    assert "are not kept: there is nothing to correct" in told(masked, "--text", FIXED)
    assert align("workflow", "correct", given, "--file", "fixed.txt", "--note", "x").exit_code == 0
