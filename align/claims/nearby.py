"""Find the claims of a stretch of words without going through all of them."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.claims.claim import Claim

_Some = TypeVar("_Some", bound="Claim")


def within(claims: Sequence[_Some], begin: int, end: int) -> Sequence[_Some]:
    """Return the claims that begin at words `[begin, end)`; `claims` are in text order."""
    low = bisect_left(claims, begin, key=_first)
    return claims[low : bisect_left(claims, end, lo=low, key=_first)]


def _first(claim: Claim) -> int:
    return claim.first
