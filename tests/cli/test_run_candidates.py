"""`align run`: what a candidate may say, and what it may not."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from align.cli.candidates import parse_candidate, values_of
from align.cli.drafts import InputError
from align.context import DraftContext
from align.gate.candidate import Candidate
from tests.cli.test_run import CLEAN, WRONG, desk, outbox
from tests.harness.asking import until
from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Align

__all__ = ["desk"]

ENGINE = "do-gpu-base_1"
WHOLE = {
    "id": "a",
    "persona": "leo",
    "body": "Hi",
    "template_key": "opener",
    "goal": "greet",
    "context": {"inbound": "hey", "time_locked": True},
    "archetype": "vip",
    "state": "late",
    "workflow": "flow",
    "values": {"name": "Jo"},
}


def line(**changes: Any) -> bytes:
    return json.dumps({"id": "a", "persona": "leo", **changes}).encode()


def test_a_whole_candidate_is_read() -> None:
    assert parse_candidate(json.dumps(WHOLE).encode()) == Candidate(
        "a",
        "leo",
        "Hi",
        "opener",
        "greet",
        DraftContext("hey", time_locked=True),
        "vip",
        "late",
        "flow",
        {"name": "Jo"},
    )
    assert parse_candidate(line(values=None, workflow=None)) == Candidate("a", "leo")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"template_kye": "opener"}, "template_kye: unknown key; did you mean 'template_key'?"),
        ({"now": "2026-11-21T10:00:00Z"}, "now: unknown key"),
        ({"mode": "GO"}, "mode: is said for all candidates, by --mode"),
        ({"engine": "template"}, "engine: is said for all candidates, by --engine"),
        ({"archetype": 3}, "archetype: expected text"),
        ({"values": ["Jo"]}, "values: expected an object"),
        ({"values": {"Name": "Jo"}}, "values.Name: is no name of a value"),
        ({"values": {"name": 3}}, "values.name: expected text"),
        ({"context": {"inbond": "x"}}, "context.inbond: unknown key"),
        ({"body": "x" * 20_001}, "body: has 20,001 characters; a message has at most 20,000"),
        ({"context": {"inbound": "x" * 20_001}}, "context.inbound: has 20,001 characters"),
        ({"values": {"name": "x" * 20_001}}, "values.name: has 20,001 characters"),
    ],
)
def test_what_no_candidate_says_is_refused_with_its_key(changes: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError) as refused:
        parse_candidate(line(**changes))
    assert told in str(refused.value)


def test_values_as_options() -> None:
    assert values_of(["name=Jo = J", "hour="]) == {"name": "Jo = J", "hour": ""}
    for bad, told in (
        ("name", "write NAME=TEXT, not 'name'"),
        ("Name=x", "--value Name: is no name"),
        ("a=1\0a=2", "'a' stands twice"),
    ):
        with pytest.raises(InputError, match=told):
            values_of(bad.split("\0"))


def test_a_template_is_filled_or_what_is_missing_is_said(desk: Path, align: Align) -> None:
    set_ = ["template", "set", "leo", "named", "--note", "x", "--text"]
    bad = align(*set_, "Hi {Name}!")
    assert (bad.exit_code, "the body of 'named': line 1, column 4" in bad.stderr) == (2, True)
    added = align(*set_, "Hi {name}! I'm a groomer in Toronto.")
    assert added.exit_code == 0, added.output
    run = ["run", "--persona", "leo", "--template", "named", "--mode", "GO"]
    held = align(*run)
    assert held.exit_code == 1
    told = "template_unavailable (named): Give the candidate these values: name."
    assert told in held.stdout
    shown = align("decisions", "show", json.loads(align("decisions", "export").stdout)["id"]).stdout
    assert told in shown
    assert "  spec v1, no mission, " in shown
    assert align(*run, "--text", WRONG).exit_code == 1
    assert outbox(desk) == []
    assert align(*run, "--value", "name=Jo").exit_code == 0
    assert align(*run, "--value", "name=Jo", "--text", WRONG).exit_code == 0
    assert outbox(desk) == ["Hi Jo! I'm a groomer in Toronto."] * 2


def test_as_many_are_drafted_at_once_as_there_are_jobs(
    desk: Path, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that answers nobody before three ask it at once."""
    lines = b"".join(json.dumps({"id": str(n), "persona": "leo"}).encode() + b"\n" for n in range(7))
    (desk / "many.jsonl").write_bytes(lines)
    vllm = VllmLike(always=Misbehaviour(content=json.dumps({"body": CLEAN}), is_stuck=True))

    async def main() -> Any:
        async with vllm.serve():
            monkeypatch.setenv("GPU_INFERENCE_URL", vllm.url)
            monkeypatch.setenv("GPU_LLM_MODEL", "base")
            arguments = ("run", "--input", str(desk / "many.jsonl"), "--jobs", "3", "--engine", ENGINE)
            running = asyncio.create_task(asyncio.to_thread(align, *arguments))
            await until(lambda: len(vllm.completions) == 3)
            vllm.release.set()
            return await running

    result = asyncio.run(main())
    assert result.exit_code == 0
    assert result.stdout.count("passed") == 7
    assert vllm.most_under_way == 3


def test_an_unknown_workflow_refuses_its_candidate_and_the_others_go_on(desk: Path, align: Align) -> None:
    flow = {"name": "opener", "engine": ENGINE, "steps": [{"kind": "draft", "instruction": "Be short."}]}
    (desk / "opener.json").write_text(json.dumps(flow), "utf-8")
    assert align("workflow", "add", "opener.json", "--note", "first").exit_code == 0
    rows = [{"id": name, "persona": "leo", "body": CLEAN, "workflow": name} for name in ("opener", "openr")]
    (desk / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    result = align("run", "--input", "in.jsonl", "--engine", ENGINE, "--mode", "GO")
    assert result.exit_code == 2
    told = "in.jsonl:2: workflow: no workflow is called 'openr'; did you mean 'opener'?"
    assert told in result.stderr
    assert outbox(desk) == [CLEAN]
    other = align("run", "--persona", "leo", "--text", CLEAN, "--workflow", "opener")
    assert (other.exit_code, other.stdout) == (2, "")
    assert f"'opener' is a workflow of {ENGINE}, not of template" in other.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--engine", "templte"], "'templte' is no engine id; did you mean 'template'?"),
        (["--mode", "GOO"], "'GOO' is not one of 'GO', 'DRAFT', 'PAUSE'"),
        (["--value", "name"], "--value: write NAME=TEXT"),
        (["--inbound", "x" * 20_001], "context.inbound: has 20,001 characters"),
        (["--input", "none.jsonl", "--archetype", "vip"], "with --input, the candidates say themselves"),
    ],
)
def test_a_bad_option_is_named(desk: Path, align: Align, arguments: list[str], told: str) -> None:
    del desk
    result = align("run", "--persona", "leo", "--text", CLEAN, *arguments)
    assert result.exit_code == 2
    assert told in result.stderr
