"""`location_not_in_facts`: the one day of a sentence is that of the place it offers, and a greeting's place is today's.

A line is one draft; `«»` mark a place that the locations do not give on that day. Each table is read as one
persona of fixtures/ would send it, on one morning.
"""

import pytest

from tests.rules.facts.marked_tables import Who, flagged, is_marked, rows

TABLES = {
    # Wednesday the 14th of October; Austin until Sunday the 18th, Houston from Monday the 19th to Saturday the 24th.
    ("gold/personas/quinn", "2026-10-14T10:00"): r"""
On Friday you can come to me «in Houston», I've hired a lovely warm room
2pm today is yours, see you «in Houston»
I've Saturday at 6 going, at yours «in Houston»
You're booked for an hour on Thursday at four, so come and find me «in Houston»
On Tuesday you can come to me in Houston, I've hired a lovely warm room
On Friday you can come to me in Austin, I've hired a lovely warm room
2pm today is yours, see you in Austin
See you Friday, and say hi to your sister in Houston
I'm free on Friday but you could also come to me in Houston
If Friday won't do, you can come to me in Houston instead
Friday is packed, otherwise you can come to me in Houston
Good morning from Austin! I'm down by the market.
Good morning from «Houston»! I'm down by the market.
In «Houston» now, down by the river
In Austin now, down by the river
Hello from a friend of a friend in Houston!
""",
}


@pytest.mark.parametrize(("who", "line"), rows(TABLES))
def test_case(who: Who, line: str) -> None:
    assert bool(flagged(who, line, "location_not_in_facts")) is is_marked(line)
