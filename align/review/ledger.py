"""Reviews in the database: open cases read, and what people do about them written, once."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, exists, insert, select, text, update

from align.audit.queries import DECISIONS
from align.audit.words import escaped
from align.review.actions import Action
from align.review.cases import case_of
from align.review.errors import AlreadyDecidedError, NotOpenError, ReviewError, UnknownCaseError
from align.review.queries import ACTIONS, QUEUE, STEPS, WORDS, cases_query, open_cases, under_way
from align.runner.queue import OPEN
from specs.store.engine import reading, recording
from specs.store.errors import EditConflictError
from specs.store.moments import as_utc, utc_now
from specs.store.signing import signed

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Mapping, Sequence

    from sqlalchemy import Connection, Engine, Row

    from align.review.actions import Deed, EndStatus
    from align.review.cases import Case

_CHUNK: Final = 400
"""Ids in one query, and actions in one transaction."""


class ReviewLedger:
    """Open cases, and the actions on them; safe to share between threads and processes.

    Each case is closed once: of two who act on it one wins, and the other is told who and when. `masked` keeps no words
    of what was sent longer than it takes to send it. Everything raises `StoreError` when the database cannot be used.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        masked: bool = False,
        clock: Callable[[], dt.datetime] = utc_now,
        new_id: Callable[[], str] = lambda: uuid.uuid4().hex,
    ) -> None:
        self.engine = engine
        self.masked = masked
        self._clock = clock
        self._new_id = new_id

    def cases(
        self, personas: Collection[str] | None = None, *, after: int = 0, limit: int = 50
    ) -> tuple[Case, ...]:
        """Return open cases, the longest waiting first, from behind the case with the number `after`."""
        query = cases_query(personas).where(DECISIONS.c.id > after).order_by(DECISIONS.c.id).limit(limit)
        with reading(self.engine) as connection:
            return tuple(case_of(row) for row in connection.execute(query))

    def cases_by_id(self, ids: Sequence[str], personas: Collection[str] | None = None) -> tuple[Case, ...]:
        """Return those of the cases that are open, the longest waiting first."""
        found: list[Case] = []
        with reading(self.engine) as connection:
            for begin in range(0, len(ids), _CHUNK):
                names = [escaped(name) for name in ids[begin : begin + _CHUNK]]
                query = cases_query(personas, is_named=True).where(DECISIONS.c.decision_id.in_(names))
                found += [case_of(row) for row in connection.execute(query)]
        return tuple(sorted(found, key=lambda case: case.number))

    def case(self, decision_id: str, personas: Collection[str] | None = None) -> Case:
        """Return an open case.

        Raises `AlreadyDecidedError`, `NotOpenError` for one that waits no more, and `UnknownCaseError` for another.
        """
        found = self.cases_by_id([decision_id], personas)
        if found:
            return found[0]
        with reading(self.engine) as connection:
            self._refuse_closed(connection, decision_id, personas)
        raise AssertionError

    def close(self, case: Case, deed: Deed) -> Action:
        """Record the action that closes a case, and take its candidate out of the queue.

        Raises `AlreadyDecidedError` or `NotOpenError` when the case is open no more, and `EditRefusedError` for an
        author or reason that cannot be stored; nothing is recorded then.
        """
        try:
            with recording(self.engine) as connection:
                return self._close(connection, case, deed)
        except EditConflictError:
            with reading(self.engine) as connection:
                self._refuse_closed(connection, case.id)
            raise

    def close_all(
        self, cases: Sequence[Case], deed: Deed
    ) -> tuple[tuple[Action, ...], tuple[tuple[str, str], ...]]:
        """Do to many cases what `close` does to one; return the actions, and the ids of the others, each with why."""
        actions: list[Action] = []
        left: list[tuple[str, str]] = []
        for begin in range(0, len(cases), _CHUNK):
            chunk = cases[begin : begin + _CHUNK]
            try:
                closed, refused = self._close_chunk(chunk, deed)
            except EditConflictError:
                # Somebody closed one of them at this very moment: each by itself, then.
                parts = [self._close_alone(case, deed) for case in chunk]
                closed = [part for part in parts if isinstance(part, Action)]
                refused = [part for part in parts if not isinstance(part, Action)]
            actions += closed
            left += refused
        return tuple(actions), tuple(left)

    def note(self, cases: Sequence[Case], deed: Deed) -> tuple[Action, ...]:
        """Record an action that leaves its cases open, on each of them: all or none."""
        with recording(self.engine) as connection:
            return tuple(self._write(connection, case, deed) for case in cases)

    def sending(self, action_id: str, outgoing: Mapping[str, Any], new_decision_id: str) -> None:
        """Write down what is about to be sent, so that whoever takes over sends the same."""
        with recording(self.engine) as connection:
            if _step(connection, action_id, "sending") is None:
                self._step(connection, action_id, "sending", new_decision_id=escaped(new_decision_id))
                self._keep(connection, action_id, "outgoing", outgoing)

    def ended(
        self, action: Action, status: EndStatus, new_decision_id: str | None, cause: str | None
    ) -> None:
        """Write down what became of a body that a person sends, and say so in the queue; the first word counts."""
        name = None if new_decision_id is None else escaped(new_decision_id)
        with recording(self.engine) as connection:
            if _step(connection, action.id, "ended") is not None:
                return
            self._step(connection, action.id, "ended", status=status, new_decision_id=name, cause=cause)
            mine = (QUEUE.c.candidate_id == action.candidate_id) & (QUEUE.c.decision_id == action.decision_id)
            moved = update(QUEUE).where(mine, QUEUE.c.status == "reviewed")
            now = as_utc(self._clock())
            values: dict[str, Any] = {"status": status, "cause": cause, "changed_at": now, "outgoing": None}
            if name is not None:
                values["decision_id"] = name
            if status == "dispatched" and self.masked:
                values["words"] = None
            connection.execute(moved.values(**values))
            erased = delete(WORDS).where(WORDS.c.action_id == action.id)
            if not self.masked:
                erased = erased.where(WORDS.c.part == "outgoing")
            connection.execute(erased)

    def words_of(self, action: Action) -> dict[str, Any]:
        """Return what is kept of an action's words, by part: `candidate` and `outgoing`."""
        with reading(self.engine) as connection:
            rows = connection.execute(select(WORDS).where(WORDS.c.action_id == action.id))
            return {row.part: json.loads(row.words) for row in rows}

    def unfinished(
        self, before: dt.datetime, *, after: Action | None = None, limit: int = 100
    ) -> tuple[Action, ...]:
        """Return the actions of before a moment whose body is still on its way, the oldest first, from behind `after`."""
        query = select(ACTIONS).where(under_way(), ACTIONS.c.acted_at <= as_utc(before))
        if after is not None:
            last = select(ACTIONS.c.id).where(ACTIONS.c.action_id == after.id)
            query = query.where(ACTIONS.c.id > last.scalar_subquery())
        with reading(self.engine) as connection:
            rows = connection.execute(query.order_by(ACTIONS.c.id).limit(limit))
            return tuple(Action.of(row) for row in rows)

    def actions_on(self, decision_id: str) -> tuple[Action, ...]:
        """Return what was done about a decision, in order."""
        query = select(ACTIONS).where(ACTIONS.c.decision_id == escaped(decision_id)).order_by(ACTIONS.c.id)
        with reading(self.engine) as connection:
            return tuple(Action.of(row) for row in connection.execute(query))

    def prune(self, before: dt.datetime) -> int:
        """Erase the words of actions recorded before a moment with an offset; returns of how many.

        Those whose body is on its way are kept.
        """
        done = ~exists().where(ACTIONS.c.action_id == WORDS.c.action_id, under_way())
        old = WORDS.c.recorded_at < as_utc(before)
        with recording(self.engine) as connection:
            if self.engine.dialect.name == "sqlite":
                connection.execute(text("PRAGMA secure_delete=ON"))
            return connection.execute(delete(WORDS).where(old, done)).rowcount

    def _close(self, connection: Connection, case: Case, deed: Deed) -> Action:
        is_open = select(DECISIONS.c.id).where(
            DECISIONS.c.decision_id == escaped(case.id), open_cases(is_named=True)
        )
        if connection.execute(is_open).first() is None:
            self._refuse_closed(connection, case.id)
        action = self._write(connection, case, deed)
        self._take_out(connection, action)
        return action

    def _close_chunk(self, cases: Sequence[Case], deed: Deed) -> tuple[list[Action], list[tuple[str, str]]]:
        """Close cases in one transaction, each as if it were alone."""
        closed: list[Action] = []
        refused: list[tuple[str, str]] = []
        with recording(self.engine) as connection:
            for case in cases:
                try:
                    with connection.begin_nested():
                        closed.append(self._close(connection, case, deed))
                except ReviewError as error:
                    refused.append((case.id, str(error)))
        return closed, refused

    def _close_alone(self, case: Case, deed: Deed) -> Action | tuple[str, str]:
        try:
            return self.close(case, deed)
        except ReviewError as error:
            return case.id, str(error)

    def _refuse_closed(
        self, connection: Connection, decision_id: str, personas: Collection[str] | None = None
    ) -> None:
        """Raise the error that says why a case is not open."""
        name = escaped(decision_id)
        known = connection.execute(select(DECISIONS).where(DECISIONS.c.decision_id == name)).first()
        whose = None if known is None else json.loads(known.document)["candidate"]["persona"]
        if known is None or (personas is not None and whose not in personas):
            raise UnknownCaseError(f"there is no case '{decision_id}'")
        query = select(ACTIONS).where(ACTIONS.c.decision_id == name, ACTIONS.c.is_closing)
        first = connection.execute(query).first()
        if first is not None:
            raise AlreadyDecidedError(first.kind, first.author, first.acted_at)
        same = (DECISIONS.c.candidate_id == known.candidate_id, DECISIONS.c.persona == known.persona)
        newer = select(DECISIONS.c.decision_id).where(*same, DECISIONS.c.id > known.id)
        later = connection.execute(newer.order_by(DECISIONS.c.id.desc()).limit(1)).scalar_one_or_none()
        if later is not None:
            raise NotOpenError(f"the candidate went through the gate again since: decision {later}")
        raise NotOpenError("the candidate is on its way, or was sent: nobody has to decide about it")

    def _write(self, connection: Connection, case: Case, deed: Deed) -> Action:
        author, reason = signed(deed.author, deed.reason or deed.kind.replace("_", " "))
        where = DECISIONS.c.decision_id == escaped(case.id)
        query = select(DECISIONS.c.candidate_id, DECISIONS.c.persona).where(where)
        named = connection.execute(query).one()
        shown = None if case.shown is None else case.tried[case.shown].body_digest
        values = {
            "action_id": self._new_id(),
            "decision_id": escaped(case.id),
            "candidate_id": named.candidate_id,
            "persona": named.persona,
            "kind": deed.kind,
            "is_closing": deed.is_closing,
            "author": author,
            "reason": reason,
            "cause": deed.cause,
            "body_digest": deed.body_digest or shown,
            "spec_digest": deed.spec_digest,
            "detail": json.dumps(deed.detail, sort_keys=True),
            "acted_at": as_utc(self._clock()),
        }
        connection.execute(insert(ACTIONS), values)
        if deed.words is not None:
            self._keep(connection, values["action_id"], "candidate", deed.words)
        of = ACTIONS.c.action_id == values["action_id"]
        return Action.of(connection.execute(select(ACTIONS).where(of)).one())

    def _take_out(self, connection: Connection, action: Action) -> None:
        """Say in the queue that a person decided; raises `NotOpenError` when somebody queued it again meanwhile."""
        mine = (QUEUE.c.candidate_id == action.candidate_id) & (QUEUE.c.decision_id == action.decision_id)
        status = "reviewed" if action.is_sending else "rejected"
        cause = f"{action.kind} by {action.author}"
        values = {"status": status, "cause": cause, "changed_at": action.acted_at}
        free = mine & QUEUE.c.status.not_in(OPEN)
        if connection.execute(update(QUEUE).where(free).values(**values)).rowcount:
            return
        if connection.execute(select(QUEUE.c.id).where(mine)).first() is not None:
            raise NotOpenError("the candidate was queued again and is on its way")

    def _step(self, connection: Connection, action_id: str, step: str, **values: str | None) -> None:
        row = {"action_id": action_id, "step": step, "stepped_at": as_utc(self._clock()), **values}
        connection.execute(insert(STEPS), row)

    def _keep(self, connection: Connection, action_id: str, part: str, words: Mapping[str, Any]) -> None:
        row = {"action_id": action_id, "part": part, "words": json.dumps(words)}
        connection.execute(insert(WORDS), {**row, "recorded_at": as_utc(self._clock())})


def _step(connection: Connection, action_id: str, step: str) -> Row[Any] | None:
    query = select(STEPS).where(STEPS.c.action_id == action_id, STEPS.c.step == step)
    return connection.execute(query).first()
