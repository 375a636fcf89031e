"""A hook that a messaging provider calls before it sends a message, to ask whether it may.

An ASGI application without a framework, for any ASGI server. Only the answer 200 with `"allow": true` means yes: a
caller takes everything else, no answer included, for no. Every other answer says `"allow": false` as well.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from align.context import DraftContext
from align.gate.candidate import length_problem
from align.integrations.signature import HEADER, SHORTEST_KEY, is_signed
from align.strict_json import RepeatedKeyError, without_repeats
from align.validate import validate_draft

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping, Sequence

    from align.compiled import CompiledSpec
    from align.findings import Validation
    from specs import Spec

    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]

_KEYS: Final = frozenset(("persona", "body", "context"))
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Limits:
    """The longest request in bytes, and how long it may take to come in seconds."""

    body_bytes: int = 2**20
    read_seconds: float = 10.0


class _RefusedError(Exception):
    """A request gets no yes; `status` and `code` say why."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class PresendHook:
    """Answers `POST` with `{"persona", "body", "context"}` in JSON, signed as `align.integrations.signature` says.

    `spec_of` returns a persona's spec, and raises `LookupError` for one that there is not; it is called in a thread.
    `keys` are those of the caller, 16 bytes or longer: `ValueError` otherwise. `clock` gives the present, aware; the
    caller has no say in it.

    The answer is `{"allow": bool, "reasons": [{"code", "message"}]}`. A checked message is answered with 200; 401:
    the signature is missing, wrong or old; 400, 404, 405, 408, 413: the request cannot be used; 503: the spec cannot
    be read now; 500: the check failed. Logs have no words of messages.
    """

    def __init__(
        self,
        spec_of: Callable[[str], Spec | CompiledSpec],
        keys: Sequence[bytes],
        *,
        clock: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC),
        limits: Limits | None = None,
    ) -> None:
        if not keys or any(len(key) < SHORTEST_KEY for key in keys):
            raise ValueError(f"keys: expected one or more of {SHORTEST_KEY} bytes or longer")
        self._spec_of = spec_of
        self._keys = tuple(keys)
        self._clock = clock
        self._limits = limits or Limits()

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request, as ASGI has it."""
        if scope["type"] != "http":
            raise NotImplementedError(f"the hook speaks HTTP, not {scope['type']}")
        try:
            status, reasons = 200, _reasons(await self._checked(scope, receive))
        except _RefusedError as refused:
            status, reasons = refused.status, [{"code": refused.code, "message": str(refused)}]
        except Exception as error:  # noqa: BLE001 - whatever it is, the message may not go
            _log.error("a message could not be checked: %s", type(error).__name__)
            status, reasons = 500, [{"code": "error", "message": "the message could not be checked"}]
        answer = {"allow": status == 200 and not reasons, "reasons": reasons}
        headers = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
        if status == 405:
            headers.append((b"allow", b"POST"))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(answer).encode("ascii")})

    async def _checked(self, scope: MutableMapping[str, Any], receive: Receive) -> Validation:
        if scope["method"] != "POST":
            raise _RefusedError(405, "method", "POST a message")
        raw = await self._read(receive)
        now = self._clock()
        named = [value for name, value in scope["headers"] if name == HEADER.lower().encode()]
        if len(named) != 1 or not is_signed(raw, named[0].decode("latin-1"), self._keys, now=now.timestamp()):
            raise _RefusedError(401, "signature", f"{HEADER} is missing, wrong, or too old")
        persona, body, context = _message(raw)
        spec = await self._spec(persona)
        return await asyncio.to_thread(validate_draft, body, spec, now=now, context=context)

    async def _read(self, receive: Receive) -> bytes:
        raw = bytearray()
        try:
            async with asyncio.timeout(self._limits.read_seconds):
                while True:
                    part = await receive()
                    raw += part.get("body", b"")
                    if len(raw) > self._limits.body_bytes:
                        raise _RefusedError(413, "too_long", f"more than {self._limits.body_bytes} bytes")
                    if part["type"] != "http.request" or not part.get("more_body"):
                        return bytes(raw)
        except TimeoutError:
            raise _RefusedError(408, "too_slow", "the request did not come in time") from None

    async def _spec(self, persona: str) -> Spec | CompiledSpec:
        try:
            return await asyncio.to_thread(self._spec_of, persona)
        except LookupError:
            raise _RefusedError(404, "unknown_persona", "no facts of this persona") from None
        except Exception as error:  # noqa: BLE001 - whatever it is, the message may not go
            _log.warning("no spec could be read: %s", type(error).__name__)
            raise _RefusedError(503, "spec_unavailable", "the facts cannot be read now") from None


def _reasons(validation: Validation) -> list[dict[str, str]]:
    """Return why a message may not go; none for one that may."""
    found = [{"code": violation.rule, "message": violation.message} for violation in validation.violations]
    crashed = [{"code": "rule_error", "message": f"{error.rule} crashed"} for error in validation.errors]
    return found + crashed


def _message(raw: bytes) -> tuple[str, str, DraftContext]:
    """Return persona, body and context of a request; raises `_RefusedError` naming the field."""
    try:
        data = json.loads(raw, object_pairs_hook=without_repeats)
    except RepeatedKeyError as error:
        raise _RefusedError(400, "malformed", str(error)) from None
    except (ValueError, RecursionError):
        raise _RefusedError(400, "malformed", "the request is no JSON in UTF-8") from None
    if not isinstance(data, dict):
        raise _RefusedError(400, "malformed", "expected a JSON object")
    for name in ("persona", "body"):
        if not isinstance(data.get(name), str):
            raise _RefusedError(400, "malformed", f"{name}: expected text")
    if unknown := sorted(set(data) - _KEYS):
        raise _RefusedError(400, "malformed", f"{unknown[0][:40]}: unknown key")
    try:
        context = DraftContext.of(data.get("context"))
    except (TypeError, ValueError) as error:
        raise _RefusedError(400, "malformed", str(error)) from None
    for name, text in (("body", data["body"]), ("context.inbound", context.inbound or "")):
        if (problem := length_problem(text)) is not None:
            raise _RefusedError(413, "too_long", f"{name}: {problem}")
    return data["persona"], data["body"], context
