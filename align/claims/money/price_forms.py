"""Tell exact amounts from ranges, "from" and "up to" prices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm
from align.claims.money.price_scales import opens_between, opens_written_range

if TYPE_CHECKING:
    from align.claims.money.amounts import Amount
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance

_FROM: Final = frozenset("from upwards starting start starts begin begins beginning least above over".split())
_UP_TO: Final = frozenset("under below max".split())
_HEDGE: Final = frozenset("at about around just only of as low the a".split())


def form_of(u: Utterance, amount: Amount) -> tuple[MoneyForm, int, int]:
    """Tell exact amounts from ranges, "from" and "up to" prices; returns the span too."""
    words = u.reading.words
    if amount.low != amount.high:
        return MoneyForm.RANGE, amount.first, amount.last
    opens = amount.last < len(words) and words[amount.last] in ("+", "and", "or")
    after = words[amount.last : amount.last + 2] if opens else []
    if (after[:1] == ["+"] and not after[-1].isalpha()) or after in (
        ["and", "up"],
        ["or", "more"],
        ["and", "upwards"],
    ):
        return MoneyForm.FROM, amount.first, amount.last + (1 if after[0] == "+" else 2)
    at = amount.first - 1
    while at >= 0 and words[at] in _HEDGE and amount.first - at < 4:
        at -= 1
    before = words[at] if at >= 0 else ""
    if before == "between" and opens_between(words, at, amount.last):
        return MoneyForm.FROM, at, amount.last
    if before == "from" and not _opens_range(words, at) and not opens_written_range(words, at, amount.last):
        return MoneyForm.EXACT, amount.first, amount.last
    if before in _FROM or (before == "low" and words[at - 1 : at] == ["as"]):
        if before in ("over", "above") and u.reading.words[at + 1 : amount.first] != []:
            return MoneyForm.EXACT, amount.first, amount.last
        return MoneyForm.FROM, at - (before == "least" and words[at - 1 : at] == ["at"]), amount.last
    if before in _UP_TO or (before == "to" and words[at - 1 : at] == ["up"]):
        return MoneyForm.UP_TO, amount.first, amount.last
    return MoneyForm.EXACT, amount.first, amount.last


_RANGING: Final = frozenset(
    "start starts starting begin begins beginning price prices priced rate rates session sessions is "
    "are 's it"
    " go goes run runs cost costs available fee fees package packages anything lessons range ranges "
    "ranging".split()
)


def _opens_range(words: list[str], at: int) -> bool:
    """True for the "from" of a price, not of a change ("fell from 60 to 40")."""
    return not at or not words[at - 1].isalnum() or words[at - 1] in _RANGING


def range_before(u: Utterance, number: Number, low: Number) -> Number | None:
    """Return the lower end of "180-250", "180 to 250" where `number` is the upper one."""
    at = number.first - 1
    if not low.value < number.value < 20 * low.value:
        return None
    joint = u.reading.words[at]
    if low.last < at:
        return low if u.reading.words[low.last : number.first] == ["up", "to"] else None
    if joint == "and" and "between" in u.reading.words[max(0, low.first - 2) : low.first]:
        return low
    if joint not in ("-", "—", "to") or (
        joint == "to" and _changes(u.reading.words, low.first) and not _depends(u, number.last)
    ):
        return None
    return low


def _depends(u: Utterance, last: int) -> bool:
    """True for "prices go from 50 to 135 depending on how long", which says no change."""
    return u.reading.words[last : last + 1] in (["depending"], ["depends"])


_CHANGING: Final = frozenset(
    "up down went gone go raised risen rose moved move increased dropped changed jumped".split()
)


def _changes(words: list[str], at: int) -> bool:
    """True for "went up from 150 to 180", which is no range."""
    return not _CHANGING.isdisjoint(words[max(0, at - 4) : at])
