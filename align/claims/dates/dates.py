"""Calendar dates relative to now: "next Tuesday", "the 28th", "this weekend", "23 to 25 Oct".

A date is read at a calendar word (align/claims/dates/day_words.py) or at a number
(align/claims/dates/numbered_dates.py); what belongs together is joined afterwards
(align/claims/dates/date_runs.py).
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from align.claims.claim import Days, Stance
from align.claims.dates.behind_another import NEXT, count_on, with_next_days
from align.claims.dates.calendar_names import MONTHS, ORDINALS, WEEKDAYS
from align.claims.dates.date_runs import join
from align.claims.dates.day_words import read_word
from align.claims.dates.months_named import read_month, read_spelled
from align.claims.dates.numbered_dates import may_be_date, read_number
from align.claims.dates.place_before import may_be_run
from align.claims.dates.seasons import FEASTS, read_feast, read_next
from align.claims.nearby import claims_between
from align.claims.stance import stance_of
from align.reading.cues import CALENDAR, CLOCK, NUMBER

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from align.claims.dates.found import Found
    from align.claims.utterance import Utterance

_UNMARKED: Final = frozenset(ORDINALS) | FEASTS
"""Words of dates that no word class marks."""
_REACH: Final = 14
_FEW: Final = 8
_WEEK: Final = 7
_MONTHS: Final = frozenset(MONTHS)


def read_days(u: Utterance) -> None:
    """Add a `Days` for every date or run of dates in the text."""
    reading = u.reading
    found: list[Found] = []
    if reading.seen & (CALENDAR | CLOCK):
        found = _read(u, reading.where(CALENDAR | CLOCK | NUMBER))
    elif reading.seen & NUMBER:
        found = _read(
            u, [i for i in reading.where(NUMBER) if len(reading.words[i]) > 2 or may_be_run(reading.words, i)]
        )
    if not _UNMARKED.isdisjoint(reading.words):
        found = _with_unmarked(u, found)
    if not found:
        return
    if not NEXT.isdisjoint(reading.words):
        found = with_next_days(u, read_next(u, found))
    if len(found) > 1 or "after" in reading.words:
        found = count_on(u, found)
    for one in join(u, found):
        u.take(one.first, one.last)
        begin, until = _that_one(u, one)
        u.days.append(
            Days(
                first=one.first,
                last=one.last,
                stance=_stance(u, one),
                begin=begin,
                until=until,
                vague=one.vague,
            )
        )


def _stance(u: Utterance, one: Found) -> Stance:
    """Return the stance towards a date; "the 8th, not this week" sets another against it and refuses it not."""
    words = u.reading.words
    stance = stance_of(u.reading, one.first, one.last)
    if stance is not Stance.REFUSED or words[one.last : one.last + 2] != [",", "not"]:
        return stance
    begin = max(u.reading.sentence(one.first)[0], one.first - _REACH)
    denied = any(w in _DENYING or w.endswith("n't") for w in words[begin : one.first])
    contrasts = words[one.last + 2 : one.last + 3] == ["today"] or (
        words[one.last + 2 : one.last + 4] in _THIS_ONE
    )
    return Stance.ASSERTED if contrasts and not denied else stance


_DENYING: Final = frozenset("not no never cannot can't nowhere neither nor without sorry".split())
_THIS_ONE: Final = (["this", "week"], ["this", "month"])


def _that_one(u: Utterance, one: Found) -> tuple[date, date]:
    """Return the days of a date; "that Friday" is the Friday that was spoken of before."""
    if u.days and u.reading.words[one.first] in WEEKDAYS and _points_back(u, one):
        weeks = timedelta(days=(_monday(u.days[-1].until) - _monday(one.begin)).days)
        return one.begin + weeks, one.until + weeks
    if one.begin == one.until and one.first and u.reading.words[one.first - 1] == "that":
        spoken = [*(u.inbound.days[-_FEW:] if u.inbound is not None else ()), *u.days[-_FEW:]]
        for day in reversed(spoken):
            if day.begin == day.until and day.begin.weekday() == one.begin.weekday():
                return day.begin, day.until
        if _follows_a_day(u, one.first - 2):
            # "in Lisburn Monday to Wednesday, and in Bangor that Saturday": the one that comes then
            last = u.days[-1]
            after = last.until if _only_ends(u, last) else last.begin
            day = after + timedelta(days=(one.begin - after).days % _WEEK)
            return day, day
    return one.begin, one.until


def _points_back(u: Utterance, one: Found) -> bool:
    """True for the Friday of "here until the 19th. That weekend I'm in Moncton, Friday to Sunday"."""
    last, words = u.days[-1], u.reading.words
    if last.until < u.moment.today or last.stance is Stance.REFUSED:
        return False
    begin = max(u.reading.sentence(one.first)[0], one.first - _REACH)
    if last.first >= begin or not _WEEKENDS.intersection(words[begin : one.first]):
        return False
    return any(words[at] == "that" and words[at + 1] in _WEEKENDS for at in range(begin, one.first - 1))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


_WEEKENDS: Final = frozenset(("weekend", "wknd", "wkend", "week"))


def _follows_a_day(u: Utterance, before: int) -> bool:
    """True where a coming day was named before a "that" which is no "I hope that"."""
    if not u.days or u.days[-1].vague or u.days[-1].begin < u.moment.today:
        return False
    return before < 0 or u.reading.words[before] not in _THINKING


def _only_ends(u: Utterance, day: Days) -> bool:
    """True for the "through Friday" of "in Austin through Friday, then Dallas that Tuesday"."""
    before = u.reading.words[max(0, day.first - 2) : day.last]
    return day.begin == u.moment.today and not _UNTIL.isdisjoint(before)


_UNTIL: Final = frozenset("until till til through thru".split())
_THINKING: Final = frozenset(
    "know knew see saw think thought say said says hear heard hope hoping sure glad mean means case "
    "believe noticed realised"
    " realized remember forgot confirm told tell assume afraid worried happy now seeing given".split()
)


def _read(u: Utterance, cues: Sequence[int]) -> list[Found]:
    """Read the date at each cue, left to right, without overlaps."""
    words, marks, taken = u.reading.words, u.reading.marks, u.taken
    found: list[Found] = []
    end = 0
    # every name of a month is a cue itself: no need to look at the other words
    has_month = u.reading.seen & CALENDAR and not _MONTHS.isdisjoint([words[at] for at in cues])
    timed = bool(u.durations)
    for at in cues:
        if at < end or (taken[at] and not timed):
            continue
        if marks[at] & NUMBER:
            one = read_number(u, at) if has_month or may_be_date(words, at) else None
        elif words[at] in MONTHS:
            one = read_month(u, at)
        else:
            one = read_word(u, at)
        if one is not None and one.first >= end and _is_free(u, one):
            found.append(one)
            end = one.last
    return found


def _with_unmarked(u: Utterance, found: list[Found]) -> list[Found]:
    """Add ordinals in words, and feasts, unless they are part of a date that was read."""
    words = u.reading.words
    places = [at for at, word in enumerate(words) if word in _UNMARKED]
    for named, read in ((ORDINALS, read_spelled), (FEASTS, read_feast)):
        covered = {i for one in found for i in range(one.first, one.last)}
        read_here = [read(u, at) for at in places if words[at] in named and at not in covered]
        found += [
            one
            for one in read_here
            if one is not None and covered.isdisjoint(range(one.first, one.last)) and _is_free(u, one)
        ]
    return sorted(found)


def _is_free(u: Utterance, one: Found) -> bool:
    """True when no other claim holds the words; a length of time does not bar "in two days"."""
    if u.taken.find(1, one.first, one.last) < 0:
        return True
    near = claims_between(u.durations, one.first - _REACH, one.last)
    lengths = {i for d in near for i in range(d.first, d.last)}
    return all(i in lengths for i in range(one.first, one.last) if u.taken[i])
