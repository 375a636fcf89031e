"""Find discounts of no amount: "knock a bit off", "a bit off for cash", "I can do it cheaper on Mondays"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm
from align.claims.money.price_cuts import Cut, Lookup
from align.reading.cues import BREAK, CALENDAR, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BITS: Final = frozenset("bit little something touch".split())
_KNOCKING: Final = frozenset("knock knocking knocked".split())
_CUT: Final = frozenset("take taking shave get chop cut".split())
_OF_PRICE: Final = frozenset("price bill rate fee cash".split())
_NEAR: Final = 5
_CLAUSE: Final = 12


def vague_cut_at(look: Lookup, at: int) -> Cut | None:
    """Read the "off" or "cheaper" at word `at` that says of no amount that it is less."""
    first = _bit_off(look.u, at) if look.words[at] == "off" else _done_cheaper(look.u, at)
    if first is None:
        return None
    return Cut(first, at + 1, None, MoneyForm.PERCENT_OFF, look.object_of(first, at + 1))


def _bit_off(u: Utterance, at: int) -> int | None:
    """Return the first word of "knock a bit off", or of the "a bit off" that is given for cash."""
    words = u.reading.words
    if at < 1 or words[at - 1] not in _BITS:
        return None
    behind = words[at + 1 : at + 4]
    for first in range(at - 2, max(-1, at - _NEAR), -1):
        priced = not _OF_PRICE.isdisjoint(behind)
        if words[first] in _KNOCKING and (priced or _is_condition(u, at + 1)):
            return first
        if words[first] in _CUT and priced:
            return first
    return at - 1 if behind[:2] == ["for", "cash"] else None


def _done_cheaper(u: Utterance, at: int) -> int | None:
    """Return the first word of "do it cheaper" that we say of ourselves, or of "Mondays are cheaper"."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(at)
    if (
        words[at] != "cheaper"
        or words[at + 1 : at + 2] == ["than"]
        or "if" in words[max(begin, at - _CLAUSE) : at]
    ):
        return None
    first = at - 1
    while first > begin and words[first] in ("a", "bit", "little", "much", "it", "that", "you", "this"):
        first -= 1
    if not _is_condition(u, at + 1):
        return None
    if words[first] == "do" and any(m & SELF for m in marks[max(begin, first - 3) : first]):
        return first
    days = first - 1
    recurring = days >= begin and bool(marks[days] & CALENDAR) and words[days].endswith("s")
    return days if words[first] == "are" and days == begin and recurring else None


def _is_condition(u: Utterance, at: int) -> bool:
    """True where a clause ends, or goes on to say for what, when or on which days it is less."""
    words, marks = u.reading.words, u.reading.marks
    if (
        at >= len(words)
        or marks[at] & (BREAK | CALENDAR)
        or words[at] in ("for", "if", "when", "since", "because")
    ):
        return True
    return words[at] in ("on", "in") and at + 1 < len(words) and bool(marks[at + 1] & CALENDAR)
