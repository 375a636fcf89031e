"""Names that stand beside a date, before an event, or in a list, and what that makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.places.found import Found
from align.claims.places.place_matches import match_at, match_before
from align.claims.places.pointing_back import is_span
from align.claims.places.presence_words import EVENTS_AFTER, HELD_AFTER, OWNED_AFTER, PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.claims.claim import Days
    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_LISTED_BY: Final = frozenset("and or then , & + / - •".split())
_BETWEEN: Final = frozenset(
    (
        "then in back over up down on to at the around , and also maybe sometimes occasionally often mostly "
        "usually ( :"
    ).split()
)
_BESIDE_DATE: Final = frozenset(
    (
        "on in during from until till til through thru for : - , ( again next this the now then every each "
        "most"
    ).split()
)
_BESIDE_REACH: Final = 4
_PARTS_OF_TOWNS: Final = frozenset("area region side centre center".split())


def with_event(u: Utterance, one: Found) -> Found:
    """Note the event that a name stands before: "the Hamilton pop-up"."""
    words = u.reading.words
    end = one.match.end
    before = words[one.match.first - 1 : one.match.first]
    if is_held(u, end) or (before in _OURS and is_branch(u, end)):
        return one._replace(event=True)
    if end < len(words) and words[end] in EVENTS_AFTER and words[end] not in _PARTS_OF_TOWNS:
        if words[end] in OWNED_AFTER:
            return one._replace(travel=True)
        return one._replace(event=True)
    return one


_OURS: Final = (["my"], ["our"])
_BRANCHES: Final = frozenset(
    "centre center branch office offices academy school class classes studio salon clinic shop loft gym".split()
)


def is_branch(u: Utterance, end: int) -> bool:
    """True for what is the professional's behind "my Leeds", and a part of the town or anybody's otherwise."""
    return end < len(u.reading.words) and u.reading.words[end].removesuffix("'s") in _BRANCHES


def is_held(u: Utterance, end: int) -> bool:
    """True for the table of "my Leeds table", "the Leeds table's up today"."""
    return end < len(u.reading.words) and u.reading.words[end].removesuffix("'s") in HELD_AFTER


def is_spot(u: Utterance, end: int) -> bool:
    """True for the place of "our Leeds place": where they work, behind "my" or "our"."""
    return end < len(u.reading.words) and u.reading.words[end].removesuffix("'s") in _SPOTS


_SPOTS: Final = frozenset("place spot space premises location".split())


def before_that_day(u: Utterance, those: Iterable[int]) -> Iterable[Found]:
    """Find the name of "Leeds that day", a day that was named before; `those` are the words "that"."""
    words = u.reading.words
    for at in those:
        if at and words[at - 1] not in PARTS and is_span(words, at + 1):
            match = match_before(u, at)
            if match is not None and _may_stand_alone(u, match):
                yield with_event(u, Found(match.first, match))


def beside(u: Utterance, day: Days, firm: set[int]) -> Iterable[Found]:
    """Find a name right beside a date: "Leeds 12-14 Nov", "Friday: Cork"."""
    words = u.reading.words
    last = day.first
    while last > 0 and day.first - last < _BESIDE_REACH and words[last - 1] in _BESIDE_DATE:
        last -= 1
    last = _past_length(words, last)
    for end in range(day.first, last - 1, -1):
        if end in firm:
            return
        match = match_before(u, end)
        if match is not None:
            if _may_stand_alone(u, match):
                yield with_event(u, Found(match.first, match))
            return
    first = day.last
    while first < len(words) and first - day.last < 2 and words[first] in _BESIDE_DATE:
        first += 1
    for begin in range(day.last, first + 1):
        match = match_at(u, begin, "")
        if match is not None:
            if _may_stand_alone(u, match) and not _is_addressed(u, day, match):
                yield with_event(u, Found(match.first, match))
            return


def _past_length(words: list[str], last: int) -> int:
    """Return the word at which "for two days", "for the day" begins, where that ends before `last`."""
    at = last - 3
    return at if at > 0 and words[at] == "for" and words[last - 1] in _LENGTHS else last


_LENGTHS: Final = frozenset("day days night nights week weeks".split())


def _is_addressed(u: Utterance, day: Days, match: Match) -> bool:
    """True for "Confirmed for Friday, Tama.": who is told so, set off at the end of a sentence that settles the day."""
    words = u.reading.words
    begin, end = u.reading.sentence(match.first)
    if match.name.listed or words[match.first - 1] != "," or match.end < end - 1:
        return False
    return not _SETTLING.isdisjoint(words[max(begin, day.first - _BESIDE_REACH) : day.first])


_SETTLING: Final = frozenset(
    "confirmed booked locked sorted set see done catch thanks cheers you good".split()
)


def _may_stand_alone(u: Utterance, match: Match) -> bool:
    """True for names that need nothing to introduce them: nobody is called so."""
    if (
        match.name.is_word
        and not match.name.listed
        and u.reading.words[match.end : match.end + 1] == ["only"]
    ):
        return False  # "until Sunday, mobile only"
    if match.first:
        before = u.reading.words[match.first - 1]
        if before in _AWAY_FROM or _leads_out(u.reading.words, match.first):
            return False  # "my train from Perth Monday"
        part = PARTS.get(before)
        if part in (Part.ENCOUNTER, Part.MENTAL, Part.ACTIVE, Part.PAST, Part.LISTENER_OWN):
            # "I can see London on Friday": London is somebody.
            return bool(match.name.listed) and not match.name.is_person
    return bool(match.name.listed) or not match.name.is_person


_AWAY_FROM: Final = frozenset("from via off leaving".split())


def _leads_out(words: list[str], first: int) -> bool:
    """True for "flying out of Leeds", not for "working out of Leeds"."""
    lead = words[max(0, first - 3) : first]
    return lead[1:] == ["out", "of"] and PARTS.get(lead[0]) is Part.MOTION


def _past_dates(words: list[str], at: int, dated: dict[int, int]) -> int:
    """Return the word behind the dates at a word: "till the 24th"."""
    ahead = at
    while ahead < len(words) and ahead < at + 2 and words[ahead] in _BESIDE_DATE and ahead not in dated:
        ahead += 1
    while ahead in dated:
        at = ahead = dated[ahead]
    return at


def listed_on(u: Utterance, one: Found, dated: dict[int, int]) -> Iterable[Found]:
    """Find the further members of a list: "in Leeds, Manchester and York"."""
    words = u.reading.words
    at = one.match.end
    people: list[Match] = []
    for _ in range(8):
        at = _past_dates(words, at, dated)
        if at >= len(words) or words[at] not in _LISTED_BY:
            return
        at += 1
        while at < len(words) and (words[at] in _BETWEEN or at in dated):
            at = dated.get(at, at + 1)
        match = match_at(u, at, "list")
        if match is None or (words[at - 1] == "the" and not (match.name.listed or match.name.is_area)):
            return  # "here in Sitges, the terrace is ours"
        if _may_stand_alone(u, match) or _past_dates(words, match.end, dated) > match.end:
            yield from (Found(m.first, m) for m in (*people, match))
            people.clear()
        else:
            people.append(match)  # "in Dallas, Austin and Houston", but "in Leeds, Charlotte"
        at = match.end
