"""`service_in_writing`: services named as on offer, and their words in another sense."""

import pytest

from align import validate_draft
from align.rules.example_spec import EXAMPLE_SPEC
from specs import Spec
from tests.claims.extracting import NOW

SPEC = Spec.from_dict(
    EXAMPLE_SPEC
    | {
        "services": ["line up", "couples therapy", "deep tissue"],
        "policy": {"service_in_writing": "never"},
    }
)
NAMED = [
    "I can do a line up Saturday.",
    "A line up takes me no time.",
    "Would you like deep tissue, or is that too much?",
    "Have you considered couples therapy?",
]
NOT_NAMED = [
    "We can line up a time for Saturday no trouble.",
    "Let's line up something for next week.",
    "I'll line up the hour once you confirm.",
    "Have you both tried couples therapy before this, or is it first time?",
    "Have you had deep tissue before, or is this your first?",
    "Did you have deep tissue anywhere else or never?",
]


def flagged(body: str) -> bool:
    return any(v.rule == "service_in_writing" for v in validate_draft(body, SPEC, now=NOW).violations)


@pytest.mark.parametrize("body", NAMED)
def test_named(body: str) -> None:
    assert flagged(body)


@pytest.mark.parametrize("body", NOT_NAMED)
def test_not_named(body: str) -> None:
    assert not flagged(body)
