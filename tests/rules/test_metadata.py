"""The rules are checked like the drafts: names, headings, registration, examples."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import align.rules
from align.rules import RULES

if TYPE_CHECKING:
    from align.rules.rule import Rule

GUIDE = {
    "facts": {
        "price_contradiction",
        "duration_below_minimum",
        "location_not_in_facts",
        "mode_not_offered",
        "handle_not_in_facts",
        "slot_not_in_mission",
    },
    "policy": {
        "service_in_writing",
        "price_in_writing",
        "pay_after",
        "channel_not_allowed",
        "never_offer",
        "address_before_lock",
        "voice",
    },
}
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)


@pytest.mark.parametrize("family", GUIDE)
def test_the_rules_are_those_of_the_guide(family: str) -> None:
    assert {r.id for r in RULES if r.family == family} == GUIDE[family]


@pytest.mark.parametrize("family", GUIDE)
def test_every_rule_file_is_registered(family: str) -> None:
    folder = Path(align.rules.__file__).parent / family
    assert {p.stem for p in folder.glob("*.py")} - {"__init__"} == GUIDE[family]


@every_rule
def test_a_rule_reads_the_claims_that_it_names(rule: Rule) -> None:
    read = set(re.findall(r"\butterance\.(\w+)", inspect.getsource(rule.check)))
    assert rule.claims is None or rule.claims in read


@every_rule
def test_documentation_has_the_fixed_headings(rule: Rule) -> None:
    headings = re.findall(r"^## (.+)$", rule.doc, re.MULTILINE)
    assert headings == ["What it flags", "Why it matters", "What it leaves alone"]


@every_rule
def test_both_kinds_of_example_are_present_and_near_misses_say_why(rule: Rule) -> None:
    assert len(rule.flags) >= 2
    assert len(rule.accepts) >= 2
    assert all(e.why for e in rule.accepts)


@every_rule
def test_summary_is_one_line(rule: Rule) -> None:
    assert rule.summary
    assert "\n" not in rule.summary
    assert len(rule.summary) <= 100
