"""`align key`: create, list, rotate, revoke."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from align.cli.drafts import InputError
from align.cli.operator import author_of
from align.cli.output import Output, complain
from align.cli.visible import visible
from align.http.keys import Grant, KeyStore
from specs.document.nearest import did_you_mean
from specs.store.engine import DEFAULT_URL, open_engine
from specs.store.errors import StoreError
from specs.store.moments import as_utc, utc_now
from specs.store.operations import parse_effective
from specs.store.store import SpecStore

if TYPE_CHECKING:
    from align.cli.report import Line
    from align.http.keys import ApiKey

_STYLES = {"active": "green", "expired": "yellow", "revoked": "red"}


def create_key(
    url: str | None,
    name: str,
    personas: frozenset[str] | None,
    scopes: frozenset[str],
    expires: str | None,
    author: str | None,
) -> int:
    """Store a key and print its token."""
    if personas is not None and "metrics" in scopes:
        raise InputError("--scope metrics: the figures are of every persona; use --all-personas")
    engine = open_engine(url or DEFAULT_URL)
    known = SpecStore(engine).personas()
    for persona in sorted(personas or ()):
        if persona not in known:
            raise InputError(f"--persona: no facts of '{persona}' in the store{did_you_mean(persona, known)}")
    grant = Grant(name, personas, scopes, _moment(expires))
    token, key = KeyStore(engine).create(grant, author=author_of(author))
    _hand_over(token, key)
    return 0


def list_keys(url: str | None, *, form: str) -> int:
    """Print a line for each key."""
    now = utc_now()
    keys = KeyStore(open_engine(url or DEFAULT_URL)).all()
    output = Output()
    if form == "json":
        text = json.dumps([_plain(key, now) for key in keys], indent=2)
        output.show([((line, ""),) for line in text.splitlines()])
    else:
        output.show([_line(key, now) for key in keys] or [(("no keys", ""),)])
    return 0


def rotate_key(url: str | None, wanted: str, grace_hours: float, author: str | None) -> int:
    """Store a key in the place of another, and print its token."""
    keys = KeyStore(open_engine(url or DEFAULT_URL))
    grace = dt.timedelta(hours=grace_hours)
    token, new, old = keys.rotate(wanted, author=author_of(author), grace=grace)
    _hand_over(token, new)
    complain(
        f"key {old.id} works until {_seconds(utc_now() + grace)}" if grace else f"key {old.id} is revoked"
    )
    return 0


def revoke_key(url: str | None, wanted: str, author: str | None) -> int:
    """Take a key back."""
    key = KeyStore(open_engine(url or DEFAULT_URL)).revoke(wanted, author=author_of(author))
    Output().show([((f"revoked {key.id} ({visible(key.name)})", "yellow"),)])
    return 0


def _hand_over(token: str, key: ApiKey) -> None:
    """Print the token alone on standard output, so that it can be piped to where it is kept."""
    Output().show([((token, ""),)])
    complain(f"key {key.id} ({key.name}); this token is not shown again")


def _moment(expires: str | None) -> dt.datetime | None:
    try:
        found = parse_effective(expires)
        if found is None:
            return None
        return as_utc(
            found if isinstance(found, dt.datetime) else dt.datetime.combine(found, dt.time(), dt.UTC)
        )
    except (StoreError, ValueError) as error:
        raise InputError(f"--expires: {error}") from None


def _plain(key: ApiKey, now: dt.datetime) -> dict[str, Any]:
    return {
        "id": key.id,
        "name": key.name,
        "state": key.state(now),
        "personas": None if key.personas is None else sorted(key.personas),
        "scopes": sorted(key.scopes),
        "author": key.author,
        "created_at": _seconds(key.created_at),
        "expires_at": key.expires_at and _seconds(key.expires_at),
        "revoked_at": key.revoked_at and _seconds(key.revoked_at),
        "rotated_from": key.rotated_from,
    }


def _line(key: ApiKey, now: dt.datetime) -> Line:
    state = key.state(now)
    personas = "all personas" if key.personas is None else ", ".join(map(visible, sorted(key.personas)))
    ends = f", expires {_seconds(key.expires_at)}" if key.expires_at is not None else ""
    gone = f", revoked from {_seconds(key.revoked_at)}" if key.revoked_at is not None else ""
    return (
        (f"{key.id}  {visible(key.name)}  ", "bold"),
        (state, _STYLES[state]),
        (f"  {', '.join(sorted(key.scopes))}; {personas}", ""),
        (f"  made {_seconds(key.created_at)} by {visible(key.author)}{ends}{gone}", "dim"),
    )


def _seconds(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="seconds")
