"""A sum that is set against what somebody else asked: "they said 180, but 150 is fine"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.discredited import DISCREDIT
from align.reading.cues import CURRENCY, NUMERIC

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def is_countered(u: Utterance, at: int, first: int) -> bool:
    """True for the 150 of "I know they said 180, but 150 is fine": the other sum is what they said."""
    words, marks = u.reading.words, u.reading.marks
    if words[first - 1] == "it's" and _is_discredited(u, at, first):
        return True
    if "but" not in words[at:first] or words[first + 1 : first + 2] not in _WELCOMED:
        return False
    but = words.index("but", at)
    return any(mark & (NUMERIC | CURRENCY) for mark in marks[at:but])


def _is_discredited(u: Utterance, at: int, first: int) -> bool:
    """True for "someone quoted you 50, that's wrong, it's 90"."""
    line, places = u.reading.line, u.reading.line_at
    wrong = DISCREDIT.search(line, places[at], places[first])
    if wrong is None:
        return False
    return any(mark & (NUMERIC | CURRENCY) for mark in u.reading.marks[at : u.reading.word_at(wrong.start())])


_WELCOMED: Final = [[word] for word in "is 's ' works will would suits it".split()]
