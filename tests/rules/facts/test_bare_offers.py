"""Sums that stand alone in a bargain: no unit, no length and no price word beside them."""

from datetime import datetime
from typing import Any, Final

import pytest

from align import validate_draft
from specs import Spec
from tests.rules.price_cases import CARDS

NOW: Final = datetime.fromisoformat("2026-11-18T10:00:00+00:00")
MUSA: Final[dict[str, Any]] = {
    "persona": "musa",
    "timezone": "Africa/Kampala",
    "currency": "UGX",
    "rates": [{"minutes": 60, "amount": 50000}, {"minutes": 90, "amount": 70000}],
    "deposit": {"amount": 20000},
    "min_minutes": 60,
    "policy": {"price_in_writing": "never"},
}
KOFI: Final[dict[str, Any]] = {
    "persona": "kofi",
    "timezone": "Africa/Accra",
    "currency": "GHS",
    "rates": [{"minutes": 120, "amount": 2200}, {"minutes": 240, "amount": 4200}],
    "min_minutes": 120,
    "policy": {"price_in_writing": "allow"},
}
SPECS: Final = {
    "rosa": Spec.from_dict(CARDS["rosa"]),
    "tom": Spec.from_dict(CARDS["tom"]),
    "musa": Spec.from_dict(MUSA),
    "kofi": Spec.from_dict(KOFI),
}


def found(card: str, body: str, inbound: str | None = None) -> set[str]:
    result = validate_draft(body, SPECS[card], now=NOW, context={"inbound": inbound})
    return {v.rule for v in result.violations} & {"price_contradiction", "price_in_writing"}


WRONG: Final = """
Ok you win, 150
You win. 150.
Twist my arm, 150
Ah go on then, 150
Deal, 150
For you? 150
For you, 150
Because it's you, 150
For an old friend, 150
Friends and family: 150
Student? Then it's 150
Nurse? 150 then
First timers 150
First visit? Then 150
Cash? 150
If cash, 150
In cash it's 150
Bring cash and it's 150
Book today and it's 150
Come tonight, 150
Bring a friend and it's 150
Since it's raining, 150
Seeing as it's quiet, 150
If it's midweek, 150
Midweek 150
Tonight only, 150
January offer: 150
To say thanks it's 150
Fine, 150
Ok boss, 150
150 then
150 so, see you then
150 if you come before noon
150 because it's you
150 will do
150 is plenty
150 would be fair
150 tops
150 max
150, take it or leave it
150 and bring biscuits
150 in cash
Say 150?
Would 150 work?
How about 150?
150, deal?
What if we said 150?
I'd settle for 150
Let's settle at 150
I'm happy with 150
I'd let it go for 150
I'd do it at 150
I'll do you 150
Meet me at 150
Not less than 150
Best I can do: 150
I'd never charge a student more than 150
For 150 I'd do the hour
For 150 you get the hour
For 150 it's yours
That'd be 150
It'll be 150 today
Second person is 100
Both of you for 300
Three for 450
Pack of five, 800
Five sessions, 700
Regulars get it at 150
I know they said 180, but 150 is fine for the hour
Not 140, but 150
I give up, 150
You got me. 150
Ugh fine, 150
Let me do 150
You're getting it for 150
Loyal clients get 150
For the two of you, 320
The pair for 320
My Monday special is 150
All I'd ask is 150
I only need 150
I was thinking 150
150 is all I'd want
150, but just this once
150's my limit
Only because I like you, 150
Go on then, one fifty
""".strip().splitlines()
RIGHT: Final = """
Ok you win, 180
Student? It's still 180
Cash? Still 180
Since it's raining, 230
Bring cash and it's 180
Your husband can have the hour for 180
For 180 I'd do the hour
For 150 I couldn't do the hour
For 150 I'd lose money
150? No way
150 won't do, sorry
150 isn't enough
I'd never do it for 150
You win some, 180 it stays
Ok, room 150
Room? 150
Bus? 150
Take the bus, it's the 150
It's number 150
It's 150, next to the bakery
Second floor, 150
The door's 150
My knee bends to 130
We had 150 last night
150 people came
There were 150 of us
Your mum's 70, wow
That's 100!
Thanks for the review, that's 150 now! Means a lot
Deal, see you on the 150 bus
You win, 165 to 150!
For you I'd walk 100 miles
Ok so that's 150 Maple Street
How about we try 120 on the leg press next time?
I'd settle for 120 on the bench at your stage
Mate, 40! Congrats
It's 90 today, bring water
Today, 150 squats
So 150, 151 and 152 next
""".strip().splitlines()
HOURS: Final = """
Fine, 330
How about 330?
Would 230 work?
430, ok?
430 then
430 if you can make it
430 will do
430 works
I can do 430
Today 430
Tonight, 830
If you're running late, 430
Since it's raining, 430
Agreed, 330
Both of you at 330
Two for 730
First visit is 930
""".strip().splitlines()


@pytest.mark.parametrize("body", WRONG)
def test_holds_a_sum_that_the_card_does_not_give(body: str) -> None:
    assert found("rosa", body) == {"price_contradiction"}


@pytest.mark.parametrize("body", RIGHT)
def test_leaves_alone_what_is_right_refused_or_no_sum(body: str) -> None:
    assert found("rosa", body) == set()


@pytest.mark.parametrize("body", HOURS)
def test_leaves_alone_what_can_be_an_hour(body: str) -> None:
    assert found("rosa", body) == set()


@pytest.mark.parametrize(
    ("inbound", "body"),
    [
        ("room 150, front desk knows", "Ok, 150"),
        ("what's the room number?", "It's 150"),
        ("we'll be 150 now", "Fine, 150"),
        ("how many massages have you done?", "Around 150"),
        ("would 150 guests be too many?", "150 is plenty"),
        ("what heart rate should I aim for?", "Not less than 160"),
        ("how many favours should I order?", "I'd go with 160"),
        ("what weight can the table take?", "165 max"),
        ("how do I find you?", "Just look for 160"),
        ("is the old table still for sale?", "I'd let the table go for 160"),
        ("would 160 do?", "If I did 160 for you I'd have to for all"),
        ("would 160 do?", "Even for you, 160 is too low"),
    ],
)
def test_what_the_client_asks_for_makes_it_another_number(inbound: str, body: str) -> None:
    assert found("rosa", body, inbound) == set()


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("Ok so, 35", True),
        ("For the young lad we'll say 35", True),
        ("Go on then, thirty five", True),
        ("Since he's only starting, 35", True),
        ("You're a pensioner? 35 so", True),
        ("Block of ten, 350", True),
        ("35 in an envelope is grand", True),
        # exercises, bars and tempos, which a teacher speaks of as well
        ("If it's too fast, 52", False),
        ("When it's clean, 52", False),
        ("This week: 35, 36 and the scales", False),
        ("Then 35", False),
        ("Next lesson: 35", False),
        ("For your homework, 35 and 36", False),
        ("Take it at 52", False),
        ("I never take more than 35 in the choir", False),
        ("For 35 I'd buy new ones", False),
        ("For 35 I'd get a better one online", False),
        ("Ok, 50", False),
    ],
)
def test_numbers_below_a_hundred_count_more_often(body: str, wrong: bool) -> None:
    assert found("tom", body) == ({"price_contradiction"} if wrong else set())


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("For you 40k", True),
        ("Say 40k?", True),
        ("Just 30 minutes, I do it for you at 30k", True),
        ("I do it at 40k", True),
        ("We settle at 40k", True),
        ("40k no problem", True),
        ("40k my dear", True),
        ("My friend, 40k", True),
        ("With 40k I can do", True),
        ("For 40k I come", True),
        ("Let me do for you 40k", True),
        ("50k my dear", False),
    ],
)
def test_thousands_are_sums_wherever_they_are_dealt_in(body: str, wrong: bool) -> None:
    assert found("musa", body) == {"price_in_writing"} | ({"price_contradiction"} if wrong else set())


@pytest.mark.parametrize(
    "body",
    [
        "40k people came",
        "We reached 40k",
        "I ran 10k",
        "The car has 40k on the clock",
        "40k is not enough",
        "Not 40k boss",
        "The permit office charges 40k",
    ],
)
def test_other_thousands_are_none(body: str) -> None:
    assert found("musa", body) == set()


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("For four hours we're looking at four-two", False),
        ("For four hours we're looking at three-eight", True),
        ("Four hours, three-five", True),
        ("It finished four-two", False),
        ("Two-three hours is enough", False),
        ("Meet at four, two cars", False),
        ("Three-four shots per pose", False),
    ],
)
def test_spoken_thousands_may_have_a_hyphen(body: str, wrong: bool) -> None:
    assert found("kofi", body) == ({"price_contradiction"} if wrong else set())


@pytest.mark.parametrize(
    ("inbound", "body", "wrong"),
    [
        (None, "Your husband can have the hour for 150", True),
        (None, "Your mum can have the hour for $150", True),
        (None, "Your friend can come for 150", True),
        (None, "Your mate gets it for 150", True),
        (None, "Your wife pays 150", True),
        (None, "Your wife pays 180", False),
        (None, "Your wife pays 150 at her gym", False),
        (None, "Your mum would pay 150 for a chair like that", False),
        (None, "Your mum can pay 150 for the hour", True),
        (None, "Your husband paid 150 for the taxi", False),
        (None, "Your friend charges 150", False),
        (None, "My sister can do it for 150", False),
        ("my mate gets it for 150", "Your mate gets it for 150? Lucky him", False),
    ],
)
def test_what_the_clients_people_can_have_is_had_of_us(inbound: str | None, body: str, wrong: bool) -> None:
    assert found("rosa", body, inbound) == ({"price_contradiction"} if wrong else set())


def test_a_quoted_length_has_its_price_as_well() -> None:
    body = 'Sure, "just half an hour" for {} works if it\'s only his face'
    assert found("tom", body.format(40)) == {"price_contradiction"}
    assert found("tom", body.format(25)) == set()
