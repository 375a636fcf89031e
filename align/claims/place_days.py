"""Which dates a place is said of.

A date belongs to the place that it stands beside, behind it by preference ("in Galway
Friday to Sunday and back in Dublin on Monday"), before it where the list runs that way
("Friday in Leeds, Saturday in Cork"). Without one in its sentence a place takes the date
that the sentence before, or the client's question, has raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.presence_words import PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.claims.claim import Days
    from align.claims.utterance import Utterance

_FAR: Final = 99
_REACH: Final = 6
_COMMA: Final = 3
_NEXT_CLAUSE: Final = 6


def days_of(
    u: Utterance, cue: int, end: int, others: Sequence[tuple[int, int]], *, inherits: bool
) -> Days | None:
    """Return the dates said of the place on the words `[cue, end)`.

    `others` are the word ranges of all places of the text, and `inherits` allows a date
    of the sentence before or of the client's message.
    """
    if u.days:
        begin, stop = u.reading.sentence(cue)
        own = [
            d
            for d in u.days
            if begin <= d.first < stop and d.stance not in (Stance.QUOTED, Stance.REFUSED, Stance.CORRECTED)
        ]
        if own:
            return _nearest(u, cue, end, own, [o for o in others if begin <= o[0] < stop])
    return _inherited(u, cue) if inherits else None


def _nearest(
    u: Utterance, cue: int, end: int, days: list[Days], others: Sequence[tuple[int, int]]
) -> Days | None:
    alone = not any(o[1] <= cue or o[0] >= end for o in others)
    best: Days | None = None
    least = _FAR
    for day in days:
        if day.first >= end:
            gap = _gap(u, end, day.first, others)
        elif day.last <= cue:
            # A tie goes to the date behind the place.
            gap = _gap(u, day.last, cue, others) + 1
        else:
            continue
        if gap < least:
            best, least = day, gap
    if best is None or least < _REACH:
        return best
    return best if alone and least < _FAR else None


def _gap(u: Utterance, begin: int, end: int, others: Sequence[tuple[int, int]]) -> int:
    """Return how far apart a place and a date are; other places between part them."""
    words = u.reading.words
    total = 0
    for first, _ in others:
        if begin <= first < end:
            return _FAR
    for index in range(begin, min(end, begin + _FAR)):
        part = PARTS.get(words[index])
        if part is Part.LINK:
            total += _COMMA
        elif part is Part.STOP or (part in (Part.SPEAKER, Part.LISTENER) and index > begin):
            total += _NEXT_CLAUSE
        elif words[index] not in ("on", "from", "until", "till", "the", "this", "for", "(", ":", "-"):
            total += 1
    return total


def _inherited(u: Utterance, cue: int) -> Days | None:
    """Return the date that the sentence before, or the client's message, has raised."""
    begin, _ = u.reading.sentence(cue)
    if begin and u.reading.words[begin - 1] == "?":
        previous, _ = u.reading.sentence(begin - 1)
        earlier = [d for d in u.days if previous <= d.first < begin and d.stance is not Stance.REFUSED]
        if len(earlier) == 1:
            return earlier[0]
    if u.inbound is None or u.days or len(u.inbound.days) != 1:
        return None
    asked = u.inbound.days[0]
    if asked.until < u.moment.today or asked.stance in (Stance.REFUSED, Stance.QUOTED):
        return None
    return asked
