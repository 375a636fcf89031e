"""The service on a real socket, and clients that do what well-behaved ones would not."""

from __future__ import annotations

import asyncio
import socket
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx

from align.http.serving import Server, open_socket

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from fastapi import FastAPI

JSON = {"Content-Type": "application/json"}
NDJSON = {"Content-Type": "application/x-ndjson"}
DRAFT = b'{"persona": "leo", "body": "Hi"}'
HEAD = b"POST /v1/validate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"

SMALL = 16_384
"""Bytes that the system is to keep for a connection, where a test is about what does not fit in: else it takes megabytes."""


@asynccontextmanager
async def serving(
    app: FastAPI, head_seconds: float = 600.0, take_seconds: float = 600.0, *, is_small: bool = False
) -> AsyncIterator[int]:
    """Serve an application on a socket of its own, and give its port; who is slow has time, where no test is about that."""
    with open_socket("127.0.0.1", 0) as listening:
        if is_small:
            shrink(listening)
        server = Server(app, head_seconds, take_seconds)
        task = asyncio.create_task(server._serve(sockets=[listening]))  # noqa: SLF001 - `serve` takes the signals of the tests
        try:
            yield listening.getsockname()[1]
        finally:
            server.should_exit = True
            await task


def shrink(connection: socket.socket) -> None:
    """Have the system keep little of what is sent and not yet read; connections inherit it from who listens."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SMALL)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL)


@asynccontextmanager
async def plain(port: int) -> AsyncIterator[socket.socket]:
    """Give a connection for which the system keeps little; what comes over it is read by nobody else."""
    with socket.socket() as made:
        shrink(made)
        made.setblocking(False)
        await asyncio.get_running_loop().sock_connect(made, ("127.0.0.1", port))
        yield made


def client_of(port: int, seconds: float | None = 60.0) -> httpx.AsyncClient:
    # A connection that is kept may be closed by the server in the moment in which it is used again.
    unkept = httpx.Limits(max_keepalive_connections=0)
    return httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=seconds, limits=unkept)


async def raw(port: int, data: bytes) -> bytes:
    """Send bytes over a connection, and return all that comes until the server closes it.

    They are with the system before the server takes the connection in: none of its times begins earlier, however short.
    """
    connection = socket.create_connection(("127.0.0.1", port))
    connection.sendall(data)
    reader, writer = await asyncio.open_connection(sock=connection)
    got = await reader.read()
    writer.close()
    await writer.wait_closed()
    return got


class Held:
    """An engine that writes when it is let."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.let = asyncio.Event()

    async def wait(self) -> None:
        """Tell that it was asked, and wait."""
        self.asked.set()
        await self.let.wait()


def candidate(id_: str) -> dict[str, Any]:
    return {"id": id_, "persona": "leo"}
