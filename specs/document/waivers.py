"""Waivers: expiring exemptions of certain words from one rule."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Final, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator

from specs.document.choices import IsList
from specs.document.part import Part
from specs.document.problems import show
from specs.document.refusal import Objection, refusal, refusals
from specs.document.text import Phrase, Prose, RuleName, WaiverKey
from specs.document.times import Day

LONGEST_WAIVER: Final = dt.timedelta(days=90)
"""How far a waiver may reach from its first day, or from the day on which it is made."""


def _not_blank(value: str) -> str:
    if not value.strip():
        raise refusal("is empty", value, "the reason in words")
    return value


class Waiver(Part):
    """What one rule leaves alone for some days: these words, as long as they mean this."""

    id: Annotated[WaiverKey, Field(description="Name of the waiver, unlike every other here.")]
    rule: Annotated[
        RuleName, Field(description="The rule that leaves the words alone; all others still run.")
    ]
    said: Annotated[
        Phrase,
        Field(
            description="The words that the rule flagged, all of them and as they were written; case, spaces "
            "and the form of quotation marks and dashes do not count."
        ),
    ]
    claimed: Annotated[
        Phrase | None,
        Field(
            description="What the words must be read as, in the form of a violation's 'claimed'. Absent: "
            "whatever they say by themselves, but nothing that they agree to in the client's message."
        ),
    ] = None
    from_: Annotated[
        Day | None,
        Field(alias="from", description="First local date on which it holds. Absent: from the start."),
    ] = None
    until: Annotated[
        Day,
        Field(description="Last local date on which it holds, at most 90 days after the first."),
    ]
    author: Annotated[Phrase, Field(description="Who answers for it.")]
    reason: Annotated[Annotated[Prose, AfterValidator(_not_blank)], Field(description="Why, in a sentence.")]

    @model_validator(mode="after")
    def _lasts(self) -> Self:
        if self.from_ is not None and self.until < self.from_:
            message = f"{self.until} lies before its first day, {self.from_}"
            raise refusals([Objection(("until",), message, self.until, "a day on or after 'from'")])
        if self.from_ is not None and self.until - self.from_ > LONGEST_WAIVER:
            legal = f"at most {self.from_ + LONGEST_WAIVER}, {LONGEST_WAIVER.days} days after its first day"
            message = f"{show(self.until)} is too late: {legal}"
            raise refusals([Objection(("until",), message, self.until, legal)])
        return self

    def is_active(self, day: dt.date) -> bool:
        """Tell whether the waiver holds on a local date of the persona's."""
        return (self.from_ is None or self.from_ <= day) and day <= self.until


def _told_apart(waivers: tuple[Waiver, ...]) -> tuple[Waiver, ...] | None:
    if repeated := list(_repeated(waivers)):
        raise refusals(repeated)
    # Their order says nothing, and an empty list nothing at all: equal policies have equal digests.
    if any(first.id > second.id for first, second in pairwise(waivers)):
        waivers = tuple(sorted(waivers, key=lambda waiver: waiver.id))
    return waivers or None


def _repeated(waivers: tuple[Waiver, ...]) -> Iterator[Objection]:
    seen: dict[str, int] = {}
    for index, waiver in enumerate(waivers):
        first = seen.setdefault(waiver.id.casefold(), index)
        if first != index:
            message = f"'{waiver.id}' is the name of policy.waivers[{first}] already"
            yield Objection((index, "id"), message, waiver.id, "a name of its own")


Waivers: TypeAlias = Annotated[tuple[Waiver, ...], IsList, AfterValidator(_told_apart)]
"""Waivers in the order of their names."""
