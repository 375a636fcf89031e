"""An appointment start that no slot of the mission has.

## What it flags

A start that the draft proposes or confirms, on the mission's day, outside every slot. A
start lies in a slot when slot start <= start < slot end. No day stated means the local
date of the check.

## Why it matters

The slots are what is really free today; anything else is a double booking.

## What it leaves alone

Times of other days, times that are said not to be free, the client's own events, asking
which time suits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.rules.evidence import violation
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.claim import Start
    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "slot_not_in_mission"


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Compare every proposed start of the mission's day with its slots."""
    slots = spec.slots
    if not slots.minutes:
        return
    for start in draft.utterance.starts:
        if start.stance is not Stance.ASSERTED or not start.proposed:
            continue
        if not _is_on_day(draft, spec, start) or slots.has(start.minutes):
            continue
        claimed = slots.say_time(start.minutes)
        expected = slots.say()
        yield violation(
            draft,
            _phrase(draft, start),
            rule=_ID,
            family="facts",
            claimed=claimed,
            expected=expected,
            fact="mission.slots",
            message=f"Proposes {claimed}; the slots of {slots.day} are {expected}.",
            instruction=f"Propose only a start within {expected}.",
        )


def _is_on_day(draft: Draft, spec: CompiledSpec, start: Start) -> bool:
    if start.day is None:
        return draft.moment.today == spec.slots.day
    if start.day.vague:
        return False
    return start.day.begin == spec.slots.day == start.day.until


def _phrase(draft: Draft, start: Start) -> tuple[int, int]:
    """Return the time with its preposition and the day beside it."""
    if start.accepted:
        return start.first, start.last
    first, last = start.first, start.last
    words = draft.reading.words
    if first and words[first - 1] in ("at", "around", "for"):
        first -= 1
    if start.day is not None:
        if start.day.first in (last, last + 1):
            last = start.day.last
        elif start.day.last in (first, first - 1):
            first = start.day.first
    return first, last


RULE: Final = Rule(
    id=_ID,
    family="facts",
    summary="proposes or confirms a start outside every slot of the mission's day",
    needs=("mission",),
    flags=(
        Example("«3pm» works for me!"),
        Example("How about «9:30 tonight»?"),
        Example("Perfect, see you «at 5»."),
    ),
    accepts=(
        Example("7 tonight is free.", why="inside a slot"),
        Example("I can't do 9 tonight.", why="says that it is not free"),
        Example("What time suits you?", why="asks"),
        Example("Tomorrow at 3 is yours.", why="another day"),
        Example("I'll reply by 5.", why="not an appointment"),
    ),
    check=check,
)
