"""A spec as a prompt reads it: everything in it, nothing that could pass for an instruction, and all of it true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specs import Spec, load_spec, render_spec
from specs.edits import values_of
from specs.render import quoted

FIXTURES = Path(__file__).parents[2] / "fixtures"
SPECS = [load_spec(path) for path in sorted(FIXTURES.rglob("personas/*.json"))]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{spec.persona}-{spec.digest[:4]}")
def test_every_value_of_a_document_is_in_its_rendering(spec: Spec) -> None:
    text = render_spec(spec)
    document = spec.to_dict()
    missing = [path for path, value in values_of(document) if not _is_said(path, value, text)]
    assert missing == []


def _is_said(path: str, value: object, text: str) -> bool:
    if isinstance(value, bool):
        return _SWITCHES[path.rpartition(".")[2], value] in text
    if path in _CHOICES:
        return _CHOICES[path][str(value)] in text
    if path.startswith("mission.slots"):
        start, end = value if isinstance(value, list) else ("", "")
        return f"{start.replace('T', ' ')} to {end.replace('T', ' ')}" in text
    if isinstance(value, list):
        return not value
    shown = str(value)
    return shown in text or quoted(shown) in text


_SWITCHES = {
    ("text_only", True): "Text only",
    ("text_only", False): "",
    ("allow_links", True): "Links may be sent",
    ("allow_links", False): "Send no links",
    ("repair", True): "",
}
_CHOICES = {
    "payment.timing": {"before": "due before", "after": "due after", "any": "before or after"},
    "policy.service_in_writing": {
        "never": "Name no service",
        "never_with_price": "a service and a price in one message",
        "allow": "Services may be named",
    },
    "policy.price_in_writing": {"never": "State no price", "allow": "Prices may be stated"},
}


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: f"{spec.persona}-{spec.digest[:4]}")
def test_a_rendering_is_the_same_each_time_and_carries_the_digest(spec: Spec) -> None:
    text = render_spec(spec)
    assert text == render_spec(Spec.from_json(spec.to_json()))
    assert spec.digest in text.splitlines()[0]
    assert text.endswith("\n")


def test_what_is_absent_is_not_said_and_what_is_empty_is() -> None:
    bare = {"persona": "a", "timezone": "UTC", "currency": "EUR"}
    text = render_spec(Spec.from_dict(bare))
    assert "Rates" not in text
    assert "Places" not in text
    assert "Never offer" not in text
    empty = {
        **bare,
        "rates": [],
        "locations": [],
        "never_offer": [],
        "deposit": {},
        "modes": [],
        "services": [],
    }
    text = render_spec(Spec.from_dict(empty))
    assert "Rates: none: no price is right" in text
    assert "Places: none" in text
    assert "Deposit: none" in text
    assert "Modes offered: none" in text


@given(st.text(min_size=1, max_size=60))
def test_no_fact_can_pass_for_an_instruction(trade: str) -> None:
    """Every value stays inside its quotes, on its line."""
    try:
        spec = Spec.from_dict({"persona": "a", "timezone": "UTC", "currency": "EUR", "trade": trade})
    except ValueError:
        return
    lines = render_spec(spec).split("\n")
    plain = render_spec(Spec.from_dict({"persona": "a", "timezone": "UTC", "currency": "EUR", "trade": "x"}))
    assert len(lines) == len(plain.split("\n"))
    (line,) = [line for line in lines if line.startswith("- Trade: ")]
    assert line.isprintable()
    assert re.fullmatch(r'- Trade: "(?:[^"\\]|\\.)*"\.', line)


def test_a_long_spec_is_cut_and_says_so() -> None:
    long = Spec.from_dict(
        {
            "persona": "a",
            "timezone": "UTC",
            "currency": "EUR",
            "never_offer": [f"phrase number {n}" for n in range(2000)],
            "services": ["massage"],
        }
    )
    whole = render_spec(long, max_chars=1_000_000)
    assert '"phrase number 1999"' in whole
    text = render_spec(long)
    assert len(text) <= 24_000
    assert re.search(r"and \d+ more", text)
    assert '"massage"' in text
    with pytest.raises(ValueError, match="max_chars is 100"):
        render_spec(long, max_chars=100)
