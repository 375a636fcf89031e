"""Lengths that only say how long it is till the start: "8:15 tonight, so you'd have 45 minutes to find your slippers"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.times.clock_faces import read_face
from align.reading.cues import OFFER_WORD, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_HALF_DAY: Final = 720
_REACH: Final = 20
_CLIENT_HAS: Final = [
    ["you'd", "have"],
    ["you'll", "have"],
    ["you", "have"],
    ["gives", "you"],
    ["you've", "got"],
]
_SPENT_WITH_US: Final = frozenset(
    "work learn practise practice go ask talk play sing study train rehearse try do draw paint shoot lie me us"
    " together".split()
)


def is_till_start(u: Utterance, first: int, last: int, minutes: float) -> bool:
    """True where the client has just so long from the hour that they told to the one that is offered, to do something else."""
    words = u.reading.words
    if words[last : last + 1] != ["to"] or words[first - 2 : first] not in _CLIENT_HAS or u.inbound is None:
        return False
    begin, end = u.reading.sentence(first)
    behind = slice(last + 1, min(end, last + _REACH))
    if not _SPENT_WITH_US.isdisjoint(words[behind]) or any(
        mark & (SERVICE_WORD | OFFER_WORD) for mark in u.reading.marks[behind]
    ):
        return False
    told = {minute for start in u.inbound.starts for minute in start.minutes}
    faces = (read_face(u.reading, at) for at in range(max(begin, first - _REACH), first)) if told else ()
    offered = {minute for face in faces if face is not None for minute in face.minutes}
    return any((start - minute - minutes) % _HALF_DAY == 0 for start in offered for minute in told)
