"""Something on the never-offer list, offered.

## What it flags

Offering, agreeing to, or describing as available anything on `never_offer`: the phrase,
its inflections, small typos, spacing and look-alike tricks, and plain re-orderings
("session for couples").

## Why it matters

The list is what the professional has decided never to do, whatever a client asks for.

## What it leaves alone

Refusing it, somebody else's offer of it, the client's own past, the words in another
sense.
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

_ID: Final = "never_offer"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every phrase of the list that the draft offers, once each."""
    del spec
    seen: set[int] = set()
    for claim in draft.utterance.offers:
        if claim.list != "never_offer" or claim.stance is not Stance.ASSERTED:
            continue
        if claim.index in seen:
            continue
        seen.add(claim.index)
        yield violation(
            draft,
            (claim.first, claim.last),
            rule=_ID,
            family="policy",
            claimed=claim.phrase,
            expected=f"'{claim.phrase}' is never offered",
            fact=f"never_offer[{claim.index}]",
            message=f"Offers '{claim.phrase}', which is on the never-offer list.",
            instruction=f"Do not offer or describe '{claim.phrase}'.",
        )


RULE: Final = Rule(
    id=_ID,
    family="policy",
    summary="offers something on the never-offer list",
    needs=("never_offer",),
    flags=(
        Example("I can bring «hot stones» too."),
        Example("A «session for couples» is lovely."),
        Example("«prenatl massage» is fine!"),
    ),
    accepts=(
        Example("I don't offer hot stones.", why="refused"),
        Example("Hot day, and stones everywhere on the path!", why="the words in another sense"),
    ),
    check=check,
    claims="offers",
)
