"""Dates that name their month: "4 Nov", "Nov 4-6", "the fourth of July", "in November"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal
from align.claims.dates.calendar_names import MONTHS, ORDINALS, SUFFIXES
from align.claims.dates.days_of_month import closes, numbered
from align.claims.dates.found import Found

if TYPE_CHECKING:
    from datetime import date

    from align.claims.utterance import Utterance

_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_SPELLED: Final = "|".join(sorted(ORDINALS, key=len, reverse=True))
_DAY: Final = r"\d{1,2}(?: (?:st|nd|rd|th|\.))?(?![\d:./])"
_SEPARATOR: Final = r"(?:, and|, or|,|-|—|and|&|or|to|until|till|through|thru)"
_YEAR: Final = r"(?: ,)?(?: (?P<y>20\d\d)\b)?"
DAYS_MONTH: Final = re.compile(
    rf"(?P<days>{_DAY}(?: {_SEPARATOR} (?:the )?{_DAY}){{0,4}})(?: of)? (?P<m>{_MONTH})\b{_YEAR}"
)
_MONTH_DAYS: Final = re.compile(
    rf"(?P<m>{_MONTH}) (?:the )?(?P<days>{_DAY}(?: {_SEPARATOR}"
    rf" (?:the )?{_DAY}(?! (?:am|pm|p|a|works?|is))){{0,4}})\b"
    rf"(?! (?:am|pm|%|p|people|of|guests|euros?|quid|ish|{_MONTH})\b){_YEAR}"
)
_SPELLED_MONTH: Final = re.compile(
    rf"(?:(?P<tens>twenty|thirty) ?-? )?(?P<w>{_SPELLED})(?: of)? (?P<m>{_MONTH})\b{_YEAR}"
)
_MONTH_SPELLED: Final = re.compile(
    rf"(?P<m>{_MONTH}) (?:the )?(?:(?P<tens>twenty|thirty) ?-? )?(?P<w>{_SPELLED})\b{_YEAR}"
)
_NUMBERS: Final = re.compile(r"\d{1,2}")
_RANGES: Final = re.compile(r" (?:-|—|to|until|till|through|thru) ")
_SUBJECTS: Final = frozenset("i you we it they he she there that this who u to will soldiers people".split())
_GONE: Final = frozenset(("last", "past", "since"))
_PARTS_OF_MONTHS: Final = frozenset("end middle beginning start rest whole all most".split())
_MONTH_LEADS: Final = frozenset(
    (
        "in during until till til through thru early late mid this next last past since end of middle "
        "beginning start"
    ).split()
)


def read_month(u: Utterance, at: int) -> Found | None:
    """Read a date that begins with the month at `at`, or the month alone."""
    reading = u.reading
    line, position = reading.line, reading.line_at[at]
    match = _MONTH_DAYS.match(line, position)
    if match is not None and _is_month_before(u, at, match):
        return days_of_month(u, match)
    match = _MONTH_SPELLED.match(line, position)
    if match is not None:
        return _spelled(u, match)
    return _month_alone(u, at)


def read_spelled(u: Utterance, at: int) -> Found | None:
    """Read an ordinal in words: "the fourth of July", "on the twenty-eighth"."""
    reading = u.reading
    words = reading.words
    tens, first = 0, at
    back = at - 1 if at and words[at - 1] == "-" else at
    if back and words[back - 1] in ("twenty", "thirty"):
        tens, first = (20 if words[back - 1] == "twenty" else 30), back - 1
    match = _SPELLED_MONTH.match(reading.line, reading.line_at[first])
    if match is not None:
        return _spelled(u, match)
    number = tens + ORDINALS[words[at]]
    if (
        number <= 3
        or words[first - 1 : first] != ["the"]
        or words[first - 2 : first - 1] not in _SPELLED_LEADS
    ):
        return None
    if not closes(u, at + 1):
        return None
    return numbered(u, first - 1, at + 1, number)


_SPELLED_LEADS: Final = [[w] for w in "on until till from by to and since before after".split()]


def _spelled(u: Utterance, match: re.Match[str]) -> Found | None:
    tens = {"twenty": 20, "thirty": 30}.get(match["tens"] or "", 0)
    day = cal.on(u.moment.today, tens + ORDINALS[match["w"]], MONTHS[match["m"]], _year(match))
    return dated(u, match, day, day)


def days_of_month(u: Utterance, match: re.Match[str]) -> Found | None:
    """Resolve "14", "14-16" or "14, 15 and 16" of a month."""
    numbers = [int(n) for n in _NUMBERS.findall(match["days"])]
    month, year = MONTHS[match["m"]], _year(match)
    begin = cal.on(u.moment.today, numbers[0], month, year)
    until = cal.on(u.moment.today, numbers[-1], month, year)
    if begin is None or until is None or until < begin:
        if until is not None and _RANGES.search(match["days"]):
            # "the 26th to the 2nd of March"
            begin = cal.on(cal.ahead(until, -31), numbers[0], (month - 2) % 12 + 1)
            if begin is not None and begin < until:
                return dated(u, match, begin, until)
        return dated(u, match, until, until)
    vague = " or " in match["days"] and not _RANGES.search(match["days"])
    return dated(u, match, begin, until, vague=vague)


def dated(
    u: Utterance, match: re.Match[str], begin: date | None, until: date | None, *, vague: bool = False
) -> Found | None:
    """Return the date on the words of a match; None where the calendar lacks a day of it."""
    if begin is None or until is None:
        return None
    return Found(
        *u.reading.words_of(match.start(), len(match.group().rstrip(" ,")) + match.start()),
        begin,
        until,
        vague,
        kind="date",
    )


def _year(match: re.Match[str]) -> int | None:
    return int(match["y"]) if match["y"] else None


def is_month_after(u: Utterance, match: re.Match[str]) -> bool:
    """True unless "may" or "march" behind a number is a verb ("the 4 may come")."""
    name = match["m"]
    if name not in ("may", "march", "mar"):
        return True
    written = match.group()
    if any(f" {suffix} " in written for suffix in SUFFIXES) or " of " in written or match["y"]:
        return True
    return name == "mar" or closes(u, u.reading.word_at(match.start("m")) + 1)


def _is_month_before(u: Utterance, at: int, match: re.Match[str]) -> bool:
    """True unless a month's name before a number is a verb or a name ("may 3 of us")."""
    if match["m"] not in ("may", "march"):
        return True
    if any(f" {suffix}" in match.group() for suffix in SUFFIXES):
        return True
    return not at or u.reading.words[at - 1] not in _SUBJECTS


def _month_alone(u: Utterance, at: int) -> Found | None:
    """Read "in November", "early May", "the end of June"."""
    words = u.reading.words
    name = words[at]
    back = at - 1 if at and words[at - 1] == "-" else at
    before = words[back - 1] if back else ""
    if before not in _MONTH_LEADS or name in ("mar", "sat", "sun"):
        return None
    if name in ("may", "march", "august") and (before == "this" or not closes(u, at + 1)):
        return None
    if before == "of" and (back < 2 or words[back - 2] not in _PARTS_OF_MONTHS):
        return None
    part = {"early": "early", "late": "late", "mid": "mid"}.get(before, "")
    if before == "of":
        part = {"beginning": "early", "start": "early"}.get(words[back - 2], words[back - 2])
    year = cal.year_gone(u.moment.today, MONTHS[name], before) if before in _GONE else None
    return Found(at, at + 1, *cal.named_month(u.moment.today, MONTHS[name], part, year))
