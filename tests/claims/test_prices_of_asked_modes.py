"""A price of the mode that the client asked about: who comes to whom."""

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
            "modes": ["incall", "outcall"],
            "rates": [
                {"minutes": 120, "amount": 190, "mode": "incall"},
                {"minutes": 180, "amount": 270, "mode": "incall"},
                {"minutes": 120, "amount": 260, "mode": "outcall"},
                {"minutes": 180, "amount": 360, "mode": "outcall"},
                {"minutes": 240, "amount": 450, "mode": "outcall"},
            ],
            "deposit": {"percent": 30},
        }
    )
)


def is_held(body: str, inbound: str | None) -> bool:
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return any(v.rule == "price_contradiction" for v in found.violations)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        ("At my place four hours is €450.", "can we come to yours?"),
        ("Two of us, and the price for three hours stays at €450.", "how many of you come to the house?"),
        ("Two of us, and with Inês the four hours go to €500.", "how many come to the house?"),
        ("Come to mine, three hours, and the price stays at €360 with Inês.", "can we come to your kitchen?"),
        ("With Inês the price stays at €450 for the four hours at mine.", "can we come to your kitchen?"),
        ("You can, and four hours is €450.", "Can we come to the house?"),
        ("Three hours is €360.", "If I come to the house, what is it?"),
        ("Two of us, and three hours is €270.", "Do both of you come to the house?"),
        ("I would, and four hours is €360.", "Would you drive to the house?"),
        ("I do, three hours is €450.", "Do you come to the house?"),
    ],
)
def test_a_price_of_another_mode_is_held(body: str, inbound: str | None) -> None:
    assert is_held(body, inbound)


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        (
            "Just two of us: I cook, and my assistant Inês helps me carry and plate, she's quieter than a cat. We need the kitchen for the whole booking, so for a four-hour dinner that's four hours, cleaning included, and with Inês the price stays at €450 all the same.",
            "How many of you come to the house? And how long do you need the kitchen?",
        ),
        ("Two of us, and the price for four hours stays at €450.", "How many of you come to the house?"),
        ("I bring Inês, and the four hours are still €450.", "Do you come to the house alone?"),
        (
            "With my assistant along it's €450 for the four hours, same as without her.",
            "will you come to us?",
        ),
        (
            "The whole booking, so four hours, and that's €450 with or without Inês.",
            "How long do you need our kitchen?",
        ),
        ("Three hours, with the price still €360.", "how long do you need at our house?"),
        ("We need the kitchen for the three hours, and the price stays at €360.", "you come to the flat?"),
        (
            "I bring pans, knives and Inês, and a two-hour lunch stays at €260.",
            "do you bring your own pans to our place?",
        ),
        (
            "The four-hour dinner stays at €450 with Inês too.",
            "Do both of you come to the house, and is it dearer with Ines?",
        ),
        (
            "I drive, and four hours is €450 all the same.",
            "Would you drive to the house or do we pick you up?",
        ),
        ("At half past six, and the three hours are €360.", "When do you get to the house?"),
        ("I bring everything, two hours stays €260.", "Can you bring your own oven to the house?"),
        (
            "Just me and Inês, and the price for four hours is €450.",
            "How many of your team come to the house?",
        ),
        ("Either, and two hours is €260 both ways.", "Do you travel to the house or the office?"),
    ],
)
def test_what_is_none_of_it_is_left_alone(body: str, inbound: str | None) -> None:
    assert not is_held(body, inbound)
