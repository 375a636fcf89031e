"""Clock times: their readings, their day, and whether they start an appointment.

Now is Wednesday 4 November 2026, 10:00.
"""

from datetime import datetime
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.claims.claim import Moment, Speaker, Stance, Start
from align.claims.extract import extract
from align.claims.known import Known
from align.reading import Reading
from align.validate import compile_spec
from specs import Spec

NOW = "2026-11-04T10:00:00+00:00"


@lru_cache
def _known() -> Known:
    return compile_spec(
        Spec.model_validate({"persona": "x", "currency": "GBP", "timezone": "Europe/London"})
    ).known


def _starts(body: str, speaker: Speaker = Speaker.PROFESSIONAL, inbound: str | None = None) -> list[Start]:
    known = _known()
    moment = Moment(datetime.fromisoformat(NOW).astimezone(known.zone))
    heard = extract(Reading(inbound, known.vocabulary), Speaker.CLIENT, moment, known) if inbound else None
    return extract(Reading(body, known.vocabulary), speaker, moment, known, heard).starts


def _clock(minutes: tuple[int, ...]) -> str:
    return "/".join(f"{m // 60}:{m % 60:02d}" for m in minutes)


def _said(body: str, **kwargs: Any) -> list[str]:
    return [_clock(s.minutes) + (f"-{_clock(s.until)}" if s.until else "") for s in _starts(body, **kwargs)]


TIMES = """
7:30 | 7:30/19:30
7.30pm | 19:30
at 7.30 | 7:30/19:30
19h30 | 19:30
6pm | 18:00
see you at 6p | 18:00
6 a.m. | 6:00
at 7 p.m. works | 19:00
half six works | 6:30/18:30
half past six | 6:30/18:30
quarter to nine | 8:45/20:45
a quarter to nine this evening | 20:45
ten past 4 | 16:10
twenty five to six | 5:35/17:35
come at 7ish | 7:00/19:00
around sevenish | 7:00/19:00
7-ish | 7:00/19:00
noon | 12:00
midday | 12:00
midnight tonight | 24:00
at six thirty | 6:30/18:30
at six oh five | 6:05/18:05
2 this arvo | 14:00
6 or 7 tonight | 18:00 19:00
3-5pm | 15:00-17:00
between 3 and 5 | 15:00-17:00
anytime from 10 to 12 | 10:00-12:00
10am or 2 | 10:00 14:00
11 or 1pm | 11:00 13:00
after 2 works | 14:00
1900 hrs | 19:00
at 1730 | 17:30
1730-1930 | 17:30-19:30
630pm | 18:30
12 noon works | 12:00
see you at six-thirty | 6:30/18:30
15 Uhr works | 15:00
14 o'clock | 14:00
I could do 6.15 instead | 6:15/18:15
half seven going | 7:30/19:30
how about 12:30, mornings are quiet | 12:30
5 o'clock | 5:00/17:00
12:30 | 12:30
1 tonight | 25:00
6 in the morning | 6:00
9 at night | 21:00
this evening, 6 maybe | 18:00
Friday evening at 7 | 19:00
tomorrow morning at 9 | 9:00
got 4 or 5 free | 16:00 17:00
how about 10? | 10:00/22:00
""".strip().splitlines()

NOT_TIMES = """
6.15 km of hills
add 4.30 for the fee
at 5 different houses
at 4 an hour
bake at 180 for 25
24/7 support
1:1 lessons
a 9-5 job
at 45 an hour
John 3:16
3:45 long
a 4:10 mile
in 22:30
won 3-2
a score of 5
on page 6
bus 5
table for 2 please
kids aged 5 to 12
ages 5-7
at 6 weeks
about 6 of us
6 people
version 2.10
£7.50
£6 or £7
from 60
5 stars
7%
at 120
the 4th floor
half the time
half an hour
one of us
one works better
2 x 4
track 6
I have 2 cats
6 months old
3/4 of it
a dozen
level 3
from 0 to 20 lengths
""".strip().splitlines()


@pytest.mark.parametrize("line", TIMES)
def test_reads(line: str) -> None:
    body, _, expected = line.rpartition(" | ")
    assert _said(body) == expected.split()


@pytest.mark.parametrize("body", NOT_TIMES)
def test_reads_no_time_in(body: str) -> None:
    assert _said(body) == []


DAYS = """
Friday at 5 or Saturday at 11 | 11-06 11-07
5 on Friday, 11 on Saturday | 11-06 11-07
Fri 5 or 6, Sat 11 | 11-06 11-06 11-07
Saturday is wide open. How about 10? | 11-07
Saturday is wide open. Bring a towel. How about 10? | 11-07
tonight at 9 | 11-04
9 tonight | 11-04
tomorrow, 5pm | 11-05
Tomorrow is full, but 6 works | None
Tomorrow is full. How about 6? | None
Hope yesterday went well! 6 works | None
I'm in Leeds until Friday. 6 works | None
6 works | None
""".strip().splitlines()


@pytest.mark.parametrize("line", DAYS)
def test_pairs_times_with_days(line: str) -> None:
    body, _, expected = line.rpartition(" | ")
    assert [f"{s.day.begin:%m-%d}" if s.day else "None" for s in _starts(body)] == expected.split()


def test_the_client_names_the_day() -> None:
    (start,) = _starts("6 works", inbound="any room on Friday?")
    assert start.day is not None
    assert f"{start.day.begin:%m-%d}" == "11-06"


def test_the_client_names_the_half_of_the_day() -> None:
    assert _said("6 is perfect", inbound="6pm ok?") == ["18:00"]
    assert _said("6 is perfect", inbound="anything this evening?") == ["18:00"]
    assert _said("5:45 works", inbound="anything this morning?") == ["5:45"]
    assert _said("5:45 works", inbound="Morning! Anything today?") == ["5:45/17:45"]


def test_quarter_past_takes_the_hour_last_spoken_of() -> None:
    assert _said("let's say quarter past", inbound="5pm ok?") == ["17:15"]
    assert _said("let's say quarter past") == []


CLIENT = """
6pm ok? | yes
half 5 any good? | yes
could you do 8 tonight | yes
can I come at 1 | yes
2pm today, half an hour, and i pay you on friday? | yes
need half an hour, sat 9am? | yes
are you free at 5? | yes
Friday 10 works | yes
i'd like 4pm | yes
my train gets in at 4 | no
the wedding is at 3 | no
i finish at 5 | no
kids home at 3 | no
flying to Malaga at 21:55 | no
""".strip().splitlines()


@pytest.mark.parametrize("line", CLIENT)
def test_what_a_client_proposes(line: str) -> None:
    body, _, expected = line.rpartition(" | ")
    start = _starts(body, speaker=Speaker.CLIENT)[0]
    assert start.proposed is (expected == "yes")


def test_a_negation_in_another_clause_does_not_refuse() -> None:
    (start,) = _starts("If neither suits, 5:30 would work for me too.")
    assert start.stance is Stance.ASSERTED


def test_the_end_of_an_appointment_is_not_kept() -> None:
    (start,) = _starts("booked you in 3 to 4:30pm")
    assert start.until is None


_WORDS = "twelve one two three four five six seven eight nine ten eleven".split()


@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_a_written_time_reads_as_itself(hour: int, minute: int) -> None:
    total = hour * 60 + minute
    twelve, half = hour % 12 or 12, "pm" if hour >= 12 else "am"
    for text in (
        f"{twelve}:{minute:02d}{half}",
        f"{twelve}.{minute:02d} {half}",
        f"{twelve}:{minute:02d} {half[0]}.m.",
    ):
        assert [s.minutes for s in _starts(f"see you at {text} then")] == [(total,)]
    assert total in [m for s in _starts(f"see you at {hour:02d}:{minute:02d} then") for m in s.minutes]


@given(hour=st.integers(1, 12))
def test_words_and_digits_read_alike(hour: int) -> None:
    for template in (
        "see you at {}",
        "half {} works",
        "quarter to {} is free",
        "come at {} tonight",
        "{} o'clock?",
    ):
        digits, words = template.format(hour), template.format(_WORDS[hour % 12])
        assert [s.minutes for s in _starts(digits)] == [s.minutes for s in _starts(words)] != []


_FRAGMENTS = st.lists(
    st.sampled_from(
        "6 7:30 24:00 25:61 half past to quarter six thirty oh five noon midnight p a . m pm ish - o'clock at from until"
        " between and or , 1900 hrs 0000 19 h 30 friday today tomorrow is works ? @ 12 0 tonight morning in the my your i"
        " finish see you have for me been late there with on up booked call time neither 5-".split()
    ),
    max_size=14,
)


@given(_FRAGMENTS, st.sampled_from(Speaker))
def test_no_run_of_clock_words_raises(words: list[str], speaker: Speaker) -> None:
    body = " ".join(words)
    for start in _starts(body, speaker=speaker, inbound=body):
        assert start.minutes
        assert all(0 <= m < 2880 for m in start.minutes)
        assert 0 <= start.first < start.last


@given(st.text())
def test_no_text_raises(body: str) -> None:
    _starts(body, inbound=body)
