"""Parts of a gate that fail as they are told, and that keep what each pass asked of them."""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from specs.store.errors import StoreUnavailableError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from align.engines.engine import DraftRequest
    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from align.gate.ports import DecisionLog, SpecSource
    from align.harness.deadline import Deadline
    from align.judge.judgement import JudgeQuestion
    from align.runner.ports import Gate
    from specs.store import StoredSpec, TemplateRecord

Fault: TypeAlias = Literal["none", "raises", "crashes", "loses the answer"]


@dataclass(frozen=True)
class Answer:
    """What an engine or a judge does when it is asked.

    It waits `seconds`, lets something happen `meanwhile`, and then returns or raises `what`. A `stubborn` one answers
    also when it is cancelled while it waits.
    """

    what: Any
    seconds: float = 0.0
    meanwhile: str = ""
    stubborn: bool = False


@dataclass
class Seen:
    """One pass: what it asked for, what it got, what it wanted recorded, and what came of it.

    `opinions` are what the judge answered, and after how many seconds. A pass is disturbed where somebody broke it off,
    whether or not its parts let themselves be broken off.
    """

    candidate: Candidate
    mode: Mode
    thread_seconds: float
    reads: list[StoredSpec | Exception] = field(default_factory=list)
    templates: list[tuple[TemplateRecord, ...] | Exception] = field(default_factory=list)
    requests: list[DraftRequest] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    questions: list[JudgeQuestion] = field(default_factory=list)
    opinions: list[tuple[Any, float]] = field(default_factory=list)
    recorded: list[Decision] = field(default_factory=list)
    refused: list[Exception] = field(default_factory=list)
    decision: Decision | None = None
    is_disturbed: bool = False

    @property
    def told(self) -> Decision:
        """What the caller was told; what was to be recorded, where the caller was gone by then."""
        return self.decision or self.recorded[0]


SEEN: ContextVar[Seen] = ContextVar("SEEN")


async def given(answer: Answer, meanwhile: Callable[[str], None]) -> Any:
    """Do what an answer says."""
    try:
        # What is edited is edited a moment after what was read before.
        await asyncio.sleep(answer.seconds + (1.0 if answer.meanwhile else 0.0))
    except asyncio.CancelledError:
        if not answer.stubborn:
            raise
    if answer.meanwhile:
        meanwhile(answer.meanwhile)
    if isinstance(answer.what, BaseException):
        raise answer.what
    return answer.what


def _nothing(_: str) -> None:
    """Let nothing happen."""


@dataclass
class WatchedEngine:
    """Answers as it is told, one after the other for each pass; the last one again when there are no more."""

    id: str = "do-gpu-test_1"
    can_redraft: bool = True
    answers: Sequence[Answer] = ()
    meanwhile: Callable[[str], None] = _nothing

    async def draft(self, request: DraftRequest, deadline: Deadline) -> Any:
        """Give the next answer."""
        del deadline
        seen = SEEN.get()
        answer = self.answers[min(len(seen.requests), len(self.answers) - 1)]
        seen.requests.append(request)
        seen.answers.append(answer)
        return await given(answer, self.meanwhile)


@dataclass
class WatchedJudge:
    """Answers every question as it is told."""

    answers: Sequence[Answer] = ()
    meanwhile: Callable[[str], None] = _nothing

    async def judge(self, question: JudgeQuestion, deadline: Deadline) -> Any:
        """Give the next answer."""
        del deadline
        seen = SEEN.get()
        answer = self.answers[min(len(seen.questions), len(self.answers) - 1)]
        seen.questions.append(question)
        begun = asyncio.get_running_loop().time()
        found = await given(answer, self.meanwhile)
        seen.opinions.append((found, asyncio.get_running_loop().time() - begun))
        return found


@dataclass
class WatchedSpecs:
    """A store of specs, and what each pass read there."""

    store: SpecSource

    def current(self, persona: str) -> StoredSpec:
        """Return the spec that holds now."""
        try:
            found = self.store.current(persona)
        except Exception as error:
            SEEN.get().reads.append(error)
            raise
        SEEN.get().reads.append(found)
        return found

    def at(self, persona: str, when: dt.datetime) -> StoredSpec:
        """Return the spec of a moment: a reading like any other."""
        found = self.store.at(persona, when)
        SEEN.get().reads.append(found)
        return found

    def templates(self, persona: str, when: dt.datetime | None = None) -> tuple[TemplateRecord, ...]:
        """Return the templates that hold at a moment."""
        try:
            found = self.store.templates(persona, when)
        except Exception as error:
            SEEN.get().templates.append(error)
            raise
        SEEN.get().templates.append(found)
        return found


@dataclass
class WatchedLog:
    """A log that may fail before a decision is stored, or after; `stored` are those that are there for sure."""

    log: DecisionLog
    fault: Fault = "none"
    stored: list[Decision] = field(default_factory=list)

    def record(self, decision: Decision) -> None:
        """Keep a decision, or fail as it is told."""
        seen = SEEN.get()
        seen.recorded.append(decision)
        try:
            self._keep(decision)
        except Exception as error:
            seen.refused.append(error)
            raise

    def _keep(self, decision: Decision) -> None:
        if self.fault == "raises":
            raise StoreUnavailableError("the log is away", "bring it back")
        if self.fault == "crashes":
            raise RuntimeError("a bug")
        self.log.record(decision)
        self.stored.append(decision)
        if self.fault == "loses the answer":
            raise StoreUnavailableError("the connection is lost", "try again")


@dataclass
class WatchedGate:
    """A gate, and all its passes."""

    gate: Gate
    seconds: Callable[[], float]
    passes: list[Seen] = field(default_factory=list)

    async def align(self, candidate: Candidate, mode: Mode = "GO") -> Decision:
        """Take a candidate through, and keep what came of it."""
        seen = Seen(candidate, mode, self.seconds())
        self.passes.append(seen)
        SEEN.set(seen)
        seen.decision = await self.gate.align(candidate, mode)
        return seen.decision
