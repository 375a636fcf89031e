"""The door: who may come in, told before anything of the request is read."""

from __future__ import annotations

import asyncio
import ipaddress
from http import HTTPStatus
from typing import TYPE_CHECKING, Annotated, Final, TypeVar
from urllib.parse import urlsplit

from fastapi import Depends, Request
from fastapi.security import HTTPBearer

from align.http.asgi import header, refuse
from align.http.caller import Caller
from align.http.problems import ProblemError, unavailable
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.http.asgi import App, Receive, Scope, Send
    from align.http.key_ring import Refused
    from align.http.keys import Scope as KeyScope
    from align.http.parts import Service

T = TypeVar("T")

KEYED: Final = ("/v1/", "/metrics")
"""Where a key is asked for."""

_TOLD: Final[dict[Refused, str]] = {
    "missing": "give a key: Authorization: Bearer align_...",
    "unknown": "this is no key of this service",
    "expired": "the key has expired",
    "revoked": "the key was revoked",
}

BEARER: Final = HTTPBearer(auto_error=False, description="A key of `align key create`.")


class Door:
    """Tells the caller of every request under `/v1/` and of `/metrics`, as `scope["state"]["caller"]`.

    A service without keys answers its own machine alone: no other host's name in `Host` (a page whose name was made to
    point here), no other origin, no peer that is not the loopback.
    """

    def __init__(self, app: App, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request in, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        problem = await self._refusal(scope)
        if problem is None:
            await self._app(scope, receive, send)
        else:
            await refuse(problem, scope, receive, send)

    async def _refusal(self, scope: Scope) -> ProblemError | None:
        keys = self._service.parts.keys
        is_keyed = scope["path"].startswith(KEYED)
        try:
            if is_keyed:
                token = _token(scope)
                known = keys.known(token)
                found = known if known is not None else await self._asked(keys.caller, token)
                if not isinstance(found, Caller):
                    return _unauthorized(found)
                scope.setdefault("state", {})["caller"] = found
                is_keyless = found.is_keyless
            else:
                was = keys.known_keyless()
                is_keyless = was if was is not None else await self._asked(keys.is_keyless)
        except StoreError:
            # How the service stands is told also when nobody can say who asks.
            return unavailable(self._service.settings.retry_seconds) if is_keyed else None
        return _stranger(scope) if is_keyless else None

    async def _asked(self, ask: Callable[..., T], *arguments: object) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._service.quick, ask, *arguments)


def _token(scope: Scope) -> str | None:
    said = header(scope, b"authorization")
    scheme, _, token = (said or "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def _unauthorized(why: Refused) -> ProblemError:
    headers = {"WWW-Authenticate": 'Bearer realm="align"'}
    return ProblemError(HTTPStatus.UNAUTHORIZED, f"key-{why}", _TOLD[why], headers=headers)


def _stranger(scope: Scope) -> ProblemError | None:
    """Return the refusal of a request that does not come from this machine itself."""
    told = "this service has no keys, and answers its own machine alone; make a key with: align key create"
    refused = ProblemError(HTTPStatus.FORBIDDEN, "not-this-machine", told)
    client = scope.get("client")
    if client is not None and not is_loopback(client[0]):
        return refused
    host = header(scope, b"host")
    if host is None or not is_loopback(_host_of(host)):
        return refused
    origins = [value.decode("latin-1") for key, value in scope["headers"] if key == b"origin"]
    same = f"{scope.get('scheme', 'http')}://{host}"
    return refused if any(origin != same for origin in origins) else None


def _host_of(authority: str) -> str:
    try:
        return urlsplit(f"//{authority}").hostname or ""
    except ValueError:
        return ""


def is_loopback(host: str) -> bool:
    """Tell whether a name or an address is that of this machine itself; no name is looked up."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def needs(scope: KeyScope) -> Callable[[Request], Caller]:
    """Return the dependency that gives the caller of a request; a key without this scope is refused."""

    def caller_with(request: Request) -> Caller:
        caller: Caller = request.state.caller
        if not caller.may(scope):
            told = f"the key does not have the scope '{scope}'"
            raise ProblemError(HTTPStatus.FORBIDDEN, "scope-missing", told)
        return caller

    return caller_with


def reads_figures(request: Request) -> Caller:
    """Return the caller who asks for figures, which count the data of every persona; who may not see them is refused."""
    caller = needs("metrics")(request)
    if caller.personas is not None:
        told = "the figures are of every persona; the key needs --all-personas"
        raise ProblemError(HTTPStatus.FORBIDDEN, "scope-missing", told)
    return caller


def anybody(request: Request) -> Caller:
    """Return the caller of a request, whatever the key opens."""
    caller: Caller = request.state.caller
    return caller


Validating = Annotated[Caller, Depends(needs("validate"))]
Aligning = Annotated[Caller, Depends(needs("align"))]
Reading = Annotated[Caller, Depends(needs("read"))]
CheckingReceipts = Annotated[Caller, Depends(needs("receipts"))]
