"""What a draft quotes of the client's message stays the client's, unless the draft goes along with it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

import pytest

from align import validate_draft
from specs import Spec

NOW: Final = datetime(2027, 2, 13, 18, tzinfo=UTC)
DOCUMENT: Final[dict[str, Any]] = {
    "persona": "maddie",
    "currency": "USD",
    "timezone": "America/Denver",
    "rates": [{"minutes": 60, "amount": 120}],
    "payment": {"timing": "before"},
    "never_offer": ["four hands"],
}
SPEC: Final = Spec.from_dict(DOCUMENT)


def rules(body: str, inbound: str) -> set[str]:
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound})
    return {v.rule for v in found.violations}


@pytest.mark.parametrize(
    ("body", "inbound"),
    [
        (
            'I saw your "can I just hand you cash after" and I gotta say no.',
            "can I just hand you cash after? please",
        ),
        ('I\'m not happy with "$100 for the hour".', "$100 for the hour?"),
        ('Re your "$100 for the hour": that is not my price.', "$100 for the hour?"),
        ('So "about $100 for the hour"', "about $100 for the hour?"),
        (
            "You put 'about $100 for the hour' in your note, and that isn't my fee.",
            "We've set aside about $100 for the hour",
        ),
        (
            "Ha, “four hands for the price of two” is the best thing I've read all week.",
            "do you offer four hands for the price of two? lol",
        ),
    ],
)
def test_the_clients_own_words_are_not_offered(body: str, inbound: str) -> None:
    assert rules(body, inbound) == set()


@pytest.mark.parametrize(
    ("body", "inbound", "rule"),
    [
        (
            'I can do the "hour for just $100" for you.',
            "I'd like the hour for just $100",
            "price_contradiction",
        ),
        ("'About $100 for the hour' works for me.", "about $100 for the hour?", "price_contradiction"),
        ('"About $100 for the hour"? Of course!', "about $100 for the hour?", "price_contradiction"),
        ('I\'m happy with "$100 for the hour".', "$100 for the hour?", "price_contradiction"),
        ('"$100 for the hour" it is!', "$100 for the hour?", "price_contradiction"),
        ('Re your "$100 for the hour": that\'s the price.', "$100 for the hour?", "price_contradiction"),
        ('Your "massage with four hands" can be booked.', "massage with four hands?", "never_offer"),
        ('It is "1,140 for the hour today"', "is it 1,800 for the hour today?", "price_contradiction"),
        ('The "hour for just $90" is on.', "is it $95 then?", "price_contradiction"),
    ],
)
def test_words_that_are_taken_up_or_not_the_clients_are(body: str, inbound: str, rule: str) -> None:
    assert rule in rules(body, inbound)
