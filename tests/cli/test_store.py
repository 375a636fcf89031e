"""The operators' commands on a store of their own: facts by revision, missions, templates, plans."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from specs import load_spec

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Align

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path.stem.partition("_")[0] for path in (ROOT / "migrations/versions/schema").glob("0*.py"))
LEO = ROOT / "fixtures/personas/leo.json"
AMARA = ROOT / "fixtures/personas/amara.json"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a database of its own, and an author."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("ALIGN_AUTHOR", "ana")
    monkeypatch.delenv("ALIGN_DATABASE_URL", raising=False)
    return tmp_path


@pytest.fixture
def stored(desk: Path, prepare: Callable[..., None]) -> Path:
    """The same, with two personas in it."""
    prepare(("db", "upgrade"), ("facts", "import", str(LEO), str(AMARA), "--note", "first", "--apply"))
    return desk


def test_a_store_without_tables_says_what_to_do(desk: Path, align: Align) -> None:
    del desk
    result = align("facts", "list")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "align: the database has no tables of this version; run: align db upgrade\n"
    result = align("db", "check")
    assert result.exit_code == 1
    assert "pending: 0001 (run: align db upgrade)" in result.stdout


def test_a_database_is_brought_up_to_date(desk: Path, align: Align) -> None:
    del desk
    result = align("db", "upgrade")
    assert (result.exit_code, result.stdout) == (
        0,
        "".join(f"applied {name}\n" for name in ("0001", "facts0", *SHIPPED[1:])),
    )
    assert align("db", "upgrade").stdout == "nothing to apply: the database is up to date\n"
    assert align("db", "check").stdout == "up to date, with 0 personas\n"
    assert f"applied  {SHIPPED[-1]}" in align("db", "current").stdout
    assert "CREATE TABLE spec_version" in align("db", "upgrade", "--sql").stdout


def test_documents_are_imported_and_exported_unchanged(stored: Path, align: Align) -> None:
    names = [line.split()[0] for line in align("facts", "list").stdout.splitlines()]
    assert names == ["amara", "leo"]
    assert align("facts", "export", "leo", "--file", "out.json").exit_code == 0
    exported = load_spec(stored / "out.json")
    document = load_spec(LEO).to_dict()
    document.pop("mission", None)
    assert exported.to_dict() == document
    result = align("facts", "import", str(LEO))
    assert "say so already" in result.stderr
    assert "its mission of" in result.stderr


def test_an_import_of_a_changed_document_is_an_edit_of_what_differs(stored: Path, align: Align) -> None:
    document = load_spec(LEO).to_dict()
    document["min_minutes"] = 60
    document.pop("mission", None)
    (stored / "new.json").write_text(json.dumps(document), "utf-8")
    result = align("facts", "import", "new.json", "--note", "longer", "--apply")
    assert result.exit_code == 0
    assert "  min_minutes\n    - 30\n    + 60\n" in result.stdout
    assert "applied\n" in result.stdout
    assert align("facts", "diff", "leo").exit_code == 1


def test_an_edit_is_written_reviewed_and_applied(stored: Path, align: Align) -> None:
    result = align("facts", "set", "leo", "rates[60].amount=90", "services[bath]=bath", "--note", "up")
    assert result.exit_code == 0
    assert "  rates[60,-].amount\n    - 80\n    + 90\n" in result.stdout
    assert "run: align db upgrade" in result.stdout
    (file,) = [path for path in (stored / "facts").glob("*_leo.py") if '"up"' in path.read_text("utf-8")]
    assert f"wrote {file}" in result.stdout
    assert "rates[60,-].amount = 80" in align("facts", "show", "leo").stdout
    assert align("db", "upgrade").stdout == f"applied {file.stem.removesuffix('_leo')}\n"
    shown = align("facts", "show", "leo").stdout
    assert "rates[60,-].amount = 90" in shown
    assert "  services[bath]\n" in shown
    history = align("facts", "history", "leo").stdout
    assert "by ana: up" in history
    assert align("db", "downgrade", "facts@-1").exit_code == 0
    assert "takes back: up" in align("facts", "history", "leo").stdout
    assert "rates[60,-].amount = 80" in align("facts", "show", "leo").stdout


def test_a_field_is_taken_out(stored: Path, align: Align) -> None:
    del stored
    result = align(
        "facts", "set", "leo", "--unset", "deposit", "--unset", "voice.banned", "--note", "x", "--apply"
    )
    assert result.exit_code == 0, result.output
    document = json.loads(align("facts", "export", "leo").stdout)
    assert "deposit" not in document
    assert "banned" not in document["voice"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["leo", "rates[60].amount=ninety"], 'expected a number, got the text "ninety"'),
        (["leo", "rates[61].amount=9"], "one of rates[30,-], rates[60,-], rates[90,-], rates[120,-]"),
        (["leo", "min_minuts=9"], "did you mean 'min_minutes'"),
        (["lea", "min_minutes=9"], "did you mean 'leo'"),
        (["leo"], "no edit was given"),
        (["leo", "min_minutes"], "'min_minutes' is no edit; write PATH=VALUE"),
        (["leo", "min_minutes=null"], "--unset 'min_minutes'"),
        (["leo", "min_minutes=9", "min_minutes=8"], "is given twice"),
        (["leo", "min_minutes=45", "--effective", "soon"], "'soon' is no date or time"),
        (["leo", "min_minutes=45", "--database", "mysql://x/y"], "'mysql' is no database of the store"),
        (["leo", "min_minutes=45", "--database", "nonsense"], "address cannot be read"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_a_bad_edit_names_its_place_and_writes_nothing(
    stored: Path, align: Align, arguments: list[str], told: str
) -> None:
    before = sorted((stored / "facts").iterdir())
    result = align("facts", "set", *arguments, "--note", "x")
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert sorted((stored / "facts").iterdir()) == before


def test_a_document_is_edited_in_the_editor(
    stored: Path, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    del stored
    script = (
        "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_text(p.read_text().replace('{}', '{}'))"
    )
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'{sys.executable} -c "{script.format("dog groomer", "cat groomer")}"')
    result = align("facts", "edit", "leo", "--note", "cats", "--apply")
    assert result.exit_code == 0, result.output
    assert '  trade\n    - "dog groomer"\n    + "cat groomer"\n' in result.stdout
    result = align("facts", "edit", "leo", "--note", "cats", "--apply")
    assert "nothing was changed" in result.stderr
    monkeypatch.setenv("EDITOR", f'{sys.executable} -c "{script.format("CAD", "XXQ")}"')
    result = align("facts", "edit", "leo", "--note", "spoilt")
    assert result.exit_code == 2
    assert "XXQ" in result.stderr
    assert "your text is kept in" in result.stderr
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert "cannot be started" in align("facts", "edit", "leo", "--note", "x").stderr
    monkeypatch.setenv("EDITOR", "false")
    assert "ended with 1" in align("facts", "edit", "leo", "--note", "x").stderr


def test_missions_change_without_a_revision(stored: Path, align: Align) -> None:
    before = sorted((stored / "facts").iterdir())
    result = align(
        "mission",
        "set",
        "leo",
        "--market",
        "Toronto",
        "--slot",
        "18:00-20:00",
        "--slot",
        "22:30-00:30",
        "--goal",
        "fill",
    )
    assert result.exit_code == 0, result.output
    assert "  market: Toronto\n  slots: 18:00-20:00, 22:30-00:30\n" in result.stdout
    assert "mission.market" in align("facts", "show", "leo").stdout
    assert align("mission", "clear", "leo", "--note", "enough").exit_code == 0
    assert "  cleared\n" in align("mission", "show", "leo").stdout
    assert "mission.market" not in align("facts", "show", "leo").stdout
    assert sorted((stored / "facts").iterdir()) == before
    for arguments, told in (
        (["--slot", "6pm"], "'6pm' is no slot"),
        (["--slot", "25:00-26:00"], "is no slot"),
        (["--market", "Paris"], "'Paris' is none of the locations"),
        (["--day", "tomorrow"], "'tomorrow' is no date"),
    ):
        result = align("mission", "set", "leo", *arguments)
        assert result.exit_code == 2
        assert told in result.stderr


def test_templates_are_tried_when_they_are_set_and_when_facts_change(stored: Path, align: Align) -> None:
    del stored
    good = align("template", "set", "leo", "opener", "--text", "Hi! An hour is 80.", "--note", "first")
    assert good.exit_code == 0, good.output
    bad = align("template", "set", "leo", "closer", "--text", "Hi! An hour is 70.", "--note", "first")
    assert bad.exit_code == 1
    assert "leo: template 'closer' fails now: Says 70 for 60 min" in bad.stdout
    nothing = align("template", "set", "leo", "closer", "--text", "\u200b ", "--note", "first")
    assert (nothing.exit_code, nothing.stdout) == (2, "")
    assert "the body of 'closer' has nothing in it to see" in nothing.stderr
    align(
        "facts", "set", "leo", "rates[60].amount=90", "--note", "up", "--effective", "2099-01-05", "--apply"
    )
    align(
        "facts", "set", "leo", "rates[90].amount=120", "--note", "up", "--effective", "2099-01-06", "--apply"
    )
    result = align("facts", "lint")
    assert result.exit_code == 1
    assert "leo: template 'closer' fails now" in result.stdout
    assert "template 'opener'" not in result.stdout  # so far ahead is not looked at
    assert align("template", "withdraw", "leo", "closer", "--note", "wrong").exit_code == 0
    assert [line.split()[0] for line in align("template", "list", "leo").stdout.splitlines()[::2]] == [
        "opener"
    ]
    assert "(withdrawn)" in align("template", "show", "leo", "closer").stdout
    assert align("template", "show", "leo", "opening").exit_code == 2
    assert align("template", "set", "leo", "opener", "--note", "x").exit_code == 2


def _drafts(folder: Path, rows: list[dict[str, Any] | str]) -> str:
    path = folder / "drafts.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return str(path)


def draft(name: str, body: str, persona: str = "leo") -> dict[str, Any]:
    return {"id": name, "persona": persona, "body": body, "now": "2026-11-28T10:00:00-05:00"}


DRAFTS: list[dict[str, Any] | str] = [
    draft("passes now", "Hi! An hour is 80."),
    draft("passes then", "Hi! An hour is 90."),
    draft("never passes", "Hi! An hour is 70."),
    draft("says nothing", "See you in Toronto!"),
    draft("another's", "An hour is 80.", "amara"),
]


def test_a_plan_says_what_an_edit_would_hold_and_release(stored: Path, align: Align) -> None:
    drafts = _drafts(stored, DRAFTS)
    align("template", "set", "leo", "opener", "--text", "An hour is 80.", "--note", "first")
    before = align("facts", "history", "leo").stdout
    result = align("facts", "plan", "leo", "rates[60].amount=90", "--drafts", drafts)
    assert result.exit_code == 1
    for line in (
        "newly held: template 'opener' (price_contradiction)",
        "newly held: draft 'passes now' (price_contradiction)",
        "released: draft 'passes then' (price_contradiction)",
        "changed: draft 'never passes' (price_contradiction)",
        "newly held      2  price_contradiction",
        "2 newly held, 1 released, 1 changed",
        "replayed 1 templates, 4 drafts",
    ):
        assert line in result.stdout
    assert "says nothing" not in result.stdout
    assert align("facts", "history", "leo").stdout == before


def test_a_plan_covers_the_pending_revisions(stored: Path, align: Align) -> None:
    drafts = _drafts(stored, DRAFTS)
    assert align("facts", "plan", "--drafts", drafts).stdout.startswith("nothing would change\n")
    align("facts", "set", "leo", "rates[60].amount=90", "--note", "up", "--effective", "2099-01-05")
    result = align("facts", "plan", "--drafts", drafts, "--output", "json", "--last", "3")
    assert result.exit_code == 0
    plan = json.loads(result.stdout)
    (persona,) = plan["personas"]
    assert persona["changes"] == [{"path": "rates[60,-].amount", "before": 80, "after": 90}]
    assert persona["effective"].startswith("2099-01-05")
    assert persona["replayed"] == {"templates": 0, "drafts": 2}
    assert {(e["name"], e["verdict"]) for e in persona["effects"]} == {("never passes", "changed")}


def test_a_plan_names_the_lines_that_cannot_be_used(stored: Path, align: Align) -> None:
    rows: list[dict[str, Any] | str] = [
        *DRAFTS,
        "{",
        {"persona": "leo"},
        draft("no zone", "x") | {"now": "2026-11-28T10:00:00"},
    ]
    result = align("facts", "plan", "leo", "rates[60].amount=90", "--drafts", _drafts(stored, rows))
    assert result.exit_code == 2
    assert "drafts.jsonl:6: " in result.stderr
    assert "drafts.jsonl:7: body: missing" in result.stderr
    assert "drafts.jsonl:8: now: has no UTC offset" in result.stderr
    assert "1 newly held, 1 released, 1 changed" in result.stdout
    result = align("facts", "plan", "leo", "rates[60].amount=no", "--drafts", "none.jsonl")
    assert result.exit_code == 2
    assert "none.jsonl: cannot be read" in result.stderr


def test_the_prompt_is_the_rendering_of_the_same_spec(stored: Path, align: Align) -> None:
    del stored
    digest = load_spec(AMARA).replace(mission=None).digest
    text = align("facts", "show", "amara", "--output", "prompt").stdout
    assert text.splitlines()[0] == f'# Spec of "amara", digest {digest}'


def test_the_past_can_be_shown(stored: Path, align: Align, jsonl: Callable[..., str]) -> None:
    del stored, jsonl
    result = align("facts", "show", "leo", "--at", "2020-01-01T00:00:00Z")
    assert result.exit_code == 2
    assert "no facts of 'leo' at 2020-01-01" in result.stderr
    assert align("facts", "show", "leo", "--at", "yesterday").exit_code == 2
    rows = [json.loads(line) for line in align("facts", "history", "leo", "--json").stdout.splitlines()]
    assert [row["version"] for row in rows] == [1]
    assert rows[0]["revision"] is not None
    assert align("facts", "diff", "leo", "1", "9").exit_code == 2
