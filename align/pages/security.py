"""What every answer of the review page tells a browser not to do, and which requests it does not take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""The content security policy: scripts and styles are our own files, nothing inline runs, nobody frames a page."""

_HEADERS: Final = {
    b"content-security-policy": POLICY.encode("ascii"),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    # With `no-referrer` browsers would hide from us where a form was sent from.
    b"referrer-policy": b"same-origin",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    b"cache-control": b"no-store",
}

_TRUSTED_SITES: Final = ("same-origin", "none")


class SecurityHeaders:
    """Adds the headers to every answer that does not have them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def closed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = list(message.get("headers", ()))
                there = {name.lower() for name, _value in headers}
                headers += [pair for pair in _HEADERS.items() if pair[0] not in there]
                message["headers"] = headers
            await send(message)

        await self._app(scope, receive, closed)


def is_from_elsewhere(request: Request) -> bool:
    """Tell whether a browser says that another site had it make this request."""
    if request.headers.get("sec-fetch-site", "same-origin") not in _TRUSTED_SITES:
        return True
    origin = request.headers.get("origin")
    return origin is not None and _place(origin) != request.headers.get("host", "").lower()


def _place(origin: str) -> str:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""
