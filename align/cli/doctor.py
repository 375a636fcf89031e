"""`align doctor`: what is configured, reachable, capable and up to date, and what to do."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Final

from align.audit.settings import masks_bodies
from align.cli.drafts import InputError
from align.cli.model_server import configured_harness
from align.cli.output import Output
from align.cli.visible import visible
from align.gate.receipt import ReceiptError
from align.gate.receipts import KEY_VARIABLE, receipt_key
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.probe import probe
from align.operators.settings import open_desk
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.harness.harness import Route
    from align.harness.probe import Capabilities
    from align.operators.settings import Desk

PROBE_SECONDS: Final = 45.0

Finding = tuple[str, str]
"""How it stands (`ok`, `absent` or `to do`), and a sentence."""

_STYLES: Final = {"ok": "green", "absent": "dim", "to do": "yellow"}


def examine(url: str | None, folder: str | None) -> int:
    """Print how everything stands; return 1 when something is to be done."""
    desk = open_desk(url, folder)
    found = [*_database(desk), *_settings(), *asyncio.run(_servers())]
    Output().show([((f"{kind:<7}", _STYLES[kind]), (visible(told), "")) for kind, told in found])
    return int(any(kind == "to do" for kind, _told in found))


def _database(desk: Desk) -> Iterator[Finding]:
    name = desk.engine.url.render_as_string()
    try:
        pending = desk.migrations.pending()
        if pending:
            yield "to do", f"database {name}: {len(pending)} revisions are pending; run: align db upgrade"
            return
        drift = desk.migrations.drift()
        personas = desk.store.personas()
    except StoreError as error:
        yield "to do", f"database {name}: {error}"
        return
    if drift:
        yield "to do", f"database {name}: its tables differ from this release; see: align db check"
    yield "ok", f"database {name}: up to date"
    if personas:
        yield "ok", f"personas: {len(personas)}"
    else:
        yield "to do", "personas: none; add some with: align facts import"


def _settings() -> Iterator[Finding]:
    try:
        masked = masks_bodies(os.environ)
    except StoreError as error:
        yield "to do", str(error)
    else:
        yield "ok", f"decisions keep {'digests in place of' if masked else 'the'} words of messages"
    try:
        key = receipt_key(os.environ)
    except ReceiptError as error:
        yield "to do", f"receipts: {error}"
        return
    if key is None:
        yield "absent", f"receipts: {KEY_VARIABLE} is not set; they hold within one process alone"
    else:
        yield "ok", f"receipts: {KEY_VARIABLE} is set"


async def _servers() -> list[Finding]:
    try:
        harness = configured_harness()
    except InputError as error:
        return [("to do", line) for line in str(error).splitlines()]
    found: list[Finding] = []
    async with harness:
        for role, route in sorted(harness.routes.items()):
            if isinstance(route, Absent):
                found.append(("absent", f"{role}: {route}"))
            else:
                found.append(await _server(role, route))
    return found


async def _server(role: str, route: Route) -> Finding:
    seen = await probe(route.server.client, route.model, Deadline.after(PROBE_SECONDS))
    name = f"{role}: model {route.model}"
    problem = _problem(seen)
    return (
        ("ok", f"{name}: reachable, keeps to the schema")
        if problem is None
        else ("to do", f"{name}: {problem}")
    )


def _problem(seen: Capabilities) -> str | None:
    if not seen.is_healthy:
        return f"not healthy: {seen.failure}; start the server, or mend its address"
    if seen.has_model is False:
        return "the server does not serve this model; see its /v1/models"
    if seen.schema != "enforced":
        return f"the schema of an answer is {seen.schema} ({seen.failure}); serve it with structured outputs"
    return None
