"""Looking at a body: the check of the rules, then the judge's opinion of one that is clean."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from align.gate.asking import answered, broken_off, to_hand_over
from align.gate.attempts import Attempt, author_of
from align.gate.check_threads import CHECK_THREADS, CheckThreads, is_long
from align.harness.spending import spending
from align.judge.judgement import Judged, JudgeQuestion
from align.judge.thresholds import violations_of
from align.validate import validate_draft
from align.waivers import waived_in

if TYPE_CHECKING:
    from align.gate.attempts import Kind
    from align.gate.observing import Observers
    from align.gate.passing import Pass
    from align.harness.deadline import Deadline
    from align.harness.usage import Usage
    from align.judge.judgement import Judge, Judgement, JudgeViolation
    from specs import Spec

JudgeMode = Literal["enforce", "shadow"]
"""`enforce`: a score over its threshold holds. `shadow`: scores are recorded, and hold nothing."""


@dataclass(frozen=True, slots=True)
class Judging:
    """The judge, if there is one, seconds for one judgement, and what it may do; `acknowledged` dimensions hold nothing."""

    judge: Judge | None
    seconds: float
    mode: JudgeMode
    acknowledged: frozenset[str]

    def over(self, judgement: Judgement, spec: Spec, attempt: Attempt) -> tuple[JudgeViolation, ...]:
        """Return what of a judgement holds the body of an attempt: not what a waiver exempts, nor what is acknowledged."""
        if not isinstance(judgement, Judged) or self.mode != "enforce":
            return ()
        thresholds = spec.policy.judge if spec.policy else None
        waived = waived_in(attempt.validation, spec)
        found = violations_of(judgement, thresholds, attempt.body, waived)
        return tuple(v for v in found if v.dimension not in self.acknowledged)


class Inspection:
    """Looks at the bodies of many passes at once; `engine` is the id of what writes them."""

    def __init__(self, engine: str, judging: Judging, observers: Observers) -> None:
        self._engine = engine
        self._judging = judging
        self._observers = observers
        self._threads = CheckThreads(CHECK_THREADS)

    async def look_at(self, run: Pass, kind: Kind, body: str, cost: Usage | None = None) -> Attempt:
        """Validate a body, ask the judge of a clean one, and keep the attempt. `cost` is what writing it took."""
        attempt = await self.validate(run, kind, body)
        attempt = replace(attempt, usage=cost or attempt.usage)
        judge = self._judging.judge
        if attempt.validation.ok and judge is not None:
            return await self._judged(judge, run, attempt)
        run.attempts.append(attempt)
        return attempt

    async def _judged(self, judge: Judge, run: Pass, attempt: Attempt) -> Attempt:
        """Keep an attempt with what the judge says of it; also where the pass is broken off while it is asked."""
        question = self._question(run, attempt.kind, attempt.body)
        with spending() as spent:
            try:
                judgement = await self._asked(judge, question, run.deadline)
            except BaseException:
                _keep(run, attempt, broken_off(spent.usage), ())
                raise
        over = self._judging.over(judgement, question.spec, attempt)
        return _keep(run, attempt, judgement, over)

    async def validate(self, run: Pass, kind: Kind, body: str) -> Attempt:
        """Return what the rules find in a body."""
        spec, context = _spec_of(run), run.candidate.context
        with self._observers.step("check") as step:
            check = partial(validate_draft, body, spec, now=run.now, context=context)
            if is_long(body, context.inbound):
                # Other passes keep their deadlines, and what asks the database its own threads.
                found = await asyncio.get_running_loop().run_in_executor(self._threads, check)
            else:
                found = check()
            step.found = found
        return Attempt(kind, body, found)

    def _question(self, run: Pass, kind: Kind, body: str) -> JudgeQuestion:
        author = author_of(
            [*(before.kind for before in run.attempts), kind],
            is_given=run.candidate.body is not None,
            engine=self._engine,
            workflow=run.workflow,
        )
        context = run.candidate.context
        return JudgeQuestion(body, _spec_of(run), run.now, context, author.engine, author.workflow)

    async def _asked(self, judge: Judge, question: JudgeQuestion, deadline: Deadline) -> Judgement:
        """Ask the judge; a judge that fails in any way is absent, and an absent judge changes nothing."""
        limit = deadline.within(self._judging.seconds)
        within = to_hand_over(limit)
        with self._observers.step("judge") as step:
            step.found = found = await answered(lambda: judge.judge(question, within), limit, "judge", Judged)
        return found


def _keep(run: Pass, attempt: Attempt, judgement: Judgement, over: tuple[JudgeViolation, ...]) -> Attempt:
    """Keep an attempt with what the judge said of it, and what that cost; what writing it cost was counted before."""
    run.usage += judgement.usage
    usage = attempt.usage + judgement.usage
    attempt = replace(attempt, judgement=judgement, judge_violations=over, usage=usage)
    run.attempts.append(attempt)
    return attempt


def _spec_of(run: Pass) -> Spec:
    if run.stored is None:
        raise AssertionError("a body is looked at under a spec")
    return run.stored.spec
