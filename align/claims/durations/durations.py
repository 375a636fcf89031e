"""Read lengths of time: "90 mins", "1h30", "an hour and a half", "60-90 min".

What a length is the length of (an appointment, a walk, a break) is decided by
align/claims/durations/duration_roles.py.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from align.claims.claim import Duration, DurationOf, Stance
from align.claims.durations.card_lengths import Length, card_lengths
from align.claims.durations.duration_roles import role_of
from align.claims.durations.minute_marks import marked_minutes
from align.claims.numbers.numbers import Number, NumberForm
from align.claims.stance import stance_of
from align.claims.times.clock_faces import HOURS
from align.reading.cues import CURRENCY, DURATION_UNIT, NUMERIC

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

HOUR: Final = 60.0
DAY: Final = 1440.0
UNIT_MINUTES: Final = {
    "second": 1 / 60, "seconds": 1 / 60, "sec": 1 / 60, "secs": 1 / 60,
    "minute": 1.0, "minutes": 1.0, "min": 1.0, "mins": 1.0, "minuter": 1.0, "m": 1.0,
    "hour": HOUR, "hours": HOUR, "hr": HOUR, "hrs": HOUR, "h": HOUR,
    "day": DAY, "days": DAY, "night": DAY, "nights": DAY,
    "week": 7 * DAY, "weeks": 7 * DAY, "wk": 7 * DAY, "wks": 7 * DAY, "mth": 30 * DAY, "mths": 30 * DAY,
    "yr": 365 * DAY, "yrs": 365 * DAY, "fortnight": 14 * DAY, "fortnights": 14 * DAY,
    "month": 30 * DAY, "months": 30 * DAY, "year": 365 * DAY, "years": 365 * DAY,
    "decade": 3650 * DAY, "decades": 3650 * DAY,
}  # fmt: skip
"""Minutes in a unit; a month is 30 days and a year 365."""
_SHORT: Final = frozenset("h m".split())
_BETWEEN: Final = frozenset("- + ish odd".split())
"""What may stand between a number and its unit: "30-min", "60+ min", "20 odd minutes"."""
_SHARES: Final = {"half": 0.5, "quarter": 0.25, "½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5,
                  "3/4": 0.75, "1/4": 0.25}  # fmt: skip
_JOINING: Final = frozenset(("-", "—", "to", "/"))
_AND: Final = frozenset(("and", "n", "&"))
_CARRIED_ON: Final = _SHARES.keys() | _AND | {"-", ","}
"""What can carry on a length behind its unit, besides a number."""
_JOINED: Final = _JOINING | {"and"}
_LISTING: Final = frozenset(("or", ",", "and", "/"))
_ONE: Final = frozenset("a an one another whole full entire".split())


def read_durations(utterance: Utterance) -> None:
    """Add every length of time to `utterance.durations`, in order, with its role."""
    reading = utterance.reading
    found: list[Length] = []
    roles: dict[int, Length] = {}
    if reading.seen & DURATION_UNIT:
        words = reading.words
        taken = utterance.taken
        ends = {n.last: n for n in utterance.numbers}
        starts = {n.first: n for n in utterance.numbers}
        reached = 0
        for at in reading.where(DURATION_UNIT):
            if at < reached or taken[at]:
                continue
            length = _length_at(utterance, at, ends, starts, reached)
            if length is None:
                continue
            if length.first and words[length.first - 1] in _LISTING:
                listed = _listed_before(utterance, length, at, ends, reached)
                for member in listed:
                    roles[member.first] = length
                found += listed
            found.append(length)
            reached = length.last
    if reading.seen & NUMERIC:
        _add_bare(utterance, found)
    for length in found:
        utterance.durations.append(_claim(utterance, length, roles.get(length.first, length)))


def _add_bare(u: Utterance, found: list[Length]) -> None:
    """Add the lengths that no unit stands behind: those with a stroke, and bare numbers."""
    for number in marked_minutes(u):
        minutes = float(number.value)
        found.append(Length(number.first, number.last + 1, minutes, minutes))
    found += card_lengths(u, found)
    found.sort()


def _claim(u: Utterance, length: Length, like: Length) -> Duration:
    """Build the claim; a member of a list has the role of the `like` one that bears the unit."""
    first, last, low, high = length
    u.take(first, last)
    of = role_of(u, like.first, like.last, low)
    # what is no appointment is never checked, so its stance is not worth its cost
    stance = Stance.ASSERTED if of is DurationOf.OTHER else stance_of(u.reading, first, last)
    return Duration(first=first, last=last, low=low, high=high, of=of, stance=stance)


def _length_at(
    u: Utterance,
    at: int,
    ends: dict[int, Number],
    starts: dict[int, Number],
    reached: int,
) -> Length | None:
    """Read the length whose first unit is word `at`, with what follows it."""
    words = u.reading.words
    end = len(words)
    unit = UNIT_MINUTES.get(words[at])
    if unit is None or (words[at] == "second" and at + 1 < end and words[at + 1] == "hand"):
        return None
    single = _amount_before(u, at, unit, ends, reached)
    if single is None:
        return None
    first, low, high = single
    last = at + 1
    smaller = unit
    while low == high and last < end and (last in starts or words[last] in _CARRIED_ON):
        following, more = _more(u, last, smaller, starts)
        if following == last:
            break
        smaller = UNIT_MINUTES.get(words[following - 1], 0.0)
        last = following
        low += more
        high += more
    while last + 1 < end and words[last] == "-" and words[last + 1] == "long":
        last += 2
    return Length(first, last, low, high)


def _amount_before(
    u: Utterance, at: int, unit: float, ends: dict[int, Number], reached: int
) -> tuple[int, float, float] | None:
    """Return where the amount before a unit begins, and its length in minutes."""
    words = u.reading.words
    left = at - 1 if at and words[at - 1] in _BETWEEN else at
    number = ends.get(left)
    if number is not None and number.first >= reached:
        if words[at] in ("hour", "hours") and number.first and u.reading.marks[number.first - 1] & CURRENCY:
            return at, unit, unit  # "the full £50 hour": the number is its price
        return _counted(u, number, unit, ends)
    if words[at] in _SHORT:
        return None
    return _named(u, at, left, unit, reached)


def _counted(u: Utterance, number: Number, unit: float, ends: dict[int, Number]) -> tuple[int, float, float]:
    """Read "90 (min)", "60-90 (min)", "two ninety (minute sets)"."""
    words = u.reading.words
    first, value = number.first, float(number.value)
    if number.form is NumberForm.SPOKEN and unit <= HOUR and number.last - number.first <= 3:
        first, value = _split_spoken(u, number)
    if first and words[first - 1] == "half":
        value, first = value * 0.5, first - 1
    low = value
    if first > 1 and words[first - 1] in _JOINED:
        other = ends.get(first - 1)
        between = (
            words[first - 1] != "and" or words[other.first - 1 : other.first] == ["between"]
            if other
            else False
        )
        if other is not None and other.first and u.reading.marks[other.first - 1] & CURRENCY:
            between = False
        if other is not None and between and 0 < other.value < value:
            low, first = float(other.value), other.first
    return first, low * unit, value * unit


def _split_spoken(u: Utterance, number: Number) -> tuple[int, float]:
    """Split "two ninety (minute sets)" into a count and a number; returns the latter."""
    value = float(number.value % 100)
    cut = number.first + 1
    index = bisect_left(u.numbers, number.first, key=_first)
    u.numbers[index : index + 1] = [
        Number(number.first, cut, number.value // 100, NumberForm.WORDS),
        Number(cut, number.last, number.value % 100, NumberForm.WORDS),
    ]
    return cut, value


def _first(number: Number) -> int:
    return number.first


def _named(u: Utterance, at: int, left: int, unit: float, reached: int) -> tuple[int, float, float] | None:
    """Read "an hour", "half an hour", "three quarters of an hour", "the hour"."""
    words = u.reading.words
    at_word = words[at]
    plural = at_word.endswith("s")
    begin = left
    while begin > reached and words[begin - 1] in ("a", "an", "of", "the", "-"):
        begin -= 1
    before = words[begin - 1] if begin > reached else ""
    share = _SHARES.get(before)
    if share is not None:
        first = begin - 1
        if "/" in before and first > reached and words[first - 1].isdigit() and len(words[first - 1]) <= 2:
            share, first = share + int(words[first - 1]), first - 1
        if before in ("half", "quarter") and words[first - 1 : first] in (["a"], ["an"]) and first > reached:
            first -= 1
        first, share = _with_whole(words, first, share, reached)
        return first, share * unit, share * unit
    if before in ("quarters", "thirds") and begin > reached + 1:
        return _quarters(words, begin, unit, reached)
    if before == "couple":
        first = begin - 1
        if first > reached and words[first - 1] == "a":
            first -= 1
        return first, 2 * unit, 2 * unit
    if plural:
        return None
    return _one(words, at, left, unit, reached)


def _with_whole(words: list[str], first: int, share: float, reached: int) -> tuple[int, float]:
    """Take in the whole of "two-and-a-half-hour": returns where it begins, and all hours."""
    at = first - 1
    while at > reached and words[at] in ("-", "a", "and"):
        at -= 1
    if at < reached or "and" not in words[at:first]:
        return first, share
    whole = int(words[at]) if words[at].isdecimal() and len(words[at]) == 1 else HOURS.get(words[at])
    return (at, share + whole) if whole else (first, share)


def _quarters(words: list[str], begin: int, unit: float, reached: int) -> tuple[int, float, float] | None:
    count_at = begin - 2
    if words[count_at] == "-" and count_at > reached:
        count_at -= 1
    count = {"three": 3, "3": 3, "two": 2, "2": 2}.get(words[count_at])
    if count is None:
        return None
    parts = 4 if words[begin - 1] == "quarters" else 3
    return count_at, count * unit / parts, count * unit / parts


def _one(words: list[str], at: int, left: int, unit: float, reached: int) -> tuple[int, float, float] | None:
    """Read one unit: "an hour", "the full hour", "hour" before "-long" or "session"."""
    before = words[left - 1] if left > reached else ""
    if words[at] == "second":
        return None
    if before in _ONE:
        first = left - 1
        while first > reached and words[first - 1] in ("a", "an", "the", "one"):
            first -= 1
        return first, unit, unit
    if words[at + 1 : at + 3] in (["-", "long"], ["-", "and"]) or (
        words[at] == "hour" and words[at + 1 : at + 2] == ["long"]
    ):
        return at, unit, unit
    if words[at] not in ("hour", "hr"):
        return None
    if (left == reached or not words[left - 1][0].isalnum()) and words[at + 1 : at + 2] in _TELLS:
        return at, unit, unit  # "Hour's 110", "hour: 110"
    if before == "for" or (
        words[at + 1 : at + 2] and words[at + 1] in _AND and words[at + 2 : at + 4] == ["a", "half"]
    ):
        return at, unit, unit  # "80 for hour", "hour and a half"
    if before in (
        "the",
        "same",
        "first",
        "my",
        "your",
        "that",
        "this",
        "extra",
        "solid",
        "quick",
        "single",
        "nice",
        "normal",
        "standard",
        "regular",
        "usual",
        "straight",
    ):
        first = left - 1
        if first > reached and words[first - 1] in ("the", "a", "my", "your"):
            first -= 1
        return first, unit, unit
    return None


def _more(u: Utterance, at: int, unit: float, starts: dict[int, Number]) -> tuple[int, float]:
    """Read what follows a unit: "and a half", "30", "and 15 mins"; returns (last, minutes)."""
    words = u.reading.words
    end = len(words)
    if at >= end:
        return at, 0.0
    if words[at] in _SHARES and words[at] not in ("half", "quarter"):
        return at + 1, _SHARES[words[at]] * unit
    if words[at : at + 5] == ["-", "and", "-", "a", "-"] and words[at + 5 : at + 6] in (
        ["half"],
        ["quarter"],
    ):
        return at + 6, _SHARES[words[at + 5]] * unit
    joined = at
    if words[at] in ("and", "&", "n", "-", ","):
        joined = at + 1
        if words[at] in _AND and words[joined : joined + 1] in (["a"], ["one"]):
            share = _SHARES.get(words[joined + 1]) if joined + 1 < end else None
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
    number = starts.get(joined)
    if number is None:
        return at, 0.0
    return _more_counted(u, at, joined, number, unit)


def _more_counted(u: Utterance, at: int, joined: int, number: Number, unit: float) -> tuple[int, float]:
    """Read a second count after a unit, with a smaller unit of its own or none."""
    words = u.reading.words
    value = float(number.value)
    following = words[number.last] if number.last < len(words) else ""
    if following == "-" and number.last + 1 < len(words):
        following = words[number.last + 1]
    smaller = UNIT_MINUTES.get(following)
    if smaller is not None:
        if smaller < unit and value * smaller < unit and words[at] != "-":
            last = number.last + 1 if words[number.last] != "-" else number.last + 2
            return last, value * smaller
        return at, 0.0
    marked = number.last < len(words) and u.reading.marks[number.last] & CURRENCY
    if unit != HOUR or marked or value >= 60 or value % 5:
        return at, 0.0
    if joined != at:
        ends_here = not following or following in _ENDING
        return (number.last, value) if words[at] in _AND and ends_here and value >= 10 else (at, 0.0)
    if f"{number.value}" in u.known.amounts or (at and u.taken[number.first]):
        return at, 0.0
    attached = words[at - 1] in _SHORT or number.form is NumberForm.WORDS
    if attached or value in (15, 30, 45):
        return number.last, value
    return at, 0.0


_TELLS: Final = [
    ["is"],
    ["'s"],
    ["costs"],
    [":"],
    ["="],
    ["-"],
    ["for"],
    ["would"],
    ["comes"],
    ["runs"],
    ["→"],
    ["at"],
]
"""What says something of an hour without its article."""
_ENDING: Final = frozenset(". , ! ? for is 's at on in".split())


def _listed_before(
    u: Utterance, length: Length, at: int, ends: dict[int, Number], reached: int
) -> list[Length]:
    """Read the earlier members of "60, 90 or 120 minutes", which share its unit."""
    words = u.reading.words
    unit = UNIT_MINUTES[words[at]]
    if unit > HOUR or length.low != length.high:
        return []
    found: list[Length] = []
    first = length.first
    while first > reached + 1 and words[first - 1] in _LISTING and len(found) < 8:
        cut = first - 1
        if words[cut - 1] in (",", "-") and words[cut] in ("or", "and"):
            cut -= 1
        number = ends.get(cut)
        if number is None or number.first < reached or number.value <= 0:
            break
        if number.first and u.reading.marks[number.first - 1] & CURRENCY:
            break  # "the hour is $60 and ninety minutes is $130"
        minutes = float(number.value) * unit
        joined = words[first - 1] == "or" or bool(found)
        if minutes not in u.known.session_minutes and not (joined and minutes < 600):
            break
        found.append(Length(number.first, number.last, minutes, minutes))
        first = number.first
    found.reverse()
    return found
