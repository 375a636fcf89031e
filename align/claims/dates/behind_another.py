"""Dates that are counted from the one before them: "the Thursday after", "the weekend after that".

Who says where they stop and where they start next goes forward as well: "I finish in Austin
on Tuesday and start in Dallas on Thursday" means the Thursday behind that Tuesday.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from align.claims.dates import calendar_days as cal
from align.claims.dates.found import Found

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_SPANS: Final = frozenset("weekend week wknd".split())
_CLOSING: Final = frozenset("that and then is i i'm it's we we're".split())
_MOVING: Final = frozenset("start then leave leaving finish finishing wrap head heading move moving".split())
NEXT: Final = frozenset(("next", "following"))
_PARTS_OF_DAYS: Final = frozenset("day morning afternoon evening night".split())
_SAME_TALK: Final = 24
"""Words between a day and "the next morning" that is counted from it."""
_NEAR: Final = 12
_WEEK: Final = 7
_SATURDAY: Final = 5
_THURSDAY: Final = 3
_NOVEMBER: Final = 11


def count_on(u: Utterance, found: list[Found]) -> list[Found]:
    """Give every date that is counted from the one before it in its sentence its day."""
    if "after" in u.reading.words:
        found = _behind_dates(u, _with_spans_after(u, found))
    counted: list[Found] = []
    for one in found:
        last = counted[-1] if counted else None
        if (
            last is None
            or one.weekday is None
            or u.reading.sentence(last.first) != u.reading.sentence(one.first)
        ):
            counted.append(one)
        else:
            counted.append(_counted_from(u, last, one, one.weekday))
    return counted


def with_next_days(u: Utterance, found: list[Found]) -> list[Found]:
    """Add "the next morning", "the following day", behind a single day that was named before them."""
    words = u.reading.words
    if _PARTS_OF_DAYS.isdisjoint(words):
        return found
    nexts: list[Found] = []
    for at in range(1, len(words) - 1):
        if words[at] not in NEXT or words[at - 1] != "the" or words[at + 1] not in _PARTS_OF_DAYS:
            continue
        before = bisect_left(found, at - 1, key=lambda one: one.first) - 1
        last = found[before] if before >= 0 else None
        if last is not None and last.begin == last.until and at - last.last <= _SAME_TALK:
            day = cal.ahead(last.until, 1)
            nexts.append(Found(at - 1, at + 2, day, day, kind="next day"))
    covered = {i for one in nexts for i in range(one.first, one.last)}
    return sorted([*(one for one in found if covered.isdisjoint(range(one.first, one.last))), *nexts])


def _behind_dates(u: Utterance, found: list[Found]) -> list[Found]:
    """Join "the Saturday after" with the day that it names: "the Saturday after Halloween"."""
    words = u.reading.words
    joined: list[Found] = []
    for two in found:
        one = joined[-1] if joined else None
        if (
            one is not None
            and one.weekday is not None
            and two.begin == two.until
            and two.weekday is None
            and [word for word in words[one.last : two.first] if word != "the"] == ["after"]
        ):
            day = cal.ahead(two.until, (one.weekday - two.until.weekday()) % _WEEK or _WEEK)
            joined[-1] = one._replace(last=two.last, begin=day, until=day, vague=False, weekday=None)
        else:
            joined.append(two)
    return joined


def _counted_from(u: Utterance, last: Found, one: Found, weekday: int) -> Found:
    """Return `one`, on a weekday, as a day behind `last`, where its words say so."""
    words = u.reading.words
    after = one.vague and words[one.last : one.last + 1] == ["after"]
    moves = last.weekday is not None and one.begin < last.begin and _moves(u, last, one)
    if not after and not moves:
        return one
    day = cal.ahead(last.until, (weekday - last.until.weekday()) % _WEEK or _WEEK)
    closing = one.last + (1 + (words[one.last + 1 : one.last + 2] == ["that"])) * after
    return one._replace(last=closing, begin=day, until=day, vague=False, weekday=None)


def _moves(u: Utterance, last: Found, one: Found) -> bool:
    """True for "I finish in Austin on (Tuesday) and start in Dallas on (Thursday)"."""
    begin, _ = u.reading.sentence(last.first)
    words = u.reading.words
    if one.first - last.last > _NEAR or "in" not in words[last.last : one.first]:
        return False
    return not _MOVING.isdisjoint(words[max(begin, last.first - _NEAR) : one.first])


def _with_spans_after(u: Utterance, found: list[Found]) -> list[Found]:
    """Add "the weekend after (that)", "the week after", behind a date of their sentence."""
    words = u.reading.words
    if _SPANS.isdisjoint(words):
        return found
    spans: list[Found] = []
    read = 0
    last: Found | None = None
    for at in range(1, len(words) - 1):
        if words[at] not in _SPANS or words[at - 1] != "the" or words[at + 1] != "after":
            continue
        behind = words[at + 2 : at + 3]
        if behind and behind[0][0].isalnum() and behind[0] not in _CLOSING:
            continue
        while read < len(found) and found[read].first < at - 1:
            last = found[read]
            read += 1
        if last is not None and last.first >= u.reading.sentence(at)[0]:
            last = _span_after(last, at, whole=words[at] == "week", closed=behind == ["that"])
            spans.append(last)
    covered = {i for span in spans for i in range(span.first, span.last)}
    kept = [one for one in found if covered.isdisjoint(range(one.first, one.last))]
    return sorted([*kept, *spans])


def _span_after(last: Found, at: int, *, whole: bool, closed: bool) -> Found:
    monday = cal.ahead(cal.monday_of(last.until), _WEEK)
    begin = monday if whole else cal.ahead(monday, _SATURDAY)
    return Found(at - 1, at + 2 + closed, begin, cal.ahead(monday, _WEEK - 1), vague=True)


_SALES: Final = [
    [word] for word in "sale sales deal deals offer offers special price prices discount thing".split()
]


def black_friday(u: Utterance, at: int) -> Found | None:
    """Read "Black Friday" at its second word: the day after the fourth Thursday of November."""
    words = u.reading.words
    if words[at] != "friday" or words[at - 1 : at] != ["black"] or words[at + 1 : at + 2] in _SALES:
        return None
    today = u.moment.today
    for year in (today.year, today.year + 1):
        first = cal.exact(year, _NOVEMBER, 1)
        if first is None:
            return None
        day = cal.ahead(first, (_THURSDAY - first.weekday()) % _WEEK + 3 * _WEEK + 1)
        if cal.ahead(day, _WEEK) >= today:
            return Found(at - 1, at + 1, day, day)
    return None
