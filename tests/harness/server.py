"""A small HTTP server on the loopback that behaves like vLLM, and misbehaves as it is told."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


_COMPLETIONS = ("/v1/chat/completions", "/v1/completions", "/v1/responses")


@dataclass(frozen=True)
class Misbehaviour:
    """What goes otherwise with one request; without any, it is answered.

    `status` and `body` go out as they are. `content` is the model's text. `is_stuck`: no byte comes until the server is
    stopped or `release`d. `cut_after`: so many bytes of the body, then the connection is closed. `drop`: it is
    closed at once. `drip`: the reply's bytes come one by one for ever.
    """

    status: int = 200
    body: bytes | None = None
    content: str | None = None
    finish_reason: str = "stop"
    headers: dict[str, str] = field(default_factory=dict)
    is_stuck: bool = False
    cut_after: int | None = None
    drop: bool = False
    drip: bool = False


@dataclass(frozen=True)
class Request:
    """A request as it arrived, and on which connection."""

    method: str
    path: str
    headers: dict[str, str]
    payload: Any
    connection: int


@dataclass
class VllmLike:
    """The server's state. `script` is used up a request at a time (of completions); `always` holds when it is empty."""

    models: tuple[str, ...] = ("base", "adapter")
    key: str | None = None
    honours_schema: bool = True
    schedules_by_priority: bool = False
    script: deque[Misbehaviour] = field(default_factory=deque)
    always: Misbehaviour | None = None
    is_ill: bool = False
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    open_connections: int = 0
    under_way: int = 0
    most_under_way: int = 0
    release: asyncio.Event = field(default_factory=asyncio.Event)
    url: str = ""

    @property
    def completions(self) -> list[Request]:
        """The requests for a completion."""
        return [request for request in self.requests if request.path == "/v1/chat/completions"]

    @asynccontextmanager
    async def serve(self, port: int = 0) -> AsyncIterator[VllmLike]:
        """Listen on the loopback for the context; what is under way at its end is dropped, as when it is killed."""
        handlers: set[asyncio.Task[None]] = set()

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            handlers.add(task)
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await self._connection(reader, writer)
            handlers.discard(task)

        server = await asyncio.start_server(connected, "127.0.0.1", port)
        self.url = "http://127.0.0.1:{1}".format(*server.sockets[0].getsockname())
        try:
            yield self
        finally:
            server.close()
            for task in handlers:
                task.cancel()
            await asyncio.gather(*handlers)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.open_connections += 1
        number = self.connections
        try:
            while (request := await _read(reader, number)) is not None:
                self.requests.append(request)
                if not await self._serve(request, reader, writer):
                    break
        finally:
            self.open_connections -= 1
            writer.transport.abort()

    async def _serve(
        self, request: Request, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> bool:
        """Answer one request; False: the connection is over."""
        told = Misbehaviour()
        if request.path in _COMPLETIONS:
            told = self.script.popleft() if self.script else self.always or told
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            if told.is_stuck and not await self._wait(reader):
                return False
            if told.drop:
                return False
            status, body = self._reply(request, told)
            await _write(writer, status, body, told)
        finally:
            self.under_way -= 1
        return told.cut_after is None

    async def _wait(self, reader: asyncio.StreamReader) -> bool:
        """Wait for `release`; False: the client went away before."""
        released = asyncio.create_task(self.release.wait())
        gone = asyncio.create_task(reader.read(1))
        try:
            await asyncio.wait({released, gone}, return_when=asyncio.FIRST_COMPLETED)
            return not gone.done()
        finally:
            for task in (released, gone):
                task.cancel()
            await asyncio.gather(released, gone, return_exceptions=True)

    def _reply(self, request: Request, told: Misbehaviour) -> tuple[int, bytes]:
        if request.path == "/health":
            return (503 if self.is_ill else 200), b""
        if self.key is not None and request.headers.get("authorization") != f"Bearer {self.key}":
            return 401, b'{"error": "Unauthorized"}'
        if request.path == "/v1/models":
            models = [
                {"id": name, "object": "model", "parent": self.models[0] if name != self.models[0] else None}
                for name in self.models
            ]
            return 200, json.dumps({"object": "list", "data": models}).encode()
        if told.body is not None:
            return told.status, told.body
        if told.status != 200:
            return told.status, _error(told.status, "InternalServerError")
        return self._completion(request.payload, told)

    def _completion(self, asked: Any, told: Misbehaviour) -> tuple[int, bytes]:
        if asked["model"] not in self.models:
            return 404, _error(404, "NotFoundError", f"The model `{asked['model']}` does not exist.")
        if "priority" in asked and not self.schedules_by_priority:
            return 400, _error(400, "BadRequestError", f"no priority scheduling: {asked['messages']}")
        content = told.content
        if content is None:
            schema = asked["response_format"]["json_schema"]["schema"]
            content = json.dumps(_instance(schema)) if self.honours_schema else "No."
        choice = {
            "index": 0,
            "message": {"role": "assistant", "content": content},
            "finish_reason": told.finish_reason,
        }
        usage = {"prompt_tokens": 7, "completion_tokens": 3, "total_tokens": 10}
        reply = {"id": "c", "object": "chat.completion", "model": asked["model"], "choices": [choice]}
        return 200, json.dumps(reply | {"usage": usage}).encode()


def _error(status: int, kind: str, message: str = "it failed") -> bytes:
    return json.dumps({"error": {"message": message, "type": kind, "code": status}}).encode()


def _instance(schema: Any) -> Any:
    """Return the first thing that a schema allows, as a grammar would bring about."""
    if "enum" in schema:
        return schema["enum"][0]
    if schema["type"] == "object":
        return {name: _instance(part) for name, part in schema["properties"].items()}
    return {"string": "words", "boolean": True, "number": 0, "integer": 0, "array": []}[schema["type"]]


async def _read(reader: asyncio.StreamReader, connection: int) -> Request | None:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ")
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(method, path, headers, json.loads(body) if body else None, connection)


async def _write(writer: asyncio.StreamWriter, status: int, body: bytes, told: Misbehaviour) -> None:
    headers = {"Content-Type": "application/json", "Content-Length": str(len(body))} | told.headers
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    writer.write(f"HTTP/1.1 {status} Reason\r\n{lines}\r\n".encode())
    if told.drip:
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.001)
    writer.write(body if told.cut_after is None else body[: told.cut_after])
    await writer.drain()
