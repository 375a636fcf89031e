"""From words such as "next" and "Tuesday" to dates: arithmetic without any text.

A window is `(begin, until, vague)`, inclusive; a vague one is only meant in part.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

Window = tuple[date, date, bool]

_LONG_PAST: Final = 120
_FAR_AHEAD: Final = 300
_RECURRING: Final = timedelta(days=27)


def single(day: date) -> Window:
    """Return the window of one day."""
    return day, day, False


def ahead(today: date, days: int) -> date:
    """Return the day so many days after `today`, kept inside the calendar."""
    return date.fromordinal(min(max(today.toordinal() + days, 1), date.max.toordinal()))


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return ahead(day, -day.weekday())


@lru_cache(maxsize=512)
def weekday(today: date, number: int, relation: str) -> date:
    """Resolve a weekday: bare it is the coming one, never today; "next" is next week's.

    Nobody writes "Friday" for today on a Friday, unless as "this Friday".
    """
    if relation in ("next", "following"):
        return ahead(monday_of(today), 7 + number)
    if relation in ("last", "since", "past"):
        return ahead(today, -((today.weekday() - number) % 7 or 7))
    days = (number - today.weekday()) % 7
    if not days and relation != "this":
        days = 7
    return ahead(today, days)


def recurring(today: date, number: int) -> Window:
    """Resolve "Saturdays": the coming ones, only meant in part."""
    day = weekday(today, number, "this")
    return day, ahead(day, _RECURRING.days), True


def weekend(today: date, relation: str) -> Window:
    """Resolve "the weekend", "next weekend", "last weekend"."""
    saturday = ahead(monday_of(today), {"next": 12, "following": 12, "last": -2}.get(relation, 5))
    return saturday, ahead(saturday, 1), True


_BEGUN: Final = frozenset(("early", "start", "beginning", "first"))
"""The parts of a week or a month that are over soon, and then are the next one's."""


def week(today: date, relation: str, part: str) -> Window:
    """Resolve "this week", "early next week", "the rest of the week"."""
    monday = ahead(monday_of(today), {"next": 7, "following": 7, "after": 14, "last": -7}.get(relation, 0))
    begin, until = _share(monday, 6, part, early=2, late=3)
    if part == "all":
        until = ahead(monday, 4)  # people say "all week" of the working days
    if not relation and part in _BEGUN and until < today:
        return week(today, "next", part)  # "the start of the week", said on a Friday
    if relation in ("", "this"):
        until = max(until, today)
        begin = min(max(begin, today), until)
    return begin, until, part not in ("rest", "all")


def month(today: date, relation: str, part: str) -> Window:
    """Resolve "this month", "the end of next month", "the rest of the month"."""
    months = {"next": 1, "following": 1, "after": 2, "last": -1}.get(relation, 0)
    first = _month_start(today, months)
    begin, until = _share(first, monthrange(first.year, first.month)[1] - 1, part, early=9, late=20)
    if not relation and part in _BEGUN and until < today:
        return month(today, "next", part)
    if relation in ("", "this"):
        begin = min(max(begin, today), until)
    return begin, until, part not in ("rest", "all")


def named_month(today: date, number: int, part: str, year: int | None = None) -> Window:
    """Resolve "in November", "early November": this year's, or next year's once past."""
    chosen = year if year is not None else today.year + (number < today.month)
    first = date(min(max(chosen, 1), 9998), number, 1)
    begin, until = _share(first, monthrange(first.year, number)[1] - 1, part, early=9, late=20)
    return begin, until, part not in ("rest", "all")


def year_gone(today: date, number: int, relation: str) -> int:
    """Return the year of "last October", "since March": the month's latest that has begun."""
    return today.year - (number > today.month or (number == today.month and relation != "since"))


def year_of(today: date, relation: str) -> Window:
    """Resolve "this year", "next year", "last year"."""
    year = today.year + {"next": 1, "last": -1}.get(relation, 0)
    year = min(max(year, 1), 9999)
    begin = today if year == today.year else date(year, 1, 1)
    return begin, date(year, 12, 31), True


def in_units(today: date, count: int, unit: str) -> Window:
    """Resolve "in two days", "in a week", "3 days ago" (a negative count)."""
    unit = unit.removesuffix("s")
    if unit == "day":
        return single(ahead(today, count))
    size, slack = {"week": (7, 1), "wk": (7, 1), "fortnight": (14, 1), "month": (30, 5)}.get(unit, (365, 30))
    day = ahead(today, size * count)
    return ahead(day, -slack), ahead(day, slack), True


def on(today: date, day: int, number: int, year: int | None = None) -> date | None:
    """Return a day of a month: this year's, or next year's once it is long past."""
    if year is not None:
        return exact(year + (2000 if year < 100 else 0), number, day)
    found = exact(today.year, number, day)
    if found is not None and (today - found).days > _LONG_PAST:
        return exact(today.year + 1, number, day) or found
    if found is not None and (found - today).days > _FAR_AHEAD:
        return exact(today.year - 1, number, day) or found
    return found or exact(today.year + 1, number, day)


@lru_cache(maxsize=512)
def coming(today: date, day: int, weekday_number: int | None = None, *, past: bool = False) -> date | None:
    """Return the coming day of that number, on that weekday if one is said.

    `past` asks for the one just gone ("lovely to see you on the 20th"). Where no near
    month has the day on the weekday, the number wins.
    """
    near = [found for months in range(-1, 4) if (found := _day_of(_month_start(today, months), day))]
    if past:
        gone = [found for found in near if found <= today]
        return gone[-1] if gone else None
    near = [found for found in near if found >= today]
    if weekday_number is not None:
        near = [found for found in near if found.weekday() == weekday_number] or near
    return near[0] if near else None


def exact(year: int, month_number: int, day: int) -> date | None:
    """Return a date, or None where the calendar has no such day."""
    try:
        return date(year, month_number, day)
    except (ValueError, OverflowError):
        return None


def _share(first: date, days: int, part: str, *, early: int, late: int) -> tuple[date, date]:
    """Return the named part of a run that begins at `first` and lasts `days` more."""
    if part in ("early", "start", "beginning", "first"):
        return first, ahead(first, early)
    if part in ("late", "end"):
        return ahead(first, late), ahead(first, days)
    if part in ("mid", "middle"):
        return ahead(first, early), ahead(first, late)
    return first, ahead(first, days)


def _day_of(first: date, day: int) -> date | None:
    return exact(first.year, first.month, day)


def _month_start(today: date, months: int) -> date:
    at = today.year * 12 + today.month - 1 + months
    return date(min(max(at // 12, 1), 9999), at % 12 + 1, 1)
