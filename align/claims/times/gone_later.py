"""Times whose verdict comes late: "one o'clock and anything after that till three is already taken"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.clock_faces import HOURS
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 18
_COPULAS: Final = frozenset("is 's are 're was were be been".split())
_IDLE: Final = frozenset(
    (
        "already both all now also fully just sadly sorry unfortunately long been well truly completely "
        "totally afraid i'm spoken"
    ).split()
)
_GONE: Final = frozenset("gone taken full booked out unavailable off filled sold blocked".split())
_LISTED: Final = frozenset(
    "and or , & - — ( ) anything everything all what whatever follows comes the rest of it that then "
    "after afterwards later"
    " earlier around before till until to from at past half quarter evening afternoon morning night day "
    "slot slots hour hours"
    " session sessions appointment appointments opening openings spot spots gap gaps space spaces lesson"
    " one both like as well with on onwards onward this his following next between up else either side "
    "similarly o'clock".split()
)
"""What may stand between a time and the verb that says it is gone: nothing that has a verb."""


def is_gone_later(u: Utterance, last: int, end: int) -> bool:
    """True when a list of times that begins before `last` is said to be gone at its end."""
    words = u.reading.words
    at = last
    stop = min(end, last + _REACH)
    while at < stop:
        word = words[at]
        if word in _COPULAS:
            at += 1
            while at < end and words[at] in _IDLE:
                at += 1
            if words[at : at + 3] == ["out", "of", "your"]:
                return False  # "I'll come at six and be out of your hair by eight"
            return at < end and (words[at] in _GONE or words[at - 1 : at + 1] == ["spoken", "for"])
        if word in _ABSENT:
            return _is_there(u, at + 1, end)
        if word in _SIMPLY and _ends(u, at + 1, end):
            return True
        if not (word in _LISTED or u.taken[at] or word[0].isdigit() or word in HOURS):
            return False
        at += 1
    return False


_ABSENT: Final = frozenset("nobody noone no-one".split())
"""Who is there at a time that is none for the client: "9 in the morning nobody here"."""
_BEING_THERE: Final = frozenset(
    "here there in is 's around home about free up at on works working comes answers opens will can".split()
)
_SIMPLY: Final = frozenset("gone taken full sold".split())


def _is_there(u: Utterance, at: int, end: int) -> bool:
    """True for "nobody here", "nobody's around"; "nobody has to rush" is what comes of the time."""
    return _ends(u, at, end) or u.reading.words[at] in _BEING_THERE


def _ends(u: Utterance, at: int, end: int) -> bool:
    """True where nothing follows in the clause: "10 am slot gone, sorry"."""
    return at >= end or bool(u.reading.marks[at] & BREAK)
