"""An offer to travel to where the client is says that the professional will be there.

The offer and the place may stand apart: "if you're in Leeds I can come to you", "a set at
your wedding in Cork", or the place only in the message that is answered.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from align.claims.claim import Days, PlaceClaim, Speaker, Stance
from align.claims.nearby import claims_between
from align.claims.places.next_to_sentence import sentence_behind
from align.claims.stance import stance_of
from align.reading.cues import MODAL
from align.records import changed

if TYPE_CHECKING:
    from align.claims.claim import ModeClaim
    from align.claims.utterance import Utterance

_LONG: Final = timedelta(days=400)
_BEHIND: Final = 3
_FIRST: Final = attrgetter("first")
_OFFER: Final = re.compile(
    r"\b(?:i can|i could|i'll|i'd be (?:happy|glad|able) to|i'm (?:happy|glad|able) to|happy to|glad to)"
    r" (?:\w+ ){0,2}?(?:come|travel|drive|pop|swing|head|get|make it|make the trip|trek|be)\b"
    r"(?: (?:over|up|down|out|across|round|on|all the way|along))*"
    r"(?: to (?:you|yours|your \w+)| there| by| over|$| [.,!])"
    r"|\b(?:i can|i could|i'll|i'd) (?:\w+ ){0,2}?(?:follow|see|do|meet|catch|visit)"
    r" (?:you|you both|you all|him|her) (?:\w+ )?there\b"
)
_REQUEST: Final = re.compile(
    r"\b(?:can|could|would|will|do|any chance) (?:you|u|ya)(?: \w+){0,2}?"
    r" (?:come|travel|drive|pop|make it|do (?:home|house|hotel) visits?|do outcalls?)\b"
    r"|\bcome (?:out |up |down |over )?to (?:me|us|my|our|mine)\b"
)


def follow_offers(u: Utterance) -> None:
    """Read "if you're in Leeds I can come to you" as the professional's presence there."""
    reading = u.reading
    if not any(p.about == "client" for p in u.places):
        return
    pattern = _OFFER if u.speaker is Speaker.PROFESSIONAL else _REQUEST
    if u.speaker is Speaker.PROFESSIONAL and not reading.seen & MODAL:
        return
    offers: dict[int, Stance | None] = {}
    for index, place in enumerate(u.places):
        if place.about != "client":
            continue
        begin, end = reading.sentence(place.first)
        if reading.words[end - 1] == "?" and end < len(reading):
            _, end = sentence_behind(reading, end)  # "You're in Naas? I can come to you."
        if u.speaker is Speaker.CLIENT:
            begin, end = 0, len(reading)
        if begin not in offers:
            offers[begin] = _offer(u, pattern, begin, end)
        stance = offers[begin]
        if stance is not None:
            days = place.days or from_now_on(u, place.first, place.last)
            u.places[index] = changed(place, about="professional", stance=stance, days=days)


def _offer(u: Utterance, pattern: re.Pattern[str], begin: int, end: int) -> Stance | None:
    """Return the stance of an offer of travel among the words `[begin, end)`, if one stands."""
    reading = u.reading
    at = reading.line_at
    match = pattern.search(reading.line, at[begin], at[end] if end < len(at) else len(reading.line))
    if match is None:
        return None
    stance = stance_of(reading, *reading.words_of(*match.span()))
    return stance if stance in (Stance.ASSERTED, Stance.ASKED) else None


def from_now_on(u: Utterance, first: int, last: int) -> Days:
    """Return the time of a general statement ("I cover Galway too"): some day from today on."""
    today = u.moment.today
    return Days(first=first, last=last, begin=today, until=today + _LONG, vague=True)


def follow_modes(u: Utterance) -> None:
    """Read the client's place as the professional's where an offered visit leads to it."""
    visits = [
        m
        for m in u.modes
        if m.mode == "outcall" and m.offered and m.stance in (Stance.ASSERTED, Stance.ASKED)
    ]
    for visit in visits:
        begin, _ = u.reading.sentence(visit.first)
        for place in claims_between(u.places, begin, visit.last + _BEHIND):
            if place.about == "client" and (place.first >= visit.last or not place.listed):
                days = place.days or visit.days or from_now_on(u, place.first, place.last)
                at = bisect_left(u.places, place.first, key=_FIRST)
                u.places[at] = changed(place, about="professional", stance=visit.stance, days=days)
    if visits and not u.places and u.inbound is not None:
        _follow_to_client(u, u.inbound, visits[0])


def _follow_to_client(u: Utterance, inbound: Utterance, visit: ModeClaim) -> None:
    """Add the one place where the client says they are: "I'm in Leeds", "I'll come to you"."""
    theirs = [p for p in inbound.places if p.stance in (Stance.ASSERTED, Stance.ASKED)]
    if len({p.name for p in theirs}) != 1 or theirs[0].about != "client":
        return
    first, last = visit.first, visit.last
    asked = inbound.days[0] if len(inbound.days) == 1 else None
    days = visit.days or asked or from_now_on(u, first, last)
    u.places.append(
        PlaceClaim(
            first=first,
            last=last,
            stance=visit.stance,
            name=theirs[0].name,
            listed=theirs[0].listed,
            days=changed(days, first=first, last=last),
        )
    )
