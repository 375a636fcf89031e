"""The service on a socket: uvicorn, with an end that lets what is under way come to its own."""

from __future__ import annotations

import asyncio
import signal
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import uvicorn

from align.http.descriptors import room_for
from align.http.protocol import HEAD_SECONDS, TAKE_SECONDS, Crowd, connection_class
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI

    from align.http.parts import Service

_CANCEL_SECONDS: Final = 1
_RECORD_SECONDS: Final = 5.0
"""For passes that were broken off to be recorded."""

_BACKLOG: Final = 2048
_TICKS: Final = 10
"""The server ticks so many times a second."""


def open_socket(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 is any free one. Raises `StoreError` that says why there is none."""
    try:
        (family, *_rest, address), *_others = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        listening = socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"cannot listen on {host}:{port}: {reason}") from None
    # Connections inherit it. asyncio would set it, but not where the protocol's number was left to the system, as here:
    # then the body of an answer, written after its head, waits 40 ms for the client to acknowledge the head.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


async def serve(app: FastAPI, listening: socket.socket) -> None:
    """Serve until SIGTERM or SIGINT; then take in nothing new, let what is under way end, and return.

    What is not at its end after `drain_seconds`, or at a second signal, is broken off; a pass through the gate is then
    recorded as cancelled.
    """
    service: Service = app.state.service
    server = Server(app)
    stop, hurry = asyncio.Event(), asyncio.Event()

    def signalled() -> None:
        (hurry if stop.is_set() else stop).set()

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, signalled)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
        service.traffic.drain()
        await _idle_or_hurried(service, hurry)
        server.should_exit = True
        await serving
        await service.traffic.until_idle(_RECORD_SECONDS)
    finally:
        stopping.cancel()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)


async def _idle_or_hurried(service: Service, hurry: asyncio.Event) -> None:
    """Wait until nothing is under way, the time for it is over, or somebody is in a hurry."""
    idle = asyncio.create_task(service.traffic.until_idle(service.settings.drain_seconds))
    hurried = asyncio.create_task(hurry.wait())
    await asyncio.wait((idle, hurried), return_when=asyncio.FIRST_COMPLETED)
    for task in (idle, hurried):
        task.cancel()
    await asyncio.gather(idle, hurried, return_exceptions=True)


class Server(uvicorn.Server):
    """The server of an application; it takes in as many connections as the service's settings and the system let it.

    It has no handlers of signals, which would end the process; whoever serves has them.
    """

    def __init__(
        self, app: FastAPI, head_seconds: float = HEAD_SECONDS, take_seconds: float = TAKE_SECONDS
    ) -> None:
        service: Service = app.state.service
        self.crowd = Crowd(room_for(service.settings.connections))
        super().__init__(
            uvicorn.Config(
                app,
                http=connection_class(self.crowd, head_seconds, take_seconds),
                ws="none",
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                backlog=_BACKLOG,
                timeout_graceful_shutdown=_CANCEL_SECONDS,
            )
        )

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to whoever serves."""
        yield

    async def on_tick(self, counter: int) -> bool:
        """Do what is done ten times a second; tell whether to end."""
        if counter % _TICKS == 0:
            self.crowd.let_go(asyncio.get_running_loop().time())
        return await super().on_tick(counter)
