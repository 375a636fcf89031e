"""Modes told by who is fetched and let in: "I'll pick you up from your house", "buzz me up", "send me your room number, I'll come up"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.places import mode_words as said
from align.claims.places.mode_subjects import mode_of, who_goes
from align.claims.places.mode_ways import INVITING
from align.claims.places.next_to_sentence import sentence_before

if TYPE_CHECKING:
    from align.claims.claim import Mode
    from align.claims.utterance import Utterance

_LOAD: Final = (
    r"(?:(?!(?:some|any|a|an|my|our|this|that|these|those|what|which|i|we|if|when|and|or|but|from"
    r"|at)\b)[\w'-]+ )"
)
_PERSON: Final = r"(?:you|u|ye|me|us|him|her|them|(?:you|him|her|them) (?:all|both)|your [\w-]+) (?:up )?"
_DOOR: Final = r"(?: (?:front )?(?:door|gate|doorstep|lobby|reception|entrance))?"
FETCH: Final = re.compile(
    r"(?:pick|collect|fetch|grab|scoop)(?: and (?:drop(?: off)?|deliver|return))?"
    rf" (?:{_LOAD}{{0,4}}?(?:from|at|outside) "
    rf"(?:(?P<theirs>yours|(?:{said.THEIR_ROOM}){_DOOR})|(?P<ours>mine|ours|(?:{said.OUR_ROOM}){_DOOR}))"
    rf"|{_PERSON}(?:from|at) (?:home|the (?:house|hotel|apartment|flat|airbnb|villa|lodge|office)))(?![\w'-])"
)
"""Whoever is served is fetched at their door, or at the speaker's: "I'll pick him up from yours at eight"."""
SERVICE: Final = re.compile(
    r"pick ?-? ?up(?: (?:and|&|or) (?:drop ?-? ?off|delivery|return)"
    r"| from (?:your|ur) (?:home|door|place|house)| service)(?= |$)"
)
"""Fetching as a thing on offer: "I offer free pick up and drop off"."""
_OFFERED: Final = frozenset("offer offers provide include includes free".split())
_COMES_WITH: Final = re.compile(
    r" (?:(?:is|are|'s) )?(?:also )?(?:included|available|free)\b(?! (?:in|at|from)\b)"
)
LET_IN: Final = re.compile(
    r"buzz (?:me|us) (?:in|up|through)(?= (?:when|once|as soon|at|around|about|from|and|then|please|pls"
    r"|x)\b| [.,!?)]|$)"
)
"""The door of the listener, told by whoever will stand at it."""
_ROOMS: Final = (
    r"(?:room|unit|flat|apartment|apt|suite|floor|gate|door|buzzer|block|tower|building|entry|villa|cabin)\b"
)
_WAY_IN: Final = re.compile(
    rf"\b(?:what|which) {_ROOMS}|\b(?:text|send|give|tell|drop|share|forward|leave|let|need|what|what's"
    rf"|which|whats)\b[^.!?]{{0,24}}?\b(?:your|ur|the)"
    rf" (?:[\w-]+ )?{_ROOMS}"
)
"""Asked for: the number of a room, the floor, the code of the gate."""
_UP: Final = frozenset("up in over round".split())


def fetches(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "I will collect you from your house"; what the listener collects is not served there."""
    own = match["ours"] is not None
    who = who_goes(u, index)
    if u.speaker is Speaker.CLIENT:
        return mode_of(u, theirs=False) if who == "listener" and not match["theirs"] else None
    return mode_of(u, theirs=True) if who == "speaker" and not own else None


def serves_door(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "pick up and drop off included", "I offer pick up from your door"."""
    words = u.reading.words
    offered = not _OFFERED.isdisjoint(words[max(0, index - 3) : index]) and who_goes(u, index) != "listener"
    included = _COMES_WITH.match(u.reading.line, match.end()) is not None
    if not (offered or included) or u.speaker is Speaker.CLIENT:
        return None
    return mode_of(u, theirs=True)


def lets_in(u: Utterance, match: re.Match[str], index: int) -> Mode | None:
    """Read "buzz me up when I'm there"."""
    del match
    lead = u.reading.words[index - 1] if index else "."
    told = who_goes(u, index) == "listener" or (lead in INVITING and who_goes(u, index) == "none")
    return mode_of(u, theirs=True) if told else None


def asks_way_in(u: Utterance, index: int, way: str) -> bool:
    """True before the "come up" of "text me your room number, I'll come up"."""
    if way not in _UP:
        return False
    begin = u.reading.sentence(index)[0]
    begin = sentence_before(u.reading, begin)[0] if begin else begin
    at = u.reading.line_at
    return _WAY_IN.search(u.reading.line, at[begin], at[index]) is not None
