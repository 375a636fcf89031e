"""Addresses and codes that the client has given, and words that only look like a street: what is flagged.

A line is one draft; `«»` mark an address that is given too early, and `<<` comes before the
client's message.
"""

import pytest

from tests.rules.facts.marked_tables import Who, flagged, is_marked, rows

TABLES = {
    ("gold/personas/noor", "2026-11-10T09:00"): r"""
Perfect, so same as last time: 63 Willow Crescent, in by the side door << yep same address as last time
So it's still 63 Willow Crescent, grand << we're at the same house
Same place: 63 Willow Crescent, I'll be there at six << no change, same place as usual
Same as last time: «63 Willow Crescent», side door
Same as last time: «63 Willow Crescent», side door << is it the same address as last time?
Same time as last time, and I'm at «63 Willow Crescent» now << yep same address as last time
The coordinator's code for it is 5150, I've it written on my hand << the venue is round the corner, door code 5150
The door code is 5150, got that << door code 5150, fourth floor
The door code is «5151» << the venue is round the corner, door code 5150
My code for the side door is «5150»
The code for the gate is «5150» << what's the code for your gate?
I play one wooden cello close to a microphone
It's two quiet rooms close to the river
I'm at «2 Willow Close», by the river
I'm at «12 Willow Close», to the left of the shop
The two of us work close together
I'm at «14 Mill Close» to the park
Come to «22 Orchard Close» together with your sister
Same place as last time: «8 Mill Close» << loved your place, see you at the same address on Friday
Still at «8 Mill Close» << are you still at the same address
Same as ever, «8 Mill Close» << same flat as usual then
""",
}


@pytest.mark.parametrize(("who", "line"), rows(TABLES))
def test_case(who: Who, line: str) -> None:
    assert bool(flagged(who, line, "address_before_lock")) is is_marked(line)
