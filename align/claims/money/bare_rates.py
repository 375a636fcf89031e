"""Judge a bare number by what it is charged by: "an hour", "a head", "each", "/ 60 min"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import bare_price_words as words_of

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber


def is_apiece(number: BareNumber) -> bool:
    """True for "45 each if you both come" and "50 down", not for "two each, so four songs"."""
    if (number.following and number.following not in words_of.ENDS) or number.is_scaled:
        return False
    return number.is_listed or number.is_sum


def is_rate(number: BareNumber) -> bool:
    """True for "40 an hour", "180 the hour", "180 / 60 min", "80 a head"."""
    word, unit = number.after, number.following
    big = number.value > words_of.CLOCKLIKE
    if word == "the":
        return (unit in ("lot", "pair") and big) or (unit in ("hour", "hr") and number.is_payable)
    if word == "/" and number.durations(number.last + 1, number.last + 2):
        return number.is_plausible
    if word in ("a", "per"):
        if unit in words_of.HEADS:
            return number.is_plausible and not number.is_scaled
        if unit in SESSION_NOUNS:
            fits = number.is_telling or (number.is_plausible and _is_asked_or_said(number))
            return fits and big and not number.is_scaled
        if unit.isalpha() and _is_charged(number):
            return number.is_plausible and big
    minutes = UNIT_MINUTES.get(unit)
    a_unit = minutes is not None and 30 <= minutes <= 1440 and (word != "a" or minutes == 60)
    return a_unit and number.is_payable


def _is_charged(number: BareNumber) -> bool:
    """True for "I charge 45,000 a term", whatever it is counted by."""
    charged = number.before in ("charge", "ask") and number.first > 1
    return charged and number.words[number.first - 2] in ("i", "we")


def _is_asked_or_said(number: BareNumber) -> bool:
    """True for a sum of a length's size that a price is asked for by, or is charged: "it's 45 a lesson"."""
    return number.is_asked_for or number.before in words_of.BIDS or number.before in words_of.IT_IS
