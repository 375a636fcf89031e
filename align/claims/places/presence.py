"""Whose presence a clause states at a place.

The clause is read from the place to the left, word by word, until something decides: a
subject ("I'm", "you"), somebody's room ("my studio", "your cabin"), a third person. What
was passed on the way says what kind of presence it is: a meeting, a journey, an event, a
memory. A clause without a subject ("In Leeds tomorrow", "Two spots left in Cork") speaks
of whoever speaks. In the client's message the sides swap.

The way is at most `_REACH` words long, so the cost of a place does not grow with the text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Speaker
from align.claims.places.advice import advises
from align.claims.places.appointed_places import (
    covers,
    is_appointed,
    is_priced,
    is_set_at_theirs,
    offers_time,
    suits_behind,
)
from align.claims.places.clause_openings import (
    behind_preamble,
    goes_without_saying,
    is_elided,
    is_last_time,
    is_wish,
    regrets,
    sends,
)
from align.claims.places.echo_answers import echo_agrees
from align.claims.places.errands import is_errand
from align.claims.places.pointing_back import is_span
from align.claims.places.presence_company import came_about, lodges, speaks_itself
from align.claims.places.presence_found import CLIENT, OTHER, THERE, Passed, Presence
from align.claims.places.presence_steps import take_in
from align.claims.places.presence_verbs import said_to_be
from align.claims.places.presence_words import INVITING, PARTS, Part
from align.claims.places.spoken_from import says_here
from align.reading.cues import CALENDAR, CLOCK, EMOJI, NUMBER, NUMBER_WORD, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

__all__ = ["At", "Presence", "presence"]

_REACH: Final = 28
_AHEAD: Final = 6


class At(NamedTuple):
    """Where a place stands.

    `cue` is the word that introduces it, or its own first word, `last` the word behind
    it; `event` and `travel` say that its name stands before such a noun ("my Berlin
    dates").
    """

    cue: int
    last: int
    event: bool = False
    travel: bool = False


def presence(u: Utterance, at: At, settled: bytearray) -> Presence:
    """Return whose presence is stated at a place.

    `settled` marks words that belong to dates and places and are passed over.
    """
    if _is_title(u, at.cue) or _is_over(u, at):
        return OTHER
    passed = Passed(event=at.event, booked=at.event, travel=at.travel)
    found = _leftwards(u, at, settled, passed)
    if (found is OTHER and is_priced(u, at.cue)) or (found.about != "professional" and covers(u, at.cue)):
        found = THERE
    if found.about == "professional" and (
        _is_turned(u, at.last)
        or regrets(u, at.cue, at.last)
        or (u.speaker is Speaker.PROFESSIONAL and is_errand(u, at.cue, at.last))
    ):
        return OTHER
    if found.about != "professional" and says_here(u, at.cue):
        return Presence("professional", close=True)
    return found


def _is_over(u: Utterance, at: At) -> bool:
    """True for "the Berlin convention was mad", "the shop in Leeds told you"; a room that opened is open."""
    last = at.last + (at.event or at.travel)
    word = u.reading.words[last] if last < len(u.reading) else "."
    return speaks_itself(u.reading.words, at.cue, at.last) or (
        PARTS.get(word) is Part.PAST and word != "opened"
    )


def _is_title(u: Utterance, cue: int) -> bool:
    """True for the song of "I open with Autumn in New York"."""
    words = u.reading.words
    if words[max(0, cue - 1) : cue + 1] in _GREETING:
        return True  # "say hi to Leeds for me"
    return cue > 1 and words[cue - 1] in _SEASONS and words[cue - 2] not in _IN_SEASON


def _leftwards(u: Utterance, place: At, settled: bytearray, passed: Passed) -> Presence:
    words = u.reading.words
    begin = max(_sentence_begin(u, place.cue), place.cue - _REACH)
    at = _before_aside(words, place.cue)
    while at > begin:
        at -= 1
        if settled[at] or _works_as_well(words, at):
            continue
        if words[at] == "like" and words[at - 1] in _LOOKING:
            at -= 1  # "it's looking like the 15th in Leeds"
            continue
        part = PARTS.get(words[at]) or said_to_be(words, at)
        if (
            passed.strange
            and _says_there_is(words, at)
            and not (passed.offers or passed.room or passed.link > 0)
        ):
            return OTHER  # "I hear there's a fine teacher in Leeds"
        if part is Part.IT and passed.link > 0 and passed.strange:
            at += 1  # "It's possible, Leeds on Friday"
            break
        if part is Part.SKIP:
            passed.denied |= words[at] in ("no", "not")
        elif part is None or part is Part.LINK or part is Part.STOP:
            if _ends_clause(u, at, part, passed):
                at += 1
                break
        else:
            decided = take_in(u, at, part, passed)
            if decided is not None:
                return decided
    return _unsaid(u, at, place, settled, passed)


def _works_as_well(words: list[str], at: int) -> bool:
    """True for the "live" of "I live and work in Leeds", "I work and live in Leeds"."""
    if words[at] != "live":
        return False
    return words[at + 1 : at + 3] == ["and", "work"] or words[max(0, at - 2) : at] == ["work", "and"]


def _before_aside(words: list[str], cue: int) -> int:
    """Return the comma that opens the aside of "I'm, as you know, in Leeds", else the cue."""
    if words[cue - 1 : cue] == [","]:
        for at in range(cue - 2, max(0, cue - _ASIDE), -1):
            if words[at] == ",":
                return at if words[at - 1] in _AWAITING else cue
    return cue


def _says_there_is(words: list[str], at: int) -> bool:
    return words[at] == "there's" or (words[at] == "there" and words[at + 1] in _IS)


def _ends_clause(u: Utterance, at: int, part: Part | None, passed: Passed) -> bool:
    """Take in a stranger or a mark between clauses; say whether the clause ends there."""
    word, mark = u.reading.words[at], u.reading.marks[at]
    if part is None:
        of_somebody = PARTS.get(word.removesuffix("'s")) is Part.THIRD
        passed.others_room |= (passed.room or passed.travel) and of_somebody
        if of_somebody and lodges(u.reading.words, at):
            passed.lodging = True
            return False
        passed.strange += word[0].isalpha() and not mark & _WHEN  # "Friday at ten in Leeds"
        return bool(mark & EMOJI)
    if passed.strange and not passed.unreal and _goes_and_does(u.reading.words, at):
        return False
    if passed.strange or passed.unreal or (part is Part.STOP and word != ":"):
        return True
    if part is Part.LINK and passed.link < 0:
        passed.link = at + 1
    return False


def _goes_and_does(words: list[str], at: int) -> bool:
    """True for the "and" of "drive down and sing in Leeds": one subject goes there and does it."""
    if words[at] != "and" or PARTS.get(words[at + 1]) is not None:
        return False
    before = at - 1
    while before > 0 and words[before] in _WAYS:
        before -= 1
    if words[before] in _RIDES:  # "take the morning train and cook for you in Leeds"
        return not _TAKING.isdisjoint(words[max(0, before - _TICKET) : before])
    return PARTS.get(words[before]) is Part.MOTION or words[before] == "pop"


def _sentence_begin(u: Utterance, cue: int) -> int:
    if cue and u.reading.marks[cue - 1] & SENTENCE_END:
        return cue
    return behind_preamble(u, u.reading.sentence(cue)[0], cue)


def _unsaid(u: Utterance, at: int, place: At, settled: bytearray, passed: Passed) -> Presence:
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
        elif words[index] in _SEEMS and words[index + 1 : index + 2] in _DREAMT:
            return OTHER  # "Padstow in June sounds like heaven"
        elif part is not Part.SKIP and part is not Part.LINK:
            return THERE if dated and part not in (Part.PAST, Part.THIRD) else OTHER
    return THERE


def _is_turned(u: Utterance, last: int) -> bool:
    """True when what follows the place makes it a memory, a dream or a private holiday."""
    words, marks = u.reading.words, u.reading.marks
    if _TURNING.isdisjoint(words[last : last + _AHEAD]):
        return False
    for index in range(last, min(len(words), last + _AHEAD)):
        word = words[index]
        if marks[index] & SENTENCE_END or word in (",", "but", "so"):
            return False
        behind = words[index + 1] if index + 1 < len(words) else ""
        if word in _NOT_NOW or PARTS.get(word) is Part.LEISURE:
            return True
        if behind in _WITH_NEXT.get(word, ()) and words[index + 2 : index + 3] != ["of"]:
            return True  # "last week", but "the last week of June" lies ahead
    return False


_WAYS: Final = frozenset("down up over out across round around back there on by through".split())
_RIDES: Final = frozenset("train bus ferry flight plane tram coach boat metro".split())
_TAKING: Final = frozenset("take catch get hop grab ride board jump".split())
_TICKET: Final = 5
"""Words of "catch an early enough morning train"."""
_ASIDE: Final = 9
_NEXT_DAY: Final = 4
_OF_TOPICS: Final = (["must"], ["sounds"], ["looks"], ["seems"], ["was"], ["can"])
_AWAITING: Final = frozenset("i'm im am be we're i'll we'll i'd will can could are".split())
"""What waits for its place behind an aside."""
_IS: Final = frozenset("is are might may must should will used".split())
_WHEN: Final = CALENDAR | CLOCK | NUMBER | NUMBER_WORD
_LOOKING: Final = frozenset(("looking", "looks"))
_THAT: Final = frozenset("that this all the whole entire same".split())
_OF_QUESTION: Final = frozenset(
    "want wanna fancy do does shall would could can will what which should".split()
)
_TAGS: Final = frozenset("ok okay alright cool deal good fine grand".split())
_SEEMS: Final = frozenset("sounds sound looks look seems must".split())
_DREAMT: Final = (["like"], ["so"], ["such"], ["be"], ["amazing"], ["magical"], ["incredible"], ["idyllic"])
_GREETING: Final = (["hi", "to"], ["hello", "to"], ["hey", "to"], ["hiya", "to"])
_SEASONS: Final = frozenset("spring summer autumn winter christmas april may".split())
_IN_SEASON: Final = frozenset("in this next last late early the during and or for of".split())
_STILL: Final = frozenset("however though usually only always also".split())
_COME: Final = INVITING - {"make", "get", "find", "head", "stop", "visit"} | {"meet"}
_OWN_CLAUSE: Final = (Part.SPEAKER, Part.SPEAKER_OWN, Part.STOP, Part.CONDITION)
_NOT_NOW: Final = frozenset("ago yesterday someday eventually growing".split())
_WITH_NEXT: Final = {
    "last": frozenset("week month year summer winter spring night weekend".split()),
    "one": frozenset(("day",)),
    "some": frozenset(("day",)),
}
_TURNING: Final = (
    _NOT_NOW | _WITH_NEXT.keys() | {word for word, part in PARTS.items() if part is Part.LEISURE}
)
"""What behind a place may make it a memory, a dream or a holiday."""
