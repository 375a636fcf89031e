"""Streets that are counted, as in the south of India: "221, 12th Main", "14, 3rd Cross", "18/2, 4th Block"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.cues import CURRENCY

if TYPE_CHECKING:
    from align.reading import Reading

MAINS: Final = frozenset("main cross block phase stage sector".split())
"""What counted streets are called."""
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))
_COUNTED: Final = (
    r"\d{1,2} (?:st|nd|rd|th) (?:[a-h] )?(?:main|cross|block|phase|stage|sector)(?: (?:road|rd|street|st))?"
)
_MAIN: Final = re.compile(
    rf"\d{{1,4}}(?:/\d{{1,3}})?(?: [a-h])?(?: ,)? {_COUNTED}(?: , {_COUNTED})*(?= (?:[.,!?;:)\n—]|in"
    r"|near|off|behind|opposite|above|and)(?: |\Z)|\Z)"
)
_STREET_PARTS: Final = frozenset(("main", "cross"))
_COURSE: Final = frozenset(
    "day unit question week lesson chapter page module exercise term year grade level".split()
)
_PLACING: Final = frozenset("at it's its is 's address studio shop flat house place : # no number to".split())
_LAST_HOUR: Final = 12
_BEING: Final = frozenset("is 's are am i'm im we're it's its".split())


def may_be_main(reading: Reading, index: int) -> bool:
    """Tell, cheaply, whether the number at `index` could be a house's on a counted street."""
    return not _SUFFIXES.isdisjoint(reading.words[index + 2 : index + 5])


def _is_course(found: str) -> bool:
    """True for one block, phase, stage or sector, as courses have too, with nothing more counted."""
    parts = [word for word in found.split() if word in MAINS]
    return len(parts) == 1 and _STREET_PARTS.isdisjoint(parts)


def find_main(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of the house on a counted street that opens with the number at `index`."""
    words = reading.words
    match = _MAIN.match(reading.line, reading.line_at[index])
    if match is None or (index and reading.marks[index - 1] & CURRENCY):
        return None
    timed = words[index - 1 : index] == ["at"] and words[index - 2] not in _BEING
    if timed and words[index].isdigit() and int(words[index]) <= _LAST_HOUR:
        return None  # "come at 11, 4th block"
    before = words[index - 1] if index else ""
    if before in _COURSE or (_is_course(match.group()) and before not in _PLACING):
        return None  # "question 12, 2nd main", "we start 12, 3rd stage"
    first = index - 1 if index and words[index - 1] in ("#", "no", "number") else index
    return first, reading.words_of(match.start(), match.end())[1]
