"""Calls: "call me", "calls are fine", "hop on a quick call".

A reader gets a reading and a cue word's index and returns the words of a proposal with
its channel, or None where the word means something else ("good call", "call round to
your house", "call me old-fashioned").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.relatives import read_to_relative
from align.claims.channels.talking import (
    ABOUT_THEM,
    ATTEMPTED,
    AWAITED,
    BACK,
    CALL_WHEN,
    GIVE,
    GIVEN_TO_OTHERS,
    LINE,
    ME,
    OTHERS_CALL,
    PAST,
    SIZE,
    TO_SOMEBODY,
    VERBAL,
    WILLING,
    ends_clause,
    from_position,
    is_busy,
    is_compound,
    is_let_call,
    is_next_subject,
    lead_before,
    only_refused,
    proposal,
    told_if,
    with_lead,
    words_before,
)
from align.claims.contacts.owners import THIRD_PARTIES
from align.claims.helplines import calls_helpline
from align.data.names import load_given_names
from align.data.words import load_words
from align.reading.cues import BREAK, CALENDAR, CLOCK, NUMERIC

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.reading import Reading

_MEDIUM: Final = (
    r"(?:phone|telephone|mobile|voice|audio|video|vid|zoom|facetime|skype|teams|whatsapp|messenger"
    r"|google|meet"
    r"|discovery|consultation|consult|intro|introductory|online)"
)
_NAMING: Final = re.compile(
    r" (?:a|an|the(?! (?:morn|second|instant|evening|afternoon|morning|hour|weekend|next|following"
    r"|\w+day)\b)|out(?! of hours)|by (?:my|your|his|her|the|a|any|first|name)|crazy|old|lucky|biased"
    r"|picky|weird|fussy|strict|boring|sir|madam|mr|mrs|ms|dr|names|cynical|nuts"
    r"|mad|silly|paranoid|obsessive|obsessed|sentimental|nerdy|geeky|extra(?! (?:early|late))|cheesy"
    r"|what|whatever|in (?:when|once|as|from)"
    r"|early bird|mum|mom|auntie)\b(?! (?:few|couple|minute|min|bit|day|night|week|moment|little|hour))"
)
_NOT_CALLERS: Final = re.compile(
    r"\b(?:they|people|everyone|everybody|friends|clients|customers|kids|folks|some|who|what|which"
    r"|to)(?: (?:all|do|we|i|you|usually))?"
    r" \Z"
)
_WISHED: Final = re.compile(
    r"\b(?:(?:rather|prefer|better|best|great|easier|good|love it) (?:if |it if )?"
    r"|(?:ok|okay|alright|all right|fine|cool|possible|grand|mind|handy|quicker|suit|help|bother|wrong"
    r"|what)(?: (?:with|for|by|it|you)){0,2} if )(?:you|u|we|i) (?:just |quickly )?\Z"
)
_CALLED_ME: Final = re.compile(rf"called {ME}\b")
_CALL_TO: Final = re.compile(
    r"call(?:ing)? (?:my|our) (?:[\w'-]+ )?(?:assistant|wife|husband|partner|missus|receptionist"
    r"|colleague|manager|va|pa|reception|front desk)(?= (?:to (?:book|sort|arrange|change)|about|if|for"
    r"|on (?:\+|\(|\d))\b| ?[.,!;]|\Z)|"
    rf"call(?:ing)? {ME}\b(?: back| up(?! on))?"
    r"|call(?:ing)? (?:the (?:studio|shop|salon|office|desk|line|landline|number|house|farm|workshop)"
    r"|(?:my|our|this) (?:\w+ )?(?:number|line|cell|mobile|phone|office|studio|shop|salon|landline))\b"
)
_AHEAD_TO: Final = re.compile(
    rf" (?:ahead |back |up )?(?:to )?(?:the |your |a |their )(?:\w+ )?(?:{THIRD_PARTIES})\b"
)
_NOT_A_CALL: Final = re.compile(
    r"\b(?:good|great|close|tough|judge?ment|last|curtain|casting|roll|wake ?-? ?up|booty|cold|your|ur"
    r"|their|his|her|sick|missed"
    r"|bad|smart|right|easy|hard|cat|bird|excellent|solid|wise|final|first|sales|spam|conference"
    r"|emergency|work|another client|on"
    r"|nice|brilliant|lovely|fair|perfect|strong|big|safe|wrong|better|same|top|sound|decent|fab|amazing"
    r"|crew|mating|duck|distress) \Z"
)
_PROPOSING: Final = re.compile(
    r"(?:\bon|\bvia|\bby|\bover|\bthrough|\bhave|\bhaving|\bdo|\bdoing|\bset up|\bsetup|\bsetting up"
    r"|\bbook|\bbooking|\bbook in|\bschedule|\barrange|\borganise|\borganize|\bwant"
    r"|\bfancy|\btake|\btaking|\bmake|\bup for|\bprefer|\boffer|\bstart with|\bfor|\bto|\bplan|\bneed"
    r"|\bsuggest|\blove|\blike|\bgrab|\bsqueeze in|\bopen to"
    r"|\bjump into|\bwith|\baccept|\bplace|\bpop in|\binto|\bin|\bhop|\bjump|\bget|\bis|\bit's|\bor"
    r"|\band|\bbe|\byes to|\bdown for|\bhow about|\bwhat about|\bmaybe|\bme|\bus|\byou|\bya|\bu|\bye) "
    r"(?:a|an|our|another|any|some|one|the|that|this|these|those|doing|having)?(?: |\Z)\Z"
)
_WORKS: Final = re.compile(
    r"calls? (?:(?:only |just )?(?:after|before|between|from|until|till)\b|welcome|any ?time|is|'s|are"
    r"|works?|would|might|could|suits?|helps?|sounds?|tomorrow|tonight|today|first"
    r"|instead|then|before)\b|calls? (?:(?:ok|okay|alright|good|fine|possible|poss) )?\?"
)


def _is_calling_offered(reading: Reading, index: int, before: str) -> bool:
    """True for "try calling", "by calling", and "calling is fine" as an answer."""
    if re.search(r"\b(?:try|by|prefer|about|suggest|recommend|mind|with|or) \Z", before):
        return True
    works = _CALLING_WORKS.match(reading.line, reading.line_at[index])
    return works is not None and _OPENS_ANSWER.search(before) is not None


_CALLING_WORKS: Final = re.compile(
    r"calling (?:(?:me |us )?(?:works?|suits?|would (?:work|suit|be)|is|'s)(?= (?:me|us|fine|ok|okay"
    r"|easier|easiest|best"
    r"|better|good|great|grand|quicker|quickest|possible|welcome|for|too|also|perfect)\b| ?[.,!]|\Z))"
)
_OPENS_ANSWER: Final = re.compile(
    r"(?:^|[.!?,;:…\n—] |\b(?:yes|yeah|yep|sure|ok|okay|and|or|but|so|texting or) )\Z"
)
_NOT_NOUN: Final = re.compile(
    r"(?:calls?|callings?)(?: (?:away|time|times|sheet|sheets|out|outs|it|that"
    r"|this(?! (?:morning|afternoon|evening|week|weekend|coming))|round|over|off|by|centre|center"
    r"|of duty|charge|card|(?:in )?to (?:(?:(?!my\b|our\b)\w+ )?(?:\w+ )?(?:houses?|homes?|doors?|flats?"
    r"|farms?|apartments?|schools?|venues?)|families|hotels|people|clients))\b|-)"
)
"""Behind "call": what makes another word of it, or who is called upon at their door."""


def read_call(reading: Reading, index: int) -> Proposal | None:
    """Read "call", "calls", "calling"."""
    line, at = reading.line, reading.line_at
    before = words_before(reading, index)
    if ATTEMPTED.search(before) or is_compound(reading, index) or calls_helpline(reading, index):
        return None
    relative = read_to_relative(reading, index, before)
    if relative is not None:
        return relative
    if reading.words[index] == "called":
        wished = _WISHED.search(before) and _CALLED_ME.match(line, at[index])
        return (index, index + 2, "phone call") if wished else None
    if _is_elsewhere(reading, index, before):
        return None
    match = _CALL_TO.match(line, at[index])
    if match is not None:
        otherwise = is_next_subject(before, match) or _is_naming(reading, match.end(), before)
        return None if otherwise else proposal(reading, index, match.end())
    if _NOT_NOUN.match(line, at[index]):
        return None
    match = None if _is_done_by_others(before) else CALL_WHEN.match(line, at[index])
    if match is not None and VERBAL.search(before) and _AHEAD_TO.match(line, match.end()) is None:
        return proposal(reading, index, match.end())
    word = reading.words[index]
    if (
        word != "calls"
        and ends_clause(reading, index)
        and (WILLING.search(before) or told_if(reading, index))
    ):
        return index, index + 1, "phone call"
    if word == "calling":
        return (index, index + 1, "phone call") if _is_calling_offered(reading, index, before) else None
    return _call_noun(reading, index, before)


def _is_done_by_others(before: str) -> bool:
    """True for the call of "the concierge can call up when I'm there"."""
    return OTHERS_CALL.search(before) is not None and not is_let_call(before)


def read_cal(reading: Reading, index: int) -> Proposal | None:
    """Read "cal me", where a letter has been lost; "Hi Cal, me and Tom …" speaks to somebody."""
    before = words_before(reading, index)
    whom = _CAL_YOU if _I_CAL.search(before) else _CAL_ME
    if reading.words[index + 1 : index + 2] not in whom or not reading.words[index - 1 : index]:
        return None
    if ATTEMPTED.search(before) or OTHERS_CALL.search(before) or _HELLO.search(before):
        return None
    return proposal(reading, index, reading.line_at[index + 2] - 1)


_CAL_ME: Final = (["me"], ["us"])
_CAL_YOU: Final = (["you"], ["u"], ["ya"])
_I_CAL: Final = re.compile(r"\b(?:i'll|ill|i will|i can|i could|can i|shall i|should i|let me) \Z")
_HELLO: Final = re.compile(r"\b(?:hi|hey|hello|hiya|dear|thanks|morning|and|with) \Z")


def _is_elsewhere(reading: Reading, index: int, before: str) -> bool:
    """True for a call to the line of others, or over an intercom."""
    if OTHERS_CALL.search(before) and _LINE_OF_OTHERS.search(before):
        return True
    return _ON_INTERCOM.match(reading.line, reading.line_at[index]) is not None


def _call_noun(reading: Reading, index: int, before: str) -> Proposal | None:
    """Read the noun "call": "a quick call", "hop on a call", "calls are fine"."""
    line, at = reading.line, reading.line_at
    missed = _MISSED.search(before) or _awaited(reading, index, before)
    if missed is not None:
        return from_position(reading, at[index] - len(missed.group()), index + 1, "phone call")
    if _is_with_others(reading, index, before):
        return None
    first, sized, medium = _described(reading, index)
    lead = line[at[max(reading.sentence(index)[0], first - BACK)] : at[first]]
    if is_busy(lead) or PAST.search(lead):
        return None
    channel = _channel_of(medium)
    given = _GIVEN_CALL.search(lead) if lead.endswith(("a ", "the ")) else None
    if given is not None:
        giver = lead[: given.start()]
        theirs = OTHERS_CALL.search(giver) is not None and not is_let_call(giver)
        start = at[first] - len(given.group())
        return None if theirs else from_position(reading, start, index + 1, channel)
    if (first == index and _NOT_A_CALL.search(lead)) or _HARD.search(lead):
        return None
    proposal = with_lead(reading, lead, first, index + 1, channel)
    if ABOUT_THEM.search(lead) and not lead_before(lead):
        return only_refused(reading, proposal)
    if _FROM_ME.match(line, at[index]) and lead.endswith(("a ", "the ", "my ")):
        return proposal
    if medium or sized or (_PROPOSING.search(lead) and not _OF_A_CALL.search(lead)):
        return proposal
    works = _WORKS.match(line, at[index]) is not None and (lead == "" or _OPENS.search(lead) is not None)
    return proposal if works else None


def _is_with_others(reading: Reading, index: int, before: str) -> bool:
    """True for a call with somebody else: "call the venue", "give your bank a quick call"."""
    line, at = reading.line, reading.line_at
    if not before.endswith(_NOUN_OPENS) and _CALLS_SOMEBODY.match(line, at[index]):
        return True
    if _CALL_TO_SOMEBODY.match(line, at[index]):
        return True
    return GIVEN_TO_OTHERS.search(before) is not None and _OR_ME.search(before) is None


def _awaited(reading: Reading, index: int, before: str) -> re.Match[str] | None:
    """Match "waiting for your" before a call; "your call on the colour" is what the client decides."""
    if reading.words[index] != "call" or _DECISION.match(reading.line, reading.line_at[index]):
        return None
    return AWAITED.search(before)


_HARD: Final = re.compile(
    r"\b(?:hard|tough|difficult|horrible|awful|dreadful|sad|painful|upsetting|stressful) \Z"
)
"""Before a call that somebody had to make, and that nobody offers."""
_DECISION: Final = re.compile(
    r"call (?:on (?!(?:my|this|the (?:landline|mobile|phone|number))\b|\d|\+|\w+day\b)|as to\b"
    r"|about (?:which|whether|what)\b|whether\b|which\b|there\b|- ?up\b|up\b|back times?\b|sheet\b"
    r"|centre\b|center\b)"
)
_GIVEN_CALL: Final = re.compile(rf"\b{GIVE}(?: {ME}| {LINE})? (?:a|the) \Z")
_ON_INTERCOM: Final = re.compile(
    rf"calls? {ME}(?: \w+)? (?:on|over|through|from) the"
    r" (?:intercom|buzzer|entry ?phone|tannoy|speaker|radio)\b"
)
_MISSED: Final = re.compile(rf"\b(?:{GIVE}|leave|send)(?: {ME})? (?:a|one) missed \Z")
"""A call that is to be missed is one all the same: "give me a missed call"."""
_LINE_OF_OTHERS: Final = re.compile(r"\b(?:you|u|ya) (?:can|could|may) (?:also |always )?\Z")
_OR_ME: Final = re.compile(r"\b(?:me|us) or |\bor (?:me|us)\b")
_FROM_ME: Final = re.compile(r"call from (?:me|us|my|our|the (?:studio|salon|shop|office))\b")
_OF_A_CALL: Final = re.compile(r"\b(?:the|that|this|is|it's|in|with) \Z")
_CALLS_SOMEBODY: Final = re.compile(
    r"call (?:nobody|no one|noone)\b|call (?:anybody|anyone|somebody|someone)\b(?! (?:here|at|from|in|on)\b)"
    r"|call (?:the|your|their|his|her|an?|him|them) (?!(?:bit|minute|min|couple|few|second|day|night|week"
    r"|month|morning|evening|afternoon|moment)\b)\w+"
)
"""The verb, with somebody else as its object: "ask the planner to call the hotel"."""
_NOUN_OPENS: Final = tuple(
    f"{word} " for word in "a an the our another quick short brief phone video discovery".split()
)
_CALL_TO_SOMEBODY: Final = re.compile(rf"calls?{TO_SOMEBODY}")
_OPENS: Final = re.compile(r"(?:^|[.!?,;:…\n] |\b(?:a|but|so|then|and|or|think|maybe) )\Z")


def _described(reading: Reading, index: int) -> tuple[int, bool, str]:
    """Return where the adjectives of a call begin, whether one tells its size, and its medium."""
    words = reading.words
    first = index
    sized = False
    medium = ""
    while first and index - first < 5:
        word = words[first - 1]
        if _IS_MEDIUM.match(word):
            medium = medium or word
        elif _IS_SIZE.match(word) and not (
            word == "on" and words[first - 2 : first - 1] not in (["1"], ["one"])
        ):
            sized = sized or word not in ("good", "old", "no")
        else:
            break
        first -= 1
    while first < index and words[first] in ("-", "in", "up", "on", "good", "no", "'s"):
        first += 1
    return first, sized and first < index, medium


_IS_MEDIUM: Final = re.compile(rf"{_MEDIUM}\Z")
_IS_SIZE: Final = re.compile(rf"{SIZE}\Z")


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


_CLIENTS: Final = re.compile(r"\b(?:people|everyone|everybody|clients|customers|folks)(?: \w+)? \Z")
_TO_BOOK: Final = re.compile(
    r" (?:to (?:book|arrange|sort|set|ask|check|confirm|reschedule)|before|first|beforehand|ahead)\b"
)
"""What makes the way that clients go of what they do: "most people call me to book"."""


_WANTED: Final = re.compile(r" (?:wanted|asked|mentioned|requested|suggested|were after|said)\b")
_SIR: Final = re.compile(r" (?:sir|madam)\b")
_CONDITION: Final = re.compile(r"\b(?:when|once|whenever|after|as soon as|if)\b")
"""What calls a person to the phone and not a name: "once you're free, call me sir"."""
_THAT_CALL: Final = re.compile(r"\b(?:about|re|the|that) \Z")
"""A call that the client spoke of: "about that call you wanted"."""


def _is_naming(reading: Reading, end: int, before: str) -> bool:
    """True for "call me old-fashioned", "call me Sam", "they call me", "call you a cab"."""
    if OTHERS_CALL.search(before):
        return not is_let_call(before)
    if _NOT_CALLERS.search(before) and not re.search(r"\bto \Z", before):
        return _CLIENTS.search(before) is None or _TO_BOOK.match(reading.line, end) is None
    if _WANTED.match(reading.line, end) and _THAT_CALL.search(before):
        return True
    if _NAMING.match(reading.line, end):
        return _SIR.match(reading.line, end) is None or not _CONDITION.search(before)
    after = reading.word_at(end) + 1
    if after >= len(reading) or reading.marks[after] & (BREAK | CALENDAR | CLOCK | NUMERIC):
        return False
    if reading.words[after] in load_given_names() and reading.words[after] not in load_words():
        return True
    shown = reading.cased(after)
    return shown[0].isupper() and not shown.isupper() and reading.marks[after] == 0
