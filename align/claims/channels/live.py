"""Talk that is live although it names no channel: "voice or text", "jump online at seven", "let's speak tonight"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.talking import SIZE, words_before

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.reading import Reading

_BY_VOICE: Final = re.compile(
    r"voice (?:to voice\b|(?:or|and) (?:text|message)s?(?= ?[,.!?;—\n]|\Z"
    r"| (?:is|are|works?|whichever|whatever|both|either))|is (?:\w+ )?(?:easier|best|better|quicker)\b)"
)
_OR_VOICE: Final = re.compile(r"\b(?:text|message)s? (?:or|and) \Z|\bby \Z")
_HEAR_IT: Final = re.compile(
    r"\b(?:love|like|lovely|nice|good|great|want|easier|best|helps?|prefer)"
    r" (?:for (?:me|us) )?(?:to )?(?:hear|hearing) (?:your|an actual|a real|each other 's) \Z"
)


def read_voiced(reading: Reading, index: int) -> Proposal | None:
    """Read "voice" where it is how people talk: "voice to voice", "text or voice"."""
    match = _BY_VOICE.match(reading.line, reading.line_at[index])
    if match is not None:
        return index, reading.words_of(match.start(), match.end())[1], "phone call"
    before = words_before(reading, index)
    alone = index + 1 >= len(reading) or not reading.words[index + 1].isalpha()
    if (_OR_VOICE.search(before) and alone) or _HEAR_IT.search(before):
        return index, index + 1, "phone call"
    return None


_TIME: Final = (
    r"(?:tonight|tomorrow|today|this (?:morning|afternoon|evening|week)"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:at|around|after|before|about) (?:\d|noon|lunch|half|one|two|three|four|five|six|seven|eight"
    rf"|nine|ten|eleven)|for (?:a |an )?(?:{SIZE}|few|couple|\d+)\b)"
)
_SPOKEN: Final = re.compile(
    r"(?:talk|speak|chat)(?: (?:it|this|things|everything) (?:over|through)| properly| briefly| quickly"
    r"| first)*"
    rf" (?:live|out loud|aloud|in real time|{_TIME})"
)
_SPEAK: Final = re.compile(
    rf"speak(?: properly| briefly| quickly| first)*(?: {_TIME}| first| beforehand| before\b)"
)
_OUR_PLAN: Final = re.compile(
    r"(?:\b(?:let'?s|we can|we could|can we|could we|shall we|should we|happy to|glad to|free to|able to"
    r"|love to|like to|time to|i can|i could|i'd rather|can you"
    r"|are you (?:free|around) to)(?: (?:always|also|just|then|maybe|quickly|briefly))*) \Z"
)
_LIVE_ONLY: Final = re.compile(r"\b(?:live|out loud|aloud|in real time)\Z")


def read_speaking(reading: Reading, index: int) -> Proposal | None:
    """Read "let's speak tonight at seven", "we could talk live for five minutes".

    To talk or to chat at a time may be done by text; to speak, or to talk live, may not.
    """
    line, at = reading.line, reading.line_at
    match = (_SPEAK if reading.words[index] == "speak" else _SPOKEN).match(line, at[index])
    if match is None or _OUR_PLAN.search(words_before(reading, index)) is None:
        return None
    if reading.words[index] != "speak" and _LIVE_ONLY.search(match.group()) is None:
        return None
    return index, reading.words_of(at[index], match.end())[1], "phone call"


_MEETING: Final = re.compile(
    r"\b(?P<verb>jump|hop|pop|meet|catch up|chat|talk|speak|see (?:you|me|each other|one another)"
    r"|get together|connect|face to face|link up|share (?:a|my|the)"
    r"|(?:look|go|run|walk|flick|talk)(?: you)? (?:at|through|over)"
    r" (?:it|them|that|everything|(?:the|your|my) [\w-]+(?: (?!on\b|online\b)[\w-]+)?)(?: all)? together"
    r"|come|get|go|be|do (?:it|this|that|(?:the|a|our|your)"
    r" (?:\w+ )?(?:consult|consultation|chat|meeting|intro|catch - ?up|first (?:one|chat|consult))))"
    r"(?: (?:up|first|properly|quickly|briefly|both|together))*"
    r" (?:on |over |via |through )?(?:the |your |a |a shared )?\Z"
)
_OUR: Final = re.compile(r"\b(?:let'?s|we|us|shall|i|i'd|i'll|i can|happy|both|the (?:two|three|four) of)\b")
_ANYBODY: Final = frozenset(
    ("jump", "hop", "pop", "talk", "chat", "speak", "connect", "come", "get", "go", "be")
)
"""What anybody does on the web: "hop online and grab a slot"."""
_LOOKED: Final = ("look", "go ", "run ", "walk ", "flick ", "talk you", "talk through")
"""What is looked at together is so in a room, unless the screen is shared."""
_ON_CAMERA: Final = re.compile(
    r"\b(?:let'?s|i'll|i can|we can|we could|we'll|shall we|both|both of us) (?:\w+ )?on \Z"
)
_TURNED_ON: Final = re.compile(r"\b(?:put|turn|switch) (?:your|ur|our) \Z")
_SERVES_ITSELF: Final = re.compile(
    r"\w+ (?:and|to) (?:\w+ )?(?:book|grab|pick|check|choose|look at (?:the|my) (?:calendar|diary|times)"
    r"|see|fill|pay|find|reserve|order|sign|browse|have a (?:look|browse))\b"
)


def read_online(reading: Reading, index: int) -> Proposal | None:
    """Read "meet online", "jump online for twenty minutes": people who see each other on a screen."""
    line, at = reading.line, reading.line_at
    before = words_before(reading, index)
    meeting = _MEETING.search(before)
    if reading.words[index] == "camera" and before.endswith("the "):
        return None
    if before.endswith(("your ", "ur ", "our ")) and _TURNED_ON.search(before) is not None:
        on = reading.words[index + 1 : index + 2] == ["on"]
        return (index - 2, index + 2, "video call") if on else None
    if meeting is None or _SERVES_ITSELF.match(line, at[index]):
        return None
    if meeting["verb"].startswith(_LOOKED) and not before.endswith((" shared ", "together ")):
        return None
    lead = before[: meeting.start()]
    if meeting["verb"] in ("come", "get", "go", "be") and not _ON_CAMERA.search(before):
        return None
    if meeting["verb"] in _ANYBODY and _OUR.search(lead) is None:
        return None
    start = at[index] - len(before) + meeting.start()
    return reading.word_at(start), index + 1, "video call"
