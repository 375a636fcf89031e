"""What a judge says: scores with quotes, never a verdict; or nothing, with the cause."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeAlias

from align.harness.failures import Absent
from align.harness.usage import Usage

if TYPE_CHECKING:
    import datetime as dt

    from align.context import DraftContext
    from align.harness.deadline import Deadline
    from specs import Spec

LEAST, MOST = 0.0, 10.0


@dataclass(frozen=True, slots=True)
class Score:
    """How strongly a dimension (a rule's id, or `drift`) speaks against the body, 0 to 10, and the words it means."""

    dimension: str
    score: float
    quote: str


@dataclass(frozen=True, slots=True)
class JudgeViolation:
    """A score over its threshold: the dimension, the score, the threshold, and the words `[start, end)`."""

    dimension: str
    score: float
    threshold: float
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A judge's answer. `dropped` counts scores whose quote is not in the body; `seconds` is how long it took.

    `absent` are dimensions that were asked about and got no answer: such a body is judged only in part.
    """

    scores: tuple[Score, ...]
    model: str
    prompt_hash: str
    seconds: float = 0.0
    dropped: int = 0
    absent: tuple[str, ...] = ()
    usage: Usage = field(default_factory=Usage)

    @property
    def is_sound(self) -> bool:
        """Whether every score is a number from 0 to 10; what is not comes from a judge that is broken."""
        return all(LEAST <= score.score <= MOST for score in self.scores)


Judgement: TypeAlias = Judged | Absent


@dataclass(frozen=True, slots=True)
class JudgeQuestion:
    """What a judge is asked: a body, what it answers, and the spec that it must agree with.

    `engine` and `workflow` wrote the body, None where the caller gave it: what judging costs is told by them.
    """

    body: str
    spec: Spec
    now: dt.datetime
    context: DraftContext
    engine: str | None = None
    workflow: str | None = None


class Judge(Protocol):
    """Gives an opinion on a body. Never raises for a failing server: then the answer is `Absent`."""

    async def judge(self, question: JudgeQuestion, deadline: Deadline) -> Judgement:
        """Return scores, or why there are none, with what it cost; within the deadline."""
        ...
