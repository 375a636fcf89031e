"""Parts of the day, and how they narrow "6" to six in the evening."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates.calendar_names import TODAY
from align.claims.nearby import claims_between
from align.reading.cues import CALENDAR, CLOCK, COMMA, CONJUNCTION, NEGATION, NUMERIC, TURN

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_MORNING: Final = "morning mornings mornin breakfast".split()
_LUNCH: Final = "lunchtime lunch".split()
_AFTERNOON: Final = "afternoon afternoons arvo arvos aft teatime".split()
_EVENING: Final = "evening evenings evenin eve dinnertime".split()
_NIGHT: Final = "tonight tonite tonght night nite".split()
_PARTS: Final = {
    **dict.fromkeys(_MORNING, (180, 721)),
    **dict.fromkeys(_LUNCH, (660, 900)),
    **dict.fromkeys(_AFTERNOON, (720, 1140)),
    **dict.fromkeys(_EVENING, (960, 1440)),
    **dict.fromkeys(_NIGHT, (1020, 1440)),
}
_NAMES: Final = frozenset(_PARTS)
_NEAR: Final = 6
_GREETING: Final = 5
"""Shorter sentences such as "Morning Sam!" greet; they name no part of the day."""
_REACH: Final = 24
_DAY: Final = 1440
_SMALL_HOURS: Final = 240
_EARLIEST: Final = 300
_LAST: Final = 8
_HEARD: Final = 100
"""How many of the inbound's last times and words count."""
_AFTER_NOON: Final = 780


def part_after(u: Utterance, last: int) -> int:
    """Return where "in the evening" or "at night" behind a time ends, else `last`."""
    words = u.reading.words
    word = words[last] if last < len(words) else ""
    if word == "in" and words[last + 1 : last + 2] == ["the"]:
        return last + 3 if last + 2 < len(words) and words[last + 2] in _PARTS else last
    if (
        word == "the"
        and words[last + 1 : last + 2] in (["night"], ["day"])
        and words[last + 2 : last + 3] != ["before"]
    ):
        return last + 2  # "7 the night": tonight, as people say it in Ulster and Scotland
    if word == "at" and words[last + 1 : last + 2] == ["night"]:
        return last + 2
    return last


def part_said(u: Utterance, minutes: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
    """Keep the readings that a time's own part of the day allows: "quarter to 4 in the afternoon and noon"."""
    word = u.reading.words[last - 1]
    return _within(word, minutes) if last - first > 1 and word in _PARTS else ()


def narrowed(u: Utterance, minutes: tuple[int, ...], first: int, last: int) -> tuple[int, ...]:
    """Keep the readings that the part of the day named with the time allows."""
    if not u.reading.seen & CLOCK:
        return _as_before(u, minutes) or plausible(minutes)
    begin, end = u.reading.sentence(first)
    if last > end:
        _, end = u.reading.sentence(last - 1)
    part = _part_near(u, (begin, end), (first, last), minutes)
    if part is None:
        earlier = None if claims_between(u.days, begin, end) else _part_of_sentence_before(u, begin)
        if earlier is None:
            return _as_before(u, minutes) or plausible(minutes)
        return _within(earlier, minutes) or plausible(minutes)
    kept = _within(part, minutes)
    if not kept and part in _NIGHT:
        # "1 tonight" is after midnight.
        kept = tuple(m + _DAY for m in minutes if m < _SMALL_HOURS)
    elif not kept and u.reading.words[last - 1] in _MORNING:
        kept = tuple(
            m for m in minutes if m < _AFTER_NOON
        )  # "11 or 12:30 in the morning": some mean past noon
    return kept or plausible(minutes)


def _within(part: str, minutes: tuple[int, ...]) -> tuple[int, ...]:
    low, high = _PARTS[part]
    return tuple(m for m in minutes if low <= m < high)


def _part_near(
    u: Utterance, sentence: tuple[int, int], time: tuple[int, int], minutes: tuple[int, ...]
) -> str | None:
    """Return the part of the day said nearest in the sentence: behind the time, then before it."""
    (begin, end), (first, last) = sentence, time
    words, marks = u.reading.words, u.reading.marks
    if _NAMES.isdisjoint(words[max(begin, first - _REACH) : min(end, last + _NEAR)]):
        return None
    for at in range(first + 1, min(end, last + _NEAR)):
        mark = marks[at]
        if mark & CLOCK and words[at] in _PARTS and not _is_other(words, at):
            return None if at >= last and _leads_another(u, last, at) else words[at]
        if at >= last and mark & NUMERIC:
            break
    crossed = 0
    for at in range(first - 1, max(begin, first - _REACH) - 1, -1):
        mark = marks[at]
        crossed |= mark
        if mark & CLOCK and words[at] in _PARTS and not _is_other(words, at):
            if any(other & NEGATION for other in marks[max(begin, at - _BESIDE) : at]):
                return None  # "I don't do evenings, so 11:15"
            if any(other & TURN for other in marks[at + 1 : min(first, at + _BESIDE)]):
                return None  # "my evening's full, so 11:15"
            # "10 this morning or at 5": another time may lie in another part of the day.
            apart = crossed & (NUMERIC | COMMA | CONJUNCTION)
            own = not apart or (words[at] not in _MORNING and _within(words[at], minutes))
            return words[at] if own else None
    return None


def _leads_another(u: Utterance, last: int, at: int) -> bool:
    """True for the evening of "9:30 or this evening at 17:15": the other time's own part of the day."""
    words, marks = u.reading.words, u.reading.marks
    if words[at - 1] == "the" and words[at - 2] in _SUPPOSING:
        return True  # "3:30's open if the morning is too tight"
    if _JOINTS.isdisjoint(words[last:at]):
        return False
    if words[at - 1] == "tomorrow" or (marks[at - 1] & CALENDAR and words[at - 1] not in TODAY):
        return True  # "I can do half six, and tomorrow morning's open too"
    return any(mark & NUMERIC for mark in marks[at + 1 : at + 3])


_SUPPOSING: Final = frozenset(("if", "unless", "when", "because", "since", "as"))
_JOINTS: Final = frozenset("or and , / but".split())
_BESIDE: Final = 3


def _part_of_sentence_before(u: Utterance, begin: int) -> str | None:
    """Return the part named last in the sentence before, unless that one turns it down."""
    if not begin:
        return None
    words, marks = u.reading.words, u.reading.marks
    before, _ = u.reading.sentence(begin - 1)
    if begin - before < _GREETING:
        return None
    part = None
    for at in range(max(before, begin - _REACH), begin):
        mark = marks[at]
        if mark & _UNSAYING:
            return None
        if mark & CLOCK and words[at] in _PARTS and not _is_other(words, at):
            part = words[at]
    return part


_UNSAYING: Final = NEGATION | TURN


def _is_other(words: list[str], at: int) -> bool:
    """True for a greeting ("good morning") and for other days' parts ("last night", "by night")."""
    before = words[at - 1] if at else ""
    if before in (
        "good",
        "happy",
        "last",
        "every",
        "lovely",
        "gd",
        "wedding",
        "hen",
        "all",
        "date",
        "before",
        "since",
    ):
        return True
    if before == "the" and words[at - 2 : at - 1] == ["from"]:
        return True
    return words[at] in ("lunch", "breakfast") and before not in ("at", "after", "around")


def plausible(minutes: tuple[int, ...]) -> tuple[int, ...]:
    """Drop the small hours, which nobody means who does not say so: "come at 2", "12:30"."""
    return tuple(m for m in minutes if m >= _EARLIEST) or minutes


def _as_before(u: Utterance, minutes: tuple[int, ...]) -> tuple[int, ...]:
    """Read a time as the message that it answers means it: "6pm?", then "6 is perfect".

    Empty where that message says nothing of it.
    """
    if u.inbound is None:
        return ()
    for start in u.inbound.starts[-_LAST:]:
        kept = tuple(m for m in minutes if m in start.minutes)
        if kept and len(start.minutes) == 1:
            return kept
    named = _part_heard(u.inbound)
    return _within(named, minutes) if named is not None and len(minutes) > 1 else ()


def _part_heard(inbound: Utterance) -> str | None:
    """Return the one part of the day that a client's message names; a greeting names none."""
    reading = inbound.reading
    words = reading.words
    named: dict[str, int] = {}
    for at in range(max(0, len(words) - _HEARD), len(words)):
        if words[at] in _PARTS and words[at] not in ("lunch", "breakfast") and not _greets(inbound, at):
            named.setdefault(words[at], at)
    if len(named) != 1:
        return None
    part, at = named.popitem()
    return part if not _is_other(words, at) or part in TODAY else None


def _greets(u: Utterance, at: int) -> bool:
    """True for the "Morning!" or "evening Jo," that opens a message."""
    words = u.reading.words
    if words[at] in TODAY or (at and words[at - 1] not in _HELLOS):
        return False
    begin, end = u.reading.sentence(at)
    return end - begin < _GREETING or not _OPENED.isdisjoint(words[at + 1 : at + 3])


_HELLOS: Final = frozenset("hi hey hello hiya good gd \n , ! .".split(" "))
_OPENED: Final = frozenset((",", "!", ".", "\n", "—"))
