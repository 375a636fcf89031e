"""What a draft takes back itself: in the next sentence, at the end of the same one, or on second thought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.claims.discredited import GRANTED
from align.claims.report_scope import MOST, Span, left_of, sentence_behind, stop_of
from align.claims.report_words import WHO_TOLD_YOU
from align.claims.withdrawals import MEANT_AFTER_ALL, SECOND_THOUGHT, WITHDRAWN, WITHDRAWN_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.reading import Reading


def taken_back(reading: Reading) -> Iterator[Span]:
    """Yield the sentences that the next one takes back, or asks in wonder who said so."""
    words, at = reading.words, reading.line_at
    index = 0
    while index < len(words):
        begin, end = reading.sentence(index)
        index = end
        stop = at[end - 1] - 1
        behind = sentence_behind(reading, stop)
        opens = WHO_TOLD_YOU if words[end - 1] == "?" else WITHDRAWN
        if opens.match(behind) and not GRANTED.search(f". {behind}"):
            if opens is WHO_TOLD_YOU or not _is_meant_after_all(reading, stop):
                yield Span(at[begin], stop, back=opens is WITHDRAWN)
            continue
        at_once = WITHDRAWN_AT_ONCE.search(reading.line, at[begin], stop_of(reading, at[begin]))
        if at_once is not None and not _is_meant(behind):
            yield Span(at[begin], at_once.start(), back=True)


def _is_meant_after_all(reading: Reading, stop: int) -> bool:
    """True where the sentence behind the withdrawal of one that ends at `stop` says that it was meant."""
    begin = reading.line_at[min(reading.word_at(stop + 1) + 1, len(reading.words) - 1)]
    return _is_meant(sentence_behind(reading, stop_of(reading, begin)))


def _is_meant(behind: str) -> bool:
    return MEANT_AFTER_ALL.match(behind) is not None or GRANTED.search(f". {behind}") is not None


def put_right(reading: Reading) -> Iterator[Span]:
    """Yield the clauses that a second thought of the same sentence puts right."""
    line = reading.line
    for thought, _ in zip(SECOND_THOUGHT.finditer(line), range(MOST), strict=False):
        left = left_of(reading, thought.start())
        clause = left.rsplit(" , ", 1)[-1]
        yield Span(thought.start() - len(clause), thought.start(), back=True)
