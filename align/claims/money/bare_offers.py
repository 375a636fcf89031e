"""Decide whether a number is a sum that stands alone: "you win, 150", "bring cash and it's 150".

Nothing beside such a number makes it a price; the bargain around it does. What leads to it is read
in align/claims/money/offer_leads.py. Here the number is weighed: that its clause ends with it, that
it is of the card's size, no hour of the day, and that nobody speaks of rooms, guests or the like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.money import bare_price_words as words_of
from align.claims.money.card_scale import is_clocklike, is_telling, scale_of
from align.claims.money.offer_leads import buys, is_of_it, leads_firmly, leads_loosely, opens, suffices
from align.claims.vocatives import VOCATIVES
from align.reading.cues import BREAK, EMOJI

if TYPE_CHECKING:
    from align.claims.money.bare_surroundings import Surroundings
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance


def is_bare_offer(u: Utterance, around: Surroundings, number: Number, value: float) -> bool:
    """True where the bargain around a bare number makes it the price."""
    if value <= words_of.CLOCKLIKE or not is_telling(u.known, value):
        return False
    if around.is_heated(number):
        return False
    line, at = u.reading.line, u.reading.line_at
    begin, end = u.reading.sentence(number.first)
    before = line[at[_back(u, number, begin)] : at[number.first]]
    behind = line[at[number.last] : at[end] if end < len(at) else None] if number.last < len(at) else ""
    thousands = u.reading.words[number.last - 1] == "k"
    timed = _is_quarter(u, value) and not thousands
    if before.endswith(("for ", "at ")) and _FRONTED.search(before) is not None:
        bought = buys(behind)
        return bought is not None and (thousands or around.names_length(number) or is_of_it(behind))
    alone = _stands_alone(u, number.last)
    if thousands and alone and opens(before):
        return True
    if alone and leads_firmly(before) and not (timed and _TIMED.search(before) is not None):
        return True
    if timed or _is_other_number(u, number, begin) or not (thousands or _is_near(u, value)):
        return False
    if _IT_IS.match(before) and behind[:8].startswith(_DAYS) and value <= _warmest(u):
        return False  # "it's 38 today"
    return (alone and leads_loosely(before)) or suffices(before, behind)


_IT_IS: Final = re.compile(r"(?:it's|it'll be|it'd be|its|today it's|that's)(?: only| just| about)? \Z")
_DAYS: Final = ("today", "tonight", "now", "out", "here")


def _warmest(u: Utterance) -> int:
    """Return the highest temperature that a day has where the card is from."""
    return _FAHRENHEIT if u.known.currency == "USD" else _CELSIUS


_FAHRENHEIT: Final = 110
_CELSIUS: Final = 45


_FRONTED: Final = re.compile(
    r"(?:\A|[,.!?:—] |\b(?:and|but|so|well|ok|fine|then|sure) )(?:for|at) (?:just |only |like |even )*\Z"
)
"""Before a sum that opens its clause: "for 150 I'd do the hour"."""
_TIMED: Final = re.compile(r"\b(?:at|on|by|it's|make it|say|then) \Z|\A(?:agreed|deal|done|sold)\b")
"""Before what can be an hour, even where a bargain is spoken of."""
_BACK: Final = 24
_ASIDE: Final = 6


def _back(u: Utterance, number: Number, begin: int) -> int:
    """Return where the words that lead to a number begin: its sentence, and a short one before it."""
    first = max(begin, number.first - _BACK)
    if first == begin and begin:
        earlier = u.reading.sentence(begin - 1)[0]
        if begin - earlier <= _ASIDE:
            return earlier
    return first


def _stands_alone(u: Utterance, last: int) -> bool:
    """True where nothing that could be counted follows: "150", "150 then", "150 for you", "150 because it's you"."""
    words, marks = u.reading.words, u.reading.marks
    at = last + _PHRASES * (words[last : last + 2] in _PASSED)
    while at < len(words) and at - last < _ASIDE and words[at] in _TRAILING:
        at += 1
    if words[at : at + 1] == ["-"] and u.reading.touches(at):
        return False  # "41-B"
    if at > last and words[at - 1] in ("for", "to"):
        return False
    return at >= len(words) or bool(marks[at] & (BREAK | EMOJI)) or words[at] in _CONDITIONS


_PASSED: Final = [
    ["no", "problem"],
    ["no", "wahala"],
    ["no", "stress"],
    ["no", "bother"],
    ["no", "worries"],
    ["my", "dear"],
    ["my", "friend"],
    ["my", "love"],
    ["my", "sister"],
    ["my", "brother"],
]
_PHRASES: Final = 2
_TRAILING: Final = VOCATIVES | frozenset(
    "then so today tonight now flat cash in all each instead only for to you u him her them both yous ya x xx xxx xxxx please ok okay maybe too is it though tops max straight total".split()
)
"""What can trail behind a sum without being counted by it."""
_CONDITIONS: Final = frozenset(
    "if because since as seeing when provided unless cos coz cause which instead including plus".split()
)


def _is_quarter(u: Utterance, value: float) -> bool:
    """True for 230 and 1145, which can be hours of the day as well as sums."""
    if not is_clocklike(value) or value > _LAST_HOUR:
        return False
    minutes = value % 100
    if minutes:
        return minutes % 15 == 0
    smallest = scale_of(u.known.amounts).smallest
    return value >= _FOUR_DIGITS and (smallest is None or smallest < _LARGE)


_LAST_HOUR: Final = 2_359
_FOUR_DIGITS: Final = 1_000
_LARGE: Final = 500
"""The least amount of a card whose sums have four digits, so that 1400 is one."""


def _is_near(u: Utterance, value: float) -> bool:
    """True for a sum that the card's prices could be haggled to."""
    smallest, largest = scale_of(u.known.amounts)
    return smallest is not None and largest is not None and _LEAST * smallest <= value <= _MOST * largest


_LEAST: Final = 0.5
_MOST: Final = 1.5


def _is_other_number(u: Utterance, number: Number, begin: int) -> bool:
    """True where rooms, guests or the like are spoken of around the number, or the client asks for another."""
    words = u.reading.words
    earlier = u.reading.sentence(begin - 1)[0] if begin else begin
    if not _NUMBERED.isdisjoint(words[max(earlier, number.first - _BACK) : number.last + _ASIDE]):
        return True
    if u.inbound is None:
        return False
    if any(n.value == number.value for n in u.inbound.numbers[:_HEARD]):
        return True  # "fine, 250" to "we'll be 250": a sum that was bid is agreed to elsewhere
    heard = u.inbound.reading
    return (
        not _NUMBERED.isdisjoint(heard.words[:_HEARD])
        or _HOW_MANY.search(heard.line[: _HEARD * 8]) is not None
    )


_HEARD: Final = 64
_HOW_MANY: Final = re.compile(
    r"\bhow (?:many|old|far|tall|long|big|heavy|high|hot|warm|cold|fast|late|early)\b|\b(?:what|which) (?:time|age|year|size|weight)\b|\bwhen\b"
)
_NUMBERED: Final = (
    words_of.COUNT_WORDS - {"no", "#", "level", "line", "lines", "table", "seat", "×", "*", "+", "x", "flat"}
) | frozenset(
    "code pin door doors buzzer bell house building address street road weigh weighs weight kilos kg lbs tall cm metres meters"
    " km miles bpm tempo metronome score scored mark marks degrees temperature guests people crowd headcount chairs songs steps"
    " reps calories battery percent copies pieces followers capacity stairs volume frequency hz bars".split()
)
"""What is numbered, counted or measured, and no price."""
