from __future__ import annotations

from typing import TYPE_CHECKING

from align.rules import RULES

if TYPE_CHECKING:
    from tests.cli.conftest import Align


def test_rules_lists_every_rule(align: Align) -> None:
    result = align("rules")
    assert result.exit_code == 0
    assert [line.split()[:2] for line in result.stdout.splitlines()] == [[r.id, r.family] for r in RULES]


def test_explain_says_what_a_rule_flags_and_leaves_alone(align: Align) -> None:
    for rule in RULES:
        text = align("explain", rule.id).stdout
        assert text.startswith(f"# {rule.id}\n")
        assert rule.doc.splitlines()[0] in text
        for heading in ("What it flags", "Why it matters", "What it leaves alone", "Flagged", "Accepted"):
            assert heading in text


def test_an_unknown_rule_is_exit_code_2_with_the_nearest_name(align: Align) -> None:
    result = align("explain", "price_contradicton")
    assert result.exit_code == 2
    assert "did you mean price_contradiction?" in result.stderr
    assert "`align rules` lists them" in align("explain", "zzz").stderr


def test_version_and_help(align: Align) -> None:
    assert align("--version").stdout.startswith("align 0.")
    text = align("--help").stdout
    for name in ("validate", "claims", "eval", "explain", "rules", "facts"):
        assert name in text
