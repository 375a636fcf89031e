"""Find prices that come down by a sum: "I can come down by $20", "I'll drop the price by 10%", "I can go $20 lower"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.money.price_cuts import Cut
from align.claims.money.price_questions import speaks_of_price
from align.reading.cues import SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 6
_LOWERING: Final = frozenset(
    (
        "drop drops dropping lower lowers lowering reduce reduces reducing cut bring come comes coming go "
        "goes"
    ).split()
)
_WAYS: Final = frozenset("by down lower".split())
_MOVING: Final = frozenset("come comes go coming".split())
_PRICES: Final = frozenset("price prices rate rates fee cost quote".split())
_PERCENT: Final = frozenset("% percent pct".split())


def lowered_by(u: Utterance) -> list[Cut]:
    """Read what a price comes down by; a bare number only where a price is spoken of."""
    if not u.numbers or _WAYS.isdisjoint(u.said):
        return []
    words = u.reading.words
    found: list[Cut] = []
    marked = {m.first: m for m in u.money}
    for number in u.numbers:
        first, last = number.first, number.last
        money = marked.get(first) or marked.get(first - 1)
        if money is not None:
            first, last = money.first, max(last, money.last)
        percent = last < len(words) and words[last] in _PERCENT
        begin = max(u.reading.sentence(first)[0], first - _NEAR)
        before = words[begin:first]
        if _LOWERING.isdisjoint(before) or "heart" in before:
            continue
        priced = not _PRICES.isdisjoint(before)
        if not (money or percent or priced or _is_asked_less(u, before)):
            continue
        last += percent
        ours = any(mark & SELF for mark in u.reading.marks[begin:first]) or "happy" in before
        if (ours or priced) and _is_lowering(before, words[last : last + 1], priced=priced):
            form = MoneyForm.PERCENT_OFF if percent else MoneyForm.AMOUNT_OFF
            found.append(Cut(first, last, number.value, form, PriceOf.SESSION))
    return found


def _is_asked_less(u: Utterance, before: list[str]) -> bool:
    """True for "I can come down by 20" to a client who asks about the price."""
    return "down" in before and speaks_of_price(u.inbound)


def _is_lowering(before: list[str], after: list[str], *, priced: bool) -> bool:
    """True for the words around a sum that something comes down by."""
    if before[-1:] == ["by"]:
        return priced or "it" in before or "down" in before
    if before[-1:] == ["down"]:
        return before[-2:-1] != [] and before[-2] in _MOVING
    return after == ["lower"] and before[-1:] in (["go"], ["do"], ["come"])
