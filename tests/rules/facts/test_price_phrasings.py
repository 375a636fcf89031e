"""Ways to name, join and reckon prices: for each, a draft to hold and one to leave alone."""

from datetime import datetime
from typing import Final

import pytest

from align import validate_draft
from specs import Spec
from tests.rules.price_cases import CARDS

NOW: Final = datetime.fromisoformat("2026-11-18T10:00:00+00:00")
ROSA, TOM, PHO, MAX = (Spec.from_dict(CARDS[name]) for name in ("rosa", "tom", "pho", "max"))


@pytest.mark.parametrize(
    ("spec", "right", "wrong"),
    [
        # the dash for no cents is a currency mark
        (TOM, "It comes to 50,- for the hour.", "It comes to 55,- for the hour."),
        (ROSA, "180.- for the hour, 250.- for ninety", "180.- for the hour, 255.- for ninety"),
        (ROSA, "Meet me at 6:-) with a smile", "That's 165:-"),
        # slang that is an amount by itself
        (ROSA, "a buck eighty gets you the hour", "a buck sixty gets you the hour"),
        (PHO, "He owns two grand pianos and it's a grand day for pictures.", "The two hours come to half a grand."),
        (PHO, "Well done on the 10k!", "That'd be 1k."),
        # a slash joins an amount and a length in either order
        (ROSA, "$180/60, $250/90", "$180/60, $260/90"),
        (ROSA, "180/60, 250/90", "170/60, 250/90"),
        (ROSA, "The answer is 24/7, and 50/50 on the rain.", "60/185, 90/250"),
        (ROSA, "$180 / 60 min", "$175 / 60 min"),
        # columns drawn with signs
        (ROSA, "one hour (180) · ninety (250)", "one hour (185)"),
        (ROSA, "1 hr 👉 180\n90 min 👉 250", "1 hr 👉 180\n90 min 👉 245"),
        (ROSA, "| 60 | $180 |\n| 90 | $250 |", "| 60 | $180 |\n| 90 | $270 |"),
        (ROSA, "mine: 180\nyours: 230", "mine: 180\nyours: 240"),
        # a number that completes a verb of prices, or is welcomed
        (ROSA, "Sessions run 180 to 250.", "Sessions run 160 to 250."),
        (ROSA, "Sessions from 5, last one at 8.", "Massages from 150."),
        (ROSA, "3 works for me", "a hundred and seventy works for me"),
        (ROSA, "It's 180, mate.", "It's 170 mate, for the hour"),
        # what gets, buys or covers a length is its price
        (ROSA, "$180 gets you the hour, $250 buys ninety minutes", "$180 gets you the hour, $240 buys ninety minutes"),
        (ROSA, "I keep it at 180 for the hour", "I keep it at 160 for the hour"),
        # a length named before "that's" is what the amount is for
        (ROSA, "Ninety minutes I only do here, so that's 250.", "Ninety minutes I only do here, so that's 180."),
        (ROSA, "An hour is 180; for ninety it's $250.", "An hour is 180; for ninety it's $240."),
        (ROSA, "You'd want the 250 one. An hour is shorter.", "You'd want the 240 one."),
        (ROSA, "He'd want the full $180 hour.", "He'd want the full $160 hour."),
        (ROSA, "Cards are up: 180 (60 min) and 250 (90 min).", "Cards are up: 180 (60 min) and 260 (90 min)."),
        # what comes on top
        (ROSA, "Parking is an extra 20.", "It's an extra 20 for the second dog."),
        (ROSA, "I need an extra 20 minutes to set up.", "There's a $25 weekend surcharge."),
        (ROSA, "Coming to you adds 50.", "Coming to you adds 60."),
        (ROSA, "At yours it's 230, that's 50 more than at my studio.", "Home visits are 70 more than the studio."),
        (ROSA, "Hair oil is another $14 at the shop.", "Cupping is another 35."),
        # parts of a price
        (ROSA, "50 now and 130 on the day", "60 now and 130 on the day"),
        (ROSA, "A 50 deposit holds it, so 200 when we meet for the ninety.", "A 50 deposit holds it, so 140 on the day."),
        (ROSA, "What's left is 130 for the hour or 200 for ninety.", "What's left is 140 for the hour."),
        (ROSA, "You owe me 130 for the hour.", "You owe me 120 for the hour."),
        (ROSA, "It's 180, with 50 of that paid when you book.", "It's 180, with 40 of that paid when you book."),
        (TOM, "Come at 5. 20% up front holds it, so €10.", "20% up front holds it, so €15."),
        # sums and differences of right prices
        (ROSA, "180 for you and 180 for her, 360 in all.", "180 for you and 180 for her, 340 in all."),
        (ROSA, "$180 here, $230 at yours, so the $50 is the drive.", "$180 here, $230 at yours, so $45 for the drive."),
        (TOM, "€50 an hour, and it will take me three, so €150", "€50 an hour, and it will take me three, so €140"),
        (ROSA, "180 each for the hour", "Bring a friend and you each pay $150."),
        # packages
        (PHO, "The two-hour package is 350.", "The family package is $900."),
        # other people's money
        (ROSA, "The room across the road does a lovely $3 flat white.", "$160 flat for the hour."),
        (ROSA, "I pay 2,100 a month for this room, so 180 it is.", "You pay 160 for the hour."),
        (ROSA, "The exam itself is $95 through the academy.", "The massage itself is $160."),
        (ROSA, "Insurers give up to $500 a year back.", "I can do up to $300 for two."),
        (ROSA, "Good oil runs about $40 at the market.", "It'd be about $200."),
        (ROSA, "Some neighbours pay $210 a month for a gym.", "My regulars pay $160 for the hour."),
        (ROSA, "That's $20 less than the spa.", "That's $20 less than usual."),
        # free things
        (ROSA, "I'd not change it for nothing extra.", "Buy two, get the third free."),
        (ROSA, "I've a free half hour at 4.", "I'll throw in a free half hour."),
        # modes of two amounts
        (MAX, "$70 for 45 here, $95/45 min at yours", "$70 for 45 here, $90 for 45 at yours"),
        (ROSA, "180/hr here, 230/hr at yours", "180/hr here, 220/hr at yours"),
    ],
)  # fmt: skip
def test_a_right_and_a_wrong_price(spec: Spec, right: str, wrong: str) -> None:
    def prices(body: str) -> list[str]:
        violations = validate_draft(body, spec, now=NOW).violations
        return [v.text for v in violations if v.rule == "price_contradiction"]

    assert prices(right) == []
    assert prices(wrong) != []
