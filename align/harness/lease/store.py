"""The lease in the database: each move is decided and written in one transaction that has the row to itself."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from align.harness.lease import state
from align.harness.lease.policy import Action, LeasePolicy, Sight, Standing, decide
from align.harness.lease.state import Ending, Lease, Phase
from specs.store.engine import reading, recording
from specs.store.moments import as_utc, utc_now
from specs.store.usage_tables import LeaseEventRow, LeaseRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Engine

    from align.harness.lease.holder import Holder

_LEASES = LeaseRow.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it
_EVENTS = LeaseEventRow.__table__  # type: ignore[attr-defined] # the same

CAUSES: Final[dict[Ending, str]] = {
    "provisioned": "the machine was asked for",
    "not_provisioned": "no machine came",
    "ready": "it answers",
    "gone": "it is not there any more",
    "released": "released",
    "not_released": "could not be released yet",
    "kept": "a call came before the release",
}


@dataclass(frozen=True, slots=True)
class LeaseEvent:
    """One move of a lease: to which phase, with which machine, by whom, why, and when (UTC)."""

    number: int
    phase: Phase
    machine: str | None
    holder: str | None
    cause: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Step:
    """What one process is to do, the phase until then, and the lease as it stands now that this was decided."""

    action: Action
    was: Phase
    lease: Lease


class LeaseStore:
    """One lease by name, for one holder; safe to share between threads. `clock` gives the present moment, aware.

    `new_machine` names the next machine. All raise `specs.store.StoreError`.
    """

    def __init__(  # noqa: PLR0913 - what is shared, and what a test sets
        self,
        engine: Engine,
        holder: Holder,
        policy: LeasePolicy,
        *,
        new_machine: Callable[[], str],
        name: str = "gpu",
        clock: Callable[[], dt.datetime] = utc_now,
    ) -> None:
        self._engine = engine
        self._holder = holder
        self._me = str(holder)
        self._policy = policy
        self._new_machine = new_machine
        self._name = name
        self._clock = clock

    def step(self, depth: int, calls: int, last_call: dt.datetime | None, provision_seconds: float) -> Step:
        """Say that this process lives and what work it has, and write down what it is to do before it is done."""
        with self._locked() as (connection, lease, now):
            sight = Sight(depth, calls, self._standing(lease, now))
            seen = state.touched(lease, sight, now, last_call)
            action = decide(seen, sight, now, self._policy)
            after, cause = self._begun(seen, sight, action, now, provision_seconds)
            self._write(connection, lease, after, now, cause)
        return Step(action, lease.phase, after)

    def renew(self, calls: int, last_call: dt.datetime | None) -> None:
        """Say that this process lives and what work it has, while what it decided is under way."""
        with self._locked() as (connection, lease, now):
            sight = Sight(0, calls, self._standing(lease, now))
            self._write(connection, lease, state.touched(lease, sight, now, last_call), now, "")

    def end(self, begun: Lease, ending: Ending) -> Lease | None:
        """Write down how what was begun came out; None when the lease is another process's by now."""
        with self._locked() as (connection, lease, now):
            if (lease.holder, lease.machine, lease.phase) != (self._me, begun.machine, begun.phase):
                return None
            after = state.ended(lease, ending, now, self._policy)
            self._write(connection, lease, after, now, CAUSES[ending])
        return after

    def leave(self) -> Lease | None:
        """Begin to release the machine of a process that ends; None when it holds none, or others use the machine.

        One that others use is left to them.
        """
        with self._locked() as (connection, lease, now):
            if lease.holder != self._me:
                return None
            sight = Sight(0, 0, "orphaned")
            if decide(lease, sight, now, self._policy) == "adopt":
                left = replace(lease, number=lease.number + 1, holder=None)
                self._write(connection, lease, left, now, "left to those who use it")
                return None
            after = state.releasing(lease, now, self._me)
            self._write(connection, lease, after, now, "its holder ends")
        return after

    def read(self) -> Lease:
        """Return how the lease stands."""
        with reading(self._engine) as connection:
            row = connection.execute(select(_LEASES).where(_LEASES.c.name == self._name)).first()
        return Lease.none(as_utc(self._clock())) if row is None else _lease(row._asdict())

    def events(self) -> tuple[LeaseEvent, ...]:
        """Return every move, the first one first."""
        query = select(_EVENTS).where(_EVENTS.c.lease == self._name).order_by(_EVENTS.c.number)
        with reading(self._engine) as connection:
            return tuple(
                LeaseEvent(row.number, row.phase, row.machine, row.holder, row.cause, row.at)
                for row in connection.execute(query)
            )

    @contextmanager
    def _locked(self) -> Iterator[tuple[Connection, Lease, dt.datetime]]:
        with recording(self._engine) as connection:
            query = select(_LEASES).where(_LEASES.c.name == self._name).with_for_update()
            row = connection.execute(query).first()
            if row is None:
                self._add_first(connection)
                row = connection.execute(query).one()
            # The clock is read under the lock, so that moves are in the order of their moments.
            yield connection, _lease(row._asdict()), as_utc(self._clock())

    def _add_first(self, connection: Connection) -> None:
        """Add the row of a lease that there never was; of two processes that do so at once, one does."""
        dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
        first = {"name": self._name, **asdict(Lease.none(as_utc(self._clock())))}
        connection.execute(dialect.insert(_LEASES).values(first).on_conflict_do_nothing())

    def _standing(self, lease: Lease, now: dt.datetime) -> Standing:
        if lease.holder == self._me:
            return "mine"
        silent = (now - lease.renewed_at).total_seconds()
        is_gone = lease.holder is None or self._holder.knows_gone(lease.holder)
        return "orphaned" if is_gone or silent >= self._policy.holder_seconds else "theirs"

    def _begun(
        self, lease: Lease, sight: Sight, action: Action, now: dt.datetime, provision_seconds: float
    ) -> tuple[Lease, str]:
        if action == "provision":
            settles_at = now + dt.timedelta(seconds=provision_seconds)
            begun = state.provisioning(lease, now, self._me, self._new_machine(), settles_at)
            return begun, f"{sight.depth} wait, {sight.calls} calls"
        if action == "adopt":
            return state.adopted(lease, now, self._me), "its holder is gone, and it is in use"
        if action == "release" and (lease.phase != "releasing" or sight.standing != "mine"):
            causes = {"warming": "it took too long to answer"}
            cause = causes.get(lease.phase, "idle") if sight.standing == "mine" else "its holder is gone"
            return state.releasing(lease, now, self._me), cause
        return lease, ""

    def _write(
        self, connection: Connection, before: Lease, after: Lease, now: dt.datetime, cause: str
    ) -> None:
        """Write the row if anything changed, and the event if the lease moved."""
        if after == before:
            return
        mine = (_LEASES.c.name == self._name) & (_LEASES.c.number == before.number)
        connection.execute(update(_LEASES).where(mine).values(**asdict(after)))
        if after.number != before.number:
            event = {
                "lease": self._name,
                "number": after.number,
                "phase": after.phase,
                # The event that ends a lease names the machine that went.
                "machine": after.machine or before.machine,
                "holder": self._me,
                "cause": cause,
                "at": now,
            }
            connection.execute(insert(_EVENTS), event)


def _lease(row: dict[str, object]) -> Lease:
    del row["name"]
    return Lease(**row)  # type: ignore[arg-type] # the columns are the fields
