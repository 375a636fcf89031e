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
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.appointed_places import covers, has_job_there, is_priced
from align.claims.places.clause_openings import (
    behind_preamble,
    regrets,
)
from align.claims.places.errands import is_errand
from align.claims.places.presence_company import lodges, speaks_itself
from align.claims.places.presence_found import OTHER, THERE, At, Passed, Presence
from align.claims.places.presence_steps import take_in
from align.claims.places.presence_unsaid import unsaid
from align.claims.places.presence_verbs import said_to_be
from align.claims.places.presence_words import PARTS, Part
from align.claims.places.spoken_from import says_here
from align.reading.cues import CALENDAR, CLOCK, EMOJI, NUMBER, NUMBER_WORD, SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance


_REACH: Final = 28
_AHEAD: Final = 6


def presence(u: Utterance, at: At, settled: bytearray) -> Presence:
    """Return whose presence is stated at a place.

    `settled` marks words that belong to dates and places and are passed over.
    """
    if _is_title(u, at.cue) or _is_over(u, at):
        return OTHER
    passed = Passed(event=at.event, booked=at.event, travel=at.travel)
    found = _leftwards(u, at, settled, passed)
    if found.about != "professional" and _works_all_the_same(u, at, unsaid=found is OTHER):
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


def _works_all_the_same(u: Utterance, at: At, *, unsaid: bool) -> bool:
    """True where a price, an area that is covered, or a job with its day tells of the speaker's work at a place."""
    return (unsaid and is_priced(u, at.cue)) or covers(u, at.cue) or has_job_there(u, at.cue, at.last)


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
    return unsaid(u, at, place, settled, passed)


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


def _is_turned(u: Utterance, last: int) -> bool:
    """True when what follows the place makes it a memory, a dream or a private holiday."""
    words, marks = u.reading.words, u.reading.marks
    if last < len(words) and _BEYOND.match(u.reading.line, u.reading.line_at[last]):
        return True
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


_BEYOND: Final = re.compile(
    r"(?:is|'s|would be|will be|'d be) (?:(?:a|bit|just|sadly|really|definitely) )*(?:more than (?:i|we) (?:can|could|have)\b"
    r"|too (?:much|far|short|tight|soon)\b|beyond (?:me|us)\b|out of (?:reach|the question)\b|off the table\b|no\b(?! \w))"
)
"""What refuses a day at a place: "the 28th in Leeds is more than I can manage"."""
_WAYS: Final = frozenset("down up over out across round around back there on by through".split())
_RIDES: Final = frozenset("train bus ferry flight plane tram coach boat metro".split())
_TAKING: Final = frozenset("take catch get hop grab ride board jump".split())
_TICKET: Final = 5
"""Words of "catch an early enough morning train"."""

_ASIDE: Final = 9
_AWAITING: Final = frozenset("i'm im am be we're i'll we'll i'd will can could are".split())
"""What waits for its place behind an aside."""
_IS: Final = frozenset("is are might may must should will used".split())
_WHEN: Final = CALENDAR | CLOCK | NUMBER | NUMBER_WORD
_LOOKING: Final = frozenset(("looking", "looks"))
_GREETING: Final = (["hi", "to"], ["hello", "to"], ["hey", "to"], ["hiya", "to"])
_SEASONS: Final = frozenset("spring summer autumn winter christmas april may".split())
_IN_SEASON: Final = frozenset("in this next last late early the during and or for of".split())
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
