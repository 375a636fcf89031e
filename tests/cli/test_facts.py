from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.cli.conftest import Align


def written(tmp_path: Path, facts: str, **changes: Any) -> str:
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(json.loads(Path(facts).read_text("utf-8")) | changes), "utf-8")
    return str(path)


def test_sound_facts_have_no_findings(align: Align, facts: str) -> None:
    result = align("facts", "lint", facts)
    assert (result.exit_code, result.stdout) == (0, f"{facts}: no findings\n")


def test_a_phrase_that_is_both_service_and_never_offer_is_a_finding(
    align: Align, facts: str, tmp_path: Path
) -> None:
    path = written(tmp_path, facts, never_offer=["nail trim"])
    result = align("facts", "lint", facts, path)
    assert result.exit_code == 1
    assert f"{facts}: no findings\n" in result.stdout
    assert f"{path}: " in result.stdout
    assert "services[2]: 'nail trim' is a service and in never_offer" in result.stdout


def test_an_unknown_rule_in_the_policy_is_a_finding(align: Align, facts: str, tmp_path: Path) -> None:
    path = written(tmp_path, facts, policy={"rules": {"price_contradictoin": "warn"}})
    result = align("facts", "lint", path)
    assert result.exit_code == 1
    assert "price_contradiction" in result.stdout


def test_contradictory_rates_and_missing_files_are_exit_code_2(
    align: Align, facts: str, tmp_path: Path
) -> None:
    rates = [{"minutes": 60, "amount": 45}, {"minutes": 60, "amount": 50}]
    path = written(tmp_path, facts, rates=rates)
    result = align("facts", "lint", path, str(tmp_path / "none.json"), facts)
    assert result.exit_code == 2
    assert "rates[1]" in result.stderr
    assert "none.json" in result.stderr
    assert "no findings" in result.stdout


def test_the_schema_is_json_and_describes_the_document(align: Align) -> None:
    result = align("facts", "schema")
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    assert {"persona", "currency", "timezone"} <= set(schema["properties"])
