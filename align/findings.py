"""What a check says: violations, rule errors, and the validation that holds them.

These are the types of the wire format (docs/wire-schema.md). They know nothing of
reading, claims or rules, so that any layer may build one.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

from align.records import quick

Family = Literal["facts", "policy"]
"""A rule's family decides the hold reason: `spec_conflict` or `policy_conflict`."""


@quick
@dataclass(frozen=True, slots=True)
class Violation:
    """One thing the draft says that the spec does not allow.

    `start` and `end` are half-open code points of the original body, and
    `body[start:end] == text` always holds. `claimed` is what was read, `expected` what
    the spec says instead, `fact` the path of the deciding entry in the spec document,
    `message` a sentence for people and `instruction` a sentence for a redraft.
    """

    rule: str
    family: Family
    start: int
    end: int
    text: str
    claimed: str
    expected: str
    fact: str
    message: str
    instruction: str


@quick
@dataclass(frozen=True, slots=True)
class RuleError:
    """A rule that crashed. It is visible, and it never counts as clean."""

    rule: str
    error: str


@quick
@dataclass(frozen=True, slots=True)
class Validation:
    """The outcome of one check. Equal inputs give equal validations, byte for byte.

    `violations` hold the draft; `warnings` come from rules that the policy sets to
    `warn`, or are covered by a waiver, and then their message says so; `errors` are rules
    that crashed. All are sorted by span, then rule.
    """

    violations: tuple[Violation, ...]
    warnings: tuple[Violation, ...]
    errors: tuple[RuleError, ...]
    spec_digest: str

    @property
    def ok(self) -> bool:
        """True exactly when there are neither violations nor errors."""
        return not self.violations and not self.errors

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form as plain dicts and lists."""
        return {
            "ok": self.ok,
            "violations": [asdict(v) for v in self.violations],
            "warnings": [asdict(v) for v in self.warnings],
            "errors": [asdict(e) for e in self.errors],
            "spec_digest": self.spec_digest,
        }

    def to_json(self) -> str:
        """Return the wire form as one line of ASCII-escaped JSON.

        Escaping lets any body survive the trip, lone surrogates included. Only the two halves of a surrogate pair
        side by side, which no decoder makes, come back as the one character that they stand for in JSON.
        """
        return json.dumps(self.to_dict(), ensure_ascii=True, separators=(",", ":"))

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Validation:
        """Rebuild a validation from its wire form.

        Raises `ValueError` when `ok` does not agree with the rest, and `TypeError` or
        `KeyError` when a field is unknown or missing.
        """
        made = cls(
            violations=tuple(Violation(**v) for v in data["violations"]),
            warnings=tuple(Violation(**v) for v in data["warnings"]),
            errors=tuple(RuleError(**e) for e in data["errors"]),
            spec_digest=data["spec_digest"],
        )
        if data["ok"] is not made.ok:
            msg = "'ok' does not agree with violations and errors"
            raise ValueError(msg)
        return made

    @classmethod
    def from_json(cls, text: str) -> Validation:
        """Rebuild a validation from `to_json`'s line; errors as for `from_dict`."""
        return cls.from_dict(json.loads(text))
