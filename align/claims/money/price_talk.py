"""Tell whether prices are what is spoken of around a bare number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.money import bare_price_words as words_of
from align.reading.cues import CALENDAR, PAYMENT, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber


def talks_of_price(number: BareNumber) -> bool:
    """True when prices are the topic of the client, of the number's sentence or of the one before."""
    if number.is_asked_for:
        return True
    start, end = number.sentence_before[0], number.sentence[1]
    return (
        number.names_price(start, end)
        or bool(number.money(start, end))
        or any(
            d.of is not DurationOf.OTHER or number.words[d.last : d.last + 1] == ["?"]
            for d in number.durations(start, end)
        )
    )


def is_beside_price(number: BareNumber) -> bool:
    """True where a price, a service or a day is spoken of beside a number, or a mode or an amount before it."""
    begin, end = number.sentence
    return (
        number.has(PRICE | CALENDAR | SERVICE_WORD, begin, end)
        or bool(number.mode_cues(begin, number.first))
        or number.follows_sum(number.first)
    )


def is_told_as_price(number: BareNumber) -> bool:
    """True where a price is spoken of around a sum that reads as an hour: "all in it's 530", "530 an hour"."""
    words, first, last = number.words, number.first, number.last
    if number.is_asked_for or not _RATED.isdisjoint(words[last : last + 2]):
        return True
    begin, end = number.sentence
    begin, end = max(begin, first - _AROUND), min(end, last + _AROUND)
    if not _SEVERAL.isdisjoint(words[max(begin, first - words_of.RECENT) : min(end, last + _BUNDLED)]):
        return True
    before = words[max(begin, first - 2) : first]
    if before[-1:] == ["for"] and before[0] != "down":
        return True
    if number.has(PRICE | PAYMENT, begin, end):
        return True
    longest = max(number.known.session_minutes, default=0)
    lengths = number.durations(begin, end)
    return any(longest < d.low < _DAY for d in lengths) or bool(number.money(begin, end))


_RATED: Final = frozenset("an a per each flat total cash all quid".split())
_SEVERAL: Final = words_of.BUNDLES | frozenset(
    "both pair two three four lessons sessions visits classes treatments appointments".split()
)
_DAY: Final = 1_440
_AROUND: Final = 24
_BUNDLED: Final = 5
