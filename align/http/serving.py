"""The service on a socket: uvicorn, with an end that lets what is under way come to its own."""

from __future__ import annotations

import asyncio
import signal
import socket
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastapi import FastAPI

    from align.http.parts import Service

HEAD_SECONDS: Final = 10.0
"""For the head of a request to come, and for what is left of one that was refused."""

_CANCEL_SECONDS: Final = 1
_RECORD_SECONDS: Final = 5.0
"""For passes that were broken off to be recorded."""

_BACKLOG: Final = 512


def open_socket(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 is any free one. Raises `StoreError` that says why there is none."""
    try:
        (family, *_rest, address), *_others = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
        return socket.create_server(address[:2], family=family, backlog=_BACKLOG)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise StoreError(f"cannot listen on {host}:{port}: {reason}") from None


async def serve(app: FastAPI, listening: socket.socket) -> None:
    """Serve until SIGTERM or SIGINT; then take in nothing new, let what is under way end, and return.

    What is not at its end after `drain_seconds`, or at a second signal, is broken off; a pass through the gate is then
    recorded as cancelled.
    """
    service: Service = app.state.service
    server = _Server(
        uvicorn.Config(
            app,
            http=_patient(HEAD_SECONDS),
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=_CANCEL_SECONDS,
        )
    )
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


class _Server(uvicorn.Server):
    """The server without handlers of its own, which would end the process by the signal."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to whoever serves."""
        yield


def _patient(seconds: float) -> type[H11Protocol]:
    """Return the protocol that waits so long for the head of a request; uvicorn's own would wait for ever."""

    class Patient(H11Protocol):
        _limit: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - asyncio's own
            super().connection_made(transport)
            self._mind()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            self._mind()

        def connection_lost(self, exc: Exception | None) -> None:
            self._let()
            super().connection_lost(exc)

        def _mind(self) -> None:
            """Begin to count when a head is waited for; more of it does not begin the count anew."""
            cycle: Any = self.cycle
            if cycle is not None and not cycle.response_complete:
                self._let()
            elif self._limit is None:
                self._limit = self.loop.call_later(seconds, self.transport.close)

        def _let(self) -> None:
            if self._limit is not None:
                self._limit.cancel()
                self._limit = None

    return Patient
