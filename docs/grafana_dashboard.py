"""Write docs/grafana-dashboard.json, or check that it is in step (`--check`)."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

FILE = Path(__file__).parent / "grafana-dashboard.json"

RATE: Final = "$__rate_interval"
WIDTH, HEIGHT = 8, 8
"""Of a panel, in Grafana's grid of 24 columns."""


@dataclass(frozen=True, slots=True)
class Panel:
    """One chart: its queries with their legends, and Grafana's name of the unit."""

    title: str
    queries: tuple[tuple[str, str], ...]
    unit: str = "short"
    is_stacked: bool = False
    help: str = ""


def _rate(metric: str, by: str, where: str = "") -> tuple[tuple[str, str], ...]:
    return ((f"sum by ({by}) (rate({metric}{where}[{RATE}]))", f"{{{{{by}}}}}"),)


def _quantiles(metric: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (f"histogram_quantile({at}, sum by (le) (rate({metric}_bucket[{RATE}])))", f"p{round(at * 100)}")
        for at in (0.5, 0.95, 0.99)
    )


ROWS: Final[dict[str, tuple[Panel, ...]]] = {
    "The gate": (
        Panel("Passes by outcome", _rate("align_passes_total", "outcome"), "reqps", is_stacked=True),
        Panel(
            "Share held",
            (
                (
                    f'sum(rate(align_passes_total{{outcome="held"}}[{RATE}])) / sum(rate(align_passes_total[{RATE}]))',
                    "held",
                ),
            ),
            "percentunit",
        ),
        Panel("Seconds of a pass", _quantiles("align_pass_seconds"), "s"),
        Panel("Seconds of a check", _quantiles("align_validate_seconds"), "s"),
        Panel(
            "Seconds of the other steps, p95",
            (
                (
                    f"histogram_quantile(0.95, sum by (le, step) (rate(align_step_seconds_bucket[{RATE}])))",
                    "{{step}}",
                ),
            ),
            "s",
        ),
        Panel("Holds by reason", _rate("align_holds_total", "reason"), "reqps", is_stacked=True),
        Panel("Holds by rule", _rate("align_rule_holds_total", "rule"), "reqps", is_stacked=True),
        Panel(
            "First drafts flagged, by rule",
            _rate("align_violations_total", "rule", '{source="draft"}'),
            "reqps",
            is_stacked=True,
            help="What the model gets wrong, whether or not a redraft mended it.",
        ),
        Panel("Rules that crashed", _rate("align_rule_errors_total", "rule"), "reqps"),
    ),
    "Redrafts and the judge": (
        Panel(
            "Redrafts by outcome",
            _rate("align_bodies_total", "outcome", '{kind="redraft"}'),
            "reqps",
            is_stacked=True,
        ),
        Panel("Engine absent, by cause", _rate("align_engine_absent_total", "cause"), "reqps"),
        Panel("Judge by outcome", _rate("align_judgements_total", "outcome"), "reqps", is_stacked=True),
        Panel("Judge absent, by cause", _rate("align_judge_absent_total", "cause"), "reqps"),
        Panel(
            "Let go unjudged",
            ((f"sum(increase(align_unjudged_passes_total[{RATE}]))", "unjudged"),),
        ),
        Panel(
            "Judged late",
            (("max by (outcome) (align_late_judgements_total)", "{{outcome}}"),),
            help="Raised: it had passed, and would have been held.",
        ),
    ),
    "Model servers": (
        Panel("Calls by outcome", _rate("align_model_calls_total", "outcome"), "reqps", is_stacked=True),
        Panel(
            "Seconds of a call, p95",
            (
                (
                    f"histogram_quantile(0.95, sum by (le, task) (rate(align_model_call_seconds_bucket[{RATE}])))",
                    "{{task}}",
                ),
            ),
            "s",
        ),
        Panel("Tokens a second", _rate("align_model_tokens_total", "type"), "short"),
        Panel(
            "Money an hour",
            (("sum by (currency, task) (increase(align_model_cost_total[1h]))", "{{task}} {{currency}}"),),
            is_stacked=True,
        ),
        Panel(
            "Breakers that are not closed",
            (
                (
                    'max by (instance, server, state) (align_breaker_state{state!="closed"})',
                    "{{server}} {{state}} {{instance}}",
                ),
            ),
        ),
        Panel(
            "Calls in turn and waiting",
            (("sum by (server, state) (align_model_turns)", "{{server}} {{state}}"),),
        ),
    ),
    "Queue and machine": (
        Panel(
            "Queue by status",
            (
                (
                    'max by (status) (align_queue_candidates{status!~"dispatched|held"})',
                    "{{status}}",
                ),
            ),
        ),
        Panel("Phase of the lease", (("max by (phase) (align_lease_phase) == 1", "{{phase}}"),)),
        Panel("Seconds in this phase", (("max(align_lease_phase_seconds)", "seconds"),), "s"),
        Panel(
            "Machine hours of the last day",
            (("max by (lease) (increase(align_lease_machine_seconds_total[1d])) / 3600", "{{lease}}"),),
            "h",
        ),
        Panel("Tries in a row that failed", (("max(align_lease_failures)", "failures"),)),
        Panel(
            "Sources that could not be read",
            (("count by (source) (align_source_up == 0)", "{{source}}"),),
            help="Figures of these are missing above: the database or the server is away.",
        ),
    ),
    "Service": (
        Panel("Requests by status", _rate("align_http_requests_total", "status"), "reqps", is_stacked=True),
        Panel("Requests by route", _rate("align_http_requests_total", "route"), "reqps"),
        Panel("Seconds of a request", _quantiles("align_http_request_seconds"), "s"),
    ),
}

_SOURCE: Final = {"type": "prometheus", "uid": "${datasource}"}


def _panel(panel: Panel, number: int, x: int, y: int) -> dict[str, Any]:
    stacking = {"mode": "normal" if panel.is_stacked else "none"}
    return {
        "id": number,
        "type": "timeseries",
        "title": panel.title,
        "description": panel.help,
        "datasource": _SOURCE,
        "gridPos": {"x": x, "y": y, "w": WIDTH, "h": HEIGHT},
        "fieldConfig": {
            "defaults": {
                "unit": panel.unit,
                "min": 0,
                "custom": {"stacking": stacking, "fillOpacity": 20 if panel.is_stacked else 0},
            },
            "overrides": [],
        },
        "options": {"legend": {"displayMode": "list", "placement": "bottom"}, "tooltip": {"mode": "multi"}},
        "targets": [
            {"refId": chr(ord("A") + place), "datasource": _SOURCE, "expr": expr, "legendFormat": legend}
            for place, (expr, legend) in enumerate(panel.queries)
        ],
    }


def _panels() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    y = 0
    for title, panels in ROWS.items():
        place = {"x": 0, "y": y, "w": 24, "h": 1}
        found.append(
            {
                "id": len(found) + 1,
                "type": "row",
                "title": title,
                "collapsed": False,
                "gridPos": place,
                "panels": [],
            }
        )
        y += 1
        for number, panel in enumerate(panels):
            x = number % (24 // WIDTH) * WIDTH
            found.append(_panel(panel, len(found) + 1, x, y + number // (24 // WIDTH) * HEIGHT))
        y += -(-len(panels) // (24 // WIDTH)) * HEIGHT
    return found


def dashboard() -> dict[str, Any]:
    """Return the dashboard as Grafana imports it; it asks which Prometheus to read."""
    return {
        "uid": "align-gate",
        "title": "Draft alignment gate",
        "tags": ["align"],
        "schemaVersion": 39,
        "editable": True,
        "refresh": "30s",
        "time": {"from": "now-6h", "to": "now"},
        "templating": {
            "list": [
                {"name": "datasource", "type": "datasource", "label": "Prometheus", "query": "prometheus"}
            ]
        },
        "panels": _panels(),
    }


def text() -> str:
    """Return the dashboard as it is to stand in the file."""
    return json.dumps(dashboard(), indent=2) + "\n"


def main() -> int:
    """Write the file, or with `--check` return 1 when it is not in step."""
    if "--check" in sys.argv[1:]:
        return int(not FILE.exists() or FILE.read_text("utf-8") != text())
    FILE.write_text(text(), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
