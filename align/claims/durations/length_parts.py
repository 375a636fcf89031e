"""Read the parts of a length around its first unit: "1h 30", "an hour and a half", "1w 3d 2h"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.length_units import AND, DAY, HOUR, LETTERS, SHARES, UNIT_MINUTES
from align.claims.numbers.numbers import Number, NumberForm
from align.reading.cues import CURRENCY

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

SHORT: Final = frozenset("h m".split())
CARRIES_ON: Final = SHARES.keys() | AND | {"-", ","}
"""What can carry on a length behind its unit, besides a number."""


def part_after(u: Utterance, at: int, unit: float, starts: dict[int, Number]) -> tuple[int, float]:
    """Read what follows a unit: "and a half", "30", "and 15 mins"; returns (last, minutes)."""
    words = u.reading.words
    if at >= len(words):
        return at, 0.0
    share = _share_after(words, at, unit)
    if share is not None:
        return share
    joined = at
    if words[at] in ("and", "&", "n", "-", ","):
        joined = at + 1
        if words[at] == "," and unit != HOUR and words[joined : joined + 1] == ["and"]:
            joined += 1  # "3 days, and 16 hours", not "one hour, and 30 minutes is another 40"
    number = starts.get(joined)
    if number is None:
        return at, 0.0
    return _counted_after(u, at, joined, number, unit)


def _share_after(words: list[str], at: int, unit: float) -> tuple[int, float] | None:
    """Read a share of the unit behind it: "1½", "and a half", "and half", "and three quarters"."""
    end = len(words)
    if words[at] in SHARES and words[at] not in ("half", "quarter"):
        return at + 1, SHARES[words[at]] * unit
    if words[at : at + 5] == ["-", "and", "-", "a", "-"] and words[at + 5 : at + 6] in (
        ["half"],
        ["quarter"],
    ):
        return at + 6, SHARES[words[at + 5]] * unit
    if words[at] not in ("and", "&", "n", "-", ","):
        return None
    joined = at + 1
    if words[at] in AND and words[joined : joined + 1] in (["a"], ["one"]):
        share = SHARES.get(words[joined + 1]) if joined + 1 < end else None
        if share is not None and words[joined + 2 : joined + 3] not in (["hour"], ["an"], ["day"]):
            return joined + 2, share * unit
    if words[joined : joined + 2] == ["three", "quarters"]:
        return joined + 2, 0.75 * unit
    if (
        words[joined : joined + 2] in (["half", "an"], ["a", "half"])
        and words[joined + 2 : joined + 3] == ["hour"]
        and unit == HOUR
    ):
        return joined + 3, 0.5 * unit
    if words[at] in AND and words[joined : joined + 1] == ["half"] and _ends_with_half(words, joined + 1):
        return joined + 1, 0.5 * unit
    return None


def _ends_with_half(words: list[str], at: int) -> bool:
    """True for "an hour and half", not for "an hour and half the price", "an hour and half is due now"."""
    if at >= len(words) or words[at] in _BEHIND_HALF:
        return True
    priced = words[at + 1][0] if at + 1 < len(words) else ""
    return words[at] in ("is", "=", "costs") and (priced.isdigit() or priced in _SIGNS)


_SIGNS: Final = frozenset("$£€")
_BEHIND_HALF: Final = frozenset(". , ! ? ; ) for and long session to with please".split())


def _counted_after(u: Utterance, at: int, joined: int, number: Number, unit: float) -> tuple[int, float]:
    """Read a second count after a unit, with a smaller unit of its own or none."""
    words = u.reading.words
    value = float(number.value)
    following = words[number.last] if number.last < len(words) else ""
    if following == "-" and number.last + 1 < len(words):
        following = words[number.last + 1]
    smaller = UNIT_MINUTES.get(following)
    if following == "s" and words[number.last] == "s" and _is_lettered(words[at - 1]):
        smaller = LETTERS["s"]
    if smaller is not None:
        if words[at] == "," and _starts_anew(words, at, unit, smaller):
            return at, 0.0
        if smaller < unit and value * smaller < unit and words[at] != "-":
            last = number.last + 1 if words[number.last] != "-" else number.last + 2
            return last, value * smaller
        return at, 0.0
    marked = number.last < len(words) and u.reading.marks[number.last] & CURRENCY
    if unit != HOUR or marked or value >= 60 or value % 5:
        return at, 0.0
    if joined != at:
        ends_here = not following or following in _ENDING
        return (number.last, value) if words[at] in AND and ends_here and value >= 10 else (at, 0.0)
    if f"{number.value}" in u.known.amounts or (at and u.taken[number.first]):
        return at, 0.0
    attached = words[at - 1] in SHORT or number.form is NumberForm.WORDS
    if attached or value in (15, 30, 45):
        return number.last, value
    return at, 0.0


def _starts_anew(words: list[str], comma: int, unit: float, smaller: float) -> bool:
    """True for "twice a week, two hours each time", "I don't do a half hour, 45 minutes is my shortest"."""
    return (unit > DAY and smaller <= HOUR) or "half" in words[max(0, comma - 3) : comma]


_ENDING: Final = frozenset(". , ! ? for is 's at on in".split())


def _is_lettered(unit: str) -> bool:
    """True for a unit that seconds follow as an "s": "1m30s", "5hr34m56s"."""
    return unit in _BEFORE_SECONDS


_BEFORE_SECONDS: Final = frozenset("m min mins h hr hrs".split())


def parts_before(
    u: Utterance, first: int, unit: float, ends: dict[int, Number], reached: int
) -> tuple[int, float]:
    """Read the weeks and days before hours: "1w 3d 2h"; returns where they begin, and their minutes."""
    words, reading = u.reading.words, u.reading
    minutes = 0.0
    while first - 2 >= reached:
        letter = words[first - 1]
        number = ends.get(first - 1)
        larger = LETTERS.get(letter, 0.0) if letter in ("d", "w") else 0.0
        if number is None or larger <= unit or number.first < reached or not reading.touches(first - 1):
            break
        first, unit = number.first, larger
        minutes += float(number.value) * larger
    return first, minutes
