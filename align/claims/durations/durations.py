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
from align.claims.durations.length_parts import CARRIES_ON, SHORT, part_after, parts_before
from align.claims.durations.length_units import AND, DAY, HOUR, MONTH, SHARES, UNIT_MINUTES, YEAR
from align.claims.durations.length_words import DESCRIBING, WORKING
from align.claims.durations.minute_marks import marked_minutes
from align.claims.durations.quarters import quarters_of_hour
from align.claims.durations.shown_lengths import shown_length
from align.claims.numbers.numbers import Number, NumberForm
from align.claims.stance import stance_of
from align.claims.times.clock_faces import HOURS
from align.reading.cues import CURRENCY, DURATION_UNIT, NUMERIC

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BETWEEN: Final = frozenset("- + ish odd".split())
"""What may stand between a number and its unit: "30-min", "60+ min", "20 odd minutes"."""
_JOINING: Final = frozenset(("-", "—", "to", "/"))
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
    found += quarters_of_hour(u, found)
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
    if words[at] in SHORT and low == high:
        first, larger = parts_before(u, first, unit, ends, reached)
        low, high = low + larger, high + larger
    smaller = unit
    while low == high and last < end and (last in starts or words[last] in CARRIES_ON):
        following, more = part_after(u, last, smaller, starts)
        if following == last:
            break
        smaller = UNIT_MINUTES.get(words[following - 1], 0.0)
        last = following
        low += more
        high += more
    while last + 1 < end and words[last] == "-" and words[last + 1] == "long":
        last += 2
    if unit == YEAR and smaller == MONTH:
        low = high = low - low // YEAR * (YEAR - 12 * MONTH)  # "2 years and 3 months" are 27 months
    return Length(first, last, low, high)


def _amount_before(
    u: Utterance, at: int, unit: float, ends: dict[int, Number], reached: int
) -> tuple[int, float, float] | None:
    """Return where the amount before a unit begins, and its length in minutes."""
    words = u.reading.words
    left = at - 1 if at and words[at - 1] in _BETWEEN else at
    number = ends.get(left) or _described(u, at, ends)
    if number is not None and number.first >= reached:
        if number.first and u.reading.marks[number.first - 1] & CURRENCY:
            if words[at] in ("hour", "hours"):
                return at, unit, unit  # "the full £50 hour": the number is its price
            if words[at] == "m" and u.reading.touches(number.first) and u.reading.touches(at):
                return None  # "£10m" is ten million
        return _counted(u, number, unit, ends)
    if unit == HOUR and left > reached and ":" in words[left - 1]:
        return shown_length(words, left - 1, at)
    if words[at] in SHORT and (words[at] == "m" or not at or words[at - 1] not in SHARES):
        return None  # "1/2 h" is a length; "m" may be metres
    return _named(u, at, left, unit, reached)


def _described(u: Utterance, at: int, ends: dict[int, Number]) -> Number | None:
    """Return the number of "3 full days", "two business days", "30 more minutes"."""
    words = u.reading.words
    if at < 2 or words[at - 1] not in DESCRIBING:
        return None
    number = ends.get(at - 1)
    counts = number is not None and (number.value == 1 or words[at].endswith("s"))
    return number if counts else None


def _counted(u: Utterance, number: Number, unit: float, ends: dict[int, Number]) -> tuple[int, float, float]:
    """Read "90 (min)", "60-90 (min)", "two ninety (minute sets)"."""
    words = u.reading.words
    first, value = number.first, float(number.value)
    if number.form is NumberForm.SPOKEN and unit <= HOUR and number.last - number.first <= 3:
        first, value = _split_spoken(u, number)
    if first and words[first - 1] == "half":
        value, first = value * 0.5, first - 1
    elif first and words[first - 1] == "." and _is_point(u, first - 1):
        value, first = value / 10 ** len(words[first]), first - 1
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


def _is_point(u: Utterance, at: int) -> bool:
    """True for the point of ".5 hours", which a space stands before and the digits touch."""
    reading = u.reading
    return reading.touches(at + 1) and not (at and reading.touches(at)) and reading.words[at + 1].isdecimal()


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
    share = SHARES.get(before)
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
    if before in _COUNTS:
        return _by_count(u, begin - 1, _COUNTS[before] * unit, reached)
    if plural:
        return None
    return _one(words, at, left, unit, reached)


_COUNTS: Final = {"couple": 2, "dozen": 12}


def _by_count(u: Utterance, at: int, minutes: float, reached: int) -> tuple[int, float, float]:
    """Read "a couple of hours", "half a dozen", "two dozen"; `minutes` is what the word at `at` makes."""
    words = u.reading.words
    first = at
    if first > reached and words[first - 1] == "a":
        first -= 1
    if words[at] == "dozen" and first > reached:
        if words[first - 1] == "half":
            return first - 1, minutes / 2, minutes / 2
        number = next((n for n in u.numbers if n.last == at), None)
        if number is not None:
            return number.first, float(number.value) * minutes, float(number.value) * minutes
    return first, minutes, minutes


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
    if words[at] == "second":
        return None
    if unit >= DAY and left > reached + 1 and words[left - 1] in WORKING:
        left -= 1
    before = words[left - 1] if left > reached else ""
    if before in _ONE or (before == "all" and unit >= DAY and words[at] != "night"):
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
    return _hour(words, at, left, unit, reached)


def _hour(words: list[str], at: int, left: int, unit: float, reached: int) -> tuple[int, float, float] | None:
    """Read an hour that no count stands before: "hour: 110", "80 for hour", "the first hour"."""
    before = words[left - 1] if left > reached else ""
    if (left == reached or not words[left - 1][0].isalnum()) and words[at + 1 : at + 2] in _TELLS:
        return at, unit, unit  # "Hour's 110", "hour: 110"
    if before == "for" or (
        words[at + 1 : at + 2] and words[at + 1] in AND and words[at + 2 : at + 4] == ["a", "half"]
    ):
        return at, unit, unit  # "80 for hour", "hour and a half"
    if before not in _BEFORE_HOUR:
        return None
    first = left - 1
    if first > reached and words[first - 1] in _ARTICLES:
        first -= 1
    return first, unit, unit


_ARTICLES: Final = frozenset("the a an my your our".split())
_BEFORE_HOUR: Final = frozenset(
    "the same first my your that this extra solid quick single nice normal standard regular usual straight"
    " good gentle gentler calm free spare ordinary plain proper private dedicated relaxed leisurely unhurried"
    " own lovely intensive studio clinic".split()
)
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
