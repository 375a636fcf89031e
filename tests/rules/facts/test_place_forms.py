"""One meaning in many forms: presence in a town that is not listed, and talk of a town that tells of none."""

from datetime import datetime
from functools import lru_cache
from typing import Any

import pytest

from align import compile_spec, validate_draft
from align.compiled import CompiledSpec
from specs import Spec

NOW = datetime.fromisoformat("2026-03-09T10:00:00+00:00")
LEEDS = {"city": "Leeds", "country": "GB", "modes": ["incall", "outcall"]}
MANCHESTER = {
    "city": "Manchester",
    "country": "GB",
    "from": "2026-03-19",
    "until": "2026-03-22",
    "modes": ["incall", "outcall"],
}
TOWNS = ["Cardiff", "York"]
"""One that is nothing but a town, and one that people are called."""

THERE = r"""
{}. << Which city are you in?
Mostly {}. << Which areas do you cover?
Mainly around {}. << Whereabouts are you?
Still in {} today, come up any time after two, ok?
When I'm in {} next week I can see you, ok?
There's no rush, back in {} on Friday.
As you know, back in {} this weekend.
Sorry I came back late, in {} till Friday.
I get to {} on Friday but only after three.
I see clients in {} but only on Fridays.
Doing brows in {} on Friday, two spots left.
Flying into {} on Friday so I can see you after.
My Saturday class is in {}.
Next class is in {}.
We've moved the class to {} on Friday.
Your lesson's in {} on Friday.
{} isn't too far at all. << We're in {}, is that too far?
I've a pitch at the fair in {} on Sunday.
Friday in {}? I'll be around there, yes, put me down. << Any chance for {} on Friday?
Confirmed: Friday at ten in {}.
I could, Friday? << Could you do it in {}?
Yes, every quarter I fly over. << Do you see kids in {} also?
FYI in {} Friday.
First Leeds, then {}.
Happy to drive down and sing in {} for you both.
Hi Anna, could drive over to {} for you on Friday.
Hi Anna, yep for {}, I could drive down on Friday
I could pop over and cut hair in {} on Friday.
I split my week between Leeds and {}.
I'd shoot it in {}.
I'll make my way to {} on Friday.
I'm in Leeds till Friday, then {}.
I'm in sunny {} on Friday.
I'm indeed in {} on Friday.
I'm supposed to be in {} on Friday.
I'm, as you know, in {} on Friday.
I'm, believe it or not, in {} on Friday.
I've a client in {} on Friday so I could see you after.
I've rented a room in {} for the week.
In {} now if you'd like a visit.
In {} tomorrow so could swing by yours?
It's {} on Friday.
Leeds is full, but {} has space on Friday.
My {} centre is open on Sundays also.
On the 18th you'll find me in {}, bring him there.
Sat in {} works
Thanks for your message! On the 15th I'm in {} only.
From the 25th we're in {}, ten days in a row.
We can do it in {} on Friday.
We've relocated to {}.
{} mostly. << Where are you based?
Will be cutting in {} tomorrow.
Would {} on Friday work for you?
You're booked for Friday at ten in {}.
{} is the 20th to the 22nd of March.
{} on Friday?\nYes, can do. << any chance of {} this friday
{}? Can do.
"""
NOT_THERE = r"""
{}. << What city are you from?
Are you still in {}, ok?
Still in {}?
As you know, I left {} in May.
Sorry I missed your call in {}.
I see you're in {} but I only do Leeds.
I know {} is closer but I only do Leeds.
Doing anything nice in {} on Friday?
Running a salon in {} sounds fun.
Teaching kids in {} must be hard work.
There's a lovely class in {} you might like.
I took a class in {} years ago.
Your flight gets into {} at six.
{} is too far, I'm afraid. << We're in {}, is that too far?
Break a leg in {} on Friday.
Go get them in {} on Friday.
Hi {}, Friday works.
I don't get up there, sorry, but I hear there's a fine teacher in {}.
I read you're off to {} for your nan's do.
I'd love to do {} but I'm in Leeds all spring.
I'd rather be in {} than in this rain.
I'm doing Mrs {} on Friday.
I'm seeing Jo {} on Friday.
I'm skipping {} this year.
I've a soft spot for {}, my gran was from there.
Ha, if only I could fly to {} with you two!
Honestly, have a lovely time in {}!
Last time in {} I got soaked.
My brother's wedding is in {}.
One day I'll come to {}.
Take me with you to {}!
Would love to come to {} but can't.
You can get those strings in {}.
{} is an hour away, so leave at nine. << We live in {}
{}'s a bit of a hike for me.
"""
MANCHESTER_OPEN = r"""
I'm in Leeds this week and Manchester next
On Saturday the 21st you can all come over to the flat I'm borrowing in Manchester
I'm in Leeds till Sunday. Manchester is the Friday after, the 20th.
I'm in Manchester the weekend of the 21st
I'm in Manchester from Thurs 19th to Sun
I'm in Manchester from Thursday the 19th up until Sunday the 22nd
I'm in Manchester 19/3
I'm in Leeds from the 17th to the 18th and then in Manchester that Saturday
I'm in Leeds through Monday the 16th, then I'm in Manchester that Thursday
Manchester is the 19th, not this week
I'm in Manchester on the 19th, not today
My dates are Leeds until 17th and Manchester from 19th to 22nd.
Not in Manchester till Thurs the 19th, this week it's Leeds only
The Manchester wknd is the 21st & 22nd
"""
MANCHESTER_CLOSED = r"""
Manchester is the 24th, not this week
I'm in Leeds from the 17th to the 18th and then in Manchester that Monday
I'm in Leeds on the 24th and in Manchester that Saturday
I'm in Leeds on the 17th and I hope that Saturday the 14th I'm in Manchester
I'm in Leeds till the 25th and Manchester next
I'm in Manchester the weekend of the 28th
I'll be in Manchester the whole of April
I'm in Manchester Mon
Mon I'm in Manchester
I'm in Manchester through Wed and would love to see you
"""


@lru_cache
def _spec() -> CompiledSpec:
    document: dict[str, Any] = {
        "persona": "p",
        "timezone": "Europe/London",
        "currency": "GBP",
        "modes": ["incall", "outcall"],
        "locations": [LEEDS, MANCHESTER],
    }
    return compile_spec(Spec.from_dict(document))


def _is_held(line: str, town: str = "") -> bool:
    body, _, inbound = line.replace("\\n", "\n").replace("{}", town).partition(" << ")
    context = {"inbound": inbound} if inbound else None
    found = validate_draft(body, _spec(), now=NOW, context=context).violations
    return any(v.rule == "location_not_in_facts" for v in found)


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("line", _lines(THERE))
def test_presence_in_an_unlisted_town_is_held(line: str, town: str) -> None:
    assert _is_held(line, town)


@pytest.mark.parametrize("line", [line for line in _lines(THERE) if "Leeds" not in line])
def test_presence_in_a_listed_town_passes(line: str) -> None:
    assert not _is_held(line, "Leeds")


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("line", _lines(NOT_THERE))
def test_talk_of_a_town_passes(line: str, town: str) -> None:
    assert not _is_held(line, town)


@pytest.mark.parametrize("line", _lines(MANCHESTER_OPEN))
def test_dates_inside_a_window_pass(line: str) -> None:
    assert not _is_held(line)


@pytest.mark.parametrize("line", _lines(MANCHESTER_CLOSED))
def test_dates_outside_a_window_are_held(line: str) -> None:
    assert _is_held(line)


@pytest.mark.parametrize("name", ["Chelsea", "Florence", "Sydney"])
def test_a_person_called_as_a_town_is_addressed(name: str) -> None:
    assert not _is_held(f"{name}, I can be there by 4 on Friday")
    assert not _is_held(f"Hi {name}, I'll be there on Friday")
    assert _is_held(f"{name}, I can be there by 4 on Friday << Any chance you get to {name}?")
    assert _is_held(f"Two stops left. {name}, I'm there from the 25th")


@pytest.mark.parametrize("town", ["Hull", "Bath"])
def test_a_town_that_is_a_word_is_moved_to(town: str) -> None:
    assert _is_held(f"I've moved to {town}.")
    assert not _is_held("I've moved to bath salts.")
