"""What a client fears is too much to ask, and the draft that says it is or is not.

"Is 4 too late?" is answered the other way round: a yes turns it down, "not at all" accepts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_TOO: Final = re.compile(r"\btoo (?:late|early|soon|short|long|tight|far|much)\b")
_CONCEDED: Final = re.compile(
    r"(?:(?:a (?:wee |little )?(?:bit|little|tad|touch)|slightly|kinda|sort of)\b|(?:yes|yep|yeah|aye)(?: (?:,|\.|!))?(?: (?:a |it |slightly|too |sorry|i'm afraid|unfortunately|sadly)|\Z))"
)


def is_too_much(reading: Reading, start: int, inbound: Reading) -> bool:
    """True where a yes agrees that something is too late or too short: "is 4 too late?", "a bit, yes"."""
    return _TOO.search(inbound.line) is not None and _CONCEDED.match(reading.line, start) is not None


_WOULD_MIND: Final = re.compile(
    r"\b(?:mind|a (?:problem|bother|pain|hassle)|an issue|too (?:much trouble|late|early|soon|short|long|cheeky|much to ask))\b"
)
_UNMINDED: Final = re.compile(
    r"(?:(?:oh|ah|ha|haha|hi|hey|hiya)(?: \w+)? (?:, |! )?)?(?:(?:no|nope|nah) (?:, )?)?"
    r"(?:not at all|never too (?:late|early|soon|short)(?: for \w+)?|of course not|not in the (?:slightest|least)|not a bit|(?:i )?(?:don't|wouldn't) mind(?: at all| in the slightest)?)(?= (?:\w+ )?(?:[.!—]|,(?! (?:but|though|only|just)\b))|(?: \w+)?\Z)"
)


def unminded_phrase(reading: Reading, inbound: Reading) -> tuple[int, int] | None:
    """Return the words that deny an objection the client asked about: "mind if …?", "not at all"."""
    if _WOULD_MIND.search(inbound.line) is None:
        return None
    match = _UNMINDED.match(reading.line)
    return None if match is None else reading.words_of(match.start(), match.end())
