"""Messengers and meeting apps in words: "add me on telegram", "on Zoom".

A mention of one proposes it unless it is a message that came, a post or plain speech
("signal is bad", "zoom in").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.talking import OTHERS_CALL

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
_TALKING: Final = re.compile(
    r"\b(?:message|messages|messaging|msg|add|find|reach|text|txt|ping|chat|talk|speak|hit|contact|call"
    r"|video|hop|jump|get|go|meet|send|write|lesson|lessons|session|sessions|class|classes|consult"
    r"|consultation|do|switch|move|drop|have|reply|answer|it|available|reachable|contactable|online|buzz"
    r"|join|catch|connect|shout|holler|use|using|prefer|easier|easiest|best|better|i'm|im|us|me)\b"
)
RECEIVED: Final = re.compile(
    r"\byou(?:'ve)? (?:sent|shared|posted|put|dropped|uploaded)(?: \w+){0,3} \Z"
    r"|\bgot (?:the |your |ur |a |an |that |this )(?:\w+ )?(?:on |in )?(?:my |our )?\Z"
    r"|\b(?:saw|seen|heard|loved|received|missed|thanks for|thank you for|cheers for|posted|post|posts"
    r"|story|stories|status|your|ur|their|his|her|last|from|since|after)"
    r" (?:the |your |ur |a |an |that |this |our |my )?(?:\w+ )?(?:on |in )?(?:my |our )?\Z"
)
_APP_DOES: Final = re.compile(
    r"\w+ (?:me|us|you|ya|u|ye|calls?|chat|chats|sessions?|lessons?|class|classes|check - ?(?:ins?|ups?)"
    r"|check(?:ins?| ?ins?| ups?)|consults|consultations|catch - ?ups?|coaching|training|workouts?"
    r"|tutorials?|reviews?|meetings?|link|works?|would (?:work|suit|do)"
    r"(?![^.!?;]{0,60}(?:, not | but (?:i|we) | i only | if (?:i|we) ))|(?:(?:group|chat|dms?) ?)?(?:is|'s)"
    r" (?:(?:the|my|our|probably|always|definitely|just|usually) )+(?:best|easiest|quickest|fastest"
    r"|simplest)|(?:group|chat) ?(?:is|'s) (?:best|easier|easiest|better|grand|fine)"
    r"|is (?:best|easier|easiest|better|fine|good|grand|great|quicker|quickest|handier|perfect|ok|okay"
    r"|open|an option|available)|'s (?:best|easier|easiest|better|fine|good|grand|great|quicker|handier)"
    r"|would be (?:best|easier|better|great|good|grand|fine|perfect|ideal|lovely|brilliant|handier|handy"
    r"|quicker|simpler)|instead|consult|consultation)\b"
)
_APP_VERB: Final = re.compile(
    r"\w+ (?:me|us|you|ya|u|ye|it over|them over|the (?:pics?|photos?|details|address|list)"
    r"|your (?:pics?|photos?)|over|pics|photos)\b"
)
_OTHER_SENSE: Final = {
    "signal": re.compile(r"signal (?:on|is|in|was|bad|dodgy|strength|keeps|drops?|dropped|cut|down|here|there|up|the|for|'s"
r"|when|if)\b(?! (?:fine|best|easier|me|good for|works))"),
    "zoom": re.compile(r"zoom (?:right |straight |way )?(?:in|out|lens|lenses|into|up|through|past|round|around|off"
r"|on the(?! (?:\w+day|weekend|\d))|closer)\b"),
    "line": re.compile(r"line"),
    "meet": re.compile(r"meet"),
    "teams": re.compile(r"teams (?:of|are|in|from|that|who)\b"),
    "snap": re.compile(r"snap (?:a|an|some|the|up|on|it|back|decision|of|judg\w+|out|shut|fastener|button|buttons|of)\b"),
    "slack": re.compile(r"slack (?:off|on|for|in)\b"),
}  # fmt: skip
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


_MINE_SIGNALS: Final = re.compile(r"\b(?:my|our) \w+(?: \w+)? (?:will|can|could|may|'ll|to)(?: \w+)? \Z")
"""Who waves from the aisle: "my assistant can signal me"."""
MOVED: Final = re.compile(
    r"\b(?:take|taking|bring|bringing|move|moving|switch|switching|shift|shifting|continue|carry on|carry)"
    r"(?: (?:this|it|that|things|everything|our|the|my|your|chat|chats|conversation|convo|thread|talk|us"
    r"|on|over|across|back))*"
    r" (?:to|onto|on to|over on|into) \Z"
)
"""A talk that is to go on there: "let's take this to Telegram"."""
_TOLD: Final = re.compile(
    r"\b(?:i'm|im|i am|we're|we are|i'll be|you'll find me|you can find me|also|both|available|reachable"
    r"|contactable)(?: (?:also|always|usually|mostly|only|just|too|here))* (?:on|via|over|through) \Z"
    r"|\b(?:add|message|msg|text|find|reach|get|ping|chat|talk|contact|call|video)"
    r" (?:(?:to|with) )?(?:me|us|you) (?:on|via|over|through) \Z"
)
"""Somebody is to write there, or is to be found, whatever follows: "I'm on Signal if you prefer"."""


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
    if word in PLAIN_WORDS and _is_plain_word(reading, index, before, by):
        return None
    if RECEIVED.search(before) or _OTHERS_THERE.search(before):
        if before.endswith(("your ", "ur ")) and _is_written_to(reading, index, before):
            return index - 1, index + 1, MESSENGERS[word]
        if _SEND_YOURS.search(before) is None:
            return None
    after = _APP_DOES.match(line, at[index]) or _APP_VERB.match(line, at[index])
    if after is None and not _is_proposed(reading, index, before, by):
        return None
    if after is not None and word not in _CALLED_OVER and _IS_CALL.search(after.group()):
        return None
    return _spanned(reading, index, before, after, MESSENGERS[word])


def _is_plain_word(reading: Reading, index: int, before: str, by: re.Match[str] | None) -> bool:
    """True where the name of an app is the word that it is: "the signal is bad", "zoom in"."""
    if not _means_app(reading, index, before, by):
        return True
    word = reading.words[index]
    if word == "signal" and (OTHERS_CALL.search(before) or _MINE_SIGNALS.search(before)):
        return True
    other = _OTHER_SENSE.get(word)
    if other is None or word in ("line", "meet") or not other.match(reading.line, reading.line_at[index]):
        return False
    return by is None or not (_TOLD.search(before) or MOVED.search(before))


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
            or _TALKING.search(before) is not None
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
    after = _APP_DOES.match(reading.line, reading.line_at[index])
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
_JOINS: Final = re.compile(r"\b(?:join|join us|join me) (?:on|in|the|my|our) \Z")
_ON_LINE: Final = re.compile(
    r"\b(?:(?:add|message|msg|text|find|reach|contact|ping) (?:me|us|you|u)|(?:move|take|bring)(?: \w+)?"
    r"|switch|chat|talk|continue|carry on) (?:over )?(?:on|to|via|over)(?: (?:my|to))? \Z"
)
_ENDS_THERE: Final = re.compile(
    r"line(?: (?:instead|please|pls|if|later|then))?(?: [.,!?;)—]|\Z| (?:if|and|or|for) )"
)
"""LINE, where nothing follows that a line could lead to: "shall we switch to line?"."""


_HAVE_IT: Final = re.compile(r"\b(?:do|have) (?:you|u|ya|ye) (?:also )?(?:have|got|use) \Z")


def _means_app(reading: Reading, index: int, before: str, by: re.Match[str] | None) -> bool:
    """Tell an app from the word that it is called by."""
    word = reading.words[index]
    line, at = reading.line, reading.line_at
    branded = re.search(r"\b(?:google|microsoft|ms|fb|facebook) \Z", before) is not None
    if word in ("meet", "duo", "teams") and branded:
        return True
    if word == "line" and by is not None and _ON_LINE.search(before) and _ENDS_THERE.match(line, at[index]):
        return True
    if word in ("line", "meet", "duo"):
        return by is not None and by["by"] in ("on", "via") and reading.cased(index) == "LINE"
    called = by is not None and (
        (by["by"] in ("on", "via", "over", "through", "thru", "by") and _TALKING.search(before) is not None)
        or MOVED.search(before) is not None
    )
    if word == "teams":
        return (
            called
            or re.match(
                r"teams (?:call|meeting|link|invite|works|would (?:work|suit|do)|is (?:fine|ok|okay|easier|best|good|better))\b",
                line[at[index] : at[index] + 24],
            )
            is not None
        )
    if word == "zoom":
        return (
            called
            or (by is not None and by["by"] in ("on", "via", "over"))
            or re.match(
                (
                    r"zoom (?:calls?|link|session|lesson|meeting|me|us|you|works|would work|chat|consult"
                    r"|is (?:fine|best|easier|grand)|would be (?:best|easier|better|great|good|grand"
                    r"|fine|perfect|ideal)"
                    r"|invite|(?:(?:ok|okay|alright|good|fine|possible|poss) )?\?)(?!\w)"
                ),
                line[at[index] : at[index] + 24],
            )
            is not None
            or re.search(
                (
                    r"\b(?:a|quick|short|little|wee|brief|minute|do|or|by|facetime|skype|our|wanna"
                    r"|want to|let'?s"
                    r"|(?:can|could|would|will|shall) (?:you|u|we|i)|we can|we could) \Z"
                ),
                before,
            )
            is not None
        )
    if word == "snap":
        return (
            called
            or re.match(r"snap (?:me|us)\b", line[at[index] : at[index] + 12]) is not None
            or before.endswith("add my ")
        )
    if word in ("wa", "kik", "messenger", "discord"):
        if before.endswith(("my ", "our ")) or _JOINS.search(before):
            return True
        return by is not None or _APP_DOES.match(line, at[index]) is not None
    if word == "signal" and _HAVE_IT.search(before) and reading.text(index, index + 1) == "Signal":
        return True
    return (
        called
        or re.match(
            rf"{word} (?:me|us|works?|is (?:fine|best|easier|better|good for))\b",
            line[at[index] : at[index] + 32],
        )
        is not None
        or before.endswith(("add my ", "or "))
    )


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
