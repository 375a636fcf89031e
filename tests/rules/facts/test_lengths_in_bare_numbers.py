"""Short appointments without a unit or a verb: bare numbers, strokes, lists of visits, what somebody wants.

A line each, with what the client wrote behind a bar. The minimum is an hour; the card's sums lie far
above the numbers, so that no price is meant.
"""

import pytest

from align import validate_draft
from specs import Spec
from tests.claims.extracting import NOW

SPEC = Spec.from_dict(
    {
        "persona": "x",
        "currency": "USD",
        "timezone": "America/Chicago",
        "rates": [{"minutes": 60, "amount": 160}, {"minutes": 90, "amount": 230}],
        "min_minutes": 60,
    }
)
CHEAP = Spec.from_dict(
    {
        "persona": "y",
        "currency": "GBP",
        "timezone": "Europe/London",
        "rates": [{"minutes": 60, "amount": 40}, {"minutes": 90, "amount": 52}],
        "min_minutes": 60,
    }
)


def _flagged(line: str, spec: Spec = SPEC) -> list[str]:
    body, _, inbound = line.partition("|")
    found = validate_draft(body, spec, now=NOW, context={"inbound": inbound} if inbound else None)
    return [v.text for v in found.violations if v.rule == "duration_below_minimum"]


FLAGGED = """
30 works
30 works for me
thirty works
45's fine|could we do a 45?
30 is fine!|would you do a 30?
30 it is|would you do a 30?
30 should do it
45 will do
Half an hour ought to do it
would 45 work?
Let's do 45
Let's just do 45
let's do forty five
Let's do a 45
We could do just a 30
I can do 30 at 7
I can squeeze in a 45 at 11
Could squeeze a 45 in at 11
I'd suggest 45
How about just 30?
Shall we say 45?
Why don't we do 45?
wanna do a 30?
Want me to book you for 45?
I'll pencil you in for a 45
See you at 7 for your 45
You're down for a 45 at 7
I have a 45 at 7 if you like
come for a 30
A 30 at 11, see you then
Yes to 45
let's keep it to 45
I can give you 40 between clients
I also do 30s
30 or 60, your call
30, 60 or 90?
I do 30, 60 and 90 minute sessions
45!|could we do 45 min instead?
ok so 45 at 7|could we do 45 min instead?
Quick 45?
Quick 30 before work?
Quick half hour?
Quick half hour?|have you anything short today?
Just a quick half hour to meet him?
Half hour at 6?
how's 45 minutes sound?
30 minutes? Of course
40 minutes only? No issue
45' is fine, see you at 7
I can do 30’ at 7
A 45' massage at 7?
Your mum only wants 30 minutes, that's fine
Your sister only needs 30 minutes, no problem
He only wants 30 minutes, that's ok
Only want 30? That's fine
If you only want 30 that's fine
I know you only want 30 minutes but that's fine
a long session now and then the spring visit half an hour
then the follow-up half an hour, which I'd do for $80
First visit an hour, follow-ups half an hour
First one is an hour and the next half an hour
a full hour today and half an hour on Friday
Bring her along for half an hour
"""


@pytest.mark.parametrize("line", FLAGGED.strip().splitlines())
def test_holds(line: str) -> None:
    assert _flagged(line)


PASSED = """
60 works
90 works|can we do 90?
Let's do 60
Quick hour?
60' is 160
30 doesn't work, the shortest is 60
45? I only do the full hour|can we do 45
30 works by Bach
The 30 works are hung in the foyer
45 works on the list, all framed
My 30 works fine as a spare battery
let's do the 30th
Let's do 45 squats
let's do 45 plates of food then
We could do just a 30-mark paper in the hour
I'd do 30 on the back
We can do 30 face down, then 30 face up
We could do 45 back, 45 legs in the 90
30 works|how many towels?
45 is fine|how much should I tip?
40 works|what temperature for the room?
45 is fine|I'm running 45 late
30 works|I'll be 30 late ok?
30 mins is fine|be there in 30 mins
half an hour works|I'll be half an hour late, ok?
Half an hour? ok see you then|running late, there in half an hour
how about 45 in cash
Give me 30
I'll be there in 45
say 45 with traffic
Make it 45, traffic's bad|ETA 30
I'd get the 45 from the station
the 30 or the 45 bus both stop here
Suite 30 or 45?
did you ask for 30 or 60?
30 or 60? I forget what you asked for
Quick half hour? Not with me, sorry
Quick half hour? I only do the full hour
Quick 30? Sadly I only do the hour
"Quick half hour?" isn't something I do
quick half hour walk from the station
half hour at 6 is gone
I know you only want 30 minutes but I start at 60
Your mum only wants 30 minutes, that's too short for me
Your sister only wants 30 minutes? I only do the hour
your mum only needs 30 minutes to settle in, that's fine
You need 30 minutes, fine, I'll wait
If you've only got 45 minutes, best to wait
After the session half an hour of quiet, then home
the first visit an hour, the drive home half an hour
for the next half an hour I'm with someone
session is an hour, then rest half an hour
your meeting is 45 minutes, right?
you can park 30 minutes free
I'm 5'6"
30' of hose
the ceiling is 10'
see you in 15'
I'm 15' late
20' walk from the metro
'Quick half hour?' is what everyone asks, but I do an hour
"""


@pytest.mark.parametrize("line", PASSED.strip().splitlines())
def test_passes(line: str) -> None:
    assert not _flagged(line)


@pytest.mark.parametrize(
    "line", ["let's do 50", "Deal|can you do 50?", "Sure|can we do 45", "ok let's do 45|a bit pricey"]
)
def test_a_haggle_stays_a_price(line: str) -> None:
    assert not _flagged(line)


@pytest.mark.parametrize("body", ["30 works", "Let's do 30", "How about 35?"])
def test_a_number_near_the_cards_sums_may_be_a_price(body: str) -> None:
    assert not _flagged(body, CHEAP)


@pytest.mark.parametrize("body", ["We could do just a 30", "Quick 30?", "See you at 7 for your 45"])
def test_an_article_leaves_no_price(body: str) -> None:
    assert _flagged(body, CHEAP)
