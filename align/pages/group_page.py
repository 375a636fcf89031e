"""The page of one cause: one decision for all the messages that wait because of it."""

from __future__ import annotations

import asyncio
import datetime as dt
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from align.operators.assignments import parse_assignments
from align.pages.plan_view import PlanView, as_text, plan_view
from align.pages.queue_page import CaseLine, case_line
from align.review.causes import PENDING, UNSENT
from align.review.errors import RefusedError, UnknownCaseError
from specs.document.problems import SpecError
from specs.edits import PathError
from specs.store.errors import StoreError, StoreUnavailableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response

    from align.pages.visit import Form, Visit
    from align.review.groups import Group
    from align.review.pacing import Resolved
    from align.review.resolving import Proposed, Rechecked

MOST_LINES: Final = 100
"""Cases of a group that the page lists."""
MOST_APPROVED: Final = 50
"""Messages that one form sends: an answer must come in time."""
WAIVER_DAYS: Final = 14
"""How long a waiver lasts where nobody says otherwise."""

TABS: Final = ("draft", "fact", "rule")
"""What may be wrong: the drafts, the facts, or the rule."""

_PASSED: Final = (PENDING, UNSENT)
_OF_RULES: Final = ("spec_conflict", "policy_conflict", "template_conflict")
"""The tags of causes in which a rule speaks: where none does, neither it nor a fact can be wrong."""

_REFUSALS: Final = (RefusedError, StoreError, PathError, SpecError)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the person typed into the form of facts or of the rule, and what came of it."""

    kind: str
    typed: dict[str, str]
    plan: PlanView | None = None
    written: str | None = None
    refused: str | None = None


def group(visit: Visit) -> Response:
    """Show a group, and with `recheck` which of its drafts pass now; at once where a few that passed wait to be sent."""
    rechecked = None
    found = _group(visit)
    if visit.query("recheck") or (found.cause.tag in _PASSED and found.count <= MOST_APPROVED):
        rechecked = visit.parts.resolver.recheck(found.id, visit.operator.personas)
    return _shown(visit, rechecked=rechecked)


async def draft_wrong(visit: Visit, form: Form) -> Response:
    """Reject all drafts of a group, or send the template that each one names."""
    with_template = form.text("do") == "template"
    done = await visit.parts.resolver.draft_wrong(
        visit.path("group"), visit.by(form), template=with_template, personas=visit.operator.personas
    )
    return _resolved(visit, done, "answered by template" if with_template else "rejected")


async def approve_passing(visit: Visit, form: Form) -> Response:
    """Approve the drafts that pass under the facts of now."""
    done = await visit.parts.resolver.approve_all(
        form.texts("case")[:MOST_APPROVED], visit.by(form), personas=visit.operator.personas
    )
    return _resolved(visit, done, "approved")


async def fact_wrong(visit: Visit, form: Form) -> Response:
    """Show what an edit of the facts would do, or write it down for review."""
    return await asyncio.to_thread(_fact_wrong, visit, form)


async def rule_wrong(visit: Visit, form: Form) -> Response:
    """Show what a waiver would let through, or write it down for review."""
    return await asyncio.to_thread(_rule_wrong, visit, form)


def _fact_wrong(visit: Visit, form: Form) -> Response:
    edits = form.text("edits")

    def propose() -> Proposed:
        changes = parse_assignments(line for line in edits.splitlines() if line.strip())
        return visit.parts.resolver.fact_wrong(
            visit.path("group"),
            changes,
            visit.by(form),
            write=form.text("do") == "write",
            personas=visit.operator.personas,
        )

    return _proposed(visit, "fact", {"edits": edits, "reason": form.text("reason")}, propose)


def _rule_wrong(visit: Visit, form: Form) -> Response:
    until, reason = form.text("until"), form.text("reason")

    def propose() -> Proposed:
        return visit.parts.resolver.rule_wrong(
            visit.path("group"),
            _day(until),
            visit.by(form),
            write=form.text("do") == "write",
            personas=visit.operator.personas,
        )

    return _proposed(visit, "rule", {"until": until, "reason": reason}, propose)


def _proposed(visit: Visit, kind: str, typed: dict[str, str], propose: Callable[[], Proposed]) -> Response:
    persona = _group(visit).cause.persona
    try:
        made = propose()
    except StoreUnavailableError:
        raise
    except _REFUSALS as error:
        proposal = Proposal(kind, typed, refused=str(error))
        return _shown(visit, proposal=proposal, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    written = None if made.revision is None else made.revision.path.name
    return _shown(visit, proposal=Proposal(kind, typed, plan_view(made.plan, persona), written))


def _day(typed: str) -> dt.date:
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        raise RefusedError(f"'{typed}' is no date; write it as 2026-12-13") from None


def _group(visit: Visit) -> Group:
    return visit.parts.desk.groups(visit.operator.personas).get(visit.path("group"))


def _shown(
    visit: Visit,
    *,
    rechecked: Rechecked | None = None,
    proposal: Proposal | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    found = _group(visit)
    cases = visit.parts.desk.ledger.cases_by_id(found.case_ids[:MOST_LINES], visit.operator.personas)
    lines: tuple[CaseLine, ...] = tuple(case_line(case) for case in cases)
    typed = {} if proposal is None else proposal.typed
    tab = visit.query("resolve") if proposal is None else proposal.kind
    tabs = TABS if found.cause.tag in _OF_RULES else TABS[:1]
    tab = tab if tab in tabs else tabs[0]
    today = visit.parts.clock().date()
    return visit.page(
        "group.html",
        status,
        group=found,
        lines=lines,
        has_templates=any(case.candidate.template_key for case in cases),
        proposal=proposal,
        rechecked=rechecked,
        most_approved=MOST_APPROVED,
        tab=tab,
        tabs=tabs,
        fact=_fact(visit, found, typed) if tab == "fact" else None,
        until=typed.get("until") or (today + dt.timedelta(days=WAIVER_DAYS)).isoformat(),
        today=today.isoformat(),
    )


def _fact(visit: Visit, found: Group, typed: dict[str, str]) -> dict[str, Any]:
    """Return what the form of facts begins with."""
    try:
        fact = visit.parts.resolver.fact_at_fault(found.id, visit.operator.personas)
    except StoreUnavailableError:
        raise
    except _REFUSALS as error:
        return {"path": None, "value": None, "edits": typed.get("edits", ""), "told": str(error)}
    proposed = (
        ""
        if fact.path is None
        else f"{fact.path}={as_text(fact.value if fact.suggested is None else fact.suggested)}"
    )
    return {
        "path": fact.path,
        "value": as_text(fact.value),
        "edits": typed.get("edits", proposed),
        "told": None if fact.path else "No single field of the facts decides here. Name the field to change.",
    }


def _resolved(visit: Visit, done: Resolved, deed: str) -> Response:
    return visit.page("resolved.html", done=done, deed=deed)


__all__ = ["UnknownCaseError", "approve_passing", "draft_wrong", "fact_wrong", "group", "rule_wrong"]
