"""A meal that is squeezed into less than the minimum, and what is not the appointment."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 5, 14, 9, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "currency": "EUR",
            "timezone": "Europe/Lisbon",
            "min_minutes": 120,
            "services": ["brunch", "dinner party"],
        }
    )
)


def is_held(body: str) -> bool:
    found = validate_draft(body, SPEC, now=NOW)
    return any(v.rule == "duration_below_minimum" for v in found.violations)


@pytest.mark.parametrize(
    "body",
    [
        "If you need to be out of the door early, we could squeeze it into ninety minutes: eggs, pastéis, fruit, coffee, and I'd wash up while you pack.",
        "We could squeeze the brunch into an hour and a half.",
        "I can fit it all into ninety minutes.",
        "For the two of you I could do it in 90 minutes, door to door.",
        "We could make it an hour, just the mains, instead of the usual two.",
    ],
)
def test_a_meal_squeezed_in_is_held(body: str) -> None:
    assert is_held(body)


@pytest.mark.parametrize(
    "body",
    [
        "We could squeeze it into two hours.",
        "I can fit all five courses into three hours.",
        "I'd squeeze the shopping into an hour before I come.",
        "The bread fits into ninety minutes of proving.",
        "The oven needs to squeeze it into ninety minutes, so I'll start early.",
        "The dough squeezes into ninety minutes of rest and then we eat.",
        "I could squeeze the prep into ninety minutes and cook when you're home.",
        "The market closes early, so I'll squeeze it into ninety minutes before I come to you.",
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str) -> None:
    assert not is_held(body)
