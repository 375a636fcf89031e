"""Looks after the machine: decides at each tick, has the provider do it, and writes down how it came out."""

from __future__ import annotations

import asyncio
import datetime as dt
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from align.harness.client import ASK_SECONDS
from align.harness.deadline import Deadline
from specs.store.errors import StoreError
from specs.store.moments import utc_now

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine
    from types import TracebackType

    from align.harness.client import ModelClient
    from align.harness.lease.activity import Activity
    from align.harness.lease.policy import Action
    from align.harness.lease.provider import Provider
    from align.harness.lease.state import Ending, Lease
    from align.harness.lease.store import LeaseStore, Step


class LeaseKeeper:
    """Keeps the machine of a lease. Every process that uses the machine has a keeper, and one of them holds the lease.

    As a context it ticks every `tick_seconds`, and at the end releases the machine, unless others use it; close the
    harness first, since it waits for calls under way. `activity` must be one of the harness's watchers. `depth` counts
    the candidates that wait, in a thread. `client` asks the server for its health, and is closed at the end. A machine
    that is ready is looked at every `check_seconds`. `clock` gives the present moment, aware.
    """

    def __init__(  # noqa: PLR0913 - it joins what is tried apart
        self,
        store: LeaseStore,
        provider: Provider,
        activity: Activity,
        depth: Callable[[], int],
        client: ModelClient,
        *,
        tick_seconds: float = 5.0,
        check_seconds: float = 30.0,
        clock: Callable[[], dt.datetime] = utc_now,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.activity = activity
        self.problem: str | None = None
        """What last went wrong, for operators; None when nothing did since the machine was ready."""
        self._store = store
        self._provider = provider
        self._depth = depth
        self._client = client
        self._tick_seconds = tick_seconds
        self._check_seconds = check_seconds
        self._clock = clock
        self._sleep = sleep
        self._one_at_a_time = asyncio.Lock()
        self._work: asyncio.Task[None] | None = None
        self._unwritten: tuple[Lease, Ending] | None = None
        self._checked_at: dt.datetime | None = None
        self._running: asyncio.Task[None] | None = None
        self._is_ready = asyncio.Event()

    @property
    def is_ready(self) -> bool:
        """Whether the machine was ready when this process last looked."""
        return self._is_ready.is_set()

    def read(self) -> Lease:
        """Return how the lease stands; raises `StoreError`."""
        return self._store.read()

    async def until_ready(self, deadline: Deadline) -> bool:
        """Wait until the machine is ready, no longer than the deadline; tell whether it is."""
        with suppress(TimeoutError):
            async with asyncio.timeout(deadline.remaining):
                await self._is_ready.wait()
        return self.is_ready

    async def tick(self) -> Action:
        """Decide, and begin what was decided; what takes long goes on beside the ticks. Raises `StoreError`."""
        async with self._one_at_a_time:
            calls, last_call = self.activity.calls, self.activity.last_call
            if self._work is not None and not self._work.done():
                await asyncio.to_thread(self._store.renew, calls, last_call)
                return "wait"
            self._work = None
            await self._write_down()
            depth = await asyncio.to_thread(self._depth)
            step = await asyncio.to_thread(
                self._store.step, depth, calls, last_call, self._provider.provision_seconds
            )
            self._saw(step.lease)
            work = self._work_of(step)
            self._work = None if work is None else asyncio.create_task(work)
            return step.action

    async def settle(self) -> None:
        """Wait until what the last tick began has ended."""
        if self._work is not None:
            await asyncio.shield(self._work)

    async def run(self) -> None:
        """Tick until it is cancelled; a tick that cannot reach the database is made up for by the next one."""
        while True:
            try:
                # A tick that has begun is ended, so that nothing is decided and then not done.
                await asyncio.shield(self.tick())
            except StoreError as error:
                self.problem = str(error)
            await self._sleep(self._tick_seconds)

    async def aclose(self) -> None:
        """Release the machine if this process holds it and nobody else uses it. Raises `StoreError`."""
        await self.activity.idle()
        async with self._one_at_a_time:
            try:
                await self.settle()
                await self._write_down()
                left = await asyncio.to_thread(self._store.leave)
                if left is not None:
                    await self._release(left, is_late=True)
            finally:
                await self._client.aclose()

    async def __aenter__(self) -> Self:
        """Begin to tick."""
        self._running = asyncio.create_task(self.run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop, and release the machine."""
        if self._running is not None:
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
        await self.aclose()

    def _saw(self, lease: Lease) -> None:
        if lease.phase == "ready":
            self._is_ready.set()
        else:
            self._is_ready.clear()

    def _work_of(self, step: Step) -> Coroutine[None, None, None] | None:
        if step.action == "provision":
            self._checked_at = None
            return self._provision(step.lease)
        if step.action == "release":
            return self._release(step.lease, is_late=step.was != "ready")
        if step.action == "check" and self._is_due(step.lease):
            self._checked_at = self._clock()
            return self._check(step.lease)
        return None

    def _is_due(self, lease: Lease) -> bool:
        if lease.phase == "warming" or self._checked_at is None:
            return True
        return self._clock() - self._checked_at >= dt.timedelta(seconds=self._check_seconds)

    async def _provision(self, lease: Lease) -> None:
        done = await self._tried(self._provider.provision(_machine(lease)))
        await self._ended(lease, "provisioned" if done else "not_provisioned")

    async def _check(self, lease: Lease) -> None:
        try:
            state = await self._provider.status(_machine(lease))
        except Exception as error:  # noqa: BLE001 - a provider is anybody's code; not knowing is no answer
            self.problem = str(error)
            return
        if state == "absent":
            self.problem = "the machine is not there any more"
            await self._ended(lease, "gone")
        elif state == "running" and lease.phase == "warming" and await self._is_healthy():
            self.problem = None
            await self._ended(lease, "ready")

    async def _release(self, lease: Lease, *, is_late: bool) -> None:
        """Release the machine, unless it is not too late and a call has come since that was decided."""
        if not is_late and self.activity.calls:
            await self._ended(lease, "kept")
            return
        done = await self._tried(self._released(_machine(lease)))
        await self._ended(lease, "released" if done else "not_released")

    async def _released(self, machine: str) -> None:
        await self._provider.release(machine)
        if await self._provider.status(machine) != "absent":
            raise RuntimeError("the machine is still there after its release")

    async def _tried(self, doing: Awaitable[None]) -> bool:
        try:
            await doing
        except Exception as error:  # noqa: BLE001 - a provider is anybody's code, and its failure is no end of ours
            self.problem = str(error)
            return False
        return True

    async def _is_healthy(self) -> bool:
        return await self._client.health(Deadline.after(ASK_SECONDS)) is None

    async def _ended(self, lease: Lease, ending: Ending) -> None:
        self._unwritten = (lease, ending)
        try:
            await self._write_down()
        except StoreError as error:
            self.problem = str(error)  # the next tick writes it

    async def _write_down(self) -> None:
        """Write how the last work came out, if that is still to be done."""
        if self._unwritten is None:
            return
        lease, ending = self._unwritten
        after = await asyncio.to_thread(self._store.end, lease, ending)
        self._unwritten = None
        if after is not None:
            self._saw(after)
        if after is None and ending == "provisioned":
            # Another process counted this one as gone and released the machine, maybe before it was there.
            await self._tried(self._provider.release(_machine(lease)))


def _machine(lease: Lease) -> str:
    if lease.machine is None:
        raise RuntimeError(f"a lease that is {lease.phase} has no machine")
    return lease.machine
