"""`slot_not_in_mission`: starts that a clause states, praises, asks for or turns down.

The example spec's mission is Saturday 21 November 2026, one slot, 18:00-20:00; drafts are checked
at 10:00 that morning.
"""

from datetime import datetime

import pytest

from align import validate_draft
from align.rules.example_spec import EXAMPLE_SPEC
from specs import Spec

NOW = datetime.fromisoformat("2026-11-21T10:00:00-06:00")
SPEC = Spec.from_dict(EXAMPLE_SPEC)
WRONG = """
We'll have you up on the couch for 4:30.
It'd have to be 4 this afternoon, I'm afraid that's all there is.
That would need to be 2 at the earliest.
All of those suit me.|4 or 5 or 5:30 today?
Either of those is grand.|1 or 2 today?
3 makes the most sense.|is 3 alright?
3:30 sits neatly between my other two.
5 has your name on it.|5?
The latest would be 9 tonight.|how late can I come?
Would you mind if we met at 4 instead?
How about I turn up at 3?
Your brother at 4 is fine by me.
I could nudge you back to 9 tonight.
Her at 2 and you at 3, lovely.|2 for her and 3 for me?
Your dad can come at 3.
The next one I can offer starts at 9 tonight.
I'm tied up till 4, so say ten past?
9:30 is my last tonight.
From 2 I'm all yours.
4 you come straight over?
So 3 it'll be.|can we do 3
It's 4, pet.|is it 4 or 5 today?
I could be at your door by 4.
""".strip().splitlines()
RIGHT = """
I'd have you out the door by 8:30, so come at 6.
It'd have to be done by 5, so I'll send it now.
Neither of those works.|4 or 5 today?
4 clashes with the twins.|is 4 ok?
3 would be a real stretch for me.|3?
4 falls right in the middle of my class.|4?
Heatwave hits us at 2, so 6:30 is kinder.
4 👎 6 👍|4 or 6?
4 no, 6 yes|4 or 6 today?
4 today my mother has the car.|today 4?
The 4:10 is fine, you'd be here with time to spare.|I'm on the 4:10 train
Yours was at 9 and the next person is here from 11.
Just the hour then, because at 9 we eat.
Would you mind if I rang the venue at 4?
They pushed the rehearsal to 4.
The latest they open is 9.
6:30 is my next one, 7 is still free.
After 3 I'm fetching the kids.
How about I text you at 4?
It's 4 in the parish hall.|what time is the concert?
I'll be there by 5:45 to set up.
""".strip().splitlines()


def _flagged(line: str) -> list[str]:
    body, _, inbound = line.partition("|")
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return [v.text for v in found.violations if v.rule == "slot_not_in_mission"]


@pytest.mark.parametrize("line", WRONG)
def test_flags(line: str) -> None:
    assert _flagged(line)


@pytest.mark.parametrize("line", RIGHT)
def test_leaves_alone(line: str) -> None:
    assert _flagged(line) == []
