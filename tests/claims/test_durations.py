"""Lengths of time and what they are the lengths of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.claims.claim import DurationOf
from tests.claims.extracting import read

DAY = 1440


def lengths(body: str) -> list[float | tuple[float, float]]:
    found = read(body).utterance.durations
    return [d.low if d.low == d.high else (d.low, d.high) for d in found]


def role(body: str, inbound: bool = False) -> DurationOf:
    draft = read("ok", body) if inbound else read(body)
    utterance = draft.inbound if inbound else draft.utterance
    assert utterance is not None
    return utterance.durations[0].of


@pytest.mark.parametrize(
    ("body", "minutes"),
    [
        ("1h30", 90),
        ("1hr 15", 75),
        ("2h15m", 135),
        ("90min", 90),
        ("1.5 hrs", 90),
        ("1 1/2 hours", 90),
        ("1½ hours", 90),
        ("an hour and a half", 90),
        ("hour and a half", 90),
        ("two and a half hours", 150),
        ("two hours and a half", 150),
        ("half an hour", 30),
        ("a half-hour", 30),
        ("quarter of an hour", 15),
        ("three quarters of an hour", 45),
        ("an hour and twenty", 80),
        ("an hour thirty", 90),
        ("1 hour and 30 minutes", 90),
        ("twenty-four hours", DAY),
        ("forty-five-minute", 45),
        ("hour-long", 60),
        ("two-hour", 120),
        ("60-90 min", (60, 90)),
        ("2 to 3 hours", (120, 180)),
        ("between 2 and 3 hours", (120, 180)),
        ("a couple of weeks", 14 * DAY),
        ("3 yrs", 3 * 365 * DAY),
        ("1 day and 2 hours", DAY + 120),
        ("1 year, 1 month, 21 days", (365 + 30 + 21) * DAY),
        ("5 minutes and 30 seconds", 5.5),
        ("90 mintues", 90),
        ("three-and-a-half-hour", 210),
        ("hour-and-a-half", 90),
        ("60+ min", 60),
        ("20 odd minutes", 20),
        ("1/2h", 30),
        ("2 1/2 h", 150),
        (".5 hours", 30),
        ("one point five hours", 90),
        ("two point two five hours", 135),
        ("that's a good point two hours is right", 120),
        ("an hour and half", 90),
        ("an hour and half is 250", 90),
        ("an hour and half the price", 60),
        ("an hour and half is due now", 60),
        ("one month and half", 45 * DAY),
        ("a 1:30 hour session", 90),
        ("it takes 2:15 hours", 135),
        ("1m30s", 1.5),
        ("5hr34m56s", 334 + 56 / 60),
        ("3d 2h32m", 3 * DAY + 152),
        ("1w 3d 2h", 10 * DAY + 120),
        ("3 days, and 16 hours", 3 * DAY + 960),
        ("2 years and 3 months", 27 * 30 * DAY),
        ("a century", 100 * 365 * DAY),
        ("18 mos", 18 * 30 * DAY),
        ("a dozen years", 12 * 365 * DAY),
        ("half a dozen hours", 360),
        ("two dozen minutes", 24),
        ("3 full days", 3 * DAY),
        ("two whole hours", 120),
        ("3-5 working days", (3 * DAY, 5 * DAY)),
        ("another business day", DAY),
        ("30 more minutes", 30),
        ("2 fewer minutes", 2),
        ("all day", DAY),
        ("all-week", 7 * DAY),
    ],
)
def test_a_length(body: str, minutes: float | tuple[float, float]) -> None:
    assert lengths(body) == [minutes]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("60, 90 or 120 minutes", [60, 90, 120]),
        ("80- or 110-minute sittings", [80, 110]),
        ("two ninety minute sets", [90]),
        ("it's 250 for 90", [90]),
        ("the ninety for two fifty", [90]),
        ("an hour is 180 and ninety is 250", [60, 90]),
        ("60 - 180, 90 - 250", [60, 90]),
        ("one hour is 180, and 90 minutes is 250", [60, 90]),
        ("an hour for 180, and 90 minutes for 250", [60, 90]),
    ],
)
def test_lists_and_numbers_of_the_card(body: str, expected: list[float]) -> None:
    assert lengths(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "a second hand guitar",
        "happy hour",
        "which hour suits?",
        "the 90s",
        "office hours",
        "come at 1:30 hours",
        "see you 3:30 hrs",
        "free from 14:30 hours",
        "for the 15th century look",
        "a house for £10m",
        "at 3 full moon",
        "2 d nails",
    ],
)
def test_no_length(body: str) -> None:
    assert lengths(body) == []


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("a quick half hour works", DurationOf.APPOINTMENT),
        ("30 min set", DurationOf.APPOINTMENT),
        ("can squeeze in 30 min on Saturday", DurationOf.APPOINTMENT),
        ("60 min is the shortest I go", DurationOf.MINIMUM),
        ("the minimum's 60 mins", DurationOf.MINIMUM),
        ("be there in 30 minutes", DurationOf.OTHER),
        ("About 30 min out", DurationOf.OTHER),
        ("a break every 15 minutes", DurationOf.OTHER),
        ("10 minutes' walk", DurationOf.OTHER),
        ("within the hour", DurationOf.OTHER),
        ("24 hours' notice", DurationOf.OTHER),
        ("20 minutes on the bike", DurationOf.OTHER),
        ("when you get a minute", DurationOf.OTHER),
        ("It'd be a quick 45 on the fringe only", DurationOf.APPOINTMENT),
        ("45 would be plenty for a first go", DurationOf.APPOINTMENT),
        ("my sitting with a baby is 40 minutes", DurationOf.APPOINTMENT),
        ("I could do that in 40 minutes", DurationOf.APPOINTMENT),
        ("I can be with you in 40 minutes", DurationOf.OTHER),
        ("I'd have you out the door, all done in 25 minutes", DurationOf.APPOINTMENT),
        ("you only need 35 minutes, so save your money", DurationOf.APPOINTMENT),
        ("you only need 35 minutes to drive here", DurationOf.OTHER),
        ("I'll give the hem 20 minutes", DurationOf.APPOINTMENT),
        ("give the glue 20 minutes", DurationOf.OTHER),
        ("I'd suggest a twenty-minute hem check", DurationOf.APPOINTMENT),
        ("I could do half an hour on the cuffs alone", DurationOf.APPOINTMENT),
        ("I could do half an hour on the cuffs", DurationOf.APPOINTMENT),
        ("half the hour on the cuffs, half on the collar", DurationOf.OTHER),
        ("you're in a hurry, so half an hour then", DurationOf.APPOINTMENT),
        ("I do mind doing 35 minutes", DurationOf.OTHER),
        ("I don't mind doing 35 minutes", DurationOf.APPOINTMENT),
        ("I'd love to do 30 minutes but the drive kills it", DurationOf.OTHER),
        ("a cousin of mine runs 30-minute sessions", DurationOf.OTHER),
        ("my sister has a 30-minute session", DurationOf.OTHER),
        ("the closing ten minutes of any session", DurationOf.OTHER),
        ("we keep each session 30 minutes", DurationOf.APPOINTMENT),
        ("people ask for 30 minutes all the time", DurationOf.OTHER),
        ("I'd begin with the hips for 20 minutes", DurationOf.OTHER),
        ("I can do 30 solid minutes", DurationOf.APPOINTMENT),
        ("I can do 30 more minutes", DurationOf.OTHER),
        ("could do a 0:30 hour session", DurationOf.APPOINTMENT),
        ("I could do 1/2 h", DurationOf.APPOINTMENT),
        ("I've had 2 long hours on my feet", DurationOf.OTHER),
    ],
)
def test_the_role_of_a_length(body: str, of: DurationOf) -> None:
    assert role(body) is of


@pytest.mark.parametrize(
    "body", ["just 40 mins today?", "only need half an hour", "squeeze in 20 min with her?"]
)
def test_a_client_who_names_a_length_asks_for_it(body: str) -> None:
    assert role(body, inbound=True) is DurationOf.APPOINTMENT


def test_a_client_on_the_way() -> None:
    assert role("there in 20 minutes", inbound=True) is DurationOf.OTHER


@given(st.integers(1, 11), st.integers(1, 59))
def test_hours_and_minutes_add_up(hours: int, minutes: int) -> None:
    for form in ("{}h{:02}m", "{} hours and {} minutes", "{} hrs {} mins", "{}hr{}min"):
        assert lengths(form.format(hours, minutes)) == [hours * 60 + minutes]
