"""The words around a claim that can decide its stance."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_REACH: Final = 24


@dataclass(slots=True)
class Scope:
    """A claim's words `[first, last)` in its sentence, which is cut to `[begin, end)`.

    `before` and `after` are the line on either side of the claim; `seen_before`,
    `seen_after` and `seen` the classes of the triggers before it, after it, and of all.
    `left` are the words before it and `behind` the one right behind it, empty where there is none:
    what tells at once that a pattern cannot match.
    """

    reading: Reading
    begin: int
    first: int
    last: int
    end: int
    seen_before: int
    seen_after: int
    seen: int
    before: str
    after: str
    left: list[str]
    behind: str

    @property
    def is_question(self) -> bool:
        """True when the sentence ends with a question mark."""
        return self.reading.words[self.end - 1] == "?"

    @property
    def following(self) -> int | None:
        """Where the next sentence begins in the line, be it on a line of its own, else None."""
        words, end = self.reading.words, self.end
        while end < len(words) and words[end] == "\n":
            end += 1
        return self.reading.line_at[end] if end < len(words) else None


def scope_around(reading: Reading, first: int, last: int, triggers: int) -> Scope | None:
    """Return the scope of a claim, or None when no word of it is of the classes `triggers`.

    At most `_REACH` words are looked at on each side, so that the cost of a claim does not
    grow with the text.
    """
    begin, end = reading.sentence(first)
    if last > end:
        _, end = reading.sentence(last - 1)
    begin, end = max(begin, first - _REACH), min(end, last + _REACH)
    places = reading.where(triggers)
    nearest = bisect_left(places, begin)
    if nearest == len(places) or places[nearest] >= end:
        return None
    marks = reading.marks
    before = seen = after = 0
    for trigger in places[nearest : bisect_left(places, end, nearest)]:
        seen |= marks[trigger]
        if trigger < first:
            before |= marks[trigger]
        elif trigger >= last:
            after |= marks[trigger]
    line, at, words = reading.line, reading.line_at, reading.words
    said_before, said_after, behind = line[at[begin] : at[first]], "", ""
    if last < end:
        said_after, behind = line[at[last] : at[end]], words[last]
    left = words[begin:first]
    return Scope(reading, begin, first, last, end, before, after, seen, said_before, said_after, left, behind)
