"""Lengths that a sum of the professional's is for: "£80 left for the two hours", "$14 on the hour".

A length with a price is on sale, whatever else stands around it; so is one that a deposit holds
or a balance is left for. Read once the sums are, since a parking fee sells nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf, MoneyForm, PriceOf, Stance
from align.claims.stance import stance_of
from align.reading.cues import BREAK, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.claim import Duration, Money
    from align.claims.utterance import Utterance

_REACH: Final = 8
_LONGEST: Final = 24 * 60
_SHORTEST: Final = 10


def priced_lengths(u: Utterance) -> set[tuple[int, int]]:
    """Return the word ranges of the lengths that sums of the professional's are stated for."""
    sums = [m for m in u.money if _is_stated(m)]
    found = {m.duration for m in sums if m.duration is not None and _is_for_it(u, m, m.duration)}
    for length in u.durations:
        place = (length.first, length.last)
        if place in found or length.of is not DurationOf.OTHER or not _SHORTEST <= length.low < _LONGEST:
            continue
        if any(_is_on(u, m, length) for m in sums) or _is_held_by(u, length, sums):
            found.add(place)
    return found


def _is_stated(m: Money) -> bool:
    """True for a sum that the professional asks for; a price per hour sells no hour of its own."""
    return (
        not m.accepted
        and not m.per
        and m.of is not PriceOf.OTHER
        and m.stance is Stance.ASSERTED
        and m.form is not MoneyForm.FREE
    )


def is_sold(u: Utterance, claim: Duration) -> bool:
    """True where the words around a priced length do not take it back: a wrong sum may be, beside the right one."""
    stance = stance_of(u.reading, claim.first, claim.last)
    if stance is Stance.ASSERTED:
        return True
    place = (claim.first, claim.last)
    mine = [m for m in u.money if m.duration == place and m.of is PriceOf.SESSION]
    stated = [m for m in mine if _is_stated(m)]
    if stance is Stance.QUOTED and any(not m.length_implied for m in stated):
        return True  # "250 for the three hours, since you asked so nicely"
    wrong = any(m.stance is not Stance.ASSERTED and _joins(u, m.last, claim.first) for m in mine)
    return wrong and any(_is_put_right(u, m) for m in stated)


def _is_put_right(u: Utterance, m: Money) -> bool:
    """True for the sum of "it's not 95 for three hours, it's 110"."""
    words = u.reading.words
    return words[m.first - 1 : m.first] in _BEING and not _LEAST & set(words)


_BEING: Final = [["it's"], ["is"], ["'s"], ["that's"]]
_LEAST: Final = frozenset("minimum minimums shortest least start".split())


def _is_for_it(u: Utterance, m: Money, place: tuple[int, int]) -> bool:
    """True for what a price, a deposit or a balance is for; a fee for coming counts with the hour it is added to."""
    first, last = place
    words = u.reading.words
    if m.of is PriceOf.SESSION:
        return words[last : last + 1] not in _LONGER or words[last + 1 : last + 2] not in _COSTS
    if not _AWAY.isdisjoint(_clause(u, first, last)):
        return False  # "the deposit stays good for an hour"
    if words[first] in ("an", "a", "half") and words[first - 1 : first] not in (["the"], ["your"]):
        return m.of is not PriceOf.TRAVEL and _joins(u, m.last, first)
    return _ends(u, last) or m.of is not PriceOf.TRAVEL


_LONGER: Final = [["extra"], ["more"], ["longer"]]
"""Behind a length that is added to an appointment: "the half hour extra is 20"."""
_COSTS: Final = (["is"], ["'s"], ["costs"], ["adds"], ["comes"], ["would"], ["on"])
_AWAY: Final = frozenset(
    "drive journey trip ride mile miles km way late notice cancel cancelling cancellation within stays "
    "valid overtime"
    " parking waiting delay refund refundable".split()
)


def _clause(u: Utterance, first: int, last: int) -> list[str]:
    """Return the words of a length's clause, up to some words away."""
    marks = u.reading.marks
    begin = next(
        (i + 1 for i in range(first - 1, first - _REACH, -1) if i < 0 or marks[i] & BREAK),
        max(0, first - _REACH),
    )
    end = next((i for i in range(last, last + _NEAR) if i >= len(marks) or marks[i] & BREAK), last + _NEAR)
    return u.reading.words[max(begin, 0) : end]


_NEAR: Final = 4


def _is_on(u: Utterance, m: Money, length: Duration) -> bool:
    """True for "$33 on the hour", "30% upfront on the 90 minutes", "20 fee on top of the hour"."""
    words = u.reading.words
    if not 0 < length.first - m.last <= _REACH:
        return False
    between = words[m.last : length.first]
    at = max((i for i, word in enumerate(between) if word in ("on", "of")), default=-1)
    if at < 0 or not _OF_A_SUM.issuperset(between[:at]) or not _OWN.issuperset(between[at + 1 :]):
        return False
    named = not _OWN.isdisjoint(between[at + 1 :]) or words[length.first] in _OWN
    return named and (_ends(u, length.last) or words[length.last] in _GOING_ON)


_OF_A_SUM: Final = frozenset(
    (
        "on top fee surcharge travel extra more to pay left upfront up front down deposit due now in "
        "advance balance"
    ).split()
)
_OWN: Final = frozenset("the your that this one".split())
_GOING_ON: Final = frozenset("to because and when at with for rate booking session if then so".split())


def _ends(u: Utterance, last: int) -> bool:
    marks = u.reading.marks
    return last >= len(marks) or not u.reading.words[last][0].isalnum() or bool(marks[last] & SENTENCE_END)


def _is_held_by(u: Utterance, length: Duration, sums: list[Money]) -> bool:
    """True for "€20 to keep the hour", "to hold your hour I'd need eleven pounds", "a tenner holds two hours"."""
    words = u.reading.words
    lead = length.first
    while lead and words[lead - 1] in _DETERMINERS:
        lead -= 1
    if words[lead - 1 : lead] not in _HOLDING or words[length.last : length.last + 1] in _UNTIL:
        return False
    begin, end = u.reading.sentence(length.first)
    return any(begin <= m.first < end and abs(m.first - length.first) <= _FAR for m in sums)


_FAR: Final = 12
_DETERMINERS: Final = frozenset("the your that this our those a an full whole".split())
_HOLDING: Final = [
    [verb] for verb in "hold holds keep keeps secure secures reserve reserves book books".split()
]
_UNTIL: Final = [["until"], ["till"], ["before"], ["after"], ["more"], ["longer"], ["free"]]


def _joins(u: Utterance, last: int, first: int) -> bool:
    """True where a sum that ends at `last` is for the length at `first`: "80 for the two hours"."""
    between = u.reading.words[last:first]
    return "for" in between and _JOINING.issuperset(between)


_JOINING: Final = _OWN | frozenset("for left upfront down deposit total in all my our full whole".split())
