"""What the calls of a piece of work cost so far, also where it is broken off before it can say so itself."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from align.harness.usage import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Spent:
    """What was spent by now."""

    usage: Usage = field(default_factory=Usage)


_COUNTING: Final[ContextVar[tuple[Spent, ...]]] = ContextVar("align_spending", default=())
"""Those who count in this task. Tasks that it starts count for them as well."""


@contextmanager
def spending() -> Iterator[Spent]:
    """Count what is spent in this context, by this task and those that it starts; such contexts may lie in each other."""
    spent = Spent()
    token = _COUNTING.set((*_COUNTING.get(), spent))
    try:
        yield spent
    finally:
        with suppress(ValueError):  # a coroutine whose loop is gone is closed in another context
            _COUNTING.reset(token)


def spend(usage: Usage) -> None:
    """Tell all who count that this was spent."""
    for spent in _COUNTING.get():
        spent.usage += usage
