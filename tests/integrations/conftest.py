"""What the tests of the integrations share."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def suite(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A folder for a suite, where the project is installed with the entry points that pyproject.toml gives it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    info = pytester.mkdir("installed") / "draft_alignment_gate-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: draft-alignment-gate\nVersion: 0.1.0\n")
    entries = [f"{name} = {module}" for name, module in project["entry-points"]["pytest11"].items()]
    (info / "entry_points.txt").write_text("\n".join(["[pytest11]", *entries]) + "\n")
    monkeypatch.setenv("PYTHONPATH", f"{info.parent}:{ROOT}")
    return pytester
