"""An appointment shorter than the minimum, offered or accepted.

## What it flags

An appointment with the professional that the draft offers, accepts or describes and that
is shorter than `min_minutes`: "a quick half hour works", or "yes" to a client who asks
for one; and a minimum that is told shorter than it is.

## Why it matters

Below the minimum the trip, the set-up and the price do not work out.

## What it leaves alone

Saying the minimum, refusing a short appointment, and lengths of other things: "I'll be
there in 30 minutes".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf, PriceOf, Stance
from align.claims.durations.length_words import is_added
from align.claims.durations.priced_lengths import is_sold, priced_lengths
from align.rules.evidence import violation
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.claim import Duration
    from align.claims.draft import Draft
    from align.claims.utterance import Utterance
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "duration_below_minimum"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Report every appointment that is shorter than the minimum."""
    minimum = spec.document.min_minutes
    utterance = draft.utterance
    if minimum is None or not utterance.durations:
        return
    sold = priced_lengths(utterance) if utterance.money else frozenset()
    # "an hour is 650, and lessons are two at least" where the facts have that rate: no appointment of an hour
    told = any(d.of is DurationOf.MINIMUM for d in utterance.durations)
    rated = {r.minutes for r in spec.document.rates or () if r.minutes < minimum}
    for claim in utterance.durations:
        if claim.low >= minimum:
            continue
        if claim.low in rated and (told or _is_priced_by(utterance, claim)) and _is_rate(utterance, claim):
            continue
        booked = claim.of is DurationOf.APPOINTMENT and claim.stance is Stance.ASSERTED
        if not booked and (
            (claim.first, claim.last) not in sold
            or is_added(draft.reading.words, claim.first, claim.last)
            or not is_sold(utterance, claim)
        ):
            continue
        said = f"{claim.low:g} min"
        yield violation(
            draft,
            (claim.first, claim.last),
            rule=_ID,
            family="facts",
            claimed=said,
            expected=f"at least {minimum} min",
            fact="min_minutes",
            message=f"Offers {said}; the shortest appointment is {minimum} min.",
            instruction=f"Do not offer less than {minimum} min.",
        )


def _is_priced_by(u: Utterance, claim: Duration) -> bool:
    """True for "my hour is 55", "an hour costs 55": what a unit costs, where the card has it, books none."""
    return u.reading.words[claim.last : claim.last + 1] in _COSTS


_COSTS: Final = (["is"], ["'s"], ["costs"], ["runs"])


def _is_rate(u: Utterance, claim: Duration) -> bool:
    """True for a length that a sum of the professional's is stated for."""
    return any(m.duration == (claim.first, claim.last) and m.of is PriceOf.SESSION for m in u.money)


RULE: Final = Rule(
    id=_ID,
    family="facts",
    summary="offers or accepts an appointment shorter than the minimum",
    needs=("min_minutes",),
    flags=(
        Example("A quick «half hour» works."),
        Example("I can fit you in for «30 min» tonight."),
        Example("«Sure, see you then»", inbound="could we do just 20 min at 6?"),
    ),
    accepts=(
        Example("60 min is the shortest I go.", why="the minimum itself"),
        Example("I'll be there in 30 minutes.", why="a journey"),
        Example("Half an hour is too short for me, sorry.", why="refused"),
        Example("I send a reminder 20 minutes before.", why="no appointment"),
    ),
    check=check,
    claims="durations",
)
