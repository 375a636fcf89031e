"""Houses given to a client who asked where to come: "It's 19 Linden Passage", "Number 7, with the brass fish".

A name behind a number is a street's by its last word, or by a word that is no English one. Where the
question was where to come, the answer is enough: whatever the street is called.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from align.claims.addresses.foreign_streets import PLAIN
from align.claims.addresses.streets import HOUSE, NEVER_INSIDE
from align.claims.claim import Speaker
from align.claims.heard import once_a_message
from align.data.words import load_words
from align.reading.cues import BREAK, CURRENCY, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from align.claims.utterance import Utterance
    from align.reading import Reading

    Kind = Literal["street", "unit", "code"]
    Find = Callable[[Reading, int], tuple[int, int] | None]

_ASKING: Final = frozenset("where where's whereabouts wheres which what what's address how".split())
_ROOM: Final = (
    r"(?:studio|salon|shop|place|room|rooms|clinic|workshop|gym|house|hotel|flat|chair|kitchen|office|school"
    r"|class|lesson|session|shoot|appointment)"
)
_ASKED: Final = re.compile(
    r"\bwhere(?:abouts)?(?: exactly| abouts)?(?: ?'s| is| are| r| was)?"
    r"(?: (?:do|does|will|would|should|must|can|shall|to|are|is|am))?(?: (?:exactly|abouts))?"
    rf" (?:(?:you|u|ye|ya|i|we|it|that|this|(?:your|ur|the) (?:[\w-]+ )?{_ROOM})\b"
    r"(?! (?:buy|bought|get|got|find (?!you|u|ye|it)|from|park|pay|send|did|have|had|learn\w*|sign))"
    r"|come|go|head|in )"
    r"|\bwhere(?: exactly| abouts)? (?:\?|\Z)"
    r"|(?<!email )(?<!mail )(?<!web )(?<!my )(?<!our )(?<!home )\baddress\b(?! (?:is|'s|book|them|this|that|it))"
    r"|\bhow (?:do|will|can|would|should) (?:i|we) (?:get (?:there|to (?:you|your|the))|find (?:you|it|your|the))\b"
)
_DOOR_ASKED: Final = re.compile(
    r"\b(?:which|what|whats|what's)(?: (?:house|door|flat|building))?"
    r" (?:door|house|gate|building|flat|bell|buzzer|entrance|unit|(?:house|door|flat|unit) number"
    r"|number (?:are you|r u|is it|is your|is the))"
    r"(?= (?:is|'s|are|r|do|does|should|shall|will|would|am|you|u|i|we|it|to|then|again|number|[?,.!])(?: |\Z)|\Z)"
)
_CODE_ASKED: Final = re.compile(
    r"\b(?:door|gate|entry|entrance|key ?-? ?safe|lockbox|building|keypad|lobby|lift|front)(?: door)? (?:code|pin)\b"
    r"|\b(?:code|pin|combination) (?:for|to|of|on) (?:the|your|ur) (?:\w+ )?(?:door|gate|building|key ?-? ?safe|lockbox"
    r"|keypad|lobby|lift|entrance|studio|place)\b"
)
_BEFORE: Final = frozenset("it's its is 's at to of number no # : , address that's".split())
_AFTER: Final = frozenset(
    "in and next opposite near by above behind beside just off with if when so on at upstairs then over from until till this"
    " ground first second third top".split()
)
_ENDINGS: Final = frozenset("steps yard course point points".split())
"""Words of counts and measures that end the names of streets as well."""
_OF_WAYS: Final = frozenset(
    "back away along across left right deep wide tall high apart max each percent per".split()
)
"""What a count goes on with, and no street's name: "3 rows back"."""
_LODGING: Final = frozenset(
    "hotel airbnb inn hostel motel guesthouse b&b apartment spa church hall barn pub cafe".split()
)
"""What is said with "the" of where one works for the time being."""
_LED: Final = 4
"""Words of "the hotel is at"."""
_MORE: Final = frozenset("about around only nearly roughly almost under over another".split())
_MAX_NAMES: Final = 3
_FEWEST: Final = 2
_DOOR: Final = re.compile(
    r"(?:(?:it's|its|it is|that's|that is|the|we're|i'm|at|in|house|door|flat) )*(?:(?:number|no|nr|#)(?: \.)? )?"
    r"(?P<no>\d{1,4}(?: [a-h])?)(?= [.,!;)\n—-]| (?:with|and|on|in|it's|the|next)\b|\Z)"
)

_CODE: Final = re.compile(
    r"(?:(?:it's|its|it is|that's|is|the|code|:|use|press|type|enter|just) )*(?P<no>\d{3,8})"
    r"(?= [.,!;)\n—#*-]| (?:then|and|with|on|hash|star)\b|\Z)"
)


@once_a_message
def asks_where_to_come(inbound: Utterance) -> bool:
    """True where the client asks where the professional is, or how to get there."""
    if _ASKING.isdisjoint(inbound.said):
        return False
    return _ASKED.search(inbound.reading.line) is not None


@once_a_message
def _asks_for_door(inbound: Utterance) -> bool:
    """True where the client asks which house or door it is."""
    return not _ASKING.isdisjoint(inbound.said) and _DOOR_ASKED.search(inbound.reading.line) is not None


@once_a_message
def _asks_for_code(inbound: Utterance) -> bool:
    """True where the client asks what opens the door."""
    return not _CODES.isdisjoint(inbound.said) and _CODE_ASKED.search(inbound.reading.line) is not None


_CODES: Final = frozenset("code pin combination".split())


def asked_for(u: Utterance, numbers: Sequence[int]) -> Iterator[tuple[Kind, Sequence[int], Find]]:
    """Give what the client asked for of an address, with the numbers that may answer it and how each is read."""
    if u.inbound is None or u.speaker is not Speaker.PROFESSIONAL:
        return
    houses = [i for i in numbers if u.reading.words[i].isdigit() or HOUSE.match(u.reading.words[i])]
    if asks_where_to_come(u.inbound):
        yield "street", houses, find_told_house
    if _asks_for_door(u.inbound):
        yield "unit", houses[:1], _find_door
    if _asks_for_code(u.inbound):
        yield "code", houses[:1], _find_code


def find_told_house(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of a house with its street: the number at `index`, and a name that ends its phrase."""
    words, marks = reading.words, reading.marks
    opens = reading.sentence(index)[0] == index
    if not (opens or words[index - 1] in _BEFORE) or (index > 1 and words[index - 2] in _MORE):
        return None
    if index and marks[index - 1] & CURRENCY:
        return None
    start = index + 1
    if words[start : start + 1] and len(words[start]) == 1 and reading.touches(start):
        start += 1
    last = start
    while last < len(words) and last - start < _MAX_NAMES and _may_name(reading, last):
        last += 1
    if last - start < _FEWEST:
        return None
    ends = last >= len(words) or marks[last] & BREAK or words[last] in _AFTER
    # "it's 12 stone steps, then left" counts them; "6 magpie steps in Norwood" lies there
    known = all(word in load_words() for word in words[start:last])
    counted = known and words[last - 1].endswith("s") and words[last : last + 1] != ["in"]
    return (index, last) if ends and not counted else None


def _may_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    if word in _ENDINGS:
        return True
    plain = word in _AFTER or word in NEVER_INSIDE or reading.marks[at] & (PLAIN | PRICE | SERVICE_WORD)
    return word.removesuffix("'s").isalpha() and not plain and word not in _OF_WAYS


def is_where_asked(u: Utterance, first: int) -> bool:
    """True for "the hotel is at …" to a client who asked where the professional is."""
    if u.inbound is None or not asks_where_to_come(u.inbound):
        return False
    words = u.reading.words
    begin = max(u.reading.sentence(first)[0], first - _LED)
    led = words[begin:first]
    return led[:1] == ["the"] and not _LODGING.isdisjoint(led[1:2])


def _find_door(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of a door's number that opens the answer: "Number 7, the one with the brass fish"."""
    return _opening(reading, index, _DOOR)


def _find_code(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the code that opens the answer: "It's 7719, then the hash key"."""
    return _opening(reading, index, _CODE)


def _opening(reading: Reading, index: int, answer: re.Pattern[str]) -> tuple[int, int] | None:
    """Return the number at `index` where it answers right at the beginning of its sentence."""
    match = answer.match(reading.line, reading.line_at[reading.sentence(index)[0]])
    if match is None or reading.word_at(match.start("no")) != index:
        return None
    named = reading.words[index - 1] if index else ""
    return index - (named in ("number", "no", "#")), reading.words_of(match.start("no"), match.end())[1]
