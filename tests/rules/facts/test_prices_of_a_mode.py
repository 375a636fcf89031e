"""A price at the client's and one at the professional's, told apart in one draft."""

import pytest

from specs import Spec
from tests.rules.facts.test_sums_in_all_forms import ROSA, is_held

CHAIR = Spec.from_dict(
    {
        "persona": "chair",
        "timezone": "Europe/London",
        "currency": "GBP",
        "rates": [
            {"minutes": 60, "amount": 60, "mode": "incall"},
            {"minutes": 90, "amount": 85, "mode": "incall"},
            {"minutes": 60, "amount": 75, "mode": "outcall"},
        ],
        "deposit": {"amount": 20},
        "modes": ["incall", "outcall"],
    }
)

TOLD = [
    # (a price of the other mode, the right one in words like it)
    ("It's £60 at your own house.", "It's £75 at your own house."),
    ("£60 at your lovely big house", "£75 at your lovely big house"),
    (
        "I'll come to your house. The £60 is only for the hour.",
        "It's £75 at yours. The £60 is only for the chair.",
    ),
    ("It's £60 at yours, £75 in the chair.", "It's £75 at yours, £60 in the chair."),
    ("It's not £75 at your own house, it's £60.", "It's not £60 at your own house, it's £75."),
    ("It's not £60 at mine, it's £75.", "It's not £75 at mine, it's £60."),
    ("If you come to me it's £75, otherwise £60.", "If you come to me it's £60, otherwise £75."),
    (
        "The hour at the studio is £60 and outside is £65.",
        "The hour at the studio is £60 and outside is £75.",
    ),
    ("If I come to you it's £60, otherwise £75.", "If I come to you it's £75, otherwise £60."),
]


@pytest.mark.parametrize(("wrong", "right"), TOLD)
def test_a_price_of_the_other_mode(wrong: str, right: str) -> None:
    assert is_held(wrong, CHAIR)
    assert not is_held(right, CHAIR)


def test_a_correction_that_keeps_to_the_chair_what_is_only_for_it() -> None:
    draft = "It's not £60 at your own house, it's £75. The £60 is only for the chair in Lisburn next week."
    assert not is_held(draft, CHAIR)


SAID = [
    # (what we ask, spare or give, words like it that do not)
    (
        "The girl at my studio told you $150? Then it's $150.",
        "The lady at the front desk told you $150? Wild.",
    ),
    ("I told you $60? Then $60 it is.", "A lady in the square told you $60? No idea who she is."),
    ("I'd do it for $60.", "There's students at the massage school who'd do it for $60."),
    ('"150 for the hour" is what I charge.', '"150 for the hour" is what the old sign said, it\'s 180.'),
    ("I don't need the deposit, see you today.", "I don't need the deposit today."),
    ("No need for the deposit, just be there.", "No need for the deposit right this minute."),
    ("I don't need a deposit.", "You don't need to send the deposit tonight, tomorrow is fine."),
    ("I can hold it without the deposit.", "I can hold it for an hour without the deposit."),
    (
        "I can hold a two hour session without a deposit.",
        "I can keep that slot a couple of hours without the deposit.",
    ),
    ("Kids go free!", "Kids go free on the tram."),
    ("Kids go free if you book two.", "Kids go free with an adult at the museum."),
    ("Under 12s go free.", "Do under 12s go free?"),
    ("Plus $25 gas.", "Plus $25 in parking, the garage sets that."),
    ("30 now and 150 on the day.", "50 now and 130 on the day."),
    ("40 now and 140 later.", "Do 20 now and 10 later."),
    ("I ask 150.", "I ask 180."),
    ("For an hour I take 150.", "For an hour outdoors I take 150 or so photos."),
    ("$150 was meant for another day but you can have it.", "Sorry, that $150 was meant for another client."),
    ("You'd pay $150 at mine.", "You'd pay $300 for this at a hotel."),
    ("You'd pay $150 in cash.", "You'd pay $300 in most spas."),
    (
        "People told me to charge 150 and so I do.",
        "People keep telling me to charge 250 an hour, but it's 180.",
    ),
    ("It's $150 at my old shop.", "It was $150 at my old shop."),
    ("It's like 150 an hour.", "It's like 180 an hour."),
]


@pytest.mark.parametrize(("wrong", "right"), SAID)
def test_a_sum_of_ours_and_one_like_it(wrong: str, right: str) -> None:
    assert is_held(wrong)
    assert not is_held(right)


def test_a_rough_sum_in_answer() -> None:
    assert is_held("it's like 150", ROSA, "how much?")
    assert not is_held("it's like 180", ROSA, "how much?")
    assert not is_held("It's like 180 here today, bring water")
