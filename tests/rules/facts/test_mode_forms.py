"""One meaning in many forms: who comes to whom, and talk of homes that offers neither."""

from datetime import datetime
from functools import lru_cache
from typing import Any

import pytest

from align import compile_spec, validate_draft
from align.compiled import CompiledSpec
from specs import Spec

NOW = datetime.fromisoformat("2026-03-09T10:00:00+00:00")

OUTCALL = r"""
Send me your address and I'll come.
What's your address? I'll be there at two.
I've been thinking, I can come to you.
You've been on your feet all day so I'll come to you.
I'll come to you with the table tomorrow.
That's what I charge at your own house.
When I'm in town I can come to your flat, ok?
I'd rather you came to my house >> Perfect, works for me.
are you mobile? >> Yes I do.
Do you come to hotels? >> Yes.
Any chance of a home visit? >> Sure.
Can come to yours on Friday.
Could scoot over at 11:30, so keep the hour
do you do home visits? >> I do.
do you travel? >> I do.
Happy to come round.
I can come to you're flat with the kit.
I go to you on Friday.
I'll be over at six.
I'll be round at six.
I'll ring your bell at six.
I'm fully mobile.
Will sir come home and teach? >> Yes yes, no problem at all, just share the location.
at mine or yours? >> Yours.
You'll find me in town on Friday and I can come to your hotel.
You'll find me in town on Friday and can come to your hotel.
Your place at six, then.
I can come by, what's the house number?
I could swing by later with the samples.
Want me to pop by after work?
Should I drop by tonight?
I'll come over now.
I'll come round soon.
I'll be over in a bit.
I'll be right over.
I'll be round in ten.
"""
INCALL = r"""
You can come and train with me at the gym I borrow.
Park behind my house.
I've turned the garage into a treatment room.
Let yourself in and take your shoes off.
Your brother can bring her over to my house.
Your mum could come to mine.
If your mum wants to come in too that's fine.
You're due to come in on Friday.
Your place or mine? >> Mine please, got the table set up.
I do it at my studio so it's nice and warm, does that suit?
You've been coming to me on Fridays, same again this Friday.
You were coming to me on Friday at 4, still right?
You've been so good, come to me whenever.
You're welcome to come to my studio, just say when.
at mine or yours? >> Mine.
do you have a studio? >> I do, by the station.
I'll see you here at six.
Lessons are at mine.
Stop by on Friday.
We could do it here at my place.
"""
NEITHER = r"""
The gym I rent has shut.
We've turned the garage into a gym for the kids.
If I'm still at it when you get home just let yourself in.
What's your address again? I'll come back to you on parking.
You let yourself in for a lot of work.
Let yourselves in and leave the contract on the desk.
Send your email address and I'll be with you soon.
The address is on the site, I'll be there at two.
Your mother wanted to come to mine.
Your mum can't come to my house, sorry.
Good brushes are hard to come by.
I come by most of my regulars through friends.
I'll swing by the end of the week with an answer.
I'll swing by the studio first.
A parcel will come by later.
I'll be over the moon.
I'll be over by the window.
My morning will be over soon.
I'll be around later.
I can't come by, sorry.
Once you reach home call me.
My cat wants to come in, one sec.
My neighbour wanted to come over for tea.
New stock is due to come in on Monday.
Come in handy that, a ground floor flat.
I'll come to you with a price tomorrow.
That's not what I charge at your own house.
Will the invoice come to me? >> Yes, on Friday.
My photo or yours, which came out better? >> Mine, obviously, was the blue one.
Does your place have parking?
A colleague of mine could come to you.
A plumber's coming to mine on Friday so no lessons.
Ann does home visits.
He's off to town for your nan's do.
Home visits are off for now.
I left your scarf at the studio.
If only I could come to you.
I can see you there on the 30th if you're still at your mum's.
Last time you came to mine it rained.
Lovely to have you in the studio last week.
Some day you can come to me.
Thanks for coming to mine.
Thanks for having me at yours.
That is the way we do it here, with oil and lemon.
When you were coming to mine it was 40.
You've been coming to me since before the wee one was born.
I've been coming to you for years in the old van.
You came to me in March.
Your place on Friday is booked.
"""


@lru_cache
def _spec(mode: str) -> CompiledSpec:
    document: dict[str, Any] = {
        "persona": "p",
        "timezone": "Europe/London",
        "currency": "GBP",
        "modes": [mode],
    }
    return compile_spec(Spec.from_dict(document))


def _is_held(line: str, offered: str) -> bool:
    first, _, second = line.partition(" >> ")
    body, context = (second, {"inbound": first}) if second else (first, None)
    found = validate_draft(body, _spec(offered), now=NOW, context=context).violations
    return any(v.rule == "mode_not_offered" for v in found)


def _lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("line", _lines(OUTCALL))
def test_going_to_the_client_is_outcall(line: str) -> None:
    assert _is_held(line, "incall")
    assert not _is_held(line, "outcall")


@pytest.mark.parametrize("line", _lines(INCALL))
def test_receiving_the_client_is_incall(line: str) -> None:
    assert _is_held(line, "outcall")
    assert not _is_held(line, "incall")


@pytest.mark.parametrize("line", _lines(NEITHER))
@pytest.mark.parametrize("offered", ["incall", "outcall"])
def test_talk_of_homes_offers_neither(line: str, offered: str) -> None:
    assert not _is_held(line, offered)


TWO_TOWNS = {
    "persona": "p",
    "timezone": "Europe/London",
    "currency": "EUR",
    "rates": [
        {"minutes": 60, "amount": 60, "mode": "incall"},
        {"minutes": 60, "amount": 75, "mode": "outcall"},
    ],
    "locations": [
        {"city": "Galway", "country": "IE", "modes": ["incall", "outcall"]},
        {
            "city": "Sligo",
            "country": "IE",
            "from": "2026-03-16",
            "until": "2026-03-18",
            "modes": ["incall"],
        },
    ],
}
"""Nobody is travelled to in Sligo."""


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("In Sligo it's €60, that's not what I charge at your own house. Coming to you is €75", False),
        ("I'm in Sligo from the 16th, €60 in the room. Coming to you is €75", True),
        ("In Sligo on the 16th I do it at your own house for €75", True),
        ("I'm in Sligo from the 16th. Till then I can come out to you", False),
        ("I'm in Sligo from the 16th. Before then I can come to you any evening", False),
        ("I'm in Sligo from the 16th. I can come out to you then", True),
    ],
)
def test_a_mode_is_said_of_another_place_than_the_one_before(line: str, held: bool) -> None:
    spec = compile_spec(Spec.from_dict(TWO_TOWNS))
    found = validate_draft(line, spec, now=NOW).violations
    assert any(v.rule == "mode_not_offered" for v in found) is held


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("I'm in Sligo till tomorrow, so I can come to you here", True),
        ("I'm in Sligo today. I can come to your place here.", True),
        ("I can come to you here", False),
        ("I'm in Galway today, I can come to you here", False),
    ],
)
def test_here_is_where_the_draft_says_that_we_are_today(line: str, held: bool) -> None:
    now = datetime.fromisoformat("2026-03-16T10:00:00+00:00")
    spec = compile_spec(Spec.from_dict(TWO_TOWNS))
    found = validate_draft(line, spec, now=now).violations
    assert any(v.rule == "mode_not_offered" for v in found) is held
