"""Places as what a clause is about: "Leeds is no trouble, I'd be there by ten".

A place that suits, or is not far, is one to which the professional goes where the talk
is of an appointment: they go on to speak of themselves, or name a day. A place that is
too far, or only described, is not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Speaker
from align.claims.heard import places_heard
from align.claims.nearby import claims_between
from align.claims.places.mode_things import is_remote
from align.claims.places.next_to_sentence import sentence_behind
from align.claims.places.place_answers import comes_from_there
from align.claims.places.place_matches import match_before, may_close, may_open
from align.claims.places.presence_words import BEFORE_SUBJECT, PARTS, Part
from align.claims.places.suiting import FAR, FIT, OF_NEED, SUITING, WHEN, is_way, says_suitable
from align.data.names import load_given_names
from align.reading.cues import BREAK, CALENDAR, EMOJI, NEGATION, SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_REACH: Final = 10
_AHEAD: Final = 40
SUBJECT_VERBS: Final = SUITING | frozenset(
    "is isn't are aren't would wouldn't will won't should could can might gets has".split()
)
_ANSWERS: Final = (
    ["no"],
    ["not"],
    ["sure"],
    ["fine"],
    ["easy"],
    ["grand"],
    ["perfect"],
    ["that"],
    ["that's"],
)
_OPENERS: Final = frozenset(
    "and but so then both either also or thing yes yep yeah sure ah oh well , : — - ) \n".split()
)


_WHEN_REACH: Final = 7
_FEW: Final = 8
_VERBLIKE: Final = frozenset(
    "about where booked confirmed planned pencilled penciled scheduled happening looking".split()
)


_BOUNDS: Final = frozenset("before until till after".split())


class Subject(NamedTuple):
    """A place that a clause is about, and whether it is said to suit."""

    match: Match
    suits: bool


def subject_places(u: Utterance, verbs: Iterable[int]) -> Iterator[Subject]:
    """Return the places that stand as subjects of what is said of them; `verbs` are all words of `SUBJECT_VERBS`."""
    if u.speaker is not Speaker.PROFESSIONAL or not u.known.places.present:
        return
    words = u.reading.words
    for index in verbs:
        if _may_end_subject(u, index - 1):
            yield from _before_verb(u, index, index)
    for begin in _openings(u):
        if may_open(u, begin):
            yield from _before_comma(u, begin)
    for index in _possessives(u.reading.line):
        word = words[index]
        if (word == "'s" or word not in PARTS) and _may_be_verb(u, index + 1):
            # the spec's own names are read without it
            yield from _before_verb(u, index + (word != "'s"), index)


def _may_end_subject(u: Utterance, index: int) -> bool:
    """Tell, cheaply, whether a place, or the day that it is spoken of for, can end with a word."""
    if index < 0:
        return False
    return may_close(u, index) or u.reading.words[index] in WHEN or bool(u.reading.marks[index] & CALENDAR)


def _possessives(line: str) -> Iterator[int]:
    """Return the words that end in "'s", but for the last: few texts have one, so they are not looked through."""
    word = behind = 0
    at = line.find("'s ")
    while at >= 0:
        word += line.count(" ", behind, at)
        yield word
        behind = at
        at = line.find("'s ", at + 1)


def _openings(u: Utterance) -> Iterator[int]:
    """Return where the sentences begin whose first words a comma follows."""
    words = u.reading.words
    if "," not in words:
        return
    for end in (-1, *u.reading.where(SENTENCE_END)):
        if "," in words[end + 2 : end + 5]:
            yield end + 1


def _before_comma(u: Utterance, begin: int) -> Iterable[Subject]:
    """Find the place of "Leeds, no bother": what suits is said behind the comma."""
    comma = u.reading.words.index(",", begin + 1)
    match = match_before(u, comma, "where")
    if match is None or match.first != begin or not _is_no_other(u, match, comma):
        return
    if (
        u.reading.words[comma + 1 : comma + 2] in _ANSWERS
        and says_suitable(u, comma)
        and _is_of_business(u, match, comma)
    ):
        yield Subject(match, suits=True)


def _may_be_verb(u: Utterance, behind: int) -> bool:
    """True when the "'s" before a word is no possessive: "Hull's no trouble", not "Hull's coat"."""
    words = u.reading.words
    if behind >= len(words):
        return False
    word = words[behind]
    known = PARTS.get(word) is Part.SKIP or word in _VERBLIKE or word in FIT or word in OF_NEED
    return known or word[0].isdigit() or u.taken[behind] > 0


def _before_verb(u: Utterance, end: int, verb: int) -> Iterable[Subject]:
    """Find the place, or the two, that end before `end` and are the subject of the word at `verb`."""
    match = match_before(u, end, "where") or match_before(u, _past_when(u, end), "where")
    if match is None:
        return
    if (
        match.key in load_given_names()
        and not match.name.listed
        and _is_done_by_people(u.reading.words, verb)
    ):
        return
    found = [match]
    if u.reading.words[match.first - 1 : match.first] in (["and"], ["or"]):
        other = match_before(u, match.first - 1, "where")
        found += [other] if other is not None else []
    if _opens_clause(u, found[-1].first):
        suits = says_suitable(u, verb) and _is_of_business(u, match, verb)
        begin, end = u.reading.sentence(verb)
        both = not _BOTH_WAYS.isdisjoint(u.reading.words[begin:end])
        suits = suits and (both or not is_remote(u, match.first, end))
        yield from (Subject(m, suits and _is_no_other(u, m, verb)) for m in found)


_BOTH_WAYS: Final = frozenset(("person", "either"))
"""On a screen and not only there: "Leeds works either way", "by video first and then in person"."""


def _is_done_by_people(words: list[str], verb: int) -> bool:
    """True for the "can have" of "Isla can have 4 tomorrow": what somebody does, and no place."""
    if words[verb] not in _MODALS:
        return False
    if words[verb + 1 : verb + 2] == ["do"] and words[verb] not in _ABLE:
        return False  # "Charlotte will do nicely"
    return words[verb + 1 : verb + 2] in _PEOPLE_DO


_MODALS: Final = frozenset("can could will would should might".split())
_ABLE: Final = ("can", "could")
_PEOPLE_DO: Final = tuple(
    [verb]
    for verb in "have take get keep do come join start stay bring go wait practise practice play".split()
)


def _past_when(u: Utterance, end: int) -> int:
    """Return the word before which a date or a span ends: "Leeds on a weekday is fine"."""
    words, marks = u.reading.words, u.reading.marks
    at = end
    while at > max(0, end - _WHEN_REACH) and (marks[at - 1] & CALENDAR or words[at - 1] in WHEN):
        at -= 1
    return at if at < end else 0


def _is_no_other(u: Utterance, match: Match, verb: int) -> bool:
    """True unless a name may be an ordinary word, or somebody's where the talk is not of ways."""
    if match.name.listed or (u.inbound is not None and match.key in places_heard(u.inbound)):
        return True
    words = u.reading.words
    if not FAR.isdisjoint(words[verb + 1 : verb + 1 + _REACH]):
        return True  # "Savannah's a haul"
    if "there" in words[verb + 1 : verb + 1 + _REACH]:
        return True  # "Aurora is easy, I can be there by noon"
    is_word = match.name.is_word and match.last - match.first == 1
    return not is_word and (match.key not in load_given_names() or _is_of_ways(words, verb))


def _is_of_ways(words: list[str], verb: int) -> bool:
    return any(is_way(words, index) for index in range(verb + 1, min(len(words), verb + 1 + _REACH)))


def _opens_clause(u: Utterance, first: int) -> bool:
    if not first or u.reading.marks[first - 1] & (SENTENCE_END | EMOJI):
        return True
    word = u.reading.words[first - 1]
    if word == "if":  # "if Leeds is easier, I can do it there"
        return "there" in u.reading.words[first : u.reading.sentence(first)[1]]
    return word in _OPENERS or PARTS.get(word) is Part.STOP


def _is_of_business(u: Utterance, match: Match, verb: int) -> bool:
    """True when the talk is of an appointment: the client asked, the speaker goes on, or a day."""
    if u.inbound is not None and any(
        p.name == match.key and p.about == "professional" for p in u.inbound.places[:_FEW]
    ):
        return True
    words = u.reading.words
    theirs = [] if u.inbound is None else u.inbound.places[:_FEW]
    needs = not OF_NEED.isdisjoint(words[verb + 1 : verb + 1 + _REACH])
    if (
        needs
        and u.inbound is not None
        and not comes_from_there(u.inbound)
        and any(p.name == match.key for p in theirs)
    ):
        return True  # "We're in Leeds" - "Leeds isn't too far"
    end = u.reading.sentence(verb)[1]
    _, stop = sentence_behind(u.reading, end)
    for index in range(verb + 1, min(stop, verb + _AHEAD)):
        part = PARTS.get(words[index])
        if part is Part.SPEAKER and PARTS.get(" ".join(words[index + 1 : index + 2])) is Part.PAST:
            continue  # "a pretty drive, I did it once"
        if part is Part.SPEAKER_OWN and _COME_IN.match(u.reading.line, u.reading.line_at[index]):
            return False
        if part is Part.SPEAKER or part is Part.SPEAKER_OBJECT or part is Part.SPEAKER_OWN:
            return part is not Part.SPEAKER or not _is_denied_of_self(u, index, stop)
        if part is Part.LISTENER and words[index - 1] in BEFORE_SUBJECT:
            return bool(claims_between(u.days, match.end, index))
    return bool(claims_between(u.days, match.end, stop) or claims_between(u.starts, verb, stop))


_COME_IN: Final = re.compile(
    r"(?:my|our) (?:[\w'-]+ ){1,3}?(?:come|comes|travel|travels|drive|drives|cycle|commute|make the (?:trip|drive)"
    r"|get (?:here|in|the))\b(?! (?:\w+ ){0,3}?(?<!from )there\b)"
)
"""Where others come from, that the client can come from too: "Leeds is fine, plenty of my lot come in on the tram"."""


def _is_denied_of_self(u: Utterance, index: int, stop: int) -> bool:
    """True for "I can't": a negation in the clause that speaks of the speaker."""
    for at in range(index, min(stop, index + 3)):
        if u.reading.marks[at] & NEGATION or u.reading.words[at] == "pass":
            # "I can't be there before ten" gives the hour
            return _BOUNDS.isdisjoint(u.reading.words[at : at + 6])
        if u.reading.marks[at] & BREAK:
            break
    return False
