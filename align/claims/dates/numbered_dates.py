"""Dates that begin with a number, told apart by what stands behind it: "28th", "4 Nov", "4/11", "2026-11-04"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates.calendar_names import MONTHS, SUFFIXES, WEEKDAYS
from align.claims.dates.days_of_month import after_weekday, day_of_month
from align.claims.dates.digit_dates import read_digits, read_iso
from align.claims.dates.months_named import DAYS_MONTH, days_of_month, is_month_after
from align.claims.dates.place_before import RUNNING, may_be_run, run_at_place

if TYPE_CHECKING:
    from align.claims.dates.found import Found
    from align.claims.utterance import Utterance


def may_be_date(words: list[str], at: int) -> bool:
    """True unless a number can be no date in a text that names no month: a cheap first look."""
    word = words[at]
    if len(word) > 2:
        return "/" in word or "." in word or word.startswith("20")
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in SUFFIXES or (following in RUNNING and may_be_run(words, at)):
        return True
    back = at - 2 if at >= 2 and words[at - 1] == "the" else at - 1
    return back >= 0 and words[back] in WEEKDAYS


def read_number(u: Utterance, at: int) -> Found | None:
    """Read a date that begins with the number at `at`."""
    reading = u.reading
    word = reading.words[at]
    if not word.isdecimal():
        return read_digits(u, at)
    if len(word) == 4:
        return read_iso(u, at)
    if len(word) > 2:
        return None
    following = reading.words[at + 1] if at + 1 < len(reading) else ""
    if following in MONTHS or following in SUFFIXES or following in _JOINS:
        match = DAYS_MONTH.match(reading.line, reading.line_at[at])
        if match is not None:
            return days_of_month(u, match) if is_month_after(u, match) else None
    if following in SUFFIXES:
        return day_of_month(u, at)
    return (run_at_place(u, at) if following in RUNNING else None) or after_weekday(u, at)


_JOINS: Final = frozenset(". , - — and & or to until till through thru of".split())
