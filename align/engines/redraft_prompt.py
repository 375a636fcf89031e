"""What a model is told about a body that was held: rule ids, fixed sentences, and values of the spec; nothing else.

The words of the body, and what a judge wrote, stay out: a sentence that a model or a client put there could steer the
next draft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.findings import Violation

_SUMMARIES = {rule.id: rule.summary for rule in RULES}


def what_was_wrong(violations: Iterable[Violation], dimensions: Iterable[str] = ()) -> str:
    """Return what was wrong as instructions, each once: violations with what the spec says, dimensions with their meaning."""
    lines: dict[str, None] = {}
    for violation in violations:
        summary = _SUMMARIES.get(violation.rule, "breaks a rule of its own")
        lines[f"- {violation.rule}: the message {summary}. The spec says: {violation.expected}."] = None
    for dimension in dimensions:
        summary = _SUMMARIES.get(dimension, "says something that the spec does not say")
        lines[f"- {dimension}: the message {summary}."] = None
    if not lines:
        return (
            "The previous message was not good enough. Write another one that says only what the spec says."
        )
    return "\n".join(["The previous message cannot be sent:", *lines, "Write it again without these faults."])
