"""A price that the rate card does not give.

## What it flags

An amount stated or agreed as the professional's price, deposit or travel fee that the
facts do not give for the stated (or implied) duration and mode; a discount, a haggle, a
free thing, a range or a "from" price that the rate card does not give; the right number
in the wrong currency.

## Why it matters

A quoted price is a promise. A client who was told 150 will not pay 180.

## What it leaves alone

An amount that equals the card for that duration and mode; an amount without a duration
that equals some rate or the deposit; what the card implies: pro rata sums of a card with
one entry, rate less deposit, a deposit's percentage worked out, the card's own difference
between outcall and incall; tips and other people's prices.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf, Stance
from align.claims.money.currencies import fits
from align.claims.money.price_check import Contradiction, contradiction
from align.claims.money.price_sums import counts_beside, heads_of_share
from align.rules.evidence import violation
from align.rules.price_words import price_words
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.claim import Money
    from align.claims.draft import Draft
    from align.claims.money.price_table import PriceTable
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "price_contradiction"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every asserted price that the card does not give."""
    money = draft.utterance.money
    if not money:
        return
    table = spec.prices
    for claim in money:
        if claim.stance is not Stance.ASSERTED or claim.of is PriceOf.OTHER:
            continue
        found = contradiction(claim, table)
        if found is not None and not _is_multiple(draft, claim, table) and not _is_part(draft, claim, table):
            yield _violation(draft, claim, found)


def _is_multiple(draft: Draft, claim: Money, table: PriceTable) -> bool:
    """True for a price that the draft multiplies or shares out: "eight of them make 720"."""
    if claim.form is not MoneyForm.EXACT or claim.of is not PriceOf.SESSION or claim.low is None:
        return False
    utterance = draft.utterance
    shares = [claim.low * heads for heads in heads_of_share(utterance, claim)]
    parts = [claim.low / count for count in counts_beside(utterance, claim)]
    if not shares and not parts:
        return False
    stated = {m.low for m in utterance.money if m is not claim and _is_right(m, table)}
    return any(
        value in stated or contradiction(replace(claim, low=value, high=value), table) is None
        for value in (*shares, *parts)
    )


def _is_part(draft: Draft, claim: Money, table: PriceTable) -> bool:
    """True for the deposit or the remainder of a right price that the draft states."""
    if claim.of not in (PriceOf.DEPOSIT, PriceOf.REMAINDER) or claim.form is not MoneyForm.EXACT:
        return False
    if claim.low is None or not fits(claim.currency, claim.symbol, table.currency):
        return False
    money = draft.utterance.money
    prices = {m.low for m in money if m.low is not None and _is_right(m, table)}
    parts = {part for price in prices for part in table.parts_of(price)}
    return claim.low in (parts if claim.of is PriceOf.REMAINDER else {table.deposit_of(p) for p in prices})


def _is_right(claim: Money, table: PriceTable) -> bool:
    exact = claim.form is MoneyForm.EXACT and claim.of is PriceOf.SESSION
    return exact and contradiction(claim, table) is None


def _violation(draft: Draft, claim: Money, found: Contradiction) -> Violation:
    return violation(
        draft,
        price_words(draft, claim),
        rule=_ID,
        family="facts",
        claimed=found.claimed,
        expected=found.expected,
        fact=found.fact,
        message=f"Says {found.claimed}; the rate card says {found.expected}.",
        instruction=f"State {found.expected}, or no price at all.",
    )


RULE: Final = Rule(
    id=_ID,
    family="facts",
    summary="states or agrees to a price that the rate card does not give",
    needs=(),
    flags=(
        Example("It's «150 for the hour»."),
        Example("An hour is «$200»."),
        Example("I can come to you, an hour is «180».", inbound="how much for an hour at my place?"),
        Example("«Yes, that works»", inbound="would you do 150 for the hour?"),
        Example("I could «knock 20 off» for you."),
        Example("The deposit is «100»."),
        Example("It's «€180» for the hour."),
    ),
    accepts=(
        Example("It's 180 for the hour, 250 for 90.", why="both are on the card"),
        Example("An hour at yours is 230.", why="the outcall rate"),
        Example("It's not 150, it's 180.", why="a correction"),
        Example("Deposit is 50 and the other 130 is due before we start.", why="the remainder"),
        Example("Parking is about $20.", why="somebody else's price"),
        Example("There's a $50 travel fee if I come to you.", why="the card's own difference"),
    ),
    check=check,
    claims="money",
)
