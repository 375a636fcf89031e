"""One candidate's way: through the gate, and by the mode to its client, to a person, or no further."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from align.gate.decision import Held
from align.gate.receipt import ReceiptError, SpecMovedError
from align.runner.ports import DispatchError, NotProvenError, Outgoing
from specs.store.errors import StoreError, StoreUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision
    from align.runner.ports import Delivery, Dispatcher, Gate, Journal, Receipts

MAX_PASSES: Final = 3
"""Through the gate, for one candidate whose spec moves each time before its receipt is made."""

_SPEC_MOVED: Final = frozenset(("stale", "expired"))

Status: TypeAlias = Literal["dispatched", "pending_review", "held"]
"""Where a candidate came to: sent, ready for a person to look at, or held."""


@dataclass(frozen=True, slots=True)
class Advanced:
    """What became of a candidate. `cause` says why it is held, in words for an operator."""

    status: Status
    decision_id: str
    decision: Decision | None = None
    delivery: Delivery | None = None
    cause: str | None = None


class Runner:
    """Takes candidates through a gate and sends what passed. Safe for many candidates at once."""

    def __init__(self, gate: Gate, dispatcher: Dispatcher, *, receipts: Receipts | None = None) -> None:
        self._gate = gate
        self._dispatcher = dispatcher
        self._receipts = receipts

    async def advance_draft(
        self, candidate: Candidate, mode: Mode, journal: Journal | None = None
    ) -> Advanced:
        """Take a candidate through the gate, then send it (GO), leave it for review (DRAFT), or hold it (PAUSE).

        The decision is recorded before anything else happens; a message is in the journal before it is sent. Where the spec
        moved between a decision and its receipt, the candidate goes through the gate again, a few times. Raises
        `DispatchError` or `DispatchRefusedError` when sending fails, `StoreError` when the spec store cannot be asked for
        a receipt, and what the journal raises.
        """
        for _ in range(MAX_PASSES):
            decision = await self._gate.align(candidate, mode)
            if isinstance(decision.outcome, Held):
                cause = ", ".join(reason.tag for reason in decision.outcome.reasons)
                return Advanced("held", decision.id, decision, cause=cause)
            if mode == "PAUSE":
                return Advanced("held", decision.id, decision, cause="paused")
            if mode == "DRAFT":
                return Advanced("pending_review", decision.id, decision)
            outgoing, refusal = await self._cleared(candidate, decision, decision.outcome.body)
            if outgoing is not None:
                return await self._sent(outgoing, decision, journal)
            if refusal not in _SPEC_MOVED:
                break
        return Advanced("held", decision.id, decision, cause=f"not sent: {refusal}")

    async def _cleared(
        self, candidate: Candidate, decision: Decision, body: str
    ) -> tuple[Outgoing | None, str | None]:
        """Return what is to be sent, with its receipt; or why it may not be."""
        try:
            receipt = await self._receipt(decision)
        except SpecMovedError:
            return None, "stale"
        except ReceiptError as error:
            return None, str(error)
        outgoing = Outgoing(candidate.id, candidate.persona, decision.id, body, receipt)
        refusal = await self._refusal(outgoing)
        return (outgoing, None) if refusal is None else (None, refusal)

    async def _sent(self, outgoing: Outgoing, decision: Decision, journal: Journal | None) -> Advanced:
        if journal is not None:
            await journal.sending(outgoing)
        delivery = await self._dispatcher.dispatch(outgoing)
        return Advanced("dispatched", decision.id, decision, delivery=delivery)

    async def resume(self, outgoing: Outgoing, mode: Mode = "GO") -> Advanced:
        """Send again what somebody was sending who did not come back: the same words under the same key.

        Nothing is sent in another mode than GO, or under a receipt that no longer holds; whether the message went out
        before is then unknown, and said. Raises as `advance_draft` does.
        """
        refusal = f"the mode is {mode} now" if mode != "GO" else await self._refusal(outgoing, is_kept=True)
        if refusal is not None:
            cause = f"sending had begun, so it may have gone out; not sent again: {refusal}"
            return Advanced("held", outgoing.decision_id, cause=cause)
        delivery = await self._dispatcher.dispatch(outgoing)
        return Advanced("dispatched", outgoing.decision_id, delivery=delivery)

    async def _receipt(self, decision: Decision) -> str | None:
        if self._receipts is None:
            return None
        with _proving():
            return await asyncio.to_thread(self._receipts.issue, decision)

    async def _refusal(self, outgoing: Outgoing, *, is_kept: bool = False) -> str | None:
        if self._receipts is None:
            return None
        with _proving():
            ask = partial(self._receipts.refusal, outgoing.receipt, outgoing.body, is_kept=is_kept)
            return await asyncio.to_thread(ask)


@contextmanager
def _proving() -> Iterator[None]:
    try:
        yield
    except StoreUnavailableError as error:
        raise NotProvenError(f"it cannot be checked before it is sent: {error}") from error
    except StoreError as error:
        raise DispatchError(f"it cannot be checked before it is sent: {error}") from error
