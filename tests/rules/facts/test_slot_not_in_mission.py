"""Starts outside the mission's slots: what is flagged, and what is left alone.

The example spec's mission is Saturday 21 November 2026 in Austin, one slot, 18:00-20:00;
drafts are checked at 10:00 that morning unless a case says otherwise.
"""

from datetime import datetime
from functools import lru_cache

import pytest

from align.compiled import CompiledSpec
from align.rules.example_spec import EXAMPLE_SPEC
from align.validate import compile_spec, validate_draft
from specs import Spec

NOW = "2026-11-21T10:00:00-06:00"
EVE = "2026-11-20T16:00:00-06:00"
WEEK_BEFORE = "2026-11-18T09:30:00-06:00"


@lru_cache
def _spec() -> CompiledSpec:
    return compile_spec(Spec.model_validate(EXAMPLE_SPEC))


def _flagged(body: str, inbound: str | None = None, now: str = NOW) -> list[str]:
    found = validate_draft(
        body, _spec(), now=datetime.fromisoformat(now), context={"inbound": inbound} if inbound else None
    )
    assert not found.errors
    return [v.text for v in found.violations if v.rule == "slot_not_in_mission"]


TERSE = """
3pm works
5 is perfect
4:30 then
4?|any chance today?
3:30 then|sorry can't do 2, anything else?
got 4 or 5 free
2 this arvo is free
half four suits
let's say quarter past|5pm ok?
9 tonight is yours
see you at 5
see u at 4ish
could do 3 today
noon is all yours
5:15?
fits at 2, want it?
1pm today if that helps
yes to 4pm
ok 4pm
lock in 5pm
5pm it is
16:00 works
at 1730 then
come at 5p
9 or 9:30 tonight
tonight at nine
quarter to nine tonight works
half eight tonight?
midday suits me
I've 3 free
4 o'clock is open
got 8:30 tonight
make it 5
how about 5?
can u do 4?
say 5 today
""".strip().splitlines()

CHATTY = """
Thanks so much for getting in touch! The hour is $180 and I'm at South Congress until Tuesday. My next opening today is 2:15 if you'd like it.
Hi Sam! I finish my last client at 4 so I could squeeze him in at 5. Bring a towel and wear something loose.
You're booked in for 5:30. Parking is easy after 6, and the code comes by text.
No problem at all, I've moved you from 6 to 5 so you make your 8 o'clock dinner.
The wedding is at 3, right? Then I could see you at 1 for the trial, just before the guests arrive.
I'd love to fit you in. Doors open for you at 2, tea is on, and we'd finish by 3:30.
Anytime between 1 and 4 is open, just pick what suits and I'll hold it until noon.
I'm free from 7 to 9 tonight, so take your pick.
My flight lands at noon and I'm all set up from 3, so 3:30 is yours if you want it.
I know you said 6 was your preference, but what about 5 instead?
Good morning! Lovely to hear from you. I have 10:30, 12 and 6:30 today. Which suits you best?
Happy to help with that shoulder. Tonight I can offer you 8:30, the studio is quiet then.
Would four this afternoon be any good? I have another client at 6.
It's a lovely bright Saturday and I've a gap at 11:30 and another at 4.
You asked about evenings: I usually work till nine, and tonight 8:45 is still free.
I'll be with you at 4, text me when you're parked.
I'll hold 3pm for you until I hear back.
Not 6, but 5 is open.
So that's the ninety at 2 today, $250, pay before we start. See you then!
If 6 is too late, I could do 4.
The 6pm has gone but there's a 5 o'clock left.
""".strip().splitlines()

AHEAD = [
    ("Tomorrow at noon is all yours.", EVE),
    ("tmrw 3 works", EVE),
    ("2moro at 4?", EVE),
    ("Saturday at 5 or Sunday at 11, up to you", EVE),
    ("Saturday is wide open. How about 10?", WEEK_BEFORE),
    ("Sat 2pm?", WEEK_BEFORE),
    ("this Saturday at half three suits", WEEK_BEFORE),
    ("Let's do 11am on the 21st.", WEEK_BEFORE),
    ("Sat 21st at 9am is confirmed", WEEK_BEFORE),
    ("11/21 at 3:30 is yours", WEEK_BEFORE),
    ("Nov 21, 5pm works for me", WEEK_BEFORE),
    ("The 20th at 6 or the 21st at 5, which suits?", WEEK_BEFORE),
    ("In three days then, see you at 4 pm", WEEK_BEFORE),
    ("Friday or Saturday at 3pm works", WEEK_BEFORE),
]

ACCEPTED = [
    ("yep", "could you do 4 today?"),
    ("Sure, that works!", "half 5 any good?"),
    ("Perfect, see you then", "can I come at 1"),
    ("yes to all of that", "2pm today, half an hour, and i pay you on friday?"),
    ("no problem at all", "3pm ok?"),
]

CLEAN = """
6 works
7 tonight is free
see you at 6:30
half six is perfect
7pm it is!
19:30 suits me
quarter to eight tonight?
Got 6 or 7 open
How about 7?
anytime between 6 and 8
6 to 8 is wide open
I can do 6, 6:30 or 7:15
I can't do 9 tonight, sorry
Please don't come at 2 or 3, I'm out at the shops
I can't start at 2 or at 3
No way I can be there at 2:30 or 3
4 is gone
5's taken I'm afraid
3pm is booked but 6 is free
Not 5, 6
No chance at 4 today, sorry
fully booked until 6
I'm with someone until 5:30
I'm on stage at 9
I finish at 8
I close at 9
I teach at 4
I'm back at 5
Your boss won't mind you strolling back at 5, and you'd be driving back at 4
I land at 2
my train gets in at 3:40
Hope the ceremony at 3 goes well!
How was the recital at 2?
Is the party at 4 or 5?
What time does your flight land, 3?
your guests arrive at 5, right?
school's out at 3 so traffic is slow
The gym closes at 10
Doors at 9, show at 10
I'll text you at 4
I'll message you around 5 to confirm
Let me know by noon
reply before 3 if you want it
I'll reply by 5
text me after 2
I'll hold it until 4
deadline is noon tomorrow
Come at 6, we'd finish by 9
we'd be done by 8
sorry I missed your call at 3
yesterday at 4 was lovely
you rang at 9 last night
it was 3 before I slept
take one at 8 and one at 8 again tomorrow
bake at 180 for 25
practise bars 5 to 8
page 3 to 5 for homework
meet me halfway
I'm open 9 to 5, Monday to Friday
my hours are 10 to 6
we open at 10
I start at 9 most days
a 9-5 job is hard on the back
we are a 24/7 kind of family
1:1 lessons
3-2 to us, what a game
track 4 is 3:45 long
John 3:16 is her favourite
it's 4 o'clock and still raining
at 4 an hour that is a steal
4 of us
2 for 1
a table for 2
kids aged 5 to 12
level 3 is hard
bus 5 stops outside
on a scale of 1 to 10
I have 2 cats
I've rehearsal at 4
I've got a wedding at 2
I have another client at 5
I have Mrs Patel at 4
dinner's at 9
Coffee at 4 with my sister, then I'm all yours at 6
the sun sets at 5:30
sunset is 5:31 today
my alarm is set for 5
the bakery opens at 7 in the morning
I'm up at 5 most days
dentist at 2, wish me luck
parking is free after 9
check-in at your hotel is at 3, so 6 gives you time
your 4pm meeting sounds rough, 6:30 is yours
Which suits, this afternoon or this evening?
What time suits you?
when are you free?
I never work past 9
I don't take anyone after 8
nothing before 6
I only start at 6
if you finish at 5, come at 6
Since you're off at 5, 6 gives you time to eat.
I know you asked for 4, but 6 is the earliest I have
you said 5 but I'm only free at 6
I'll be 10 min late, there by 7:10
running late, there at 6:10
the kettle goes on at 5
The library shuts at 5 on Saturdays.
my cat woke me at 4
the parcel comes at 3
I'll post the invoice at 5
half of it is done
Chapter 6 made me cry
turn left at 5th
""".strip().splitlines()

CLEAN_AHEAD = [
    ("Tomorrow at 3 is yours.", NOW),
    ("Friday at 3 works", WEEK_BEFORE),
    ("next Saturday at 3 works", WEEK_BEFORE),
    ("Sunday at noon?", NOW),
    ("the 22nd at 4 is open", NOW),
    ("Monday is wide open. How about 10?", NOW),
    ("Saturday week at 3 is yours", WEEK_BEFORE),
    ("Saturday at 6 or Sunday at 11", WEEK_BEFORE),
    ("See you tonight at 9", EVE),
    ("9pm works for me", EVE),
    ("Today at 3 or tomorrow at 6", EVE),
    ("sometime this weekend, 3ish?", WEEK_BEFORE),
    ("Saturdays at 10 is when my class meets", WEEK_BEFORE),
]

CLEAN_CHATTY = """
Thanks for the lovely message! The hour is $180, ninety minutes is $250, and I'm in Austin until the 24th. I usually finish around 9, so 6 or 7 tonight would be perfect. The ceremony at 3 sounds beautiful, congratulations!
Hi Jo, so glad the shoulder is better. I teach until 5:30 and then I'm all yours: 6, 6:45 or 7:30. Text me by 4 and I'll hold one.
Of course! Your flight lands at 2 and check-in is at 3, so 6:15 leaves you time for a shower. I'm two blocks from the park, which closes at 10.
I've been up since 5 and my last one today is at 7, so come at 7 and we'll finish by 8:30. Dinner after is on you, ha!
That sounds like a plan. The kids' party is at 2, you said, and your sister arrives at 4, so shall we say 6:30? I'll message around 5 with the details.
I opened at 10 and it's been nonstop. Someone cancelled their 6, so it's yours if you're quick.
Your recital is at 4 and the reception runs until 6, so I kept 7 for you.
Nothing left before 6, sorry! 4 went an hour ago and 5 went yesterday. 6:30 is still open though.
Rates don't change after 8 and the building locks at 9, so don't worry if we start at 7:30.
I'd say take the pill at 3 like your doctor said and skip the gym at 4. See you at 6.
""".strip().splitlines()


def _split(line: str) -> tuple[str, str | None]:
    body, _, inbound = line.partition("|")
    return body, inbound or None


@pytest.mark.parametrize("line", TERSE)
def test_flags_terse(line: str) -> None:
    assert _flagged(*_split(line))


@pytest.mark.parametrize("body", CHATTY)
def test_flags_one_wrong_start_in_a_chatty_draft(body: str) -> None:
    assert _flagged(body)


@pytest.mark.parametrize(("body", "now"), AHEAD)
def test_flags_starts_of_the_mission_day_said_before_it(body: str, now: str) -> None:
    assert _flagged(body, now=now)


@pytest.mark.parametrize(("body", "inbound"), ACCEPTED)
def test_flags_what_a_draft_accepts(body: str, inbound: str | None) -> None:
    assert _flagged(body, inbound)


@pytest.mark.parametrize("body", [*CLEAN, *CLEAN_CHATTY])
def test_leaves_alone(body: str) -> None:
    assert _flagged(body) == []


@pytest.mark.parametrize(("body", "now"), CLEAN_AHEAD)
def test_leaves_other_days_alone(body: str, now: str) -> None:
    assert _flagged(body, now=now) == []


SPANS = [
    ("See you at 5 then!", "at 5"),
    ("9:30 tonight is free", "9:30 tonight"),
    ("5 is perfect, see you then", "5 is perfect"),
    ("Free between 3 and 5.", "between 3 and 5"),
    ("Today at half four in the afternoon is yours", "Today at half four in the afternoon"),
]


@pytest.mark.parametrize(("body", "text"), SPANS)
def test_points_at_the_shortest_phrase(body: str, text: str) -> None:
    assert _flagged(body) == [text]


def test_names_both_readings_of_an_ambiguous_hour() -> None:
    found = validate_draft("See you at 9!", _spec(), now=datetime.fromisoformat(NOW))
    assert [v.claimed for v in found.violations] == ["09:00 or 21:00"]
    assert found.violations[0].expected == "18:00-20:00"


def test_needs_slots() -> None:
    spec = Spec.model_validate({**EXAMPLE_SPEC, "mission": {**EXAMPLE_SPEC["mission"], "slots": []}})
    found = validate_draft("See you at 3", compile_spec(spec), now=datetime.fromisoformat(NOW))
    assert not found.violations
