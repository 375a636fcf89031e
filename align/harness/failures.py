"""Why a call to a model server gave no answer: the causes are kept apart, and each is a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from align.harness.usage import Usage

Cause: TypeAlias = Literal[
    "not_configured",
    "refused",
    "timeout",
    "unauthorized",
    "rate_limited",
    "bad_request",
    "server_error",
    "bad_json",
    "schema_violation",
    "truncated",
    "breaker_open",
    "deadline",
    "cancelled",
    "unknown_model",
    "unknown_workflow",
    "unfilled_template",
    "empty_body",
]

PASSING: Final[frozenset[Cause]] = frozenset(("refused", "timeout", "rate_limited", "server_error"))
"""What may pass by itself, so that asking again makes sense."""

WORDS: Final[dict[Cause, str]] = {
    "not_configured": "no model server is configured",
    "refused": "the model server cannot be reached",
    "timeout": "the model server did not answer in time",
    "unauthorized": "the model server refuses the key",
    "rate_limited": "the model server takes no more requests for now",
    "bad_request": "the model server refuses the request",
    "server_error": "the model server failed",
    "bad_json": "the answer is no JSON",
    "schema_violation": "the answer is not of the form that was asked for",
    "truncated": "the answer was cut off",
    "breaker_open": "the model server failed too often lately and is left alone for a while",
    "deadline": "there was no time left",
    "cancelled": "the call was cancelled",
    "unknown_model": "the model server does not serve this model",
    "unknown_workflow": "no such workflow can be run",
    "unfilled_template": "the template cannot be filled",
    "empty_body": "the body is empty",
}


@dataclass(frozen=True, slots=True)
class Absent:
    """No answer, and why. `detail` is for operators: never the body of a message, never a key.

    `usage` is what was spent on it all the same; two absences for one reason are equal, whatever they cost.
    """

    cause: Cause
    detail: str = ""
    usage: Usage = field(default_factory=Usage, compare=False)

    def __str__(self) -> str:
        """Return the cause in words, with the detail."""
        return f"{WORDS[self.cause]} ({self.detail})" if self.detail else WORDS[self.cause]
