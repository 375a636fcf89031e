"""Dates with a number: "the 28th", "4 Nov", "Nov 4-6", "4/11", "2026-11-04", "in November".

An ordinal is a date only where its neighbours leave it nothing to count: not the "3rd
floor", "her 70th", "the 2nd session".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal
from align.claims.dates.calendar_names import MONTHS, ORDINALS, SUFFIXES, WEEKDAYS
from align.claims.dates.found import Found
from align.claims.dates.place_before import is_place_before, may_be_run, run_at_place
from align.data.words import load_words
from align.reading.cues import CALENDAR, CLOCK, EMOJI, NUMBER, PLACE_WORD, SELF, SENTENCE_END

if TYPE_CHECKING:
    from datetime import date

    from align.claims.utterance import Utterance

_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_SPELLED: Final = "|".join(sorted(ORDINALS, key=len, reverse=True))
_DAY: Final = r"\d{1,2}(?: (?:st|nd|rd|th|\.))?(?![\d:./])"
_SEPARATOR: Final = r"(?:, and|, or|,|-|—|and|&|or|to|until|till|through|thru)"
_YEAR: Final = r"(?: ,)?(?: (?P<y>20\d\d)\b)?"
_DAYS_MONTH: Final = re.compile(
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
_ISO: Final = re.compile(r"(20\d\d) - (\d{1,2}) - (\d{1,2})\b")
_NUMERIC: Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?\Z")
_NUMBERS: Final = re.compile(r"\d{1,2}")
_RANGES: Final = re.compile(r" (?:-|—|to|until|till|through|thru) ")
_PAST: Final = frozenset("was were had went been thanks thank met saw since did".split())
_SUBJECTS: Final = frozenset("i you we it they he she there that this who u to will soldiers people".split())
_GONE: Final = frozenset(("last", "past", "since"))
_PARTS_OF_MONTHS: Final = frozenset("end middle beginning start rest whole all most".split())
_MONTH_LEADS: Final = frozenset(
    (
        "in during until till til through thru early late mid this next last past since end of middle "
        "beginning start"
    ).split()
)


def may_be_date(words: list[str], at: int) -> bool:
    """True unless a number can be no date in a text that names no month: a cheap first look."""
    word = words[at]
    if len(word) > 2:
        return "/" in word or "." in word or word.startswith("20")
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in SUFFIXES or may_be_run(words, at):
        return True
    back = at - 2 if at >= 2 and words[at - 1] == "the" else at - 1
    return back >= 0 and words[back] in WEEKDAYS


def read_number(u: Utterance, at: int) -> Found | None:
    """Read a date that begins with the number at `at`."""
    reading = u.reading
    word = reading.words[at]
    if not word.isdecimal():
        return _numeric(u, at)
    if len(word) == 4:
        return _iso(u, at)
    if len(word) > 2:
        return None
    following = reading.words[at + 1] if at + 1 < len(reading) else ""
    if following in MONTHS or following in SUFFIXES or following in _JOINS:
        match = _DAYS_MONTH.match(reading.line, reading.line_at[at])
        if match is not None:
            return _days_of_month(u, match) if _is_month_after(u, match) else None
    if following in SUFFIXES:
        return _day_of_month(u, at)
    return run_at_place(u, at) or _after_weekday(u, at)


_JOINS: Final = frozenset(". , - — and & or to until till through thru of".split())


def read_month(u: Utterance, at: int) -> Found | None:
    """Read a date that begins with the month at `at`, or the month alone."""
    reading = u.reading
    line, position = reading.line, reading.line_at[at]
    match = _MONTH_DAYS.match(line, position)
    if match is not None and _is_month_before(u, at, match):
        return _days_of_month(u, match)
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
    if not _closes(u, at + 1):
        return None
    return _numbered(u, first - 1, at + 1, number)


_SPELLED_LEADS: Final = [[w] for w in "on until till from by to and since before after".split()]


def _spelled(u: Utterance, match: re.Match[str]) -> Found | None:
    tens = {"twenty": 20, "thirty": 30}.get(match["tens"] or "", 0)
    day = cal.on(u.moment.today, tens + ORDINALS[match["w"]], MONTHS[match["m"]], _year(match))
    return _found(u, match, day, day)


def _days_of_month(u: Utterance, match: re.Match[str]) -> Found | None:
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
                return _found(u, match, begin, until)
        return _found(u, match, until, until)
    vague = " or " in match["days"] and not _RANGES.search(match["days"])
    return _found(u, match, begin, until, vague=vague)


def _found(
    u: Utterance, match: re.Match[str], begin: date | None, until: date | None, *, vague: bool = False
) -> Found | None:
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


def _is_month_after(u: Utterance, match: re.Match[str]) -> bool:
    """True unless "may" or "march" behind a number is a verb ("the 4 may come")."""
    name = match["m"]
    if name not in ("may", "march", "mar"):
        return True
    written = match.group()
    if any(f" {suffix} " in written for suffix in SUFFIXES) or " of " in written or match["y"]:
        return True
    return name == "mar" or _closes(u, u.reading.word_at(match.start("m")) + 1)


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
    if name in ("may", "march", "august") and (before == "this" or not _closes(u, at + 1)):
        return None
    if before == "of" and (back < 2 or words[back - 2] not in _PARTS_OF_MONTHS):
        return None
    part = {"early": "early", "late": "late", "mid": "mid"}.get(before, "")
    if before == "of":
        part = {"beginning": "early", "start": "early"}.get(words[back - 2], words[back - 2])
    year = cal.year_gone(u.moment.today, MONTHS[name], before) if before in _GONE else None
    return Found(at, at + 1, *cal.named_month(u.moment.today, MONTHS[name], part, year))


# -- the day of the month ----------------------------------------------------------------

_OWNERS: Final = frozenset("her his my your mum mom dad 's our their a an mums moms ur".split())
_CLOSING: Final = frozenset(
    ". , ! ? ; : … ) ( \n - — at to till until til through thru and & or for if so but in is 's works "
    "work would"
    " could can i i'm i'll i'd i've we we're we'll we'd we've you you'll you'd you're up let's from "
    "then because with it of on around by before after only onwards"
    " onward too as when while between looks suits free open just instead also now that which there are was"
    " has will please pls thanks x xx my your he she they may might should onwards / it's that's about "
    "this yes yep yeah no right ok lah innit only all straight".split(" ")
)


def _day_of_month(u: Utterance, at: int) -> Found | None:
    """Read "the 28th", "14th", where nothing follows that it could count."""
    words = u.reading.words
    number = int(words[at])
    before = words[at - 1] if at else ""
    last = at + 2
    if before in _OWNERS or not 1 <= number <= 31:
        return None
    if not (_closes(u, last) or _is_of_its_weekday(u, at) or _is_on_the_day(words, at)):
        return None
    if before == "the":
        return _numbered(u, at - 1, last, number)
    if (before not in _SPANNING and _is_corner(u, last)) or (before == "on" and _month_first(u)):
        return None
    leads = not at or before in _BARE_LEADS or before in WEEKDAYS or before in MONTHS
    leads = leads or _opens_run(words, last) or is_place_before(u, at) or words[last : last + 3] in _OF_MONTH
    return _numbered(u, at, last, number) if leads else None


def _is_of_its_weekday(u: Utterance, at: int) -> bool:
    """True for "Saturday the 20th" where that is a Saturday, whatever follows."""
    words = u.reading.words
    back = at - 2 if at >= 2 and words[at - 1] == "the" else at - 1
    weekday = WEEKDAYS.get(words[back]) if back >= 0 else None
    day = None if weekday is None else cal.coming(u.moment.today, int(words[at]), weekday)
    return day is not None and day.weekday() == weekday


def _is_on_the_day(words: list[str], at: int) -> bool:
    """True for "on the 20th come over", not for "on the 20th floor": so many are rarely counted up to."""
    behind = words[at + 2] if at + 2 < len(words) else ""
    return (
        int(words[at]) > _COUNTED_UP_TO
        and words[max(0, at - 2) : at] == ["on", "the"]
        and behind not in _COUNTED
    )


_COUNTED_UP_TO: Final = 12
_COUNTED: Final = frozenset(
    "floor street st avenue ave century birthday anniversary edition hole row page level storey fret bar "
    "measure"
    " time attempt try visit session lesson client customer person guest one place day week month year "
    "hour minute"
    " district arrondissement station platform parallel amendment".split()
)
"""What is numbered so high: "on the 21st floor"."""
_OF_MONTH: Final = [["of", which, "month"] for which in ("this", "next", "the")]


def _opens_run(words: list[str], last: int) -> bool:
    """True for the first of "7th-12th", "3rd to 5th", whatever leads to it."""
    joint, *ends = (*words[last : last + 3], "", "", "")[:3]
    return joint in ("-", "—", "to", "till", "until") and ends[0].isdigit() and ends[1] in SUFFIXES


_SPANNING: Final = frozenset("until till from since".split())
_BARE_LEADS: Final = frozenset(
    "on until till til to from by and & - — or , through thru between for . ! ? : ( \n since".split(" ")
)


def _closes(u: Utterance, last: int) -> bool:
    """True when the word behind a number leaves it nothing to count."""
    words, marks = u.reading.words, u.reading.marks
    if last >= len(words) or words[last] in _CLOSING:
        return True
    return bool(marks[last] & (CALENDAR | CLOCK | NUMBER | EMOJI | SENTENCE_END | PLACE_WORD))


def _is_corner(u: Utterance, last: int) -> bool:
    """True for a street corner: "5th and Pine"."""
    words, marks = u.reading.words, u.reading.marks
    if last + 1 >= len(words) or words[last] not in ("and", "&", "/"):
        return False
    return not marks[last + 1] & (CALENDAR | NUMBER | SELF) and words[last + 1] not in _CLOSING


def _numbered(u: Utterance, first: int, last: int, number: int) -> Found | None:
    begin = max(u.reading.sentence(first)[0], first - 6)  # "Thanks! On the 15th I'm in Leeds"
    past = not _PAST.isdisjoint(u.reading.words[begin:first])
    day = cal.coming(u.moment.today, number, past=past)
    return Found(first, last, day, day, number=number) if day else None


def _after_weekday(u: Utterance, at: int) -> Found | None:
    """Read the number of "Saturday 14" where the calendar agrees, and no clock could say it."""
    words, marks = u.reading.words, u.reading.marks
    back = at - 2 if at >= 2 and words[at - 1] == "the" else at - 1
    weekday = WEEKDAYS.get(words[back]) if back >= 0 else None
    number = int(words[at])
    if weekday is None or not 1 <= number <= 31 or not _closes(u, at + 1):
        return None
    day = cal.coming(u.moment.today, number, weekday)
    if day is None or day.weekday() != weekday:
        return None
    following = marks[at + 1] if at + 1 < len(marks) else 0
    if number <= 12 and not _is_timed(u, at + 1):
        return None
    if following & CLOCK:
        return None
    return Found(at, at + 1, day, day, number=number)


def _is_timed(u: Utterance, at: int) -> bool:
    """True when a clock time follows, so that the number before it is none."""
    words, marks = u.reading.words, u.reading.marks
    if words[at : at + 1] in (["at"], ["@"], [","], ["from"]):
        at += 1
    return at < len(marks) and bool(marks[at] & NUMBER)


# -- digits ------------------------------------------------------------------------------

_US_ZONES: Final = frozenset(
    f"America/{city}"
    for city in (
        "New_York Chicago Denver Los_Angeles Phoenix Anchorage Detroit Boise Juneau Indiana/Indianapolis"
        " Kentucky/Louisville Adak Menominee"
    ).split()
) | {"Pacific/Honolulu"}
_DATE_LEADS: Final = frozenset(
    "on until till til by from to for - — through the and since of ( , before after between & or".split()
)
_FRACTIONS: Final = frozenset("1/2 1/3 2/3 1/4 3/4 1/5 24/7 50/50 1/8 9/11".split())


def _month_first(u: Utterance) -> bool:
    """True where people write the month first: in the United States."""
    zone = u.known.zone.key
    return zone in _US_ZONES or (
        u.known.currency == "USD" and not zone.startswith(("Europe/", "Australia/", "Asia/"))
    )


def _iso(u: Utterance, at: int) -> Found | None:
    match = _ISO.match(u.reading.line, u.reading.line_at[at])
    if match is None:
        return None
    day = cal.exact(int(match[1]), int(match[2]), int(match[3]))
    return _found(u, match, day, day)


def _numeric(u: Utterance, at: int) -> Found | None:
    """Read 23/10, 10/23, 23.10.2026 where the neighbours make it a date."""
    words = u.reading.words
    match = _NUMERIC.match(words[at])
    if match is None:
        return _year_first(u, at)
    year = match[4]
    if year is None and match[2] == "." and _has_ordinal_dot(u, at):
        one = _ordered(u, at, int(match[1]), int(match[3]), None)
        return one._replace(last=at + 2) if one is not None else None
    before = words[at - 1] if at else ""
    following = words[at + 1] if at + 1 < len(words) else ""
    if following in MONTHS and match[2] == "/":
        return _two_days(u, at, match)
    if following in ("am", "pm"):
        return None  # "Tuesday 9.30pm"
    opens = before in ("", ".", "!", "?", "\n") and following in ("at", "@", "works", "is", ":", "from")
    opens = opens or (before not in load_words() and words[at] != "24/7" and is_place_before(u, at))
    if year is None and (before in WEEKDAYS or before == "on" or (opens and match[2] == "/")):
        pass
    elif year is None and (match[2] == "." or before not in _DATE_LEADS or words[at] in _FRACTIONS):
        return None
    if year is None and not _closes(u, at + 1):
        return None
    day = _ordered(u, at, int(match[1]), int(match[3]), int(year) if year else None)
    if day is not None and year is None and match[2] == "." and _is_clock(match):
        # "Thursday 9.30", where 30 September is no Thursday
        weekday = WEEKDAYS.get(before)
        return None if weekday is not None and day.begin.weekday() != weekday else day
    return day


def _year_first(u: Utterance, at: int) -> Found | None:
    """Read "2026/11/28"."""
    match = _YEAR_FIRST.match(u.reading.words[at])
    day = cal.exact(int(match[1]), int(match[2]), int(match[3])) if match is not None else None
    return Found(at, at + 1, day, day, kind="date") if day is not None else None


_YEAR_FIRST: Final = re.compile(r"(20\d\d)/(\d{1,2})/(\d{1,2})\Z")


def _is_clock(match: re.Match[str]) -> bool:
    """True for digits that a clock can show: "9.30"."""
    return len(match[3]) == 2 and int(match[1]) < 24 and int(match[3]) < 60


def _has_ordinal_dot(u: Utterance, at: int) -> bool:
    """True for the "2.12." of "2.12. to 4.12.", whose last dot ends no sentence."""
    words = u.reading.words
    return words[at + 1 : at + 2] == ["."] and not u.reading.marks[at + 1] & SENTENCE_END


def _ordered(u: Utterance, at: int, one: int, two: int, year: int | None) -> Found | None:
    pairs = [(one, two), (two, one)]
    if "/" in u.reading.words[at] and _month_first(u):
        pairs.reverse()
    for number, month in pairs:
        if 1 <= month <= 12:
            day = cal.on(u.moment.today, number, month, year)
            if day is not None:
                return Found(at, at + 1, day, day)
    return None


def _two_days(u: Utterance, at: int, match: re.Match[str]) -> Found | None:
    """Read "14/15 Nov"."""
    month = MONTHS[u.reading.words[at + 1]]
    begin = cal.on(u.moment.today, int(match[1]), month)
    until = cal.on(u.moment.today, int(match[3]), month)
    if begin is None or until is None or until < begin:
        return None
    return Found(at, at + 2, begin, until)
