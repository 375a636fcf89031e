"""Find a group that pays nothing: "kids go free", "under 12s go free with a parent"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.money.bare_price_words import GROUPS
from align.claims.money.price_cuts import NOT_OURS, Cut
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.claims.money.price_cuts import Lookup

_GOING: Final = frozenset("go get come".split())
_PLACING: Final = frozenset("at on in into to".split())
_PAIR: Final = 2
_NAMING: Final = 3
_CONDITIONS: Final = frozenset("with if when for and but".split())
"""What follows of ours; "kids go free on the tram" names whose it is."""


def goes_free(look: Lookup, at: int) -> Cut | None:
    """Read the "free" at word `at` behind a group that opens its clause."""
    words, marks = look.words, look.u.reading.marks
    if at < _PAIR or words[at - 1] not in _GOING:
        return None
    aged = words[at - 2] == "s" and words[at - 3].isdigit()  # "under 12s"
    if not aged and words[at - 2] not in GROUPS:
        return None
    begin, end = look.u.reading.sentence(at)
    opened = next((i for i in range(at - 2, begin, -1) if marks[i - 1] & BREAK), begin)
    closed = at + 1 >= len(words) or bool(marks[at + 1] & BREAK) or words[at + 1] in _CONDITIONS
    asked = look.u.inbound.said if look.u.inbound is not None else ()
    if not closed or at - opened > _NAMING + 1 or words[end - 1] == "?":
        return None
    if "the" in (words[i + 1] for i in range(at, end - 1) if words[i] in _PLACING):
        return None
    if not NOT_OURS.isdisjoint(words[begin:end]) or not NOT_OURS.isdisjoint(asked):
        return None
    return Cut(opened, at + 1, Decimal(0), MoneyForm.FREE, PriceOf.SESSION)
