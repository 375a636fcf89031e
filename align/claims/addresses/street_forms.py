"""Street addresses in rarer forms: "Av. da Liberdade 110", "Hauptstr. 5", "C/ Mayor 14", "42 on Lygon Street", "12 King, corner of Mill Lane"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.addresses.streets import HOUSE, SURE
from align.reading.cues import BREAK, CALENDAR, CLOCK, CURRENCY, DURATION_UNIT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.reading import Reading

_PLAIN: Final = CALENDAR | CLOCK | DURATION_UNIT | CURRENCY
_FORMS: Final = frozenset("av avd avda ul al pl bd bvd c avenue boulevard gran lorong soi corner cnr".split())
"""Words that one of the forms here holds, besides the two that are known by the word at the number."""
_SHORT_ENDINGS: Final = ("str", "strasse", "pl")
_NAME: Final = (
    r"(?:(?:de|da|do|das|dos|del|d|la|las|los|di|van|den|der)"
    r" (?:' )?)*(?!(?:at|on|in|to|for|and|or|is|the|from|by|with)\b)[^\W\d_]{3,}"
    r"(?: (?:(?:de|da|do|del|di) )?(?!(?:at|on|in|to|for|and|or|is|the|from|by|with|till"
    r"|until)\b)[^\W\d_]{3,}){0,2}"
)
_TYPE_FIRST: Final = re.compile(
    rf"(?<!\S)(?:(?:(?:avd?a?|ul|al|pl|bd|bvd) \.|c /) {_NAME} (?:, )?"
    rf"|(?<!the )(?:avenue|boulevard) {_NAME} |gran via (?:, )?)(?:(?:n|no|nr)(?: \.)? )?\Z"
)
_TYPE_REACH: Final = 9
_ON_STREET: Final = re.compile(
    rf"\d{{1,5}}(?: [a-h])? on (?:the )?(?:(?!(?:my|your|the|this|that"
    rf"|our)\b)[^\W\d_][\w'-]* ){{1,3}}?(?:{'|'.join(sorted(SURE))})(?!\w)"
)
_AT_CORNER: Final = re.compile(
    r"\d{1,5}(?: [a-h])? (?:(?!(?:outside|sharp|ish|then|there|here|just|right|near|by|please|or|and|if"
    r"|for)\b)[^\W\d_][\w'-]* ){1,2}(?:, |\( )?(?:(?:on|at) )?(?:the )?(?:corner|cnr)(?: \.)?"
    r" (?:of|with|and)(?!\w)"
)
_BY_LANE: Final = re.compile(r"\d{1,4}[a-z]?(?: ,)? (?:lorong|soi|jalan|gang) \d{1,3}(?!\w)")
_PLACED: Final = frozenset("at is it's its to : 's @ address".split())
_HOUSED: Final = frozenset("at to number no".split())
_WE_ARE: Final = (["i'm"], ["we're"], ["im"])
_LAST_HOUR: Final = 24


def in_a_form(words: list[str], numbers: Sequence[int]) -> Sequence[int]:
    """Return, cheaply, the numbers that could belong to an address of one of these forms."""
    if not _FORMS.isdisjoint(words):
        return numbers
    if "." not in words and "on" not in words:
        return ()
    last = len(words) - 1
    return [
        i
        for i in numbers
        if (i < last and words[i + 1] == "on") or (words[i - 1] == "." and _is_behind_short(words, i))
    ]


def _is_behind_short(words: list[str], index: int) -> bool:
    """True for the number of "Hauptstr. 5"."""
    return index > 1 and words[index - 1] == "." and words[index - 2].endswith(_SHORT_ENDINGS)


def find_form(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of an address around the number at `index`."""
    words, line, at = reading.words, reading.line, reading.line_at
    if HOUSE.match(words[index]) is None:
        return None
    if _is_behind_short(words, index):
        named = len(words[index - 2]) > _SHORT_NAME and _closes(reading, index + 1)
        return (index - 2, index + 1) if named else None
    begin = max(0, index - _TYPE_REACH)
    before = _TYPE_FIRST.search(line[at[begin] : at[index]])
    if before is not None and _closes(reading, index + 1):
        first = reading.word_at(at[begin] + before.start())
        if not any(reading.marks[i] & _PLAIN for i in range(first, index)):
            return first, index + 1
    placed = index > 0 and words[index - 1] in _PLACED
    if words[index + 1 : index + 2] == ["on"]:
        house = words[index - 1] in _HOUSED and (
            words[index - 2 : index - 1] in _WE_ARE or not _may_be_hour(words[index])
        )
        match = _ON_STREET.match(line, at[index]) if index and house else None
    else:
        match = _BY_LANE.match(line, at[index]) or (_AT_CORNER.match(line, at[index]) if placed else None)
    if match is None:
        return None
    first, last = reading.words_of(match.start(), match.end())
    return None if any(reading.marks[i] & _PLAIN for i in range(first + 1, last - 1)) else (first, last)


_SHORT_NAME: Final = 5
_AFTER: Final = frozenset(
    "and or if when with upstairs so on at in any this next from above behind next opposite".split()
)


def _may_be_hour(number: str) -> bool:
    """True for 6, 630 and 1015, which are hours of the day before "on Lygon Street"."""
    value = int(number.split("/", maxsplit=1)[0])
    return value <= _LAST_HOUR or (value < _LAST_HOUR * 100 and value % 100 in range(0, 60, 5) and value > 99)


def _closes(reading: Reading, index: int) -> bool:
    """True where the number ends what it belongs to, and counts nothing behind it."""
    return index >= len(reading) or bool(reading.marks[index] & BREAK) or reading.words[index] in _AFTER
