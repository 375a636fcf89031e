"""Acting on many cases for somebody who waits for an answer: a few at once, and no longer than a page may take."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.review.errors import ReviewError
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Sequence

    from align.review.actions import Ended
    from align.review.cases import Case

NOT_BEGUN: Final = "there was no time left for it; it is still open"
BROKEN_OFF: Final = "it did not end in time; it is still open"


@dataclass(frozen=True, slots=True)
class Pace:
    """How many cases are acted on at once, for how many seconds another is begun, and after how many none is waited for.

    The service gives an answer 60 seconds.
    """

    at_once: int = 8
    begin_seconds: float = 20.0
    end_seconds: float = 45.0


@dataclass(frozen=True, slots=True)
class Resolved:
    """What became of many cases: those that were closed, and those that were not, each with why."""

    done: tuple[str, ...]
    left: tuple[tuple[str, str], ...]


async def act_on_each(
    cases: Sequence[Case],
    act: Callable[[Case], Awaitable[Ended]],
    still_open: Callable[[Collection[str]], Awaitable[Collection[str]]],
    pace: Pace,
) -> Resolved:
    """Act on each case by itself: one that cannot be closed takes no other with it.

    A case that the gate holds once more is left, for it is one again; one that waits to be sent is done. So is one that is
    not waited for any longer but was closed: it is sent by itself later. `still_open` says which of some cases were not.
    """
    clock = asyncio.get_running_loop().time
    last_begin = clock() + pace.begin_seconds
    waiting = deque(cases)
    under_way: set[str] = set()
    why_left: dict[str, str | None] = {}

    async def work() -> None:
        while waiting and clock() < last_begin:
            case = waiting.popleft()
            under_way.add(case.id)
            why_left[case.id] = await _acted(case, act)
            under_way.remove(case.id)

    workers = [asyncio.create_task(work()) for _worker in range(min(pace.at_once, len(cases)))]
    ended: set[asyncio.Task[None]] = set()
    try:
        if workers:
            ended, _pending = await asyncio.wait(workers, timeout=pace.end_seconds)
    finally:
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
    for worker in ended:
        worker.result()
    is_open = await still_open(under_way) if under_way else ()
    why_left |= {name: BROKEN_OFF if name in is_open else None for name in under_way}
    told = [(case.id, why_left.get(case.id, NOT_BEGUN)) for case in cases]
    return Resolved(
        tuple(name for name, why in told if why is None),
        tuple((name, why) for name, why in told if why is not None),
    )


async def _acted(case: Case, act: Callable[[Case], Awaitable[Ended]]) -> str | None:
    """Act on a case; return why it is left, None where it is done."""
    try:
        ended = await act(case)
    except (ReviewError, StoreError) as error:
        return str(error)
    return None if ended.status in ("dispatched", "waiting") else f"{ended.status}: {ended.cause}"
