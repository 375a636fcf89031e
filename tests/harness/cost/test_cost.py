"""The meter beside a real harness and on both databases: nothing is lost, nothing is counted twice."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from align.harness import cost
from align.harness.cost import CostMeter
from align.harness.cost_report import CostReport, UsageLine, money, report
from align.harness.harness import Call
from align.harness.prices import PriceTable
from align.harness.usage import Usage
from specs.store import StoreUnavailableError, open_engine
from specs.store.engine import recording
from tests.harness.asking import DRAFT, answer_of, cause_of, harness_at, until
from tests.harness.loops import run
from tests.harness.server import VllmLike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

    from tests.store.conftest import Clock

PRICES = PriceTable.model_validate(
    {"currency": "EUR", "gpu_hour": "3.6", "prompt_million": 1, "completion_million": 2}
)
CALL = Call("prospect.draft", "base", None, Usage(10, 5, 1.5, 0.5, 2), "do-gpu-base_b1", "opener@3")


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = open_engine(url)
    yield opened
    opened.dispose()


def reported(engine: Engine, clock: Clock, *columns: str) -> CostReport:
    return report(engine, columns, since=None, now=clock.now)


def test_usage_is_told_by_task_engine_and_workflow(engine: Engine, clock: Clock) -> None:
    meter = CostMeter(engine, PRICES, clock=clock)
    for call in (
        CALL,
        CALL,
        replace(CALL, cause="timeout", workflow=None),
        Call("prospect.judge", "base", None, Usage(100, 0, 1.0, 0.0, 1)),
    ):
        meter.began(call.task)
        meter.ended(call)
    assert reported(engine, clock, "task").lines == ()
    meter.flush()
    meter.flush()
    assert reported(engine, clock, "task", "engine", "workflow").lines == (
        UsageLine(("prospect.draft", "do-gpu-base_b1", None), 1, 1, 2, 10, 5, 1.5, 0.5, 0, {"EUR": 520_000}),
        UsageLine(
            ("prospect.draft", "do-gpu-base_b1", "opener@3"), 2, 0, 4, 20, 10, 3.0, 1.0, 0, {"EUR": 1_040_000}
        ),
        UsageLine(("prospect.judge", None, None), 1, 0, 1, 100, 0, 1.0, 0.0, 0, {"EUR": 100_000}),
    )
    by_engine = reported(engine, clock, "engine")
    assert [(line.by, line.calls) for line in by_engine.lines] == [((None,), 1), (("do-gpu-base_b1",), 3)]
    total = UsageLine((), 4, 1, 7, 130, 15, 5.5, 1.5, 0, {"EUR": 1_660_000})
    assert by_engine.total == reported(engine, clock, "model").total == total


def test_a_report_can_begin_at_a_moment(engine: Engine, clock: Clock) -> None:
    meter = CostMeter(engine, PRICES, clock=clock)
    meter.ended(CALL)
    clock.move(minutes=5)
    meter.ended(CALL)
    meter.flush()
    later = report(engine, ("task",), since=clock.now, now=clock.now)
    assert later.total.calls == 1
    assert report(engine, ("task",), since=clock.move(minutes=1), now=clock.now).lines == ()


def test_without_prices_calls_are_counted_and_said_to_be_unpriced(engine: Engine, clock: Clock) -> None:
    for prices in (None, PRICES, PRICES.model_copy(update={"currency": "USD"})):
        meter = CostMeter(engine, prices, clock=clock)
        meter.ended(CALL)
        meter.flush()
    (line,) = reported(engine, clock, "task").lines
    assert (line.calls, line.unpriced) == (3, 1)
    assert line.nano == {"EUR": 520_000, "USD": 520_000}


def test_what_could_not_be_stored_is_stored_later_once(
    engine: Engine, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    meter = CostMeter(engine, PRICES, clock=clock)
    meter.ended(CALL)

    def away(_: Engine) -> None:
        raise StoreUnavailableError("the database is away", "wait")

    monkeypatch.setattr(cost, "recording", away)
    for _ in range(3):
        with pytest.raises(StoreUnavailableError):
            meter.flush()
        meter.ended(CALL)

    class Broken:
        """Stores, and then does not say so."""

        def __init__(self, engine: Engine) -> None:
            self._whole = recording(engine)

        def __enter__(self) -> object:
            return self._whole.__enter__()

        def __exit__(self, *error: object) -> None:
            self._whole.__exit__(None, None, None)
            raise StoreUnavailableError("the connection broke off", "try again")

    monkeypatch.setattr(cost, "recording", Broken)
    with pytest.raises(StoreUnavailableError):
        meter.flush()
    monkeypatch.setattr(cost, "recording", recording)
    meter.flush()
    meter.flush()
    assert reported(engine, clock, "task").total.calls == 4


def test_what_waits_for_a_database_stays_small(engine: Engine, clock: Clock) -> None:
    meter = CostMeter(engine, PRICES, clock=clock)
    for _ in range(1000):
        meter.ended(CALL)
    meter.flush()
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*), sum(calls) FROM model_usage")).one() == (1, 1000)


def test_usage_cannot_be_changed(engine: Engine, clock: Clock) -> None:
    meter = CostMeter(engine, PRICES, clock=clock)
    meter.ended(CALL)
    meter.flush()
    for statement in ("UPDATE model_usage SET calls = 0", "DELETE FROM model_usage"):
        with pytest.raises(Exception, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))


def test_names_that_databases_refuse_are_stored_as_they_can_be(engine: Engine, clock: Clock) -> None:
    meter = CostMeter(engine, PRICES, clock=clock)
    meter.ended(replace(CALL, model="a\0b\ud800", engine="", workflow="é\0"))
    meter.flush()
    (line,) = reported(engine, clock, "model", "engine", "workflow").lines
    assert line.by == ("a\\0b\\ud800", "", "é\\0")


def test_the_calls_of_a_harness_are_metered(url: str, clock: Clock) -> None:
    async def main() -> None:
        engine = open_engine(url)
        async with (
            CostMeter(engine, PRICES, flush_seconds=0.01, clock=clock) as meter,
            VllmLike().serve() as vllm,
            harness_at(vllm.url, watch=meter) as harness,
        ):
            await answer_of(harness, replace(DRAFT, engine="do-gpu-base_b1", workflow="opener@3"))
            await until(lambda: reported(engine, clock, "task").total.calls == 1)
            assert await cause_of(harness, replace(DRAFT, model="nobody")) == "bad_request"
        # The last flush is at the end.
        lines = reported(engine, clock, "model", "engine").lines
        assert [(line.by, line.calls, line.failed, line.prompt_tokens) for line in lines] == [
            (("base", "do-gpu-base_b1"), 1, 0, 7),
            (("nobody", None), 1, 1, 0),
        ]
        assert meter.problem is None
        engine.dispose()

    run(main)


def test_a_meter_without_its_tables_says_so_and_goes_on(tmp_path: object, clock: Clock) -> None:
    async def main() -> None:
        engine = open_engine(f"sqlite:///{tmp_path}/none.db")
        meter = CostMeter(engine, PRICES, flush_seconds=0.0, clock=clock)
        meter.ended(CALL)
        running = asyncio.create_task(meter.run())
        await until(lambda: meter.problem is not None)
        assert meter.problem is not None
        assert "align db upgrade" in meter.problem
        assert not running.done()
        running.cancel()
        await asyncio.wait([running])
        engine.dispose()

    run(main)


def test_money_is_written_exactly() -> None:
    assert [money(nano) for nano in (0, 1, 1_500_000_000, 520_000)] == ["0", "0.000000001", "1.5", "0.00052"]


def test_a_column_that_there_is_not_is_refused(engine: Engine, clock: Clock) -> None:
    with pytest.raises(ValueError, match="told apart by task, engine, workflow, model, not by persona"):
        reported(engine, clock, "task", "persona")
