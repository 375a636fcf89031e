"""Requests to one server over kept connections. The one module that knows the HTTP library."""

from __future__ import annotations

import asyncio
import json
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

import httpx

from align.harness.failures import Absent

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

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
    followed: what is sent goes to this server or nowhere. `wire` stands in for the network.
    """

    def __init__(
        self,
        base_url: str,
        *,
        key: str | None = None,
        connections: int = 8,
        connect_seconds: float = 5.0,
        wire: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._is_closed = False
        self._client = httpx.AsyncClient(
            base_url=base_url,
            headers={} if key is None else {"Authorization": f"Bearer {key}"},
            timeout=httpx.Timeout(None, connect=connect_seconds),
            limits=httpx.Limits(
                # One more for questions about health, which wait for nobody's turn.
                max_connections=connections + 1,
                max_keepalive_connections=connections + 1,
                keepalive_expiry=KEEPALIVE_SECONDS,
            ),
            verify=ssl.create_default_context() if base_url.startswith("https:") else False,
            trust_env=False,
            follow_redirects=False,
            transport=wire,
        )

    async def aclose(self) -> None:
        """Close all connections; requests after that are refused."""
        self._is_closed = True
        await self._client.aclose()

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
        async with self._client.stream(method, path, content=content, headers=headers) as response:
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
