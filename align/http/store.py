"""The stores, asked for a caller: in a thread, and so that what the caller may not see does not exist."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from align.http.problems import unavailable, unknown_persona
from specs.store.errors import StoreUnavailableError, UnknownPersonaError

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor

    from align.http.caller import Caller
    from align.http.parts import Service
    from specs.store.records import StoredSpec

T = TypeVar("T")


async def asked(service: Service, ask: Callable[..., T], *arguments: Any) -> T:  # noqa: ANN401 - what `ask` takes
    """Return what a store answers; raises `ProblemError` with `Retry-After` while the database is away."""
    return await _asked(service, None, partial(ask, *arguments))


async def _asked(service: Service, threads: Executor | None, ask: Callable[[], T]) -> T:
    try:
        return await asyncio.get_running_loop().run_in_executor(threads, ask)
    except StoreUnavailableError:
        raise unavailable(service.settings.retry_seconds) from None


async def current_spec(service: Service, caller: Caller, persona: str) -> StoredSpec:
    """Return the spec of a persona that holds now; the last one that was read while the database is away.

    Raises the same `ProblemError` for a persona that is not there and for one that the caller may not see.
    """
    if not caller.sees(persona) or not _is_name(persona):
        raise unknown_persona(persona)
    try:
        return await _asked(service, service.quick, partial(service.parts.specs.current, persona))
    except UnknownPersonaError:
        raise unknown_persona(persona) from None


def _is_name(text: str) -> bool:
    """Tell whether a text can be the name of something stored; no database takes NUL or half a surrogate pair."""
    return "\x00" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def stale_since(stored: StoredSpec) -> str | None:
    """Return since when the database is away that a spec was to be read from, None when it is not."""
    return None if stored.stale is None else stored.stale.since.isoformat()
