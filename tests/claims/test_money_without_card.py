"""Amounts as `align claims` reads them where no spec says what is sold."""

from datetime import datetime

import pytest

from align.claims.read import read_claims

NOW = datetime.fromisoformat("2026-11-21T10:00:00-06:00")


def money(body: str) -> list[tuple[object, str | None, int | None]]:
    """Return value, unit and minutes of every amount of a text."""
    claims = read_claims(body, now=NOW)
    return [(c["value"], c["unit"], c["minutes"]) for c in claims if c["type"] == "money"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("the evening is 3 grand", [("3000", None, None)]),
        ("it'd be a grand for two hours", [("1000", None, 120)]),
        ("a grand or a bit more", [("1000", None, None)]),
        ("2.5k for the evening", [("2500", None, None)]),
        ("45k", [("45000", None, None)]),
        ("it's 75,-", [("75", None, None)]),
        ("75,- Kč", [("75", "CZK", None)]),
        ("CHF 120.- for the hour", [("120", "CHF", 60)]),
        ("850:- for the hour", [("850", None, 60)]),
        ("60 - 170, 90 - 240", [("170", None, 60), ("240", None, 90)]),
        ("$170/60, $240/90", [("170", "$", 60), ("240", "$", 90)]),
        ("170/60, 240/90", [("170", None, 60), ("240", None, 90)]),
        ("an hour (170), 90 (240)", [("170", None, 60), ("240", None, 90)]),
        ("60 min → $170\n90 min → $240", [("170", "$", 60), ("240", "$", 90)]),
        ("it's 240 for 90", [("240", None, 90)]),
        ("S$210 for 90", [("210", "SGD", 90)]),
        ("Sessions run 170 to 240.", [(["170", "240"], None, None)]),
        ("£45.00 / 60 min", [("45", "£", 60)]),
        ("at least $1.42", [(["1.42", None], "$", None)]),
        ("up to 50 euros", [("50", "EUR", None)]),
        ("I owe her a dollar", [("1", "$", None)]),
        ("a dollar store", [(None, "$", None)]),
        ("a euro each", [("1", "EUR", None)]),
        ("it cost me US $20", [("20", "USD", None)]),
        ("IT COST US $20", [("20", "$", None)]),
        ("I owe her a couple of dollars", [("2", "$", None)]),
        ("Rs 500 for the cab", [("500", "INR", None)]),
        ("the cab was 42RM", [("42", "MYR", None)]),
    ],
)
def test_an_amount(body: str, expected: list[tuple[object, str | None, int | None]]) -> None:
    assert money(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "your 5k run",
        "10k followers, thank you",
        "two grand pianos",
        "Is it an upright or a grand, and has the lid a lock?",
        "I tune a grand or an upright the same way.",
        "a grand day out",
        "60 - 70 guests",
        "see you at 6:-)",
        "blood pressure 120/80",
        "open 24/7",
        "a 60/40 split",
        "chapter 3 (90)",
        "I need 200 for 60 people",
    ],
)
def test_no_amount(body: str) -> None:
    assert money(body) == []
