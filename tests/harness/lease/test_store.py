"""The lease in both databases: one row, moved by one process at a time, and every move kept."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from align.harness.lease.holder import Holder
from specs.store import SchemaMissingError, StoreError, open_engine
from tests.harness.lease.processes import POLICY, PROVISION_SECONDS, Processes, lease_store
from tests.store.patience import BUSY_SECONDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Engine

    from tests.store.conftest import Clock


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    opened = open_engine(url)
    yield opened
    opened.dispose()


def test_a_lease_s_life_is_kept_event_by_event(engine: Engine, clock: Clock) -> None:
    store = lease_store(engine, Processes().holder(), clock, itertools.count(1))
    assert store.read().phase == "absent"
    assert store.step(0, 0, None, PROVISION_SECONDS).action == "wait"
    assert store.events() == ()
    step = store.step(3, 1, None, PROVISION_SECONDS)
    assert (step.action, step.was, step.lease.machine) == ("provision", "absent", "m1")
    clock.move(seconds=9)
    warm = store.end(step.lease, "provisioned")
    assert warm is not None
    ready = store.end(warm, "ready")
    assert ready is not None
    clock.move(seconds=POLICY.idle_seconds)
    step = store.step(0, 0, None, PROVISION_SECONDS)
    assert (step.action, step.was) == ("release", "ready")
    assert store.step(0, 0, None, PROVISION_SECONDS).lease == step.lease
    assert store.end(step.lease, "released") == store.read()
    assert [(e.number, e.phase, e.machine, e.cause) for e in store.events()] == [
        (1, "provisioning", "m1", "3 wait, 1 calls"),
        (2, "warming", "m1", "the machine was asked for"),
        (3, "ready", "m1", "it answers"),
        (4, "releasing", "m1", "idle"),
        (5, "absent", "m1", "released"),
    ]
    assert store.events()[-1].at == clock.now


def test_of_many_who_see_work_one_provisions(url: str, clock: Clock) -> None:
    processes, machines = Processes(), itertools.count(1)
    engines = [open_engine(url, busy_seconds=BUSY_SECONDS) for _ in range(6)]
    stores = [lease_store(engine, processes.holder(), clock, machines) for engine in engines]
    with ThreadPoolExecutor(len(stores)) as pool:
        for _ in range(5):
            steps = list(pool.map(lambda store: store.step(1, 0, None, PROVISION_SECONDS), stores))
            assert [step.action for step in steps].count("provision") <= 1
    (event,) = stores[0].events()
    assert event.phase == "provisioning"
    for engine in engines:
        engine.dispose()


def test_a_move_of_a_lease_that_another_has_by_now_is_none(engine: Engine, clock: Clock) -> None:
    processes, machines = Processes(), itertools.count(1)
    mine = lease_store(engine, processes.holder(), clock, machines)
    other = lease_store(engine, processes.holder(), clock, machines)
    begun = mine.step(1, 0, None, PROVISION_SECONDS).lease
    assert other.step(1, 0, None, PROVISION_SECONDS).action == "wait"
    clock.move(seconds=POLICY.holder_seconds)
    taken = other.step(1, 0, None, PROVISION_SECONDS)
    assert (taken.action, taken.was, taken.lease.machine) == ("release", "provisioning", begun.machine)
    assert mine.end(begun, "provisioned") is None
    assert other.events()[-1].cause == "its holder is gone"


def test_an_interrupted_provision_is_released_again_once_nothing_more_can_come(
    engine: Engine, clock: Clock
) -> None:
    processes, machines = Processes(), itertools.count(1)
    dead = processes.holder()
    lease_store(engine, dead, clock, machines).step(1, 0, None, PROVISION_SECONDS)
    processes.gone.add(str(dead))
    store = lease_store(engine, processes.holder(), clock, machines)
    release = store.step(1, 0, None, PROVISION_SECONDS)
    assert release.action == "release"
    still = store.end(release.lease, "released")
    assert still is not None
    assert (still.phase, still.machine) == ("releasing", "m1")
    assert store.step(1, 0, None, PROVISION_SECONDS).action == "wait"
    clock.move(seconds=PROVISION_SECONDS)
    again = store.step(1, 0, None, PROVISION_SECONDS)
    assert again.action == "release"
    store.end(again.lease, "released")
    assert store.step(1, 0, None, PROVISION_SECONDS).lease.machine == "m2"


def test_a_machine_that_others_use_is_left_to_them(engine: Engine, clock: Clock) -> None:
    processes, machines = Processes(), itertools.count(1)
    store = lease_store(engine, processes.holder(), clock, machines)
    guest = lease_store(engine, processes.holder(), clock, machines)
    lease = store.end(store.step(1, 0, None, PROVISION_SECONDS).lease, "provisioned")
    assert lease is not None
    store.end(lease, "ready")
    clock.move(seconds=1)
    assert guest.step(0, 1, None, PROVISION_SECONDS).action == "wait"
    assert store.leave() is None
    assert store.read().holder is None
    assert guest.step(0, 1, None, PROVISION_SECONDS).action == "adopt"
    clock.move(seconds=POLICY.holder_seconds)
    left = guest.leave()
    assert left is not None
    assert left.phase == "releasing"
    assert store.leave() is None  # it is not this one's to leave


def test_leases_of_two_names_are_two(engine: Engine, clock: Clock) -> None:
    processes, machines = Processes(), itertools.count(1)
    for name in ("gpu", "small"):
        store = lease_store(engine, processes.holder(), clock, machines, name=name)
        assert store.step(1, 0, None, PROVISION_SECONDS).action == "provision"
        assert len(store.events()) == 1


def test_events_cannot_be_changed(engine: Engine, clock: Clock) -> None:
    store = lease_store(engine, Processes().holder(), clock, itertools.count(1))
    store.step(1, 0, None, PROVISION_SECONDS)
    for statement in ("UPDATE lease_event SET cause = ''", "DELETE FROM lease_event"):
        with pytest.raises(Exception, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))


def test_a_database_without_the_table_says_what_to_do(tmp_path: Path, clock: Clock) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'none.db'}")
    store = lease_store(engine, Processes().holder(), clock, itertools.count(1))
    with pytest.raises(SchemaMissingError, match="align db upgrade"):
        store.step(1, 0, None, PROVISION_SECONDS)
    assert issubclass(SchemaMissingError, StoreError)
    engine.dispose()


def test_a_process_that_lives_is_not_gone_and_one_of_another_host_is_not_known() -> None:
    here = Holder.here()
    assert not here.knows_gone(str(Holder.here()))
    assert here.knows_gone(
        str(Holder(here.host, here.pid, here.born + 1, "0a"))
    )  # the same id, another process
    assert here.knows_gone(str(Holder(here.host, 2**22 + 1, here.born, "0a")))  # beyond the largest id
    assert not here.knows_gone(str(Holder("elsewhere", 1, 1, "0a")))
    assert not here.knows_gone("not a holder")
