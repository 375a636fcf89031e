"""Places as what a clause is about: "Leeds is no trouble, I'd be there by ten".

A place that suits, or is not far, is one to which the professional goes where the talk
is of an appointment: they go on to speak of themselves, or name a day. A place that is
too far, or only described, is not.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Speaker
from align.claims.nearby import claims_between
from align.claims.places.place_matches import match_before
from align.claims.places.presence_words import BEFORE_SUBJECT, PARTS, Part
from align.data.names import load_given_names
from align.reading.cues import EMOJI, NEGATION, SENTENCE_END

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.claims.places.place_matches import Match
    from align.claims.utterance import Utterance

_REACH: Final = 10
_AHEAD: Final = 40
_SUITING: Final = frozenset("works work suits suit".split())
_VERBS: Final = _SUITING | frozenset("is isn't are aren't would wouldn't will won't should".split())
_FIT: Final = frozenset(
    "fine easier better ok okay grand good perfect ideal easy doable possible manageable sorted handy simple sound works work"
    " suits suit stands convenient sweet sure lekker within".split()
)
"""What makes a place suit when it is said without a negation."""
_OF_NEED: Final = frozenset(
    "problem problems trouble bother issue issues hassle drama dramas worry worries stress sweat big bad far"
    " impossible difficult hard matter obstacle biggie hardship".split()
)
"""What makes a place suit when it is negated, and not suit otherwise."""
_SPATIAL: Final = frozenset(
    "minute minutes mins min hour hours km kms kilometre kilometres kilometer kilometers mile miles block blocks stop stops"
    " road street drive run ride train bus cycle bike walk hop hike spin trip route corner highway freeway motorway door close near nearby next"
    " nearest closer".split()
)
"""Words of ways and distances, which are of places and not of people."""
_TOO_MUCH: Final = frozenset(
    "too outside beyond off out past stretch trek slog closed finished over unfortunately sadly sorry beautiful"
    " gorgeous lovely stunning than".split()
)
_FAR: Final = frozenset("stretch trek slog haul schlep ways far".split())
"""What makes a place far, but for "but I'll do it"."""
_DOES: Final = (
    ["i'll"],
    ["i'd"],
    ["we'll"],
    ["we'd"],
    ["happy"],
    ["doable"],
    ["worth"],
    ["fine"],
    ["manageable"],
)
_GLADLY: Final = tuple(
    [who, verb] for who in ("i", "we") for verb in ("can", "could", "will", "would", "do", "love", "don't")
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
_OURS: Final = (["me"], ["us"], ["my"], ["our"], ["mine"], ["here"], ["home"], ["work"], ["the"], ["where"])
_OPENERS: Final = frozenset(
    "and but so then both also or thing yes yep yeah sure ah oh well , : — - ) \n".split()
)


class Subject(NamedTuple):
    """A place that a clause is about, and whether it is said to suit."""

    match: Match
    suits: bool


def subject_places(u: Utterance) -> Iterator[Subject]:
    """Return the places that stand as subjects of what is said of them."""
    if u.speaker is not Speaker.PROFESSIONAL or not u.known.places.present:
        return
    words = u.reading.words
    for index in compress(range(len(words)), map(_VERBS.__contains__, words)):
        yield from _before_verb(u, index, index)
    for begin in _openings(u):
        yield from _before_comma(u, begin)
    if "'s " in u.reading.line:
        for index, word in enumerate(words):
            if word.endswith("'s") and word not in PARTS and _may_be_verb(u, index + 1):
                yield from _before_verb(u, index + 1, index)


def _openings(u: Utterance) -> Iterator[int]:
    """Return where the sentences begin whose first words a comma follows."""
    words = u.reading.words
    begin = 0
    while begin < len(words):
        if "," in words[begin + 1 : begin + 4]:
            yield begin
        begin = u.reading.sentence(begin)[1]


def _before_comma(u: Utterance, begin: int) -> Iterable[Subject]:
    """Find the place of "Leeds, no bother": what suits is said behind the comma."""
    comma = u.reading.words.index(",", begin + 1)
    match = match_before(u, comma, "where")
    if match is None or match.first != begin or not _is_no_other(u, match, comma):
        return
    if (
        u.reading.words[comma + 1 : comma + 2] in _ANSWERS
        and says_suitable(u, comma)
        and _is_of_business(u, comma)
    ):
        yield Subject(match, suits=True)


def _may_be_verb(u: Utterance, behind: int) -> bool:
    """True when the "'s" before a word is no possessive: "Hull's no trouble", not "Hull's coat"."""
    words = u.reading.words
    if behind >= len(words):
        return False
    word = words[behind]
    known = PARTS.get(word) is Part.SKIP or word in _FIT or word in _OF_NEED or word in ("about", "where")
    return known or word[0].isdigit() or u.taken[behind] > 0


def _before_verb(u: Utterance, end: int, verb: int) -> Iterable[Subject]:
    """Find the place, or the two, that end before `end` and are the subject of the word at `verb`."""
    match = match_before(u, end, "where")
    if match is None:
        return
    found = [match]
    if u.reading.words[match.first - 1 : match.first] in (["and"], ["or"]):
        other = match_before(u, match.first - 1, "where")
        found += [other] if other is not None else []
    if _opens_clause(u, found[-1].first):
        suits = says_suitable(u, verb) and _is_of_business(u, verb)
        yield from (Subject(m, suits and _is_no_other(u, m, verb)) for m in found)


def _is_no_other(u: Utterance, match: Match, verb: int) -> bool:
    """True unless a name may be an ordinary word, or somebody's where the talk is not of ways."""
    if match.name.listed or (u.inbound is not None and any(p.name == match.key for p in u.inbound.places)):
        return True
    words = u.reading.words
    if not _FAR.isdisjoint(words[verb + 1 : verb + 1 + _REACH]):
        return True  # "Savannah's a haul"
    is_word = match.name.is_word and match.last - match.first == 1
    return not is_word and (match.key not in load_given_names() or _is_of_ways(words, verb))


def _is_of_ways(words: list[str], verb: int) -> bool:
    return any(_is_way(words, index) for index in range(verb + 1, min(len(words), verb + 1 + _REACH)))


def _is_way(words: list[str], index: int) -> bool:
    """True for "minutes", "road", "on my way"; somebody is "on his way"."""
    return (
        words[index] in _SPATIAL
        or words[index] in _FAR
        or (words[index] == "way" and words[index - 1] in ("my", "our", "the"))
    )


def _opens_clause(u: Utterance, first: int) -> bool:
    if not first or u.reading.marks[first - 1] & (SENTENCE_END | EMOJI):
        return True
    word = u.reading.words[first - 1]
    if word == "if":  # "if Leeds is easier, I can do it there"
        return "there" in u.reading.words[first : u.reading.sentence(first)[1]]
    return word in _OPENERS or PARTS.get(word) is Part.STOP


def says_suitable(u: Utterance, verb: int) -> bool:
    """True when what is said behind a verb makes its subject suit, or a short way to go."""
    words, marks = u.reading.words, u.reading.marks
    if words[verb] in _SUITING:
        return True
    denied = words[verb].endswith("n't")
    good = far = False
    for index in range(verb + 1, min(len(words), verb + 1 + _REACH)):
        word = words[index]
        if word == "but" and far:
            return _is_done_all_the_same(u, index)
        if marks[index] & SENTENCE_END or word in (",", ";", "but"):
            break
        far |= word in _FAR
        if word == "from" and words[index + 1 : index + 2] not in _OURS:
            return False  # "Leeds is an hour from York" tells of the map
        if (word in _TOO_MUCH and word not in _FAR) or PARTS.get(word) is Part.PAST:
            return False
        if word in _OF_NEED and (denied or word not in _FAR):
            return denied
        if word in ("no", "zero", "hardly", "never") or marks[index] & NEGATION:
            denied = True
        good |= _is_way(words, index) or (word in _FIT and not _describes(words, index))
    return good and not denied and not far


def _is_done_all_the_same(u: Utterance, but: int) -> bool:
    """True for "Leeds is a trek but I'd love it", "… but I'll do it", "… but doable"."""
    words = u.reading.words[but + 1 : but + 6]
    if any(u.reading.marks[i] & NEGATION for i in range(but + 1, min(len(u.reading), but + 6))):
        return False
    return words[:1] in _DOES or words[:2] in _GLADLY


def _describes(words: list[str], index: int) -> bool:
    """True for the adjective of "good company": it says nothing of whether a place suits."""
    behind = words[index + 1] if index + 1 < len(words) else "."
    return behind[0].isalpha() and behind not in PARTS and behind not in _FIT


def _is_of_business(u: Utterance, verb: int) -> bool:
    """True when the talk is of an appointment: of the speaker going on, or of a day."""
    words, marks = u.reading.words, u.reading.marks
    end = u.reading.sentence(verb)[1]
    stop = u.reading.sentence(end)[1] if end < len(words) else end
    for index in range(verb + 1, min(stop, verb + _AHEAD)):
        part = PARTS.get(words[index])
        if part is Part.SPEAKER or part is Part.SPEAKER_OBJECT or part is Part.SPEAKER_OWN:
            return not any(marks[i] & NEGATION for i in range(index, min(stop, index + 3)))
        if part is Part.LISTENER and words[index - 1] in BEFORE_SUBJECT:
            return False
    return bool(claims_between(u.days, verb, stop) or claims_between(u.starts, verb, stop))
