"""Times and sums that are given for a place: "Friday at ten in Leeds is yours", "£85 for the hour in Leeds"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Speaker, Stance
from align.claims.nearby import claims_between
from align.claims.places.presence_words import PARTS, Part
from align.claims.places.suiting import says_suitable
from align.reading.cues import BREAK, NEGATION

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_PARTS_OF_DAY: Final = frozenset("morning afternoon evening night lunchtime".split())
_FULLY: Final = frozenset("still also all now fairly pretty wide just currently completely the a".split())
_GIVEN: Final = frozenset("yours free open available confirmed booked".split())
_HAVING: Final = frozenset("there's theres there got have i've".split())
_BEFORE_PLACE: Final = 3
_TIME_REACH: Final = 4
_REACH: Final = 28


def is_appointed(u: Utterance, cue: int, settled: bytearray) -> bool:
    """True for the place of "Friday in Leeds", "Friday at ten in Leeds": a time stands right before it."""
    before = cue - 1
    while before > 0 and u.reading.words[before] in _PARTS_OF_DAY:
        before -= 1
    if before < 0 or settled[before]:
        return before >= 0
    return any(
        s.last in (before + 1, cue) for s in claims_between(u.starts, max(0, before - _TIME_REACH), cue)
    )


def suits_behind(u: Utterance, last: int) -> bool:
    """True for "Friday in Leeds is no problem", "works", "is yours", "for two hours is fine", "it is"."""
    words = u.reading.words
    verb = last - words[last - 1].endswith("'s")
    if words[last : last + 1] == ["for"]:
        verb = next((d.last for d in claims_between(u.durations, last, last + 2)), verb)
        if verb > last and (verb >= len(words) or u.reading.marks[verb] & BREAK):
            return True  # "Thursday in Leeds for an hour."
    if verb >= len(words):
        return False
    return says_suitable(u, verb) or _is_given(u, verb)


def _is_given(u: Utterance, verb: int) -> bool:
    """True for "is yours", "is still free", "is fairly open", and "it is" at the end of a clause."""
    words, marks = u.reading.words, u.reading.marks
    if words[verb : verb + 2] == ["it", "is"]:
        return verb + 2 >= len(words) or bool(marks[verb + 2] & BREAK) or words[verb + 2] == "then"
    if words[verb] != "is" and not words[verb].endswith("'s"):
        return False
    at = verb + 1
    while at < len(words) and words[at] in _FULLY:
        at += 1
    return at < len(words) and words[at] in _GIVEN


def _near(u: Utterance, cue: int) -> tuple[int, int]:
    """Return the sentence of a place, as far as it is looked at."""
    begin, end = u.reading.sentence(cue)
    return max(begin, cue - _REACH), min(end, cue + _REACH)


def covers(u: Utterance, cue: int) -> bool:
    """True for the town of "I come to you, anywhere in Leeds"."""
    words = u.reading.words
    if words[max(0, cue - 2) : cue] != [",", "anywhere"] or u.speaker is not Speaker.PROFESSIONAL:
        return False
    begin, end = _near(u, cue)
    if words[end - 1] == "?" or any(u.reading.marks[i] & NEGATION for i in range(begin, cue)):
        return False
    ours = any(PARTS.get(word) in (Part.SPEAKER, Part.SPEAKER_OWN) for word in words[begin:cue])
    return ours or bool(claims_between(u.money, begin, cue))


def has_job_there(u: Utterance, cue: int, last: int) -> bool:
    """True for "I've a job in Leeds on the 20th, so I could look in on you": work with its day, and with the listener."""
    words = u.reading.words
    if u.speaker is not Speaker.PROFESSIONAL or words[cue] not in _WITHIN:
        return False
    begin, end = u.reading.sentence(cue)
    led = words[max(begin, cue - _JOB_REACH) : cue]
    if _HAVE.isdisjoint(led) or _ARTICLES.isdisjoint(led) or words[end - 1] == "?":
        return False
    works = words[cue - 1] in _JOBS or (
        words[last : last + 1] == ["to"] and words[last + 1 : last + 2] in _WORKED
    )
    if any(mark & NEGATION for mark in u.reading.marks[last:end]) and _WILLING.isdisjoint(words[last:end]):
        return False  # "so I can't see you then"
    return works and not _LISTENER.isdisjoint(words[last:end]) and bool(claims_between(u.days, last, end))


_WILLING: Final = frozenset("can could i'll we'll i'd we'd happy free".split())


_LISTENER: Final = frozenset("you yours your".split())
_WITHIN: Final = frozenset("in at near over".split())
_JOB_REACH: Final = 6
_HAVE: Final = frozenset("i've we've have".split())
_ARTICLES: Final = frozenset("a an another two three".split())
_JOBS: Final = frozenset(
    "job jobs gig gigs shoot shoots client clients customer bride brides booking bookings".split()
)
_WORKED: Final = tuple(
    [verb] for verb in "do tune fix shoot play groom cook cut finish film paint teach".split()
)


def offers_time(u: Utterance, at: int, cue: int) -> bool:
    """True for "There's a 2.45 today in Leeds", "got ten and four in Leeds": hours that are to be had."""
    if u.speaker is not Speaker.PROFESSIONAL or u.reading.words[u.reading.sentence(cue)[1] - 1] == "?":
        return False
    return bool(claims_between(u.starts, at, cue)) and not _HAVING.isdisjoint(u.reading.words[at:cue])


def is_set_at_theirs(u: Utterance, at: int, cue: int) -> bool:
    """True for "2pm at yours in Leeds": an hour that is set brings the professional there; not for "your train at noon in Leeds"."""
    words = u.reading.words
    if u.speaker is not Speaker.PROFESSIONAL or words[u.reading.sentence(cue)[1] - 1] == "?":
        return False
    theirs = next((i for i in range(at, cue) if _is_their_home(words, i)), at)
    return bool(claims_between(u.starts, at, theirs))


def _is_their_home(words: list[str], index: int) -> bool:
    if PARTS.get(words[index]) is Part.LISTENER_HOME:
        return True
    return PARTS.get(words[index]) is Part.LISTENER_OWN and PARTS.get(words[index + 1]) is Part.ROOM


def has_time(u: Utterance, at: int) -> bool:
    """True for "I've an hour going in Leeds", "I've ten, one and four in Leeds": what they have is time."""
    reach = at + _TIME_REACH
    return bool(claims_between(u.starts, at + 1, reach) or claims_between(u.durations, at + 1, reach))


def is_priced(u: Utterance, cue: int) -> bool:
    """True for the place of "£85 for the hour in Leeds", "an hour in Leeds is £80": the professional's sum is for it."""
    if not u.money or u.speaker is not Speaker.PROFESSIONAL:
        return False
    words = u.reading.words
    begin, end = _near(u, cue)
    told = any(PARTS.get(word) in (Part.PAST, Part.THIRD) for word in words[begin:cue])
    if told or words[end - 1] == "?" or not _WAS.isdisjoint(words[cue : cue + _WAS_REACH]):
        return False
    sums = [
        m
        for m in claims_between(u.money, begin, end)
        if m.of is PriceOf.SESSION and m.stance is Stance.ASSERTED
    ]
    if words[cue] in _GOES and any(m.of is PriceOf.TRAVEL for m in claims_between(u.money, begin, end)):
        return True  # "a travel fee to Leeds"
    timed = any(d.last == cue for d in claims_between(u.durations, max(begin, cue - _BEFORE_PLACE), cue))
    timed |= words[max(0, cue - 1)] in _SOLD or any(m.last == cue for m in sums)
    timed |= any(m.duration is not None and m.duration[1] == cue for m in sums)
    return bool(sums) and timed


_WAS: Final = frozenset("was were cost used".split())
_WAS_REACH: Final = 4
_GOES: Final = frozenset("to in".split())
_SOLD: Final = frozenset("incall incalls outcall outcalls hour sessions".split())
