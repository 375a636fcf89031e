"""`align facts plan`: what pending edits would do, for people and for a pipeline."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from align.audit.store import DecisionStore
from align.cli.contrast import contrast
from align.cli.drafts import InputError
from align.cli.operator import lines_of_changes
from align.cli.output import Output, complain
from align.cli.visible import visible
from align.operators.assignments import parse_assignments
from align.operators.drafts import read_last_drafts
from align.operators.plan import Trial, plan_edits
from align.operators.settings import open_desk
from align.operators.verdicts import VERDICTS
from specs.store.ledger import Edit
from specs.store.operations import parse_effective

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.cli.report import Line
    from align.operators.drafts import StoredDraft
    from align.operators.plan import Effect, PersonaPlan, Plan

_STYLES = {"newly held": "red", "released": "green", "changed": "yellow"}

Tried = tuple[str | None, list[str], list[str], str | None]
"""A persona, assignments, paths to take out, and a moment, as the options give them."""


@dataclass(frozen=True, slots=True)
class Replay:
    """What to replay, of a file and of the recorded decisions, and how much of it to show."""

    file: str | None
    last: int
    examples: int
    decisions: int | None = None


def show_plan(where: tuple[str | None, str | None], tried: Tried, replay: Replay, *, form: str) -> int:
    """Print the plan; return 1 when something that passes now would be held."""
    desk = open_desk(*where)
    drafts: tuple[StoredDraft, ...] = ()
    code = 0
    if replay.file is not None:
        personas = None if tried[0] is None else frozenset([tried[0]])
        found = read_last_drafts(replay.file, replay.last, personas)
        for line in found.refused:
            complain(line)
        drafts = found.drafts
        code = 2 if found.refused else 0
    if replay.decisions is not None:
        drafts += DecisionStore(desk.engine).last_drafts(replay.decisions)
    plan = plan_edits(desk.migrations, Trial(drafts, _edit(tried)))
    output = Output()
    if form == "json":
        output.show([((json.dumps(_as_json(plan)), ""),)])
    else:
        output.show(list(_lines(plan, replay.examples, output.width)))
    return code or int(plan.holds_more)


def _edit(tried: Tried) -> tuple[str, Edit] | None:
    persona, edits, unset, effective = tried
    if persona is None:
        return None
    if "=" in persona:
        raise InputError(f"'{persona}' is no persona; write: align facts plan PERSONA PATH=VALUE")
    changes = parse_assignments(edits, unset)
    return persona, Edit(changes, "plan", "planned", parse_effective(effective))


def _lines(plan: Plan, examples: int, width: int) -> Iterator[Line]:
    for revision in plan.revisions:
        yield ((f"pending {visible(revision)}", "dim"),)
    for what, whose in (("added", plan.added), ("retired", plan.retired)):
        for name, moment in whose.items():
            begins = moment.isoformat(timespec="minutes")
            yield ((f"{visible(name)}: ", "bold"), (f"{what} from {begins}", ""))
    for persona in plan.personas:
        yield from _persona_lines(persona, examples, width)
    if not (plan.personas or plan.added or plan.retired):
        yield (("nothing would change", ""),)
    for verdict, counts in plan.by_rule().items():
        for rule, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            yield ((f"{verdict:<11}", _STYLES[verdict]), (f" {count:>5}  {rule}", ""))
    total = {verdict: sum(e.verdict == verdict for e in plan.effects) for verdict in VERDICTS}
    yield ((", ".join(f"{count} {verdict}" for verdict, count in total.items()), "bold"),)


def _persona_lines(plan: PersonaPlan, examples: int, width: int) -> Iterator[Line]:
    replayed = ", ".join(f"{count} {kind}" for kind, count in plan.replayed.items())
    begins = plan.effective.isoformat(timespec="minutes")
    yield ((f"{visible(plan.persona)}", "bold"), (f" from {begins}, replayed {replayed}", ""))
    yield from lines_of_changes(plan.changes)
    shown: dict[tuple[str, tuple[str, ...]], int] = {}
    for effect in plan.effects:
        kind = (effect.verdict, effect.rules)
        shown[kind] = shown.get(kind, 0) + 1
        if shown[kind] <= examples:
            yield from _effect_lines(effect, width)


def _effect_lines(effect: Effect, width: int) -> Iterator[Line]:
    rules = ", ".join(effect.rules)
    yield (
        (f"  {effect.verdict}", _STYLES[effect.verdict]),
        (f": {effect.kind} '{visible(effect.name)}' ({rules})", ""),
    )
    yield from contrast(effect.body, effect.verdict, effect.old.violations, effect.new.violations, width)


def _as_json(plan: Plan) -> dict[str, object]:
    return {
        "revisions": list(plan.revisions),
        "added": {persona: moment.isoformat() for persona, moment in plan.added.items()},
        "retired": {persona: moment.isoformat() for persona, moment in plan.retired.items()},
        "counts": {verdict: dict(sorted(c.items())) for verdict, c in plan.by_rule().items()},
        "personas": [
            {
                "persona": persona.persona,
                "effective": persona.effective.isoformat(),
                "changes": [asdict(change) for change in persona.changes],
                "replayed": dict(persona.replayed),
                "effects": [_effect_json(effect) for effect in persona.effects],
            }
            for persona in plan.personas
        ],
    }


def _effect_json(effect: Effect) -> dict[str, object]:
    return {
        "verdict": effect.verdict,
        "kind": effect.kind,
        "name": effect.name,
        "rules": list(effect.rules),
        "old": effect.old.to_dict(),
        "new": effect.new.to_dict(),
    }
