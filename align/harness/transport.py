"""Requests to one server over kept connections. The one module that knows the HTTP library."""

from __future__ import annotations

import asyncio
import json
import ssl
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import httpx

from align.harness.failures import Absent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from align.harness.deadline import Deadline

MAX_ANSWER_BYTES: Final = 4 * 1024 * 1024
KEEPALIVE_SECONDS: Final = 30.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server sent back, whatever its status. `retry_after` is in seconds, where the server asked for a pause."""

    status: int
    body: bytes
    retry_after: float | None = None


class Transport:
    """Connections to one server, kept alive between requests; `aclose` ends them.

    `base_url` is the server's, without `/v1`. Belongs to one event loop. Proxies, cookies and redirects are not
    followed: what is sent goes to this server or nowhere. There are as many connections as requests under way.
    `wire` makes what stands in for the network.
    """

    def __init__(
        self,
        base_url: str,
        *,
        key: str | None = None,
        connect_seconds: float = 5.0,
        wire: Callable[[], httpx.AsyncBaseTransport] | None = None,
    ) -> None:
        self._base_url = base_url
        self._headers = {} if key is None else {"Authorization": f"Bearer {key}"}
        self._timeout = httpx.Timeout(None, connect=connect_seconds)
        self._verify = ssl.create_default_context() if base_url.startswith("https:") else False
        self._wire = wire
        # One client for each connection, and a new one after each failure: the library's pool can lose a connection
        # for good when a request is cancelled at a bad moment (encode/httpcore#1093).
        self._idle: list[httpx.AsyncClient] = []
        self._is_closed = False

    def _open(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            base_url=self._base_url,
            headers=self._headers,
            timeout=self._timeout,
            limits=httpx.Limits(max_connections=1, keepalive_expiry=KEEPALIVE_SECONDS),
            verify=self._verify,
            trust_env=False,
            follow_redirects=False,
            transport=None if self._wire is None else self._wire(),
        )

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[httpx.AsyncClient]:
        client = self._idle.pop() if self._idle else self._open()
        is_good = False
        try:
            yield client
            is_good = not self._is_closed
        finally:
            if is_good:
                client.cookies.clear()
                self._idle.append(client)
            else:
                await client.aclose()

    async def aclose(self) -> None:
        """Close the connections, those of requests under way when they end; later requests are `cancelled`."""
        self._is_closed = True
        while self._idle:
            await self._idle.pop().aclose()

    async def send(
        self,
        method: Literal["GET", "POST"],
        path: str,
        payload: Mapping[str, object] | None = None,
        *,
        seconds: float,
        deadline: Deadline,
    ) -> Reply | Absent:
        """Return the server's reply, or why there is none.

        `timeout` after `seconds`, `deadline` when less than that was left. Raises nothing but `CancelledError`; the
        connection of a request that was not read to its end is closed.
        """
        if self._is_closed:
            return Absent("cancelled", "the client is closed")
        left = deadline.remaining
        if left <= 0:
            return Absent("deadline")
        content = None if payload is None else json.dumps(payload).encode()
        try:
            async with asyncio.timeout(min(seconds, left)):
                return await self._exchange(method, path, content)
        except TimeoutError:
            return Absent("deadline") if left <= seconds else Absent("timeout", f"{seconds:g} s")
        except httpx.TimeoutException:
            return Absent("timeout", "connecting")
        except httpx.ConnectError:
            return Absent("refused")
        except httpx.DecodingError:
            return Absent("bad_json", "its compression cannot be read")
        except httpx.HTTPError as error:
            # The text of an error may quote what was sent; its kind says enough.
            return Absent("server_error", f"the connection broke off: {type(error).__name__}")

    async def _exchange(self, method: str, path: str, content: bytes | None) -> Reply | Absent:
        headers = {} if content is None else {"Content-Type": "application/json"}
        async with (
            self._connection() as client,
            client.stream(method, path, content=content, headers=headers) as response,
        ):
            body = await _at_most(response.aiter_bytes(), MAX_ANSWER_BYTES)
            if body is None:
                return Absent("bad_json", f"longer than {MAX_ANSWER_BYTES} bytes")
            return Reply(response.status_code, body, _seconds(response.headers.get("Retry-After")))


async def _at_most(chunks: AsyncIterator[bytes], limit: int) -> bytes | None:
    body = bytearray()
    async for chunk in chunks:
        body += chunk
        if len(body) > limit:
            return None
    return bytes(body)


def _seconds(header: str | None) -> float | None:
    """Return a pause given in seconds; one given as a date would need both clocks to agree."""
    return float(header) if header and header.isascii() and header.isdigit() and len(header) < 9 else None
