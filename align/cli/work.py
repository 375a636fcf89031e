"""`align work`: the runner's loop in a process, with late judging beside it."""

from __future__ import annotations

import asyncio
import signal
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.assembly.assembly import assembled, waiting
from align.assembly.beside import beside, judge_late, look_at_server
from align.cli.output import Output, OutputError, complain
from align.cli.pipes import run_connected
from align.cli.queue import STATUS_STYLES
from align.cli.visible import visible
from align.engines.ids import TEMPLATE
from align.runner.loop import LoopHooks, LoopSettings, RunnerLoop
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from align.assembly.assembly import Assembly
    from align.assembly.settings import GateEnvironment
    from align.runner.loop import Step

_ASKING: Final = (signal.SIGINT, signal.SIGTERM)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says of the work."""

    settings: GateEnvironment
    database: str | None
    workers: int
    until_empty: bool
    quiet: bool


def work(options: Options) -> int:
    """Work until a signal comes, or the queue is empty; raises `StoreError` when the database cannot be used."""
    return run_connected(_work(options))


async def _work(options: Options) -> int:
    signals = _Signals()
    try:
        async with assembled(options.settings, options.database) as parts:
            # A database that is not there yet is said at once; one that goes away later is waited for.
            await asyncio.to_thread(parts.queue.counts)
            loop = _loop(options, parts)
            others = look_at_server(parts, complain), judge_late(parts, complain)
            async with signals.handled(loop), beside(*others):
                await _run(loop)
    except asyncio.CancelledError:
        if signals.last is None or signals.count < 2:
            raise
        return 128 + signals.last
    # Here, so that what the last calls of the meter and the lease met with is told as well.
    for problem in parts.problems:
        complain(problem)
    return 0


async def _run(loop: RunnerLoop) -> None:
    """Run the loop; where all that its workers met with is the database, raise that."""
    try:
        await loop.run()
    except ExceptionGroup as group:
        first = next((error for error in group.exceptions if isinstance(error, StoreError)), None)
        if first is None or group.split(StoreError)[1] is not None:
            raise
        raise first from None


def _loop(options: Options, parts: Assembly) -> RunnerLoop:
    output, mode = Output(), options.settings.align_mode

    def report(step: Step) -> None:
        if not options.quiet:
            # Like a line of a log: where it cannot be written, the queue is worked off all the same.
            with suppress(OutputError):
                _report(output, step)

    async def until_ready() -> None:
        # Only what waits brings a machine here, and without one the engine would hold all of it.
        if options.settings.align_engine == TEMPLATE or parts.keeper is None or parts.keeper.is_ready:
            return
        if await asyncio.to_thread(waiting, parts.queue) and not await parts.until_ready():
            complain("the leased machine is not ready; going on without it")

    settings = LoopSettings(workers=options.workers, until_empty=options.until_empty)
    hooks = LoopHooks(report, complain, until_ready)
    return RunnerLoop(parts.queue, parts.runner(), lambda _: mode, settings=settings, hooks=hooks)


class _Signals:
    """Counts the signals that ask this process to end; the first one stops the loop, the second one breaks it off."""

    def __init__(self) -> None:
        self.count = 0
        self.last: int | None = None

    @asynccontextmanager
    async def handled(self, loop: RunnerLoop) -> AsyncIterator[None]:
        """Handle them as long as the loop works; a third one ends the process as if nobody handled it."""
        events, task = asyncio.get_running_loop(), asyncio.current_task()

        def asked(number: int) -> None:
            self.count += 1
            self.last = number
            if self.count == 1:
                complain("ending what is at hand; a second signal gives it back at once")
                loop.stop()
            elif task is not None:
                forget()
                task.cancel()

        def forget() -> None:
            for number in _ASKING:
                events.remove_signal_handler(number)

        for number in _ASKING:
            events.add_signal_handler(number, asked, number)
        try:
            yield
        finally:
            forget()


def _report(output: Output, step: Step) -> None:
    decision = f"  decision {step.decision_id[:12]}" if step.decision_id else ""
    output.show(
        [
            (
                (f"{visible(step.persona)}/{visible(step.candidate_id)}  ", "bold"),
                (step.status, STATUS_STYLES.get(step.status, "yellow")),
                (f" ({visible(step.cause)})" if step.cause else "", ""),
                (visible(decision), "dim"),
            )
        ]
    )
