"""Keys of the service: made, rotated and taken back by an operator; the database holds no secret."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, get_args

from sqlalchemy import func, insert, select

from specs.store.engine import reading, writing
from specs.store.errors import EditRefusedError
from specs.store.key_tables import ApiKeyRevocationRow, ApiKeyRow
from specs.store.moments import as_utc, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from sqlalchemy import Connection, Engine, Row, Select

Scope: TypeAlias = Literal["validate", "align", "read", "receipts", "review", "metrics"]
"""What a key opens: checks; the whole gate; specs, decisions and holds; receipts; the review page; the figures."""

SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)

State: TypeAlias = Literal["active", "expired", "revoked"]

_KEYS = ApiKeyRow.__table__  # type: ignore[attr-defined] # SQLModel's metaclass adds it
_REVOCATIONS = ApiKeyRevocationRow.__table__  # type: ignore[attr-defined] # the same

_MARK: Final = "align"
_ID_BYTES: Final = 6
_SECRET_BYTES: Final = 32
_LONGEST_TOKEN: Final = 128


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key as it is stored. `personas` None: all of them. Moments are UTC; `digest` is that of the secret."""

    id: str
    name: str
    digest: str
    personas: frozenset[str] | None
    scopes: frozenset[str]
    author: str
    created_at: dt.datetime
    expires_at: dt.datetime | None
    revoked_at: dt.datetime | None
    rotated_from: str | None

    @classmethod
    def of(cls, row: Row[Any]) -> ApiKey:
        """Return the key in a row of keys with the moment from which each is revoked."""
        personas = None if row.personas is None else frozenset(json.loads(row.personas))
        return cls(
            row.key_id,
            json.loads(row.name),
            row.digest,
            personas,
            frozenset(json.loads(row.scopes)),
            json.loads(row.author),
            row.created_at,
            row.expires_at,
            row.revoked_at,
            row.rotated_from,
        )

    def state(self, now: dt.datetime) -> State:
        """Return how the key stands at a moment."""
        if self.revoked_at is not None and now >= self.revoked_at:
            return "revoked"
        return "expired" if self.expires_at is not None and now >= self.expires_at else "active"


@dataclass(frozen=True, slots=True)
class Grant:
    """What a key is to open, and for whom. `personas` None: all of them; `expires_at` is aware."""

    name: str
    personas: frozenset[str] | None
    scopes: frozenset[str]
    expires_at: dt.datetime | None = None


def split_token(token: str) -> tuple[str, str] | None:
    """Return the id and the digest of the secret in a token; None for a text that is none."""
    mark, _, rest = token.partition("_")
    id_, _, secret = rest.partition("_")
    if mark != _MARK or len(token) > _LONGEST_TOKEN or not token.isascii() or not (id_.isalnum() and secret):
        return None
    return id_, hashlib.sha256(secret.encode("ascii")).hexdigest()


def opens(key: ApiKey | None, digest: str) -> bool:
    """Tell whether the digest is that of a key's secret; takes as long for a key that is not there."""
    stored = "0" * len(digest) if key is None else key.digest
    return hmac.compare_digest(stored, digest) and key is not None


class KeyStore:
    """The keys in a database; safe to share between threads. `clock` gives the present moment, aware.

    Raises `specs.store.StoreError` for what it refuses, and when the database cannot be used.
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

    def create(self, grant: Grant, *, author: str) -> tuple[str, ApiKey]:
        """Store a new key; return its token, which is never to be had again, and the key.

        Raises `EditRefusedError` for a grant that opens nothing or names what is no scope, for an expiry that has
        passed, and for a name that an active key has.
        """
        now = as_utc(self._clock())
        _check(grant, now)
        with writing(self._engine) as connection:
            named = [key for key in _all(connection) if key.name == grant.name and key.state(now) == "active"]
            if named:
                raise EditRefusedError(
                    f"the key {named[0].id} has this name; rotate it, or choose another name"
                )
            return self._add(connection, grant, now, author, None)

    def rotate(
        self, wanted: str, *, author: str, grace: dt.timedelta = dt.timedelta()
    ) -> tuple[str, ApiKey, ApiKey]:
        """Store a key in the place of another, which is revoked after `grace`; return token, new and old key.

        `wanted` is the old key's id or name. The new one opens the same, and expires after as long a time.
        """
        now = as_utc(self._clock())
        with writing(self._engine) as connection:
            old = _active(connection, wanted, now)
            lasting = None if old.expires_at is None else now + (old.expires_at - old.created_at)
            grant = Grant(old.name, old.personas, old.scopes, lasting)
            token, new = self._add(connection, grant, now, author, old.id)
            _revoke(connection, old.id, now + grace, now, author)
            return token, new, _by_id(connection, old.id)

    def revoke(self, wanted: str, *, author: str) -> ApiKey:
        """Take a key back from now on, by its id or its name; return it."""
        now = as_utc(self._clock())
        with writing(self._engine) as connection:
            key = _active(connection, wanted, now)
            _revoke(connection, key.id, now, now, author)
            return _by_id(connection, key.id)

    def all(self) -> tuple[ApiKey, ...]:
        """Return every key that was ever made, the oldest first."""
        with reading(self._engine) as connection:
            return _all(connection)

    def look_up(self, key_id: str) -> tuple[ApiKey | None, bool]:
        """Return the key with an id, and whether any key was ever made."""
        with reading(self._engine) as connection:
            row = connection.execute(_query().where(_KEYS.c.key_id == key_id)).first()
            if row is not None:
                return ApiKey.of(row), True
            return None, connection.execute(select(_KEYS.c.id).limit(1)).first() is not None

    def _add(
        self, connection: Connection, grant: Grant, now: dt.datetime, author: str, rotated_from: str | None
    ) -> tuple[str, ApiKey]:
        id_ = self._randomness(_ID_BYTES).hex()
        secret = self._randomness(_SECRET_BYTES).hex()
        row = {
            "key_id": id_,
            "name": json.dumps(grant.name),
            "digest": hashlib.sha256(secret.encode("ascii")).hexdigest(),
            "personas": None if grant.personas is None else json.dumps(sorted(grant.personas)),
            "scopes": json.dumps(sorted(grant.scopes)),
            "rotated_from": rotated_from,
            "author": json.dumps(author),
            "created_at": now,
            "expires_at": None if grant.expires_at is None else as_utc(grant.expires_at),
        }
        connection.execute(insert(_KEYS), row)
        return f"{_MARK}_{id_}_{secret}", _by_id(connection, id_)


def _check(grant: Grant, now: dt.datetime) -> None:
    unknown = sorted(grant.scopes - set(SCOPES))
    if unknown:
        raise EditRefusedError(f"'{unknown[0]}' is no scope; the scopes are {', '.join(SCOPES)}")
    if not grant.scopes:
        raise EditRefusedError("a key without a scope opens nothing")
    if grant.personas is not None and not grant.personas:
        raise EditRefusedError("a key without a persona sees nothing")
    if not grant.name.strip():
        raise EditRefusedError("a key needs a name")
    if grant.expires_at is not None and as_utc(grant.expires_at) <= now:
        raise EditRefusedError("the key would have expired already")


def _query() -> Select[Any]:
    revoked = (
        select(_REVOCATIONS.c.key_id, func.min(_REVOCATIONS.c.revoked_at).label("revoked_at"))
        .group_by(_REVOCATIONS.c.key_id)
        .subquery()
    )
    source = _KEYS.outerjoin(revoked, revoked.c.key_id == _KEYS.c.key_id)
    return select(_KEYS, revoked.c.revoked_at).select_from(source)


def _all(connection: Connection) -> tuple[ApiKey, ...]:
    return tuple(map(ApiKey.of, connection.execute(_query().order_by(_KEYS.c.id))))


def _by_id(connection: Connection, id_: str) -> ApiKey:
    return ApiKey.of(connection.execute(_query().where(_KEYS.c.key_id == id_)).one())


def _active(connection: Connection, wanted: str, now: dt.datetime) -> ApiKey:
    """Return the one active key of an id or a name; of a key and those that it was rotated from, the newest."""
    keys = [key for key in _all(connection) if key.state(now) == "active"]
    named = [key for key in keys if key.id == wanted] or _newest([key for key in keys if key.name == wanted])
    if not named:
        raise EditRefusedError(f"no active key is called '{wanted}'; see: align key list")
    if len(named) > 1:
        raise EditRefusedError(f"several keys are called '{wanted}': {', '.join(key.id for key in named)}")
    return named[0]


def _newest(keys: Collection[ApiKey]) -> list[ApiKey]:
    replaced = {key.rotated_from for key in keys}
    return [key for key in keys if key.id not in replaced]


def _revoke(connection: Connection, key_id: str, moment: dt.datetime, now: dt.datetime, author: str) -> None:
    row = {"key_id": key_id, "revoked_at": moment, "author": json.dumps(author), "created_at": now}
    connection.execute(insert(_REVOCATIONS), row)
