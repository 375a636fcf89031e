"""What a draft takes back itself: in the next sentence, at the end of the same one, or on second thought."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.discredited import GRANTED
from align.claims.report_scope import MOST, Span, left_of, sentence_behind, stop_of
from align.claims.report_words import WHO_TOLD_YOU
from align.claims.withdrawals import (
    INSTEAD,
    KEPT_TO,
    MEANT_AFTER_ALL,
    SECOND_THOUGHT,
    SHOULD_SAY,
    WITHDRAWN,
    WITHDRAWN_AT_ONCE,
    WRITTEN,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.claims.claim import Claim
    from align.claims.utterance import Utterance
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
        if SHOULD_SAY.match(behind) and _is_miswritten(f"{reading.line[at[begin] : stop]} . {behind}"):
            yield Span(at[begin], stop, back=True)
            continue
        at_once = WITHDRAWN_AT_ONCE.search(reading.line, at[begin], stop_of(reading, at[begin]))
        if at_once is not None and not _is_meant(behind):
            yield Span(at[begin], at_once.start(), back=True)


def _is_miswritten(said: str) -> bool:
    """True for "I wrote £86, that was my thumb", which the next sentence puts right, unless it is kept to."""
    return WRITTEN.search(said, 0, said.rindex(" . ")) is not None and KEPT_TO.search(said) is None


def _is_meant_after_all(reading: Reading, stop: int) -> bool:
    """True where the sentence behind the withdrawal of one that ends at `stop` says that it was meant."""
    begin = reading.line_at[min(reading.word_at(stop + 1) + 1, len(reading.words) - 1)]
    return _is_meant(sentence_behind(reading, stop_of(reading, begin)))


def _is_meant(behind: str) -> bool:
    return MEANT_AFTER_ALL.match(behind) is not None or GRANTED.search(f". {behind}") is not None


def put_right(u: Utterance, kinds: Iterable[str]) -> Iterator[Span]:
    """Yield the claims that a second thought of the same sentence puts right, as another of their kind follows."""
    reading = u.reading
    line, at = reading.line, reading.line_at
    for thought, _ in zip(SECOND_THOUGHT.finditer(line), range(MOST), strict=False):
        left = left_of(reading, thought.start())
        clause = left.rsplit(" , ", 1)[-1]
        if not clause:
            continue
        first, middle = reading.words_of(thought.start() - len(clause), thought.start())
        stop = max(stop_of(reading, thought.start()), thought.end())
        _, last = reading.words_of(thought.start(), stop)
        turned = _TURNED.match(line, thought.end(), stop) is not None
        for kind in kinds:
            claims: list[Claim] = getattr(u, kind)
            second = [c for c in claims if middle <= c.first < last and c.stance is Stance.ASSERTED]
            instead = kind in INSTEAD and INSTEAD[kind].match(line, thought.end(), stop) is not None
            for claim in claims:
                replaced = turned or instead or any(_replaces(claim, other) for other in second)
                if replaced and first <= claim.first < middle:
                    yield Span(at[claim.first], at[claim.last] - 1, back=True)


def _replaces(claim: Claim, other: Claim) -> bool:
    """True for another of the same sort: an hour's price, not what the bus costs."""
    return getattr(claim, "of", None) == getattr(other, "of", None)


_TURNED: Final = re.compile(
    r"[ ,…:—-]*(?:that's (?:wrong|not right|the old)|(?:sorry |actually )?(?:i|we) (?:don't|do not|can't|cannot|won't|no longer))\b"
)
"""Behind a second thought: what stands before it does not hold at all."""
