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
from align.claims.places.misspelt import SHORTEST_TYPO, misspelt_at
from align.claims.places.next_stops import after_that, behind_hours, is_town, it_goes_to, itinerary, next_stop
from align.claims.places.own_towns import OWN_NOUNS, own_towns
from align.claims.places.place_addresses import addressed_places
from align.claims.places.place_answers import ANSWERING, answered_places, is_taken_back
from align.claims.places.place_arrivals import arrived_at, greeted_from
from align.claims.places.place_labels import LABELS, labelled
from align.claims.places.place_matches import is_quarter, match_at, match_before, may_open
from align.claims.places.place_neighbours import (
    before_that_day,
    beside,
    is_branch,
    is_held,
    is_spot,
    listed_on,
    with_event,
)
from align.claims.places.place_subjects import SUBJECT_VERBS, subject_places
from align.claims.places.place_there import add_there
from align.claims.places.presence_words import BOOKED, EVENTS_AFTER, HELD_AFTER, PARTS, Part
from align.claims.places.unchecked_places import unchecked_places
from align.reading.cues import BREAK, CALENDAR, CLOCK, NUMBER, PLACE_WORD
from align.reading.dashes import PIN

if TYPE_CHECKING:
    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_PREPOSITIONS: Final = frozenset("in at to near around round between through thru @".split())
VERBS: Final = frozenset(
    "visit visits visiting tour touring hit hits hitting cover covers covering play playing do doing does"
    " serve serving working reach reached reaching enter entering added adding confirmed announced".split()
)
_ASKING: Final = frozenset("would does could about".split())
_OWN_ONLY: Final = frozenset(("on", "outside"))
"""Prepositions that introduce the spec's own names only: "on Broadway", "a house outside Atlanta"."""
_DIRECT: Final = _PREPOSITIONS | VERBS | _OWN_ONLY
_OURS: Final = frozenset(("my", "our"))
_WIDER: Final = frozenset(
    "from of via into through towards toward between across outside inside for like leaving".split()
)
_SO_BE_IT: Final = frozenset("then so for at on from this next till until x again indeed".split())
_IT_IS: Final = frozenset("it's it'll".split())
_DESCRIBING: Final = frozenset("a an the not too about quite only never no".split())
_ARRIVED_AT: Final = frozenset("in into to at".split())
_LED: Final = (["from"], ["in"], ["to"], ["at"], ["near"], ["around"])
_REVERSED: Final = EVENTS_AFTER | HELD_AFTER | {"where", "based"}
CUES: Final = (
    _OURS
    | _IT_IS
    | _DIRECT
    | _ASKING
    | {"for", "from", "into", "is", "are", ":", PIN, "next", "of"}
    | _REVERSED
)
OPENING_CUES: Final = (CUES - {"of"}) | OWN_NOUNS | {"out"}
"""What a text with a place has one of: "of" is a cue behind "out" alone, and far too common to look for."""
_WIDE_CUES: Final = CUES | _WIDER
_BESIDE_CUES: Final = SUBJECT_VERBS | ANSWERING | OWN_NOUNS | {"that", "there"}
_LOOKED_AT: Final = CUES | _BESIDE_CUES
_LOOKED_AT_WIDELY: Final = _WIDE_CUES | _BESIDE_CUES
"""Every word at which anything here is looked for, so that a text is gone through once."""
_MISSPELT_BEHIND: Final = frozenset(("in", "to", "visiting"))
_OF_WHAT_IS_BEFORE: Final = frozenset(("is", "are", ":", "it'll", "it's", "next"))
DETERMINERS: Final = frozenset(
    "the downtown central greater north south east west inner outer both either sunny lovely rainy old "
    "good beautiful snowy"
    " wee bonny dear windy chilly gorgeous busy little historic nearby".split()
)
_SCHEDULE_REACH: Final = 5
_NEXT_DATE: Final = 3
_SCHEDULED: Final = frozenset(
    "is 's are open opens runs lasts goes starts free on from the still again week weekend after ,".split()
)
_RUNS: Final = frozenset("run tour dates trip stop stops leg schedule cities list".split())
_FROM: Final = frozenset(
    "working work works operating operate teaching teach training coaching trading based shooting "
    "practising practicing"
    " tattooing".split()
)
_FOR: Final = frozenset(
    "heading head leave leaving bound dates date spots slots spot slot bookings booking availability booked"
    " book session appointment down".split()
)
_SUITS: Final = re.compile(r"(?:be |work|suit|do\b|help)")
_WHERE: Final = re.compile(
    r"where (?:i'm|i am|im|i'll|we're|we'll|i(?!')|you'll find (?:me|us)"
    r"|you can (?:find|catch|see) (?:me|us))\b"
)


def find_places(u: Utterance) -> list[Found]:
    """Return every place that the text names, in order."""
    found: dict[int, Found] = {}
    words = u.reading.words
    present = u.known.places.present
    cues, looked_at = (CUES, _LOOKED_AT) if present else (_WIDE_CUES, _LOOKED_AT_WIDELY)
    hits = [*compress(range(len(words)), map(looked_at.__contains__, words))]
    for index in hits:
        word = words[index]
        if word not in cues:
            continue
        if word == "of" and present and words[index - 1] != "out" and not _covers_all_of(words, index):
            continue
        if word in _REVERSED:
            one = _reversed(u, index, word)
            if one is not None:
                found.setdefault(one.match.first, one)
        if word not in _OF_WHAT_IS_BEFORE and not _may_name(u, index + 1, word):
            continue
        one = arrived_at(u, index) if word in _ARRIVED_AT else None
        if one is None:
            one = _behind(u, index, word) if word in _DIRECT else _at_cue(u, index, word)
        if one is not None:
            found.setdefault(one.match.first, one)
    _add_unintroduced(u, found, hits)
    _add_further(u, found, hits)
    if not found:
        return []
    firm = any(_is_firm(u, f) for f in found.values())
    meant = {first: f for first, f in found.items() if firm or not f.match.weak}
    return _apart({first: f for first, f in meant.items() if not _is_sold(u, f.match)})


def _add_further(u: Utterance, found: dict[int, Found], hits: list[int]) -> None:
    """Add the rest of lists, what "there" points to, and, in a text that is only read, what names alone tell."""
    dated = {d.first: d.last for d in u.days}
    for one in list(found.values()):
        for more in listed_on(u, one, dated):
            _add(found, more)
    add_there(u, found, hits)
    if only_reads(u):
        for one in unchecked_places(u, found):
            _add(found, one)


def only_reads(u: Utterance) -> bool:
    """True where a text is only read, by nothing that checks it."""
    return u.known.keep_case and not u.known.places.present


def _may_name(u: Utterance, first: int, word: str) -> bool:
    """Tell, cheaply, whether a name, an article before one, or a misspelt one may stand behind a cue."""
    words = u.reading.words
    if may_open(u, first) or (first < len(words) and words[first] in DETERMINERS):
        return True
    return word in _MISSPELT_BEHIND and first < len(words) and len(words[first]) >= SHORTEST_TYPO


def _is_sold(u: Utterance, match: Match) -> bool:
    """True for the Aero of "aero positioning", where that is on the spec's own list."""
    return not match.name.listed and names_phrase(u, match.first, match.last)


def _is_firm(u: Utterance, one: Found) -> bool:
    """True for a name that stands as a place by itself, or that the client has named too."""
    if one.match.weak:
        return u.inbound is not None and one.match.key in u.inbound.said
    return not one.bare


def _add(found: dict[int, Found], one: Found) -> None:
    """Add a place, unless something introduces it already."""
    known = found.get(one.match.first)
    if known is None or (known.bare and known.match.name.listed):
        found[one.match.first] = one


def _add_unintroduced(u: Utterance, found: dict[int, Found], hits: list[int]) -> None:
    """Add the names that nothing introduces: the spec's own, beside dates, and echoes."""
    _add_own_names(u, found)
    _add_subjects(u, found, hits)
    if u.days:
        _add_dated(u, found)
        for one in (*itinerary(u), *behind_hours(u)):
            _add(found, one)
    for one in (*before_that_day(u, hits), *after_that(u, hits)):
        _add(found, one)
    for one in (*own_towns(u, hits), *addressed_places(u)):
        found[one.match.first] = one
    for one in answered_places(u, hits):
        if one.certain:
            found[one.match.first] = one
        else:
            _add(found, one)


def _add_subjects(u: Utterance, found: dict[int, Found], hits: list[int]) -> None:
    """Add the places that clauses are about: "Leeds is no trouble"."""
    for match, suits in subject_places(u, hits):
        known = found.get(match.first)
        if (suits or not match.name.listed) and not (known and known.certain):
            bare = not suits and not (_is_plain(match) and _is_scheduled(u, match.end))
            found[match.first] = Found(match.first, match, bare=bare, certain=suits, suits=suits)


def _is_plain(match: Match) -> bool:
    """True for a name that is nothing but a town's."""
    return not (match.name.listed or match.name.is_word or match.name.is_person or match.name.is_area)


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
            found.setdefault(match.first, with_event(u, Found(match.first, match, bare=bare)))


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
        for one in beside(u, day, ends):
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
    if word in _IT_IS:
        return it_goes_to(
            u, index + (word in ("it'll", "itll") and u.reading.words[index + 1 : index + 2] == ["be"])
        )
    if word in ("is", "are", ":"):
        before = u.reading.words[index - 1] if index else ""
        if before == "it":
            return _it_is(u, index)
        if word == ":" and before in LABELS:
            return labelled(u, index)
        return _run_of(u, index) if before in _RUNS else None
    if word == PIN:
        return labelled(u, index)
    if word == "next":
        return next_stop(u, index)
    if word in _ASKING:
        return _asked_about(u, index, word) if may_open(u, index + 1) else None
    if word in _OURS:
        return _own_branch(u, index)
    if word in ("for", "from"):
        return _at_for(u, index, word)
    return _wider(u, index, word) if word in _WIDER else None


def _at_for(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name behind "for", "from", where they introduce one: "dates for Leeds", "working from Leeds"."""
    leads = _FOR if word == "for" else _FROM
    if word == "for" and index == u.reading.sentence(index)[0]:
        return _offered_for(u, index)
    if u.reading.words[index - 2 : index] == ["soft", "spot"]:
        return None
    if not u.known.places.present or (index and u.reading.words[index - 1] in leads):
        return _behind(u, index, "in" if leads is _FROM else word)
    return greeted_from(u, index) if word == "from" else None


def _wider(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name behind a preposition of `_WIDER`; with places to check, that of "flying into Leeds"."""
    if not u.known.places.present:
        return _behind(u, index, word)
    before = u.reading.words[index - 1] if index else ""
    goes = PARTS.get(before) is Part.MOTION or (word == "into" and before in _GETTING)
    works = word == "of" and _works_out_of(u.reading.words, index)
    covers = word == "of" and _covers_all_of(u.reading.words, index)
    one = _behind(u, index, "cover" if covers else "in") if goes or works or covers else None
    if one is None or (
        one.match.name.is_word
        and not (one.match.name.listed or (works and u.reading.words[index - 2] != "running"))
    ):
        return None
    return one


_GETTING: Final = frozenset("get gets getting".split())


def _covers_all_of(words: list[str], index: int) -> bool:
    """True for the "of" of "I cover all of Leeds", "I do the whole of York"."""
    if words[index - 1] not in _SHARES:
        return False
    verb = index - 2 - (words[index - 2] in ("the", "nearly", "almost"))
    denied = words[max(0, verb - 1)].endswith(("n't", "not", "never"))
    return verb >= 0 and words[verb] in VERBS and not denied


_SHARES: Final = frozenset("all most whole parts half bits".split())


def _works_out_of(words: list[str], index: int) -> bool:
    """True for the "of" of "I'm working out of Leeds": where one works from."""
    return index > 1 and words[index - 1] == "out" and words[index - 2] in _FROM


def _own_branch(u: Utterance, index: int) -> Found | None:
    """Find the name of "my Leeds office"."""
    match = match_at(u, index + 1, "where") if may_open(u, index + 1) else None
    if match is None or (match.name.is_word and not match.name.listed):
        return None
    held = is_town(match) and (is_held(u, match.end) or is_spot(u, match.end))
    return Found(match.first, match, event=True) if held or is_branch(u, match.end) else None


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
        if word == "on":
            return island_at(u, index)
        if words[index - 1] != "just":
            return None  # "just outside Leeds" is at Leeds
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
    one = with_event(u, Found(index, match))
    known = one.event or one.travel or match.name.is_area or match.name.listed
    if article and not (known or (word == "in" and is_quarter(u, match))):
        return None
    if word == "at" and not match.name.listed and match.name.is_word and not one.event:
        return None
    return one


def _own_follows(u: Utterance, first: int) -> bool:
    marks = u.reading.marks
    return first < len(marks) and bool(marks[first] & PLACE_WORD)


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
    return with_event(u, Found(match.first, match)) if index == match.end else None


def _run_of(u: Utterance, index: int) -> Found | None:
    """Find the name behind "next stop: Leeds", "this run is Austin and Dallas"."""
    match = match_at(u, index + 1, "is")
    if match is None or u.reading.words[max(0, index - 2)] in ("your", "his", "her", "their"):
        return None
    return Found(match.first, match, certain=u.speaker is Speaker.PROFESSIONAL)


def _it_is(u: Utterance, index: int) -> Found | None:
    """Find the name of "Leeds it is, then": what has been agreed."""
    words = u.reading.words
    behind = words[index + 1 : index + 2]
    match = match_before(u, index - 1, "is")
    if match is None:
        return None
    agreed = not behind or (
        u.reading.marks[index + 1] & (BREAK | CALENDAR | CLOCK | NUMBER) or behind[0] in _SO_BE_IT
    )
    if not agreed and (behind[0] in _DESCRIBING or words[match.first - 1 : match.first] in _LED):
        return None  # "From Leeds it is easy", "Leeds it is not"
    return Found(match.first, match, certain=True)


def _asked_about(u: Utterance, index: int, word: str) -> Found | None:
    """Find the name in "how about Leeds?", "would Leeds work?"."""
    words = u.reading.words
    match = match_at(u, index + 1, word)
    if match is None or match.weak or (match.name.is_person and not match.name.listed):
        return None
    if word == "about":
        asked = index > 0 and words[index - 1] in ("how", "what")
        return Found(match.first, match, certain=True) if asked else None
    first = next((d.last for d in u.days if match.end <= d.first <= match.end + 1), match.end)
    if first < len(words) and _SUITS.match(u.reading.line, u.reading.line_at[first]):
        return Found(match.first, match, certain=True)
    return None
