"""What can go wrong in the spec store, each with what to do about it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from specs.document.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class StoreError(Exception):
    """Something the store refuses, or cannot do; its text is for people and says what to do."""


class UnknownPersonaError(StoreError):
    """No facts are stored under this key, or none had begun by the moment that was asked for."""

    def __init__(self, persona: str, known: Sequence[str] = (), when: str | None = None) -> None:
        self.persona = persona
        moment = f" at {when}" if when else ""
        meant = "" if persona in known else did_you_mean(persona, known)
        super().__init__(f"no facts of '{persona}'{moment} in the store{meant}")


class UnknownSpecError(StoreError):
    """No stored spec of the persona has this digest."""

    def __init__(self, persona: str, digest: str) -> None:
        super().__init__(f"no stored spec of '{persona}' has the digest {digest[:12]}")


class EditRefusedError(StoreError):
    """The edited document would not be legal, or says nothing new; nothing was stored."""


class EditConflictError(StoreError):
    """The facts changed since the edit was written, or a later version disagrees; nothing was stored."""


class StoreUnavailableError(StoreError):
    """The database cannot be reached or used at present; `hint` says what to do."""

    def __init__(self, reason: str, hint: str) -> None:
        self.reason = reason
        self.hint = hint
        super().__init__(f"{reason}; {hint}")


class SchemaMissingError(StoreUnavailableError):
    """The database has no tables of the store, or those of another version."""

    def __init__(self) -> None:
        super().__init__("the database has no tables of this version", "run: align db upgrade")


_LOCKED = ("database is locked", "database table is locked", "lock timeout", "could not obtain lock")
_FULL = ("disk is full", "no space left", "disk full", "disk quota", "sqlite_ioerr_shmsize")
_BROKEN = ("disk i/o error", "malformed", "not a database")
_NO_TABLE = ("no such table", "no such column", "undefinedtable", "undefinedcolumn")
_READ_ONLY = ("readonly database", "read-only transaction", "permission denied")


def explain(error: DBAPIError) -> StoreError:
    """Return the store's error for one of the database driver's."""
    cause = " ".join(str(error.orig).split())
    name = getattr(error.orig, "sqlite_errorname", "")
    seen = f"{type(error.orig).__name__} {name} {cause}".casefold()
    if isinstance(error, IntegrityError) and "unique" in seen:
        return EditConflictError("somebody stored the same version at the same moment; try again")
    if any(mark in seen for mark in _LOCKED):
        return StoreUnavailableError("the database is locked by another writer", "try again in a moment")
    if any(mark in seen for mark in _FULL):
        return StoreUnavailableError("the disk is full", "free space and try again; nothing was stored")
    if any(mark in seen for mark in _NO_TABLE):
        return SchemaMissingError()
    if any(mark in seen for mark in _READ_ONLY):
        return StoreUnavailableError(f"the database refuses writes ({cause})", "check its permissions")
    if "append-only" in seen:
        return StoreError(cause)
    if any(mark in seen for mark in _BROKEN):
        told = f"the database's file is damaged, or its disk is ({cause})"
        return StoreUnavailableError(told, "check the disk, and bring the file back from a copy")
    if error.connection_invalidated or isinstance(error, OperationalError):
        return StoreUnavailableError(f"the database cannot be used ({cause})", "see: align db check")
    return StoreError(f"the database refused ({cause})")


@contextmanager
def explained() -> Iterator[None]:
    """Turn the database driver's errors into the store's."""
    try:
        yield
    except UnicodeEncodeError:
        raise StoreError("half of a surrogate pair is no text that the store can hold or look for") from None
    except DBAPIError as error:
        raise explain(error) from error
    except PoolTimeoutError as error:
        raise StoreUnavailableError(
            "this process has too many uses of the database at once", "try again in a moment"
        ) from error
