"""`price_contradiction`: what a chatty draft works out, implies from afar, or says of others."""

from datetime import datetime

import pytest

from align import validate_draft
from specs import Spec
from tests.rules.price_cases import CARDS

MIDWEEK = datetime.fromisoformat("2026-10-14T10:00:00+00:00")


def is_flagged(name: str, inbound: str | None, body: str) -> bool:
    found = validate_draft(body, Spec.from_dict(CARDS[name]), now=MIDWEEK, context={"inbound": inbound})
    return any(v.rule == "price_contradiction" for v in found.violations)


RIGHT = [
    # what is only implied makes no amount of the card wrong
    (
        "max",
        None,
        "You liked the longer one last time. It's $95 when I drive over, and 110 for the 75 at mine.",
    ),
    ("rosa", "an hour at my flat?", "Both are possible: it's $230 then, and $180 if you'd rather pop over."),
    # sums, multiples, shares, differences
    ("rosa", None, "Sixty minutes is $180, ninety $250, so one of each comes to $430."),
    ("tom", None, "An hour's €50, so a month of four is €200, and two of those months €400."),
    ("pho", None, "Two separate hours would be $400, and two in a row $350, so the difference is $50."),
    ("max", None, "The 75 is $110 here, so that's $55 a head for the two of you."),
    ("rosa", None, "Half of $250 is $125, if the two of you share it."),
    ("tom", None, "Ninety minutes is €75. The 20% on that is €15, then €60 when you sit down."),
    ("pho", None, "The hour's $200 and the makeup artist takes $90, so all together it's $290."),
    ("rosa", None, "Three dates it is: $50 each to hold them, so $150 now."),
    ("rosa", None, "With the deposit gone it's $130 for the hour."),
    ("tom", None, "Two hours would just be double the hour, so 100."),
    ("rosa", None, "Two of you for an hour each is twice the hour, so 360"),
    ("rosa", None, "The drive is two hours, double the usual, so 360 miles"),
    # who sells, who did, what it was
    ("rosa", None, "Somebody in the building is doing it for $90, but she hasn't got a license."),
    ("rosa", None, "Some studios will lock you into a term of $600."),
    ("rosa", None, "When I opened it was $95. Today an hour is $180."),
    ("rosa", None, "A tub of arnica balm is $140 these days, the cheek of it!"),
    ("rosa", None, "Netflix's fee is up to $19 by now. An hour with me is $180."),
    ("rosa", None, "With a budget of $200 you'd take the hour, which is $180."),
    ("rosa", None, "Ninety dollars is very little for an hour in this town."),
    ("rosa", None, "Your last mattress cost you $900, and your back still hurts."),
    # what others take off their prices
    ("rosa", None, "The pharmacy gives you 20% off arnica, but I stay at $180 an hour."),
    ("rosa", None, "The leisure centre is doing half price swims in May."),
]
WRONG = [
    ("max", None, "You liked the longer one last time. The 75 at mine is 95."),
    ("rosa", "an hour at my flat?", "It's $180, and I'd bring the table."),
    ("rosa", None, "Sixty minutes is $180, ninety $250, so one of each comes to $400."),
    ("tom", None, "An hour's €50, so a month of four is €180."),
    ("pho", None, "The long one is $70 dearer than the hour."),
    ("max", None, "The 75 is $110 here, so that's $50 a head for the two of you."),
    ("tom", None, "Ninety minutes is €75. The deposit on that is €20."),
    ("rosa", None, "Three hours would be $430, if you're up for it."),
    ("rosa", None, "Two hours would just be double the hour, so 360."),
    ("rosa", None, "Two hours is twice the one hour price, so $360"),
    ("rosa", None, "Three hours is three times the hour, so 540"),
    ("rosa", None, "Two hours is double, so 360"),
    ("tom", None, "Two hours would just be double the hour, so 95."),
    ("rosa", None, "I'm doing it for $150 this week."),
    ("rosa", None, "This week it's $150. Today of all days!"),
    ("rosa", None, "An hour with me is up to $190 by now."),
    ("rosa", None, "The hour has 20% off if you come before noon."),
    ("rosa", None, "I'm doing half price hours in May."),
]


@pytest.mark.parametrize(("name", "inbound", "body"), RIGHT)
def test_what_follows_from_the_card_is_right(name: str, inbound: str | None, body: str) -> None:
    assert not is_flagged(name, inbound, body)


@pytest.mark.parametrize(("name", "inbound", "body"), WRONG)
def test_what_does_not_follow_is_wrong(name: str, inbound: str | None, body: str) -> None:
    assert is_flagged(name, inbound, body)


@pytest.mark.parametrize(
    ("body", "is_priced"),
    [
        ("The whole thing is two hours, so the 160 then.", True),
        ("Dinner for six would be your three hours for 220.", True),
        ("A rack of lamb wants two hours at 160 in the oven.", False),
        ("I'm at number 160, two hours from the coast.", False),
    ],
)
def test_an_amount_of_the_card_is_read_as_one(body: str, is_priced: bool) -> None:
    found = validate_draft(body, Spec.from_dict(CARDS["chef"]), now=MIDWEEK)
    assert ("price_in_writing" in {v.rule for v in found.violations}) is is_priced
