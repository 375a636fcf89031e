"""Find the numbers of a text, in digits, in words and in slang."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.money.card_scale import is_plausible, scale_of
from align.claims.numbers.numeral_words import SCALES, SLANG, UNITS
from align.claims.numbers.numerals import NumberForm, lone_value, read_numeral
from align.reading.cues import CURRENCY, NUMERIC

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

__all__ = ["Number", "NumberForm", "read_numbers"]

_ARTICLES: Final = frozenset(("a", "an"))
_AFTER_ARTICLE: Final = (
    frozenset(("hundred", "thousand", "million", "billion", "hundo", "hundy", "grand", "buck")) | SLANG.keys()
)

_AMOUNTS: Final = SLANG.keys() | {"buck", "grand"}
"""Words that are no numbers and can begin an amount."""


class Number(NamedTuple):
    """A number on the words `[first, last)` of the reading.

    `form` tells how it is written; a `SPOKEN` one ("nine fifty" is 950) can also be a
    clock time or two numbers, so a room that has better evidence may read it otherwise.
    """

    first: int
    last: int
    value: Decimal
    form: NumberForm


def read_numbers(utterance: Utterance) -> None:
    """Add every number of the text to `utterance.numbers`, in order, without overlaps.

    Words that an earlier room has settled (a contact, an address) are left out.
    """
    reading = utterance.reading
    if not reading.seen & (NUMERIC | CURRENCY):
        return
    words = reading.words
    marks = reading.marks
    taken = utterance.taken
    end = len(words)
    found = utterance.numbers
    reached = 0
    for at in reading.where(NUMERIC | CURRENCY):
        if at < reached or taken[at]:
            continue
        word = words[at]
        if not marks[at] & NUMERIC and word not in _AMOUNTS:
            continue
        after = words[at + 1] if at + 1 < end else "."
        grouped = _grouped(utterance, at) if len(after) == _GROUP and after.isdigit() else None
        if grouped is not None:
            reached = grouped.last
            found.append(grouped)
            continue
        lone = lone_value(word, after)
        if lone is not None:
            number = Number(at, at + 1, *lone)
            if after == "point" and at + 2 < end:
                number = _with_decimals(words, number)
            reached = number.last
            found.append(number)
            continue
        numeral = read_numeral(words, at, end)
        if numeral is None:
            continue
        last, value, form = numeral
        first = at
        if at and word in _AFTER_ARTICLE and words[at - 1] in _ARTICLES:
            first = at - 1
        found.append(Number(first, last, value, form))
        reached = last


def _with_decimals(words: list[str], whole: Number) -> Number:
    """Read "one point five", "2 point 5 million"; `whole` ends at the point. "Point five" alone is a list's."""
    last = whole.last + 1
    digits = words[last] if words[last].isdecimal() and len(words[last]) <= _DECIMALS else ""
    last += bool(digits)
    while len(digits) < _DECIMALS and last < len(words) and UNITS.get(words[last], 10) < 10:
        digits += str(UNITS[words[last]])
        last += 1
    if not digits or "." in words[whole.first]:
        return whole
    value = whole.value + Decimal(digits).scaleb(-len(digits))
    scale = SCALES.get(words[last], 1) if last < len(words) else 1
    return Number(whole.first, last + (scale > 1), value * scale, whole.form)


_DECIMALS: Final = 3
_GROUP: Final = 3
_THOUSAND: Final = 1_000


def _grouped(u: Utterance, at: int) -> Number | None:
    """Read "4 750" and "12 000" as one number, where the card's size says that it is one."""
    words = u.reading.words
    if u.taken[at + 1] or not u.known.amounts:
        return None
    head, group = words[at : at + 2]
    alone = not any(w[0].isdigit() for w in words[max(0, at - 1) : at] + words[at + 2 : at + 3])
    if not head.isdigit() or len(head) > _GROUP or head[0] == "0" or not alone:
        return None
    value = Decimal(head + group)
    largest = scale_of(u.known.amounts).largest or 0
    told = not is_plausible(u.known, float(group)) or (len(head) == 1 and largest >= _THOUSAND)
    if not told or not is_plausible(u.known, float(value)):
        return None
    return Number(at, at + 2, value, NumberForm.DIGITS)
