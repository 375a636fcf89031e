"""What the gate lends to the spec store."""

from __future__ import annotations

from align.reading.folding import fold_text
from align.rules import RULES
from specs.store.checks import Checks


def gate_checks() -> Checks:
    """Return the gate's folding and the names of its rules, for documents that are about to be stored."""
    return Checks(fold=fold_text, rule_ids=tuple(rule.id for rule in RULES))
