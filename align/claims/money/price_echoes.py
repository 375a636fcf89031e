"""Tell the amounts that a draft only repeats of what the client reports of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import price_nouns as nouns
from align.reading.cues import BREAK, DURATION_UNIT, SELF

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_BACK: Final = 16
_MOST: Final = 24
_CLAUSE: Final = 6
_US: Final = frozenset("you your yours you'd you'll you're u ur".split())
_TYING: Final = frozenset(("for", "per", "an", "a", "/", "the"))


def echoes(u: Utterance, first: int, last: int, value: Decimal) -> bool:
    """True for the 340 that the client reports of somebody else: "vet referred us, 340 quid!!"."""
    inbound = u.inbound
    if (
        inbound is None
        or not inbound.money
        or f"{value.normalize():f}" in u.known.amounts
        or _is_taken_up(u, first)
        or u.reading.words[last : last + 2] in _TAKING_UP
    ):
        return False
    tied = _has_length(u, last)
    return any(
        m.low == value
        and not _names_us(inbound, m.first)
        and (_is_charged_by_others(inbound, m.first) if tied else m.of is PriceOf.OTHER)
        for m in inbound.money[:_MOST]
    )


_TAKING_UP: Final = (["it", "is"], ["for", "you"], ["for", "yous"], ["for", "ya"])
"""What makes the client's number ours: "one fifty it is", "60 for you"."""


def _is_taken_up(u: Utterance, first: int) -> bool:
    """True for "I can do 700 too", "it's 700": the draft makes the amount its own."""
    words, marks = u.reading.words, u.reading.marks
    for at in range(first - 1, max(0, first - _CLAUSE) - 1, -1):
        if marks[at] & SELF or words[at] in nouns.IT:
            return True
        if marks[at] & BREAK:
            return False
    return False


def _has_length(u: Utterance, last: int) -> bool:
    """True when a duration follows an amount: "for two hours", "an hour"."""
    words, marks = u.reading.words, u.reading.marks
    if last >= len(words) or words[last] not in _TYING:
        return False
    return any(marks[i] & DURATION_UNIT for i in range(last + 1, min(len(marks), last + 5)))


def _is_charged_by_others(inbound: Utterance, at: int) -> bool:
    """True for the client's "the last place wanted 2000", "they charged me 90 an hour"."""
    words = inbound.reading.words
    begin, _ = inbound.reading.sentence(at)
    charging = (i for i in range(max(begin + 1, at - _BACK), at) if words[i] in nouns.CHARGING)
    return any(words[i - 1] not in nouns.CHARGERS and words[i - 1].isalpha() for i in charging)


def _names_us(inbound: Utterance, at: int) -> bool:
    """True for a price of ours at second hand: "my neighbour says you did it for 380"."""
    begin, end = inbound.reading.sentence(at)
    return not _US.isdisjoint(inbound.reading.words[begin:end])
