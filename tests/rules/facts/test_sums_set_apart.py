"""`price_contradiction`: bare sums that no verb of costing leads to: by a place, a yes, a page, or where they go.

Each is a sum the card does not give, so that nothing but the words around it makes it a price.
"""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "t",
            "currency": "CAD",
            "timezone": "UTC",
            "rates": [
                {"minutes": 60, "amount": 96},
                {"minutes": 90, "amount": 138},
                {"minutes": 60, "amount": 128, "mode": "outcall"},
            ],
            "deposit": {"amount": 35},
            "modes": ["incall", "outcall"],
            "services": ["sports massage"],
        }
    )
)
WRONG = [
    ("In the studio 90 minutes is 138, at yours 164.", None),
    ("At home it's 128 for the hour. At the office 147 and 163.", None),
    ("You'd get two hours at the hotel, 211, and I bring the table.", None),
    ("It's an hour, 107, and we start slowly.", None),
    ("Whole thing is the 90, so 157.", None),
    ("from 107 up to 183 at the studio depending how long you stay", None),
    ("the price is the price: 96, 138 or 163 depending on how long you keep me", None),
    ("Yes to the 163, but it's paid before we start.", "so 163 for 90 at your studio?"),
    ("everything else the same, 163 and 211.", "is it still the same price for the 90?"),
    ("My studio price becomes 107 in May, and it stays 107.", None),
    ("It's 107 wherever we do it.", None),
    ("Half of the 163 now, and the rest when you come.", None),
    ("The 163 you saw is for when I come out to the house.", None),
    ("It's 107 Canadian, so your card will do the sums.", None),
    ("It's 96 American for the hour.", None),
    ("Drop the 47 whenever you like tonight.", None),
    ("Flick the 47 to my e-transfer and you're in.", None),
    ("47 keeps the hour, the rest comes before we start.", None),
    ("Mothers are 107 for the hour.", None),
    ("107 a face, and I bring the chairs", "how much for the three of us?"),
]
LEFT_ALONE = [
    ("In the studio 90 minutes is 138, at yours 35 minutes of driving for me.", None),
    ("At the gate 4471 is the code.", None),
    ("The film is an hour, 163 of us in the room.", None),
    ("It's an hour with traffic, 63 miles door to door.", None),
    ("The talk runs from 107 up to 183 people, depending on the hall.", None),
    ("Yes to the 230, see you then.", "is the 230 slot free?"),
    ("Everything else the same, 14 chairs and two lamps.", None),
    ("It stays 28 degrees in there all night.", None),
    ("Half of the 163 guests come by boat.", None),
    ("The 163 you saw is a bus.", None),
    ("We were 14 Canadian, 12 American.", None),
    ("Drop the 40 boxes at the door.", None),
    ("Drop the 47 off at the corner and walk.", None),
    ("47 keeps the hour honest.", None),
    ("47 keeps the doctor away, they say.", None),
]


def contradicts(body: str, inbound: str | None) -> bool:
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound})
    assert not found.errors
    return "price_contradiction" in {v.rule for v in found.violations}


@pytest.mark.parametrize(("body", "inbound"), WRONG)
def test_a_sum_set_apart_is_a_price(body: str, inbound: str | None) -> None:
    assert contradicts(body, inbound)


@pytest.mark.parametrize(("body", "inbound"), LEFT_ALONE)
def test_other_numbers_set_apart_are_none(body: str, inbound: str | None) -> None:
    assert not contradicts(body, inbound)
