"""Payment on a day: it comes after an appointment that is on an earlier one.

"Friday is fine for the payment" says when the money comes; whether that is before or after
hangs on the day of the appointment, which the draft or the client names elsewhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Days, Stance
from align.claims.nearby import claims_between
from align.claims.payments.payment_times import LATER, TIMES
from align.reading.cues import PAYMENT, PRICE

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
    r"\b(?:see (?:you|ye|ya|u)|have (?:you|ye|\w+) (?:in|down|booked)|down for|booked|pencill?ed|put (?:you|ye) in|appointment|session|lesson"
    r"|visit|groom|shoot|wedding|trial|as planned|on for|good for|in for|still on|slot|can do|come|play)\b"
    r"|\b(?:we|i|you|let's)(?:'ll| will| can| could)? (?:train|shoot|meet|groom|cut|teach|start|work on|do (?:it|the \w+|him|her|your \w+|you)|get (?:it|you|him|her) done|finish|walk|sing|bake|tattoo|run)\b"
    r"|\b(?:we|you|ye|i|he|she)(?:'re|'m|'s| are| am| is)(?: only| just)? (?:meeting|training|shooting|starting|in(?= (?:on )?\w+day)|with me)\b"
)
_FITS: Final = re.compile(
    r"(?: (?:the |your |our )?(?!is\b|are\b|so\b|and\b)\w+(?: \w+)??)??(?: [\"'])?"
    r"(?:(?: ?'s| is| ?'ll be| will be| would be)(?: (?!not\b|too\b)\w+){0,2}?"
    r" (?:fine|grand|ok|okay|alright|perfect|great|good|easy|lovely|cool|sound|handy|no (?:bother|problems?|worries|stress|drama|issue))"
    r"| works\b|(?<!\bafter) work\b| suits?| will do| also (?:can|ok|okay)| can also)\b"
)
"""Approval of the time before it: "is fine by me", "works", "also can"."""


_EVENTS: Final = frozenset(("when", "whenever", "once"))
_EVENT_FITS: Final = re.compile(
    r"(?: (?!is\b|so\b|and\b|but\b)[\w']+){0,7}? (?:is|'s|works|suits|will be) (?:(?:totally|perfectly|absolutely|just|all) )?(?:fine|grand|ok|okay|alright|perfect|great|good|easy|me|for me)\b"
)
"""Behind "whenever": the rest of its clause and approval, "whenever you get round to it is fine"."""


def paid_on_later_day(u: Utterance, first: int, last: int) -> tuple[int, int] | None:
    """Return the words of the paying on `[first, last)` and its day, where that is too late."""
    begin, end = u.reading.sentence(first)
    near = claims_between(u.days, max(begin, first - _BACK), min(end, last + _AHEAD))
    # the day right behind is the day of paying, else the one right before
    day = next((d for d in near if d.first >= last), near[-1] if near else None)
    if day is None or day.vague or day.stance is not Stance.ASSERTED:
        return None
    latest = _latest_appointment(u, day, (begin, end))
    if latest is None or day.begin <= latest:
        return None
    return min(first, day.first), max(last, day.last)


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
            if d.begin != payday.begin and not d.vague and inbound.reading.sentence(d.first) not in timed
        ]
        late = [p for p in inbound.payments[:_MANY] if p.timing == "after"]
        if not theirs and late:
            # the client asked to pay at the end of an appointment on a day
            theirs = [d.until for d in inbound.days[:_MANY] if not d.vague and d.begin < payday.begin]
        if theirs:
            return max(theirs)
    begin, end = sentence
    starts = claims_between(u.starts, payday.first - _FAR, payday.last + _FAR)
    undated = (s for s in starts if s.proposed and s.day is None and not begin <= s.first < end)
    return u.moment.today if any(undated) else None


def _is_appointment(u: Utterance, day: Days) -> bool:
    if day.vague:
        return False
    if any(s.day is day for s in claims_between(u.starts, day.first - _NEAR, day.last + _NEAR)):
        return True
    reading = u.reading
    begin, end = reading.sentence(day.first)
    line, at = reading.line, reading.line_at
    first, last = max(begin, day.first - _NEAR), min(end, day.last + _NEAR)
    return _APPOINTMENT.search(line[at[first] : at[last] if last < len(at) else None]) is not None


_ASKS_WHEN: Final = re.compile(
    r"\bwhen\b[^.?!]{0,50}\b(?:pay|paid|payment|money|cash|settle|transfer|due|owe|balance|fee|bill)\b"
    r"|\b(?:pay|settle|transfer|money|cash|payment|balance|fee|bill)\b[^.?!]{0,50}\b(?:now|before|up ?front|first|in advance|today|later|after|when)\b"
)
_OPENING: Final = re.compile(r"(?:(?:no|nope|nah|oh|ah|yes|yeah|ok|okay|just|hi|hey|hiya|sure) (?:, )?)*")
_ALONE: Final = re.compile(
    r"(?: (?:you|u|ye) (?:like|want|can|fancy|prefer)\b| suits?(?: (?:you|ye))?\b)?(?:[^\w.,!?;]| (?:is|'s)\b)? ?(?:[.!]|, (?:please|as|like|thanks|no|hun|love|pet|babe|mate|hon|dear|x+|i'm easy|i'm not fussed|either|up to you|whatever|you choose|your (?:call|choice))\b|please\b|thanks\b|as (?:usual|always|ever)\b|like (?:always|last|usual)\b|\Z)"
)
"""Behind a time that is the whole answer: "when do I pay?", "at the end, as always"."""


_ASKS_ANOTHER_TIME: Final = re.compile(
    r"\b(?:what (?:time|day)|which day|when (?:do|does|should|shall|can|could|will|would|is|are|am)|when's)\b"
    r"(?!(?:(?! and )[^.?!,;]){0,50}\b(?:pay|paid|payment|money|cash|settle|transfer|due|owe|balance|fee|bill)\b)"
)
"""A time asked about that is not the paying's: "what time do I come and do I pay first?"."""


def _asks_when(inbound: Utterance) -> bool:
    """True where the client asks when to pay, or to pay after."""
    if any(p.timing == "after" for p in inbound.payments):
        return True
    return (
        bool(inbound.reading.seen & (PAYMENT | PRICE)) and _ASKS_WHEN.search(inbound.reading.line) is not None
    )


def time_that_fits(u: Utterance) -> tuple[int, int] | None:
    """Return the words that call a later time of the client's fine: "afterwards is fine".

    They are looked for only where the client asked when to pay, or to pay after.
    """
    inbound = u.inbound
    if inbound is None or not _asks_when(inbound):
        return None
    reading = u.reading
    line, at = reading.line, reading.line_at
    days = {d.first: d.last for d in u.days}
    asks_more = _ASKS_ANOTHER_TIME.search(inbound.reading.line) is not None
    for index, word in enumerate(reading.words):
        if index in days:
            stop = at[days[index]] - 1
        elif word in TIMES:
            later = LATER.match(line, at[index])
            if later is None:
                continue
            stop = later.end()
        else:
            continue
        fits = _FITS.match(line, stop) or _FITS.match(line, stop + 1)
        if fits is None and word in _EVENTS:
            fits = _EVENT_FITS.match(line, stop)
        if fits is None and not asks_more and _OPENING.fullmatch(line, 0, at[index]):
            fits = _ALONE.match(line, stop)
        if fits is not None:
            return index, reading.word_at(fits.end() - 1) + 1
    return None
