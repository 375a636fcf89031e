"""The page of one case, and what a person does there."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from align.engines.template import Unfilled, fill_template
from align.gate.candidate import length_problem
from align.pages.body import BodyView, body_view
from align.pages.case_view import case_view
from align.pages.findings_view import of_check
from align.pages.queue_page import next_case
from align.pages.visit import PageError
from align.pages.words import DEED_WORDS
from align.review.actions import Ended
from align.review.errors import AlreadyDecidedError, NotOpenError, RefusedError
from specs.store.errors import StoreError, StoreUnavailableError, UnknownPersonaError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.responses import Response

    from align.pages.visit import Form, Visit
    from align.review.actions import Action
    from align.review.cases import Case
    from align.review.causes import Cause
    from align.review.checks import Check
    from align.review.groups import Group

MOST_COUNTED: Final = 1_000
"""Open cases that are counted to say how many share a cause."""

_UNSENT: Final = {
    "held": "The gate holds it again, and it is back in the queue.",
    "failed": "The receiver refused it, and nothing was sent.",
    "waiting": "It could not be sent at once. It will be tried again by itself.",
}


@dataclass(frozen=True, slots=True)
class CauseLine:
    """A cause of a case, and how many messages wait for it; None: not counted."""

    cause: Cause
    count: int | None


@dataclass(frozen=True, slots=True)
class _Typed:
    """What somebody typed in the place of a draft, and why it was not sent, where it was to be; None: nothing, not."""

    body: str | None
    refused: RefusedError | None
    status: HTTPStatus


@dataclass(frozen=True, slots=True)
class _Place:
    """The group that one came from, all causes of the case, and the cases before and behind it."""

    group: Group | None
    causes: tuple[CauseLine, ...]
    before: str | None
    after: str | None


def case(visit: Visit) -> Response:
    """Show a case; one that is decided already says by whom."""
    group = visit.query("group") or None
    try:
        found = visit.parts.desk.case(visit.path("case"), visit.operator.personas)
    except NotOpenError as error:
        return _closed(visit, error, group)
    return _shown(visit, found, group, is_whole=bool(visit.query("all")))


async def check(visit: Visit, form: Form) -> Response:
    """Check a text as somebody types it; nothing is recorded."""
    problem = length_problem(form.text("body"))
    if problem is not None:
        return visit.page("live.html", told=f"The text {problem}.", found=None)
    return await asyncio.to_thread(_checked, visit, form)


async def approve(visit: Visit, form: Form) -> Response:
    """Send the draft as it is."""
    heard = form.texts("acknowledged")
    desk, by, personas = visit.parts.desk, visit.by(form), visit.operator.personas
    return await _acted(
        visit, form, lambda name: desk.approve(name, by, acknowledged=heard, personas=personas)
    )


async def edit(visit: Visit, form: Form) -> Response:
    """Send another text in the place of the draft, or only check it where scripts do not run."""
    problem = length_problem(form.text("body"))
    if problem is not None:
        told = f"The text {problem}. Nothing was done; go back and shorten it."
        raise PageError(HTTPStatus.UNPROCESSABLE_ENTITY, "Too long", told)
    if form.text("do") == "check":
        return await asyncio.to_thread(_edited, visit, form, None, HTTPStatus.OK)
    body, heard = form.text("body"), form.texts("acknowledged")
    desk, by, personas = visit.parts.desk, visit.by(form), visit.operator.personas
    return await _acted(
        visit, form, lambda name: desk.edit(name, body, by, acknowledged=heard, personas=personas)
    )


async def send_template(visit: Visit, form: Form) -> Response:
    """Send a template in the place of the draft."""
    key = form.text("key") or None
    desk, by, personas = visit.parts.desk, visit.by(form), visit.operator.personas
    return await _acted(visit, form, lambda name: desk.send_template(name, by, key=key, personas=personas))


async def reject(visit: Visit, form: Form) -> Response:
    """Close the case without sending anything."""
    desk, by, personas = visit.parts.desk, visit.by(form), visit.operator.personas
    return await _acted(visit, form, lambda name: desk.reject(name, by, personas=personas))


async def _acted(visit: Visit, form: Form, act: Callable[[str], Awaitable[Ended | Action]]) -> Response:
    """Do it, and say what came of it; whoever comes second is told who was first."""
    group = form.text("group") or None
    try:
        done = await act(visit.path("case"))
    except NotOpenError as error:
        return await asyncio.to_thread(_closed, visit, error, group)
    except RefusedError as error:
        return await asyncio.to_thread(_edited, visit, form, error, HTTPStatus.UNPROCESSABLE_ENTITY)
    return await asyncio.to_thread(_done, visit, done, group)


def _done(visit: Visit, done: Ended | Action, group: str | None) -> Response:
    if isinstance(done, Ended):
        action, status, cause = done.action, done.status, done.cause
    else:
        action, status, cause = done, None, None
    following = next_case(visit, group)
    return visit.page(
        "done.html",
        title="Rejected" if status is None else "Sent" if status == "dispatched" else "Not sent",
        is_good=status in (None, "dispatched"),
        told=f"You {DEED_WORDS[action.kind]}.",
        more=_UNSENT.get(status or "", ""),
        cause=cause,
        action=action,
        group=group,
        following=following,
    )


def _closed(visit: Visit, error: NotOpenError, group: str | None) -> Response:
    """Say that a case is closed, by whom and when, and offer the next one."""
    following = next_case(visit, group)
    given: dict[str, Any] = {"group": group, "following": following, "by": None, "deed": None, "at": None}
    if isinstance(error, AlreadyDecidedError):
        deed = DEED_WORDS.get(error.kind, error.kind)
        given |= {"by": error.by, "deed": deed, "at": error.at}
    is_asked = visit.request.method == "GET"
    status = HTTPStatus.OK if is_asked else HTTPStatus.CONFLICT
    return visit.page(
        "closed.html",
        status,
        told=str(error),
        is_mine=given["by"] == visit.operator.name,
        is_asked=is_asked,
        **given,
    )


def _edited(visit: Visit, form: Form, refused: RefusedError | None, status: HTTPStatus) -> Response:
    """Show the case again with what was typed, and what speaks against it."""
    group = form.text("group") or None
    try:
        found = visit.parts.desk.case(visit.path("case"), visit.operator.personas)
    except NotOpenError as error:
        return _closed(visit, error, group)
    body = form.text("body") if "body" in form.data else None
    return _shown(visit, found, group, typed=_Typed(body, refused, status))


def _checked(visit: Visit, form: Form) -> Response:
    body = form.text("body")
    try:
        found = visit.parts.desk.case(visit.path("case"), visit.operator.personas)
        checked = visit.parts.desk.check_case(found, body)
    except (NotOpenError, RefusedError) as error:
        return visit.page("live.html", told=str(error), found=None)
    return visit.page("live.html", told=None, found=of_check(body, checked))


def _shown(
    visit: Visit, found: Case, group: str | None, *, is_whole: bool = False, typed: _Typed | None = None
) -> Response:
    checked, unchecked = _check(visit, found, found.body)
    templates = [one for one in visit.parts.specs.templates(found.persona) if one.body is not None]
    inbound = None if found.context is None else found.context.inbound
    body = None if typed is None else typed.body
    live = None if body is None else _check(visit, found, body)[0]
    return visit.page(
        "case.html",
        HTTPStatus.OK if typed is None else typed.status,
        view=case_view(found, checked, unchecked, is_whole=is_whole),
        case=found,
        place=_place(visit, found, group),
        templates=templates,
        previews={one.key: _preview(one.body or "", found) for one in templates},
        inbound=None if inbound is None else body_view(inbound),
        typed=(found.body or "") if body is None else body,
        is_editing=body is not None,
        live=None if body is None or live is None else of_check(body, live),
        refused=None if typed is None else typed.refused,
    )


def _place(visit: Visit, found: Case, group: str | None) -> _Place:
    """Return where a case stands; without a group, of very many open cases only the newest are counted."""
    desk, personas = visit.parts.desk, visit.operator.personas
    groups = desk.groups(personas) if group else desk.groups(personas, limit=MOST_COUNTED)
    counts = {one.id: one.count for one in groups.groups}
    about = next((one for one in groups.groups if one.id == group and found.id in one.case_ids), None)
    if about is None:
        order = tuple(one.id for one in desk.cases(personas, after=found.number, limit=1))
    else:
        order = about.case_ids
    causes = tuple(CauseLine(cause, counts.get(cause.id)) for cause in found.causes)
    return _Place(about, causes, *_neighbours(found.id, order))


def _preview(stored: str, found: Case) -> BodyView | str:
    """Return a template as it would be sent as the answer of a case, or why it can't be."""
    body = fill_template(stored, found.candidate.values)
    return body.detail if isinstance(body, Unfilled) else body_view(body)


def _check(visit: Visit, found: Case, body: str | None) -> tuple[Check | None, str | None]:
    """Return what a body is found to be now, or why that can't be told."""
    if body is None:
        return (
            None,
            "The words of this draft are not kept, or there was none. Write one, or send the template.",
        )
    try:
        return visit.parts.desk.check_case(found, body), None
    except RefusedError as error:
        return None, str(error)
    except StoreUnavailableError:
        raise
    except (UnknownPersonaError, StoreError) as error:
        return None, str(error)


def _neighbours(name: str, order: tuple[str, ...]) -> tuple[str | None, str | None]:
    """Return the cases before and behind one."""
    if name not in order:
        return None, order[0] if order else None
    at = order.index(name)
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


__all__ = ["PageError", "approve", "case", "check", "edit", "reject", "send_template"]
