"""The single source of truth: fact documents, how they are read, checked and identified.

`load_spec("facts.json").digest` is a beginning. Lint and the JSON Schema load on first use, so
that a check that needs neither pays for neither.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from specs.document import (
    Channels,
    Deposit,
    Fold,
    Location,
    Mission,
    PartDigests,
    Payment,
    Policy,
    Problem,
    Rate,
    Slot,
    Spec,
    SpecError,
    Voice,
)
from specs.load import load_spec, parse_spec

if TYPE_CHECKING:
    from specs.lint import Finding, lint_spec
    from specs.render import render_spec
    from specs.schema import spec_json_schema

__all__ = [
    "Channels",
    "Deposit",
    "Finding",
    "Fold",
    "Location",
    "Mission",
    "PartDigests",
    "Payment",
    "Policy",
    "Problem",
    "Rate",
    "Slot",
    "Spec",
    "SpecError",
    "Voice",
    "lint_spec",
    "load_spec",
    "parse_spec",
    "render_spec",
    "spec_json_schema",
]

_LATE: Final = {
    "Finding": "specs.lint",
    "lint_spec": "specs.lint",
    "render_spec": "specs.render",
    "spec_json_schema": "specs.schema",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the module holds
    """Load what is not always needed; raises `AttributeError` for an unknown name."""
    if name not in _LATE:
        msg = f"module 'specs' has no attribute '{name}'"
        raise AttributeError(msg)
    found = globals()[name] = getattr(import_module(_LATE[name]), name)
    return found
