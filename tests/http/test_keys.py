"""Keys: shown once, stored hashed, rotated and taken back, and told apart."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from align.http.caller import KEYLESS, Caller
from align.http.key_ring import KeyRing
from align.http.keys import ApiKey, Grant, KeyStore, split_token
from specs.store import StoreError, open_engine
from specs.store.errors import EditRefusedError, StoreUnavailableError
from tests.databases import backend
from tests.store.conftest import BEGIN

if TYPE_CHECKING:
    from tests.store.conftest import Clock

__all__ = ["backend"]

LEO = Grant("bot", frozenset(("leo",)), frozenset(("validate", "read")))
NASTY = 'x \x00 \ud800 " \\ \u202e'


def ring(keys: KeyStore, clock: Clock, **settings: Any) -> KeyRing:
    return KeyRing(keys, clock=clock, **{"fresh_seconds": 0.0, **settings})


def test_a_token_is_shown_once_and_stored_hashed(url: str, keys: KeyStore) -> None:
    token, key = keys.create(LEO, author="ana")
    secret = token.split("_")[2]
    assert len(bytes.fromhex(secret)) == 32
    assert key.digest == hashlib.sha256(secret.encode()).hexdigest()
    engine = open_engine(url)
    with engine.connect() as connection:
        row = connection.execute(text("SELECT * FROM api_key")).one()
    engine.dispose()
    assert secret not in repr(row)
    assert keys.all() == (key,)
    assert (key.author, key.created_at, key.expires_at, key.revoked_at) == ("ana", BEGIN, None, None)


def test_a_name_may_be_any_text(keys: KeyStore, clock: Clock) -> None:
    token, _key = keys.create(Grant(NASTY, frozenset((NASTY,)), frozenset(("read",))), author=NASTY)
    assert ring(keys, clock).caller(token) == Caller(NASTY, frozenset((NASTY,)), frozenset(("read",)))


def test_a_caller_is_known_by_the_key(keys: KeyStore, clock: Clock) -> None:
    token, _key = keys.create(LEO, author="ana")
    everyone, _key = keys.create(Grant("all", None, frozenset(("align",))), author="ana")
    told = ring(keys, clock)
    assert told.caller(token) == Caller("bot", frozenset(("leo",)), frozenset(("validate", "read")))
    assert told.caller(everyone) == Caller("all", None, frozenset(("align",)))


def test_a_wrong_secret_opens_nothing(keys: KeyStore, clock: Clock) -> None:
    token, key = keys.create(LEO, author="ana")
    other, _key = keys.create(Grant("other", None, frozenset(("read",))), author="ana")
    told = ring(keys, clock)
    mixed = f"align_{key.id}_{other.split('_')[2]}"
    for wrong in (
        token[:-1],
        token + "0",
        mixed,
        key.digest,
        f"align_{key.id}_{key.digest}",
        "",
        "x",
        "é" * 9,
    ):
        assert told.caller(wrong) == "unknown"
    assert told.caller(None) == "missing"


@given(st.text())
def test_any_text_is_a_token_or_none(token: str) -> None:
    parts = split_token(token)
    assert parts is None or token.startswith(f"align_{parts[0]}_")


def test_without_any_key_everybody_is_let_in_and_never_again(keys: KeyStore, clock: Clock) -> None:
    told = ring(keys, clock)
    assert told.is_keyless()
    assert told.caller(None) == KEYLESS
    assert told.caller("whatever") == KEYLESS
    assert told.caller("align_00_11") == KEYLESS
    _token, key = keys.create(LEO, author="ana")
    assert told.caller(None) == "missing"
    keys.revoke(key.id, author="ana")
    assert not ring(keys, clock).is_keyless()
    assert ring(keys, clock).caller(None) == "missing"


def test_an_expired_key_opens_nothing(keys: KeyStore, clock: Clock) -> None:
    ends = BEGIN + dt.timedelta(hours=1)
    token, key = keys.create(Grant("bot", None, frozenset(("read",)), ends), author="ana")
    told = ring(keys, clock)
    clock.move(seconds=3599)
    assert isinstance(told.caller(token), Caller)
    clock.move(seconds=1)
    assert told.caller(token) == "expired"
    assert key.state(clock()) == "expired"


def test_a_revoked_key_opens_nothing(keys: KeyStore, clock: Clock) -> None:
    token, _key = keys.create(LEO, author="ana")
    revoked = keys.revoke("bot", author="ben")
    assert revoked.revoked_at == BEGIN
    assert ring(keys, clock).caller(token) == "revoked"
    with pytest.raises(EditRefusedError, match="no active key is called 'bot'"):
        keys.revoke("bot", author="ben")


def test_a_rotated_key_opens_the_same_and_the_old_one_ends(keys: KeyStore, clock: Clock) -> None:
    old, _key = keys.create(
        Grant("bot", LEO.personas, LEO.scopes, BEGIN + dt.timedelta(days=30)), author="ana"
    )
    clock.move(days=10)
    new, made, ending = keys.rotate("bot", author="ben", grace=dt.timedelta(hours=2))
    told = ring(keys, clock)
    assert told.caller(new) == told.caller(old) == Caller("bot", LEO.personas, LEO.scopes)
    assert made.expires_at == clock() + dt.timedelta(days=30)
    assert made.rotated_from == ending.id
    clock.move(hours=2)
    assert told.caller(old) == "revoked"
    assert isinstance(told.caller(new), Caller)


def test_of_a_key_and_its_successor_the_name_means_the_successor(keys: KeyStore) -> None:
    keys.create(LEO, author="ana")
    _token, made, old = keys.rotate("bot", author="ana", grace=dt.timedelta(hours=2))
    _token, second, replaced = keys.rotate("bot", author="ana", grace=dt.timedelta(hours=1))
    assert replaced.id == made.id
    assert keys.revoke(old.id, author="ana").revoked_at == BEGIN
    assert keys.revoke("bot", author="ana").id == second.id


@pytest.mark.parametrize(
    ("grant", "told"),
    [
        (Grant("bot", None, frozenset()), "without a scope"),
        (Grant("bot", None, frozenset(("admin",))), "'admin' is no scope; the scopes are validate, align"),
        (Grant("bot", frozenset(), frozenset(("read",))), "without a persona"),
        (Grant(" ", None, frozenset(("read",))), "needs a name"),
        (Grant("bot", None, frozenset(("read",)), BEGIN), "expired already"),
        (Grant("taken", None, frozenset(("read",))), "has this name"),
    ],
    ids=["no scope", "unknown scope", "no persona", "no name", "expired", "taken"],
)
def test_a_key_that_makes_no_sense_is_refused(keys: KeyStore, grant: Grant, told: str) -> None:
    keys.create(Grant("taken", None, frozenset(("read",))), author="ana")
    with pytest.raises(EditRefusedError, match=told):
        keys.create(grant, author="ana")
    assert len(keys.all()) == 1


def test_keys_are_never_changed_in_the_database(url: str, keys: KeyStore) -> None:
    keys.create(LEO, author="ana")
    engine = open_engine(url)
    for statement in ("UPDATE api_key SET scopes = '[]'", "DELETE FROM api_key"):
        with pytest.raises(Exception, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))
    engine.dispose()


class _Away:
    """The keys in a database that goes away."""

    def __init__(self, keys: KeyStore) -> None:
        self.keys = keys
        self.is_away = False
        self.asked = 0

    def look_up(self, key_id: str) -> tuple[ApiKey | None, bool]:
        self.asked += 1
        if self.is_away:
            raise StoreUnavailableError("the database is away", "bring it back")
        return self.keys.look_up(key_id)


def test_a_key_that_was_seen_is_trusted_for_a_while_when_the_database_is_away(
    keys: KeyStore, clock: Clock
) -> None:
    token, _key = keys.create(LEO, author="ana")
    unseen, _key = keys.create(Grant("other", None, frozenset(("read",))), author="ana")
    away, seconds = _Away(keys), [0.0]
    told = ring(away, clock, monotonic=lambda: seconds[0], fresh_seconds=1.0, away_seconds=900.0)  # type: ignore[arg-type] # stands in for the keys
    assert isinstance(told.caller(token), Caller)
    asked = away.asked
    assert isinstance(told.caller(token), Caller)
    assert away.asked == asked
    away.is_away = True
    seconds[0] = 899.0
    assert isinstance(told.caller(token), Caller)
    for lost in (unseen, "align_00_11"):
        with pytest.raises(StoreError):
            told.caller(lost)
    seconds[0] = 900.0
    with pytest.raises(StoreError):
        told.caller(token)


def test_a_service_without_keys_goes_on_for_a_while_when_the_database_is_away(
    keys: KeyStore, clock: Clock
) -> None:
    away, seconds = _Away(keys), [0.0]
    told = ring(away, clock, monotonic=lambda: seconds[0], fresh_seconds=1.0, away_seconds=900.0)  # type: ignore[arg-type] # stands in for the keys
    away.is_away = True
    with pytest.raises(StoreError):
        told.caller(None)
    away.is_away = False
    assert told.caller(None) == KEYLESS
    away.is_away = True
    seconds[0] = 899.0
    assert told.caller(None) == KEYLESS
    seconds[0] = 900.0
    with pytest.raises(StoreError):
        told.caller(None)


class _Hanging(_Away):
    """The keys in a database that, once it hangs, does not answer before it is let."""

    def __init__(self, keys: KeyStore) -> None:
        super().__init__(keys)
        self.let = threading.Event()
        self.let.set()
        self.begun = threading.Event()

    def look_up(self, key_id: str) -> tuple[ApiKey | None, bool]:
        self.begun.set()
        assert self.let.wait(60)
        return super().look_up(key_id)


def test_of_a_database_that_hangs_one_thread_waits_and_keys_that_were_seen_are_trusted(
    keys: KeyStore, clock: Clock
) -> None:
    tokens = [keys.create(Grant(name, None, frozenset(("read",))), author="ana")[0] for name in ("a", "b")]
    hanging, seconds = _Hanging(keys), [0.0]
    told = ring(hanging, clock, monotonic=lambda: seconds[0], fresh_seconds=1.0, away_seconds=900.0)  # type: ignore[arg-type] # stands in for the keys
    assert all(isinstance(told.caller(token), Caller) for token in tokens)
    seconds[0] = 10.0
    assert [told.known(token) for token in tokens] == [None, None]
    hanging.let.clear()
    hanging.begun.clear()
    waiting = threading.Thread(target=told.caller, args=tokens[:1])
    waiting.start()
    assert hanging.begun.wait(60)
    assert told.known(tokens[0]) is None  # nobody knows yet that it hangs
    seconds[0] = 11.0
    for token in tokens:
        assert told.known(token) == told.caller(token)
        assert isinstance(told.known(token), Caller)
    hanging.let.set()
    waiting.join()
    seconds[0] = 12.5
    assert told.known(tokens[1]) is None


def test_what_needs_no_database_is_known_at_once(keys: KeyStore, clock: Clock) -> None:
    seconds = [0.0]
    told = ring(keys, clock, monotonic=lambda: seconds[0], fresh_seconds=1.0)
    assert (told.known(None), told.known_keyless()) == (None, None)
    assert told.caller(None) == KEYLESS
    assert (told.known(None), told.known_keyless()) == (KEYLESS, True)
    token, _key = keys.create(LEO, author="ana")
    seconds[0] = 1.0
    assert (told.known(None), told.known(token), told.known_keyless()) == (None, None, None)
    assert isinstance(told.caller(token), Caller)
    assert (told.known(None), told.known_keyless()) == ("missing", False)
    assert told.known(token) == told.caller(token)
    # A token that does not open what its id names is looked up as any unknown one.
    assert told.known(token[:-1] + ("0" if token[-1] != "0" else "1")) is None
