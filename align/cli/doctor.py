"""`align doctor`: what is configured, reachable, capable and up to date, and what to do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from align.assembly.servers import configured_harness
from align.assembly.settings import is_address, read_gate_environment
from align.audit.settings import masks_bodies
from align.cli.output import Output
from align.cli.pipes import run_connected
from align.cli.visible import visible
from align.gate.receipt import ReceiptError
from align.gate.receipts import KEY_VARIABLE, receipt_key
from align.harness.deadline import Deadline
from align.harness.failures import Absent
from align.harness.lease.opening import open_lease
from align.harness.lease.settings import read_lease_settings
from align.harness.prices import read_cost_settings, read_prices
from align.harness.probe import probe
from align.harness.settings import SettingsError, read_settings
from align.operators.settings import open_desk
from align.runner.queue import CandidateQueue
from specs.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from align.harness.harness import Route
    from align.operators.settings import Desk

PROBE_SECONDS: Final = 45.0

Finding = tuple[str, str]
"""How it stands (`ok`, `absent` or `to do`), and a sentence."""

_STYLES: Final = {"ok": "green", "absent": "dim", "to do": "yellow"}


def examine(url: str | None, folder: str | None) -> int:
    """Print how everything stands; return 1 when something is to be done."""
    desk = open_desk(url, folder)
    servers = run_connected(_servers())
    found = [*_database(desk), *_queue(desk), *_settings(), *servers, *_lease(desk)]
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
    else:
        if key is None:
            yield "absent", f"receipts: {KEY_VARIABLE} is not set; they hold within one process alone"
        else:
            yield "ok", f"receipts: {KEY_VARIABLE} is set"
    yield from _told(_gate)
    yield from _told(_costs)


def _told(look: Callable[[], Finding]) -> Iterator[Finding]:
    """Yield a finding, or every setting that it could not be made from."""
    try:
        yield look()
    except SettingsError as error:
        yield from (("to do", line) for line in str(error).splitlines())


def _gate() -> Finding:
    found = read_gate_environment()
    judge = "off" if found.align_judge == "off" else f"{found.align_judge}, {found.align_judge_questions}"
    outbox = "a webhook" if is_address(found.align_outbox) else found.align_outbox
    return "ok", f"gate: engine {found.align_engine}, mode {found.align_mode}, judge {judge}, outbox {outbox}"


def _costs() -> Finding:
    path = read_cost_settings().gpu_prices
    if path is None:
        return "absent", "prices: GPU_PRICES is not set; tokens are counted, and money is not"
    return "ok", f"prices: {path}, in {read_prices(path).currency}"


def _lease(desk: Desk) -> Iterator[Finding]:
    try:
        settings, servers = read_lease_settings(), read_settings()
        keeper = open_lease(settings, servers, desk.engine, lambda: 0)
    except SettingsError as error:
        yield from (("to do", line) for line in str(error).splitlines())
        return
    if keeper is None:
        yield "absent", "lease: GPU_LEASE_PROVIDER is not set; no machine is leased"
        return
    try:
        lease = keeper.read()
    except StoreError as error:
        yield "to do", f"lease {settings.gpu_lease_name}: {error}"
        return
    machine = "" if lease.machine is None else f", machine {lease.machine}"
    told = f"lease {settings.gpu_lease_name}: {lease.phase} since {lease.since:%Y-%m-%d %H:%M} UTC{machine}"
    if lease.failures:
        yield "to do", f"{told}; it failed {lease.failures} times in a row: see the provider"
    else:
        yield "ok", told


def _queue(desk: Desk) -> Iterator[Finding]:
    try:
        counts = CandidateQueue(desk.engine).counts()
    except StoreError:
        return  # the database's own finding says it
    told = ", ".join(f"{number} {status}" for status, number in counts.items()) or "empty"
    yield ("to do" if counts.get("failed") else "ok"), f"queue: {told}"


async def _servers() -> list[Finding]:
    try:
        harness = configured_harness()
    except SettingsError as error:
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
    if seen.problem is None:
        return "ok", f"{name}: reachable, keeps to the schema"
    return "to do", f"{name}: {seen.problem}"
