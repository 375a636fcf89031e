"""Feasts without a cue of their own, and the "next" that leaves its week out.

"Over Christmas" means some days around it; where a feast has another date in another year or
country ("for Thanksgiving", "at Easter") any day of the year ahead may be meant, but not
just today.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal
from align.claims.dates.found import Found
from align.claims.dates.place_before import is_place_before

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_FIXED: Final = {"christmas": (12, 24, 2), "xmas": (12, 24, 2), "halloween": (10, 31, 0)}
"""Month, first day and how many more days a feast has."""
_MOVABLE: Final = frozenset("thanksgiving easter passover hanukkah diwali eid ramadan".split())
FEASTS: Final = _MOVABLE | _FIXED.keys()
_LEADS: Final = frozenset(
    "for over at on around through thru during until till by before after this next".split()
)
_HABITS: Final = frozenset("sometimes usually always often normally every each most".split())
_WEEK: Final = 7
_YEAR: Final = 365


def read_feast(u: Utterance, at: int) -> Found | None:
    """Read "for Thanksgiving", "over Christmas", "Dallas Easter weekend"; "happy Easter" says no day."""
    words = u.reading.words
    if not at or not (words[at - 1] in _LEADS or is_place_before(u, at)):
        return None
    begin, end = u.reading.sentence(at)
    if not _HABITS.isdisjoint(words[max(begin, at - _NEAR) : min(end, at + _NEAR)]):
        return None  # "I'm up there for Christmas sometimes"
    last = at + 1 + (words[at + 1 : at + 2] in (["day"], ["weekend"], ["week"]))
    today = u.moment.today
    if words[at] in _MOVABLE:
        return Found(at, last, today, cal.ahead(today, _YEAR), vague=True)
    month, number, more = _FIXED[words[at]]
    day = cal.on(today, number, month)
    if day is not None and cal.ahead(day, more) < today:
        day = cal.exact(today.year + 1, month, number)
    return Found(at, last, day, cal.ahead(day, more), vague=True) if day else None


def read_next(u: Utterance, found: list[Found]) -> list[Found]:
    """Read the "next" of "Austin this weekend, Dallas next": the span behind the one named before."""
    words = u.reading.words
    spans = [
        one
        for one in found
        if words[one.first] == "this" and one.kind in ("", "week") and one.begin < one.until
    ]
    nexts: list[Found] = []
    for one in spans[:1]:
        _, end = u.reading.sentence(one.first)
        for at in range(one.last + 1, min(end, one.last + _NEAR)):
            closes = at + 1 >= len(words) or not words[at + 1][0].isalnum() or words[at + 1] in _CLOSING
            led = at - (words[at - 1] == "the")
            if words[at] == "next" and closes and is_place_before(u, led):
                whole = "week" in words[one.first : one.last]
                first = cal.monday_of(one.begin) if whole else one.begin
                until = cal.ahead(one.until, _WEEK)
                nexts.append(Found(at, at + 1, cal.ahead(first, _WEEK), until, vague=True))
    return sorted([*found, *nexts]) if nexts else found


_NEAR: Final = 8
_CLOSING: Final = frozenset("and then if x xx".split())
