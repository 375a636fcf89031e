"""Read one unit of a currency that its name and an article tell: "a dollar", "a dollar fifty", "a euro and 20 cents"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.money.currencies import MARKS
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.claims.money.amounts import Amount
    from align.claims.utterance import Utterance

_NAMES: Final = frozenset("dollar euro pound".split())
_ARTICLES: Final = frozenset(("a", "an"))
_CENTS: Final = frozenset("cent penny".split())


def with_one(u: Utterance, amount: Amount, reached: int) -> Amount:
    """Take in the unit before a count of cents: the 150 of "a dollar fifty", "a dollar and 50 cents"."""
    words = u.reading.words
    named = amount.number - 1
    in_cents = amount.mark is not None and amount.mark.symbol in _CENTS
    if in_cents and words[named] == "and":
        named -= 1
    if named <= reached or words[named] not in _NAMES or words[named - 1] not in _ARTICLES:
        return amount
    if not 0 < amount.low < 100 or amount.low != amount.high:
        return amount
    value = 1 + amount.low / 100
    return amount._replace(first=named - 1, low=value, high=value, mark=MARKS[words[named]])


def one_alone(u: Utterance, at: int) -> Decimal | None:
    """Return 1 for the name in "a dollar", 2 for "a couple of dollars", and None for "a dollar store"."""
    words, marks = u.reading.words, u.reading.marks
    if words[max(0, at - 2) : at] == ["couple", "of"] or words[max(0, at - 1) : at] == ["couple"]:
        return Decimal(2)
    if not at or words[at - 1] not in _ARTICLES or words[at] not in _SINGLE:
        return None
    told = at + 1 >= len(words) or marks[at + 1] & BREAK or words[at + 1] in _BEHIND
    return Decimal(1) if told else None


_SINGLE: Final = frozenset("dollar euro yen rupee peso franc".split())
_BEHIND: Final = frozenset(
    "for to and or a an per each in on is if of off at than less more here there".split()
)
