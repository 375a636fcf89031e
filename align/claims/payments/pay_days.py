"""Payment on a day: it comes after an appointment that is on an earlier one.

"Friday is fine for the payment" says when the money comes; whether that is before or after
hangs on the day of the appointment, which the draft or the client names elsewhere.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import TYPE_CHECKING, Final

from align.claims.claim import Days, Stance
from align.claims.nearby import claims_between

if TYPE_CHECKING:
    from datetime import date

    from align.claims.utterance import Utterance

_BACK: Final = 6
_AHEAD: Final = 8
_NEAR: Final = 7
_FAR: Final = 60
"""Words around a day of paying in which the appointment's is looked for."""
_MANY: Final = 40
_APPOINTMENT: Final = re.compile(
    r"\b(?:see (?:you|ye|ya|u)|have (?:you|ye|\w+) (?:in|down|booked)|down for|booked|pencill?ed"
    r"|put (?:you|ye) in|appointment|session|lesson"
    r"|visit|groom|shoot|wedding|trial|as planned|on for|good for|in for|still on|slot|can do|come|play"
    r"|in (?:the|my|our) (?:book|books|diary|calendar))\b"
    r"|\b(?:we|i|you|let's)(?:'ll| will| can| could)?"
    r" (?:train|shoot|meet|groom|cut|teach|start|work on|do (?:it|the \w+|him|her|your \w+|you)"
    r"|get (?:it|you|him|her) done|finish|walk|sing|bake|tattoo|run)\b"
    r"|\b(?:we|you|ye|i|he|she)(?:'re|'m|'s| are| am| is)(?: only| just)?"
    r" (?:meeting|training|shooting|starting|in(?= (?:on )?\w+day)|with me)\b"
)


_PLANNING: Final = re.compile(
    r"\b(?:rehearsal|run ?-? ?through|walk ?-? ?through|planning|viewing|site visit"
    r"|(?:go|going|run|talk) (?:over|through)|(?:pick|choose|discuss|plan)"
    r" (?:the |your |some |out )*(?:songs?|music|pieces|playlist|menu|designs?|looks?|details|shots?)"
    r"|for the (?:songs|music|pieces|menu|designs?|details))\b"
)
"""A day on which the appointment is only talked over: "we meet on the 5th to go through the songs"."""


_GOES_AHEAD: Final = re.compile(
    r"\b(?:(?:can|could|will|'ll|still|just) go ahead|goes ahead|going ahead|as (?:planned|arranged|booked)|anyway)\b"
)
"""The appointment, on no day that is named, does not wait for the money: "it can go ahead as planned"."""


def paid_on_later_day(u: Utterance, first: int, last: int) -> tuple[int, int] | None:
    """Return the words of the paying on `[first, last)` and its day, where that is too late."""
    begin, end = u.reading.sentence(first)
    near = claims_between(u.days, max(begin, first - _BACK), min(end, last + _AHEAD))
    # the day right behind is the day of paying, else the one right before
    day = next((d for d in near if d.first >= last), near[-1] if near else None)
    if day is None or day.vague or day.stance is not Stance.ASSERTED:
        return None
    latest = _latest_appointment(u, day, (begin, end))
    if latest is None or _soonest(u, day) <= latest:
        return None
    return min(first, day.first), max(last, day.last)


_BARE: Final = frozenset("the on by st nd rd th".split())


def _soonest(u: Utterance, day: Days) -> date:
    """Return the day, or for one without a month, "the 13th", the next from today, be it before what is named last."""
    words = u.reading.words[day.first : day.last]
    today = u.moment.today
    if day.begin <= today or not all(word in _BARE or word.isdigit() for word in words):
        return day.begin
    for months in (0, 1):
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        number = day.begin.day
        if number <= monthrange(year, month + 1)[1] and (months or number >= today.day):
            return min(day.begin, today.replace(year=year, month=month + 1, day=number))
    return day.begin


def _latest_appointment(u: Utterance, payday: Days, sentence: tuple[int, int]) -> date | None:
    """Return the last day of an appointment that either side names, the day of paying aside."""
    near = claims_between(u.days, payday.first - _FAR, payday.last + _FAR)
    own = [d.until for d in near if d is not payday and _is_appointment(u, d)]
    if own:
        return max(own)
    inbound = u.inbound
    if inbound is not None:
        timed = {inbound.reading.sentence(p.first) for p in inbound.payments[:_MANY]}
        theirs = [
            d.until
            for d in inbound.days[:_MANY]
            if d.begin != payday.begin
            and not d.vague
            and inbound.reading.sentence(d.first) not in timed
            and not _is_planning(inbound, d)
        ]
        late = [p for p in inbound.payments[:_MANY] if p.timing == "after"]
        if not theirs and late:
            # the client asked to pay at the end of an appointment on a day
            theirs = [d.until for d in inbound.days[:_MANY] if not d.vague and d.begin < payday.begin]
        if theirs:
            return max(theirs)
    line, at = u.reading.line, u.reading.line_at
    last = min(payday.last + _FAR, len(at) - 1)
    if _GOES_AHEAD.search(line, at[max(0, payday.first - _FAR)], at[last]):
        return u.moment.today
    begin, end = sentence
    starts = claims_between(u.starts, payday.first - _FAR, payday.last + _FAR)
    undated = (s for s in starts if s.proposed and s.day is None and not begin <= s.first < end)
    return u.moment.today if any(undated) else None


def _is_planning(u: Utterance, day: Days) -> bool:
    reading = u.reading
    begin, end = reading.sentence(day.first)
    line, at = reading.line, reading.line_at
    last = min(end, day.last + _FAR // 2)
    return (
        _PLANNING.search(line, at[max(begin, day.first - _NEAR)], at[last] if last < len(at) else len(line))
        is not None
    )


def _is_appointment(u: Utterance, day: Days) -> bool:
    if day.vague or _is_planning(u, day):
        return False
    if any(s.day is day for s in claims_between(u.starts, day.first - _NEAR, day.last + _NEAR)):
        return True
    reading = u.reading
    begin, end = reading.sentence(day.first)
    line, at = reading.line, reading.line_at
    first, last = max(begin, day.first - _NEAR), min(end, day.last + _NEAR)
    return _APPOINTMENT.search(line[at[first] : at[last] if last < len(at) else None]) is not None
