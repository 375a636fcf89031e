"""Short drafts about money: shares, parts, suppositions and others' prices, each beside its opposite."""

from datetime import datetime
from typing import Final

import pytest

from align import validate_draft
from specs import Spec
from tests.rules.price_cases import CARDS

NOW: Final = datetime.fromisoformat("2026-11-18T10:00:00+00:00")
ROSA, CHEF = (Spec.from_dict(CARDS[name]) for name in ("rosa", "chef"))


def found(spec: Spec, body: str, inbound: str | None = None) -> set[str]:
    result = validate_draft(body, spec, now=NOW, context={"inbound": inbound})
    return {v.rule for v in result.violations} & {"price_contradiction", "price_in_writing"}


WRONG: Final = """
I'll take ten per cent off if you can do cash
Ten per cent less for locals
happy to knock fifteen per cent off the hour
Ten pc off if you book two
fifty per cent up front please
New clients are getting 15% off till Christmas
Anybody that books two gets 20% off
You get 20% because you came from Anja
Bring a friend and you both get 10% off
Bring a friend, both pay half
There's a small reduction for pensioners
I'm offering a reduction on Tuesdays
If I did the hour for 150, would that help?
If you can wait till Sunday I'll do it for 150
If it rains I'll knock fifty off
150 is what I'd charge you
150 for the hour is what I ask
okay 150 and we forget about it, one hour
I come to you for 190, one hour
twenty up front, that's all
I take 20 in deposit
mm 150, final offer
Half now, half on the day
Thirty percent now, the rest on the day
30% and it's yours
I'll waive the 50% for you
Second puppy goes free with the first session
Nothing for the first hour, just see if you like me
I can go as low as 150
If you want the hour I'll drop it to 150
All in it's 150
Pay me 150 at the door
A buck fifteen for the hour
Your hubby's half price after yours
$10 off for every friend you send
""".strip().splitlines()
RIGHT: Final = """
The guests ate about ninety per cent of it
I'm a hundred per cent sure
Battery's at ten per cent, gotta run
I don't do ten per cent off, sorry
Students get 10% off at the bookshop on Ring Road
The cafe gives students 15% off on Fridays
Coles has ten per cent off prawns this week
Accent reduction's half of what I do
A red wine reduction's half the flavour
The reduction takes an hour so start the stock early
If I ever put it up to $200 you'd get plenty of warning. It's still $180 for the hour.
If I ever go up to 200 for the hour I'll tell you first
If I charged 100 for that I'd be washing dishes for a living
If I put it up to $300 tomorrow nobody'd book
If I charged by the knot you'd owe me a million bucks lol
If I knocked fifty off every time someone asked I'd be broke
Even at $100 nobody would come out on a Sunday
"120 for the hour" is what your last therapist charged, I believe you
"120 for the hour" might be what your man in town charges, but mine is 180
120 might be what the spa asks for a set menu
Agencies in town would want $400 for that
Noise reduction headphones were the best $300 I ever spent
The exam form is $80 this year, you pay it at the school office.
That palette is 54 bucks, worth every penny
I'd never charge you extra for a chat
No charge on my phone, one sec
A buck eighty for the hour
Take the 20 off the highway
Your hubby's half asleep already
50 up front, that's all
""".strip().splitlines()


@pytest.mark.parametrize("body", WRONG)
def test_holds_a_price_that_the_card_does_not_give(body: str) -> None:
    assert "price_contradiction" in found(ROSA, body)


@pytest.mark.parametrize("body", RIGHT)
def test_leaves_alone_what_is_no_wrong_price(body: str) -> None:
    assert found(ROSA, body) == set()


def test_what_the_client_asks_about_decides() -> None:
    assert found(ROSA, "ok 150", "a bit steep for me") == {"price_contradiction"}
    assert found(ROSA, "Sixty I think, they rob you", "how much was the parking at the hall?") == set()


@pytest.mark.parametrize(
    ("inbound", "body", "wrong"),
    [
        (
            "deposit's paid for the three hours, what's left?",
            "There's a hundred and eighty left to go",
            False,
        ),
        ("deposit's paid for the three hours, what's left?", "There's a hundred and fifty left to pay", True),
        ("what's outstanding?", "180, then we're square", False),
        ("what's outstanding?", "only 100", True),
        ("what's left to pay?", "180 on the night", False),
        (None, "You've 180 left on the three hours", False),
        (None, "That leaves 120 to square up", False),
    ],
)
def test_what_is_left_of_a_price_is_a_price(inbound: str | None, body: str, wrong: bool) -> None:
    assert found(CHEF, body, inbound) == {"price_in_writing"} | ({"price_contradiction"} if wrong else set())


@pytest.mark.parametrize(
    ("inbound", "body"),
    [
        ("what's left to do?", "There's two things left to go through"),
        ("how many spots left?", "40 last I looked"),
        (None, "There's six hundred left in the tank, we'll make it"),
        (None, "There's about 60 oysters left, want them?"),
    ],
)
def test_what_is_left_of_other_things_is_none(inbound: str | None, body: str) -> None:
    assert found(CHEF, body, inbound) == set()
