"""What the tests of the command line share: facts, a runner, and snapshots."""

from __future__ import annotations

import json
import os
import shutil
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


@pytest.fixture(scope="session")
def prepared_folders() -> dict[tuple[tuple[str, ...], ...], Path]:
    """The working folders that some commands left, by the commands."""
    return {}


@pytest.fixture
def prepare(
    align: Align,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    prepared_folders: dict[tuple[tuple[str, ...], ...], Path],
) -> Callable[..., None]:
    """Brings the working folder to where some commands leave it: the first time by them, and from then on by a copy."""

    def run(*commands: tuple[str, ...]) -> None:
        assert Path.cwd() == tmp_path
        kept = prepared_folders.get(commands)
        if kept is not None:
            shutil.copytree(kept, tmp_path, dirs_exist_ok=True)
            return
        for arguments in commands:
            result = align(*arguments)
            assert result.exit_code == 0, result.output
        prepared_folders[commands] = tmp_path_factory.mktemp("prepared")
        shutil.copytree(tmp_path, prepared_folders[commands], dirs_exist_ok=True)

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
