"""`slot_not_in_mission`: whose hour it is, what is only a count, and what cannot be."""

import pytest

from align import validate_draft
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


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("my next lesson starts at 5", False),
        ("My next appointment starts at 3 so I can't overrun", False),
        ("My next appointment starts at 3, it's yours if you want it", True),
        ("My next slot starts at 3", True),
        ("The next session starts at 3, want it?", True),
        ("The lesson after yours starts at 8:30", False),
        ("Yours starts at 3", True),
        ("Her lesson starts at 5 so we need to be done well before", False),
        ("His lesson starts at 3 so be here at ten to", True),
        ("Your son's lesson starts at 3", True),
        ("I'm up for 3 if you mean three people", False),
        ("I'm up for 3 if you mean this afternoon", True),
        ("I'm up for 3 if you are", True),
        ("Between 3 and 5 I've the kids, so 6 or 7", False),
        ("Between 3 and 5 I've space", True),
        ("Between 3 and 5 I've a gap if you want it", True),
        ("Come at 5 I've a surprise", True),
        ("By 8 you'll be floating home", False),
        ("By 3 you'll be on my table", True),
        ("If your meeting's 3 to 5, 6 gives you an hour to get here", False),
        ("your lesson's 3, 6 works too", True),
        ("I could only do 3 if I cloned myself", False),
        ("I could only do 3 if you're free", True),
        ("I could do 3 if I shift my lunch", True),
        ("Saw your 2am message, hope you slept", False),
        ("Your 3pm is confirmed, text when outside", True),
        ("Hope the 3pm goes well", False),
        ("See you at 3, hope the 2pm goes well", True),
        ("3? In my dreams. 6?", False),
        ("3pm? Not a chance", False),
        ("3pm? Not a bother!", True),
        ("3pm? As if", False),
        ("3pm? As if I'd say no", True),
        ("Would 3pm do? No way I'd say no to you", True),
    ],
)
def test_whose_hour_it_is(body: str, held: bool) -> None:
    assert ("slot_not_in_mission" in {v.rule for v in validate_draft(body, SPEC, now=NOW).violations}) is held


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("I can only do 3 I'm afraid", True),
        ("I can only do 3 sorry", True),
        ("I can do 3 mates if that's what you mean", False),
        ("I had you down for 6, my mistake, it's 3", True),
        ("I had you down for 3, my mistake, it's 6", False),
        ("The booking page says 6, that's wrong, it's 3", True),
        ("There's an error on the booking page, it's 3 people max", False),
        ("I booked the wrong room, it's 3 doors down", False),
    ],
)
def test_hours_put_right(body: str, held: bool) -> None:
    assert ("slot_not_in_mission" in {v.rule for v in validate_draft(body, SPEC, now=NOW).violations}) is held


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("The 3pm's Lily's, yours is the 6", False),
        ("The 3pm's yours", True),
        ("3pm's it's yours", True),
        ("I've a 3 o'clock already, so 6?", False),
        ("I've a 3 o'clock already open", True),
        ("I've got you at 3 already", True),
        ("The shop's open 10 to 7", False),
        ("I'm open 3 to 5", True),
        ("5am? Too early even for me", False),
        ("3? Bit early, 6", False),
        ("3pm? Early but fine", True),
    ],
)
def test_hours_kept_for_others(body: str, held: bool) -> None:
    assert ("slot_not_in_mission" in {v.rule for v in validate_draft(body, SPEC, now=NOW).violations}) is held


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("Yes to 6", False),
        ("No to 3, yes to 6", False),
        ("No to 6, yes to 3", True),
        ("Yes to both", True),
        ("Yes to 3", True),
    ],
)
def test_a_yes_takes_up_the_hour_that_it_names(body: str, held: bool) -> None:
    for inbound in ("3 or 6?", "3pm or 6pm?"):
        found = validate_draft(body, SPEC, now=NOW, context={"inbound": inbound}).violations
        assert ("slot_not_in_mission" in {v.rule for v in found}) is held


@pytest.mark.parametrize(
    ("body", "held"),
    [
        ("The 3pm lady moved to 6 so 7 for you", False),
        ("The 3pm lady cancelled so it's yours", True),
        ("My 3 o'clock guy always runs over", False),
        ("See you at 3 man", True),
    ],
)
def test_whoever_has_the_hour(body: str, held: bool) -> None:
    assert ("slot_not_in_mission" in {v.rule for v in validate_draft(body, SPEC, now=NOW).violations}) is held
