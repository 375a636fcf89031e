"""Tell the wages and costs of a life that is told: "washed pots there from fourteen at four euros an hour".

What somebody worked for, or paid for a room, by the hour or the week, in a sentence that says when in that life
it was. A rate that holds now ("teaching at €60 an hour since 2009") is no story.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BACK: Final = 40
_AHEAD: Final = 12
LIVING: Final = frozenset(
    "washed washing waited waiting waitressed waitressing cleaned cleaning stacked stacking played playing sang singing"
    " busked busking danced dancing temped temping taught teaching delivered delivering picked picking packed packing"
    " babysat babysitting worked working pulled pulling served serving swept sweeping trained training assisted"
    " assisting carried carrying painted painting drove driving cooked cooking cut cutting modelled modelling nannied"
    " nannying tutored tutoring groomed grooming earned earning rented renting hired lodged walked walking peeled"
    " peeling scrubbed scrubbing sold selling poured pouring mopped mopping shampooed shampooing ironed ironing"
    " lived living shared sharing laboured labouring bartended bartending paid paying slept sleeping rent apprenticed"
    " sewed sewing typed typing".split()
)
_DONE: Final = "|".join(sorted(LIVING, key=len, reverse=True))
_WORKED: Final = re.compile(
    rf"(?:\A|(?P<ahead>[\w'’,.;:—-]+) )(?P<verb>{_DONE})"
    r"(?: (?!(?:i|we|you|your|you're|it's|so|but|still|now|since|these|today|currently"
    r"|is|are|has|have|lessons?|sessions?|tuition|one-to-ones?|appointments?|treatments?|massages?)\b)(?:[\w'’&-]+|,)){0,14}?"
    r" (?:for|at|on|on about|earning|making|paying|was|cost)(?: (?:a|about|around|only|just|like|maybe"
    r"|roughly|something|under|over))* \Z"
)
"""Right before a sum: who worked for it or paid it, with nobody of today in between."""
_NOT_PAST: Final = frozenset(
    "i'm we're you're i'll we'll i'd be keep start to if can of : like enjoy love loving am are i've we've you've"
    " have been is you is's".split()
)
"""Before a participle or a verb that is none of a story: "I'm teaching at", "if you paid", "I've taught"."""
_BY_TIME: Final = re.compile(
    r"(?:an?|per|the|every|each) (?:hour|hr|day|week|night|shift|month|year|gig|class|song|set|round|pint|kilo|crate"
    r"|weekend|morning|evening|term|head|lesson|dance|house|car|dog|service|show|pair|plate|wedding)\b"
)
_THEN: Final = re.compile(
    r"\b(?:when i was|as an? (?:\w+ )?(?:student|kid|teenager|teen|girl|boy|lad|junior|trainee|apprentice"
    r"|child|undergrad|nipper)"
    r"|from (?:\w+teen|twelve|age|the age)\b|(?:from|at|aged?) (?:1[2-9]|\w+teen|twelve)\b|at (?:school"
    r"|uni|university|college|drama school)"
    r"|(?:years?|decades?|ages) (?:ago|of|in|there|old)|back (?:then|in|home|when)|before (?:i|that|we|any of)"
    r"|then (?:did|came|went|moved)\b|in (?:the )?(?:19|20)?\d0s\b|in (?:19|20)\d\d"
    r"|in the (?:\w+)ies\b|(?:first|second|old|last) (?:job|place|gig|salon|kitchen|flat|studio|boss)"
    r"|started (?:out|off|with|in|as)"
    r"|used to|once|(?:left|straight out of|fresh out of|through|during|after) (?:school|college|uni"
    r"|university|art school|training)"
    r"|grew up|in those days|at the time|my (?:teens|twenties|thirties|youth)"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|most|some|a few|many|my) (?:\w+"
    r" )?(?:years|summers|winters|seasons|terms)"
    r"|(?:one|a|every|that|my first) (?:\w+ )?(?:summer|winter|season|year)\b(?! (?:special|deal|offer"
    r"|package|rate|price))|paid my way|i was born)\b"
)
"""When in a life it was."""
_STILL: Final = re.compile(
    r"\b(?:still|now|these days|today|nowadays|currently|since|to this day|(?:i|we)(?:'ve| have) been"
    r"|(?:which|that|it) is (?:what|why)|for you|with you)\b"
)
_FINITE: Final = re.compile(
    r"\b(?:\w{2,}ed|did|was|were|went|came|had|spent|grew|left|took|began|got|made|paid|ran|sang|taught|used to)\b"
)
"""A past tense that a participle leans on: "I did four years in London, playing for"."""
_STANDS: Final = re.compile(
    r"(?:\w+ ){2}(?:, )?you\b|[^.!?;]{0,40}?\b(?:and|which|so|but) (?:i |we |it )?(?:still|that's (?:what"
    r"|still|the)|it's still|(?:i|we)'?(?:ve| have)? (?:still|kept|keep)|(?:it )?(?:hasn't|has not"
    r"|never) changed|(?:it's )?the same (?:for you|now|today))\b"
    r"|[^.!?;]{0,30}?\b(?:for you|your (?:price|rate)|offer (?:you|that)|you'd get|you can have|deal|stands)\b"
)
"""Behind it: it holds now, "at 90 an hour you get the best"."""


def is_told_of_a_life(u: Utterance, first: int, last: int) -> bool:
    """True for the amount on the words `[first, last)` that somebody earned or paid back then."""
    reading = u.reading
    begin, end = reading.sentence(first)
    begin, end = max(begin, first - _BACK), min(end, last + _AHEAD)
    if u.speaker is not Speaker.PROFESSIONAL or LIVING.isdisjoint(reading.words[begin:first]):
        return False
    line, at = reading.line, reading.line_at
    before, behind = line[at[begin] : at[first]], line[at[last] : at[end]] if last < end else ""
    if _BY_TIME.match(behind) is None or _STANDS.match(behind):
        return False
    found = _WORKED.search(before)
    if found is None or found["ahead"] in _NOT_PAST:
        return False
    if found["verb"].endswith("ing") and _FINITE.search(before, 0, found.start("verb")) is None:
        return False  # "then six lessons, teaching both boys at"
    told = before + behind
    return _THEN.search(told) is not None and _STILL.search(before) is None
