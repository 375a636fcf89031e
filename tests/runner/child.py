"""A runner in a process of its own, which kills itself at a named point: `child URL OUTBOX POINT KILL_AT HOUR`.

The gate is a small one, everything else is real. `HOUR` moves its clock on, past the leases of those before it.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import signal
import sys
from typing import TYPE_CHECKING

from align.audit.store import DecisionStore
from align.runner.advance import Runner
from align.runner.file_outbox import FileOutbox
from align.runner.loop import LoopSettings, RunnerLoop
from align.runner.queue import CandidateQueue
from specs.store import open_engine
from tests.runner.parts import NOW, SmallGate
from tests.store.patience import BUSY_SECONDS

if TYPE_CHECKING:
    from align.gate.candidate import Candidate
    from align.gate.decision import Decision
    from align.runner.advance import Status
    from align.runner.ports import Delivery, Outgoing
    from align.runner.queue import Taken


class Killer:
    """Kills this process, truly, the `at`th time that it passes `point`."""

    def __init__(self, point: str, at: int) -> None:
        self._point = point
        self._left = at

    def __call__(self, point: str) -> None:
        """Pass a point."""
        if point == self._point:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


class Log:
    """A record that reaches the kill points on either side of it."""

    def __init__(self, log: DecisionStore, kill: Killer) -> None:
        self._log = log
        self._kill = kill

    def record(self, decision: Decision) -> None:
        """Record a decision."""
        self._kill("before the record")
        self._log.record(decision)
        self._kill("after the record")


class Queue(CandidateQueue):
    """A queue with kill points."""

    kill: Killer

    def sending(self, taken: Taken, outgoing: Outgoing) -> None:
        """Write down what is sent."""
        super().sending(taken, outgoing)
        self.kill("before sending")

    def finish(
        self, taken: Taken, status: Status | str, decision_id: str | None = None, **rest: str | None
    ) -> None:
        """Write down the end."""
        self.kill("before the end")
        super().finish(taken, status, decision_id, **rest)  # type: ignore[arg-type] # handed through


class Outbox(FileOutbox):
    """An outbox with a kill point behind it."""

    kill: Killer

    def append(self, outgoing: Outgoing) -> Delivery:
        """Append a message."""
        delivery = super().append(outgoing)
        self.kill("after sending")
        return delivery


async def never(_: float) -> None:
    """Wait longer than any test."""
    await asyncio.Event().wait()


def main() -> None:
    url, path, point, at, hour = sys.argv[1:]
    moment = NOW + dt.timedelta(hours=int(hour))
    kill = Killer(point, int(at))
    engine = open_engine(url, busy_seconds=BUSY_SECONDS)
    queue = Queue(engine, clock=lambda: moment)
    outbox = Outbox(path, clock=lambda: moment)
    queue.kill = outbox.kill = kill

    def in_the_gate(_: Candidate) -> None:
        kill("in the gate")

    gate = SmallGate(Log(DecisionStore(engine, clock=lambda: moment), kill), in_the_gate)
    settings = LoopSettings(workers=3, until_empty=True)
    loop = RunnerLoop(queue, Runner(gate, outbox), lambda _: "GO", settings=settings, sleep=never)
    asyncio.run(loop.run())


if __name__ == "__main__":
    main()
