"""Read charges that are waived by their name: "waive the deposit", "no travel fee"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.money.price_cuts import Cut

if TYPE_CHECKING:
    from align.claims.money.price_cuts import Lookup

_NOTHING: Final = Decimal(0)


def waived_at(look: Lookup, at: int) -> Cut | None:
    """Read "waive the deposit", "skip the deposit", "the deposit's waived"."""
    words = look.words
    begin, end = look.u.reading.sentence(at)
    for place in range(at + 1, min(end, at + 6)):
        of = PriceOf.DEPOSIT if words[place] == "%" else _charge_named(words, place)
        if of is not None:
            return Cut(at, place + 1, _NOTHING, MoneyForm.FREE, of)
        if words[place] in (",", "and", "but"):
            break
    if words[at] == "waived":
        for place in range(at - 1, max(begin, at - 6) - 1, -1):
            of = _charge_named(words, place)
            if of is not None:
                return Cut(place, at + 1, _NOTHING, MoneyForm.FREE, of)
    return None


def _charge_named(words: list[str], at: int) -> PriceOf | None:
    """Return what a word such as "fee" or "deposit" is charged for."""
    word = words[at]
    if word in ("deposit", "retainer"):
        return PriceOf.DEPOSIT
    if word in ("fee", "charge", "cost", "surcharge"):
        before = words[at - 1] if at else ""
        if before in ("travel", "callout", "travelling", "mileage", "call-out", "outcall"):
            return PriceOf.TRAVEL
        return PriceOf.DEPOSIT if before in ("booking", "holding") else PriceOf.SESSION
    return None


def no_charge_named(look: Lookup, at: int) -> Cut | None:
    """Read "no deposit needed", "no travel fee"."""
    words = look.words
    for place in range(at + 1, min(len(words), at + 4)):
        of = _charge_named(words, place)
        if of is not None and of is not PriceOf.SESSION:
            if words[place + 1 : place + 2] in _MISSED or words[place + 1 : place + 3] == [",", "no"]:
                return None  # "no deposit, no booking"
            return Cut(at, place + 1, _NOTHING, MoneyForm.FREE, of)
    return None


_MISSED: Final = (["yet"], ["showing"], ["here"], ["received"], ["landed"], ["arrived"], ["came"])
"""What says that a deposit is waited for."""
