"""Who need not go anywhere, and who does the driving: "no need to leave the house, I've got wheels"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.mode_subjects import who_goes
from align.claims.places.mode_things import is_elsewhere

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

STAY: Final = re.compile(
    r"(?:no need (?:for you )?to|(?:you )?(?:don't|do not|won't) (?:have|need) to"
    r"|you needn't|(?:without|instead of)(?: you)?(?: having to)?)"
    r" (?:(?:even |ever )?(?:leave|leaving) (?:the|your|ur|home)(?: (?:house|home"
    r"|flat|sofa|couch|hotel|office|room|apartment|desk|place))?"
    r"|(?:go|travel|drive|trek|come|going|travelling|driving)(?: anywhere| out| at all| across town| over)?"
    r"|(?:get|getting) (?:up )?off (?:the|your) (?:couch|sofa))\b"
)
SAVE: Final = re.compile(
    r"(?:save|saves|saving|spare|spares) (?:you|yourself|u|ye|yourselves) (?:the"
    r"|a|that|all the) (?:drive|trip|journey|bus|traffic|commute|travel|trek|hassle"
    r" of (?:driving|travelling))\b"
)
DRIVING: Final = re.compile(
    r"(?:(?:i|i'll|we|we'll)(?: (?:always|just|can|will|also|usually))? (?:do|handle"
    r"|cover) (?:all )?the (?:travelling|traveling|driving|legwork)"
    r"|i(?: really|'d)? (?:don't|do not|wouldn't) mind (?:driving|travelling|traveling"
    r"|the drive|the trip|a drive|coming)(?! (?:to (?!you\b)|in the|at night|home"
    r"|back|past)\b)(?: [\w-]+){0,3}?(?: for you| to you| over| out| that far| across"
    r" town| a bit| at all)?(?= ?[.,!;?]| (?:if|so|for|at|and|on)\b|$))"
)
CARRY_IN: Final = re.compile(
    r"(?:wheel|carry|lug|haul|unload|cart|drag|load) (?:the|my|all the|all my|it"
    r"|everything) (?:\w+ )?(?:(?:kit|gear|table|stuff|equipment|speakers|bits|mats"
    r"|trolley) )?(?:in|up|inside)(?: (?:the|your) (?:stairs|door|lift))?(?= from"
    r" the (?:van|car)| and set up| ?[.,!]| (?:at|by|before|first|myself)\b)"
)


def stays_put(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "no need to leave the house", where the speaker says that they go."""
    line, at = u.reading.line, u.reading.line_at
    begin, end = u.reading.sentence(index)
    onwards = at[min(len(at) - 1, end + _ON)]
    if u.speaker is Speaker.CLIENT or is_elsewhere(u, begin, end):
        return None
    rest = line[at[begin] : match.start()] + " / " + line[match.end() : onwards]
    return "outcall" if _GOES.search(rest) is not None else None


_ON: Final = 12
_GOES: Final = re.compile(
    r"\b(?:i|i'll|i've|i'd|i'm|we|we'll|we've)(?: (?:can|could|always|just|will|also|got|have|do|all the))*"
    r" (?:come|travel|drive|bring|load|wheels|a car|a van|the van|my van|my car|mobile"
    r"|the (?:travelling|traveling|driving)|do the|pack|carry|set up|the one (?:who"
    r"|that) (?:travels|drives|comes))\b"
)


def drives(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I do the travelling", "I don't mind driving across town for you"."""
    del match
    begin, end = u.reading.sentence(index)
    if u.speaker is Speaker.CLIENT or is_elsewhere(u, begin, end):
        return None
    return "outcall"


def carries_in(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I'll wheel the kit in from the van"."""
    del match
    return "outcall" if u.speaker is Speaker.PROFESSIONAL and who_goes(u, index) == "speaker" else None


STAYING: Final = (
    (SAVE, stays_put, "save saves saving spares"),
    (CARRY_IN, carries_in, "wheel carry lug haul unload cart drag load"),
)
"""A pattern, what it means, the words that it is matched at."""
LOOKED_FOR: Final = (
    (
        STAY,
        stays_put,
        "leave leaving anywhere travel travelling drive driving trek couch sofa",
        "no don't do won't needn't without instead",
    ),
    (DRIVING, drives, "travelling traveling driving drive trip", "i i'll i'd we we'll"),
)
"""A pattern, what it means, the rarest words of it, and what one word before them must be."""
