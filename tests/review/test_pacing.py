"""Acting on many cases at once: an answer comes in time, and what was not done is told and stays."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from align.review.errors import RefusedError
from align.review.pacing import BROKEN_OFF, NOT_BEGUN, Pace, Resolved, act_on_each
from align.runner.ports import Delivery
from tests.harness.loops import simulate
from tests.review.room import ANA, GOOD, Room, candidate

if TYPE_CHECKING:
    from collections.abc import Collection

    from align.review.resolving import CauseResolver
    from align.runner.ports import Outgoing


@dataclass(frozen=True)
class Named:
    """As much of a case as is asked for here; acting on it takes so many seconds."""

    id: str
    seconds: float = 0.0


@dataclass(frozen=True)
class Sent:
    """As much of an end."""

    status: str = "dispatched"
    cause: str | None = None


def acted(cases: list[Named], pace: Pace, act: Any = None, is_open: Collection[str] = ()) -> Any:
    """Return what became of cases, and after how many seconds."""

    async def waits(case: Named) -> Sent:
        await asyncio.sleep(case.seconds)
        return Sent()

    async def still_open(names: Collection[str]) -> set[str]:
        return set(names) & set(is_open)

    async def main() -> tuple[Resolved, float]:
        given: Any = cases
        doing: Any = act or waits
        found = await act_on_each(given, doing, still_open, pace)
        return found, asyncio.get_running_loop().time()

    return simulate(main)


def test_a_few_are_acted_on_at_once() -> None:
    cases = [Named(str(n), 10.0) for n in range(50)]
    # Ten seconds each: two rounds of eight begin in time.
    found, took = acted(cases, Pace())
    assert found.done == tuple(str(n) for n in range(16))
    assert found.left == tuple((str(n), NOT_BEGUN) for n in range(16, 50))
    assert took == 20.0


def test_none_is_waited_for_longer_than_a_page_may_take() -> None:
    cases = [Named("a", 1.0), Named("closed", 1e9), Named("open", 1e9), Named("b", 3.0)]
    found, took = acted(cases, Pace(at_once=3), is_open=["open"])
    assert found == Resolved(("a", "closed", "b"), (("open", BROKEN_OFF),))
    assert took == 45.0


def test_one_that_fails_takes_no_other_with_it() -> None:
    async def act(case: Named) -> Sent:
        if case.id == "refused":
            raise RefusedError("no")
        return Sent("held", "judge_conflict") if case.id == "held" else Sent("waiting")

    found, _took = acted([Named("refused"), Named("held"), Named("a")], Pace(), act)
    assert found == Resolved(("a",), (("refused", "no"), ("held", "held: judge_conflict")))
    assert acted([], Pace())[0] == Resolved((), ())


def test_a_bug_is_no_outcome() -> None:
    async def act(case: Named) -> Sent:
        raise RuntimeError(case.id)

    with pytest.raises(RuntimeError):
        acted([Named("a"), Named("b")], Pace(), act)


class Slow:
    """A receiver that answers none before it has three."""

    def __init__(self) -> None:
        self.got: list[str] = []
        self.has_three = asyncio.Event()

    async def dispatch(self, outgoing: Outgoing) -> Delivery:
        """Take a message."""
        self.got.append(outgoing.candidate_id)
        if len(self.got) == 3:
            self.has_three.set()
        await self.has_three.wait()
        return Delivery()


def test_messages_go_to_a_slow_receiver_beside_each_other(room: Room) -> None:
    room.dispatcher = slow = Slow()
    names = ["c1", "c2", "c3"]
    cases = room.decide(*(candidate(name, GOOD) for name in names), mode="DRAFT")
    resolver: CauseResolver = room.resolver()
    done = asyncio.run(resolver.approve_all([case.id for case in cases], ANA))
    assert done == Resolved(tuple(case.id for case in cases), ())
    assert sorted(slow.got) == names
