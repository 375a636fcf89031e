"""A price is held in spite of a word beside it that, elsewhere, tells of no price."""

import pytest

from tests.rules.facts.test_sums_in_all_forms import ROSA, is_held

SAID = [
    # (the word excuses nothing, what it is there for)
    ("The hour is one bill even, cash.", "Even the bills come on time."),
    ("The hour for two bills even, cash.", "Two bills came even so."),
    ("They can have the hour for $150.", "They can have a table for $150 at the bar."),
    ("At $150 I'd be losing money but deal for the hour.", "At $150 I'd be losing money."),
    ("At $150 I'd be out the door in an hour.", "At $150 I'd be out of pocket."),
    ("At $150 we'd be working together.", "At $150 I'd be working for nothing."),
    ("$150 is for old clients, so that's you.", "$150 is an old price."),
    ("$150 is the old rate and I still honour it.", "$150 is the old rate."),
    ("150 is my old faithful price for an hour.", "$150 is outdated."),
    ("I'll take a cheeky 20 off you since you asked.", "I just need 20 off you today."),
    ("I can get about 20 off you for the hour.", "I'd take just 20 off you to hold it."),
    ("You have a full 20 off you lucky thing.", "I'd want 20 off you as a deposit."),
    ("I'd be happy to work for free tonight.", "At 150 I'd be working for free."),
    ("I'll work for free for the first hour.", "I don't work for free."),
    ("Your first Saturday session is free.", "My first Saturday's free."),
    ("Book two and the third evening is free.", "My third evening is free."),
    ("Your second appointment is free on us.", "My second appointment is free on Friday."),
    ("Third room's free if you book two.", "The third room's free."),
    ("Your third night's free.", "The third night's free."),
    ("The second car is free.", "The second chair is free."),
    ("It's better than somewhere else at $150 an hour.", "Somewhere else does it at $150 an hour."),
]


@pytest.mark.parametrize(("wrong", "right"), SAID)
def test_an_excuse_and_a_word_that_looks_like_one(wrong: str, right: str) -> None:
    assert is_held(wrong)
    assert not is_held(right)


@pytest.mark.parametrize(
    "answer",
    [
        "For an old friend like you!",
        "Count me in.",
        "I'm in.",
        "I'll take it.",
        "Who could refuse.",
        "Gone, it's a steal.",
        "Happens to be my rate.",
        "I accept.",
        "I'll be there.",
        "In your dreams, but ok because it's you.",
    ],
)
def test_a_sum_that_is_repeated_and_taken(answer: str) -> None:
    assert is_held(f"$150? {answer}", ROSA, "can you do 150 for the hour?")


@pytest.mark.parametrize("answer", ["I'm at 180.", "That's not my rate.", "Below my rate, sorry.", "I wish!"])
def test_a_sum_that_is_repeated_and_turned_down(answer: str) -> None:
    assert not is_held(f"$150? {answer}", ROSA, "can you do 150 for the hour?")


@pytest.mark.parametrize("body", ["My rates start from 60.", "Prices from 60."])
def test_a_price_from_a_small_sum(body: str) -> None:
    assert is_held(body, ROSA, "how much do you charge?")


@pytest.mark.parametrize("body", ["The massage slot's free.", "My massage slot is free.", "Saturday's free."])
def test_an_hour_that_is_free(body: str) -> None:
    assert not is_held(body)
