"""Where the words of an exception stand near a place and the professional is there all the same."""

from __future__ import annotations

import pytest

from align.claims.claim import Moment, Speaker
from align.claims.extract import extract
from align.reading import Reading
from tests.claims.test_places import NOW, known

_THERE = """
I'd love to, I'm in Dallas Friday but fully booked until 4
Would love to see you in Dallas tomorrow but no earlier than six
I'd love to meet in Dallas on Friday but I can't do mornings
I would love to host you in Dallas on Saturday but parking is awkward
One day I can do in Dallas is Friday
My last day in Dallas is Friday
Last time in Dallas this year is Friday, so book now
It'll take me 40 mins to reach you in Dallas
I'm your man in Dallas
I'll be shooting your wedding in Dallas on Saturday
You're booked for Friday at three in Dallas
Dallas's a bit of a hike but I'm happy to
Dallas is a bit of a hike but sure, Friday works
Go ahead and book in Dallas for Friday
The one day I'm in Dallas is Friday
Only one day I'm in Dallas next week, Tuesday
There's just one day I'll be in Dallas, the 28th
I hear you, see you in Dallas tomorrow
Dallas it is mate
Dallas it is my friend
Dallas it is see you Friday
Dallas is an hour away, so come see me there Friday
Dallas is only half an hour away, so give me Friday
Dallas is an easy drive, so take the 7pm with me
Dallas is an easy drive for me, so
I'd love to come to Dallas tomorrow but can only do the evening
I'd like to see you in Dallas tomorrow but please bring a towel
I'd like to work in Dallas on Friday but you choose the hour
""".strip().splitlines()

_NOT_THERE = """
I'd love to do Dallas but not until my knee heals
I'd love to come to Dallas but it is too far
I'd love to come to Dallas but can only do my own town
Take me with you to Dallas
Last time in Dallas I got soaked
Your usual groomer in Dallas must have been rough
I loved doing your wedding in Dallas last year
You're booked in a hotel in Dallas, nice
You're booked on the train to Dallas? Lovely
Dallas's a bit of a hike but I'm not sure
Dallas is an hour away, so allow plenty of time to get to me
One day I'll come to Dallas
I hear the traffic in Dallas is bad today
From Dallas it is an easy ride
Dallas it is not
Dallas is an hour away, so allow two hours
I'd love to do Dallas but I'm away all spring
So you booked your hotel in Dallas, nice
You confirmed the venue in Dallas, great
""".strip().splitlines()


def _stated(body: str) -> list[str]:
    found = extract(Reading(body, known().vocabulary), Speaker.PROFESSIONAL, Moment(NOW), known())
    assert not found.faults
    return [p.name for p in found.places if p.about == "professional"]


@pytest.mark.parametrize("body", _THERE)
def test_the_professional_is_there_all_the_same(body: str) -> None:
    assert _stated(body) == ["dallas"]


@pytest.mark.parametrize("body", _NOT_THERE)
def test_the_professional_is_not_there(body: str) -> None:
    assert _stated(body) == []


@pytest.mark.parametrize("said", ["so", "so no", ", so", "; so", "but"])
def test_a_text_may_end_where_a_short_way_is_taken_back(said: str) -> None:
    _stated(f"Dallas is an easy drive for me {said}")


@pytest.mark.parametrize(
    "body",
    [
        "My Austin dates are Jan 3 to 8",
        "Austin is the 3rd through the 8th of January",
        "Let's say Friday in Austin",
    ],
)
def test_a_listed_town_that_people_are_called_stands_beside_its_days(body: str) -> None:
    found = extract(Reading(body, known().vocabulary), Speaker.PROFESSIONAL, Moment(NOW), known())
    assert [p.about for p in found.places if p.days is not None] == ["professional"]
