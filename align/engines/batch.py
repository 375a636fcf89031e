"""Many drafts at once: so many under way, each with its answer, whatever becomes of the others."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from align.harness.failures import Absent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.engines.engine import Draft, DraftRequest, Engine
    from align.harness.deadline import Deadline


async def draft_batch(
    engine: Engine, requests: Iterable[DraftRequest], *, concurrency: int, deadline: Deadline
) -> tuple[Draft, ...]:
    """Return a draft for each request, in their order, with at most `concurrency` under way.

    An engine that crashes over one, or that is not done with it by the deadline, gave none: that is an absence in its
    place, and the others go on. Requests are taken as there is room. When this is cancelled, so is all that is under
    way. Raises `ValueError` for a concurrency below 1.
    """
    if concurrency < 1:
        raise ValueError("a batch needs room for at least one draft")
    waiting = enumerate(requests)
    found: dict[int, Draft] = {}

    async def work() -> None:
        for number, request in waiting:
            found[number] = await _drafted(engine, request, deadline)

    async with asyncio.TaskGroup() as group:
        for _ in range(concurrency):
            group.create_task(work())
    return tuple(found[number] for number in range(len(found)))


async def _drafted(engine: Engine, request: DraftRequest, deadline: Deadline) -> Draft:
    if deadline.has_passed:
        return Absent("deadline", "waiting for its turn")
    task = asyncio.current_task()
    limit = asyncio.timeout(deadline.remaining)
    try:
        async with limit:
            return await engine.draft(request, deadline)
    except asyncio.CancelledError:
        if task is None or task.cancelling():
            raise
        return Absent("cancelled", "by the engine itself")
    except Exception as error:  # noqa: BLE001 - a plug-in: whatever it raises, it gave no draft
        if limit.expired():
            return Absent("deadline")
        return Absent("server_error", f"the engine crashed: {type(error).__name__}")
