"""`duration_below_minimum`: what is booked counts, other lengths do not."""

import pytest

from align import validate_draft
from specs import Spec
from tests.claims.extracting import NOW

SPEC = Spec.from_dict({"persona": "x", "currency": "USD", "timezone": "America/Chicago", "min_minutes": 60})
SHORT = [
    ("We can do a quick half hour at 5.", "half hour"),
    ("A 45 min session is no problem.", "45 min"),
    ("How about forty minutes on Friday?", "forty minutes"),
    ("Could do 30 mins for you.", "30 mins"),
    ("I'll book you in for three quarters of an hour.", "three quarters of an hour"),
    ("20 mins is all he needs.", "20 mins"),
    ("We could start with a gentle half-hour taster.", "half-hour"),
    ("I can give you 25 minutes.", "25 minutes"),
    ("30 minutes is 90.", "30 minutes"),
    ("Would 40 minutes be enough?", "40 minutes"),
    ("I could do just the collar, 25 mins tops.", "25 mins"),
    ("Forty minutes on Monday to try it out is no hassle.", "Forty minutes"),
    ("Half an hour would be delightful.", "Half an hour"),
    ("Roots only, 40 minutes.", "40 minutes"),
    ("I could see to all three of you, twenty minutes each.", "twenty minutes"),
    ("We'll use the 45 minutes you have.", "45 minutes"),
    ("I'll put aside 30 minutes for the tuning.", "30 minutes"),
    ("I could entertain you for forty minutes from five.", "forty minutes"),
    ("Could squeeze him in for a quick 25 minutes after my lunch.", "25 minutes"),
    ("I could do a 40 just for the hands.", "40"),
    ("We could start with 30 minutes and see.", "30 minutes"),
    ("A trial of thirty minutes is possible.", "thirty minutes"),
    ("You're welcome for a short 40 minutes any day.", "40 minutes"),
    ("For the pair of you, a half hour apiece.", "half hour"),
    ("Let her have forty minutes with me.", "forty minutes"),
    ("Both brows, 25 minutes, one price.", "25 minutes"),
    ("A small sitting, then. Thirty minutes, one lens, no props.", "Thirty minutes"),
    ("We'd whizz through it in 40 minutes.", "40 minutes"),
    ("I can fit you in for 30 on Monday.", "30"),
    ("A fringe trim's 20 minutes, pop in.", "20 minutes"),
    ("Forty minutes and you're free to go home.", "Forty minutes"),
    ("I'd hold the lesson to 40 minutes so he doesn't tire.", "40 minutes"),
    ("I could look at it for 20 minutes before my next.", "20 minutes"),
    ("I can do a 1/2 h tonight.", "1/2 h"),
    ("45 full minutes works for you?", "45 full minutes"),
    ("A 0:45 hour slot works.", "0:45 hour"),
]
FINE = [
    "With 20 minutes the timer switches off.",
    "Leave the mask on for twenty minutes and you're done.",
    "Keep him to 20 minutes of scales a night.",
    "I always finish with 10 minutes of massage for the scalp.",
    "Start with 15 minutes, then call her in.",
    "I'd rather leave you with 15 minutes to spare.",
    "An hour, with a quarter of an hour either side for you to change.",
    "I keep half an hour free between people.",
    "My son's swimming lesson is 30 minutes.",
    "The other groomer does 30 minute slots.",
    "I can hold the Friday slot for 30 minutes.",
    "Half the hour on the hands, half on the feet.",
    "The scones only want 20 minutes in the oven.",
    "Half an hour is over before we've said hello.",
    "Two walks a day, 20 minutes each way.",
    "Twenty minutes, stuck in traffic!",
    "It's 85 an hour and a party your size would be four.",
    "I can squeeze the van in for the 20 minutes it takes to unload.",
    "Your last 20 minutes left of the hour go to the ends.",
    "I do a 20 minute run every morning.",
    "The first class opens the day, 45 minutes after that it's full.",
    "Would 30 be long enough? Not really.",
    "The minimum is an hour.",
    "An hour is the shortest I go.",
    "Half an hour isn't something I offer.",
    "I'm 20 minutes away.",
    "I'll be there in 30 minutes.",
    "It's a ten minute walk from the station.",
    "Running 15 minutes late, sorry!",
    "I need 20 minutes to set up.",
    "I leave half an hour between clients.",
    "Rest for 30 minutes and drink water.",
    "The first 15 minutes are for the paperwork.",
    "Practise 20 minutes a day.",
    "The song runs three and a half minutes.",
    "Give me 10 minutes and I'll check.",
    "I hold it for 30 minutes.",
    "You get a break every 20 minutes.",
    "The two-and-a-half-hour appointment is the one for you.",
    "My 60 is the shortest, 45 wouldn't be enough.",
    "Everybody nods off about 20 minutes in.",
    "Ten minutes of scales, forty of pieces and ten of theory make the hour.",
    "An hour works, and so does ninety minutes.",
    "Sure, 30 more minutes is fine.",
    "20 more minutes is $60.",
    "Another 20 minutes is $60.",
    "Two full hours works.",
    "I'm with you all day.",
]


def found(body: str, inbound: str | None = None) -> list[str]:
    result = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound})
    return [v.text for v in result.violations if v.rule == "duration_below_minimum"]


@pytest.mark.parametrize(("body", "text"), SHORT)
def test_a_short_appointment(body: str, text: str) -> None:
    assert len(found(body)) == 1
    assert text.removeprefix("a ") in found(body)[0] or found(body)[0] in text


@pytest.mark.parametrize("body", FINE)
def test_another_length(body: str) -> None:
    assert found(body) == []


def test_yes_to_a_short_one() -> None:
    assert found("Sure, see you then!", "could we do just 20 min at 6?")
    assert not found("I only do an hour or more.", "could we do just 20 min at 6?")
