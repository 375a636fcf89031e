"""Everything that a door needs, put together: the store, the gate, the record, the queue, the outbox, meter and lease."""

from __future__ import annotations

import os
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.assembly.engines import engine_of
from align.assembly.servers import configured_harness
from align.assembly.settings import is_address
from align.audit.settings import masks_bodies
from align.audit.store import DecisionStore
from align.engines.ids import EngineIdError
from align.gate.gate import AlignmentGate, GateParts
from align.gate.receipt import ReceiptError
from align.gate.receipts import ReceiptBook, receipt_key
from align.harness.cost import CostMeter
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.lease.opening import open_lease
from align.harness.lease.settings import read_lease_settings
from align.harness.prices import read_cost_settings, read_prices
from align.harness.settings import SettingsError, read_settings
from align.judge.server_judge import ServerJudge
from align.operators.settings import open_desk
from align.runner.advance import Runner
from align.runner.file_outbox import FileOutbox
from align.runner.queue import OPEN, CandidateQueue, QueueSettings
from align.runner.webhook import open_webhook

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from align.assembly.settings import GateEnvironment
    from align.gate.ports import Observer
    from align.harness.harness import Harness, Watcher
    from align.harness.lease.keeper import LeaseKeeper
    from align.judge.judgement import Judge
    from align.operators.settings import Desk
    from align.runner.ports import Dispatcher

JUDGE_TASK: Final = "prospect.judge"


@dataclass(frozen=True, slots=True)
class Assembly:
    """The parts, wired to each other. `judge` is None where none is configured, or it is off; `keeper` without a lease."""

    settings: GateEnvironment
    desk: Desk
    log: DecisionStore
    queue: CandidateQueue
    receipts: ReceiptBook
    dispatcher: Dispatcher
    harness: Harness
    meter: CostMeter
    judge: Judge | None = None
    keeper: LeaseKeeper | None = None
    observers: tuple[Observer, ...] = ()
    machine_seconds: float = 0.0
    """How long a machine may take to be there and warm."""

    def gate(self, engine: str | None = None) -> AlignmentGate:
        """Return a gate with an engine, without one the configured one; raises `SettingsError` and `StoreError`."""
        try:
            writing = engine_of(engine or self.settings.align_engine, self.desk, self.harness)
        except EngineIdError as error:
            raise SettingsError(f"engine: {error}") from None
        parts = GateParts(self.desk.store, writing, self.log, self.judge)
        return AlignmentGate(parts, settings=self.settings.gate, observers=self.observers)

    def runner(self, engine: str | None = None) -> Runner:
        """Return a runner over such a gate, which sends to the configured outbox."""
        return Runner(self.gate(engine), self.dispatcher, receipts=self.receipts)

    async def until_ready(self) -> bool:
        """Wait until the leased machine is ready, as long as one may take; tell whether it is. At once without a lease."""
        return self.keeper is None or await self.keeper.until_ready(Deadline.after(self.machine_seconds))

    @property
    def problems(self) -> tuple[str, ...]:
        """What stands in the way of the meter and the lease at this moment, for operators."""
        told = (
            []
            if self.meter.problem is None
            else [f"what model calls cost is not stored: {self.meter.problem}"]
        )
        if self.keeper is not None and self.keeper.problem is not None:
            told.append(f"the leased machine: {self.keeper.problem}")
        return tuple(told)


@asynccontextmanager
async def assembled(
    settings: GateEnvironment,
    database: str | None = None,
    *,
    depth: Callable[[], int] | None = None,
    watchers: Iterable[Watcher] = (),
    observers: Iterable[Observer] = (),
) -> AsyncIterator[Assembly]:
    """Put the parts together, keep meter and lease going, and close everything at the end.

    `depth` counts the candidates that wait, in a thread; without it those in the queue are counted. `watchers` are told of
    every model call, `observers` of every pass. Raises `SettingsError` for variables that cannot be used, and `StoreError` for an address of a
    database that is none; nothing is connected to before it is needed.
    """
    desk = open_desk(database)
    masked = masks_bodies(os.environ)
    queue = CandidateQueue(desk.engine, settings=QueueSettings(masked=masked))
    servers, leases, costs = read_settings(), read_lease_settings(), read_cost_settings()
    prices = None if costs.gpu_prices is None else read_prices(costs.gpu_prices)
    receipts = ReceiptBook(desk.store, _receipt_key())
    async with AsyncExitStack() as stack:
        stack.callback(desk.engine.dispose)
        meter = CostMeter(desk.engine, prices, flush_seconds=costs.gpu_cost_seconds)
        keeper = open_lease(leases, servers, desk.engine, depth or (lambda: waiting(queue)))
        # The harness is closed first, then the meter stores the last calls, then the machine is released.
        if keeper is not None:
            await stack.enter_async_context(keeper)
        await stack.enter_async_context(meter)
        mine: tuple[Watcher, ...] = (meter,) if keeper is None else (meter, keeper.activity)
        harness = await stack.enter_async_context(configured_harness(servers, watchers=(*mine, *watchers)))
        dispatcher = await _dispatcher(settings, stack)
        yield Assembly(
            settings,
            desk,
            DecisionStore(desk.engine, masked=masked),
            queue,
            receipts,
            dispatcher,
            harness,
            meter,
            _judge(settings, harness),
            keeper,
            tuple(observers),
            leases.gpu_lease_provision_seconds + leases.gpu_lease_warm_seconds,
        )


def waiting(queue: CandidateQueue) -> int:
    """Return how many candidates of a queue are not at an end."""
    counts = queue.counts()
    return sum(counts.get(status, 0) for status in OPEN)


def _judge(settings: GateEnvironment, harness: Harness) -> Judge | None:
    if settings.align_judge == "off" or isinstance(harness.route(JUDGE_TASK), Absent):
        return None
    return ServerJudge(harness, questions=settings.align_judge_questions)


def _receipt_key() -> bytes | None:
    try:
        return receipt_key(os.environ)
    except ReceiptError as error:
        raise SettingsError(str(error)) from None


async def _dispatcher(settings: GateEnvironment, stack: AsyncExitStack) -> Dispatcher:
    if not is_address(settings.align_outbox):
        return FileOutbox(settings.align_outbox)
    key = settings.align_outbox_key
    webhook = open_webhook(
        settings.align_outbox,
        key=None if key is None else key.get_secret_value(),
        seconds=settings.align_outbox_seconds,
    )
    return await stack.enter_async_context(webhook)
