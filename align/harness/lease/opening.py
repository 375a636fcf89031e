"""A keeper as the settings have it."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from align.harness.client import ModelClient
from align.harness.lease.activity import Activity
from align.harness.lease.holder import Holder
from align.harness.lease.keeper import LeaseKeeper
from align.harness.lease.store import LeaseStore
from align.harness.settings import SettingsError
from align.harness.transport import Transport
from specs.store.moments import utc_now

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from sqlalchemy import Engine

    from align.harness.lease.settings import LeaseSettings
    from align.harness.settings import HarnessSettings


def open_lease(
    settings: LeaseSettings,
    harness: HarnessSettings,
    engine: Engine,
    depth: Callable[[], int],
    *,
    clock: Callable[[], dt.datetime] = utc_now,
) -> LeaseKeeper | None:
    """Return the keeper of the configured lease, None when none is; its `activity` is for the harness's watchers.

    `depth` counts the candidates that wait. The server's health is asked at `GPU_INFERENCE_URL`; raises `SettingsError`
    without it. Connects to nothing yet.
    """
    provider = settings.provider
    if provider is None:
        return None
    if harness.gpu_inference_url is None:
        raise SettingsError("GPU_INFERENCE_URL: is needed with GPU_LEASE_PROVIDER")
    key = harness.gpu_inference_key
    transport = Transport(
        harness.gpu_inference_url,
        key=None if key is None else key.get_secret_value(),
        connect_seconds=harness.gpu_connect_seconds,
    )
    store = LeaseStore(
        engine,
        Holder.here(),
        settings.policy,
        new_machine=lambda: f"align-{settings.gpu_lease_name}-{uuid.uuid4().hex[:12]}",
        name=settings.gpu_lease_name,
        clock=clock,
    )
    return LeaseKeeper(
        store,
        provider,
        Activity(clock),
        depth,
        ModelClient(transport),
        tick_seconds=settings.gpu_lease_tick_seconds,
        check_seconds=settings.gpu_lease_check_seconds,
        clock=clock,
    )
