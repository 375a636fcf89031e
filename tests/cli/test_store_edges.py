"""What operators' commands do with odd input: nothing is lost, and the message says what to write."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.cli.test_store import AMARA, LEO, desk, stored

if TYPE_CHECKING:
    import pytest

    from tests.cli.conftest import Align

__all__ = ["desk", "stored"]


def _editor(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    path = folder / "editor.py"
    path.write_text(f"import pathlib, subprocess, sys\npath = pathlib.Path(sys.argv[1])\n{script}\n", "utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {path}")


def test_a_text_that_is_refused_is_kept(stored: Path, align: Align, monkeypatch: pytest.MonkeyPatch) -> None:
    _editor(
        monkeypatch,
        stored,
        "path.write_text(path.read_text().replace('min_minutes\": 30', 'min_minutes\": 900'))",
    )
    result = align("facts", "edit", "leo", "--note", "longer")
    assert result.exit_code == 2
    assert "can never be booked" in result.stderr
    kept = Path(result.stderr.partition("your text is kept in ")[2].splitlines()[0])
    assert json.loads(kept.read_text("utf-8"))["min_minutes"] == 900


def test_a_text_that_the_editor_took_away_is_no_edit(
    stored: Path, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(monkeypatch, stored, "path.unlink()")
    result = align("facts", "edit", "leo", "--note", "gone")
    assert result.exit_code == 2
    assert "cannot be read" in result.stderr


def test_facts_that_moved_while_the_editor_was_open_are_a_conflict(
    stored: Path, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [
        sys.executable,
        "-c",
        "from align.cli import main; main()",
        "facts",
        "set",
        "leo",
        "rates[60].amount=95",
    ]
    command += ["--note", "another's", "--apply"]
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    script = f"subprocess.run({command!r}, check=True, stdout=subprocess.DEVNULL)\n"
    script += "path.write_text(path.read_text().replace('\"amount\": 80', '\"amount\": 99'))"
    _editor(monkeypatch, stored, script)
    before = sorted((stored / "facts").iterdir())
    result = align("facts", "edit", "leo", "--note", "mine")
    assert result.exit_code == 2, result.output
    assert "no longer those that the edit was made against" in result.stderr
    assert "your text is kept in" in result.stderr
    assert len(sorted((stored / "facts").iterdir())) == len(before) + 1
    assert "rates[60,-].amount = 95" in align("facts", "show", "leo").stdout


def test_an_import_with_one_bad_document_writes_nothing(desk: Path, align: Align) -> None:
    align("db", "upgrade")
    bad = json.loads(LEO.read_text("utf-8")) | {"persona": "bad", "min_minutes": 900}
    (desk / "bad.json").write_text(json.dumps(bad), "utf-8")
    for mission in ({"date": "2026-11-21", "market": "Atlantis"},):
        worse = json.loads(LEO.read_text("utf-8")) | {"persona": "worse", "mission": mission}
        (desk / "worse.json").write_text(json.dumps(worse), "utf-8")
    for name in ("bad.json", "worse.json"):
        result = align("facts", "import", str(AMARA), name, "--note", "first", "--apply")
        assert result.exit_code == 2
        assert "align: the" in result.stderr
        assert not (desk / "facts").exists()
        assert align("facts", "list").stdout.startswith("no personas")
