"""`price_contradiction`: a wrong sum is read where a right one would be, though no card confirms that it is a price.

Each was found by changing the card under a draft that had stated it rightly.
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
            "currency": "USD",
            "timezone": "UTC",
            "rates": [
                {"minutes": 60, "amount": 95},
                {"minutes": 90, "amount": 140},
                {"minutes": 120, "amount": 170},
                {"minutes": 60, "amount": 130, "mode": "outcall"},
                {"minutes": 120, "amount": 205, "mode": "outcall"},
            ],
            "deposit": {"amount": 40},
            "modes": ["incall", "outcall"],
            "services": ["family portraits", "henna"],
        }
    )
)
WRONG = [
    ("I'll throw in a fourth hour free!", None),
    ("I'll add half an hour free", None),
    ("I'll throw in a free hour", None),
    ("It's on!", "75 for the hour so?"),
    ("Let's call it one-twenty for the hour this time", None),
    ("It's 115 if you come to my condo in LoDo rather than me driving out to you.", None),
    ("It's 115 in the studio.", None),
    ("It's 157 at yours.", None),
    ("My maternity portraits are 90 minutes in the studio at 157, with two outfit changes.", None),
    ("Somewhere between 105 and 185 at your place, depends how long it takes me.", None),
    ("anything from 68 to 195 depending how long and if i come to you", None),
    ("that's an hour so 115. deposit 40", None),
    ("deposit in, so 117 left for the 2 hrs at mine", None),
    ("no bridal henna in december, sorry. plain hour is 105", None),
    ("240 at the studio, 3 hundo if i come to you, for the hour either way", None),
    ("family portraits, 2 hrs in studio, 190", None),
    ("That works, come at 5 and we'll get a full 90 in. 195, cash is fine.", None),
    ("For a 90 I'd say go early. It's 195 here, and you pay when you walk in.", None),
    ("The two hour is the same 255 wherever.", None),
    ("Half of the 320 now, so $160, and the other 160 any time before we start.", None),
    ("an hour's 115 same as here, and you send it before i head out", None),
    ("Two hours is 195 there, that's 80 more than in the studio.", None),
    ("I'd set aside two hours for that, and that's 195 with me coming to you in Roundhay.", None),
    ("90 minutes is the least I do, at 165, and most people go for the hour.", None),
    ("If I charged you 50 I'd be out of pocket, so it stays at 70 for the hour.", "could you not do 50?"),
    ("My own rate is $150 for the hour at the studio and I don't discount it.", None),
    ("its not 250 its 220, think you saw an old post", "its 250 for the hour right?"),
    ("an hour at your own house is $165 rather than the $75 it would be in the salon", None),
    ("So for your two hours it's $205 all up instead of $155 in the studio.", None),
    ("An hour at mine is $95 rather than $155 at yours, so come to me.", None),
    ("The fee does not change, USD 120, by Venmo or in cash.", "same price for the hour?"),
    ("One hour is $95 at my studio or $150 at yours, two hours is $170 or $205.", None),
    ("The two hours you asked about would be $190, with $40 now.", None),
    ("I'd go for the hour. That's $115 at the room in Clifton or $130 at your home.", None),
    ("if that's a lot rn do the 90 min for 119", None),
    (
        "I charge by the clock, so a felted coat can tip from ninety minutes ($134) into two hours ($177).",
        None,
    ),
    ("Two hours are 170$ and three are 250$.", None),
    ("It's only in the two hour session, that's $190.", None),
    ("the hour stays $115, and I'd rather say so now", None),
    ("An hour is $100, two hours is $170, with a $40 deposit.", None),
    ("Somewhere between 105 and 185 at your place.", None),
    ("between 105 and 185 at your place, depends how long it takes me.", None),
    ("Anywhere from 105 to 185 at your place.", None),
    ("about 105 at your place", None),
    ("105 at your place", None),
]
RIGHT_OR_NONE = [
    ("Give yourself an hour free", None),
    ("I've an hour free at 4", None),
    ("Give it a free hour to dry", None),
    ("I never quote in a text. It's on the form you'll get", "Is it still 75 an hour?"),
    ("Let's call it 4 then", None),
    ("It's 12 in the studio right now, the heating's broken.", None),
    ("It's 30 degrees in the studio today.", None),
    ("Come at 5, it's 233 Kent Road.", None),
    ("We start at 115 sharp.", None),
    ("It takes about an hour so 2 is better.", None),
    ("That's an hour so 3pm at the latest.", None),
    ("I charge $95 for an hour rather than the $150 you saw elsewhere.", None),
    ("it's not 150, it's 95 for the hour", "is it 150?"),
    ("It's $95 rather than $150, you must have seen someone else's page.", "150 for the hour?"),
    ("Rather than the $115 you mentioned, it's $95 for the hour.", None),
    ("I'd love a room between 105 and 185 square feet.", None),
    ("Anything from 68 to 195 photos depending how long we go.", None),
    ("The drive's an hour so 120 kilometres there and back.", None),
    ("Parking at the station is 15 there, free at mine.", None),
    ("Two hours is 120 minutes, plenty of time.", None),
    ("You've sent the 40, so 55 left for the hour.", None),
    ("The hour is $95, with $40 now and the other $55 before we start.", None),
    ("Ninety minutes is $140: $40 to hold it and $100 on the day.", None),
    ("It's $205 for two hours at yours, so $35 more than at mine.", None),
    ("Other people charge $150 an hour at the rooms in Clifton.", None),
    ("My friend at the salon quotes $115 at the room in Clifton.", None),
    ("I lose the afternoon to trams, so $20 for two hours of parking is what I pay.", None),
    ("The lady you asked about charges $150.", None),
    ("You asked about parking, it was $12 last time.", None),
    ("Pages 85 to 115 before Thursday please.", None),
]


def contradicts(body: str, inbound: str | None) -> bool:
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound})
    return "price_contradiction" in {v.rule for v in found.violations}


@pytest.mark.parametrize(("body", "inbound"), WRONG)
def test_a_sum_that_the_card_does_not_give_is_held(body: str, inbound: str | None) -> None:
    assert contradicts(body, inbound)


@pytest.mark.parametrize(("body", "inbound"), RIGHT_OR_NONE)
def test_right_sums_and_other_numbers_are_left_alone(body: str, inbound: str | None) -> None:
    assert not contradicts(body, inbound)
