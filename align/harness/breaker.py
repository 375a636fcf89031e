"""A server that keeps failing is left alone for a while, then tried with one request."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Self, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

State: TypeAlias = Literal["closed", "open", "half_open"]


@dataclass(frozen=True, slots=True)
class BreakerPolicy:
    """So many `failures` in a row open the breaker for `open_seconds`; after that one request at a time probes.

    `probes` that succeed close it again; one that fails opens it anew.
    """

    failures: int = 5
    open_seconds: float = 30.0
    probes: int = 1

    def __post_init__(self) -> None:
        """Refuse a policy that could never open, or never close."""
        if self.failures < 1 or self.open_seconds <= 0 or self.probes < 1:
            raise ValueError("a breaker needs at least 1 failure, 1 probe and a time above 0")


class Breaker:
    """One server's breaker; `clock` is monotonic, in seconds. Not for several threads."""

    def __init__(
        self, policy: BreakerPolicy | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._policy = policy or BreakerPolicy()
        self._clock = clock
        self._failures = 0
        self._opened_at: float | None = None
        self._successes = 0
        self._is_probing = False
        # Moves with every change of state: what was let through before says nothing about the server after.
        self._era = 0

    @property
    def state(self) -> State:
        """`closed`: all goes through; `open`: nothing; `half_open`: a probe at a time."""
        if self._opened_at is None:
            return "closed"
        return "open" if self.seconds_left > 0 else "half_open"

    @property
    def seconds_left(self) -> float:
        """How long it stays open, in seconds; 0 when it is not."""
        if self._opened_at is None:
            return 0.0
        return max(0.0, self._opened_at + self._policy.open_seconds - self._clock())

    @property
    def is_blocking(self) -> bool:
        """Whether `permit` would return None."""
        return self.state == "open" or (self.state == "half_open" and self._is_probing)

    def permit(self) -> Permit | None:
        """Return leave to ask the server once, None when it is to be left alone. Use it as a context."""
        if self.is_blocking:
            return None
        is_probe = self.state == "half_open"
        self._is_probing = is_probe
        return Permit(self, self._era, is_probe=is_probe)

    def settle(self, era: int, *, is_probe: bool, has_failed: bool | None) -> None:
        """Take in how a permit ended; None says nothing about the server. Called by permits."""
        if era != self._era:
            return
        if is_probe:
            self._is_probing = False
        if has_failed is None:
            return
        if has_failed:
            self._failures += 1
            if is_probe or self._failures >= self._policy.failures:
                self._change(self._clock())
            return
        self._failures = 0
        if is_probe:
            self._successes += 1
            if self._successes >= self._policy.probes:
                self._change(None)

    def _change(self, opened_at: float | None) -> None:
        self._opened_at = opened_at
        self._failures = self._successes = 0
        self._is_probing = False
        self._era += 1


class Permit:
    """Leave to ask once. Left without `report`, as when the caller was cancelled, it says nothing about the server."""

    def __init__(self, breaker: Breaker, era: int, *, is_probe: bool) -> None:
        self._breaker = breaker
        self._era = era
        self._is_probe = is_probe
        self._has_failed: bool | None = None

    def report(self, *, has_failed: bool) -> None:
        """Say how the server did."""
        self._has_failed = has_failed

    def __enter__(self) -> Self:
        """Return the permit."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hand the permit back."""
        self._breaker.settle(self._era, is_probe=self._is_probe, has_failed=self._has_failed)
