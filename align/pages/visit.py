"""One visit to a page: who is there, what was sent, and what is answered when nothing can be shown."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from starlette.responses import HTMLResponse, Response

from align.pages.render import render
from align.pages.security import is_from_elsewhere
from align.pages.sessions import form_token, is_form_token
from align.review.desk import By

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from starlette.datastructures import FormData
    from starlette.requests import Request

    from align.pages.parts import PageParts

COOKIE: Final = "align_review"
"""The cookie of who is signed in."""

_FORM: Final = "form"
_MOST_FIELDS: Final = 1_000


class PageError(Exception):
    """A page that cannot be shown, or a form that cannot be taken; the text is for people."""

    def __init__(
        self, status: HTTPStatus, title: str, text: str, headers: Mapping[str, str] | None = None
    ) -> None:
        self.status = status
        self.title = title
        self.headers = dict(headers or {})
        super().__init__(text)


class SignInError(Exception):
    """Nobody is signed in, or no longer."""


def not_found(what: str) -> PageError:
    """Return the answer for what is not there, and for what the operator may not see."""
    return PageError(HTTPStatus.NOT_FOUND, "Not found", what)


@dataclass(frozen=True, slots=True)
class Operator:
    """One who is signed in. `personas` None: all of them; `token` is what a form must carry to be this one's."""

    name: str
    personas: frozenset[str] | None
    token: str

    def sees(self, persona: str) -> bool:
        """Tell whether a persona's messages may be shown; for the operator, others do not exist."""
        return self.personas is None or persona in self.personas


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form that was sent."""

    data: FormData

    def text(self, name: str, default: str = "") -> str:
        """Return a field as text, its line breaks as one character each."""
        value = self.data.get(name, default)
        return value.replace("\r\n", "\n") if isinstance(value, str) else default

    def texts(self, name: str) -> tuple[str, ...]:
        """Return every value of a field."""
        return tuple(value for value in self.data.getlist(name) if isinstance(value, str))


@dataclass(frozen=True, slots=True)
class Visit:
    """A request of one who is signed in."""

    request: Request
    operator: Operator

    @property
    def parts(self) -> PageParts:
        """What the page may use."""
        return parts_of(self.request)

    @property
    def is_fragment(self) -> bool:
        """Whether only a piece of a page is asked for."""
        return "hx-request" in self.request.headers

    def path(self, name: str) -> str:
        """Return a part of the path."""
        return str(self.request.path_params[name])

    def query(self, name: str) -> str:
        """Return a parameter of the address, empty where it is not there."""
        return self.request.query_params.get(name, "")

    def by(self, form: Form) -> By:
        """Return who acts, and why."""
        return By(self.operator.name, form.text("reason").strip(), form.text("group") or None)

    def page(self, template: str, status: int = 200, **given: Any) -> HTMLResponse:  # noqa: ANN401 - what a template takes
        """Return a page of a template."""
        return HTMLResponse(render(template, operator=self.operator, now=self.parts.clock(), **given), status)


def parts_of(request: Request) -> PageParts:
    """Return the parts that the pages are made of."""
    parts: PageParts = request.app.state.parts
    return parts


def operator_of(request: Request) -> Operator:
    """Return who is signed in; blocks. Raises `SignInError`, and `StoreError` when the database cannot be used."""
    parts = parts_of(request)
    token = request.cookies.get(COOKIE)
    session = None if token is None else parts.sessions.find(token)
    if token is None or session is None:
        raise SignInError
    mark = form_token(token, _FORM)
    if session.key_id is None:
        if parts.keys.look_up("")[1]:
            raise SignInError  # the first key was made since: now one is needed
        return Operator(session.operator, None, mark)
    key, _has_keys = parts.keys.look_up(session.key_id)
    if key is None or key.state(parts.clock()) != "active" or "review" not in key.scopes:
        raise SignInError
    return Operator(key.name, key.personas, mark)


def shows(handler: Callable[[Visit], Response]) -> Callable[[Request], Response]:
    """Return the endpoint of a page; it runs in a thread, for it asks the database."""

    def endpoint(request: Request) -> Response:
        return handler(Visit(request, operator_of(request)))

    return endpoint


def takes(handler: Callable[[Visit, Form], Awaitable[Response]]) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint of a form, which must come from a page of ours and of who is signed in."""

    async def endpoint(request: Request) -> Response:
        refuse_from_elsewhere(request)
        form = await read_form(request)
        operator = await asyncio.to_thread(operator_of, request)
        if not is_form_token(form.text("csrf"), request.cookies[COOKIE], _FORM):
            raise PageError(
                HTTPStatus.FORBIDDEN,
                "This form is not yours",
                "It was made for another session, or is too old. Nothing was done; open the page again.",
            )
        return await handler(Visit(request, operator), form)

    return endpoint


def refuse_from_elsewhere(request: Request) -> None:
    """Raise `PageError` for a request that another site made a browser send."""
    if is_from_elsewhere(request):
        raise PageError(
            HTTPStatus.FORBIDDEN, "Not from here", "Another site sent this form. Nothing was done."
        )


async def read_form(request: Request) -> Form:
    """Return the fields that were sent; files are not taken."""
    return Form(await request.form(max_files=0, max_fields=_MOST_FIELDS))
