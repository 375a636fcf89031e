"""A reading: the body folded, split into words with classes, ready for claims.

A reading is made once per text and shared by everything that looks at it. Words are kept
as parallel lists, since one object per word would cost more than all the rest; `line` is
the same words joined by single spaces, for patterns that speak of several words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate, chain
from typing import TYPE_CHECKING, Final, NamedTuple

from align.reading.cues import BREAK, SENTENCE_END
from align.reading.folding import Folded, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.reading.vocabulary import Vocabulary

LONGEST_SENTENCE: Final = 100
"""Words; the longest sentence of the clean messages under fixtures/ has some 70."""
_ONE_LETTER: Final = 1
_SPACED: Final = re.compile(r"(?<!\S)(?:[^\W_] {1,2}){2,}[^\W_](?![^\s.,!?;:])")


class Reading:
    """One text as a reader sees it.

    `words[i]` is the word that a reader sees, lower-case; `marks[i]` its classes
    (align.reading.cues); `seen` the classes of all words together. Word ranges are
    half-open, `[first, last)`. `line` joins the words by single spaces; `line_at[i]` is
    where word `i` begins in it.
    """

    __slots__ = (
        "_chunks",
        "_ends",
        "_found",
        "_line",
        "_line_at",
        "_places",
        "_segments",
        "_sentences",
        "_starts",
        "body",
        "folded",
        "marks",
        "seen",
        "vocabulary",
        "words",
    )

    def __init__(self, body: str, vocabulary: Vocabulary, *, keep_case: bool = False) -> None:
        """Read `body`; total for every `str`, linear in its length.

        Without `keep_case` capitals are forgotten at once, so that nothing built on the
        reading can depend on them: a change of case must never remove a violation.
        """
        self.body = body
        self.vocabulary = vocabulary
        folded = fold(body)
        self.folded: Folded = folded if keep_case else folded.without_case()
        chunks = self.folded.lower.split(" ")
        memo = vocabulary.memo
        found = [memo.get(chunk) or vocabulary.analyse(chunk) for chunk in chunks]
        words: list[str] = []
        marks: list[int] = []
        seen = 0
        for analysis in found:
            words += analysis.words
            marks += analysis.marks
            seen |= analysis.seen
        self.words = words
        self.marks = marks
        self.seen = seen
        self._chunks = chunks
        self._found = found
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        self._line: str | None = None
        self._line_at: list[int] | None = None
        self._places: dict[int, list[int]] | None = None
        self._segments: list[tuple[int, int]] | None = None
        self._sentences: list[tuple[int, int]] | None = None
        if _may_be_spaced(chunks):
            self._join_spaced_letters()

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    # -- positions ---------------------------------------------------------------------

    def _offsets(self) -> list[int]:
        """Where each chunk begins in the folded text."""
        return list(accumulate([len(chunk) + 1 for chunk in self._chunks], initial=0))

    @property
    def starts(self) -> list[int]:
        """Where each word begins in the folded text."""
        if self._starts is None:
            self._starts = [
                at + s for at, found in zip(self._offsets(), self._found, strict=False) for s in found.starts
            ]
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where each word ends in the folded text."""
        if self._ends is None:
            self._ends = [
                at + e for at, found in zip(self._offsets(), self._found, strict=False) for e in found.ends
            ]
        return self._ends

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Map words `[first, last)` to half-open code points of the original body."""
        return self.folded.span(self.starts[first], self.ends[last - 1])

    def text(self, first: int, last: int) -> str:
        """Return the original characters of words `[first, last)`."""
        start, end = self.span(first, last)
        return self.body[start:end]

    def cased(self, index: int) -> str:
        """Return word `index` of the folded text with its capitals."""
        return self.folded.cased[self.starts[index] : self.ends[index]]

    # -- the line ----------------------------------------------------------------------

    @property
    def line(self) -> str:
        """The words joined by single spaces."""
        if self._line is None:
            self._line = " ".join(self.words)
        return self._line

    @property
    def line_at(self) -> list[int]:
        """Where each word begins in `line`."""
        if self._line_at is None:
            lengths = [len(w) + 1 for w in self.words]
            self._line_at = list(accumulate(lengths, initial=0))
        return self._line_at

    def word_at(self, position: int) -> int:
        """Return the index of the word that covers a position of `line`."""
        return bisect_right(self.line_at, position) - 1

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty half-open range of `line` to words `[first, last)`."""
        return self.word_at(start), self.word_at(end - 1) + 1

    # -- classes and clauses -----------------------------------------------------------

    def where(self, classes: int) -> list[int]:
        """Return the indices of all words that carry any of `classes`."""
        if not self.seen & classes:
            return []
        if self._places is None:
            self._places = _by_marks(self.marks)
        hits = [places for marks, places in self._places.items() if marks & classes]
        if len(hits) == 1:
            return list(hits[0])
        return sorted(chain.from_iterable(hits))

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the words `[first, last)` of the sentence around word `index`.

        The closing mark is the last word of its sentence. A run of more than
        `LONGEST_SENTENCE` words without a mark is cut there, so that whatever looks at a
        whole sentence does bounded work.
        """
        if self._sentences is None:
            self._sentences = _stretches(self.where(SENTENCE_END), len(self.words))
        return self._sentences[index]

    def segment(self, index: int) -> tuple[int, int]:
        """Return the words `[first, last)` between the breaks around word `index`.

        A break is any mark, conjunction or emoji at which a clause may end; the segment
        includes the break that closes it.
        """
        if self._segments is None:
            self._segments = _stretches(self.where(BREAK), len(self.words))
        return self._segments[index]

    def _join_spaced_letters(self) -> None:
        """Join letters and digits that stand apart: "c a l l", "3 1 0"."""
        lower = self.folded.lower
        starts, ends = self.starts, self.ends
        whole = _Pieces(self.words, self.marks, starts, ends)
        pieces = _Pieces([], [], [], [])
        done = 0
        for start, end in _spaced_groups(lower):
            group = lower[start:end].replace(" ", "")
            if not (group.isalpha() or group.isdigit()):
                continue
            first = bisect_right(starts, start) - 1
            last = bisect_right(starts, end - 1)
            pieces.add(whole, done, first)
            parts = self.vocabulary.split(group) if group.isalpha() else (group,)
            self._add_parts(pieces, parts, first, last)
            done = last
        if done:
            pieces.add(whole, done, len(self.words))
            self.words, self.marks, self._starts, self._ends = pieces

    def _add_parts(self, pieces: _Pieces, parts: tuple[str, ...], first: int, last: int) -> None:
        """Add the words that spaced letters make, each over the letters it is made of."""
        starts, ends = self.starts, self.ends
        at = first
        for part in parts:
            stop = at + len(part) if len(parts) > 1 else last
            read = self.vocabulary.analyse(part)
            pieces.words.append(part)
            pieces.marks.append(read.marks[0])
            pieces.starts.append(starts[at])
            pieces.ends.append(ends[min(stop, last) - 1])
            self.seen |= read.seen
            at = min(stop, last - 1)


class _Pieces(NamedTuple):
    """The parallel lists of a reading while they are made anew."""

    words: list[str]
    marks: list[int]
    starts: list[int]
    ends: list[int]

    def add(self, other: _Pieces, first: int, last: int) -> None:
        """Take over words `[first, last)` of another as they are."""
        self.words.extend(other.words[first:last])
        self.marks.extend(other.marks[first:last])
        self.starts.extend(other.starts[first:last])
        self.ends.extend(other.ends[first:last])


def _spaced_groups(lower: str) -> Iterator[tuple[int, int]]:
    """Yield where letters stand apart; a double space parts two words: "v o i c e  n o t e"."""
    for match in _SPACED.finditer(lower):
        start = match.start()
        for word in match.group().split("  "):
            if len(word) > _ONE_LETTER:
                yield start, start + len(word)
            start += len(word) + 2


def _may_be_spaced(chunks: list[str]) -> bool:
    """True when three chunks of one character stand together, single or double spaced."""
    lengths = list(map(len, chunks))
    if lengths.count(1) < 3:
        return False
    single = [at for at, length in enumerate(lengths) if length == 1]
    return any(c - a <= 4 for a, c in zip(single, single[2:], strict=False))


def _by_marks(marks: list[int]) -> dict[int, list[int]]:
    """Group the places of words by their marks: far fewer groups than words."""
    places: dict[int, list[int]] = {}
    for index, mark in enumerate(marks):
        if mark:
            if mark in places:
                places[mark].append(index)
            else:
                places[mark] = [index]
    return places


def _stretches(ends: list[int], count: int) -> list[tuple[int, int]]:
    """Return for every word the stretch `[first, last)` that it lies in.

    A stretch ends behind a word of `ends`, and after `LONGEST_SENTENCE` words at the
    latest.
    """
    stretches: list[tuple[int, int]] = []
    begin = 0
    for end in (*ends, count - 1):
        while begin <= end:
            last = min(end + 1, begin + LONGEST_SENTENCE)
            stretches += [(begin, last)] * (last - begin)
            begin = last
    return stretches
