"""Recording a decision, also while the caller is being cancelled; one that nobody can rely on is a hold."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from align.gate.reasons import unrecorded
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from align.gate.decision import Decision
    from align.gate.observing import Observers
    from align.gate.ports import DecisionLog


class Recorder:
    """Records each decision in a log that is waited for `seconds`, and tells observers of it."""

    def __init__(self, log: DecisionLog, observers: Observers, seconds: float) -> None:
        self._log = log
        self._observers = observers
        self._seconds = seconds

    async def record(self, decision: Decision) -> Decision:
        """Return the decision as it was recorded, or the hold that it becomes where it could not be.

        A caller's cancellation goes through, after the record or its time.
        """
        try:
            with self._observers.step("record"):
                decision = await self._stored(decision)
        finally:
            self._observers.pass_ended(decision)
        return decision

    async def _stored(self, decision: Decision) -> Decision:
        # A future of the executor and not a task: a loop that cancels all its tasks on its way out leaves it alone.
        recording = asyncio.get_running_loop().run_in_executor(None, self._log.record, decision)
        recording.add_done_callback(_retrieve)
        try:
            await asyncio.wait((recording,), timeout=self._seconds)
        except asyncio.CancelledError:
            await asyncio.wait((recording,), timeout=self._seconds)
            raise
        if not recording.done():
            cause = f"no answer within {self._seconds:g} seconds; the record may still come"
            return unrecorded(decision, cause)
        try:
            recording.result()
        except Exception as error:  # noqa: BLE001 - what is not recorded may not go, whatever the reason
            # The text of an unknown error may hold a message.
            known = isinstance(error, StoreError)
            return unrecorded(decision, str(error) if known else f"it crashed: {type(error).__name__}")
        return decision


def _retrieve(recording: asyncio.Future[None]) -> None:
    """Take note of what recording raised when nobody waits for it any more."""
    if not recording.cancelled():
        recording.exception()
