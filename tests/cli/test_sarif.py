from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

from align.cli.check_templates import Checked
from align.cli.sarif import sarif_log
from align.cli.template_files import Template, TemplateFile
from align.cli.traced import whole
from align.findings import RuleError, Validation, Violation
from align.rules import RULES

if TYPE_CHECKING:
    from tests.cli.conftest import Align

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "fixtures/public/sarif-2.1.0-rtm.4.json").read_text("utf-8"))
NOW = "2026-05-12T10:00:00+01:00"

Log = Callable[..., dict[str, Any]]


@pytest.fixture
def log(align: Align, facts: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Log:
    """Writes files, checks them, and returns the one run of a log that the official schema accepts."""
    monkeypatch.chdir(tmp_path)

    def run(files: dict[str, str], *, asked: str = "mail templates") -> dict[str, Any]:
        for name, text in files.items():
            (tmp_path / "mail templates" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "mail templates" / name).write_text(text, "utf-8", newline="")
        done = align("check-templates", asked, "-f", facts, "--now", NOW, "--output", "sarif")
        assert done.stdout.isascii()
        made = accepted(json.loads(done.stdout))
        assert made["invocations"][0]["exitCode"] == done.exit_code
        return made

    return run


def accepted(document: dict[str, Any]) -> dict[str, Any]:
    """Return the one run of a log that the official schema accepts."""
    Draft4Validator(SCHEMA, format_checker=FormatChecker()).validate(document)
    (made,) = document["runs"]
    assert isinstance(made, dict)
    return made


def _utf16(line: str, start: int, end: int) -> str:
    return line.encode("utf-16-le")[2 * (start - 1) : 2 * (end - 1)].decode("utf-16-le")


def test_a_clean_folder_is_a_run_without_results(log: Log) -> None:
    run = log({"a.txt": "An hour is £45."})
    assert run["results"] == []
    assert run["invocations"] == [
        {"executionSuccessful": True, "exitCode": 0, "toolExecutionNotifications": []}
    ]
    (artifact,) = run["artifacts"]
    assert artifact["location"] == {"uri": "mail%20templates/a.txt", "uriBaseId": "%SRCROOT%"}


def test_every_rule_is_described(log: Log) -> None:
    rules = log({"a.txt": "Hi"})["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in RULES]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}")


def test_a_violation_is_an_error_at_its_words(log: Log) -> None:
    text = "Hi {name} 😀!\r\n😀 An hour is £40.\r\n"
    run = log({"a.txt": text})
    assert run["columnKind"] == "utf16CodeUnits"
    (result,) = (one for one in run["results"] if one["ruleId"] == "price_contradiction")
    assert result["level"] == "error"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["startLine"] == region["endLine"] == 2
    line = text.split("\r\n")[1]
    assert _utf16(line, region["startColumn"], region["endColumn"]) == "£40"
    assert region["snippet"] == {"text": "£40"}
    assert "The facts of marlow say: 45 GBP for 60 min (rates[0].amount)." in result["message"]["text"]


def test_a_body_in_json_is_marked_as_it_is_written_there(log: Log) -> None:
    text = json.dumps([{"id": "opener", "body": "😀 An hour is £40."}], indent=1)
    (result,) = log({"a.json": text})["results"]
    (location,) = result["locations"]
    region = location["physicalLocation"]["region"]
    line = text.split("\n")[region["startLine"] - 1]
    assert _utf16(line, region["startColumn"], region["endColumn"]) == "\\u00a340"
    assert location["logicalLocations"] == [{"name": "opener", "kind": "member"}]


def test_fingerprints_are_apart_and_stay_when_lines_move(log: Log) -> None:
    def prints(run: dict[str, Any]) -> list[str]:
        return [result["partialFingerprints"]["alignViolation/v1"] for result in run["results"]]

    before = prints(log({"a.txt": "An hour is £40. An hour is £40."}))
    after = prints(log({"a.txt": "Hi!\n\nAn hour is £40.\nAn hour is £40."}))
    assert len(set(before)) == 2
    assert after == before
    assert not set(before) & set(prints(log({"a.txt": "An hour is £41. An hour is £42."})))


def test_what_cannot_be_read_is_a_notification_of_a_run_that_did_not_succeed(log: Log) -> None:
    (invocation,) = log({"a.json": '[\n{"body": 1}]', "b.txt": "Hi"})["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 2)
    (notification,) = invocation["toolExecutionNotifications"]
    physical = notification["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == "mail%20templates/a.json"
    assert physical["region"] == {"startLine": 2, "startColumn": 1}


def test_absolute_paths_are_named_from_the_root_too(log: Log, tmp_path: Path) -> None:
    run = log({"a.txt": "An hour is £40."}, asked=str(tmp_path))
    (result,) = run["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "mail%20templates/a.txt"


def test_files_outside_and_names_that_are_no_utf_8_have_addresses_too(
    align: Align, facts: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    monkeypatch.chdir(inside)
    Path(os.fsdecode(b"\xff.txt")).write_text("Hi")
    (tmp_path / "a.txt").write_text("Hi")
    done = align("check-templates", ".", "../a.txt", "-f", facts, "-o", "sarif")
    artifacts = accepted(json.loads(done.stdout))["artifacts"]
    assert [artifact["location"] for artifact in artifacts] == [
        {"uri": "%FF.txt", "uriBaseId": "%SRCROOT%"},
        {"uri": (tmp_path / "a.txt").as_uri()},
    ]


def test_warnings_crashes_and_rules_of_plugins(tmp_path: Path) -> None:
    found = Violation("ours", "policy", 0, 2, "Hi", "\ud800", "not \x1b", "never_offer[0]", "reads Hi", "")
    validation = Validation((), (found,), (RuleError("voice", "KeyError: 'x'"),), "digest")
    file = TemplateFile(Path("/elsewhere/a.txt"))
    checked = Checked(Template(file, "Hi", whole("Hi")), "leo", validation)
    run = accepted(sarif_log([checked], [], exit_code=1, root=tmp_path))
    (result,) = run["results"]
    assert (result["level"], result["properties"]["claimed"]) == ("warning", "<U+D800>")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]] == {"id": "ours"}
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "file:///elsewhere/a.txt"
    }
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["associatedRule"] == {"id": "voice"}
