"""Places, and whose presence there a clause states.

Names are looked for where something introduces a place: behind a preposition or a verb of
going, beside a date or an event ("my Berlin dates"), and, for the spec's own names,
anywhere. align/claims/place_matches.py says whether a name is meant as a place,
align/claims/presence.py who is there, align/claims/place_days.py when.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Days, PlaceClaim, Speaker, Stance
from align.claims.place_days import days_of
from align.claims.place_matches import match_at, match_before, misspelt_at
from align.claims.place_names import PlaceIndex
from align.claims.presence import Presence, presence
from align.claims.presence_words import EVENTS_AFTER, OWNED_AFTER, PARTS, Part
from align.claims.stance import stance_of
from align.reading.cues import CALENDAR, MODAL, MOVE, PLACE_WORD, SPATIAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from align.claims.place_matches import Match
    from align.claims.utterance import Utterance

__all__ = ["PlaceIndex", "read_places"]

_GATE: Final = PLACE_WORD | SPATIAL | CALENDAR | MOVE
_PREPOSITIONS: Final = frozenset("in at to near around between @".split())
_VERBS: Final = frozenset(
    "visit visits visiting tour touring hit hits hitting cover covers covering play playing do doing does"
    " serve serving reach reaching".split()
)
_ASKING: Final = frozenset("would does could about".split())
_REVERSED: Final = EVENTS_AFTER | {"where", "based"}
_WIDER: Final = frozenset("from of via into through towards toward between across outside inside for like leaving".split())
_CUES: Final = _PREPOSITIONS | _VERBS | _ASKING | {"for", "from", "is", "are", ":"} | _REVERSED
_WIDE_CUES: Final = _CUES | _WIDER
_DETERMINERS: Final = frozenset("the downtown central greater north south east west inner outer both either".split())
_RUNS: Final = frozenset("run tour dates trip stop stops leg schedule cities list".split())
_FROM: Final = frozenset("working work operating teaching based".split())
_FOR: Final = frozenset(
    "heading head leave leaving bound dates date spots slots spot slot bookings booking availability booked"
    " book session appointment".split()
)
_LISTED_BY: Final = frozenset("and or then , & + / - •".split())
_BETWEEN: Final = frozenset("then in back over up down on to at the around , and also maybe ( :".split())
_BESIDE_DATE: Final = frozenset("on in during from until till til for : - , ( again next this the".split())
_SUITS: Final = re.compile(r"(?:be |work|suit|do\b|help)")
_WHERE: Final = re.compile(r"where (?:i'm|i am|im|i'll|we're|we'll|i|you'll find (?:me|us)|you can (?:find|catch|see) (?:me|us))\b")
_LONG: Final = timedelta(days=400)


class _Found(NamedTuple):
    """A place with the word that introduces it, and how it was found."""

    cue: int
    match: Match
    event: bool = False
    travel: bool = False
    bare: bool = False
    certain: bool = False
    doubtful: bool = False


def read_places(u: Utterance) -> None:
    """Add a `PlaceClaim` for every place that the text names."""
    reading = u.reading
    if not reading.seen & _GATE and _CUES.isdisjoint(reading.words):
        return
    found = _find(u)
    if not found:
        return
    settled = bytearray(len(reading))
    for day in u.days:
        settled[day.first : day.last] = b"\x01" * (day.last - day.first)
    for one in found:
        settled[one.match.first : one.match.end] = b"\x01" * (one.match.end - one.match.first)
    ranges = [(one.cue, one.match.end) for one in found]
    for one in found:
        claim = _claim(u, one, settled, ranges)
        if claim is not None:
            u.places.append(claim)
    _follow_offers_of_travel(u)


# -- where names are looked for ----------------------------------------------------------


def _find(u: Utterance) -> list[_Found]:
    words = u.reading.words
    found: dict[int, _Found] = {}
    cues = _CUES if u.known.places.present else _WIDE_CUES
    for index, word in enumerate(words):
        if word in cues:
            for one in _at_cue(u, index, word):
                found.setdefault(one.match.first, one)
    for index in u.reading.where(PLACE_WORD):
        if not any(f.match.first <= index < f.match.end for f in found.values()):
            match = match_at(u, index, "")
            if match is not None and match.first not in found:
                found[match.first] = _with_event(u, _Found(match.first, match, bare=True))
    for day in u.days:
        for one in _beside(u, day):
            known = found.get(one.match.first)
            if known is None or known.bare:
                found[one.match.first] = one
    if not found:
        return []
    for one in list(found.values()):
        for more in _listed_on(u, one):
            known = found.get(more.match.first)
            if known is None or known.bare:
                found[more.match.first] = more
    firm = any(not f.match.weak and not f.bare for f in found.values())
    return _apart({first: f for first, f in found.items() if firm or not f.match.weak})


def _apart(found: dict[int, _Found]) -> list[_Found]:
    """Return the places in order, without those that lie inside another one."""
    kept: list[_Found] = []
    for first in sorted(found):
        if not kept or first >= kept[-1].match.end:
            kept.append(found[first])
    return kept


def _at_cue(u: Utterance, index: int, word: str) -> Iterator[_Found]:
    if word in _REVERSED:
        yield from _reversed(u, index, word)
    if word in _PREPOSITIONS or word in _VERBS:
        yield from _behind(u, index, word)
    elif word == "for":
        if not u.known.places.present or (index and u.reading.words[index - 1] in _FOR):
            yield from _behind(u, index, word)
    elif word in ("is", "are", ":"):
        yield from _run_of(u, index)
    elif word == "from":
        if not u.known.places.present or (index and u.reading.words[index - 1] in _FROM):
            yield from _behind(u, index, word)
    elif word in _ASKING:
        yield from _asked_about(u, index, word)
    elif word in _WIDER:
        yield from _behind(u, index, word)


def _behind(u: Utterance, index: int, word: str) -> Iterator[_Found]:
    """Find the name behind a preposition or a verb."""
    words = u.reading.words
    first = index + 1
    article = False
    match = match_at(u, first, word)
    while match is None and first < len(words) and words[first] in _DETERMINERS:
        article |= words[first] == "the"
        first += 1
        match = match_at(u, first, word)
    if match is None:
        if word in ("in", "to", "visiting") and first == index + 1 and first < len(words):
            slip = misspelt_at(u, first)
            if slip is not None:
                yield _Found(index, slip, doubtful=True)
        return
    one = _with_event(u, _Found(index, match))
    if article and not (one.event or one.travel or match.name.is_area or match.name.listed):
        return
    if word == "at" and not match.name.listed and match.name.is_word and not one.event:
        return
    yield one


def _with_event(u: Utterance, one: _Found) -> _Found:
    """Note the event that a name stands before: "the Hamilton pop-up"."""
    words = u.reading.words
    end = one.match.end
    if end < len(words) and words[end] in EVENTS_AFTER and words[end] not in ("area", "region", "side"):
        if words[end] in OWNED_AFTER:
            return one._replace(travel=True)
        return one._replace(event=True)
    return one


def _reversed(u: Utterance, index: int, word: str) -> Iterator[_Found]:
    """Find the name before "dates", "pop-up", "-based" or "is where I'm …"."""
    words = u.reading.words
    last = index
    if word == "where":
        if index < 2 or not _WHERE.match(u.reading.line, u.reading.line_at[index]):
            return
        last -= 1 if words[index - 1] in ("is", "'s", "'") else 0
        if last == index:
            return
    elif index > 1 and words[index - 1] == "-":
        last -= 1
    match = match_before(u, last, "where" if word in ("where", "based") else "")
    if match is None:
        return
    if word == "where":
        yield _Found(match.first, match, certain=True)
    elif word == "based":
        yield _Found(match.first, match)
    elif index == match.end:
        yield _with_event(u, _Found(match.first, match))


def _run_of(u: Utterance, index: int) -> Iterator[_Found]:
    """Find the name behind "next stop: Leeds", "this run is Austin and Dallas"."""
    words = u.reading.words
    match = match_at(u, index + 1, "is") if index and words[index - 1] in _RUNS else None
    if match is not None and words[max(0, index - 2)] not in ("your", "his", "her", "their"):
        yield _Found(match.first, match, certain=u.speaker is Speaker.PROFESSIONAL)


def _asked_about(u: Utterance, index: int, word: str) -> Iterator[_Found]:
    """Find the name in "how about Leeds?", "would Leeds work?"."""
    words = u.reading.words
    match = match_at(u, index + 1, word)
    if match is None or match.weak or (match.name.is_person and not match.name.listed):
        return
    if word == "about":
        if index and words[index - 1] in ("how", "what"):
            yield _Found(match.first, match, certain=True)
        return
    first = match.end
    if first < len(words) and _SUITS.match(u.reading.line, u.reading.line_at[first]):
        yield _Found(match.first, match, certain=True)


def _beside(u: Utterance, day: Days) -> Iterator[_Found]:
    """Find a name right beside a date: "Leeds 12-14 Nov", "Friday: Cork"."""
    words = u.reading.words
    last = day.first
    while last > 0 and day.first - last < 2 and words[last - 1] in _BESIDE_DATE:
        last -= 1
    for end in range(day.first, last - 1, -1):
        match = match_before(u, end)
        if match is not None:
            if _may_stand_alone(u, match):
                yield _with_event(u, _Found(match.first, match))
            return
    first = day.last
    while first < len(words) and first - day.last < 2 and words[first] in _BESIDE_DATE:
        first += 1
    for begin in range(day.last, first + 1):
        match = match_at(u, begin, "")
        if match is not None:
            if _may_stand_alone(u, match):
                yield _with_event(u, _Found(match.first, match))
            return


def _may_stand_alone(u: Utterance, match: Match) -> bool:
    """True for names that need nothing to introduce them: nobody is called so."""
    if match.first:
        part = PARTS.get(u.reading.words[match.first - 1])
        if part in (Part.ENCOUNTER, Part.MENTAL, Part.ACTIVE, Part.PAST, Part.LISTENER_OWN):
            # "I can see London on Friday": London is somebody.
            return bool(match.name.listed) and not match.name.is_person
    return bool(match.name.listed) or not match.name.is_person


def _listed_on(u: Utterance, one: _Found) -> Iterator[_Found]:
    """Find the further members of a list: "in Leeds, Manchester and York"."""
    words = u.reading.words
    at = one.match.end
    dated = {d.first: d.last for d in u.days}
    people: list[Match] = []
    for _ in range(8):
        while at < len(words) and at in dated:
            at = dated[at]
        if at >= len(words) or words[at] not in _LISTED_BY:
            return
        at += 1
        while at < len(words) and (words[at] in _BETWEEN or at in dated):
            at = dated.get(at, at + 1)
        match = match_at(u, at, "list")
        if match is None:
            return
        if _may_stand_alone(u, match):
            yield from (_Found(m.first, m) for m in (*people, match))
            people.clear()
        else:
            people.append(match)  # "in Dallas, Austin and Houston", but "in Leeds, Charlotte"
        at = match.end


# -- what is said of them ----------------------------------------------------------------


def _claim(u: Utterance, one: _Found, settled: bytearray, ranges: list[tuple[int, int]]) -> PlaceClaim | None:
    match = one.match
    said = _presence(u, one, settled)
    days: Days | None = None
    stance = Stance.ASSERTED
    about = said.about
    if about == "professional":
        days = _days(u, one, said, ranges)
        if (said.dated_only and days is None) or (days is not None and days.until < u.moment.today):
            about = "other"
        elif days is None and not _says_today(u, one, said, ranges):
            days = _from_now_on(u, match)
        elif days is not None and (match.name.is_area or len(match.name.listed) > 1):
            days = replace(days, vague=True)  # in turns at several places of it
    if about == "professional" or not u.known.places.present:
        stance = stance_of(u.reading, match.first, match.end)
    if one.doubtful and about != "professional":
        return None
    if not match.name.checked and about == "professional":
        about = "other"
    return PlaceClaim(
        first=match.first,
        last=match.end,
        stance=stance,
        name=match.key,
        listed=match.name.listed,
        days=days,
        about=about,
    )


def _presence(u: Utterance, one: _Found, settled: bytearray) -> Presence:
    if one.certain:
        return Presence("professional")
    words = u.reading.words
    if one.bare and not (one.event or one.travel):
        return Presence("other")
    cue = one.cue
    while cue == one.match.first and cue and words[cue - 1] in _DETERMINERS:
        cue -= 1
    said = presence(u, cue, one.match.end, settled, event=one.event, travel=one.travel)
    if one.match.close and not said.close:
        return Presence("other")
    return said


def _days(u: Utterance, one: _Found, said: Presence, ranges: list[tuple[int, int]]) -> Days | None:
    days = days_of(u, one.cue, one.match.end, ranges, inherits=said.about == "professional")
    if days is None or any(days is d for d in u.days):
        return days
    return replace(days, first=one.match.first, last=one.match.end)


def _says_today(u: Utterance, one: _Found, said: Presence, ranges: list[tuple[int, int]]) -> bool:
    """True when a statement without a date speaks of the present.

    Of several places in one sentence at most one could be today's, so a list is general.
    """
    if not said.now or u.reading.words[one.cue] in _VERBS or _speaks_of_another_time(u, one.match):
        return False
    begin, end = u.reading.sentence(one.match.first)
    return sum(begin <= first < end for first, _ in ranges) == 1


def _speaks_of_another_time(u: Utterance, match: Match) -> bool:
    """True beside "that week", "then": a time that was named before, and not today."""
    begin, end = u.reading.sentence(match.first)
    words = u.reading.words
    return any(
        words[i] == "then"
        or (words[i] == "that" and words[i + 1 : i + 2] in (["day"], ["week"], ["weekend"], ["night"], ["month"]))
        for i in range(max(begin, match.first - 12), min(end, match.last + 12))
    )


def _from_now_on(u: Utterance, match: Match) -> Days:
    """Return the time of a general statement ("I cover Galway too"): some day from today on."""
    today = u.moment.today
    return Days(first=match.first, last=match.end, begin=today, until=today + _LONG, vague=True)


_OFFER: Final = re.compile(
    r"\b(?:i can|i could|i'll|i'd be (?:happy|glad|able) to|i'm (?:happy|glad|able) to|happy to|glad to|no problem to)"
    r" (?:\w+ ){0,2}?(?:come|travel|drive|pop|swing|head|get|make it|make the trip|trek|be)\b"
    r"(?: (?:over|up|down|out|across|round|on|all the way|along))*(?: to (?:you|yours|your \w+)| there| by| over|$| [.,!])"
)
_REQUEST: Final = re.compile(
    r"\b(?:can|could|would|will|do|any chance) (?:you|u|ya)(?: \w+){0,2}? (?:come|travel|drive|pop|make it|do (?:home|house|hotel) visits?|do outcalls?)\b"
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
    at = reading.line_at
    for index, place in enumerate(u.places):
        if place.about != "client":
            continue
        begin, end = reading.sentence(place.first)
        if reading.words[end - 1] == "?" and end < len(reading):
            end = reading.sentence(end)[1]  # "You're in Naas? I can come to you."
        if u.speaker is Speaker.CLIENT:
            begin, end = 0, len(reading)
        match = pattern.search(reading.line, at[begin], at[end] if end < len(at) else len(reading.line))
        if match is None:
            continue
        stance = stance_of(reading, *reading.words_of(*match.span()))
        if stance in (Stance.ASSERTED, Stance.ASKED):
            u.places[index] = replace(
                place, about="professional", stance=stance, days=place.days or _any_day(u, place)
            )


def _any_day(u: Utterance, place: PlaceClaim) -> Days:
    today = u.moment.today
    return Days(first=place.first, last=place.last, begin=today, until=today + _LONG, vague=True)
