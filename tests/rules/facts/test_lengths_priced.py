"""Lengths that a sum is for: what has a price, a deposit or a balance is on sale."""

import pytest

from align import validate_draft
from specs import Spec
from tests.claims.extracting import NOW

SPEC = Spec.from_dict(
    {
        "persona": "x",
        "currency": "GBP",
        "timezone": "Europe/London",
        "min_minutes": 120,
        "rates": [{"minutes": 120, "amount": 110}, {"minutes": 180, "amount": 150}],
    }
)
SOLD = [
    ("That leaves £45 for the hour.", "the hour"),
    ("The deposit is £20 for the hour, the rest on the day.", "the hour"),
    ("There's a 25% deposit, so £15 on the hour, and it comes off the total.", "the hour"),
    ("A fiver holds the hour for you.", "the hour"),
    ("It's £40 to secure the hour.", "the hour"),
    ("To hold your hour I'd need £20 now.", "your hour"),
    ("There's a £20 travel fee on top of the hour.", "the hour"),
    ("With the 30 paid you'd owe £60 for the ninety minutes.", "ninety minutes"),
    ("It's not £50 for the hour, it's £60.", "the hour"),  # the sum is put right, the hour stays
    ("£60 for the hour, since you asked so nicely.", "the hour"),
    ("The other £30 for your ninety minutes can wait till Friday.", "ninety minutes"),
]
FINE = [
    "Parking is £4 for the hour.",
    "The deposit is £20 and I hold the slot for an hour while you send it.",
    "Send the £20 within the hour and it's yours.",
    "A £20 deposit stays good for an hour.",
    "A £20 deposit holds it for half an hour.",
    "I can't do an hour for £40, it's two hours at the least.",
    "I don't do the hour for £60 any more, it's two hours for £110.",
    "You wrote £60 for the hour, but I only do two hours.",
    "The £20 is due on the hour.",
    "My friend charges £60 for the hour.",
    "It's £55 an hour.",  # a rate sells no hour
    "Your £20 deposit came in an hour ago.",
    "The balance is £90 for the two hours.",
    "Cancel with under an hour's notice and the £20 deposit goes.",
]


@pytest.mark.parametrize(("body", "held"), SOLD, ids=[body for body, _ in SOLD])
def test_what_a_sum_is_for_is_on_sale(body: str, held: str) -> None:
    """The length is held by its own words."""
    texts = [
        v.text for v in validate_draft(body, SPEC, now=NOW).violations if v.rule == "duration_below_minimum"
    ]
    assert texts == [held]


@pytest.mark.parametrize("body", FINE)
def test_what_a_sum_only_stands_beside_is_not(body: str) -> None:
    """A limit, a journey, a rate and others' prices sell no length."""
    rules = [v.rule for v in validate_draft(body, SPEC, now=NOW).violations]
    assert "duration_below_minimum" not in rules
