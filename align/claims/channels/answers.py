"""How a draft answers a client who proposes a way to talk: by text instead, or with a time for it.

"Sure, I'll text it over" agrees to something, but not to the call. "After three is best"
says neither yes nor no, and yet it takes the call up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.reading.cues import NEGATION

if TYPE_CHECKING:
    from align.claims.claim import ChannelClaim
    from align.claims.utterance import Utterance
    from align.reading import Reading

_TEXT: Final = (
    r"(?:text|texts|texting|sms|messages?|messaging|writing|text messages?|here|this (?:chat|thread))"
)
_SAID: Final = r"(?:questions?|everything|anything|it all|it|them|all|whatever|away|what you \w+)"
_NO_TALK: Final = (
    r"(?! [^.!?]*\b(?:then|and|before)\b(?: (?!no\b|not\b)[\w'-]+){0,4}"
    r" (?:call|ring|phone|talk|chat|speak|hop on|jump on|pick up)\b)"
)
"""What a text only opens is no answer in text: "message me here, then we can talk"."""
_KEPT_IN_TEXT: Final = re.compile(
    r"\b(?:keep|keeping|stick|sticking|stay|staying|do|doing|run|handle|manage|prefer|have|put"
    rf"|find)(?: (?!number\b)[\w'-]+){{0,5}} (?:to|by|via|on|over|in|through|with) {_TEXT}\b"
    r"|\b(?:all|only|just|always|rather|prefer|easiest|best|easier|better)"
    r" (?:by |on |over |via |through |in |to )?(?:text|texts"
    r"|texting)\b(?! (?:me|you|when|first|before|if)\b)"
    r"|\b(?:better|best|easier|easiest|quicker|safer)"
    r" (?:off )?(?:to |by |just |if you )*(?:text|texting|message|messaging|write)\b"
    r"|\b(?:text|message|msg)(?: me)? (?:what(?:ever)?(?! (?:time|number|day))|any questions"
    r"|your (?:questions?|queries|query))\b"
    r"|\btext(?:s|ing|ed)?(?: messages?)? (?:only|(?:is|'s|are|works?|would be)"
    r" (?:\w+ ){0,2}(?:best|easier|easiest|better|fine|good|simpler|quicker|handier|perfect|great|grand"
    r"|lovely|ideal))\b"
    r"|\bwhat (?:would you like to|do you (?:want|need) to|did you want to) (?:know|ask)\b"
    r"|\bwhat(?:'s| is) (?:the|your) question\b"
    rf"|\b(?:only|just) (?:do|use|take|answer|read|work by|go by) {_TEXT}\b"
    r"|\b(?:i'll|ill|i will|i can|i could|let me|happy to|we can)"
    r" (?:just |always |gladly )?(?:text|txt|message)"
    r" (?:(?:you|u|ya) )?(?:it|them|everything|that|those|all|over|across"
    r"|(?:the|a|my|our|some) (?!number|time|day|best|when\b)\w+)\b"
    r"|\b(?:ask|send|drop|pop|fire|put|type|write|text|message|tell|pass|share|list"
    rf"|need)(?: (?!number\b)[\w'-]+){{0,3}}? {_SAID}(?: \w+){{0,3}}?"
    r" (?:(?:right |over |through |on |in |down )?here|by text|over text|in a (?:text|message)"
    r"|as a (?:text|message))\b"
    r"|\b(?:text|message|msg|ask|write|reply|answer)(?: to)?(?: me)?"
    r" (?:right |over |on )?here\b(?! (?:first|when|before|if|once|after|so (?:i|we)"
    r"|and (?:i'll|i|we'll)|just before|as (?:soon|you))\b)"
    + _NO_TALK
    + r"|\b(?:drop|send|shoot|ping|fire)(?: me| us)? (?:a|an)"
    r" (?:quick )?(?:text|message|msg|sms)\b(?! (?:first|when|before|beforehand|if|once|after"
    r"|so (?:i|we)|and (?:i'll|i|we'll)|just before|as (?:soon|you)|to (?:say|let|warn|tell)"
    r"|with (?:a|the|your|some) (?:\w+ )?(?:times?|number|days?))\b)"
    + _NO_TALK
    + r"|(?<!if )(?<!when )(?<!in case )\bi (?:never|don't|do not|rarely|hardly ever)"
    r" (?:answer|pick up|do|take|use)(?: (?:any|the|my|phone|to))* (?:calls?|phone|phone calls?)\b"
    r"|\b(?:ask|text|message|tell)(?: me)? (?:it all|everything|anything|away"
    r"|whatever)\b[^.!?]*\b(?:here|by text)\b"
)


_USED: Final = re.compile(
    r"\b(?:sent|left|recorded|dropped|tried|missed)(?: (?:you|u|ya))?(?: (?:a|an|the|that|it|my|your"
    r"|this|by|on|over|as|to|in|quick|wee|little|long))* \Z"
)
_USED_REACH: Final = 8


def unused(inbound: Utterance, asked: list[ChannelClaim]) -> list[ChannelClaim]:
    """Return the ways to talk but those that the client has used already: "sent you a voice note"."""
    line, at = inbound.reading.line, inbound.reading.line_at
    return [c for c in asked if not _USED.search(line, at[max(0, c.first - _USED_REACH)], at[c.first])]


def stays_in_text(reading: Reading) -> bool:
    """True for a draft that wants what the client asks for in writing: "I'll text it over"."""
    return _KEPT_IN_TEXT.search(reading.line) is not None


_ON_ARRIVAL: Final = re.compile(
    r"\b(?:when|once|whenever|as soon as|if)(?: (?:i|we|i'm|im|we're|i've|i am|we are|the kids?|he|she"
    r"|they))?(?: (?:get|gets|am|are|is|'m|'s|just|right|finally|have|standing|parked|come|reach))*"
    r" (?:arrived?|arrives|there|here|outside|out front|out the front|downstairs"
    r"|at (?:the|your|yours)(?: (?:door|gate|place|house|building|entrance))?|parked(?: up)?|land|close"
    r"|nearby|round the corner)\b|\bon arrival\b"
)
_AT_DOOR: Final = re.compile(
    r"\b(?:ring|press|use|try|push|hit|buzz|find)(?: (?:on|at))?"
    r" (?:the|my|our|that|either|any)(?: (?!(?:number|phone|line|mobile|office|shop"
    r"|studio)\b)[\w-]+){0,3}? (?:doorbell|bell|buzzer|intercom|knocker|button)\b"
    r"|\b(?:just|please|or|and|,) (?:knock|tap|bang)\b"
    r"|\b(?:knock|tap|bang) (?:on|at) the (?:\w+ )?(?:door|window|gate)\b"
)


def calls_at_door(reading: Reading, inbound: Reading) -> bool:
    """True where a client would call on arrival, and the draft sends them to the door: "yes, just ring the doorbell"."""
    return _AT_DOOR.search(reading.line) is not None and _ON_ARRIVAL.search(inbound.line) is not None


_HOUR: Final = (
    r"(?:\d[\d:.]*(?: ?ish| ?[ap]m)?|noon|midday|half (?:past )?\w+|quarter \w+|one|two|three|four|five"
    r"|six|seven|eight|nine|ten|eleven|twelve"
    r"|lunch(?:time)?|dinner|tea(?:time)?|work|school|breakfast)"
)
_WHEN: Final = (
    r"(?:any ?time|whenever|(?:early |late |most |week ?(?:day|end) |this |tomorrow "
    r"|\w+day )?(?:mornings?|afternoons?|evenings?|nights?)|weekdays?|weekends?"
    r"|noon|midday|tonight|today|tomorrow|(?:next |this |on )?(?:mon|tues?|wednes|thurs?|fri|satur"
    r"|sun)days?|now|right now"
    r"|(?:after|before|from|around|about|at|between|by|till|until|say|maybe|probably"
    rf"|ideally)(?: (?:about|around|say))? (?:{_HOUR}|tomorrow|tonight|\w+day)"
    r"|in (?:\d+|a|an|half|five|ten|fifteen|twenty|thirty)(?: an| a)? ?(?:minutes?|mins?|hours?|bit|sec"
    r"|tick|moment)"
    r"|\d[\d:.]*(?: ?(?:ish|[ap]m|onwards)\b| (?:is|works|suits|tomorrow|tonight|today)\b| ?\Z)"
    r"|lunch(?:time| ?break)?)"
)
_TAKES_UP: Final = re.compile(
    r"(?:(?:hi|hey|hello|hiya|morning|afternoon|evening|oh|ah|hmm|well|honestly|thanks|let's say"
    r"|how about|would|best|maybe|perhaps|probably|ideally|most days|so)(?: (?!i\b)[\w'-]+)?(?: ,| !| —"
    r"| \.)? ){0,2}"
    r"(?:(?:i'm|i am|i'll be|we're|i) (?:usually |generally |normally |always |mostly |only )?(?:free"
    r"|around|about|available|home|here|off|done|finished|finish|reachable"
    rf"|in)(?: (?!for\b|at the\b|in the\b)[\w'-]+){{0,2}}? )?{_WHEN}(?!\w)"
)
_GIVE_ME: Final = re.compile(
    r"(?:(?:ok|just|sure)(?: ,)? )?(?:give me|gimme|gis)"
    r" (?:\d+|an?|one|two|five|ten|fifteen|twenty|half)(?: an)?(?: (?:minutes?|mins?|hours?|secs?"
    r"|seconds?|moment|tick|mo))?(?: [.!]|\Z| (?:to|and i'm|and i'll))"
)
_ABOUT_ELSE: Final = re.compile(
    r"\b(?:full|fully|booked|busy|text|message|msg|come|pop|bring|slots?|space|opening|appointment"
    r"|session|lesson|class|visit|groom|pick up|drop|see you|arrive|ready|closed|off limits|gone|taken"
    r"|hectic|chocka|packed|manic|chaos)\b"
)
_ANOTHER_QUESTION: Final = re.compile(
    r"\b(?:what time|when|where|how (?:much|long|many)|do you|are you|which|is there|have you)\b"
)
_GOOD_IDEA: Final = re.compile(
    r"(?:(?:oh|ah|ooh|yes|hi|hey|haha|lol|that's|thats|what)"
    r" (?:(?!i\b)\w+ )?(?:[,!.] )?){0,2}(?:an? )?(?:very )?"
    r"(?:great|good|lovely|brilliant|excellent|smart|fab|fantastic|perfect|cracking|super)"
    r" (?:idea|plan|shout|thinking|suggestion)(?= ?(?:[,.!—]|$))(?! ?,? (?:but|though|however|only))"
)
_GRUDGING: Final = re.compile(
    r"(?:(?:ha|haha|oh|well|yeah|ok|sure|hmm|i mean|i)(?: ,)? )*(?:if (?:you|u|ya|ye)"
    r" (?:must|like|want|insist|fancy|really must|have to)|suppose(?: so| you can)?"
    r"|guess(?: so| you can)?|up to you|suit yourself|knock yourself out"
    r"|(?:could|can|will|might|would) be)(?= ?(?:[,.!?—]|$"
    r"| (?:haha|lol|x|xx|then|so|love|mate)\b))(?! ?, (?:but|though|my|text|i (?:don't|can't|won't)))"
)
"""Assent to a call that is no more than leave to make it: "if you must"."""
_PICKS_UP: Final = re.compile(
    r"(?:(?:yes|yeah|yep|sure|ok|grand|no bother|oh|hi|hey|of course|please do"
    r"|do)(?: \w+)?(?: [,.!—])? )?(?:(?:and|then|so) )?"
    r"(?:(?:i'll|i will|we'll|i can|i should|i'd) (?:definitely |always |be sure to |be able to |try to "
    r"|try and |probably )*(?:pick up|answer|take it|hear it)"
    r"(?= ?(?:[,.!—]|$|(?:if|when|whenever|after|before|this|any ?time|straight|right|the phone|as soon"
    r"|then|ok|no (?:bother|problem))\b))"
    r"|(?:(?:my|the|your) )?(?:phone|mobile|line)(?: is| ?'s| will be)"
    r" (?:on|open|free|always on|beside me|next to me|with me|charged|right here|here|by my side"
    r"|in my (?:pocket|hand|apron))\b"
    r"|(?:ring|phone|call|dial|buzz|send|fire|whatsapp|email) away(?= ?(?:[,.!—]|$|\w))"
    r"|this (?:one|number|number here)(?: is (?:fine|good|best|perfect)| works)?(?= ?(?:[,.!—]|$))"
    r"|(?:i'm )?all ears(?= ?(?:[,.!—]|$)))"
)
"""Who says that they will answer wants to be rung: "I'll pick up", "the phone's on"."""
_OPENING_WORDS: Final = 6


def taken_up_with_time(u: Utterance, inbound: Utterance) -> tuple[int, int] | None:
    """Return the words that answer a proposed call with nothing but a time: "after 3 is best".

    They do so only where the call is the last thing that the client asks about.
    """
    asked = [c for c in inbound.channels if c.stance in (Stance.ASSERTED, Stance.ASKED)]
    if not asked or u.channels or not _ends_with(inbound.reading, asked[-1]):
        return None
    reading = u.reading
    begin = 0
    while begin < len(reading):
        end = reading.sentence(begin)[1]
        found = _time_answer(reading, begin, end)
        if found is not None or end - begin > _OPENING_WORDS:
            return found
        begin = end
    return None


def _time_answer(reading: Reading, begin: int, end: int) -> tuple[int, int] | None:
    line, at = reading.line, reading.line_at
    stop = at[end] if end < len(at) else len(line)
    match = (
        _GOOD_IDEA.match(line, at[begin], stop)
        or _GRUDGING.match(line, at[begin], stop)
        or _PICKS_UP.match(line, at[begin], stop)
    )
    if match is not None:
        return reading.words_of(match.start(), match.end())
    match = _TAKES_UP.match(line, at[begin], stop) or _GIVE_ME.match(line, at[begin], stop)
    if match is None or _ABOUT_ELSE.search(line, at[begin], stop) is not None:
        return None
    if any(reading.marks[i] & NEGATION for i in range(begin, end)):
        return None
    last = end - 1 if reading.words[end - 1] in (".", "!", "?") else end
    return begin, last


def _ends_with(reading: Reading, asked: ChannelClaim) -> bool:
    """True where the client asks about nothing else behind the call."""
    if asked.last >= len(reading):
        return True
    behind = reading.line[reading.line_at[asked.last] :]
    return "?" not in behind.rstrip(" ?") and _ANOTHER_QUESTION.search(behind) is None
