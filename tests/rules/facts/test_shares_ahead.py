"""Deposits that no word names: what is paid ahead by what it buys, by when, or by being sent."""

import pytest

from tests.rules.facts.test_lengths_spoken_of import NOOR
from tests.rules.facts.test_sums_in_all_forms import is_held

OF_THE_PRICE = [
    "Two hours is £130, with {}% down.",
    "it's {}% down and the rest on the day",
    "{}% to confirm, the remainder on the night",
    "The {}% takes the date off the calendar for you.",
    "I ask for {}% when we fix the date.",
    "Normally I take {}% first.",
    "Pop the {}% over and the place is yours.",
    "The {}% is in, thank you.",
    "I'd need {}% down to keep the evening for you.",
    "The {}% is what confirms it, nothing is fixed until then.",
    "The {}% goes to Revolut when you book.",
    "Both dates need their own {}%.",
    "For the hour at yours I ask something beforehand, that is the {}%.",
]

OF_SOMETHING_ELSE = [
    "Bookings are 40% down on last year, so come whenever.",
    "My battery is 40% down already.",
    "I take 40% longer on the first visit.",
    "The salon takes 40% of what I charge.",
    "Send me the 40% cotton one.",
    "40% to go on the download.",
    "Keep the room at 40% humidity.",
    "The 40% is the tip, that's up to you.",
    "The 40% goes to the agency.",
    "My phone says 40%, and the 40% is a lie.",
]


@pytest.mark.parametrize("said", OF_THE_PRICE)
def test_a_share_that_is_paid_ahead_is_the_deposit(said: str) -> None:
    assert is_held(said.format(40), NOOR)
    assert not is_held(said.format(25), NOOR)


@pytest.mark.parametrize("said", OF_SOMETHING_ELSE)
def test_a_share_of_something_else_is_none(said: str) -> None:
    assert not is_held(said, NOOR)


def test_a_part_that_buys_the_time_is_the_deposit() -> None:
    assert is_held(
        "An hour is £70, with £30 of that up front to hold the time and the other £40 before.", NOOR
    )
    assert not is_held("An hour is £70, with £17.50 of that up front to hold the time.", NOOR)
