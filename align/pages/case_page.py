"""The page of one case, and what a person does there."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from align.engines.template import Unfilled, fill_template
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
    from align.review.checks import Check

_UNSENT = {
    "held": "The gate holds it again, and it is back in the queue.",
    "failed": "The receiver refused it, and nothing was sent.",
    "waiting": "It could not be sent at once. It will be tried again by itself.",
}


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
    typed = form.text("body") if "body" in form.data else None
    return _shown(visit, found, group, typed=typed, refused=refused, status=status)


def _checked(visit: Visit, form: Form) -> Response:
    body = form.text("body")
    try:
        found = visit.parts.desk.case(visit.path("case"), visit.operator.personas)
        checked = visit.parts.desk.check_case(found, body)
    except (NotOpenError, RefusedError) as error:
        return visit.page("live.html", told=str(error), found=None)
    return visit.page("live.html", told=None, found=of_check(body, checked))


def _shown(  # noqa: PLR0913 - what a page shows, each by its own name
    visit: Visit,
    found: Case,
    group: str | None,
    *,
    is_whole: bool = False,
    typed: str | None = None,
    refused: RefusedError | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> Response:
    desk = visit.parts.desk
    checked, unchecked = _check(visit, found, found.body)
    live = None
    if typed is not None:
        typed_check, _why = _check(visit, found, typed)
        live = None if typed_check is None else of_check(typed, typed_check)
    ids = desk.groups(visit.operator.personas)
    mine = [one for one in ids.groups if found.id in one.case_ids]
    about = next((one for one in mine if one.id == group), None)
    order = (
        about.case_ids
        if about is not None
        else tuple(one.id for one in desk.cases(visit.operator.personas, after=found.number, limit=1))
    )
    before, after = _neighbours(found.id, order)
    templates = [one for one in visit.parts.specs.templates(found.persona) if one.body is not None]
    inbound = None if found.context is None else found.context.inbound
    return visit.page(
        "case.html",
        status,
        view=case_view(found, checked, unchecked, is_whole=is_whole),
        case=found,
        group=about,
        groups=mine,
        before=before,
        after=after,
        templates=templates,
        previews={one.key: _preview(one.body or "", found) for one in templates},
        inbound=None if inbound is None else body_view(inbound),
        typed=typed if typed is not None else found.body or "",
        is_editing=typed is not None,
        live=live,
        refused=refused,
    )


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
