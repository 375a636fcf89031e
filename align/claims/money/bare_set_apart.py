"""Judge a bare number that no verb of costing leads to: "at yours 260", "yes to the 210", "everything else the same, 157"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.heard import sums_heard
from align.claims.money.bare_places import is_led_by_place
from align.claims.money.price_talk import talks_of_price
from align.reading.cues import AGREEMENT

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber


def is_set_apart(number: BareNumber) -> bool:
    """True for a sum that a place, a yes, a page or the same as ever stands before."""
    lead, before, at = number.lead, number.before_lead, number.lead_at
    if lead == "to" and at and number.marks[at - 1] & AGREEMENT:
        return number.is_sum and not number.is_quarter and _is_named_by_client(number)
    if lead == "down" and before in _PUTTING:
        return number.is_payable and talks_of_price(number)
    if not number.is_sum_alone:
        return False
    if lead == "for":
        return _is_behind_length(number, at)
    if lead in _SHOWING and number.before == "the":
        return number.names_length
    if lead == "," and before == "same":
        return number.is_asked_for
    return is_led_by_place(number)


def _is_behind_length(number: BareNumber, at: int) -> bool:
    """True for "I'd do your 60 on Saturday around noon for 155", not for "book two hours for 140 guests"."""
    priced = number.known.session_minutes
    near = [d for d in number.durations(max(number.sentence[0], at - _REACH), at) if d.low in priced]
    if not near:
        return False
    between = near[-1].last
    return not number.numbers(between, at) and "and" not in number.words[between:at]


def _is_named_by_client(number: BareNumber) -> bool:
    inbound = number.u.inbound
    return inbound is not None and number.value in sums_heard(inbound)


_REACH: Final = 10
_PUTTING: Final = frozenset("put pay leave lay".split())
_SHOWING: Final = frozenset("show shows see say says".split())
"""What the pages of a booking do with a price."""
