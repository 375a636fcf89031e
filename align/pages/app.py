"""The review page as one application, to be mounted under `/review`."""

from __future__ import annotations

import functools
import mimetypes
from http import HTTPStatus
from importlib.resources import files
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from fastapi import APIRouter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from align.pages import case_page, entry, facts_page, group_page, queue_page
from align.pages.render import BASE, render
from align.pages.security import SecurityHeaders
from align.pages.visit import PageError, SignInError, shows, takes
from align.review.errors import ReviewError, UnknownCaseError
from specs.store.errors import EditConflictError, EditRefusedError, StoreError, UnknownPersonaError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.types import ASGIApp

    from align.pages.parts import PageParts

ASSETS: Final = ("style.css", "review.js", "htmx.min.js", "htmx.LICENSE.txt", "icon.svg")

_KEPT: Final = "public, max-age=31536000, immutable"


def review_router(parts: PageParts) -> APIRouter:
    """Return the router of the pages, for `align.http.app.create_app`."""
    router = APIRouter()

    async def first(_request: Request) -> Response:
        return RedirectResponse(f"{BASE}/", HTTPStatus.PERMANENT_REDIRECT)

    router.add_route(BASE, first)
    router.mount(BASE, review_app(parts))
    return router


def review_app(parts: PageParts) -> ASGIApp:
    """Return the application whose paths begin behind `/review`."""
    case, group = "/cases/{case}", "/groups/{group}"
    app = Starlette(
        routes=[
            Route("/static/{name}", _asset),
            Route("/login", entry.door),
            Route("/login", entry.sign_in, methods=["POST"]),
            Route("/logout", takes(entry.sign_out), methods=["POST"]),
            Route("/", shows(queue_page.queue)),
            Route(case, shows(case_page.case)),
            Route(f"{case}/check", takes(case_page.check), methods=["POST"]),
            Route(f"{case}/approve", takes(case_page.approve), methods=["POST"]),
            Route(f"{case}/edit", takes(case_page.edit), methods=["POST"]),
            Route(f"{case}/template", takes(case_page.send_template), methods=["POST"]),
            Route(f"{case}/reject", takes(case_page.reject), methods=["POST"]),
            Route(group, shows(group_page.group)),
            Route(f"{group}/draft-wrong", takes(group_page.draft_wrong), methods=["POST"]),
            Route(f"{group}/fact-wrong", takes(group_page.fact_wrong), methods=["POST"]),
            Route(f"{group}/rule-wrong", takes(group_page.rule_wrong), methods=["POST"]),
            Route(f"{group}/approve-passing", takes(group_page.approve_passing), methods=["POST"]),
            Route("/facts", shows(facts_page.personas)),
            Route("/facts/{persona}", shows(facts_page.facts)),
        ],
        exception_handlers={
            SignInError: _to_the_door,
            PageError: _page_error,
            ReviewError: _review_error,
            StoreError: _store_error,
            HTTPException: _http_error,
            Exception: _crashed,
        },
    )
    app.router.redirect_slashes = False
    app.state.parts = parts
    # Around all of it: a page that tells of a crash has the headers as well.
    return SecurityHeaders(app)


@functools.cache
def _bytes_of(name: str) -> bytes:
    return files("align.pages").joinpath("static", name).read_bytes()


async def _asset(request: Request) -> Response:
    """Return one of our own files; its address changes with it, so it may be kept."""
    name = request.path_params["name"]
    if name not in ASSETS:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(_bytes_of(name), media_type=kind, headers={"Cache-Control": _KEPT})


async def _to_the_door(request: Request, _error: Exception) -> Response:
    """Ask for a key, and lead back to the page that was asked for."""
    here = f"{BASE}/" if request.method != "GET" else request.url.path
    if request.method == "GET" and request.url.query:
        here = f"{here}?{request.url.query}"
    door = f"{entry.LOGIN}?next={quote(here)}"
    if "hx-request" in request.headers:
        # A fragment has no place for the door: the page as a whole goes there.
        return Response(status_code=HTTPStatus.UNAUTHORIZED, headers={"HX-Redirect": door})
    return RedirectResponse(door, HTTPStatus.SEE_OTHER)


async def _page_error(_request: Request, error: Exception) -> Response:
    if not isinstance(error, PageError):
        raise error
    return _told(error.status, error.title, str(error), error.headers)


async def _review_error(_request: Request, error: Exception) -> Response:
    if isinstance(error, UnknownCaseError):
        return _told(HTTPStatus.NOT_FOUND, "Not found", "Nothing waits here, or no longer.")
    return _told(HTTPStatus.CONFLICT, "Not possible", str(error))


async def _store_error(_request: Request, error: Exception) -> Response:
    if isinstance(error, EditRefusedError | EditConflictError | UnknownPersonaError):
        return _told(HTTPStatus.UNPROCESSABLE_ENTITY, "Not possible", str(error))
    # What the database's driver says names hosts and files.
    return _told(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "The database is away",
        (
            "What you just chose may be recorded, and nothing is ever done twice. Open the page again in a "
            "moment to see."
        ),
        {"Retry-After": "5"},
    )


async def _http_error(_request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    status = HTTPStatus(error.status_code)
    return _told(status, status.phrase, status.description or status.phrase, error.headers)


async def _crashed(_request: Request, _error: Exception) -> Response:
    return _told(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "The page failed",
        "The service's log says where. What you just chose may be recorded: open the page again to see.",
    )


def _told(status: HTTPStatus, title: str, text: str, headers: Mapping[str, str] | None = None) -> Response:
    page = render("error.html", title=title, text=text, status=int(status))
    return HTMLResponse(page, status, headers)
