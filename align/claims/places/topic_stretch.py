"""The Saturday of a stretch of days that is spoken of: "here 6 to 8 March … on Saturday".

A bare weekday means the next one, unless the talk is of some days to come: then it is the
one among them. "This Saturday" and "tomorrow" stay what they are.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from align.claims.claim import Days, Stance
from align.claims.dates.calendar_names import WEEKDAYS
from align.records import changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from align.claims.utterance import Utterance

_WEEKENDS: Final = frozenset("weekend wknd wkend".split())
_NEAREST: Final = frozenset("this coming upcoming next every each any most last past".split())
"""What says itself which of the Saturdays is meant, or that none is."""
_LONGEST: Final = timedelta(days=16)
_WEEK: Final = 7
_FEW: Final = 8
_REACH: Final = 30
_UNMEANT: Final = frozenset((Stance.QUOTED, Stance.REFUSED, Stance.CORRECTED))


def within_stretch(u: Utterance, day: Days, name: tuple[int, int], listed: Sequence[int]) -> Days:
    """Return a bare weekday or weekend as that of the stretch of days that is asked about, or its place's.

    `name` is the range of the words of the place, `listed` the locations that it is.
    """
    if not _is_bare(u, day) or day.stance in _UNMEANT:
        return day
    for owner, stretch in _stretches(u, day):
        moved = _within(day, stretch)
        if moved is None:
            continue
        named = _names_place(u, owner, stretch, name) or (owner is u and _is_of_that_week(u, day))
        if named or (_is_topic(u, owner, day) and _asks_of(owner, listed)):
            return moved
    return day


def behind_stop(day: Days, ended: date, today: date) -> Days:
    """Return the Friday of "in town until the 19th, then in Leeds on Friday": the one after the 19th."""
    if day.until > ended:
        return day
    if day.begin == today < day.until:  # "until Friday"
        return changed(day, until=day.until + timedelta(days=_WEEK * ((ended - day.until).days // _WEEK + 1)))
    weeks = timedelta(days=_WEEK * ((ended - day.begin).days // _WEEK + 1))
    return changed(day, begin=day.begin + weeks, until=day.until + weeks)


def is_weekday(u: Utterance, day: Days) -> bool:
    """True for a date that only names days of some week: "Friday", "Sat and Sun", "the weekend"."""
    words = u.reading.words[day.first : day.last]
    return any(w in WEEKDAYS or w in _WEEKENDS for w in words) and not any(w[0].isdigit() for w in words)


def _is_bare(u: Utterance, day: Days) -> bool:
    if (day.begin - u.moment.today).days > _WEEK or not is_weekday(u, day):
        return False
    return _NEAREST.isdisjoint(u.reading.words[max(0, day.first - 1) : day.last])


def _stretches(u: Utterance, day: Days) -> Iterator[tuple[Utterance, Days]]:
    """The runs of days to come that were spoken of before a day, the last one first."""
    before = bisect_left(u.days, day.first, key=lambda d: d.first)
    definite = _is_of_that_week(u, day)
    for one in reversed(u.days[max(0, before - _FEW) : before]):
        if _is_stretch(u, one, day, definite=definite):
            yield u, one
    if u.inbound is not None:
        for one in reversed(u.inbound.days[-_FEW:]):
            if _is_stretch(u.inbound, one, day, definite=definite):
                yield u.inbound, one


def _is_stretch(owner: Utterance, one: Days, day: Days, *, definite: bool) -> bool:
    if not (day.until < one.begin < one.until and one.until - one.begin <= _LONGEST):
        return False
    if one.stance in _UNMEANT:
        return False
    words = owner.reading.words[one.first : one.last]
    if words[-2:] == ["next", "week"]:
        return definite
    return not one.vague and any(w[0].isdigit() for w in words)


def _is_of_that_week(u: Utterance, day: Days) -> bool:
    """True for "the Friday" of "I'm up next week … on the Friday instead": its article points back to that week."""
    words = u.reading.words
    return words[day.first] == "the" or words[day.first - 1 : day.first] == ["the"]


def _within(day: Days, stretch: Days) -> Days | None:
    """Move a day by whole weeks into a stretch; None where it has none of that name."""
    weeks = timedelta(days=_WEEK * -((day.begin - stretch.begin).days // _WEEK))
    begin, until = day.begin + weeks, day.until + weeks
    return (
        changed(day, begin=begin, until=until) if stretch.begin <= begin and until <= stretch.until else None
    )


def _is_topic(u: Utterance, owner: Utterance, day: Days) -> bool:
    """True where the client asks about one stretch, and the draft names no other day before."""
    return owner is u.inbound and len(owner.days) == 1 and u.days[0].first >= day.first


def _asks_of(owner: Utterance, listed: Sequence[int]) -> bool:
    """True where the client names no place, or one of these: who asks of Dallas does not date "Monday in Austin"."""
    return not owner.places or any(not set(listed).isdisjoint(place.listed) for place in owner.places)


def _names_place(u: Utterance, owner: Utterance, stretch: Days, name: tuple[int, int]) -> bool:
    """True where the place of a day was named in the sentence of the stretch too."""
    begin, end = owner.reading.sentence(stretch.first)
    begin, end = max(begin, stretch.first - _REACH), min(end, stretch.last + _REACH)
    return u.reading.words[name[0]] in owner.reading.words[begin:end]
