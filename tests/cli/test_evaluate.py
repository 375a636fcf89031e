"""`align eval` on a folder whose scores are worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from align.cli import evaluate
from align.findings import Validation, Violation

if TYPE_CHECKING:
    from tests.cli.conftest import Align

NOW = "2026-05-12T10:00:00+01:00"


def said(rule: str, body: str, text: str) -> Violation:
    at = body.index(text)
    return Violation(rule, "facts", at, at + len(text), text, "", "", "", "message", "")


CASES = {
    # id: body, labels, what the gate says, tags
    "right": ("pay 40 later", [("price", "40")], [("price", "40")], ["plain"]),
    "misplaced": ("pay 40 later", [("price", "40")], [("price", "later")], ["plain"]),
    "half": ("pay 40 later", [("price", "40"), ("pay_after", "later")], [("price", "40")], ["multi"]),
    "missed": ("pay later", [("pay_after", "later")], [], ["slang"]),
    "alarm": ("hello there", [], [("price", "there")], ["plain"]),
    "clean": ("hello", [], [], ["plain"]),
    "wrong rule": ("pay later", [("pay_after", "later")], [("price", "later")], ["slang"]),
}


@pytest.fixture
def gold(tmp_path: Path, facts: str, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "personas").mkdir()
    (tmp_path / "personas/marlow.json").write_text(Path(facts).read_text("utf-8"), "utf-8")
    answers: dict[str, list[Validation]] = {}
    with (tmp_path / "set.jsonl").open("w", encoding="utf-8") as file:
        for name, (body, labels, found, tags) in CASES.items():
            rows = [{"rule": rule, "text": text} for rule, text in labels]
            row = {
                "id": name,
                "persona": "marlow",
                "now": NOW,
                "body": body,
                "violations": rows,
                "tags": tags,
            }
            file.write(json.dumps(row) + "\n")
            violations = tuple(said(rule, body, text) for rule, text in found)
            answers.setdefault(body, []).append(Validation(violations, (), (), "d"))

    def answer(body: str, *_: Any, **__: Any) -> Validation:
        return answers[body].pop(0)

    monkeypatch.setattr(evaluate, "validate_draft", answer)
    return str(tmp_path)


def test_scores(align: Align, gold: str) -> None:
    result = align("eval", "--gold", gold, "--json")
    assert result.exit_code == 0
    got = json.loads(result.stdout)
    assert got["cases"] == 7
    assert got["draft_recall"] == pytest.approx(4 / 5)
    assert got["draft_fpr"] == pytest.approx(1 / 2)
    assert got["rule_precision"] == pytest.approx(3 / 5)
    assert got["rule_recall"] == pytest.approx(3 / 6)
    assert got["rule_f1"] == pytest.approx(6 / 11)
    assert got["span_hit"] == pytest.approx(2 / 3)
    assert got["exact"] == pytest.approx(3 / 7)
    assert got["per_rule"]["price"] == pytest.approx({"precision": 3 / 5, "recall": 1, "f1": 3 / 4, "n": 3})
    assert got["per_rule"]["pay_after"] == {"precision": 1.0, "recall": 0.0, "f1": 0.0, "n": 3}
    assert got["per_tag"]["slang"]["draft_recall"] == pytest.approx(1 / 2)
    assert [miss["id"] for miss in got["misses"]] == ["half", "missed", "alarm", "wrong rule"]
    assert got["misses"][0]["missed"] == [
        {"rule": "pay_after", "labelled": [{"start": 7, "end": 12, "text": "later"}], "found": []}
    ]
    assert [(entry["id"], entry["rule"]) for entry in got["misplaced"]] == [("misplaced", "price")]


def test_text_shows_the_misses_with_their_spans(align: Align, gold: str) -> None:
    text = align("eval", "--gold", gold).stdout
    assert "half  multi\n  | pay 40 later\n  |        ----- missed: pay_after\n" in text
    assert "alarm  plain\n  | hello there\n  |       ^^^^^ false alarm: price\n" in text
    assert text.endswith(
        "7 drafts: recall 0.8000, false-alarm rate 0.5000, (draft, rule) F1 0.5455, spans 0.6667\n"
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "set.jsonl, line 1: not JSON"),
        ({"violations": []}, "set.jsonl, line 1: body: missing"),
        ({"body": "x", "now": NOW, "persona": "marlow"}, "line 1: no usable label: KeyError('violations')"),
        (
            {"body": "x", "now": NOW, "persona": "marlow", "violations": [{"rule": "r", "text": "y"}]},
            "the text labelled r is not in the body: 'y'",
        ),
        ({"body": "x", "now": NOW, "persona": "none", "violations": []}, "none.json"),
    ],
)
def test_a_case_that_cannot_be_used_is_named(
    align: Align, tmp_path: Path, line: str | dict[str, Any], message: str
) -> None:
    (tmp_path / "set.jsonl").write_text((line if isinstance(line, str) else json.dumps(line)) + "\n", "utf-8")
    result = align("eval", "--gold", str(tmp_path))
    assert result.exit_code == 2
    assert message in result.stderr


def test_an_empty_folder_is_exit_code_2(align: Align, tmp_path: Path) -> None:
    result = align("eval", "--gold", str(tmp_path))
    assert result.exit_code == 2
    assert "holds no labelled drafts" in result.stderr
