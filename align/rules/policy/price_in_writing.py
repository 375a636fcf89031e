"""A price in writing where the policy forbids it.

## What it flags

With `price_in_writing: never`, any statement of the professional's price, right or wrong:
rates, deposits, travel fees, discounts and accepted haggles. A wrong one is a
`price_contradiction` as well.

## Why it matters

Some professionals share their rates only through a form or in person.

## What it leaves alone

"I'll share rates through the booking form", a restatement of the client's number that the
draft rejects, and other people's prices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Stance
from align.claims.money.price_check import amount_text
from align.rules.evidence import violation
from align.rules.price_words import price_words
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "price_in_writing"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every price of the professional's, if the policy forbids it."""
    policy = spec.document.policy
    if policy is None or str(policy.price_in_writing) != "never":
        return
    for claim in draft.utterance.money:
        if claim.stance is not Stance.ASSERTED or claim.of is PriceOf.OTHER:
            continue
        yield violation(
            draft,
            price_words(draft, claim),
            rule=_ID,
            family="policy",
            claimed=amount_text(claim) or "a price",
            expected="no price in writing",
            fact="policy.price_in_writing",
            message="States a price; the policy says never in writing.",
            instruction="Leave every amount out.",
        )


RULE: Final = Rule(
    id=_ID,
    family="policy",
    summary="puts the professional's price in writing against the policy",
    needs=("policy",),
    flags=(
        Example("It's «$180» for the hour.", spec={"policy": {"price_in_writing": "never"}}),
        Example("Deposit is «50».", spec={"policy": {"price_in_writing": "never"}}),
    ),
    accepts=(
        Example(
            "I share rates through the booking form.",
            why="no amount",
            spec={"policy": {"price_in_writing": "never"}},
        ),
        Example(
            "Parking is about $20.",
            why="somebody else's price",
            spec={"policy": {"price_in_writing": "never"}},
        ),
    ),
    check=check,
    claims="money",
)
