"""`slot_not_in_mission`: a start is one in any form of clock time, whatever verb offers it."""

import pytest

from align import validate_draft
from specs import Spec
from tests.claims.extracting import NOW

SPEC = Spec.from_dict(
    {
        "persona": "x",
        "currency": "USD",
        "timezone": "America/Chicago",
        "rates": [{"minutes": 60, "amount": 180}],
        "services": ["sports massage"],
        "mission": {
            "date": NOW.date().isoformat(),
            "slots": [[f"{NOW.date().isoformat()}T18:00", f"{NOW.date().isoformat()}T20:00"]],
        },
    }
)
OUTSIDE = ["3pm", "half 3", "3.30pm", "15:00", "15.00", "15h", "three o'clock", "3 this afternoon"]
STARTS = """
Spot's just opened up at {}.
A slot freed up at {}.
There's room at {}.
I'm happy with {}.
All good for {}.
I'm clear at {}.
I've nobody at {}.
I'll start at {} with you.
I start at {} with you.
I would start the ceremony part at {}.
Nip in at {}.
Head over for {}.
Rock up at {}.
Nip by my rental around the corner at {}.
Nip round to the back gate at {}.
I'll be over at {}.
I'll be over to you around {}.
I can get to you by {}.
Can you be here by {}?
Will {} do?
My suggestion would be {}.
New time is {}.
Your start time's {}.
My diary says {}.
We'll get going at {}.
{} is the only one left.
{} is when I have room.
{} I'm free.
From {} I'm yours.
Reminder: {}.
Same place, {}.
One slot left, {}.
{} today opened up.
My afternoon has opened up at {}.
Just show up at {} and ring the bell.
I'm up for {}.
Keen for {}?
Would you be able for {}?
Your session starts at {}.
Sports massage starts at {}.
Be here by {}.
I'll be with you by {}.
I will be at your place by {}.
Come on by around {}.
Bring the dog at {}.
You asked about {}, yes!
You asked if {} works: it does.
You asked if I had anything at {}. I do!
See you at {}, I can't do later.
I've moved my {} so that slot is yours.
{} is when we start.
Pop out here at {}.
Can you pop out at {} to mine?
I was free at {} and I still am.
{} is still there.
""".strip().splitlines()
NO_STARTS = """
{} cannot.
{} can't, sorry.
{} got booked.
Someone has {} already.
Someone's booked {}.
Anything but {}.
I was free at {} but it went.
I pop out at {}.
I nip out at {} for lunch.
They turn up at {}.
I'll nip over to the bank at {}.
She's back in town at {}.
The plumber is coming at {}.
The gym opened at {}.
I opened up the shop at {}.
I start at {} most days.
I'm good until {}.
My next client is at {}.
I'm having my own massage at {}.
I've a gap for lunch at {}.
The sauna's open at {}.
We've got the plumber at 2 and my in-laws at {}.
I have to get going at {} to fetch the kids.
Nobody can do {}.
Nobody has ever come at {}.
You asked about {}, sorry.
You asked about {}, yes but it's taken.
I know {} would be best for you but I'm only free from 6.
{}? I wish.
{} is when I've a room full of people.
{} is when I have a lunch slot.
I was free at {}.
You asked if the pool opens at {}. It does!
You said your flight lands at {}, perfect.
You asked if my class is at {}, yes.
My massage starts at {}.
My morning opened at {} with the baby crying.
The parcel will be at your place by {}.
{} is when we start dinner.
They show up at {}.
""".strip().splitlines()


def held(body: str) -> bool:
    body = body[0].upper() + body[1:]
    return not validate_draft(body, SPEC, now=NOW).ok


@pytest.mark.parametrize("frame", STARTS)
def test_offers_a_start_outside_the_slots(frame: str) -> None:
    times = [t for t in OUTSIDE if t != "15h" or "for {}" not in frame]  # "for 15h" is a length
    assert [time for time in times if not held(frame.format(time))] == []


@pytest.mark.parametrize("frame", [*STARTS, *NO_STARTS])
def test_leaves_a_start_inside_the_slots_alone(frame: str) -> None:
    assert not held(frame.format("6:30pm"))


@pytest.mark.parametrize("frame", NO_STARTS)
def test_leaves_other_times_alone(frame: str) -> None:
    assert [time for time in OUTSIDE if held(frame.format(time))] == []


@pytest.mark.parametrize(
    "body", ["Within 15h of the session.", "It's 15.00 for the hour.", "15h notice, please."]
)
def test_a_length_or_a_sum_is_no_start(body: str) -> None:
    found = validate_draft(body, SPEC, now=NOW).violations
    assert "slot_not_in_mission" not in {violation.rule for violation in found}


@pytest.mark.parametrize(
    ("body", "clean"),
    [
        ("I could see you at 6:30 or tomorrow morning at 9.", True),
        ("I could see you at 6:30 or this evening at 7.", True),
        ("I don't do mornings, so what's left is 6:30.", True),
        ("I'm in from the morning. I have a gap from half past six.", True),
        ("One evening chair at 7 and one in the evening at 6.", True),
        ("Parking is four dollars an hour, and it's free after 5.", True),
        ("Let's start you at 3pm and then we're never rushed.", False),
        ("I can go on at 3pm after the other fella.", False),
        ("3pm is settled then.", False),
        ("I've just had someone pull out of 5 o'clock, want it?", False),
        ("Can pull up at 11h30.", False),
        ("I had 11h30 of driving.", True),
        ("Until 3 then!", False),
        ("Until 3 then I'm with somebody.", True),
        ("I could get back to you by 5.", True),
        ("I could get the photos to you by 5.", True),
        ("I could get over to you by 5.", False),
        ("I would start the oven at 5.", True),
        ("I'd open the window at 3.", True),
        ("I'd start your trial at 5.", False),
        ("3 is when I have lunch.", True),
        ("3 is when I've a class.", True),
        ("3 is when I've a slot.", False),
        ("The treatment's available at 3.", False),
        ("The bed's free at 3.", False),
        ("Anna's free at 3 to see you.", False),
        ("Pop out to me at 3.", False),
        ("Come at 4 200 cash", False),
        ("You asked for 3pm and 3pm it is.", False),
        ("My 3pm got cancelled so it's yours.", False),
        ("My 3pm can't make it so it's yours if you like.", False),
        ("My 3pm can't make it, sadly.", True),
        ("4's not free, nor 5.", True),
        ("4's not free, nor is 5.", True),
        ("5 would have been perfect, shame.", True),
        ("5 would be perfect.", False),
        ("If only I could do 5!", True),
        ("Someone else nabbed 5, 6:30's left.", True),
        ("I've saved 5pm for you.", False),
        ("You were down for 5 but I've moved you to 6.", True),
        ("I have you down for 5.", False),
        ("I have you down for 5pm but can do 6.", False),
        ("If only for an hour, 3pm works.", False),
        ("My alarm's set for 5.", True),
        ("Doors lock at 9 so come at 7.", True),
        ("9pm is all that's left tonight.", False),
        ("I'm afraid it's 9pm or nothing.", False),
        ("You asked if you could come at 3, yes!", False),
        ("Come at one in the afternoon at mine.", False),
        ("Come at one fifty for an hour.", False),
        ("We're at one eighty for the hour.", True),
        ("See you at 3 180 for the hour", False),
    ],
)
def test_halves_of_the_day_and_whose_time_it_is(body: str, clean: bool) -> None:
    assert held(body) is not clean
