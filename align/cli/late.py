"""`align judge`: late judging, from the command line."""

from __future__ import annotations

from align.assembly.assembly import JUDGE_TASK, assembled
from align.assembly.settings import read_gate_environment
from align.cli.drafts import InputError
from align.cli.output import Output, complain
from align.cli.pipes import run_connected
from align.cli.visible import visible
from align.harness.failures import Absent
from align.runner.late import Late, LateJudging


def judge_unjudged(url: str | None, *, limit: int, seconds: float) -> int:
    """Judge unjudged decisions; return 1 when one was raised, else 2 when the judge was away. Raises `InputError` when no judge is configured."""
    found = run_connected(_round(url, limit, seconds))
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
    async with assembled(read_gate_environment(), url, depth=lambda: 1) as parts:
        route = parts.harness.route(JUDGE_TASK)
        if isinstance(route, Absent):
            raise InputError(f"there is no judge: {route}")
        if parts.judge is None:
            raise InputError("there is no judge: ALIGN_JUDGE is off")
        await parts.until_ready()
        return await LateJudging(parts.log, parts.desk.store, parts.judge).round(limit=limit, seconds=seconds)
