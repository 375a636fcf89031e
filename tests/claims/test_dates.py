"""Dates: what each way of saying one resolves to. Now is Wednesday 4 November 2026."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.claims.claim import Days, Moment, Speaker
from align.claims.extract import extract
from align.claims.known import Known
from align.reading import Reading
from align.validate import compile_spec
from specs import Spec

NOW = "2026-11-04T10:00:00+00:00"


@lru_cache
def _known(currency: str = "GBP", zone: str = "Europe/London") -> Known:
    return compile_spec(Spec.model_validate({"persona": "x", "currency": currency, "timezone": zone})).known


def _days(body: str, now: str = NOW, currency: str = "GBP", zone: str = "Europe/London") -> list[Days]:
    known = _known(currency, zone)
    moment = Moment(datetime.fromisoformat(now).astimezone(known.zone))
    return extract(Reading(body, known.vocabulary), Speaker.PROFESSIONAL, moment, known).days


def _said(body: str, **kwargs: Any) -> list[str]:
    """Return dates as "MM-DD", "MM-DD..MM-DD", with a tilde where vague."""
    return [
        f"{d.begin:%m-%d}" + (f"..{d.until:%m-%d}" if d.until != d.begin else "") + ("~" if d.vague else "")
        for d in _days(body, **kwargs)
    ]


DATES = """
today | 11-04
tonight at 6 | 11-04
2nite or 2day | 11-04~
this evening | 11-04
later this afternoon | 11-04
last night | 11-03
yesterday at 4 | 11-03
the day before yesterday | 11-02
tomorrow | 11-05
tmrw 5 | 11-05
2moro | 11-05
the morra | 11-05
the morra's yours | 11-05
the morn | 11-05
tommorow at 4 | 11-05
day after tomorrow | 11-06
Christmas Eve | 12-24
shut on New Year's Day | 01-01
Boxing Day | 12-26
in Leeds for Christmas | 12-24..12-26~
in Leeds over Xmas weekend | 12-24..12-26~
in Leeds for Halloween | 10-31~
in Leeds for Thanksgiving | 11-04..11-04~
Leeds this weekend, York next | 11-07..11-08~ 11-14..11-15~
Leeds this week, York next | 11-04..11-08~ 11-09..11-15~
Leeds this week, next time York | 11-04..11-08~
wait till Friday | 11-06
until Friday | 11-04..11-06
move you to Wed | 11-11
it'll be Wed in Leeds | 11-11
I've got Wed free | 11-11
mon - fri | 11-09..11-13
from the 2nd to the 6th | 11-02..11-06
from Friday (6th) till Monday (9th) | 11-06..11-09
Saturday (14th) works | 11-14
Friday to Sunday next week | 11-13..11-15
Fri & Sat next week | 11-13..11-14
Friday till Monday next week | 11-06..11-09
today to Friday next week | 11-04..11-13
in Leeds 2nd-6th | 11-02..11-06
away from the 6th to the 2nd | 11-06..12-02
the 3rd of next month | 12-03
an appointment 14th of this month | 11-14
the 14th of this month | 11-14
the 2nd of this month | 11-02
a visit 3rd of next month at 5 | 12-03
on 2026/11/28 | 11-28
New Year's Eve 2026 | 12-31
the weekend after next | 11-21..11-22~
today, and the week after we swap | 11-04 11-09..11-15~
the day after tomorrow | 11-06
tomorrow week | 11-12
Friday | 11-06
weds | 11-11
wensday | 11-11
thurs at 3 | 11-05
next Tuesday | 11-10
this Friday | 11-06
last Friday | 10-30
Friday week | 11-13
a week on Saturday | 11-14
two weeks on Friday | 11-20
Friday next week | 11-13
next week, Friday | 11-13
Monday of next week | 11-09
Saturdays | 11-07..12-04~
every Tuesday | 11-10..12-07~
it's a lovely Wednesday | 11-04
are we still on for Wednesday? | 11-04
Wednesday at 8.30pm, are we still on? | 11-04
are you free Wednesday at 8.30? | 11-11
I'm still on holiday Wednesday | 11-11
still on for Thursday? | 11-05
this weekend | 11-07..11-08~
next weekend | 11-14..11-15~
all weekend | 11-07..11-08
this week | 11-04..11-08~
later this week | 11-04..11-08~
all week | 11-04..11-06
next week | 11-09..11-15~
early next week | 11-09..11-11~
end of next week | 11-12..11-15~
the week of the 9th | 11-09..11-15~
week commencing 16 Nov | 11-16..11-22~
the week after next | 11-16..11-22~
early in the month | 11-04..11-10~
the rest of the month | 11-04..11-30
the end of the month | 11-21..11-30~
next month | 12-01..12-31~
in two days | 11-06
in 2 days' time | 11-06
in a fortnight | 11-17..11-19~
two weeks from now | 11-17..11-19~
3 days ago | 11-01
the 28th | 11-28
the 2nd works | 12-02
the 31st | 12-31
Weds 11th at 4 | 11-11
Friday the 13th | 11-13
Friday the 13th come over | 11-13
My dates are Wednesday the 18th to Friday the 20th | 11-18..11-20
Friday the 13th we'd start at six | 11-13
on the 28th come by | 11-28
Friday, November 13 | 11-13
Thursday 19 November | 11-19
Saturday 14 | 11-14
Saturday 7 at 3 | 11-07
14 Nov | 11-14
Nov 14 | 11-14
4th may | 05-04
the fourth of July | 07-04
on the fifteenth | 11-15
2nd of Feb 2027 | 02-02
the 14th & 15th | 11-14..11-15
the 14th, 15th and 16th | 11-14..11-16
14-16 Nov | 11-14..11-16
14th to 16th November | 11-14..11-16
Nov 14-16 | 11-14..11-16
14/15 Nov | 11-14..11-15
from the 8th | 11-08
from the 8th to the 12th | 11-08..11-12
from the 28th to the 3rd | 11-28..12-03
between the 8th and the 12th | 11-08..11-12
Mon–Wed | 11-09..11-11
Friday to Sunday | 11-06..11-08
next Friday to Sunday | 11-13..11-15
till Monday | 11-04..11-09
after the 20th | 11-21..11-27~
before Friday | 11-04..11-05~
Friday or Saturday | 11-06..11-07~
Friday and Sunday | 11-06 11-08
sat 5pm? | 11-07
sat or sun | 11-07..11-08~
on sat | 11-07
in March | 03-01..03-31~
mid-November | 11-10..11-21~
end of November | 11-21..11-30~
on 4/11 | 11-04
23/10/2026 | 10-23
2026-11-21 | 11-21
Thursday to Saturday next week | 11-12..11-14
Thurs-Sat next wk | 11-12..11-14
Thursday and Friday next week | 11-12..11-13
Thursday, Friday and Saturday next week | 11-12..11-14
this Friday and Saturday next week | 11-06 11-14
see you Friday, Saturday next week is full | 11-06 11-14
Friday to Monday next week | 11-06..11-09
Monday the 9th right through to Tuesday the 17th | 11-09..11-17
Thurs 12th all the way through to Sat 21st | 11-12..11-21
Monday the 23rd until Wednesday, the 25th | 11-23..11-25
Thursday 9.30 in the morning | 11-05
Friday 5.30 then | 11-06
Saturday 7.11 | 11-07
""".strip().splitlines()

NOT_DATES = """
happy Christmas
up there for Christmas sometimes
going to wed in Leeds
I sat down on the sofa
I sat in Dallas traffic
she sat with me
the sun is out
sun cream
you may 3 of us come
I may be late
march on
the soldiers march
a second time
the second session
just a second
the 3rd floor
on the 21st floor
on the 18th hole
her 70th
my 30th birthday
the 21st century
2nd session
first time
April said hi
June is free
a treat for June
an august figure
Wednesday Addams costume
Black Friday sale
24/7 support
4/5 stars
1/2 hour
50/50 chance
once a week
now let me see
on 5th and Pine
at 5th Ave
newly wed
up early in the morn
mon ami
page 4/11
""".strip().splitlines()


@pytest.mark.parametrize("line", DATES)
def test_reads(line: str) -> None:
    body, _, expected = line.rpartition(" | ")
    assert _said(body) == expected.split()


@pytest.mark.parametrize("body", NOT_DATES)
def test_reads_no_date_in(body: str) -> None:
    assert _said(body) == []


@pytest.mark.parametrize(
    ("currency", "zone", "expected"),
    [
        ("GBP", "Europe/London", "11-04"),
        ("EUR", "Europe/Dublin", "11-04"),
        ("AUD", "Australia/Sydney", "11-04"),
        ("USD", "America/Chicago", "04-11"),
    ],
)
def test_the_order_of_day_and_month_follows_the_place(currency: str, zone: str, expected: str) -> None:
    assert _said("on 4/11", currency=currency, zone=zone) == [expected]


def test_an_impossible_month_turns_the_order() -> None:
    assert _said("on 11/23", zone="Europe/London") == ["11-23"]


def test_today_is_the_local_date() -> None:
    assert _said("tonight", now="2026-11-04T03:00:00+00:00", currency="USD", zone="America/Chicago") == [
        "11-03"
    ]


def test_spans_index_the_body() -> None:
    body = "See you Friday the 13th!"
    (day,) = _days(body)
    reading = Reading(body, _known().vocabulary)
    assert reading.text(day.first, day.last) == "Friday the 13th"


_MONTHS = "January February March April May June July August September October November December".split()


def _suffix(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


FORMS = [
    lambda d: f"{d.day} {_MONTHS[d.month - 1]} {d.year}",
    lambda d: f"the {d.day}{_suffix(d.day)} of {_MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{_MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{_MONTHS[d.month - 1][:3]} {d.day}{_suffix(d.day)} {d.year}",
    lambda d: f"{d:%A} {d.day} {_MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: d.isoformat(),
]


@given(
    day=st.dates(min_value=date(2026, 1, 1), max_value=date(2028, 12, 31)),
    form=st.sampled_from(FORMS),
)
def test_a_written_date_reads_as_itself(day: date, form: Callable[[date], str]) -> None:
    assert [(d.begin, d.until) for d in _days(f"see you on {form(day)} then")] == [(day, day)]


@given(st.integers(min_value=0, max_value=27))
def test_the_day_of_the_month_is_the_coming_one(ahead: int) -> None:
    day = date(2026, 11, 4) + timedelta(days=ahead)
    assert [d.begin for d in _days(f"the {day.day}{_suffix(day.day)} works")] == [day]


_FRAGMENTS = st.lists(
    st.sampled_from(
        "next this last the on of 3 14 31st 2nd th st may march sat sun monday tues week weekend weeks day days in a two"
        " christmas easter for leeds after before until to - and or , . / 4/11 99/99 2026 2026-02-30 feb 30 tomorrow today rest end early month now"
        " fortnight twenty - eighth second 0 00 32nd year 9999-12-31 ago from".split()
    ),
    max_size=12,
)


@given(
    _FRAGMENTS,
    st.sampled_from(["2026-11-04T10:00:00+00:00", "9999-12-30T10:00:00+00:00", "0001-01-03T10:00:00+00:00"]),
)
def test_no_run_of_calendar_words_raises(words: list[str], now: str) -> None:
    for day in _days(" ".join(words), now=now):
        assert day.begin <= day.until


@given(st.text())
def test_no_text_raises(body: str) -> None:
    _days(body)
