"""A week, weekend or weekday counted within a month: "the last week of June", "the first Friday in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal
from align.claims.dates.calendar_names import MONTHS, WEEKDAYS
from align.claims.dates.found import Found

if TYPE_CHECKING:
    from datetime import date

    from align.claims.utterance import Utterance

_COUNTED: Final = {
    "first": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1,
    "1 st": 0, "2 nd": 1, "3 rd": 2, "4 th": 3,
}  # fmt: skip
_WEEKS: Final = frozenset(("week", "wk"))
COUNTABLE: Final = _WEEKS | WEEKDAYS.keys() | {"weekend", "wknd", "wkend"}
"""What a month has several of."""
_WITHIN: Final = (["of"], ["in"])
_RELATIVE: Final = {"this": 0, "the": 0, "next": 1, "following": 1}


def counted_at(u: Utterance, at: int) -> Found | None:
    """Read the week, weekend or weekday at `at` as one of a month that is named behind it."""
    words = u.reading.words
    if words[at + 1 : at + 2] not in _WITHIN or not at:
        return None
    first = at - 1
    count = _COUNTED.get(words[first])
    if count is None and first:
        first -= 1
        count = _COUNTED.get(f"{words[first]} {words[first + 1]}")
    month = _month_at(u, at + 2)
    if count is None or month is None:
        return None
    begin, until, last = month
    if first and words[first - 1] == "the":
        first -= 1
    return Found(first, last, *_counted(words[at], count, begin, until))


def _month_at(u: Utterance, at: int) -> tuple[date, date, int] | None:
    """Return the first and last day of the month named at a word, and the word behind it."""
    words = u.reading.words
    name = words[at] if at < len(words) else ""
    if name in MONTHS:
        begin, until, _ = cal.named_month(u.moment.today, MONTHS[name], "")
        return begin, until, at + 1
    if name in _RELATIVE and words[at + 1 : at + 2] == ["month"]:
        until = cal.month(u.moment.today, "next" if _RELATIVE[name] else "", "")[1]
        return until.replace(day=1), until, at + 2
    return None


def _counted(unit: str, count: int, begin: date, until: date) -> cal.Window:
    """Return the week, weekend or weekday of that count; -1 is the last."""
    if unit in _WEEKS:
        first = cal.ahead(until, -6) if count < 0 else cal.ahead(begin, 7 * count)
        return first, cal.ahead(first, 6), True
    number = WEEKDAYS.get(unit, 5)
    if count < 0:
        day = cal.ahead(until, -((until.weekday() - number) % 7))
    else:
        day = cal.ahead(begin, (number - begin.weekday()) % 7 + 7 * count)
    return day, (day if unit in WEEKDAYS else cal.ahead(day, 1)), False
