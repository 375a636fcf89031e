"""Amounts: value, currency, form, and what each is the price of."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.claims.claim import Money, MoneyForm, PriceOf
from align.claims.money.currencies import CODES, MARKS, WORDLIKE, fits
from tests.claims.extracting import read


def amounts(body: str, inbound: str | None = None) -> list[Money]:
    return [m for m in read(body, inbound).utterance.money if not m.accepted]


@pytest.mark.parametrize(
    ("body", "value", "unit"),
    [
        ("£60", "60", "£"),
        ("60 euro", "60", "EUR"),
        ("€60", "60", "EUR"),
        ("60,- €", "60", "EUR"),
        ("1.234,50 €", "1234.50", "EUR"),
        ("US$80", "80", "USD"),
        ("a $50 deposit", "50", "$"),
        ("A$50 deposit", "50", "AUD"),
        ("80 CAD", "80", "CAD"),
        ("95 quid", "95", "GBP"),
        ("hundred bucks", "100", "$"),
        ("CAD93", "93", "CAD"),
        ("10 hong kong dollars", "10", "HKD"),
        ("10,000 swiss francs", "10000", "CHF"),
        ("$48.2 million", "48200000", "$"),
        ("75 USD million", "75000000", "USD"),
        ("3 dollars 50 cents", "3.5", "$"),
        ("thirteen dollars and forty-five cents", "13.45", "$"),
        ("$.75", "0.75", "$"),
        ("1 995,00 Kč", "1995.00", "CZK"),
        ("R950 for the session", "950", "ZAR"),
        ("it cost £1.2bn", "1200000000.0", "£"),
        ("€10M", "10000000", "EUR"),
        ("2 point 5 million dollars", "2500000", "$"),
        ("$2.5T", "2500000000000", "$"),
        ("a $40 t-shirt", "40", "$"),
        ("it cost $2.174 billion", "2174000000", "$"),
        ("a dollar fifty", "1.5", "$"),
        ("a euro and 20 cents", "1.2", "EUR"),
        ("ten pennies", "10", "penny"),
        ("10 rials", "10", "riyal"),
        ("20 ringgit and 43 sen", "20.43", "MYR"),
        ("100 rupees 50 paise", "100.5", "rupee"),
        ("3 UAH 4 kopiykas", "3.04", "UAH"),
        ("20 malaysia ringgit", "20", "MYR"),
        ("20 GH₵", "20", "GHS"),
        ("20 U.S. dollars", "20", "USD"),
        ("it cost us $20", "20", "$"),
        ("20 pounds sterling", "20", "GBP"),
        ("20 Brazilian reais", "20", "BRL"),
        ("it cost $12 mln", "12000000", "$"),
        ("$3tn", "3000000000000", "$"),
    ],
)
def test_a_marked_amount(body: str, value: str, unit: str) -> None:
    (money,) = amounts(body)
    assert money.low == Decimal(value) == money.high
    assert (money.currency or money.symbol) == unit


@pytest.mark.parametrize(
    "body",
    [
        "All 70 of us",
        "ALL 5 solutions",
        "he lost his pen 7 times",
        "I tune to 440",
        "120 guests is no trouble",
        "page 45, the first 30 lines",
        "I'm 100% sure",
        "a hundred percent",
        "phone's on 15%",
        "he's 14 and 30 lbs",
        "bus 180 stops outside",
        "3 sets of 12",
        "turn it to 180 for 40 minutes in the oven",
        "he sounds 60 to me",
        "a ton of openings",
        "the score was 3 to 1",
        "I'm free at 4",
        "feel free to text",
        "a day off",
    ],
)
def test_no_amount(body: str) -> None:
    assert amounts(body) == []


@pytest.mark.parametrize(
    ("body", "minutes", "mode", "per"),
    [
        ("180 for the hour", 60, None, False),
        ("it's 250 for 90", 90, None, False),
        ("an hour is 220", 60, None, False),
        ("the ninety for two seventy five", 90, None, False),
        ("45 an hour", 60, None, True),
        ("$80/hr", 60, None, True),
        ("2 hours comes to four seventy", 120, None, False),
        ("$180 at my studio", None, "incall", False),
        ("$230 if I come to you", None, "outcall", False),
        ("an hour at your hotel is $230", 60, "outcall", False),
        ("call it 150", None, None, False),
        ("30 minutes for 100 dollars", 30, None, False),
    ],
)
def test_what_an_amount_is_the_price_of(
    body: str,
    minutes: int | None,
    mode: str | None,
    per: bool,
) -> None:
    (money,) = amounts(body)
    assert (money.of, money.minutes, money.mode, money.per) == (PriceOf.SESSION, minutes, mode, per)


def test_lists_pair_up() -> None:
    for body in (
        "60 - 180, 90 - 250",
        "60 min $180 / 90 min $250",
        "$180 for sixty minutes or $250 for ninety",
        "60 or 90 minutes, at $180 and $250",
        "60/180, 90/250",
        "60: 180\n90: 250",
    ):
        assert [(int(m.low or 0), m.minutes) for m in amounts(body)] == [(180, 60), (250, 90)], body


def test_two_amounts_share_a_length() -> None:
    found = amounts("180 here or 230 at yours for the hour")
    assert [(int(m.low or 0), m.minutes, m.mode) for m in found] == [
        (180, 60, "incall"),
        (230, 60, "outcall"),
    ]


def test_the_clients_question_implies_length_and_mode() -> None:
    (money,) = amounts("that's 230", "how much for an hour at my place?")
    assert (money.minutes, money.mode) == (60, "outcall")


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("deposit is 75", PriceOf.DEPOSIT),
        ("75 holds the time", PriceOf.DEPOSIT),
        ("$50 to secure it", PriceOf.DEPOSIT),
        ("£40 of that as a deposit", PriceOf.DEPOSIT),
        ("the other $130 is due before we start", PriceOf.REMAINDER),
        ("that leaves $130", PriceOf.REMAINDER),
        ("a $50 travel fee", PriceOf.TRAVEL),
        ("the difference of $50", PriceOf.TRAVEL),
        ("parking is about $20", PriceOf.OTHER),
        ("garage next door to you is around $20", PriceOf.OTHER),
        ("I paid $300 for this table", PriceOf.OTHER),
        ("you can find one for about $90", PriceOf.OTHER),
        ("the chain down the road charges $99", PriceOf.OTHER),
        ("a set of strings is about $12", PriceOf.OTHER),
        ("$5 for the meter", PriceOf.OTHER),
        ("an hour at the hotel is $280", PriceOf.SESSION),
        ("parking is free and it's $180 for the hour", PriceOf.SESSION),
    ],
)
def test_whose_price(body: str, of: PriceOf) -> None:
    assert [m.of for m in amounts(body) if m.form is not MoneyForm.FREE] == [of]


@pytest.mark.parametrize(
    ("body", "form", "low"),
    [
        ("10% off", MoneyForm.PERCENT_OFF, 10),
        ("half price", MoneyForm.PERCENT_OFF, 50),
        ("I'll knock 40 off", MoneyForm.AMOUNT_OFF, 40),
        ("knock off a tenner", MoneyForm.AMOUNT_OFF, 10),
        ("$20 less", MoneyForm.AMOUNT_OFF, 20),
        ("the first hour's free", MoneyForm.FREE, 0),
        ("it's on the house", MoneyForm.FREE, 0),
        ("free of charge", MoneyForm.FREE, 0),
        ("I'll waive the deposit", MoneyForm.FREE, 0),
        ("25% to hold it", MoneyForm.PERCENT, 25),
        ("a quarter as deposit", MoneyForm.PERCENT, 25),
        ("from $180", MoneyForm.FROM, 180),
        ("$180+", MoneyForm.FROM, 180),
        ("$180-250", MoneyForm.RANGE, 180),
        ("between $180 and $250", MoneyForm.RANGE, 180),
        ("between 180 and 250 dollars", MoneyForm.RANGE, 180),
        ("at least $180", MoneyForm.FROM, 180),
    ],
)
def test_forms(body: str, form: MoneyForm, low: int) -> None:
    (money,) = amounts(body)
    assert (money.form, int(money.low or 0)) == (form, low)


@pytest.mark.parametrize(
    "body",
    [
        "congratulations on the house",
        "move it for free",
        "tea's on the house",
        "parking is free",
        "scent free",
    ],
)
def test_what_is_free_without_being_ours(body: str) -> None:
    assert all(m.of is PriceOf.OTHER for m in amounts(body))


def test_currencies_that_fit() -> None:
    assert fits(None, "$", "CAD")
    assert not fits(None, "$", "EUR")
    assert fits(None, "zorkmid", "EUR")
    assert not fits("USD", "$", "CAD")
    assert fits(None, None, "CAD")


@given(st.sampled_from(sorted(CODES - {w.upper() for w in WORDLIKE})), st.integers(20, 5000))
def test_every_code_is_read_in_any_case(code: str, value: int) -> None:
    for body in (f"{value} {code}", f"{code} {value}", f"{code.lower()} {value}", f"{code}{value}"):
        (money,) = amounts(body)
        assert (int(money.low or 0), money.currency) == (value, code)


def test_marks_are_folded() -> None:
    assert all(mark == mark.lower() for mark in MARKS)
