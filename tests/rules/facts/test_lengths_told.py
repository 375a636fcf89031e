"""Lengths that are planned, kept or told of an appointment, and what is only told of something else."""

import pytest

from align import validate_draft
from specs import Spec
from tests.claims.extracting import NOW

SPEC = Spec.from_dict(
    {
        "persona": "x",
        "currency": "GBP",
        "timezone": "Europe/London",
        "min_minutes": 120,
        "rates": [{"minutes": 120, "amount": 110}],
        "services": ["groom"],
    }
)
TOLD = """
Plan on the full hour, it's his first visit.
We'll stick with an hour.
I'd plan on ninety minutes for that coat.
Everyone gets the full half hour.
He'll need the hour and a half with that coat.
We'd need about an hour, perhaps more.
I'll need an hour with you the first time.
Shall I hold an hour for her on Tuesday?
Want me to keep an hour for you?
I keep an hour clear for you.
I could do 9.30 or 3 on Saturday. It's an hour either way.
I can fit you in on Friday. It's an hour, and I'd want you to bring your shoes.
Your visit is on Thursday, and it's a full hour because it's the first.
At six I'd have the full hour for you.
There's space at six for the full hour.
I'd have you in for the full hour.
We'd want a full hour to go through the hymns.
Take the full ninety minutes, there's no rush.
Come and have an ordinary hour with me.
You'd each get your own hour.
I've a free hour tomorrow at 6.
The lesson itself is half an hour.
There's a spare hour at four if you'd like it.
A plain hour is £50.
I'd come on Mondays, an hour each time.
We could do three times 45 minutes at mine.
I'd spend an hour with you on the chords.
Six weeks, one hour a week at my place.
One proper session this week, an hour, then we'll see.
I can do Saturday no problem. It's the usual hour and I'd come to you.
I'd propose four meetings of 45 minutes.
Both together I do in 40 minutes.
We'd walk it together, an hour in all.
I can come twice a week, an hour each time.
You've got the 3 o'clock on Friday, sixty minutes, and the £12 is off it already.
I could do Friday at 3, an hour, no rush.
An hour or ninety minutes, which would you like?
The four of you fit inside the hour we booked.
It's the studio on Friday, ninety minutes as we discussed.
We'll still have our whole hour.
Our clinic hour is £60.
"""
FINE = """
Leave the mask on for a full hour.
Plan on an hour for the drive.
Plan on an hour door to door.
Allow a full hour for parking.
Give it a full hour to dry.
It takes the full hour to get here from town.
I'd need an hour to set up before you come.
I need a full hour of sleep before that.
We'll need an hour's notice.
You'll need the hour to find parking.
I'll need an hour in the kitchen before you arrive.
I could do Saturday at 3. It's an hour on the train.
I can come to you in Kendal on Saturday at 2. It's an hour, so I'd leave at one.
I'm free Saturday at 3. It's an hour from me but I don't mind.
Take the full hour off work, you deserve it.
The paste needs a full hour on the skin.
Get the full hour of sun while you can.
I keep half an hour free between people.
Shall I hold the table for an hour?
Keep an hour free before bed for your stretches.
I can't give you the full hour, sorry, it's two hours at the least.
An hour isn't enough, so plan on two hours.
I'd plan on two hours rather than an hour.
It's an hour too short for me.
The film's at 8 on Friday. It's two hours and a bit, so bring a cushion.
The show is on Saturday at seven, it's an hour, and then we eat.
Rest it for the full hour after your session.
I had the full hour with her yesterday.
You gave me the full hour last time.
Do you want the full hour? I'm afraid two is my shortest.
I'd have the full hour for you if I hadn't sold it.
I'd like an hour to think about it.
I need an hour, stuck at the vet's.
We need an hour, then we can open the doors.
I'll want an hour for lunch.
It wants a full hour in a hot oven.
We could save an hour on Monday if you send it over.
I'll keep an hour on Monday for my accounts.
I'll hold the hour hand still for the photo.
It's an hour, isn't it, from Leeds?
My lunch is at one and it's an hour, so text me after.
The meter takes coins, it's an hour at most.
She sleeps at two, and it's an hour or so.
I've got a class at 3, it's an hour, so I'll reply at four.
The drive itself is half an hour.
Ask the vet for a quiet hour.
There's 20 minutes to go before I'm with you.
I'd love a quiet hour with a book.
The quiet hour at the shop is at ten.
I keep a free hour for admin.
You'll need a good hour to get here.
It's a good hour from Leeds.
It's a good hour on the train.
Give it a good hour to dry.
He slept a good hour after his bath.
We waited a good hour at the vet's.
A good hour of walking before we meet will calm him.
Have you got a spare hour to read the form?
If you've a spare hour, watch the video first.
In my own hour off I read.
Let him have a quiet hour in his crate.
I've a free hour before the first client, so I'll hoover.
Rub it in twice a day, 30 minutes each time.
Practise three times a week, 30 minutes each time.
Walk him twice a day, an hour each time.
I'd never spend an hour with you on your phone.
I spent an hour with her on Friday.
On the train it's an hour each time, so I come early.
The drive takes an hour each time.
Don't sit for more than an hour at a time.
Wear the splint an hour at a time.
Study an hour a week on your own.
Read with her, half an hour each time.
The flight on its own takes 45 minutes.
The bus takes 45 minutes on its own.
Three times 20 minutes in the oven does it.
The school gives three times 45 minutes of maths.
I've tried three times 45 minutes and it never worked.
I run it in 40 minutes.
She teaches them a week, two hours each time.
My train's at six, it's an hour, so I can't stay.
I'd take an hour with you any day over the gym.
I could spend an hour with them on the phone and still get no answer.
Is it half an hour or an hour on the bus, what would you say?
Do you sleep six hours or an hour, what would you like to fix?
An hour would give you time to park.
Half an hour would give me time to get there.
I could cook on Friday at 3, the lamb takes an hour, and then we eat.
The hour you missed on Friday is gone.
The hour we lost to the snow won't come back.
Our clinic hour ends at six on Fridays.
Yours is at 3 on Friday, I'll text an hour before.
The film is on Friday at 8, two hours in all, so bring a cushion.
"""


def rules(body: str) -> list[str]:
    return [v.rule for v in validate_draft(body, SPEC, now=NOW).violations]


@pytest.mark.parametrize("body", TOLD.strip().splitlines())
def test_what_the_client_will_get_is_held(body: str) -> None:
    """A client reads that the appointment lasts so long."""
    assert "duration_below_minimum" in rules(body)


@pytest.mark.parametrize("body", FINE.strip().splitlines())
def test_what_else_takes_so_long_is_not(body: str) -> None:
    """Journeys, what is prepared, what one does alone, what was and what is refused last as long as they like."""
    assert "duration_below_minimum" not in rules(body)


def test_an_hour_behind_a_week_is_a_length_of_its_own() -> None:
    """A week, then an hour each time, is no length of a week and an hour."""
    held = validate_draft("I can come twice a week, an hour each time.", SPEC, now=NOW).violations
    assert [v.text for v in held] == ["an hour"]
