"""`slot_not_in_mission`: a part of the day that another time or a condition names narrows no hour beside it."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "t",
            "currency": "USD",
            "timezone": "UTC",
            "mission": {
                "date": "2026-11-30",
                "slots": [
                    ["2026-11-30T13:00", "2026-11-30T15:30"],
                    ["2026-11-30T16:30", "2026-11-30T19:00"],
                ],
            },
        }
    )
)
INSIDE = [
    "Today I can do quarter past one or half six, and tomorrow morning's open too.",
    "I've got 1.15 or 3 today, or Friday morning if that's easier.",
    "3:15's open if the morning is too tight.",
    "The nearest I can do is 4:30, or 2:30 if you'd rather.",
    "6:15, or 2 if that's better.",
]
OUTSIDE = [
    "Today I can do quarter past one or half six in the morning.",
    "I can do 9 or 10 this morning.",
    "I can do 8 or 9pm.",
    "10:30, or 2:30 if you'd rather.",
]


def is_outside(body: str) -> bool:
    return "slot_not_in_mission" in {v.rule for v in validate_draft(body, SPEC, now=NOW).violations}


@pytest.mark.parametrize("body", INSIDE)
def test_an_hour_keeps_to_its_own_part_of_the_day(body: str) -> None:
    assert not is_outside(body)


@pytest.mark.parametrize("body", OUTSIDE)
def test_a_part_of_the_day_narrows_its_own_hours(body: str) -> None:
    assert is_outside(body)
