"""Whose time a length measures: the client's with us, or a bottle's, a break's and a drive's."""

from datetime import UTC, datetime

import pytest

from align import compile_spec, validate_draft
from specs import Spec

NOW = datetime(2027, 2, 11, 15, tzinfo=UTC)
SPEC = compile_spec(
    Spec.from_dict(
        {
            "persona": "test",
            "trade": "massage therapist",
            "currency": "USD",
            "timezone": "America/New_York",
            "min_minutes": 60,
            "modes": ["incall", "outcall"],
            "rates": [{"minutes": 60, "amount": 170}, {"minutes": 90, "amount": 240}],
            "services": ["deep tissue", "reflexology"],
        }
    )
)
HELD = [
    ("how long between clients do you leave?", "How about half an hour for Thursday, that's fine by me."),
    ("how long is the wait after?", "45 minutes is what we'd do then."),
    ("the drive is 30 minutes. lets do that length for the massage", "30 minutes, love it! See you at 3."),
    ("how long does the oil take to soak in? and could I do a short one?", "Thirty minutes is no bother."),
    # a verdict behind "for" on a visit
    (None, "Thursday for thirty minutes is fine."),
    (None, "For half an hour is fine too."),
    (None, "Just your shoulders for thirty minutes is fine."),
    (None, "Just you and me for thirty minutes is no problem."),
    (None, "The twins for half an hour is fine."),
    (None, "A beginner for half an hour is fine."),
    (None, "A go for half an hour is fine by me."),
    (None, "Stretches for half an hour is fine, come Saturday."),
    ("the song is 4 minutes lol", "Half an hour, quick and done."),
    ("how long till she'd be done?", "Half an hour."),
    ("how long do I rest after, and how long is it?", "Half an hour, easy."),
    ("how long before the race should I come, and how long would it be?", "Half an hour, easy."),
    (None, "Half an hour before each show, Saturdays, you'd come to me."),
    (None, "The two of you for 30 minutes works."),
    (None, "A shorter one for 45 minutes is possible."),
    (None, "Seeing you for 30 minutes would be great."),
    (None, "Tonight for half an hour works."),
    (None, "Deep tissue for 30 minutes is available."),
    ("could you come for 40?", "Coming over for 40 minutes is no problem."),
    # sessions of a kind
    (None, "Let's do a 30-minute video session on Thursday."),
    (None, "A 45-minute phone consultation is what I'd suggest."),
    (None, "I could do a 30 minute quiet session."),
    # what the client sits for, and both of them
    (None, "A small knot is half an hour in my chair."),
    (None, "It's 40 minutes on the table, no more."),
    ("he won't stay long", "Thirty minutes with both of you, just to say hello, and we see from there."),
    # an offer beside an answer about something else
    ("how long's the drive to you?", "Ten minutes from you. I can do half an hour this afternoon."),
    ("how long should I ice it?", "Ten minutes. Come by for half an hour today and I'll look at it."),
    ("how long are the breaks between people?", "Ten minutes. I could fit you in for 40 minutes today."),
    (None, "I can see you both, 30 minutes a person."),
    (None, "I can do 30 minutes after every shift."),
    (None, "Half an hour before each of your shows, I could do that."),
    (None, "It's 30 minutes a head, no need to book the two hours."),
    (None, "Come for half an hour with a bag of your own oils."),
    ("how long should the kids rest after swimming?", "A while. I can see each of them for 20 minutes."),
    ("how long will the bruise take to heal?", "A week. I could do 30 minutes around it today."),
    ("how long until you're free?", "Twenty minutes. Let's do half an hour then."),
    ("some reflexology?", "I can do thirty minutes of that."),
    ("how early should I come?", "Five minutes early. I can do half an hour at 3 if that's easier."),
    ("how long is the queue", "None! Come up for half an hour at 3."),
    # time with us beside a journey, and between the client's hour and ours
    (None, "It's ten minutes from Brookline, and 45 minutes if your sister comes."),
    (None, "I'm ten minutes from Brookline, and I can do 45 minutes if the bridge is up."),
    (None, "It's an hour, and 45 minutes if somebody comes with you."),
    ("ceremony is 22 minutes, can you do my neck in that?", "22 minutes, love it!"),
    ("could we do 22 minutes", "22 minutes, love it!"),
    ("the ceremony is 22 minutes", "22 minutes, that works!"),
    ("the film is 22 minutes", "22 minutes, come on in!"),
    ("I work till 7:30, anything after 8?", "8:15 tonight, so you'd have 45 minutes with me."),
    (
        "I work till 7:30, anything after 8?",
        "8:15 tonight, so you'd have 45 minutes to lie down and be worked on.",
    ),
    ("I work till 7:30, anything after 8?", "8:15 tonight, so you'd have 30 minutes to find your slippers."),
]
FREE = [
    ("ceremony is 22 minutes lol", "22 minutes, love it! I had one in 2013 that ran 95, with a goat."),
    ("the flight was 40 minutes btw", "40 minutes, ha! I've waited longer for the bag."),
    ("I work till 7:30, anything after 8?", "8:15 tonight, so you'd have 45 minutes to find your slippers."),
    ("I finish at 6", "I've got 6:40, so you'll have 40 minutes to see the cat and find your keys."),
    (None, "It's twenty minutes from Brookline, and 45 minutes if the bridge is up."),
    (
        None,
        "On a Friday it's half an hour from Allston if traffic behaves, and 50 minutes if a truck spills its load.",
    ),
    (None, "A hot water bottle for fifteen minutes at a time is fine."),
    (None, "Ice for ten minutes at a time is plenty."),
    (None, "A slow walk for thirty minutes is perfect."),
    (None, "Legs up the wall for 20 minutes does the trick."),
    (None, "Keeping your feet up for half an hour is fine."),
    (None, "Twenty minutes with a wheat bag and then I can get in deeper."),
    (None, "I do twelve minutes a person and stay for two hours."),
    (None, "She waited 30 minutes in the chair by the door."),
    ("how long are the breaks between people?", "Fifteen minutes, I change the sheets."),
    ("how long does the oil stay in?", "Half an hour, then a warm shower."),
    ("how long does the lotion take to dry?", "Fifteen minutes to be safe."),
    ("how long between people?", "Twenty minutes, more if you're talking."),
    ("how long till i can drive after?", "Half an hour, and a glass of water first."),
    ("how early should I come?", "Half an hour, the parking is slow."),
    ("how long does a queue of 40 take", "About half an hour with one of me."),
    ("i roll my back at home", "I'd do twenty minutes of that and no more."),
    (None, "We've ninety minutes. Thirty minutes of that is me finding your pans."),
    ("what about breaks", "Fifteen minutes after each hour."),
]


def is_held(inbound: str | None, body: str) -> bool:
    context = None if inbound is None else {"inbound": inbound}
    found = validate_draft(body, SPEC, now=NOW, context=context)
    assert found.errors == ()
    return any(v.rule == "duration_below_minimum" for v in found.violations)


@pytest.mark.parametrize(("inbound", "body"), HELD)
def test_held(inbound: str | None, body: str) -> None:
    assert is_held(inbound, body)


@pytest.mark.parametrize(("inbound", "body"), FREE)
def test_free(inbound: str | None, body: str) -> None:
    assert not is_held(inbound, body)
