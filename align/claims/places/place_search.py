"""Where in a text places are named.

Names are looked for behind what introduces them (align/claims/places/place_cues.py), beside a date or an event
("my Berlin dates"), in lists that begin with another place, as what a clause is about, and, for the
spec's own names, anywhere.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.nearby import claims_between
from align.claims.offers import names_phrase
from align.claims.places import place_cues as cues
from align.claims.places.found import Found
from align.claims.places.next_stops import after_that, behind_hours, itinerary
from align.claims.places.own_towns import OWN_NOUNS, own_towns
from align.claims.places.place_addresses import addressed_places
from align.claims.places.place_answers import ANSWERING, answered_places
from align.claims.places.place_matches import match_at
from align.claims.places.place_neighbours import before_that_day, beside, listed_on, with_event
from align.claims.places.place_subjects import SUBJECT_VERBS, subject_places
from align.claims.places.place_there import add_there
from align.claims.places.unchecked_places import unchecked_places
from align.reading.cues import PLACE_WORD

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

OPENING_WORDS: Final = cues.OPENING_CUES | OWN_NOUNS
"""What a text with a place has one of, where no class of words tells of one."""
_SCHEDULE_REACH: Final = 5
_NEXT_DATE: Final = 3
_SCHEDULED: Final = frozenset(
    "is 's are open opens runs lasts goes starts free on from the still again week weekend after ,".split()
)


class _Hits(NamedTuple):
    """The words of a text at which places are looked for, by what is looked for there, so that it is gone through once."""

    cues: list[int]
    subjects: list[int]
    answers: list[int]
    own: list[int]
    that: list[int]
    there: list[int]


def _kinds(introducing: AbstractSet[str]) -> dict[str, tuple[int, ...]]:
    """Return which of `_Hits` a word belongs to."""
    looked_for = (introducing, SUBJECT_VERBS, ANSWERING, OWN_NOUNS, {"that"}, {"there"})
    return {
        word: tuple(kind for kind, words in enumerate(looked_for) if word in words)
        for word in frozenset[str]().union(*looked_for)
    }


_KINDS: Final = {True: _kinds(cues.CUES), False: _kinds(cues.WIDE_CUES)}
"""The kinds of hits, by whether there are places to check."""


def _hits(u: Utterance) -> _Hits:
    words = u.reading.words
    kinds = _KINDS[u.known.places.present]
    hits = _Hits([], [], [], [], [], [])
    for index in compress(range(len(words)), map(kinds.__contains__, words)):
        for kind in kinds[words[index]]:
            hits[kind].append(index)
    return hits


def find_places(u: Utterance) -> list[Found]:
    """Return every place that the text names, in order."""
    found: dict[int, Found] = {}
    words = u.reading.words
    hits = _hits(u)
    for index in hits.cues:
        word = words[index]
        one = cues.before_cue(u, index, word) if word in cues.REVERSED else None
        if one is not None:
            found.setdefault(one.match.first, one)
        read = cues.READERS.get(word)
        if read is None or not (word in cues.APART or cues.may_name(u, index + 1, word)):
            continue
        one = read(u, index, word)
        if one is not None:
            found.setdefault(one.match.first, one)
    _add_unintroduced(u, found, hits)
    _add_further(u, found, hits)
    if not found:
        return []
    firm = any(_is_firm(u, f) for f in found.values())
    meant = {first: f for first, f in found.items() if firm or not f.match.weak}
    return _apart({first: f for first, f in meant.items() if not _is_sold(u, f.match)})


def _add_further(u: Utterance, found: dict[int, Found], hits: _Hits) -> None:
    """Add the rest of lists, what "there" points to, and, in a text that is only read, what names alone tell."""
    if found:
        dated = {d.first: d.last for d in u.days}
        for one in list(found.values()):
            for more in listed_on(u, one, dated):
                _add(found, more)
    if hits.there:
        add_there(u, found, hits.there)
    if only_reads(u):
        for one in unchecked_places(u, found):
            _add(found, one)


def only_reads(u: Utterance) -> bool:
    """True where a text is only read, by nothing that checks it."""
    return u.known.keep_case and not u.known.places.present


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


def _add_unintroduced(u: Utterance, found: dict[int, Found], hits: _Hits) -> None:
    """Add the names that nothing introduces: the spec's own, beside dates, and echoes."""
    _add_own_names(u, found)
    _add_subjects(u, found, hits.subjects)
    if u.days:
        _add_dated(u, found)
        for one in (*itinerary(u), *behind_hours(u)):
            _add(found, one)
    if hits.that:
        for one in (*before_that_day(u, hits.that), *after_that(u, hits.that)):
            _add(found, one)
    if hits.own or u.addresses:
        for one in (*own_towns(u, hits.own), *addressed_places(u)):
            found[one.match.first] = one
    for one in answered_places(u, hits.answers):
        if one.certain:
            found[one.match.first] = one
        else:
            _add(found, one)


def _add_subjects(u: Utterance, found: dict[int, Found], verbs: list[int]) -> None:
    """Add the places that clauses are about: "Leeds is no trouble"."""
    for match, suits in subject_places(u, verbs):
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
