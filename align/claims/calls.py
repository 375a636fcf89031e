"""Calls and voice notes in words: "call me", "a quick bell", "on the phone", "send a voicey".

Each reader gets a reading and a cue word's index and returns the words of a proposal
with its channel, or None where the word means something else ("good call", "call round
to your house", "wedding ring").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.owners import THIRD_PARTIES
from align.reading.cues import BREAK, CALENDAR, CLOCK, COMMA, NUMERIC

if TYPE_CHECKING:
    from align.reading import Reading

Proposal = tuple[int, int, str]
"""The words `[first, last)` that propose a channel, and its canonical name."""

_BACK: Final = 9
_ME: Final = r"(?:me|us|you|ya|u|ye|yous|y'all|yall|yourself)"
_GIVE: Final = r"(?:give|gives|giving|gimme|gis|gies|gissa|gie|drop|chuck|throw)"
_SIZE: Final = (
    r"(?:quick|short|brief|wee|little|fast|speedy|cheeky|proper|free|friendly|casual|informal|good|old|fashioned"
    r"|discovery|intro|introductory|introduction|consultation|consult|planning|follow|up|check|in|catch|chemistry"
    r"|initial|preliminary|pre|\d+|five|ten|fifteen|twenty|thirty|two|half|hour|minute|minutes|min|mins|hr|-|’|'s"
    r"|complimentary|no|obligation|live|one|on|1|1:1)"
)
_MEDIUM: Final = (
    r"(?:phone|telephone|mobile|voice|audio|video|vid|zoom|facetime|skype|teams|whatsapp|messenger|google|meet"
    r"|discovery|consultation|consult|intro|introductory|online)"
)
_NAMING: Final = re.compile(
    r" (?:a|an|the|out|by|crazy|old|lucky|biased|picky|weird|fussy|strict|boring|sir|madam|mr|mrs|ms|dr|names|cynical|nuts"
    r"|mad|silly|paranoid|obsessive|obsessed|sentimental|nerdy|geeky|extra|cheesy|what|whatever|in (?:when|once|as|from)"
    r"|early bird|mum|mom|auntie)\b(?! (?:few|couple|minute|min|bit|day|night|week|moment|little|hour))"
)
_NOT_CALLERS: Final = re.compile(
    r"\b(?:they|people|everyone|everybody|friends|clients|customers|kids|folks|some|who|what|which|to)(?: (?:all|do|we|i|you|usually))?"
    r" \Z"
)
_CALL_TO: Final = re.compile(
    rf"call(?:ing)? {_ME}\b(?: back| up(?! on))?"
    r"|call(?:ing)? (?:the (?:studio|shop|salon|office|desk|line|landline|number)|(?:my|our|this) (?:\w+ )?(?:number|line|cell|mobile|phone|office|studio|shop|salon|landline))\b"
)
_CALL_WHEN: Final = re.compile(
    r"(?:call|ring|phone|dial|calling|ringing|phoning)(?= (?:ahead|when|if|before|after|once (?:you|i|we|it|they|he|she|the|your|ur|u)\b|any ?time|tonight|tomorrow|today|first|now|back|instead|whenever"
    r"|directly|later|asap|between|around|as soon|straight|to (?:book|confirm|chat|discuss|arrange|talk|go|sort|check"
    r"|schedule|let|say|plan|see|set|reserve|catch|run|ask|get|find|make)|or (?:text|message|txt|whatsapp|email|drop)|on (?:the )?(?:\+|\(|\d|zero|oh)|at \+?\d"
    r"|\+ ?\d|\( ?\d|\d{3,}))"
)
_AHEAD_TO: Final = re.compile(rf" (?:ahead |back |up )?(?:to )?(?:the |your |a |their )(?:\w+ )?(?:{THIRD_PARTIES})\b")
_VERBAL: Final = re.compile(
    r"(?:(?:^|[.!?;:,…\n(—]|\b(?:you|can|could|please|pls|plz|just|to|or|and|then|will|i'll|ill|we'll|i'd|should|might|gladly|always|so|simply|also"
    r"|shall i|we|i|don't hesitate to|but|maybe|rather|either|try|by|of|prefer|about|best|defo|definitely|do|ya|u|ye|instead|now|yes|ok|okay|sure|fine))(?: |$))\Z"
)
_WILLING: Final = re.compile(
    r"\b(?:you can|can you|could you|please|pls|just|free to|happy to|glad to|easier to|easiest to|best to|better to|quicker to"
    r"|simplest to|i can|i could|i'll|i will|can i|could i|should i|shall i|shall we|should we|want to|wanna|let's|text or|message or|prefer to|welcome to|going to"
    r"|gonna|rather|we can|we could|try|mind|could always|can always|can also|can just) \Z"
)
_NOT_A_CALL: Final = re.compile(
    r"\b(?:good|great|close|tough|judge?ment|last|curtain|casting|roll|wake ?-? ?up|booty|cold|your|ur|their|his|her|sick|missed"
    r"|bad|smart|right|easy|hard|cat|bird|excellent|solid|wise|final|first|sales|spam|conference|emergency|work|another client|on"
    r"|nice|brilliant|lovely|fair|perfect|strong|big|safe|wrong|better|same|top|sound|decent|fab|amazing|crew|mating|duck|distress) \Z"
)
_PROPOSING: Final = re.compile(
    r"(?:\bon|\bvia|\bby|\bover|\bthrough|\bhave|\bhaving|\bdo|\bdoing|\bset up|\bsetup|\bsetting up|\bbook|\bbooking|\bbook in|\bschedule|\barrange|\borganise|\borganize|\bwant"
    r"|\bfancy|\btake|\btaking|\bmake|\bup for|\bprefer|\boffer|\bstart with|\bfor|\bto|\bplan|\bneed|\bsuggest|\blove|\blike|\bgrab|\bsqueeze in|\bopen to"
    r"|\bjump into|\bwith|\baccept|\bplace|\bpop in|\binto|\bin|\bhop|\bjump|\bget|\bis|\bit's|\bor|\band|\bbe|\byes to|\bdown for|\bhow about|\bwhat about|\bmaybe|\bme|\bus|\byou|\bya|\bu|\bye) "
    r"(?:a|an|our|another|any|some|one|the|that|this|these|those|doing|having)?(?: |\Z)\Z"
)
_BUSY: Final = re.compile(r"(?:\b|(?<= ))(?:'s|i'm|im|am|was|been|were|already|still|currently|stuck|while|are|is|kids|him|her|them|be|always|time|hopeless|terrible|useless|awful|rubbish|bad|great|good|shy|awkward|slow|dreadful|worse|crap) (?:just )?on (?:a |the |another )?(?:\w+ )?\Z")
_PAST: Final = re.compile(
    r"\b(?:got|saw|seen|heard|loved|enjoyed|listened to|received|missed|thanks for|thank you for|cheers for|ta for|had|after|your|ur|sent|last|returning|return)"
    r" (?:the |your |ur |a |an |that |this |our |my |his |her )?(?:\w+ )?\Z"
)
_WORKS: Final = re.compile(
    r"calls? (?:is|'s|are|works?|would|might|could|suits?|helps?|sounds?|tomorrow|tonight|today|first|instead|then|before)\b|calls? \?"
)
_CALL_NOUN: Final = re.compile(r"(?:calls?|ring|bell|buzz|tinkle|chat|consult|consultation|catch ?-? ?up|convo|conversation)\b")
_NOT_NOUN: Final = re.compile(r"(?:calls?|callings?)(?: (?:time|times|sheet|sheets|out|outs|it|that|this(?! (?:morning|afternoon|evening|week|weekend|coming))|round|over|off|by|centre|center|of duty|charge|card)\b|-)")


def _before(reading: Reading, index: int) -> str:
    """Return the few words of the sentence before word `index`, with a closing space."""
    line, at = reading.line, reading.line_at
    first = max(reading.sentence(index)[0], index - _BACK)
    return line[at[first] : at[index]]


def read_call(reading: Reading, index: int) -> Proposal | None:
    """Read "call", "calls", "calling"."""
    line, at = reading.line, reading.line_at
    before = _before(reading, index)
    match = _CALL_TO.match(line, at[index])
    if match is not None:
        return None if _is_naming(reading, match.end(), before) else _proposal(reading, index, match.end())
    if _NOT_NOUN.match(line, at[index]):
        return None
    match = _CALL_WHEN.match(line, at[index])
    if match is not None and _VERBAL.search(before) and _AHEAD_TO.match(line, match.end()) is None:
        return _proposal(reading, index, match.end())
    word = reading.words[index]
    if word != "calls" and _ends_clause(reading, index) and _WILLING.search(before):
        return index, index + 1, "phone call"
    if word == "calling":
        willing = re.search(r"\b(?:try|by|prefer|about|suggest|recommend|mind|with|or) \Z", before)
        return (index, index + 1, "phone call") if willing else None
    return _call_noun(reading, index, before)


def _call_noun(reading: Reading, index: int, before: str) -> Proposal | None:
    """Read the noun "call": "a quick call", "hop on a call", "calls are fine"."""
    line, at = reading.line, reading.line_at
    words = reading.words
    first = index
    sized = medium = ""
    while first and index - first < 5:  # noqa: PLR2004 - a few adjectives
        word = words[first - 1]
        if re.fullmatch(_MEDIUM, word):
            medium = medium or word
        elif re.fullmatch(_SIZE, word) and not (word == "on" and words[first - 2 : first - 1] not in (["1"], ["one"])):
            sized = sized or word
        else:
            break
        first -= 1
    while first < index and words[first] in ("-", "in", "up", "on", "good", "no", "'s"):
        first += 1
    lead = line[at[max(reading.sentence(index)[0], first - _BACK)] : at[first]]
    if _BUSY.search(lead) or _PAST.search(lead):
        return None
    channel = _channel_of(medium)
    given = re.search(rf"\b{_GIVE}(?: {_ME})? (?:a|the) \Z", lead)
    if given is not None:
        return _from(reading, at[first] - len(given.group()), index + 1, channel)
    if first == index and _NOT_A_CALL.search(lead):
        return None
    if _ABOUT_THEM.search(lead) and not _LEADS.search(lead):
        return None
    if medium or (sized and sized not in ("good", "old", "no")):
        return _with_lead(reading, lead, first, index + 1, channel)
    if _PROPOSING.search(lead) and not re.search(r"\b(?:the|that|this|is|it's|in|with) \Z", lead):
        return _with_lead(reading, lead, first, index + 1, channel)
    if _WORKS.match(line, at[index]) and (lead == "" or re.search(r"(?:^|[.!?,;:…\n] |\b(?:a|but|so|then|and|or|think|maybe) )\Z", lead)):
        return _with_lead(reading, lead, first, index + 1, channel)
    return None


_LEADS: Final = re.compile(
    r"(?:(?:hop|jump|get|go|pop|chat|speak|talk|meet|connect)(?: \w+)? (?:on|over|via|by|through)(?: to)?|have|do|set up|book(?: in)?|schedule|arrange|fancy|take|make|do|grab)"
    r" (?:a |an |our |another |the )?\Z"
)


def _with_lead(reading: Reading, lead: str, first: int, last: int, channel: str) -> Proposal:
    """Widen a noun to the verb that proposes it: "hop on a quick call"."""
    match = _LEADS.search(lead)
    if match is None:
        return first, last, channel
    return _from(reading, reading.line_at[first] - len(match.group()), last, channel)


def _from(reading: Reading, position: int, last: int, channel: str) -> Proposal:
    return reading.word_at(position), last, channel


def _channel_of(medium: str) -> str:
    return {
        "video": "video call",
        "vid": "video call",
        "online": "video call",
        "zoom": "zoom",
        "facetime": "facetime",
        "skype": "skype",
        "teams": "microsoft teams",
        "google": "google meet",
        "meet": "google meet",
    }.get(medium, "phone call")


def _proposal(reading: Reading, index: int, end: int) -> Proposal:
    first = index
    if reading.words[index - 1 : index] in (["i'll"], ["ill"], ["we'll"]):
        first = index - 1
    return first, reading.words_of(reading.line_at[index], end)[1], "phone call"


def _is_naming(reading: Reading, end: int, before: str) -> bool:
    """True for "call me old-fashioned", "call me Sam", "they call me", "call you a cab"."""
    if _NOT_CALLERS.search(before) and not re.search(r"\bto \Z", before):
        return True
    if _NAMING.match(reading.line, end):
        return True
    after = reading.word_at(end) + 1
    if after >= len(reading) or reading.marks[after] & (BREAK | CALENDAR | CLOCK | NUMERIC):
        return False
    shown = reading.cased(after)
    return shown[0].isupper() and not shown.isupper() and reading.marks[after] == 0


def _ends_clause(reading: Reading, index: int) -> bool:
    return index + 1 >= len(reading) or bool(reading.marks[index + 1] & BREAK)


_RING_TO: Final = re.compile(
    rf"(?:ring|ringing|phone|phoning|dial|dialling) {_ME}\b(?: back| up)?|dial (?:my|our)\b"
    r"|(?:ring|phone) (?:the (?:studio|shop|salon|office|desk|landline)|(?:my|our|this) (?:\w+ )?(?:number|line|cell|mobile|phone|office|studio|shop|landline))\b"
)
_NOUN_BEFORE: Final = re.compile(
    r"\b(?:the|a|an|your|my|our|that|this|wedding|engagement|nose|gold|silver|diamond|boxing|his|her|their|key|onion|curtain|light|work|new|other|cell|mobile|smart|personal) \Z"
)
_GIVEN: Final = re.compile(rf"\b{_GIVE}(?: {_ME})? (?:a |the )(?:{_SIZE} )?\Z")
_SIZED: Final = re.compile(r"\b(?:quick|wee|cheeky|speedy) \Z")


def read_ring(reading: Reading, index: int) -> Proposal | None:
    """Read "ring", "bell", "buzz", "tinkle": a phone call where it is given or to somebody."""
    line, at = reading.line, reading.line_at
    before = _before(reading, index)
    given = _GIVEN.search(before)
    if given is not None:
        return _from(reading, at[index] - len(given.group()), index + 1, "phone call")
    word = reading.words[index]
    if word in ("bell", "tinkle", "ring") and _SIZED.search(before):
        return index - 1, index + 1, "phone call"
    if word in ("buzz", "buzzing"):
        match = re.compile(rf"buzz {_ME} on (?:\+|\(|\d|my)").match(line, at[index])
        return _proposal(reading, index, match.end() - 2) if match is not None else None
    if word not in ("ring", "ringing", "dial"):
        return None
    return _verb_of_calling(reading, index, before)


def _verb_of_calling(reading: Reading, index: int, before: str) -> Proposal | None:
    line, at = reading.line, reading.line_at
    if _NOUN_BEFORE.search(before):
        return None
    match = _RING_TO.match(line, at[index])
    if match is None:
        match = _CALL_WHEN.match(line, at[index])
        if match is not None and not _VERBAL.search(before):
            match = None
    if match is not None:
        return _proposal(reading, index, match.end())
    if reading.words[index] in ("ring", "phone") and _ends_clause(reading, index) and _WILLING.search(before):
        return index, index + 1, "phone call"
    return None


_ON_THE_PHONE: Final = re.compile(r"\b(?:on|over|by|via|through|off) (?:the )?\Z")
_PHONE_TALK: Final = re.compile(
    r"(?:tele)?phone (?:calls?|chats?|consults?|consultations?|conversations?|convo|catch ?-? ?ups?|meetings?|sessions?|lessons?|appointments?|interview)\b"
)
_PHONE_BEST: Final = re.compile(r"(?:tele)?phone (?:is|'s|works|would be) (?:best|easier|easiest|better|quicker|quickest|fine|good|grand)\b")
_OFFERED: Final = re.compile(
    rf"(?:\b(?:a|an|our|another|do|doing|have|having|take|taking|accept|to|for|by|via|over|through|prefer|offer|or|and|with|fancy|free|no|any|{_SIZE}) |(?:^|[.!?,;:…\n(—-] ))\Z"
)
_ABOUT_THEM: Final = re.compile(r"\b(?:the|all|these|those|this|that|your|ur|their|his|her|many|more|enough|of|yes to the)(?: \w+)? \Z")
_GOES_WELL: Final = re.compile(
    r"(?:is|'s|are|works?|would|might|could|suits?|helps?|first|before|beforehand|if|instead|then|too|with|tomorrow|tonight|today|this|on|at|next|to|so|and|or|when|later|,|\.|!|\?|…|\n|\))(?!\w)"
)


def _is_offered(reading: Reading, before: str, last: int) -> bool:
    """Tell a proposed call from calls that are spoken of: "all the phone calls you make"."""
    if _PAST.search(before) or _BUSY.search(before):
        return False
    if _LEADS.search(before):
        return True
    if _ABOUT_THEM.search(before) or _OFFERED.search(before) is None:
        return False
    return last >= len(reading) or _GOES_WELL.match(reading.line, reading.line_at[last]) is not None


_TALK_FIRST: Final = re.compile(
    r"\b(?:(?:hop|jump|get|go|pop|chat|speak|talk|catch up|discuss|reach|get|answer|connect|sort|explain|do)(?: \w+){0,2}) (?:on|over|by|via) (?:the )?\Z"
)


def read_phone(reading: Reading, index: int) -> Proposal | None:
    """Read "phone" and "blower": the verb, "on the phone", "a phone chat"."""
    line, at = reading.line, reading.line_at
    before = _before(reading, index)
    match = _PHONE_TALK.match(line, at[index])
    if match is not None:
        last = reading.words_of(at[index], match.end())[1]
        if not _is_offered(reading, before, last):
            return None
        return _with_lead(reading, before, index, last, "phone call")
    on = _ON_THE_PHONE.search(before)
    if on is not None:
        return None if on.group().startswith("off") or _BUSY.search(before) else _talk(reading, index, before, on)
    if before.endswith(("pick up the ", "pick the ")):
        return index - 3, index + 1, "phone call"
    if _PHONE_BEST.match(line, at[index]) and not _NOUN_BEFORE.search(before):
        return index, index + 1, "phone call"
    return _verb_of_calling(reading, index, before)


def _talk(reading: Reading, index: int, before: str, on: re.Match[str]) -> Proposal:
    talk = _TALK_FIRST.search(before)
    return _from(reading, reading.line_at[index] - len((talk or on).group()), index + 1, "phone call")


_VIDEO_TALK: Final = re.compile(
    r"(?:video|vid)(?: |-)?(?: - )?(?:calls?|calling|chats?|consults?|consultations?|meetings?|sessions?|lessons?|conference|catch ?-? ?ups?|link)\b"
    rf"|video {_ME}\b"
)
_VIDEO_OVER: Final = re.compile(r"\b(?:over|by|via|through) \Z|\b(?:chat|talk|speak|meet|hop|jump|get|lesson|lessons|session|sessions|consult|consultation|do (?:it|this|that)) (?:\w+ )?on \Z")


def read_video(reading: Reading, index: int) -> Proposal | None:
    """Read "video call", "over video", "videocall"."""
    line, at = reading.line, reading.line_at
    before = _before(reading, index)
    word = reading.words[index]
    if word.startswith("videoc"):
        return None if _PAST.search(before) else _with_lead(reading, before, index, index + 1, "video call")
    match = _VIDEO_TALK.match(line, at[index])
    if match is not None:
        last = reading.words_of(at[index], match.end())[1]
        if not (match.group().endswith(("me", "us", "you")) or _is_offered(reading, before, last)):
            return None
        return _with_lead(reading, before, index, last, "video call")
    over = _VIDEO_OVER.search(before)
    if over is None or _NOUN_BEFORE.search(before) or not _ends_phrase(reading, index):
        return None
    return _from(reading, at[index] - len(over.group()), index + 1, "video call")


def _ends_phrase(reading: Reading, index: int) -> bool:
    """True where the noun at `index` is not the first half of a compound."""
    if index + 1 >= len(reading):
        return True
    return bool(reading.marks[index + 1] & (BREAK | COMMA | CALENDAR | CLOCK)) or reading.words[index + 1] in (
        "if", "is", "works", "first", "instead", "with", "before", "for", "when", "to", "at", "on", "any",
    )  # fmt: skip


_VOICE_TALK: Final = re.compile(
    r"(?:voice|audio)(?: |-)?(?: - )?(?P<kind>notes?|messages?|msgs?|memos?|mails?|clips?|recordings?|calls?|chats?)\b"
)
_AN_AUDIO: Final = re.compile(r"\b(?:send|leave|record|drop|fire|shoot|pop|give|do|flick|whack|lash|bang)(?:s|ing)?(?: \w+){0,3} (?:an?|the|some|over an?|me) \Z")
_SENDS: Final = re.compile(
    rf"\b(?:send|leave|record|drop|fire|shoot|pop|give|do|flick|whack|lash|bang|ping|take|accept)(?:s|ing)?(?: {_ME}| over)? (?:an?|the|some|any|your|quick)? ?(?:quick |short |wee )?\Z"
)


def read_voice(reading: Reading, index: int) -> Proposal | None:
    """Read "voice note", "voicey", "voicemail", "an audio"."""
    line, at = reading.line, reading.line_at
    before = _before(reading, index)
    word = reading.words[index]
    channel = "voice note"
    last = index + 1
    if word in ("voice", "audio"):
        match = _VOICE_TALK.match(line, at[index])
        if match is not None:
            last = reading.words_of(at[index], match.end())[1]
            channel = "phone call" if match["kind"].startswith(("call", "chat")) else channel
        elif word == "voice" or not _AN_AUDIO.search(before) or not _ends_phrase(reading, index):
            return None
    if _PAST.search(before) and not _SENDS.search(before):
        return None
    lead = _SENDS.search(before)
    if lead is None and word.startswith("voicemail"):
        return None
    first = index if lead is None else reading.word_at(at[index] - len(lead.group()))
    return first, last, channel
