"""Dates in nothing but digits: "4/11", "23.10.2026", "2026-11-04"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal
from align.claims.dates.calendar_names import MONTHS, WEEKDAYS
from align.claims.dates.days_of_month import closes, month_first
from align.claims.dates.found import Found
from align.claims.dates.months_named import dated
from align.claims.dates.place_before import is_place_before
from align.data.words import load_words
from align.reading.cues import SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ISO: Final = re.compile(r"(20\d\d) - (\d{1,2}) - (\d{1,2})\b")
_NUMERIC: Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?\Z")
_DATE_LEADS: Final = frozenset(
    "on until till til by from to for - — through the and since of ( , before after between & or".split()
)
_FRACTIONS: Final = frozenset("1/2 1/3 2/3 1/4 3/4 1/5 24/7 50/50 1/8 9/11".split())


def read_iso(u: Utterance, at: int) -> Found | None:
    """Read "2026-11-04"."""
    match = _ISO.match(u.reading.line, u.reading.line_at[at])
    if match is None:
        return None
    day = cal.exact(int(match[1]), int(match[2]), int(match[3]))
    return dated(u, match, day, day)


def read_digits(u: Utterance, at: int) -> Found | None:
    """Read 23/10, 10/23, 23.10.2026 where the neighbours make it a date."""
    words = u.reading.words
    match = _NUMERIC.match(words[at])
    if match is None:
        return _year_first(u, at)
    year = match[4]
    if year is None and match[2] == "." and _has_ordinal_dot(u, at):
        one = _ordered(u, at, int(match[1]), int(match[3]), None)
        return one._replace(last=at + 2) if one is not None else None
    before = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in MONTHS and match[2] == "/":
        return _two_days(u, at, match)
    if following in ("am", "pm"):
        return None  # "Tuesday 9.30pm"
    opens = before in ("", ".", "!", "?", "\n") and following in ("at", "@", "works", "is", ":", "from")
    opens = opens or (before not in load_words() and words[at] != "24/7" and is_place_before(u, at))
    if year is None and (before in WEEKDAYS or before == "on" or (opens and match[2] == "/")):
        pass
    elif year is None and (match[2] == "." or before not in _DATE_LEADS or words[at] in _FRACTIONS):
        return None
    if year is None and not closes(u, at + 1):
        return None
    day = _ordered(u, at, int(match[1]), int(match[3]), int(year) if year else None)
    if day is not None and year is None and match[2] == "." and _is_clock(match):
        # "Thursday 9.30", where 30 September is no Thursday
        weekday = WEEKDAYS.get(before)
        return None if weekday is not None and day.begin.weekday() != weekday else day
    return day


def _year_first(u: Utterance, at: int) -> Found | None:
    """Read "2026/11/28"."""
    match = _YEAR_FIRST.match(u.reading.words[at])
    day = cal.exact(int(match[1]), int(match[2]), int(match[3])) if match is not None else None
    return Found(at, at + 1, day, day, kind="date") if day is not None else None


_YEAR_FIRST: Final = re.compile(r"(20\d\d)/(\d{1,2})/(\d{1,2})\Z")


def _is_clock(match: re.Match[str]) -> bool:
    """True for digits that a clock can show: "9.30"."""
    return len(match[3]) == 2 and int(match[1]) < 24 and int(match[3]) < 60


def _has_ordinal_dot(u: Utterance, at: int) -> bool:
    """True for the "2.12." of "2.12. to 4.12.", whose last dot ends no sentence."""
    words = u.reading.words
    return words[at + 1 : at + 2] == ["."] and not u.reading.marks[at + 1] & SENTENCE_END


def _ordered(u: Utterance, at: int, one: int, two: int, year: int | None) -> Found | None:
    pairs = [(one, two), (two, one)]
    if "/" in u.reading.words[at] and month_first(u):
        pairs.reverse()
    for number, month in pairs:
        if 1 <= month <= 12:
            day = cal.on(u.moment.today, number, month, year)
            if day is not None:
                return Found(at, at + 1, day, day)
    return None


def _two_days(u: Utterance, at: int, match: re.Match[str]) -> Found | None:
    """Read "14/15 Nov"."""
    month = MONTHS[u.reading.words[at + 1]]
    begin = cal.on(u.moment.today, int(match[1]), month)
    until = cal.on(u.moment.today, int(match[3]), month)
    if begin is None or until is None or until < begin:
        return None
    return Found(at, at + 2, begin, until)
