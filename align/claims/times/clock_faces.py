"""What a clock shows in words or digits: "7:30", "6pm", "half six", "ten to nine", "noon".

A face is read word by word at its first word. `firm` faces can be nothing but a time;
the others ("6", "six thirty", "7.30") need the evidence of align/claims/times/clock_evidence.py.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.numbers.numeral_words import SCALES

if TYPE_CHECKING:
    from collections.abc import Callable

    from align.reading import Reading

HOURS: Final = {
    word: hour
    for hour, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
}
"""Hours in words."""
_MINUTES: Final = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50,
}  # fmt: skip
_ISH: Final = {
    "oneish": 1, "twoish": 2, "threeish": 3, "fourish": 4, "fiveish": 5, "fivish": 5, "sixish": 6,
    "sevenish": 7, "eightish": 8, "nineish": 9, "ninish": 9, "tenish": 10, "elevenish": 11,
    "twelveish": 12, "twelvish": 12,
}  # fmt: skip
_WORDS: Final = {
    "noon": (720,), "midday": (720,), "noonish": (720,), "middayish": (720,), "midnight": (0, 1440),
}  # fmt: skip
_HALVES: Final = {"am": "a", "a.m": "a", "pm": "p", "p.m": "p", "pmish": "p"}
_PAST: Final = frozenset(("past", "after"))
_TO: Final = frozenset(("to", "before", "til", "of"))
_AT: Final = frozenset("at around about by it's is 's till until for @ say do manage make it".split())
_DAY: Final = 1440
_NOON: Final = 720
_TWELVE: Final = 12


class Face(NamedTuple):
    """A face on the words up to `last`: its readings in minutes after midnight.

    `kind` is "bare" for an hour alone, "relative" for "quarter past" (`minutes` is then
    the shift from an hour that is not said), and else how it is written.
    """

    last: int
    minutes: tuple[int, ...]
    firm: bool
    kind: str


def read_face(reading: Reading, at: int) -> Face | None:
    """Read the clock face that begins at the word `at`, if one does."""
    word = reading.words[at]
    if word[0].isdigit():
        return _digits(reading, at) if word.isdecimal() else _pointed(reading, at)
    reader = READERS.get(word)
    return reader(reading, at) if reader is not None else None


def _word(reading: Reading, at: int) -> Face:
    """Read "noon", "midnight"."""
    last, _, _ = _suffix(reading, at + 1)
    return Face(last, _WORDS[reading.words[at]], firm=True, kind="word")


def _minute(reading: Reading, at: int) -> Face | None:
    """Read "twenty past six"."""
    shift, way_at = _spoken_minute(reading.words, at)
    return _minutes_past(reading, at, way_at, shift or 0)


def _ish(reading: Reading, at: int) -> Face:
    """Read "sixish"."""
    last, half, _ = _suffix(reading, at + 1)
    return Face(last, candidates(_ISH[reading.words[at]], 0, half), firm=True, kind="ish")


@lru_cache(maxsize=2048)
def candidates(hour: int, minute: int, half: str, *, padded: bool = False) -> tuple[int, ...]:
    """Return the readings of a face: both halves of the day unless one is said."""
    if half:
        return (hour % 12 * 60 + minute + (_NOON if half == "p" else 0),)
    if hour > 12 or hour == 0 or padded:
        return (hour % 24 * 60 + minute,)
    early = hour % 12 * 60 + minute
    return early, early + _NOON


# -- digits ------------------------------------------------------------------------------


def _digits(reading: Reading, at: int) -> Face | None:
    words = reading.words
    word = words[at]
    if len(word) > 2:
        return _military(reading, at) if len(word) <= 4 else None
    following = words[at + 1] if at + 1 < len(words) else ""
    if following not in _CONTINUES:
        return (following.isdecimal() and _apart(reading, at)) or _bare(at + 1, word)
    hour = int(word)
    if following in _WORDS and hour == _TWELVE:
        return _word(reading, at + 1)
    if following in _PAST or following in _TO:
        face = _minutes_past(reading, at, at + 1, hour)
        if face is not None:
            return face
    if following == "h":
        return _with_h(reading, at, hour)
    last, half, firm = _suffix(reading, at + 1)
    if not 1 <= hour <= 23 or (half and hour > 12):
        return None
    return Face(last, candidates(hour, 0, half, padded=len(word) == 2 and word[0] == "0"), firm, "bare")


def _apart(reading: Reading, at: int) -> Face | None:
    """Read "18 45" and "8 40 in the morning", whose minutes stand apart, where they count nothing."""
    words = reading.words
    hour, minute = int(words[at]), words[at + 1]
    if len(minute) != 2 or int(minute) > _LAST_MINUTE or int(minute) % 5 or not 1 <= hour <= 23:
        return None
    last, half, _ = _suffix(reading, at + 2)
    if half and hour > _TWELVE:
        return None
    behind = words[last] if last < len(words) else ""
    parted = words[last : last + 2] in _PARTED
    if not (half or parted or not behind[:1].isalnum() or behind in _BEHIND):
        return None
    if at and words[at - 1][0].isdigit():
        return None
    padded = words[at][0] == "0"
    minutes = candidates(hour, int(minute), half, padded=padded)
    return Face(last, minutes, bool(half) or parted, "apart")


_LAST_MINUTE: Final = 55
_PARTED: Final = [
    ["in", "the"],
    ["at", "night"],
    ["this", "morning"],
    ["this", "afternoon"],
    ["this", "evening"],
]
_BEHIND: Final = frozenset(
    "today tonight tomorrow on works work suits is then for and or please if sharp ok okay good".split()
)


@lru_cache(maxsize=512)
def _military_parts(word: str) -> tuple[int, int] | None:
    """Split "1730" into hour and minute; None for the many prices that no clock shows."""
    hour, minute = int(word[:-2]), int(word[-2:])
    return None if hour > 24 or minute > 59 else (hour, minute)


def _bare(last: int, word: str) -> Face | None:
    """Read an hour that nothing behind it belongs to."""
    minutes = _BARE.get(word)
    if minutes is None:
        hour = int(word)
        if not 1 <= hour <= 23:
            return None
        minutes = candidates(hour, 0, "", padded=len(word) == 2 and word[0] == "0")
    return Face(last, minutes, False, "bare")  # noqa: FBT003 - by place, as it is read for every number


def _with_h(reading: Reading, at: int, hour: int) -> Face | None:
    """Read "19h30", "11h30" and "20h"; lower ones are as likely lengths of time."""
    words = reading.words
    minute = words[at + 2] if at + 2 < len(words) else ""
    if len(minute) == 2 and minute.isdecimal() and int(minute) < 60 and _LATEST_LENGTH < hour <= 23:
        return Face(at + 3, (hour * 60 + int(minute),), firm=hour >= 13, kind="h")
    return Face(at + 2, (hour * 60,), firm=False, kind="h") if 13 <= hour <= 23 else None


_LATEST_LENGTH: Final = 8
"""Hours up to which "8h30" is a length of time."""


def _pointed(reading: Reading, at: int) -> Face | None:
    """Read "7:30" and "7.30"; a dot is as likely a decimal point."""
    word = reading.words[at]
    mark = ":" if ":" in word else "."
    hours, _, minutes = word.partition(mark)
    if not (hours.isdecimal() and minutes.isdecimal()) or len(hours) > 2 or len(minutes) != 2:
        return None
    hour, minute = int(hours), int(minutes)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    last, half, firm = _suffix(reading, at + 1)
    if half and not 1 <= hour <= 12:
        half = ""
    padded = len(hours) == 2 and hours[0] == "0"
    return Face(last, candidates(hour, minute, half, padded=padded), firm or mark == ":", mark)


def _military(reading: Reading, at: int) -> Face | None:
    """Read "1900 hrs", "0730", "630pm"."""
    word = reading.words[at]
    parts = _military_parts(word)
    if parts is None:
        return None
    hour, minute = parts
    last, half, firm = _suffix(reading, at + 1)
    if half:
        return (
            Face(last, candidates(hour, minute, half), firm=True, kind="military")
            if 1 <= hour <= 12
            else None
        )
    if len(word) == 4 and reading.words[last : last + 1] in (["hrs"], ["hours"], ["h"], ["hr"]):
        return Face(last + 1, candidates(hour, minute, "", padded=True), firm=True, kind="military")
    padded = len(word) == 4 and (hour > 12 or word[0] == "0")
    return Face(last, candidates(hour, minute, "", padded=padded), firm, "military")


# -- words -------------------------------------------------------------------------------


def _worded(reading: Reading, at: int) -> Face | None:
    """Read "six", "six thirty", "six oh five", "ten past six", "six o'clock"."""
    words = reading.words
    hour = HOURS[words[at]]
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in SCALES:
        return None  # "at one hundred and fifty" is an amount
    if following in _PAST or following in _TO:
        face = _minutes_past(reading, at, at + 1, hour)
        if face is not None:
            return face
    minute, last = _spoken_minute(words, at + 2 if following == "-" else at + 1)
    if minute is not None:
        last, half, firm = _suffix(reading, last)
        return Face(last, candidates(hour, minute, half), firm, "spoken")
    last, half, firm = _suffix(reading, at + 1)
    return Face(last, candidates(hour, 0, half), firm, "bare")


def _spoken_minute(words: list[str], at: int) -> tuple[int | None, int]:
    word = words[at] if at < len(words) else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if word == "oh" and following == "five":
        return 5, at + 2
    minute = _MINUTES.get(word)
    if minute is None or minute < 10:
        return None, at
    if minute >= 20:
        joined = at + 2 if following == "-" else at + 1
        if words[joined : joined + 1] == ["five"]:
            return minute + 5, joined + 1
    return minute, at + 1


def _fraction(reading: Reading, at: int) -> Face | None:
    """Read "half past six", "half six", "quarter to nine", and "quarter past" alone."""
    words = reading.words
    shift = 30 if words[at] == "half" else 15
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in _PAST or (shift == 15 and following in _TO):
        return _minutes_past(reading, at, at + 1, shift)
    hour_at = at + 2 if following == "-" else at + 1
    hour = _hour(words, hour_at)
    if shift == 15 or hour is None:
        return None
    last, half, firm = _suffix(reading, hour_at + 1)
    return Face(last, candidates(hour, 30, half), firm, "half")


def _minutes_past(reading: Reading, at: int, way_at: int, shift: int) -> Face | None:
    """Read what follows "ten past" or "quarter to": an hour, or nothing but a clause's end."""
    words = reading.words
    if words[way_at : way_at + 1] in (["minutes"], ["mins"]):
        way_at += 1
    way = words[way_at] if way_at < len(words) else ""
    if not 0 < shift < 60 or (way not in _PAST and way not in _TO):
        return None
    hour = _hour(words, way_at + 1)
    fraction = words[at] in ("half", "quarter")
    if hour is None:
        told = fraction or (shift % 5 == 0 and words[at - 1 : at] in _SAYING and way == "past")
        return _relative(words, way_at, shift, way) if told and way in ("past", "to") else None
    if not fraction and not _is_minute(words, at, shift, way):
        return None
    last, half, firm = _suffix(reading, way_at + 2)
    base = candidates(hour, 0, half)
    if way in _PAST:
        return Face(last, tuple(m + shift for m in base), firm or way == "past", "past")
    return Face(last, tuple((m - shift) % _DAY for m in base), firm or fraction or shift > 12, "past")


_SAYING: Final = [["say"], ["at"], ["around"], ["about"], ["or"]]
"""What leads to "20 past", which has no hour of its own."""


def _is_minute(words: list[str], at: int, shift: int, way: str) -> bool:
    """Tell "ten to six" from the run of hours "10 to 6", and "5 of" from a count."""
    if shift % 5 and way != "past":
        return False
    if way in ("of", "til", "before"):
        return False
    if way == "past" or shift > 12:
        return True
    before = words[at - 1] if at else ""
    return before in _AT and words[at - 2 : at - 1] not in (["from"], ["between"])


def _relative(words: list[str], way_at: int, shift: int, way: str) -> Face | None:
    following = words[way_at + 1] if way_at + 1 < len(words) else "."
    if following not in _CLOSES:
        return None
    return Face(way_at + 1, (shift if way == "past" else -shift,), firm=False, kind="relative")


_CLOSES: Final = frozenset(". , ! ? ; … ) then works is instead if and or so but ok".split())


def _hour(words: list[str], at: int) -> int | None:
    word = words[at] if at < len(words) else ""
    if word.isdecimal() and len(word) <= 2:
        hour = int(word)
        return hour if 1 <= hour <= 12 else None
    return HOURS.get(word) or _ISH.get(word)


def _suffix(reading: Reading, at: int) -> tuple[int, str, bool]:
    """Read what may stand behind a face: am, p.m., o'clock, ish; returns (last, half, firm)."""
    words = reading.words
    end = len(words)
    if at >= end or words[at] not in _SUFFIXED:
        return at, "", False
    firm, half = False, ""
    for _ in range(3):
        word = words[at] if at < end else ""
        if word in _HALVES and not half:
            half, firm, at = _HALVES[word], True, at + 1
        elif word in ("a", "p") and not half and _is_half(reading, at):
            half, firm = word, True
            at += 1 if words[at + 1 : at + 2] != ["."] or words[at + 2 : at + 3] != ["m"] else 3
            if words[at - 1] == "m" and words[at : at + 1] == ["."]:
                at += 1
        elif word in ("o'clock", "oclock", "ish", "sharp", "uhr"):
            firm, at = True, at + 1
        elif word in ("-", "o") and words[at + 1 : at + 2] in (["ish"], ["clock"]):
            firm, at = True, at + 2
        elif word == "on" and words[at + 1 : at + 2] == ["the"] and words[at + 2 : at + 3] in _TO_THE_MINUTE:
            return at, half, True
        else:
            break
    return at, half, firm


_TO_THE_MINUTE: Final = [["dot"], ["nose"], ["button"]]
_SUFFIXED: Final = frozenset(_HALVES) | set("a p o'clock oclock ish sharp uhr - o on".split())
_CONTINUES: Final = _SUFFIXED | _PAST | _TO | {"h"} | _WORDS.keys()
"""What may belong to an hour in digits before it; without one of these it stands alone."""
_BARE: Final = {str(hour): candidates(hour, 0, "") for hour in range(1, 24)}
"""The readings of an hour alone, by how it is written."""


def _is_half(reading: Reading, at: int) -> bool:
    """Accept "p.m.", and "6p" only when written together, as people who text do."""
    words = reading.words
    if words[at + 1 : at + 3] == [".", "m"]:
        return True
    return reading.touches(at)


READERS: Final[dict[str, Callable[[Reading, int], Face | None]]] = {
    **dict.fromkeys(_ISH, _ish),
    **dict.fromkeys(_MINUTES, _minute),
    **dict.fromkeys(_WORDS, _word),
    **dict.fromkeys(("half", "quarter"), _fraction),
    **dict.fromkeys(HOURS, _worded),
}
"""The words that a face can begin with, besides digits; the later rows win."""
