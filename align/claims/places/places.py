"""Places, and whose presence there a clause states.

align/claims/places/place_search.py finds where places are named, align/claims/places/place_matches.py
says whether a name is meant as a place, align/claims/places/presence.py who is there, and
align/claims/places/place_days.py when.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from align.claims.claim import PlaceClaim, Stance
from align.claims.nearby import claims_between
from align.claims.places.place_answers import asked_where, may_ask
from align.claims.places.place_cues import DETERMINERS, VERBS
from align.claims.places.place_days import days_of
from align.claims.places.place_names import PlaceIndex
from align.claims.places.place_search import OPENING_WORDS, find_places, only_reads
from align.claims.places.pointing_back import named_before, points_back, speaks_of_another_time
from align.claims.places.presence import presence
from align.claims.places.presence_found import OTHER, THERE, At, Presence
from align.claims.places.spoken_dates import UNTIL, SpokenOf, dated_before
from align.claims.places.topic_stretch import within_stretch
from align.claims.places.travel_offers import follow_offers, from_now_on
from align.claims.stance import stance_of
from align.reading.cues import CALENDAR, MOVE, PLACE_WORD, SPATIAL
from align.records import changed

if TYPE_CHECKING:
    from align.claims.claim import Days
    from align.claims.places.found import Found
    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

__all__ = ["PlaceIndex", "read_places"]

_GATE: Final = PLACE_WORD | SPATIAL | CALENDAR | MOVE
_STOPOVERS: Final = frozenset(", and then from on the in also , finally lastly at & - after that".split())
_STOP_REACH: Final = 3
_TILL_REACH: Final = 3
_BESIDE: Final = 3
_A_WEEK: Final = timedelta(days=7)
_SCHEDULE: Final = (["for"], ["from"], ["until"], ["till"], ["on"])


def read_places(u: Utterance) -> None:
    """Add a `PlaceClaim` for every place that the text names."""
    reading = u.reading
    named = (
        reading.seen & _GATE or not OPENING_WORDS.isdisjoint(reading.words) or only_reads(u) or u.addresses
    )
    if not named and not (_answers(u) or may_ask(u)):
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
    spoken = SpokenOf({}, {})
    before = OTHER
    for index, one in enumerate(found):
        said = _presence(u, one, settled)
        if said.about == "other" and before.about == "professional" and _is_next(u, one, settled):
            said = before._replace(now=False)
        elif before.about == "professional" and _only_shows(u, found[index - 1], one, settled):
            said = OTHER
        before = said
        claim = _claim(u, one, said, (ends[index], cues[index + 1]))
        if claim is not None:
            u.places.append(dated_before(u, claim, spoken))
    follow_offers(u)


def _answers(u: Utterance) -> bool:
    """True where the client's message leaves places to answer for: "Leeds's handy", "Leeds"."""
    return u.inbound is not None and (bool(u.inbound.places) or asked_where(u))


def _is_next(u: Utterance, one: Found, settled: bytearray) -> bool:
    """True for the next stop of an itinerary: "London till Sunday, Leeds from the 8th"."""
    words = u.reading.words
    at = one.cue - 1
    while at >= 0 and not settled[at] and words[at] in _STOPOVERS:
        at -= 1
    if at < 0 or at == one.cue - 1 or not settled[at]:
        return False
    end = one.match.end
    return any(settled[end : end + _STOP_REACH]) or words[end : end + 1] in _SCHEDULE


def _only_shows(u: Utterance, before: Found, one: Found, settled: bytearray) -> bool:
    """True for the second of "in Leeds on Friday, over near York": it shows where in the first."""
    words = u.reading.words
    if words[one.cue] not in _NEAR or not before.match.name.listed:
        return False
    between = range(before.match.end, one.cue)
    if len(between) > _SHOWN or not all(settled[at] or words[at] in _SHOWING for at in between):
        return False
    # "in Leeds on Thursday, and near York on Friday" are two days
    joined = any(words[at] == "and" and not settled[at] for at in between)
    return not (joined and claims_between(u.days, one.match.end, one.match.end + _STOP_REACH))


_NEAR: Final = frozenset("near by opposite off beside".split())
_SHOWING: Final = frozenset(
    ", ( - — and on over out up down just right not far somewhere the side end".split()
)
_SHOWN: Final = 12
"""Words of "from Thursday to Sunday the 8th, just out"."""


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
    stance = _stance(u, one) if there or not u.known.places.present else Stance.ASSERTED
    if (
        stance is Stance.REFUSED
        and days is not None
        and not match.name.listed
        and _is_not_till(u, match.end, days)
    ):
        stance = Stance.ASSERTED
    return PlaceClaim(
        first=match.first,
        last=match.end,
        stance=stance,
        name=match.key,
        listed=match.name.listed,
        days=days,
        about=said.about,
    )


def _stance(u: Utterance, one: Found) -> Stance:
    stance = stance_of(u.reading, one.match.first, one.match.end)
    # "Leeds is no problem" denies the problem.
    return Stance.ASSERTED if one.suits and stance is Stance.REFUSED else stance


def _is_not_till(u: Utterance, end: int, days: Days) -> bool:
    """True for "I'm not in Leeds till Friday": then they are."""
    behind = u.reading.words[end : max(end + 1, days.first)]
    return days.first >= end and len(behind) <= _TILL_REACH and not UNTIL.isdisjoint(behind)


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
        return None if _says_today(u, one, said, near) else from_now_on(u, one.match.first, one.match.end)
    begun = _begun_on(u, one, days)
    if begun is not None:
        until = (
            days.until if days.until >= begun.begin else days.until + _A_WEEK
        )  # "on Monday … until Saturday"
        return changed(days, begin=begun.begin, until=until)
    if _only_ends(u, days) and (not said.now or speaks_of_another_time(u, one.match)):
        days = changed(days, begin=days.until)  # "I'll be in Leeds until the 16th": from whatever day
    # Over an area, or several locations of one name, the days are spread.
    return changed(days, vague=True) if name.is_area or len(name.listed) > 1 else days


def _begun_on(u: Utterance, one: Found, days: Days) -> Days | None:
    """Return the "tomorrow" of "tomorrow I'm in Leeds until Sunday"."""
    if not _only_ends(u, days):
        return None
    ahead = claims_between(u.days, u.reading.sentence(one.cue)[0], one.cue)
    if len(ahead) != 1 or ahead[0].stance is not Stance.ASSERTED:
        return None
    beside = u.reading.words[ahead[0].last : one.cue]
    spoken = len(beside) <= _BESIDE and "," not in beside
    single = u.moment.today < ahead[0].begin == ahead[0].until <= days.until + _A_WEEK
    return ahead[0] if spoken and single else None


def _only_ends(u: Utterance, days: Days) -> bool:
    before = u.reading.words[max(0, days.first - 2) : days.first]
    return days.begin == u.moment.today < days.until and not UNTIL.isdisjoint(before)


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
    if points_back(u, one.match.end):
        return named_before(u, one)
    days, beside = days_of(u, one.cue, one.match.end, near, inherits=True)
    if one.suits and days is None:
        own = claims_between(u.days, *u.reading.sentence(one.match.first))
        return own[0] if len(own) == 1 else None  # "Leeds is an hour away, so that's doable from the 4th"
    if days is not None and beside:
        return within_stretch(u, days, (one.match.first, one.match.end), one.match.name.listed)
    if days is None:
        return None
    return changed(days, first=one.match.first, last=one.match.end)


def _is_written_from(u: Utterance, one: Found) -> bool:
    """True for "Good morning from Leeds!" and "In Leeds now, down by the river"."""
    words, begin = u.reading.words, u.reading.sentence(one.match.first)[0]
    if words[one.match.end : one.match.end + 1] == ["now"]:
        return words[begin] == "in" and begin >= one.cue - 1
    before = words[begin : one.match.first]
    return "from" in before[1:] and before[0] in _GREETINGS and len(before) <= _GREETED


_GREETINGS: Final = frozenset(
    "good hello hi hey morning evening afternoon greetings bonjour ciao hola".split()
)
_GREETED: Final = 7
"""Words of "hello from a very snowy"."""


def _says_today(u: Utterance, one: Found, said: Presence, near: tuple[int, int]) -> bool:
    """True when a statement without a date speaks of the present.

    Of several places in one sentence at most one could be today's, so a list is general.
    """
    if _is_written_from(u, one):
        return True
    if not said.now or u.reading.words[one.cue] in VERBS or speaks_of_another_time(u, one.match):
        return False
    begin, end = u.reading.sentence(one.match.first)
    return near[0] <= begin and near[1] >= end
