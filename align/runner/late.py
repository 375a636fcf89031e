"""Late judging: what passed while the judge was away is judged when it is back, and a bad one is raised."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from align.context import DraftContext
from align.findings import Validation
from align.gate.asking import answered
from align.gate.attempts import author_of
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.judge.judgement import Judged, JudgeQuestion
from align.judge.thresholds import violations_of
from align.waivers import waived_in
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.audit.records import StoredDecision
    from align.findings import Violation
    from align.gate.ports import SpecHistory
    from align.judge.judgement import Judge, Judgement, JudgeViolation
    from specs import Spec


_OF_ONE_QUESTION: Final = frozenset(("bad_json", "schema_violation", "truncated", "bad_request"))
"""Causes that lie in a question or its answer: the judge is there, and the next question may do better."""


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
    specs: SpecHistory
    judge: Judge
    deadline_after: Callable[[float], Deadline] = Deadline.after

    async def round(self, *, limit: int = 100, seconds: float = 30.0) -> Late:
        """Judge up to `limit` decisions, each under the spec that it was made under, `seconds` for each.

        Stops at the first one for which the judge is absent. One that it has no usable answer to, or whose spec cannot be
        read any more, is skipped; the latter does not count against the limit. Raises `StoreError` when the log cannot be used.
        """
        judged = skipped = 0
        raised: list[str] = []
        waiting = self._waiting(limit)
        while (found := await asyncio.to_thread(next, waiting, None)) is not None:
            decision, question = found
            judgement = None if question is None else await self._asked(question, seconds)
            if isinstance(judgement, Absent) and judgement.cause not in _OF_ONE_QUESTION:
                return Late(judged, tuple(raised), skipped, str(judgement))
            if question is None or not isinstance(judgement, Judged):
                skipped += 1
                continue
            thresholds = question.spec.policy.judge if question.spec.policy else None
            violations = violations_of(judgement, thresholds, question.body, _waived(decision, question.spec))
            if await asyncio.to_thread(self.log.judge_late, decision.id, judgement, violations):
                judged += 1
                raised += [decision.id] if violations else []
        return Late(judged, tuple(raised), skipped)

    async def _asked(self, question: JudgeQuestion, seconds: float) -> Judgement:
        """Ask the judge; one that fails in any way is absent."""
        deadline = self.deadline_after(seconds)
        return await answered(lambda: self.judge.judge(question, deadline), deadline, "judge", Judged)

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


def _waived(decision: StoredDecision, spec: Spec) -> tuple[Violation, ...]:
    """Return what a waiver covers in the body that was let go: the last that the gate looked at."""
    return waived_in(Validation.from_dict(decision.document["attempts"][-1]["validation"]), spec)


def _question(decision: StoredDecision, specs: SpecHistory) -> JudgeQuestion | None:
    """Return what the judge would have been asked; None without the words, or without that very spec."""
    used = decision.document["spec"]
    if decision.body is None or used is None:
        return None
    try:
        # Not what held at `now`: an edit may have begun between the gate's look at the clock and its read.
        spec = specs.by_digest(decision.persona, used["digest"], decision.now, version=used["version"])
    except StoreError:
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
