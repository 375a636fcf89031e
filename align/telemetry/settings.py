"""What an operator sets about telemetry, in the environment."""

from __future__ import annotations

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings

from align.harness.settings import ENVIRONMENT, BaseUrl, read_environment


class TelemetrySettings(BaseSettings):
    """The variables, in capitals. Those of OpenTelemetry mean what its specification says.

    Without an endpoint nothing is exported. What is not here (headers, sampling, batches, the service's name) the
    OpenTelemetry SDK reads itself.
    """

    model_config = ENVIRONMENT

    align_log_level: Literal["debug", "info", "warning", "error"] = "info"
    align_telemetry_persona: bool = Field(
        default=False, description="Tell personas apart in figures and traces."
    )
    otel_sdk_disabled: bool = False
    otel_exporter_otlp_endpoint: BaseUrl | None = None
    otel_exporter_otlp_traces_endpoint: BaseUrl | None = None
    otel_exporter_otlp_metrics_endpoint: BaseUrl | None = None
    otel_exporter_otlp_protocol: Literal["http/protobuf"] = "http/protobuf"

    @property
    def traces_url(self) -> str | None:
        """Where spans go, None for nowhere."""
        return self._url(self.otel_exporter_otlp_traces_endpoint, "/v1/traces")

    @property
    def metrics_url(self) -> str | None:
        """Where OpenTelemetry's figures go, None for nowhere."""
        return self._url(self.otel_exporter_otlp_metrics_endpoint, "/v1/metrics")

    def _url(self, own: str | None, path: str) -> str | None:
        if self.otel_sdk_disabled:
            return None
        base = self.otel_exporter_otlp_endpoint
        return own or (None if base is None else base + path)


def read_telemetry_settings() -> TelemetrySettings:
    """Return the settings in the environment; raises `SettingsError` naming each variable that cannot be used."""
    return read_environment(TelemetrySettings)
