"""What goes on beside the work of a process that stays: late judging, and a look at the model server at its start."""

from __future__ import annotations

import asyncio
import math
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

from align.assembly.assembly import JUDGE_TASK
from align.assembly.servers import server_problem
from align.engines.ids import TEMPLATE
from align.harness.deadline import Deadline
from align.runner.late import LateJudging
from align.runner.late_rounds import LateRounds

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine

    from align.assembly.assembly import Assembly

_PROBE_SECONDS: Final = 45.0


@asynccontextmanager
async def beside(*works: Coroutine[None, None, None]) -> AsyncIterator[None]:
    """Do these things beside the context, and break them off at its end."""
    going = [asyncio.create_task(work) for work in works]
    try:
        yield
    finally:
        for task in going:
            task.cancel()
        await asyncio.gather(*going, return_exceptions=True)


async def judge_late(parts: Assembly, tell: Callable[[str], None]) -> None:
    """Judge what passed unjudged, round after round, where there is a judge; what is raised is told."""
    if parts.judge is None:
        return
    rounds = LateRounds(
        LateJudging(parts.log, parts.desk.store, parts.judge),
        lambda name: tell(f"raised by a late judgement: align decisions show {name}"),
        tell,
        parts.settings.align_late_seconds,
        lambda: parts.keeper is None or parts.keeper.is_ready,
    )
    await rounds.run()


async def look_at_server(parts: Assembly, tell: Callable[[str], None]) -> None:
    """Tell what the model server cannot do, where it is asked anything; a leased one is waited for."""
    if parts.judge is None and parts.settings.align_engine == TEMPLATE:
        return
    if parts.keeper is not None:
        await parts.keeper.until_ready(Deadline.after(math.inf))
    problem = await server_problem(parts.harness, JUDGE_TASK, seconds=_PROBE_SECONDS)
    if problem is not None:
        tell(problem)
