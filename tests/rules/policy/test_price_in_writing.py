"""`price_in_writing`: under `never` every amount of ours counts, right or wrong."""

import pytest

from align import validate_draft
from align.rules.example_spec import EXAMPLE_SPEC
from specs import Spec
from tests.claims.extracting import NOW

NEVER = Spec.from_dict(EXAMPLE_SPEC | {"policy": {"price_in_writing": "never"}})
ALLOW = Spec.from_dict(EXAMPLE_SPEC | {"policy": {"price_in_writing": "allow"}})
PRICES = [
    "It's $180 for the hour.",
    "one eighty for the hour",
    "Deposit is 50.",
    "I could do 10% off.",
    "The first half hour is on the house.",
    "I'd come to you for a $50 travel fee.",
]
NONE = [
    "I share rates through the booking form.",
    "Parking is about $20.",
    "You said 150, that isn't one of my rates.",
    "See you at 6, room 180.",
]


def rules(body: str, spec: Spec, inbound: str | None = None) -> set[str]:
    return {v.rule for v in validate_draft(body, spec, now=NOW, context={"inbound": inbound}).violations}


@pytest.mark.parametrize("body", PRICES)
def test_a_price_is_flagged(body: str) -> None:
    assert "price_in_writing" in rules(body, NEVER)
    assert "price_in_writing" not in rules(body, ALLOW)


@pytest.mark.parametrize("body", NONE)
def test_what_is_no_price_of_ours_passes(body: str) -> None:
    assert "price_in_writing" not in rules(body, NEVER)


def test_agreeing_to_a_price_states_it() -> None:
    assert "price_in_writing" in rules("yep, still that", NEVER, "is it still $180 for an hour?")
