"""What is under way in this process: requests by lane, and whether it takes in more of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from align.http.settings import ServiceSettings

Lane: TypeAlias = Literal["align", "other"]

_ALIGN: Final = "/v1/align"
_FREE: Final = frozenset(("/healthz", "/readyz", "/metrics"))
"""What is answered also when all lanes are full."""


def lane_of(path: str) -> Lane | None:
    """Return the lane of a path; passes through the gate wait for models, and must not keep checks from being made."""
    if path in _FREE:
        return None
    return "align" if path == _ALIGN else "other"


class Traffic:
    """Counts requests under way; belongs to one event loop. Once it drains, it takes in no more."""

    def __init__(self, settings: ServiceSettings) -> None:
        self._most: dict[Lane, int] = {
            "align": settings.align_in_flight,
            "other": settings.in_flight,
        }
        self._under_way: dict[Lane, int] = {"align": 0, "other": 0}
        self._idle = asyncio.Event()
        self._idle.set()
        self.is_draining = False

    @property
    def under_way(self) -> int:
        """How many requests are under way."""
        return sum(self._under_way.values())

    def enter(self, lane: Lane) -> bool:
        """Take in a request, unless its lane is full; whoever was let in leaves again."""
        if self._under_way[lane] >= self._most[lane]:
            return False
        self._under_way[lane] += 1
        self._idle.clear()
        return True

    def leave(self, lane: Lane) -> None:
        """Let a request end."""
        self._under_way[lane] -= 1
        if not self.under_way:
            self._idle.set()

    def drain(self) -> None:
        """Take in no more requests."""
        self.is_draining = True

    async def until_idle(self, seconds: float) -> bool:
        """Wait until nothing is under way, at most so long; tell whether nothing is."""
        try:
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        except TimeoutError:
            return False
        return True
