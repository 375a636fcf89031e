"""What becomes of a text when the spec changes: its check before and its check after, compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from align.findings import Validation

Verdict: TypeAlias = Literal["newly held", "released", "changed"]
"""What a new spec does to a text: passed and would be held; was held and would pass; held for other reasons."""

VERDICTS: tuple[Verdict, ...] = ("newly held", "released", "changed")


def verdict_of(old: Validation, new: Validation) -> Verdict | None:
    """Return what changes between two checks of one text, None where nothing does."""
    if old.ok != new.ok:
        return "newly held" if old.ok else "released"
    return "changed" if not old.ok and _said(old) != _said(new) else None


def rules_between(old: Validation, new: Validation) -> tuple[str, ...]:
    """Return the rules that make the difference: those that find something in one check that they don't in the other."""
    return tuple(sorted({rule for rule, *_ in _said(old) ^ _said(new)}))


def _said(validation: Validation) -> set[tuple[Any, ...]]:
    found: set[tuple[Any, ...]] = {(v.rule, v.start, v.end, v.expected) for v in validation.violations}
    return found | {(error.rule, "error") for error in validation.errors}
