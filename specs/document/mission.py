"""The part of a fact document that changes daily: the mission."""

import datetime as dt
from itertools import pairwise
from typing import Annotated, Self, TypeAlias

from pydantic import Field, model_validator

from specs.document.choices import IsList
from specs.document.part import Part
from specs.document.refusal import Objection, refusals
from specs.document.text import Phrase, Prose
from specs.document.times import Day, Slot, SlotPair, write_moment

Slots: TypeAlias = Annotated[tuple[SlotPair, ...], IsList]


class Mission(Part):
    """Today's dial: which day, which market, to what end, and which gaps are open."""

    date: Annotated[Day | None, Field(description="The local date that the mission is for.")] = None
    market: Annotated[
        Phrase | None, Field(description="The place whose clients are addressed; one of the locations.")
    ] = None
    goal: Annotated[Prose | None, Field(description="What the day's messages are for, in free text.")] = None
    slots: Annotated[
        Slots | None,
        Field(
            description="Open gaps as pairs of local times to the minute, start included and end not, each "
            "beginning on the mission's date and at most 24 hours long. Absent or []: not checked."
        ),
    ] = None

    @model_validator(mode="after")
    def _slots_of_the_day(self) -> Self:
        slots = self.slots or ()
        found = [
            Objection(("slots", index), message, [write_moment(end) for end in slot])
            for index, slot in enumerate(slots)
            if (message := self._against(slot, slots[:index])) is not None
        ]
        if found:
            raise refusals(found)
        if any(first > second for first, second in pairwise(slots)):
            # The order in the file says nothing, so it is not kept: equal missions have equal digests.
            self.__dict__["slots"] = tuple(sorted(slots))
        return self

    def _against(self, slot: Slot, earlier: tuple[Slot, ...]) -> str | None:
        if slot in earlier:
            return f"is the same slot as mission.slots[{earlier.index(slot)}]"
        if self.date is not None and slot.start.date() != self.date:
            return f"begins on {slot.start.date()}, but the mission's date is {self.date}"
        return None

    def slots_on(self, day: dt.date) -> tuple[Slot, ...]:
        """Return the slots that begin on the local date `day`."""
        return tuple(slot for slot in self.slots or () if slot.start.date() == day)
