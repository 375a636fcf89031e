"""Decide what an amount is the price of: the session, the deposit, travel, or not ours.

The noun that the amount belongs to decides: the one it stands before ("$50 deposit"), the
one it is for ("20 for parking"), or the subject of its clause ("the garage is around
$20"). A noun inside a prepositional phrase is no subject ("an hour at the hotel is 280").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf
from align.claims.money import price_nouns as nouns
from align.claims.money.added_costs import (
    COMING,
    comes_on_top,
    costs_more,
    names_others,
    speaks_of_coming,
)
from align.claims.money.bought_things import bought_elsewhere
from align.claims.money.clients_people import is_let_have
from align.claims.money.governing_words import Governed
from align.claims.money.matched_prices import is_matched
from align.claims.money.others_doing import is_asked_by_trade
from align.claims.money.price_additions import comes_on_top_of_others, is_journey_on_top
from align.claims.money.price_purposes import purpose_after
from align.claims.money.price_sellers import is_of_shop, is_sold_by_others
from align.claims.money.price_ties import is_rough, is_small_sum, is_tied
from align.claims.money.priced_things import is_price_of_thing
from align.claims.money.told_apart import NEVER_OURS, TOLD_APART

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance


def role_of_price(u: Utterance, first: int, last: int, value: Decimal | None = None) -> PriceOf:
    """Return what the amount on the words `[first, last)` is the price of."""
    told = TOLD_APART.holding(u, first, last)
    if told in NEVER_OURS:
        return PriceOf.OTHER
    role = _role(u, first, last, value) if told is None else PriceOf.OTHER
    ours = role is PriceOf.OTHER and not is_small_sum(u, value) and is_matched(u, last)
    return PriceOf.SESSION if ours else role


def _role(u: Utterance, first: int, last: int, value: Decimal | None) -> PriceOf:
    """Return the role of an amount that nothing sets apart, by what is behind it and then by what is before it."""
    role = None if _is_whole(u, first) else purpose_after(u, last)
    if role is None:
        if _is_put_down(u.reading.words, first):
            return PriceOf.DEPOSIT
        if is_let_have(u, first, last):
            return PriceOf.SESSION
        role = _role_by_lead(u, first, last, value)
    elif role is PriceOf.OTHER:
        return PriceOf.TRAVEL if is_journey_on_top(u, first, last) else role
    elif role is PriceOf.SESSION and comes_on_top(u, last):
        others = names_others(u, first) or is_asked_by_trade(u, first, last)
        return PriceOf.OTHER if others else role
    elif role is PriceOf.REMAINDER or (role is PriceOf.SESSION and u.reading.words[last] in _ADDED_OR_FLAT):
        if is_asked_by_trade(u, first, last):
            return PriceOf.OTHER
        subject = Governed(u, first, last, value).role(within_clause=True)
        role = role if subject is PriceOf.SESSION else subject
    if role is not PriceOf.SESSION:
        return role
    return PriceOf.OTHER if _is_of_others(u, first, last, value) else role


def _role_by_lead(u: Utterance, first: int, last: int, value: Decimal | None) -> PriceOf:
    """Return the role of an amount by the words before it."""
    before = u.reading.words[first - 1] if first else ""
    if before == "so" and is_tied(u, last) and not is_small_sum(u, value):
        return (
            PriceOf.SESSION
        )  # "I lose the afternoon to trams, so 108 for the two hours": whatever is paid before
    role = _added_to(u, first, last) or bought_elsewhere(u, first)
    return Governed(u, first, last, value).role() if role is None else role


def _is_of_others(u: Utterance, first: int, last: int, value: Decimal | None) -> bool:
    """True for an amount that reads as a price of ours, and that others ask or a thing costs."""
    if is_sold_by_others(u, first, last) or comes_on_top_of_others(u, first, last):
        return True
    if is_small_sum(u, value) and (is_rough(u, first) or is_of_shop(u, last)):
        return True
    return is_price_of_thing(u, first, last, value)


def _is_put_down(words: list[str], first: int) -> bool:
    """True for the 40 of "you'd put down the 40", before the rest."""
    at = first - 1 - (first > 0 and words[first - 1] in _ARTICLES)
    return at > 0 and words[at] == "down" and words[at - 1] == "put" and words[at - 2] not in nouns.SPEAKER


_ARTICLES: Final = frozenset("a the your just only".split())


def _is_whole(u: Utterance, first: int) -> bool:
    """True for the hundred of "25 of the hundred is the deposit"."""
    words = u.reading.words
    if first < 2 or words[first - 2] != "of" or words[first - 1] not in _OF_THE:
        return False
    return any(m.last == first - 2 for m in u.money[-2:])


_OF_THE: Final = frozenset(("the", "that", "your"))
_ADDED_OR_FLAT: Final = frozenset("flat extra on surcharge dearer".split())


def _added_to(u: Utterance, first: int, last: int) -> PriceOf | None:
    """Read the 45 of "150 plus 45 if I come to you" and "a surcharge of 45 for coming"."""
    words = u.reading.words
    before = words[first - 1] if first else ""
    if before in _WHOLE and words[first - 2] == "off" and first > 1:
        return PriceOf.SESSION  # "the deposit comes off the 180"
    if before in ("of", "by") and first > 1:
        before = words[first - 2]
    if before == "up" and _RISING.intersection(words[max(0, first - 3) : first]):
        dearer = PriceOf.SESSION if costs_more(u, first) else None
        return PriceOf.TRAVEL if speaks_of_coming(u, first) else dearer
    if before not in _PLUS:
        return None
    if not COMING.isdisjoint(words[last : last + 6]):
        return PriceOf.TRAVEL
    if before not in _EXTRA or (before == "another" and not speaks_of_coming(u, first)):
        return None
    return PriceOf.TRAVEL if speaks_of_coming(u, first) else Governed(u, first, last, None).role()


_WHOLE: Final = frozenset(("the", "your"))
_RISING: Final = frozenset("go goes going".split())
_EXTRA: Final = frozenset(("extra", "additional", "surcharge", "another"))
_PLUS: Final = _EXTRA | {"plus", "+"}
