"""Payment after the appointment where it is due before.

## What it flags

With `payment.timing` "before": agreeing to, offering or inviting payment after or at the
end of the appointment, or at no time in particular: "pay me after", "settle up later",
"bank transfer whenever", "no need to pay until we're done".

## Why it matters

A client who has this in writing need not pay before, and some will not pay at all.

## What it leaves alone

Payment before, on booking or on arrival; refusing to take it later ("I don't take payment
after"); other people's payments ("pay the meter after").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.rules.evidence import violation
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "pay_after"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every offer of payment after, where the facts say before."""
    payment = spec.document.payment
    if payment is None or payment.timing != "before":
        return
    for claim in draft.utterance.payments:
        if claim.timing != "after" or claim.stance is not Stance.ASSERTED:
            continue
        yield violation(
            draft,
            (claim.first, claim.last),
            rule=_ID,
            family="policy",
            claimed="payment after",
            expected="payment before the appointment",
            fact="payment.timing",
            message="Offers payment after the appointment; it is due before.",
            instruction="Say that payment is due before the appointment, or say nothing of payment.",
        )


RULE: Final = Rule(
    id=_ID,
    family="policy",
    summary="offers payment after the appointment where it is due before",
    needs=("payment",),
    flags=(
        Example("You can «pay me after the session», no stress."),
        Example("We'll «square up whenever» you're happy with it."),
        Example("«No need to pay until we're done»."),
        Example("«sure, sounds good»", inbound="60 min, and i pay you after?"),
        Example("«After the session you can pay» by card."),
    ),
    accepts=(
        Example("Payment is due before we start.", why="before"),
        Example("I don't take payment after, it's due before I set up.", why="refused"),
        Example("The balance is due before we start rather than at the end.", why="the end is ruled out"),
        Example("Text me after you pay the deposit.", why="what comes after is the text"),
        Example("You can pay the meter after nine.", why="not the professional's"),
    ),
    check=check,
    claims="payments",
)
