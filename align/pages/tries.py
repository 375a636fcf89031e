"""How often somebody may try a key at the door."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_TRIES: Final = 10
WITHIN_SECONDS: Final = 60.0
_MOST_KEPT: Final = 10_000
"""Addresses that are remembered: whoever has more of them can't fill the memory."""


class Tries:
    """Counts tries by who makes them, such as an address; safe to share between threads."""

    def __init__(
        self,
        *,
        most: int = MOST_TRIES,
        within_seconds: float = WITHIN_SECONDS,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = most
        self._within = within_seconds
        self._monotonic = monotonic
        self._made: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def make(self, who: str) -> float:
        """Count a try; return 0, or how many seconds it is too early. One that is too early is not counted."""
        now = self._monotonic()
        with self._lock:
            made = self._made.setdefault(who, deque(maxlen=self._most))
            self._made.move_to_end(who)
            while len(self._made) > _MOST_KEPT:
                self._made.popitem(last=False)
            if len(made) == self._most and now - made[0] < self._within:
                return self._within - (now - made[0])
            made.append(now)
            return 0.0

    def forget(self, who: str) -> None:
        """Count from nothing again: it was somebody with a key."""
        with self._lock:
            self._made.pop(who, None)
