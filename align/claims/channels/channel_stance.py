"""The stance towards a channel: what questions put forward, and refusals that hold no negation.

This refines `stance_of` where channels have ways of their own: "would a quick call help?"
proposes one, "skip the voice notes" turns them down.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.callers import calls_us
from align.claims.channels.spared_talk import is_spared
from align.claims.channels.urged import is_urged
from align.claims.claim import Stance
from align.claims.stance import stance_of

if TYPE_CHECKING:
    from align.reading import Reading

_REACH: Final = 24
_PUT_FORWARD: Final = re.compile(
    r"\b(?:would|could|can|shall|should|want|wanna|fancy|how about|what about|up for|maybe|will|is|might"
    r"|let'?s"
    r"|good time|best time|suits?|works?|feel free|please|happy to)\b"
)
_ASKS_HABIT: Final = re.compile(
    r"\b(?:do|did|have|are|were|was|had|does) (?:you|u|ya|ye)\b|\b(?:who|what's|where|why)\b"
)
_TURNED_DOWN: Final = re.compile(
    r"(?:(?:just|really|always|never|usually|generally) )*"
    r"(?:don't|doesn't|do not|does not|won't|never|aren't|isn't|are not|is not|can't|rarely|hardly)"
    r"(?: (?:really|usually|always|quite|generally|tend to))*"
    r" (?:suit|work|happen|reach|get|help|go|come|make|possible|ideal|great|good|best|for me|my"
    r"|something|an option|available|on)\b"
    r"|(?:(?:tend to|always|just|often|usually|only|mostly) )*(?:(?:get|gets|are|is) (?:lost"
    r"|wasted) on (?:me|us)"
    r"|(?:get|gets|go|goes) (?:lost|unheard|unanswered|unread|unnoticed|missed)"
    r"|(?:drive|drives) (?:me|us) (?:mad|crazy|nuts|up the wall))\b"
    r"|, (?:then )?(?:(?:i'm )?afraid |sorry |unfortunately |but )*(?:i|we|that|it|i'm|that's"
    r"|it's)(?: \w+){0,2}?"
    r" (?:not able|can't|cannot|don't|unable|isn't|not something|won't|not possible)\b"
    r"(?: \w+){0,3} (?:that|it|those|them|this|offer|option|do|possible)\b"
)
"""Turned down behind its name: "voice notes don't work for me"."""
_SPARED: Final = re.compile(
    r"\b(?:skip|avoid|forget|ditch|leave out|spare me|enough with|go easy on|no need for|instead of"
    r"|rather than)"
    r"(?: (?:the|a|an|any|those|these|all))* \Z"
)
"""Turned down before it: "skip the voice notes"."""
_SPARED_ENDS: Final = tuple(
    word + " "
    for word in "skip avoid forget ditch out me with on for of than the a an any those these all".split()
)
"""What `_SPARED` can end with."""


_CONCEDED: Final = re.compile(
    r"\b(?:i|we) (?:(?:do|totally|completely|fully|really) )?(?:know|understand|get|realise|realize"
    r"|appreciate)"
    r"(?: (?!but\b)[\w'-]+){0,4} \Z"
)
"""What is granted before a "but": "I know a call would be handier, but …"."""


_TOLD_THROUGH: Final = re.compile(
    r"\b(?:tell|explain|say|ask|show|describe)(?: (?:me|you|us|it|them|all|everything|more))* \Z"
)
"""What is told over the phone is no quotation: "can you tell me over the phone"."""


def channel_stance(reading: Reading, first: int, last: int) -> Stance:
    """Return the stance towards the channel that the words `[first, last)` name."""
    if calls_us(reading, first, last) or _IN_NOTE.search(_before(reading, first)):
        return Stance.QUOTED
    stance = stance_of(reading, first, last)
    if stance is Stance.ASSERTED:
        return _of_asserted(reading, first, last)
    if stance is Stance.ASKED and (_proposes(reading, first) or _is_wished_for(reading, first, last)):
        return Stance.ASSERTED
    if stance is Stance.REFUSED and _NOT_TEXT.search(_before(reading, first)):
        return Stance.ASSERTED
    if stance is Stance.QUOTED and _is_granted(reading, first, last):
        return Stance.ASSERTED
    if (
        stance is Stance.QUOTED
        and reading.words[first] in _MEDIA
        and _TOLD_THROUGH.search(_before(reading, first))
    ):
        return Stance.ASSERTED
    if (
        stance is Stance.QUOTED
        and not (_is_me(reading, first) or _ME.intersection(reading.words[last - 1 : last + 1]))
        and _OURS.search(_before(reading, first))
    ):
        return Stance.ASSERTED
    if stance is Stance.QUOTED and _is_me(reading, first) and _may_call(_before(reading, first)):
        return Stance.ASSERTED
    return stance


def _of_asserted(reading: Reading, first: int, last: int) -> Stance:
    """Return the stance towards a channel that nothing in its own clause turns."""
    if (
        _is_turned_down(reading, first, last)
        or _would_but(reading, first, last)
        or is_spared(reading, first, last)
    ):
        return Stance.REFUSED
    if is_urged(reading, first, last) or _is_conceded(reading, first, last):
        return Stance.QUOTED
    return Stance.ASSERTED


_WOULD: Final = re.compile(
    r"\b(?:i'd|i would|we'd|we would)(?: (?:happily|gladly|just|normally|usually|love to))* \Z"
)
_BUT_NOT: Final = re.compile(
    r"(?: (?!but\b)[\w'-]+){0,6}(?: ,)? but (?:i|we|my|our|it|the|that)(?: \w+){0,2}? ?(?:don't|dont"
    r"|can't|cant|haven't|havent"
    r"|won't|wont|never|am not|'m not|isn't|not)\b(?! have (?:your|ur|you)\b)"
    r"(?!(?: [\w'-]+){0,3}? (?:before|till|til|until|had|eaten)\b)"
    r"(?! (?:want to|wanna|know|sure|certain|mind|need|have to|charged|(?:take|be) long|long)\b)"
)
"""Behind what would be: it is not done at all; what cannot be "before 3", or "won't take long", is done."""


def _would_but(reading: Reading, first: int, last: int) -> bool:
    """True for "I'd send you an email but I don't use one": what would be, and is not."""
    line, at = reading.line, reading.line_at
    if last >= len(reading) or _WOULD.search(_before(reading, first)) is None:
        return False
    return _BUT_NOT.match(line, at[last] - 1) is not None


_AS_ASKED: Final = re.compile(
    r"(?: \w+)? (?:as|like|since|because) (?:you|u|ya)"
    r" (?:asked|said|wanted|mentioned|suggested|requested|want|prefer|like)\b"
)
_WE_DO: Final = re.compile(
    r"(?:\b(?:i'll|we'll|i will|we will|happy to|glad to|i can|we can)|(?:\A|[,.!] )let me)(?: \w+)? \Z"
)


def _is_granted(reading: Reading, first: int, last: int) -> bool:
    """True for "I'll call you as you asked": what the client said is what the speaker will do."""
    line, at = reading.line, reading.line_at
    if last >= len(reading) or _AS_ASKED.match(line, at[last] - 1) is None:
        return False
    verb = line[at[first] : at[last]].split(" ", maxsplit=1)[0]
    return verb in _WILL or _WE_DO.search(_before(reading, first)) is not None


_WILL: Final = frozenset(("i'll", "we'll"))
_IN_NOTE: Final = re.compile(
    r"\b(?:you|(?:your|ur) (?:\w+ )?(?:note|message|msg|text|voicemail|form|booking|profile|bio|letter"
    r"|card|caption|p ?\.? ?s))(?: ?'ve| have| had)?(?: just)?"
    r" (?:(?:end|sign|open|close|finish|start)(?:ed|s)?|began|begins|said|says|reads?)(?: off| up"
    r"| out)?(?: with| on)?(?: :| ,)? (?:[\"“«][^\"”»]{0,40}|['‘](?:(?! ['’] )[^\"”»]){0,40})\Z"
)
"""The client's own words, repeated: 'your note ended with "call me Lasse"'."""
_NOT_TEXT: Final = re.compile(
    r"\b(?:don't|dont|do not|stop|not|no) (?:text|texts|texting|message"
    r"|messaging)(?: me)?(?: [,.;—-])?(?: (?:just|please|but))* \Z"
)
"""What is turned down is the text, and the channel is put in its place: "don't text, ring"."""
_OURS: Final = re.compile(
    r"\b(?:my|our)(?: [\w'-]+){1,3} (?:will|can|could|would|'ll|(?:is|are) going to"
    r"|(?:wants?|needs?|is happy|are happy) to)(?: \w+)? \Z"
)
"""Who speaks for the speaker calls: "my wife will ring you"."""
_THEY_MAY: Final = re.compile(
    r"\b(?:your|ur) (?:[\w'-]+ ){1,2}(?:can|could|may|should|is welcome to)(?: (?:always|just|also))? \Z"
)
"""Somebody of the client's is invited to call: "your mum can ring me"."""
_MEDIA: Final = frozenset("over on by via through".split())


_SAID: Final = re.compile(
    r"\b(?:if|whether|ask|asked|asking|said|says|say|think|thought|wondered|mentioned)\b"
)


def _may_call(before: str) -> bool:
    """True for "your mum can ring me", and not where that is what the client asked."""
    return _THEY_MAY.search(before) is not None and _SAID.search(before) is None


def _is_me(reading: Reading, first: int) -> bool:
    return not _ME.isdisjoint(reading.words[first : first + 3])


_ME: Final = frozenset(("me", "us"))


_EASIER: Final = re.compile(
    r"(?: \n)* (?:(?:it's|that's|it'd be|it would be|that'd be|would be|way|much|bit|a|lot|so|far"
    r"|probably|might be|just|i find it|i'd find it) )*(?:easier|handier|quicker|simpler|faster"
    r"|better)(?= (?:for|there|to|that way|than|on|if)\b| ?[.!,]|$)"
    r"|(?: \n)* (?:i|we)(?:'ll| will| can| could) (?:talk|chat|speak|text|message|carry on|catch up"
    r"|do it|send (?:you )?a link) ?(?:there|on (?:that|it)|over (?:that|it)|\Z|[.!])"
)
"""Behind a question for an app: why it is asked, "do you use WhatsApp? Easier for me"."""


def _is_wished_for(reading: Reading, first: int, last: int) -> bool:
    """True for "what's your …?", read only where something is sent there, and where the next sentence wishes for it."""
    if reading.words[first] in ("your", "ur"):
        return True
    end = reading.sentence(last - 1)[1]
    if reading.words[end - 1] != "?" or end >= len(reading):
        return False
    return _EASIER.match(reading.line, reading.line_at[end] - 1) is not None


def _proposes(reading: Reading, first: int) -> bool:
    before = _before(reading, first)
    return _PUT_FORWARD.search(before) is not None and _ASKS_HABIT.search(before) is None


def _is_turned_down(reading: Reading, first: int, last: int) -> bool:
    if last < len(reading) and _TURNED_DOWN.match(reading.line, reading.line_at[last]):
        return True
    before = _before(reading, first)
    return before.endswith(_SPARED_ENDS) and _SPARED.search(before) is not None


def _is_conceded(reading: Reading, first: int, last: int) -> bool:
    line, at = reading.line, reading.line_at
    end = min(reading.sentence(first)[1], last + _REACH)
    behind = line[at[last] : at[end] if end < len(at) else None] if last < len(at) else ""
    return " but " in behind and _CONCEDED.search(_before(reading, first)) is not None


def _before(reading: Reading, first: int) -> str:
    line, at = reading.line, reading.line_at
    return line[at[max(reading.sentence(first)[0], first - _REACH)] : at[first]]
