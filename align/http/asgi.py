"""What every layer around the application needs of ASGI."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final, TypeAlias

from align.http.problems import ProblemError

_FOR_PROGRAMS: Final = ("/v1/", "/metrics", "/healthz", "/readyz", "/openapi.json")

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]


async def refuse(problem: ProblemError, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with a problem, in place of the application; a browser that asks for one of the pages, with a page.

    What is still coming of the request is thrown away by the server, so that the client comes to read the answer.
    """
    for_people = not scope["path"].startswith(_FOR_PROGRAMS) and "text/html" in (
        header(scope, b"accept") or ""
    )
    await problem.response(for_people=for_people)(scope, receive, send)


def header(scope: Scope, name: bytes) -> str | None:
    """Return a header's value, None where there is none or more than one."""
    found = [value for key, value in scope["headers"] if key == name]
    return found[0].decode("latin-1") if len(found) == 1 else None
