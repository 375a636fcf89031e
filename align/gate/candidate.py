"""What comes into the gate: one message that is about to be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from align.context import DraftContext

Mode: TypeAlias = Literal["GO", "DRAFT", "PAUSE"]
"""GO sends what passes; DRAFT keeps it for a person; PAUSE holds everything."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A message on its way to a client.

    `id` is the caller's, unique for each message. Without a `body` the engine writes one. `template_key` names
    the safe body to fall back on, and `goal` what the message is for.
    """

    id: str
    persona: str
    body: str | None = None
    template_key: str | None = None
    goal: str | None = None
    context: DraftContext = field(default_factory=DraftContext)
