"""Where the words of an exception stand near a place and the professional is there all the same."""

from __future__ import annotations

import pytest

from align.claims.claim import Moment, Speaker
from align.claims.extract import extract
from align.reading import Reading
from tests.claims.test_places import NOW, known

_THERE = """
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
