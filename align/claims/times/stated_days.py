"""Which day a time is said of: its own clause first, then what was said before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.nearby import claims_between
from align.claims.times.said_of_times import is_clock
from align.reading.cues import CONJUNCTION, NEGATION
from align.records import changed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.claims.claim import Days
    from align.claims.utterance import Utterance

_BACK: Final = 3
"""How many sentences before its own a day is still the topic."""
_REACH: Final = 60
_LAST: Final = 8
"""How many of the inbound's last days and times count."""
_LINKS: Final = frozenset(
    "at around about @ for by after before from , : on this the is 's - — between any anytime free open "
    "still works"
    " morning afternoon evening night lunchtime arvo ( till until in".split()
)
_JOINTS: Final = frozenset(", or and but ; / so — (".split())


def stated_day(u: Utterance, first: int, last: int) -> Days | None:
    """Return the day that the time on words `[first, last)` is said of, None where none is.

    That is a day in its own sentence; else the day of one of the sentences before it; else
    the day that the client's message asks about.
    """
    if u.days:
        begin, end = u.reading.sentence(first)
        _, end = u.reading.sentence(last - 1) if last > end else (begin, end)
        near = claims_between(u.days, max(begin, first - _REACH), min(end, last + _REACH))
        own = _own(u, near, first, last)
        if own is not None:
            return own if own.begin == own.until else _one_of(u, own, first)
        earlier = _earlier(u, begin)
        if earlier is not None:
            return earlier
    return _asked(u, first, last)


def _one_of(u: Utterance, days: Days, first: int) -> Days:
    """Return the one of several days that a time is said of, else them all."""
    if _is_not_till(u, days):
        return changed(days, begin=days.until)
    if not _has_times_around(u, days):
        return days
    # "either at 1:30 today or tomorrow at 5": each day has the time on its own side
    return changed(days, until=days.begin) if first < days.first else changed(days, begin=days.until)


def _has_times_around(u: Utterance, days: Days) -> bool:
    """True for "1:30 today or tomorrow at 5": an hour right before the one day, another right behind the other."""
    words = u.reading.words
    if _EITHER.isdisjoint(words[days.first + 1 : days.last - 1]):
        return False
    behind = days.last + (words[days.last : days.last + 1] in _LED)
    return (
        is_clock(u, behind)
        and days.first > 0
        and bool(u.taken[days.first - 1] or is_clock(u, days.first - 1) or words[days.first - 1] in _HALVES)
    )


_EITHER: Final = frozenset(("or", "and", "/"))
_LED: Final = [["at"], ["@"], ["around"], ["about"]]
_HALVES: Final = frozenset("am pm".split())


def _is_not_till(u: Utterance, day: Days) -> bool:
    """True for the day of "I can't see you till tomorrow, any time after 2": it is the first that is free."""
    if not day.begin == u.moment.today < day.until:
        return False
    words, marks = u.reading.words, u.reading.marks
    led = words[day.first - 1 : day.first] in _TILL or words[day.first : day.first + 1] in _TILL
    return led and any(mark & NEGATION for mark in marks[max(0, day.first - _DENIED) : day.first])


_TILL: Final = (["till"], ["until"], ["til"])
_DENIED: Final = 6


# -- in its own sentence -----------------------------------------------------------------


def _own(u: Utterance, days: Sequence[Days], first: int, last: int) -> Days | None:
    """Pair a time with a day of its sentence: beside it, or by the order of the list."""
    if not days:
        return None
    before = [d for d in days if d.last <= first]
    after = [d for d in days if d.first >= last]
    touching_before = before[-1] if before and _touches(u, before[-1].last, first) else None
    touching_after = after[0] if after and _touches_after(u, last, after[0].first) else None
    if touching_before is not None and touching_after is not None:
        return touching_after if _is_time_first(u, days) else touching_before
    chosen = touching_before or touching_after
    if chosen is not None:
        return chosen
    before = [d for d in before if d.stance is Stance.ASSERTED or not _is_dropped(u, d, first)]
    if _is_time_first(u, days):
        return (
            after[0] if after and not _is_apart(u, last, after[0].first) else (before[-1] if before else None)
        )
    if before:
        return before[-1]
    return after[0] if after and not _is_apart(u, last, after[0].first) else None


def _touches(u: Utterance, last: int, first: int) -> bool:
    """True when nothing but a preposition stands between a day and the time behind it."""
    return first - last <= 3 and _LINKS.issuperset(u.reading.words[last:first])


def _touches_after(u: Utterance, last: int, first: int) -> bool:
    """True when a day follows a time within its clause: "5 on Friday", "6 works on Friday"."""
    return first - last <= 3 and _JOINTS.isdisjoint(u.reading.words[last:first])


def _is_apart(u: Utterance, last: int, first: int) -> bool:
    """True when a new clause begins between a time and a day behind it."""
    marks = u.reading.marks
    words = u.reading.words
    if words[first - 1] == "or":
        return True  # "it's 4 or tomorrow"
    return any(marks[i] & CONJUNCTION and words[i] not in ("or", "and") for i in range(last, first))


def _is_time_first(u: Utterance, days: Sequence[Days]) -> bool:
    """True for lists such as "5 on Friday, 11 on Saturday": the times lead."""
    if not u.starts or len(days) < 2:
        return False
    begin, _ = u.reading.sentence(days[0].first)
    return bool(claims_between(u.starts, max(begin, days[0].first - _REACH), days[0].first))


def _is_dropped(u: Utterance, day: Days, first: int) -> bool:
    """True for a day turned down before the time: "tomorrow is full, but 6 works"."""
    if day.stance not in (Stance.REFUSED, Stance.CORRECTED):
        return False
    between = u.reading.words[day.last : first]
    near = claims_between(u.starts, day.first - _REACH, first)
    timed = any(s.first >= day.last or s.last == day.first for s in near)
    return "but" in between and not timed and day.begin == day.until


# -- said before -------------------------------------------------------------------------


def _earlier(u: Utterance, begin: int) -> Days | None:
    """Return the day of the sentences before, unless it is past, turned down or an "until"."""
    for _ in range(_BACK):
        if begin <= 0:
            return None
        before, _ = u.reading.sentence(begin - 1)
        topics = [d for d in claims_between(u.days, max(before, begin - _REACH), begin) if _is_topic(u, d)]
        if topics:
            # "there's space today, two people moved to next week": what is moved there is no offer
            return next((d for d in reversed(topics) if not (d.vague and _is_moved(u, d))), topics[-1])
        begin = before
    return None


def _is_moved(u: Utterance, day: Days) -> bool:
    return day.first > 0 and u.reading.words[day.first - 1] in ("to", "into")


def _is_topic(u: Utterance, day: Days) -> bool:
    today = u.moment.today
    if day.until < today or day.stance in (Stance.REFUSED, Stance.CORRECTED, Stance.HYPOTHETICAL):
        return False
    before = u.reading.words[day.first - 1] if day.first else ""
    return before not in ("until", "till", "til", "through", "by", "since", "before")


def _of_question(inbound: Utterance, days: list[Days]) -> list[Days]:
    """Keep the days that the client asks for: "the test is tomorrow now, can you see him today?"."""
    if len(days) > 1:
        days = [day for day in days if not _is_of_event(inbound, day)] or days
    begin, _ = inbound.reading.sentence(days[-1].first)
    words = inbound.reading.words
    for at in range(days[-1].first - 1, max(begin, days[-1].first - _REACH) - 1, -1):
        if words[at] in (",", ";", "—"):
            begin = at + 1
            break
    asks = words[begin : begin + 2] in _ASKING
    return [day for day in days if day.first >= begin] if asks else days


def _is_of_event(inbound: Utterance, day: Days) -> bool:
    """True for the day of "any chance of a lesson today? My exam is on Tuesday": an event of theirs that is only told."""
    begin, end = inbound.reading.sentence(day.first)
    words = inbound.reading.words
    begin += words[begin] in _AND
    if words[begin] not in _THEIR or words[end - 1] == "?":
        return False
    between = words[begin + 1 : day.first]
    if "day" in between:
        return False  # "my day off is Tuesday" asks for it
    return len(between) <= _SUBJECT and any(w in _IS or w.endswith("'s") for w in between)


_AND: Final = frozenset("and but cos because since as btw so".split())
_THEIR: Final = frozenset("my our his her their the".split())
_IS: Final = frozenset(("is", "are", "'s"))
_SUBJECT: Final = 6
"""Words of "grade five exam is on the"."""
_ASKING: Final = [
    *(
        [verb, you]
        for verb in ("can", "could", "will", "would", "do", "are")
        for you in ("you", "u", "i", "we")
    ),
    *(["any", word] for word in ("chance", "space", "room", "slots", "time", "openings")),
]


def _asked(u: Utterance, first: int, last: int) -> Days | None:
    """Return the day that the client's message asks about, on the words of the time."""
    if u.inbound is None:
        return None
    today = u.moment.today
    days = [s.day for s in u.inbound.starts[-_LAST:] if s.proposed and s.day is not None]
    days = days or [d for d in u.inbound.days[-_LAST:] if d.until >= today]
    if not days:
        return None
    days = _of_question(u.inbound, days)
    named = days[-1]
    vague = named.vague or any(d.begin != named.begin for d in days)
    return changed(named, first=first, last=last, vague=vague)
