"""`price_contradiction`: the fine print of the guide, and several hundred drafts."""

from datetime import datetime
from functools import cache
from typing import Any

import pytest

from align import compile_spec, validate_draft
from align.compiled import CompiledSpec
from align.findings import Violation
from align.rules.example_spec import EXAMPLE_SPEC
from specs import Spec
from tests.claims.extracting import NOW
from tests.rules.price_cases import CARDS, CASES

LETTERS = {"price_contradiction": "P", "duration_below_minimum": "D", "price_in_writing": "W"}
MIDWEEK = datetime.fromisoformat("2026-10-14T10:00:00+00:00")


@cache
def card(name: str) -> CompiledSpec:
    return compile_spec(Spec.from_dict(CARDS[name]))


def said(body: str, inbound: str | None = None, **facts: Any) -> list[Violation]:
    """Return the price violations of a draft under the example spec with other facts."""
    spec = Spec.from_dict({k: v for k, v in (EXAMPLE_SPEC | facts).items() if v is not None})
    found = validate_draft(body, spec, now=NOW, context={"inbound": inbound}).violations
    return [v for v in found if v.rule == "price_contradiction"]


@pytest.mark.parametrize(("name", "inbound", "body", "expected"), CASES)
def test_a_draft_about_money(name: str, inbound: str | None, body: str, expected: str) -> None:
    found = validate_draft(body, card(name), now=MIDWEEK, context={"inbound": inbound}).violations
    assert "".join(sorted({LETTERS[v.rule] for v in found if v.rule in LETTERS})) == expected


def test_the_card_is_quoted_back() -> None:
    (found,) = said("It's $150 for the hour at the studio.")
    assert found.text == "$150"
    assert found.claimed == "150 $ for 60 min (incall)"
    assert found.expected == "180 USD for 60 min"
    assert found.fact == "rates[0].amount"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("It's 150 for the hour.", "150 for the hour"),
        ("It's $150 for the hour.", "$150"),
        ("I charge 150 an hour.", "150 an hour"),
        ("I can knock 20 off for you.", "knock 20 off"),
        ("400 flat for the afternoon.", "400 flat"),
        ("The first hour's free.", "first hour's free"),
    ],
)
def test_the_span_is_what_a_person_would_point_at(body: str, text: str) -> None:
    assert [v.text for v in said(body)] == [text]


def test_absent_rates_are_not_checked() -> None:
    assert not said("It's 150 for the hour.", rates=None)


def test_an_empty_card_makes_every_price_wrong() -> None:
    assert said("It's $180 for the hour.", rates=[])


@pytest.mark.parametrize(
    ("deposit", "body", "wrong"),
    [
        (None, "The deposit is 999.", False),
        ({}, "There's a 20 deposit.", True),
        ({}, "No deposit needed.", False),
        ({"percent": 25}, "The deposit is 25%.", False),
        ({"percent": 25}, "The deposit is 20%.", True),
        ({"percent": 25}, "The deposit is $45.", False),
        ({"percent": 25}, "The deposit is $50.", True),
        ({"percent": 25}, "A quarter up front, please.", False),
        ({"percent": 25}, "Half up front, please.", True),
        ({"amount": 50}, "The other 130 is due before we start.", False),
        ({"amount": 50}, "The other 120 is due before we start.", True),
        ({"amount": 50}, "The deposit's waived for regulars.", True),
    ],
)
def test_deposits(deposit: dict[str, int] | None, body: str, wrong: bool) -> None:
    assert bool(said(body, deposit=deposit)) is wrong


@pytest.mark.parametrize(
    ("currency", "body", "wrong"),
    [
        ("CAD", "$180 for the hour", False),
        ("CAD", "C$180 for the hour", False),
        ("CAD", "US$180 for the hour", True),
        ("CAD", "180 usd for the hour", True),
        ("EUR", "$180 for the hour", True),
        ("EUR", "180 euro for the hour", False),
        ("GBP", "180 quid for the hour", False),
        ("SEK", "180 kr for the hour", False),
        ("USD", "180 kr for the hour", True),
        ("ZAR", "R180 for the hour", False),
        ("USD", "R180 for the hour", True),
        ("JPY", "¥180 for the hour", False),
        ("USD", "180 isk for the hour", True),
        ("USD", "180 hong kong dollars for the hour", True),
    ],
)
def test_the_right_number_in_the_wrong_currency(currency: str, body: str, wrong: bool) -> None:
    assert bool(said(body, currency=currency)) is wrong


STUDIO = [
    {"minutes": minutes, "amount": amount, "mode": mode}
    for minutes, amount, mode in (
        (60, 150, "incall"), (90, 210, "incall"), (120, 265, "incall"),
        (60, 195, "outcall"), (90, 255, "outcall"), (120, 320, "outcall"),
    )
]  # fmt: skip
"""A card whose journeys cost 45 on the hour and on ninety minutes, and 55 on two hours."""


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("coming to you is 45 on top for the hour", False),
        ("coming to you is 55 on top for the hour", True),
        ("coming to you is 60 on top for the hour", True),
        ("Coming to you adds $45 on the hour or the ninety minutes and $55 on two hours.", False),
        ("Coming to you adds $30 on the hour.", True),
        ("Coming to you adds $45.", False),
        ("At yours it's dearer by $45.", False),
        ("At yours it's 45 more for the hour.", False),
        ("It's $45 extra if I come to you.", False),
        ("It's $70 extra if I come to you.", True),
        ("An outcall is $45 more.", False),
        ("An outcall is $70 more.", True),
        ("The difference for outcall is $45.", False),
        ("There's a surcharge of $45 for coming to you.", False),
        ("There's a surcharge of $70 for coming to you.", True),
        ("$150 for the hour, plus $45 if I come to you.", False),
        ("$150 for the hour, plus $80 if I come to you.", True),
        ("An hour in the studio is $150 and an hour at yours is $195.", False),
    ],
)
def test_a_journey_costs_what_the_card_adds_for_it(body: str, wrong: bool) -> None:
    assert bool(said(body, rates=STUDIO)) is wrong


@pytest.mark.parametrize(
    ("inbound", "body", "wrong"),
    [
        ("vet referred us, 340 bucks!!", "Ouch, $340 does sound like a lot.", False),
        (
            "vet referred us, 340 bucks!!",
            "Ouch, $340 for a consultation with the vet does sound a lot.",
            False,
        ),
        (None, "$340 for a session with the pet behaviourist is steep.", False),
        (None, "$340 for a session with me is what it costs.", True),
        ("you did it for my friend for $120", "Sure, $120 works.", True),
        ("would you take 120 for the hour?", "I wouldn't say no to 120 for the hour.", True),
        ("would you take 120 for the hour?", "I'd have to say no to 120 for the hour.", False),
    ],
)
def test_what_the_client_reports_and_offers(inbound: str | None, body: str, wrong: bool) -> None:
    assert bool(said(body, inbound)) is wrong
