"""Templates against the spec: which of them the gate would hold, and from when.

A template is looked at with a sample word in each of its places: what its own words say is checked. What a value says
is checked when a candidate fills it in.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from align.operators.moments import turning_points
from align.validate import validate_draft
from specs import Spec
from specs.filling import sampled
from specs.store.errors import UnknownPersonaError

if TYPE_CHECKING:
    from collections.abc import Collection

    from align.findings import Validation
    from specs.store.records import TemplateRecord
    from specs.store.store import SpecStore

HORIZON: Final = dt.timedelta(days=90)
"""How far ahead templates are looked at."""


@dataclass(frozen=True, slots=True)
class FailingTemplate:
    """A template that the gate holds from `since` on (UTC), with what it said; `since` may be now."""

    template: TemplateRecord
    since: dt.datetime
    validation: Validation

    @property
    def key(self) -> str:
        """The template's key."""
        return self.template.key


def failing_templates(
    store: SpecStore, persona: str, now: dt.datetime, *, horizon: dt.timedelta = HORIZON
) -> list[FailingTemplate]:
    """Return each template of a persona that fails now or will by itself, at the first moment it does.

    Looked at are now and every moment within `horizon` at which a window or slot opens or closes, or a planned
    version of the facts or of a template begins. Raises what the store raises.
    """
    found: dict[str, FailingTemplate] = {}
    for moment in [now, *_moments(store, persona, now)]:
        if moment > now + horizon:
            break
        for failing in failing_at(store, persona, moment):
            found.setdefault(failing.key, failing)
    return sorted(found.values(), key=lambda failing: (failing.since, failing.key))


def _moments(store: SpecStore, persona: str, now: dt.datetime) -> list[dt.datetime]:
    planned = [version for version in store.history(persona) if version.effective_from > now]
    begins = [version.effective_from for version in planned]
    begins += [template.effective_from for template in store.template_plans(persona, now)]
    specs = [store.at(persona, now).spec]
    specs += [Spec.from_dict(version.document) for version in planned if not version.is_retired]
    return sorted({moment for spec in specs for moment in turning_points(spec, now, begins)})


def failing_at(store: SpecStore, persona: str, moment: dt.datetime) -> list[FailingTemplate]:
    """Return the templates of a persona that the gate holds at a moment."""
    try:
        spec = store.at(persona, moment).spec
    except UnknownPersonaError:
        return []  # retired by then
    held = store.templates(persona, moment)
    checked = [(t, validate_draft(sampled(t.body or ""), spec, now=moment)) for t in held]
    return [FailingTemplate(template, moment, result) for template, result in checked if not result.ok]


def failing_of_revisions(
    store: SpecStore, revisions: Collection[str], now: dt.datetime
) -> list[FailingTemplate]:
    """Return the failing templates of every persona whose facts one of these revisions changed."""
    touched = sorted({version.persona for version in store.stored_by(revisions)})
    return [failing for persona in touched for failing in failing_if_known(store, persona, now)]


def failing_if_known(store: SpecStore, persona: str, now: dt.datetime) -> list[FailingTemplate]:
    """Return the failing templates of a persona, none of one that has no facts now."""
    try:
        return failing_templates(store, persona, now)
    except UnknownPersonaError:
        return []
