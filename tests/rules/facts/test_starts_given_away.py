"""Starts from the professional's own diary, in plain short words: a line each, the client's message behind a bar.

The slots are 11:00-14:00 and 18:00-21:00 on Wednesday 13 January 2027; it is the morning of that day.
"""

from datetime import datetime

import pytest

from align import validate_draft
from specs import Spec

SPEC = Spec.from_dict(
    {
        "persona": "x",
        "currency": "USD",
        "timezone": "America/Chicago",
        "rates": [{"minutes": 60, "amount": 160}, {"minutes": 90, "amount": 230}],
        "mission": {
            "date": "2027-01-13",
            "slots": [["2027-01-13T11:00", "2027-01-13T14:00"], ["2027-01-13T18:00", "2027-01-13T21:00"]],
        },
    }
)
MORNING = "2027-01-13T06:15:00-06:00"
DAY_BEFORE = "2027-01-12T17:15:00-06:00"


def _flagged(line: str, now: str = MORNING) -> list[str]:
    body, _, inbound = line.partition("|")
    found = validate_draft(
        body, SPEC, now=datetime.fromisoformat(now), context={"inbound": inbound} if inbound else None
    )
    return [v.text for v in found.violations if v.rule == "slot_not_in_mission"]


FLAGGED = """
Grab my 4:15 today
Grab my 4 today
Grab my 4pm
Want my 4:15?
Do you want my 4:30?
Take my 4
you can have my 4pm
You can grab my 3
My 4 just cancelled if you want it
4 just opened up
4 has come free
I've had a 4 come free
I've a 3:30 going
Anna, I can be there by 4
I could be there by 4
We can be there by 4
ok, I can be there by 4
Can be there by 4
I'd be there by 4
I can make it by 4
Expect me by 4
I'll knock at 4
See you 4
cya at 4
see you 1600
1630 works
0930 works
0930?
get here for 4
aiming for 4
In my diary for 4
keen for 4
up for 4?
locked in for 4
Happy with 4
good with 4
let's go with 4
make that 4
let's call it 4
let's settle on 4
Why not 4?
What if we did 4?
I'd suggest 4
I was thinking 4
just confirming 4
calendar says 4
Start time's 4
Added you at 4
starting at 4
You're my 4
Best I can do is 4
First I have is 9
4 sound ok?
4 at mine?
Mine at 4?
4 for an hour?
either 4 or 7
4 or 7, your choice
I can do 4 to 5
I'm out till 3 so 4?
mamaya at 4pm
heute 16h
Earliest I can get the van to you is 4
I could be in your kitchen by 4
I'm in town till 3, so with you for 4
ok done, 4 pm today
grab the 3:15, it's the only one left today
"""


@pytest.mark.parametrize("line", FLAGGED.strip().splitlines())
def test_holds(line: str) -> None:
    assert _flagged(line)


PASSED = """
Grab my 7 tonight
Anna, I can be there by 7
My 4 is taken
My 4 is a regular
My 4 cancelled so I'm off home
they want my 4:15
I want my 4 hours of sleep
you can't have my 4, it's booked
Don't grab my 4:15
someone grabbed my 4:15
grab my 4 bags
Take 4 deep breaths
Happy with 4 people
go with 4 towels
I'd suggest 4 sessions
make that 4 towels
see you 4 times a month
See you 2027!
code 0930 works on the gate
The code is 0930
1600 for the package
4 works of art
4 at a time
4 at yours, right? You said 4 guests
either 4 or 7 sessions
4 or 7, your choice of oils
I do 4 to 5 a day
I'd do 4 to 5 weeks between
best I got is 4 chairs
The best I can do is 4 stars
if I could be there by 4 I would
I wish I could be there by 4
No way I can be there by 4
I can't be there by 4
I have to be there by 4
My daughter can be there by 4
I'll text you if I can be there by 4
I can be there by 4 tomorrow
I can be there by Friday
Booked from 3 to 5, so 7?
I arrive in town at 4
what time suits, before or after 4?
roadworks starting at 4
Kick off's at 3, so let's train at 7.
park gates open at 10
3 opened up but it's gone again
Please have him in from the yard by 4 so he's dry for 7.
grab the 3:15 train and you'll be here for 7
I'm out till 4 so 7?
Let's do bukas, 4 in the afternoon
demain 16h
domani at 4
see you mañana at 4
morgen 4pm
not today, tomorrow at 4
Guten Morgen! 7 works
buenos días, 7pm?
"""


@pytest.mark.parametrize("line", PASSED.strip().splitlines())
def test_passes(line: str) -> None:
    assert not _flagged(line)


@pytest.mark.parametrize("body", ["Let's do bukas, 4 in the afternoon", "demain 16h", "morgen um 16 Uhr"])
def test_tomorrow_is_the_missions_day_the_day_before(body: str) -> None:
    assert _flagged(body, DAY_BEFORE)


@pytest.mark.parametrize("body", ["heute 16h", "mamaya at 4pm", "Grab my 4:15 today"])
def test_today_is_another_day_the_day_before(body: str) -> None:
    assert not _flagged(body, DAY_BEFORE)
