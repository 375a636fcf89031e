"""A reading: the body folded, split into words with classes, ready for claims.

A reading is made once per text and shared by everything that looks at it. Words are kept
as parallel lists, since one object per word would cost more than all the rest; `line` is
the same words joined by single spaces, for patterns that speak of several words.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import reduce
from itertools import accumulate, compress
from operator import itemgetter, or_
from typing import TYPE_CHECKING, Final

from align.reading.at_signs import say_at
from align.reading.chunks import chunks_of
from align.reading.confused import put_right
from align.reading.cues import EMOJI, FIGURES, NUMBER, SENTENCE_END, TOPICS
from align.reading.dashes import end_by_pictures
from align.reading.emphasis import without_emphasis
from align.reading.folding import Folded, fold
from align.reading.line_breaks import join_lines
from align.reading.ordinal_dots import unend_ordinals
from align.reading.spaced_letters import Pieces, joined, may_be_apart
from align.reading.wrappings import without_wrappings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from align.reading.analysis import Entry
    from align.reading.vocabulary import Vocabulary

LONGEST_SENTENCE: Final = 100
"""Words; the longest sentence of the clean messages under fixtures/ has some 70."""
_WORDS_OF: Final = itemgetter(0)


class Reading:
    """One text as a reader sees it.

    `words[i]` is the word that a reader sees, lower-case; `marks[i]` its classes
    (align.reading.cues); `seen` the classes of all words together. Word ranges are
    half-open, `[first, last)`. `line` joins the words by single spaces; `line_at[i]` is
    where word `i` begins in it, and its last entry where the line would go on.
    """

    __slots__ = (
        "_counts",
        "_cues",
        "_ends",
        "_families",
        "_found",
        "_lengths",
        "_offsets",
        "_sentences",
        "_starts",
        "_where",
        "body",
        "folded",
        "line",
        "line_at",
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
        folded = join_lines(without_wrappings(without_emphasis(fold(body)), vocabulary), vocabulary)
        self.folded: Folded = folded if keep_case else folded.without_case()
        chunks, lengths = chunks_of(self.folded.lower, vocabulary)
        found = [*map(vocabulary.analyse, chunks)]
        words: list[str] = []
        marks: list[int] = []
        seen = 0
        for its_words, its_marks, its_seen, _ in found:
            words += its_words
            marks += its_marks
            seen |= its_seen
        if seen & EMOJI and end_by_pictures(words, marks):
            seen |= SENTENCE_END
        if put_right(vocabulary, words, marks):
            seen = reduce(or_, marks)
        self.words = words
        self.marks = marks
        self.seen = seen
        self._found = found
        self._lengths = lengths
        self._counts: list[int] | None = None
        self._offsets: list[int] | None = None
        self._starts: list[int] | None = None
        self._ends: list[int] | None = None
        self._cues: list[tuple[int, int]] | None = None
        self._families: dict[int, list[tuple[int, int]]] = {}
        self._where: dict[int, list[int]] = {}
        self._sentences: list[tuple[int, int]] | None = None
        if may_be_apart(self.folded.lower, lengths, numbers=bool(seen & NUMBER)):
            self._join_spaced_letters()
        self._settle_words()
        self.line = " ".join(self.words)
        at = 0
        self.line_at = line_at = [0]
        for word in self.words:
            at += len(word) + 1
            line_at.append(at)

    def _join_spaced_letters(self) -> None:
        """Read "c a l l", "3 1 0" as the words that their letters and digits make."""
        whole = Pieces(self.words, self.marks, self.starts, self.ends)
        found = joined(self.folded.lower, whole, self.vocabulary)
        if found is not None:
            (self.words, self.marks, self._starts, self._ends), seen = found
            self.seen |= seen

    def _settle_words(self) -> None:
        """Read the words that only their neighbours tell: "@ 5", "on the 3. we meet"."""
        if "@" in self.folded.lower and "@" in self.words:
            at, marks, seen, _ = self.vocabulary.analyse("at")
            if say_at(self.words, self.marks, self.touches, (at[0], marks[0])):
                self.seen |= seen
        if self.seen & NUMBER:
            unend_ordinals(self.folded.lower, self.words, self.marks)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    # -- positions ---------------------------------------------------------------------

    def _chunk_offsets(self) -> list[int]:
        """Where each chunk begins in the folded text, the spaces between chunks left out."""
        if self._offsets is None:
            self._offsets = list(accumulate(self._lengths, initial=0))
        return self._offsets

    def _chunks(self) -> Iterator[tuple[int, Entry]]:
        """Yield where each chunk begins in the folded text, and the chunk."""
        for spaces, (at, found) in enumerate(zip(self._chunk_offsets(), self._found, strict=False)):
            yield at + spaces, found

    @property
    def starts(self) -> list[int]:
        """Where each word begins in the folded text; `start` is cheaper for a few words."""
        if self._starts is None:
            self._starts = [at + s for at, found in self._chunks() for s in found[3].starts]
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where each word ends in the folded text; `end` is cheaper for a few words."""
        if self._ends is None:
            self._ends = [at + e for at, found in self._chunks() for e in found[3].ends]
        return self._ends

    def start(self, index: int) -> int:
        """Return where word `index` begins in the folded text."""
        if self._starts is not None:
            return self._starts[index]
        at, found, within = self._chunk_of(index)
        return at + found[3].starts[within]

    def end(self, index: int) -> int:
        """Return where word `index` ends in the folded text."""
        if self._ends is not None:
            return self._ends[index]
        at, found, within = self._chunk_of(index)
        return at + found[3].ends[within]

    def _chunk_of(self, index: int) -> tuple[int, Entry, int]:
        """Return where the chunk of a word begins, the chunk, and which of its words it is.

        Most drafts ask for the places of a few words only, for a claim or two that is reported.
        """
        counts = self._word_counts()
        chunk = bisect_right(counts, index)
        within = index - counts[chunk - 1] if chunk else index
        return self._chunk_offsets()[chunk] + chunk, self._found[chunk], within

    def _word_counts(self) -> list[int]:
        """Count the words up to the end of each chunk."""
        if self._counts is None:
            self._counts = list(accumulate(map(len, map(_WORDS_OF, self._found))))
        return self._counts

    def words_begun(self, position: int) -> int:
        """Return how many words begin at or before a position of the folded text."""
        if self._starts is not None:
            return bisect_right(self._starts, position)
        offsets, counts = self._chunk_offsets(), self._word_counts()
        chunk = bisect_right(range(len(counts)), position, key=lambda at: offsets[at] + at) - 1
        before = counts[chunk - 1] if chunk else 0
        return before + bisect_right(self._found[chunk][3].starts, position - offsets[chunk] - chunk)

    def touches(self, index: int) -> bool:
        """True when nothing stands between word `index` and the word before it."""
        return self.end(index - 1) == self.start(index)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Map words `[first, last)` to half-open code points of the original body."""
        return self.folded.span(self.start(first), self.end(last - 1))

    def text(self, first: int, last: int) -> str:
        """Return the original characters of words `[first, last)`."""
        start, end = self.span(first, last)
        return self.body[start:end]

    def cased(self, index: int) -> str:
        """Return word `index` of the folded text with its capitals."""
        return self.folded.cased[self.start(index) : self.end(index)]

    # -- the line ----------------------------------------------------------------------

    def word_at(self, position: int) -> int:
        """Return the index of the word that covers a position of `line`."""
        return bisect_right(self.line_at, position) - 1

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """Map a non-empty half-open range of `line` to words `[first, last)`."""
        return self.word_at(start), self.word_at(end - 1) + 1

    # -- classes and clauses -----------------------------------------------------------

    def where(self, classes: int) -> Sequence[int]:
        """Return the indices of all words that carry any of `classes`, in order."""
        if not self.seen & classes:
            return ()
        found = self._where.get(classes)
        if found is None:
            if not classes & ~FIGURES:
                cues = self._family(FIGURES)
            else:
                cues = self._classed() if classes & ~TOPICS else self._family(TOPICS)
            found = self._where[classes] = [index for index, marks in cues if marks & classes]
        return found

    def _classed(self) -> list[tuple[int, int]]:
        """Return the words that carry any class, about half of all, with their classes."""
        if self._cues is None:
            self._cues = list(compress(enumerate(self.marks), self.marks))
        return self._cues

    def _family(self, classes: int) -> list[tuple[int, int]]:
        """Return the few words of a family of classes, which half a dozen rooms ask for."""
        cues = self._families.get(classes)
        if cues is None:
            cues = self._families[classes] = [cue for cue in self._classed() if cue[1] & classes]
        return cues

    def sentence(self, index: int) -> tuple[int, int]:
        """Return the words `[first, last)` of the sentence around word `index`.

        The closing mark is the last word of its sentence. A run of more than
        `LONGEST_SENTENCE` words without a mark is cut there, so that whatever looks at a
        whole sentence does bounded work.
        """
        if self._sentences is None:
            self._sentences = _stretches(self.where(SENTENCE_END), len(self.words))
        return self._sentences[index]


def _stretches(ends: Sequence[int], count: int) -> list[tuple[int, int]]:
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
