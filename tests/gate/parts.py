"""Parts of a gate for its tests: engines, judges, stores and logs that do as they are told."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from align.engines.engine import Draft, Drafted, DraftRequest
from align.harness.failures import Absent
from align.judge.judgement import Judged, Judgement, JudgeQuestion, Score
from specs import Spec
from specs.store import StoredSpec, TemplateRecord, VersionRecord
from specs.store.errors import StoreUnavailableError, UnknownPersonaError
from tests.store.documents import document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from align.gate.decision import Decision
    from align.harness.deadline import Deadline

NOW = dt.datetime(2026, 11, 21, 15, tzinfo=dt.UTC)

CLEAN = "Hi! An hour at mine is 80."
WRONG = "Hi! An hour at mine is 70."
ALSO_WRONG = "Hi! An hour at mine is 60."
BAD_PLACE = "I'm in Paris this week, come by."
BAD_OFFER = "Sure, sedation is no problem, I can do that for you."


def spec(**changes: Any) -> Spec:
    return Spec.from_dict(document(**changes))


@dataclass
class Specs:
    """A spec store with one spec and some templates; it may be away."""

    spec: Spec = field(default_factory=spec)
    bodies: dict[str, str] = field(default_factory=dict)
    is_away: bool = False
    reads: int = 0

    def current(self, persona: str) -> StoredSpec:
        """Return the spec, and count that it was read."""
        self.reads += 1
        if self.is_away:
            raise StoreUnavailableError("the database is away", "bring it back")
        if persona != self.spec.persona:
            raise UnknownPersonaError(persona, [self.spec.persona])
        version = VersionRecord(
            1, persona, 1, 1, "UTC", self.spec.to_json(), self.spec.digest, "ana", "first", None, NOW, NOW
        )
        return StoredSpec(self.spec, version, None)

    def at(self, persona: str, when: dt.datetime) -> StoredSpec:
        """Return the same spec for any moment."""
        del when
        return self.current(persona)

    def templates(self, persona: str, when: dt.datetime | None = None) -> tuple[TemplateRecord, ...]:
        """Return the templates."""
        del when
        return tuple(
            TemplateRecord(n, persona, key, 1, body, "", "ana", "first", NOW, NOW)
            for n, (key, body) in enumerate(self.bodies.items())
        )


@dataclass
class Engine:
    """Writes what it was given, one after the other; an exception is raised, an absence returned."""

    answers: Sequence[str | Absent | BaseException] = ()
    id: str = "do-gpu-test_1"
    can_redraft: bool = True
    requests: list[DraftRequest] = field(default_factory=list)
    wait: Callable[[], Any] | None = None

    async def draft(self, request: DraftRequest, deadline: Deadline) -> Draft:
        """Return the next answer; the last one again when there are no more."""
        del deadline
        self.requests.append(request)
        if self.wait is not None:
            await self.wait()
        if not self.answers:
            return Absent("refused")
        answer = self.answers[min(len(self.requests), len(self.answers)) - 1]
        if isinstance(answer, BaseException):
            raise answer
        return answer if isinstance(answer, Absent) else Drafted(answer, "flow@1")


@dataclass
class Judge:
    """Gives one answer to every question; or none, or fails, or never comes back."""

    answer: Judgement | BaseException | None = None
    questions: list[JudgeQuestion] = field(default_factory=list)

    async def judge(self, question: JudgeQuestion, deadline: Deadline) -> Judgement:
        """Return the answer; without one, wait for ever."""
        del deadline
        self.questions.append(question)
        if self.answer is None:
            await asyncio.Event().wait()
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer or Absent("timeout")


@dataclass
class Log:
    """Keeps decisions; it may be away."""

    decisions: list[Decision] = field(default_factory=list)
    is_away: bool = False

    def record(self, decision: Decision) -> None:
        """Keep a decision."""
        if self.is_away:
            raise StoreUnavailableError("the log is away", "bring it back")
        self.decisions.append(decision)


def judged(*scores: tuple[str, float, str]) -> Judged:
    return Judged(tuple(Score(*score) for score in scores), "test", "hash")
