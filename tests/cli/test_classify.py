"""`align classify` against a server that behaves like vLLM, on a thread of its own."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.assembly.conftest import bare
from tests.harness.server import Misbehaviour, VllmLike

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.conftest import Align

__all__ = ["bare"]

PURSUE = {"is_prospect": True, "move": "pursue", "trace": "asks for tonight"}
SPAM = {"is_prospect": False, "move": "spam", "trace": "sells watches"}


@pytest.fixture(autouse=True)
def folder(bare: None, migrated_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a database, and an environment that says nothing else."""
    del bare
    monkeypatch.chdir(tmp_path)
    shutil.copy(migrated_file, tmp_path / "align.db")
    monkeypatch.setenv("GPU_MAX_ATTEMPTS", "1")
    return tmp_path


@contextmanager
def serving(vllm: VllmLike, monkeypatch: pytest.MonkeyPatch) -> Iterator[VllmLike]:
    """Serve on another thread, as the configured classifier."""
    ready, loops = threading.Event(), []
    ended = asyncio.Event()

    async def serve() -> None:
        async with vllm.serve():
            loops.append(asyncio.get_running_loop())
            ready.set()
            await ended.wait()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert ready.wait(120)
    monkeypatch.setenv("CLASSIFIER_INFERENCE_URL", vllm.url)
    monkeypatch.setenv("GPU_CLASSIFIER_MODEL", "adapter")
    try:
        yield vllm
    finally:
        loops[0].call_soon_threadsafe(ended.set)
        thread.join()


def says(*answers: Any) -> VllmLike:
    """Return a server that gives one answer after the other; what is no JSON is a failure."""
    vllm = VllmLike()
    vllm.script.extend(
        answer if isinstance(answer, Misbehaviour) else Misbehaviour(content=json.dumps(answer))
        for answer in answers
    )
    return vllm


def lines(*rows: Any) -> str:
    return "".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows)


def test_one_message_is_named(align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says(PURSUE, SPAM), monkeypatch) as vllm:
        result = align("classify", "--text", "free tonight?")
        assert (result.exit_code, result.stdout) == (0, "message  pursue (prospect): asks for tonight\n")
        result = align("classify", "--text", "cheap watches", "--output", "jsonl")
        assert (result.exit_code, result.stderr) == (0, "")
        assert json.loads(result.stdout) == {"id": None, "move": SPAM, "cause": None}
    told = align("cost", "report", "--by", "task", "--output", "json").stdout
    assert [(line["task"], line["calls"]) for line in json.loads(told)["usage"]] == [("prospect.move", 2)]
    asked = [request.payload for request in vllm.completions]
    assert "free tonight?" in asked[0]["messages"][1]["content"]
    assert asked[0]["model"] == "adapter"


def test_a_failure_is_null_with_its_cause(align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    contradicting = PURSUE | {"is_prospect": False}
    with serving(says(contradicting, Misbehaviour(status=500), Misbehaviour(status=500)), monkeypatch):
        result = align("classify", "--text", "free tonight?")
        told = "message  none: the answer is not of the form that was asked for"
        assert (result.exit_code, result.stdout.startswith(told)) == (1, True)
        result = align("classify", "--text", "free tonight?", "--output", "jsonl")
        assert result.exit_code == 1
        assert json.loads(result.stdout) == {"id": None, "move": None, "cause": "server_error"}


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_many_messages_come_back_in_their_order(
    align: Align, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, jobs: str
) -> None:
    rows = [{"id": number, "inbound": f"hello {number}", "kept": "away"} for number in range(20)]
    path = tmp_path / "inbound.jsonl"
    path.write_text(lines(*rows, "", {"text": "hello there"}), "utf-8")
    vllm = VllmLike(always=Misbehaviour(content=json.dumps(PURSUE)))
    with serving(vllm, monkeypatch):
        result = align("classify", "--input", str(path), "--output", "jsonl", "--jobs", jobs)
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in found] == [*range(20), None]
    assert vllm.most_under_way <= int(jobs)


@pytest.mark.parametrize(
    ("row", "says_what"),
    [
        ("{]", "not JSON: Expecting property name enclosed in double quotes (column 2)"),
        ("[]", "expected a JSON object, got a list"),
        ({"id": "a"}, "inbound: missing; expected the text of the message, here or as text"),
        ({"id": "a", "inbound": 5}, "inbound: expected text, got a number"),
        ({"id": "a", "text": None}, "inbound: missing; expected the text of the message, here or as text"),
        ({"id": "a", "text": ["hi"]}, "text: expected text, got a list"),
        ({"id": "a", "text": " \n"}, "text: is empty"),
        ({"id": "a", "text": "hi", "inbound": "ho"}, "inbound and text: give one of them"),
        ({"id": True, "text": "hi"}, "id: expected text or a whole number, got true or false"),
    ],
)
def test_a_bad_line_is_named_and_the_others_go_on(
    align: Align, monkeypatch: pytest.MonkeyPatch, row: Any, says_what: str
) -> None:
    given = lines({"id": "x", "text": "hi"}, row, {"id": "z", "inbound": "ho", "text": None})
    with serving(says(PURSUE, Misbehaviour(drop=True)), monkeypatch):
        result = align("classify", "--input", "-", "--jobs", "1", stdin=given)
    assert result.exit_code == 2
    assert result.stderr == f"align: standard input:2: {says_what}\n"
    assert [line.split("  ")[0] for line in result.stdout.splitlines()] == ["x", "z"]


def test_an_answer_comes_while_the_input_is_still_open(
    command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(VllmLike(always=Misbehaviour(content=json.dumps(SPAM))), monkeypatch):
        pipe = subprocess.PIPE
        arguments = [*command, "classify", "--input", "-", "--output", "jsonl"]
        with subprocess.Popen(arguments, stdin=pipe, stdout=pipe, text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            for name in ("a", "b"):
                process.stdin.write(lines({"id": name, "text": "buy"}))
                process.stdin.flush()
                assert json.loads(process.stdout.readline())["id"] == name
            process.stdin.close()
            assert process.wait(120) == 0


def test_one_that_failed_is_told_by_the_exit_code(align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says(PURSUE, Misbehaviour(content="no"), SPAM), monkeypatch):
        given = lines({"id": "x", "text": "hi"}, {"text": "ho"}, {"id": "z\x1b[2J", "text": "buy"})
        result = align("classify", "--input", "-", "--jobs", "1", stdin=given)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "x  pursue (prospect): asks for tonight",
        "line 2  none: the answer is no JSON",
        "z<U+001B>[2J  spam (no prospect): sells watches",
    ]


def test_a_message_has_so_many_seconds(align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says(Misbehaviour(is_stuck=True)), monkeypatch):
        result = align("classify", "--text", "hi", "--seconds", "0.2", "-o", "jsonl")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["cause"] == "deadline"


@pytest.mark.parametrize(
    ("settings", "variable"),
    [({}, "GPU_INFERENCE_URL"), ({"GPU_INFERENCE_URL": "http://127.0.0.1:9"}, "GPU_CLASSIFIER_MODEL")],
)
def test_without_a_classifier_the_variable_is_named(
    align: Align, monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], variable: str
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    for arguments in (["--text", "hi"], ["--input", "-"]):
        result = align("classify", *arguments, stdin=lines({"text": "hi"}))
        told = f"align: there is no classifier: {variable} is not set; see docs/harness.md\n"
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "give --text, or messages with --input FILE"),
        (["--text", "hi", "--input", "-"], "--text and --input: give one of them"),
        (["--text", "  "], "--text: is empty"),
        (["--input", "none.jsonl"], "none.jsonl: No such file or directory"),
    ],
)
def test_bad_options_are_named(
    align: Align, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.setenv("GPU_INFERENCE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("GPU_CLASSIFIER_MODEL", "adapter")
    result = align("classify", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"align: {told}\n")


def test_without_a_database_it_works_and_says_that_costs_are_not_stored(
    align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(says(PURSUE), monkeypatch):
        result = align("classify", "--text", "free tonight?", "--database", "sqlite:///none.db")
    assert (result.exit_code, result.stdout) == (0, "message  pursue (prospect): asks for tonight\n")
    assert result.stderr.startswith("align: what model calls cost is not stored: ")


def test_an_input_without_messages_is_all_classified(align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLASSIFIER_INFERENCE_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("GPU_CLASSIFIER_MODEL", "adapter")
    result = align("classify", "--input", "-", stdin="\n")
    assert (result.exit_code, result.output) == (0, "")
