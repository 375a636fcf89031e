"""How a house is told beside its number: "back bungalow", "yellow house", "level 1, …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

PLACED: Final = frozenset(
    ("for", "#", "at", "is", "it's", "its", "address", ":", "to", "'s", "number", "no", "@", "of")
)
"""What places the number of a house."""
_DOOR_BEHIND: Final = re.compile(
    r", (?:(?:the|it's|its|in|up|round|around|at) )*(?:[\w'-]+ ){0,3}?(?:door|bungalow|house|gate|duplex"
    r"|building|floor|apt|unit|bell|buzzer|porch|stairs|upstairs|cottage)\b"
)
"""What is told of a house behind its number: "I'm at 1127, back bungalow"."""
TOLD_HOUSE: Final = re.compile(
    r", (?:(?:the|it's|its|with|a|an) )*(?:(?:yellow|blue|red|green|white|black|pink|purple|orange|grey"
    r"|gray|brown|brick|cream|corner|big|tall|little|end|last|first|second|third|front|back|side|top"
    r"|bottom|left|right|upstairs|downstairs|ground) )+"
    r"(?:house|door|gate|building|shutters?|floor|bell|buzzer|cottage|bungalow|duplex|porch|fence|awning)\b"
)
"""A house that is told by its looks behind its street: "it's 2418 Dauphine, yellow house"."""
UNIT_BEFORE: Final = re.compile(
    r"\b(?:(?:level|floor|unit|shop|apt|apartment|flat|suite|studio) \d{1,4}(?: [a-h])?"
    r"|(?:ground|first|second|third|fourth|top|upper|lower) floor) , \Z"
)
"""What stands before a house and its street, and makes any name one: "level 1, 48 Enmore"."""
AFTER_SUMS: Final = frozenset(
    "flat cash extra total instead max min tops straight even plus euro euros bucks metres".split()
)
"""What stands behind a sum, and names no street: "it's 250 cash"."""
_LONG_NUMBER: Final = 3
"""Digits of a number that is no hour."""
_WE_ARE: Final = frozenset(("i'm", "im", "we're"))


def tells_door(reading: Reading, index: int, stop: int) -> bool:
    """True where a house is told from word `stop` on, behind its number at `index`: "I'm at 21, blue door".

    "Meet me at 10, front door" tells the hour.
    """
    words = reading.words
    if len(words[index]) >= _LONG_NUMBER:
        return _DOOR_BEHIND.match(reading.line, reading.line_at[stop]) is not None
    placed = index > 1 and words[index - 2] in _WE_ARE
    return placed and TOLD_HOUSE.match(reading.line, reading.line_at[stop]) is not None
