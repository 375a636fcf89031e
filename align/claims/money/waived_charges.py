"""Read charges that are waived by their name: "waive the deposit", "no travel fee"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.clauses import clause_around
from align.claims.money.added_costs import COMING
from align.claims.money.price_cuts import Cut
from align.claims.money.price_modes import mode_cues_in, only_mode

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
    if words[at + 1 : at + 2] in _MORE:
        return _nothing_more(look, at)
    for place in range(at + 1, min(len(words), at + 4)):
        of = _charge_named(words, place)
        if of is not None and of is not PriceOf.SESSION:
            if words[place + 1 : place + 2] in _MISSED or words[place + 1 : place + 3] == [",", "no"]:
                return None  # "no deposit, no booking"
            return Cut(at, place + 1, _NOTHING, MoneyForm.FREE, of)
    return None


def _nothing_more(look: Lookup, at: int) -> Cut | None:
    """Read "I'll come to you at no extra charge" and "no extra cost for coming out": the way, where it costs more.

    What else comes at no extra charge ("for the table", "at weekends") is no price that a card could give.
    """
    words = look.words
    begin, end = clause_around(look.u.reading, at, at + 2, _CLAUSE)
    last = at + 2 + (words[at + 2 : at + 3] in _CHARGES)
    first = at - (words[at - 1 : at] in (["at"], ["for"], ["with"]))
    if (last == at + 2 and first == at) or words[at - 1] in ("was", "were", "had"):
        return None  # "no extra trip", "there was no extra charge for coming through"
    behind = words[last:end]
    if behind[:1] == ["for"] and COMING.isdisjoint(behind):
        return None
    going = any(words[i] in _GOING and words[i - 1] in _WE for i in range(begin + 1, at))
    if not going and COMING.isdisjoint(behind) and only_mode(mode_cues_in(look.u, begin, end)) != "outcall":
        return None
    return Cut(first, last, _NOTHING, MoneyForm.FREE, PriceOf.TRAVEL)


_MORE: Final = (["extra"], ["additional"], ["added"], ["further"])
_CHARGES: Final = (["charge"], ["cost"], ["fee"], ["charges"], ["costs"], ["fees"], ["money"])
_GOING: Final = frozenset("come drive travel swing pop head cycle".split())
_WE: Final = frozenset("i i'll i'd we'll we'd can could and to".split())
_CLAUSE: Final = 14
_MISSED: Final = (["yet"], ["showing"], ["here"], ["received"], ["landed"], ["arrived"], ["came"])
"""What says that a deposit is waited for."""
