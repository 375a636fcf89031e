"""Receipts as a runner uses them: issued for decisions, and asked about before anything is sent."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from align.gate.receipt import MIN_KEY_BYTES, Receipt, ReceiptError
from specs.store.errors import StoreError
from specs.store.moments import utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from align.gate.decision import Decision
    from align.gate.ports import SpecSource


KEY_VARIABLE: Final = "ALIGN_RECEIPT_KEY"


def receipt_key(environment: Mapping[str, str]) -> bytes | None:
    """Return the key that the environment gives, None where it gives none; raises `ReceiptError` for a short one."""
    key = environment.get(KEY_VARIABLE, "").encode("utf-8", "surrogateescape")
    if 0 < len(key) < MIN_KEY_BYTES:
        raise ReceiptError(f"{KEY_VARIABLE} needs at least {MIN_KEY_BYTES} bytes")
    return key or None


class ReceiptBook:
    """Issues and checks receipts under one key of at least 16 bytes, which all who exchange receipts share.

    Without a key, the book has one of its own that dies with it. `clock` gives the present moment, aware.
    """

    def __init__(
        self, specs: SpecSource, key: bytes | None, *, clock: Callable[[], dt.datetime] = utc_now
    ) -> None:
        self._specs = specs
        self._key = key or secrets.token_bytes(32)
        self._is_shared = key is not None
        self._clock = clock

    def issue(self, decision: Decision) -> str:
        """Return the receipt of a decision that lets a body go, as JSON.

        Raises `ReceiptError` for a hold, or when the spec of the decision no longer holds; `StoreError` when the
        store cannot be asked.
        """
        spec = self._specs.at(decision.candidate.persona, decision.now).spec
        return Receipt.issue(decision, spec, self._key).to_json()

    def refusal(self, receipt: str | None, body: str, *, is_kept: bool = False) -> str | None:
        """Return why this body may no longer be sent, None when it may.

        `is_kept` receipts were kept in our own database by a process that is gone; without a shared key its seal says
        nothing, and all but the seal is checked. Raises `StoreError` when the spec store cannot say: it is away, or has
        no spec of the persona. That proves nothing, neither for the body nor against it.
        """
        if receipt is None:
            return "it has no receipt"
        now = self._clock()
        try:
            read = Receipt.from_json(receipt)
            if is_kept and not self._is_shared:
                found = read.check_unsealed(body, self._specs, now=now)
            else:
                found = read.check(body, self._specs, self._key, now=now)
        except ReceiptError as error:
            return str(error)
        if found == "unknown":
            raise StoreError("the spec store has no spec for this receipt now")
        return found
