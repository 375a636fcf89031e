"""Join letters and digits that stand apart: "c a l l", "3 1 0", "$9 5"."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.reading.vocabulary import Vocabulary

_SPACED: Final = re.compile(r"(?<!\S)(?:[^\W_] {1,4}){2,}[^\W_](?![^\s.,!?;:])")
_SPACED_NUMBER: Final = re.compile(
    r"(?<!\S)\d(?: \d){0,3}(?:(?: ,(?: \d){3})+(?: \.(?: \d){2})?| [.:](?: \d){2})(?![^\s.,!?;:])"
)
"""A number whose digits stand apart, with its mark for thousands or for minutes: "2 1 , 0 0 0"."""
_SPACED_AMOUNT: Final = re.compile(
    r"(?:(?<=[$€£₹¥₦])|(?<=[$€£₹¥₦] )|(?<=\br)|(?<=\br )|(?<=\brs )"
    r"|(?<=\b(?:chf|usd|eur|gbp|zar|inr|aud|nzd|cad) ))"
    r"(?:\d(?: \d){2,6}|\d \d(?! (?:hours?|hrs?|mins?|minutes|people|times|days|weeks|of|x)\b"
    r"| \d))(?![^\s.,!?;:)])"
    r"|(?<!\S)(?<!\d )\d(?: \d){1,3}(?= (?:an|per|for (?:the|an|one)) h(?:ou)?r\b)"
    r"|(?<!\S)\d(?: \d){1,6}(?= ?[$€£₹¥](?!\d)| (?:euros?|eur|dollars|usd|bucks|quid|pounds|gbp|rand"
    r"|rupees)\b)"
)
"""An amount whose digits stand apart beside its currency: "$9 5", "R1 0 0 0", "1 2 0 €"."""
_DIGITS_APART: Final = re.compile(r" (?<=\d )\d(?![\d:.,/]*\d)")
"""It opens with a plain character, which is found far sooner than a digit is."""
_JOINED_NUMBER: Final = re.compile(r"[\d.,:]+\Z")
_GAP: Final = re.compile(r" +")
_ONE_LETTER: Final = 1
_NEAR: Final = 5
"""Chunks in which three letters stand together, the empty ones between double spaces included."""


class Pieces(NamedTuple):
    """The words of a text with their classes, and where each begins and ends in the folded text: parallel lists."""

    words: list[str]
    marks: list[int]
    starts: list[int]
    ends: list[int]

    def add(self, other: Pieces, first: int, last: int) -> None:
        """Take over words `[first, last)` of another as they are."""
        self.words.extend(other.words[first:last])
        self.marks.extend(other.marks[first:last])
        self.starts.extend(other.starts[first:last])
        self.ends.extend(other.ends[first:last])


def may_be_apart(lower: str, lengths: list[int], *, numbers: bool) -> bool:
    """Tell, cheaply, whether letters or digits of a folded text may stand apart.

    `lengths` are those of its chunks in code points; `numbers` says that some of them are numbers.
    """
    if lengths.count(1) > 2 and _are_near(lengths):
        return True
    return numbers and _DIGITS_APART.search(lower) is not None


def _are_near(lengths: list[int]) -> bool:
    """True when three chunks of one character stand together, single or double spaced."""
    before_last = last = -_NEAR
    for at, length in enumerate(lengths):
        if length == 1:
            if at - before_last < _NEAR:
                return True
            before_last, last = last, at
    return False


def joined(lower: str, whole: Pieces, vocabulary: Vocabulary) -> tuple[Pieces, int] | None:
    """Return the words of a folded text with those that stood apart joined, and the classes of these; None where none did."""
    pieces = Pieces([], [], [], [])
    done = seen = 0
    for start, end in _spaced_groups(lower):
        group = lower[start:end].replace(" ", "")
        if not (group.isalpha() or (group[0].isdigit() and _JOINED_NUMBER.match(group))):
            continue
        first = bisect_right(whole.starts, start) - 1
        last = bisect_right(whole.starts, end - 1)
        pieces.add(whole, done, first)
        parts = vocabulary.split(group) if group.isalpha() else (group,)
        seen |= _add_parts(pieces, whole, parts, (first, last), vocabulary)
        done = last
    if not done:
        return None
    pieces.add(whole, done, len(whole.words))
    return pieces, seen


def _add_parts(
    pieces: Pieces, whole: Pieces, parts: tuple[str, ...], span: tuple[int, int], vocabulary: Vocabulary
) -> int:
    """Add the words that the letters of words `span` make, each over the letters it is made of; return their classes."""
    at, last = span
    classes = 0
    for part in parts:
        stop = at + len(part) if len(parts) > 1 else last
        _, marks, seen, _ = vocabulary.analyse(part)
        pieces.words.append(part)
        pieces.marks.append(marks[0])
        pieces.starts.append(whole.starts[at])
        pieces.ends.append(whole.ends[min(stop, last) - 1])
        classes |= seen
        at = min(stop, last - 1)
    return classes


def _spaced_groups(lower: str) -> Iterator[tuple[int, int]]:
    """Yield where letters stand apart; a wider gap parts two words: "v o i c e   n o t e"."""
    numbers = [match.span() for match in _SPACED_NUMBER.finditer(lower)]
    amounts = [match.span() for match in _clear_of(numbers, _SPACED_AMOUNT.finditer(lower))]
    numbers = sorted(numbers + amounts)
    yield from sorted((*numbers, *_letter_groups(_clear_of(numbers, _SPACED.finditer(lower)))))


def _clear_of(spans: list[tuple[int, int]], matches: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield the matches that no span overlaps; spans lie in order and apart, so one look finds the next."""
    for match in matches:
        at = bisect_right(spans, match.start(), key=itemgetter(1))
        if at == len(spans) or match.end() <= spans[at][0]:
            yield match


def _letter_groups(matches: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    for match in matches:
        begin = match.start()
        gaps = list(_GAP.finditer(match.group()))
        narrow = min(len(gap.group()) for gap in gaps)
        wide = [(begin + g.start(), begin + g.end()) for g in gaps if len(g.group()) > narrow]
        for stop, onwards in (*wide, (match.end(), match.end())):
            if stop - begin > _ONE_LETTER:
                yield begin, stop
            begin = onwards
