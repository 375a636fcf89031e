"""Tokens told apart: which caller a request is from, without asking the database each time."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from align.http.caller import KEYLESS, Caller
from align.http.keys import opens, split_token
from specs.store.errors import StoreUnavailableError
from specs.store.moments import utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from align.http.keys import ApiKey, KeyStore

FRESH_SECONDS: Final = 1.0
"""How long a key is trusted without asking the database whether it was revoked."""

AWAY_SECONDS: Final = 900.0
"""How long a key that was seen is trusted while the database is away."""

_SLOW_SECONDS: Final = 1.0
"""A database that has not answered for so long is treated as one that is away."""

Refused: TypeAlias = Literal["missing", "unknown", "expired", "revoked"]
"""Why a token opens nothing: there is none; it is no key of ours; its time is over; it was taken back."""


@dataclass(frozen=True, slots=True)
class _Seen:
    key: ApiKey
    at: float


class KeyRing:
    """Tells callers by their tokens; safe to share between threads. `monotonic` gives seconds.

    As long as no key was ever made, everybody is `KEYLESS`; from the first one on nobody is.
    """

    def __init__(
        self,
        keys: KeyStore,
        *,
        clock: Callable[[], dt.datetime] = utc_now,
        monotonic: Callable[[], float] = time.monotonic,
        fresh_seconds: float = FRESH_SECONDS,
        away_seconds: float = AWAY_SECONDS,
    ) -> None:
        self._keys = keys
        self._clock = clock
        self._monotonic = monotonic
        self._fresh_seconds = fresh_seconds
        self._away_seconds = away_seconds
        self._seen: dict[str, _Seen] = {}
        self._has_keys = False
        self._keyless_at: float | None = None
        self._asking: dict[object, float] = {}
        self._lock = threading.Lock()

    def known(self, token: str | None) -> Caller | Refused | None:
        """Return what `caller` would, where that needs no database just now, else None; never blocks."""
        asked = self._monotonic()
        parts = None if token is None else split_token(token)
        seen = None if parts is None else self._seen.get(parts[0])
        if parts is None or seen is None:
            if self._knows_keyless(asked):
                return KEYLESS
            return "missing" if self._has_keys and token is None else None
        is_trusted = asked - seen.at < self._fresh_seconds or self._must_be_trusted(seen, asked)
        return self._told(seen.key) if is_trusted and opens(seen.key, parts[1]) else None

    def known_keyless(self) -> bool | None:
        """Return what `is_keyless` would, where that needs no database just now, else None; never blocks."""
        if self._has_keys:
            return False
        return True if self._knows_keyless(self._monotonic()) else None

    def is_keyless(self) -> bool:
        """Tell whether no key was ever made; raises `StoreError` when that cannot be asked."""
        asked = self._monotonic()
        if self._has_keys or self._knows_keyless(asked):
            return not self._has_keys
        try:
            _key, self._has_keys = self._keys.look_up("")
        except StoreUnavailableError:
            if self._was_keyless(asked, self._away_seconds):
                return True
            raise
        self._keyless_at = asked
        return not self._has_keys

    def caller(self, token: str | None) -> Caller | Refused:
        """Return who asks with a token, or why it opens nothing. Blocks on the database.

        Raises `StoreError` when the database is away and the key was not seen for a quarter of an hour.
        """
        parts = None if token is None else split_token(token)
        if parts is None:
            return KEYLESS if self.is_keyless() else "missing" if token is None else "unknown"
        id_, digest = parts
        key = self._key(id_)
        if not opens(key, digest) or key is None:
            return KEYLESS if self.is_keyless() else "unknown"
        return self._told(key)

    def _told(self, key: ApiKey) -> Caller | Refused:
        state = key.state(self._clock())
        return Caller(key.name, key.personas, key.scopes) if state == "active" else state

    def _knows_keyless(self, asked: float) -> bool:
        return not self._has_keys and self._was_keyless(asked, self._fresh_seconds)

    def _was_keyless(self, asked: float, seconds: float) -> bool:
        return self._keyless_at is not None and asked - self._keyless_at < seconds

    def _must_be_trusted(self, seen: _Seen, asked: float) -> bool:
        """Tell whether the database keeps somebody waiting already: no other thread is then to wait with him."""
        begun = min(tuple(self._asking.values()), default=asked)
        return asked - begun >= _SLOW_SECONDS and asked - seen.at < self._away_seconds

    def _key(self, id_: str) -> ApiKey | None:
        asked = self._monotonic()
        seen = self._seen.get(id_)
        if seen is not None and (asked - seen.at < self._fresh_seconds or self._must_be_trusted(seen, asked)):
            return seen.key
        question = object()
        self._asking[question] = asked
        try:
            key, self._has_keys = self._keys.look_up(id_)
        except StoreUnavailableError:
            if seen is not None and asked - seen.at < self._away_seconds:
                return seen.key
            raise
        finally:
            del self._asking[question]
        # Only keys that exist are remembered: whoever tries others can't fill the memory.
        if key is not None:
            with self._lock:
                self._seen[id_] = _Seen(key, asked)
        return key
