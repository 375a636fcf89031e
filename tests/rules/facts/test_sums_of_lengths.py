"""`price_contradiction`: which length a sum is of, where the card gives the sum for another one.

Each was found by exchanging two sums of the card under a draft that had stated both rightly.
"""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 30, 10, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "t",
            "currency": "GBP",
            "timezone": "UTC",
            "rates": [
                {"minutes": 60, "amount": 74},
                {"minutes": 90, "amount": 101},
                {"minutes": 120, "amount": 133},
                {"minutes": 180, "amount": 187},
                {"minutes": 60, "amount": 92, "mode": "outcall"},
                {"minutes": 90, "amount": 119, "mode": "outcall"},
                {"minutes": 120, "amount": 151, "mode": "outcall"},
            ],
            "modes": ["incall", "outcall"],
            "services": ["tuning", "voicing"],
        }
    )
)
PAIRS = [
    # where, when or with whom stands between a length and its sum
    ("I'd suggest the long one: two hours at the studio, £{}, and a coffee.", "133", "101"),
    ("The evening stays as agreed: three hours on the 12th, £{}.", "187", "133"),
    ("Ninety minutes as planned, £{} on the day.", "101", "133"),
    # what is said of the length, and then what it costs
    ("A first visit takes 90 minutes and runs £{}.", "101", "74"),
    ("An hour is the shortest I do and it's £{}.", "74", "101"),
    ("An hour is the least I take, at £{}.", "74", "101"),
    ("The shortest I book is one hour, which at the studio is £{}.", "74", "101"),
    ("You'd get two hours in the music room, and that comes to £{} with me.", "133", "74"),
    ("£{} gets him an hour in the big room.", "74", "101"),
    ("It's £133 for two hours, and £{} if ninety minutes is enough.", "101", "74"),
    ("We'd do two visits of 90 minutes in a row, so £{} each time.", "101", "74"),
    # the same length here and there
    ("If you come here the hour is £74; if I travel to you it's £{}.", "92", "119"),
    ("At the studio, two hours is £133; at your place it's £{}.", "151", "92"),
    ("One hour is £74 at my studio or £{} at yours, two hours is £133 or £151.", "92", "151"),
    ("The hour is £92 at yours instead of £{} at mine.", "74", "101"),
    # what stood in the sentence before is no journey of this length
    ("I'll meet you off the train. It's two hours, £{}, and I bring tea.", "133", "101"),
    # numbers that count the hours spoken of
    ("At the studio it's £74 for one hour. If I come to you it's £92 for one and £{} for two.", "151", "92"),
    ("One hour is £74, two are £{} and three come to £187.", "133", "101"),
    ("Three hours is tight. I'd rather you took two, £{}, and came back.", "133", "101"),
    ("An hour is £74 and the longer 90 is £{}.", "101", "133"),
    ("It's 74 for sixty minutes, and {} if 90 would do better.", "101", "133"),
    ("74 / 101 / {} for 60 / 90 / 120.", "133", "187"),
]
CLEAN = [
    "We chat for half an hour and it's £74.",
    "It's a 60 minute drive and it's £101.",
    "An hour is fully booked, it's £101 for the ninety.",
    "I offer voicing in 60- or 90-minute sittings, at £74 and £101.",
    "It's £101 if an hour isn't enough.",
    "It's £101 if an hour feels too short.",
    "It's an hour on the table, £101 if you add the extra half.",
    "So £101 instead of £74 if you need longer than the hour.",
    "One hour is £74 for two of you.",
    "Two hours is plenty. I'll see you at three, £133 in cash.",
    "The hour is £74; the longer visit is £133.",
    "One hour is £74, or £133 for the two.",
]


def contradicts(body: str) -> bool:
    found = validate_draft(body, SPEC, now=NOW)
    assert not found.errors
    return "price_contradiction" in {v.rule for v in found.violations}


@pytest.mark.parametrize(("body", "right", "wrong"), PAIRS)
def test_a_sum_is_that_of_the_length_it_is_said_of(body: str, right: str, wrong: str) -> None:
    assert contradicts(body.format(wrong))
    assert not contradicts(body.format(right))


@pytest.mark.parametrize("body", CLEAN)
def test_a_sum_of_another_length_or_of_none_is_left_alone(body: str) -> None:
    assert not contradicts(body)
