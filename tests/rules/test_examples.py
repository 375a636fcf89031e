"""Every example of every rule: flagged where it says so, at the span it marks."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from align import validate_draft
from align.rules import RULES
from align.rules.example_spec import EXAMPLE_SPEC
from specs import Spec

if TYPE_CHECKING:
    from align.findings import Violation
    from align.rules.rule import Example

FLAGS = [pytest.param(r.id, e, id=f"{r.id}: {e.body}") for r in RULES for e in r.flags]
ACCEPTS = [pytest.param(r.id, e, id=f"{r.id}: {e.body}") for r in RULES for e in r.accepts]


def violations(rule: str, example: Example) -> list[Violation]:
    document = {**EXAMPLE_SPEC, **example.spec}
    spec = Spec.from_dict({k: v for k, v in document.items() if v is not None})
    now = datetime.fromisoformat(example.now or "2026-11-21T10:00:00-06:00")
    found = validate_draft(
        example.body.replace("«", "").replace("»", ""),
        spec,
        now=now,
        context={"inbound": example.inbound, "time_locked": example.time_locked},
    )
    assert found.errors == ()
    return [v for v in found.violations if v.rule == rule]


@pytest.mark.parametrize(("rule", "example"), FLAGS)
def test_flags(rule: str, example: Example) -> None:
    found = violations(rule, example)
    assert found
    if "«" in example.body:
        wanted = example.body[example.body.index("«") + 1 : example.body.index("»")]
        assert wanted in [v.text for v in found]


@pytest.mark.parametrize(("rule", "example"), ACCEPTS)
def test_accepts(rule: str, example: Example) -> None:
    assert violations(rule, example) == []
