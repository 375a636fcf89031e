"""The policy alone, and leases under simulated time: processes that tick, work, fail and die as Hypothesis draws."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from align.harness.lease.policy import LeasePolicy, Sight, decide
from align.harness.lease.state import Lease, ended, provisioning, releasing, touched
from specs.store import open_engine
from specs.store.all_tables import metadata
from tests.harness.lease.processes import POLICY, PROVISION_SECONDS, Processes, lease_store
from tests.store.conftest import BEGIN, Clock

if TYPE_CHECKING:
    from align.harness.lease.holder import Holder
    from align.harness.lease.policy import Action, Standing
    from align.harness.lease.state import Ending, Phase
    from align.harness.lease.store import LeaseStore, Step

HOLDER_SECONDS = POLICY.holder_seconds


def seconds(number: float) -> dt.timedelta:
    return dt.timedelta(seconds=number)


def lease(phase: Phase, age: float = 0.0, **fields: Any) -> Lease:
    """Return a lease whose phase began so many seconds before `BEGIN`."""
    since = BEGIN - seconds(age)
    begun = replace(Lease.none(since), phase=phase)
    return replace(begun, **fields)


@pytest.mark.parametrize(
    ("before", "sight", "action"),
    [
        (lease("absent"), Sight(0, 0, "orphaned"), "wait"),
        (lease("absent"), Sight(1, 0, "orphaned"), "provision"),
        (lease("absent"), Sight(0, 1, "orphaned"), "provision"),
        (lease("absent", 10, used_at=BEGIN - seconds(1)), Sight(0, 0, "orphaned"), "provision"),
        (lease("absent", retry_at=BEGIN + seconds(1)), Sight(9, 0, "orphaned"), "wait"),
        (lease("absent", retry_at=BEGIN), Sight(9, 0, "orphaned"), "provision"),
        (lease("provisioning", 9999), Sight(9, 0, "mine"), "wait"),
        (lease("provisioning"), Sight(9, 9, "theirs"), "wait"),
        (lease("provisioning"), Sight(9, 9, "orphaned"), "release"),
        (lease("warming", 599), Sight(9, 0, "mine"), "check"),
        (lease("warming", 600), Sight(9, 0, "mine"), "release"),
        (lease("warming"), Sight(9, 9, "orphaned"), "release"),
        (lease("ready", 9999), Sight(1, 0, "mine"), "check"),
        (lease("ready", 9999), Sight(0, 1, "mine"), "check"),
        (lease("ready", 299), Sight(0, 0, "mine"), "check"),
        (lease("ready", 300), Sight(0, 0, "mine"), "release"),
        (lease("ready", 999, used_at=BEGIN - seconds(299)), Sight(0, 0, "mine"), "check"),
        (lease("ready", 999, guest_at=BEGIN - seconds(59)), Sight(0, 0, "mine"), "check"),
        (lease("ready", 999), Sight(9, 0, "theirs"), "wait"),
        (lease("ready", 999), Sight(9, 0, "orphaned"), "release"),
        (lease("ready", 999), Sight(0, 1, "orphaned"), "adopt"),
        (lease("ready", 999, guest_at=BEGIN - seconds(59)), Sight(0, 0, "orphaned"), "adopt"),
        (lease("ready", 999, guest_at=BEGIN - seconds(60)), Sight(0, 0, "orphaned"), "release"),
        (lease("releasing"), Sight(9, 0, "mine"), "release"),
        (lease("releasing", retry_at=BEGIN + seconds(1)), Sight(0, 0, "mine"), "wait"),
        (lease("releasing", retry_at=BEGIN + seconds(1)), Sight(0, 0, "orphaned"), "release"),
    ],
    ids=str,
)
def test_what_is_decided(before: Lease, sight: Sight, action: Action) -> None:
    assert decide(before, sight, BEGIN, POLICY) == action


def test_a_deeper_queue_can_be_asked_for() -> None:
    policy = replace(POLICY, least_depth=3)
    assert decide(lease("absent"), Sight(2, 0, "orphaned"), BEGIN, policy) == "wait"
    assert decide(lease("absent"), Sight(3, 0, "orphaned"), BEGIN, policy) == "provision"
    # Once it is there, every candidate holds it.
    assert decide(lease("ready", 999), Sight(1, 0, "mine"), BEGIN, policy) == "check"


def test_pauses_double_up_to_the_longest() -> None:
    assert [POLICY.pause(n).total_seconds() for n in (0, 1, 2, 3, 4, 10_000)] == [0, 30, 60, 120, 120, 120]


@pytest.mark.parametrize(
    "fields",
    [{"least_depth": 0}, {"idle_seconds": 0}, {"warm_seconds": -1}, {"longest_retry_seconds": 1}],
    ids=str,
)
def test_a_policy_that_cannot_work_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a lease needs"):
        LeasePolicy(**fields)


@pytest.mark.parametrize("standing", ["mine", "theirs", "orphaned"])
def test_calls_reset_the_idle_time_whoever_makes_them(standing: Standing) -> None:
    before = lease("ready", 500)
    during = touched(before, Sight(0, 1, standing), BEGIN, None)
    assert during.used_at == BEGIN
    after = touched(before, Sight(0, 0, standing), BEGIN, BEGIN - seconds(3))
    assert after.used_at == BEGIN - seconds(3)
    assert (after.guest_at == after.used_at) is (standing != "mine")
    assert touched(after, Sight(0, 0, standing), BEGIN, BEGIN - seconds(99)).used_at == after.used_at


def test_a_queue_that_waits_for_no_machine_is_no_use_of_one() -> None:
    assert touched(lease("absent", 9), Sight(2, 0, "orphaned"), BEGIN, None) == lease("absent", 9)
    assert touched(lease("ready", 9), Sight(2, 0, "mine"), BEGIN, None).used_at == BEGIN


def test_failures_in_a_row_count_until_the_machine_is_ready() -> None:
    now = lease("absent", failures=2)
    now = ended(provisioning(now, BEGIN, "me", "m1", BEGIN), "not_provisioned", BEGIN, POLICY)
    assert (now.phase, now.failures) == ("releasing", 3)
    now = ended(now, "released", BEGIN, POLICY)
    assert (now.phase, now.machine, now.holder, now.retry_at) == ("absent", None, None, BEGIN + seconds(120))
    warm = ended(provisioning(now, BEGIN, "me", "m2", BEGIN), "provisioned", BEGIN, POLICY)
    assert releasing(warm, BEGIN, "me").failures == 4
    assert releasing(warm, BEGIN, "another").failures == 3
    assert ended(warm, "ready", BEGIN, POLICY).failures == 0


@pytest.mark.parametrize(
    ("phase", "ending"), [("absent", "released"), ("ready", "provisioned"), ("provisioning", "gone")]
)
def test_what_was_not_waited_for_does_not_end(phase: Phase, ending: Ending) -> None:
    with pytest.raises(ValueError, match=f"is {phase} cannot be {ending}"):
        ended(lease(phase), ending, BEGIN, POLICY)


@dataclass
class Process:
    """A simulated process: what it is doing to the machine, its calls, and those that it has told of."""

    holder: Holder
    store: LeaseStore
    doing: Step | None = None
    calls: int = 0
    told: int = 0
    last_call: dt.datetime | None = None


@dataclass
class Ghost:
    """A provision whose process died: it may bring up its machine until `until`."""

    machine: str
    until: dt.datetime


class Leasing(RuleBasedStateMachine):
    """Several processes, one lease. Those that live are heard of more often than `holder_seconds`."""

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.engine = open_engine("sqlite:///:memory:")
        for table in ("gpu_lease", "lease_event"):
            metadata.tables[table].create(self.engine)
        self.processes = Processes()
        self.names = itertools.count(1)
        self.living: list[Process] = []
        self.machines: set[str] = set()
        self.ghosts: list[Ghost] = []
        self.depth = 0
        self.is_faulty = True
        self.start()

    def teardown(self) -> None:
        """With nothing left to do and nothing failing, no machine is left."""
        try:
            self.is_faulty = False
            self.depth = 0
            for process in self.living:
                process.calls = 0
            for _ in range(100):
                self.pass_time(HOLDER_SECONDS / 3)
                for process in self.living:
                    self.tick(process)
                    self.finish(process, works=True)
            assert self.machines == set()
            assert self.living[0].store.read().phase == "absent"
        finally:
            self.engine.dispose()

    @rule()
    @precondition(lambda self: len(self.living) < 3)
    def start(self) -> None:
        """Start one more."""
        holder = self.processes.holder()
        self.living.append(Process(holder, lease_store(self.engine, holder, self.clock, self.names)))

    @rule(data=st.data(), brings_up=st.booleans())
    @precondition(lambda self: len(self.living) > 1)
    def kill(self, data: st.DataObject, *, brings_up: bool) -> None:
        """Kill one in the middle of what it does."""
        process = data.draw(st.sampled_from(self.living))
        self.living.remove(process)
        self.processes.gone.add(str(process.holder))
        doing = process.doing
        if doing is not None and doing.action == "provision" and brings_up:
            assert doing.lease.machine is not None
            assert doing.lease.settles_at is not None
            self.ghosts.append(Ghost(doing.lease.machine, doing.lease.settles_at))

    @rule(depth=st.sampled_from([0, 0, 1, 5]))
    def queue(self, depth: int) -> None:
        """Let the queue be so deep."""
        self.depth = depth

    @rule(data=st.data(), begins=st.booleans())
    def call(self, data: st.DataObject, *, begins: bool) -> None:
        """Begin or end a call."""
        process = data.draw(st.sampled_from(self.living))
        process.calls = max(0, process.calls + (1 if begins else -1))
        process.last_call = self.clock.now

    @rule(passed=st.sampled_from([1.0, 10.0, HOLDER_SECONDS / 3, 300.0, 700.0]))
    def pass_time(self, passed: float) -> None:
        """Let time pass in steps, in which everybody who lives says so."""
        while passed > 0:
            step = min(passed, HOLDER_SECONDS / 3)
            self.clock.move(seconds=step)
            passed -= step
            for ghost in [ghost for ghost in self.ghosts if ghost.until <= self.clock.now]:
                # As late as it can be, but in time: what comes later is more than any policy can know.
                self.ghosts.remove(ghost)
                self.machines.add(ghost.machine)
            for process in self.living:
                process.store.renew(process.calls, self.last_call_of(process))
                process.told = process.calls
        self.at_most_one_machine()

    @rule(data=st.data())
    def any_ticks(self, data: st.DataObject) -> None:
        """Let one of them decide."""
        self.tick(data.draw(st.sampled_from(self.living)))

    @rule(data=st.data(), works=st.booleans())
    def any_finishes(self, data: st.DataObject, *, works: bool) -> None:
        """Let something that is under way end."""
        busy = [process for process in self.living if process.doing is not None]
        if busy:
            self.finish(data.draw(st.sampled_from(busy)), works=works)

    def last_call_of(self, process: Process) -> dt.datetime | None:
        """Return when a process last had a call."""
        return self.clock.now if process.calls else process.last_call

    def tick(self, process: Process) -> None:
        """Let a process decide, and see that it may."""
        last_call = self.last_call_of(process)
        process.told = process.calls
        if process.doing is not None:
            process.store.renew(process.calls, last_call)
            return
        step = process.store.step(self.depth, process.calls, last_call, PROVISION_SECONDS)
        if step.action == "provision":
            assert step.was == "absent"
            assert self.machines == set()
            assert self.ghosts == []
        if step.action == "release" and step.was == "ready":
            # Never released under work: not this process's, nor what the others told of; an orphan's queue is no use.
            assert not process.calls
            assert not any(other.told for other in self.living)
            assert not self.depth or self.was_orphan()
        if step.action in {"provision", "check", "release"}:
            process.doing = step

    def was_orphan(self) -> bool:
        """Whether the machine that is being released had been held by a dead process until now."""
        releases = [event for event in self.living[0].store.events() if event.phase == "releasing"]
        return releases[-1].cause == "its holder is gone"

    def finish(self, process: Process, *, works: bool) -> None:
        """End what a process does."""
        doing, process.doing = process.doing, None
        if doing is None:
            return
        machine = doing.lease.machine
        assert machine is not None
        if doing.action == "provision":
            if works:
                self.machines.add(machine)
            process.store.end(doing.lease, "provisioned" if works else "not_provisioned")
        elif doing.action == "release":
            if doing.was == "ready" and process.calls:
                process.store.end(doing.lease, "kept")
                return
            if works:
                self.machines.discard(machine)
            process.store.end(doing.lease, "released" if works else "not_released")
        elif machine not in self.machines:
            process.store.end(doing.lease, "gone")
        elif doing.lease.phase == "warming" and works:
            process.store.end(doing.lease, "ready")

    @invariant()
    def at_most_one_machine(self) -> None:
        """Never two machines, nor two on their way."""
        provisions = {
            process.doing.lease.machine
            for process in self.living
            if process.doing is not None and process.doing.action == "provision"
        }
        assert len(self.machines | provisions | {ghost.machine for ghost in self.ghosts}) <= 1

    @invariant()
    def every_machine_is_known(self) -> None:
        """A machine that is there is the lease's, which is what makes it found after any crash."""
        if self.machines:
            assert self.machines == {self.living[0].store.read().machine}


TestLeasing = Leasing.TestCase
TestLeasing.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
