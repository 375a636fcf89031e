"""Read the difference of two sums that are named: "why 80 there and 58 here?", "the 22 between them is the travel".

Such a difference is no price on the card, but right where the card itself gives both sums; what else is called the
gap between them is wrong. The same difference told without the word ("the 22 is for the journey") is right as well.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm
from align.claims.money.card_scale import is_listed
from align.reading.cues import DURATION_UNIT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from align.claims.claim import Money
    from align.claims.utterance import Utterance

_FEW: Final = 6
_PAIR: Final = 2
_BOTH: Final = frozenset("them those these both".split())
_OF_TWO: Final = frozenset("two prices rates sums figures lengths options numbers amounts".split())
_GAPS: Final = frozenset("gap difference".split())
_BEING: Final = frozenset("of is 's being be".split())
_DETERMINERS: Final = frozenset("the that those this extra other your just".split())
_BETWEEN: Final = (["between"], ["in"])
_TELLING: Final = (
    ["for", "coming"], ["for", "the"], ["for", "my"], ["for", "travel"], ["for", "getting"], ["more", "for"],
    ["is", "for"], ["is", "the"], ["is", "my"], ["is", "just"], ["is", "all"], ["extra", "for"], ["on", "top"],
    ["covers", "the"], ["covers", "my"], ["pays", "for"], ["goes", "on"], ["are", "for"], ["is", "what"],
)  # fmt: skip


def tells_gap(u: Utterance, first: int, last: int) -> bool:
    """True for an amount that is called the gap between two sums of the card which are named before it."""
    words = u.reading.words
    if words[first - 1] not in _BEING and words[last : last + 1] not in _BETWEEN:
        return False
    behind = words[last : last + 4]
    between = behind[:1] == ["between"] and (
        behind[1:2] != []
        and (behind[1] in _BOTH or (behind[1] == "the" and not _OF_TWO.isdisjoint(behind[2:4])))
    )
    between = between or behind[:2] == ["in", "between"]
    before = words[max(0, first - _PAIR) : first]
    called = len(before) == _PAIR and before[0] in _GAPS and before[1] in _BEING
    return (between or called) and bool(_gaps(u, first))


def is_gap(u: Utterance, claim: Money) -> bool:
    """True for the right difference of two sums that are named, told as one."""
    if claim.form is not MoneyForm.EXACT or claim.low is None or (claim.minutes and not claim.length_implied):
        return tells_gap(u, claim.first, claim.last) and claim.low in _gaps(u, claim.first)
    if not tells_gap(u, claim.first, claim.last) and not _is_told(u, claim):
        return False
    return claim.low in _gaps(u, claim.first)


def _is_told(u: Utterance, claim: Money) -> bool:
    """True for "the 22 is for the journey", "22 for coming up to you"."""
    words = u.reading.words
    told = words[claim.last : claim.last + _PAIR] in _TELLING
    begin, _ = u.reading.sentence(claim.first)
    return told and (claim.first == begin or words[claim.first - 1] in _DETERMINERS)


def _gaps(u: Utterance, first: int) -> set[Decimal]:
    """Return by how much the first sums of the card differ that the client or the draft names before word `first`."""
    named = set(islice(_named(u, first), _FEW))
    return {a - b for a in named for b in named if a > b}


def _named(u: Utterance, first: int) -> Iterator[Decimal]:
    """Return the sums of the card that are named, marked or not; a length is none."""
    for heard in (u,) if u.inbound is None else (u.inbound, u):
        for number in heard.numbers:
            if heard is u and number.last > first:
                return
            marks = heard.reading.marks
            is_length = number.last < len(marks) and marks[number.last] & DURATION_UNIT
            if is_listed(u.known, float(number.value)) and not is_length:
                yield number.value
