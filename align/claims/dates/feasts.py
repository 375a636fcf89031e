"""Feasts that have the same date every year: "Christmas Eve", "Boxing Day", "New Year's Day"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal

if TYPE_CHECKING:
    from datetime import date

_FEASTS: Final = {
    ("christmas", "eve"): (12, 24), ("xmas", "eve"): (12, 24), ("year", "eve"): (12, 31), ("years", "eve"): (12, 31),
    ("christmas", "day"): (12, 25), ("xmas", "day"): (12, 25), ("boxing", "day"): (12, 26),
    ("year", "day"): (1, 1), ("years", "day"): (1, 1), ("valentine", "day"): (2, 14), ("valentines", "day"): (2, 14),
}  # fmt: skip
"""Month and day of feasts, by their name and the cue behind it."""
_YEAR: Final = re.compile(r"20[2-4]\d\Z")


def feast_at(words: list[str], at: int, today: date) -> tuple[int, int, date] | None:
    """Return where the feast whose cue ("eve", "day") is the word at `at` begins and ends, and its date."""
    name = at - 2 if words[at - 1 : at] == ["'s"] else at - 1
    date_of = _FEASTS.get((words[name], words[at])) if name >= 0 else None
    if date_of is None:
        return None
    month, number = date_of
    following = words[at + 1] if at + 1 < len(words) else ""
    year = int(following) if _YEAR.match(following) else None
    day = cal.on(today, number, month, year)
    first = name - 1 if words[name - 1 : name] == ["new"] else name
    return (first, at + 1 + (year is not None), day) if day else None
