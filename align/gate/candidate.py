"""What comes into the gate: one message that is about to be sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from align.context import DraftContext
from specs.document.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

Mode: TypeAlias = Literal["GO", "DRAFT", "PAUSE"]
"""GO sends what passes; DRAFT keeps it for a person; PAUSE holds everything."""

MODES: Final[tuple[Mode, ...]] = get_args(Mode)


MAX_MESSAGE_CHARS: Final = 20_000
"""Code points of a message that a door takes, of the client's as well: the check of both takes a second at the most.

`validate_draft` itself takes any text.
"""


def length_problem(text: str) -> str | None:
    """Return what is wrong with the length of a message, as it follows the name of its field; None: nothing."""
    if len(text) <= MAX_MESSAGE_CHARS:
        return None
    return f"has {len(text):,} characters; a message has at most {MAX_MESSAGE_CHARS:,}"


class ModeError(ValueError):
    """A text that is no mode; the message names those that there are."""


def mode_of(text: str) -> Mode:
    """Return the mode of that name; raises `ModeError`."""
    if text not in MODES:
        raise ModeError(f"'{text}' is no mode; write {', '.join(MODES)}{did_you_mean(text, MODES)}")
    return text


@dataclass(frozen=True, slots=True)
class Candidate:
    """A message on its way to a client.

    `id` is the caller's, unique for each message. Without a `body` the engine writes one. `template_key` names
    the safe body to fall back on, and `goal` what the message is for. `archetype` (what kind of client it is) and
    `state` (how far things are) choose the engine's workflow, unless `workflow` names one. `values` fill the places of
    the template (`{name}`) by their names.
    """

    id: str
    persona: str
    body: str | None = None
    template_key: str | None = None
    goal: str | None = None
    context: DraftContext = field(default_factory=DraftContext)
    archetype: str | None = None
    state: str | None = None
    workflow: str | None = None
    values: Mapping[str, str] = field(default_factory=dict, hash=False)


def candidate_of(data: Mapping[str, Any]) -> Candidate:
    """Return the candidate in the JSON that `candidate_json` makes, or made in an earlier release."""
    return Candidate(
        data["id"],
        data["persona"],
        data["body"],
        data["template_key"],
        data["goal"],
        DraftContext(data["inbound"], data["time_locked"]),
        data.get("archetype"),
        data.get("state"),
        data.get("workflow"),
        data.get("values") or {},
    )
