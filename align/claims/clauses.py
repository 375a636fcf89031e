"""What lies around some words: their clause, and the claims nearby, at bounded cost."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.reading import Reading


class _Claim(Protocol):
    @property
    def first(self) -> int: ...


_Spanned = TypeVar("_Spanned", bound=_Claim)


def clause_around(reading: Reading, first: int, last: int, width: int) -> tuple[int, int]:
    """Return the words `[begin, end)` around `[first, last)` up to the next break.

    A break is a mark, a conjunction or an emoji; it is left out. At most `width` words
    are taken on each side.
    """
    marks = reading.marks
    begin = first
    stop = max(0, first - width)
    while begin > stop and not marks[begin - 1] & BREAK:
        begin -= 1
    end = last
    stop = min(len(marks), last + width)
    while end < stop and not marks[end] & BREAK:
        end += 1
    return begin, end


_FEW: Final = 8


def starting_in(claims: list[_Spanned], begin: int, end: int) -> list[_Spanned]:
    """Return the claims, which are sorted, that begin on the words `[begin, end)`.

    The cost does not grow with the number of claims of the text.
    """
    if not claims or claims[-1].first < begin or claims[0].first >= end:
        return []
    if claims[0].first >= begin and claims[-1].first < end:
        return claims[:]
    if len(claims) <= _FEW:
        return [c for c in claims if begin <= c.first < end]
    low = bisect_left(claims, begin, key=_first)
    high = bisect_left(claims, end, lo=low, key=_first)
    return claims[low:high]


def _first(claim: _Claim) -> int:
    return claim.first
