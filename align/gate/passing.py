"""One pass through the gate on its way: what it has looked at so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from align.harness.usage import Usage

if TYPE_CHECKING:
    import datetime as dt

    from align.gate.attempts import Attempt, NoBody
    from align.gate.candidate import Candidate, Mode
    from align.harness.deadline import Deadline
    from specs.store.records import StoredSpec


@dataclass(slots=True)
class Pass:
    """What came in, until when it has time, and what came of it so far; `stored` is None before the spec was read.

    `is_late` says that the engine was asked for a body, and no time was left for it.
    """

    candidate: Candidate
    mode: Mode
    now: dt.datetime
    deadline: Deadline
    stored: StoredSpec | None = None
    attempts: list[Attempt] = field(default_factory=list)
    missing: list[NoBody] = field(default_factory=list)
    workflow: str | None = None
    usage: Usage = field(default_factory=Usage)
    is_late: bool = False
