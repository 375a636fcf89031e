"""Modes told by the way to a door: "let yourself in", "park behind my house", "what's your address? I'll come over"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places.mode_subjects import who_goes

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

_ROOM: Final = (
    r"(?:gym|studio|room|hall|space|chair|salon|clinic|kitchen|barn|shed|workshop|garage|loft|place)"
)
LET_YOURSELF_IN: Final = re.compile(
    r"let (?:yourself|yourselves|urself) in(?![\w'-]| for\b| and (?:leave|drop|collect|grab|pick|put)\b)"
)
PARK_AT: Final = re.compile(
    r"park (?:(?:right|just|up|anywhere|round|on the \w+) )*(?:behind|outside|in front of|at|beside|by"
    r"|opposite|near)"
    r" (?:my|our) (?:house|place|studio|salon|clinic|gate|door|flat|building|drive)\b"
)
MADE_A_ROOM: Final = re.compile(
    rf"(?:turned|converted|made) (?:the|my|our) (?:\w+ )?\w+ into (?:a|my|our) (?:\w+ )?{_ROOM}(?![\w'-])"
    r"(?! for (?:my|our|his|her|me|us|myself|the (?:kids|family|children|dogs?|baby))\b(?! clients))"
)
"""A room at home that was made one for clients: "I've turned the garage into a treatment room"."""
RENTED: Final = re.compile(
    rf"{_ROOM} (?:that |which )?(?:i|we) (?:rent|borrow|use|hire|share|work (?:out of|from|in)"
    rf"|teach (?:in|at|from))\b"
)
"""A room of somebody else's in which the professional works: "at the gym I borrow"."""
ADDRESS_FOR_ME: Final = re.compile(
    r"(?<!email )(?<!mail )(?<!web )(?:address|postcode|eircode|(?:door|flat|house|room"
    r"|unit) number)(?: [\w'-]+){0,5}? (?:[.,!?;] )?(?:(?:and|so|then) )?"
    r"(?:i'll|i will|i can|we'll) (?:just )?(?:come(?! back)|be (?:there|over|round"
    r"|with you(?! (?:shortly|soon|in a)\b))|head (?:straight |right |on |up )?(?:over|there(?!')|up)"
    r"|drive over|pop (?:over|round|by)"
    r"|swing by|set off|get going)\b"
)
"""The client's address is asked for, to go there: "send me your address and I'll come"."""
_MET_AT: Final = re.compile(
    r"\b(?:you|you'd|you'll|we|we'd|we'll|come|meet|train|session|lesson|see you"
    r"|let's)\b[^.!?]{0,60}\b(?:at|in|to) (?:the|a)(?: [\w'-]+)? \Z"
)
_YOURS: Final = re.compile(
    r"\b(?:your|ur|what's the|whats the|send me the|text me the|share the)(?: [\w'-]+){0,2} \Z"
)


def receives(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read what a client is told who comes to the professional."""
    del match
    begin, end = u.reading.sentence(index)
    if not _COMING_HOME.isdisjoint(pairwise(u.reading.words[begin:end])):
        return None  # "if I'm still at it when you get home, let yourself in"
    came = who_goes(u, index) in ("none", "listener")
    return "incall" if u.speaker is Speaker.PROFESSIONAL and came else None


_COMING_HOME: Final = frozenset(
    (verb, where) for verb in "get are you're come arrive not".split() for where in ("home", "back")
)
"""Who comes home lets themselves in there."""


def own_room(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read the room that the professional has made for clients."""
    del match, index
    return "incall" if u.speaker is Speaker.PROFESSIONAL else None


def met_in(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "train with me at the gym I rent", not "the gym I rent has shut"."""
    line, at = u.reading.line, u.reading.line_at
    met = _MET_AT.search(line, at[u.reading.sentence(index)[0]], match.start()) is not None
    return "incall" if u.speaker is Speaker.PROFESSIONAL and met else None


def goes_to_address(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "what's your address? I'll be there at two"."""
    line, at = u.reading.line, u.reading.line_at
    theirs = _YOURS.search(line, at[u.reading.sentence(index)[0]], match.start()) is not None
    return "outcall" if u.speaker is Speaker.PROFESSIONAL and theirs else None
