"""How long the store waits for PostgreSQL, which may hang."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

Patience: TypeAlias = Literal["quick", "usual", "endless"]
"""`quick` for what others wait for, `endless` for what an operator does that may take long."""


@dataclass(frozen=True, slots=True)
class AnswerSeconds:
    """How long an answer is waited for: to a new connection, and to a statement.

    The server itself gives a statement up after `usual`. `quick` is longer than any wait for a lock. `connect` is in
    whole seconds, at least 2, as the driver has it.
    """

    connect: int = 5
    quick: float = 6.0
    usual: float = 30.0

    def silence(self, patience: Patience) -> float | None:
        """Return how long a server may say nothing before it counts as away, None for ever."""
        # A moment longer than the server's own limit, whose error says more.
        return {"quick": self.quick, "usual": self.usual + 1.0, "endless": None}[patience]


DEFAULT_ANSWER_SECONDS: Final = AnswerSeconds()

KEEPALIVE: Final = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""So that a network that swallows everything is noticed within half a minute."""
