"""Which times of the client's message ask for an appointment, where no words of proposing stand with them.

Clients write as they talk: "so 3 this afternoon at the studio", "any chance of 8 tonight", with the
question mark or without. "My train gets in at 3" and "dinner at 8" ask for nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.times.foreign_hours import asks_abroad

if TYPE_CHECKING:
    from align.claims.claim import Start
    from align.claims.utterance import Utterance

_SHORT: Final = 12
_OPENS: Final = 2
"""Words at most before a time that opens its sentence."""
_REACH: Final = 12
_SEVERAL: Final = 2
_ASKING: Final = re.compile(
    r"(?:(?:hi|hey|hello|hiya|heya|yo|morning|afternoon|evening|ok|okay|so|and|or|but|also|just|well"
    r"|then|actually|sorry|quick question|wondering|was wondering|i was wondering|just wondering|please"
    r"|pls|thanks|great|perfect|cool|lovely)(?: there| again| hun| love| mate| if)? (?:[,!.—:-] )?)*"
    r"(?:(?:any|what|is there(?: any| a)?|is there any|there)"
    r" (?:\w+ )?(?:chance|hope|possibility|joy|luck|availability|space|room|openings?|gaps?|slots?)"
    r"|any(?:thing)?(?: (?:free|going|left|open|else|available))?"
    r"|(?:have|do|would|are|r|is|can|could|will) (?:you|u|ya|ye)"
    r"|(?:you|u)(?: free| around| available| open| about| up)|got (?:any|anything|a|space|room)"
    r"|is (?:there|it|that)|how(?:'s| is| about| bout)|what about"
    r"|(?:can|could|may|might|shall|should) (?:i|we))\b"
)
"""How a question opens, that may have no question mark."""
_FRAGMENT: Final = frozenset(
    "hi hey hello hiya heya yo ok okay so and or then maybe perhaps great perfect cool lovely right "
    "well also just actually sorry please pls thanks thx ta cheers"
    " at in on for around about by after from of say like ish the a an my our mine ours yours your me "
    "us studio salon shop clinic place house flat hotel room"
    " apartment office gym barn yard here there usual same again today tonight tomorrow this next "
    "morning afternoon arvo evening night noon midday lunchtime later"
    " first thing instead yeah yes yep no hun love mate lad boss x xx xxx , . ! ? - — : / & + hour "
    "hours half minutes mins min session appointment lesson with you".split()
)
"""What a proposal without a verb is made of, besides the things that are read in it."""


_COMING: Final = re.compile(
    r"(?:\A|[.,!—] |\b(?:and|so|but|or|ok|i|we) )(?:i |we )?(?:can|could|might|would|will|'ll|'d|i'll"
    r"|i'd|we'll|we'd)(?: (?:probably|easily|just|definitely|also|maybe|even))?"
    r" (?:be|get|come|make it|pop|swing|head)"
    r"(?: (?:there|here|over|down|round|around|in|up|across|to you|with you|to yours|at yours))* by \Z"
)
"""The client comes by then: "I can be there by 3"."""


def asks_for(inbound: Utterance, start: Start) -> bool:
    """True for a time in a short question or a bare proposal: "thursday 5pm at the studio", "so 5pm at ours"."""
    reading = inbound.reading
    words = reading.words
    begin, end = reading.sentence(start.first)
    opens = start.first - begin <= _OPENS
    if words[end - 1] == "?":
        return opens or end - begin <= _SHORT
    if opens and words[begin] == "so":
        return True
    line, at = reading.line, reading.line_at
    if _COMING.search(line, at[max(begin, start.first - _REACH)], at[start.first]) is not None:
        return True
    if end - begin > _SHORT:
        return False
    if _ASKING.match(line, at[begin]) is not None or asks_abroad(words[begin:end]):
        return True
    return _is_bare(inbound, begin, end)


def repeated(u: Utterance, inbound: Utterance, asked: list[Start]) -> list[Start]:
    """Return the times that the draft repeats, where several are asked for: "3 or 6?", "yes to 6"; else all."""
    if len(asked) < _SEVERAL:
        return asked
    said = set(u.reading.words)
    return [s for s in asked if inbound.reading.words[s.first] in said] or asked


def _is_bare(inbound: Utterance, begin: int, end: int) -> bool:
    """True where the words `[begin, end)` name when, where and for how long, and say nothing of it."""
    read: set[int] = set()
    for claims in (
        inbound.starts,
        inbound.days,
        inbound.modes,
        inbound.durations,
        inbound.money,
        inbound.places,
    ):
        for claim in claims:
            if claim.first < end and claim.last > begin:
                read.update(range(claim.first, claim.last))
    words = inbound.reading.words
    return all(i in read or words[i] in _FRAGMENT for i in range(begin, end))
