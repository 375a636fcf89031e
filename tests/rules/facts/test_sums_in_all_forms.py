"""A sum is held or let through by what it is, however it is written and whatever says that it is a price."""

from datetime import datetime
from typing import Final

import pytest

from align import validate_draft
from specs import Spec
from tests.rules.price_cases import CARDS

NOW: Final = datetime.fromisoformat("2026-11-18T10:00:00+00:00")
ROSA: Final = Spec.from_dict(CARDS["rosa"])
SVEA: Final = Spec.from_dict(
    {
        "persona": "svea",
        "timezone": "Europe/Stockholm",
        "currency": "SEK",
        "rates": [{"minutes": 60, "amount": 3500}, {"minutes": 120, "amount": 6000}],
        "deposit": {"percent": 25},
        "min_minutes": 60,
        "modes": ["incall"],
    }
)


def is_held(body: str, spec: Spec = ROSA, inbound: str | None = None) -> bool:
    found = validate_draft(body, spec, now=NOW, context={"inbound": inbound} if inbound else None).violations
    assert {v.rule for v in found} <= {"price_contradiction"}
    return bool(found)


WRONG: Final = (
    "$150",
    "150",
    "150 dollars",
    "150 bucks",
    "USD 150",
    "150 USD",
    "150$",
    "a hundred and fifty",
    "one hundred and fifty dollars",
    "a hundred fifty",
    "one fifty",
)
RIGHT: Final = (
    "$180",
    "180",
    "180 bucks",
    "USD 180",
    "a hundred and eighty",
    "one hundred and eighty dollars",
    "one eighty",
)
FRAMES: Final = [
    "It's {} for the hour.",
    "It works out at {} for the hour.",
    "It comes out at {} for the hour.",
    "The hour comes in at {}.",
    "You're looking at {} for the hour.",
    "For the hour we're at {}.",
    "For the hour, {}.",
    "You get the hour for {}.",
    "Happy to do the hour for {}.",
    "How about {} for the hour?",
    "How does {} for the hour sound?",
    "Would {} for an hour work for you?",
    "I could go to {} for the hour.",
    "Please have {} ready for the hour.",
    "{} will get you the hour.",
    "{} would cover the hour.",
    "{} will do for the hour.",
    "{} does the hour.",
    "Sure, the hour for {} works for me.",
]


@pytest.mark.parametrize("frame", FRAMES)
def test_the_form_of_a_sum_decides_nothing(frame: str) -> None:
    assert [w for w in WRONG if not is_held(frame.format(w))] == []
    assert [r for r in RIGHT if is_held(frame.format(r))] == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("How about $150 for the ninety?", "How about $250 for the ninety?"),
        ("Could do the ninety for $200.", "Could do the ninety for $250."),
        ("Happy to do 60 for 150.", "Happy to do 60 for 180."),
        ("How does $150 for the 60 sound?", "How does $180 for the 60 sound?"),
        ("An hour & a half is $200.", "An hour & a half is $250."),
        (
            "An hour and a half a hundred and twenty dollars.",
            "An hour and a half two hundred and fifty dollars.",
        ),
        ("Two hundred and five dollars for the hour.", "An hour's a hundred and eighty and 90 is two fifty."),
        (
            "It's two hundred and five for the hour at yours.",
            "It's two hundred and thirty for the hour at yours.",
        ),
    ],
)
def test_a_length_and_a_sum_belong_together(wrong: str, right: str) -> None:
    assert is_held(wrong)
    assert not is_held(right)


@pytest.mark.parametrize(
    "body",
    [
        "Roast at 150 for the hour and rest it.",
        "Metronome at 150 for the hour, then rest.",
        "Your heart rate was 150 for the hour.",
        "I've got 150 photos ready for the hour.",
        "150 guests for the hour, what a crowd.",
        "Come at one thirty for the hour.",
        "I can see you Friday at two fifteen for the hour.",
        "$150 doesn't cover it, the hour is $180.",
    ],
)
def test_what_is_no_price_beside_a_length(body: str) -> None:
    assert not is_held(body)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "Two hours at my studio is 5OOO kr, coffee included.",
            "Two hours at my studio is 6000 kr, coffee included.",
        ),
        ("The hour is 3 000, coffee included.", "The hour is 3 500, coffee included."),
        ("Two hours stays at 5 000.", "Two hours stays at 6 000."),
        ("Two hours is 5 000 kr.", "Two hours is 6 000 kr, 1 500 of it as the deposit."),
        ("At mine it's 3000 SEK for the hour.", "At mine it's 3500 SEK for the hour."),
    ],
)
def test_sums_of_a_card_in_thousands(wrong: str, right: str) -> None:
    assert is_held(wrong, SVEA)
    assert not is_held(right, SVEA)


CUTS: Final = [
    # (a price made smaller, what only looks like it)
    ("Second hour's free.", "My second Saturday's free."),
    ("Your first session's free, no strings.", "My first slot's free at ten."),
    ("Every third session's free.", "The second chair's free."),
    ("Your first one's free.", "Parking's free after six, it's $180 for the hour."),
    ("I'll take fifty off you, being a student.", "I just need fifty off you to hold it."),
    ("I'll knock 20 off since you had to reschedule.", "You can reschedule for free up to a day before."),
    ("Hour's one fifty now.", "Hour's one eighty, rush hour's at five."),
    ("One fifty for the long one.", "Two fifty for the long one."),
    ("At mine it's 1 5 0 an hour.", "At mine it's 1 8 0 an hour."),
    ("A hundred and fifty per session.", "A hundred and eighty per session."),
    ("I can come down by $20.", "I'll come down by the 20 bus."),
    ("I'll drop the price by 20.", "I'll drop it by 20 past."),
    ("I'd come down twenty bucks for you.", "I can't come down by $20, sorry."),
    ("You'd get $20 off your first.", "You'd $20 on you, that was your bus fare."),
    ("Book three and save $20.", "You save $20 on the train with a railcard."),
]


@pytest.mark.parametrize(("wrong", "right"), CUTS)
def test_a_cut_and_what_looks_like_one(wrong: str, right: str) -> None:
    assert is_held(wrong)
    assert not is_held(right)


NO_LENGTH: Final = [
    # what the client asks, and the frame of a price that no length comes with
    (None, "It's {} per session."),
    (None, "A session's {}."),
    (None, "For you it's {}."),
    (None, "On Sundays it's {}."),
    (None, "Weekends are {}."),
    (None, "In the studio it's {}."),
    (None, "I can drop it to {}."),
    (None, "Lowest I can go is {}."),
    (None, "The best I can do is {}."),
    (None, "{} is my final offer."),
    (None, "{} and it's yours."),
    (None, "{} and you've got a deal."),
    (None, "Send {} over and you're in."),
    (None, "Pop me {} and it's booked."),
    ("how much?", "{} x"),
    ("how much?", "{} haha"),
    ("how much?", "{} atm."),
    ("how much?", "{} incl everything."),
    ("how much?", "{} my lovely"),
    ("how much?", "About {}."),
    ("how much?", "Starts at {}."),
    ("how much?", "Depends, from {}."),
]


@pytest.mark.parametrize(("inbound", "frame"), NO_LENGTH)
def test_a_sum_without_a_length(inbound: str | None, frame: str) -> None:
    assert [w for w in WRONG if not is_held(frame.format(w), ROSA, inbound)] == []
    assert [r for r in RIGHT if is_held(frame.format(r), ROSA, inbound)] == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Travel is 20.", "Travel is 50."),
        ("Plus 20 for travel.", "Plus 50 for travel."),
        ("Home visits are $20 more.", "Home visits are $50 more."),
        ("It's $20 more at yours.", "It's $50 more at yours."),
        ("Getting to you is another $20.", "Getting to you is another $50."),
        ("Coming to you adds a tenner for petrol.", "The bus fare is a tenner."),
        ("House calls are $150.", "House calls are $230."),
    ],
)
def test_the_way_to_the_client(wrong: str, right: str) -> None:
    assert is_held(wrong)
    assert not is_held(right)


@pytest.mark.parametrize(
    "body",
    [
        "On Sunday it's 150 km to the venue.",
        "On Saturday it's 1030.",
        "I've 150 photos from Sunday and it's booked.",
        "The lowest note is 150 hertz.",
        "For you it's 150 steps up.",
    ],
)
def test_a_number_that_is_no_price(body: str) -> None:
    assert not is_held(body)


@pytest.mark.parametrize(
    "answer",
    [
        "I wish!",
        "That's never been my rate.",
        "In your dreams.",
        "Where did you see that?",
        "Somebody's pulling your leg.",
        "That was years ago.",
    ],
)
def test_a_sum_repeated_in_disbelief(answer: str) -> None:
    asked = "someone said you charge 150 for the hour"
    assert not is_held(f"150? {answer}", ROSA, asked)
    assert not is_held(f"$150? {answer}")
    for taken in (
        "Go on then.",
        "Sure, why not.",
        "Done.",
        "That works, see you then.",
        "Because it's you, yes.",
    ):
        assert is_held(f"150? {taken}", ROSA, asked)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("At $150 I'd do it.", "At $150 I'd be out of pocket."),
        ("I'll do the hour for free.", "At 150 I'd be working for free."),
        ("That $150 is a special price.", "That $150 is an old price."),
        ("For you I might do 150 for the hour.", "Somewhere else might do 150 for the hour."),
    ],
)
def test_an_offer_and_no_offer(wrong: str, right: str) -> None:
    assert is_held(wrong)
    assert not is_held(right)
