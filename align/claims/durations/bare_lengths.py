"""Bare numbers offered as a short appointment: "30 works", "let's do 45", "just a 30", "quick 45?".

A 30 or 45 is no hour of the day, and one far below the card's sums is no price,
so that in the frames of an offer only a length is left. With an article ("a 30") a number
prices nothing at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf, Speaker
from align.claims.durations.bare_frames import BRIEF, asks_briefly, closes, is_asked_of, is_hailed, is_object
from align.claims.durations.other_lengths import hears_other_length
from align.claims.durations.wanted_lengths import is_gladly_met
from align.claims.heard import once_a_message
from align.claims.money.card_scale import scale_of
from align.reading.cues import CURRENCY, PAYMENT, PRICE

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_USUAL: Final = frozenset((30.0, 40.0, 45.0))
"""What a short appointment lasts and no clock shows; a bare 25 or 50 is rather a price."""
_WITH_ARTICLE: Final = frozenset(map(float, range(15, 60, 5)))
_NOTE: Final = 50
_ARTICLES: Final = frozenset("a the your".split())
_HEDGING: Final = frozenset("just only maybe perhaps even".split()) | BRIEF
_NEAR: Final = 5


def is_bare_offer(u: Utterance, first: int, last: int, value: float) -> bool:
    """True for a number below the minimum that stands where only the length of an appointment does."""
    if value >= u.known.shortest or value not in _WITH_ARTICLE or f"{value:g}" in u.known.amounts:
        return False
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(first)
    lead = first
    while lead > begin and words[lead - 1] in _HEDGING:
        lead -= 1
    named = not BRIEF.isdisjoint(words[lead:first])
    if value == _NOTE and not named and words[max(begin, first - 2) : first] == ["for", "a"]:
        return False  # "I could do you for a fifty"
    if lead > begin and words[lead - 1] in _ARTICLES:
        named = True
        lead -= 1
        while lead > begin and words[lead - 1] in _HEDGING:
            lead -= 1
    if not named and (value not in _USUAL or _may_be_price(u, value) or _is_asked_otherwise(u)):
        return False
    if any(mark & _MONEY for mark in marks[max(begin, first - _FAR) : min(end, last + _FAR)]):
        return False
    if _counts(words, last) or not _COUNTED.isdisjoint(words[last : min(end, last + _NEAR)]):
        return False
    return (
        is_hailed(u, lead, last, begin)
        or asks_briefly(u, lead, first, last)
        or is_asked_of(words, lead, last)
        or is_gladly_met(u, first, last)
        or _is_choice(u, lead, first, last)
        or _is_sold(words, first, last)
        or (closes(u, last, named=named or lead < first) and is_object(u, lead, first, begin))
    )


_FAR: Final = 12
_MONEY: Final = CURRENCY | PRICE | PAYMENT
_COUNTED: Final = frozenset(
    (
        "people guests persons heads reps sets squats burpees questions sums bars percent kg kgs lb lbs "
        "degrees out"
    ).split()
)


def _counts(words: list[str], last: int) -> bool:
    """True for the 30 of "the 30th" and of "a 30-mark paper"."""
    return words[last : last + 1] in (["th"], ["st"], ["nd"], ["rd"]) or (
        words[last : last + 1] == ["-"] and words[last + 1 : last + 2] != [] and words[last + 1][0].isalpha()
    )


def _may_be_price(u: Utterance, value: float) -> bool:
    """True for a number that is no stranger to the card: a haggle, a deposit."""
    if u.speaker is Speaker.CLIENT:
        return True  # "can you do 45?" haggles
    smallest, _ = scale_of(u.known.amounts)
    if smallest is not None and value >= smallest / 2:
        return True
    if u.inbound is None:
        return False
    heard = u.inbound.reading
    return bool(u.inbound.money) or bool(heard.seen & PRICE) or not _DEAR.isdisjoint(u.inbound.said)


_DEAR: Final = frozenset("pricey expensive steep broke afford budget cheaper cheap skint money".split())


@once_a_message
def _is_asked_otherwise(u: Utterance) -> bool:
    """True where the client asks for another number: how many, how old, how far, how late is too late."""
    if u.inbound is None or any(d.of is DurationOf.APPOINTMENT for d in u.inbound.durations):
        return False
    return hears_other_length(u) or not _OTHER_NUMBERS.isdisjoint(u.inbound.said)


_OTHER_NUMBERS: Final = frozenset(
    "many much old age size bus tram weigh weighs weight degrees number temperature late behind delayed "
    "traffic eta"
    " what which where reps park parking".split()
)


def _is_choice(u: Utterance, lead: int, first: int, last: int) -> bool:
    """True for "30 or 60, your call", "we have 30, 60 and 90": beside lengths of the card, with nothing to count."""
    words = u.reading.words
    begin, _ = u.reading.sentence(first)
    if lead > begin and words[lead - 1] not in _CHOOSING:
        return False
    found, at = 0, last
    while words[at : at + 1] in _JOINTS and at - last < _LISTED:
        at += 1 + (words[at + 1 : at + 2] in (["or"], ["and"], ["even"]))
        if at >= len(words) or not words[at].isdecimal():
            at -= 1
            break
        known = int(words[at]) in u.known.session_minutes and words[at] not in u.known.amounts
        if not known and float(words[at]) not in _WITH_ARTICLE:
            return False
        found += known
        at += 1
    asked = words[at : at + 1] == ["?"]
    return found > 0 and (at + 1 >= len(words) if asked else closes(u, at, named=False))


_CHOOSING: Final = frozenset("do have offer either say , : — and so yes ok sure".split())
_LISTED: Final = 12
"""How many words of a list are looked through."""
_JOINTS: Final = [["or"], [","], ["/"], ["and"]]


def _is_sold(words: list[str], first: int, last: int) -> bool:
    """True for "I also do 30s", "we do 45s as well"."""
    if words[last : last + 1] != ["s"] or words[first - 1 : first] not in (["do"], ["offer"], ["have"]):
        return False
    return not _SELLERS.isdisjoint(words[max(0, first - 3) : first - 1])


_SELLERS: Final = frozenset(("i", "we"))
