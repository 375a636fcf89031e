"""Asking again after what may pass, while there is time."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from random import SystemRandom
from typing import TYPE_CHECKING

from tenacity import AsyncRetrying, RetryCallState, retry_if_result

from align.harness.failures import PASSING, Absent

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from align.harness.answers import Tried
    from align.harness.deadline import Deadline


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """At most `attempts` tries in all, with pauses that double from `first_seconds` up to `longest_seconds`.

    A pause is shortened at random by up to half, so that callers who failed together do not come back together, and
    lasts at least as long as the server asked for. `sleep` and `random` (from 0 up to 1) are the event loop's and the system's.
    """

    attempts: int = 3
    first_seconds: float = 0.25
    longest_seconds: float = 4.0
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    random: Callable[[], float] = SystemRandom().random

    def pause(self, tries: int, asked_seconds: float | None) -> float:
        """Return how long to wait after so many tries, in seconds."""
        longest = min(self.longest_seconds, self.first_seconds * 2.0 ** (tries - 1))
        return max(longest * (1 - self.random() / 2), asked_seconds or 0.0)


async def with_retries(
    attempt: Callable[[], Awaitable[Tried]], policy: RetryPolicy, deadline: Deadline
) -> Tried:
    """Return the first try whose outcome will not pass by itself, or the last one that there was time for."""

    def wait(state: RetryCallState) -> float:
        return policy.pause(state.attempt_number, _tried(state).retry_after)

    def stop(state: RetryCallState) -> bool:
        return state.attempt_number >= policy.attempts or state.upcoming_sleep >= deadline.remaining

    retrying = AsyncRetrying(
        sleep=policy.sleep,
        wait=wait,
        stop=stop,
        retry=retry_if_result(_may_pass),
        retry_error_callback=_tried,
    )
    tried: Tried = await retrying(attempt)
    return tried


def _may_pass(tried: Tried) -> bool:
    return isinstance(tried.outcome, Absent) and tried.outcome.cause in PASSING


def _tried(state: RetryCallState) -> Tried:
    if state.outcome is None:
        raise RuntimeError("a pause before the first try")
    tried: Tried = state.outcome.result()
    return tried
