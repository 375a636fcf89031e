"""Output that cannot be written is an error of its own, and no verdict; complaints that cannot be stop nothing."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

FULL = Path("/dev/full")
TOLD = "align: standard output cannot be written: No space left on device\n"


@pytest.mark.parametrize(
    "arguments", [("validate", "--text", "An hour is £40.", "--facts"), ("facts", "lint")]
)
def test_standard_output_without_room_is_told(
    command: list[str], facts: str, arguments: tuple[str, ...]
) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [*command, *arguments, facts], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (2, TOLD)


def test_what_was_only_kept_until_the_end_is_told_as_well(command: list[str]) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [*command, "--version"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode != 0


def test_complaints_without_room_stop_nothing(command: list[str], facts: str) -> None:
    line = b'{"body": "An hour is 40.", "now": "2026-05-12T10:00:00+01:00"}\n'
    with FULL.open("w") as full:
        done = subprocess.run(
            [*command, "validate", "--facts", facts, "--output", "jsonl"],
            input=b"{bad\n" + line,
            stdout=subprocess.PIPE,
            stderr=full,
            check=False,
        )
    assert done.returncode == 2
    assert done.stdout.count(b"\n") == 1
