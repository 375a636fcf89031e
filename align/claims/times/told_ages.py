"""Ages that are told of somebody: "at ten, little and often" to the mother of a ten-year-old names no hour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.heard import once_a_message
from align.claims.times.clock_faces import HOURS
from align.reading.cues import CALENDAR, CLIENT, CLOCK, NUMBER, NUMBER_WORD, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_HOURS: Final = 12


def is_told_age(u: Utterance, at: int, last: int) -> bool:
    """True for "at ten" where somebody is ten and nobody has spoken of ten o'clock, in a sentence about that age.

    "Bring her at ten", "ten works" and "at ten then" are hours, whoever is ten.
    """
    if u.speaker is not Speaker.PROFESSIONAL or last - at != 1:
        return False
    age = _value(u.reading.words[at])
    ages = ages_told(u) if u.inbound is None else ages_told(u) | ages_told(u.inbound)
    if age not in ages:
        return False
    heard = u.inbound.starts if u.inbound is not None else ()
    if any(minute // 60 % _HOURS == age % _HOURS for start in heard for minute in start.minutes):
        return False
    return _is_of_ages(u, at, ages)


@once_a_message
def ages_told(message: Utterance) -> frozenset[int]:
    """Return the ages that a message tells: "she's 9", "a 10 yr old", "my son (11)", "7 and 9"."""
    words = message.reading.words
    found: dict[int, int] = {}
    for at in message.reading.where(NUMBER | NUMBER_WORD):
        age = _value(words[at])
        if age and (_is_age(words, at) or (words[at - 1 : at] == ["and"] and at - 2 in found)):
            found[at] = age
    return frozenset(found.values())


def _value(word: str) -> int:
    """Return what a number of one word says, 0 for any other word."""
    return HOURS.get(word, 0) or (int(word) if word.isdecimal() and len(word) <= _DIGITS else 0)


_DIGITS: Final = 2


def _is_age(words: list[str], at: int) -> bool:
    """True by the words around: "10 years old", "8 yo", "aged 7", "daughter (11)", "he's only 6"."""
    behind = [word for word in words[at + 1 : at + 5] if word not in ("-", "/", ".")]
    if behind[:1] in (["yo"], ["yrs"]) or behind[:2] in _OLD:
        return True
    before = words[at - 1] if at else ""
    if before in _AGED:
        return True
    if before == "(":
        return words[at + 1 : at + 2] in ([")"], [","]) and words[at - 2] in _PEOPLE
    if behind and (behind[0][0].isalnum() and behind[0] not in _GOES_ON):
        return False
    at -= 1
    while at > 0 and words[at] in _ONLY:
        at -= 1
    if at > 0 and words[at] in _COPULAS:
        return words[at - 1] in _PEOPLE
    return at >= 0 and words[at].endswith("'s") and words[at].removesuffix("'s") in _PEOPLE


_OLD: Final = [*([unit, "old"] for unit in "year years yr yrs".split()), ["y", "o"]]
_AGED: Final = frozenset("aged age turning turns turned".split())
_ONLY: Final = frozenset("only just nearly almost already now still about".split())
_COPULAS: Final = frozenset("is 's are was".split())
_GOES_ON: Final = frozenset("and but so now already next this i is are can what if or doing with".split())
_PEOPLE: Final = frozenset(
    "she he they son daughter boy boys girl girls lad lads kid kids child children grandson granddaughter niece "
    "nephew twins twin brother sister eldest oldest youngest mum mom dad gran nan grandma grandad mother father "
    "pupil student dog pup".split()
)


def _is_of_ages(u: Utterance, at: int, ages: frozenset[int]) -> bool:
    """True where a sentence or a clause is about an age that opens it, and appoints nothing.

    "At ten they usually are", "at seven and nine they eat", "ten is no age", "grade 5 at ten is going some".
    """
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(at)
    first, last = at, at + 1
    while first > begin and (words[first - 1] in _JOINTS or _value(words[first - 1]) in ages):
        first -= 1
    while last + 1 < end and words[last] in ("and", "or") and _value(words[last + 1]) in ages:
        last += 2
    if first > begin and words[first - 1] not in _OPENERS and not _is_thing(u, begin, first):
        return False
    if last >= end or (words[last] not in _ABOUT and words[last] not in _PEOPLE):
        return False
    if not _WITH_US.isdisjoint(words[last:end]):
        return False
    return not any(words[i] in _APPOINTING or marks[i] & (CALENDAR | CLOCK) for i in range(last, end))


def _is_thing(u: Utterance, begin: int, first: int) -> bool:
    """True for the few words before "at ten" that nobody does anything in: "grade 5", "perfectly normal"."""
    marks = u.reading.marks
    return first - begin <= _FEW and not any(
        marks[i] & (SELF | CLIENT) or u.reading.words[i] in _APPOINTING for i in range(begin, first)
    )


_FEW: Final = 3
_JOINTS: Final = frozenset("at and or even".split())
_OPENERS: Final = frozenset(", . ! ? ; : — - but so because yes no oh well".split())
_ABOUT: Final = frozenset(
    ", is 's isn't most that's it's they're she's he's they'll she'll he'll you'd".split()
)
"""What goes on about an age: "at ten, …", "ten is …", "at ten most …"."""
_APPOINTING: Final = frozenset(
    "see meet come comes coming bring drop pop swing nip fit squeeze free open available slot slots gap space "
    "yours left taken gone booked book works work suits suit then please ok okay instead latest earliest "
    "appointment appointments let's".split()
)
"""What makes an hour of it after all: "at ten she can come"."""
_WITH_US: Final = frozenset("me us we we'd we'll i'll".split())
"""Who is there at an hour, not at an age: "at two they'll both be with me"."""
