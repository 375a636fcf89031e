"""An offer to travel, or to host, where that is not offered.

## What it flags

An offer to come to the client where `outcall` is not offered, or to host them where
`incall` is not. The place is the one that the draft (or the message it answers) names;
with none named, the modes of every location open on that day count, and with none open
the top-level `modes`.

## Why it matters

The client waits at home, or travels to a door that does not open.

## What it leaves alone

Refusing a mode, asking where the client would be, talk of homes and venues that offers
nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Days, Stance
from align.rules.evidence import violation
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "mode_not_offered"
_SAY: Final = {"incall": "hosting the client", "outcall": "travelling to the client"}


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Compare every offered mode with the modes of its place and day."""
    seen: set[str] = set()
    for claim in draft.utterance.modes:
        if claim.stance is not Stance.ASSERTED or not claim.offered or claim.mode in seen:
            continue
        days = claim.days or Days(
            first=claim.first, last=claim.last, begin=draft.moment.today, until=draft.moment.today
        )
        modes, fact = spec.windows.modes(claim.place, days)
        if modes is None or claim.mode in modes:
            continue
        seen.add(claim.mode)
        expected = " and ".join(sorted(modes)) or "no mode"
        yield violation(
            draft,
            (claim.first, claim.last),
            rule=_ID,
            family="facts",
            claimed=claim.mode,
            expected=expected,
            fact=fact,
            message=f"Offers {_SAY[claim.mode]} ({claim.mode}); the facts offer {expected} here.",
            instruction=f"Do not offer {_SAY[claim.mode]}; only {expected} is offered.",
        )


RULE: Final = Rule(
    id=_ID,
    family="facts",
    summary="offers to travel, or to host, where that mode is not offered",
    needs=(),
    flags=(
        Example(
            "I can «come to your place» tonight.",
            spec={"modes": ["incall"], "locations": None, "rates": None},
        ),
        Example(
            "«Come to my studio», it's quiet.", spec={"modes": ["outcall"], "locations": None, "rates": None}
        ),
    ),
    accepts=(
        Example("I can come to your hotel.", why="outcall is offered here"),
        Example(
            "I don't travel to clients, sorry.",
            why="refuses the mode",
            spec={"modes": ["incall"], "locations": None, "rates": None},
        ),
    ),
    check=check,
    claims="modes",
)
