"""Streets of another language whose number stands last: "Schulterblatt 71", "Karl-Marx-Straße 112".

The name must be no English word, and something must place it: a studio that is there,
somebody who works there, or a bell to ring.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.claims.addresses.named_streets import ENDINGS
from align.claims.addresses.streets import NEVER_INSIDE, SURE
from align.data.gazetteer import load_gazetteer
from align.data.names import load_given_names
from align.data.words import load_words
from align.reading.cues import (
    BREAK,
    CALENDAR,
    CLOCK,
    CURRENCY,
    DURATION_UNIT,
    PLACE_WORD,
    SERVICE_WORD,
    STREET,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.reading import Reading

_NUMBER: Final = re.compile(r"(?!(?:19|20)\d\d\Z)[1-9]\d{0,3}\Z")
_PLAIN: Final = CALENDAR | CLOCK | DURATION_UNIT | CURRENCY | BREAK | SERVICE_WORD
_ROADS: Final = frozenset(
    (
        "strasse str gasse platz allee weg damm ufer ring markt steig chaussee graben straat laan plein "
        "kade gracht"
    ).split()
)
"""What a street's name ends with when its parts are written apart: "Karl-Marx-Straße"."""
_SMALL: Final = frozenset("de den der van von zum zur am an na la le du des di da do".split())
_MIN_NAME: Final = 4
_MAX_NAME: Final = 6
_LAST_DAY: Final = 31
_MORE: Final = re.compile(
    r"(?:, )?(?:(?:and|or|&|/|-|to) )?(?:the )?\d{1,2}(?: (?:st|nd|rd|th))?(?: (?:and|or|&|,|/|-|to"
    r"|[.!?]|in|at|for|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)|\Z)"
    r"|(?:and|or|&) (?:[^\W\d_]+ ){1,2}\d{1,2}\b"
)
"""What makes a number an hour or a day: "11 or 12", "10 and Lekki 12"."""
_REACH: Final = 9
_AFTER: Final = frozenset(
    "and or if is when with upstairs downstairs so in behind next opposite near first second third "
    "ground top ring just not by"
    " across above below round between off".split()
)
_NOON: Final = 12
"""Up to which a number behind a street may be the hour: "meet me at King Street 5"."""
_ANY_TIME: Final = frozenset("on at any this between".split())
"""What can follow a number that is neither a day nor an hour: "come to Zwaanshals 214 on Saturday"."""
_OWN: Final = (
    r"(?:studio|salon|shop|place|workshop|clinic|door|flat|house|room|kitchen|address|gallery|office"
    r"|entrance|practice|atelier|parlou?r"
    r"|chair|space|loft|mine|home)"
)
_TAUGHT: Final = r"(?:lessons|classes|sessions|appointments|treatments)"
_PLACED: Final = re.compile(
    rf"\b(?:(?P<own>{_OWN})|{_TAUGHT})(?: (?:is|are|'s)| :"
    r"| =)?(?: (?:just|right|now|still|located|over|up|down|based))?(?: (?:at|on|in|,))? \Z"
    r"|\b(?:i'm|im|i am|we're|we are|find (?:me|us)|come(?: over| up| round)?|meet me|(?P<live>i live)"
    r"|i (?:work|teach|cut|tattoo)|based|located|drop by|swing by"
    r"|(?:head|walk|pop)(?: over| up| round| in| down)?|ring(?: the bell)?|just ring(?: the bell)?)"
    r"(?: (?:over|up|down|now|based|right|just))? (?:at|out of|from|to) \Z"
    r"|\b(?:i (?:live|work|teach)|based|located|i'm based) (?:on|in) \Z"
    r"|\b(?:collect(?:ion)?|pick ?- ?up|pickup|pick (?:it|them|him|her|your \w+) up"
    r"|drop (?:it|them|him|her|off|your \w+)(?: off)?)(?: is| ?'s)? (?:at|from|to) \Z"
    r"|\b(?P<part>yard|backyard|courtyard|hinterhof|basement|cellar|back|front|attic|floor|rear"
    r"|building)(?: (?:house|building|wing))? (?:of|at|on|,) \Z"
)
"""What places the professional, or what is theirs, right before a street."""
_AT_DOOR: Final = re.compile(
    r"[^.!?]{0,60}\b(?:bell|doorbell|buzzer|door|floor|upstairs|courtyard|hinterhof|gate|stairs|entrance)\b"
)


def standing_last(reading: Reading, numbers: Sequence[int]) -> list[int]:
    """Return, cheaply, the numbers that could stand behind the name of their street."""
    words = reading.words
    return [i for i in numbers if i and _may_end_name(words[i - 1]) and _may_stand_last(reading, i)]


@lru_cache(maxsize=8192)
def _may_end_name(word: str) -> bool:
    if word in _ROADS or word in SURE or word == "single":
        return True
    return len(word) >= _MIN_NAME and word.isalpha() and word not in load_words()


def _may_stand_last(reading: Reading, index: int) -> bool:
    before = reading.words[index - 1]
    if not reading.words[index][0].isdigit():
        return False
    if before in _ROADS or before in SURE:
        return True
    plain = reading.marks[index - 1] & _PLAIN
    return not plain and (before not in load_words() or _is_ring(reading, index - 1))


def _is_ring(reading: Reading, at: int) -> bool:
    """True for the "Singel" of Amsterdam, which reads as a slip of "single"."""
    return (
        reading.words[at] == "single"
        and reading.folded.lower[reading.start(at) : reading.end(at)] == "singel"
    )


def find_number_last(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of the street whose number is at `index`."""
    words, marks = reading.words, reading.marks
    if _NUMBER.match(words[index]) is None:
        return None
    last = index + 1
    if words[last : last + 1] and len(words[last]) == 1 and words[last].isalpha() and reading.touches(last):
        last += 1
    house = int(words[index]) > _LAST_DAY
    at_any_time = house and last < len(words) and (words[last] in _ANY_TIME or marks[last] & CALENDAR)
    if last < len(words) and not (marks[last] & BREAK or words[last] in _AFTER or at_any_time):
        return None
    first = _name_from(reading, index)
    if first is None:
        return None
    if words[index - 1] in _ROADS:
        return first, last
    if _is_town(reading, first, index) or _is_listed(reading, last):
        return None
    return (first, last) if _is_placed(reading, first, last) else None


def _name_from(reading: Reading, index: int) -> int | None:
    """Return where the name that ends before the number at `index` begins."""
    words, marks = reading.words, reading.marks
    joined = index > 2 and words[index - 2] == "-"
    at = index - 1
    while at and index - at < _MAX_NAME:
        word = words[at - 1]
        if word == "-" and at > 1 and words[at - 2].isalpha():
            at -= 2
        elif (word in _SMALL and at > 1 and _is_strange(reading, at - 2)) or _is_strange(reading, at - 1):
            at -= 1
        else:
            break
    if words[index - 1] in SURE:
        named = index > 1 and words[index - 2].isalpha() and words[index - 2] not in NEVER_INSIDE
        return index - 2 if named and not marks[index - 2] & _PLAIN else None
    if words[index - 1] in _ROADS:
        named = joined or (at < index - 1 and not marks[at] & _PLAIN)
        return at if named else None
    rare = [w for w in words[at:index] if w not in load_given_names() and w != "-"]
    return at if rare else None


def _is_strange(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return (
        word.isalpha()
        and len(word) >= _MIN_NAME
        and not reading.marks[at] & _PLAIN & ~STREET
        and (word not in load_words() or _is_ring(reading, at))
    )


def _is_placed(reading: Reading, first: int, last: int) -> bool:
    line, at = reading.line, reading.line_at
    begin = reading.sentence(first)[0]
    if first == begin:
        return last < len(reading) and _AT_DOOR.match(line, at[last]) is not None
    placed = _PLACED.search(line[at[max(begin, first - _REACH)] : at[first]])
    if placed is None or placed["own"] or placed["live"] or placed["part"]:
        return placed is not None
    number = reading.words[last - 1]
    if not number.isdigit() or int(number) > _LAST_DAY or reading.words[last - 2].endswith(ENDINGS):
        return True
    if reading.words[last - 2] in SURE and int(number) > _NOON:
        return True
    return last < len(reading) and _AT_DOOR.match(line, at[last]) is not None  # no "meet me at Nandos 7"


def _is_town(reading: Reading, first: int, index: int) -> bool:
    """True for a name that is no street's: "come to Yaba 11" tells the hour."""
    if any(mark & PLACE_WORD for mark in reading.marks[first:index]):
        return True
    return int(reading.words[index]) <= _LAST_DAY and " ".join(reading.words[first:index]) in load_gazetteer()


def _is_listed(reading: Reading, last: int) -> bool:
    """True for a number with others behind it, or a month: days or hours, "14 and 15 December"."""
    return last < len(reading) and _MORE.match(reading.line, reading.line_at[last]) is not None
