"""The command line on a terminal: a pseudo-terminal stands in for one."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = "2026-05-12T10:00:00+01:00"


def on_terminal(
    arguments: list[str], *, stdout: bool = True, stderr: bool = True, **environment: str
) -> tuple[str, int]:
    """Run with the named streams on a terminal; return what it showed, and the exit code."""
    ours, theirs = pty.openpty()
    inherited = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS"}}
    process = subprocess.Popen(
        arguments,
        stdin=subprocess.DEVNULL,
        stdout=theirs if stdout else subprocess.DEVNULL,
        stderr=theirs if stderr else subprocess.DEVNULL,
        env=inherited | {"TERM": "xterm-256color"} | environment,
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            part = os.read(ours, 65_536)
        except OSError:
            break
        if not part:
            break
        shown += part
    os.close(ours)
    return shown.decode(), process.wait()


def test_a_terminal_gets_colours(command: list[str], facts: str) -> None:
    shown, code = on_terminal(
        [*command, "validate", "--facts", facts, "--now", NOW, "--text", "An hour is \u00a340."]
    )
    assert code == 1
    assert "\x1b[1;31m" in shown
    assert "^^^" in shown


def test_no_color_is_respected(command: list[str], facts: str) -> None:
    arguments = [*command, "validate", "--facts", facts, "--now", NOW, "--text", "An hour is \u00a340."]
    shown, _ = on_terminal(arguments, NO_COLOR="1")
    assert "\x1b[31m" not in shown
    assert "[1;31m" not in shown


def test_a_body_cannot_repaint_the_terminal(command: list[str], facts: str) -> None:
    body = "An hour is \x1b]0;owned\x07 \u00a340 \x1b[2J\u202e"
    shown, _ = on_terminal([*command, "validate", "--facts", facts, "--now", NOW, "--text", body])
    assert "\x1b]" not in shown
    assert "\x1b[2J" not in shown
    assert "\u202e" not in shown
    assert "<U+001B>]0;owned<U+0007>" in shown


IMPATIENT = """
from align.cli import main, output
output._PATIENCE_SECONDS = 0.0
main()
"""
"""The command line, for which every input but one that is done at once takes long."""


def test_a_long_input_shows_progress_on_the_terminal_only(
    facts: str, tmp_path: Path, jsonl: Callable[..., str]
) -> None:
    long, short = tmp_path / "long.jsonl", tmp_path / "short.jsonl"
    long.write_text(jsonl(*["Thank you!"] * 3), "utf-8")
    short.write_text(jsonl("Thank you!"), "utf-8")
    command = [sys.executable, "-c", IMPATIENT]
    arguments = [*command, "validate", "--facts", facts, "--output", "jsonl", "--input"]
    shown, code = on_terminal([*arguments, str(long)], stdout=False)
    assert code == 0
    assert "checking" in shown
    shown, _ = on_terminal([*arguments, str(short)], stdout=False)
    assert shown == ""
