"""Tell a free hour or chair from one that costs nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.cues import BREAK, CALENDAR, CURRENCY, PRICE

if TYPE_CHECKING:
    from align.claims.money.price_cuts import Lookup

WHEN: Final = frozenset("at from until tonight today tomorrow to on".split())
"""What follows a time that is free."""
SLOTS: Final = frozenset("slot spot opening gap appointment space".split())
"""What is rather not taken than for nothing."""
COPULAS: Final = frozenset("goes go comes come is 's are be totally completely 're was".split())
"""What stands between a thing and "free"."""


def is_vacant(look: Lookup, start: int, at: int) -> bool:
    """True for "my first Friday's free", "the second chair's free": nobody has taken it yet."""
    words = look.words
    noun = at - 1 - (words[at - 1] in COPULAS)
    named = words[noun].removesuffix("'s")
    behind = words[at + 1] if at + 1 < len(words) else "."
    if words[start] == "next" and behind in WHEN:
        return True
    if words[start - 1 : start] == ["your"] or behind in _GIFTS or _is_earned(look, at):
        return False
    mine = words[start - 1 : start] in (["my"], ["our"], ["the"])
    timed = bool(look.u.reading.marks[noun] & CALENDAR) or (mine and named in _TIMES)
    return named in _PLACES or timed or (named in SLOTS and behind in WHEN)


def is_day_open(look: Lookup, begin: int, at: int) -> bool:
    """True for "dinner Saturday, the Sunday is free": a day that heads its clause is one without bookings."""
    words, marks = look.words, look.u.reading.marks
    day = at - 1 - (words[at - 1] in COPULAS)
    if day < begin or not marks[day] & CALENDAR or _is_earned(look, at):
        return False
    if words[at + 1 : at + 2] and words[at + 1] in _GIFTS:
        return False
    if any(
        marks[i] & (PRICE | CURRENCY) or words[i] in _PAID_BY for i in range(max(begin, at - _REACH), day)
    ):
        return False  # "train all week, Sunday is free"
    lead = day - 1
    while lead >= begin and words[lead] in _BEFORE_DAY:
        lead -= 1
    return lead < begin or bool(marks[lead] & BREAK) or words[lead] in _JOINING


_BEFORE_DAY: Final = frozenset("the that this next whole all my".split())
_PAID_BY: Final = frozenset("pay paid paying train training join sign come subscribe week month full".split())
_JOINING: Final = frozenset("but then , —".split())


def is_open(look: Lookup, start: int, at: int) -> bool:
    """True for "the first hour free is at 10" and "I've an extra hour free": time that one has."""
    words = look.words
    return words[at + 1 : at + 2] in (["is"], ["'s"]) or not _HAVING.isdisjoint(
        words[max(0, start - 3) : start]
    )


def _is_earned(look: Lookup, at: int) -> bool:
    """True where the client has to do something for it: "book two and the third evening is free"."""
    begin, end = look.u.reading.sentence(at)
    line, place = look.u.reading.line, look.u.reading.line_at
    begin, end = max(begin, at - _REACH), min(end, at + _REACH)
    return _EARNED.search(line, place[begin], place[end] if end < len(place) else len(line)) is not None


_HAVING: Final = frozenset("i've we've i have got".split())
_REACH: Final = 12
_EARNED: Final = re.compile(
    r"\b(?:book|buy|bring|refer|take|do)(?:ing|s)? (?:\d|two|three|four|five|six|a|an|another|one|your"
    r"|more)\b"
    r"|\b(?:when|if) you (?:book|buy|come|bring|stay|take|do|pay|refer|sign|get|try)\b"
    r"|\bon (?:me|us|the house)\b"
    r"|\bfree (?:, )?(?:and )?then (?:it's )?[$€£\d]"
)
_TIMES: Final = frozenset("evening morning afternoon night weekend date".split())
_PLACES: Final = frozenset("room chair table seat bay station studio court bed door".split())
_GIFTS: Final = frozenset("with for of when".split())
