"""`align run`, `judge` and `doctor`: the whole gate from the command line, without a model server."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Align

LEO = Path(__file__).parents[2] / "fixtures/personas/leo.json"
CLEAN = "Hi! An hour is 80."
WRONG = "Hi! An hour is 70."
SAFE = "Hello! I'm a groomer in Toronto."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prepare: Callable[..., None]) -> Path:
    """A working folder with a persona and a template in its store."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALIGN_AUTHOR", "ana")
    for name in ("ALIGN_DATABASE_URL", "GPU_INFERENCE_URL", "ALIGN_RECEIPT_KEY", "ALIGN_MASK_BODIES"):
        monkeypatch.delenv(name, raising=False)
    prepare(
        ("db", "upgrade"),
        ("facts", "import", str(LEO), "--note", "first", "--apply"),
        ("template", "set", "leo", "opener", "--text", SAFE, "--note", "first"),
    )
    return tmp_path


def outbox(desk: Path) -> list[str]:
    path = desk / "outbox.jsonl"
    return (
        [json.loads(line)["body"] for line in path.read_text("utf-8").splitlines()] if path.exists() else []
    )


def test_what_passes_is_sent_and_what_does_not_is_held(desk: Path, align: Align) -> None:
    sent = align("run", "--persona", "leo", "--text", CLEAN, "--mode", "GO")
    assert sent.exit_code == 0, sent.output
    assert "passed  dispatched (draft" in sent.stdout
    held = align("run", "--persona", "leo", "--text", WRONG, "--mode", "GO")
    assert held.exit_code == 1
    for line in (
        "spec_conflict: State 80 CAD for 60 min",
        "template_unavailable: ",
        "price_contradiction: Says 70",
    ):
        assert line in held.stdout
    assert outbox(desk) == [CLEAN]


def test_the_template_goes_instead(desk: Path, align: Align) -> None:
    result = align("run", "--persona", "leo", "--text", WRONG, "--template", "opener", "--mode", "GO")
    assert result.exit_code == 0, result.output
    assert "downgraded  dispatched (draft, template" in result.stdout
    assert outbox(desk) == [SAFE]


def test_the_template_engine_writes_what_is_stored(desk: Path, align: Align) -> None:
    result = align("run", "--persona", "leo", "--template", "opener")
    assert result.exit_code == 0
    assert "passed  pending_review (template" in result.stdout
    assert align("run", "--persona", "leo", "--template", "closer").exit_code == 1
    assert outbox(desk) == []  # DRAFT sends nothing


def test_many_candidates_go_in_and_each_comes_out(desk: Path, align: Align) -> None:
    rows: list[Any] = [
        {"id": "a", "persona": "leo", "body": CLEAN},
        {"id": "b", "persona": "leo", "body": WRONG, "template_key": "opener"},
        "{",
        {"id": "c", "persona": "lea", "body": CLEAN},
        {"persona": "leo"},
        {"id": "d", "persona": "leo", "context": {"time": 1}},
        {"id": "a", "persona": "leo", "body": SAFE},
        {"id": "", "persona": "leo", "body": SAFE},
    ]
    path = desk / "candidates.jsonl"
    path.write_text(
        "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), "utf-8"
    )
    result = align("run", "--input", str(path), "--mode", "GO", "--output", "jsonl")
    assert result.exit_code == 2
    found = {row["decision"]["candidate"]["id"]: row for row in map(json.loads, result.stdout.splitlines())}
    assert {name: row["status"] for name, row in found.items()} == {
        "a": "dispatched",
        "b": "dispatched",
        "c": "held",
    }
    assert found["c"]["cause"] == "spec_unavailable"
    for told in (
        ":3: not JSON",
        ":5: id: expected text",
        ":6: context.time: unknown key",
        ":7: id: stands in line 1 already",
        ":8: id: is empty",
    ):
        assert f"{path}{told}" in result.stderr
    assert sorted(outbox(desk)) == sorted([CLEAN, SAFE])
    assert len(align("decisions", "list").stdout.splitlines()) == 3


def test_a_paused_run_sends_nothing(desk: Path, align: Align) -> None:
    result = align("run", "--persona", "leo", "--text", CLEAN, "--mode", "PAUSE")
    assert result.exit_code == 1
    assert "paused: Set the mode to GO or DRAFT" in result.stdout
    assert outbox(desk) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--text", CLEAN], "give --persona"),
        (["--persona", "leo", "--engine", "gpt"], "'gpt' is no engine id"),
        (["--input", "none.jsonl"], "none.jsonl: No such file"),
        (["--input", "none.jsonl", "--text", CLEAN], "with --input, the candidates say themselves"),
    ],
)
def test_bad_input_is_named(desk: Path, align: Align, arguments: list[str], told: str) -> None:
    del desk
    result = align("run", *arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_hold_without_a_spec_or_a_record_says_what_is_missing(
    desk: Path, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (
        "spec_unavailable: no facts of 'lea' in the store; did you mean 'leo'?"
        in align("run", "--persona", "lea", "--text", CLEAN).stdout
    )
    (desk / "other").mkdir()
    monkeypatch.chdir(desk / "other")
    result = align("run", "--persona", "leo", "--text", CLEAN)
    assert result.exit_code == 1
    assert (
        "spec_unavailable: the database has no tables of this version; run: align db upgrade" in result.stdout
    )
    assert "audit_unavailable: the database has no tables" in result.stdout


def test_an_id_that_was_sent_before_is_not_sent_and_said(desk: Path, align: Align) -> None:
    path = desk / "one.jsonl"
    for body in (CLEAN, SAFE):
        path.write_text(json.dumps({"id": "a", "persona": "leo", "body": body}), "utf-8")
        result = align("run", "--input", str(path), "--mode", "GO")
        assert result.exit_code == 0
    assert "a message with this id is in the outbox already" in result.stdout
    assert json.loads(align("run", "--input", str(path), "--mode", "GO", "-o", "jsonl").stdout)[
        "is_duplicate"
    ]
    assert outbox(desk) == [CLEAN]


def test_an_outbox_that_cannot_be_written_names_the_candidate(desk: Path, align: Align) -> None:
    path = desk / "one.jsonl"
    path.write_text(json.dumps({"id": "a", "persona": "leo", "body": CLEAN}), "utf-8")
    arguments = ["run", "--input", str(path), "--mode", "GO", "--outbox", str(desk / "none" / "box.jsonl")]
    result = align(*arguments)
    assert result.exit_code == 1
    assert "a  held: it passed, and could not be sent" in result.stdout
    assert json.loads(align(*arguments, "-o", "jsonl").stdout)["id"] == "a"


def test_a_short_key_of_receipts_is_bad_input(
    desk: Path, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALIGN_RECEIPT_KEY", "short")
    result = align("run", "--persona", "leo", "--text", CLEAN, "--mode", "GO")
    assert (result.exit_code, result.stderr) == (2, "align: ALIGN_RECEIPT_KEY needs at least 16 bytes\n")
    monkeypatch.setenv("ALIGN_RECEIPT_KEY", "")
    assert align("run", "--persona", "leo", "--text", CLEAN, "--mode", "GO").exit_code == 0
    assert "absent receipts" in align("doctor").stdout
    assert outbox(desk) == [CLEAN]


def test_a_server_that_is_not_there_holds(desk: Path, align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GPU_INFERENCE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("GPU_LLM_MODEL", "base")
    monkeypatch.setenv("GPU_MAX_ATTEMPTS", "1")
    result = align("run", "--persona", "leo", "--engine", "do-gpu-base_1", "--goal", "say hello")
    assert result.exit_code == 1
    assert "engine_unavailable" in result.stdout
    judged = align("run", "--persona", "leo", "--text", CLEAN, "--output", "jsonl")
    assert json.loads(judged.stdout)["decision"]["outcome"]["is_unjudged"] is True
    late = align("judge")
    assert "0 judged, 0 raised, 0 skipped" in late.stdout
    assert "stopped: the model server cannot be reached" in late.stderr
    assert late.exit_code == 2
    doctor = align("doctor")
    assert doctor.exit_code == 1
    assert "to do  llm: model base: not healthy" in doctor.stdout
    monkeypatch.setenv("GPU_INFERENCE_URL", "nonsense")
    assert "GPU_INFERENCE_URL" in align("run", "--persona", "leo", "--text", CLEAN).stderr
    assert "to do  GPU_INFERENCE_URL" in align("doctor").stdout
    assert outbox(desk) == []


def test_the_doctor_says_what_is_well_and_what_is_absent(
    desk: Path, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    del desk
    result = align("doctor")
    assert result.exit_code == 0, result.output
    for line in (
        "ok     personas: 1",
        "absent receipts: ALIGN_RECEIPT_KEY is not set",
        "absent llm: no model server is configured",
    ):
        assert line in result.stdout
    assert "there is no judge: no model server is configured" in align("judge").stderr
    monkeypatch.setenv("ALIGN_RECEIPT_KEY", "short")
    result = align("doctor", "--database", "sqlite:///other.db")
    assert result.exit_code == 1
    assert "run: align db upgrade" in result.stdout
    assert "needs at least 16 bytes" in result.stdout
    assert align("judge").stderr == "align: ALIGN_RECEIPT_KEY needs at least 16 bytes\n"


def test_workflows_are_kept_and_shown(desk: Path, align: Align) -> None:
    flow = {
        "name": "opener",
        "engine": "do-gpu-base_1",
        "applies_to": {"template_keys": ["opener"]},
        "steps": [{"kind": "draft", "instruction": "Be short."}],
    }
    (desk / "opener.json").write_text(json.dumps(flow), "utf-8")
    assert align("workflow", "list").stdout == "no workflows\n"
    added = align("workflow", "add", "opener.json", "--note", "first")
    assert added.exit_code == 0, added.output
    assert added.stdout.startswith("opener@1 at ")
    assert align("workflow", "list").stdout == "opener@1  do-gpu-base_1  template_keys opener  (draft)\n"
    assert "Be short." in align("workflow", "show", "opener").stdout
    (desk / "bad.json").write_text(json.dumps({**flow, "engine": "gpt"}), "utf-8")
    bad = align("workflow", "add", "bad.json", "--note", "x")
    assert (bad.exit_code, "engine: 'gpt' is no engine id" in bad.stderr) == (2, True)
    (desk / "bad.json").write_text("[", "utf-8")
    assert "bad.json: not JSON" in align("workflow", "add", "bad.json", "--note", "x").stderr
    assert align("workflow", "withdraw", "opener", "--note", "gone").stdout == "withdrew opener\n"
    assert align("workflow", "list").stdout == "no workflows\n"
    assert align("workflow", "show", "closer").exit_code == 2
