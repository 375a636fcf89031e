"""Calendar dates relative to now: "next Tuesday", "the 28th", "this weekend", "23 to 25 Oct".

Every pattern is anchored at a calendar word or a number and reads words of the line to
its right; runs ("Friday to Sunday", "the 14th and 15th") are joined afterwards.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from align.claims.claim import Days
from align.claims.stance import stance_of
from align.reading.cues import CALENDAR, NUMBER, NUMBER_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_WEEKDAYS: Final = {
    name: day
    for day, names in enumerate(
        (
            "monday mon mondays",
            "tuesday tue tues tuesdays",
            "wednesday weds wed wednesdays",
            "thursday thu thur thurs thursdays",
            "friday fri fridays",
            "saturday sat saturdays",
            "sunday sun sundays",
        )
    )
    for name in names.split()
}
_MONTHS: Final = {
    name: month
    for month, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_ORDINALS: Final = {
    word: day
    for day, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
        " twentieth".split(),
        start=1,
    )
} | {
    f"twenty-{word}": 20 + day
    for day, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth".split(), start=1
    )
}
_TOMORROW: Final = r"tomorrow|tmrw|tmr|tomo|tomoz|2moro|2morrow|2mrw|tomorow"
_WEEKDAY: Final = "|".join(sorted(_WEEKDAYS, key=len, reverse=True))
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SMALL: Final = {
    w: n for n, w in enumerate("zero one two three four five six seven eight nine ten".split())
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2}
_COUNT: Final = r"\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of"

_WORD: Final = re.compile(
    rf"(?P<today>today|tonight|tonite|2nite|2day|right now|now|currently|at the moment)\b"
    rf"|(?P<after>(?:the )?day after (?:{_TOMORROW}))\b"
    rf"|(?P<tomorrow>{_TOMORROW})\b"
    r"|(?P<yesterday>yesterday|last night)\b"
    r"|this (?P<part>morning|afternoon|evening|arvo|lunchtime)\b"
    r"|(?P<weekend>(?:(?P<which>this coming|this|next|the|over the|at the) )?(?:weekend|wknd|weekends))\b"
    rf"|(?:(?P<rel>this coming|coming|this|next|following) )?(?P<weekday>{_WEEKDAY})\b(?P<week> week\b)?"
    r"|(?P<span_rel>this|next|the rest of the|the rest of this|rest of the|all|later this|the following|following) (?P<span>week|month|year)\b"
    rf"|in (?P<count>{_COUNT}) (?P<unit>days?|weeks?|months?)\b"
    r"|(?P<fortnight>in a fortnight)\b"
)
_ISO: Final = re.compile(r"(\d{4}) - (\d{1,2}) - (\d{1,2})\b")
_DAY_NUMBER: Final = r"(?:(?P<d>\d{1,2})(?: (?P<suffix>st|nd|rd|th))?)"
_DAY_MONTH: Final = re.compile(
    rf"(?P<d>\d{{1,2}})(?: (?:st|nd|rd|th))?(?: of)? (?P<m>{_MONTH})\b(?: ,? ?(?P<y>20\d\d)\b)?"
)
_MONTH_DAY: Final = re.compile(
    rf"(?P<m>{_MONTH}) (?:the )?(?P<d>\d{{1,2}})(?: (?:st|nd|rd|th)\b)?(?![:.,]?\d)(?! (?:am|pm|%|euro))(?: ,? ?(?P<y>20\d\d)\b)?"
)
_THE_DAY: Final = re.compile(
    r"(?:the )?(?P<d>\d{1,2}) (?:st|nd|rd|th)\b"
    rf"|the (?P<w>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\b(?! (?:time|one|hour|session|thing|half|two|visit|lesson|few))"
)
_NUMERIC: Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{2,4}))?\Z")
_JOIN: Final = re.compile(r" ?(to|until|till|til|through|thru|-|—|and|&|or|,) (?:on )?(?:the )?")
_RANGE_HEAD: Final = re.compile(
    rf"(?P<d1>\d{{1,2}})(?: (?:st|nd|rd|th))? ?(?:-|to|and|until|till|&) ?(?P<d2>\d{{1,2}})(?: (?:st|nd|rd|th))?(?: of)? (?P<m>{_MONTH})\b"
)
_MONTH_RANGE: Final = re.compile(
    rf"(?P<m>{_MONTH}) (?:the )?(?P<d1>\d{{1,2}})(?: (?:st|nd|rd|th))? ?(?:-|to|and|until|till|through|&) ?(?:the )?(?P<d2>\d{{1,2}})(?: (?:st|nd|rd|th))?(?! (?:am|pm))\b"
)
_PERIOD: Final = frozenset("to until till til through thru - —".split())


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    begin: date
    until: date
    vague: bool = False


def read_days(u: Utterance) -> None:
    """Add a `Days` for every date or run of dates in the text."""
    reading = u.reading
    if not reading.seen & CALENDAR and not reading.seen & NUMBER:
        return
    found: list[_Found] = []
    end = 0
    has_calendar = bool(reading.seen & CALENDAR)
    cues = CALENDAR | NUMBER if has_calendar else NUMBER
    for index in reading.where(cues | (NUMBER_WORD if has_calendar else 0)):
        if index < end:
            continue
        one = _read_at(u, index)
        if one is not None and u.is_free(one.first, one.last):
            found.append(one)
            end = one.last
    for one in _joined(u, found):
        u.take(one.first, one.last)
        u.days.append(
            Days(
                first=one.first,
                last=one.last,
                stance=stance_of(reading, one.first, one.last),
                begin=one.begin,
                until=one.until,
                vague=one.vague,
            )
        )


def _read_at(u: Utterance, index: int) -> _Found | None:
    """Read the date expression whose cue word is at `index`."""
    reading = u.reading
    mark = reading.marks[index]
    if mark & CALENDAR:
        found = _word_date(u, index)
        if found is not None:
            return found
        return _month_date(u, index)
    if mark & NUMBER:
        return _number_date(u, index)
    return _ordinal_word(u, index)


def _word_date(u: Utterance, index: int) -> _Found | None:
    reading = u.reading
    line, at = reading.line, reading.line_at
    match = None
    start = index
    for back in (3, 2, 1, 0):
        start = index - back
        if start < 0:
            continue
        match = _WORD.match(line, at[start])
        if match is not None and match.end() > at[index]:
            break
        match = None
    if match is None:
        return None
    first, last = reading.words_of(match.start(), match.end())
    window = _resolve(match, u)
    return None if window is None else _Found(first, last, *window)


def _resolve(match: re.Match[str], u: Utterance) -> tuple[date, date, bool] | None:
    today = u.moment.today
    kind = match.lastgroup
    group = match.groupdict()
    if group["today"] or group["part"]:
        # "now" alone is mostly a filler; it dates a place only beside "in".
        return today, today, group["today"] == "now"
    if group["after"]:
        return _single(today + timedelta(days=2))
    if group["tomorrow"]:
        return _single(today + timedelta(days=1))
    if group["yesterday"]:
        return _single(today - timedelta(days=1))
    if group["weekend"]:
        return _weekend(today, group["which"] or "")
    if group["weekday"]:
        return _weekday(today, group["weekday"], group["rel"] or "", bool(group["week"]))
    if group["span"]:
        return _span(today, group["span_rel"], group["span"])
    if group["count"]:
        return _ahead(today, group["count"], group["unit"])
    if kind == "fortnight":
        return _single(today + timedelta(days=14))
    return None


def _single(day: date) -> tuple[date, date, bool]:
    return day, day, False


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weekend(today: date, which: str) -> tuple[date, date, bool]:
    saturday = _monday(today) + timedelta(days=5)
    if which == "next":
        saturday += timedelta(days=7)
    return saturday, saturday + timedelta(days=1), True


def _weekday(today: date, name: str, relation: str, week_after: bool) -> tuple[date, date, bool]:
    """Resolve a weekday: bare or "this" is the coming one, "next" is next week's."""
    number = _WEEKDAYS[name]
    if relation in ("next", "following"):
        day = _monday(today) + timedelta(days=7 + number)
    else:
        ahead = (number - today.weekday()) % 7
        if ahead == 0 and relation != "this":
            ahead = 7
        day = today + timedelta(days=ahead)
    if week_after:
        day += timedelta(days=7)
    return day, day, name.endswith("days")


def _span(today: date, relation: str, unit: str) -> tuple[date, date, bool]:
    ahead = relation in ("next", "the following", "following")
    if unit == "week":
        monday = _monday(today) + timedelta(days=7 if ahead else 0)
        return (monday if ahead else today), monday + timedelta(days=6), True
    if unit == "month":
        year, month = today.year, today.month
        if ahead:
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        begin = date(year, month, 1) if ahead else today
        return begin, date(year, month, monthrange(year, month)[1]), True
    year = today.year + (1 if ahead else 0)
    return (date(year, 1, 1) if ahead else today), date(year, 12, 31), True


def _ahead(today: date, count: str, unit: str) -> tuple[date, date, bool]:
    number = int(count) if count.isdigit() else _SMALL.get(count, 1)
    if unit.startswith("day"):
        return _single(today + timedelta(days=number))
    if unit.startswith("week"):
        day = today + timedelta(days=7 * number)
        return day - timedelta(days=1), day + timedelta(days=1), True
    day = today + timedelta(days=30 * number)
    return day - timedelta(days=5), day + timedelta(days=5), True


def _month_date(u: Utterance, index: int) -> _Found | None:
    reading = u.reading
    line, at = reading.line, reading.line_at
    match = _MONTH_RANGE.match(line, at[index])
    if match is not None:
        begin = _on(u, int(match["d1"]), _MONTHS[match["m"]])
        until = _on(u, int(match["d2"]), _MONTHS[match["m"]])
        if begin and until and begin <= until:
            return _Found(*reading.words_of(*match.span()), begin, until)
    match = _MONTH_DAY.match(line, at[index])
    if match is not None and _is_month(u, index):
        day = _on(u, int(match["d"]), _MONTHS[match["m"]], match["y"])
        if day:
            return _Found(*reading.words_of(*match.span()), day, day)
    name = reading.words[index]
    if name in _MONTHS and name not in ("may", "march", "mar", "sat", "sun") and _after_in(u, index):
        return _whole_month(u, index, _MONTHS[name])
    return None


def _is_month(u: Utterance, index: int) -> bool:
    """True unless a month's name is more likely a verb ("may 3 of us come")."""
    return u.reading.words[index] not in ("may", "march") or u.reading.cased(index)[:1].isupper()


def _after_in(u: Utterance, index: int) -> bool:
    return index > 0 and u.reading.words[index - 1] in ("in", "during", "until", "till", "through", "early", "late", "mid", "this", "next")


def _whole_month(u: Utterance, index: int, month: int) -> _Found:
    today = u.moment.today
    year = today.year + (1 if month < today.month else 0)
    return _Found(
        index, index + 1, date(year, month, 1), date(year, month, monthrange(year, month)[1]), True
    )


def _number_date(u: Utterance, index: int) -> _Found | None:
    reading = u.reading
    line, at = reading.line, reading.line_at
    for pattern in (_RANGE_HEAD, _DAY_MONTH, _ISO, _THE_DAY):
        match = pattern.match(line, at[index])
        if match is not None:
            break
    else:
        return _numeric_date(u, index)
    first, last = reading.words_of(*match.span())
    if pattern is _RANGE_HEAD:
        begin = _on(u, int(match["d1"]), _MONTHS[match["m"]])
        until = _on(u, int(match["d2"]), _MONTHS[match["m"]])
        return _Found(first, last, begin, until) if begin and until and begin <= until else None
    if pattern is _DAY_MONTH:
        if match["m"] in ("may", "march", "mar") and not reading.cased(last - 1)[:1].isupper():
            if match["m"] != "mar" and "th" not in match.group() and " of " not in match.group():
                return None
        day = _on(u, int(match["d"]), _MONTHS[match["m"]], match["y"])
    elif pattern is _ISO:
        day = _date(int(match[1]), int(match[2]), int(match[3]))
    else:
        first = first - 1 if first and reading.words[first - 1] == "the" else first
        if not _is_day_of_month(u, first, last):
            return None
        day = _coming(u, int(match["d"]))
    return _Found(first, last, day, day) if day else None


_NOT_A_DAY: Final = frozenset(
    "birthday anniversary floor grade year time century edition street st avenue ave row place"
    " session lesson visit hour wedding place year-old person one generation".split()
)


def _is_day_of_month(u: Utterance, first: int, last: int) -> bool:
    """True unless an ordinal counts something: "her 70th", "the 3rd floor"."""
    words = u.reading.words
    if last < len(words) and words[last] in _NOT_A_DAY:
        return False
    if first and words[first - 1] in ("her", "his", "my", "your", "mum", "mom", "dad", "'s", "our", "their"):
        return False
    return True


def _ordinal_word(u: Utterance, index: int) -> _Found | None:
    if index == 0 or u.reading.words[index - 1] != "the":
        return None
    match = _THE_DAY.match(u.reading.line, u.reading.line_at[index - 1])
    if match is None or match["w"] is None:
        return None
    day = _coming(u, _ORDINALS[match["w"]])
    return _Found(index - 1, index + 1, day, day) if day else None


def _numeric_date(u: Utterance, index: int) -> _Found | None:
    """Read 23/10, 10/23, 23.10.2026; day first unless that is impossible or in the US."""
    match = _NUMERIC.match(u.reading.words[index])
    if match is None:
        return None
    one, separator, two, year = int(match[1]), match[2], int(match[3]), match[4]
    if separator == "." and year is None:
        return None  # 7.30 is a time or an amount
    month_first = u.known.currency in ("USD", None) and separator == "/"
    pairs = ((two, one), (one, two)) if month_first else ((one, two), (two, one))
    for day_number, month in pairs:
        if 1 <= month <= 12:
            if year is not None:
                day = _date(int(year) + (2000 if len(year) == 2 else 0), month, day_number)
            else:
                day = _on(u, day_number, month)
            if day:
                if year is None and index and u.reading.words[index - 1] in ("at", "around"):
                    return None
                return _Found(index, index + 1, day, day)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _on(u: Utterance, day: int, month: int, year: str | None = None) -> date | None:
    """Return a day of a month: this year's, or next year's once it is long past."""
    today = u.moment.today
    if year:
        return _date(int(year), month, day)
    found = _date(today.year, month, day)
    if found is not None and (today - found).days > 120:
        return _date(today.year + 1, month, day) or found
    if found is not None and (found - today).days > 300:
        return _date(today.year - 1, month, day) or found
    return found


def _coming(u: Utterance, day: int) -> date | None:
    """Return the coming day of that number; one just past in this month stays past."""
    today = u.moment.today
    year, month = today.year, today.month
    if day < today.day - 3:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for _ in range(3):
        found = _date(year, month, day)
        if found is not None:
            return found
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return None


def _joined(u: Utterance, found: list[_Found]) -> list[_Found]:
    """Join "Friday to Sunday", "Friday and Saturday", "14th and 15th" into runs."""
    joined: list[_Found] = []
    for one in found:
        if joined:
            previous = joined[-1]
            run = _run(u, previous, one)
            if run is not None:
                joined[-1] = run
                continue
        joined.append(one)
    return [_opened(u, one) for one in joined]


def _run(u: Utterance, one: _Found, two: _Found) -> _Found | None:
    between = [w for w in u.reading.words[one.last : two.first] if w not in ("the", "on", "this")]
    begin, until = one.begin, two.until
    if not between and (two.begin == one.begin or (one.begin <= two.begin and two.until <= one.until)):
        return _Found(one.first, two.last, two.begin, two.until)  # "Friday the 24th"
    if len(between) != 1:
        return None
    if until < begin and two.begin == two.until:
        until += timedelta(days=7) if (begin - until).days < 7 else timedelta(0)
    if between[0] in _PERIOD and begin <= until:
        return _Found(one.first, two.last, begin, until)
    if between[0] in ("and", "&", ",", "or") and timedelta(0) <= two.begin - one.until <= timedelta(days=1):
        return _Found(one.first, two.last, begin, until, between[0] == "or")
    return None


def _opened(u: Utterance, one: _Found) -> _Found:
    """Read "until Friday" as from today on, and "from Friday" as a vague beginning."""
    words = u.reading.words
    before = words[one.first - 1] if one.first else ""
    if before in ("until", "till", "til", "through", "thru") and one.until >= u.moment.today:
        return _Found(one.first, one.last, min(u.moment.today, one.until), one.until, one.vague)
    return one
