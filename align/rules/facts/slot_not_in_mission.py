"""An appointment start that no slot of the mission has.

## What it flags

A start that the draft proposes or confirms, on the mission's day, outside every slot. A
start lies in a slot when slot start <= start < slot end. A window of starts ("between 3
and 5") must also end within the slot it begins in. No day stated means the local date of
the check.

## Why it matters

The slots are what is really free today; anything else is a double booking.

## What it leaves alone

Times of other days, times that are said not to be free, the ends of appointments, the
client's own events, opening hours and deadlines, asking which time suits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.rules.evidence import violation
from align.rules.rule import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.claim import Days, Start
    from align.claims.draft import Draft
    from align.compiled import CompiledSpec
    from align.findings import Violation

_ID: Final = "slot_not_in_mission"
_LEADS: Final = frozenset("at around for from between after @".split())
_COPULAS: Final = frozenset("is 's works suits".split())
_PRAISE: Final = frozenset("perfect great good fine free yours open lovely ideal".split())


def check(draft: Draft, spec: CompiledSpec) -> Iterator[Violation]:
    """Compare every proposed start of the mission's day with its slots."""
    slots = spec.slots
    if not slots.minutes:
        return
    for start in draft.utterance.starts:
        if start.stance is not Stance.ASSERTED or not start.proposed:
            continue
        if not _is_on_day(draft, spec, start.day) or slots.has(start.minutes, start.until):
            continue
        claimed = slots.say_time(start.minutes, start.until)
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


def _is_on_day(draft: Draft, spec: CompiledSpec, day: Days | None) -> bool:
    """True when a start is said of the mission's day: alone, or in a list of days."""
    if day is None:
        return draft.moment.today == spec.slots.day
    if day.vague:
        # "Friday or Saturday at 5" offers both; "this weekend at 5" leaves the day open.
        words = draft.reading.words[day.first : day.last]
        if "or" not in words:
            return False
    return spec.slots.day is not None and day.begin <= spec.slots.day <= day.until


def _phrase(draft: Draft, start: Start) -> tuple[int, int]:
    """Return the time with its preposition and the day beside it; a bare "6" with its verb."""
    first, last = start.first, start.last
    if start.accepted:
        return first, last
    words = draft.reading.words
    if first and words[first - 1] in _LEADS:
        first -= 1
    if start.day is not None:
        if last <= start.day.first <= last + 1:
            return first, max(last, start.day.last)
        if first - 1 <= start.day.last <= first:
            return min(first, start.day.first), last
    if last - first == 1 and words[last : last + 1] and words[last] in _COPULAS:
        praised = words[last + 1 : last + 2] and words[last + 1] in _PRAISE
        return first, last + 2 if praised else last + 1
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
        Example("«6 is perfect», see you then.", inbound="6am ok?"),
        Example("I'm free «between 7 and 9»."),
        Example("Saturday is wide open. How about «10»?", now="2026-11-19T10:00:00-06:00"),
        Example("«Yep, that works»", inbound="could you do 4 today?"),
    ),
    accepts=(
        Example("7 tonight is free.", why="inside a slot"),
        Example("I can't do 9 tonight.", why="says that it is not free"),
        Example("What time suits you?", why="asks"),
        Example("Tomorrow at 3 is yours.", why="another day"),
        Example("I'll reply by 5.", why="not an appointment"),
        Example("I'm free between 6 and 8.", why="a window inside a slot"),
        Example("Come at 6, we'd finish by 9.", why="an end is no start"),
        Example("Hope the ceremony at 3 goes well!", why="the client's event"),
    ),
    check=check,
    claims="starts",
)
