"""The judge that asks a model server: one question for all dimensions, or one small question for each."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from align.harness.failures import Absent
from align.harness.fence import new_nonce
from align.harness.harness import Ask
from align.harness.usage import Usage
from align.judge.judgement import LEAST, Judged, Score
from align.judge.prompt import dimensions, hash_of_prompts, single_question, small_question
from align.judge.quotes import find_quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from align.harness.answers import Answer
    from align.harness.client import Message
    from align.harness.deadline import Deadline
    from align.harness.harness import Harness
    from align.harness.schemas import AnswerSchema
    from align.judge.judgement import Judgement, JudgeQuestion

Questions: TypeAlias = Literal["single", "decomposed"]
"""`single`: one question for all dimensions. `decomposed`: one small question for each that has a threshold.

Where none has one, nothing can hold, and the single question is asked, so that there are scores to set thresholds by.
"""

TASK: Final = "prospect.judge"


@dataclass(frozen=True, slots=True)
class _Part:
    """What came of one question: its prompt, and its answer for the dimensions that it was about."""

    messages: tuple[Message, ...]
    about: tuple[str, ...]
    answer: Answer | Absent


class ServerJudge:
    """Asks `prospect.judge` of a harness; never raises for a failing server.

    `questions` says how. In `decomposed` all questions are asked at once, inside the one deadline; a dimension whose
    question got no answer is named in `Judged.absent`, and when none got one the judge is absent. `clock` is monotonic.
    """

    def __init__(
        self,
        harness: Harness,
        *,
        questions: Questions = "single",
        nonce: Callable[[], str] = new_nonce,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if TASK not in harness.registry:
            raise ValueError(f"task '{TASK}' is not registered")
        self._harness = harness
        self._questions = questions
        self._nonce = nonce
        self._clock = clock

    async def judge(self, question: JudgeQuestion, deadline: Deadline) -> Judgement:
        """Return the scores of a body, those without a quote in it left out and counted; or why there are none."""
        begun = self._clock()
        asked = _asked(question)
        if self._questions == "single" or not asked:
            parts = [await self._single(question, deadline)]
        else:
            # A group, so that none is left behind when one crashes or the caller goes away.
            async with asyncio.TaskGroup() as group:
                asking = [group.create_task(self._small(question, d, deadline)) for d in asked]
            parts = [task.result() for task in asking]
        causes = [part.answer for part in parts if isinstance(part.answer, Absent)]
        if len(causes) == len(parts):
            return replace(causes[0], usage=_usage_of(parts))
        return self._judged(parts, question, self._clock() - begun)

    async def _single(self, question: JudgeQuestion, deadline: Deadline) -> _Part:
        about = dimensions()
        messages, schema = single_question(question, about, self._nonce)
        return _Part(messages, about, await self._ask(question, messages, schema, deadline))

    async def _small(self, question: JudgeQuestion, dimension: str, deadline: Deadline) -> _Part:
        messages, schema = small_question(question, dimension, self._nonce)
        return _Part(messages, (dimension,), await self._ask(question, messages, schema, deadline))

    async def _ask(
        self, about: JudgeQuestion, messages: tuple[Message, ...], schema: AnswerSchema, deadline: Deadline
    ) -> Answer | Absent:
        ask = Ask(TASK, messages, schema, engine=about.engine, workflow=about.workflow)
        return await self._harness.ask(ask, deadline)

    @staticmethod
    def _judged(parts: list[_Part], question: JudgeQuestion, seconds: float) -> Judged:
        scores: list[Score] = []
        model = ""
        for part in parts:
            if isinstance(part.answer, Absent):
                continue
            model = model or part.answer.model
            scores += _scores(part.answer.data, part.about)
        # A score of 0 says that nothing speaks against the body, and needs no quote.
        kept = tuple(s for s in scores if s.score == LEAST or find_quote(s.quote, question.body) is not None)
        # Silence about a dimension that has a threshold is no answer to it.
        scored = {score.dimension for score in scores}
        return Judged(
            kept,
            model,
            hash_of_prompts(message for part in parts for message in part.messages),
            seconds,
            len(scores) - len(kept),
            tuple(dimension for dimension in _asked(question) if dimension not in scored),
            usage=_usage_of(parts),
        )


def _usage_of(parts: Iterable[_Part]) -> Usage:
    return sum((part.answer.usage for part in parts), Usage())


def _asked(question: JudgeQuestion) -> tuple[str, ...]:
    """Return the dimensions that have a threshold, in their fixed order: no other can hold anything."""
    thresholds = (question.spec.policy and question.spec.policy.judge) or {}
    return tuple(name for name in dimensions() if name in thresholds)


def _scores(data: Any, about: tuple[str, ...]) -> list[Score]:  # noqa: ANN401 - checked against its schema already
    rows = data["scores"] if "scores" in data else [{**data, "dimension": about[0]}]
    return [Score(row["dimension"], float(row["score"]), row["quote"]) for row in rows]
