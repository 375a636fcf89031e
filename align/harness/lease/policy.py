"""What to do with the machine next: a pure function of how the lease stands, what there is to do, and the time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from align.harness.lease.state import Lease

Action: TypeAlias = Literal["wait", "provision", "check", "adopt", "release"]
"""`check`: ask how the machine is. `adopt`: hold a machine whose holder is gone, since it is being used."""

Standing: TypeAlias = Literal["mine", "theirs", "orphaned"]
"""Whose the machine is: this process's, another living one's, or a dead one's."""


@dataclass(frozen=True, slots=True)
class LeasePolicy:
    """When a machine is worth its money. All times are in seconds.

    `least_depth` candidates that wait (or one call that wants a server) are reason enough to provision. After
    `idle_seconds` without either, the machine is released. One that is not ready `warm_seconds` after it was
    provisioned is given up. After a failure the next try waits `retry_seconds`, doubled for each failure in a row up to
    `longest_retry_seconds`. A process that was not heard of for `holder_seconds` counts as gone.
    """

    least_depth: int = 1
    idle_seconds: float = 300.0
    warm_seconds: float = 900.0
    retry_seconds: float = 30.0
    longest_retry_seconds: float = 900.0
    holder_seconds: float = 60.0

    def __post_init__(self) -> None:
        """Refuse a policy that would never provision, never release, or release at once."""
        times = (self.idle_seconds, self.warm_seconds, self.retry_seconds, self.holder_seconds)
        if self.least_depth < 1 or min(times) <= 0 or self.longest_retry_seconds < self.retry_seconds:
            raise ValueError(
                "a lease needs a depth of at least 1, times above 0, and no longest pause below the first"
            )

    def pause(self, failures: int) -> dt.timedelta:
        """Return how long to wait after so many failures in a row; nothing after none."""
        if not failures:
            return dt.timedelta()
        # More doublings than this would not change anything, and powers must not grow without end.
        doubled = self.retry_seconds * 2.0 ** min(failures - 1, 30)
        return dt.timedelta(seconds=min(doubled, self.longest_retry_seconds))


@dataclass(frozen=True, slots=True)
class Sight:
    """What one process sees: candidates that wait, its own calls under way, and whose the machine is."""

    depth: int
    calls: int
    standing: Standing

    @property
    def has_work(self) -> bool:
        """Whether there is anything to do."""
        return self.depth > 0 or self.calls > 0


def decide(lease: Lease, sight: Sight, now: dt.datetime, policy: LeasePolicy) -> Action:
    """Return what this process is to do.

    Never `provision` unless there is no machine, and never `release` of a machine in use that is ready: not while a
    candidate waits, nor while a call of this process or of another living one is under way. (The one exception, a
    machine that turns out not to be there any more, is no matter of choice.) An orphan is released, unless a call uses it.
    """
    if lease.phase == "absent":
        is_due = lease.retry_at is None or now >= lease.retry_at
        return "provision" if is_due and _is_wanted(lease, sight, policy) else "wait"
    if sight.standing == "theirs":
        return "wait"
    if sight.standing == "orphaned":
        in_use = lease.phase == "ready" and (sight.calls > 0 or _has_guests(lease, now, policy))
        return "adopt" if in_use else "release"
    if lease.phase == "provisioning":
        return "wait"
    if lease.phase == "releasing":
        return "release" if lease.retry_at is None or now >= lease.retry_at else "wait"
    if lease.phase == "warming":
        return "release" if _seconds(lease.since, now) >= policy.warm_seconds else "check"
    if sight.has_work or _has_guests(lease, now, policy):
        return "check"
    last = max(lease.used_at, lease.guest_at, lease.since)
    return "release" if _seconds(last, now) >= policy.idle_seconds else "check"


def _is_wanted(lease: Lease, sight: Sight, policy: LeasePolicy) -> bool:
    """Whether enough waits, or a call came since the machine went."""
    return (
        sight.depth >= policy.least_depth
        or sight.calls > 0
        or max(lease.used_at, lease.guest_at) > lease.since
    )


def _has_guests(lease: Lease, now: dt.datetime, policy: LeasePolicy) -> bool:
    """Whether a process that does not hold the lease had a call under way, and would still be heard of."""
    return lease.guest_at > lease.since and _seconds(lease.guest_at, now) < policy.holder_seconds


def _seconds(earlier: dt.datetime, later: dt.datetime) -> float:
    return (later - earlier).total_seconds()
