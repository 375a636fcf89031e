"""Find what is paid for fewer than are had: "two-for-one all December", "it's 3 for 2 on Mondays"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.money.price_cuts import Cut, Lookup, is_given_by_others
from align.reading.cues import BREAK, CALENDAR, NUMERIC

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_FOR: Final = frozenset(("for", "4"))
_HAD: Final = {"two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4}
_PAID: Final = {"one": 1, "1": 1, "two": 2, "2": 2, "three": 3, "3": 3}
_NAMED: Final = frozenset(
    "deal deals offer offers special specials sale promo promotion bundle package voucher vouchers".split()
)
_BEHIND: Final = _NAMED | frozenset("on all if when this every with until til till through".split())
_COUNTED: Final = frozenset(
    "table room space slots slot spots spot seats seat place places at by got have book booked booking just"
    " only you i'm we're session sessions".split()
)
"""Words before a count of people, or of hours: "a table of two for one"."""


def had_for_fewer(u: Utterance) -> list[Cut]:
    """Read "two-for-one", "2 for 1 this week", "it's three for two on massages"."""
    words = u.reading.words
    if not u.reading.seen & NUMERIC or _FOR.isdisjoint(u.said) or _HAD.keys().isdisjoint(u.said):
        return []
    found: list[Cut] = []
    for at in u.reading.where(NUMERIC):
        last = _deal_at(u, at) if words[at] in _HAD else 0
        if last:
            of = PriceOf.OTHER if is_given_by_others(u, at) else Lookup(u).object_of(at, last)
            found.append(Cut(at, last, None, MoneyForm.PERCENT_OFF, of))
    return found


def _deal_at(u: Utterance, at: int) -> int:
    """Return the word behind the deal that begins with the number had at `at`, or 0."""
    words, marks = u.reading.words, u.reading.marks
    hyphen = words[at + 1 : at + 2] == ["-"]
    said = words[at + 2 : at + 5 : 2] if hyphen else words[at + 1 : at + 3]
    last = at + (5 if hyphen else 3)
    if len(said) < 2 or said[0] not in _FOR or _HAD[words[at]] - _PAID.get(said[1], 0) != 1:
        return 0
    if hyphen:
        return last if words[at + 3] == "-" else 0
    if at and words[at - 1] in _COUNTED:
        return 0
    if last >= len(words):
        return last
    return last if words[last] in _BEHIND or marks[last] & (BREAK | CALENDAR) else 0
