"""Whose presence a clause without a subject states: "In Leeds tomorrow", "Doing brows in Leeds on Friday"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.advice import advises
from align.claims.places.appointed_places import (
    is_appointed,
    is_set_at_theirs,
    offers_time,
    suits_behind,
)
from align.claims.places.clause_openings import (
    goes_without_saying,
    is_elided,
    is_last_time,
    is_wish,
    sends,
)
from align.claims.places.echo_answers import echo_agrees
from align.claims.places.pointing_back import is_span
from align.claims.places.presence_company import came_about
from align.claims.places.presence_found import CLIENT, OTHER, THERE, At, Passed, Presence
from align.claims.places.presence_words import INVITING, PARTS, Part
from align.reading.cues import EMOJI, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 28
_AHEAD: Final = 6


def unsaid(u: Utterance, at: int, place: At, settled: bytearray, passed: Passed) -> Presence:
    """Decide for a clause that names no subject."""
    told = _by_opening(u, at, place, settled, passed)
    if told is not None:
        return told
    if passed.unreal or passed.strange:
        return _half_understood(u, at, place, settled, passed)
    if passed.guest_room:
        return THERE if is_set_at_theirs(u, at, place.cue) else CLIENT
    if passed.offers:
        return THERE
    if passed.acts or (passed.moves and not (passed.room or passed.travel)):
        if u.speaker is Speaker.PROFESSIONAL:
            return Presence("professional", close=True)
        return THERE if passed.acts and _ends_asking(u, place.cue) else CLIENT
    if passed.room or passed.travel:
        return OTHER
    return _fragment(u, place, settled, linked=passed.link > 0)


def _by_opening(u: Utterance, at: int, place: At, settled: bytearray, passed: Passed) -> Presence | None:
    """Decide for a clause that opens with a wish, an order, or an offer without its subject."""
    if (passed.denied and passed.event) or is_last_time(u, place.cue):
        return OTHER
    if sends(u, at):
        return CLIENT
    if u.reading.words[at].endswith("ing") and u.reading.words[place.last : place.last + 1] in _OF_TOPICS:
        return OTHER  # "Running a salon in Leeds sounds fun"
    if _is_busy(u, at, place, settled) and not (passed.unreal or passed.denied or passed.guest_room):
        return Presence("professional", close=True)
    if passed.event:
        return None
    if not (passed.unreal or passed.strange or passed.denied) and offers_time(u, at, place.cue):
        return Presence("professional", close=True)
    if not passed.unreal and goes_without_saying(u, at, place.cue):
        return CLIENT if passed.guest_room else Presence("professional", close=not passed.strange)
    wishes = is_wish(u, at) or (passed.link > 0 and is_wish(u, passed.link))
    return CLIENT if wishes else None


def _is_busy(u: Utterance, at: int, place: At, settled: bytearray) -> bool:
    """True for "Doing brows in Leeds on Friday": the speaker's own work, with its day."""
    words = u.reading.words
    while at < place.cue and PARTS.get(words[at]) in (Part.SKIP, Part.LINK):
        at += 1
    works = PARTS.get(words[at]) is Part.ACTIVE and words[at].endswith("ing")
    dated = any(settled[place.last : place.last + _NEXT_DAY])
    return works and dated and u.speaker is Speaker.PROFESSIONAL and not _ends_asking(u, place.cue)


def _half_understood(u: Utterance, at: int, place: At, settled: bytearray, passed: Passed) -> Presence:
    """Decide for a clause that holds strangers, a thought or the past."""
    if passed.link > 0 and not passed.event and passed.strange and is_elided(u, passed.link, place.cue):
        return CLIENT if passed.guest_room else Presence("professional", close=True)
    if passed.link > 0 and not (passed.event or came_about(u.reading.words, passed.link, place.last)):
        # Behind a comma a fragment stands for itself: "Sorry for the wait, in Leeds today".
        return CLIENT if passed.guest_room else _fragment(u, place, settled, linked=True)
    if not passed.unreal:
        if passed.offers:
            return THERE
        if u.speaker is Speaker.PROFESSIONAL and (_invites(u, at, place.cue) or _works_there(u, place.last)):
            return THERE
    return CLIENT if passed.guest_room else OTHER


def _invites(u: Utterance, at: int, cue: int) -> bool:
    """True for "come say hello in Leeds"."""
    words = u.reading.words
    while at < cue and PARTS.get(words[at]) in (Part.SKIP, Part.LINK):
        at += 1
    return at < cue and words[at] in _COME


def _works_there(u: Utterance, last: int) -> bool:
    """True for "Milonga in Leeds on Saturday, I'm playing": they go on to say what they do there."""
    line, at = u.reading.line, u.reading.line_at
    return last < len(at) and _WORKS.match(line, at[last]) is not None


_WORKS: Final = re.compile(
    r"(?:[^.!?,]{0,30} )?(?:,|—|-) (?:and |so )?(?:(?:i'm|im|i'll be|we're|we'll be)"
    r" (?:doing|playing|working|teaching|cooking|shooting|singing|dancing"
    r"|running|hosting|grooming|demonstrating|performing|selling|there)\b"
    r"|(?:i've|i have|i've got|i'll have) (?:a|my) (?:stall|stand|table|tent|pitch|slot|booth|chair"
    r"|van)\b)"
)


def _ends_asking(u: Utterance, index: int) -> bool:
    return u.reading.words[u.reading.sentence(index)[1] - 1] == "?"


def _fragment(u: Utterance, place: At, settled: bytearray, *, linked: bool) -> Presence:
    """Decide for "In Leeds tomorrow": by what follows."""
    asks = _ends_asking(u, place.cue)
    if u.speaker is Speaker.CLIENT:
        return THERE if asks else CLIENT
    asks = asks and not _asks_later(u, place.last)
    behind = u.reading.words[place.last : min(u.reading.sentence(place.cue)[1], place.last + _REACH)]
    if asks and not any(PARTS.get(w) is Part.SPEAKER for w in behind):
        # "Houston this weekend? I'm in Austin": an echo, or a question
        return THERE if echo_agrees(u, place.cue) else OTHER
    about = _spoken_of_behind(u, place.last, settled, dated=is_appointed(u, place.cue, settled))
    if about is not THERE:
        return about
    return Presence("professional", now=not (linked or _opens_clause(u, place)), close=True)


def _asks_later(u: Utterance, last: int) -> bool:
    """True for "Leeds on Saturday, want to meet after?": the question is of its own."""
    words = u.reading.words
    end = u.reading.sentence(last - 1)[1]
    behind = range(last, min(end, last + _REACH) - 1)
    if any(PARTS.get(words[i]) in (Part.STOP, Part.CONDITION) for i in behind):
        return True  # "In Leeds tomorrow so could swing by?"
    return any(words[i] == "," and (words[i + 1] in _OF_QUESTION or _is_tag(words, i + 1)) for i in behind)


def _is_tag(words: list[str], at: int) -> bool:
    """True for the "ok?" of "Still in Leeds today, ok?"."""
    return words[at] in _TAGS and words[at + 1 : at + 2] == ["?"]


def _opens_clause(u: Utterance, place: At) -> bool:
    """True for "In Leeds I have no room of my own": what holds whenever they are there."""
    words = u.reading.words
    if place.cue and words[place.cue - 1] == "here":
        return False
    ahead = place.last
    while ahead < len(words) and (words[ahead] == "," or words[ahead] in _STILL):
        ahead += 1
    return ahead < len(words) and PARTS.get(words[ahead]) in (Part.SPEAKER, Part.LISTENER)


def _spoken_of_behind(u: Utterance, last: int, settled: bytearray, *, dated: bool) -> Presence:
    """Tell by the words behind a place of whom a fragment speaks, and whether it suits."""
    words, marks = u.reading.words, u.reading.marks
    if dated and words[last : last + 1] != [","] and not suits_behind(u, last):
        dated = False
    for index in range(last, min(len(words), last + _AHEAD)):
        part = PARTS.get(words[index])
        if settled[index] or words[index] == "now" or (is_span(words, index) and words[index - 1] in _THAT):
            dated = True
        elif words[index] == "from" and any(settled[index + 1 : index + 3]):
            continue
        elif part is Part.SPEAKER and advises(words, index):
            return OTHER
        elif marks[index] & (SENTENCE_END | EMOJI) or part in _OWN_CLAUSE or (part is Part.LINK and dated):
            return THERE
        elif part is Part.LISTENER:
            ahead = words[index + 1 : index + 5]
            return THERE if "me" in ahead or "us" in ahead else CLIENT
        elif words[index] in _SEEMS and (
            words[index + 1 : index + 2] in _DREAMT or _is_marvelled_at(words, index)
        ):
            return OTHER  # "Padstow in June sounds like heaven", "Tofino in November sounds wild, but …"
        elif part is not Part.SKIP and part is not Part.LINK:
            return THERE if dated and part not in (Part.PAST, Part.THIRD) else OTHER
    return THERE


def _is_marvelled_at(words: list[str], seems: int) -> bool:
    """True for "sounds wild, but": what is said before a refusal; "sounds good" agrees."""
    behind = words[seems + 1 : seems + 4]
    return "but" in behind and words[seems + 1] not in _FITTING


_NEXT_DAY: Final = 4
_OF_TOPICS: Final = (["must"], ["sounds"], ["looks"], ["seems"], ["was"], ["can"])
_THAT: Final = frozenset("that this all the whole entire same".split())
_OF_QUESTION: Final = frozenset(
    "want wanna fancy do does shall would could can will what which should".split()
)
_TAGS: Final = frozenset("ok okay alright cool deal good fine grand".split())
_SEEMS: Final = frozenset("sounds sound looks look seems must".split())
_DREAMT: Final = (["like"], ["so"], ["such"], ["be"], ["amazing"], ["magical"], ["incredible"], ["idyllic"])
_FITTING: Final = frozenset(
    "good great perfect fine grand doable ideal brilliant lovely super okay ok right best better class ace easy".split()
)
_STILL: Final = frozenset("however though usually only always also".split())
_COME: Final = INVITING - {"make", "get", "find", "head", "stop", "visit"} | {"meet"}
_OWN_CLAUSE: Final = (Part.SPEAKER, Part.SPEAKER_OWN, Part.STOP, Part.CONDITION)
