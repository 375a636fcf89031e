"""The outermost layer: every request is counted, every crash is a problem, every answer is closed to pages."""

from __future__ import annotations

import asyncio
import logging
import traceback
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from starlette.routing import Mount

from align.http.asgi import header, refuse
from align.http.problems import ProblemError

if TYPE_CHECKING:
    from align.http.asgi import App, Message, Receive, Scope, Send
    from align.http.parts import Service

LOG: Final = logging.getLogger("align.http")

_TRACE: Final = ("traceparent", "tracestate")
"""The headers that name the trace that a request belongs to."""

_HEADERS: Final = {
    b"content-security-policy": b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-resource-policy": b"same-origin",
    b"cache-control": b"no-store",
}
"""Added to every answer that has none of its own."""


class Watch:
    """Wraps the application; what it logs names places in our code, and never holds what was sent."""

    def __init__(self, app: App, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name: said for name in _TRACE if (said := header(scope, name.encode("ascii"))) is not None}
        outside = scope.get("root_path", "")
        with self._service.parts.telemetry.request(scope["method"], headers) as told:
            try:
                told.status = await self._answer(scope, receive, send)
            finally:
                told.route = _route(scope, outside)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> int:
        """Answer one request; return the status, 0 where the client was gone before there was one."""
        status = 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = _closed(list(message.get("headers", ())))
            await send(message)

        try:
            await self._app(scope, receive, watched)
        except asyncio.CancelledError:
            # The service ends, and has waited as long as it may.
            if status:
                raise
            told = "the service ended before the answer was ready; a pass through the gate is recorded as cancelled"
            problem = ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, "broken-off", told)
            await refuse(problem, scope, receive, watched)
        except Exception as error:  # noqa: BLE001 - whatever it is: it is told without its words
            LOG.error("a request crashed: %s at %s", type(error).__name__, _place(error))  # noqa: TRY400 - a traceback would quote it
            if not status:
                told = "the service failed; its log says where"
                problem = ProblemError(HTTPStatus.INTERNAL_SERVER_ERROR, "internal", told)
                await refuse(problem, scope, receive, watched)
        return status


def _closed(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    there = {name.lower() for name, _value in headers}
    return headers + [(name, value) for name, value in _HEADERS.items() if name not in there]


def _route(scope: Scope, outside: str) -> str:
    """Return the pattern of a path, so that ids and names of personas stay out of figures.

    An application that lies in this one knows its own routes alone; where it lies is told by how the root was moved.
    """
    inside = str(scope.get("root_path", "")).removeprefix(outside)
    route = scope.get("route")
    if route is not None and not isinstance(route, Mount):
        return f"{inside}{route.path}"
    if "endpoint" in scope and not scope.get("path_params"):
        return str(scope["path"])  # the framework does not name such a route: its pattern is the path
    return inside or "none"


def _place(error: Exception) -> str:
    """Return where an error was raised, without its words, which may be those of a message."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "an unknown place"
