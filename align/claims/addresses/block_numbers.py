"""Addresses that count blocks in place of a street: "4-12-8 Minami 2-jo Nishi", "Roppongi 6-chome"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.data.words import load_words
from align.reading.cues import BREAK, CALENDAR, CLOCK, CURRENCY, DURATION_UNIT

if TYPE_CHECKING:
    from align.reading import Reading

_PLAIN: Final = CALENDAR | CLOCK | DURATION_UNIT | CURRENCY | BREAK
_BLOCK: Final = re.compile(r"\d{1,2} - \d{1,2} - \d{1,3}(?! ?[-/:.]? ?\d)")
_DISTRICT: Final = re.compile(
    r"\d{1,2} - (?:chome|jo|cho)\b(?: ?,? \d{1,2} - \d{1,3}(?: - \d{1,3})?| [^\W\d_]+(?= \d))?"
)
"""A district that is counted too, with the block in it: "6-chome 10-1"."""
_AFTER_NAME: Final = re.compile(r" \d{1,2} - (?:chome|jo|cho)\b(?: (?:nishi|kita|higashi|minami))?")
_OWN: Final = r"(?:address|studio|salon|shop|place|home|house|flat|office|clinic)"
_PLACED: Final = re.compile(
    rf"\b(?:(?:at|it's|its|to|i'm in|we're in|live in|based in|{_OWN}) (?:: )?"
    rf"|{_OWN} (?:is|'s) (?:(?:at|in) )?)\Z"
)
_DATE: Final = re.compile(
    r"(?:(?:0?[1-9]|[12]\d|3[01]) - (?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2]) - (?:[12]\d|3[01])) - [23]\d\b"
)
"""A day, a month and a year of two digits, which are no block."""
_MIN_NAME: Final = 3
_REACH: Final = 3


def may_be_block(reading: Reading, index: int) -> bool:
    """Tell, cheaply, whether a block or a district could open with the number at `index`."""
    words = reading.words
    return words[index + 1 : index + 2] == ["-"] and index + 2 < len(words)


def find_block(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of an address by block that opens with the number at `index`."""
    line, at = reading.line, reading.line_at
    match = _DISTRICT.match(line, at[index])
    if match is not None:
        first = index - 1 if index and _is_name(reading, index - 1) else index
        return first, reading.words_of(match.start(), match.end())[1]
    match = _BLOCK.match(line, at[index])
    if match is None or _DATE.match(match.group()) is not None:
        return None
    last = reading.words_of(match.start(), match.end())[1]
    name = last
    while name < len(reading) and name - last < _REACH and _is_name(reading, name):
        name += 1
    if name == last:
        return None
    more = _AFTER_NAME.match(line, at[name] - 1) if name < len(reading) else None
    if more is not None:
        return index, reading.words_of(more.start() + 1, more.end())[1]
    closed = name >= len(reading) or reading.marks[name] & BREAK
    return (index, name) if closed and _is_placed(reading, index) else None


def _is_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return (
        word.isalpha()
        and len(word) >= _MIN_NAME
        and not reading.marks[at] & _PLAIN
        and word not in load_words()
    )


def _is_placed(reading: Reading, index: int) -> bool:
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(index)[0], index - _REACH)
    return _PLACED.search(line[at[begin] : at[index]]) is not None
