"""The gate: validate, judge, redraft at most twice, the template, or a hold; one record a pass."""

from __future__ import annotations

import asyncio
import time
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.engines.engine import Drafted, DraftRequest
from align.engines.ids import TEMPLATE
from align.engines.template import Unfilled, fill_template
from align.gate.asking import answered, broken_off, to_hand_over
from align.gate.attempts import Attempt, Kind, NoBody
from align.gate.blank import is_blank, shown_or_absent
from align.gate.candidate import mode_of
from align.gate.decision import Decision, Downgraded, Held, Outcome, Passed, spec_used
from align.gate.holds import Cancelled, SpecUnavailable
from align.gate.inspection import Inspection, Judging
from align.gate.observing import Observers
from align.gate.passing import Pass
from align.gate.reasons import About, held_by_hand, held_reasons, paused
from align.gate.recording import Recorder
from align.gate.redraft import makes_progress
from align.gate.repair import repair
from align.harness.deadline import Deadline
from align.harness.spending import spending
from specs.store.errors import StoreError
from specs.store.moments import utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from align.engines.engine import Draft, Engine
    from align.gate.candidate import Candidate, Mode
    from align.gate.inspection import JudgeMode
    from align.gate.ports import DecisionLog, Observer, SpecSource
    from align.judge.judgement import Judge

MAX_REDRAFTS: Final = 2

DEFAULT_DEADLINE_SECONDS: Final = 60.0


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
        self._settings = settings or GateSettings()
        self._clock = clock
        self._monotonic = monotonic
        self._observers = Observers(observers, monotonic)
        self._recorder = Recorder(parts.log, self._observers, self._settings.record_seconds)
        judging = Judging(
            parts.judge,
            self._settings.judge_seconds,
            self._settings.judge_mode,
            self._settings.acknowledged,
        )
        self._inspection = Inspection(parts.engine.id, judging, self._observers)

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
        run = Pass(
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
            await self._recorder.record(self._decision(run, Held((hold,)), begun))
            raise
        return await self._recorder.record(self._decision(run, outcome, begun))

    async def _outcome(self, run: Pass) -> Outcome:
        cause = await self._read_spec(run)
        if cause is not None:
            suggestion = "Bring the spec store back, or add the persona's facts."
            persona = run.candidate.persona
            return Held((SpecUnavailable(persona=persona, cause=cause, suggestion=suggestion),))
        if run.mode == "PAUSE":
            if run.candidate.body is not None:
                run.attempts.append(await self._inspection.validate(run, "draft", run.candidate.body))
            return Held((paused(),))
        found = await self._drafts(run)
        if found is not None:
            return Passed(found.body, is_unjudged=found.is_unjudged)
        if self._settings.by_hand is not None:
            return Held(held_by_hand(run.attempts, run.missing, self._about(run)))
        return await self._template(run)

    async def _read_spec(self, run: Pass) -> str | None:
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

    async def _drafts(self, run: Pass) -> Attempt | None:
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
            attempt = await self._inspection.look_at(run, kind, drafted.body, drafted.usage)
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

    async def _repaired(self, run: Pass, attempt: Attempt) -> Attempt | None:
        policy = run.stored.spec.policy if run.stored else None
        if policy is None or not policy.repair or attempt.kind == "template":
            return None  # a template is the operator's to mend
        mended = repair(attempt.body, attempt.validation)
        return None if mended is None else await self._inspection.look_at(run, "repair", mended)

    async def _template(self, run: Pass) -> Outcome:
        """Return what the template's body comes to, after every other one was held."""
        key = run.candidate.template_key
        # What the template engine wrote was the template already; there is no second one.
        body = None if self._wrote_template(run) else await self._template_body(run, key)
        if isinstance(body, Unfilled):
            run.missing.append(NoBody("template", body))
        elif body is not None and key is not None:
            attempt = await self._inspection.look_at(run, "template", body)
            if attempt.is_clean:
                return Downgraded(body, key, is_unjudged=attempt.is_unjudged)
        return Held(held_reasons(run.attempts, run.missing, self._about(run)))

    def _wrote_template(self, run: Pass) -> bool:
        return run.candidate.body is None and self._engine.id == TEMPLATE

    async def _template_body(self, run: Pass, key: str | None) -> str | Unfilled | None:
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

    async def _written(self, run: Pass, kind: Kind, held: Attempt | None = None) -> Drafted | None:
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
        with self._observers.step("draft" if held is None else "redraft") as step, spending() as spent:
            try:
                step.found = drafted = await answered(
                    lambda: self._engine.draft(request, within), run.deadline, "engine", Drafted
                )
            except BaseException:
                run.usage += spent.usage
                run.missing.append(NoBody(kind, broken_off(spent.usage)))
                raise
        run.usage += drafted.usage
        if isinstance(drafted, Drafted):
            run.workflow = drafted.workflow
        elif drafted.cause == "deadline":
            run.is_late = within.has_passed
        return _usable(run, kind, drafted)

    def _about(self, run: Pass) -> About:
        digest = run.stored.digest if run.stored else ""
        late = self._settings.deadline_seconds if run.is_late or run.deadline.has_passed else None
        return About(run.candidate.persona, digest, self._engine.id, run.candidate.template_key, late)

    def _decision(self, run: Pass, outcome: Outcome, begun: float) -> Decision:
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


def _usable(run: Pass, kind: Kind, draft: Draft) -> Drafted | None:
    """Return a draft that shows something, None with the cause kept where there is none."""
    shown = shown_or_absent(draft)
    if isinstance(shown, Drafted):
        return shown
    run.missing.append(NoBody(kind, shown))
    return None
