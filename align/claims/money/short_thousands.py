"""Read what people who charge in thousands leave out: "two six", "one eight fifty", "one-fifty".

On a card in thousands "two six for the ninety" is 2,600 and "one eight fifty" 1,850; on
one in tens of thousands "three hours is one-fifty" is 150,000. Other cards say nothing of
the kind, and their numbers are left as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.money.card_scale import is_listed, is_plausible, scale_of
from align.claims.numbers.numbers import Number, NumberForm

if TYPE_CHECKING:
    from align.claims.known import Known
    from align.claims.utterance import Utterance

_THOUSANDS: Final = 1_000
_TENS_OF_THOUSANDS: Final = 10_000
_DIGIT: Final = 10
_LONGEST_RUN: Final = 2
"""More small numbers than this in a row are digits of something longer."""


def in_card_style(u: Utterance) -> list[Number]:
    """Return the numbers of a text with what the card's size lets them leave out."""
    smallest = scale_of(u.known.amounts).smallest
    if smallest is None or smallest < _THOUSANDS:
        return u.numbers
    return [_in_full(u, n, smallest) for n in _joined(u)]


def _joined(u: Utterance) -> list[Number]:
    """Join the thousands and the hundreds of "two six" and "one eight fifty"."""
    found: list[Number] = []
    numbers = u.numbers
    at = 0
    while at < len(numbers):
        run = at + 1
        while run < len(numbers) and _is_next(u, numbers[run - 1], numbers[run]):
            run += 1
        pair = numbers[at:run]
        whole = _pair(u, *pair) if len(pair) == _LONGEST_RUN else None
        found += pair if whole is None else [whole]
        at = run
    return found


def _is_next(u: Utterance, before: Number, behind: Number) -> bool:
    """True for two numbers side by side, and for the hyphened "four-two" that is no range: "two-three"."""
    if behind.first == before.last:
        return True
    joined = behind.first == before.last + 1 and u.reading.words[before.last] == "-"
    return joined and behind.value != before.value + 1


def spoken_sums(u: Utterance) -> list[Number]:
    """Return the sums that a card in thousands makes of two spoken digits, which are no hours: "at four-two"."""
    smallest = scale_of(u.known.amounts).smallest
    if smallest is None or smallest < _THOUSANDS or len(u.numbers) < _LONGEST_RUN:
        return []
    return [n for n in _joined(u) if n.value >= _THOUSANDS and n.last - n.first > _LONGEST_RUN]


def _pair(u: Utterance, thousands: Number, rest: Number) -> Number | None:
    """Return the number that two neighbours make when they are spoken as one."""
    spoken = rest.form in (NumberForm.WORDS, NumberForm.SPOKEN)
    if not spoken or thousands.form is not NumberForm.WORDS or not 0 < thousands.value < _DIGIT:
        return None
    hundreds = rest.value * 100 if rest.value < _DIGIT else rest.value
    if not 100 <= hundreds < _THOUSANDS or not u.is_free(thousands.first, rest.last):
        return None
    words = u.reading.words
    if rest.last < len(words) and words[rest.last] in UNIT_MINUTES:
        return None
    value = thousands.value * _THOUSANDS + hundreds
    if not is_plausible(u.known, float(value)):
        return None
    return Number(thousands.first, rest.last, value, NumberForm.WORDS)


def _in_full(u: Utterance, number: Number, smallest: float) -> Number:
    """Return a number with the thousands or hundreds that it leaves out."""
    if number.value * 10 > smallest or number.form is NumberForm.SLANG:
        return number
    for scale in (_THOUSANDS, 100):
        if is_listed(u.known, float(number.value * scale)):
            return number._replace(value=number.value * scale)
    if smallest >= _TENS_OF_THOUSANDS and _may_be_thousands(u.known, number):
        return number._replace(value=number.value * _THOUSANDS)
    return number


def _may_be_thousands(known: Known, number: Number) -> bool:
    """True for a number of a price's size in thousands that is no usual length or hour."""
    value = float(number.value)
    return value % 30 != 0 and value != 45 and value > 9 and is_plausible(known, value * _THOUSANDS)
