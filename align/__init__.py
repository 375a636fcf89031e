"""The draft alignment gate: check drafted messages against a versioned spec."""

from align.context import DraftContext
from align.findings import RuleError, Validation, Violation
from align.validate import compile_spec, validate_draft

__all__ = [
    "DraftContext",
    "RuleError",
    "Validation",
    "Violation",
    "compile_spec",
    "validate_draft",
]
