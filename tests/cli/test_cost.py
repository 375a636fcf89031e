"""`align cost report` on a database with usage and a lease in it."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from align.harness.cost import CostMeter
from align.harness.harness import Call
from align.harness.lease.holder import Holder
from align.harness.lease.policy import LeasePolicy
from align.harness.lease.store import LeaseStore
from align.harness.prices import PriceTable
from align.harness.usage import Usage
from specs.store import open_engine
from tests.store.conftest import BEGIN, Clock

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Align

PRICES = 'currency = "EUR"\ngpu_hour = 2\nprompt_million = 1.5\n'


@pytest.fixture
def database(tmp_path: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """An empty database, and no prices set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GPU_PRICES", raising=False)
    shutil.copy(migrated_file, tmp_path / "align.db")
    return f"sqlite:///{tmp_path / 'align.db'}"


@pytest.fixture
def used(database: str) -> str:
    """The same, with two calls, and a machine that was there for half an hour."""
    engine = open_engine(database)
    clock = Clock()
    prices = PriceTable.model_validate({"currency": "EUR", "gpu_hour": 2, "prompt_million": "1.5"})
    for table, call in (
        (
            prices,
            Call("prospect.draft", "base", None, Usage(1000, 50, 2.0, 0.0, 1), "do-gpu-base_b1", "opener@3"),
        ),
        (None, Call("prospect.judge", "base", "timeout", Usage(0, 0, 20.0, 0.0, 3))),
    ):
        meter = CostMeter(engine, table, clock=clock)
        meter.ended(call)
        meter.flush()
        clock.move(minutes=10)
    store = LeaseStore(engine, Holder.here(), LeasePolicy(), new_machine=lambda: "m1", clock=clock)
    store.step(1, 0, None, 60.0)
    clock.move(minutes=30)
    left = store.leave()
    assert left is not None
    clock.move(minutes=1)
    store.end(left, "released")
    engine.dispose()
    return database


def test_costs_are_reported_as_a_table(used: str, align: Align, tmp_path: Path) -> None:
    (tmp_path / "prices.toml").write_text(PRICES, "utf-8")
    result = align("cost", "report", "--database", used, "--prices", "prices.toml")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "task            engine          workflow  calls  failed  prompt  completion  wall s  GPU s        cost",
        "prospect.draft  do-gpu-base_b1  opener@3      1       0    1000          50     2.0    0.0  EUR 0.0015",
        "prospect.judge  -               -             1       1       0           0    20.0    0.0           -",
        "total                                         2       1    1000          50    22.0    0.0  EUR 0.0015",
        "1 calls were made without prices (GPU_PRICES)",
        "lease 'gpu': 1 machines for 0.52 h, EUR 1.0333",
    ]


def test_costs_are_reported_as_json(used: str, align: Align) -> None:
    since = (BEGIN + dt.timedelta(minutes=5)).isoformat()
    result = align("cost", "report", "--database", used, "--by", "task", "--since", since, "-o", "json")
    told = json.loads(result.stdout)
    line = {
        "calls": 1,
        "failed": 1,
        "tries": 3,
        "prompt_tokens": 0,
        "completion_tokens": 0,
        "wall_seconds": 20.0,
        "gpu_seconds": 0.0,
        "unpriced": 1,
        "amount": {},
    }
    assert told == {
        "since": since,
        "usage": [{"task": "prospect.judge", **line}],
        "total": line,
        "machines": [{"lease": "gpu", "machines": 1, "seconds": 1860.0, "amount": {}}],
    }


def test_what_is_still_to_come_is_nothing(database: str, align: Align) -> None:
    result = align("cost", "report", "--database", database)
    assert (result.exit_code, result.stdout) == (0, "nothing was used\n")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--since", "yesterday"), "align: --since: "),
        (("--since", "2026-11-01T12:00:00"), "align: --since: "),
        (("--prices", "none.toml"), "align: none.toml: No such file or directory"),
        (("--database", "mysql://x/y"), "align: 'mysql' is no database of the store"),
    ],
)
def test_bad_input_is_told(database: str, align: Align, options: tuple[str, str], says: str) -> None:
    result = align("cost", "report", "--database", database, *options)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(says)


def test_a_database_without_the_tables_says_what_to_do(tmp_path: Path, align: Align) -> None:
    result = align("cost", "report", "--database", f"sqlite:///{tmp_path / 'none.db'}")
    assert result.exit_code == 2
    assert "run: align db upgrade" in result.stderr
