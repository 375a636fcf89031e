"""Short drafts and the minimum of an hour: a line each, with what the client wrote behind a bar."""

import pytest

from align import validate_draft
from specs import Spec
from tests.claims.extracting import NOW

SPEC = Spec.from_dict({"persona": "x", "currency": "USD", "timezone": "America/Chicago", "min_minutes": 60})


def _flagged(line: str) -> list[str]:
    body, _, inbound = line.partition("|")
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return [v.text for v in found.violations if v.rule == "duration_below_minimum"]


FLAGGED = """
My shortest session is 45 minutes
40 minutes is the least I do
45 minutes is what I have left tonight
Half hour's the shortest I do big man|just a 20 min tidy before the do?
Ten mins in the chair and you're sorted, come past tomorrow.
20 minutes on the table and he's a new man
Ten minutes in the chair, job done
Yes yes, that is enough for us, come on Monday.|we get only lunch break, 40 minutes. is it fine?
Yes that is fine, both of you can come here on Monday afternoon then.|we get only 40 minutes. is it fine?
That's just enough|would 30 minutes do?
thirty minutes on FaceTime and you'll sleep like a baby
twenty minutes on the phone and we'll have your breathing sorted
30 minutes over Zoom and you'll feel brand new
Sure, we can do a quick 30 minutes before you head to the airport
We can do 30 mins before your flight
I can do a fast 45 before you leave for work
Could do half an hour after your meeting
Thirty minutes'll do fine for your first time, come on
Half an hour'll do for a first go
Thirty minutes will do just fine
30 min before my 10 o'clock is free if you want a quick massage?
The half hour before my 6 o'clock is free if you want it
45 minutes between two clients is open if you fancy it
First visit is half an hour on the house
30 minutes on the house for your first time
Neck only is 40 minutes
Feet alone are 30 minutes
Back only takes 30 min
Only 40 min possible today, ok for you?
30 mins doable if you come now
Twenty minutes and he's a new man
Half an hour and she's good as new
Half an hour on that neck tonight?
30 min tomorrow?
A wee half hour between the school runs suits me
Not at all|is half an hour too short?
A small refresh takes me like 30 min, just walk in
Half an hour I can squeeze for you
20 min back rub online if you can't travel
A dry brush, twenty-five minutes, job done
20 minutes, in and out
You only need 30 min for that shoulder, promise
Neck only, sure|can we do 30 min on my neck?
I do, yes|do you ever do half hours?
40 is loads for shoulders|I only have 40 min
Possible, yep, when?|half an hour possible?
Aye no bother|just a 20 min tidy before the do?
Plenty|15 mins enough for a beard?
We could squeeze in 20 minutes between your meetings
I can give you 40 minutes before your train
I could fit you in for half an hour before lunch
Happy to do a cheeky 30 minutes after your run
I've 30 minutes free before my 7pm if you fancy it
I have half an hour between two clients, want it?
There's 45 minutes free before my next, interested?
40 min before my 6 o'clock is open if you'd like a neck massage
30 min after my 7pm is yours
45 minutes would do just fine
Half an hour is just right for a first time
30 min is available if you want a taster
Half an hour over Zoom and you'll feel the difference
45 minutes on video and you'll be moving freely
For the small star we need maybe 45 minutes, come whenever
""".strip().splitlines()

LEFT_ALONE = """
Ten minutes in the chair waiting for me and you're asleep, ha
Ten mins on the couch and he's asleep, that dog
Ten mins in the shower and you're sorted for the night
Ten mins in the sun and you're burnt
Yes, that is quite normal for many couples, nothing to worry about.|He talked for 40 minutes. Is that normal?
We need an hour, so no, that is not enough for us sadly, sorry.|we get only 40 minutes. is it fine?
Today 14:30 I have one hour of yoga, then I'm yours from 6
Today 18:30 I have one hour left, do you want it?
thirty minutes on the treadmill and you'll sleep like a baby
Thirty minutes in a hot bath and you'll sleep like a baby
We can chat for 10 minutes before you head to the airport
I'll text you 30 minutes before you head to the airport
We can do a full hour before you head to the airport
Thirty minutes'll do for the drive over
Thirty minutes won't do, I need the full hour
30 min before my 6 o'clock I have lunch
30 min before your massage please don't eat
I'm free 30 min before your session if you have questions
Come 30 min before your session and relax
First hour is on the house when you take the full day
First half hour's on me when you book the 90
The first 30 minutes is free with any 90 minute booking
First 30 minutes go on your back, the rest on legs
Last half hour is on me if you book three hours
3pm at mine is too early
The drive alone is 40 minutes
Parking alone takes 20 minutes
The oil takes 20 minutes to dry
The wax takes 40 minutes to set
40 minutes possible delay, sorry
The table takes 15 minutes to set up
Twenty minutes and he's still asking questions
20 minutes today, traffic was mad
Half an hour on the neck, half on the legs, like always
30 minutes on the back and 30 on the feet, like you asked
Half an hour I can wait for you
20 min before you come, turn the heater on
20 min if you walk fast
Twenty-five minutes in the oven, job done
You only need 30 min for the drive
I don't, an hour's my shortest|do you ever do half hours?
An hour's the shortest I do big man|just a 20 min tidy before the do?
My minimum is 30 minutes' notice
the shortest way is 45 minutes by train
I've 30 minutes free before my 7pm so I'll send it then
I've half an hour free between clients, I'll ring you back then
I can reply in 30 minutes if you want
I have 30 minutes to eat before my 6 o'clock
There's 20 minutes between the two classes
I can do the paperwork 30 minutes before your session
I could come 30 minutes before if you want
Arrive half an hour before if you want to relax
The sauna's free 30 minutes before your session if you want it
We can do a quick 10 minute chat before you decide
We can do 90 minutes before you head to the airport
I can't do 30 minutes before your flight
I'd rather not do 30 minutes before your flight
Eat something 30 minutes before your cupping
20 minutes after your massage, drink a big glass of water
30 minutes is just about doable on foot
Half an hour is just what the traffic takes
45 minutes is just too short
Half an hour on the phone to the bank and you'll want a massage
Thirty minutes on the bike and you'll be warm
Half an hour on Zoom with my accountant, then I'm all yours
First half hour's on us when you book the 90
The first half hour goes on the coat, the rest on nails
We need an hour to set up
I need an hour for the stencil first
I need an hour for lunch
For the Friday one we need four hours
For the drive to you I need an hour
We could add some sight reading at the end of each hour. Ten minutes is enough
I'd keep ear training for the end of each lesson. Ten minutes does it
""".strip().splitlines()


@pytest.mark.parametrize("line", FLAGGED)
def test_flags(line: str) -> None:
    assert _flagged(line)


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_leaves_alone(line: str) -> None:
    assert _flagged(line) == []
