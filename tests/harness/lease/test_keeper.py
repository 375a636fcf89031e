"""Keepers on a real database, with a provider that does as it is told and a real server to ask for its health."""

from __future__ import annotations

import asyncio
import itertools
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from align.harness.client import ModelClient
from align.harness.harness import Call
from align.harness.lease.activity import Activity
from align.harness.lease.keeper import LeaseKeeper
from align.harness.transport import Transport
from align.harness.usage import Usage
from specs.store import StoreUnavailableError, open_engine
from tests.harness.asking import until
from tests.harness.lease.processes import POLICY, Cloud, Processes, lease_store
from tests.harness.loops import run
from tests.harness.server import VllmLike

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from align.harness.lease.store import LeaseStore
    from tests.store.conftest import Clock

CALL = Call("prospect.draft", "base", None, Usage())


@dataclass
class Desk:
    """One lease, a cloud and a queue; opens keepers, as processes that share them would."""

    file: Path
    clock: Clock
    url: str
    cloud: Cloud = field(default_factory=Cloud)
    depth: int = 0
    processes: Processes = field(default_factory=Processes)
    machines: Any = field(default_factory=lambda: itertools.count(1))

    def keeper(self, *, url: str | None = None, **options: Any) -> tuple[LeaseKeeper, LeaseStore]:
        """Return a keeper, and the store to look at the lease with."""
        store = lease_store(
            open_engine(f"sqlite:///{self.file}"), self.processes.holder(), self.clock, self.machines
        )
        client = ModelClient(Transport(url or self.url))
        activity = Activity(self.clock)
        keeper = LeaseKeeper(
            store, self.cloud, activity, lambda: self.depth, client, clock=self.clock, **options
        )
        return keeper, store

    def hold_provisions(self) -> asyncio.Event:
        """Have the cloud provision nothing until the event is set."""
        held = asyncio.Event()
        provision = self.cloud.provision

        async def slowly(machine: str) -> None:
            await held.wait()
            await provision(machine)

        self.cloud.provision = slowly  # type: ignore[method-assign] # it waits for the test
        return held


@asynccontextmanager
async def desk_in(file: Path, clock: Clock) -> AsyncIterator[Desk]:
    """Open a desk with a healthy server."""
    async with VllmLike().serve() as vllm:
        yield Desk(file, clock, vllm.url)


async def ticked(keeper: LeaseKeeper, times: int = 1) -> list[str]:
    """Tick, each time until what was begun has ended; return what was decided."""
    decided: list[str] = []
    for _ in range(times):
        decided.append(await keeper.tick())
        await keeper.settle()
    return decided


def test_a_machine_is_there_while_there_is_work_and_goes_when_it_was_idle(
    migrated_file: Path, tmp_path: Path, clock: Clock
) -> None:
    file = _copy(migrated_file, tmp_path)

    async def main() -> None:
        async with desk_in(file, clock) as desk:
            keeper, store = desk.keeper()
            assert await ticked(keeper) == ["wait"]
            desk.depth = 2
            assert await ticked(keeper, 3) == ["provision", "check", "check"]
            assert store.read().phase == "ready"
            for _ in range(5):  # the queue stays deep across ticks, for longer than the idle time
                clock.move(seconds=POLICY.idle_seconds)
                assert await ticked(keeper) == ["check"]
            desk.depth = 0
            clock.move(seconds=POLICY.idle_seconds - 1)
            keeper.activity.began("prospect.draft")
            keeper.activity.ended(CALL)
            clock.move(seconds=POLICY.idle_seconds - 1)
            assert await ticked(keeper) == ["check"]
            clock.move(seconds=1)
            assert await ticked(keeper) == ["release"]
            assert desk.cloud.machines == set()
            assert await ticked(keeper) == ["wait"]
            keeper.activity.began("prospect.draft")
            assert await ticked(keeper, 2) == ["provision", "check"]
            keeper.activity.ended(CALL)
            await keeper.aclose()
            assert desk.cloud.machines == set()
            assert [line for line in desk.cloud.asked if not line.startswith("status")] == [
                "provision m1",
                "release m1",
                "provision m2",
                "release m2",
            ]

    run(main)


def test_what_is_under_way_is_not_begun_again(migrated_file: Path, tmp_path: Path, clock: Clock) -> None:
    file = _copy(migrated_file, tmp_path)

    async def main() -> None:
        async with desk_in(file, clock) as desk:
            held = desk.hold_provisions()
            keeper, store = desk.keeper()
            other, _ = desk.keeper()
            desk.depth = 1
            assert await keeper.tick() == "provision"
            for _ in range(10):
                clock.move(seconds=POLICY.holder_seconds - 1)
                # It says that it lives all the while, so that nobody takes the lease from it.
                assert [await keeper.tick(), await other.tick()] == ["wait", "wait"]
            held.set()
            await keeper.settle()
            assert store.read().phase == "warming"
            await other.aclose()
            assert desk.cloud.machines == {"m1"}
            await keeper.aclose()
            assert desk.cloud.asked.count("provision m1") == 1
            assert desk.cloud.machines == set()

    run(main)


def test_a_call_that_comes_before_the_release_keeps_the_machine(
    migrated_file: Path, tmp_path: Path, clock: Clock
) -> None:
    file = _copy(migrated_file, tmp_path)

    async def main() -> None:
        async with desk_in(file, clock) as desk:
            keeper, store = desk.keeper()
            desk.depth = 1
            await ticked(keeper, 2)
            desk.depth = 0
            clock.move(seconds=POLICY.idle_seconds)
            assert await keeper.tick() == "release"
            keeper.activity.began("prospect.draft")  # after the decision, before the provider is asked
            await keeper.settle()
            assert store.read().phase == "ready"
            assert store.events()[-1].cause == "a call came before the release"
            assert desk.cloud.machines == {"m1"}
            keeper.activity.ended(CALL)
            await keeper.aclose()

    run(main)


def test_failures_wait_longer_each_time_and_are_told(
    migrated_file: Path, tmp_path: Path, clock: Clock
) -> None:
    file = _copy(migrated_file, tmp_path)

    async def main() -> None:
        async with desk_in(file, clock) as desk:
            keeper, _ = desk.keeper()
            desk.cloud.failing = {"provision"}
            desk.depth = 1
            assert await ticked(keeper, 3) == ["provision", "release", "wait"]
            assert keeper.problem == "provision failed"
            clock.move(seconds=30)
            assert await ticked(keeper, 3) == ["provision", "release", "wait"]
            clock.move(seconds=30)
            assert await ticked(keeper) == ["wait"]
            clock.move(seconds=30)
            desk.cloud.failing = set()
            assert await ticked(keeper, 2) == ["provision", "check"]
            assert keeper.problem is None
            desk.cloud.failing = {"release"}
            await keeper.aclose()
            assert desk.cloud.machines == {"m3"}
            # What could not be released at the end is an orphan of the next one to start.
            desk.processes.gone.add(str(_holder(keeper)))
            desk.cloud.failing = set()
            desk.depth = 0
            later, _ = desk.keeper()
            assert await ticked(later) == ["release"]
            assert desk.cloud.machines == set()
            await later.aclose()

    run(main)


def test_a_machine_that_does_not_answer_is_given_up(
    migrated_file: Path, tmp_path: Path, clock: Clock
) -> None:
    file = _copy(migrated_file, tmp_path)

    async def main() -> None:
        async with desk_in(file, clock) as desk:
            keeper, store = desk.keeper(url="http://127.0.0.1:9")
            desk.depth = 1
            assert await ticked(keeper, 2) == ["provision", "check"]
            desk.cloud.failing = {"status"}
            assert await ticked(keeper) == ["check"]
            assert keeper.problem == "status failed"
            assert store.read().phase == "warming"
            desk.cloud.failing = set()
            clock.move(seconds=POLICY.warm_seconds)
            assert await ticked(keeper, 2) == ["release", "wait"]
            assert store.events()[-2].cause == "it took too long to answer"
            assert desk.cloud.machines == set()
            await keeper.aclose()

    run(main)


def test_a_machine_that_went_away_is_provisioned_anew(
    migrated_file: Path, tmp_path: Path, clock: Clock
) -> None:
    file = _copy(migrated_file, tmp_path)

    async def main() -> None:
        async with desk_in(file, clock) as desk:
            keeper, store = desk.keeper(check_seconds=30.0)
            desk.depth = 1
            await ticked(keeper, 3)
            desk.cloud.machines.clear()
            assert await ticked(keeper) == ["check"]
            assert store.read().phase == "ready"  # it was looked at a moment ago
            clock.move(seconds=30)
            assert await ticked(keeper, 3) == ["check", "release", "provision"]
            assert desk.cloud.machines == {"m2"}
            await keeper.aclose()

    run(main)


def test_an_outcome_that_could_not_be_written_is_written_later(
    migrated_file: Path, tmp_path: Path, clock: Clock
) -> None:
    file = _copy(migrated_file, tmp_path)

    async def main() -> None:
        async with desk_in(file, clock) as desk:
            keeper, store = desk.keeper()
            end = keeper._store.end  # noqa: SLF001 - the database goes away between two statements

            def away(*_: object) -> None:
                raise StoreUnavailableError("the database is away", "wait")

            desk.depth = 1
            assert await keeper.tick() == "provision"
            keeper._store.end = away  # type: ignore[method-assign,assignment] # noqa: SLF001 - the same
            await keeper.settle()
            assert store.read().phase == "provisioning"
            assert keeper.problem is not None
            keeper._store.end = end  # type: ignore[method-assign] # noqa: SLF001 - it is back
            assert await ticked(keeper) == ["check"]
            assert store.read().phase == "ready"
            await keeper.aclose()

    run(main)


def test_one_who_was_taken_for_dead_takes_its_machine_away_again(
    migrated_file: Path, tmp_path: Path, clock: Clock
) -> None:
    file = _copy(migrated_file, tmp_path)

    async def main() -> None:
        async with desk_in(file, clock) as desk:
            held = desk.hold_provisions()
            slow, _ = desk.keeper()
            other, store = desk.keeper()
            desk.depth = 1
            assert await slow.tick() == "provision"
            desk.processes.gone.add(str(_holder(slow)))
            assert await other.tick() == "release"
            await other.settle()
            held.set()
            await slow.settle()
            assert desk.cloud.asked[-1] == "release m1"
            assert desk.cloud.machines == set()
            assert store.read().phase == "releasing"
            await slow.aclose()
            await other.aclose()

    run(main)


def test_as_a_context_it_ticks_by_itself_and_cleans_up(
    migrated_file: Path, tmp_path: Path, clock: Clock
) -> None:
    file = _copy(migrated_file, tmp_path)

    async def main() -> None:
        async with desk_in(file, clock) as desk:
            desk.depth = 1
            keeper, store = desk.keeper(tick_seconds=0.001)
            async with keeper:
                await until(lambda: store.read().phase == "ready")
                keeper.activity.began("prospect.draft")
                asyncio.get_running_loop().call_later(0.05, keeper.activity.ended, CALL)
            # It waited for the call, and then released.
            assert store.read().phase == "absent"
            assert desk.cloud.machines == set()

    run(main)


def _copy(migrated: Path, folder: Path) -> Path:
    file = folder / "lease.db"
    file.write_bytes(migrated.read_bytes())
    return file


def _holder(keeper: LeaseKeeper) -> object:
    return keeper._store._holder  # noqa: SLF001 - whom the test declares dead
