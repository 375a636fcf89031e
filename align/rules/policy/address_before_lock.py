"""The professional's address given before the appointment time is agreed.

## What it flags

While `time_locked` is false: a street address, a unit or door number, or a gate, door or
key-safe code of the professional's. Each counts.

## Why it matters

An address is for people who have an appointment.

## What it leaves alone

A neighbourhood, a landmark or cross-streets without a number; the client's own address
and other people's ("parking is at 5 Main St"); anything once the time is locked.
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

_ID: Final = "address_before_lock"
_KINDS: Final = {"street": "street address", "unit": "unit or door number", "code": "entry code"}


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every part of the professional's address, unless the time is locked."""
    if draft.context.time_locked:
        return
    for claim in draft.utterance.addresses:
        if claim.owner != "professional" or claim.stance is not Stance.ASSERTED:
            continue
        kind = _KINDS[claim.kind]
        yield violation(
            draft,
            (claim.first, claim.last),
            rule=_ID,
            family="policy",
            claimed=kind,
            expected="no address until the time is agreed",
            fact="context.time_locked",
            message=f"Gives a {kind} before the appointment time is agreed.",
            instruction=f"Leave out the {kind}; name the neighbourhood at most until the time is agreed.",
        )


RULE: Final = Rule(
    id=_ID,
    family="policy",
    summary="gives the professional's address before the time is agreed",
    needs=(),
    flags=(
        Example("Studio is «2210 S Lamar Blvd», plenty of parking. What time suits?"),
        Example("I'm at «eleven eighty seven queen east», blue awning."),
        Example("It's the «gate code 8841» and then upstairs."),
        Example("Buzz «flat 3B» when you get to mine."),
    ),
    accepts=(
        Example("Studio is 2210 S Lamar Blvd, see you at 6!", time_locked=True, why="the time is locked"),
        Example("I'm just off South Lamar near Oltorf.", why="cross-streets without a number"),
        Example(
            "Perfect, 500 E 4th St, room 1410, got it.",
            inbound="we're at 500 e 4th st, room 1410",
            why="the client's address",
        ),
        Example("I don't give out my gate code until we've agreed a time.", why="no code is given"),
        Example("It's about a 10 minute drive from downtown.", why="not an address"),
    ),
    check=check,
    claims="addresses",
)
