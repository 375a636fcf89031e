"""The cost meter: what every call cost, collected beside the calls and stored now and then."""

from __future__ import annotations

import asyncio
import threading
import uuid
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import insert, select

from align.harness.usage import Usage
from specs.store.engine import recording
from specs.store.errors import StoreError
from specs.store.moments import as_utc, utc_now
from specs.store.usage_tables import UsageRow

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Awaitable, Callable
    from types import TracebackType

    from sqlalchemy import Engine

    from align.harness.harness import Call
    from align.harness.prices import PriceTable
    from align.harness.registry import TaskName

_USAGE = UsageRow.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it


@dataclass(frozen=True, slots=True)
class _Kind:
    """What calls are counted together by. `minute` is the beginning of the one in which they ended."""

    minute: dt.datetime
    task: str
    model: str
    engine: str | None
    workflow: str | None


@dataclass(frozen=True, slots=True)
class _Sum:
    calls: int = 0
    failed: int = 0
    usage: Usage = field(default_factory=Usage)
    nano: int = 0


@dataclass(frozen=True, slots=True)
class _Batch:
    """Sums on their way to the database, under a name that lets them in only once."""

    id: str
    sums: dict[_Kind, _Sum]


class CostMeter:
    """Collects what calls cost, as one of a harness's watchers, and stores it every `flush_seconds` while it is open.

    Calls of one kind that end in one minute are stored as one row, so that what waits for a database that is away stays
    small. A crash loses at most what ended since the last flush. `prices` None: money is not counted. `clock` gives the
    present moment, aware.
    """

    def __init__(
        self,
        engine: Engine,
        prices: PriceTable | None = None,
        *,
        flush_seconds: float = 10.0,
        clock: Callable[[], dt.datetime] = utc_now,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.problem: str | None = None
        """Why the last flush failed, None when it did not."""
        self._engine = engine
        self._prices = prices
        self._flush_seconds = flush_seconds
        self._clock = clock
        self._sleep = sleep
        self._sums: dict[_Kind, _Sum] = {}
        self._batch: _Batch | None = None
        self._collecting = threading.Lock()
        self._flushing = threading.Lock()
        self._running: asyncio.Task[None] | None = None

    def began(self, task: TaskName) -> None:
        """Take in that a call wants a server; it costs nothing yet."""

    def ended(self, call: Call) -> None:
        """Count a call that is over."""
        minute = as_utc(self._clock()).replace(second=0, microsecond=0)
        engine, workflow = (name and _storable(name) for name in (call.engine, call.workflow))
        kind = _Kind(minute, call.task, _storable(call.model), engine, workflow)
        nano = 0 if self._prices is None else self._prices.nano(call.model, call.usage)
        with self._collecting:
            so_far = self._sums.get(kind, _Sum())
            self._sums[kind] = _Sum(
                so_far.calls + 1,
                so_far.failed + (call.cause is not None),
                so_far.usage + call.usage,
                so_far.nano + nano,
            )

    def flush(self) -> None:
        """Store what was collected; raises `StoreError`, and then keeps it for the next time."""
        with self._flushing:
            if self._batch is not None:
                self._store(self._batch)
                self._batch = None
            with self._collecting:
                sums, self._sums = self._sums, {}
            if sums:
                self._batch = _Batch(uuid.uuid4().hex, sums)
                self._store(self._batch)
                self._batch = None

    async def run(self) -> None:
        """Flush until it is cancelled."""
        while True:
            await self._sleep(self._flush_seconds)
            await self._flushed()

    async def __aenter__(self) -> Self:
        """Begin to flush."""
        self._running = asyncio.create_task(self.run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Store what is left; what cannot be stored is the `problem`, and no end of the work that was measured."""
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
        await self._flushed()

    async def _flushed(self) -> None:
        try:
            await asyncio.to_thread(self.flush)
            self.problem = None
        except StoreError as error:
            self.problem = str(error)

    def _store(self, batch: _Batch) -> None:
        now = as_utc(self._clock())
        rows = [
            self._row(batch.id, part, kind, total, now)
            for part, (kind, total) in enumerate(batch.sums.items())
        ]
        with recording(self._engine) as connection:
            # A flush that broke off may have been stored all the same.
            stored = connection.execute(
                select(_USAGE.c.id).where(_USAGE.c.batch == batch.id).limit(1)
            ).first()
            if stored is None:
                connection.execute(insert(_USAGE), rows)

    def _row(self, batch: str, part: int, kind: _Kind, total: _Sum, now: dt.datetime) -> dict[str, Any]:
        return {
            "batch": batch,
            "part": part,
            "minute": kind.minute,
            "task": kind.task,
            "model": kind.model,
            "engine": kind.engine,
            "workflow": kind.workflow,
            "calls": total.calls,
            "failed": total.failed,
            "tries": total.usage.calls,
            "prompt_tokens": total.usage.prompt_tokens,
            "completion_tokens": total.usage.completion_tokens,
            "wall_seconds": total.usage.wall_seconds,
            "gpu_seconds": total.usage.gpu_seconds,
            "amount_nano": None if self._prices is None else total.nano,
            "currency": None if self._prices is None else self._prices.currency,
            "recorded_at": now,
        }


def _storable(name: str) -> str:
    """Return a name without what databases refuse: half a surrogate pair, and NUL."""
    return name.encode("utf-8", "backslashreplace").decode().replace("\0", "\\0")
