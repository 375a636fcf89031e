"""The promises of the gate, asked of what was seen of one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from align.gate.decision import Decision, Downgraded, Held, Passed
from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.harness.failures import Absent
from align.judge.judgement import Judged, JudgeViolation
from align.judge.thresholds import violations_of
from align.validate import validate_draft
from align.waivers import waived_in
from specs.filling import filled
from tests.gate.threadless import ThreadlessLoop
from tests.gate.watched import SEEN, Seen, WatchedEngine

if TYPE_CHECKING:
    from collections.abc import Callable

    from specs import Spec
    from specs.store import TemplateRecord

LETTERS = {"draft": "d", "repair": "p", "redraft": "r", "template": "t"}
IN_ORDER = re.compile(r"(dp?(rp?){0,2})?t?")


@dataclass(frozen=True)
class Known:
    """What the checks know besides the pass itself: its settings, and what the store has by its own record.

    `spec_of` returns the spec of a version and a mission's version, `templates_of` what held for a decision.
    """

    settings: GateSettings
    has_judge: bool
    engine: WatchedEngine
    spec_of: Callable[[Decision], Spec]
    templates_of: Callable[[Decision], tuple[TemplateRecord, ...]]


def tags_of(decision: Decision) -> list[str]:
    """Return the tags of why a decision holds, none where it does not."""
    return [reason.tag for reason in decision.outcome.reasons] if isinstance(decision.outcome, Held) else []


def is_recorded_once(seen: Seen) -> None:
    """Promise 9. One decision record per call, also when the call is cancelled or an engine raises."""
    assert len(seen.recorded) == 1
    if seen.decision is None:
        return  # cancelled
    assert seen.decision.id == seen.recorded[0].id
    if seen.refused or seen.thread_seconds > GateSettings().record_seconds:
        assert seen.decision.body is None
        assert tags_of(seen.decision)[-1] == "audit_unavailable"
    else:
        assert seen.decision == seen.recorded[0]


def nothing_flagged_may_go(decision: Decision, known: Known) -> None:
    """Promise 1. No outcome that may be sent carries a body that `validate_draft` flags under the spec of the decision."""
    if decision.body is None:
        return
    spec = known.spec_of(decision)
    context = decision.candidate.context
    assert validate_draft(decision.body, spec, now=decision.now, context=context).ok
    assert decision.body.strip()
    assert decision.mode != "PAUSE"
    last = decision.attempts[-1]
    assert last.body == decision.body
    assert last.is_clean


def attempts_are_bounded_and_kept(seen: Seen, known: Known) -> None:
    """Promise 2. At most two redrafts; every attempt is in the decision, in order."""
    attempts = seen.told.attempts
    assert IN_ORDER.fullmatch("".join(LETTERS[attempt.kind] for attempt in attempts))
    assert len(seen.requests) <= 3 - (seen.candidate.body is not None)
    assert known.engine.can_redraft or len(seen.requests) <= 1
    first = "template" if known.engine.id == "template" and seen.candidate.body is None else "draft"
    tried = [attempt.body for attempt in attempts if attempt.kind in (first, "redraft")]
    given = [] if seen.candidate.body is None else [seen.candidate.body]
    assert tried[: len(given)] == given[: len(tried)]
    written = iter([getattr(answer.what, "body", None) for answer in seen.answers])
    assert all(body in written for body in tried[len(given) :])
    redrafts = [request.previous for request in seen.requests if request.previous is not None]
    assert redrafts == tried[: len(redrafts)]
    if seen.decision is not None and seen.mode != "PAUSE" and seen.told.spec is not None:
        wrote_nothing = [entry for entry in seen.told.missing if entry.kind in ("draft", "redraft")]
        unasked = len(tried) + len(wrote_nothing) - len(given) - len(seen.requests)
        assert unasked in (0, 1)  # with no time left, nobody is asked


def nobody_has_a_free_ride(seen: Seen, known: Known) -> None:
    """Promise 5. A template body gets no free ride: it is validated and judged like any other."""
    decision = seen.told
    if decision.spec is None:
        return
    spec = known.spec_of(decision)
    thresholds = spec.policy.judge if spec.policy else None
    for attempt in decision.attempts:
        again = validate_draft(attempt.body, spec, now=decision.now, context=decision.candidate.context)
        assert attempt.validation == again
        is_asked = known.has_judge and again.ok and decision.mode != "PAUSE"
        assert (attempt.judgement is not None) is is_asked
        over: tuple[JudgeViolation, ...] = ()
        if isinstance(attempt.judgement, Judged):
            in_time = [said for said, seconds in seen.opinions if seconds < known.settings.judge_seconds]
            assert attempt.judgement in in_time
            over = violations_of(attempt.judgement, thresholds, attempt.body, waived_in(again, spec))
        assert attempt.judge_violations == (over if known.settings.judge_mode == "enforce" else ())
    if isinstance(decision.outcome, Downgraded):
        held = {template.key: template.body for template in known.templates_of(decision)}
        assert decision.attempts[-1].kind == "template"
        assert decision.outcome.template_key == seen.candidate.template_key
        body = held[decision.outcome.template_key]
        assert decision.body == filled(body or "", seen.candidate.values)


def one_version_is_read(seen: Seen, known: Known) -> None:
    """Promise 6. The spec is read once per decision: an edit in the middle does not mix versions."""
    decision = seen.told
    assert len(seen.reads) == 1 or (seen.decision is None and not seen.reads)
    asked = {request.spec.digest for request in seen.requests} | {q.spec.digest for q in seen.questions}
    asked |= {attempt.validation.spec_digest for attempt in decision.attempts}
    if decision.spec is None:
        assert not asked
    else:
        assert asked <= {decision.spec.digest}
        assert known.spec_of(decision).digest == decision.spec.digest


class _Replayed:
    """The specs, templates and log of a pass, as it met with them."""

    def __init__(self, seen: Seen) -> None:
        self._seen = seen

    def current(self, persona: str) -> Any:
        del persona
        return _replayed(self._seen.reads[0])

    def templates(self, persona: str, when: Any = None) -> Any:
        del persona, when
        return _replayed(self._seen.templates[0])

    def record(self, decision: Decision) -> None:
        del decision
        if self._seen.refused:
            raise self._seen.refused[0]


def _replayed(found: Any) -> Any:
    if isinstance(found, Exception):
        raise found
    return found


def without_a_judge(seen: Seen, known: Known) -> Decision:
    """Return what a gate without a judge decides where all else is as it was in a pass."""
    replayed: Any = _Replayed(seen)
    engine = WatchedEngine(known.engine.id, known.engine.can_redraft, tuple(seen.answers))
    loop = ThreadlessLoop()
    loop.thread_seconds = seen.thread_seconds
    gate = AlignmentGate(
        GateParts(replayed, engine, replayed),
        settings=known.settings,
        clock=lambda: seen.told.now,
        monotonic=loop.time,
    )

    async def go() -> Decision:
        SEEN.set(Seen(seen.candidate, seen.mode, seen.thread_seconds))
        return await gate.align(seen.candidate, seen.mode)

    try:
        decision: Decision = loop.finish(go())
    finally:
        loop.close()
    return decision


def a_judge_only_adds_holds(seen: Seen, known: Known) -> None:
    """Promises 3 and 4: an absent judge changes nothing; one that is there turns no hold into a pass."""
    if seen.decision is None or seen.is_disturbed or not known.has_judge:
        return
    with_one, without = seen.decision, without_a_judge(seen, known)
    if with_one.body is not None:
        assert without.body is not None
    if all(
        attempt.judgement is None or isinstance(attempt.judgement, Absent) for attempt in with_one.attempts
    ):
        assert _unmarked(with_one) == _unmarked(without)


def _unmarked(decision: Decision) -> Any:
    outcome = decision.outcome
    if isinstance(outcome, Passed | Downgraded):
        outcome = replace(outcome, is_unjudged=False)
    return (
        outcome,
        [(attempt.kind, attempt.body, attempt.validation) for attempt in decision.attempts],
        decision.missing,
    )


def keeps_its_promises(seen: Seen, known: Known) -> None:
    """Check all that is promised of one pass."""
    is_recorded_once(seen)
    for decision in (seen.told, seen.recorded[0]):
        nothing_flagged_may_go(decision, known)
    attempts_are_bounded_and_kept(seen, known)
    nobody_has_a_free_ride(seen, known)
    one_version_is_read(seen, known)
    a_judge_only_adds_holds(seen, known)
