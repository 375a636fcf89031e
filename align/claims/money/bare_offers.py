"""Decide whether a number is a sum that stands alone: "you win, 150", "bring cash and it's 150".

Nothing beside such a number makes it a price; the bargain around it does. What leads to it is read
in align/claims/money/firm_offers.py and loose_offers.py. Here the number is weighed: that its clause ends with it, that
it is of the card's size, no hour of the day, and that nobody speaks of rooms, guests or the like.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.heard import once_a_message
from align.claims.money import bare_price_words as words_of
from align.claims.money.bargain_words import BEFORE_SUM
from align.claims.money.card_scale import is_telling, scale_of
from align.claims.money.firm_offers import deals_in, leads_firmly, leads_to_pack
from align.claims.money.loose_offers import buys, leads_loosely, opens, suffices
from align.claims.vocatives import VOCATIVES
from align.reading.cues import BREAK, EMOJI

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber
    from align.claims.utterance import Utterance


def is_bare_offer(number: BareNumber) -> bool:
    """True where the bargain around a bare number makes it the price."""
    u, value, thousands = number.u, number.value, number.is_in_thousands
    if value <= words_of.CLOCKLIKE or not (number.is_telling or is_telling(u.known, value / _PACKED)):
        return False
    if not _may_lead(number) or number.is_heated:
        return False
    before, alone = _before(number), _stands_alone(number)
    if before.endswith(_FOR) and _FRONTED.search(before) is not None:
        named = thousands or number.names_length
        return number.is_telling and (buys(_behind(number), named=named) or (alone and _closes_offer(number)))
    timed = number.is_quarter and not thousands
    if not number.is_telling or leads_to_pack(before):
        return alone and not timed and leads_to_pack(before)
    if alone and (_answers_length(number) or _is_firm(before, timed=timed, thousands=thousands)):
        return number.is_asked_for or not _asks_for_other(u.inbound)
    behind = _behind(number)
    if number.is_listed and _is_as_ever(before, behind, alone=alone):
        return not _is_other_number(number)
    if timed or _is_other_number(number) or not (thousands or _is_near(number)):
        return False
    return not _is_of_day(u, before, behind, value) and (
        (alone and leads_loosely(before, value)) or suffices(before, behind)
    )


def _may_lead(number: BareNumber) -> bool:
    """True where something that leads to a sum can stand before the number; a quick look before the real one."""
    lead = number.lead
    return (
        not lead
        or lead in BEFORE_SUM
        or lead.removesuffix("'s") in BEFORE_SUM
        or bool(number.marks[number.lead_at] & BREAK)
    )


_PACKED: Final = 4
"""How many times the card's size several at once can cost."""
_FOR: Final = ("for ", "at ", "with ")
_FRONTED: Final = re.compile(
    r"(?:\A|[,.!?:—] |\b(?:and|but|so|well|ok|fine|then|sure) )(?:for|at|with) (?:just |only |like |even )*\Z"
)
"""Before a sum that opens its clause: "for 150 I'd do the hour"."""


def _is_firm(before: str, *, timed: bool, thousands: bool) -> bool:
    """True behind what is said of sums alone, unless the number can be an hour that is agreed on."""
    if thousands and (opens(before) or deals_in(before)):
        return True
    return leads_firmly(before) and not (timed and _TIMED.search(before) is not None)


def _answers_length(number: BareNumber) -> bool:
    """True for the sum of "An hour? 150.", which answers its own question."""
    begin, _ = number.sentence
    if number.first > begin + 1 or not begin or number.words[begin - 1] != "?":
        return False
    earlier, _ = number.sentence_before
    return any(d.last == begin - 1 for d in number.durations(earlier, min(begin, earlier + 2)))


def _is_as_ever(before: str, behind: str, *, alone: bool) -> bool:
    """True for a price of the card in "only 150.", "150 as always"."""
    if _LEAST_SAID.search(before) is None:
        return False
    return _AS_EVER.match(behind) is not None or (
        alone and not before.endswith((". ", "! ", "? ")) and before != ""
    )


_LEAST_SAID: Final = re.compile(r"(?:\A|[.!?] )(?:(?:it's |that's )?(?:only|just|still) )?\Z")
_AS_EVER: Final = re.compile(
    r"(?:, )?(?:as (?:always|usual|before|ever|last time)|like (?:always|last time)|again"
    r"|same as (?:ever|always|before|last time|usual))\b"
)


def _closes_offer(number: BareNumber) -> bool:
    """True for the sum of "a two-hour session at my place, for 150": the sentence ends with it."""
    return bool(number.durations(number.sentence[0], number.first)) and not _is_other_number(number)


_TIMED: Final = re.compile(r"\b(?:at|on|by|for|it's|make it|say|then) \Z|\A(?:agreed|deal|done|sold)\b")
"""Before what can be an hour, even where a bargain is spoken of."""


def _is_of_day(u: Utterance, before: str, behind: str, value: float) -> bool:
    """True for the heat of "it's 38 today", for the house of "it's 165, next to the bakery", and for "that's 100!"."""
    if _PROUD.match(behind) and (before.endswith("that's ") or value <= _OLDEST):
        return True
    if _PLACED.match(behind):
        return True
    warmest = _FAHRENHEIT if u.known.currency == "USD" else _CELSIUS
    return value <= warmest and behind.startswith(_DAYS) and _IT_IS.match(before) is not None


_IT_IS: Final = re.compile(r"(?:it's|it'll be|it'd be|its|today it's|that's)(?: only| just| about)? \Z")
_PLACED: Final = re.compile(
    r"(?:, )?(?:next (?:to|door)|opposite|beside|above|behind|near|across|over the"
    r"|on the (?:left|right|corner)|(?:second|third|first|ground|top) floor"
    r"|the \w+ (?:door|house|gate|one)|ring|buzz|knock)\b"
)
_PROUD: Final = re.compile(r"(?:now |already )?!")
_OLDEST: Final = 100
_DAYS: Final = ("today", "tonight", "now", "out", "here")
_FAHRENHEIT: Final = 110
_CELSIUS: Final = 45
"""The warmest that a day is told to be."""
_BACK: Final = 24
_ASIDE: Final = 6


def _behind(number: BareNumber) -> str:
    """Return the next words of its sentence behind a number."""
    line, at = number.u.reading.line, number.u.reading.line_at
    if number.last >= len(number.words):
        return ""
    return line[at[number.last] : at[min(number.sentence[1], number.last + _BACK)]]


def _before(number: BareNumber) -> str:
    """Return the words that lead to a number: those of its sentence, and a short one before it."""
    line, at = number.u.reading.line, number.u.reading.line_at
    begin, _ = number.sentence
    first = max(begin, number.first - _BACK)
    earlier, _ = number.sentence_before
    if first == begin and begin - earlier <= _ASIDE:
        first = earlier
    return line[at[first] : at[number.first]]


def _stands_alone(number: BareNumber) -> bool:
    """True where nothing that could be counted follows: "150", "150 then", "150 for you", "150 because it's you"."""
    words, marks, last = number.words, number.marks, number.last
    at = last + _PHRASES * (words[last : last + 2] in _PASSED)
    while at < len(words) and at - last < _ASIDE and words[at] in _TRAILING:
        at += 1
    if words[at : at + 1] == ["-"] and number.u.reading.touches(at):
        return False  # "41-B"
    if words[at : at + 2] == ["or", "so"]:
        return False  # "150 or so of us"
    if at > last and (words[at - 1] in ("for", "to") or words[at - 2 : at] == ["for", "now"]):
        return False
    if at + 1 < len(words) and words[at] in _LISTING and words[at + 1][0].isdigit():
        return False  # "35, 36 and the scales"
    return at >= len(words) or bool(marks[at] & (BREAK | EMOJI)) or words[at] in _CONDITIONS


_LISTING: Final = frozenset(", and or to - &".split())
_PASSED: Final = (
    *[["no", word] for word in "problem wahala stress bother worries".split()],
    *[["my", word] for word in "dear friend love sister brother".split()],
)
_PHRASES: Final = 2
_TRAILING: Final = VOCATIVES | frozenset(
    "then so today tonight now flat cash in all each instead only for to you u him her them both yous ya x xx xxx"
    " xxxx please ok okay maybe too is it though tops max straight total na lang we start".split()
)
"""What can trail behind a sum without being counted by it."""
_CONDITIONS: Final = frozenset(
    "if because since as seeing when provided unless cos coz cause which instead including plus".split()
)


def _is_near(number: BareNumber) -> bool:
    """True for a sum that the card's prices could be haggled to."""
    smallest, largest = scale_of(number.known.amounts)
    return (
        smallest is not None and largest is not None and _LEAST * smallest <= number.value <= _MOST * largest
    )


_LEAST: Final = 0.5
_MOST: Final = 1.5


def _is_other_number(number: BareNumber) -> bool:
    """True where rooms, guests or the like are spoken of around the number, or the client asks for another."""
    earlier, _ = number.sentence_before
    around = number.words[max(earlier, number.first - _BACK) : number.last + _ASIDE]
    if not _NUMBERED.isdisjoint(around):
        return True
    inbound = number.u.inbound
    if inbound is not None and any(n.value == number.read.value for n in inbound.numbers[:_HEARD]):
        return True  # "fine, 250" to "we'll be 250": a sum that was bid is agreed to elsewhere
    return _asks_for_other(inbound)


@once_a_message
def _asks_for_other(message: Utterance | None) -> bool:
    """True where a client speaks of rooms, guests or the like, or asks how many or how far."""
    if message is None:
        return False
    heard = message.reading
    return (
        not _NUMBERED.isdisjoint(heard.words[:_HEARD])
        or _HOW_MANY.search(heard.line[: _HEARD * 8]) is not None
    )


_HEARD: Final = 64
_HOW_MANY: Final = re.compile(
    r"\bhow (?:many|old|far|tall|long|big|heavy|high|hot|warm|cold|fast|late|early)\b"
    r"|\b(?:what|which) (?:time|age|year|size|weight)\b|\bwhen\b"
)
_NUMBERED: Final = (
    words_of.COUNT_WORDS - {"no", "#", "level", "line", "lines", "table", "seat", "×", "*", "+", "x", "flat"}
) | frozenset(
    "code pin door doors buzzer bell house building address street road weigh weighs weight kilos kg lbs tall cm"
    " metres meters km miles bpm tempo metronome score scored mark marks degrees temperature guests people crowd"
    " headcount chairs songs steps heart pulse reps calories battery percent copies pieces followers capacity"
    " stairs volume frequency hz bars".split()
)
"""What is numbered, counted or measured, and no price."""
