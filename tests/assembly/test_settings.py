"""What the environment and the options say of the gate, and how what cannot be used is told."""

from __future__ import annotations

import pytest

from align.assembly.settings import is_address, parse_mode, read_gate_environment
from align.harness.settings import SettingsError

pytestmark = pytest.mark.usefixtures("bare")


def test_without_a_word_the_template_engine_drafts_for_review() -> None:
    found = read_gate_environment()
    assert (found.align_engine, found.align_mode, found.align_outbox) == ("template", "DRAFT", "outbox.jsonl")
    assert found.gate.judge_mode == "enforce"
    assert found.align_judge_questions == "decomposed"


def test_what_a_command_was_told_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGN_MODE", "GO")
    monkeypatch.setenv("ALIGN_JUDGE", "shadow")
    monkeypatch.setenv("ALIGN_DEADLINE_SECONDS", "7.5")
    assert read_gate_environment().align_mode == "GO"
    assert read_gate_environment(align_mode="PAUSE", align_judge=None).align_mode == "PAUSE"
    assert read_gate_environment().gate.judge_mode == "shadow"
    assert read_gate_environment().gate.deadline_seconds == 7.5


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ALIGN_ENGINE", "gpt-4"),
        ("ALIGN_MODE", "go"),
        ("ALIGN_OUTBOX", "  "),
        ("ALIGN_OUTBOX", "https://"),
        ("ALIGN_OUTBOX", "https://me:secret@host/x"),
        ("ALIGN_OUTBOX", "http://[::1/x"),
        ("ALIGN_OUTBOX_KEY", "two words"),
        ("ALIGN_JUDGE", "maybe"),
        ("ALIGN_JUDGE_QUESTIONS", "many"),
        ("ALIGN_DEADLINE_SECONDS", "0"),
        ("ALIGN_JUDGE_SECONDS", "nan"),
    ],
)
def test_what_cannot_be_used_is_named_and_secrets_are_not_shown(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as told:
        read_gate_environment()
    assert str(told.value).startswith(f"{name}: ")
    assert "secret" not in str(told.value)
    assert "two words" not in str(told.value)


def test_a_mode_is_told_with_the_nearest_one() -> None:
    assert parse_mode("GO") == "GO"
    with pytest.raises(ValueError, match="'drfat' is no mode; did you mean 'DRAFT'"):
        parse_mode("drfat")


@pytest.mark.parametrize(
    ("outbox", "expected"), [("https://h/x", True), ("HTTP://h", True), ("box.jsonl", False), ("http", False)]
)
def test_an_outbox_is_a_file_unless_it_is_an_address(outbox: str, expected: bool) -> None:
    assert is_address(outbox) is expected
