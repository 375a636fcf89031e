"""Processes that hold leases, as far as a test lets them live, and a provider whose machines are names in a set."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.harness.lease.holder import Holder
from align.harness.lease.policy import LeasePolicy
from align.harness.lease.provider import MachineState, ProviderError
from align.harness.lease.store import LeaseStore

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy import Engine

POLICY = LeasePolicy(
    idle_seconds=300, warm_seconds=600, retry_seconds=30, longest_retry_seconds=120, holder_seconds=60
)
PROVISION_SECONDS = 100.0


class Processes:
    """Knows which of its holders are gone, as others on their host would see it."""

    def __init__(self) -> None:
        self.gone: set[str] = set()
        self._numbers = itertools.count(1)

    def holder(self) -> Holder:
        """Return a new one."""
        return _Simulated("here", next(self._numbers), 1, "0", self)


@dataclass(frozen=True)
class _Simulated(Holder):
    """A holder of a process that exists in the test only."""

    processes: Processes

    __str__ = Holder.__str__

    def knows_gone(self, other: str) -> bool:
        return other in self.processes.gone


def lease_store(  # noqa: PLR0913 - a test sets what it is about
    engine: Engine,
    holder: Holder,
    clock: Callable[[], dt.datetime],
    machines: itertools.count[int],
    *,
    policy: LeasePolicy = POLICY,
    name: str = "gpu",
) -> LeaseStore:
    """Return a store whose machines are numbered."""
    return LeaseStore(
        engine, holder, policy, new_machine=lambda: f"m{next(machines)}", name=name, clock=clock
    )


@dataclass
class Cloud:
    """A provider that does as a test says, and remembers what it was asked."""

    machines: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    failing: set[str] = field(default_factory=set)
    state: MachineState = "running"
    provision_seconds: float = PROVISION_SECONDS
    before: Callable[[str], None] = lambda _: None

    async def provision(self, machine: str) -> None:
        """Add a machine."""
        self._ask("provision", machine)
        self.machines.add(machine)

    async def status(self, machine: str) -> MachineState:
        """Return `state` for a machine that there is."""
        self._ask("status", machine)
        return self.state if machine in self.machines else "absent"

    async def release(self, machine: str) -> None:
        """Take a machine away."""
        self._ask("release", machine)
        self.machines.discard(machine)

    def _ask(self, what: str, machine: str) -> None:
        self.asked.append(f"{what} {machine}")
        self.before(what)
        if what in self.failing:
            raise ProviderError(f"{what} failed")
