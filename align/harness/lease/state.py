"""How a lease stands, and how it moves from phase to phase. All functions are pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    import datetime as dt

    from align.harness.lease.policy import LeasePolicy, Sight

Phase: TypeAlias = Literal["absent", "provisioning", "warming", "ready", "releasing"]
"""`provisioning`: its command is under way. `warming`: it runs, and does not answer yet."""

Ending: TypeAlias = Literal[
    "provisioned", "not_provisioned", "ready", "gone", "released", "not_released", "kept"
]
"""How what a phase waits for came out. `kept`: a call came before the release of a machine in use had begun."""

_FROM: Final[dict[Ending, tuple[Phase, ...]]] = {
    "provisioned": ("provisioning",),
    "not_provisioned": ("provisioning",),
    "ready": ("warming",),
    "gone": ("warming", "ready"),
    "released": ("releasing",),
    "not_released": ("releasing",),
    "kept": ("releasing",),
}


@dataclass(frozen=True, slots=True)
class Lease:
    """How a lease stands; moments are UTC.

    `since` is when the phase began, `number` counts the moves. `machine` is the name under which the machine was asked
    for, chosen before it was, so that one can be found of which nothing else is known. `holder` is the process that
    looks after it, last heard of at `renewed_at`. `used_at` is when there was last work, `guest_at` when a process that
    is not the holder last had a call under way. `failures` in a row make the next try wait until `retry_at`. An
    interrupted provision may bring up its machine until `settles_at`.
    """

    phase: Phase
    since: dt.datetime
    renewed_at: dt.datetime
    used_at: dt.datetime
    guest_at: dt.datetime
    number: int = 0
    machine: str | None = None
    holder: str | None = None
    failures: int = 0
    retry_at: dt.datetime | None = None
    settles_at: dt.datetime | None = None

    @classmethod
    def none(cls, now: dt.datetime) -> Lease:
        """Return the lease of a machine that there never was."""
        return cls("absent", now, now, now, now)


def touched(lease: Lease, sight: Sight, now: dt.datetime, last_call: dt.datetime | None) -> Lease:
    """Return the lease with what one process says of itself: that it lives, and when it had work.

    Calls reset the idle time, whoever makes them; candidates that wait do so while the machine is there. `last_call` is
    when this process last had a call.
    """
    called = now if sight.calls else last_call
    is_there = lease.phase != "absent"
    if sight.standing == "mine":
        lease = replace(lease, renewed_at=now)
    if called is not None and is_there and sight.standing != "mine":
        lease = replace(lease, guest_at=max(lease.guest_at, called))
    if called is not None:
        lease = replace(lease, used_at=max(lease.used_at, called))
    if sight.depth and is_there:
        lease = replace(lease, used_at=max(lease.used_at, now))
    return lease


def provisioning(lease: Lease, now: dt.datetime, me: str, machine: str, settles_at: dt.datetime) -> Lease:
    """Return the lease as it stands before the machine is asked for."""
    begun = _moved(lease, "provisioning", now)
    return replace(begun, machine=machine, holder=me, renewed_at=now, retry_at=None, settles_at=settles_at)


def adopted(lease: Lease, now: dt.datetime, me: str) -> Lease:
    """Return the lease of a machine that another process looks after from now on; its phase goes on."""
    return replace(lease, number=lease.number + 1, holder=me, renewed_at=now)


def releasing(lease: Lease, now: dt.datetime, me: str) -> Lease:
    """Return the lease as it stands before the machine is released; `me` is who does it."""
    # A provision that was begun by a process that is gone may still be under way. One that ended cannot bring up more.
    settles_at = lease.settles_at if lease.phase in {"provisioning", "releasing"} else None
    failures = lease.failures + (lease.phase == "warming" and lease.holder == me)
    begun = _moved(lease, "releasing", now)
    return replace(begun, holder=me, renewed_at=now, failures=failures, retry_at=None, settles_at=settles_at)


def ended(lease: Lease, ending: Ending, now: dt.datetime, policy: LeasePolicy) -> Lease:
    """Return the lease after what its phase waited for; raises `ValueError` for what it did not wait for."""
    if lease.phase not in _FROM[ending]:
        raise ValueError(f"a lease that is {lease.phase} cannot be {ending}")
    if ending == "provisioned":
        return replace(_moved(lease, "warming", now), settles_at=None)
    if ending in {"ready", "kept"}:
        return replace(_moved(lease, "ready", now), failures=0)
    if ending in {"not_provisioned", "gone"}:
        failures = lease.failures + (lease.phase != "ready")
        return replace(_moved(lease, "releasing", now), failures=failures, retry_at=None, settles_at=None)
    if ending == "not_released":
        return replace(_moved(lease, "releasing", now), retry_at=now + policy.pause(1))
    if lease.settles_at is not None and now < lease.settles_at:
        return replace(_moved(lease, "releasing", now), retry_at=lease.settles_at)
    absent = _moved(lease, "absent", now)
    retry_at = now + policy.pause(lease.failures) if lease.failures else None
    return replace(absent, machine=None, holder=None, retry_at=retry_at, settles_at=None)


def _moved(lease: Lease, phase: Phase, now: dt.datetime) -> Lease:
    return replace(lease, phase=phase, since=now, number=lease.number + 1)
