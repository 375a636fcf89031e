"""Decide whether a bare number is a price: "180 for the hour", "call it 150", "deposit is 75".

The evidence is what the number's neighbours say, looked at word by word. A number of no price's size, one that counts
or measures something, and an hour of the day is none. Then each witness is heard in turn: what follows the number
("flat", "an hour", "holds the time"), the words right beside it ("60k", "half of the 320"), what leads to it ("it's",
"comes to", "deposit of"; the length it is paired with; the question it answers), and last the bargain it stands in.
Without evidence it is no price.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.money.bare_counts import counts, is_figure
from align.claims.money.bare_followers import is_followed_as_price
from align.claims.money.bare_leads import is_led_to_as_price
from align.claims.money.bare_neighbours import is_in_row, is_shared_out, is_shown_by_neighbours
from align.claims.money.bare_number import BareNumber, is_told_as_price
from align.claims.money.bare_offers import is_bare_offer
from align.claims.money.card_scale import is_small
from align.claims.money.client_bids import is_bid

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance


def is_bare_price(u: Utterance, read: Number) -> bool:
    """True when the text makes the bare number `read` a price."""
    number = BareNumber(u, read)
    if number.value <= 0 or is_small(number.known, number.value, _TINY):
        return False
    if counts(number) and not (is_in_row(number) or is_shared_out(number)):
        return False
    if number.is_hour and not is_told_as_price(number):
        return False
    if not number.is_listed and is_figure(number):
        return False
    return (
        is_followed_as_price(number)
        or is_shown_by_neighbours(number)
        or is_led_to_as_price(number)
        or _is_bargained(number)
    )


def _is_bargained(number: BareNumber) -> bool:
    """True for a sum that stands alone in a bargain: the client's bid, or our offer."""
    return is_bid(number) if number.u.speaker is Speaker.CLIENT else is_bare_offer(number)


_TINY: Final = 1 / 12
"""The share of the card's smallest amount below which a bare number is no price, but a count or a rest."""
