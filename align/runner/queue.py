"""Candidates that wait in the database, taken by one worker at a time."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from sqlalchemy import and_, func, insert, select, update

from align.audit.documents import candidate_json
from align.audit.words import digest_of_text, escaped, indexed
from align.gate.candidate import candidate_of
from align.runner.ports import LeaseLostError, Outgoing
from specs.document.text import LEGAL_PERSONA, is_persona_key
from specs.store.engine import reading, recording
from specs.store.errors import StoreError
from specs.store.moments import as_utc, utc_now
from specs.store.queue_tables import CandidateRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import ColumnElement, Connection, Engine, Row

    from align.gate.candidate import Candidate
    from align.runner.advance import Status

    QueueStatus: TypeAlias = Status | Literal["queued", "taken", "sending", "failed", "reviewed", "rejected"]

MAX_ID_CHARS: Final = 128
OPEN: Final = ("queued", "taken", "sending")
"""What may be taken: new, begun, and begun to be sent; the latter two once their lease is over."""

_ENDED: Final = ("held", "failed")
_TABLE = CandidateRow.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it


@dataclass(frozen=True, slots=True)
class QueueSettings:
    """Seconds for which a candidate is whose that took it, and how often it is taken before it counts as failed.

    `masked` erases the words of a candidate as soon as it is dispatched.
    """

    lease_seconds: float = 60.0
    max_takes: int = 12
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """A candidate that is this worker's as long as its lease lasts.

    `outgoing` is set when somebody had begun to send it. `takes` counts this take and those that came to no end.
    """

    candidate: Candidate = field(repr=False)
    lease: str
    takes: int
    outgoing: Outgoing | None = None


@dataclass(frozen=True, slots=True)
class QueuedCandidate:
    """Where a candidate stands; `body` is the one that waits for a person (`pending_review`).

    `available_at` is when it may be taken (again). `candidate` is None where its words are erased.
    """

    persona: str
    id: str
    status: QueueStatus
    takes: int
    decision_id: str | None
    cause: str | None
    queued_at: dt.datetime
    changed_at: dt.datetime
    available_at: dt.datetime
    candidate: Candidate | None = field(default=None, repr=False)
    body: str | None = field(default=None, repr=False)


class CandidateQueue:
    """Candidates in a database, shared by workers in any number of threads and processes.

    The rows change: they are work on its way, and what must be kept of it is in the decisions. A candidate is taken
    under a lease; whoever lost it can write no more. `clock` gives the present moment, aware; machines that share a
    queue share the time. Everything raises `StoreError` when the database cannot be used.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        settings: QueueSettings | None = None,
        clock: Callable[[], dt.datetime] = utc_now,
        new_lease: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self.engine = engine
        self.settings = settings or QueueSettings()
        self._clock = clock
        self._new_lease = new_lease

    def add(self, candidates: Iterable[Candidate]) -> int:
        """Queue candidates, all or none; those that are queued already stay as they are. Returns how many are new.

        Raises `StoreError` for a persona or an id that none can have, and for another candidate under an id that the
        persona has given to one.
        """
        new = 0
        with recording(self.engine) as connection:
            for candidate in candidates:
                new += self._add(connection, candidate)
        return new

    def take(self) -> Taken | None:
        """Take the candidate that has waited longest, None when there is none to take.

        Nobody else gets it while the lease lasts. One that was taken too often without an end is set to `failed`.
        """
        while True:
            with recording(self.engine) as connection:
                row = self._next(connection)
                if row is None:
                    return None
                if row.takes < self.settings.max_takes:
                    return self._take(connection, row)
                cause = row.cause or f"taken {row.takes} times without an end"
                self._change(connection, row.id, status="failed", lease=None, cause=cause)

    def renew(self, taken: Taken) -> None:
        """Begin the lease anew; raises `LeaseLostError`."""
        self._owned(taken, available_at=self._lease_end())

    def sending(self, taken: Taken, outgoing: Outgoing) -> None:
        """Keep what is about to be sent, so that whoever takes over sends the same; raises `LeaseLostError`."""
        kept = {
            "key": outgoing.key,
            "decision_id": outgoing.decision_id,
            "body": outgoing.body,
            "receipt": outgoing.receipt,
        }
        self._owned(
            taken,
            status="sending",
            outgoing=json.dumps(kept),
            decision_id=escaped(outgoing.decision_id),
            available_at=self._lease_end(),
        )

    def finish(
        self,
        taken: Taken,
        status: Status | Literal["failed"],
        decision_id: str | None = None,
        *,
        cause: str | None = None,
        body: str | None = None,
    ) -> None:
        """Say what became of a candidate; `body` is the one that waits for a person. Raises `LeaseLostError`."""
        values: dict[str, Any] = {"status": status, "lease": None, "cause": cause}
        if decision_id is not None:
            values["decision_id"] = escaped(decision_id)
        if status != "failed":
            # A failed one keeps what was being sent, so that it goes on from there when it is queued again.
            values["outgoing"] = None if body is None else json.dumps({"body": body})
        if status == "dispatched" and self.settings.masked:
            values["words"] = None
        self._owned(taken, **values)

    def defer(self, taken: Taken, seconds: float, cause: str | None = None, *, counts: bool = True) -> None:
        """Give a candidate back, to be taken again after so many seconds; raises `LeaseLostError`.

        What is no fault of its own does not count among its takes.
        """
        later = as_utc(self._clock()) + dt.timedelta(seconds=seconds)
        takes = taken.takes if counts else taken.takes - 1
        self._owned(taken, lease=None, available_at=later, cause=cause, takes=takes)

    def requeue(self, persona: str, candidate_id: str) -> None:
        """Queue a held or failed candidate again; raises `StoreError` for any other."""
        now = as_utc(self._clock())
        values = {"takes": 0, "cause": None, "available_at": now, "changed_at": now}
        mine = _named(persona, candidate_id)
        ended = _TABLE.c.status.in_(_ENDED) & _TABLE.c.words.is_not(None)
        with recording(self.engine) as connection:
            done = connection.execute(update(_TABLE).where(mine, ended).values(status="queued", **values))
        if done.rowcount != 1:
            raise StoreError(
                f"no held or failed candidate '{candidate_id}' of '{persona}' whose words are kept"
            )

    def get(self, persona: str, candidate_id: str) -> QueuedCandidate | None:
        """Return where a candidate stands, None for one that was never queued."""
        with reading(self.engine) as connection:
            query = select(_TABLE).where(_named(persona, candidate_id))
            row = connection.execute(query).first()
        return None if row is None else _queued(row)

    def find(
        self, status: QueueStatus | None = None, *, persona: str | None = None, limit: int = 100
    ) -> tuple[QueuedCandidate, ...]:
        """Return the candidates that stand there, of one persona or of all, the oldest first."""
        query = select(_TABLE).order_by(_TABLE.c.id).limit(limit)
        if status is not None:
            query = query.where(_TABLE.c.status == status)
        if persona is not None:
            query = query.where(_TABLE.c.persona == indexed(persona, 64))
        with reading(self.engine) as connection:
            return tuple(_queued(row) for row in connection.execute(query))

    def counts(self) -> dict[str, int]:
        """Return how many candidates stand where."""
        query = select(_TABLE.c.status, func.count()).group_by(_TABLE.c.status).order_by(_TABLE.c.status)
        with reading(self.engine) as connection:
            return {row[0]: row[1] for row in connection.execute(query)}

    def prune(self, before: dt.datetime) -> int:
        """Erase the words of candidates that came to an end before a moment with an offset; returns how many.

        Those that wait for a person are kept.
        """
        old = _TABLE.c.status.in_(("dispatched", "rejected", *_ENDED)) & (
            _TABLE.c.changed_at < as_utc(before)
        )
        erase = update(_TABLE).where(old, _TABLE.c.words.is_not(None)).values(words=None, outgoing=None)
        with recording(self.engine, patience="endless") as connection:
            return connection.execute(erase).rowcount

    def _add(self, connection: Connection, candidate: Candidate) -> bool:
        name = escaped(candidate.id)
        if not 0 < len(name) <= MAX_ID_CHARS:
            raise StoreError(f"the id of a candidate has 1 to {MAX_ID_CHARS} characters")
        if not is_persona_key(candidate.persona):
            raise StoreError(f"candidate '{candidate.id}': a persona's name is {LEGAL_PERSONA}")
        words = json.dumps(candidate_json(candidate))
        digest = digest_of_text(words)
        query = select(_TABLE.c.digest).where(_named(candidate.persona, candidate.id))
        stored = connection.execute(query).scalar_one_or_none()
        if stored not in (None, digest):
            told = f"another candidate of '{candidate.persona}' is queued under the id '{candidate.id}'"
            raise StoreError(told)
        if stored is not None:
            return False
        now = as_utc(self._clock())
        row = {
            "persona": candidate.persona,
            "candidate_id": name,
            "digest": digest,
            "words": words,
            "status": "queued",
            "takes": 0,
            "available_at": now,
            "queued_at": now,
            "changed_at": now,
        }
        connection.execute(insert(_TABLE), row)
        return True

    def _next(self, connection: Connection) -> Row[Any] | None:
        """Return the row to take, locked; on PostgreSQL past those that others are taking at this moment."""
        ready = _TABLE.c.status.in_(OPEN) & (_TABLE.c.available_at <= as_utc(self._clock()))
        query = select(_TABLE).where(ready).order_by(_TABLE.c.available_at, _TABLE.c.id).limit(1)
        return connection.execute(query.with_for_update(skip_locked=True)).first()

    def _take(self, connection: Connection, row: Row[Any]) -> Taken:
        lease = self._new_lease()
        candidate = candidate_of(json.loads(row.words))
        kept = None if row.outgoing is None else json.loads(row.outgoing)
        self._change(
            connection,
            row.id,
            status="taken" if kept is None else "sending",
            lease=lease,
            takes=row.takes + 1,
            available_at=self._lease_end(),
        )
        outgoing = None if kept is None else _outgoing(candidate, kept)
        return Taken(candidate, lease, row.takes + 1, outgoing)

    def _lease_end(self) -> dt.datetime:
        return as_utc(self._clock()) + dt.timedelta(seconds=self.settings.lease_seconds)

    def _change(self, connection: Connection, number: int, **values: Any) -> None:  # noqa: ANN401 - columns
        changed = {"changed_at": as_utc(self._clock()), **values}
        connection.execute(update(_TABLE).where(_TABLE.c.id == number).values(**changed))

    def _owned(self, taken: Taken, **values: Any) -> None:  # noqa: ANN401 - columns
        """Change the row of a candidate whose lease this worker still has."""
        mine = _named(taken.candidate.persona, taken.candidate.id) & (_TABLE.c.lease == taken.lease)
        changed = {"changed_at": as_utc(self._clock()), **values}
        with recording(self.engine) as connection:
            done = connection.execute(update(_TABLE).where(mine).values(**changed))
        if done.rowcount != 1:
            raise LeaseLostError(f"another worker has the candidate '{taken.candidate.id}' by now")


def _named(persona: str, candidate_id: str) -> ColumnElement[bool]:
    return and_(_TABLE.c.persona == indexed(persona, 64), _TABLE.c.candidate_id == escaped(candidate_id))


def _outgoing(candidate: Candidate, kept: dict[str, Any]) -> Outgoing:
    """Return what was being sent; before keys named the persona, the key was the id alone and was not kept."""
    key = kept.pop("key", candidate.id)
    outgoing = Outgoing(candidate.id, candidate.persona, **kept)
    return outgoing if outgoing.key == key else replace(outgoing, begun_as=key)


def _queued(row: Row[Any]) -> QueuedCandidate:
    waits = row.status == "pending_review" and row.outgoing is not None
    return QueuedCandidate(
        row.persona,
        json.loads(f'"{row.candidate_id}"'),
        row.status,
        row.takes,
        row.decision_id,
        row.cause,
        row.queued_at,
        row.changed_at,
        row.available_at,
        None if row.words is None else candidate_of(json.loads(row.words)),
        json.loads(row.outgoing)["body"] if waits else None,
    )
