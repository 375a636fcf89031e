"""Find the numbers of a text, in digits, in words and in slang."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.numbers.numeral_words import SLANG
from align.claims.numbers.numerals import NumberForm, lone_value, read_numeral
from align.reading.cues import CURRENCY, NUMERIC

if TYPE_CHECKING:
    from decimal import Decimal

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
        lone = lone_value(word, words[at + 1] if at + 1 < end else ".")
        if lone is not None:
            reached = at + 1
            found.append(Number(at, reached, *lone))
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
