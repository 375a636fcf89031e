"""The sentences beside one: a line break between them counts for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from align.reading import Reading


def sentence_before(reading: Reading, begin: int) -> tuple[int, int]:
    """Return the words of the sentence that ends before word `begin`; none where that opens the text."""
    words = reading.words
    end = begin
    while end and words[end - 1] == "\n":
        end -= 1
    return (reading.sentence(end - 1)[0], end) if end else (0, 0)


def sentence_behind(reading: Reading, end: int) -> tuple[int, int]:
    """Return the words of the sentence that begins at or behind word `end`; none where nothing does."""
    words = reading.words
    begin = end
    while begin < len(words) and words[begin] == "\n":
        begin += 1
    return (begin, reading.sentence(begin)[1]) if begin < len(words) else (begin, begin)
