"""Figures as Prometheus reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prometheus_client.parser import text_string_to_metric_families

if TYPE_CHECKING:
    from align.telemetry.metrics import Metrics


def figures(metrics: Metrics) -> dict[tuple[str, ...], float]:
    """Return every sample by its name and its labels, as `label=value`."""
    text, _ = metrics.exposition()
    return {
        (sample.name, *(f"{label}={value}" for label, value in sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }
