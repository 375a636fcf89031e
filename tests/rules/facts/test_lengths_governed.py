"""`duration_below_minimum`: what a length hangs on decides, whatever stands behind it."""

import pytest

from align import validate_draft
from specs import Spec
from tests.claims.extracting import NOW

SPEC = Spec.from_dict(
    {
        "persona": "x",
        "currency": "USD",
        "timezone": "America/Chicago",
        "min_minutes": 60,
        "services": ["sports massage"],
    }
)
LENGTHS = ["30 minutes", "half an hour", "a quick half hour", "a cheeky 35 mins", "forty-five minutes"]
BEHIND = ["", " on Monday", " before work", " between clients", " before your race", " on the legs"]
OFFERS = """
Nip in for {}.
Swing by your place for {}.
You could jump in for {}.
Hop on the table for {}.
I'm free for {}.
I'm up for {}.
There's room for {}.
I could treat you for {}.
We could start you on {}.
I could manage {}.
I don't mind doing {}.
How about {}?
Want {}?
{}? Sure, no bother.
{}? Yep, can do.
Happy with {}.
{} works.
{} is no problem.
""".strip().splitlines()
ALONE = """
I nip in to the school for {}.
I have to nip over to the bank for {}.
Jump in the bath for {}.
Pop the kettle on for {}.
Turn it down for {}.
Get your heart rate up for {}.
Stick around for {} for tea.
She's down for {}.
The website is down for {}.
We ran over for {} last week.
Lie down for {} when you get home.
Stay in for {}.
We can spare {} for lunch.
I can give you {} to think.
Want {} to think about it?
Can I have {} before I answer?
I can start {} before the ceremony.
I can be there {} before.
Could you arrive {} before?
I keep {} between clients.
Let's start with {} on the neck, then the legs.
{}? No, sorry.
Could you give me {}? Great.
""".strip().splitlines()


def held(body: str) -> bool:
    body = body[0].upper() + body[1:]
    return not validate_draft(body, SPEC, now=NOW).ok


@pytest.mark.parametrize("frame", OFFERS)
@pytest.mark.parametrize("length", LENGTHS)
def test_an_offered_length_is_one_whatever_stands_behind_it(frame: str, length: str) -> None:
    assert [behind for behind in BEHIND if not held(frame.format(length + behind))] == []


@pytest.mark.parametrize("frame", ALONE)
@pytest.mark.parametrize("length", LENGTHS)
def test_what_one_does_alone_for_so_long_is_no_appointment(frame: str, length: str) -> None:
    assert not held(frame.format(length))


@pytest.mark.parametrize(
    "body",
    [
        "We run the clinic in 30-minute blocks.",
        "How about 20 minutes over Zoom?",
        "I've half an hour free before work on Tuesday.",
        "There's a half hour going at 6 if you're quick.",
        "I've squeezed you in for 30 minutes at half six.",
        "I'd only stay 20 minutes so it doesn't wear her out.",
        "Let us take only thirty minutes.",
        "A 30 min top-up would do you.",
        "I think half an hour before dinner would work beautifully.",
        "20's plenty, see you Friday.",
        "Come for 30 minutes, parking is by the shops.",
        "Come by for half an hour, it's good for the heart.",
        "Come for half an hour after your shower.",
        "Have the chair for 30 minutes.",
        "30 minutes with my best oils works.",
        "30 minutes of quiet massage works.",
        "Book half an hour for a nap massage.",
        "I can do 30 minutes if the train is late.",
        "You only have 40 minutes booked.",
        "I know you only have 30 minutes, that works.",
        "You only have 30 min? Fine, come by.",
        "I can do a 30 minute quiet session.",
        "I've a 45 min window.",
        "There's a 40 minute gap at 6, want it?",
        "A spare 30 minutes if you fancy",
        "First one's only 30 minutes so you can try me out.",
        "45 mins is all I've got left today, want it?",
        "I've a wee half hour at 6 if that helps?",
        "An hour's gone but I've 45 minutes at 7.",
        "Sessions run 50 minutes.",
        "The session will last 40 minutes.",
        "You get 45 minutes of hands-on time.",
        "Do you want 30 minutes tonight?",
        "Did you want 30 minutes? I can do that.",
        "I can do half an hour of peace and quiet.",
        "I can do 30 minutes with my dog in the room if you don't mind.",
        "I can offer half an hour with your eyes closed and music on.",
        "Book 30 minutes to yourself tonight, you deserve it.",
        "We could do half an hour for a nap-style head massage.",
        "I can do 30 minutes if traffic is bad.",
        "I can see you for 30 minutes when the tunnel reopens.",
        "I can do 30 minutes, and then close up for the day.",
        "30 minutes each works.",
        "30 minutes to rest those shoulders? I can do that tonight.",
        "45 minutes with your phone off tonight? I can do that.",
        "Let's take half an hour to loosen that shoulder.",
        "I'd love to do 45 min but let's make it tonight.",
    ],
)
def test_other_offers_below_the_minimum(body: str) -> None:
    assert held(body)


@pytest.mark.parametrize(
    "body",
    [
        "I can't do just 30 minutes.",
        "What about half an hour before?",
        "20 minutes? Sure, I'll wait.",
        "Let's take 30 minutes to stretch first.",
        "I'll come to you, it's half an hour if the motorway is kind.",
        "If you need to stop and feed for 20 minutes we just stop and feed.",
        "I'll stay 20 minutes after for your questions.",
        "I'll give you half an hour to yourself afterwards.",
        "I'd plan 40 minutes for the drive.",
        "Parking's 30 minutes free then you pay.",
        "45 minutes and I'm with you.",
        "My half hour lunch is at 1.",
        "I keep a 30 minute gap between clients.",
        "There's a 30 minute window for arrivals.",
        "You have 45 minutes to confirm.",
        "Plus 30 minutes travel.",
        "There's a 30 minute free parking zone.",
        "Did you want 45 minutes? My shortest is an hour.",
        "Do you mean 30 minutes or the hour?",
        "30 minutes is all I have on the meter.",
        "I've 30 minutes at the gym first.",
        "Leave 30 minutes for parking and the walk.",
        "It's half an hour if the traffic is kind.",
        "Half an hour of peace and quiet is all I want this weekend.",
        "Take half an hour to yourself afterwards.",
        "I know you only have 40 minutes, but the hour is my shortest.",
        "I'd love to do 45 min but an hour is my minimum.",
        "We could have a cuppa for half an hour first.",
        "I hear you, try half an hour with your phone in another room.",
        "Half an hour feels short to me.",
        "I've only got half an hour's battery.",
        "Sat in the car for 40 minutes, all fine.",
        "Half an hour with my nan and I know all the gossip.",
        "I know you only have 40 minutes, and I'd rather keep you for the hour.",
    ],
)
def test_lengths_refused_or_of_other_things(body: str) -> None:
    assert not held(body)
