"""A place right before a date: "leeds 12th", "cape town wknd"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal
from align.claims.dates.found import Found
from align.data.gazetteer import load_gazetteer
from align.reading.cues import PLACE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def is_place_before(u: Utterance, at: int) -> bool:
    """True where the name of a place, the spec's or another, ends before a word."""
    if not 0 < at <= len(u.reading.words):
        return False
    if u.reading.marks[at - 1] & PLACE_WORD:
        return True
    gazetteer, words = load_gazetteer(), u.reading.words
    return words[at - 1] in gazetteer or (at > 1 and f"{words[at - 2]} {words[at - 1]}" in gazetteer)


def may_be_run(words: list[str], at: int) -> bool:
    """True for the numbers of "27 to 30", which are no hours: a cheap first look."""
    if at + 2 >= len(words) or words[at + 1] not in RUNNING:
        return False
    one, two = words[at], words[at + 2]
    return one.isdigit() and two.isdigit() and len(two) == 2 and _LAST_HOUR < int(one) < int(two) <= _LAST_DAY


def run_at_place(u: Utterance, at: int) -> Found | None:
    """Read the days of "leeds 27 to 30"."""
    words = u.reading.words
    bracketed = words[at - 1 : at] == ["("]  # "leeds (27 to 30)"
    if not may_be_run(words, at) or not is_place_before(u, at - bracketed):
        return None
    begin = cal.coming(u.moment.today, int(words[at]))
    until = cal.coming(u.moment.today, int(words[at + 2]))
    if begin is None or until is None or until < begin:
        return None
    return Found(at, at + 3, begin, until)


RUNNING: Final = frozenset(("-", "—", "to", "till", "until"))
"""What stands between the first and the last of days that run on."""
_LAST_HOUR: Final = 12
_LAST_DAY: Final = 31
