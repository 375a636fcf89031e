"""What an operator's revision can do: `op.add_persona`, `op.revise_facts` and `op.retire_persona`."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from alembic.operations import MigrateOperation, Operations

from specs.store import ledger
from specs.store.checks import Checks
from specs.store.errors import EditRefusedError, StoreError
from specs.store.ledger import Edit
from specs.store.moments import as_utc, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


@Operations.register_operation("revise_facts")
class ReviseFacts(MigrateOperation):
    """An edit of a persona's facts, checked and appended when the revision runs."""

    def __init__(self, persona: str, edit: Edit) -> None:
        self.persona = persona
        self.edit = edit

    @classmethod
    def revise_facts(  # noqa: PLR0913 - each is said by name in a revision
        cls,
        operations: Operations,
        persona: str,
        changes: Mapping[str, Any],
        *,
        note: str,
        author: str,
        was: Mapping[str, Any] | None = None,
        against: str | None = None,
        effective: str | None = None,
        revision: str | None = None,
    ) -> Any:  # noqa: ANN401 - Alembic's own
        """Append a version of the persona's facts with each path set to its value; None takes a field out.

        `was` are the values that stood at these paths, `against` the digest of the document that the edit was made
        on; where given and no longer so, the edit is refused. `effective` is a date (`2026-12-01`, its
        first minute where the persona is) or a time with its offset. Raises what `specs.store.ledger.revise` does.
        """
        edit = Edit(changes, author, note, parse_effective(effective), against, was or {}, revision)
        return operations.invoke(cls(persona, edit))


@Operations.register_operation("add_persona")
class AddPersona(MigrateOperation):
    """A new persona, with its first facts."""

    def __init__(self, document: Mapping[str, Any], edit: Edit) -> None:
        self.document = document
        self.edit = edit

    @classmethod
    def add_persona(  # noqa: PLR0913 - each is said by name in a revision
        cls,
        operations: Operations,
        document: Mapping[str, Any],
        *,
        note: str,
        author: str,
        effective: str | None = None,
        revision: str | None = None,
    ) -> Any:  # noqa: ANN401 - Alembic's own
        """Append the first version of a persona; raises what `specs.store.ledger.add_persona` does."""
        edit = Edit({}, author, note, parse_effective(effective), revision=revision)
        return operations.invoke(cls(document, edit))


@Operations.register_operation("retire_persona")
class RetirePersona(MigrateOperation):
    """A persona taken out, with its history kept."""

    def __init__(self, persona: str, edit: Edit) -> None:
        self.persona = persona
        self.edit = edit

    @classmethod
    def retire_persona(  # noqa: PLR0913 - each is said by name in a revision
        cls,
        operations: Operations,
        persona: str,
        *,
        note: str,
        author: str,
        effective: str | None = None,
        revision: str | None = None,
    ) -> Any:  # noqa: ANN401 - Alembic's own
        """Append a version without facts; raises what `specs.store.ledger.retire_persona` does."""
        edit = Edit({}, author, note, parse_effective(effective), revision=revision)
        return operations.invoke(cls(persona, edit))


@Operations.implementation_for(ReviseFacts)
def _revise_facts(operations: Operations, operation: ReviseFacts) -> None:
    _refuse_offline(operations)
    checks, clock = _lent(operations)
    connection = operations.get_bind()
    with _named(operation.edit):
        ledger.revise(connection, operation.persona, operation.edit, now=as_utc(clock()), checks=checks)


@Operations.implementation_for(AddPersona)
def _add_persona(operations: Operations, operation: AddPersona) -> None:
    _refuse_offline(operations)
    checks, clock = _lent(operations)
    connection = operations.get_bind()
    with _named(operation.edit):
        ledger.add_persona(connection, operation.document, operation.edit, now=as_utc(clock()), checks=checks)


@Operations.implementation_for(RetirePersona)
def _retire_persona(operations: Operations, operation: RetirePersona) -> None:
    _refuse_offline(operations)
    _checks, clock = _lent(operations)
    with _named(operation.edit):
        ledger.retire_persona(operations.get_bind(), operation.persona, operation.edit, now=as_utc(clock()))


@contextmanager
def _named(edit: Edit) -> Iterator[None]:
    """Say which revision it is that the store refuses."""
    try:
        yield
    except StoreError as error:
        if edit.revision is not None:
            error.args = (f"{error}\n  (revision {edit.revision}; nothing was applied)",)
        raise


def parse_effective(text: str | None) -> dt.date | dt.datetime | None:
    """Return the date or moment in a text; raises `EditRefusedError` for any other text."""
    if text is None:
        return None
    try:
        return (
            dt.date.fromisoformat(text) if len(text) == len("2026-12-01") else dt.datetime.fromisoformat(text)
        )
    except ValueError:
        legal = "write 2026-12-01, or 2026-12-01T09:00+01:00"
        raise EditRefusedError(f"'{text}' is no date or time; {legal}") from None


def _refuse_offline(operations: Operations) -> None:
    if operations.get_context().as_sql:
        raise StoreError(
            "an edit of facts reads the document that it changes, so it cannot be written as SQL ahead of time;"
            " write only the tables with: align db upgrade schema@head --sql"
        )


def _lent(operations: Operations) -> tuple[Checks, Callable[[], dt.datetime]]:
    """Return the checks and the clock that the environment was given."""
    options = operations.get_context().opts
    return options.get("store_checks") or Checks(), options.get("store_clock") or utc_now
