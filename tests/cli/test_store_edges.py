"""What operators' commands do with odd input: nothing is lost, and the message says what to write."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.test_store import AMARA, LEO, desk, stored

if TYPE_CHECKING:
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


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["facts", "show", "leo", "--at", "0001-01-01T00:00+14:00"], "--at: 0001-01-01"),
        (["facts", "show", "leo", "--at", "9999-12-31T23:59-05:00"], "is not in a year from 1970 to 2199"),
        (["facts", "show", "le\udcff"], "half of a surrogate pair"),
        (
            ["facts", "set", "leo", "trade=x", "--note", "x", "--effective", "9999-12-31"],
            "not in a year from",
        ),
        (
            ["facts", "set", "leo", "trade=x", "--note", "x", "--effective", "2026-12-01T09:00"],
            "has no offset",
        ),
        (["facts", "set", "leo", r'services["\q"]=x', "--note", "x"], "is not quoted as JSON"),
        (
            ["mission", "set", "leo", "--day", "9999-12-31", "--slot", "22:00-01:00"],
            "--day: 9999-12-31 is not",
        ),
        (["mission", "set", "leo", "--slot", "18:00-18:00"], "ends when it begins"),
        (
            ["template", "set", "leo", "a", "--text", "Hi", "--note", "x", "--effective", "2026-12-01T09:00"],
            "has no offset",
        ),
        (["template", "set", "lea", "a", "--text", "Hi", "--note", "x"], "did you mean 'leo'"),
    ],
)
def test_a_slip_is_told_apart_from_a_crash(
    stored: Path, align: Align, arguments: list[str], told: str
) -> None:
    before = sorted((stored / "facts").iterdir())
    result = align(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert sorted((stored / "facts").iterdir()) == before


def test_long_lists_of_channels_are_cut_in_a_prompt(stored: Path, align: Align) -> None:
    document = json.loads(LEO.read_text("utf-8"))
    document["channels"]["links"] = [f"https://example.com/page/{number}" for number in range(1000)]
    (stored / "long.json").write_text(json.dumps(document), "utf-8")
    assert align("facts", "import", "long.json", "--note", "links", "--apply").exit_code == 0
    prompt = align("facts", "show", "leo", "--output", "prompt")
    assert prompt.exit_code == 0
    assert len(prompt.stdout) <= 24_000
    assert "more." in prompt.stdout


def _plan(align: Align, *arguments: str) -> dict[str, Any]:
    result = align("facts", "plan", *arguments, "--output", "json")
    assert result.exit_code in {0, 1}, result.output
    plan: dict[str, Any] = json.loads(result.stdout)
    return plan


def test_a_plan_names_who_comes_and_goes_and_when(stored: Path, align: Align) -> None:
    document = json.loads(LEO.read_text("utf-8")) | {"persona": "zoe"}
    (stored / "zoe.json").write_text(json.dumps(document), "utf-8")
    align("facts", "import", "zoe.json", "--note", "first", "--effective", "2099-01-05")
    assert _plan(align)["added"] == {"zoe": "2099-01-05T05:00:00+00:00"}
    (path,) = (stored / "facts").glob("*_zoe.py")
    text = path.read_text("utf-8")
    call = 'op.retire_persona("leo", note="x", author="ana", effective="2099-01-06", revision=revision)'
    head, _, tail = text.partition("def upgrade() -> None:\n")
    path.write_text(
        f"{head}def upgrade() -> None:\n    {call}\n\n\ndef downgrade{tail.partition('def downgrade')[2]}",
        "utf-8",
    )
    plan = _plan(align)
    assert (plan["added"], plan["retired"]) == ({}, {"leo": "2099-01-06T05:00:00+00:00"})
    assert "leo: retired from 2099-01-06T05:00+00:00" in align("facts", "plan").stdout


def test_a_plan_replays_a_draft_with_the_mission_of_its_day_and_a_template_once_it_is_in_use(
    stored: Path, align: Align
) -> None:
    now = dt.datetime.now(dt.UTC).isoformat()
    align("mission", "set", "leo", "--slot", "18:00-18:30")
    rows = [
        {
            "persona": "leo",
            "id": "then",
            "body": "An hour is 80. See you at 9am tomorrow!",
            "now": "2026-01-05T10:00:00-05:00",
        }
    ]
    rows += [{"persona": "amara", "body": "Hi!", "now": now}] * 3
    (stored / "drafts.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    align(
        "template",
        "set",
        "leo",
        "later",
        "--text",
        "An hour is 80.",
        "--note",
        "x",
        "--effective",
        "2099-01-05",
    )
    arguments = ["leo", "rates[60].amount=90", "--drafts", "drafts.jsonl", "--last", "2"]
    (persona,) = _plan(align, *arguments)["personas"]
    assert persona["replayed"] == {"templates": 0, "drafts": 1}
    # With the mission of today the hour would not be one of the slots, before the edit as after it.
    assert [(effect["name"], effect["verdict"]) for effect in persona["effects"]] == [("then", "newly held")]
    (persona,) = _plan(align, *arguments, "--effective", "2099-01-06")["personas"]
    assert persona["replayed"] == {"templates": 1, "drafts": 1}
    assert [effect["name"] for effect in persona["effects"]] == ["later", "then"]


def test_facts_that_are_planned_are_linted_too(stored: Path, align: Align) -> None:
    document = json.loads(LEO.read_text("utf-8")) | {"persona": "zoe"}
    document["locations"] = [{"city": "Toronto", "from": "2099-01-01", "until": "2099-01-02"}]
    (stored / "zoe.json").write_text(json.dumps(document), "utf-8")
    result = align("facts", "import", "zoe.json", "--note", "x", "--effective", "2099-01-05", "--apply")
    assert result.exit_code == 0, result.output
    shown = align("facts", "lint").stdout
    assert "zoe: from 2099-01-05T05:00+00:00: " in shown
