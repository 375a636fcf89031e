"""Tell whose price an added amount comes on top of.

"It's 55, and 30 on top" adds to ours. What is added to another's bill is another's, though
the clause that adds it names nobody: "the tuner charges 110; a broken string is 30 more".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.clauses import starting_in
from align.claims.money.card_scale import is_listed, is_plausible
from align.claims.money.price_purposes import FARES
from align.reading.cues import SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BACK: Final = 24
_BEFORE: Final = frozenset("another extra additional plus +".split())
_BEHIND: Final = frozenset(("more", "extra"))
_DETERMINERS: Final = frozenset("a an the about around maybe".split())


def comes_on_top_of_others(u: Utterance, first: int, last: int) -> bool:
    """True for an amount added to one that is no price of ours."""
    words = u.reading.words
    led = first > 0 and words[first - 1] in _LEADING
    if not ((led and _is_reckoned(words, first)) or _is_added(words, first, last)):
        return False
    begin, _ = u.reading.sentence(first)
    if begin:
        begin, _ = u.reading.sentence(begin - 1)
    begin = max(begin, first - _BACK)
    base, ours = _base(u, begin, first)
    return base is not None and not ours and not any(mark & SELF for mark in u.reading.marks[base:first])


def _is_reckoned(words: list[str], first: int) -> bool:
    """True for "so figure $500 all in", "call it 60 with a tip", "you're up for about 450"."""
    at = first
    while at > 0 and (words[at - 1] in _DETERMINERS or words[at - 1] in ("it", "at", "for")):
        at -= 1
    return at > 0 and words[at - 1] in _RECKONING


_RECKONING: Final = frozenset("figure reckon call budget looking up you're".split())
_LEADING: Final = _RECKONING | _DETERMINERS | {"it", "at", "for"}


def _is_added(words: list[str], first: int, last: int) -> bool:
    at = first - 1
    while at > 0 and words[at] in _DETERMINERS:
        at -= 1
    if at >= 0 and words[at] in _BEFORE:
        return True
    behind = words[last] if last < len(words) else ""
    return behind in _BEHIND or (behind == "on" and words[last + 1 : last + 2] == ["top"])


def is_journey_on_top(u: Utterance, first: int, last: int) -> bool:
    """True for "70 for the hour plus a tenner towards the petrol": what joins our price is ours."""
    words = u.reading.words
    if not first or words[first - 1] not in _JOINED or FARES.isdisjoint(words[last : last + _TOWARDS]):
        return False
    if first == 1:
        return True  # "plus $25 gas", and nothing before it
    begin = max(u.reading.sentence(first)[0], first - _JOINING)
    if any(m.of is PriceOf.SESSION for m in u.money if begin <= m.first < first):
        return True
    return any(is_listed(u.known, float(n.value)) for n in starting_in(u.numbers, begin, first))


_JOINED: Final = frozenset(("plus", "+"))
_TOWARDS: Final = 4
_JOINING: Final = 8


def speaks_of_others(u: Utterance, first: int) -> bool:
    """True where the amount before word `first` in its sentence is another's, such as a stamp's 1.65."""
    begin, _ = u.reading.sentence(first)
    nearest = max((m for m in u.money if begin <= m.first < first), key=lambda m: m.first, default=None)
    if nearest is not None:
        return nearest.of is PriceOf.OTHER
    return any(n.value % 1 and n.value < _COINS for n in starting_in(u.numbers, begin, first))


_COINS: Final = 10
"""Below this, cents are no count and no price of ours."""


def _base(u: Utterance, begin: int, first: int) -> tuple[int | None, bool]:
    """Return where the amount before `first` begins, and whether it is a price of ours."""
    money = [m for m in u.money if begin <= m.first < first]
    numbers = [
        n
        for n in starting_in(u.numbers, begin, first)
        if not u.taken[n.first] and is_plausible(u.known, float(n.value))
    ]
    nearest = max(money, key=lambda m: m.first, default=None)
    if nearest is not None and (not numbers or numbers[-1].first < nearest.last):
        return nearest.last, nearest.of is not PriceOf.OTHER
    return (numbers[-1].last, False) if numbers else (None, False)
