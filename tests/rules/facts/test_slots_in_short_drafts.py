"""Short drafts and the mission's slots: a line each, with what the client wrote behind a bar.

The example spec's slot is Saturday 21 November 2026 in Austin, 18:00-20:00; it is 10:00 that morning.
"""

from datetime import datetime
from functools import lru_cache

import pytest

from align.compiled import CompiledSpec
from align.rules.example_spec import EXAMPLE_SPEC
from align.validate import compile_spec, validate_draft
from specs import Spec

NOW = "2026-11-21T10:00:00-06:00"


@lru_cache
def _spec() -> CompiledSpec:
    return compile_spec(Spec.model_validate(EXAMPLE_SPEC))


def _flagged(line: str) -> list[str]:
    body, _, inbound = line.partition("|")
    found = validate_draft(
        body, _spec(), now=datetime.fromisoformat(NOW), context={"inbound": inbound} if inbound else None
    )
    return [v.text for v in found.violations if v.rule == "slot_not_in_mission"]


FLAGGED = """
Confirmed for today by 9pm
I can't see you before 6, any time after 9 is good
We could squeeze in 3:15
Fancy meeting at 3?
Do you fancy meeting me at 3 today?
Looking forward to meeting you at 3
Meeting at 3 works
How about meeting up here at 3?
Pick you up at 3?
It'll be ready for you at 3, kettle on and all
I'll be ready at 3
The table will be ready at 3
ard 3 ok?
I cud do 3
I have 4 free
I've got a 12:30 open if you can sneak out
There's a 4:15 open today
I could be parked outside yours at 1 today, does that suit?
I can be parked up at yours for 2 today
We could be set up in your living room at 3 today
I'd be knocking on your door at 3
Works away, see you and Pepper then.|Would today at 13:30 do you?
Does indeed, see you then|Would 2 do you?
That'd do nicely, see you both then.|Would today at 1:30 do?
Works a treat, see you then|could we do 3?
Works grand|is 4 ok?
Suits me grand, see you then|is 4 ok?
Today by 2pm is okay, I'll be at your gate.
By 2 is fine, I'll be there
Today by 3pm is good for me
Let us fix it for today by 4pm
I will come by 3pm today
Let us start by three this afternoon, I'm still with another client till then.
Let's start by 3 today
We can begin by 4 today
We start by 2pm, please be ready
if you can get here by quarter past one this afternoon, I'd be tickled to have you
If you can make it over by 2, I'd love to have you
if you get here by 3 I'll squeeze you in
Get yourself here by 2 and you're in
Today 14:30 I have one hour left, do you want it?
Today at 3 I have an hour left
At 15:00 today I have one gap, want it?
14:30 today I have ninety minutes free
The room is empty at 14:00 today, come then
The room is free at 2 today
The studio is empty at 3, come then and we'll have it to ourselves
The chair is empty from 3 today if you want it
I could do 1 today, does that suit?
I can be with you at 1 today, any good?
I've 2 today, does it suit?
Let's say 3 today, is that ok with you?
I'll come to you at 3, would that work?
You could pop in at 2, how does that sound?
I've put you in for 4, that all right?
3 today I have free, do you want it?
I can squeeze you in at 4, shall I book it?
We start at 3, you okay with that?
By 2 this afternoon works for me
3pm works, or by 4 if you prefer
Let us do it by 3 today
If you can make it to the studio by 2 I can take you
If you come over by 3 today I'll take you straight away
2 and 3 are both open
I'm back from the vet at 3, come then
My son finishes school at 3, so come by then
I get a break at 2. Swing by then
3pm at the studio, you're down in the book
15:00 in the salon, your name is on it
2 today in the shop then
At 2 I've one spot left
3pm I've still got a gap
4 o'clock I have free
at 2 there's a gap if you want
16:00 I still have a slot, interested?
Suits perfectly|would 3 suit?
It does, see you then|2pm ok?
That does nicely|does 4 work?
Works for us, see you at the studio|shall we say 3 today?
Works!|could you do 1pm?
Suits me down to the ground|how about 3?
Today 2pm is what I have
3 is all I've got today
4pm is what's left
2 is the only thing I have
3pm would be what I can offer
What I have is 3pm
All I've got left is 4
15:00 at your house, I'll bring the table
3pm at yours, table and oils packed
4 today at mine, parking's round the back
Today 3pm, your place
At 1:30 my deep tissue cancelled, want to jump in?
My 3 o'clock fell through, want it?
The 2pm just pulled out, shall I slot you in?
Someone bailed on 4, fancy it?
A client dropped out at 3, so you could have that
2:30 just opened up
I've had a no-show at 3, any interest?
If you're about at 2 I'll swing by with the clippers
If you're home at 3 I can pop round
If he's free at 1 I'll do him first
When you're back at 4 we'll start with the beard
Aye 4 is dead on
3 is bang on for me
I'll keep you 4 so, don't be late
Saved you 3, ok?
I've held her 2, let me know
5am if you're game
3 the day if you're free
Tomorrow is grand but 2 today's better
Studio at 3 today, bring a towel
Your place at 4?
My studio at 2 then
3 I'll give you
4 to 5 I'm keeping for you today
2pm I've held for you
Sorry, I meant 3pm today
Bride at 9, moms at 10
Ok 3, see you then
4pm today, see you both!
I can stretch to 3 for you
He's in at 3 today, all booked
By 3 I will be free for her
By 2 I'll be at your gate
See you by 3 this afternoon
Expect you by 2 then
3 on the dot please
1:30's a yes from me|does 1:30 work?
3 is a goer|does 3 work?
Not at all!|is 4pm too late?
Not at all, come on|would 3 be too early?
Never too early for you|would 3 be too early?
2, if you can|what time works?
3, and bring a towel|when should I come?
4s sound|u free at 4
You can sit from 2, I'll have the oils warm before
3pm slot still there
3 after lunch is also doable
Coming to your building by 3 today
My 2pm rescheduled, wanna come then?
Will I put you down for 1?
Will we say 3 today?
Tell your dad half 2
3pm drop off works grand
Noon's gone but 3:45 isn't
Half two is taken, half three isn't
At 3 I'd have time for your mum
Go on then, for you|any chance of 3 today?
Of course you can lovely|could I come at 2 instead?
1, 2:30 or 7|what times do you have today?
3|3 or 6?
Be with you for 2|when could you be here
Could push it to 4:15|any earlier than 5?
Grand, see ye|tonight at 9?
Aye bring him on|can you squeeze my lad in at 3
Half 1 it is chief|half 1 ok
It can surely|can it be 4 instead of 5
1 would do me|what about lunchtime, 1?
""".strip().splitlines()

LEFT_ALONE = """
Confirmed, I'll send the form by 9pm
Confirmed, today by 9pm I'll send the form
Booked, today by 9pm you'll have the photos
I can't see you till tomorrow, any time after 2 is good
Next Saturday I have 9:30, 11:00 and 12:30 in the morning
I ran it in 3:15
In Austin I come to you, in the other two you come to me
I'm in a meeting at 3
I'm meeting my sister at 3
Meeting her at 3, so 6 suits better
Thanks for meeting me at 3
Bella will be ready at 3
He'll be ready for 3, washed and dried
Your dress should be ready for 3
Pick up at 3?
I'd do it all 4 free for that smile
I've got a 12:30 with my dentist
I've a 4:15 already
We could be set up in your living room at 6 tonight
I was parked outside yours at 1 today, nobody home
I'll be parked outside the school at 3 today collecting my son
I finish by 3pm today
I should have an answer by 3pm today
You'll get the invoice by 3pm today
Please confirm by 3pm today
By 3 today is too early for me
By 7pm today is okay
Let us finish by three this afternoon
The road works start by 3 this afternoon
School starts by 3 today
If you can get here by quarter past six this evening, I'd be tickled to have you
If you can get off work by 3 you'll beat the traffic for your 6 o'clock
If you can let me know by 3, the 6 o'clock is yours
Today 14:30 I have a client, so 6 is better
The house is empty at 3 today while the kids are at school, so quiet for me to do admin
I finish at 3, is that ok?
I'm with a client till 3, is that too late?
The bus gets in at 3, does that help?
I could do 6 tonight, does that suit?
You said 3, is that right?
Did you say 3 today, or was it 6?
I can't do 3, is 6 ok?
I have nothing at 3, does 6 suit?
You asked about 3 today, is it urgent?
If you get here by 5.45 we can start at 6
We should be finished by 2
I'd like to be packed up by 4
Let us know by 3 if you're coming
Let's hope the rain stops by 3
Let's get this confirmed by 3 so I can hold the 6pm
If you pay by 3 the 6pm is yours
If you can get back to me by 2 I'll keep the 6 for you
By 3 I'm usually wrecked
I can't start by 3, 6 is the earliest
We'll be done by 3
If I get home by 3 I'll ring the vet
Could you let me know by 2 today
By 2 is too late for me
It's fine to reply by 3
2 and 3 are both taken
1pm today is gone, and so is 2
2 o'clock, 3 o'clock and everything up to 6 is booked
1 to 5 is blocked off
3 or anything close to it is out
9, and the whole evening after, has been taken
4 today has just been snapped up
Doors open at 6 tonight, come then
I finish at 3, come another day
School's out at 3, then we head home
I'm done at 3, so come tomorrow then
2 today at the vet, then I'm free for you from 6
3 at the gym for me, so see you at 6
14:00 at the salon there is a class, so 18:00 for you
3pm at the studio is taken
At 2 I have a dentist appointment, 6 is free
At 3 I've a client, 6 is open though
At 2 I have lunch, at 6 I'm free
3 today I've a lesson of my own
At 3 I have no gap left
At 3 I don't have anything left, sorry
3 is what I have in the diary for someone else
2pm is what she said, but I only have 6
3 is when my shift ends
2 at yours, you said, but I've only 6
My 3 o'clock cancelled her membership, sad day
My 6 o'clock pulled out, want it?
My 3 o'clock ran over, sorry
My 2pm is running late
Someone already grabbed 4
A client swapped into 3, so only 6 now
3 fell through for me too, sorry about your viewing
If you're home at 3, I'll be there at 6
If you're back at 4 that leaves plenty of time
If you're awake at 3 in the morning I'll worry
When you're in work at 2 I'll text the address
4 is dead in the shop, sit tight till 6
Keep you 4 brushes, they're free
6 if you're free
2 if you're the early bird, 3 if not, that's how the cafe queue goes
Tomorrow 7am at the gym, then nails, so 9 for you
Tomorrow noon at church for the rehearsal, can't do that
1pm at the salon is my own appointment
8am at the airport tomorrow, picking up my sister
The studio at 2 is too warm
Office at 9, gym at 10, so come at 6
The park at 5 is lovely
My place at 3 is a madhouse, come at 6
4 I'm giving to another client
4 I've kept free for lunch
I didn't mean 3
3 is too hot, come at 6
3pm is too early for me
2 is too tight, sorry
2pm is too close to lunch
I'm off at 3, see you tomorrow
I finish at 3, see you at 6
The class ends at 3, see you after
My lunch stretches to 3, sorry
He's back at 3 from school
She's back in town at 3
By 3 I will be on the bridge
By 6.30 I'll be free for you
By 3 I'll be ready to drop
8 on the dot my kid has football, so 6?
3 sharp my son finishes school
3 is a no from me|does 3 work?
Not at all, but 6 is better for me|is 4pm too late?
2, and a robe|how many towels?
2 weeks from now|when is it?
4s taken|u free at 4
You can sit in the garden from 2 if you're early for 6
9 in the morning nobody here, only the cat
10 am slot gone, sorry
3pm taken!
Evening 9 I have back to back, 7 then
3 after lunch is too heavy
Coming back from Mumbai by 3 today
My 2pm rescheduled so I'm finally getting lunch
Will I be rung at 3 today?
Tell your dad half 6
Tell her I finish at 3
3pm pick up works grand
2pm pick-up is fine
6 isn't free and 3 isn't
Shout at 4 if you need the door code
At 3 I'd have no time for your mum
Of course you could last week, but today I'm full till 6|could I come at 2 instead?
It is a bit, 6 is kinder|is 4pm too late?
9 is past my bedtime haha|can you do 9 tonight?
6 please|3 or 6?
4s no good|u free at 4
Not at 3, he'd be after yours at 6|can you squeeze my lad in at 3
I'm at another house half 1|half 1 ok
""".strip().splitlines()


@pytest.mark.parametrize("line", FLAGGED)
def test_flags(line: str) -> None:
    assert _flagged(line)


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_leaves_alone(line: str) -> None:
    assert _flagged(line) == []
