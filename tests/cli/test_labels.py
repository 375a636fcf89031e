"""`align labels`, on a database of its own."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from align.audit.store import DecisionStore
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.operators.settings import open_desk
from align.review.actions import Deed
from align.review.ledger import ReviewLedger
from tests.cli.test_store import desk, stored
from tests.gate.parts import Engine

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Align

__all__ = ["desk", "stored"]


@pytest.fixture
def rejected(stored: Path) -> Path:
    """Leo's store, with a draft in it that somebody rejected."""
    store = open_desk()
    gate = AlignmentGate(GateParts(store.store, Engine(), DecisionStore(store.engine)))
    asyncio.run(gate.align(Candidate("c1", "leo", "An hour is 12.")))
    ledger = ReviewLedger(store.engine)
    (case,) = ledger.cases()
    ledger.close(case, Deed("reject", "ana", "no"))
    store.engine.dispose()
    return stored


def test_labels_are_a_folder_that_eval_reads(rejected: Path, align: Align) -> None:
    result = align("labels", "export", "--persona", "leo", "--output", "gold/labels.jsonl")
    assert (result.exit_code, result.output) == (0, "")
    (document,) = (rejected / "gold/personas").iterdir()
    (line,) = (rejected / "gold/labels.jsonl").read_text("ascii").splitlines()
    assert json.loads(line)["persona"] == document.stem
    scores = json.loads(align("eval", "--gold", "gold", "--json").stdout)
    assert (scores["cases"], scores["exact"], scores["misses"]) == (1, 1.0, [])


def test_lines_alone_are_printed(rejected: Path, align: Align) -> None:
    del rejected
    result = align("labels", "export", "--since", "2026-01-01T00:00:00Z")
    assert json.loads(result.stdout)["tags"] == ["reject"]


def test_what_was_erased_is_counted(rejected: Path, align: Align) -> None:
    del rejected
    assert align("decisions", "prune", "--before", "2190-01-01T00:00:00Z").exit_code == 0
    result = align("labels", "export")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "left out: " in result.stderr
    assert "its words are not kept" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--since", "soon"], "--since: 'soon' is no moment"),
        (["--output", "gold"], "gold: cannot be written"),
        (["--database", "mysql://x"], "'mysql' is no database of the store"),
    ],
    ids=" ".join,
)
def test_bad_input_is_said(rejected: Path, align: Align, arguments: list[str], told: str) -> None:
    (rejected / "gold").mkdir()
    result = align("labels", "export", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert "Traceback" not in result.stderr
