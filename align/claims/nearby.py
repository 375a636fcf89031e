"""Claims near a word: by binary search, so that a text of many claims stays linear."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from align.claims.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Sequence

_Some = TypeVar("_Some", bound=Claim)
_FIRST: Final = attrgetter("first")


def claims_between(claims: Sequence[_Some], begin: int, end: int) -> Sequence[_Some]:
    """Return the claims, sorted by their first word, that begin on words `[begin, end)`."""
    if not claims or claims[-1].first < begin:
        return ()
    if len(claims) == 1:
        return claims[:] if claims[0].first < end else ()
    return claims[bisect_left(claims, begin, key=_FIRST) : bisect_left(claims, end, key=_FIRST)]
