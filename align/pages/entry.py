"""The door of the pages: a key is shown once, and a cookie stands for it until it is over."""

from __future__ import annotations

import asyncio
import math
import re
import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.responses import HTMLResponse, RedirectResponse, Response

from align.http.keys import opens, split_token
from align.pages.render import BASE, render
from align.pages.sessions import LASTS, TOKEN_BYTES, form_token, is_form_token
from align.pages.visit import COOKIE, PageError, parts_of, read_form, refuse_from_elsewhere

if TYPE_CHECKING:
    from starlette.requests import Request

    from align.pages.parts import PageParts
    from align.pages.visit import Form, Visit

LOGIN: Final = f"{BASE}/login"
DOOR_COOKIE: Final = "align_door"
"""The cookie that tells a form of the door from one that somebody else made; it opens nothing."""

_PURPOSE: Final = "door"
_OURS: Final = re.compile(rf"{BASE}/[\x21-\x7e]*")
_DOOR_SECONDS: Final = 3600
_MOST_NAME_CHARS: Final = 200


def door(request: Request) -> Response:
    """Show where one signs in; blocks."""
    has_keys = parts_of(request).keys.look_up("")[1]
    return _door(request, request.query_params.get("next", ""), has_keys=has_keys)


async def sign_in(request: Request) -> Response:
    """Take a key, or on a service without keys a name, and begin a session."""
    refuse_from_elsewhere(request)
    form = await read_form(request)
    secret = request.cookies.get(DOOR_COOKIE, "")
    if not secret or not is_form_token(form.text("csrf"), secret, _PURPOSE):
        raise PageError(
            HTTPStatus.FORBIDDEN,
            "This form is too old",
            "Open the page again to sign in. Cookies must be allowed for it.",
        )
    return await asyncio.to_thread(_signed_in, request, form)


async def sign_out(visit: Visit, _form: Form) -> Response:
    """End the session."""
    await asyncio.to_thread(visit.parts.sessions.end, visit.request.cookies[COOKIE])
    answer = RedirectResponse(LOGIN, HTTPStatus.SEE_OTHER)
    answer.delete_cookie(COOKIE, path=BASE)
    return answer


def _signed_in(request: Request, form: Form) -> Response:
    parts = parts_of(request)
    has_keys = parts.keys.look_up("")[1]
    if has_keys:
        given = form.text("key").strip()
        who = _counted(request, given)
        early = max(parts.tries.make(one) for one in who)
        if early:
            seconds = math.ceil(early)
            raise PageError(
                HTTPStatus.TOO_MANY_REQUESTS,
                "Too many tries",
                f"Try again in {seconds} seconds.",
                {"Retry-After": str(seconds)},
            )
        known = _known(parts, given)
        if isinstance(known, str):
            return _door(request, form.text("next"), has_keys=True, refused=known)
        for one in who:
            parts.tries.forget(one)
        token = parts.sessions.begin(*known)
    else:
        name = form.text("name").strip()
        if not name or len(name) > _MOST_NAME_CHARS or not name.isprintable():
            told = f"Say who you are, in at most {_MOST_NAME_CHARS} characters."
            return _door(request, form.text("next"), has_keys=False, refused=told)
        token = parts.sessions.begin(name, None)
    answer = RedirectResponse(_place(form.text("next")), HTTPStatus.SEE_OTHER)
    _set_cookie(answer, request, COOKIE, token, int(LASTS.total_seconds()))
    return answer


def _counted(request: Request, given: str) -> tuple[str, ...]:
    """Return by what a try is counted: the address that it comes from, and the key that it is about, from wherever."""
    address = f"address {'' if request.client is None else request.client.host}"
    split = split_token(given)
    return (address,) if split is None else (address, f"key {split[0]}")


def _known(parts: PageParts, given: str) -> tuple[str, str] | str:
    """Return the name and the id of a key that opens the pages, or why this one does not."""
    split = split_token(given)
    if split is None:
        return "This is no key of this service."
    id_, digest = split
    key, _has_keys = parts.keys.look_up(id_)
    if key is None or not opens(key, digest):
        return "This is no key of this service."
    state = key.state(parts.clock())
    if state != "active":
        return f"This key is {state}."
    if "review" not in key.scopes:
        return "This key does not have the scope 'review'."
    return key.name, key.id


def _door(request: Request, wanted: str, *, has_keys: bool, refused: str | None = None) -> Response:
    secret = request.cookies.get(DOOR_COOKIE) or secrets.token_hex(TOKEN_BYTES)
    page = render(
        "login.html",
        token=form_token(secret, _PURPOSE),
        next=_place(wanted),
        has_keys=has_keys,
        refused=refused,
    )
    answer = HTMLResponse(page, HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK)
    _set_cookie(answer, request, DOOR_COOKIE, secret, _DOOR_SECONDS)
    return answer


def _place(wanted: str) -> str:
    """Return the address to go to: one of ours, or the first page."""
    return wanted if _OURS.fullmatch(wanted) else f"{BASE}/"


def _set_cookie(answer: Response, request: Request, name: str, value: str, seconds: int) -> None:
    answer.set_cookie(
        name,
        value,
        max_age=seconds,
        path=BASE,
        # A proxy in front of us may say so: that makes a cookie only harder to get.
        secure="https" in (request.url.scheme, request.headers.get("x-forwarded-proto")),
        httponly=True,
        samesite="strict",
    )
