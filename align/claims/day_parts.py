"""Parts of the day, and how they narrow "6" to six in the evening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.calendar_names import TODAY
from align.reading.cues import CLOCK, NEGATION, TURN

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_MORNING: Final = "morning mornings mornin breakfast".split()
_NOON: Final = "lunchtime lunch".split()
_AFTERNOON: Final = "afternoon afternoons arvo arvos aft teatime".split()
_EVENING: Final = "evening evenings evenin eve dinnertime".split()
_NIGHT: Final = "tonight tonite tonght night nite".split()
_PARTS: Final = {
    **dict.fromkeys(_MORNING, (0, 720)),
    **dict.fromkeys(_NOON, (660, 900)),
    **dict.fromkeys(_AFTERNOON, (720, 1140)),
    **dict.fromkeys(_EVENING, (960, 1440)),
    **dict.fromkeys(_NIGHT, (1020, 1440)),
}
_NEAR: Final = 6
_REACH: Final = 24
_DAY: Final = 1440
_SMALL_HOURS: Final = 240


def part_after(u: Utterance, last: int) -> int:
    """Return where "in the evening", "this morning", "at night" behind a time ends, else `last`."""
    words = u.reading.words
    if words[last : last + 2] == ["in", "the"] and words[last + 2 : last + 3] and words[last + 2] in _PARTS:
        return last + 3
    if words[last : last + 2] in (["at", "night"], ["this", "morning"], ["this", "arvo"]):
        return last + 2
    return last


def narrowed(u: Utterance, minutes: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
    """Keep the readings that the part of the day named with the time allows."""
    part = _part_near(u, first, last) if u.reading.seen & CLOCK else None
    if part is None:
        return _as_before(u, minutes)
    low, high = _PARTS[part]
    kept = tuple(m for m in minutes if low <= m < high)
    if not kept and part in _NIGHT:
        # "1 tonight" is after midnight.
        kept = tuple(m + _DAY for m in minutes if m < _SMALL_HOURS)
    return kept or minutes


def _part_near(u: Utterance, first: int, last: int) -> str | None:
    """Return the part of the day said nearest: behind the time, before it, then further back."""
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    _, end = u.reading.sentence(last - 1) if last > end else (begin, end)
    for at in range(last, min(end, last + _NEAR)):
        if words[at] in _PARTS and not _is_other(words, at):
            return words[at]
    for at in range(first - 1, max(begin, first - _REACH) - 1, -1):
        if words[at] in _PARTS and not _is_other(words, at):
            return words[at]
    return _part_of_sentence_before(u, begin) if begin else None


def _part_of_sentence_before(u: Utterance, begin: int) -> str | None:
    """Return the part named last in the sentence before, unless that one turns it down."""
    words, marks = u.reading.words, u.reading.marks
    before, _ = u.reading.sentence(begin - 1)
    part = None
    for at in range(max(before, begin - _REACH), begin):
        if marks[at] & (NEGATION | TURN):
            return None
        if words[at] in _PARTS and not _is_other(words, at):
            part = words[at]
    return part


def _is_other(words: list[str], at: int) -> bool:
    """True for a greeting ("good morning") and for other days' parts ("last night", "by night")."""
    before = words[at - 1] if at else ""
    if before in ("good", "happy", "last", "every", "lovely", "gd", "wedding", "hen", "all", "date", "before"):
        return True
    return words[at] in ("lunch", "breakfast") and before not in ("at", "after", "around")


def _as_before(u: Utterance, minutes: tuple[int, ...]) -> tuple[int, ...]:
    """Read a time as the message that it answers means it: "6pm?", then "6 is perfect"."""
    if u.inbound is None:
        return minutes
    for start in u.inbound.starts:
        kept = tuple(m for m in minutes if m in start.minutes)
        if kept and len(start.minutes) == 1:
            return kept
    words = u.inbound.reading.words
    named = {w for w in words if w in _PARTS and w not in ("lunch", "breakfast")}
    if len(named) == 1 and len(minutes) > 1:
        part = named.pop()
        if not _is_other(words, words.index(part)) or part in TODAY:
            low, high = _PARTS[part]
            return tuple(m for m in minutes if low <= m < high) or minutes
    return minutes
