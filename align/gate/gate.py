"""The gate: validate, judge, redraft at most twice, the template, or a hold; one record a pass."""

from __future__ import annotations

import asyncio
import time
import uuid
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final, Literal

from align.engines.engine import Drafted, DraftRequest
from align.engines.ids import TEMPLATE
from align.engines.template import Unfilled, fill_template
from align.gate.asking import answered, to_hand_over
from align.gate.attempts import Attempt, Kind, NoBody, author_of
from align.gate.blank import is_blank, shown_or_absent
from align.gate.candidate import mode_of
from align.gate.check_threads import CHECK_THREADS, CheckThreads, is_long
from align.gate.decision import Decision, Downgraded, Held, Outcome, Passed, spec_used
from align.gate.holds import Cancelled, SpecUnavailable
from align.gate.observing import Observers
from align.gate.reasons import About, held_by_hand, held_reasons, paused, unrecorded
from align.gate.redraft import makes_progress
from align.gate.repair import repair
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.usage import Usage
from align.judge.judgement import Judged, Judgement, JudgeQuestion
from align.judge.thresholds import violations_of
from align.validate import validate_draft
from specs.store.errors import StoreError
from specs.store.moments import utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from align.engines.engine import Draft, Engine
    from align.gate.candidate import Candidate, Mode
    from align.gate.ports import DecisionLog, Observer, SpecSource
    from align.judge.judgement import Judge
    from specs.store.records import StoredSpec

MAX_REDRAFTS: Final = 2

DEFAULT_DEADLINE_SECONDS: Final = 60.0

JudgeMode = Literal["enforce", "shadow"]
"""`enforce`: a score over its threshold holds. `shadow`: scores are recorded, and hold nothing."""


@dataclass(frozen=True, slots=True)
class GateSettings:
    """How the gate works: seconds for a whole pass and for one judgement, and what the judge may do.

    The template that is fallen back on is waited for until the deadline, and `grace_seconds` when less is left: it may
    still save a candidate. The record has `record_seconds` of its own.

    `by_hand` is the kind of the candidates' bodies where a person decided on each of them: such a body passes as it is,
    or is held. It is not repaired, and neither a redraft nor a template goes in its place. What a judge says in one of
    the `acknowledged` dimensions is recorded, and holds nothing.
    """

    deadline_seconds: float = DEFAULT_DEADLINE_SECONDS
    judge_seconds: float = 15.0
    judge_mode: JudgeMode = "enforce"
    grace_seconds: float = 5.0
    record_seconds: float = 30.0
    by_hand: Kind | None = None
    acknowledged: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GateParts:
    """What a gate is made of: where specs come from, what writes bodies, where decisions go, and a judge if there is one."""

    specs: SpecSource
    engine: Engine
    log: DecisionLog
    judge: Judge | None = None


@dataclass(slots=True)
class _Pass:
    """One pass on its way: what it has looked at so far."""

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


class AlignmentGate:
    """Takes a candidate to a body that may be sent, or to a hold that says why.

    `observers` are told of every pass and its steps. `clock` gives the present moment, aware; `monotonic` seconds for
    deadlines. Safe for many passes at once.
    """

    def __init__(
        self,
        parts: GateParts,
        *,
        settings: GateSettings | None = None,
        observers: Iterable[Observer] = (),
        clock: Callable[[], dt.datetime] = utc_now,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._specs = parts.specs
        self._engine = parts.engine
        self._log = parts.log
        self._judge = parts.judge
        self._settings = settings or GateSettings()
        self._clock = clock
        self._monotonic = monotonic
        self._observers = Observers(observers, monotonic)
        self._threads = CheckThreads(CHECK_THREADS)

    def align_blocking(self, candidate: Candidate, mode: Mode = "GO") -> Decision:
        """Do what `align` does, for a caller without an event loop."""
        return asyncio.run(self.align(candidate, mode))

    async def align(self, candidate: Candidate, mode: Mode = "GO") -> Decision:
        """Take one candidate through the gate and record the decision; what may go is `decision.body`.

        Every call makes one record, also one that is cancelled or that breaks off: that is recorded as `cancelled`, and
        raised again. A decision that could not be recorded in time is a hold (`audit_unavailable`). An unknown mode is no
        pass: it raises `ModeError`.
        """
        mode = mode_of(mode)
        begun = self._monotonic()
        run = _Pass(
            candidate,
            mode,
            self._clock(),
            Deadline(begun + self._settings.deadline_seconds, self._monotonic),
        )
        try:
            self._observers.pass_began(candidate, mode, self._engine.id)
            outcome = await self._outcome(run)
        except GeneratorExit:
            raise  # the event loop is gone: there is nothing left to wait with
        except BaseException:
            hold = Cancelled(
                suggestion="The pass was broken off; take the candidate up again.", attempts=len(run.attempts)
            )
            await self._recorded(self._decision(run, Held((hold,)), begun))
            raise
        return await self._recorded(self._decision(run, outcome, begun))

    async def _outcome(self, run: _Pass) -> Outcome:
        cause = await self._read_spec(run)
        if cause is not None:
            suggestion = "Bring the spec store back, or add the persona's facts."
            persona = run.candidate.persona
            return Held((SpecUnavailable(persona=persona, cause=cause, suggestion=suggestion),))
        if run.mode == "PAUSE":
            if run.candidate.body is not None:
                run.attempts.append(await self._validated(run, "draft", run.candidate.body))
            return Held((paused(),))
        found = await self._drafts(run)
        if found is not None:
            return Passed(found.body, is_unjudged=found.is_unjudged)
        if self._settings.by_hand is not None:
            return Held(held_by_hand(run.attempts, run.missing, self._about(run)))
        return await self._template(run)

    async def _read_spec(self, run: _Pass) -> str | None:
        """Read the spec, once; return why there is none."""
        try:
            with self._observers.step("spec"):
                async with asyncio.timeout(run.deadline.remaining):
                    run.stored = await asyncio.to_thread(self._specs.current, run.candidate.persona)
        except StoreError as error:
            return str(error)
        except TimeoutError:
            return "it could not be read within the deadline"
        except Exception as error:  # noqa: BLE001 - without a spec nothing goes, whatever the reason
            return f"the spec store crashed: {type(error).__name__}"
        return None

    async def _drafts(self, run: _Pass) -> Attempt | None:
        """Return the first clean body among the draft and its redrafts, None when there is none."""
        given = run.candidate.body
        drafted = (
            await self._written(run, "draft") if given is None else _usable(run, "draft", Drafted(given))
        )
        # What the template engine writes is a template, and its conflict is told as one.
        kind: Kind = "template" if self._wrote_template(run) else (self._settings.by_hand or "draft")
        for redrafts in range(MAX_REDRAFTS + 1):
            if drafted is None:
                return None
            attempt = await self._looked_at(run, kind, drafted.body, drafted.usage)
            if attempt.is_clean:
                return attempt
            if self._settings.by_hand is not None:
                return None
            repaired = await self._repaired(run, attempt)
            if repaired is not None and repaired.is_clean:
                return repaired
            tried = [a for a in run.attempts if a.kind in ("draft", "redraft")]
            if redrafts == MAX_REDRAFTS or not self._engine.can_redraft or run.deadline.has_passed:
                return None
            if not makes_progress(tried):
                return None
            kind, drafted = "redraft", await self._written(run, "redraft", attempt)
        return None

    async def _repaired(self, run: _Pass, attempt: Attempt) -> Attempt | None:
        policy = run.stored.spec.policy if run.stored else None
        if policy is None or not policy.repair or attempt.kind == "template":
            return None  # a template is the operator's to mend
        mended = repair(attempt.body, attempt.validation)
        return None if mended is None else await self._looked_at(run, "repair", mended)

    async def _template(self, run: _Pass) -> Outcome:
        """Return what the template's body comes to, after every other one was held."""
        key = run.candidate.template_key
        # What the template engine wrote was the template already; there is no second one.
        body = None if self._wrote_template(run) else await self._template_body(run, key)
        if isinstance(body, Unfilled):
            run.missing.append(NoBody("template", body))
        elif body is not None and key is not None:
            attempt = await self._looked_at(run, "template", body)
            if attempt.is_clean:
                return Downgraded(body, key, is_unjudged=attempt.is_unjudged)
        return Held(held_reasons(run.attempts, run.missing, self._about(run)))

    def _wrote_template(self, run: _Pass) -> bool:
        return run.candidate.body is None and self._engine.id == TEMPLATE

    async def _template_body(self, run: _Pass, key: str | None) -> str | Unfilled | None:
        if key is None:
            return None
        try:
            seconds = max(run.deadline.remaining, self._settings.grace_seconds)
            with self._observers.step("template"):
                async with asyncio.timeout(seconds):
                    held = await asyncio.to_thread(self._specs.templates, run.candidate.persona, run.now)
        except Exception:  # noqa: BLE001 - a template that cannot be read is none
            return None
        stored = next((template.body for template in held if template.key == key), None)
        body = None if stored is None else fill_template(stored, run.candidate.values)
        if isinstance(body, str) and is_blank(body):
            return Unfilled("unfilled_template", "nothing of it can be seen")
        return body

    async def _written(self, run: _Pass, kind: Kind, held: Attempt | None = None) -> Drafted | None:
        """Return what the engine wrote, None with the cause kept when it wrote no usable body in time."""
        if run.stored is None:
            return None
        candidate = run.candidate
        request = DraftRequest(
            candidate.persona,
            run.stored.spec,
            run.now,
            candidate.context,
            candidate.template_key,
            candidate.goal,
            previous=held.body if held else None,
            violations=held.validation.violations if held else (),
            dimensions=tuple(v.dimension for v in held.judge_violations) if held else (),
            archetype=candidate.archetype,
            state=candidate.state,
            workflow=candidate.workflow,
            values=candidate.values,
        )
        within = to_hand_over(run.deadline)
        with self._observers.step("draft" if held is None else "redraft") as step:
            step.found = drafted = await answered(
                lambda: self._engine.draft(request, within), run.deadline, "engine", Drafted
            )
        run.usage += drafted.usage
        if isinstance(drafted, Drafted):
            run.workflow = drafted.workflow
        elif drafted.cause == "deadline":
            run.is_late = within.has_passed
        return _usable(run, kind, drafted)

    async def _looked_at(self, run: _Pass, kind: Kind, body: str, cost: Usage | None = None) -> Attempt:
        """Validate a body, ask the judge of a clean one, and keep the attempt. `cost` is what writing it took."""
        attempt = await self._validated(run, kind, body)
        attempt = replace(attempt, usage=cost or attempt.usage)
        if attempt.validation.ok and self._judge is not None and run.stored is not None:
            author = author_of(
                [*(before.kind for before in run.attempts), kind],
                is_given=run.candidate.body is not None,
                engine=self._engine.id,
                workflow=run.workflow,
            )
            question = JudgeQuestion(
                body, run.stored.spec, run.now, run.candidate.context, author.engine, author.workflow
            )
            judgement = await self._asked(question, run.deadline)
            run.usage += judgement.usage
            attempt = replace(attempt, judgement=judgement, usage=attempt.usage + judgement.usage)
            if isinstance(judgement, Judged) and self._settings.judge_mode == "enforce":
                thresholds = question.spec.policy.judge if question.spec.policy else None
                over = violations_of(judgement, thresholds, body)
                over = tuple(v for v in over if v.dimension not in self._settings.acknowledged)
                attempt = replace(attempt, judge_violations=over)
        run.attempts.append(attempt)
        return attempt

    async def _validated(self, run: _Pass, kind: Kind, body: str) -> Attempt:
        if run.stored is None:
            raise AssertionError("a body is looked at under a spec")
        spec, context = run.stored.spec, run.candidate.context
        with self._observers.step("check") as step:
            check = partial(validate_draft, body, spec, now=run.now, context=context)
            if is_long(body, context.inbound):
                # Other passes keep their deadlines, and what asks the database its own threads.
                found = await asyncio.get_running_loop().run_in_executor(self._threads, check)
            else:
                found = check()
            step.found = found
        return Attempt(kind, body, found)

    async def _asked(self, question: JudgeQuestion, deadline: Deadline) -> Judgement:
        """Ask the judge; a judge that fails in any way is absent, and an absent judge changes nothing."""
        judge = self._judge
        if judge is None:
            return Absent("not_configured")
        limit = deadline.within(self._settings.judge_seconds)
        within = to_hand_over(limit)
        with self._observers.step("judge") as step:
            step.found = found = await answered(lambda: judge.judge(question, within), limit, "judge", Judged)
        return found

    def _about(self, run: _Pass) -> About:
        digest = run.stored.digest if run.stored else ""
        late = self._settings.deadline_seconds if run.is_late or run.deadline.has_passed else None
        return About(run.candidate.persona, digest, self._engine.id, run.candidate.template_key, late)

    def _decision(self, run: _Pass, outcome: Outcome, begun: float) -> Decision:
        return Decision(
            uuid.uuid4().hex,
            run.candidate,
            None if run.stored is None else spec_used(run.stored),
            self._engine.id,
            run.workflow,
            run.mode,
            run.now,
            tuple(run.attempts),
            tuple(run.missing),
            outcome,
            self._monotonic() - begun,
            run.usage,
        )

    async def _recorded(self, decision: Decision) -> Decision:
        """Record a decision and tell of it, also while the caller is being cancelled."""
        try:
            with self._observers.step("record"):
                decision = await self._stored(decision)
        finally:
            self._observers.pass_ended(decision)
        return decision

    async def _stored(self, decision: Decision) -> Decision:
        """Record a decision; one that cannot be is a hold."""
        # A future of the executor and not a task: a loop that cancels all its tasks on its way out leaves it alone.
        recording = asyncio.get_running_loop().run_in_executor(None, self._log.record, decision)
        recording.add_done_callback(_retrieve)
        seconds = self._settings.record_seconds
        try:
            await asyncio.wait((recording,), timeout=seconds)
        except asyncio.CancelledError:
            await asyncio.wait((recording,), timeout=seconds)
            raise
        if not recording.done():
            return unrecorded(decision, f"no answer within {seconds:g} seconds; the record may still come")
        try:
            recording.result()
        except Exception as error:  # noqa: BLE001 - what is not recorded may not go, whatever the reason
            # The text of an unknown error may hold a message.
            known = isinstance(error, StoreError)
            return unrecorded(decision, str(error) if known else f"it crashed: {type(error).__name__}")
        return decision


def _usable(run: _Pass, kind: Kind, draft: Draft) -> Drafted | None:
    """Return a draft that shows something, None with the cause kept where there is none."""
    shown = shown_or_absent(draft)
    if isinstance(shown, Drafted):
        return shown
    run.missing.append(NoBody(kind, shown))
    return None


def _retrieve(recording: asyncio.Future[None]) -> None:
    """Take note of what recording raised when nobody waits for it any more."""
    if not recording.cancelled():
        recording.exception()
