"""What an edit would do, as it is shown to those who may see one persona and no other."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from align.operators.verdicts import VERDICTS
from align.pages.findings_view import FindingsView, findings_view

if TYPE_CHECKING:
    import datetime as dt

    from align.operators.plan import Effect, Plan
    from align.operators.verdicts import Verdict
    from specs.edits import Change

MOST_EXAMPLES: Final = 3
"""Texts that are shown for each verdict and rule."""

_SAID: Final[dict[Verdict, str]] = {
    "newly held": "pass now and would be held",
    "released": "are held now and would pass",
    "changed": "would be held for other reasons",
}


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A field that changes, its values as JSON; None: it is not there."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class VerdictCount:
    """How many texts an edit does this to, with the rules that make the difference."""

    verdict: Verdict
    said: str
    count: int
    rules: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A text that the edit makes a difference to, with what is found in it after it, or was before it."""

    verdict: Verdict
    kind: str
    name: str
    rules: tuple[str, ...]
    found: FindingsView


@dataclass(frozen=True, slots=True)
class PlanView:
    """An edit's changes from when on, how many texts were replayed, and what it does to them."""

    changes: tuple[tuple[dt.datetime, tuple[ChangeLine, ...]], ...]
    replayed: int
    verdicts: tuple[VerdictCount, ...]
    examples: tuple[Example, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not self.changes


def plan_view(plan: Plan, persona: str) -> PlanView:
    """Return what the plan says of one persona; pending edits of others are left out."""
    mine = [part for part in plan.personas if part.persona == persona]
    effects = [effect for part in mine for effect in part.effects]
    return PlanView(
        tuple((part.effective, change_lines(part.changes)) for part in mine),
        max((sum(part.replayed.values()) for part in mine), default=0),
        tuple(_count(verdict, effects) for verdict in VERDICTS),
        tuple(_examples(effects)),
    )


def change_lines(changes: tuple[Change, ...]) -> tuple[ChangeLine, ...]:
    """Return changes as people read them."""
    return tuple(ChangeLine(c.path, as_text(c.before), as_text(c.after)) for c in changes)


def as_text(value: Any) -> str | None:  # noqa: ANN401 - any JSON value
    """Return a value of a fact document as JSON for people, None for one that is not there."""
    return None if value is None else json.dumps(value, ensure_ascii=False)


def _count(verdict: Verdict, effects: list[Effect]) -> VerdictCount:
    found = [effect for effect in effects if effect.verdict == verdict]
    rules: dict[str, int] = {}
    for effect in found:
        for rule in effect.rules:
            rules[rule] = rules.get(rule, 0) + 1
    ordered = sorted(rules.items(), key=lambda item: (-item[1], item[0]))
    return VerdictCount(verdict, _SAID[verdict], len(found), tuple(ordered))


def _examples(effects: list[Effect]) -> list[Example]:
    shown: dict[tuple[Verdict, tuple[str, ...]], int] = {}
    examples: list[Example] = []
    for effect in effects:
        kind = (effect.verdict, effect.rules)
        shown[kind] = shown.get(kind, 0) + 1
        if shown[kind] <= MOST_EXAMPLES:
            after = effect.old if effect.verdict == "released" else effect.new
            found = findings_view(effect.body, after.violations, most=600)
            examples.append(Example(effect.verdict, effect.kind, effect.name, effect.rules, found))
    return examples
