"""`align serve`: the service, put together from the environment."""

from __future__ import annotations

import os
import sys
import time
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from align.assembly.assembly import assembled
from align.assembly.beside import beside, judge_late, look_at_server
from align.assembly.figures import figures_of
from align.assembly.settings import read_gate_environment
from align.cli.drafts import InputError
from align.cli.output import complain
from align.cli.pipes import run_connected
from align.gate.receipts import KEY_VARIABLE, receipt_key
from align.harness.prices import read_cost_settings, read_prices
from align.harness.settings import read_environment
from align.http.app import create_app
from align.http.database import Readiness, prepare
from align.http.door import is_loopback
from align.http.key_ring import KeyRing
from align.http.keys import KeyStore
from align.http.parts import ServiceParts
from align.http.serving import open_socket
from align.http.serving import serve as serve_app
from align.http.settings import ServiceSettings
from align.http.telling import Told
from align.operators.settings import open_desk
from align.pages.app import review_router
from align.pages.opening import keep_sending, page_parts
from align.telemetry.opening import open_telemetry
from align.telemetry.settings import read_telemetry_settings
from align.telemetry.standard_logs import standard_logs
from specs.store.moments import utc_now

if TYPE_CHECKING:
    from align.assembly.assembly import Assembly
    from align.assembly.settings import GateEnvironment
    from align.telemetry.opening import Telemetry
    from specs.store.migrate import Migrations


def serve(host: str, port: int, url: str | None, folder: str | None) -> int:
    """Serve until a signal comes; return 0."""
    settings, limits = read_gate_environment(), read_environment(ServiceSettings)
    desk = open_desk(url, folder)
    if prepare(desk):
        complain(f"made the database {desk.engine.url.render_as_string()}")
    desk.engine.dispose()
    run_connected(_serve(host, port, url, settings, limits, Readiness(desk), desk.migrations))
    return 0


async def _serve(
    host: str,
    port: int,
    url: str | None,
    settings: GateEnvironment,
    limits: ServiceSettings,
    ready: Readiness,
    migrations: Migrations,
) -> None:
    prices = read_cost_settings().gpu_prices
    telemetry_settings = read_telemetry_settings()
    async with AsyncExitStack() as stack:
        telemetry = stack.enter_context(
            open_telemetry(
                telemetry_settings, sys.stderr, prices=None if prices is None else read_prices(prices)
            )
        )
        stack.enter_context(standard_logs(telemetry.logs))
        assembly = await stack.enter_async_context(
            assembled(settings, url, watchers=telemetry.watchers, observers=telemetry.observers)
        )
        telemetry.metrics.add(*figures_of(assembly))
        parts = service_parts(assembly, ready, telemetry)
        if receipt_key(os.environ) is None:
            complain(f"{KEY_VARIABLE} is not set: receipts hold until this process ends, and for it alone")
        if not is_loopback(host) and parts.keys.is_keyless():
            raise InputError(
                f"--host: {host} can be reached from elsewhere, and there is no key; make one with: align key create"
            )
        with open_socket(host, port) as listening:
            name, number = listening.getsockname()[:2]
            shown = f"[{name}]" if ":" in name else name
            keyless = "; no keys: for this machine alone" if parts.keys.is_keyless() else ""
            complain(f"serving on http://{shown}:{number}{keyless}")
            pages = page_parts(assembly, migrations)
            others = (
                keep_sending(pages.desk),
                look_at_server(assembly, complain),
                judge_late(assembly, complain),
            )
            async with beside(*others):
                await serve_app(create_app(parts, limits, pages=[review_router(pages)]), listening)


def service_parts(assembly: Assembly, ready: Readiness, telemetry: Telemetry) -> ServiceParts:
    """Return the parts of the service in an assembly."""
    desk = assembly.desk
    return ServiceParts(
        specs=desk.store,
        log=assembly.log,
        gate=assembly.gate(),
        receipts=assembly.receipts,
        keys=KeyRing(KeyStore(desk.engine)),
        ready=ready,
        clock=utc_now,
        monotonic=time.monotonic,
        telemetry=Told(telemetry),
    )
