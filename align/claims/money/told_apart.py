"""Tell the sums that a draft only tells of: heard, earned in another life, asked by others, given to us, fined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.claims.money.gifts_and_fines import is_given_or_fined
from align.claims.money.hearsay import is_hearsay
from align.claims.money.past_earnings import is_told_of_a_life
from align.claims.money.sent_elsewhere import is_of_sent_elsewhere

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


def is_told_apart(u: Utterance, first: int, last: int) -> bool:
    """True for an amount on the words `[first, last)` that nobody asks for our work."""
    return (
        is_hearsay(u, first, last)
        or is_told_of_a_life(u, first, last)
        or is_of_sent_elsewhere(u, first, last)
        or is_given_or_fined(u, first, last)
    )
