"""The words of a price that a violation points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.claims.claim import MoneyForm

if TYPE_CHECKING:
    from align.claims.claim import Money
    from align.claims.draft import Draft


def price_words(draft: Draft, claim: Money) -> tuple[int, int]:
    """Return the words that a person would point at: the amount, with its unit.

    A bare number alone says little, so the duration right behind it belongs to it: "180
    for the hour". An amount with a currency mark stands for itself.
    """
    first, last = claim.first, claim.last
    if claim.accepted or claim.form not in (MoneyForm.EXACT, MoneyForm.RANGE, MoneyForm.FROM):
        return first, last
    duration = claim.duration
    words = draft.reading.words
    if duration is not None and last <= duration[0] <= last + 3:
        between = words[last : duration[0]]
        if claim.per or (
            claim.symbol is None and all(w in ("for", "the", "an", "a", "first") for w in between)
        ):
            return first, max(last, duration[1])
    if claim.symbol is None and last < len(words) and words[last] == "flat":
        return first, last + 1
    return first, last
