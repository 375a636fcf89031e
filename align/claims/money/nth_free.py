"""The one of several that costs nothing, counted in digits: "1st lesson free", "book 5, get the 6th free"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.money.price_cuts import Cut, Lookup
from align.claims.money.vacancies import WHEN
from align.reading.cues import OFFER_WORD, SERVICE_WORD

_SOLD: Final = SERVICE_WORD | OFFER_WORD


def nth_free(look: Lookup, at: int, named: frozenset[str]) -> Cut | None:
    """Read "1st lesson free", "1st hour free", "book 5, get the 6th free": ordinals in digits that are no dates."""
    words = look.words
    if at < _SHORTEST:
        return None
    if words[at - 3 : at - 2] == ["the"] and _is_ordinal(words, at - 2):
        got = words[at - 4 : at - 3] in (["get"], ["gets"])
        counted = got and not _BOUGHT.isdisjoint(
            words[max(look.u.reading.sentence(at)[0], at - _BEFORE) : at]
        )
        return Cut(at - 3, at + 1, Decimal(0), MoneyForm.FREE, PriceOf.SESSION) if counted else None
    first = at - 3
    hour = words[at - 1] == "hour" and words[at + 1 : at + 2] not in ([w] for w in WHEN | {"is"})
    sold = hour or words[at - 1] in named or look.u.reading.marks[at - 1] & _SOLD
    if first < 0 or not sold or not _is_ordinal(words, first):
        return None
    return Cut(first, at + 1, Decimal(0), MoneyForm.FREE, PriceOf.SESSION)


_BEFORE: Final = 14
_SHORTEST: Final = 3
"""Words of "1st lesson", the ordinal's ending counted."""


def _is_ordinal(words: list[str], at: int) -> bool:
    return words[at].isdigit() and words[at + 1 : at + 2] in _SUFFIXES


_SUFFIXES: Final = (["st"], ["nd"], ["rd"], ["th"])
_BOUGHT: Final = frozenset("buy book pay order".split())
