"""Providers of OpenTelemetry that export over OTLP, with HTTP and protobuf. None of them is made the global one."""

from __future__ import annotations

from typing import Final

from align.telemetry.extras import extra

with extra("telemetry", "traces and OpenTelemetry's figures"):
    from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import PeriodicExportingMetricReader
    from opentelemetry.sdk.resources import OTELResourceDetector, Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

SERVICE: Final = "align"
"""What the service is called unless `OTEL_SERVICE_NAME` says otherwise."""


def exporting_tracer(url: str) -> TracerProvider:
    """Return a provider that sends spans to an address, in batches, from a thread of its own."""
    provider = TracerProvider(resource=_resource(), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url)))
    return provider


def exporting_meter(url: str) -> MeterProvider:
    """Return a provider that sends figures to an address now and then, from a thread of its own."""
    reader = PeriodicExportingMetricReader(OTLPMetricExporter(endpoint=url))
    return MeterProvider([reader], resource=_resource(), shutdown_on_exit=False)


def _resource() -> Resource:
    named = Resource({"service.name": SERVICE}).merge(OTELResourceDetector().detect())
    return Resource.create({}).merge(named)
