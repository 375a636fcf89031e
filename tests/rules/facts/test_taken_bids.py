"""How a bid is taken where neither a yes nor the sum is said."""

from datetime import datetime
from typing import Final

import pytest

from align import validate_draft
from specs import Spec
from tests.rules.price_cases import CARDS

NOW: Final = datetime.fromisoformat("2026-11-18T10:00:00+00:00")
ROSA: Final = Spec.from_dict(CARDS["rosa"])
BID: Final = "would you take 150 for the hour on Saturday?"


def is_held(inbound: str, body: str) -> bool:
    result = validate_draft(body, ROSA, now=NOW, context={"inbound": inbound})
    return any(v.rule == "price_contradiction" for v in result.violations)


TAKING: Final = """
Fair enough
Well done!
Well, done
That's fair
I would so
I won't say no to that
How could I say no
I accept
Ah I suppose so
Let's shake on it
This once
Right so
As long as it's cash
Keep it between us
Don't tell the others
Since it's January
In January I would
I'll pencil you in
Let me pop you in for Saturday
See you Saturday so
It is okay
Bring it cash
""".strip().splitlines()
LEAVING: Final = """
I wouldn't
Fair enough to ask, but no
Fair enough. It stays at 180
I suppose you could ask the manager
Right so, 180 it is
I would if I could
I will think about it
Since it's a Saturday, no
See you Saturday and it's 180
I'll put you down, 180 as listed
I'll put you down for someone cheaper
Go on, you're having a laugh
Go on out of that
Happy to, at 180
Nice try
""".strip().splitlines()


@pytest.mark.parametrize("body", TAKING)
def test_takes_the_bid(body: str) -> None:
    assert is_held(BID, body)
    assert not is_held(BID.replace("150", "180"), body)


@pytest.mark.parametrize("body", LEAVING)
def test_leaves_the_bid(body: str) -> None:
    assert not is_held(BID, body)


@pytest.mark.parametrize(
    ("inbound", "body"),
    [
        ("sorry, 150 is over my budget", "Fair enough"),
        ("I found someone for 150, thanks anyway", "Fair enough"),
        ("do people really pay 150 for that?", "Fair enough"),
        ("just paid 45 for parking passes, see you Saturday!", "See you Saturday"),
        ("my flight was 150, ouch", "See you Saturday"),
        ("can I bring 150 leaflets?", "Bring them"),
    ],
)
def test_no_bid_is_none_to_take(inbound: str, body: str) -> None:
    assert not is_held(inbound, body)


def test_a_bid_may_give_its_reason() -> None:
    assert is_held("Would you do the hour for 150 seeing as it's January?", "Go on so, that works for me.")
    assert not is_held(
        "Would you do the hour for 180 seeing as it's January?", "Go on so, that works for me."
    )
