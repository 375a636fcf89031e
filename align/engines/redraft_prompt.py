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


def what_was_wrong(violations: Iterable[Violation]) -> str:
    """Return the violations as instructions, each rule with what the spec says instead, each once."""
    lines: dict[str, None] = {}
    for violation in violations:
        summary = _SUMMARIES.get(violation.rule, "breaks a rule of its own")
        lines[f"- {violation.rule}: the message {summary}. The spec says: {violation.expected}."] = None
    if not lines:
        return (
            "The previous message was not good enough. Write another one that says only what the spec says."
        )
    return "\n".join(["The previous message cannot be sent:", *lines, "Write it again without these faults."])
