"""`duration_below_minimum`: who gives a length, what is said of it, and what the client asked for."""

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
        "rates": [{"minutes": 60, "amount": 400}, {"minutes": 90, "amount": 550}],
    }
)
SHORT = """
I do offer forty minutes when the diary is this full.
He'd want half an hour with me after yours.
Half an hour on the calves will have you skipping again.
We'll do 40 instead of the hour so you catch your ferry.
Happy to cut it to 45 if that helps.
His is a half hour right behind yours.
My fastest set-up is half an hour, and that I can do tonight.
Best to book the 90, but for a tidy 45 is plenty.
All I have left tonight is forty minutes at 7.
The only opening I've got is half an hour from 6.
I can have you out of there in half an hour.
Our mini facial is over in 40 minutes.
I'd be out of your kitchen in half an hour.|the hob only
Forty minutes is better than nothing, so come along.
Half an hour is what I'd plan for a toddler.
Half an hour of proper graft goes a long way.|could we do half an hour?
That's ample, see you tonight.|I've only half an hour before the school run
That'd be heaps of time!|would 40 minutes do?
Sure, pop in.|we only have 45 minutes between trains
I'd take them at 25 minutes a head.
I could do half an hour in your kitchen.
A rewire like that takes me forty minutes, so drop it in at 7.
Half an hour is plenty to get a taste of it.
We'll do a forty-minute lesson, which gives you time to walk home in the light.
Twenty-five minutes and you'll be as good as new.
""".strip().splitlines()
FINE = """
My cousin does offer forty minutes, I only book the hour.
The gym on the corner would give you a half hour slot.
Half an hour in a warm tub will have you skipping again.
We'll do 75 instead of the hour.
Mine is half an hour from the ring road.
The quickest way here is half an hour on the 40.
All that's left of the roast is 40 minutes.
My shift is over in 40 minutes.
The cab will have you home in half an hour.
Half an hour is plenty to get across the bridge.
Forty minutes would have us gabbling.|could we do 40 minutes?
Half an hour is a tall order and a rush for both of us.|half an hour?
Forty minutes straight and she'll be asleep.
Twenty minutes and you're outside my gate.
We'd only get forty minutes and I never work for less than an hour.
We'd split the ninety: forty minutes for her, the rest for him.
That's heaps of time to park.|I can set off in 40 minutes
No problem!|stuck in traffic, 20 min
Roughly half an hour, depends on the lights.|how long is the drive?
My podcast is out, half an hour this week.
Half an hour in the garden with a book, doctor's orders.
Forty minutes of sun a day beats any cream.
""".strip().splitlines()


def _flagged(line: str) -> list[str]:
    body, _, inbound = line.partition("|")
    found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound} if inbound else None)
    return [v.text for v in found.violations if v.rule == "duration_below_minimum"]


@pytest.mark.parametrize("line", SHORT)
def test_flags(line: str) -> None:
    assert _flagged(line)


@pytest.mark.parametrize("line", FINE)
def test_leaves_alone(line: str) -> None:
    assert _flagged(line) == []


@pytest.mark.parametrize(
    "body",
    ["Half an hour is enough to", "Half an hour is plenty to get", "All I've got is half an hour from"],
)
def test_a_draft_that_breaks_off(body: str) -> None:
    assert validate_draft(body, SPEC, now=NOW).errors == ()
