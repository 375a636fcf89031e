"""Tell a free hour or chair from one that costs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import CALENDAR

if TYPE_CHECKING:
    from align.claims.money.price_cuts import Lookup

WHEN: Final = frozenset("at from until tonight today tomorrow to on".split())
"""What follows a time that is free."""
COPULAS: Final = frozenset("goes go comes come is 's are be totally completely 're was".split())
"""What stands between a thing and "free"."""


def is_vacant(look: Lookup, start: int, at: int) -> bool:
    """True for "my first Friday's free", "the second chair's free": nobody has taken it yet."""
    named = look.words[at - 1 - (look.words[at - 1] in COPULAS)].removesuffix("'s")
    behind = look.words[at + 1] if at + 1 < len(look.words) else "."
    timed = named in _TIMES or any(look.u.reading.marks[i] & CALENDAR for i in range(start, at))
    return named in _PLACES or (timed and behind not in _GIFTS) or (named in _SLOTS and behind in WHEN)


_TIMES: Final = frozenset("evening morning afternoon night weekend date".split())
_PLACES: Final = frozenset("room chair table seat bay station studio court bed car door".split())
_SLOTS: Final = frozenset("slot spot opening gap appointment space".split())
_GIFTS: Final = frozenset("with for of when".split())
