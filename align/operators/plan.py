"""What an edit would do before it is applied: templates and recent drafts under the old and the new spec.

Nothing here is stored. The new facts are those that the pending revisions make, tried in a transaction that is
rolled back; an edit that is not written yet can be tried on top of them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from align.operators.verdicts import VERDICTS, rules_between, verdict_of
from align.validate import validate_draft
from specs.edits import Change, diff_documents
from specs.filling import sampled
from specs.store import ledger
from specs.store.checks import Checks
from specs.store.engine import reading
from specs.store.revisions import tried
from specs.store.templates import templates_after, templates_at
from specs.store.timeline import join, newest_version, personas_since, read_timeline

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from align.context import DraftContext
    from align.findings import Validation
    from align.operators.drafts import StoredDraft
    from align.operators.verdicts import Verdict
    from specs.document.spec import Spec
    from specs.store.ledger import Edit
    from specs.store.migrate import Migrations
    from specs.store.records import TemplateRecord, VersionRecord
    from specs.store.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Effect:
    """What the edit does to one template or draft: its checks under the old and the new spec."""

    verdict: Verdict
    kind: Literal["template", "draft"]
    name: str
    persona: str
    body: str
    old: Validation
    new: Validation

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that make the difference: those that hold it now, or no longer do, or both."""
        return rules_between(self.old, self.new)


@dataclass(frozen=True, slots=True)
class PersonaPlan:
    """What changes for one persona: the fields, from when on, and what that does."""

    persona: str
    effective: dt.datetime
    changes: tuple[Change, ...]
    replayed: Mapping[str, int]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What all pending edits would do, persona by persona; `revisions` are the ones not applied yet.

    `retired` and `added` are personas that would have no facts any more, or first ones, with the moment.
    """

    revisions: tuple[str, ...]
    personas: tuple[PersonaPlan, ...]
    retired: Mapping[str, dt.datetime]
    added: Mapping[str, dt.datetime]

    @property
    def effects(self) -> tuple[Effect, ...]:
        """Every effect, of all personas."""
        return tuple(effect for persona in self.personas for effect in persona.effects)

    def by_rule(self) -> dict[Verdict, Counter[str]]:
        """Return, for each verdict, how many texts each rule makes the difference for."""
        counts: dict[Verdict, Counter[str]] = {verdict: Counter() for verdict in VERDICTS}
        for effect in self.effects:
            counts[effect.verdict].update(effect.rules)
        return counts

    @property
    def holds_more(self) -> bool:
        """Whether a text that passes today would be held: what a pipeline should stop at."""
        return any(effect.verdict == "newly held" for effect in self.effects)


@dataclass(frozen=True, slots=True)
class Trial:
    """What is replayed: the recent drafts, and an edit of one persona that is not written yet, if there is one."""

    drafts: tuple[StoredDraft, ...] = ()
    edit: tuple[str, Edit] | None = field(default=None)


@dataclass(frozen=True, slots=True)
class _Facts:
    """A persona's timeline and its templates, as one state of the database has them."""

    timeline: Timeline
    templates: tuple[TemplateRecord, ...]

    def templates_at(self, when: dt.datetime) -> dict[str, str]:
        """Return the bodies that hold at a moment, by key, with a sample word in each of their places."""
        held = {t.key: t.body for t in self.templates if t.effective_from <= when}
        return {key: sampled(body) for key, body in sorted(held.items()) if body is not None}


def plan_edits(migrations: Migrations, trial: Trial) -> Plan:
    """Return what the pending revisions, and the edit of the trial, would do.

    Raises what applying them would raise; nothing is stored.
    """
    revisions = migrations.pending()
    with reading(migrations.engine) as connection:
        newest = newest_version(connection)

    def after(connection: Connection, now: dt.datetime) -> tuple[dict[str, _Facts], dt.datetime]:
        if trial.edit is not None:
            persona, edit = trial.edit
            ledger.revise(connection, persona, edit, now=now, checks=migrations.checks or Checks())
        return _facts_of(connection, personas_since(connection, newest), trial.drafts, now), now

    new, now = tried(migrations, after)
    with reading(migrations.engine) as connection:
        old = _facts_of(connection, sorted(new), trial.drafts, now)
    plans: list[PersonaPlan] = []
    retired: dict[str, dt.datetime] = {}
    added: dict[str, dt.datetime] = {}
    for persona in sorted(new):
        plans += _plans(persona, old[persona], new[persona], now, trial.drafts)
        for moment in _moments(old[persona], new[persona], now):
            before, then = (facts[persona].timeline.version_at(moment) for facts in (old, new))
            if (before is None) != (then is None):
                (added if before is None else retired).setdefault(persona, moment)
    return Plan(revisions, tuple(plans), retired, added)


def _facts_of(
    connection: Connection, personas: Iterable[str], drafts: Iterable[StoredDraft], now: dt.datetime
) -> dict[str, _Facts]:
    """Return the facts from now on, with the missions since the oldest draft."""
    oldest: dict[str, dt.datetime] = {}
    for draft in drafts:
        oldest[draft.persona] = min(oldest.get(draft.persona, now), draft.now)
    return {
        persona: _Facts(
            read_timeline(connection, persona, oldest.get(persona, now)),
            (*templates_at(connection, persona, now), *templates_after(connection, persona, now)),
        )
        for persona in personas
    }


def _moments(old: _Facts, new: _Facts, now: dt.datetime) -> list[dt.datetime]:
    """Return now, and each later moment at which a version takes over in either."""
    later = {v.effective_from for v in (*old.timeline.versions, *new.timeline.versions)}
    return sorted({now} | {moment for moment in later if moment > now})


def _plans(
    persona: str, old: _Facts, new: _Facts, now: dt.datetime, drafts: Iterable[StoredDraft]
) -> list[PersonaPlan]:
    """Return a plan for each moment, from now on, at which old and new facts differ in another way than before."""
    mine = [draft for draft in drafts if draft.persona == persona]
    found: list[PersonaPlan] = []
    seen: tuple[Change, ...] = ()
    for moment in _moments(old, new, now):
        before, after = old.timeline.version_at(moment), new.timeline.version_at(moment)
        if before is None or after is None:
            continue
        changes = diff_documents(before.document, after.document)
        if changes and changes != seen:
            specs = _Specs(before, after, old.timeline)
            templates = old.templates_at(moment)
            effects = (*_templates(persona, templates, specs, moment), *_replayed(mine, specs))
            counts = {"templates": len(templates), "drafts": len(mine)}
            found.append(PersonaPlan(persona, moment, changes, counts, effects))
        seen = changes
    return found


@dataclass(frozen=True, slots=True)
class _Specs:
    """The facts before and after an edit, and the missions that they are joined with."""

    before: VersionRecord
    after: VersionRecord
    missions: Timeline
    joined: dict[int | None, tuple[Spec, Spec]] = field(default_factory=dict)

    def at(self, when: dt.datetime) -> tuple[Spec, Spec]:
        """Return both specs with the mission of a moment."""
        mission = self.missions.mission_at(when, self.before.zone)
        key = mission.id if mission else None
        if key not in self.joined:
            self.joined[key] = join(self.before.document, mission), join(self.after.document, mission)
        return self.joined[key]


def _templates(
    persona: str, templates: Mapping[str, str], specs: _Specs, moment: dt.datetime
) -> Iterable[Effect]:
    for key, body in templates.items():
        old, new = _checked(body, specs.at(moment), moment, None)
        if (verdict := verdict_of(old, new)) is not None:
            yield Effect(verdict, "template", key, persona, body, old, new)


def _replayed(drafts: Iterable[StoredDraft], specs: _Specs) -> Iterable[Effect]:
    for draft in drafts:
        old, new = _checked(draft.body, specs.at(draft.now), draft.now, draft.context)
        if (verdict := verdict_of(old, new)) is not None:
            yield Effect(verdict, "draft", draft.name, draft.persona, draft.body, old, new)


def _checked(
    body: str, specs: tuple[Spec, Spec], now: dt.datetime, context: DraftContext | None
) -> tuple[Validation, Validation]:
    return (
        validate_draft(body, specs[0], now=now, context=context),
        validate_draft(body, specs[1], now=now, context=context),
    )
