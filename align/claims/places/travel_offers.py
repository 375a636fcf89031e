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
    if visits and u.inbound is not None:
        first = visits[0]
        _follow_to_client(u, u.inbound, (first.first, first.last), first.stance, first.days)


def follow_journeys(u: Utterance) -> None:
    """Read "I'd fly in on the Friday and do you on Saturday" as presence where the client is."""
    if u.speaker is not Speaker.PROFESSIONAL or u.inbound is None or not u.inbound.places:
        return
    if not u.reading.seen & MODAL or _SETS_OUT.isdisjoint(u.said):
        return
    match = _JOURNEY.search(u.reading.line)
    if match is not None and _IF_ONLY.match(u.reading.line, match.end()) is None:
        first, last = u.reading.words_of(*match.span())
        _follow_to_client(u, u.inbound, (first, last), stance_of(u.reading, first, last), None)


_IF_ONLY: Final = re.compile(
    r"[^.!?]{0,40}\bif (?:it|i|we|that|there) (?:were|was|could|had|weren't|didn't)\b"
)
_SETS_OUT: Final = frozenset("fly drive ride sail train ferry".split())
_JOURNEY: Final = re.compile(
    r"\b(?:i'd|i'll|we'd|we'll|i (?:can|could|would|will)|we (?:can|could)) (?:\w+ )?"
    r"(?:fly|drive|ride|sail|(?:take|get|catch|ride) the (?:\w+ )?(?:train|ferry))"
    r" (?:in|over|up|down|out|across)(?= (?:on|(?:on )?the (?:day|night|evening|morning|\w+day)\b|early|first thing))"
)


def _follow_to_client(
    u: Utterance, inbound: Utterance, at: tuple[int, int], stance: Stance, days: Days | None
) -> None:
    """Add the one place where the client says they are: "I'm in Leeds", "I'll come to you"."""
    theirs = [p for p in inbound.places if p.stance in (Stance.ASSERTED, Stance.ASKED)]
    if len({p.name for p in theirs}) != 1 or theirs[0].about != "client":
        return
    if any(p.about == "professional" or p.name != theirs[0].name for p in u.places):
        return
    first, last = at
    asked = inbound.days[0] if len(inbound.days) == 1 else None
    days = days or asked or from_now_on(u, first, last)
    u.places.append(
        PlaceClaim(
            first=first,
            last=last,
            stance=stance,
            name=theirs[0].name,
            listed=theirs[0].listed,
            days=changed(days, first=first, last=last),
        )
    )
    u.places.sort(key=_FIRST)
