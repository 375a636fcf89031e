"""Workflows and corrections in the database: versioned like specs, and kept by engine build and workflow version."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from sqlalchemy import func, insert, select

from align.engines.ids import TEMPLATE
from align.engines.workflows import Workflow
from specs.store.engine import reading, writing
from specs.store.errors import EditRefusedError, StoreUnavailableError
from specs.store.moments import as_utc, utc_now
from specs.store.signing import signed
from specs.store.workflow_tables import CorrectionRow, WorkflowVersion

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Engine

    from align.engines.engine import DraftRequest

_WORKFLOWS = WorkflowVersion.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it
_CORRECTIONS = CorrectionRow.__table__  # type: ignore[attr-defined] # the same


@dataclass(frozen=True, slots=True)
class WorkflowRecord:
    """One stored version of a workflow; without `workflow`, it was withdrawn. The moment is UTC."""

    name: str
    version: int
    workflow: Workflow | None
    author: str
    note: str
    created_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Correction:
    """What an operator made of a body that an engine build wrote by a workflow version (`opener@3`)."""

    decision_id: str
    persona: str
    engine: str
    workflow: str | None
    before: str
    after: str


class WorkflowLibrary:
    """Workflows and corrections of one database; everything raises `specs.store.StoreError`.

    `clock` gives the present moment, aware.
    """

    def __init__(self, engine: Engine, *, clock: Callable[[], dt.datetime] = utc_now) -> None:
        self._engine = engine
        self._clock = clock

    def add(self, document: dict[str, Any], author: str, note: str) -> WorkflowRecord:
        """Append a version of a workflow; the document's own `version` is left out, or is the next one.

        Raises `EditRefusedError` naming each field that is not legal.
        """
        name = document.get("name")
        with writing(self._engine) as connection:
            version = connection.execute(
                select(func.coalesce(func.max(_WORKFLOWS.c.version), 0) + 1).where(
                    _WORKFLOWS.c.name == str(name)
                )
            ).scalar_one()
            given = document.get("version", version)
            if given != version:
                raise EditRefusedError(f"version: the next one of '{name}' is {version}, not {given}")
            workflow = _legal({**document, "version": version})
            if workflow.engine == TEMPLATE:
                raise EditRefusedError("engine: 'template' writes what is stored and runs no steps")
            who, why = signed(author, note)
            values = {
                "name": workflow.name,
                "version": version,
                "document": json.dumps(workflow.model_dump(mode="json"), sort_keys=True),
                "author": who,
                "note": why,
                "created_at": as_utc(self._clock()),
            }
            connection.execute(insert(_WORKFLOWS), values)
        return WorkflowRecord(workflow.name, version, workflow, who, why, values["created_at"])

    def history(self, name: str) -> tuple[WorkflowRecord, ...]:
        """Return every version of a workflow, the first one first."""
        query = select(_WORKFLOWS).where(_WORKFLOWS.c.name == name).order_by(_WORKFLOWS.c.version)
        with reading(self._engine) as connection:
            return tuple(_record(row) for row in connection.execute(query))

    def current(self) -> tuple[Workflow, ...]:
        """Return the last version of every workflow that was not withdrawn, by name."""
        query = select(_WORKFLOWS).order_by(_WORKFLOWS.c.name, _WORKFLOWS.c.version)
        with reading(self._engine) as connection:
            last = {row.name: _record(row) for row in connection.execute(query)}
        return tuple(record.workflow for record in last.values() if record.workflow is not None)

    def withdraw(self, name: str, author: str, note: str) -> None:
        """Append a version without a document; raises `EditRefusedError` where nothing is to be withdrawn."""
        if name not in {workflow.name for workflow in self.current()}:
            raise EditRefusedError(f"there is no workflow '{name}'")
        who, why = signed(author, note)
        with writing(self._engine) as connection:
            version = select(func.max(_WORKFLOWS.c.version) + 1).where(_WORKFLOWS.c.name == name)
            values = {"name": name, "version": connection.execute(version).scalar_one(), "document": None}
            signature = {"author": who, "note": why, "created_at": as_utc(self._clock())}
            connection.execute(insert(_WORKFLOWS), values | signature)

    def correct(self, correction: Correction, author: str, note: str) -> bool:
        """Store a correction; return whether it was new. Raises `EditRefusedError` for one that changes nothing."""
        if correction.before == correction.after:
            raise EditRefusedError("the corrected body is the same as before")
        who, why = signed(author, note)
        told = [correction.decision_id, correction.before, correction.after]
        name = hashlib.sha256(json.dumps(told).encode("ascii")).hexdigest()
        values = {
            "correction_id": name,
            "decision_id": correction.decision_id,
            "persona": correction.persona,
            "engine": correction.engine,
            "workflow": correction.workflow,
            "before": json.dumps(correction.before),
            "after": json.dumps(correction.after),
            "author": who,
            "note": why,
            "created_at": as_utc(self._clock()),
        }
        with writing(self._engine) as connection:
            known = select(_CORRECTIONS.c.id).where(_CORRECTIONS.c.correction_id == name)
            if connection.execute(known).first() is not None:
                return False
            connection.execute(insert(_CORRECTIONS), values)
        return True

    def corrections(
        self, engine: str, workflow: str | None, persona: str, last: int
    ) -> tuple[Correction, ...]:
        """Return the last corrections of what an engine build wrote for a persona by a workflow version (None: by none).

        The oldest first. Nothing of another persona's comes out: a correction may say its facts.
        """
        by = _CORRECTIONS.c.workflow.is_not_distinct_from(workflow)
        return self._corrections(last, _CORRECTIONS.c.engine == engine, _CORRECTIONS.c.persona == persona, by)

    def examples(
        self, engine: str, last: int
    ) -> Callable[[DraftRequest, Workflow | None], tuple[Correction, ...]]:
        """Return what gives a `ServerEngine` the last corrections to show."""

        def shown(request: DraftRequest, workflow: Workflow | None) -> tuple[Correction, ...]:
            return self.corrections(engine, workflow.id if workflow else None, request.persona, last)

        return shown

    def all_corrections(
        self,
        *,
        engine: str | None = None,
        workflow: str | None = None,
        persona: str | None = None,
        last: int | None = None,
    ) -> tuple[Correction, ...]:
        """Return corrections, the oldest first; None is any. A workflow is a version (`opener@3`) or a name, for all of its."""
        conditions = []
        if engine is not None:
            conditions.append(_CORRECTIONS.c.engine == engine)
        if persona is not None:
            conditions.append(_CORRECTIONS.c.persona == persona)
        if workflow is not None:
            column = _CORRECTIONS.c.workflow
            conditions.append((column == workflow) | column.startswith(f"{workflow}@", autoescape=True))
        return self._corrections(last, *conditions)

    def _corrections(self, last: int | None, *conditions: ColumnElement[bool]) -> tuple[Correction, ...]:
        query = select(_CORRECTIONS).where(*conditions).order_by(_CORRECTIONS.c.id.desc()).limit(last)
        with reading(self._engine) as connection:
            rows = connection.execute(query).all()
        return tuple(
            Correction(
                row.decision_id,
                row.persona,
                row.engine,
                row.workflow,
                json.loads(row.before),
                json.loads(row.after),
            )
            for row in reversed(rows)
        )


def _record(row: Any) -> WorkflowRecord:  # noqa: ANN401 - a row of the database
    workflow = None if row.document is None else Workflow.model_validate(json.loads(row.document))
    return WorkflowRecord(row.name, row.version, workflow, row.author, row.note, row.created_at)


class CurrentWorkflows:
    """The workflows that hold whenever one asks; while the database is away, those that were there before.

    Raises `StoreError` when it is made and there is nothing before.
    """

    def __init__(self, library: WorkflowLibrary) -> None:
        self._library = library
        self._last = library.current()

    def __call__(self) -> tuple[Workflow, ...]:
        """Return them; blocks."""
        with suppress(StoreUnavailableError):
            self._last = self._library.current()
        return self._last


def _legal(document: dict[str, Any]) -> Workflow:
    try:
        return Workflow.model_validate(document)
    except ValidationError as error:
        lines = [
            f"  {'.'.join(map(str, problem['loc'])) or 'workflow'}: {problem['msg'].removeprefix('Value error, ')}"
            for problem in error.errors(include_url=False)
        ]
        raise EditRefusedError("\n".join(["the workflow would not be legal:", *lines])) from None
