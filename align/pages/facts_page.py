"""The page of a persona's facts: what holds, how it came to that, what an edit would do, and what was held."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import RedirectResponse

from align.audit.records import DecisionFilter
from align.audit.store import DecisionStore
from align.operators.assignments import parse_assignments
from align.operators.drafts import newest_within
from align.operators.plan import Trial, plan_edits
from align.pages.chart import chart_of
from align.pages.plan_view import ChangeLine, PlanView, as_text, change_lines, plan_view
from align.pages.render import address
from align.pages.visit import not_found
from align.review.chart import holds_by_rule_and_day
from specs.document.problems import SpecError
from specs.edits import PathError, values_of
from specs.store.errors import StoreError, StoreUnavailableError, UnknownPersonaError
from specs.store.ledger import Edit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response

    from align.pages.visit import Visit
    from specs.store.records import VersionRecord

CHART_DAYS: Final = 30
REPLAYED: Final = 500
"""How many of the persona's last drafts a plan replays."""
MOST_VERSIONS: Final = 50
"""Versions that the page lists, the newest first."""


@dataclass(frozen=True, slots=True)
class VersionLine:
    """A version with what it changed; `holds` says whether it is the one of now."""

    record: VersionRecord
    holds: bool
    is_planned: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the spec: its fields, path and value as JSON."""

    name: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Diff:
    """What differs between two versions."""

    before: int
    after: int
    changes: tuple[ChangeLine, ...]


def personas(visit: Visit) -> Response:
    """List the personas that the operator may see; the page of the one, where there is one."""
    known = [name for name in visit.parts.specs.personas() if visit.operator.sees(name)]
    if len(known) == 1:
        return RedirectResponse(address("facts", known[0]), HTTPStatus.SEE_OTHER)
    return visit.page("personas.html", personas=known)


def facts(visit: Visit) -> Response:
    """Show a persona's facts; `a` and `b` compare two versions, `edits` plans an edit that is not written."""
    persona = visit.path("persona")
    store = visit.parts.specs
    unknown = not_found(f"There are no facts of '{persona}'.")
    if not visit.operator.sees(persona):
        raise unknown
    try:
        versions = store.history(persona)
    except UnknownPersonaError:
        raise unknown from None
    try:
        current = store.current(persona)
    except UnknownPersonaError:
        current = None
    now = visit.parts.clock()
    holding = None if current is None else current.version.version
    edits = visit.query("edits").replace("\r\n", "\n")
    plan, refused = _plan(visit, persona, edits)
    last = now.astimezone(dt.UTC).date()
    first = last - dt.timedelta(days=CHART_DAYS - 1)
    since = dt.datetime.combine(first, dt.time(), dt.UTC)
    counts = holds_by_rule_and_day(visit.parts.desk.ledger.engine, since, personas=[persona])
    lines = [VersionLine(v, v.version == holding, v.effective_from > now) for v in reversed(versions)]
    return visit.page(
        "facts.html",
        HTTPStatus.OK if refused is None else HTTPStatus.UNPROCESSABLE_ENTITY,
        persona=persona,
        current=current,
        sections=() if current is None else _sections(current.spec.to_dict()),
        versions=lines[:MOST_VERSIONS],
        older=len(lines) - len(lines[:MOST_VERSIONS]),
        diff=_diff(visit, versions),
        edits=edits,
        plan=plan,
        refused=refused,
        asked=bool(visit.query("plan")),
        chart=chart_of(counts, first, last),
        chart_days=CHART_DAYS,
    )


def _sections(document: Mapping[str, Any]) -> tuple[Section, ...]:
    found: dict[str, list[tuple[str, str]]] = {}
    for path, value in values_of(document):
        name = path.replace("[", ".").split(".", 1)[0]
        section = "general" if name == path else name
        found.setdefault(section, []).append(
            (path, value if isinstance(value, str) else as_text(value) or "")
        )
    return tuple(Section(name, tuple(fields)) for name, fields in found.items())


def _diff(visit: Visit, versions: Sequence[VersionRecord]) -> Diff | None:
    """Return what differs between the two versions that the address names; None where it names none."""
    by_number = {str(version.version): version for version in versions}
    before, after = by_number.get(visit.query("a")), by_number.get(visit.query("b"))
    if before is None or after is None:
        return None
    changes = visit.parts.specs.diff(before, after)
    return Diff(before.version, after.version, change_lines(changes))


def _plan(visit: Visit, persona: str, edits: str) -> tuple[PlanView | None, str | None]:
    """Return what pending edits and this one would do, or why it would be refused; None: nobody asked."""
    if not visit.query("plan"):
        return None, None
    log = DecisionStore(visit.parts.desk.ledger.engine)
    try:
        lines = [line for line in edits.splitlines() if line.strip()]
        edit = Edit(parse_assignments(lines), visit.operator.name, "planned") if lines else None
        drafts = newest_within(log.last_drafts(REPLAYED, DecisionFilter(persona=persona)))
        trial = Trial(drafts, None if edit is None else (persona, edit))
        return plan_view(plan_edits(visit.parts.migrations, trial), persona), None
    except StoreUnavailableError:
        raise
    except (StoreError, PathError, SpecError) as error:
        return None, str(error)
