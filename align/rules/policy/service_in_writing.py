"""A service named in writing where the policy forbids it.

## What it flags

With `service_in_writing: never`, any listed service (or an inflection of it) named as on
offer. With `never_with_price`, a listed service in a draft that also states a price of
the professional's.

## Why it matters

Some professionals may not put what they do, or what they do for how much, in a message.

## What it leaves alone

A service named alone under `never_with_price`, refusing a service, the word in another
sense.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Stance
from align.rules.evidence import violation
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "service_in_writing"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every service named as on offer, if the policy forbids it here."""
    policy = spec.document.policy
    setting = str(policy.service_in_writing) if policy and policy.service_in_writing else "allow"
    if setting == "allow" or (setting == "never_with_price" and not _has_price(draft)):
        return
    seen: set[int] = set()
    for claim in draft.utterance.offers:
        if claim.list != "services" or claim.stance is not Stance.ASSERTED or claim.index in seen:
            continue
        seen.add(claim.index)
        beside = " beside a price" if setting == "never_with_price" else ""
        yield violation(
            draft,
            (claim.first, claim.last),
            rule=_ID,
            family="policy",
            claimed=claim.phrase,
            expected=f"no service in writing{beside}",
            fact="policy.service_in_writing",
            message=f"Names the service '{claim.phrase}'{beside}; the policy says {setting}.",
            instruction=f"Do not name the service{beside}.",
        )


def _has_price(draft: Draft) -> bool:
    return any(m.stance is Stance.ASSERTED and m.of is not PriceOf.OTHER for m in draft.utterance.money)


RULE: Final = Rule(
    id=_ID,
    family="policy",
    summary="names a service in writing, or beside a price, against the policy",
    needs=("services", "policy"),
    flags=(
        Example("«Deep tissue» is 180 for the hour."),
        Example("I'd suggest «cupping» for that.", spec={"policy": {"service_in_writing": "never"}}),
    ),
    accepts=(
        Example("I do deep tissue and cupping.", why="no price beside it"),
        Example(
            "I don't do cupping any more.",
            why="refused",
            spec={"policy": {"service_in_writing": "never"}},
        ),
    ),
    check=check,
    claims="offers",
)
