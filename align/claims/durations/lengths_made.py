"""Bare lengths that are proposed beside their price, or in answer to another length: "make it 90 and that's $135".

A length of the card, with the sum that it costs behind it, is no sum itself; nor is one that answers "an hour?" where
nobody speaks of prices. "Call it 90 and we're done" closes a bargain, and stays a price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.claims.heard import lengths_heard
from align.claims.money.card_scale import is_small
from align.claims.money.price_questions import calls_price_dear, speaks_of_price
from align.reading.cues import CURRENCY

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance

_MAKING: Final = frozenset(
    "make making call go going stretch bump push extend book give round up bring keep".split()
)
_WHAT: Final = frozenset("it you us that this".split())
_TO: Final = frozenset("to for with".split())
_SAYING: Final = (["do"], ["say"], ["suggest"], ["book"], ["recommend"], ["want"])
_HEDGES: Final = frozenset("a an the full about just maybe more like even closer nearer".split())
_JOINING: Final = frozenset(
    "and that's it's that it is would 'd be which comes to so , — - . ; : ( for at then you'd you'll pay "
    "works out will costs cost 's instead if like so's it'd that'd runs you".split()
)
_TYING: Final = frozenset(
    "that's it's is be comes for at so pay works costs cost 's it'd that'd runs ( —".split()
)
_OF_ELSE: Final = frozenset(
    "off each less normally usually instead apiece saved cheaper rather list before".split()
)
"""What stands behind a sum that the number is set against: "call it 90, it's $95 normally"."""
_CLOSING: Final = frozenset(
    ". , ! ? ; : ) … — \n then so if because since as to and or instead but".split(" ")
)
_BARGAINING: Final = frozenset(
    "deal done square even sorted shake cash flat quid bucks all-in final offer last price each off agreed "
    "total happy sold yours".split()
)
_REACH: Final = 7
_BEHIND: Final = 8


def is_made(u: Utterance, number: Number) -> bool:
    """True for a length of the card that is proposed with its price beside it, or instead of another length."""
    words, first, last = u.reading.words, number.first, number.last
    if not first or f"{number.value:g}" in u.known.amounts or not u.is_free(first, last):
        return False
    if u.reading.marks[first - 1] & CURRENCY or (last < len(words) and u.reading.marks[last] & CURRENCY):
        return False
    at = first
    while at > 1 and words[at - 1] in _HEDGES:
        at -= 1
    making = _is_making(words, at)
    if not making and words[at - 1 : at] not in _SAYING:
        return False
    if _is_bargain(u):
        return False
    return _has_sum_behind(u, last) or (making and _answers_length(u, first, last))


def _is_making(words: list[str], at: int) -> bool:
    """True before word `at` for "make it", "go for", "push it to", "book you for"."""
    begin = at
    at -= words[at - 1] in _TO
    while at > 1 and words[at - 1] in _HEDGES:
        at -= 1  # "make it closer to 90"
    at -= at > 0 and words[at - 1] in _WHAT
    return 0 < at < begin and words[at - 1] in _MAKING


def strikes_bargain(behind: list[str]) -> bool:
    """True for the words behind a number that close a bargain: "and we're done", "and you've a deal"."""
    return behind[:1] == ["and"] and not _STRUCK.isdisjoint(behind)


_STRUCK: Final = frozenset("deal done square shake agreed sold".split())


def _is_bargain(u: Utterance) -> bool:
    """True where the client bargains: names a sum, or asks for less."""
    heard = u.inbound
    if heard is None:
        return False
    asked = _FOR_LESS.intersection(heard.reading.words[:_MOST])
    return bool(heard.money) or bool(asked) or calls_price_dear(heard)


_FOR_LESS: Final = frozenset(
    "cheaper less discount discounts off deal deals better best lower price budget".split()
)
_MOST: Final = 64


def _has_sum_behind(u: Utterance, last: int) -> bool:
    """True for "(90) and that's $135": what the length costs, not what the number is set against."""
    words, marks = u.reading.words, u.reading.marks
    sums = (
        n
        for n in u.numbers
        if last < n.first <= last + _REACH and (marks[n.first - 1] | _mark(u, n.last)) & CURRENCY
    )
    number = next(sums, None)
    if number is None or is_small(u.known, float(number.value)):
        return False
    marked_before = bool(marks[number.first - 1] & CURRENCY)
    between = words[last : number.first - marked_before]
    if _TYING.isdisjoint(between) or not _JOINING.issuperset(between):
        return False
    behind = number.last + (not marked_before)
    return _OF_ELSE.isdisjoint(words[behind : behind + 2])


def _mark(u: Utterance, at: int) -> int:
    return u.reading.marks[at] if at < len(u.reading.marks) else 0


def _answers_length(u: Utterance, first: int, last: int) -> bool:
    """True in answer to "would an hour do?", where neither side speaks of prices or of a bargain."""
    heard = u.inbound
    if heard is None or speaks_of_price(heard):
        return False
    known = u.known
    lengths = [n for _, n in lengths_heard(heard) if n in known.session_minutes or n == known.shortest]
    if not lengths or any(low == _value(u, first) for low in lengths):
        return False
    words = u.reading.words
    if last < len(words) and words[last] not in _CLOSING:
        return False
    begin, end = u.reading.sentence(first)
    lead = words[max(begin, first - _BEHIND) : first]
    if ["for", "you"] in (lead[i : i + 2] for i in range(len(lead))):
        return False
    return _BARGAINING.isdisjoint(words[last : min(end, last + _BEHIND)])


def _value(u: Utterance, first: int) -> float:
    return next((float(n.value) for n in starting_in(u.numbers, first, first + 1)), 0.0)
