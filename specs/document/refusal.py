"""How a validator says no: with a message, with what is legal, and with as many places as it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Iterable

REFUSED = "spec_refused"
"""The error type that `specs.document.explain` unpacks."""


class Objection(NamedTuple):
    """One reason to refuse, at `location` counted from the value under validation."""

    location: tuple[str | int, ...]
    message: str
    value: object = None
    legal: str | None = None


class Objections(tuple[Objection, ...]):
    """Objections on their way through pydantic, which would write out whatever values they hold."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return their number alone: a value can be too deep or too long to write out."""
        return f"{len(self)} objections"


def refusal(message: str, value: object = None, legal: str | None = None) -> PydanticCustomError:
    """Return the error to raise for the value under validation itself."""
    return refusals([Objection((), message, value, legal)])


def refusals(objections: Iterable[Objection]) -> PydanticCustomError:
    """Return the error to raise for one or more places inside the value under validation."""
    found = Objections(objection._replace(message=_encodable(objection.message)) for objection in objections)
    text = "; ".join(objection.message for objection in found)
    return PydanticCustomError(REFUSED, "{text}", {"text": text, "objections": found})


def _encodable(text: str) -> str:
    """Return a message with half surrogate pairs escaped: it may quote any text, and pydantic encodes it."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
