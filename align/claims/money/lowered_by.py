"""Find prices that come down by a sum: "I can come down by $20", "I'll drop the price by 10%"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.money.price_cuts import Cut
from align.reading.cues import SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_NEAR: Final = 6
_LOWERING: Final = frozenset("drop dropping lower lowering reduce reducing cut bring come coming go".split())
_PRICES: Final = frozenset("price prices rate rates fee cost quote".split())
_PERCENT: Final = frozenset("% percent pct".split())


def lowered_by(u: Utterance) -> list[Cut]:
    """Read what one of us says that a price comes down by; a bare number only behind a word for a price."""
    words = u.reading.words
    if "by" not in words and "down" not in words:
        return []
    found: list[Cut] = []
    marked = {m.first: m for m in u.money}
    for number in u.numbers:
        first, last = number.first, number.last
        money = marked.get(first) or marked.get(first - 1)
        first = money.first if money is not None else first
        percent = last < len(words) and words[last] in _PERCENT
        begin = max(u.reading.sentence(first)[0], first - _NEAR)
        before = words[begin:first]
        priced = not _PRICES.isdisjoint(before)
        if (
            not (money or percent or priced)
            or before[-1:] not in (["by"], ["down"])
            or _LOWERING.isdisjoint(before)
        ):
            continue
        down = before[-1] == "by" and (priced or "it" in before or "down" in before)
        if not (down or before[-2:] == ["come", "down"]) or not any(
            mark & SELF for mark in u.reading.marks[begin:first]
        ):
            continue
        form = MoneyForm.PERCENT_OFF if percent else MoneyForm.AMOUNT_OFF
        last = last + 1 if percent else money.last if money is not None else last
        found.append(Cut(first, last, number.value, form, PriceOf.SESSION))
    return found
