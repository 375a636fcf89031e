"""Street addresses without an English ending: "eleven eighty seven queen east", "Hauptstraße 12"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.addresses.foreign_streets import AFTER_HOUSE, FOREIGN, PLAIN, find_foreign
from align.claims.addresses.house_looks import AFTER_SUMS, PLACED, TOLD_HOUSE, UNIT_BEFORE, tells_door
from align.claims.addresses.numbered_houses import numbered
from align.claims.addresses.streets import COMPASS, HOUSE, NEVER_INSIDE, SURE, UNSURE
from align.data.names import load_given_names
from align.data.words import load_words
from align.reading.cues import (
    BREAK,
    CURRENCY,
    NUMBER,
    NUMBER_WORD,
    PAYMENT,
    PRICE,
    SERVICE_WORD,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.reading import Reading

_STOPPED: Final = frozenset(("", ".", ",", ":", "\n", "(", "!", "?"))
_BEING: Final = frozenset(
    "i'm im we're come me us studio live round over up down out shop salon am based find"
    " driveway garage house yard porch office place home workshop upstairs downstairs".split()
)
ENDINGS: Final = tuple(
    "strasse gasse platz allee straat laan gracht plein kade gatan vagen vegen katu intie gade veien "
    "vej str weg gaten gata gaden plassen torget dijk singel steeg"
    " chaussee damm ufer".split()
)
_STREET_FIRST: Final = re.compile(
    r"[a-z]{3,}(?:strasse|gasse|platz|allee|straat|laan|gracht|plein|kade|gatan|vagen|vegen|gade|veien"
    r"|vej|str|weg"
    r"|gaten|gata|gaden|plassen|torget|katu|intie|dijk|singel|steeg|chaussee|damm|ufer)\Z"
)
_JOINED: Final = re.compile(rf"\d{{1,4}}(?: [a-h])?(?: [^\W\d_]+ -){{1,3}} (?:{'|'.join(ENDINGS)})(?![\w'-])")
_COMPASS_OR_FOREIGN: Final = FOREIGN | COMPASS
_LONG_NAME: Final = 5


def beside_a_name(reading: Reading, numbers: Sequence[int]) -> list[int]:
    """Return, cheaply, the numbers that could open or close an address."""
    words, marks = reading.words, reading.marks
    told = "-" in words or not _COMPASS_OR_FOREIGN.isdisjoint(words)
    return [
        i
        for i in numbers
        if _places(words[i - 1] if i else "")
        or (told and _is_told_as_house(reading, i))
        or (marks[i] & NUMBER_WORD and i + 1 < len(words) and marks[i + 1] & NUMBER_WORD)
    ]


@lru_cache(maxsize=8192)
def _places(before: str) -> bool:
    """Tell whether a word places the number behind it, or is a street's name itself."""
    return before in PLACED or before in _STOPPED or before.endswith(ENDINGS)


def _is_told_as_house(reading: Reading, index: int) -> bool:
    """Tell whether a sign, a point of the compass or a street of another language stands by the number at `index`."""
    words = reading.words
    following = words[index + 1 : index + 3]
    if reading.marks[index] & NUMBER_WORD:
        return bool(following) and (following[0] == "-" or following[-1] in COMPASS)
    if not _COMPASS_OR_FOREIGN.isdisjoint(following) or following[1:] == ["-"]:
        return True
    return not FOREIGN.isdisjoint(words[index - 6 if index > 6 else 0 : index])


def find_named_number(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of an address around the number at `index` whose street has no English ending."""
    words, marks = reading.words, reading.marks
    is_house = HOUSE.match(words[index]) is not None
    if is_house:
        before = words[index - 1] if index else ""
        if before.endswith(ENDINGS) and _STREET_FIRST.match(before):
            return index - 1, index + 1
        found = find_foreign(reading, index) or _joined(reading, index)
        if found is not None:
            return found
    if index and marks[index - 1] & (NUMBER | NUMBER_WORD | CURRENCY):
        return None
    if words[index + 1 : index + 2] in _TAGS and _ends(reading, index + 2):
        return None  # "so an hour at your place is 410 right"
    if marks[index] & NUMBER_WORD:
        return _spelled_house(reading, index)
    return _house(reading, index) if is_house else None


_TAGS: Final = (["right"], ["yeah"], ["yes"], ["correct"], ["ok"], ["okay"], ["eh"], ["huh"], ["no"])


def _ends(reading: Reading, index: int) -> bool:
    return index >= len(reading) or bool(reading.marks[index] & BREAK)


def _joined(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read "54 Karl-Heine-Straße": the parts of a name joined by hyphens, behind its number."""
    if reading.words[index + 2 : index + 3] != ["-"]:
        return None
    match = _JOINED.match(reading.line, reading.line_at[index])
    return None if match is None else reading.words_of(match.start(), match.end())


def _spelled_house(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read "eleven eighty seven queen east" and "fourteen-eighteen Alberta"."""
    words, marks = reading.words, reading.marks
    stop = index
    while (
        stop < len(words)
        and stop - index < 6
        and (marks[stop] & NUMBER_WORD or (stop > index and words[stop] == "-"))
    ):
        stop += 1
    long = stop - index >= 2 and words[index] not in ("one", "a", "half", "hundred")
    names = _names(reading, stop)
    if names > 1 and words[stop + names - 1] in COMPASS and (long or _is_placed(reading, index)):
        return index, stop + names
    teen = words[index].endswith("teen") or words[index] in ("eleven", "twelve", "ten")
    names = names or _unknown_name(reading, stop)
    if long and teen and names and any(w not in load_words() for w in words[stop : stop + names]):
        return index, stop + names
    return _compass(reading, index, stop) if long or _is_placed(reading, index) else None


def _compass(reading: Reading, index: int, at: int) -> tuple[int, int] | None:
    """Read "2417 N. Kedzie" and "1634 west 18th", whose point of the compass is at word `at`."""
    words, marks = reading.words, reading.marks
    if at >= len(words) or words[at] not in COMPASS:
        return None
    short = len(words[at]) <= _SHORT_POINT
    at += 2 if words[at + 1 : at + 2] == ["."] else 1
    if at + 1 < len(words) and words[at].isdigit() and words[at + 1] in ("st", "nd", "rd", "th"):
        return index, at + 2
    first = at
    while at < len(words) and at - first < _MAX_NAMES and words[at].isalpha() and not marks[at] & PLAIN:
        at += 1
    names = words[first:at]
    if not names or not NEVER_INSIDE.isdisjoint(names) or not (at >= len(words) or marks[at] & BREAK):
        return None
    odd = any(name not in load_words() for name in names)
    return (index, at) if odd or (short and _is_placed(reading, index)) else None


_SHORT_POINT: Final = 2
_MAX_NAMES: Final = 3


def _house(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read a house number in digits before a name: "I'm at 14 Cotham", "415 on Valencia"."""
    words = reading.words
    before = words[index - 1] if index else ""
    if index > 1 and before in ("no", ".") and "no" in words[index - 2 : index]:
        return numbered(reading, index)
    stop = index + 2 if index + 1 < len(words) and words[index + 1] in ("a", "b", "c") else index + 1
    if stop == index + 1 and not _may_be_called(reading, stop):
        return None
    unplaced = _unplaced(reading, index, stop) or _own_house(reading, index)
    if unplaced is not None or before not in PLACED or stop >= len(words):
        return unplaced
    return _placed_house(reading, index, stop)


def _placed_house(reading: Reading, index: int, stop: int) -> tuple[int, int] | None:
    """Read a house whose number a word places, and whose name begins at word `stop`: "I'm at 14 Cotham"."""
    words = reading.words
    before = words[index - 1]
    if words[stop] == "on" and before in ("for", "number", "no", "#"):
        names = _names(reading, stop + 1) or _unknown_name(reading, stop + 1)
        return (index, stop + 1 + names) if names else None
    if words[stop] == "," and _is_at(reading, index):
        return (index, index + 1) if tells_door(reading, index, stop) else None
    if not words[stop].isalpha() or reading.marks[stop] & PLAIN:
        return None
    names = _names(reading, stop) or _strange_names(reading, index, stop)
    if _is_at(reading, index) and len(words[index]) > 1:
        names = max(names, _unknown_name(reading, stop))
        if names == 1 and words[stop] not in load_words():
            return index, stop + 1
    if names == 0 or (names == 1 and (not _is_unknown(reading, stop, stop + 1) or len(words[index]) < 2)):
        return None
    last = stop + names
    named = words[last - 1] in COMPASS or words[last - 1] in UNSURE
    return (index, last) if named or _is_unknown(reading, stop, last) else None


def _may_be_called(reading: Reading, at: int) -> bool:
    """Tell, cheaply, whether a name, or what leads to one, may stand at a word behind a number: not "180 for the hour"."""
    if at >= len(reading):
        return False
    word = reading.words[at]
    if word in (",", "on") or word in COMPASS:
        return True
    if not word.removesuffix("'s").isalpha() or reading.marks[at] & PLAIN:
        return False
    shows_case = reading.folded.cased is not reading.folded.lower
    return shows_case or not word.isalpha() or not _is_function_word(word)


@lru_cache(maxsize=4096)
def _is_function_word(word: str) -> bool:
    named = word in _SMALL or word in load_given_names()
    return word in NEVER_INSIDE and not named and word in load_words()


def _unplaced(reading: Reading, index: int, stop: int) -> tuple[int, int] | None:
    """Read a house that its name alone gives away: "2417 n kedzie", ", 11 gleann mor,"."""
    words = reading.words
    before = words[index - 1] if index else ""
    if stop < len(words) and words[stop] in COMPASS and (len(words[index]) > 1 or before in PLACED):
        return _compass(reading, index, stop)
    if before in _STOPPED and before != ":":
        names = _strange_names(reading, index, stop)
        line, at = reading.line, reading.line_at
        if not names and before == "," and UNIT_BEFORE.search(line[at[max(0, index - 4)] : at[index]]):
            names = _unknown_name(reading, stop)
        return (index, stop + names) if names else None
    return None


def _own_house(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read a plain word behind the number of one's own place: "my door's 2218 Burgundy", "I'm located at 91 Larkspur"."""
    words, marks = reading.words, reading.marks
    at = index + 1
    if len(words[index]) < _LONG_NUMBER - 1 or at >= len(words) or words[index - 1] not in PLACED:
        return None
    name = words[at].removesuffix("'s")
    if not name.isalpha() or name in NEVER_INSIDE or name in AFTER_SUMS or name in _HERE:
        return None
    if marks[at] & (PLAIN | PRICE | PAYMENT | SERVICE_WORD):
        return None
    closed = name != words[at] or at + 1 >= len(words) or marks[at + 1] & BREAK
    if not closed and words[at + 1] not in AFTER_HOUSE:
        return None
    if index > 1 and words[index - 1] == "at" and words[index - 2] in _LOCATED and not name.endswith("s"):
        return index, at + 1
    before = words[max(0, index - 4) : index]
    _, end = reading.sentence(index)
    told = words[index - 1] in _IT_IS and at + 1 < len(words)
    if told and TOLD_HOUSE.match(reading.line, reading.line_at[at + 1]):
        strange = name not in load_words()
        counted = name.endswith("s") or len(words[index]) < _LONG_NUMBER  # "it's 120 stairs, third floor"
        return (index, at + 1) if strange or not counted else None
    if len(words[index]) < _LONG_NUMBER:
        return None
    called = not _OWN_PLACES.isdisjoint(before) and not _OURS.isdisjoint(before)
    come = not _TO_US.isdisjoint(pairwise(words[at + 1 : min(end, at + _CLAUSE)]))
    return (index, at + 1) if called or come else None


_HERE: Final = frozenset(("here", "there"))
"""Where a sum is paid: "140 here, or 175 if I come to you"."""
_LOCATED: Final = frozenset(("located", "situated", "based"))
_IT_IS: Final = frozenset(("it's", "its", "i'm", "we're", "at"))
_OURS: Final = frozenset(("my", "our"))
_CLAUSE: Final = 8
_LONG_NUMBER: Final = 3
"""Digits of a number that is hardly a count of what a place holds."""
_OWN_PLACES: Final = frozenset(
    "door place house home address gate stoop porch spot apartment flat studio workshop".split()
)
_TO_US: Final = frozenset(
    (verb, to) for verb in ("come", "drop", "swing", "pop") for to in ("here", "over", "by", "to")
) | {("i'll", "come"), ("i'll", "let"), ("i'll", "buzz"), ("come", "out"), ("come", "down")}


def _names(reading: Reading, start: int) -> int:
    """Count the words from `start` that can name a street: in capitals, or before a compass point."""
    words, marks = reading.words, reading.marks
    count = 0
    while start + count < len(words) and count < 3:
        at = start + count
        if count and words[at] in COMPASS:
            return count + 1
        if not words[at].isalpha() or marks[at] & PLAIN:
            break
        east = at + 1 < len(words) and words[at + 1] in COMPASS and _is_point(reading, at + 1)
        if not (east and words[at] not in NEVER_INSIDE) and not _is_capital(reading, at):
            break
        count += 1
    return count


def _is_point(reading: Reading, at: int) -> bool:
    """True for "west", and for the "E." that closes a name that is no word: "77 Mozart E."."""
    if len(reading.words[at]) > _SHORT_POINT:
        return True
    closed = at + 1 >= len(reading) or bool(reading.marks[at + 1] & BREAK)
    return closed and reading.words[at - 1] not in load_words()


def _strange_names(reading: Reading, index: int, start: int) -> int:
    """Count the words of a name in another language that fills its phrase: "out of 14 cois abhann"."""
    words, marks = reading.words, reading.marks
    end = start
    while end < len(words) and end - start < _MAX_NAMES and words[end].isalpha() and not marks[end] & PLAIN:
        end += 1
    names = words[start:end]
    if len(names) < _FEW_NAMES or not (end >= len(words) or marks[end] & BREAK):
        return 0
    placed = _is_at(reading, index) or words[max(0, index - 2) : index] in _GIVING_ADDRESS
    if not placed and index and words[index - 1] not in _STOPPED:
        return 0
    rare = [n for n in names if n not in load_words() and n not in load_given_names()]
    enough = len(rare) >= _FEW_NAMES - placed or (rare and len(names) > _FEW_NAMES)
    strange = all(n in rare or n in _SMALL or n in load_given_names() for n in names)
    return len(names) if enough and strange else 0


_FEW_NAMES: Final = 2
_SMALL: Final = frozenset("na de la le du des del di da do el an o mac van den der".split())
"""Words inside a name that are English words as well: "sli na mara"."""
_GIVING_ADDRESS: Final = [
    [noun, link]
    for noun in ("address", "studio", "salon", "place", "workshop", "clinic", "shop")
    for link in ("is", "'s", ":", "at")
] + [["out", "of"], ["is", "at"], ["'s", "at"]]


def _is_capital(reading: Reading, at: int) -> bool:
    """Tell whether a word stands with one capital; a check has forgotten capitals."""
    if reading.folded.cased is reading.folded.lower:
        return False
    shown = reading.cased(at)
    return shown[0].isupper() and not shown.isupper()


def _unknown_name(reading: Reading, at: int) -> int:
    """Return 1 where the word at `at` is no English word and ends its phrase, else 0."""
    words, marks = reading.words, reading.marks
    if at >= len(words) or not words[at].isalpha() or marks[at] & PLAIN or words[at] in load_words():
        return 0
    ends = at + 1 >= len(words) or marks[at + 1] & BREAK
    return int(len(words[at]) >= _LONG_NAME and bool(ends))


def _is_unknown(reading: Reading, first: int, last: int) -> bool:
    """True when a name holds a word that is neither English nor somebody's given name."""
    names = [reading.words[i] for i in range(first, last)]
    if len(names) > 1 and (names[-1] in UNSURE or names[-1] in SURE):
        return True
    return any(n not in load_words() and (n not in load_given_names() or len(names) > 1) for n in names)


def _is_placed(reading: Reading, index: int) -> bool:
    return index > 0 and reading.words[index - 1] in PLACED


_HOUSE_ONLY: Final = re.compile(r"(?:\d{0,2}[6-9]\d|2[5-9]\d\d|[3-9]\d{3}|\d{5})\Z")
"""Numbers of three digits and more that are no time of day."""


def _is_at(reading: Reading, index: int) -> bool:
    """True where the words before the number place somebody: "I'm at", "come to"."""
    words = reading.words
    if index < 2 or words[index - 1] not in ("at", "to"):
        return False
    if words[index - 1] == "at" and _HOUSE_ONLY.match(words[index]):
        return True
    return words[index - 2] in _BEING or words[index - 2].endswith("'s")
