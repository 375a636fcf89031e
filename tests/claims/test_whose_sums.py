"""Sums of an exercise, of a thing and of another's shop, and the same sums when they are ours."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from align.compiled import CompiledSpec
from specs import Spec

NOW = datetime(2027, 3, 16, 9, 10, tzinfo=UTC)
TUTOR = compile_spec(
    Spec.from_dict(
        {
            "persona": "tutor",
            "currency": "GBP",
            "timezone": "Europe/London",
            "rates": [{"minutes": 60, "amount": 48}],
            "deposit": {"percent": 25},
            "modes": ["incall"],
            "services": ["GCSE maths", "touch-up of marks"],
        }
    )
)
ON_TOUR = compile_spec(
    Spec.from_dict(
        {
            "persona": "on_tour",
            "currency": "USD",
            "timezone": "America/New_York",
            "rates": [
                {"minutes": 60, "amount": 170},
                {"minutes": 90, "amount": 240},
                {"minutes": 120, "amount": 310},
                {"minutes": 60, "amount": 220, "mode": "outcall"},
                {"minutes": 90, "amount": 290, "mode": "outcall"},
                {"minutes": 120, "amount": 360, "mode": "outcall"},
                {"minutes": 240, "amount": 500, "mode": "outcall"},
            ],
            "deposit": {"amount": 40},
            "modes": ["incall", "outcall"],
            "services": ["deep tissue", "bridal hair"],
        }
    )
)


def contradicts(spec: CompiledSpec, body: str, inbound: str | None) -> bool:
    found = validate_draft(body, spec, now=NOW, context={"inbound": inbound} if inbound else None)
    return any(v.rule == "price_contradiction" for v in found.violations)


EXERCISES = [
    ("No, 15% off £240 is £204. He took 15 pounds off instead.", "is q14 a misprint??"),
    ("Each year you multiply by 1.03, so £2,000 becomes £2,060 after one year.", "stuck on hw q9"),
    ("Her £2,120 is what you get with simple interest, where the £60 is added twice.", "stuck on hw q9"),
    ("20% of £360 is £72, so the shop keeps £288.", "he wrote 288 for q6"),
    ("If the jacket was £120 and it's 30% off, you pay £84.", "she says the answer is 36"),
    ("Profit is revenue less cost: £1,450 minus £980, so £470 for the fete.", None),
    ("It's a ratio of 3 to 5, so Tom gets £30 and Ali £50.", None),
    ("18% of £2,500 is £450, so the bill in the sum is £2,950.", "she got 3,481 for the gst sum"),
    ("£350 split 2:5 gives £100 and £250.", "mark scheme says 140 and 210?"),
    ("Only £18,430 is taxed, and 20% of that is £3,686.", "is my answer to the tax one right?"),
]
NO_EXERCISES = [
    ("Q3 is right! 15% off £240 is £204 if you take five lessons.", "is q3 right?"),
    ("Q4 is right. For you it's £40 from now on.", "is q4 right? and can you do it for less?"),
    ("The profit question is fine. Multiply by two and that's £90 for both kids.", "profit question ok?"),
    ("Homework help is £20 extra.", "could you do his homework with him?"),
    ("His percentages are great. You get 10% off this month.", "how are his percentages?"),
    ("20% off for the holidays, so 90 minutes is £57.60.", "how did the percentages go?"),
    ("The percentage comes to 15. My fee goes up to £55 in April.", "is 15 right?"),
    ("10% less if you pay up front, so £43.20. His fractions are coming along.", "how are the fractions?"),
    ("Two children at £40 plus £40 makes £80. Bring the worksheet.", None),
    ("The sum is right. £90 for the two of them then.", "is the gst sum right? and how much for two?"),
    ("Ratios done! Five sessions at £40 make £200.", "how are the ratios?"),
    ("Equations are his thing! £40 if you pay by Friday.", "how is he doing with equations?"),
    ("The interest in maths is lovely. It's £40 an hour for siblings.", "his homework is done!"),
    ("Worksheets are £5 extra, so £85 plus £5 equals £90.", "are worksheets included?"),
    ("It's £80 with homework, £70 without, less if he skips.", "do you set homework?"),
    ("The homework's in his bag. Four times £80 is £320, transfer when you can.", "did he do it?"),
    ("The answer to question 2 is £75 plus £20 to drive over.", "question 2: the price?"),
]


@pytest.mark.parametrize(("body", "inbound"), EXERCISES)
def test_an_exercise_has_sums_of_its_own(body: str, inbound: str | None) -> None:
    assert not contradicts(TUTOR, body, inbound)


@pytest.mark.parametrize(("body", "inbound"), NO_EXERCISES)
def test_beside_an_exercise_our_prices_stay_ours(body: str, inbound: str | None) -> None:
    assert contradicts(TUTOR, body, inbound)


THEIRS = [
    ("There was no extra charge for coming through security with the table.", "how was the flight?"),
    ("A guest pass costs $20 each there.", "the gym"),
    ("That's another tenner on the bill, they do that everywhere downtown.", "they charged us for bread!"),
    ("It's worth about $600 on a good day.", "what would i get for the table?"),
    ("The belt will cost you around $500 at a workshop.", None),
    ("I'd expect $180 at a studio, they have rent to pay.", "the studio down the road charges 180"),
    ("I'm at the hotel till Saturday and the hour is $170.", "how much?"),
    ("Adoption is $250 there and that includes the shots.", "getting a dog from the shelter"),
    ("Oh no, $900 for a veil!", "I can't believe what veils cost, 900 dollars??"),
    ("A cousin of mine found hers on Main Street for $150.", None),
    ("Ouch, $280 for a ponytail! No wonder she cried.", "my cousin's salon charged her 280 for a ponytail"),
    ("They owe you the $280, shipping and all.", "bought a hairpiece online for 280 and it melted"),
    ("My landlord put the rent up by $300.", None),
    ("Your policy has a $90 excess.", None),
    ("Bands are $6 each at the sports shop.", "do I need bands?"),
    ("Half the price of a dish is the butter.", None),
    ("Yes, that's still me.", "is this still your number? the 0147"),
    ("The app's free, the hour is $170.", None),
    ("There's no extra charge for the table, the $170 is for everything.", None),
    ("I'll bring the table along, so no extra trip for you.", None),
    # a way to the client or to us, by what each is set against
    ("An hour with her is $170 at the hotel, or $220 if she comes to you.", None),
    ("It's $170 for the hour at the hotel.", None),
    ("If you can make the drive, an hour is $170 at the hotel.", "are you in Nanaimo too?"),
    ("An hour is $170 with me at the hotel. If I come to yours it's $220.", None),
    ("$220 at yours, $170 at the hotel for the hour.", None),
    ("Four hours on location is $500, so $100 each for the five of you.", "we're five"),
    ("It's $50 more at yours than here.", None),
    ("That's a short walk, two bucks by bus.", "how do I get there by bus, how much?"),
    ("I'll grab us a coffee for a fiver.", None),
]
OURS = [
    ("Thursday's $190 at a studio in Midtown, quiet and with parking.", "where would I come to?"),
    ("It's $150 at a clinic I rent in Buckhead.", "where are you and how much?"),
    ("$180 at a room in Midtown for the hour, I rent it by the day.", "where and how much?"),
    ("I bring the table to the hotel, $170 for the hour.", "rates for a visit?"),
    ("$170 for an hour at the Airbnb, I bring the table.", "rates?"),
    ("The app's free, the first session too.", "what does the app cost?"),
    ("Yes, that's still it.", "is this still your price? the 147"),
    ("The hour's worth $200 and that's what I charge.", None),
    ("I found you a slot for $150.", None),
    ("There are longer ones at $400, the two hours for instance.", "how long are they?"),
    ("$900 for a wedding, and that's for everybody.", "would you do our wedding for 900?"),
    ("Ouch, $280! I do a ponytail for $60.", "my cousin paid 280 for a ponytail"),
    ("My prices went up by $20.", None),
    ("I'll knock fifty dollars off the evening.", None),
    ("I can shave $20 off the party.", None),
    ("I'll come to you at no extra charge.", None),
    ("I'd swing by yours for no extra cost.", None),
    ("There's no extra charge for coming out to you.", None),
    ("Any extra person after that is just $100 each.", "we're five"),
    ("A seventh guest is forty-five dollars more.", "we are seven now"),
    ("A guest after the eighth is $20 each.", "we might be ten"),
    ("Saturdays are $50 extra.", "could you come on a Saturday?"),
    ("It's $50 more on Sundays.", "could you come on a Sunday?"),
    ("Hair oil's another fiver on the bill.", "do you do oil?"),
    ("That's a quick one, twenty bucks.", "just his nails, how much?"),
    ("A flower girl is $35, she only sits for a bit.", "how much for the flower girl"),
    ("I'll throw in his for a tenner.", "can my son get one too?"),
    ("An hour at the hotel is $200, or $220 if I come to you.", None),
    ("An hour is $220 at the hotel, or $170 if I drive over to you.", None),
    ("I'd come to you at the hotel for $170 an hour.", None),
    ("It's $170 for the hour at the hotel.", "I'm in a hotel downtown, what would it be?"),
    ("Your hotel is easy to get to. It's $170 for the hour at the hotel.", None),
]


@pytest.mark.parametrize(("body", "inbound"), THEIRS)
def test_is_no_price_of_ours(body: str, inbound: str | None) -> None:
    assert not contradicts(ON_TOUR, body, inbound)


@pytest.mark.parametrize(("body", "inbound"), OURS)
def test_is_a_price_of_ours(body: str, inbound: str | None) -> None:
    assert contradicts(ON_TOUR, body, inbound)
