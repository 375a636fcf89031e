"""Minutes marked with a stroke, as Swiss, French and Spanish writers do: "30' at 7", "the 45' for 65"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.numbers.numbers import NumberForm
from align.reading.cues import CURRENCY, NUMBER

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance

_FIVE: Final = 5
_SHORTEST: Final = 10
_LONGEST: Final = 240
_FAR: Final = 40
"""How far before a number a quotation is looked for."""


def marked_minutes(u: Utterance) -> list[Number]:
    """Return the numbers whose stroke makes minutes of them; the stroke is the word behind each."""
    if " '" not in u.reading.line:
        return []
    words = u.reading.words
    end = len(words)
    return [n for n in u.numbers if n.last < end and words[n.last] == "'" and _is_marked(u, n)]


def _is_marked(u: Utterance, number: Number) -> bool:
    """True for the stroke of "30' works"; not of "45's fine", "5'6", "30' of hose", "'I do 60'"."""
    first, last = number.first, number.last
    words, marks = u.reading.words, u.reading.marks
    value = number.value
    if number.form is not NumberForm.DIGITS or value % _FIVE or not _SHORTEST <= value <= _LONGEST:
        return False
    if not u.reading.touches(last) or not u.is_free(first, last):
        return False
    if first and (marks[first - 1] & CURRENCY or words[first - 1] == "'"):
        return False
    if last + 1 < len(words):
        close = u.reading.touches(last + 1) and words[last + 1][0].isalnum()
        if close or marks[last + 1] & NUMBER or words[last + 1] in _MEASURED:
            return False
    begin, end = u.reading.sentence(first)
    return not _is_quote(u, begin, first, end)


_MEASURED: Final = frozenset(
    (
        "of x by long wide high tall deep hose rope cable ceiling ceilings fence wall ladder pole table "
        "boat trailer away"
    ).split()
)
"""What a stroke for feet stands before."""


def _is_quote(u: Utterance, begin: int, first: int, end: int) -> bool:
    """True where a quotation that opens before the number closes behind it."""
    words = u.reading.words
    return any(
        words[i] == "'" and (i == begin or not u.reading.touches(i)) and not words[i - 1].isdecimal()
        for i in range(max(begin, first - _FAR), first)
        if i + 1 < end
    )
