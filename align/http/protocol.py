"""HTTP on one connection: how long a head is waited for, how many connections there may be, and what is no HTTP.

uvicorn's own protocol waits for ever for the head of a request, takes in connections until the process can open no more
files, keeps for ever what a client does not read, and tells what is no HTTP as plain text.
"""

from __future__ import annotations

import socket
import struct
import sys
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

import h11
from uvicorn.protocols.http.flow_control import HIGH_WATER_LIMIT, FlowControl
from uvicorn.protocols.http.h11_impl import H11Protocol

from align.http.problems import ProblemError

if TYPE_CHECKING:
    import asyncio

HEAD_SECONDS: Final = 10.0
"""For the head of a request to come, and for what is left of one that was refused."""

TAKE_SECONDS: Final = 15.0
"""For a client to take any of what it was sent."""

_LINGER_SECONDS: Final = 1.0
"""For a client that is refused to read why, before what it still sends breaks the connection off."""

_REFUSED_AT_ONCE: Final = 64
"""Connections past the most that are told so; more are closed without a word."""

_RESET: Final = struct.pack("ii", 1, 0)
"""The option of a socket that has nothing more to say when it is closed."""

_TOLD: Final[dict[int, tuple[str, str]]] = {
    400: ("not-http", "this is not HTTP/1.1 that can be read"),
    431: ("head-too-long", "the head of the request is too long"),
    501: ("unknown-coding", "no transfer coding but 'chunked' is known"),
}
_CROWDED: Final = "too many connections are open; come again"


class Crowd:
    """The connections of one server: at most `most`; belongs to one event loop.

    A new one that there is no place for takes that of the one that is longest without a whole request.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._all: set[Connection] = set()
        # In the order in which they began to wait.
        self._waiting: dict[Connection, None] = {}

    def enter(self, connection: Connection) -> bool:
        """Take in a connection; tell whether there is place for it. Whoever came in leaves again, place or not."""
        self._all.add(connection)
        if len(self._all) <= self._most:
            return True
        oldest = next((one for one in self._waiting if one.is_waiting), None)
        if oldest is not None:
            self.leave(oldest)
            oldest.transport.abort()
            return True
        if len(self._all) > self._most + _REFUSED_AT_ONCE:
            self.leave(connection)
            connection.transport.abort()
        return False

    def leave(self, connection: Connection) -> None:
        """Forget a connection."""
        self._all.discard(connection)
        self._waiting.pop(connection, None)

    def waits(self, connection: Connection) -> None:
        """Note that a connection has no whole request under way."""
        if connection in self._all:
            self._waiting.setdefault(connection)

    def asks(self, connection: Connection) -> None:
        """Note that a connection has a whole request under way."""
        self._waiting.pop(connection, None)

    def let_go(self, now: float) -> None:
        """Break off each connection whose client has taken nothing for too long of what it was sent."""
        for connection in tuple(self._all):
            if connection.is_stuck(now):
                # Reset, so that the system does not keep for minutes what the client does not take either.
                sock = connection.transport.get_extra_info("socket")
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                connection.transport.abort()


class _Strict(h11.Connection):
    """Refuses requests whose length can be read in two ways: a proxy may have read it in the other one.

    RFC 9112, 6.1 and 6.3.
    """

    is_head = False
    """Whether the request that was read last asks for the head alone."""

    def next_event(self) -> h11.Event | type[h11.NEED_DATA | h11.PAUSED]:
        """Return what h11 makes of what came; raises `RemoteProtocolError`."""
        event = super().next_event()
        if isinstance(event, h11.Request):
            self.is_head = event.method == b"HEAD"
            names = {name for name, _value in event.headers}
            if b"transfer-encoding" in names and (b"content-length" in names or event.http_version < b"1.1"):
                raise h11.RemoteProtocolError("it has two lengths")
        return event


class _Flow(FlowControl):
    """Reads on only when what was read before is nearly done with.

    uvicorn's own reads a piece more after each answer, which may be far more than the request that it answered: whoever
    sends requests without waiting for answers would fill the memory.
    """

    def __init__(self, transport: Any, conn: h11.Connection) -> None:  # noqa: ANN401 - asyncio's own
        super().__init__(transport)
        self._conn = conn

    async def drain(self) -> None:
        """Wait for the client to take some of a long answer; never between a head and the one body that follows.

        So no answer in one piece waits in a lane for a client that does not read.
        """
        if self._transport.get_write_buffer_size() > 2 * HIGH_WATER_LIMIT:
            await super().drain()

    def resume_reading(self) -> None:
        """Read on, unless too much waits already; asked again after each answer."""
        if self.read_paused and len(self._conn.trailing_data[0]) <= HIGH_WATER_LIMIT:
            super().resume_reading()


class Connection(H11Protocol):
    """One connection to a server; `connection_class` makes the kind that a server takes."""

    conn: _Strict
    crowd: Crowd
    head_seconds: float
    take_seconds: float
    _limit: asyncio.TimerHandle | None = None
    _is_refused = False
    _is_untaken = False
    _has_said_all = False
    _unsent = 0
    _unsent_since = 0.0

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - asyncio's own
        """Take in a connection, or tell its client that there are too many."""
        super().connection_made(transport)
        self.conn = _Strict(h11.SERVER)
        self.flow = _Flow(transport, self.conn)
        if self.crowd.enter(self):
            self._mind()
        else:
            headers = {"Retry-After": "1"}
            self._refuse(ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, "busy", _CROWDED, headers=headers))

    def data_received(self, data: bytes) -> None:
        """Take in bytes; those of a client that was refused are thrown away."""
        if not self._is_refused:
            super().data_received(data)
            self._mind()

    def eof_received(self) -> bool:  # type: ignore[override] # asyncio asks; uvicorn's own never stays
        """Tell whether to stay: a client that has said all it has to say may still wait for its answers."""
        self._has_said_all = True
        return self._is_untaken or self._is_asked

    def on_response_complete(self) -> None:
        """Go on after an answer: with what was sent ahead, only when the client has taken what it was sent."""
        self._is_untaken = self.flow.write_paused and not self.transport.is_closing()
        if not self._is_untaken:
            super().on_response_complete()
            if not self.transport.is_closing():
                self.flow.resume_reading()
            if self._has_said_all and not self._is_asked:
                self.transport.close()
        self._mind()

    def resume_writing(self) -> None:
        """Go on with a client that takes what it was sent."""
        super().resume_writing()
        if self._is_untaken:
            self.on_response_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._let()
        self.crowd.leave(self)
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP; uvicorn calls this while it handles h11's error."""
        del msg
        error = sys.exc_info()[1]
        status = error.error_status_hint if isinstance(error, h11.RemoteProtocolError) else 400
        slug, told = _TOLD[status]
        self._refuse(ProblemError(HTTPStatus(status), slug, told))

    @property
    def is_waiting(self) -> bool:
        """Whether there is no whole request under way, nor one that is answered while its body comes."""
        cycle: Any = self.cycle
        return not self._is_asked and (cycle is None or cycle.response_complete or not cycle.response_started)

    @property
    def _is_asked(self) -> bool:
        """Whether a whole request is under way."""
        cycle: Any = self.cycle
        return cycle is not None and not cycle.response_complete and not cycle.more_body

    def is_stuck(self, now: float) -> bool:
        """Tell whether the client has taken nothing for too long of what it was sent; asked from time to time."""
        unsent = self.transport.get_write_buffer_size()
        if unsent == 0 or unsent != self._unsent:
            self._unsent, self._unsent_since = unsent, now
        return now - self._unsent_since >= self.take_seconds

    def _refuse(self, problem: ProblemError) -> None:
        """Tell why, and end the connection; where an answer has begun already, nothing can be told."""
        self._let()
        self._unset_keepalive_if_required()
        self._is_refused = True
        cycle: Any = self.cycle
        if cycle is not None and not cycle.response_complete:
            # Whoever reads this request is not to answer it.
            cycle.disconnected = True
            cycle.message_event.set()
        if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            self.transport.close()
            return
        answer = problem.response()
        headers = [*answer.raw_headers, (b"connection", b"close")]
        told = (
            h11.Response(status_code=answer.status_code, headers=headers),
            h11.Data(data=b"" if self.conn.is_head else bytes(answer.body)),
        )
        for event in (*told, h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        # Closed at once, a connection on which more is coming is reset, and the answer with it.
        self.transport.write_eof()
        self._limit = self.loop.call_later(_LINGER_SECONDS, self.transport.abort)

    def _mind(self) -> None:
        """Begin to count when a head is waited for; more of it does not begin the count anew."""
        if self._is_refused:
            return
        (self.crowd.waits if self.is_waiting else self.crowd.asks)(self)
        cycle: Any = self.cycle
        if self._is_untaken or (cycle is not None and not cycle.response_complete):
            self._let()
        elif self._limit is None:
            self._limit = self.loop.call_later(self.head_seconds, self.transport.close)

    def _let(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None


def connection_class(
    crowd: Crowd, head_seconds: float = HEAD_SECONDS, take_seconds: float = TAKE_SECONDS
) -> type[Connection]:
    """Return the kind of connection that belongs to a crowd; seconds for a head to come, and for any of an answer to go."""

    class Mine(Connection):
        pass

    Mine.crowd, Mine.head_seconds, Mine.take_seconds = crowd, head_seconds, take_seconds
    return Mine
