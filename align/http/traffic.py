"""What is under way in this process: requests by lane, bytes of bodies, and whether it takes in more of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from align.http.settings import ServiceSettings

Lane: TypeAlias = Literal["align", "batch", "other"]

BATCH: Final = "/v1/validate/batch"
"""The one path whose body is read as it comes."""

_LANES: Final[dict[str, Lane]] = {"/v1/align": "align", BATCH: "batch"}
_STRANGERS: Final = 8
"""Who has shown no key is read as long as all bodies together take no more than this part of what they may."""

_FREE: Final = frozenset(("/healthz", "/readyz", "/metrics"))
"""What is answered also when all lanes are full."""


def lane_of(path: str) -> Lane | None:
    """Return the lane of a path.

    Passes through the gate wait for models, and batches for their clients; neither may keep checks from being made.
    """
    return None if path in _FREE else _LANES.get(path, "other")


class Traffic:
    """Counts requests under way; belongs to one event loop. Once it drains, it takes in no more."""

    def __init__(self, settings: ServiceSettings) -> None:
        self._most: dict[Lane, int] = {
            "align": settings.align_in_flight,
            "batch": settings.batch_in_flight,
            "other": settings.in_flight,
        }
        self._under_way: dict[Lane, int] = dict.fromkeys(self._most, 0)
        # The longest body that is allowed always fits in when there is no other.
        self._most_bytes = max(settings.bodies_bytes, settings.body_bytes)
        self._body_bytes = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.is_draining = False

    @property
    def under_way(self) -> int:
        """How many requests are under way."""
        return sum(self._under_way.values())

    @property
    def body_bytes(self) -> int:
        """How many bytes the bodies of requests under way have, as far as they have come."""
        return self._body_bytes

    def is_full(self, lane: Lane) -> bool:
        """Tell whether a lane holds as many requests as it may."""
        return self._under_way[lane] >= self._most[lane]

    def enter(self, lane: Lane) -> bool:
        """Take in a request, unless its lane is full; whoever was let in leaves again."""
        if self.is_full(lane):
            return False
        self._under_way[lane] += 1
        self._idle.clear()
        return True

    def leave(self, lane: Lane) -> None:
        """Let a request end."""
        self._under_way[lane] -= 1
        if not self.under_way:
            self._idle.set()

    def take(self, count: int, *, is_known: bool) -> bool:
        """Take memory for bytes of a body, unless all bodies together would have too many; they are given back."""
        most = self._most_bytes if is_known else self._most_bytes // _STRANGERS
        if count and self._body_bytes + count > most:
            return False
        self._body_bytes += count
        return True

    def give_back(self, count: int) -> None:
        """Give back the memory of bytes that are done with."""
        self._body_bytes -= count

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
