"""Where in a text places are named, and what introduces them.

Names are looked for behind a preposition or a verb of going, beside a date or an event
("my Berlin dates"), in lists that begin with another place, and, for the spec's own
names, anywhere.
"""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.nearby import claims_between
from align.claims.offers import names_phrase
from align.claims.places.found import Found
from align.claims.places.islands import island_at
from align.claims.places.place_answers import answered_places, is_taken_back
from align.claims.places.place_matches import match_at, match_before, may_open, misspelt_at
from align.claims.places.place_subjects import subject_places
from align.claims.places.place_there import add_there
from align.claims.places.presence_words import BOOKED, EVENTS_AFTER, HELD_AFTER, OWNED_AFTER, PARTS, Part
from align.reading.cues import PLACE_WORD

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.claims.claim import Days
    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_PREPOSITIONS: Final = frozenset("in at to near around between @".split())
VERBS: Final = frozenset(
    "visit visits visiting tour touring hit hits hitting cover covers covering play playing do doing does"
    " serve serving reach reaching enter entering added adding confirmed announced".split()
)
_ASKING: Final = frozenset("would does could about".split())
_OWN_ONLY: Final = frozenset(("on", "outside"))
"""Prepositions that introduce the spec's own names only: "on Broadway", "a house outside Atlanta"."""
_DIRECT: Final = _PREPOSITIONS | VERBS | _OWN_ONLY
_REVERSED: Final = EVENTS_AFTER | {"where", "based"}
_WIDER: Final = frozenset(
    "from of via into through towards toward between across outside inside for like leaving".split()
)
CUES: Final = _DIRECT | _ASKING | {"for", "from", "is", "are", ":"} | _REVERSED
_WIDE_CUES: Final = CUES | _WIDER
DETERMINERS: Final = frozenset(
    "the downtown central greater north south east west inner outer both either".split()
)
_SCHEDULE_REACH: Final = 5
_NEXT_DATE: Final = 3
_SCHEDULED: Final = frozenset(
    "is 's are open opens runs lasts goes starts free on from the still again week weekend after ,".split()
)
_RUNS: Final = frozenset("run tour dates trip stop stops leg schedule cities list".split())
_FROM: Final = frozenset("working work operating teaching based".split())
_FOR: Final = frozenset(
    "heading head leave leaving bound dates date spots slots spot slot bookings booking availability booked"
    " book session appointment down".split()
)
_LISTED_BY: Final = frozenset("and or then , & + / - •".split())
_BETWEEN: Final = frozenset("then in back over up down on to at the around , and also maybe ( :".split())
_BESIDE_DATE: Final = frozenset(
    "on in during from until till til through thru for : - , ( again next this the now then".split()
)
_BESIDE_REACH: Final = 4
_SUITS: Final = re.compile(r"(?:be |work|suit|do\b|help)")
_WHERE: Final = re.compile(
    r"where (?:i'm|i am|im|i'll|we're|we'll|i|you'll find (?:me|us)|you can (?:find|catch|see) (?:me|us))\b"
)


def find_places(u: Utterance) -> list[Found]:
    """Return every place that the text names, in order."""
    found: dict[int, Found] = {}
    words = u.reading.words
    cues = CUES if u.known.places.present else _WIDE_CUES
    for index in compress(range(len(words)), map(cues.__contains__, words)):
        word = words[index]
        if word in _REVERSED:
            one = _reversed(u, index, word)
            if one is not None:
                found.setdefault(one.match.first, one)
        one = _behind(u, index, word) if word in _DIRECT else _at_cue(u, index, word)
        if one is not None:
            found.setdefault(one.match.first, one)
    _add_unintroduced(u, found)
    dated = {d.first: d.last for d in u.days}
    for one in list(found.values()):
        for more in _listed_on(u, one, dated):
            _add(found, more)
    if "there" in words:
        add_there(u, found)
    if not found:
        return []
    firm = any(_is_firm(u, f) for f in found.values())
    meant = {first: f for first, f in found.items() if firm or not f.match.weak}
    return _apart({first: f for first, f in meant.items() if not _is_sold(u, f.match)})


def _is_sold(u: Utterance, match: Match) -> bool:
    """True for the Aero of "aero positioning", where that is on the spec's own list."""
    return not match.name.listed and names_phrase(u, match.first, match.last)


def _is_firm(u: Utterance, one: Found) -> bool:
    """True for a name that stands as a place by itself, or that the client has named too."""
    if one.match.weak:
        return u.inbound is not None and one.match.key in u.inbound.reading.words
    return not one.bare


def _add(found: dict[int, Found], one: Found) -> None:
    """Add a place, unless something introduces it already."""
    known = found.get(one.match.first)
    if known is None or (known.bare and known.match.name.listed):
        found[one.match.first] = one


def _add_unintroduced(u: Utterance, found: dict[int, Found]) -> None:
    """Add the names that nothing introduces: the spec's own, beside dates, and echoes."""
    _add_own_names(u, found)
    _add_subjects(u, found)
    if u.days:
        _add_dated(u, found)
    for one in answered_places(u):
        if one.certain:
            found[one.match.first] = one
        else:
            _add(found, one)


def _add_subjects(u: Utterance, found: dict[int, Found]) -> None:
    """Add the places that clauses are about: "Leeds is no trouble"."""
    for match, suits in subject_places(u):
        known = found.get(match.first)
        if (suits or not match.name.listed) and not (known and known.certain):
            found[match.first] = Found(match.first, match, bare=not suits, certain=suits, suits=suits)


def _add_own_names(u: Utterance, found: dict[int, Found]) -> None:
    """Add the spec's own names that nothing introduces."""
    own = u.reading.where(PLACE_WORD)
    if not own:
        return
    covered = {i for f in found.values() for i in range(f.match.first, f.match.end)}
    for index in own:
        match = match_at(u, index, "") if index not in covered else None
        if match is not None:
            bare = not _is_scheduled(u, match.end)
            found.setdefault(match.first, _with_event(u, Found(match.first, match, bare=bare)))


def _is_scheduled(u: Utterance, end: int) -> bool:
    """True for "Leeds is open from the 3rd", "Denver is the weekend after"."""
    words = u.reading.words
    at = end
    while at < min(len(words), end + _SCHEDULE_REACH) and words[at] in _SCHEDULED:
        at += 1
    return at > end and bool(claims_between(u.days, end, at + _NEXT_DATE))


def _add_dated(u: Utterance, found: dict[int, Found]) -> None:
    """Add the names that stand right beside a date."""
    ends = {f.match.end for f in found.values() if not f.bare}
    for day in u.days:
        for one in _beside(u, day, ends):
            ends.add(one.match.end)
            _add(found, one)


def _apart(found: dict[int, Found]) -> list[Found]:
    """Return the places in order, without those that lie inside another one."""
    kept: list[Found] = []
    for first in sorted(found):
        if not kept or first >= kept[-1].match.end:
            kept.append(found[first])
    return kept


def _at_cue(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name that the cue at `index`, which is not one of `_DIRECT`, introduces."""
    if word in ("is", "are", ":"):
        before = u.reading.words[index - 1] if index else ""
        if before == "it":
            return _it_is(u, index)
        return _run_of(u, index) if before in _RUNS else None
    if word in _ASKING:
        return _asked_about(u, index, word) if may_open(u, index + 1) else None
    if word in ("for", "from"):
        leads = _FOR if word == "for" else _FROM
        if word == "for" and index == u.reading.sentence(index)[0]:
            return _offered_for(u, index)
        if not u.known.places.present or (index and u.reading.words[index - 1] in leads):
            return _behind(u, index, "in" if leads is _FROM else word)
        return None
    return _behind(u, index, word) if word in _WIDER else None


def _offered_for(u: Utterance, index: int) -> Found | None:
    """Find the name of "For Leeds I can still offer you Friday"."""
    one = _behind(u, index, "in")
    words = u.reading.words
    if one is None or PARTS.get(" ".join(words[one.match.end : one.match.end + 1])) is not Part.SPEAKER:
        return None
    return None if is_taken_back(u, one.match.end) else one


def _behind(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name behind a preposition or a verb."""
    words = u.reading.words
    first = index + 1
    article = False
    if word in _OWN_ONLY and u.known.places.present and not _own_follows(u, first):
        return island_at(u, index) if word == "on" else None
    match = match_at(u, first, word)
    while match is None and first < len(words) and words[first] in DETERMINERS:
        article |= words[first] == "the"
        first += 1
        match = match_at(u, first, word)
    if match is None:
        if word in ("in", "to", "visiting") and first == index + 1 and first < len(words):
            slip = misspelt_at(u, first)
            if slip is not None:
                return Found(index, slip, doubtful=True)
        return None
    one = _with_event(u, Found(index, match))
    if article and not (one.event or one.travel or match.name.is_area or match.name.listed):
        return None
    if word == "at" and not match.name.listed and match.name.is_word and not one.event:
        return None
    return one


def _own_follows(u: Utterance, first: int) -> bool:
    marks = u.reading.marks
    return first < len(marks) and bool(marks[first] & PLACE_WORD)


def _with_event(u: Utterance, one: Found) -> Found:
    """Note the event that a name stands before: "the Hamilton pop-up"."""
    words = u.reading.words
    end = one.match.end
    if end < len(words) and words[end] in HELD_AFTER and one.match.name.listed:
        return one._replace(event=True)
    if end < len(words) and words[end] in EVENTS_AFTER and words[end] not in ("area", "region", "side"):
        if words[end] in OWNED_AFTER:
            return one._replace(travel=True)
        return one._replace(event=True)
    return one


def _reversed(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name before "dates", "pop-up", "-based" or "is where I'm …"."""
    words = u.reading.words
    last = index
    if word == "where":
        joined = words[index - 1].endswith("'s")
        if index < 2 - joined or not (joined or words[index - 1] in ("is", "'")):
            return None
        said = _WHERE.match(u.reading.line, u.reading.line_at[index])
        if said is None or PARTS.get(next(iter(u.reading.words[index + 2 : index + 3]), "")) is Part.PAST:
            return None
        last -= not joined
    elif index > 1 and words[index - 1] == "-":
        last -= 1
    match = match_before(u, last, "where" if word in ("where", "based") else "")
    if match is None:
        return None
    if word == "where":
        return Found(match.first, match, certain=True)
    if word == "based":
        return Found(match.first, match)
    if word in BOOKED and not match.name.listed and words[last - 1].endswith("'s"):
        return None  # "Houston's appointment": whoever has it
    return _with_event(u, Found(match.first, match)) if index == match.end else None


def _run_of(u: Utterance, index: int) -> Found | None:
    """Find the name behind "next stop: Leeds", "this run is Austin and Dallas"."""
    match = match_at(u, index + 1, "is")
    if match is None or u.reading.words[max(0, index - 2)] in ("your", "his", "her", "their"):
        return None
    return Found(match.first, match, certain=u.speaker is Speaker.PROFESSIONAL)


def _it_is(u: Utterance, index: int) -> Found | None:
    """Find the name of "Leeds it is, then": what has been agreed."""
    match = match_before(u, index - 1, "is")
    return None if match is None else Found(match.first, match, certain=True)


def _asked_about(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name in "how about Leeds?", "would Leeds work?"."""
    words = u.reading.words
    match = match_at(u, index + 1, word)
    if match is None or match.weak or (match.name.is_person and not match.name.listed):
        return None
    if word == "about":
        asked = index > 0 and words[index - 1] in ("how", "what")
        return Found(match.first, match, certain=True) if asked else None
    first = match.end
    if first < len(words) and _SUITS.match(u.reading.line, u.reading.line_at[first]):
        return Found(match.first, match, certain=True)
    return None


def _beside(u: Utterance, day: Days, firm: set[int]) -> Iterable[Found]:
    """Find a name right beside a date: "Leeds 12-14 Nov", "Friday: Cork"."""
    words = u.reading.words
    last = day.first
    while last > 0 and day.first - last < _BESIDE_REACH and words[last - 1] in _BESIDE_DATE:
        last -= 1
    for end in range(day.first, last - 1, -1):
        if end in firm:
            return
        match = match_before(u, end)
        if match is not None:
            if _may_stand_alone(u, match):
                yield _with_event(u, Found(match.first, match))
            return
    first = day.last
    while first < len(words) and first - day.last < 2 and words[first] in _BESIDE_DATE:
        first += 1
    for begin in range(day.last, first + 1):
        match = match_at(u, begin, "")
        if match is not None:
            if _may_stand_alone(u, match) and not _is_addressed(u, day, match):
                yield _with_event(u, Found(match.first, match))
            return


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
    if match.first:
        part = PARTS.get(u.reading.words[match.first - 1])
        if part in (Part.ENCOUNTER, Part.MENTAL, Part.ACTIVE, Part.PAST, Part.LISTENER_OWN):
            # "I can see London on Friday": London is somebody.
            return bool(match.name.listed) and not match.name.is_person
    return bool(match.name.listed) or not match.name.is_person


def _past_dates(words: list[str], at: int, dated: dict[int, int]) -> int:
    """Return the word behind the dates at a word: "till the 24th"."""
    ahead = at
    while ahead < len(words) and ahead < at + 2 and words[ahead] in _BESIDE_DATE and ahead not in dated:
        ahead += 1
    while ahead in dated:
        at = ahead = dated[ahead]
    return at


def _listed_on(u: Utterance, one: Found, dated: dict[int, int]) -> Iterable[Found]:
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
        if _may_stand_alone(u, match) or match.end in dated:
            yield from (Found(m.first, m) for m in (*people, match))
            people.clear()
        else:
            people.append(match)  # "in Dallas, Austin and Houston", but "in Leeds, Charlotte"
        at = match.end
