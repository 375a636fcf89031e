"""How long somebody is where the client asked for them: "All week" to "are you in Leeds?", "since May"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.nearby import claims_between
from align.records import changed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from align.claims.claim import PlaceClaim
    from align.claims.utterance import Utterance

_END: Final = r"(?= ?[.!,]| ?\Z)"
_HOW_LONG: Final = re.compile(
    r"(?:(?:only|just|there|here|we|i) )?(?:all (?:day|week|weekend|month)(?: long)?"
    r"|(?:till|until|til|through|thru) (?:(?:the|next|this) )?[\w-]+"
    r"|since (?:(?:last|the|early|late) )?[\w-]+|(?:just |only "
    r"|newly )?opened(?: (?:there|up|in|last|this|it|just|on|the|\w+day))*(?: \w+)?)" + _END
)
_ARE_YOU: Final = re.compile(
    r"\b(?:(?:are|r|will|do|have) (?:you|u|ya|ye)\b|you (?:in|still|around|up|down|over|back)\b"
    r"|is your \w+)[^.!]{0,60}\?"
)


_BETWEEN: Final = frozenset(
    (
        ", . ! - – — i i'm i'll we we're we'll am are be is will there in back over around up down about only just "
        "from on between the for until till til through thru starting"
    ).split()
)
"""Words that may stand between an assent and the days that it is said of: "yes! I'm there from Friday"."""


def dated_by_draft(u: Utterance, phrase: tuple[int, int], places: list[PlaceClaim]) -> list[PlaceClaim]:
    """Return the places agreed to in `phrase`, on the days that the draft puts in it or right behind: "Yes, from the 30th"."""
    first, last = phrase
    own = next((d for d in u.days if d.first > first), None)
    if (
        own is None
        or own.until < u.moment.today
        or not _BETWEEN.issuperset(u.reading.words[last : own.first])
    ):
        return places
    return [changed(p, days=changed(own, first=p.first, last=p.last)) for p in places]


def how_long_there(u: Utterance, start: int, asked: Iterable[PlaceClaim]) -> list[PlaceClaim]:
    """Return the one place asked for, said of a draft that answers at `start` of the line with how long only."""
    inbound = u.inbound
    if inbound is None or any(p.about == "professional" for p in u.places):
        return []
    match = _HOW_LONG.match(u.reading.line, start)
    places = [p for p in asked if p.stance in (Stance.ASSERTED, Stance.ASKED)]
    if match is None or len(places) != 1 or _ARE_YOU.search(inbound.reading.line) is None:
        return []
    first, last = u.reading.words_of(*match.span())
    days = places[0].days
    for own in claims_between(u.days, first, last):
        if own.until >= (days.begin if days is not None else u.moment.today):
            days = own
    days = changed(days, first=first, last=last) if days is not None else None
    return [changed(places[0], first=first, last=last, stance=Stance.ASSERTED, accepted=True, days=days)]
