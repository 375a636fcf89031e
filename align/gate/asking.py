"""Asking an engine or a judge: whatever goes wrong there is an absence, and nobody is waited for past the deadline."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from align.harness.failures import Absent

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from align.harness.deadline import Deadline

T = TypeVar("T")


async def answered(
    ask: Callable[[], Awaitable[T | Absent]], deadline: Deadline, who: str, kind: type[T]
) -> T | Absent:
    """Return what a part answers, or why it gives no answer of its kind within the deadline.

    A crash of any kind is an absence, and so is a cancellation that comes from the part itself; an answer that comes
    late does not count. The caller's own cancellation, and what ends the process, go through. A part is a plug-in on
    this event loop: one that blocks it, or that does not end when it is cancelled, is waited for.
    """
    if deadline.has_passed:
        return Absent("deadline")
    task = asyncio.current_task()
    cancelled = task.cancelling() if task else 0
    limit = asyncio.timeout(deadline.remaining)
    try:
        async with limit:
            answer = await ask()
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except asyncio.CancelledError:
        if task is None or task.cancelling() > cancelled:
            raise
        return Absent("cancelled", f"by the {who} itself")
    except BaseException as error:  # noqa: BLE001 - a plug-in: whatever it raises, it gave no answer
        if limit.expired():
            return Absent("deadline")
        return Absent("server_error", f"the {who} crashed: {type(error).__name__}")
    if limit.expired() or deadline.has_passed:
        return Absent("deadline")
    if not isinstance(answer, kind | Absent):
        return Absent("schema_violation", f"the {who} answered with something else")
    return answer
