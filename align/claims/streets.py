"""Street addresses: a house number with a street's name, in the orders that people write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.data.names import load_given_names
from align.data.words import load_words
from align.reading.cues import BREAK, CALENDAR, CLOCK, CURRENCY, DURATION_UNIT, NUMBER, NUMBER_WORD

if TYPE_CHECKING:
    from align.reading import Reading

_SURE: Final = frozenset(
    "street st road rd avenue ave av boulevard blvd lane ln crescent cres terrace terr mews highway hwy grove gardens"
    " gdns parkway pkwy cul embankment esplanade".split()
)
_UNSURE: Final = frozenset(
    "drive dr court ct place pl way square sq close row parade walk hill park green circle cir loop trail path quay"
    " wharf rise view brow vale yard plaza promenade arcade alley pike heights point bend cottages villas circus"
    " strand broadway wynd ridge crossing".split()
)
"""Endings that are plain words: they need a capital name or a word of place before the number."""

_SHORT_FORMS: Final = frozenset("st rd ave av blvd ln cres hwy".split())
_COMPASS: Final = frozenset("e w n s east west north south ne nw se sw".split())
_NEVER_INSIDE: Final = frozenset(
    "min mins minute minutes hour hours hr hrs day days week weeks month year years of for the a an to at in on from"
    " with per my your our is are and or but people guests miles mile km metres yards sessions session times x am pm off"
    " it's its i'm im i you we they he she this that then if so not no just only more less about around until till by"
    " mile minute's away into out over up down please street road parking free long short hour's way door bedroom lane each"
    " both other same next inch inches cm mm foot feet ft lb lbs kg piece person star bed bath part stage day's".split()
)
_HOUSE: Final = re.compile(r"\d{1,5}(?:/\d{1,5})?\Z")
_PLACING: Final = frozenset("at is it's its @ to address on studio place : mine i'm im find live base based near , 's from salon shop".split())
_MAX_NAME: Final = 4

_NUMBER_AFTER: Final = re.compile(
    r"(?: ,)?(?: (?:e|w|n|s|east|west|north|south))?(?: ,)? (?:(?:number|no|nr|house|#)(?: \.)?(?: #)? (?P<no>\d{1,4}|\w+)|i'm at (?:number )?(?P<at>\d{1,4}))(?: [a-h])?(?= [.,!?;)\n—]| and| upstairs| if| with|\Z)"
)
_PLACED: Final = frozenset(("for", "#", "at", "is", "it's", "its", "address", ":", "to", "'s", "number", "no", "@", "of"))
_FOREIGN: Final = frozenset(
    "rue avenue boulevard place chemin impasse allee quai cours route calle carrer rua avenida viale piazza corso avda"
    " paseo praca ulica bis ter".split()
)
_ENDINGS: Final = tuple("strasse gasse platz allee straat laan gracht plein kade gatan vagen gade veien vej str weg".split())
_STREET_FIRST: Final = re.compile(r"[a-z]{3,}(?:strasse|gasse|platz|allee|straat|laan|gracht|plein|kade|gatan|vagen|gade|veien|vej|str|weg)\Z")
_TYPE_FIRST: Final = re.compile(
    r"\d{1,4}(?: (?:bis|ter|b))?(?: ,)? (?:rue|avenue|boulevard|place|chemin|impasse|allee|quai|cours|route|calle|carrer|rua|avenida) (?:(?:de|la|l|du|des|d|del|los|las|da|do|dos|le|les) ?'? ?)*[^\W\d_]{3,}(?: [^\W\d_]{3,})?"
)
_TYPE_BEFORE: Final = re.compile(
    r"\b(?:calle|carrer|viale|piazza|corso|rua|avenida|avda|paseo|praca|ulica|rue)(?: [^\W\d_]+){1,4}(?: ,)?(?: (?:n|no|nr|numero|num))? \Z"
)
_ON_STREET: Final = re.compile(r"\d{1,5} on (?:(?:the|\w+) ){0,3}?\w+\b")


def find_street(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of the address whose street ends with word `index`."""
    word = reading.words[index]
    if word not in _SURE and word not in _UNSURE:
        return None
    first = _house_before(reading, index)
    if first is None:
        return _numbered_after(reading, index)
    last = index + 1
    if reading.words[last : last + 1] == ["."] and reading.words[last + 1 : last + 2] and last + 1 < len(reading):
        following = reading.words[last + 1]
        if following in _COMPASS or following == ",":
            last += 1
    if reading.words[last : last + 1] and reading.words[last] in _COMPASS:
        last += 1
    return first, last


def _house_before(reading: Reading, index: int) -> int | None:
    """Return where the house number before a street's name begins."""
    words, marks = reading.words, reading.marks
    at = index - 1
    names = 0
    while at >= 0 and names <= _MAX_NAME:
        word = words[at]
        if _HOUSE.match(word) and names and not _is_ordinal(reading, at):
            return _checked(reading, at, index)
        if word in ("th", "nd", "rd", "st") and at and words[at - 1].isdigit() and reading.ends[at - 1] == reading.starts[at]:
            at -= 2
            names += 1
            continue
        if marks[at] & NUMBER_WORD and names:
            first = _spelled_from(reading, at)
            if first is not None and not _is_name_number(reading, first, at):
                return _checked(reading, first, index)
        if word in (".", "-", "'s", "'") and at and words[at - 1][0].isalnum():
            at -= 1
            continue
        if word == "the" and at and _HOUSE.match(words[at - 1]) and reading.cased(at)[0] == "T":
            at -= 1
            names += 1
            continue
        if not word[0].isalpha() or word in _NEVER_INSIDE or marks[at] & (CURRENCY | DURATION_UNIT) and word not in ("grand", "score", "pony", "bill", "h", "m"):
            return None
        at -= 1
        names += 1
    return None


def _is_ordinal(reading: Reading, at: int) -> bool:
    """True for the 4 of "4th", written in one piece."""
    return reading.words[at + 1] in ("st", "nd", "rd", "th") and reading.ends[at] == reading.starts[at + 1]


def _is_name_number(reading: Reading, first: int, at: int) -> bool:
    """True for a number that can only be part of the name: "Seven Sisters Road"."""
    return first == at and at > 0 and reading.words[at - 1][0].isdigit()


def _spelled_from(reading: Reading, at: int) -> int | None:
    """Return where the run of number words that ends at `at` begins."""
    words, marks = reading.words, reading.marks
    first = at
    while first and (marks[first - 1] & NUMBER_WORD or (words[first - 1] == "-" and first > 1 and marks[first - 2] & NUMBER_WORD)):
        first -= 1
    return first if words[first] not in ("half", "quarter", "couple", "second", "double", "single") else None


def _checked(reading: Reading, first: int, index: int) -> int | None:
    """Return where the address begins, unless its parts are plain words."""
    words = reading.words
    before = words[first - 1] if first else ""
    if first and reading.marks[first - 1] & CURRENCY:
        return None
    if before not in _PLACING and not _is_named(reading, first, index):
        return None
    if words[first][0].isalpha() and index - first < 3 and (before not in _PLACING or reading.cased(first)[0].isupper()):  # noqa: PLR2004
        # "Seven Sisters Road" is a name; "at twelve oak street" a number and a name
        return None
    while first > 1 and words[first - 1] in ("-", "/") and words[first - 2].isdigit():
        first -= 2
    if first and words[first - 1] in ("unit", "no", "number", "#", "flat", "apt", "suite"):
        first -= 1
    return first


def _is_named(reading: Reading, first: int, index: int) -> bool:
    """True when the words between a number and its street can only be the street's name."""
    words = reading.words
    if words[index] in _SHORT_FORMS:
        return True
    inside = [i for i in range(first + 1, index) if words[i][0].isalpha()]
    if any(reading.cased(i)[0].isupper() for i in inside):
        return True
    return words[index] in _SURE and any(words[i] not in load_words() for i in inside)


def _numbered_after(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read a number that follows its street: "Park Row, number 22"."""
    words = reading.words
    line, at = reading.line, reading.line_at
    if index + 1 >= len(words):
        return None
    match = _NUMBER_AFTER.match(line, at[index + 1] - 1)
    if match is None or (match["no"] and not (match["no"].isdigit() or reading.marks[reading.word_at(match.start("no"))] & NUMBER_WORD)):
        return None
    first = index
    while first and index - first < 3 and words[first - 1].isalpha() and words[first - 1] not in _NEVER_INSIDE:  # noqa: PLR2004
        first -= 1
    return (first, reading.words_of(match.start() + 1, match.end())[1]) if first < index else None


def may_name_street(reading: Reading, index: int) -> bool:
    """Tell, cheaply, whether the number at `index` could open or close an address."""
    words = reading.words
    before = words[index - 1] if index else ""
    if before in _PLACED or before.endswith(_ENDINGS):
        return True
    following = words[index + 1 : index + 3]
    if reading.marks[index] & NUMBER_WORD:
        return bool(following) and bool(reading.marks[index + 1] & NUMBER_WORD or following[0] == "-" or following[-1] in _COMPASS)
    return any(w in _FOREIGN or w in _COMPASS for w in following) or any(w in _FOREIGN for w in words[max(0, index - 6) : index])


def find_named_number(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of an address around the number at `index` whose street has no English ending."""
    words, marks = reading.words, reading.marks
    if index and _STREET_FIRST.match(words[index - 1]) and _HOUSE.match(words[index]):
        return index - 1, index + 1
    line, at = reading.line, reading.line_at
    if _HOUSE.match(words[index]):
        match = _TYPE_FIRST.match(line, at[index])
        if match is not None:
            return reading.words_of(match.start(), match.end())
        begin = max(0, index - 8)
        before = _TYPE_BEFORE.search(line[at[begin] : at[index]])
        if before is not None:
            return reading.word_at(at[begin] + before.start()), index + 1
    if index and marks[index - 1] & (NUMBER | NUMBER_WORD | CURRENCY):
        return None
    return _capital_street(reading, index)


def _capital_street(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read a house number before a name in capitals: "I'm at 14 Cotham Brow"."""
    words, marks = reading.words, reading.marks
    stop = index
    while stop < len(words) and stop - index < 6 and (marks[stop] & NUMBER_WORD or (stop > index and words[stop] == "-")):  # noqa: PLR2004
        stop += 1
    spelled = stop > index
    if not spelled and not _HOUSE.match(words[index]):
        return None
    stop = stop if spelled else index + 1
    if words[stop : stop + 1] in (["a"], ["b"], ["c"]) and not spelled:
        stop += 1
    if words[stop : stop + 1] == ["on"] and index and words[index - 1] in ("for", "number", "no", "#"):
        names = _names(reading, stop + 1)
        return (index, stop + 1 + names) if names else None
    names = _names(reading, stop)
    if not names:
        return None
    compass = words[stop + names - 1] in _COMPASS
    last = stop + names
    if spelled:
        long = stop - index >= 2 and words[index] not in ("one", "a", "half", "hundred")  # noqa: PLR2004
        if compass and names > 1 and (long or _is_placed(reading, index)):
            return index, last
        teen = words[index].endswith("teen") or words[index] in ("eleven", "twelve", "ten")
        if not (teen and long and any(w not in load_words() for w in words[stop:last])):
            return None
        return index, last
    if not _is_placed(reading, index):
        return None
    if names == 1 and _is_at(reading, index) and words[stop] not in load_words():
        return index, last
    if names == 1 and (not _is_unknown(reading, stop, last) or len(words[index]) < 2):  # noqa: PLR2004
        return None
    return (index, last) if _is_unknown(reading, stop, last) or compass or words[last - 1] in _UNSURE else None


def _names(reading: Reading, start: int) -> int:
    """Count the words from `start` that can name a street: in capitals, or before a compass point."""
    words, marks = reading.words, reading.marks
    count = 0
    while start + count < len(words) and count < 3:  # noqa: PLR2004
        at = start + count
        if count and words[at] in _COMPASS:
            return count + 1
        if not words[at].isalpha() or marks[at] & (CALENDAR | CLOCK | DURATION_UNIT | CURRENCY | BREAK):
            break
        capital = reading.cased(at)[0].isupper() and not reading.cased(at).isupper()
        east = words[at + 1 : at + 2] and words[at + 1] in _COMPASS and len(words[at + 1]) > 2  # noqa: PLR2004
        if not capital and not (east and words[at] not in _NEVER_INSIDE):
            break
        count += 1
    return count


def _is_unknown(reading: Reading, first: int, last: int) -> bool:
    """True when a name holds a word that is neither English nor somebody's given name."""
    names = [reading.words[i] for i in range(first, last)]
    if len(names) > 1 and names[-1] in _UNSURE | _SURE:
        return True
    return any(n not in load_words() and (n not in load_given_names() or len(names) > 1) for n in names)


def _is_placed(reading: Reading, index: int) -> bool:
    return index > 0 and reading.words[index - 1] in _PLACED


def _is_at(reading: Reading, index: int) -> bool:
    """True where the words before the number place somebody: "I'm at", "come to"."""
    return index > 1 and reading.words[index - 1] in ("at", "to") and reading.words[index - 2] in (
        "i'm", "im", "we're", "come", "me", "us", "studio", "live", "round", "over", "shop", "salon", "am",
    )  # fmt: skip


