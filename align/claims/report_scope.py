"""A stretch of the line that a draft does not say, and the sentences around a place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.reading.cues import SENTENCE_END

if TYPE_CHECKING:
    from align.reading import Reading

LONGEST: Final = 400
"""Characters that one report can hold, which bounds the work."""
MOST: Final = 24
"""Reports of one kind that are looked at."""
MARKS: Final = ('"', "'")
_OPENING: Final = 90
"""Characters of the next sentence that are looked at."""


class Span(NamedTuple):
    """A stretch of the line that is not said; `back` if it is taken back, `false` if it is called untrue."""

    start: int
    end: int
    back: bool = False
    false: bool = False


def left_of(reading: Reading, position: int) -> str:
    """Return the line from where the sentence of a position begins up to it."""
    begin, _ = reading.sentence(reading.word_at(position))
    return reading.line[max(reading.line_at[begin], position - LONGEST) : position]


def stop_of(reading: Reading, position: int) -> int:
    """Return where the words of the sentence around a position end in the line."""
    _, end = reading.sentence(reading.word_at(position))
    return min(reading.line_at[end - _is_end(reading, end - 1)] - 1, position + LONGEST)


def _is_end(reading: Reading, index: int) -> bool:
    return bool(reading.marks[index] & SENTENCE_END)


def sentence_behind(reading: Reading, stop: int, most: int = _OPENING) -> str:
    """Return how the sentence behind one that ends at `stop` opens."""
    at, words = reading.word_at(stop + 1), reading.words
    while at < len(words) and (_is_end(reading, at) or words[at] in MARKS):
        at += 1
    if at == len(words):
        return ""
    begin = reading.line_at[at]
    return reading.line[begin : min(stop_of(reading, begin), begin + most)]
