"""A place, or a date at a place, that the locations do not give.

## What it flags

A statement that the professional is, will be, or can be seen in a place that is not one
of the `locations`, or in one of them outside its window. The date is the stated one, or the one that the client
asked about; with none stated it is today, and for a general statement ("I cover Galway
too") any day from today on. Offering to travel to a place says that the professional will
be there.

## Why it matters

A client who books on the wrong city or the wrong week has to be cancelled on.

## What it leaves alone

One of the `locations` (by city, region, country or alias) in its window, and districts of
a listed city; the client's own place and travels; a place named only to say no; names
that are not places here ("nice to meet you", "a mobile studio").
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from align.claims.claim import Days, Stance
from align.rules.evidence import violation
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.claim import PlaceClaim
    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "location_not_in_facts"
_PREPOSITIONS: Final = frozenset(("in", "at", "to", "near", "around"))
_BESIDE: Final = 4
_OPEN_END: Final = timedelta(days=366)


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Compare every place where the professional is said to be with the locations."""
    for claim in draft.utterance.places:
        if claim.stance is not Stance.ASSERTED or claim.about != "professional":
            continue
        days = claim.days or Days(
            first=claim.first, last=claim.last, begin=draft.moment.today, until=draft.moment.today
        )
        if not any(spec.windows.is_open(index, days) for index in claim.listed):
            yield _violation(draft, spec, claim, days)


def _violation(draft: Draft, spec: CompiledSpec, claim: PlaceClaim, days: Days) -> Violation:
    when = _say(spec, days)
    if claim.listed:
        index = claim.listed[0]
        expected = spec.windows.say(index)
        fact = f"locations[{index}]"
        message = f"Says {claim.name.title()} on {when}; the facts have {expected}."
    else:
        expected = spec.windows.say_all()
        fact = "locations"
        message = f"Says {claim.name.title()}, which is not one of the places: {expected}."
    return violation(
        draft,
        _phrase(draft, claim),
        rule=_ID,
        family="facts",
        claimed=f"{claim.name} on {when}",
        expected=expected,
        fact=fact,
        message=message,
        instruction=f"Name only these places and dates: {spec.windows.say_all()}.",
    )


def _say(spec: CompiledSpec, days: Days) -> str:
    """Return the days of a claim in words; a general statement has no end worth naming."""
    if days.until - days.begin > _OPEN_END:
        return f"{days.begin.isoformat()} or later"
    return spec.windows.say_days(days)


def _phrase(draft: Draft, claim: PlaceClaim) -> tuple[int, int]:
    """Return the place with the preposition before it and the date beside it."""
    if claim.accepted:
        return claim.first, claim.last
    first, last = claim.first, claim.last
    words = draft.reading.words
    lead = first - 1 if first and words[first - 1] == "the" else first
    if lead and words[lead - 1] in _PREPOSITIONS:
        first = lead - 1
    if claim.days is not None:
        if 0 <= claim.days.first - last <= _BESIDE:
            last = claim.days.last
        elif 0 <= first - claim.days.last <= 1:
            first = claim.days.first
    return first, last


RULE: Final = Rule(
    id=_ID,
    family="facts",
    summary="says the professional is somewhere, or on a date, that the locations do not give",
    needs=("locations",),
    flags=(
        Example("I'm «in Dallas» if that suits you better."),
        Example("I'll be «in Austin next month», catch me then!"),
        Example("Happy to come to you «in Houston tomorrow»."),
        Example("Austin till the 24th, then «Dallas 26-28 November»."),
        Example("I also cover «San Marcos», it's half an hour from here."),
        Example("«yep», all week", inbound="are you in Houston this week?"),
    ),
    accepts=(
        Example("I'm in Austin till Tuesday.", why="a listed place in its window"),
        Example("I'm in Texas all week.", why="the region of a listed place"),
        Example("Are you in Dallas?", why="asks for the client's place"),
        Example("I'm not in Dallas this month, sorry.", why="named only to say no"),
        Example("Hope your trip to Denver went well!", why="the client's own travel"),
        Example("I trained in Memphis years ago.", why="the past"),
        Example("My sister's in Houston this week.", why="somebody else"),
        Example("So nice to meet you, reading your note made me smile.", why="not places here"),
        Example("Dallas, you're all set for Friday.", why="a person's name"),
    ),
    check=check,
    claims="places",
)
