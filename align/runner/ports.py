"""What the runner asks of the rooms around it, as protocols: the gate, what sends, receipts, and a journal."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from align.gate.candidate import Candidate, Mode
    from align.gate.decision import Decision


class DispatchError(Exception):
    """The message could not be sent now, or may not have been; trying again may help. Never holds its words."""


class DispatchRefusedError(Exception):
    """The receiver refuses this message; trying again is of no use. Never holds its words."""


class NotProvenError(DispatchError):
    """The spec store is away, so nobody can say whether the message may be sent: it waits, however long that takes."""


class LeaseLostError(Exception):
    """Another worker has the candidate by now: whoever held it before must not go on."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that may be sent.

    `candidate_id` is the persona's own. `begun_as` is the key under which sending began, where that is another one
    than `key` would give now: a receiver must meet the same key again.
    """

    candidate_id: str
    persona: str
    decision_id: str
    body: str = field(repr=False)
    receipt: str | None = field(default=None, repr=False)
    begun_as: str | None = None

    @property
    def key(self) -> str:
        """What tells a receiver that it saw the message before: `PERSONA/ID`. A persona's name has no slash."""
        return self.begun_as or f"{self.persona}/{self.candidate_id}"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a dispatch; `is_duplicate`: the receiver said that it had this key already."""

    is_duplicate: bool = False


class Gate(Protocol):
    """Takes a candidate to a recorded decision; `align.gate.gate.AlignmentGate` is one."""

    async def align(self, candidate: Candidate, mode: Mode = "GO") -> Decision:
        """Return the decision, which is recorded by then."""
        ...


class Dispatcher(Protocol):
    """Sends messages, each at least once: what it returned from is sent, whatever happens after that."""

    async def dispatch(self, outgoing: Outgoing) -> Delivery:
        """Send a message; raises `DispatchError` or `DispatchRefusedError`."""
        ...


class Receipts(Protocol):
    """Pass receipts: what a decision relied on, checked again at the moment of sending."""

    def issue(self, decision: Decision) -> str:
        """Return the receipt of a decision that lets a body go; raises `ReceiptError` when the spec has moved, `StoreError`."""
        ...

    def refusal(self, receipt: str | None, body: str, *, is_kept: bool = False) -> str | None:
        """Return why this body may no longer be sent, None when it may; raises `StoreError` when nobody can say now.

        `is_kept`: another process of ours may have issued the receipt.
        """
        ...


class Journal(Protocol):
    """Where it is written down that a message is about to be sent, before it is."""

    async def sending(self, outgoing: Outgoing) -> None:
        """Keep what is sent, so that whoever takes over sends the same; raises `LeaseLostError`, `StoreError`."""
        ...
