"""What the tests of the command line share: facts, a runner, and snapshots."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from align.cli.app import app

ROOT = Path(__file__).parents[2]
FACTS = ROOT / "fixtures/demo/personas/marlow.json"
NOW = "2026-05-12T10:00:00+01:00"

Align = Callable[..., Result]


@pytest.fixture
def facts() -> str:
    """The path of a fact document."""
    return str(FACTS)


@pytest.fixture
def align() -> Align:
    """Runs the command line in this process: `align("validate", ..., stdin=...)`."""

    def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin, catch_exceptions=False)

    return run


@pytest.fixture
def command() -> list[str]:
    """The command line as a process of its own."""
    return [sys.executable, "-c", "from align.cli import main; main()"]


@pytest.fixture
def jsonl() -> Callable[..., str]:
    """Makes JSONL of bodies; a mapping instead of a body is a whole line."""

    def make(*drafts: str | dict[str, Any]) -> str:
        rows = [
            draft if isinstance(draft, dict) else {"id": f"d{number}", "body": draft, "now": NOW}
            for number, draft in enumerate(drafts, 1)
        ]
        return "".join(json.dumps(row) + "\n" for row in rows)

    return make


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Compares a text with a stored one; `UPDATE_SNAPSHOTS=1` stores it instead."""

    def check(name: str, text: str) -> None:
        path = ROOT / "tests/snapshots" / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8")

    return check
