"""Where letters and digits of a folded text stand apart: "c a l l", "$9 5", "2 1 , 0 0 0"."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ONE_LETTER: Final = 1
_SPACED: Final = re.compile(r"(?<!\S)(?:[^\W_] {1,4}){2,}[^\W_](?![^\s.,!?;:])")
_SPACED_NUMBER: Final = re.compile(
    r"(?<!\S)\d(?: \d){0,3}(?:(?: ,(?: \d){3})+(?: \.(?: \d){2})?| [.:](?: \d){2})(?![^\s.,!?;:])"
)
"""A number whose digits stand apart, with its mark for thousands or for minutes: "2 1 , 0 0 0"."""
_SPACED_AMOUNT: Final = re.compile(
    r"(?:(?<=[$€£₹¥₦])|(?<=[$€£₹¥₦] )|(?<=\br)|(?<=\br )|(?<=\brs )|(?<=\b(?:chf|usd|eur|gbp|zar|inr|aud|nzd|cad) ))"
    r"(?:\d(?: \d){2,6}|\d \d(?! (?:hours?|hrs?|mins?|minutes|people|times|days|weeks|of|x)\b| \d))(?![^\s.,!?;:)])"
    r"|(?<!\S)\d(?: \d){1,6}(?= ?[$€£₹¥](?!\d)| (?:euros?|eur|dollars|usd|bucks|quid|pounds|gbp|rand|rupees)\b"
    r"| (?:an|per|for (?:an|the|one)) hour\b)"
)
"""An amount whose digits stand apart beside its currency or its hour: "$9 5", "R1 0 0 0", "1 2 0 €", "8 5 an hour"."""
_GAP: Final = re.compile(r" +")


def spaced_groups(lower: str) -> Iterator[tuple[int, int]]:
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
