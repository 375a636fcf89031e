"""Why cases wait, as a key to group them by: the rule with what was said and what the facts say, or the tag of a hold."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PENDING: Final = "pending_review"
RAISED: Final = "late_judgement"
UNSENT: Final = "not_sent"
"""The tags of drafts that no hold names: staged; raised by a late judgement; passed, and not sent as the spec moved."""

_FOLLOWS: Final = "template_unavailable"
_NAMED: Final = ("template_conflict", "template_unavailable")


Kind: TypeAlias = Literal["held", "pending", "raised", "unsent"]
"""Held by the gate; passed and staged (DRAFT); sent already, and a late judgement speaks against it; passed and not sent."""


def kind_of(*, outcome: str, mode: str, is_unsent: bool) -> Kind:
    """Return as what a decision waits for a person, if it does."""
    if outcome == "held":
        return "held"
    if is_unsent:
        return "unsent"
    return "pending" if mode == "DRAFT" else "raised"


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason why drafts of a persona wait. Equal causes are one group.

    `rule` is the id of a rule or the dimension of a judge; `about` is what else tells causes apart: a template's key, or
    what an engine or a store failed with. `claimed` is None where there is none, and where the words are not kept.
    """

    persona: str
    tag: str
    rule: str | None = None
    claimed: str | None = None
    expected: str | None = None
    about: str | None = None

    @property
    def id(self) -> str:
        """A short name of the cause, the same for equal causes."""
        text = json.dumps(astuple(self))
        return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Told:
    """What a decision says of why it waits: hold reasons and late judgement as JSON, words apart or in place."""

    persona: str
    kind: Kind
    reasons: Sequence[Mapping[str, Any]]
    late: Mapping[str, Any] | None
    words: Mapping[str, Any]


def causes_of(told: Told) -> tuple[Cause, ...]:
    """Return the causes of one decision, each once, in order; never empty for one that waits.

    A template that is missing is a cause of its own only where nothing else is: it says what did not help.
    """
    found = dict.fromkeys(_of_reasons(told))
    if any(cause.tag != _FOLLOWS for cause in found):
        found = {cause: None for cause in found if cause.tag != _FOLLOWS}
    late = (told.late or {}).get("judge_violations", ())
    found |= dict.fromkeys(Cause(told.persona, RAISED, score["dimension"]) for score in late)
    if told.kind == "unsent":
        found[Cause(told.persona, UNSENT)] = None
    if not found:
        found = {Cause(told.persona, PENDING): None}
    return tuple(found)


def _of_reasons(told: Told) -> Iterator[Cause]:
    for number, reason in enumerate(told.reasons):
        tag = str(reason["tag"])
        about = reason.get("cause") or (reason.get("template_key") if tag in _NAMED else None)
        parts = list(_parts(told, number, reason))
        for rule, claimed, expected in parts:
            yield Cause(told.persona, tag, rule, claimed, expected, about)
        if not parts:
            yield Cause(told.persona, tag, about=about)


def _parts(
    told: Told, number: int, reason: Mapping[str, Any]
) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield what a reason names: violations with their words, dimensions, rules that crashed."""
    for place, violation in enumerate(reason.get("violations", ())):
        claimed = violation["claimed"]
        if claimed is None:
            claimed = told.words.get(f"outcome/reasons/{number}/violations/{place}/claimed")
        yield violation["rule"], claimed, violation["expected"]
    for name in (*reason.get("dimensions", ()), *reason.get("rules", ())):
        yield name, None, None
