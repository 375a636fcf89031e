"""`align waiver`: add, list and end, each a revision; what it releases is planned before."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Align

ROOT = Path(__file__).parents[2]
TODAY = dt.datetime.now(dt.UTC).date()
UNTIL = str(TODAY + dt.timedelta(days=30))
BODY = "Hi! An hour is $70."
WAIVER = ("--rule", "price_contradiction", "--said", "$70", "--until", UNTIL, "--reason", "a friend's price")


@pytest.fixture
def stored(tmp_path: Path, prepare: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a database in which `leo` is, and an author."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("ALIGN_AUTHOR", "ana")
    monkeypatch.delenv("ALIGN_DATABASE_URL", raising=False)
    leo = str(ROOT / "fixtures/personas/leo.json")
    prepare(("db", "upgrade"), ("facts", "import", leo, "--note", "first", "--apply"))
    return tmp_path


def holds(align: Align, folder: Path) -> bool:
    align("facts", "export", "leo", "--file", str(folder / "leo.json"))
    return align("validate", "--facts", str(folder / "leo.json"), "--text", BODY).exit_code == 1


def test_a_waiver_is_written_planned_applied_listed_and_ended(stored: Path, align: Align) -> None:
    assert holds(align, stored)
    added = align("waiver", "add", "leo", *WAIVER)
    assert added.exit_code == 0, added.output
    assert "it covers whatever these words claim; narrow it with --claimed" in added.stderr
    assert "policy" in added.stdout
    assert "review it, then run: align db upgrade" in added.stdout
    assert align("waiver", "list", "leo").stdout == "no waivers\n"

    draft = {"id": "d1", "persona": "leo", "body": BODY, "now": "2026-11-28T10:00:00-05:00"}
    (stored / "drafts.jsonl").write_text(json.dumps(draft) + "\n", "utf-8")
    plan = align("facts", "plan", "--drafts", "drafts.jsonl")
    assert plan.exit_code == 0
    assert "released: draft 'd1' (price_contradiction)" in plan.stdout

    assert align("db", "upgrade").exit_code == 0
    assert not holds(align, stored)
    listed = align("waiver", "list", "leo").stdout.splitlines()
    assert listed == [
        f"ana-1  active  until {UNTIL} by ana",
        '  price_contradiction: "$70"',
        "  a friend's price",
    ]
    ended = align("waiver", "end", "leo", "ana-1", "--note", "no more", "--apply")
    assert ended.exit_code == 0, ended.output
    assert holds(align, stored)
    assert align("waiver", "list", "leo").stdout == "no waivers; 1 over or ended, shown with --all\n"
    assert "ana-1  ended by ana in v3" in align("waiver", "list", "leo", "--all").stdout
    assert align("db", "downgrade", "facts@-1").exit_code == 0
    assert not holds(align, stored)


def test_a_narrow_waiver_with_a_first_day_is_to_come(stored: Path, align: Align) -> None:
    begins = str(TODAY + dt.timedelta(days=3))
    options = ("--claimed", "70 $ for 60 min", "--from", begins, "--id", "friend", "--apply")
    added = align("waiver", "add", "leo", *WAIVER, *options)
    assert (added.exit_code, added.stderr) == (0, "")
    assert holds(align, stored)
    (row,) = [json.loads(line) for line in align("waiver", "list", "leo", "--json").stdout.splitlines()]
    assert (row["id"], row["state"], row["from"], row["claimed"]) == (
        "friend",
        "to_come",
        begins,
        "70 $ for 60 min",
    )
    assert f"to come  from {begins} until {UNTIL} by ana" in align("waiver", "list", "leo").stdout


def test_words_that_are_not_flagged_by_themselves_are_pointed_out(stored: Path, align: Align) -> None:
    del stored
    options = ("--rule", "pay_after", "--said", "yep, works", "--until", UNTIL, "--reason", "x")
    assert "by themselves these words are not flagged" in align("waiver", "add", "leo", *options).stderr


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (("--until", "soon"), "--until: 'soon' is no date"),
        (("--until", "2020-01-01"), "--until: 2020-01-01 is over"),
        (("--until", str(TODAY + dt.timedelta(days=120))), "would hold for more than 90 days"),
        (("--from", "x"), "--from: 'x' is no date"),
        (("--rule", "price_contradictoin"), "did you mean 'price_contradiction'?"),
        (("--said", "\u200b"), "policy.waivers[0].said: is empty to a reader"),
        (("--reason", ""), "policy.waivers[0].reason: is empty"),
        (("--id", "no name"), "is not a legal name"),
    ],
)
def test_a_bad_waiver_is_refused_and_nothing_is_written(
    stored: Path, align: Align, changed: tuple[str, str], told: str
) -> None:
    before = sorted(stored.rglob("*.py"))
    result = align("waiver", "add", "leo", *WAIVER, *changed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert sorted(stored.rglob("*.py")) == before


def test_an_unknown_waiver_or_persona_is_refused(stored: Path, align: Align) -> None:
    del stored
    result = align("waiver", "end", "leo", "ana-1")
    assert (result.exit_code, result.stderr) == (
        2,
        "align: policy.waivers: there is no waiver 'ana-1'; there are none\n",
    )
    assert align("waiver", "list", "lea").exit_code == 2
    assert align("waiver", "add", "lea", *WAIVER).exit_code == 2
