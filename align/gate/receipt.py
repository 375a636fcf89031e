"""A pass receipt: proof that this body passed, under these parts of the spec, until this moment.

Dispatch checks it. A receipt is an HMAC-SHA256 over its own canonical JSON; it names the digests of the parts of the
spec that the body relied on, so an edit of the mission does not make a receipt stale whose body used only facts.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from align.gate.reliance import relied_on, valid_until
from specs.store.errors import StoreError, StoreUnavailableError

if TYPE_CHECKING:
    from align.gate.decision import Decision
    from align.gate.ports import SpecSource
    from specs import Spec

MIN_KEY_BYTES: Final = 16

Refusal: TypeAlias = Literal["forged", "edited", "stale", "expired", "unknown"]
"""Why a receipt does not cover a body: its seal is not ours; another body; the spec moved; its time is over; no spec."""


class ReceiptError(ValueError):
    """A receipt cannot be made or read; the message says why."""


class SpecMovedError(ReceiptError):
    """The spec is another one by now; the candidate may go through the gate again."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Which body passed, in which decision, written by which engine, under which parts of the spec, until when.

    `parts` maps `facts`, `policy` and `mission`, as far as the body relied on them, to their digests. `valid_until` is
    None where nothing that the body relied on changes by itself. `seal` is the HMAC of all the rest, in hexadecimal.
    """

    decision: str
    persona: str
    body_hash: str
    parts: dict[str, str]
    engine: str
    valid_until: dt.datetime | None
    seal: str = ""

    @classmethod
    def issue(cls, decision: Decision, spec: Spec, key: bytes) -> Receipt:
        """Return the receipt of a decision whose body may go.

        `spec` is the one that the decision was made under. Raises `SpecMovedError` for another spec, `ReceiptError` for a hold or a short key.
        """
        if decision.body is None or decision.spec is None:
            raise ReceiptError("a held candidate has no receipt")
        if spec.digest != decision.spec.digest:
            raise SpecMovedError("the receipt is to be made under another spec than the decision was")
        used = relied_on(decision.body, spec, now=decision.now, context=decision.candidate.context)
        parts = {name: getattr(spec.part_digests, name) for name in sorted(used.parts)}
        bare = cls(
            decision.id,
            decision.candidate.persona,
            hash_of(decision.body),
            parts,
            decision.engine,
            valid_until(spec, used, decision.now),
        )
        return replace(bare, seal=bare._sealed(key))

    def check(self, body: str, specs: SpecSource, key: bytes, *, now: dt.datetime) -> Refusal | None:
        """Return why this receipt does not cover the body now, None when it does.

        Raises `StoreUnavailableError` when the spec store cannot be asked, also when it has an older spec to give: then
        nothing is proved.
        """
        if not hmac.compare_digest(self._sealed(key).encode(), self.seal.encode("utf-8", "backslashreplace")):
            return "forged"
        return self.check_unsealed(body, specs, now=now)

    def check_unsealed(self, body: str, specs: SpecSource, *, now: dt.datetime) -> Refusal | None:
        """Do what `check` does for a receipt that nobody else could have made, whatever its seal."""
        if not hmac.compare_digest(hash_of(body), self.body_hash):
            return "edited"
        if self.valid_until is not None and now >= self.valid_until:
            return "expired"
        try:
            # Asked of the database itself: what is current may be a little old.
            stored = specs.at(self.persona, now)
        except StoreUnavailableError:
            raise
        except StoreError:
            return "unknown"
        if stored.stale is not None:
            raise StoreUnavailableError("the spec store is away", "bring it back, then send again")
        digests = stored.spec.part_digests
        moved = any(getattr(digests, name) != digest for name, digest in self.parts.items())
        return "stale" if moved else None

    def to_json(self) -> str:
        """Return the receipt as one line of ASCII JSON."""
        return json.dumps(_plain(self), sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str) -> Receipt:
        """Return the receipt in a JSON text; raises `ReceiptError` for any other text."""
        try:
            data = json.loads(text)
            until = data.pop("valid_until")
            moment = None if until is None else dt.datetime.fromisoformat(until)
            found = cls(**data, valid_until=moment)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
            raise ReceiptError(f"this is no receipt ({type(error).__name__})") from None
        texts = (found.decision, found.persona, found.body_hash, found.engine, found.seal)
        if not all(isinstance(value, str) for value in texts) or not isinstance(found.parts, dict):
            raise ReceiptError("this is no receipt (a field of another type)")
        return found

    def _sealed(self, key: bytes) -> str:
        if len(key) < MIN_KEY_BYTES:
            raise ReceiptError(f"the key of receipts needs at least {MIN_KEY_BYTES} bytes")
        rest = {name: value for name, value in _plain(self).items() if name != "seal"}
        text = json.dumps(rest, sort_keys=True, separators=(",", ":"))
        return hmac.new(key, text.encode("ascii"), hashlib.sha256).hexdigest()


def hash_of(body: str) -> str:
    """Return the SHA-256 of a body, escaped as JSON, so that any text has one."""
    return hashlib.sha256(json.dumps(body).encode("ascii")).hexdigest()


def _plain(receipt: Receipt) -> dict[str, Any]:
    until = receipt.valid_until
    return {**asdict(receipt), "valid_until": None if until is None else until.isoformat()}
