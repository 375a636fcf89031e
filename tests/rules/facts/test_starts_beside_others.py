"""`slot_not_in_mission`: starts beside an hour that is gone, of several at once, and with something else refused.

The example spec's mission is Saturday 21 November 2026, one slot, 18:00-20:00; drafts are checked
at 10:00 that morning. `|` parts a draft from the client's message before it.
"""

from datetime import datetime

import pytest

from align import validate_draft
from align.rules.example_spec import EXAMPLE_SPEC
from specs import Spec

NOW = datetime.fromisoformat("2026-11-21T10:00:00-06:00")
SPEC = Spec.from_dict(EXAMPLE_SPEC)
WRONG = """
11's gone I'm afraid, 2 or 4 instead?
Midday is booked already, half 3 how?
2 is taken, next I've got is four.
The whole morning's gone apart from 11.
I'm full today except for 4.
1:15 or 2:45 this afternoon, both suit me.
3 and 4, either is fine.
Two or half three later, which is handier?
3 or 5, take your pick.
Only one opening left, 14:00.
I have place at the studio today at 1.15.
The place at 13:00 is yours.
There would be room at 2.
What I do have is today at 2.
What's left for today: 1 or 4.
14:00 or 15:30 I still have.
I've a spare hour at two.
Anything from half two to four.
2:30 as we agreed.
A gap after the school rush, about three.
I could see him on my way home, about 3.30.
I'll call round to your apartment for 4.
I'm on my way to you for 2.
At 2:30 I'm at yours, ok?
From 2 I'm free at the studio.
You can walk across at 4.
I'll ring your doorbell at 3:15.
I'll be at your sister's place by four.
I'd want to be in your living room by 3 to start.
I can come by 1 or by half past four.
I'll come at three and be out of your way by five.
Today's class stays at 4.
Your home visit is still at four.
Can you live with 3:45?
2 onwards is grand.
4pm's wide open.
15:00 is yours, but I can't stretch it past an hour.
14:30 is open and I'm not in a rush.
2 works; 12:30 I can't do.
I'll pencil 4 in for you.
still free|is 4 still free?
2 looks free.
I'm done at 3, so 4?
Between clients at 2 I could see you.
4 rather than 3.
"""
RIGHT = """
11's gone, and 2 as well. || nothing is put in their place
11 is taken, 5 or 6 people asked already. || people are counted
2 of the towels are gone, 3 or 4 left. || towels are counted
Everything's booked except on 4th Street. || a street
3 and 4 both full. || neither is free
Two or three of you, which is it? || people are counted
I have one client left, 14:00. || her own day
The restaurant at 13:00 is shut. || another place's hours
There'd be traffic at 2. || no room
What I do have is a client at 2. || her own day
At 2 I still have a class. || her own day
So is anything after 3. || it is gone as well
Don't eat anything from 2 to 5. || advice
My train is at 2:30 as planned. || her own journey
Call me after the school rush, about three. || a call
I'll call round to the bank for 4. || an errand
I'm on my way to work for 2. || her own way
At 2:30 I'm with another client. || her own day
From 2 I'm at the dentist. || her own day
You can hand it over at 4. || a thing is handed over
The school bell rings at 3:15. || a school's hours
I'll be at your mother's funeral by four. || no appointment
You have until 3 to start the form. || a deadline
Dinner stays at 4. || a meal
Your home game is still at four. || the client's event
3 would be lovely but I can't. || taken back
3 is good but I can't do it. || taken back
3 was free and I'm not sure it still is. || taken back
I'm free except for 4. || the one hour that is not
still free|is parking free after 4? || parking
3pm is taken, 4pm too. || gone as well
3pm is taken, as is 4pm. || gone as well
3 looks, free of charge. || outfits
Between clients at 2 I eat. || her own day
4 rather than 3 songs, please. || songs
It's the same at your home, 4 of you. || people
"""


def _flagged(line: str) -> list[str]:
    body, _, inbound = line.partition("|")
    result = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return [v.text for v in result.violations if v.rule == "slot_not_in_mission"]


@pytest.mark.parametrize("line", WRONG.strip().splitlines())
def test_flags(line: str) -> None:
    assert _flagged(line)


@pytest.mark.parametrize("line", RIGHT.strip().splitlines())
def test_leaves_alone(line: str) -> None:
    draft, _, _ = line.partition(" || ")
    assert not _flagged(draft)
