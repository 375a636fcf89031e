"""`duration_below_minimum`: what the client asks for and gets, and what a bare number is the least of."""

import pytest

from align import validate_draft
from specs import Spec
from tests.claims.extracting import NOW

SPEC = Spec.from_dict(
    {
        "persona": "x",
        "currency": "USD",
        "timezone": "America/Chicago",
        "rates": [{"minutes": 60, "amount": 180}, {"minutes": 90, "amount": 250}],
        "min_minutes": 60,
        "policy": {"service_in_writing": "allow", "price_in_writing": "allow"},
    }
)
READER = Spec.from_dict(
    {
        "persona": "y",
        "currency": "GBP",
        "timezone": "Europe/London",
        "rates": [{"minutes": 30, "amount": 40}, {"minutes": 60, "amount": 70}],
        "deposit": {"amount": 20},
        "min_minutes": 30,
        "policy": {"service_in_writing": "allow", "price_in_writing": "never"},
    }
)


def rules(body: str, inbound: str | None = None, spec: Spec = SPEC) -> set[str]:
    context = {"inbound": inbound} if inbound else None
    return {v.rule for v in validate_draft(body, spec, now=NOW, context=context).violations}


@pytest.mark.parametrize(
    "body",
    [
        "Make it 45",
        "Call it 45",
        "Let's do 45",
        "I'd go 45",
        "I'll stretch to 45",
        "Happy with 45",
        "45'll do nicely",
        "45's plenty",
        "45's ok with me",
        "45 it is",
        "45 then",
        "45 suits",
    ],
)
def test_a_bare_number_grants_the_length_that_the_client_named(body: str) -> None:
    assert rules(body, "can we just do 45 minutes?") == {"duration_below_minimum"}
    assert rules(body, "could it be shorter, like 45?") == {"duration_below_minimum"}


@pytest.mark.parametrize(
    "body",
    [
        "45's too tight",
        "45 is too short",
        "45 isn't on the menu",
        "45 would be a rush, let's do the full hour",
        "I don't do 45",
        "I won't stretch to 45",
        "45? no",
        "Not happy with 45",
        "Make it an hour, 45's a rush",
        "45 won't do",
    ],
)
def test_a_bare_number_that_is_turned_down(body: str) -> None:
    assert not rules(body, "can we just do 45 minutes?")


@pytest.mark.parametrize(
    ("inbound", "body", "held"),
    [
        ("I'll be 20 minutes late sorry", "No problem, 20 minutes is nothing", False),
        ("I'll be half an hour late", "Half an hour's grand, traffic's murder", False),
        ("stuck behind a tractor, 20 min", "20 mins is ok, I'm here", False),
        ("how long should I rest after?", "30 min is plenty", False),
        ("how long do I ice it for?", "10 or 15 minutes is plenty", False),
        ("how long can I leave the hot pack on, 45 mins?", "45's fine", False),
        ("how long should I book?", "30 min is plenty", True),
        ("how long do I need?", "30 min is plenty", True),
        ("how long is it, could I do 30 minutes?", "30 min is plenty", True),
        ("running late, could we do 30 minutes?", "30 minutes is fine", True),
        ("I'll be 10 minutes late, so 40 minutes?", "40 minutes is fine", True),
        ("I'll be 20 minutes late", "I can do you 30 minutes then", True),
    ],
)
def test_a_verdict_is_on_the_length_that_the_client_speaks_of(inbound: str, body: str, held: bool) -> None:
    assert ("duration_below_minimum" in rules(body, inbound)) is held


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("I've 30 minutes for you at 6.", True),
        ("I've got 30 minutes for you", True),
        ("I've 30 minutes for you now, ask away", False),
        ("I've 30 minutes for you to think", False),
        ("half an hour for lunch tomorrow? yes", True),
        ("Half an hour for lunch tomorrow? Yes!", True),
        ("Half an hour for lunch? Yes, I eat at 12.", False),
        ("Half an hour for lunch tomorrow? No, my hour is the shortest", False),
        ("I can do a 45 for you", True),
        ("I can't do a 45 for you", False),
        ("Sorry we only got 40 minutes last time, this time it's the full hour", False),
        ("You paid for an hour and you got 45 minutes, I owe you", False),
        ("I've got 40 minutes, same as last time", True),
        ("I can do 40 minutes like last time", True),
        ("If it was up to me I'd do you a quick 20 but the minimum's an hour", False),
        ("It's up to me, I'd do you a quick 20 minutes", True),
        ("If you've only got half an hour, best leave it till you've more time", False),
        ("If you've only got half an hour, best come now", True),
        ("If you've only got half an hour, I can do that", True),
        ("If all you can manage between naps is half an hour, we'll make that work", True),
        ("If half an hour is all you have, that works", True),
        ("If all you can manage is half an hour, it's better that we wait", False),
        ("If half an hour is all you have, come on Friday instead", False),
        ("Half an hour and I'll send the form", False),
        ("Half an hour and I'll do your neck", True),
        ("The girls can have half an hour each on Friday", True),
        ("Each of them gets half an hour", True),
        ("The girls take half an hour each", True),
        ("Set-up and pack-down take half an hour each", False),
        ("The kids get half an hour each to play outside", False),
        ("The rollers need half an hour each to cool", False),
        ("I don't offer home visits, even for ten minutes a head", False),
        ("I don't mind the stairs, even half an hour is fine", True),
        ("You come in, we talk for ten minutes, then we begin", False),
        ("You come in for half an hour, then we're done", True),
    ],
)
def test_lengths_that_are_given_and_lengths_that_were(body: str, held: bool) -> None:
    assert ("duration_below_minimum" in rules(body)) is held


@pytest.mark.parametrize(
    ("body", "priced"),
    [
        ("Thirty's the least I do, ten minutes and I've barely shuffled", False),
        ("30 is my minimum", False),
        ("Thirty is my absolute minimum, love", False),
        ("30 is the least I charge", True),
        ("Forty's the least I charge", True),
        ("Forty's the least I do it for", True),
    ],
)
def test_the_least_in_minutes_is_no_price(body: str, priced: bool) -> None:
    assert ("price_in_writing" in rules(body, spec=READER)) is priced


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("The clinic's sessions are 30 minutes, mine are 60", False),
        ("Her sessions are 30 minutes but mine are an hour", False),
        ("30 minutes at mine is fine", True),
        ("Sessions are 30 minutes, mine or yours", True),
        ("School only gives us 30 minutes so I don't do schools", False),
        ("I can give you 30 minutes", True),
        ("The flash day last year was 1/2 hour slots, this one isn't", False),
        ("Like last year, it's half hour slots", True),
        ("Quick half hour before the match?", True),
        ("Cheeky 30 minutes before work?", True),
        ("Half an hour before the match?", False),
        ("A quick half hour nap before the match", False),
    ],
)
def test_whose_length_it_is(body: str, held: bool) -> None:
    assert ("duration_below_minimum" in rules(body)) is held


def test_a_length_of_mine_is_no_price() -> None:
    assert not rules("NHS sessions are 30 minutes, mine are 60")
    assert not rules("We do 40 minutes of work and 20 of feedback, 60 in total")
    assert rules("An hour is 180 and it's 75 in total with the van") == {"price_contradiction"}


def test_a_length_below_a_long_minimum_is_granted() -> None:
    spec = Spec.from_dict(SPEC.to_dict() | {"min_minutes": 120})
    assert rules("90 is heaps", "could we do 90 minutes?", spec) == {"duration_below_minimum"}
    assert not rules("90 isn't enough", "could we do 90 minutes?", spec)


def test_a_sum_at_mine_is_no_length() -> None:
    document = {
        "persona": "x",
        "currency": "USD",
        "timezone": "UTC",
        "rates": [{"minutes": 60, "amount": 80}, {"minutes": 90, "amount": 110}],
    }
    for body, wrong in (("An hour at mine is 60.", True), ("Theirs are 30 minutes, mine are 60.", False)):
        found = validate_draft(body, Spec.from_dict(document), now=NOW).violations
        assert any(v.rule == "price_contradiction" for v in found) is wrong


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("Normally an hour is my minimum. Still, let's call it half an hour.", True),
        ("An hour is my minimum, so let's not do half an hour.", False),
        ("Half an hour? Let's do the hour, it's my minimum.", False),
    ],
)
def test_what_is_agreed_on_counts_beside_the_minimum(body: str, held: bool) -> None:
    assert ("duration_below_minimum" in rules(body)) is held


POTTER = Spec.from_dict(
    {
        "persona": "p",
        "currency": "SEK",
        "timezone": "Europe/Stockholm",
        "rates": [{"minutes": 60, "amount": 650}],
        "min_minutes": 90,
    }
)


@pytest.mark.parametrize(
    ("body", "inbound", "held"),
    [
        ("An hour is 650 kr, and lessons are at least an hour and a half.", None, False),
        ("My hour is 650 kr and the only thing I fire is bowls.", None, False),
        ("An hour costs 650 kr.", None, False),
        ("An hour for 650 kr is fine for one bowl.", None, True),
        ("An hour on Friday is fine, 650 kr.", None, True),
        ("Deal!", "would you take 600 kr an hour if we come for three hours?", False),
        ("Deal!", "would you take 600 kr for an hour?", True),
    ],
)
def test_an_hourly_rate_below_the_minimum_is_no_appointment(
    body: str, inbound: str | None, held: bool
) -> None:
    assert ("duration_below_minimum" in rules(body, inbound, POTTER)) is held
