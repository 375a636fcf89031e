"""`align judge`: late judging, from the command line."""

from __future__ import annotations

import asyncio
import os

from align.audit.settings import masks_bodies
from align.audit.store import DecisionStore
from align.cli.drafts import InputError
from align.cli.model_server import configured_harness
from align.cli.output import Output, complain
from align.cli.visible import visible
from align.harness.failures import Absent
from align.judge.server_judge import ServerJudge
from align.operators.settings import open_desk
from align.runner.late import Late, LateJudging


def judge_unjudged(url: str | None, *, limit: int, seconds: float) -> int:
    """Judge unjudged decisions; return 1 when one was raised, else 2 when the judge was away. Raises `InputError` when no judge is configured."""
    found = asyncio.run(_round(url, limit, seconds))
    output = Output()
    told = f"{found.judged} judged, {len(found.raised)} raised, {found.skipped} skipped"
    output.show([((told, "red" if found.raised else ""),)])
    output.show(
        [((f"raised {visible(name)}: align decisions show {visible(name)}", "red"),) for name in found.raised]
    )
    if found.cause is not None:
        complain(f"stopped: {found.cause}")
    if found.raised:
        return 1
    return 0 if found.cause is None else 2


async def _round(url: str | None, limit: int, seconds: float) -> Late:
    desk = open_desk(url)
    log = DecisionStore(desk.engine, masked=masks_bodies(os.environ))
    async with configured_harness() as harness:
        route = harness.route("prospect.judge")
        if isinstance(route, Absent):
            raise InputError(f"there is no judge: {route}")
        return await LateJudging(log, desk.store, ServerJudge(harness)).round(limit=limit, seconds=seconds)
