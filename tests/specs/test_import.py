"""Importing specs stays quick because it brings in little."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import specs

HEAVY = (
    "sqlite3",
    "sqlalchemy",
    "alembic",
    "http",
    "httpx",
    "socket",
    "ssl",
    "asyncio",
    "fastapi",
    "typer",
    "rich",
    "align",
)
LATE = ("specs.lint", "specs.schema", "difflib", "tzdata", "importlib.metadata")


def modules_after(code: str) -> set[str]:
    script = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_importing_specs_brings_in_no_database_web_or_terminal_code() -> None:
    loaded = modules_after("import specs")
    assert "specs.document.spec" in loaded
    assert [name for name in (*HEAVY, *LATE) if name in loaded] == []


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(specs, name) is not None for name in specs.__all__)
    assert modules_after("from specs import lint_spec") >= {"specs.lint"}
    with pytest.raises(AttributeError, match="no attribute 'lint_specs'"):
        getattr(specs, "lint_specs")  # noqa: B009 - a name that does not exist
