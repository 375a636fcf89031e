"""Streets of other languages, whose kind comes first: "12 rue de Rivoli", "Calle Mayor 5"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from align.data.words import load_words
from align.reading.cues import BREAK, CALENDAR, CHANNEL, CLOCK, CONTACT, CURRENCY, DURATION_UNIT, PAYMENT

if TYPE_CHECKING:
    from align.reading import Reading

FOREIGN: Final = frozenset(
    "rue avenue boulevard place chemin impasse allee quai cours route via calle carrer rua avenida "
    "viale piazza corso avda camino calzada"
    " paseo praca ulica bis ter jalan lorong persiaran travessa beco calcada escadinhas azinhaga largo "
    "vicolo strada plaza"
    " passeig ronda ffordd heol stryd bothar sraid".split()
)
_TYPE_FIRST: Final = re.compile(
    r"\d{1,4}(?: (?:bis|ter|b))?(?: ,)? (?:rue|avenue|boulevard|place|chemin|impasse|allee|quai|cours"
    r"|route|calle|carrer|viale|piazza|corso|(?:el )?(?:camino|paseo)|calzada|praca"
    r"|rua|avenida|jalan|lorong|persiaran) (?:(?:de|la|l|du|des|d|del|los|las|da|do|dos|le"
    r"|les) ?'? ?)*[^\W\d_]{3,}(?: [^\W\d_]{3,})?"
    r"|\d{2,4} avenue [a-z](?= [.,;!?)\n—-]|\Z| (?:in|at|on|near|off|upstairs|unit|apt|if|when|and|if)\b)"
)
_TYPE_BEFORE: Final = re.compile(
    r"\b(?:(?P<placed>(?<=at )via|(?<=in )via|(?<=is )via|(?<=it's )via|(?<='s )via)"
    r"|(?P<doubtful>via|plaza)|calle|carrer|viale|piazza|corso|rua|avenida|avda|paseo|praca|ulica|rue"
    r"|jalan|lorong|persiaran|travessa|beco|calcada"
    r"|escadinhas|azinhaga|vicolo|strada|passeig|ronda|ffordd|heol|stryd|bothar|sraid"
    r"|largo (?:do|da|de|dos|das))(?:(?: -)? (?!(?:at|on|in|to|for|and|or|is|'s|from|by|with|till|til"
    r"|until|after|before|around|about|works|suits|today|tonight|tomorrow"
    r"|\w+day)\b)[^\W\d_]+){1,5}(?: ,)?"
    r"(?: (?:n|no|nr|numero|num))? \Z"
)
_TYPES_FIRST: Final = frozenset(
    (
        "bis ter b , rue avenue boulevard place chemin impasse allee quai cours route calle carrer rua "
        "avenida jalan lorong persiaran viale piazza corso el camino paseo calzada praca"
    ).split()
)
"""Words that follow the number in `_TYPE_FIRST`."""
_TYPES_BEFORE: Final = tuple(
    "via plaza calle carrer viale piazza corso rua avenida avda paseo praca ulica rue jalan lorong "
    "persiaran travessa beco calcada"
    " escadinhas azinhaga vicolo strada passeig ronda ffordd heol stryd bothar sraid largo".split()
)
PLAIN: Final = CALENDAR | CLOCK | DURATION_UNIT | CURRENCY | BREAK
_LONG_NAME: Final = 5


def find_foreign(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read "12 rue de Rivoli" and "Calle Mayor 5"."""
    words = reading.words
    if index + 1 < len(words) and words[index + 1] in _TYPES_FIRST:
        match = _TYPE_FIRST.match(reading.line, reading.line_at[index])
        if match is not None:
            return reading.words_of(match.start(), match.end())
    begin = max(0, index - 8)
    if not any(map(_ends_in_type, words[begin:index])):
        return None
    line, at = reading.line, reading.line_at
    before = _TYPE_BEFORE.search(line[at[begin] : at[index]])
    if before is None:
        return None
    first = reading.word_at(at[begin] + before.start())
    strange = not before["doubtful"] or _opens_name(reading, first, index)
    return (first, index + 1) if strange else None


@lru_cache(maxsize=8192)
def _ends_in_type(word: str) -> bool:
    return word.endswith(_TYPES_BEFORE)


def _opens_name(reading: Reading, first: int, index: int) -> bool:
    """True for "Via Zamboni 33" and "Plaza Nueva 4": a word of English too that a strange name makes a street.

    "Via" is also how something is sent or paid, and a "plaza" a plain noun.
    """
    words, marks = reading.words, reading.marks
    names = range(first + 1, index)
    sent = any(marks[at] & (PAYMENT | CONTACT | CHANNEL) for at in range(max(0, first - _LONG_NAME), index))
    if (sent and words[first] == "via") or any(marks[at] & PLAIN for at in names):
        return False
    if index + 1 < len(words) and not marks[index + 1] & BREAK and words[index + 1] not in AFTER_HOUSE:
        return False
    return any(words[at] not in load_words() for at in names)


AFTER_HOUSE: Final = frozenset("and or is if when with upstairs so".split())
"""What a sentence goes on with behind an address, and not behind a count."""
