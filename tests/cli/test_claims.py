from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Align

BODY = "An hour is \u00a340, I'm in Leeds."


def test_claims_have_their_fields_and_spans(align: Align, jsonl: Callable[..., str]) -> None:
    result = align("claims", "--input", "-", "--output", "jsonl", stdin=jsonl(BODY))
    assert result.exit_code == 0
    assert result.stdout.isascii()
    got = json.loads(result.stdout)
    assert list(got) == ["id", "claims"]
    (money,) = [claim for claim in got["claims"] if claim["type"] == "money"]
    assert (money["text"], money["value"], money["stance"]) == ("\u00a340", "40", "asserted")
    assert money["unit"] in {"\u00a3", "GBP"}
    for claim in got["claims"]:
        assert {"type", "start", "end", "text", "value", "unit", "minutes", "stance"} <= set(claim)
        assert BODY[claim["start"] : claim["end"]] == claim["text"]


def test_a_bad_line_is_exit_code_2_and_the_others_are_read(align: Align, jsonl: Callable[..., str]) -> None:
    result = align("claims", "--output", "jsonl", stdin=jsonl({"id": 1, "body": "x"}, BODY))
    assert result.exit_code == 2
    assert "line 1: now: missing" in result.stderr
    assert json.loads(result.stdout)["id"] == "d2"


def test_text_underlines_the_claims(align: Align, facts: str) -> None:
    result = align("claims", "--facts", facts, "--now", "2026-05-12T10:00:00+01:00", "--text", BODY)
    assert result.exit_code == 0
    assert "  | An hour is \u00a340, I'm in Leeds.\n" in result.stdout
    assert "money: value 40" in result.stdout
