"""Late judging: what passed while the judge was away is judged when it is back, and a bad one is raised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from align.context import DraftContext
from align.gate.attempts import author_of
from align.harness.deadline import Deadline
from align.judge.judgement import Judged, JudgeQuestion
from align.judge.thresholds import violations_of
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.audit.records import StoredDecision
    from align.gate.ports import SpecSource
    from align.judge.judgement import Judge, JudgeViolation


class LateLog(Protocol):
    """Where unjudged decisions come from and late judgements go; `align.audit.store.DecisionStore` is one."""

    def unjudged(self, *, limit: int = 100) -> tuple[StoredDecision, ...]:
        """Return decisions that passed unjudged, the oldest first."""
        ...

    def judge_late(
        self, decision_id: str, judged: Judged, violations: tuple[JudgeViolation, ...] = ()
    ) -> bool:
        """Store a late judgement."""
        ...


@dataclass(frozen=True, slots=True)
class Late:
    """How a round of late judging went: decisions judged, raised to the operator among them, and still unjudged.

    `cause` says why the round stopped early: the judge was absent again.
    """

    judged: int = 0
    raised: tuple[str, ...] = ()
    skipped: int = 0
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class LateJudging:
    """Judges what passed unjudged. `deadline_after` makes the deadline of one question from its seconds."""

    log: LateLog
    specs: SpecSource
    judge: Judge
    deadline_after: Callable[[float], Deadline] = Deadline.after

    async def round(self, *, limit: int = 100, seconds: float = 30.0) -> Late:
        """Judge up to `limit` decisions, each under the spec that it was made under, `seconds` for each.

        Stops at the first one for which the judge is absent. One whose spec cannot be read any more is skipped, and does
        not count against the limit. Raises `StoreError` when the log cannot be used.
        """
        judged = skipped = 0
        raised: list[str] = []
        for decision, question in self._waiting(limit):
            if question is None:
                skipped += 1
                continue
            found = await self.judge.judge(question, self.deadline_after(seconds))
            if not isinstance(found, Judged):
                return Late(judged, tuple(raised), skipped, str(found))
            thresholds = question.spec.policy.judge if question.spec.policy else None
            violations = violations_of(found, thresholds, question.body)
            if self.log.judge_late(decision.id, found, violations):
                judged += 1
                raised += [decision.id] if violations else []
        return Late(judged, tuple(raised), skipped)

    def _waiting(self, limit: int) -> Iterator[tuple[StoredDecision, JudgeQuestion | None]]:
        """Yield up to `limit` decisions with their questions, and those before them that have none, the oldest first."""
        seen: set[str] = set()
        able = 0
        while True:
            # What was judged is no longer there; what was skipped is, in front of the rest.
            found = [one for one in self.log.unjudged(limit=limit + len(seen)) if one.id not in seen]
            for decision in found:
                if able == limit:
                    return
                seen.add(decision.id)
                question = _question(decision, self.specs)
                able += question is not None
                yield decision, question
            if not found:
                return


def _question(decision: StoredDecision, specs: SpecSource) -> JudgeQuestion | None:
    """Return what the judge would have been asked; None without the words, or without that very spec."""
    try:
        spec = specs.at(decision.persona, decision.now).spec
    except StoreError:
        return None
    used = decision.document["spec"]
    if decision.body is None or used is None or used["digest"] != spec.digest:
        return None
    candidate = decision.document["candidate"]
    context = DraftContext(candidate["inbound"], candidate["time_locked"])
    author = author_of(
        [attempt["kind"] for attempt in decision.document["attempts"]],
        is_given=candidate["body_digest"] is not None,
        engine=decision.document["engine"],
        workflow=decision.document["workflow"],
    )
    return JudgeQuestion(decision.body, spec, decision.now, context, author.engine, author.workflow)
