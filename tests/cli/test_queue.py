"""`align queue`: candidates in, a look at them, and again; bad lines are named and keep nobody out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from align.cli import queue_add
from align.runner.queue import CandidateQueue
from specs.store import open_engine
from tests.cli.test_run import desk

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Align

__all__ = ["desk"]


def lines(*candidates: dict[str, Any] | str) -> str:
    rows = (one if isinstance(one, str) else json.dumps({"persona": "leo", **one}) for one in candidates)
    return "".join(f"{row}\n" for row in rows)


@pytest.fixture
def queue(desk: Path) -> CandidateQueue:
    return CandidateQueue(open_engine(f"sqlite:///{desk / 'align.db'}"))


def test_good_lines_are_queued_and_bad_ones_named(queue: CandidateQueue, align: Align) -> None:
    stdin = lines(
        {"id": "c1", "body": "zanzibar"},
        "no json",
        {"id": "c1", "body": "again"},
        {"id": "c2", "persona": "loe"},
        {"id": "x" * 129},
        {"id": "c3", "template_key": "opener", "context": {"inbound": "hi"}},
        {"id": "c4", "context": {"inbound": 3}},
    )
    result = align("queue", "add", "--input", "-", stdin=stdin)
    assert (result.exit_code, result.stdout) == (2, "2 queued\n")
    assert result.stderr.splitlines() == [
        "align: standard input:2: not JSON: Expecting value (column 1)",
        "align: standard input:3: id: stands in line 1 already",
        "align: standard input:4: persona: no facts of 'loe' in the store; did you mean 'leo'?",
        "align: standard input:7: context.inbound: expected text, got int",
        "align: standard input:5: the id of a candidate has 1 to 128 characters",
    ]
    assert [(c.persona, c.id) for c in queue.find("queued")] == [("leo", "c1"), ("leo", "c3")]


def test_adding_again_changes_nothing_and_another_one_is_refused(
    queue: CandidateQueue, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_add, "_TOGETHER", 3)
    some = [{"id": f"c{n}", "body": "Hello"} for n in range(7)]
    assert align("queue", "add", "-i", "-", stdin=lines(*some[:4])).stdout == "4 queued\n"
    result = align("queue", "add", "-i", "-", stdin=lines(*some))
    assert (result.exit_code, result.stdout) == (0, "3 queued, 4 were queued already\n")
    result = align("queue", "add", "-i", "-", stdin=lines({"id": "c2", "body": "zanzibar"}, {"id": "c9"}))
    assert (result.exit_code, result.stdout) == (2, "1 queued\n")
    assert result.stderr == (
        "align: standard input:1: another candidate of 'leo' is queued under the id 'c2'\n"
    )
    assert queue.counts() == {"queued": 8}


def end(queue: CandidateQueue, status: Any, **rest: Any) -> None:
    taken = queue.take()
    assert taken is not None
    queue.finish(taken, status, "d1f7", **rest)


def test_a_look_at_the_queue(queue: CandidateQueue, align: Align) -> None:
    assert align("queue", "list").stdout == "no candidates\n"
    assert align("queue", "counts").stdout == "the queue is empty\n"
    some = [{"id": f"c{n}", "body": "zanzibar", "goal": "say hello"} for n in range(3)]
    align("queue", "add", "-i", "-", stdin=lines(*some))
    end(queue, "held", cause="spec_conflict")
    end(queue, "pending_review", body="a clean one")
    assert align("queue", "counts").stdout.split() == ["1", "held", "1", "pending_review", "1", "queued"]
    assert json.loads(align("queue", "counts", "-o", "json").stdout)["held"] == 1
    shown = align("queue", "list").stdout
    assert "leo/c0  held (spec_conflict)  20" in shown
    assert "decision d1f7" in shown
    assert "zanzibar" not in shown
    for status in ("reviewed", "rejected"):
        assert align("queue", "list", "--status", status).exit_code == 0
    row = json.loads(align("queue", "list", "--status", "pending_review", "-o", "jsonl").stdout)
    assert (row["persona"], row["id"], row["takes"], row["cause"]) == ("leo", "c1", 1, None)
    assert "zanzibar" not in str(row)
    assert len(align("queue", "list", "-n", "2").stdout.splitlines()) == 2
    assert align("queue", "list", "--persona", "ana").stdout == "no candidates\n"


def test_one_candidate_in_full(queue: CandidateQueue, align: Align) -> None:
    row = {
        "id": "c1",
        "body": "\x1b[31mred",
        "template_key": "opener",
        "goal": "g",
        "context": {"inbound": "hm?"},
    }
    align("queue", "add", "-i", "-", stdin=lines(row))
    waits = align("queue", "show", "leo", "c1").stdout
    assert "takes so far: 0" in waits
    assert "may be taken from" in waits
    end(queue, "pending_review", body="a clean one")
    shown = align("queue", "show", "leo", "c1").stdout
    for told in ("template: opener", "goal: g", "answers: hm?", "| a clean one", "align decisions show d1f7"):
        assert told in shown
    assert "takes" not in shown
    assert "\x1b" not in shown
    found = json.loads(align("queue", "show", "leo", "c1", "-o", "json").stdout)
    assert (found["candidate"]["body"], found["waiting_body"]) == ("\x1b[31mred", "a clean one")
    result = align("queue", "show", "ana", "c1")
    assert (result.exit_code, result.stderr) == (2, "align: no candidate 'c1' of 'ana' in the queue\n")


def test_what_came_to_an_end_is_queued_again_or_erased(queue: CandidateQueue, align: Align) -> None:
    align("queue", "add", "-i", "-", stdin=lines(*({"id": f"c{n}", "body": "zanzibar"} for n in range(2))))
    end(queue, "held")
    end(queue, "failed")
    assert align("queue", "requeue", "leo", "c0").stdout == "queued again: leo/c0\n"
    result = align("queue", "requeue", "leo", "c0")
    assert result.exit_code == 2
    assert "no held or failed candidate 'c0' of 'leo'" in result.stderr
    result = align("queue", "prune", "--before", "2199-01-01T00:00:00Z")
    assert result.stdout == "erased the words of 1 candidates\n"
    assert "the words are not kept" in align("queue", "show", "leo", "c1").stdout
    assert json.loads(align("queue", "show", "leo", "c1", "-o", "json").stdout)["candidate"] is None
    assert align("queue", "prune", "--before", "soon").exit_code == 2


def test_a_database_without_tables_says_what_to_do(
    tmp_path: Path, align: Align, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (["queue", "list"], ["queue", "counts"], ["work"], ["queue", "add", "-i", "-"]):
        result = align(*command, stdin="")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr == "align: the database has no tables of this version; run: align db upgrade\n"
