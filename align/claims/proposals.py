"""Which clock times propose or confirm the start of an appointment, and of which day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.claim import Days
    from align.claims.utterance import Utterance

_PROPOSING: Final = re.compile(
    r"\b(?:see you|see u|see ya|see y'all|catch you|meet (?:you|at)|book(?:ed|ing)? (?:you|him|her|them|it|that|in)|pencil|pencill?ed"
    r"|put(?:ting)? you|you're (?:in|down|booked|set|confirmed|on|all set|good)|hold(?:ing)?|locked?|squeeze|fit you|fit (?:him|her|them)|slot|slots|opening|openings|gap|gaps"
    r"|available|availability|free|open|works?|working for|suits?|perfect|(?:is|are|'s|all) yours|can do|could do|can offer|could offer|can see you|could see you|can start|could start|we start|starting|start at"
    r"|how about|how's|what about|how does|say|come (?:by|at|over|round|in|along|for)|come|swing by|pop (?:by|in|over|round)|drop (?:by|in)"
    r"|i have|i've|i've got|i got|got|we have|have you|do you want|want|would|could we|shall we|let's|lets|make it|go (?:for|with)|aim for|confirmed?|confirming|sounds|good for|good by me|fine|great|happy with|reserved?|save|saved|schedule|scheduled"
    r"|appointment|session|lesson|i'll be (?:there|with you|at yours|round)|be there|be with you|arrive|arriving|there for|ready for you|i can|we can|i could|we could|next (?:one|free|gap)|room (?:at|for)|space|spot|spots|set for|on for|down for|expect)\b"
)
_AWAY: Final = frozenset("until till til before by since past".split())
_NOT_START: Final = re.compile(
    r"(?:until|till|til|before|by|since|finish(?:es|ed|ing)? (?:at|by|around)|end(?:s|ing)? (?:at|by|around)|close[sd]? (?:at|by)"
    r"|open(?:s)? (?:at|from)|done (?:at|by|around)|home (?:at|by|for)|leave (?:at|by|around)|leaving (?:at|by)|back (?:at|by|around|after)"
    r"|up at|land(?:s|ing)? (?:at|around)|dinner (?:at|is)|lunch (?:at|is)|(?:text|message|reply|answer|let you know|confirm|check in) (?:\w+ ){0,2}(?:at|by|around|after|before)"
    r"|(?:finished|over|through) (?:at|by)|wrap(?:s|ping)? (?:up )?(?:at|by|around)|doors? (?:open )?(?:at|is)|slow until|asleep by|bed (?:at|by)|call time(?: of| at)?|train (?:is )?at|flight (?:is )?at)\Z"
)
_CLIENTS: Final = re.compile(
    r"\b(?:your|her|his|their|the) (?:\w+ )?(?:ceremony|wedding|party|guests?|event|flight|train|meeting|class|shift|school|kids?|dinner|reservation|exam|interview|concert|show|gig|match|game|service|speeches|toast|reception|rehearsal|doors?|kick-?off|pickup|check-?in|checkout|appointment with)\b"
    r"|\b(?:guests?|doors|store|shop|park|garage|pool|gym|office|restaurant|cafe|bakery|market|library|sun|sunset|sunrise) (?:\w+ )?(?:arrives?|opens?|closes?|shuts?|sets?|rises?|starts?|is|are|at)\b"
    r"|\b(?:on stage|i teach|my last|my first|another client|my class|i'm on|already booked|rehearsal|call time|i finish|i wrap|i close|i'm done|i'm finished|i land|i'm between|my train|my flight|i leave|i eat|i sleep|i wake|i'm up|i go to bed|at the dentist)\b"
)


def is_proposed(u: Utterance, first: int, last: int) -> bool:
    """True when the time at words `[first, last)` is an appointment's start."""
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin, end = _clause(u, first, last)
    before = line[at[begin] : at[first]].rstrip()
    if _NOT_START.search(before):
        return False
    clause = line[at[begin] : at[end] if end < len(at) else len(line)]
    if _CLIENTS.search(clause):
        return False
    if _PROPOSING.search(clause):
        return True
    sentence_first, sentence_last = reading.sentence(first)
    rest = [
        w
        for i, w in enumerate(reading.words[sentence_first:sentence_last], sentence_first)
        if not first <= i < last
    ]
    filler = [w for w in rest if w not in _FILLER]
    return len(filler) <= 1


_FILLER: Final = frozenset(
    ". ! ? , ; … at @ on or and then so ok okay tonight today tomorrow this morning afternoon"
    " evening yes yep sure perfect great lovely x xx it is ? for the then instead around maybe"
    " monday tuesday wednesday thursday friday saturday sunday thanks please".split()
)


def _clause(u: Utterance, first: int, last: int) -> tuple[int, int]:
    """Return the words of the sentence around a time, cut at strong contrasts."""
    begin, end = u.reading.sentence(first)
    words = u.reading.words
    for index in range(first - 1, begin - 1, -1):
        if words[index] in ("but", "because", "though", "otherwise", "so", "—", "while"):
            begin = index
            break
    for index in range(last, end):
        if words[index] in ("but", "because", "though", "otherwise", "so", "—", "while"):
            end = index
            break
    return begin, end


def stated_day(u: Utterance, first: int, last: int) -> Days | None:
    """Return the day that a time is said of.

    The nearest day of its own sentence; else the last day of the sentence before; else
    the day that the client's message names. None where no day is stated.
    """
    reading = u.reading
    begin, end = reading.sentence(first)
    own = [d for d in u.days if begin <= d.first < end]
    if own:
        return min(own, key=lambda d: _distance(d, first, last))
    if begin:
        before, _ = reading.sentence(begin - 1)
        earlier = [d for d in u.days if before <= d.first < begin]
        if earlier:
            return earlier[-1]
    if u.inbound is not None and u.inbound.days:
        named = u.inbound.days[-1]
        return type(named)(
            first=first, last=last, begin=named.begin, until=named.until, vague=named.vague
        )
    return None


def _distance(day: Days, first: int, last: int) -> int:
    """Words between a day and a time; a day that follows is a little nearer."""
    if day.first >= last:
        return day.first - last
    return first - day.last + 1
