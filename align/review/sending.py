"""What a person decided to send: through the gate once more, recorded, and out by the runner's own way.

The gate judges the very body: it is not repaired, redrafted or replaced. A body that could not be sent now is tried
again from where it was, with the candidate's id as its key, so that nothing is lost and nothing goes out twice.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from align.engines.library import Correction
from align.gate.candidate import candidate_of
from align.gate.decision import Held
from align.gate.gate import AlignmentGate, GateParts, GateSettings
from align.harness.failures import Absent
from align.review.actions import Ended
from align.runner.advance import Runner
from align.runner.ports import DispatchError, DispatchRefusedError, Outgoing
from specs.store.errors import EditRefusedError, StoreError
from specs.store.moments import utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from align.engines.engine import Draft, DraftRequest
    from align.engines.library import WorkflowLibrary
    from align.gate.attempts import Kind
    from align.gate.ports import DecisionLog, Observer, SpecSource
    from align.harness.deadline import Deadline
    from align.judge.judgement import Judge
    from align.review.actions import Action, ActionKind
    from align.review.ledger import ReviewLedger
    from align.runner.advance import Advanced
    from align.runner.ports import Dispatcher, Receipts

_KINDS: Final[Mapping[ActionKind, Kind]] = {"approve": "draft", "edit": "edit", "template": "template"}


@dataclass(frozen=True, slots=True)
class SendParts:
    """What sends: the gate's rooms, the dispatcher of the runner, and where corrections are kept, if they are.

    `clock` gives the present moment, aware. `settings` and `observers` are those of the runner's own gate.
    """

    specs: SpecSource
    log: DecisionLog
    dispatcher: Dispatcher
    receipts: Receipts | None = None
    judge: Judge | None = None
    library: WorkflowLibrary | None = None
    settings: GateSettings = field(default_factory=GateSettings)
    observers: tuple[Observer, ...] = ()
    clock: Callable[[], dt.datetime] = utc_now


@dataclass(frozen=True, slots=True)
class _ByHand:
    """The engine of a body that a person decided on: named after the one that wrote it, and writing nothing."""

    id: str
    can_redraft: bool = False

    async def draft(self, request: DraftRequest, deadline: Deadline) -> Draft:
        """Write nothing."""
        del request, deadline
        return Absent("not_configured", "a person decides on this message")


@dataclass(frozen=True, slots=True)
class _StepJournal:
    """The journal of one action: its steps."""

    ledger: ReviewLedger
    action: Action

    async def sending(self, outgoing: Outgoing) -> None:
        kept = {
            "candidate_id": outgoing.candidate_id,
            "persona": outgoing.persona,
            "decision_id": outgoing.decision_id,
            "body": outgoing.body,
            "receipt": outgoing.receipt,
            "begun_as": outgoing.begun_as,
        }
        await asyncio.to_thread(self.ledger.sending, self.action.id, kept, outgoing.decision_id)


class Sender:
    """Carries out the actions that send a body. Safe for many at once, also in several processes."""

    def __init__(self, ledger: ReviewLedger, parts: SendParts) -> None:
        self._ledger = ledger
        self._parts = parts

    async def carry_out(self, action: Action) -> Ended:
        """Send what an action says, and record what came of it; `waiting` when it is to be tried again.

        Raises `StoreError` when the review's own database cannot be used; the action is then tried again as well.
        """
        words = await asyncio.to_thread(self._ledger.words_of, action)
        if not words:
            return Ended("waiting", action, cause="somebody else is at its end")
        try:
            advanced = await self._advanced(action, words)
        except DispatchRefusedError as error:
            return await self._ended(Ended("failed", action, cause=str(error)))
        except (DispatchError, StoreError) as error:
            return Ended("waiting", action, cause=str(error))
        return await self._came_to(action, advanced)

    async def _advanced(self, action: Action, words: Mapping[str, Any]) -> Advanced:
        if "outgoing" in words:
            return await self._runner(action).resume(Outgoing(**words["outgoing"]))
        await asyncio.to_thread(self._correct, action, words["candidate"])
        candidate = candidate_of(words["candidate"])
        return await self._runner(action).advance_draft(candidate, "GO", _StepJournal(self._ledger, action))

    async def _came_to(self, action: Action, advanced: Advanced) -> Ended:
        name, cause = advanced.decision_id, advanced.cause
        if advanced.status == "dispatched":
            is_duplicate = advanced.delivery is not None and advanced.delivery.is_duplicate
            told = "the receiver had this message's key already" if is_duplicate else None
            return await self._ended(Ended("dispatched", action, name, told, is_duplicate))
        if _spec_moved(advanced) or _is_unrecorded(advanced):
            return Ended("waiting", action, name, cause)
        return await self._ended(Ended("held", action, name, cause))

    async def _ended(self, ended: Ended) -> Ended:
        if ended.status != "waiting":
            await asyncio.to_thread(
                self._ledger.ended, ended.action, ended.status, ended.decision_id, ended.cause
            )
        return ended

    def _runner(self, action: Action) -> Runner:
        parts = self._parts
        acknowledged = frozenset(action.detail["acknowledged"])
        settings = replace(parts.settings, by_hand=_KINDS[action.kind], acknowledged=acknowledged)
        engine = _ByHand(str(action.detail["engine"]))
        gate = AlignmentGate(
            GateParts(parts.specs, engine, parts.log, parts.judge),
            settings=settings,
            observers=parts.observers,
            clock=parts.clock,
        )
        return Runner(gate, parts.dispatcher, receipts=parts.receipts)

    def _correct(self, action: Action, words: Mapping[str, Any]) -> None:
        """Keep what a person made of a body, for examples and tuning."""
        before = words.get("before")
        if self._parts.library is None or self._ledger.masked or before is None or action.kind != "edit":
            return
        correction = Correction(
            action.decision_id,
            words["persona"],
            str(action.detail["engine"]),
            action.detail["workflow"],
            before,
            words["body"],
        )
        try:
            self._parts.library.correct(correction, action.author, action.reason)
        except EditRefusedError:
            return  # the person kept every word


def _spec_moved(advanced: Advanced) -> bool:
    """Tell whether the gate let the body go, and the spec moved before it could be sent."""
    decision = advanced.decision
    return advanced.status == "held" and decision is not None and not isinstance(decision.outcome, Held)


def _is_unrecorded(advanced: Advanced) -> bool:
    decision = advanced.decision
    if decision is None or not isinstance(decision.outcome, Held):
        return False
    return any(reason.tag == "audit_unavailable" for reason in decision.outcome.reasons)
