"""Houses told by their number alone: "come to no. 16", "(no. 16) on the High Street"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.addresses.house_looks import PLACED
from align.claims.addresses.streets import STREET_KINDS
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.reading import Reading

_MAX_NAMES: Final = 3


def numbered(reading: Reading, index: int) -> tuple[int, int] | None:
    """Read "no. 16" where the phrase ends with it: the number of a house."""
    words, marks = reading.words, reading.marks
    first = index - (2 if words[index - 1] == "." else 1)
    ends = index + 1 >= len(words) or marks[index + 1] & BREAK or _is_on_street(reading, index + 1)
    placed = first > 0 and (words[first - 1] in PLACED or words[first - 1] == ",")
    if not (ends and placed) or (words[first] == "no" and first == index - 1 and _is_denied(reading, first)):
        return None
    return first, index + 1


def _is_on_street(reading: Reading, at: int) -> bool:
    """True for "(no. 16) on the High Street"."""
    if reading.words[at] != "on":
        return False
    return any(word in STREET_KINDS for word in reading.words[at + 1 : at + _MAX_NAMES + 2])


def _is_denied(reading: Reading, no: int) -> bool:
    """True for the "no" of "nah, no 45" and "it's no 45, it's 38", as Scots say "not"."""
    begin, _ = reading.sentence(no)
    if reading.words[begin] in _DENYING and begin < no:
        return True
    return _INSTEAD.match(reading.line, reading.line_at[no]) is not None


_DENYING: Final = frozenset("no nah nope naw".split())
_INSTEAD: Final = re.compile(
    r"no \d+ (?:[.,;!—-] )+(?:it's|it is|its|that's|mine's|just|only|but) (?:[\w']+ ){0,2}?(?:[$£€] )?\d"
)
