"""Telemetry as the environment configures it, and without its extras."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from align.harness.harness import Call
from align.harness.settings import SettingsError
from align.harness.usage import Usage
from align.telemetry.guarded import Guarded
from align.telemetry.opening import Telemetry, open_telemetry
from align.telemetry.settings import TelemetrySettings, read_telemetry_settings
from tests.telemetry.reading import figures
from tests.telemetry.receiver import receiving

CALL = Call("prospect.draft", "base", None, Usage())


def test_without_an_endpoint_nothing_is_exported() -> None:
    with open_telemetry(TelemetrySettings(), io.StringIO()) as telemetry:
        assert telemetry.tracing is None
        assert telemetry.otel_metrics is None
        assert len(telemetry.observers) == 2


def test_each_signal_has_its_endpoint(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318/")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://traces:4318/v1/traces")
    settings = read_telemetry_settings()
    assert settings.traces_url == "http://traces:4318/v1/traces"
    assert settings.metrics_url == "http://collector:4318/v1/metrics"
    monkeypatch.setenv("OTEL_SDK_DISABLED", "true")
    assert read_telemetry_settings().traces_url is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"),
        ("ALIGN_LOG_LEVEL", "loud"),
        ("ALIGN_TELEMETRY_PERSONA", "perhaps"),
    ],
)
def test_a_variable_that_cannot_be_used_is_named(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name):
        read_telemetry_settings()


def test_the_service_is_called_as_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_SERVICE_NAME", "gate-7")
    with receiving() as received:
        settings = TelemetrySettings(otel_exporter_otlp_endpoint=received.url)
        with (
            open_telemetry(settings, io.StringIO()) as telemetry,
            telemetry.request("GET", {}) as request,
        ):
            request.status = 200
    assert received.services() == {"gate-7"}


def test_the_lines_of_a_trace_name_it() -> None:
    stream = io.StringIO()
    with receiving() as received:
        settings = TelemetrySettings(otel_exporter_otlp_endpoint=received.url)
        with open_telemetry(settings, stream) as telemetry, telemetry.request("GET", {}) as request:
            telemetry.logs.event("inside")
            request.status = 200
    traces = {json.loads(line)["trace_id"] for line in stream.getvalue().splitlines()}
    assert traces == {received.span("GET none").trace_id.hex()}


def test_a_request_that_breaks_off_counts_as_500() -> None:
    def broken(telemetry: Telemetry) -> None:
        with telemetry.request("GET", {}) as request:
            request.route = "/x"
            raise ZeroDivisionError

    stream = io.StringIO()
    with open_telemetry(TelemetrySettings(), stream) as telemetry:
        with pytest.raises(ZeroDivisionError):
            broken(telemetry)
        found = figures(telemetry.metrics)
    assert found["align_http_requests_total", "method=GET", "route=/x", "status=500"] == 1
    assert json.loads(stream.getvalue())["level"] == "error"


class Broken:
    """A watcher that fails."""

    def began(self, task: str) -> None:
        """Fail."""
        raise RuntimeError(task)

    def ended(self, call: Call) -> None:
        """Fail."""
        raise RuntimeError(call.task)


class Counting:
    """A watcher that counts."""

    def __init__(self) -> None:
        self.told = 0

    def began(self, task: str) -> None:
        """Count."""
        del task
        self.told += 1

    def ended(self, call: Call) -> None:
        """Count."""
        del call
        self.told += 1


def test_a_watcher_that_fails_stops_no_call_and_no_other() -> None:
    counting = Counting()
    guarded = Guarded([Broken(), counting, Broken()])
    guarded.began("prospect.draft")
    guarded.ended(CALL)
    assert counting.told == 2


WITHOUT = """\
import io, sys
for name in sys.argv[2].split(","):
    sys.modules[name] = None
import align, align.gate.gate, align.runner.loop, align.cli, align.telemetry
from align.telemetry.extras import MissingExtraError
from align.telemetry.settings import TelemetrySettings
try:
    from align.telemetry.opening import open_telemetry
    with open_telemetry(TelemetrySettings(otel_exporter_otlp_endpoint=sys.argv[1] or None), io.StringIO()):
        print("open")
except MissingExtraError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("endpoint", "missing", "said"),
    [
        ("", "prometheus_client", "figures for Prometheus need a package that is not installed"),
        ("", "structlog", "logs as JSON need a package that is not installed"),
        ("http://127.0.0.1:9", "opentelemetry", "traces and OpenTelemetry's figures need a package"),
        ("", "opentelemetry", "open"),
    ],
)
def test_an_extra_that_is_missing_is_asked_for_in_a_sentence(endpoint: str, missing: str, said: str) -> None:
    arguments = [sys.executable, "-c", WITHOUT, endpoint, missing]
    done = subprocess.run(arguments, capture_output=True, check=True, text=True)
    assert done.stdout.startswith(said)
    assert "pip install 'draft-alignment-gate[" in done.stdout or said == "open"


def test_the_gate_imports_no_telemetry() -> None:
    code = "import sys, align.gate.gate; print([n for n in sys.modules if n.split('.')[0] in sys.argv[1:]])"
    names = ["opentelemetry", "prometheus_client", "structlog"]
    done = subprocess.run([sys.executable, "-c", code, *names], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"
