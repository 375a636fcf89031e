"""Messengers and meeting apps in words: "add me on telegram", "on Zoom".

A mention of one proposes it unless it is a message that came, a post or plain speech
("signal is bad", "zoom in").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.app_words import APP_DOES, MOVED, TALKING, is_plain_word

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.reading import Reading

BACK: Final = 12

MESSENGERS: Final = {
    "whatsapp": "whatsapp", "wa": "whatsapp", "whatsap": "whatsapp", "telegram": "telegram", "viber": "viber",
    "wechat": "wechat", "kik": "kik", "messenger": "messenger", "discord": "discord", "snapchat": "snapchat",
    "imessage": "sms", "skype": "skype", "facetime": "facetime", "hangouts": "hangouts", "signal": "signal",
    "line": "line", "slack": "slack", "zoom": "zoom", "teams": "microsoft teams", "meet": "google meet",
    "duo": "duo", "snap": "snapchat", "tg": "telegram", "gmeet": "google meet", "watsapp": "whatsapp",
    "wotsapp": "whatsapp", "whatsapps": "whatsapp", "groupme": "groupme", "kakaotalk": "kakaotalk",
    "kakao": "kakaotalk", "zalo": "zalo", "threema": "threema", "botim": "botim", "voxer": "voxer",
    "webex": "webex", "jitsi": "jitsi", "gchat": "google chat", "qq": "qq",
}  # fmt: skip
PLAIN_WORDS: Final = frozenset("signal line slack zoom teams meet duo snap kik wa messenger discord".split())
"""Apps whose name is a word: they need a word of talking around them."""

_BY_APP: Final = re.compile(
    r"\b(?P<by>on|via|over|through|thru|by|to|with|onto)(?: (?:my|our|the|a|quick))*(?: google"
    r"| microsoft| ms| fb| facebook)? \Z"
)
RECEIVED: Final = re.compile(
    r"\byou(?:'ve)? (?:sent|shared|posted|put|dropped|uploaded)(?: \w+){0,3} \Z"
    r"|\bgot (?:the |your |ur |a |an |that |this )(?:\w+ )?(?:on |in )?(?:my |our )?\Z"
    r"|\b(?:saw|seen|heard|loved|received|missed|thanks for|thank you for|cheers for|posted|post|posts"
    r"|story|stories|status|your|ur|their|his|her|last|from|since|after)"
    r" (?:the |your |ur |a |an |that |this |our |my )?(?:\w+ )?(?:on |in )?(?:my |our )?\Z"
)
_APP_VERB: Final = re.compile(
    r"\w+ (?:me|us|you|ya|u|ye|it over|them over|the (?:pics?|photos?|details|address|list)"
    r"|your (?:pics?|photos?)|over|pics|photos)\b"
)
_APP_LEAD: Final = re.compile(
    r"\b(?:(?:message|msg|add|find|reach|text|ping|chat|talk|speak|hit|contact|call|video|hop|jump|get"
    r"|go|meet|send|write|reply|drop|switch|move|catch|connect|do(?! not\b))(?: [\w']+){0,9}?)"
    r" (?:on|via|over|through|thru|by|to|with|onto)(?: (?:my|our|the|a|an|quick))*(?: google| microsoft"
    r"| ms| fb| facebook)? \Z"
    r"|\b(?:a|my|our|quick)(?: google| microsoft| ms| fb| facebook)? \Z"
    r"|\b(?:on|via|over|through|thru)(?: (?:my|our|the|a))?(?: google| microsoft| ms| fb| facebook)? \Z"
    r"|\b(?:google|microsoft|ms|fb|facebook) \Z"
)


_OTHERS_THERE: Final = re.compile(
    r"\b(?:people|they|everyone|everybody|folks|students|clients|kids|others|he|she"
    r"|half the \w+)(?: \w+){0,2} (?:were|was|are|is|had|has|have|have been|got|kept|sat|stared|spent"
    r"|spends?|wastes?|lives?|hangs?|plays?|chats?|felt"
    r"|feel)\b(?!.*\b(?:i'll|let'?s|we can|you can|me|us)\b)"
    r"|\b(?:people|they|everyone|everybody|folks|kids|others)"
    r" (?:\w+ )?(?:use|uses|used|prefers?|love|loves) \Z"
    r"|\b(?:everyone|everybody|nobody|no one) ?'s(?: \w+)?"
    r" (?:on|using|over on|moved to)\b(?!.*\b(?:i'll|let'?s|we can|you can|me|us)\b)"
)
"""What other people do there: "everybody was looking at themselves on Zoom"."""
_BY_ENDS: Final = tuple(
    word + " "
    for word in "on via over through thru by to with onto my our the a an quick google microsoft ms fb facebook".split()
)
"""What `_BY_APP` and `_APP_LEAD` can end with."""


BEST_WAY: Final = re.compile(
    r"\b(?:easiest|best|quickest|fastest|simplest|handiest|preferred|favou?rite|surest|easier|better|quicker)"
    r" (?:way|bet|app|option|channel|method|means|thing for|one for|for me|for us"
    r"|for both)\b[^.!?,;]{0,40} (?:is|'s|would be|is on|is by|is via|is over|is through) \Z"
)
"""What is named behind it is how to talk: "the easiest way to reach me is Telegram"."""


def by_app(before: str) -> re.Match[str] | None:
    """Return the preposition that an app's name stands behind: "on my "."""
    return _BY_APP.search(before) if before.endswith(_BY_ENDS) else None


def app_lead(before: str) -> re.Match[str] | None:
    """Return the words that lead up to an app's name, from their verb on: "message me on "."""
    return _APP_LEAD.search(before) if before.endswith(_BY_ENDS) else None


def app_before(reading: Reading, index: int) -> str:
    """Return the words of the sentence before word `index`, as many as name an app's use."""
    line, at = reading.line, reading.line_at
    first = max(reading.sentence(index)[0], index - BACK)
    return line[at[first] : at[index]]


def read_messenger(reading: Reading, index: int) -> Proposal | None:
    """Read a messenger's or a meeting app's name."""
    word = reading.words[index]
    line, at = reading.line, reading.line_at
    before = app_before(reading, index)
    by = by_app(before)
    if (
        word in _MEETING
        and (not before or before.endswith(_CLAUSE_OPENS))
        and _AT_A_TIME.match(line, at[index])
    ):
        return index, index + 1, MESSENGERS[word]
    if before.endswith(_MINE) and _HANDLE_BEHIND.match(line, at[index]):
        return None
    if word in PLAIN_WORDS and is_plain_word(reading, index, before, by):
        return None
    if RECEIVED.search(before) or _OTHERS_THERE.search(before):
        if before.endswith(("your ", "ur ")) and _is_written_to(reading, index, before):
            return index - 1, index + 1, MESSENGERS[word]
        if _SEND_YOURS.search(before) is None:
            return None
    after = APP_DOES.match(line, at[index]) or _APP_VERB.match(line, at[index])
    if after is None and not _is_proposed(reading, index, before, by):
        return None
    if after is not None and word not in _CALLED_OVER and _IS_CALL.search(after.group()):
        return None
    return _spanned(reading, index, before, after, MESSENGERS[word])


_CALLED_OVER: Final = frozenset("zoom facetime skype teams".split())
_IS_CALL: Final = re.compile(r" (?:call|calls|chat)$")
_ASKED_FOR: Final = re.compile(
    r"\b(?:what's|what is|whats|send|give|share|drop|pop|text|need|get|grab|have"
    r"|got)(?: (?:me|us|over|you|i))* (?:your|ur) \Z"
)
_WRITES_THERE: Final = re.compile(
    r"\w+(?: (?:number|no|id|name|handle|username|user))?(?: (?:please|pls))?(?: (?:[?.!,—-]|and|so|then))+"
    r" (?:i'll|ill|i will|i can|i could|we'll|we can|let me|to)(?: (?:just|then|also))?"
    r" (?:send|add|message|msg|ping|drop|pop|share|forward|fire|flick|shoot|call|ring|video|write)\b"
)
"""The client's name there, asked for so that the professional can write to it: "what's your WhatsApp? I'll send the form"."""

_TO_YOURS: Final = re.compile(
    r"\b(?:i'll|ill|i will|i can|i could|we'll|let me|happy to|shall i|can i"
    r"|could i)(?: (?:just|then|also))* (?:send|forward|pop|fire|flick|ping|shoot|drop|share|whizz|bung"
    r"|chuck|put)(?: [\w'-]+){0,6}? (?:to|on|over|through) (?:your|ur) \Z"
)
"""Where something is to go: "I'll send the pics to your WhatsApp"."""
_SEND_YOURS: Final = re.compile(
    r"(?<!you )(?<!u )\b(?:send|share|drop|pop|forward|fire|flick|ping|pin"
    r"|shoot)(?: (?:me|us|over|through|on))* (?:your|ur|the|a|that) (?:\w+ )?(?:on|over|via|by|through)"
    r" (?:the )?\Z"
)
"""What the client is to send, and did not yet: "send your location on WhatsApp"."""


def _is_written_to(reading: Reading, index: int, before: str) -> bool:
    """True where the professional is to write to the client's app at word `index`."""
    if _TO_YOURS.search(before):
        return True
    line, at = reading.line, reading.line_at
    return _ASKED_FOR.search(before) is not None and _WRITES_THERE.match(line, at[index]) is not None


_MEETING: Final = frozenset("zoom facetime skype whatsapp".split())
_CLAUSE_OPENS: Final = (", ", ": ", "so ", "then ", "ok ", "okay ", "yes ", "— ", "- ")
_AT_A_TIME: Final = re.compile(
    r"\w+ (?:(?:at|@|around|from) (?:\d|noon|half|quarter|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve)"
    r"|(?:tonight|tomorrow|this (?:morning|afternoon|evening)|(?:on )?\w+day)(?: |\Z)(?!is|was|got|will|has))"
)
"""An app and a time are a proposal: "Zoom at eight then"."""


_BEFORE_APP: Final = re.compile(
    r"\b(?:a|quick|short|little|wee|brief|minute|use|using|try|prefer|got|have|do|or|and|my|our|to|into"
    r"|open|google|microsoft|ms|fb|facebook|with|by|how about|what about|maybe|love|like|facetime|skype"
    r"|whatsapp|can|could|let'?s|we'll|i'll|just|wanna|want to|we"
    r"|(?:can|could|would|will|shall|may|should) (?:you|u|ya|i|they|he"
    r"|she)(?: (?:just|quickly|please))?) \Z"
)


_IS_IT_OK: Final = re.compile(r"\w+ (?:ok|okay|alright|good|fine|possible|poss) \?")
"""A proposal as short as can be: "FaceTime ok?"."""


def _is_proposed(reading: Reading, index: int, before: str, by: re.Match[str] | None) -> bool:
    """Tell a proposal of an app from talk about it: "my uncle thinks Skype is a yoghurt"."""
    if by is not None:
        return (
            by["by"] in ("on", "via", "over", "through", "thru", "by")
            or TALKING.search(before) is not None
            or MOVED.search(before) is not None
        )
    if BEST_WAY.search(before) is not None:
        return True
    following = reading.words[index + 1 : index + 2]
    asked = following == ["?"] or _IS_IT_OK.match(reading.line, reading.line_at[index]) is not None
    return asked or _BEFORE_APP.search(before) is not None or (before == "" and not following)


_FACE_TIME: Final = re.compile(
    r"face time (?:me|us|you|u)\b|face time(?= (?:call|chat|tonight|tomorrow|later|first|instead|works"
    r"|is (?:best|easier|better|fine)|ok)\b| ?\?)"
)
_TO_FACE_TIME: Final = re.compile(
    r"\b(?:can|could|shall|should|let'?s|wanna|want to|will|happy to|i'll|we'll|we|quick|on|over|via|by)"
    r" (?:we |you |u |i |a |just |quick )*\Z"
)


def read_face(reading: Reading, index: int) -> Proposal | None:
    """Read "face time me": the app, written apart; "some face time with you" is none."""
    if reading.words[index + 1 : index + 2] != ["time"]:
        return None
    before = app_before(reading, index)
    match = _FACE_TIME.match(reading.line, reading.line_at[index])
    if RECEIVED.search(before) or (match is None and not _TO_FACE_TIME.search(before)):
        return None
    last = index + 2 if match is None else reading.words_of(match.start(), match.end())[1]
    return index, last, "facetime"


def read_app(reading: Reading, index: int) -> Proposal | None:
    """Read "app" in "whats app", written apart."""
    if index == 0 or reading.words[index - 1] not in ("whats", "what's", "what"):
        return None
    before = app_before(reading, index - 1)
    after = APP_DOES.match(reading.line, reading.line_at[index])
    verb = _APP_VERB.match(reading.line, reading.line_at[index])
    if RECEIVED.search(before) or (after is None and verb is None and by_app(before) is None):
        return None
    first, last, channel = _spanned(reading, index, before, after or verb, "whatsapp")
    return min(first, index - 1), last, channel


_MINE: Final = ("my ", "our ")
_HANDLE_BEHIND: Final = re.compile(
    r"\w+(?:'s)?(?: (?:id|name|handle|username|account|user))?(?: (?:is|'s|:|=))(?! (?:best|better"
    r"|easier|easiest|fine|good|open|always|on|great|quicker|quickest|the)\b)"
)
"""A name there that is given: who gives a handle invites nobody yet."""


def _spanned(
    reading: Reading, index: int, before: str, after: re.Match[str] | None, channel: str
) -> Proposal:
    """Widen an app's name to the words that propose it."""
    at = reading.line_at
    lead = app_lead(before)
    first = index if lead is None else reading.word_at(at[index] - len(lead.group()))
    last = index + 1
    if after is not None and re.search(
        (
            r" (?:me|us|you|ya|u|ye|works?|call|session|lesson|link|meeting|best|easier|easiest|better"
            r"|fine|good"
            r"|grand|great|quicker|handier)$"
        ),
        after.group(),
    ):
        last = reading.words_of(at[index], after.end())[1]
    return first, last, channel
