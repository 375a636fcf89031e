"""Islands that the spec does not list: one is on them, not in them."""

from __future__ import annotations

from datetime import datetime

import pytest

from align import validate_draft
from specs import Spec

NOW = datetime.fromisoformat("2026-12-11T10:30:00+01:00")
SPEC = Spec.from_dict(
    {
        "persona": "a",
        "timezone": "Europe/Stockholm",
        "currency": "SEK",
        "locations": [{"city": "Gothenburg"}, {"city": "Stockholm"}],
    }
)


def rules(body: str) -> list[str]:
    return [violation.rule for violation in validate_draft(body, SPEC, now=NOW).violations]


@pytest.mark.parametrize(
    "body", ["I'll be on Maui next week.", "I'm on Mallorca until Sunday.", "We're on Marstrand then."]
)
def test_being_on_an_island_is_being_there(body: str) -> None:
    assert rules(body) == ["location_not_in_facts"]


@pytest.mark.parametrize(
    "body",
    [
        "I'm on Monday's ferry.",
        "I'll be on time.",
        "The book on Maui was lovely.",
        "I'm on March rates still.",
    ],
)
def test_being_on_something_else_is_not(body: str) -> None:
    assert rules(body) == []
