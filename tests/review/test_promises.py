"""What a review promises, over actions of two operators drawn at random.

A case has exactly one closing action; nothing goes out that the spec of that moment does not allow; nobody gets two
messages; every action is one label.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select

from align.review.errors import NotOpenError, RefusedError
from align.review.labels import labels
from align.review.queries import ACTIONS
from align.runner.ports import Delivery, DispatchError, Outgoing
from align.validate import validate_draft
from specs.store import Edit, EditRefusedError, TemplateEdit
from tests.review.room import ANA, BEN, GOOD, MENDED, WRONG, Room, candidate
from tests.store.conftest import Clock

if TYPE_CHECKING:
    from align.review.desk import By


BODIES = st.sampled_from([GOOD, WRONG, MENDED, "I'm in Paris this week, come by.", "See you at 6!"])
ACTS = st.sampled_from(["approve", "edit", "template", "reject"])
OPERATORS = st.sampled_from([ANA, BEN])


class Receiver:
    """Takes messages, each key once, and checks that the facts of this moment allow the words."""

    def __init__(self) -> None:
        self.room: Room | None = None
        self.failures = 0
        self.taken: dict[str, str] = {}

    async def dispatch(self, outgoing: Outgoing) -> Delivery:
        """Take a message, or fail; what may have gone out twice has the same words."""
        assert self.room is not None
        spec = self.room.store.current("leo").spec
        context = candidate("any").context
        assert validate_draft(outgoing.body, spec, now=self.room.clock.now, context=context).ok
        if self.failures:
            self.failures -= 1
            raise DispatchError("away")
        is_known = outgoing.key in self.taken
        self.taken.setdefault(outgoing.key, outgoing.body)
        return Delivery(is_duplicate=is_known)


class Reviews(RuleBasedStateMachine):
    """Two operators at one desk each, who may act on what they read long ago."""

    migrated: Path

    @initialize()
    def begin(self) -> None:
        """Open a room on a database of its own."""
        self.folder = tempfile.TemporaryDirectory()
        path = Path(self.folder.name) / "store.db"
        shutil.copy(self.migrated, path)
        self.receiver = Receiver()
        self.room = Room(f"sqlite:///{path}", Clock(), path.parent, dispatcher=self.receiver)
        self.receiver.room = self.room
        self.seen: list[str] = []
        self.decided: Counter[str] = Counter()
        self.names = 0

    @rule(
        body=st.one_of(st.none(), BODIES),
        mode=st.sampled_from(["GO", "DRAFT", "PAUSE"]),
        queued=st.booleans(),
    )
    def a_draft_comes(self, body: str | None, mode: Any, queued: bool) -> None:
        """Let a candidate come, by the queue or without it."""
        self.names += 1
        key = "opener" if self.names % 2 else None
        came = candidate(f"c{self.names}", body, template_key=key)
        if queued:
            self.room.queue.add([came])
            self.room.work(mode)
        else:
            self.room.decide(came, mode=mode)
        self.seen += [case.id for case in self.room.desk().cases()]

    @rule(number=st.integers(0, 30), act=ACTS, body=BODIES, by=OPERATORS)
    def one_acts(self, number: int, act: str, body: str, by: By) -> None:
        """Act on a case that was read at some time."""
        if self.seen:
            name = self.seen[number % len(self.seen)]
            self.note(name, asyncio.run(self.acted(name, act, body, by)))

    @rule(number=st.integers(0, 30), acts=st.tuples(ACTS, ACTS), body=BODIES)
    def both_act(self, number: int, acts: tuple[str, str], body: str) -> None:
        """Let both act on one case at one time."""
        if not self.seen:
            return
        name = self.seen[number % len(self.seen)]

        async def both() -> list[bool]:
            return list(
                await asyncio.gather(
                    self.acted(name, acts[0], body, ANA), self.acted(name, acts[1], body, BEN)
                )
            )

        won = asyncio.run(both())
        assert sum(won) <= 1
        for one in won:
            self.note(name, one)

    async def acted(self, name: str, act: str, body: str, by: By) -> bool:
        """Do it; return whether this operator closed the case."""
        desk = self.room.desk()
        try:
            if act == "approve":
                await desk.approve(name, by)
            elif act == "edit":
                await desk.edit(name, body, by)
            elif act == "template":
                await desk.send_template(name, by)
            else:
                await desk.reject(name, by)
        except (NotOpenError, RefusedError):
            return False
        return True

    def note(self, name: str, won: bool) -> None:
        """Keep whether a decision was taken, which it is once at most."""
        self.decided[name] += won
        assert self.decided[name] <= 1

    @rule(amount=st.sampled_from([70, 80]))
    def the_facts_change(self, amount: int) -> None:
        """Change the price that most bodies name, and the template with it or not."""
        self.room.clock.move(seconds=1)
        try:
            self.room.store.revise("leo", Edit({"rates[60,-].amount": amount}, "ana", "price"))
        except EditRefusedError:
            return
        if amount == 70:
            body = f"{WRONG} ({self.room.clock.now.timestamp():.0f})"
            self.room.store.set_template("leo", TemplateEdit("opener", body, "ana", "price"))

    @rule(failures=st.integers(1, 2))
    def the_receiver_is_away(self, failures: int) -> None:
        """Let the next messages fail."""
        self.receiver.failures = failures

    @rule(hours=st.integers(0, 30))
    def time_goes_by(self, hours: int) -> None:
        """Move the clock, and carry on with what was not sent."""
        self.room.clock.move(hours=hours, minutes=5)
        asyncio.run(self.room.desk().resume())
        self.seen += [case.id for case in self.room.desk().cases()]

    @invariant()
    def one_closing_action_a_case(self) -> None:
        """Compare what operators were told with what is recorded."""
        if not hasattr(self, "room"):
            return
        query = select(ACTIONS.c.decision_id, func.count()).where(ACTIONS.c.is_closing)
        with self.room.engine.connect() as connection:
            rows = connection.execute(query.group_by(ACTIONS.c.decision_id)).all()
            every = connection.execute(select(func.count()).select_from(ACTIONS)).scalar_one()
        counts = {row[0]: row[1] for row in rows}
        assert counts == {name: count for name, count in self.decided.items() if count}
        open_now = {case.id for case in self.room.desk().cases()}
        assert not open_now & set(counts)
        assert len(list(labels(self.room.engine, self.room.store))) == every

    def teardown(self) -> None:
        """What is on its way arrives in the end, or is a case again."""
        if hasattr(self, "room"):
            self.receiver.failures = 0
            self.room.clock.move(hours=1)
            asyncio.run(self.room.desk().resume())
            assert self.room.desk().ledger.unfinished(self.room.clock.now) == ()
            self.room.close()
            self.folder.cleanup()


def test_two_operators_over_random_cases(migrated_file: Path) -> None:
    class Machine(Reviews):
        migrated = migrated_file

    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=25, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )


@pytest.mark.parametrize("known", [True, False])
def test_the_receiver_takes_a_key_once(known: bool, tmp_path: Path, migrated_file: Path) -> None:
    path = tmp_path / "store.db"
    shutil.copy(migrated_file, path)
    receiver = Receiver()
    receiver.room = Room(f"sqlite:///{path}", Clock(), tmp_path)
    if known:
        receiver.taken["leo/c1"] = GOOD
    assert asyncio.run(receiver.dispatch(Outgoing("c1", "leo", "d1", MENDED))).is_duplicate is known
    assert receiver.taken["leo/c1"] == (GOOD if known else MENDED)
    receiver.room.close()
