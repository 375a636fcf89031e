"""All of telemetry, as the environment configures it: who is told what, and what a door shows and says."""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from align.telemetry.guarded import Guarded
from align.telemetry.logs import Logs
from align.telemetry.metrics import Metrics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import TextIO

    from align.gate.ports import Observer
    from align.harness.harness import Watcher
    from align.harness.prices import PriceTable
    from align.telemetry.logs import Level
    from align.telemetry.otel_metrics import OtelMetrics
    from align.telemetry.settings import TelemetrySettings
    from align.telemetry.tracing import Tracing


class Request:
    """A request to a door on its way: set `route`, the pattern that it matched, and `status` before it ends."""

    __slots__ = ("route", "status")

    def __init__(self) -> None:
        self.route = "none"
        self.status = 500


@dataclass(frozen=True, slots=True)
class Telemetry:
    """The figures and the log; traces and OpenTelemetry's figures where an endpoint is configured."""

    metrics: Metrics
    logs: Logs
    tracing: Tracing | None = None
    otel_metrics: OtelMetrics | None = None
    monotonic: Callable[[], float] = time.monotonic

    @property
    def observers(self) -> tuple[Observer, ...]:
        """Who is to observe gates; tracing comes first, so that its spans are open for the others."""
        told: tuple[Observer | None, ...] = (self.tracing, self.metrics, self.otel_metrics, self.logs)
        return tuple(one for one in told if one is not None)

    @property
    def watchers(self) -> tuple[Watcher, ...]:
        """Who is to watch harnesses; never raises."""
        told: tuple[Watcher | None, ...] = (self.tracing, self.metrics, self.otel_metrics, self.logs)
        return (Guarded(one for one in told if one is not None),)

    @contextmanager
    def request(self, method: str, headers: Mapping[str, str]) -> Iterator[Request]:
        """Tell of a request to a door, in its task: continue its trace, count and log it.

        `headers` have names in small letters. A request that is left without a status counts as 500.
        """
        request = Request()
        begun = self.monotonic()
        with ExitStack() as stack:
            if self.tracing is not None:
                stack.enter_context(self.tracing.request(method, headers, request))
            try:
                yield request
            finally:
                self._requested(method, request.route, request.status, self.monotonic() - begun)

    def _requested(self, method: str, route: str, status: int, seconds: float) -> None:
        with suppress(Exception):  # what a door answers does not depend on its being counted
            self.metrics.requested(method, route, status, seconds)
            level: Level = "error" if status >= 500 else "info"
            self.logs.event(
                "request", level, method=method, route=route, status=status, seconds=round(seconds, 6)
            )


@contextmanager
def open_telemetry(
    settings: TelemetrySettings,
    stream: TextIO,
    *,
    prices: PriceTable | None = None,
) -> Iterator[Telemetry]:
    """Hold the telemetry that is configured; its end sends what was not sent yet. The log goes to `stream`.

    What is to be read when the figures are asked for is added to `metrics` once it is there.
    Raises `MissingExtraError` when what is configured needs an extra that is not installed.
    """
    has_persona = settings.align_telemetry_persona
    tracing = otel_metrics = None
    with ExitStack() as stack:
        if settings.traces_url is not None or settings.metrics_url is not None:
            # Loaded only where it is configured: it is an extra of its own.
            from align.telemetry.exporting import exporting_meter, exporting_tracer  # noqa: PLC0415 - as said
            from align.telemetry.otel_metrics import OtelMetrics  # noqa: PLC0415 - the same
            from align.telemetry.tracing import Tracing  # noqa: PLC0415 - the same

            if settings.traces_url is not None:
                tracer = exporting_tracer(settings.traces_url)
                stack.callback(tracer.shutdown)
                tracing = Tracing(tracer, has_persona=has_persona)
            if settings.metrics_url is not None:
                meter = exporting_meter(settings.metrics_url)
                stack.callback(meter.shutdown)
                otel_metrics = OtelMetrics(meter)
        metrics = Metrics(prices=prices, has_persona=has_persona)
        stack.callback(metrics.close)
        trace_id = (lambda: None) if tracing is None else tracing.trace_id
        logs = Logs(stream, level=settings.align_log_level, trace_id=trace_id)
        yield Telemetry(metrics, logs, tracing, otel_metrics)
