"""Where a judge's quote stands in the body: exactly, or nearly."""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz import fuzz

from align.reading.cues import NEGATION
from align.reading.lexicon.grammar import WORDS

LEAST_LIKENESS: Final = 85.0
"""Of 100: how much of a quote must be in the body, in order, for it to count as one."""

SHORTEST_NEAR: Final = 8
"""Code points from which a quote may be found nearly; a shorter one is found exactly or not at all."""

MAX_QUOTE: Final = 1000
LONGEST_REST: Final = 20
"""Code points of a word that was cut, at either end; more is no word, but writing without spaces."""

_NEGATIONS: Final = frozenset(WORDS[NEGATION].split())
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NUMBER: Final = re.compile(r"\d+")


def find_quote(quote: str, body: str) -> tuple[int, int] | None:
    """Return the span `[start, end)` of the body that a quote means, or None when it is not there.

    Looked for as it stands, then without regard to case and the spaces around it, then by the best alignment
    (rapidfuzz), which a quote that the model changed by a letter or two survives. Whole words are aligned, and the
    quote's numbers and negations must be those of the body: "an hour is 150" is no quote of "an hour is 180".
    """
    wanted = quote.strip()[:MAX_QUOTE]
    if not wanted:
        return None
    at = body.find(wanted)
    if at < 0:
        # Where case changes the length of a text, the offsets would not be those of the body.
        lowered = body.lower()
        at = lowered.find(wanted.lower()) if len(lowered) == len(body) else -1
    return _nearly(wanted, body) if at < 0 else (at, at + len(wanted))


def _nearly(wanted: str, body: str) -> tuple[int, int] | None:
    if len(wanted) < SHORTEST_NEAR or len(wanted) > 2 * len(body):
        return None
    near = fuzz.partial_ratio_alignment(wanted, body, score_cutoff=LEAST_LIKENESS)
    if near is None or near.dest_end <= near.dest_start:
        return None
    # Of a quote that is longer than the body only a part was looked for.
    if fuzz.ratio(wanted, body[near.dest_start : near.dest_end]) < LEAST_LIKENESS:
        return None
    start, end = _whole_words(body, near.dest_start, near.dest_end)
    return (start, end) if _values(wanted) == _values(body[start:end]) else None


def _whole_words(body: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the spaces at its ends, and with the whole of the words and numbers that it cut."""
    while start < end and body[start].isspace():
        start += 1
    while start < end and body[end - 1].isspace():
        end -= 1
    first, last = max(0, start - LONGEST_REST), min(len(body), end + LONGEST_REST)
    while start > first and _is_inside(body, start):
        start -= 1
    while end < last and _is_inside(body, end):
        end += 1
    return start, end


def _is_inside(body: str, at: int) -> bool:
    return all(letter.isalnum() or letter in "'’" for letter in body[at - 1 : at + 1])


def _values(text: str) -> tuple[list[str], int]:
    """Return the numbers of a text in order, and how many negations it has, however they are written."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    return _NUMBER.findall(text), sum(word in _NEGATIONS for word in words)
