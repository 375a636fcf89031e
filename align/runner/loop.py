"""The runner's loop: workers that take candidates from the queue until they are told to stop."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from align.runner.ports import DispatchError, DispatchRefusedError, LeaseLostError, NotProvenError
from specs.store.errors import StoreError, StoreUnavailableError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from align.gate.candidate import Candidate, Mode
    from align.runner.advance import Advanced, Runner, Status
    from align.runner.ports import Outgoing
    from align.runner.queue import CandidateQueue, Taken

    StepStatus = Status | Literal["failed", "deferred"]


@dataclass(frozen=True, slots=True)
class LoopSettings:
    """How the loop works: so many candidates at once, and seconds to wait when there is nothing to take.

    `until_empty` ends it when nothing can be taken. A candidate that came to no end waits `retry_seconds`, doubled for
    each time, up to `longest_retry_seconds`. One that could not be sent because the spec store was away waits
    `outage_seconds`, as often as it takes.
    """

    workers: int = 4
    poll_seconds: float = 1.0
    until_empty: bool = False
    retry_seconds: float = 2.0
    longest_retry_seconds: float = 300.0
    outage_seconds: float = 15.0

    def wait_seconds(self, takes: int) -> float:
        """Return how long a candidate waits that was taken so often (1 or more)."""
        return float(min(self.longest_retry_seconds, self.retry_seconds * 2 ** min(takes - 1, 30)))


@dataclass(frozen=True, slots=True)
class Step:
    """What a worker did with a candidate, without its words: how far it got, or that it is to be tried again."""

    persona: str
    candidate_id: str
    status: StepStatus
    decision_id: str | None = None
    cause: str | None = None


def _nothing(_: object) -> None:
    """Tell nobody."""


async def _at_once() -> None:
    """Wait for nothing."""


@dataclass(frozen=True, slots=True)
class LoopHooks:
    """Who is told what in the loop's thread: each `step`, and an `alert` when the database goes away or is back.

    `until_ready` is waited for before anything is taken.
    """

    step: Callable[[Step], None] = _nothing
    alert: Callable[[str], None] = _nothing
    until_ready: Callable[[], Awaitable[None]] = _at_once


@dataclass(frozen=True, slots=True)
class _LeaseJournal:
    """The journal of one taken candidate: its row."""

    queue: CandidateQueue
    taken: Taken

    async def sending(self, outgoing: Outgoing) -> None:
        await asyncio.to_thread(self.queue.sending, self.taken, outgoing)


class RunnerLoop:
    """Works the queue with several workers at once. `mode_of` gives the mode of each candidate when it is taken.

    A worker keeps its lease alive while it works. When it is killed, the candidate is taken over once the lease is over:
    by the gate again, or, if its message was being sent, with the same message under the same key. A candidate that fails
    takes nothing else with it.
    """

    def __init__(  # noqa: PLR0913 - it joins what is tried apart
        self,
        queue: CandidateQueue,
        runner: Runner,
        mode_of: Callable[[Candidate], Mode],
        *,
        settings: LoopSettings | None = None,
        hooks: LoopHooks | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._queue = queue
        self._runner = runner
        self._mode_of = mode_of
        self._settings = settings or LoopSettings()
        self._hooks = hooks or LoopHooks()
        self._sleep = sleep
        self._is_away = False
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        """Let every worker end what it is at, and then the loop; called in the loop's own thread."""
        self._stopping.set()

    async def run(self) -> None:
        """Work until stopped, or with `until_empty` until nothing can be taken.

        A database that is away is waited for, and with `until_empty` raises `StoreUnavailableError`. When this is
        cancelled, what is being worked on is given back at once.
        """
        async with asyncio.TaskGroup() as workers:
            for _ in range(self._settings.workers):
                workers.create_task(self._work())

    async def _work(self) -> None:
        while not self._stopping.is_set():
            await self._unless_stopped(self._hooks.until_ready())
            taken = None if self._stopping.is_set() else await self._taken()
            if taken is not None:
                await self._carry(taken)
            elif self._settings.until_empty:
                return
            else:
                await self._unless_stopped(self._sleep(self._settings.poll_seconds))

    async def _taken(self) -> Taken | None:
        try:
            taken = await asyncio.to_thread(self._queue.take)
        except StoreUnavailableError as error:
            if self._settings.until_empty:
                raise
            if not self._is_away:
                self._hooks.alert(f"the queue is waited for: {error}")
            self._is_away = True
            return None
        if self._is_away:
            self._hooks.alert("the queue is back")
        self._is_away = False
        return taken

    async def _unless_stopped(self, what: Awaitable[None]) -> None:
        """Wait for something, or until the loop is stopped; raises what it raises."""
        waits = (asyncio.ensure_future(what), asyncio.ensure_future(self._stopping.wait()))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            if waits[0].done():
                await waits[0]
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def _carry(self, taken: Taken) -> None:
        """Take one candidate as far as it goes, and say in the queue where that is."""
        renewing = asyncio.create_task(self._renew(taken))
        try:
            await self._carried(taken)
        except asyncio.CancelledError:
            await self._give_back(taken)
            raise
        except LeaseLostError:
            return  # somebody else has it
        except StoreError as error:
            # The database is away: whoever takes it when the lease is over goes on.
            self._tell(taken, "deferred", cause=str(error))
        finally:
            renewing.cancel()
            await asyncio.gather(renewing, return_exceptions=True)

    async def _give_back(self, taken: Taken) -> None:
        """Let somebody else take it at once."""
        # A future of the executor, which nobody cancels: the database is told before the worker ends.
        telling = asyncio.get_running_loop().run_in_executor(None, self._queue.defer, taken, 0.0)
        await asyncio.wait((telling,))
        with suppress(LeaseLostError, StoreError):
            telling.result()

    async def _carried(self, taken: Taken) -> None:
        try:
            advanced = await self._advanced(taken)
        except DispatchRefusedError as error:
            await asyncio.to_thread(self._queue.finish, taken, "failed", cause=str(error))
            self._tell(taken, "failed", cause=str(error))
        except NotProvenError as error:
            await self._defer(taken, str(error), outage=True)
        except DispatchError as error:
            await self._defer(taken, str(error))
        except (LeaseLostError, StoreError):
            raise
        except Exception as error:  # noqa: BLE001 - one candidate's crash must not end the work on the others
            # The text of an unknown error may hold a message.
            await self._defer(taken, f"crashed: {type(error).__name__}")
        else:
            await asyncio.to_thread(self._finish, taken, advanced)
            self._tell(taken, advanced.status, advanced.decision_id, advanced.cause)

    def _tell(
        self, taken: Taken, status: StepStatus, decision_id: str | None = None, cause: str | None = None
    ) -> None:
        candidate = taken.candidate
        self._hooks.step(Step(candidate.persona, candidate.id, status, decision_id, cause))

    async def _advanced(self, taken: Taken) -> Advanced:
        mode = self._mode_of(taken.candidate)
        if taken.outgoing is not None:
            return await self._runner.resume(taken.outgoing, mode)
        return await self._runner.advance_draft(taken.candidate, mode, _LeaseJournal(self._queue, taken))

    def _finish(self, taken: Taken, advanced: Advanced) -> None:
        waits = advanced.status == "pending_review" and advanced.decision is not None
        body = advanced.decision.body if waits and advanced.decision is not None else None
        self._queue.finish(taken, advanced.status, advanced.decision_id, cause=advanced.cause, body=body)

    async def _defer(self, taken: Taken, cause: str, *, outage: bool = False) -> None:
        seconds = self._settings.outage_seconds if outage else self._settings.wait_seconds(taken.takes)
        await asyncio.to_thread(self._queue.defer, taken, seconds, cause, counts=not outage)
        self._tell(taken, "deferred", cause=cause)

    async def _renew(self, taken: Taken) -> None:
        """Keep the lease alive; a renewal that fails is tried again, and a lease that is lost stays lost."""
        while True:
            await self._sleep(self._queue.settings.lease_seconds / 3)
            try:
                await asyncio.to_thread(self._queue.renew, taken)
            except LeaseLostError:
                return
            except StoreError:
                continue
