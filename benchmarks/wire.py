"""A small HTTP/1.1 client over one connection: it sends bytes as they are, and costs little beside a server."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

HOST: Final = "127.0.0.1"

Failure: TypeAlias = Literal["refused", "reset", "cut", "hung"]
"""No answer: nobody listens; the connection was reset, or closed before the answer's end; nothing came in time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer; the names of its headers are in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:  # noqa: ANN401 - any JSON
        """Return what the body says."""
        return json.loads(self.body)

    @property
    def is_last(self) -> bool:
        """Whether the server closes the connection after it."""
        return self.headers.get("connection", "").lower() == "close"


def post(path: str, body: object, token: str | None = None) -> bytes:
    """Return a POST of JSON."""
    data = json.dumps(body).encode("ascii")
    return head("POST", path, token, f"Content-Type: application/json\r\nContent-Length: {len(data)}") + data


def get(path: str, token: str | None = None) -> bytes:
    """Return a GET."""
    return head("GET", path, token)


def head(method: str, path: str, token: str | None = None, more: str = "") -> bytes:
    """Return the head of a request; `more` are further lines of it."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}"]
    lines += [f"Authorization: Bearer {token}"] if token else []
    lines += [more] if more else []
    return "\r\n".join((*lines, "", "")).encode("latin-1")


class Wire:
    """A connection that asks one request after the other."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> Wire:
        """Connect to this machine; raises `OSError`."""
        return cls(*await asyncio.open_connection(HOST, port))

    async def ask(self, request: bytes) -> Answer:
        """Send a request and return its answer; raises `OSError` and `EOFError`."""
        await self.send(request)
        return await self.answer()

    async def send(self, data: bytes) -> None:
        """Send bytes."""
        self._writer.write(data)
        await self._writer.drain()

    async def answer(self) -> Answer:
        """Return the next answer, which must say its length; raises `OSError` and `EOFError`."""
        lines = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:-2])
        }
        body = await self._reader.readexactly(int(headers.get("content-length", "0")))
        return Answer(int(lines[0].split(" ", 2)[1]), headers, body)

    async def some(self) -> bytes:
        """Return what comes next, whatever it is."""
        return await self._reader.read(65_536)

    async def rest(self) -> bytes:
        """Return all that comes until the server closes the connection."""
        return await self._reader.read()

    def close(self) -> None:
        """Close the connection; nothing is waited for."""
        self._writer.close()


async def ask_once(port: int, request: bytes, seconds: float = 60.0) -> Answer | Failure:
    """Send a request over a connection of its own; return its answer, or why there is none."""
    wire: Wire | None = None
    try:
        async with asyncio.timeout(seconds):
            wire = await Wire.open(port)
            return await wire.ask(request)
    except (OSError, EOFError) as error:
        return failure_of(error)
    finally:
        if wire is not None:
            wire.close()


def failure_of(error: OSError | EOFError) -> Failure:
    """Return how a request failed."""
    if isinstance(error, TimeoutError):
        return "hung"
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    return "reset" if isinstance(error, OSError) else "cut"
