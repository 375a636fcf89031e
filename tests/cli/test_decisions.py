"""`align decisions`, on a database of its own."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from align.audit.store import DecisionStore
from align.gate.candidate import Candidate
from align.runner.queue import CandidateQueue
from specs.store import open_engine
from tests.audit.decisions import NOW, candidate, downgraded, held, judged, over, passed
from tests.cli.test_store import desk, stored

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import Align

__all__ = ["desk", "stored"]

HELD_ID = "h" * 32


@pytest.fixture
def recorded(stored: Path) -> Iterator[DecisionStore]:
    """Four decisions of Leo's and Amara's."""
    del stored
    log = DecisionStore(open_engine("sqlite:///align.db"), clock=lambda: NOW)
    log.record(passed("a1", is_unjudged=True))
    log.record(held(HELD_ID, now=NOW + dt.timedelta(hours=1)))
    log.record(downgraded("t3", candidate=candidate(persona="amara"), now=NOW + dt.timedelta(hours=2)))
    log.record(passed("p4", is_unjudged=True, now=NOW + dt.timedelta(hours=3)))
    log.judge_late("p4", judged(9.0), (over(),))
    yield log
    log.close()


def test_decisions_are_listed_without_words(recorded: DecisionStore, align: Align) -> None:
    del recorded
    result = align("decisions", "list")
    assert result.exit_code == 0
    assert result.stdout == (
        "p4  passed BAD by late judgement  2026-11-01T15:00:00+00:00 leo do-gpu-qwen_b1 GO\n"
        "t3  downgraded  2026-11-01T14:00:00+00:00 amara do-gpu-qwen_b1 GO\n"
        "hhhhhhhhhhhh  held (spec_conflict, judge_conflict, rule_error)"
        "  2026-11-01T13:00:00+00:00 leo do-gpu-qwen_b1 GO\n"
        "a1  passed unjudged  2026-11-01T12:00:00+00:00 leo do-gpu-qwen_b1 GO\n"
    )


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--persona", "amara"], ["t3"]),
        (["--outcome", "held"], ["hhhhhhhhhhhh"]),
        (["--tag", "spec_conflict"], ["hhhhhhhhhhhh"]),
        (["--rule", "price_contradiction"], ["t3", "hhhhhhhhhhhh"]),
        (["--since", "2026-11-01T14:00:00Z"], ["p4", "t3"]),
        (["--unjudged"], ["a1"]),
        (["--raised"], ["p4"]),
        (["-n", "1"], ["p4"]),
        (["--persona", "nobody"], ["no"]),
    ],
    ids=" ".join,
)
def test_decisions_are_filtered(
    recorded: DecisionStore, align: Align, options: list[str], expected: list[str]
) -> None:
    del recorded
    lines = align("decisions", "list", *options).stdout.splitlines()
    assert [line.split()[0] for line in lines] == expected


def test_a_decision_is_shown_with_all_that_it_rests_on(recorded: DecisionStore, align: Align) -> None:
    del recorded
    shown = align("decisions", "show", "hhh").stdout
    assert shown.splitlines()[1:] == [
        f"  id {HELD_ID}, candidate c1",
        "  spec v3, mission v1, dddddddddddd",
        "  answers: how much in xanadu?",
        "  1. draft",
        "  | It is 150 for the hour, zanzibar",
        "  |       ^^^ price_contradiction: reads 150",
        "    voice crashed",
        "    drift 9 (over 7) “zanzibar”",
        "  no redraft: truncated 512 tokens",
        "  spec_conflict: Say 180.",
        "  judge_conflict: Look at it.",
        "  rule_error: Report it.",
        "  1.500 s, 0 + 0 tokens",
    ]
    late = align("decisions", "show", "p4").stdout
    assert "    no judge: timeout 10 s\n" in late
    assert "  judged late\n    drift 9 (over 7) “zanzibar”\n" in late
    assert json.loads(align("decisions", "show", "p4", "-o", "json").stdout)["id"] == "p4"


def test_decisions_are_exported_whole_or_not_at_all(recorded: DecisionStore, align: Align) -> None:
    lines = align("decisions", "export").stdout.splitlines()
    assert [json.loads(line) for line in lines] == [json.loads(line) for line in recorded.export()]
    result = align("decisions", "export", "--outcome", "passed", "--file", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert [json.loads(line)["id"] for line in Path("out.jsonl").read_text().splitlines()] == ["a1", "p4"]
    result = align("decisions", "export", "--file", "none/out.jsonl")
    assert (result.exit_code, result.stderr) == (
        2,
        "align: none/out.jsonl: cannot be written: No such file or directory\n",
    )
    assert [path.name for path in Path().glob("*.tmp")] == []


def test_pruning_leaves_decisions_without_words(recorded: DecisionStore, align: Align) -> None:
    queue = CandidateQueue(recorded.engine, clock=lambda: NOW)
    queue.add([Candidate("c1", "leo", "zanzibar")])
    taken = queue.take()
    assert taken is not None
    queue.finish(taken, "held", HELD_ID)
    result = align("decisions", "prune", "--before", "2026-11-01T12:00:01Z")
    assert (
        result.stdout
        == "erased the words of 4 decisions, 1 late judgements, 1 candidates, 0 reviews, and 0 corrections\n"
    )
    shown = align("decisions", "show", "hhh").stdout
    assert "    price_contradiction [6, 9): the spec says 180\n" in shown
    assert "  spec_conflict: (the words are not kept)\n" in shown
    assert "zanzibar" not in shown + align("decisions", "export").stdout
    assert len(align("decisions", "list").stdout.splitlines()) == 4


def test_an_edit_is_planned_against_recorded_bodies(recorded: DecisionStore, align: Align) -> None:
    recorded.record(passed("now-good", "An hour is 90.", candidate=candidate(body="An hour is 90.")))
    result = align("facts", "plan", "leo", "trade=barber", "--stored", "4", "-o", "json")
    (plan,) = json.loads(result.stdout)["personas"]
    assert plan["replayed"]["drafts"] == 3  # Leo's of the last four
    assert align("facts", "plan", "leo", "trade=barber", "-o", "json").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "zzz"], "no decision 'zzz'"),
        (["list", "--since", "yesterday"], "--since: 'yesterday' is no moment"),
        (["list", "--since", "2026-11-01T14:00:00"], "has no UTC offset"),
        (["prune", "--before", "soon"], "--before: 'soon' is no moment"),
        (["list", "--database", "mysql://x"], "'mysql' is no database of the store"),
    ],
    ids=" ".join,
)
def test_bad_input_is_said(recorded: DecisionStore, align: Align, arguments: list[str], told: str) -> None:
    del recorded
    result = align("decisions", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr


def test_a_database_without_tables_says_what_to_do(desk: Path, align: Align) -> None:
    del desk
    result = align("decisions", "list")
    assert (result.exit_code, result.stderr) == (
        2,
        "align: the database has no tables of this version; run: align db upgrade\n",
    )


@pytest.mark.parametrize("before", ["2200-01-01T00:00:00Z", "2026-01-01T00:00:00", "soon"])
def test_a_moment_that_cannot_be_is_bad_input(align: Align, before: str) -> None:
    result = align("decisions", "prune", "--before", before)
    assert (result.exit_code, result.stderr.startswith("align: --before: ")) == (2, True)
