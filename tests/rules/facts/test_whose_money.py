"""Money of others, of the past and of parts beside the same words about our own price."""

from datetime import datetime
from typing import Final

import pytest

from align import validate_draft
from specs import Spec
from tests.rules.price_cases import CARDS

NOW: Final = datetime.fromisoformat("2026-11-18T10:00:00+00:00")


def is_held(name: str, body: str, inbound: str | None = None) -> bool:
    found = validate_draft(
        body, Spec.from_dict(CARDS[name]), now=NOW, context={"inbound": inbound}
    ).violations
    return any(v.rule == "price_contradiction" for v in found)


PAIRS: Final = [
    # what is added to another's bill is another's
    ("rosa", "A yoga mat rents at about 20 a month, and a bolster is another 65.", "An hour's 180, and a scalp rub is another 65."),
    ("max", "The nutritionist charges $90, and the blood test is $40 on top.", "The 75 is $110, and it's $33 on top for two of you."),
    ("max", "A stamp is $1.90 and I won't charge you for that.", "The extra half hour is $30 and I won't charge you for that."),
    ("rosa", "If the delivery is a grand, measure the lift first.", "I could do the day for $1000."),
    # a journey that joins our price is ours
    ("max", "It's 70 here. I'd take the bus, it's a tenner for the day pass.", "It's 70 plus a tenner towards the bus."),
    # the past, and what a client has handed over
    ("rosa", "I kept it at $150 for years, then the rent doubled.", "I kept it at $150 for you."),
    ("rosa", "I massaged runners for $30 a day when I was a student.", "I could massage runners for $30 a day."),
    ("max", "You'd $60 on you, so bring the rest next time.", "You'd pay $60 for the 45 here."),
    # told as heard: another's paying, a quote from elsewhere
    ("rosa", "95 for the hour is what my cousin pays in Leeds.", "95 for the hour is what my clients pay here."),
    ("rosa", "Saw the quote you got from the other girl, $95 for the hour.", "Saw the quote you got from us, $95 for the hour."),
    ("rosa", "That estimate you shared, $95 for the hour, is on the low side.", "That estimate I shared, $95 for the hour, is what I'd charge."),
    # a deposit as a share of its price
    ("tom", "For the hour it's €10 out of €50, the rest on the day.", "For the hour it's €15 out of €50, the rest on the day."),
    # parts that make up a price
    ("rosa", "It's $250 for 90 minutes: $50 now, $100 on Friday and $100 on the day.", "It's $250 for 90 minutes: $50 now, $100 on Friday and $120 on the day."),
    ("max", "That leaves $45 for when you come, or $70 if I drive over.", "That leaves $45 for when you come, or $60 if I drive over."),
    # what the shops sell
    ("rosa", "A decent foam roller is $95.", "A deep tissue hour is $95."),
    # items, what goes on to others, what is far beyond any card, shares of a stated price
    ("rosa", "It's $62.50 for the big tub.", "It's $62.50 for the hour."),
    ("rosa", "You'd want a table at $210 and a bolster.", "You'd want an hour at $210."),
    ("rosa", "A set of stones runs $95.", "A set of ten minutes runs $95."),
    ("rosa", "It's $180, and about $27 of it goes to the state.", "It's $180, and $65 of it is the deposit."),
    ("rosa", "I carry $2 million of cover, which costs me about $70 a month.", "Coming to you costs $70."),
    ("max", "The 75 is $110, so $55 each for the two of you.", "The 75 is $110, so $60 each for the two of you."),
    # judged, kept, measured, added by others, in a place
    ("rosa", "120 for a full hour is cheap, I wonder how.", "120 for a full hour is fine by me."),
    ("rosa", "I spend about $240 a month on linen.", "I charge about $240 a month for linen."),
    ("rosa", "A 60x90 canvas is $210.", "A 60 minute canvas is $210."),
    ("rosa", "The hotel takes 75 extra for robes.", "I take 75 extra for robes."),
    ("rosa", "In Austin parking's $22 the hour.", "In Austin it's $122 the hour."),
    # trades, wages, what a price became, breaks, lengths for a price, separate hours, sums of others
    ("rosa", "Resort therapists go for $150 an hour.", "Evenings go for $150 an hour."),
    ("rosa", "Franchises ask $300 upfront and lock you in.", "I ask $300 upfront for the hour."),
    ("rosa", "I earned $24 an hour at the spa.", "I get $124 an hour."),
    ("rosa", "The old $160 became $180 in May.", "The hour became $160 in May."),
    ("rosa", "Ice it 20 on, 20 off.", "It's 20 off."),
    ("rosa", "You get a real 60 for 180.", "You get 60 minutes for $170."),
    ("rosa", "Four hours a month come to $720.", "Four hours on Sunday come to $720."),
    ("rosa", "Every other week for an hour, that's $360 a month.", "Every other week for an hour, that's $340 a month."),
    ("max", "The gym does it for $85 and the towel's $9, so figure $94.", "The 45 is $70, so figure $94."),
    ("rosa", "I'll take the tram, it's $2.50.", "I'd take a deposit, it's $25."),
    # things sent, items, sums of two entries, what a client's money is enough for
    ("rosa", "I'll send you the stretches for nothing.", "I'll do the second hour for nothing."),
    ("rosa", "A roller at $95 is all you need.", "An hour at $95 is all you need."),
    ("rosa", "A ninety-minute session and then an hour come to $430.", "A ninety-minute session and then an hour come to $400."),
    ("rosa", "$300 would more than cover it, 90 minutes are $250.", "$300 would cover it, 90 minutes that is."),
    ("rosa", "For the price of two pizzas you'd sleep.", "Two for the price of one this week."),
    ("rosa", "It's $50 now, $60 on Friday and $70 on the day.", "It's $50 now, $60 on Friday and $90 on the day."),
    ("rosa", "Nadia next to us does those, around $140 a session.", "I do those, around $140 a session."),
    ("rosa", "$3,000 for 24 hours is under $130 an hour.", "$3,000 for 24 hours is my price."),
    ("rosa", "It's $120 at Target.", "It's $120 at mine."),
]  # fmt: skip


@pytest.mark.parametrize(("name", "right", "wrong"), PAIRS)
def test_whose_money(name: str, right: str, wrong: str) -> None:
    assert not is_held(name, right)
    assert is_held(name, wrong)


def test_a_difference_that_was_asked_for() -> None:
    assert not is_held("max", "Twenty-five, that's all.", "what's the difference if you come to me?")
    assert is_held("max", "It's $33, that's all.", "what's the difference if you come to me?")


@pytest.mark.parametrize(
    ("inbound", "right", "wrong"),
    [
        ("how much was the oil you used?", "It was about $85, from a farm.", "An hour's about $95."),
        ("the city fined us $140 for parking there", "$140 sounds like the usual one.", "It's $140 for the hour, like the usual one."),
            ("where's best to park?", "The deck on 4th, $6 for two hours.", "It's $150 for two hours."),
        ("what did you make at the resort?", "Around $95 on a good day.", "An hour is $95."),
        ("what temp for the rice bag in the oven?", "Start at 150 and watch it.", "It starts at $150 and that's it."),
        ("what do people tip?", "Most do 20%, so that's 36 or 40 bucks.", "The hour's 136 or 140 bucks."),
        ("my gran is 140 in dog years", "140, bless her.", "140 holds it."),
        ("what if we cancel?", "Up to a day before, no charge.", "Up to a day before, no charge for the first session."),
        ("which roller should I get?", "The grooved one, it's close to $140.", "The hour, it's close to $140."),
        ("there's a retreat, it's $680 for 4 hours", "$680 for 4 hours is about average.", "I'd match the $680 for 4 hours."),
        ("my squat is 140 and my bench 85, how much do you charge?", "140 and 85, nice!", "It's 140 for the hour, nice!"),
        ("we're 250 guests now", "250! Bring fans.", "250 for the hour! Bring fans."),
        ("how many people have you had this year?", "About 140, and nobody fell asleep standing.", "It's 140 for the hour, and nobody falls asleep."),
        ("a spa in town offered me 140 for the hour", "140 for the hour is what they all ask.", "Then I'll match it, 140 for the hour."),
        ("do we need to pay the hotel for the room?", "Yes, something like 140 is normal.", "Yes, an hour is 140."),
    ("the salon by the lake does it for $140", "$140 is low, but they're quick.", "$140 it is, then."),
    ],
)  # fmt: skip
def test_what_the_client_speaks_of(inbound: str, right: str, wrong: str) -> None:
    assert not is_held("rosa", right, inbound)
    assert is_held("rosa", wrong, inbound)
