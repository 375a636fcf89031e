"""Street addresses: a house number with a name that ends in street, road, avenue or the like.

What makes a number and two words an address does not hang on capitals, since people text
without them and shout with them: the street's kind, a word that places somebody before
the number, or a name that can be nothing else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.data.words import load_words
from align.reading.cues import BREAK, CURRENCY, DURATION_UNIT, NUMBER_WORD

if TYPE_CHECKING:
    from align.reading import Reading

SURE: Final = frozenset(
    "street st road rd avenue ave av boulevard blvd lane ln crescent cres terrace terr mews highway hwy "
    "grove gardens"
    " gdns parkway pkwy cul embankment esplanade expressway expwy expy freeway fwy turnpike".split()
)
UNSURE: Final = frozenset(
    "drive dr court ct place pl way square sq close row parade walk hill park green circle cir loop "
    "trail path quay"
    " wharf rise view brow vale yard plaza promenade arcade alley pike heights point bend cottages "
    "villas circus"
    " strand broadway wynd ridge crossing vista paddock paddocks meadow meadows fields mount manor "
    "mansions haven croft"
    " estate towers sq enclave residency layout nagar colony society apartments chambers cove glen hollow"
    " knoll bluff dell dale copse spinney garth orchard shores passage landing fold chase glade mead dene lea leas"
    " maltings moorings parkside precinct wynde ropewalk".split()
)
"""Endings that are plain words: they need a word of place or a name that is no word."""

STREET_KINDS: Final = SURE | UNSURE
"""All of them."""
COMPASS: Final = frozenset("e w n s east west north south ne nw se sw".split())
HOUSE: Final = re.compile(r"\d{1,5}(?:/\d{1,5})?\Z")
PLACING: Final = frozenset(
    "at is it's its @ to address on studio place : mine i'm im find live base based near 's from salon "
    "shop outside by"
    " address's studio's am".split()
)
NEVER_INSIDE: Final = frozenset(
    "min mins minute minutes hour hours hr hrs day days week weeks month months year years of for the a "
    "an to at in on"
    " from with per my your our is are and or but people guests miles mile km metre metres meter meters "
    "yards yard"
    " sessions session times x am pm off it's its i'm im i you we they he she this that then if so not "
    "no just only"
    " more less about around until till by minute's away into out over up down please street road "
    "parking free long"
    " short hour's way door bedroom lane each both other same next inch inches cm mm foot feet ft lb "
    "lbs kg piece"
    " person star bed bath part stage day's dog dogs big small small great good lovely nice bad "
    "minute-walk min-walk"
    " step steps block blocks stop stops track tracks course game set sets point points either any "
    "every half all some other another per".split()
)
_NAMES_TOO: Final = frozenset("bath great long short star all half small good over down big course".split())
"""Plain words that streets are named after as well: "18 Bath Street", "12 Great Portland Street"."""
_GOES_ON: Final = frozenset(
    (
        "above next opposite near behind upstairs on in at with by between just off ring buzz top ground "
        "first second flat unit apt when if now x not"
    ).split()
)
_SHORT_FORMS: Final = frozenset("st rd ave av blvd ln cres hwy".split())
_UNIT_WORDS: Final = frozenset(
    (
        "unit no number # flat apt apartment suite house plot block blk lot villa stand erf shop stall "
        "maisonette"
    ).split()
)
"""What a house's number may be called: "House 14, Muthangari Road"."""
_NUMBERED_NAMES: Final = frozenset(
    "seven sisters,seven dials,nine elms,five ways,two rivers,three kings,four seasons,five "
    "points,seven kings,nine mile"
    ",five mile,three mile,ten mile,four mile,one way,two way,two lane,three bridges,four oaks,seven "
    "oaks,seven hills".split(",")
)
"""Names that open with a number that is no house's."""
_MAX_NAME: Final = 4
_NUMBER_AFTER: Final = re.compile(
    r"(?: ,)?(?: (?:e|w|n|s|east|west|north|south))?(?: ,)?"
    r" (?:(?:number|no|nr|house|#)(?: \.)?(?: #)? (?P<no>\d{1,4}|\w+)"
    r"|i'm at (?:number )?(?P<at>\d{1,4}))(?: [a-h])?(?= [.,!?;)\n—]| and| upstairs| if| with| on| now"
    r"| when| next| above| behind|\Z)"
)


def find_street(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of the address whose street ends with word `index`."""
    words = reading.words
    if words[index] not in STREET_KINDS or (index + 1 < len(words) and words[index + 1] in SURE):
        return None  # the park of "Howard Park Avenue" is part of its name
    is_near = words[index] == "close" and words[index + 1 : index + 2] in _NEARNESS
    if is_near and not reading.body[reading.starts[index]].isupper():
        return None  # "one cello close to a microphone"
    first = _house_before(reading, index)
    if first is None:
        return _numbered_after(reading, index)
    last = index + 1
    if (
        words[last : last + 1] == ["."]
        and last + 1 < len(words)
        and (words[last + 1] in COMPASS or words[last + 1] == ",")
    ):
        last += 1
    if last < len(words) and words[last] in COMPASS:
        last += 1
    return _checked(reading, first, index, last)


_NEARNESS: Final = (["to"], ["enough"], ["together"], ["up"])
"""What "close" stands before where it is no street."""


def _house_before(reading: Reading, index: int) -> int | None:
    """Return where the house number before a street's name begins."""
    words, marks = reading.words, reading.marks
    at = index - 1
    names = 0
    while at >= 0 and names <= _MAX_NAME:
        word = words[at]
        if names and HOUSE.match(word) and not _is_ordinal(reading, at):
            return _range_from(reading, at)
        if word == "," and names:
            return _numbered_house(reading, at)
        if names and is_house_letter(reading, at):
            return _range_from(reading, at - 1)
        if names and marks[at] & NUMBER_WORD:
            first = spelled_from(reading, at)
            if first is not None and not (first == at and at and words[at - 1][0].isdigit()):
                return first
        if _ends_ordinal(reading, at):
            at -= 1
        elif not (_joins(words, at) or _is_article(reading, at)):
            if not _can_name(reading, at) and not (word in _NAMES_TOO and words[index] in SURE):
                return None
            names += 1
            at -= 1
            continue
        names += word not in (".", "-", "'s", "'")
        at -= 1
    return None


def _numbered_house(reading: Reading, comma: int) -> int | None:
    """Return where the number of "House 14, Muthangari Road", "B-204, Shanti Enclave" begins."""
    words = reading.words
    if comma > 1 and reading.marks[comma - 1] & NUMBER_WORD:
        first = spelled_from(reading, comma - 1)
        return (
            first - 1
            if first and words[first] != "one" and words[first - 1] in ("number", "no", "nr", "house")
            else None
        )
    if comma < 2 or HOUSE.match(words[comma - 1]) is None:
        return None
    if words[comma - 2] in _UNIT_WORDS:
        return comma - 2
    lettered = (
        comma > 2 and words[comma - 2] == "-" and len(words[comma - 3]) == 1 and words[comma - 3].isalpha()
    )
    return comma - 3 if lettered and reading.touches(comma - 2) else None


def is_house_letter(reading: Reading, at: int) -> bool:
    """True for the "A" of "31A", written in one piece."""
    words = reading.words
    return (
        at > 0
        and words[at] in _HOUSE_LETTERS
        and HOUSE.match(words[at - 1]) is not None
        and reading.ends[at - 1] == reading.starts[at]
    )


_HOUSE_LETTERS: Final = frozenset("abcdefgh")


def _can_name(reading: Reading, at: int) -> bool:
    """Tell whether a word can be part of a street's name."""
    word = reading.words[at]
    if _is_lettered(reading, at):
        return True
    if not word[0].isalpha() or word in NEVER_INSIDE:
        return False
    return not reading.marks[at] & (CURRENCY | DURATION_UNIT) or word in (
        "grand",
        "score",
        "pony",
        "bill",
        "h",
        "m",
    )


def _is_lettered(reading: Reading, at: int) -> bool:
    """True for the "K" of "2801 K Street"; of letters that are words too ("I", "a") only where written large."""
    words = reading.words
    if len(words[at]) > 1 or not words[at].isalpha() or words[at + 1] not in _LETTERED:
        return False
    if not at or HOUSE.match(words[at - 1]) is None:
        return False
    return words[at] not in NEVER_INSIDE or reading.body[reading.starts[at]].isupper()


_LETTERED: Final = frozenset("street st avenue ave".split())
"""What is named by a letter alone."""


def _joins(words: list[str], at: int) -> bool:
    return words[at] in (".", "-", "'s", "'") and at > 0 and words[at - 1][0].isalnum()


def _is_article(reading: Reading, at: int) -> bool:
    """True for "the" right behind a house number: "33 The Crescent"."""
    words = reading.words
    return (
        words[at] == "the" and at > 1 and HOUSE.match(words[at - 1]) is not None and words[at - 2] in PLACING
    )


def _ends_ordinal(reading: Reading, at: int) -> bool:
    """True for the "th" of "4th", written in one piece."""
    words = reading.words
    return (
        words[at] in ("th", "nd", "rd", "st") and at > 0 and words[at - 1].isdigit() and reading.touches(at)
    )


def _is_ordinal(reading: Reading, at: int) -> bool:
    return _ends_ordinal(reading, at + 1)


def spelled_from(reading: Reading, at: int) -> int | None:
    """Return where the run of number words that ends at `at` begins."""
    words, marks = reading.words, reading.marks
    first = at
    while first and (
        marks[first - 1] & NUMBER_WORD
        or (words[first - 1] == "-" and first > 1 and marks[first - 2] & NUMBER_WORD)
    ):
        first -= 1
    return first if words[first] not in ("half", "quarter", "couple", "second", "double", "single") else None


def _range_from(reading: Reading, at: int) -> int:
    """Take in the first half of "102-104" and "Unit 4/88"."""
    words = reading.words
    while at > 1 and words[at - 1] in ("-", "/") and words[at - 2].isdigit():
        at -= 2
    return at


def _checked(reading: Reading, first: int, index: int, last: int) -> tuple[int, int] | None:
    """Return the address, unless its parts are plain words."""
    words, marks = reading.words, reading.marks
    before = words[first - 1] if first else ""
    if first and marks[first - 1] & CURRENCY:
        return None
    if not _NAMES_TOO.isdisjoint(words[first:index]) and not _closes_name(reading, first, last):
        return None
    named = words[first] in _UNIT_WORDS or words[first + 1] == "-"
    placed = named or before in PLACING or before in _UNIT_WORDS
    if words[first][0].isalpha() and not named:
        inside = [i for i in range(first, index) if not marks[i] & NUMBER_WORD and words[i] != "-"]
        if inside and f"{words[inside[0] - 1]} {words[inside[0]]}" in _NUMBERED_NAMES:
            return None
        if inside and inside[0] - first == 1 and not placed:
            return None
    told = placed or words[last : last + 1] in _UNITS_BEHIND
    if not told and not _is_named(reading, first, index) and not _stands_alone(reading, first, last):
        return None
    if before in _UNIT_WORDS:
        first -= 1
    return first, last


_UNITS_BEHIND: Final = (["apt"], ["apartment"], ["ste"], ["suite"], ["#"])
"""What a street with any name is followed by: "9400 Corporate Dr Apt 13"."""


def _closes_name(reading: Reading, first: int, last: int) -> bool:
    """True where plain words between a number and a street are its name: "at 18 Bath Street," and not "5 star road trips"."""
    words, marks = reading.words, reading.marks
    before = words[first - 1] if first else "at"
    placed = before in PLACING or before in _SEEKING or bool(marks[first - 1] & BREAK)
    return placed and (last >= len(words) or bool(marks[last] & BREAK) or words[last] in _GOES_ON)


_SEEKING: Final = frozenset("want for find past reach try use as".split())
"""What leads to where somebody is to go: "you want 31 Bath Street", "head for …"."""


def _is_named(reading: Reading, first: int, index: int) -> bool:
    """True when the words between a number and its street can only be the street's name."""
    words = reading.words
    if words[index] in _SHORT_FORMS or words[index] in SURE:
        return True
    return any(words[i] not in load_words() for i in range(first + 1, index) if words[i][0].isalpha())


def _stands_alone(reading: Reading, first: int, last: int) -> bool:
    """True when the address is all that stands between two breaks: "8 Mill Walk, see you soon"."""
    opens = first == 0 or bool(reading.marks[first - 1] & BREAK)
    return opens and (last >= len(reading) or bool(reading.marks[last] & BREAK))


def _numbered_after(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read a number that follows its street: "Park Row, number 22"."""
    words = reading.words
    line, at = reading.line, reading.line_at
    if index + 1 >= len(words):
        return None
    match = _NUMBER_AFTER.match(line, at[index + 1] - 1)
    if match is None:
        return None
    number = match["no"]
    if number and not (number.isdigit() or reading.marks[reading.word_at(match.start("no"))] & NUMBER_WORD):
        return None
    first = index
    while first and index - first < 3 and words[first - 1].isalpha() and words[first - 1] not in NEVER_INSIDE:
        first -= 1
    return (first, reading.words_of(match.start() + 1, match.end())[1]) if first < index else None
