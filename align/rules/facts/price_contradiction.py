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

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Stance
from align.claims.money.price_check import Contradiction, contradiction
from align.claims.money.price_reckoning import Reckoning
from align.claims.money.price_splits import missplit
from align.rules.evidence import violation
from align.rules.price_words import price_words
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.claim import Money
    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "price_contradiction"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every asserted price that the card does not give."""
    money = draft.utterance.money
    if not money:
        return
    table = spec.prices
    reckoning = Reckoning(draft.utterance, table)
    for claim in money:
        if claim.stance is not Stance.ASSERTED or claim.of is PriceOf.OTHER:
            continue
        found = contradiction(claim, table)
        if found is not None and reckoning.gives(claim):
            found = None
        found = found or missplit(draft.utterance, claim, table)
        if found is not None:
            yield _violation(draft, claim, found)


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
