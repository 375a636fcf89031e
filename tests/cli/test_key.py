"""`align key`, on a database of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from align.cli.key_app import Scope
from align.http.caller import Caller
from align.http.key_ring import KeyRing
from align.http.keys import SCOPES, KeyStore
from specs.store import open_engine
from tests.cli.test_store import desk, stored

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Align

__all__ = ["desk", "stored"]

BOT = ("--name", "bot", "--persona", "leo", "--scope", "validate")


def ring() -> KeyRing:
    return KeyRing(KeyStore(open_engine("sqlite:///align.db")), fresh_seconds=0.0)


def test_the_options_name_every_scope() -> None:
    assert tuple(map(str, Scope)) == SCOPES


def test_a_token_is_printed_once_alone_and_works(stored: Path, align: Align) -> None:
    made = align("key", "create", *BOT, "--scope", "read")
    assert made.exit_code == 0, made.output
    token = made.stdout.strip()
    assert made.stderr.endswith("(bot); this token is not shown again\n")
    assert ring().caller(token) == Caller("bot", frozenset(("leo",)), frozenset(("validate", "read")))
    assert token.split("_")[2].encode() not in (stored / "align.db").read_bytes()
    listed = align("key", "list")
    assert token not in listed.stdout
    assert "bot  active  read, validate; leo  made " in listed.stdout
    assert " by ana" in listed.stdout


def test_a_rotated_key_s_old_token_ends(stored: Path, align: Align) -> None:
    del stored
    old = align("key", "create", *BOT).stdout.strip()
    new = align("key", "rotate", "bot", "--grace-hours", "1").stdout.strip()
    assert isinstance(ring().caller(old), Caller)
    assert ring().caller(new) == ring().caller(old)
    newest = align("key", "rotate", "bot")
    assert newest.stderr.splitlines()[1] == f"align: key {new.split('_')[1]} is revoked"
    assert ring().caller(new) == "revoked"
    assert isinstance(ring().caller(newest.stdout.strip()), Caller)


def test_a_revoked_key_is_listed_as_such(stored: Path, align: Align) -> None:
    del stored
    token = align("key", "create", "--name", "all", "--all-personas", "--scope", "read").stdout.strip()
    revoked = align("key", "revoke", "all", "--author", "ben")
    assert revoked.stdout == f"revoked {token.split('_')[1]} (all)\n"
    (listed,) = json.loads(align("key", "list", "-o", "json").stdout)
    assert (listed["state"], listed["personas"], listed["scopes"]) == ("revoked", None, ["read"])
    assert ring().caller(token) == "revoked"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("create", "--name", "x", "--persona", "lea", "--scope", "read"),
            "--persona: no facts of 'lea' in the store; did",
        ),
        (("create", "--name", "x", "--scope", "read"), "give --persona, or --all-personas"),
        (("create", *BOT, "--all-personas"), "give --persona, or --all-personas"),
        (("create", *BOT, "--scope", "metrics"), "--scope metrics: the figures are of every persona"),
        (("create", *BOT, "--expires", "soon"), "--expires: 'soon' is no date or time"),
        (
            ("create", *BOT, "--expires", "2026-12-01T00:00:00"),
            "--expires: 2026-12-01T00:00:00 has no offset",
        ),
        (("create", *BOT, "--expires", "2001-01-01"), "the key would have expired already"),
        (("rotate", "bot"), "no active key is called 'bot'; see: align key list"),
        (("revoke", "bot"), "no active key is called 'bot'; see: align key list"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_makes_no_sense_is_said(
    stored: Path, align: Align, arguments: tuple[str, ...], told: str
) -> None:
    del stored
    result = align("key", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"align: {told}")
    assert align("key", "list").stdout == "no keys\n"
