"""PostgreSQL connections that do not wait for ever for a server that is there and says nothing.

A server that hangs keeps its sockets open and enforces none of its own limits, so the limit is on this side, of every
wait for an answer. The driver must be installed to import this.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, TypeVar

import psycopg
from psycopg.waiting import Ready

from specs.store.patience import DEFAULT_ANSWER_SECONDS

if TYPE_CHECKING:
    from psycopg.abc import PQGen

    from specs.store.patience import AnswerSeconds, Patience

T = TypeVar("T")


class AnsweringConnection(psycopg.Connection[Any]):
    """A connection that is closed when the server says nothing for as long as `patience` has it."""

    answers: AnswerSeconds = DEFAULT_ANSWER_SECONDS
    patience: Patience = "quick"

    def wait(self, gen: PQGen[T], *arguments: Any, **options: Any) -> T:  # noqa: ANN401 - the driver's own
        """Wait for an answer; raises `psycopg.OperationalError` when it does not come in time."""
        seconds = self.answers.silence(self.patience)
        if seconds is None:
            return super().wait(gen, *arguments, **options)
        try:
            return super().wait(_within(gen, seconds), *arguments, **options)
        except _SilentError:
            # What the server is at is unknown, and nothing more can be said on this connection.
            self.pgconn.finish()
            raise psycopg.OperationalError(f"no answer within {seconds:g} seconds") from None


class _SilentError(Exception):
    """The server has said nothing in time."""


def _within(gen: PQGen[T], seconds: float) -> PQGen[T]:
    """Do what a generator of the driver does, which is asked ten times a second whether it has its answer."""
    end = time.monotonic() + seconds
    try:
        wanted = next(gen)
        while True:
            ready = yield wanted
            if ready != Ready.NONE:
                end = time.monotonic() + seconds
            elif time.monotonic() > end:
                raise _SilentError
            wanted = gen.send(ready)
    except StopIteration as ended:
        found: T = ended.value
        return found
