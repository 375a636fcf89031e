"""Whether a contact or an address is given: one that is written out mostly is, whatever is said around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.contacts.owners import REACH
from align.claims.stance import stance_of

if TYPE_CHECKING:
    from align.reading import Reading

_STANDING: Final = re.compile(
    r"\b(?:you(?:'re| are)?|youre|ur|u|when|once|if|meet|wait|stand|stop|park|pull up|it's"
    r"|me)(?: (?:all|right|just|stood|standing|waiting|parked|here))* outside \Z"
)
_SET_OFF: Final = re.compile(
    r"(?P<from>\b(?:above|below|beneath|under|underneath|outside|beyond|(?<=work )out of"
    r"|(?<=works )out of|(?<=working )out of|(?<=teach )out of|(?<=operate )out of|(?<=based )out of"
    r"|(?<=run )out of|(?<=train )out of)"
    r" (?:the|a|an|my|our|his|her|their) )(?:[\w'-]+ ){1,8}?(?:at|on|in|,|of) \Z"
)
"""A place above or below another, which shows where it is: "above the bakery at …"."""


def _limit_at(reading: Reading, first: int) -> int | None:
    """Return the word before `first` that reads like a limit and is none, if there is one.

    It is the name that somebody goes by, "under …", where the client stands, "when you're
    outside …", or what the place is next to, "above the bakery at …".
    """
    if reading.words[first - 1] == "under":
        return first - 1
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(first)[0], first - REACH)
    before = line[at[begin] : at[first]]
    if reading.words[first - 1] == "outside":
        return first - 1 if _STANDING.search(before) else None
    beside = _SET_OFF.search(before)
    return None if beside is None else reading.word_at(at[begin] + beside.start("from"))


def _asks_whether_still(reading: Reading, first: int, last: int) -> bool:
    """True for "the gate code is still 2580?": whoever asks has it from the client."""
    begin, end = reading.sentence(first)
    if end > len(reading) or reading.words[end - 1] != "?":
        return False
    if reading.words[begin] in _IS_IT and reading.words[last : last + 1] == ["still"]:
        return True  # "is x@y.com still right, or has the firm changed?"
    if end - last > 1:
        return False
    return "still" in reading.words[max(begin, first - _ASKED_NEAR) : last]


_IS_IT: Final = ("is", "are")
_ASKED_NEAR: Final = 4


def given_stance(reading: Reading, first: int, last: int) -> Stance:
    """Return the stance towards a contact or an address.

    One that is written out in a sentence that is no question is given: "so that you know
    where it is, the studio is at 5 Elm Road".
    """
    if _asks_whether_still(reading, first, last):
        return Stance.ASKED
    stance = stance_of(reading, first, last)
    limit = _limit_at(reading, first) if stance is Stance.REFUSED and first else None
    if limit is not None:
        stance = stance_of(reading, limit, last)
    if stance is Stance.ASKED and reading.words[reading.sentence(last - 1)[1] - 1] != "?":
        return Stance.ASSERTED
    return stance
