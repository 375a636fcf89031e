"""Payment before that is turned round in the same sentence: "it used to be up front, these days it's after".

The time stands without a word of paying of its own; what it is set against names the matter.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.cues import PAYMENT

if TYPE_CHECKING:
    from align.reading import Reading

OPENERS: Final = frozenset("upfront front advance before beforehand".split())
"""Last words of the time that is set aside."""
NAMES_MONEY: Final = frozenset(("upfront", "front", "advance"))
_JOINT: Final = r"(?: [\w']+){0,2}? ?(?:[,;—-]|\bbut\b)"
_AND_NOW: Final = (
    r"(?: (?:but|and|so|though|now|nowadays|these days|for you|with me|i|we|always|just|only|it's|it is"
    r"|it|take|do|ask|want|like|collect|that's|mine|payment|money|can|is|all|then))*"
)
_LATER: Final = (
    r"(?P<later>after(?:wards?)?(?: (?:the|your|our|each|every) \w+"
    r"| (?:we|we're|it's|he's|she's|you're) (?:are )?\w+)?"
    r"|at the (?:very )?end(?: of (?:the |your |our |each )?\w+)?|later|wait"
    r"|(?:once|when) (?:we're|i'm|it's|he's|she's|all) \w+|on (?:your|the) way out)"
)
_TURNED: Final = re.compile(
    rf"{_JOINT}(?P<now>{_AND_NOW}) {_LATER}(?= (?:[.,!;)—\n]|now\b|instead\b"
    r"|is (?:grand|fine|ok|okay|good|perfect|cool)\b|works\b)|$)"
)
_SAYS: Final = re.compile(
    r"\b(?:it's|it is|it can|always|now|these days|nowadays|mine|i take|i do|we take|we do|payment"
    r"|for you|that's)\b"
)
_NOT_BEFORE: Final = re.compile(
    r"\b(?:never|not|isn't|don't|doesn't|no longer|stopped|said|wasn't|quit)\b[^.!?;,]*$"
)


def turned_round(reading: Reading, index: int) -> tuple[int, int] | None:
    """Return the words of the later time that takes the place of the earlier one, which ends at `index`."""
    begin, end = reading.sentence(index)
    if reading.words[index] not in NAMES_MONEY and not any(
        mark & PAYMENT for mark in reading.marks[max(begin, index - _REACH) : min(end, index + _REACH)]
    ):
        return None
    line, at = reading.line, reading.line_at
    found = _TURNED.match(line, at[index] + len(reading.words[index]))
    if found is None:
        return None
    before = line[at[max(begin, index - _REACH)] : at[index]]
    approved = line.startswith((" is ", " works"), found.end())
    if not (approved or _SAYS.search(found["now"]) or _NOT_BEFORE.search(before)):
        return None
    return reading.words_of(found.start("later"), found.end())


_REACH: Final = 12
"""Words around the earlier time that are looked at."""
