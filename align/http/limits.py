"""What one process takes on: no request too many, none too long, none that never ends."""

from __future__ import annotations

import asyncio
from http import HTTPStatus
from typing import TYPE_CHECKING

from align.http.asgi import header, refuse
from align.http.problems import ProblemError
from align.http.traffic import BATCH, lane_of

if TYPE_CHECKING:
    from align.http.asgi import App, Message, Receive, Scope, Send
    from align.http.parts import Service
    from align.http.settings import ServiceSettings
    from align.http.traffic import Lane, Traffic


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
        traffic, settings = self._service.traffic, self._service.settings
        if (problem := _kept_out(traffic, lane, settings)) is not None:
            await refuse(problem, scope, receive, send)
            return
        traffic.enter(lane)
        try:
            await self._app(scope, receive, send)
        finally:
            traffic.leave(lane)


class Bodies:
    """Reads each body before the request takes its place in a lane: no longer than allowed, and not for ever.

    So clients that are slow to send take nobody's place. All bodies under way together are bounded as well.
    """

    def __init__(self, app: App, service: Service) -> None:
        self._app = app
        self._settings = service.settings
        self._traffic = service.traffic

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read one body, and hand it on."""
        if scope["type"] != "http" or scope["path"] == BATCH:
            await self._app(scope, receive, send)
            return
        lane = lane_of(scope["path"])
        # Who would be refused after the body is refused before it.
        problem = None if lane is None else _kept_out(self._traffic, lane, self._settings)
        body = _Body(self._traffic, self._settings, is_known="caller" in scope.get("state", {}))
        try:
            if problem is None:
                problem = await self._read(scope, receive, body)
            if problem is not None:
                await refuse(problem, scope, receive, send)
            elif body.is_whole:
                await self._app(scope, body.replayed(receive), send)
        finally:
            body.forget()

    async def _read(self, scope: Scope, receive: Receive, body: _Body) -> ProblemError | None:
        """Read a body to its end, or until the client is gone; return why it is not read."""
        said = header(scope, b"content-length")
        if said is not None and said.isdecimal() and _count(said) > self._settings.body_bytes:
            return too_long(self._settings.body_bytes)
        try:
            async with asyncio.timeout(self._settings.read_seconds):
                await body.read(receive)
        except TimeoutError:
            told = "the body did not come in time"
            return ProblemError(HTTPStatus.REQUEST_TIMEOUT, "body-too-slow", told)
        except ProblemError as problem:
            return problem
        return None


class _Body:
    """A body as it comes; its memory is given back when it is forgotten. `is_known`: the door has told who sends it."""

    def __init__(self, traffic: Traffic, settings: ServiceSettings, *, is_known: bool) -> None:
        self._traffic = traffic
        self._settings = settings
        self._is_known = is_known
        self._read = bytearray()
        self._taken = 0
        self.is_whole = False

    async def read(self, receive: Receive) -> None:
        """Read until the end, or until nobody is there any more; raises `ProblemError` for too many bytes."""
        while not self.is_whole:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            data = message.get("body", b"")
            if self._taken + len(data) > self._settings.body_bytes:
                raise too_long(self._settings.body_bytes)
            if not self._traffic.take(len(data), is_known=self._is_known):
                raise _busy("too much is being sent at once; come again", self._settings)
            self._taken += len(data)
            self._read += data
            self.is_whole = not message.get("more_body", False)

    def replayed(self, receive: Receive) -> Receive:
        """Return a `receive` that gives the body first."""
        given = False

        async def replay() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            body, self._read = bytes(self._read), bytearray()
            return {"type": "http.request", "body": body, "more_body": False}

        return replay

    def forget(self) -> None:
        """Give the memory back; a body is forgotten once."""
        self._traffic.give_back(self._taken)


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


def _kept_out(traffic: Traffic, lane: Lane, settings: ServiceSettings) -> ProblemError | None:
    """Return why a request is not let into a lane at present, None where it is."""
    if traffic.is_draining:
        later = {"Retry-After": str(settings.retry_seconds)}
        told = "the service is ending; ask another one"
        return ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, "draining", told, headers=later)
    return _busy("too many requests are under way; come again", settings) if traffic.is_full(lane) else None


def _busy(told: str, settings: ServiceSettings) -> ProblemError:
    later = {"Retry-After": str(settings.retry_seconds)}
    return ProblemError(HTTPStatus.TOO_MANY_REQUESTS, "busy", told, headers=later)


def too_long(most: int) -> ProblemError:
    """Return the answer to a body of more bytes than that."""
    told = f"the body is longer than {most} bytes"
    return ProblemError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "body-too-long", told)


def _count(digits: str) -> int:
    """Return a number of bytes; of absurdly many digits the first ones say enough."""
    return int(digits[:18])
