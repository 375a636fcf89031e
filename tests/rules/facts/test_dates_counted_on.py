"""`location_not_in_facts`: dates that are counted from the one before them, and runs in brackets."""

from datetime import datetime

import pytest

from align import validate_draft
from specs import Spec

NOW = datetime.fromisoformat("2026-11-18T10:00:00-06:00")
"""A Wednesday, a day before the first stay."""
SPEC = Spec.from_dict(
    {
        "persona": "x",
        "currency": "USD",
        "timezone": "America/Chicago",
        "modes": ["incall"],
        "locations": [
            {"city": "Austin", "country": "US", "from": "2026-11-19", "until": "2026-11-24"},
            {"city": "Dallas", "country": "US", "from": "2026-11-26", "until": "2026-11-29"},
            {"city": "Houston", "country": "US", "from": "2026-12-03", "until": "2026-12-06"},
        ],
    }
)


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("I'm in Austin from Thursday till the Tuesday after", False),
        ("I'm in Austin from Thursday till the Wednesday after", True),
        ("I'm in Austin Thurs-Tues, in Dallas the Thursday after that", False),
        ("I'm in Austin Thurs-Tues, in Dallas the Wednesday after that", True),
        ("Austin this weekend, Dallas next weekend, Houston the weekend after", False),
        ("Austin this weekend, Dallas the weekend after that", False),
        ("Austin this weekend, Houston the weekend after", True),
        ("Austin next weekend, Dallas the weekend after", True),
        ("I'm in Dallas Thursday to Sunday next week, in Houston the week after", False),
        ("I'm in Dallas Thursday to Sunday next week, in Austin the week after", True),
        ("I'm in Austin this weekend, in Dallas the next", False),
        ("I'm in Dallas this weekend, in Austin the next", True),
        ("The Saturday after the 24th I'm in Dallas", False),
        ("The Sunday after the 24th I'm in Austin", True),
        ("I'm in Dallas on Black Friday", False),
        ("Black Friday I'm in Dallas", False),
        ("I'm in Austin on Black Friday", True),
        ("I finish in Austin on Tuesday and start in Dallas on Thursday", False),
        ("I finish in Austin on Tuesday and start in Houston on Thursday", True),
        ("I'm in Dallas on Thursday", True),
        ("I'm in Austin (19-24), in Dallas (26-29), in Houston (3-6 Dec)", False),
        ("I'm in Austin (26-29), in Dallas (19-24)", True),
        ("I'm in Austin 19-24, Dallas 26-29, Houston 3-6 Dec", False),
        ("I'm in Austin 19-24, Dallas 30-31, Houston 3-6 Dec", True),
    ],
)
def test_dates_run_on_from_the_one_before(body: str, held: bool) -> None:
    assert bool(validate_draft(body, SPEC, now=NOW).violations) is held
