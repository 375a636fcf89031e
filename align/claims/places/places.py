"""Places, and whose presence there a clause states.

align/claims/places/place_search.py finds where places are named, align/claims/places/place_matches.py
says whether a name is meant as a place, align/claims/places/presence.py who is there, and
align/claims/places/place_days.py when.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.claim import Days, PlaceClaim, Speaker, Stance
from align.claims.places.place_days import days_of
from align.claims.places.place_names import PlaceIndex
from align.claims.places.place_search import CUES, DETERMINERS, VERBS, find_places
from align.claims.places.presence import At, presence
from align.claims.places.presence_steps import OTHER, THERE, Presence
from align.claims.stance import stance_of
from align.reading.cues import CALENDAR, MODAL, MOVE, PLACE_WORD, SPATIAL

if TYPE_CHECKING:
    from align.claims.places.place_matches import Match
    from align.claims.places.place_search import Found
    from align.claims.utterance import Utterance

__all__ = ["PlaceIndex", "read_places"]

_GATE: Final = PLACE_WORD | SPATIAL | CALENDAR | MOVE
_SPANS: Final = frozenset("day week weekend night month evening".split())
_STOPOVERS: Final = frozenset(", and then from on the in also , finally lastly at & - after that".split())
_STOP_REACH: Final = 3
_LONG: Final = timedelta(days=400)


def read_places(u: Utterance) -> None:
    """Add a `PlaceClaim` for every place that the text names."""
    reading = u.reading
    if not reading.seen & _GATE and CUES.isdisjoint(reading.words):
        return
    found = find_places(u)
    if not found:
        return
    settled = bytearray(len(reading))
    for day in u.days:
        settled[day.first : day.last] = b"\x01" * (day.last - day.first)
    for one in found:
        settled[one.match.first : one.match.end] = b"\x01" * (one.match.end - one.match.first)
    ends = [0, *(one.match.end for one in found)]
    cues = [*(one.cue for one in found), len(reading)]
    said_of: dict[tuple[int, ...], Days] = {}
    before = OTHER
    for index, one in enumerate(found):
        said = _presence(u, one, settled)
        if said.about == "other" and before.about == "professional" and _is_next(u, one, settled):
            said = before._replace(now=False)
        before = said
        claim = _claim(u, one, said, (ends[index], cues[index + 1]))
        if claim is not None:
            u.places.append(_dated_before(claim, said_of))
    _follow_offers_of_travel(u)


def _is_next(u: Utterance, one: Found, settled: bytearray) -> bool:
    """True for the next stop of an itinerary: "London till Sunday, Leeds from the 8th"."""
    words = u.reading.words
    at = one.cue - 1
    while at >= 0 and not settled[at] and words[at] in _STOPOVERS:
        at -= 1
    beside = settled[one.match.end : one.match.end + _STOP_REACH]
    return at >= 0 and at < one.cue - 1 and bool(settled[at]) and any(beside) and not one.bare


def _dated_before(claim: PlaceClaim, said_of: dict[tuple[int, ...], Days]) -> PlaceClaim:
    """Give a place without a date the one that was last said of it: "Denver is the 11th to …"."""
    if not claim.listed or claim.about != "professional":
        return claim
    if claim.days is None:
        return replace(claim, days=said_of[claim.listed]) if claim.listed in said_of else claim
    if claim.days.until - claim.days.begin < _LONG:
        said_of[claim.listed] = claim.days
    return claim


# -- what is said of them ----------------------------------------------------------------


def _claim(u: Utterance, one: Found, said: Presence, near: tuple[int, int]) -> PlaceClaim | None:
    match = one.match
    if said.about == "professional" and not match.name.checked:
        said = OTHER
    there = said.about == "professional"
    if one.doubtful and not there:
        return None
    days = _days(u, one, near) if there else None
    if there and not _is_said(u, match, said, days):
        said, days = OTHER, None
    elif there:
        days = _window(u, one, said, near, days)
    wanted = there or not u.known.places.present
    return PlaceClaim(
        first=match.first,
        last=match.end,
        stance=stance_of(u.reading, match.first, match.end) if wanted else Stance.ASSERTED,
        name=match.key,
        listed=match.name.listed,
        days=days,
        about=said.about,
    )


def _is_said(u: Utterance, match: Match, said: Presence, days: Days | None) -> bool:
    """True unless a statement needs a date that it lacks, or is of the past."""
    if days is not None:
        return days.until >= u.moment.today
    return not said.dated_only and not (said.rooted and match.name.listed)


def _window(
    u: Utterance, one: Found, said: Presence, near: tuple[int, int], days: Days | None
) -> Days | None:
    """Return the days that a statement is meant for; None for today."""
    name = one.match.name
    if days is None:
        return None if _says_today(u, one, said, near) else _from_now_on(u, one.match.first, one.match.end)
    # Over an area, or several locations of one name, the days are spread.
    return replace(days, vague=True) if name.is_area or len(name.listed) > 1 else days


def _presence(u: Utterance, one: Found, settled: bytearray) -> Presence:
    if one.certain:
        return THERE
    if one.bare and not (one.event or one.travel):
        return OTHER
    words = u.reading.words
    cue = one.cue
    while cue == one.match.first and cue and words[cue - 1] in DETERMINERS:
        cue -= 1
    said = presence(u, At(cue, one.match.end, event=one.event, travel=one.travel), settled)
    return OTHER if one.match.close and not said.close else said


def _days(u: Utterance, one: Found, near: tuple[int, int]) -> Days | None:
    days, beside = days_of(u, one.cue, one.match.end, near, inherits=True)
    if days is None or beside:
        return days
    return replace(days, first=one.match.first, last=one.match.end)


def _says_today(u: Utterance, one: Found, said: Presence, near: tuple[int, int]) -> bool:
    """True when a statement without a date speaks of the present.

    Of several places in one sentence at most one could be today's, so a list is general.
    """
    if not said.now or u.reading.words[one.cue] in VERBS or _speaks_of_another_time(u, one.match):
        return False
    begin, end = u.reading.sentence(one.match.first)
    return near[0] <= begin and near[1] >= end


def _speaks_of_another_time(u: Utterance, match: Match) -> bool:
    """True beside "that week", "then": a time that was named before, and not today."""
    begin, end = u.reading.sentence(match.first)
    around = u.reading.words[max(begin, match.first - 12) : min(end, match.last + 12)]
    return "then" in around or any(a == "that" and b in _SPANS for a, b in pairwise(around))


def _from_now_on(u: Utterance, first: int, last: int) -> Days:
    """Return the time of a general statement ("I cover Galway too"): some day from today on."""
    today = u.moment.today
    return Days(first=first, last=last, begin=today, until=today + _LONG, vague=True)


_OFFER: Final = re.compile(
    r"\b(?:i can|i could|i'll|i'd be (?:happy|glad|able) to|i'm (?:happy|glad|able) to|happy to|glad to)"
    r" (?:\w+ ){0,2}?(?:come|travel|drive|pop|swing|head|get|make it|make the trip|trek|be)\b"
    r"(?: (?:over|up|down|out|across|round|on|all the way|along))*"
    r"(?: to (?:you|yours|your \w+)| there| by| over|$| [.,!])"
)
_REQUEST: Final = re.compile(
    r"\b(?:can|could|would|will|do|any chance) (?:you|u|ya)(?: \w+){0,2}?"
    r" (?:come|travel|drive|pop|make it|do (?:home|house|hotel) visits?|do outcalls?)\b"
    r"|\bcome (?:out |up |down |over )?to (?:me|us|my|our|mine)\b"
)


def _follow_offers_of_travel(u: Utterance) -> None:
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
            end = reading.sentence(end)[1]  # "You're in Naas? I can come to you."
        if u.speaker is Speaker.CLIENT:
            begin, end = 0, len(reading)
        if begin not in offers:
            offers[begin] = _offer(u, pattern, begin, end)
        stance = offers[begin]
        if stance is not None:
            days = place.days or _from_now_on(u, place.first, place.last)
            u.places[index] = replace(place, about="professional", stance=stance, days=days)


def _offer(u: Utterance, pattern: re.Pattern[str], begin: int, end: int) -> Stance | None:
    """Return the stance of an offer of travel among the words `[begin, end)`, if one stands."""
    reading = u.reading
    at = reading.line_at
    match = pattern.search(reading.line, at[begin], at[end] if end < len(at) else len(reading.line))
    if match is None:
        return None
    stance = stance_of(reading, *reading.words_of(*match.span()))
    return stance if stance in (Stance.ASSERTED, Stance.ASKED) else None
