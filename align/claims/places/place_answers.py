"""Places by which a draft answers: "Leeds? Can do", "Yep for Leeds", "Leeds is a yes"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.agreement import assent_at
from align.claims.claim import Speaker
from align.claims.heard import once_a_message, places_heard
from align.claims.places.advice import advises
from align.claims.places.errands import is_errand
from align.claims.places.found import Found
from align.claims.places.mode_things import is_on_screen
from align.claims.places.place_matches import match_at, match_before, may_open
from align.claims.places.presence_words import PARTS
from align.claims.places.suiting import IF_YOU_COME
from align.reading.cues import BREAK, CALENDAR, NEGATION, QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from align.claims.utterance import Utterance

_TO: Final = frozenset("for to on with".split())
_YES: Final = frozenset("yes yep yup yeah ya aye can ok okay sure fine".split())
_WE: Final = frozenset("let's lets we we'll".split())
_SETTLING: Final = (["say"], ["it"])
_I: Final = frozenset("i we i'll i'd we'll".split())
_ALSO: Final = frozenset("also too".split())
_CAN: Final = frozenset("can could will also do always usually just".split())
_GOING: Final = frozenset("do add cover come go travel serve visit manage reach".split())
_WHEN: Final = frozenset(
    "till until from at on today for again mostly mainly usually always these this all".split()
)
_LEADING: Final = frozenset(
    "in at near around outside just mainly mostly usually currently still it's i'm".split()
)
_ASKING_WHERE: Final = frozenset("where where's whereabouts which what".split())
_WHERE: Final = re.compile(
    r"\bwhere(?: about|abouts)? (?:do|d'you|are) (?:you|u)"
    r" (?:\w+ )?(?:work|teach|train|play|operate|practise|practice|working|teaching|based|located)\b"
    r"|\b(?:which|what) (?:city|town|area|part|cities|towns|areas|places|parts)\b"
    r" (?:(?:are|r) (?:you|u)\b(?! from)|do (?:you|u)"
    r" (?:cover|work|serve|do|visit|travel|teach|operate)\b)"
    r"|\bwhere(?: about)?(?:'s| is| are| r|'re| will| would|abouts)? ?(?:are |r |will )?(?:you|u|ye|ya"
    r"|your (?:studio|place|shop|salon|clinic))\b(?! from)"
)
_A: Final[tuple[list[str], ...]] = ([], ["it's", "a"], ["that's", "a"], ["a"])
ANSWERING: Final = _I | _YES | _WE
"""Words at which an answer that names a place may begin, or go on."""
_LEADS: Final = _CAN | _GOING
_TIMES: Final = frozenset(
    "for with to in on at from until till every most once twice only also too by no as if".split()
)
_NAME: Final = 4
_REACH: Final = 8
_NOTHING: Final = frozenset("afraid sorry nothing nobody none no".split())


def answered_places(u: Utterance, hits: Iterable[int]) -> Iterator[Found]:
    """Return the places that the professional takes up, or says yes to; `hits` are all words of `ANSWERING`."""
    if u.speaker is not Speaker.PROFESSIONAL:
        if u.reading.seen & QUESTION:
            yield from _asked(u)
        return
    if u.reading.seen & QUESTION:
        yield from _echoes(u)
    if asked_where(u):
        yield from _told(u)
    words = u.reading.words
    last = len(words) - 1
    for at in hits:
        word = words[at]
        if word in _I:
            if 0 < at < last and words[at + 1] in _LEADS:
                yield from _fronted(u, at)
        elif word in _YES:
            yield from _agreed(u, at)
        if word in _WE:
            yield from _settled(u, at)


def may_ask(u: Utterance) -> bool:
    """Tell, cheaply, whether a client may ask for a place in few words: "Leeds possible?"."""
    return (
        u.speaker is Speaker.CLIENT
        and bool(u.reading.seen & QUESTION)
        and not _ASKING.isdisjoint(u.reading.words)
    )


_ASKING: Final = frozenset("do visit visiting cover covering possible ok okay doable list".split())


def _asked(u: Utterance) -> Iterator[Found]:
    """Find the place of a client's "can you do Leeds on Friday?", "Leeds possible?", "is Leeds on your list?"."""
    words, marks = u.reading.words, u.reading.marks
    for end in u.reading.where(QUESTION):
        begin = u.reading.sentence(end)[0]
        opening = match_at(u, begin, "where")
        if opening is not None and not opening.name.is_person:
            behind = opening.end
            while behind < end and (words[behind] in _ON_A_DAY or marks[behind] & CALENDAR):
                behind += 1
            if words[behind] in _POSSIBLE and end - behind <= _FEW:
                yield Found(begin, opening, certain=True)
            continue
        for at in range(begin, min(end - 1, begin + _REACH)):
            if words[at] not in _DOING or not _ASKING_OF.match(u.reading.line, u.reading.line_at[begin]):
                continue
            match = match_at(u, at + 1, "where")
            if match is None or match.name.is_person:
                continue
            following = words[match.end] if match.end < len(words) else "?"
            closed = following in _DONE_AT or bool(marks[match.end] & (BREAK | CALENDAR))
            if following in _LISTED if words[at] == "is" else closed:
                yield Found(at, match, certain=True)


_DOING: Final = frozenset("do visit visiting cover covering reach serve serving is".split())
_ASKING_OF: Final = re.compile(
    r"(?:(?:and|so|or|hi|hey) (?:, )?)?(?:(?:do|can|could|will|would|are|r) (?:you|u|ya|ye|sir|ma'am)|is"
    r"|any chance(?: of)? you)\b"
)
_LISTED: Final = frozenset("on in part possible ok okay something doable included covered too also".split())
_DONE_AT: Final = frozenset("? too also on at in this next as ever again still these for".split())
_POSSIBLE: Final = frozenset("possible ok okay doable works work fine too also".split())
_ON_A_DAY: Final = frozenset("on this next the at".split())
_FEW: Final = 3


def _fronted(u: Utterance, at: int) -> Iterator[Found]:
    """Find the place of "Leeds I do on Fridays", "Leeds also we come", where a verb of going follows the word at `at`."""
    words, marks = u.reading.words, u.reading.marks
    end = at - (words[at - 1] in _ALSO)
    if not end or words[end - 1] in PARTS or not 0 < end - (begin := u.reading.sentence(at)[0]) <= _NAME:
        return
    verb = at + 1
    while verb < len(words) and words[verb] in _CAN and words[verb : verb + 2] != ["do", "."]:
        verb += 1
    if verb >= len(words) or not (words[verb] in _GOING or words[verb - 1] == "do"):
        return
    behind = verb + (words[verb] in _GOING)
    if behind < len(words) and not marks[behind] & (BREAK | CALENDAR) and words[behind] not in _TIMES:
        return
    match = match_before(u, end, "where")
    if match is not None and match.first == begin and not is_errand(u, begin, behind):
        yield Found(begin, match, certain=True)


def _settled(u: Utterance, at: int) -> Iterator[Found]:
    """Find the place of "Let's say Leeds on Monday", "Shall we make it Leeds?"."""
    words = u.reading.words
    verb = at + 1 + (words[at + 1 : at + 2] == ["make"])
    if words[verb : verb + 1] in _SETTLING:
        match = match_at(u, verb + 1, "in")
        if match is not None and not match.name.is_person:
            yield Found(verb, match, certain=True)


@once_a_message
def asked_where(u: Utterance) -> bool:
    """True where the client has asked where the professional is."""
    if u.inbound is None or not u.inbound.reading.seen & QUESTION:
        return False
    if _ASKING_WHERE.isdisjoint(u.inbound.reading.words):
        return False
    return _WHERE.search(u.inbound.reading.line) is not None


@once_a_message
def comes_from_there(inbound: Utterance) -> bool:
    """True where the client is the one to travel: "I've moved to Leeds, can I still train with you?"."""
    if any(place.about == "professional" for place in inbound.places):
        return False
    return _CAN_I_COME.search(inbound.reading.line) is not None


_CAN_I_COME: Final = re.compile(
    r"\b(?:can|could|may|shall|should) (?:i|we|he|she|they)(?: (?:still|just|also|even|all))*"
    r" (?:come|train|join|visit|travel|drive|pop|attend|learn|study|carry on|keep (?:on )?(?:coming|training)"
    r"|make it)\b(?! up\b)"
)


def _told(u: Utterance) -> Iterator[Found]:
    """Find the place of "Leeds", "Leeds till Friday", where the client asked where they are."""
    words, marks = u.reading.words, u.reading.marks
    first = 0
    while first < len(words) and first < _FEW and words[first] in _LEADING:
        first += 1
    match = match_at(u, first, "where")
    if match is None:
        return
    end = match.end
    if end >= len(words) or marks[end] & (BREAK | CALENDAR) or words[end] in _WHEN:
        yield Found(0, match, certain=True)


def _echoes(u: Utterance) -> Iterator[Found]:
    """Find a place that is taken up as a question: "Leeds? Can do"."""
    words = u.reading.words
    for at in u.reading.where(QUESTION):
        if words[at] != "?" or at - u.reading.sentence(at)[0] > _NAME:
            continue
        match = match_before(u, at, "where")
        if match is None or not (match.first == u.reading.sentence(at)[0] or words[match.first - 1] == ","):
            continue
        taken_up = u.inbound is not None and words[at - 1] in u.inbound.said
        if taken_up or not (match.name.is_word or match.name.is_person):
            yield Found(match.first, match)


def _agreed(u: Utterance, at: int) -> Iterator[Found]:
    """Find the place of "Yep for Leeds", "It's a yes to Leeds" and, once asked for, "Leeds yes"."""
    words = u.reading.words
    behind = at + 1
    if behind >= len(words):
        return
    begin, end = u.reading.sentence(at)
    if words[behind] in _TO and may_open(u, behind + 1):
        opens = words[begin:at] in _A or words[at - 1] == "," or assent_at(u.reading, begin, end) == behind
        match = match_at(u, behind + 1, "in") if opens else None
        if match is not None and not is_taken_back(u, match.end):
            yield Found(behind, match, certain=True)
    elif at > begin and u.inbound is not None:
        match = match_before(u, at, "where")
        asked = match is not None and match.key in places_heard(u.inbound) and not comes_from_there(u.inbound)
        told = asked and not (is_taken_back(u, behind) or is_on_screen(u, behind, end))
        if match is not None and told and match.first == begin:
            yield Found(begin, match, certain=True)


def is_taken_back(u: Utterance, end: int) -> bool:
    """True for "For Leeds I'm afraid there's nothing", "Ok for Leeds I'd ask Jo"."""
    words = u.reading.words
    stop = min(u.reading.sentence(end - 1)[1], end + _REACH)
    denied = any(u.reading.marks[i] & NEGATION or words[i] in _NOTHING for i in range(end, stop))
    if denied or end >= len(words):
        return denied
    line, at = u.reading.line, u.reading.line_at
    theirs = IF_YOU_COME.search(line, at[end], at[stop] if stop < len(at) else len(line))
    return theirs is not None or advises(words, end)
