"""Dates in words: "next Tuesday", "tomorrow week", "this weekend", "early next week", "in two days".

Each reader stands at its cue word and looks a few words to either side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal
from align.claims.dates.behind_another import black_friday
from align.claims.dates.calendar_names import (
    COUNTS,
    MORNING_OR_TOMORROW,
    TODAY,
    TODAY_ELSEWHERE,
    TOMORROW,
    TOMORROW_ELSEWHERE,
    WEEKDAYS,
)
from align.claims.dates.feasts import feast_at
from align.claims.dates.found import Found
from align.claims.dates.month_parts import COUNTABLE, counted_at
from align.claims.dates.place_before import is_place_before
from align.claims.dates.weekday_names import SHORT, is_about_today, is_name, is_short_weekday
from align.reading.cues import NUMBER

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from align.claims.utterance import Utterance


_RELATIONS: Final = {
    "this": "this", "coming": "this", "next": "next", "nxt": "next", "following": "following",
    "last": "last", "past": "last", "previous": "last", "upcoming": "this",
}  # fmt: skip
_PARTS: Final = {
    "early": "early", "beginning": "early", "start": "early", "late": "late", "later": "later",
    "end": "end", "mid": "mid", "middle": "mid", "rest": "rest", "remainder": "rest",
    "all": "all", "whole": "all", "entire": "all",
}  # fmt: skip
_EVERY: Final = frozenset("every each any most other".split())
_WHOLE: Final = frozenset(("whole", "entire", "same"))
"""Between "that" and "week": the one that was spoken of before."""


def read_word(u: Utterance, at: int) -> Found | None:
    """Read the date whose cue is the word at `at`, if it is one."""
    reader = _READERS.get(u.reading.words[at])
    if reader is None:
        return None
    return (counted_at(u, at) if u.reading.words[at] in COUNTABLE else None) or reader(u, at)


# -- today, tomorrow, parts of today -----------------------------------------------------


def _today(u: Utterance, at: int) -> Found:
    first, last, shift = _shifted(u, at)
    return Found(first, last, *cal.single(cal.ahead(u.moment.today, shift)))


def _tomorrow(u: Utterance, at: int) -> Found:
    words = u.reading.words
    first, last, shift = _shifted(u, at)
    if at >= 2 and words[at - 1] == "after" and words[at - 2] == "day":
        shift += 1
        first = at - 3 if at >= 3 and words[at - 3] == "the" else at - 2
    return Found(first, last, *cal.single(cal.ahead(u.moment.today, 1 + shift)))


def _manana(u: Utterance, at: int) -> Found | None:
    """Read "mañana a las 4", "morgen um 15 Uhr" as tomorrow; "por la mañana", "guten Morgen" are mornings."""
    if at and u.reading.words[at - 1] in _GREETING_MORNING:
        return None
    return _tomorrow(u, at)


_GREETING_MORNING: Final = frozenset("la guten goeie goede goeden".split())


def _the_morn(u: Utterance, at: int) -> Found | None:
    """Read "the morn" as tomorrow, as Scots do; "in the morn" is the morning."""
    words = u.reading.words
    if not at or words[at - 1] != "the" or (at > 1 and words[at - 2] in _BEFORE_MORNING):
        return None
    return Found(at - 1, at + 1, *cal.single(cal.ahead(u.moment.today, 1)))


_BEFORE_MORNING: Final = frozenset("in of during all through throughout into".split())


def _shifted(u: Utterance, at: int) -> tuple[int, int, int]:
    """Return the words and the shift in days of "a week today", "tomorrow week"."""
    words = u.reading.words
    after = words[at + 1] if at + 1 < len(words) else ""
    if after in ("week", "fortnight") and _is_week_after(u, at + 1):
        return at, at + 2, 7 if after == "week" else 14
    back = at - 1 if at and words[at - 1] in ("on", "from") else at
    unit = words[back - 1] if back else ""
    if unit in ("week", "weeks", "fortnight") and back >= 2:
        count = _count(words[back - 2])
        if count is not None:
            return back - 2, at + 1, count * (14 if unit == "fortnight" else 7)
    return at, at + 1, 0


def _is_week_after(u: Utterance, at: int) -> bool:
    """True for the "week" of "Friday week": not "Monday week two", "Friday, week 3"."""
    following = at + 1
    marks = u.reading.marks
    return following >= len(marks) or not marks[following] & NUMBER


def _yesterday(u: Utterance, at: int) -> Found:
    words = u.reading.words
    days, first = -1, at
    if at >= 2 and words[at - 2 : at] == ["day", "before"]:
        days = -2
        first = at - 3 if at >= 3 and words[at - 3] == "the" else at - 2
    return Found(first, at + 1, *cal.single(cal.ahead(u.moment.today, days)))


def _part_of_day(u: Utterance, at: int) -> Found | None:
    """Read "this evening", "later this afternoon", "last night"."""
    words = u.reading.words
    before = words[at - 1] if at else ""
    if words[at] == "eve":
        return _feast(u, at)
    if before == "this":
        first = at - 2 if at >= 2 and words[at - 2] == "later" else at - 1
        return Found(first, at + 1, *cal.single(u.moment.today))
    if before == "last" and words[at] in ("night", "nite", "evening"):
        return Found(at - 1, at + 1, *cal.single(cal.ahead(u.moment.today, -1)))
    return None


def _feast(u: Utterance, at: int) -> Found | None:
    """Read "Christmas Eve", "New Year's Day"."""
    found = feast_at(u.reading.words, at, u.moment.today)
    return Found(found[0], found[1], found[2], found[2], kind="date") if found else None


def _now(u: Utterance, at: int) -> Found | None:
    """Read "right now" and "currently"; "now" alone is mostly a filler."""
    words = u.reading.words
    if words[at] == "now":
        if not at or words[at - 1] != "right":
            return None
        return Found(at - 1, at + 1, *cal.single(u.moment.today), kind="now")
    return Found(at, at + 1, *cal.single(u.moment.today), kind="now")


# -- weekdays ----------------------------------------------------------------------------


def _weekday(u: Utterance, at: int) -> Found | None:
    words = u.reading.words
    word = words[at]
    if (feast := black_friday(u, at)) is not None:
        return feast
    if (word in SHORT and not is_short_weekday(u, at)) or is_name(u, at):
        return None
    number = WEEKDAYS[word]
    before = words[at - 1] if at else ""
    if word.endswith("days") or before in _EVERY:
        return Found(at, at + 1, *cal.recurring(u.moment.today, number))
    relation = _RELATIONS.get(before, "")
    first = at - 1 if relation else at
    if relation == "this" and before != "this" and words[first - 1 : first] == ["this"]:
        first -= 1
    if before in ("since", "past", "last"):
        relation = "last"
    if not relation and is_about_today(u, at, number):
        relation = "this"
    day = cal.weekday(u.moment.today, number, relation)
    first, last, day = _moved(u, first, at, day, number)
    bare = not relation and last == at + 1
    if before == "the" and bare and words[last : last + 1] == ["after"] and _closes(words, last + 1):
        # "the Friday after": after one that was spoken of
        return Found(first, last, day, cal.ahead(day, 14), vague=True, weekday=number)
    return Found(first, last, day, day, weekday=number if bare else None)


def _closes(words: list[str], at: int) -> bool:
    return at >= len(words) or not words[at][0].isalnum() or words[at] == "that"


def _moved(u: Utterance, first: int, at: int, day: date, number: int) -> tuple[int, int, date]:
    """Apply what moves a weekday: "Friday week", "a week on Friday", "Friday next week"."""
    words = u.reading.words
    if first != at:
        return first, at + 1, day
    begin, last, shift = _shifted(u, at)
    if shift:
        return begin, last, cal.ahead(day, shift)
    if at + 1 >= len(words) or words[at + 1] not in _MOVES:
        return at, at + 1, day
    rest = words[at + 1 : at + 4]
    if rest[:1] == ["of"]:
        rest = rest[1:]
    skipped = 1 if words[at + 1 : at + 2] == ["of"] else 0
    if rest[:1] in (["next"], ["this"], ["nxt"]) and rest[1:2] in (["week"], ["wk"]):
        monday = cal.monday_of(u.moment.today)
        day = cal.ahead(monday, number + (0 if rest[0] == "this" else 7))
        return at, at + 3 + skipped, day
    if rest[:2] == ["after", "next"]:
        return at, at + 3, cal.ahead(cal.weekday(u.moment.today, number, "next"), 7)
    return at, at + 1, day


_MOVES: Final = frozenset("of next this nxt after".split())


# -- weekends, weeks, months, years ------------------------------------------------------


def _weekend(u: Utterance, at: int) -> Found | None:
    words = u.reading.words
    before = words[at - 1] if at else ""
    if before in _EVERY or words[at] == "weekends":
        window = cal.weekend(u.moment.today, "")
        return Found(at, at + 1, window[0], cal.ahead(window[0], 28), vague=True)
    relation = _RELATIONS.get(before, "")
    if before in _WHOLE and words[at - 2 : at - 1] == ["that"]:
        return None
    if not relation and words[at + 1 : at + 2] == ["after"] and words[at + 2 : at + 3] != ["next"]:
        return None  # "the weekend after": after one that was spoken of
    if not relation and words[at + 1 : at + 2] == ["of"]:
        first = at - 1 if before == "the" else at
        return Found(first, at + 2, *cal.weekend(u.moment.today, ""), kind="weekend of")
    if not relation and before not in ("the", "at", "all", "whole", "over", "for", ",", "", "."):
        return (
            Found(at, at + 1, *cal.weekend(u.moment.today, ""))
            if before == "on" or is_place_before(u, at)
            else None
        )
    first = at - 1 if relation or before == "the" else at
    begin, until, _ = cal.weekend(u.moment.today, relation)
    if words[at + 1 : at + 3] == ["after", "next"]:
        return Found(first, at + 3, cal.ahead(begin, 14), cal.ahead(until, 14), vague=True)
    part, first = _part(u, first)
    return Found(first, at + 1, begin, until, part not in ("all", "rest"))


def _span(u: Utterance, at: int) -> Found | None:
    """Read "next week", "the rest of the month", "early next month", "all year"."""
    words = u.reading.words
    word = words[at]
    relation, first = "", at
    before = words[at - 1] if at else ""
    if before in _RELATIONS:
        relation, first = _RELATIONS[before], at - 1
        if first and words[first - 1] == "the":
            first -= 1
    elif before in _WHOLE and words[at - 2 : at - 1] == ["that"]:
        return None
    elif before in ("the", "all", "whole", "entire", "mid"):
        first = at - 1 if before == "the" else at
    else:
        return _week_of(u, at) or _ahead(u, at)
    part, begin = _part(u, first)
    if not relation and not part:
        return _week_of(u, at) or _ahead(u, at)
    last = at + 1
    if relation == "next" and words[at - 2 : at - 1] == ["after"]:
        return None
    window = _window(u, word, relation, part)
    return Found(begin, last, *window, kind="week" if word in ("week", "wk") and not part else "")


def _window(u: Utterance, word: str, relation: str, part: str) -> cal.Window:
    today = u.moment.today
    if word in ("week", "wk"):
        return cal.week(today, relation, part)
    if word == "month":
        return cal.month(today, relation, part)
    return cal.year_of(today, relation)


def _part(u: Utterance, first: int) -> tuple[str, int]:
    """Return the part named before a span ("the end of", "early"), and where that begins."""
    words = u.reading.words
    at = first
    while at and words[at - 1] in ("of", "in", "the", "on", "-"):
        at -= 1
    part = _PARTS.get(words[at - 1], "") if at else ""
    if not part or first - at > 3:
        return "", first
    begin = at - 1
    if begin and words[begin - 1] == "the":
        begin -= 1
    return part, begin


def _week_of(u: Utterance, at: int) -> Found | None:
    """Read "the week after next" and "the week of the 9th"."""
    words = u.reading.words
    if words[at] not in ("week", "wk"):
        return None
    first = at - 1 if at and words[at - 1] == "the" else at
    if words[at + 1 : at + 3] == ["after", "next"]:
        return Found(first, at + 3, *cal.week(u.moment.today, "after", ""))
    if words[at + 1 : at + 2] == ["after"] and words[at + 2 : at + 3] in _NEW_CLAUSE and first < at:
        return Found(first, at + 2, *cal.week(u.moment.today, "next", ""))
    if words[at + 1 : at + 2] in (["of"], ["commencing"], ["beginning"], ["starting"]):
        return Found(first, at + 2, *cal.week(u.moment.today, "", ""), kind="week of")
    return None


_NEW_CLAUSE: Final = [[], ["."], [","], ["?"], ["!"], ["we"], ["i"], ["is"], ["it's"], ["if"], ["works"]]
_UNITS: Final = frozenset("day days week weeks wk month months year fortnight".split())


def _ahead(u: Utterance, at: int) -> Found | None:
    """Read "in two days", "in a week", "three days from now", "2 weeks ago"."""
    words = u.reading.words
    if words[at] not in _UNITS or not at:
        return None
    if words[at] == "day" and (feast := _feast(u, at)) is not None:
        return feast
    begin, count = _counted(words, at)
    if count is None:
        return None
    if begin and words[begin - 1] == "in":
        last = at + 1
        if "time" in words[last : last + 2]:
            last = words.index("time", last) + 1
        return Found(begin - 1, last, *cal.in_units(u.moment.today, count, words[at]))
    after = words[at + 1 : at + 3]
    if after in (["from", "now"], ["from", "today"]):
        return Found(begin, at + 3, *cal.in_units(u.moment.today, count, words[at]))
    if after[:1] == ["ago"]:
        return Found(begin, at + 2, *cal.in_units(u.moment.today, -count, words[at]))
    return None


def _counted(words: list[str], at: int) -> tuple[int, int | None]:
    """Return where the count before a unit begins ("two", "a couple of"), and the count."""
    begin = at - 1
    if words[begin] == "of" and words[begin - 1 : begin] in (["couple"], ["few"]):
        begin -= 1
    count = _count(words[begin])
    if words[begin] in ("couple", "few") and words[begin - 1 : begin] == ["a"]:
        begin -= 1
    return begin, count


def _count(word: str) -> int | None:
    if word.isdecimal() and len(word) <= 2:
        return int(word)
    return COUNTS.get(word)


_READERS: Final[dict[str, Callable[[Utterance, int], Found | None]]] = {
    **dict.fromkeys(TODAY, _today),
    **dict.fromkeys(TOMORROW, _tomorrow),
    **dict.fromkeys(TODAY_ELSEWHERE, _today),
    **dict.fromkeys(TOMORROW_ELSEWHERE, _tomorrow),
    **dict.fromkeys(MORNING_OR_TOMORROW, _manana),
    **dict.fromkeys(WEEKDAYS, _weekday),
    **dict.fromkeys(("weekend", "weekends", "wknd", "wkend"), _weekend),
    **dict.fromkeys(("week", "wk", "month", "year"), _span),
    **dict.fromkeys(("day", "days", "weeks", "months", "fortnight"), _ahead),
    **dict.fromkeys(
        "morning afternoon aft arvo arvos evening eve lunchtime night nite".split(), _part_of_day
    ),
    "yesterday": _yesterday,
    "ystrdy": _yesterday,
    "morn": _the_morn,
    "now": _now,
    "currently": _now,
}
