"""An outbox that posts each message to an address, with a key by which the receiver knows it again."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import httpx

from align.runner.ports import Delivery, DispatchError, DispatchRefusedError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from align.runner.ports import Outgoing

_PASSING: Final = frozenset((408, 409, 425, 429))
"""Answers of 400 to 499 that another try may change: 409 is a receiver that is still at work on the first one."""

_FORMAT: Final = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class WebhookTries:
    """How often a message is posted before its dispatch fails, and seconds to wait in between, doubled each time."""

    count: int = 4
    first_wait_seconds: float = 0.5
    longest_wait_seconds: float = 30.0

    def wait_seconds(self, failed: int) -> float:
        """Return how long to wait after so many failed tries (1 or more)."""
        return float(min(self.longest_wait_seconds, self.first_wait_seconds * 2 ** (failed - 1)))


class WebhookOutbox:
    """Posts messages as JSON with an `Idempotency-Key`; any answer of 200 to 299 means that the receiver has it.

    `client` is the caller's to close, and has the timeouts. A connection that breaks leaves open whether the receiver
    got the message: it is posted again under the same key. Redirects are refused: a message goes where it was sent.
    """

    def __init__(
        self,
        client: httpx.AsyncClient,
        url: str,
        *,
        tries: WebhookTries | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._client = client
        self._url = url
        self._tries = tries or WebhookTries()
        self._sleep = sleep

    async def dispatch(self, outgoing: Outgoing) -> Delivery:
        """Post a message until it is taken; raises `DispatchError` or `DispatchRefusedError`."""
        for failed in range(1, self._tries.count + 1):
            problem = await self._post(outgoing)
            if problem is None:
                return Delivery()
            if failed < self._tries.count:
                await self._sleep(self._tries.wait_seconds(failed))
        raise DispatchError(f"{problem}, {self._tries.count} times")

    async def _post(self, outgoing: Outgoing) -> str | None:
        """Return what went wrong that may pass, None when it was taken."""
        message = {
            "key": outgoing.key,
            "persona": outgoing.persona,
            "candidate_id": outgoing.candidate_id,
            "decision_id": outgoing.decision_id,
            "body": outgoing.body,
        }
        # A header holds plain ASCII only, a candidate's id any text.
        headers = {"Idempotency-Key": json.dumps(outgoing.key)[1:-1], **_FORMAT}
        try:
            answer = await self._client.post(
                self._url,
                content=json.dumps(message).encode("ascii"),
                headers=headers,
                follow_redirects=False,
            )
        except (httpx.UnsupportedProtocol, httpx.InvalidURL, httpx.LocalProtocolError):
            raise DispatchRefusedError("the webhook's address cannot be used") from None
        except httpx.HTTPError as error:
            # The text of the error may hold the address, and an address may hold a key.
            return f"the webhook cannot be reached ({type(error).__name__})"
        if answer.is_success:
            return None
        if answer.is_server_error or answer.status_code in _PASSING:
            return f"the webhook answered {answer.status_code}"
        raise DispatchRefusedError(f"the webhook refused the message with {answer.status_code}")


@asynccontextmanager
async def open_webhook(
    url: str, *, key: str | None = None, seconds: float = 10.0
) -> AsyncIterator[WebhookOutbox]:
    """Give an outbox with a client of its own: `key` is sent as a bearer token, `seconds` are for one post.

    Proxies of the environment are not used: a message goes to this address or nowhere.
    """
    headers = {} if key is None else {"Authorization": f"Bearer {key}"}
    async with httpx.AsyncClient(timeout=seconds, headers=headers, trust_env=False) as client:
        yield WebhookOutbox(client, url)
