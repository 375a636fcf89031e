"""A price and the one length that a draft speaks of, however far apart they stand."""

import pytest

from specs import Spec
from tests.rules.facts.test_sums_in_all_forms import is_held

NOOR = Spec.from_dict(
    {
        "persona": "noor",
        "timezone": "Europe/London",
        "currency": "GBP",
        "rates": [
            {"minutes": 60, "amount": 70},
            {"minutes": 90, "amount": 95},
            {"minutes": 120, "amount": 130},
            {"minutes": 60, "amount": 90, "mode": "outcall"},
            {"minutes": 90, "amount": 115, "mode": "outcall"},
        ],
        "deposit": {"percent": 25},
        "modes": ["incall", "outcall"],
        "services": ["deep tissue", "haircut", "colour"],
    }
)

OF_ANOTHER_LENGTH = [
    # (the price of another length, the right one in the same words)
    ("Ninety minutes at the studio, which is £70.", "Ninety minutes at the studio, which is £95."),
    ("Two hours with the oils, so 95 in total.", "Two hours with the oils, so 130 in total."),
    (
        "A first visit takes ninety minutes and comes to £70.",
        "A first visit takes ninety minutes and comes to £95.",
    ),
    (
        "You said £50 for the hour, but that isn't what I charge. It's £95.",
        "You said £50 for the hour, but that isn't what I charge. It's £70.",
    ),
    ("Deep tissue is 70, that's the two hours with me.", "Deep tissue is 130, that's the two hours with me."),
    ("An hour here is 70, or 115 if I come to you.", "An hour here is 70, or 90 if I come to you."),
    ("The hour's 70 at mine. If I come to you it's 115.", "The hour's 70 at mine. If I come to you it's 90."),
    (
        "An hour is 70 and ninety minutes is 95. If I come to you it's 115 and 90.",
        "An hour is 70 and ninety minutes is 95. If I come to you it's 90 and 115.",
    ),
    (
        "70 for the hour or 95 for ninety minutes, at yours that's 115 or 90.",
        "70 for the hour or 95 for ninety minutes, at yours that's 90 or 115.",
    ),
]

OF_NO_APPOINTMENT = [
    # (what the length is of)
    "I'll be there in 90 minutes. It's 70.",  # how long it takes to get there
    "The drive's 90 minutes, so it's 90.",  # the journey
    "I'm 90 minutes away today, so 90 if I come out.",
    "You were 90 minutes late, so it's still 70.",
    "Don't eat for an hour before. The price is 95.",
    "I need an hour to set up beforehand, so 95.",
    "I get an hour between clients. Yours would be 95.",
    "See you in an hour! 95 cash is fine.",
    # another length is meant
    "An hour is too short for that, so it's 95.",
    "If an hour isn't enough it's 95.",
    "An hour each for the two of you, so 140.",
    "The hour won't do for you. The longer one is 95.",
    "An hour here is 70, or 115 if I come to you for the ninety.",
    # another service is meant
    "A haircut takes an hour, a full colour is 95.",
    "The haircut's an hour and the colour's 95.",
]


@pytest.mark.parametrize(("wrong", "right"), OF_ANOTHER_LENGTH)
def test_is_of_the_length_that_is_spoken_of(wrong: str, right: str) -> None:
    assert is_held(wrong, NOOR)
    assert not is_held(right, NOOR)


@pytest.mark.parametrize("clean", OF_NO_APPOINTMENT)
def test_is_not_of_a_length_of_something_else(clean: str) -> None:
    assert not is_held(clean, NOOR)
