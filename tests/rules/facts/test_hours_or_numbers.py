"""`slot_not_in_mission`: which numbers are hours at all, and at which hours something else is done or is so.

A line is a draft, behind `|` what it answers. The slots are from six to eight in the evening.
"""

import pytest

from align import validate_draft
from align.context import DraftContext
from specs import Spec
from tests.claims.extracting import NOW

DAY = NOW.date().isoformat()
SPEC = Spec.from_dict(
    {
        "persona": "x",
        "currency": "USD",
        "timezone": "America/Chicago",
        "rates": [{"minutes": 60, "amount": 180}],
        "mission": {"date": DAY, "slots": [[f"{DAY}T18:00", f"{DAY}T20:00"]]},
    }
)

RIGHT = """
At ten, little and often beats one long sitting.|what works for a 10 yr old?
At nine they're usually through their tables.|she's 9, is that early for fractions?
Eleven is a lovely age to begin.|lessons for my daughter (11)
Grade 5 at ten is quick work.|my son's ten and on grade 5
At seven and nine they eat whatever they rolled themselves.|the kids are 7 and 9, fussy
Ten is no age for a spaniel.|Biscuit is 10 years old, is he past it?
At four most of them won't sit for it.|my girl, aged 4
Twelve is a good number for that table.|we'd be 12
Eight is the minimum for it.|could we do it for 5 people?
I'd do two or three of the easy ones.
We'd do three or four questions he likes.
Start with two or three slow rounds.
I could do two or three braids at the front.
I've two or three oils you might like.
The studio's at 19 Linden Passage.
We're at 21 Kaye Court, second door.
A gap at 6, or one at half past seven if you're at work.
One at half past six or one at half past seven.
At 9, the shops across the road open.
At ten, the light in there is flat.
I'd rather see you at 6 than at 4.
Rather than at 4, how about 6:30?
Better at 7 than at 3, you'll have eaten.
Her carers come at nine and one, so I'd come at 6.
The nurse comes at two, so 6 is better for me.
Do it at eleven and again at three.|how often should I stretch?
Do 3, 5 and 9, and leave the rest.|which sums?
Do these at 11 and 4, ten of each.|when should I do the heel raises
Put it in at two and turn it at three.
Feed her at ten and put her down at half nine.|how do I get her to sleep before the shoot
Serve it cool, and open it at four if you eat at six.
He'll settle at two, they all do.|will he ever calm down?
First chapter 6, then we'll see about 9.
Let your mother do the three o'clock bath.
Her 4 o'clock bottle, and then she sleeps.
At three you'll want to stop, don't.|how do I draw the long pose
It grows a centimetre a month, so at three you'll be able to tie it back.
My evening's full after 7, so 7:00 at the latest.
"""

WRONG = """
At two they'll both be with me for the hour.|the twins are 2, what's free today?
At nine it's the quiet hour and we'd start with a few scales.|she's 9, when could she come today?
At nine, the table's up and the heater's on.|any room tonight?
At nine, it's quiet and warm in here.
At nine you'll be able to come straight in.
At nine you'll be ready for me, I'll have the room warm.
Do nine and I'll have the table warm for you.|what times tonight?
Two, that's the one that's left.|the twins are 2, when do you have space today?
Nine is a good number, so let's go with that.|any spot tonight?
Bring her at ten.|she's ten, would she be too young?
Ten works.|she's 10, any time you like
At ten, then.|she's 10. what time today?
Ten's yours if she's awake.|my ten year old hates mornings
She could start at ten today.|she's ten
Let's say ten, she'll be wide awake.|she's 10 years old
At nine they're both free, so nine it is.|she's 9 and so is he
Nine is fine.|is 9 ok? she's 9
At 11, and bring her book.|my daughter (11) needs help
I've got ten or eleven left.|he's ten, any slots?
Ten is a good start time for me.
Nine is a nice slot, want it?
Four is the perfect hour for it.
Three is a great shout.|is 3 ok?
I could do two or three today.
We'd do two or three, whichever suits.
Two or three works.
Come at two or three, sessions run the same.
How about two or three this afternoon?
I've 3 or 4 left today.
See you at 2 Maria Elena!
We're on for 2 Mrs Tremayne.
A gap today at 6, or 1 at a push.
There's a gap at 1, or one at half past two.
At 9, bring the amp.
Today at 9, the studio's free.
At 2, the pool house at the back, third door.
At 2, the usual place.|when are we on today?
9 sharp, the link's the same.|what time is it today?
I'd rather come at 2 than at 7.
Her carers come at nine so I'll come at two.
Let her sister come at two.
Your mum could come at two.
I could see your mother at one.
I could fit your granny in at two.
We can do it at two and again at four.
Let's do it at 2.
Could do 4.
I could do 3 and bring the small kit.
Shall we do 5, then you're home for dinner?
I can put her down at 3 for you.
Put her down for 3 then.
We'd open it up for you at 4.
We could settle on 4.
Let's settle for 4.
I'll see you about 9.
I'll see about the lift, but see you at two.
At 3 you'll be on my table.
So at three you'll come to me.
Get yourself here for one.
Put me at your door for three.
Four then, I'll bring the knives.|could you be here at 4 instead?
I could take you through the whole thing at noon.
We could do the whole lot at noon.
If he finishes at three then today at 3.30 would work.
If he's done by two then 2.15 is fine.
Come eleven, I'm free then.|how early can I come?
I'm near you about two so I'll see him then.|when could you see Bertie?
I'm round your way at two, will I knock?|can you come today?
He can sit with me at two.|when can he come today?
You could sit down with me at twenty past twelve.
I've got four, but bring the whole folder.|any slots today?
I'd have your boy on the table at twenty to five.
I'd arrive for five, sound check and all.|what time will you start with us?
Meet at the bridge three-ish.|where and when?
Three at your kitchen door.|when do you arrive today?
Reckon I can have you on the table at eleven.
I'll have him at quarter past three.|the test is tomorrow now! can you see him today?
"""


def _held(line: str) -> bool:
    body, _, inbound = line.partition("|")
    result = validate_draft(body, SPEC, now=NOW, context=DraftContext(inbound or None))
    return any(v.rule == "slot_not_in_mission" for v in result.violations)


@pytest.mark.parametrize("line", RIGHT.strip().splitlines())
def test_leaves_numbers_alone(line: str) -> None:
    assert not _held(line)


@pytest.mark.parametrize("line", WRONG.strip().splitlines())
def test_flags_hours(line: str) -> None:
    assert _held(line)
