"""Asking an engine or a judge: whatever goes wrong there is an absence, and nobody is waited for past the deadline."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from align.gate.soundness import is_sound, usage_in
from align.harness.failures import Absent
from align.harness.spending import spending

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from align.harness.deadline import Deadline
    from align.harness.usage import Usage

HAND_OVER_SECONDS: Final = 0.5
HAND_OVER_SHARE: Final = 0.1


class Costed(Protocol):
    """What says what it cost."""

    @property
    def usage(self) -> Usage:
        """The cost."""
        ...


T = TypeVar("T", bound=Costed)


def to_hand_over(deadline: Deadline) -> Deadline:
    """Return the deadline for a part that is waited for until `deadline`: a little earlier, by 0.5 s or a tenth of what is left.

    So a part that keeps to it can still hand over what it has by then: some answers, a cause, and what they cost.
    """
    left = deadline.remaining
    return deadline.within(left - min(HAND_OVER_SECONDS, left * HAND_OVER_SHARE))


def broken_off(spent: Usage) -> Absent:
    """Return why a part that was broken off with the pass gave no answer, with what its calls had cost by then."""
    return Absent("cancelled", "with the pass", spent)


async def answered(
    ask: Callable[[], Awaitable[T | Absent]], deadline: Deadline, who: str, kind: type[T]
) -> T | Absent:
    """Return what a part answers, or why it gives no answer of its kind within the deadline.

    A crash of any kind is an absence, and so is a cancellation that comes from the part itself, and an answer that holds
    what its kind does not (a score that is none, a cost that is no number); an answer that comes late does not count. Such
    an absence says what the calls to model servers cost until then. The
    caller's own cancellation goes through, also where the part kept it to itself, and so does what ends the process. A
    part is a plug-in on this event loop: one that blocks it, or that does not end when it is cancelled, is waited for.
    """
    if deadline.has_passed:
        return Absent("deadline")
    task = asyncio.current_task()
    cancelled = task.cancelling() if task else 0
    limit = asyncio.timeout(deadline.remaining)
    with spending() as spent:
        try:
            async with limit:
                answer = await ask()
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except asyncio.CancelledError:
            if task is None or task.cancelling() > cancelled:
                raise
            return Absent("cancelled", f"by the {who} itself", spent.usage)
        except BaseException as error:  # noqa: BLE001 - a plug-in: whatever it raises, it gave no answer
            _go_through(task, cancelled)
            if limit.expired():
                return Absent("deadline", usage=spent.usage)
            return Absent("server_error", f"the {who} crashed: {type(error).__name__}", spent.usage)
    _go_through(task, cancelled)
    if not isinstance(answer, kind | Absent) or not is_sound(answer):
        cost = usage_in(answer, spent.usage)
        return Absent("schema_violation", f"the {who} answered with something else", cost)
    if limit.expired() or deadline.has_passed:
        return Absent("deadline", usage=answer.usage)
    return answer


def _go_through(task: asyncio.Task[object] | None, before: int) -> None:
    """Raise the cancellation that the caller asked for meanwhile and that the part kept to itself."""
    if task is not None and task.cancelling() > before:
        raise asyncio.CancelledError
