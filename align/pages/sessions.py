"""Who is signed in: a key is shown once at the door, and a cookie stands for it for some hours."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, insert, select

from specs.store.engine import reading, recording
from specs.store.moments import as_utc, utc_now
from specs.store.session_tables import ReviewSessionRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

LASTS: Final = dt.timedelta(hours=12)
"""How long one is signed in, whatever one does meanwhile."""

TOKEN_BYTES: Final = 32

_SESSIONS: Final = ReviewSessionRow.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it


@dataclass(frozen=True, slots=True)
class Session:
    """One who is signed in. `key_id` None: on a service without keys, where people say who they are."""

    key_id: str | None
    operator: str
    expires_at: dt.datetime


class SessionStore:
    """Sessions in the database; safe to share between threads and processes. `clock` gives the present moment, aware.

    The database never sees a token, only its digest. Everything raises `StoreError` when the database cannot be used.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        clock: Callable[[], dt.datetime] = utc_now,
        randomness: Callable[[int], bytes] = secrets.token_bytes,
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._randomness = randomness

    def begin(self, operator: str, key_id: str | None) -> str:
        """Store a new session and return its token; sessions that are over are erased."""
        now = as_utc(self._clock())
        token = self._randomness(TOKEN_BYTES).hex()
        row = {
            "token_digest": _digest(token),
            "key_id": key_id,
            "operator": json.dumps(operator),
            "created_at": now,
            "expires_at": now + LASTS,
        }
        with recording(self._engine) as connection:
            connection.execute(delete(_SESSIONS).where(_SESSIONS.c.expires_at <= now))
            connection.execute(insert(_SESSIONS), row)
        return token

    def find(self, token: str) -> Session | None:
        """Return the session of a token, None where there is none or it is over."""
        query = select(_SESSIONS).where(_SESSIONS.c.token_digest == _digest(token))
        with reading(self._engine) as connection:
            row = connection.execute(query).first()
        if row is None or row.expires_at <= as_utc(self._clock()):
            return None
        return Session(row.key_id, json.loads(row.operator), row.expires_at)

    def end(self, token: str) -> None:
        """End a session; nothing happens where there is none."""
        with recording(self._engine) as connection:
            connection.execute(delete(_SESSIONS).where(_SESSIONS.c.token_digest == _digest(token)))


def form_token(secret: str, purpose: str) -> str:
    """Return what a form must carry to count as ours: it can be made only by who knows the cookie's secret."""
    return hmac.new(secret.encode("utf-8", "replace"), purpose.encode("ascii"), "sha256").hexdigest()


def is_form_token(given: str, secret: str, purpose: str) -> bool:
    """Tell whether a form carries it; takes as long for a wrong one."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), form_token(secret, purpose).encode("ascii"))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
