"""What one process takes on: no request too many, none too long, none that never ends."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from align.http.asgi import header, refuse
from align.http.problems import ProblemError
from align.http.traffic import lane_of

if TYPE_CHECKING:
    from align.http.asgi import App, Message, Receive, Scope, Send
    from align.http.parts import Service

BATCH: Final = "/v1/validate/batch"
"""The one path whose body is read as it comes."""


class Lanes:
    """Lets in as many requests as its lanes hold, and tells the others when to come again; none while it drains."""

    def __init__(self, app: App, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take in one request, or refuse it."""
        lane = lane_of(scope["path"]) if scope["type"] == "http" else None
        if lane is None:
            await self._app(scope, receive, send)
            return
        traffic = self._service.traffic
        later = {"Retry-After": str(self._service.settings.retry_seconds)}
        if traffic.is_draining:
            told = "the service is ending; ask another one"
            problem = ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, "draining", told, headers=later)
            await refuse(problem, scope, receive, send)
        elif not traffic.enter(lane):
            told = "too many requests are under way; come again"
            problem = ProblemError(HTTPStatus.TOO_MANY_REQUESTS, "busy", told, headers=later)
            await refuse(problem, scope, receive, send)
        else:
            try:
                await self._app(scope, receive, send)
            finally:
                traffic.leave(lane)


class Bodies:
    """Reads each body before the application is asked: no longer than allowed, and not for ever."""

    def __init__(self, app: App, service: Service) -> None:
        self._app = app
        self._settings = service.settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read one body, and hand it on."""
        if scope["type"] != "http" or scope["path"] == BATCH:
            await self._app(scope, receive, send)
            return
        try:
            async with asyncio.timeout(self._settings.read_seconds):
                body = await self._read(scope, receive)
        except TimeoutError:
            told = "the body did not come in time"
            problem = ProblemError(HTTPStatus.REQUEST_TIMEOUT, "body-too-slow", told)
            await refuse(problem, scope, receive, send)
            return
        except ProblemError as problem:
            await refuse(problem, scope, receive, send)
            return
        if body is None:
            return  # the client is gone: nobody is there to be answered
        given = False

        async def replayed() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, replayed, send)

    async def _read(self, scope: Scope, receive: Receive) -> bytes | None:
        said = header(scope, b"content-length")
        if said is not None and said.isdecimal() and _count(said) > self._settings.body_bytes:
            raise too_long(self._settings.body_bytes)
        read = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return None
            read += message.get("body", b"")
            if len(read) > self._settings.body_bytes:
                raise too_long(self._settings.body_bytes)
            if not message.get("more_body", False):
                return bytes(read)


class Patience:
    """Ends what takes too long, also while the answer is being sent; of a batch, only a row that nobody takes."""

    def __init__(self, app: App, service: Service) -> None:
        self._app = app
        self._settings = service.settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request in time."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"] == BATCH:
            await self._app(scope, receive, self._impatient(send))
            return
        is_align = lane_of(scope["path"]) == "align"
        has_begun = False

        async def told(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        limit = asyncio.timeout(self._settings.align_seconds if is_align else self._settings.answer_seconds)
        try:
            async with limit:
                await self._app(scope, receive, told)
        except TimeoutError:
            if has_begun or not limit.expired():
                raise
            problem = ProblemError(HTTPStatus.GATEWAY_TIMEOUT, "too-slow", "the answer was not ready in time")
            await refuse(problem, scope, receive, send)

    def _impatient(self, send: Send) -> Send:
        """Return a `send` that does not wait for ever for a client that takes nothing."""

        async def sent(message: Message) -> None:
            async with asyncio.timeout(self._settings.idle_seconds):
                await send(message)

        return sent


def too_long(most: int) -> ProblemError:
    """Return the answer to a body of more bytes than that."""
    told = f"the body is longer than {most} bytes"
    return ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body-too-long", told)


def _count(digits: str) -> int:
    """Return a number of bytes; of absurdly many digits the first ones say enough."""
    return int(digits[:18])
