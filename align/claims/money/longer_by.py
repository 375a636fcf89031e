"""What a longer appointment adds to the price: "the extra hour is 180 on top of the 420".

The card says it without a word of its own: the next length of the same mode costs so much more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.claims.durations.length_words import is_added

if TYPE_CHECKING:
    from align.claims.claim import Money
    from align.claims.money.price_table import PriceTable
    from align.claims.utterance import Utterance

_FAR: Final = 30
"""Words around a sum in which the lengths and sums that it leads from are named."""
_NTH: Final = frozenset("second third fourth fifth".split())
_IS: Final = frozenset("is 's it's that's costs be adds".split())


def is_step_up(u: Utterance, claim: Money, table: PriceTable) -> bool:
    """True for the price of a length that is added, where the card's own lengths differ by just that."""
    if _is_another(u, claim):
        return _is_between_named(u, claim, table)
    if claim.minutes is None or claim.duration is None or not _is_added(u, *claim.duration):
        return False
    entries = table.entries or ()
    steps = [
        {a.amount, b.amount}
        for a in entries
        for b in entries
        if a.mode == b.mode
        and claim.mode in (None, a.mode)
        and b.minutes - a.minutes == claim.minutes
        and b.amount - a.amount == claim.low
    ]
    begin, end = u.reading.sentence(claim.first)
    stated = {
        m.low for m in starting_in(u.money, max(begin, claim.first - _FAR), min(end, claim.last + _FAR))
    }
    stated &= {entry.amount for entry in entries}
    return any(not stated or stated & step for step in steps)


def _is_between_named(u: Utterance, claim: Money, table: PriceTable) -> bool:
    """True where the card's prices of two lengths that the sentence names differ by the sum."""
    begin, _ = u.reading.sentence(claim.first)
    named = {d.low for d in starting_in(u.durations, max(begin, claim.first - _FAR), claim.first)}
    entries = [entry for entry in table.entries or () if entry.minutes in named]
    return any(a.mode == b.mode and b.amount - a.amount == claim.low for a in entries for b in entries)


def _is_added(u: Utterance, first: int, last: int) -> bool:
    """True for "the extra hour", "an hour more", "the third hour": a part of a longer appointment."""
    words = u.reading.words
    if last > len(words):
        return False  # a length of the client's message, which the draft accepts
    if is_added(words, first, last) or words[last : last + 1] in (["more"], ["extra"], ["longer"]):
        return True
    return not _NTH.isdisjoint(words[max(0, first - 1) : last])


def _is_another(u: Utterance, claim: Money) -> bool:
    """True for "going from two hours to three is another 180"."""
    words = u.reading.words
    before = words[max(0, claim.first - 2) : claim.first]
    return before[1:] == ["another"] and before[0] in _IS
