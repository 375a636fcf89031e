"""The dashboard and the page name the figures that there are."""

from __future__ import annotations

import asyncio
import json
import re
import runpy
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from prometheus_client.parser import text_string_to_metric_families

from align import validate_draft
from align.findings import RuleError, Validation
from align.gate.candidate import Candidate
from align.gate.gate import AlignmentGate, GateParts
from align.harness.failures import Absent
from align.harness.harness import Call
from align.harness.lease.state import Lease
from align.harness.prices import PriceTable
from align.harness.usage import Usage
from align.runner.queue import CandidateQueue
from align.telemetry import sources
from align.telemetry.metrics import Metrics
from align.telemetry.settings import TelemetrySettings
from specs.store import open_engine
from tests.gate.parts import CLEAN, NOW, WRONG, Engine, Judge, Log, Specs, spec
from tests.harness.asking import harness_at

if TYPE_CHECKING:
    from align.harness.harness import Harness

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/observability.md").read_text("utf-8")
_METRIC = re.compile(r"\balign_[a-z_]+")
_WORD = re.compile(r"[a-z_]+")


@pytest.fixture(scope="module")
def shown(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Every sample that there can be, with the names of its labels."""
    path = tmp_path_factory.mktemp("figures") / "store.db"
    path.write_bytes(migrated_file.read_bytes())
    database = open_engine(f"sqlite:///{path}")
    _a_machine(database)
    prices = PriceTable(currency="EUR", gpu_hour=Decimal(1))

    async def with_a_server() -> Metrics:
        async with harness_at("http://127.0.0.1:9") as harness:
            metrics = Metrics(prices=prices, sources=_all(database, harness), source_seconds=30.0)
            await asyncio.to_thread(metrics.exposition)
            return metrics

    metrics = asyncio.run(with_a_server())
    _traffic(metrics)
    found: dict[str, set[str]] = {}
    for family in text_string_to_metric_families(metrics.exposition()[0].decode()):
        for sample in family.samples:
            found.setdefault(sample.name, set()).update(sample.labels)
    metrics.close()
    database.dispose()
    return {name: labels for name, labels in found.items() if name.startswith("align_")}


def _all(database: Any, harness: Harness) -> list[sources.Source]:
    return [
        sources.model_servers(harness),
        sources.queue(CandidateQueue(database).counts),
        sources.lease(lambda: Lease.none(NOW)),
        sources.leased_machines(database),
        sources.late_judgements(database),
    ]


def _a_machine(database: Any) -> None:
    values = "('gpu', 1, 'provisioning', 'm1', 'h', 'c', '2026-11-21 15:00:00.000000')"
    with database.begin() as connection:
        connection.exec_driver_sql(
            f"INSERT INTO lease_event (lease, number, phase, machine, holder, cause, at) VALUES {values}"  # noqa: S608 - our own
        )


def _traffic(metrics: Metrics) -> None:
    gate = AlignmentGate(
        GateParts(Specs(), Engine([Absent("timeout")]), Log(), Judge(Absent("timeout"))),
        observers=[metrics],
        clock=lambda: NOW,
    )
    for body in (CLEAN, WRONG):
        gate.align_blocking(Candidate("c", "leo", body))
    metrics.validated(validate_draft(CLEAN, spec(), now=NOW), 0.001)
    metrics.validated(Validation((), (), (RuleError("voice", "ValueError"),), "digest"), 0.001)
    metrics.ended(Call("prospect.draft", "base", None, Usage(1, 1, 1.0, 1.0, 1)))
    metrics.requested("GET", "/v1/rules", 200, 0.01)


def queries() -> list[str]:
    made = json.loads((ROOT / "docs/grafana-dashboard.json").read_text("utf-8"))
    return [target["expr"] for panel in made["panels"] for target in panel.get("targets", ())]


def test_the_dashboard_is_in_step_with_its_script() -> None:
    made = runpy.run_path(str(ROOT / "docs/grafana_dashboard.py"))["text"]()
    assert (ROOT / "docs/grafana-dashboard.json").read_text("utf-8") == made


def test_the_dashboard_asks_for_figures_that_there_are(shown: dict[str, set[str]]) -> None:
    asked = {name for query in queries() for name in _METRIC.findall(query)}
    assert asked
    assert asked - set(shown) == set()


def test_the_dashboard_tells_apart_by_labels_that_there_are(shown: dict[str, set[str]]) -> None:
    for query in queries():
        (metric,) = set(_METRIC.findall(query))
        groups = re.findall(r"by \(([^)]*)\)", query)
        filters = re.findall(r"\{([^}]*)\}", query)
        labels = {word for group in groups for word in _WORD.findall(group)}
        labels |= {pair[: re.search(r"[!=]", pair).start()] for part in filters for pair in part.split(",")}  # type: ignore[union-attr] # a filter compares
        assert labels - shown[metric] - {"instance"} == set(), query


def test_every_figure_that_matters_is_on_the_dashboard(shown: dict[str, set[str]]) -> None:
    asked = {re.sub(r"_(bucket|total)$", "", name) for query in queries() for name in _METRIC.findall(query)}
    there = {re.sub(r"_(bucket|count|sum|created|total)$", "", name) for name in shown}
    assert there - asked == {
        "align_judge_dropped_scores",
        "align_lease_machines",
        "align_model_gpu_seconds",
        "align_model_tries",
        "align_validations",
    }


def test_panels_do_not_overlap() -> None:
    made = json.loads((ROOT / "docs/grafana-dashboard.json").read_text("utf-8"))
    taken: set[tuple[int, int]] = set()
    for panel in made["panels"]:
        at = panel["gridPos"]
        cells = {(x, y) for x in range(at["x"], at["x"] + at["w"]) for y in range(at["y"], at["y"] + at["h"])}
        assert max(x for x, _ in cells) < 24
        assert not cells & taken
        taken |= cells
    assert len({panel["id"] for panel in made["panels"]}) == len(made["panels"])


def test_the_page_names_every_figure_with_its_labels(shown: dict[str, set[str]]) -> None:
    rows = re.findall(r"^\| `(align_[a-z_]+)` \| (\w+) \|([^|]*)\|", PAGE, re.MULTILINE)
    documented = {
        (name + {"histogram": "_count"}.get(kind, "")): set(re.findall(r"`(\w+)`", labels))
        for name, kind, labels in rows
    }
    there = {name: labels for name, labels in shown.items() if not re.search(r"_(bucket|sum|created)$", name)}
    assert documented == there


def test_the_page_names_every_variable() -> None:
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", PAGE, re.MULTILINE))
    assert documented == {name.upper() for name in TelemetrySettings.model_fields}
