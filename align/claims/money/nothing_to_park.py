"""Tell what costs nothing that is no work of ours: "parking is pay and display, but it costs nothing after 7"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BACK: Final = 30
_AHEAD: Final = 8
_THINGS: Final = frozenset(
    "parking park parked meter meters bay bays street garage museum gallery tram bus ferry shuttle permit lot".split()
)
_PARKING: Final = re.compile(
    r"\b(?:parking|car ?park|parking lot|(?:the )?meters?|(?:parking |marked )?bays?|on the (?:street"
    r"|road)|street|(?:park|parked)"
    r" (?:on|in|at|outside|anywhere|by|behind)|museum|gallery|tram|bus|ferry|shuttle|permit|garage)\b"
    r"(?:(?!\b(?:lesson|lessons|session|sessions|visit|appointment|trial|hour is|hour's|with me|my|deposit"
    r"|cut|class)\b).)*"
    r"\b(?:it|it's|they|that|which|it'll|they're|is|are|and)(?: (?:then|also|usually|always|only|normally"
    r"|all|will|would))* \Z"
)
"""Before it: parking is the subject, and only "it" takes its place."""
_WHEN: Final = re.compile(
    r"[.,!?;)]|\Z|(?:after|before|from|between|on|at|past|until|till|overnight|there|outside|in the"
    r" (?:evening|evenings|morning)"
    r"|(?:all|every) (?:day|evening|weekend|sunday)|for (?:the first (?:\w+ )?(?:minutes|hours|hour)"
    r"|residents|two hours|an hour|\d+ (?:minutes|hours)))\b"
)


def is_nothing_to_park(u: Utterance, first: int, last: int) -> bool:
    """True where what costs nothing on the words `[first, last)` is parking, a bus or a museum."""
    reading = u.reading
    begin, end = reading.sentence(first)
    begin = max(begin, first - _BACK)
    if _THINGS.isdisjoint(reading.words[begin:first]):
        return False
    line, at = reading.line, reading.line_at
    if not _PARKING.search(line[at[begin] : at[first]]):
        return False
    behind = line[at[last] : at[min(end, last + _AHEAD)]] if last < end else ""
    return _WHEN.match(behind) is not None
