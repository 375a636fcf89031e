"""Rings, bells and phones: "ring me", "a quick bell", "on the phone", "a phone chat"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.channels.apps import read_messenger
from align.claims.channels.relatives import read_to_relative
from align.claims.channels.talking import (
    ATTEMPTED,
    CALL_WHEN,
    GIVE,
    GIVEN_TO_OTHERS,
    LINE,
    ME,
    NOUN_BEFORE,
    OTHERS_CALL,
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
    is_offered,
    only_refused,
    proposal,
    told_if,
    with_lead,
    words_before,
)

if TYPE_CHECKING:
    from align.claims.channels.talking import Proposal
    from align.reading import Reading

_RING_TO: Final = re.compile(
    rf"(?:ring|ringing|phone|phoning|dial|dialling) {ME}\b(?: back| up)?"
    r"|bell (?:me|us|(?:you|u|ya)(?= (?:later|when|tonight|tomorrow|at|in|back|after|before|first)\b"
    r"| ?[.,!?]|\Z))\b|dial (?:my|our)\b"
    r"|(?:ring|phone) (?:(?:my|our) (?:[\w'-]+ )?(?:assistant|wife|husband|partner|missus|receptionist"
    r"|colleague|manager|va|pa|reception|front desk)|herself"
    r"|himself)(?= (?:to (?:book|sort|arrange|change)|about|if|for|at home"
    r"|at the (?:studio|shop|house|salon)|she|he|on (?:\+|\(|\d))\b| ?[.,!;]|\Z)"
    r"|(?:ring|phone) (?:the (?:studio|shop|salon|office|desk|landline|house|farm|workshop)"
    r"(?! (?:at|of|in) (?:school|work|uni|college|her|his|their|your)\b)"
    r"|(?:my|our|this) (?:\w+ )?(?:number|line|cell|mobile|phone|office|studio|shop|landline))\b"
)
_GIVEN: Final = re.compile(rf"\b{GIVE}(?: {ME}| {LINE})? (?:a |the )(?:{SIZE} )?\Z")
_GIVEN_PHONE: Final = re.compile(r"\b(?:gie ?'s|gies|gis|gissa|give us) (?:a )?(?:wee |quick )?\Z")
_SIZED: Final = re.compile(
    r"\b(?:quick|wee|cheeky|speedy|(?:chance of|expect|up for|how about|what about|worth|time for) an?) \Z"
)
_BUZZ: Final = re.compile(
    rf"buzz {ME}(?= on (?:\+|\(|\d|my|your|ur)| back\b"
    r"| (?:this (?:morning|afternoon|evening)|tonight|tomorrow|later|after|before|around|about"
    r"|\w+day)\b)(?! \w+ (?:the|my|your) (?:gate|door|bell))"
)
"""Whom one buzzes at a time one calls; who is at the door is buzzed in."""


def read_ring(reading: Reading, index: int) -> Proposal | None:
    """Read "ring", "bell", "buzz", "tinkle": a phone call where it is given or to somebody."""
    line, at = reading.line, reading.line_at
    before = words_before(reading, index)
    if ATTEMPTED.search(before) or is_compound(reading, index):
        return None
    relative = read_to_relative(reading, index, before)
    if relative is not None:
        return relative
    given = _GIVEN.search(before)
    if given is not None:
        giver = before[: given.start()]
        if OTHERS_CALL.search(giver) and not is_let_call(giver):
            return None
        return from_position(reading, at[index] - len(given.group()), index + 1, "phone call")
    word = reading.words[index]
    if word in ("bell", "tinkle", "ring") and _SIZED.search(before) and not GIVEN_TO_OTHERS.search(before):
        return index - 1, index + 1, "phone call"
    if word in ("buzz", "buzzing"):
        match = _BUZZ.match(line, at[index])
        return proposal(reading, index, match.end()) if match is not None else None
    if word not in ("ring", "ringing", "dial", "bell"):
        return None
    return _verb_of_calling(reading, index, before)


def _verb_of_calling(reading: Reading, index: int, before: str) -> Proposal | None:
    line, at = reading.line, reading.line_at
    if NOUN_BEFORE.search(before) or (OTHERS_CALL.search(before) and not is_let_call(before)):
        return None
    match = _RING_TO.match(line, at[index])
    if match is not None and is_next_subject(before, match):
        return None
    if match is None:
        match = CALL_WHEN.match(line, at[index])
        if match is not None and (not VERBAL.search(before) or _is_at_door(reading, index)):
            match = None
    if match is not None:
        return proposal(reading, index, match.end())
    if (
        reading.words[index] in ("ring", "phone", "dial")
        and ends_clause(reading, index)
        and (WILLING.search(before) or told_if(reading, index))
    ):
        return index, index + 1, "phone call"
    return None


def _is_at_door(reading: Reading, index: int) -> bool:
    """True for "third floor, I have it. I'll ring at 8:45 and you can stay upstairs": the bell of a house."""
    words = reading.words
    begin, end = reading.sentence(index)
    if words[index] != "ring" or words[index + 1] not in _AT_DOOR or not _TALKED.isdisjoint(words[index:end]):
        return False  # "I'll ring tomorrow, keep the key in mind"
    return not _DOORS.isdisjoint(words[begin:end])


_AT_DOOR: Final = frozenset("at when once as around".split())
_TALKED: Final = frozenset(
    "about phone mobile number talk chat tell ask explain discuss sort through signal hear ear away first".split()
)
_DOORS: Final = frozenset(
    "door doorstep upstairs downstairs stairs key keys buzzer doorbell bell intercom gate porch neighbour neighbor "
    "hallway lobby concierge step".split()
)
"""Where somebody who rings stands, and who lets them in."""
_HIT: Final = re.compile(r"\b(?:hit|buzz|blow up|jump on)(?: up)? (?:my|our) (?:work |other |personal )?\Z")


def read_line(reading: Reading, index: int) -> Proposal | None:
    """Read "hit my line" as a call; other lines may be the app of that name."""
    before = words_before(reading, index)
    hit = _HIT.search(before)
    if hit is None:
        return read_messenger(reading, index)
    return from_position(reading, reading.line_at[index] - len(hit.group()), index + 1, "phone call")


_WISHED: Final = re.compile(
    r"\b(?:(?<!even )(?<!as )(?<!see )(?<!asked )(?<!asks )(?<!know )(?<!sure )(?<!wondered )(?<!checking )if"
    r"|rather|prefer(?: it)?(?: if)?) (?:you|u|ya|we|i)(?: (?:just|quickly|maybe|even|then))* \Z"
)
_RANG: Final = re.compile(rf"(?:rang|phoned) {ME}\b(?: back| up)?")


def read_rang(reading: Reading, index: int) -> Proposal | None:
    """Read "would it be ok if I rang you", "I'd rather you phoned me": past in form, and still to come."""
    match = _RANG.match(reading.line, reading.line_at[index])
    if match is None or _WISHED.search(words_before(reading, index)) is None:
        return None
    return index, reading.words_of(reading.line_at[index], match.end())[1], "phone call"


_ON_THE_PHONE: Final = re.compile(r"\b(?:on|over|by|via|through|off) (?:the )?\Z")
_ON_TO_OTHERS: Final = re.compile(
    r"phone (?:to|with) (?:my|the|a|his|her|some|our) (?!team|assistant|studio|office)\w+(?! there)"
)
_REACHES_OTHERS: Final = re.compile(
    r"\b(?:(?:reach|contact|get|call|ring|catch|speak (?:to|with)|talk to) (?:him|her|them)"
    r"|(?:they|he|she)(?: (?:can|could|may))?(?: \w+)? be (?:reached|contacted|called))"
    r"(?: [\w@+-]+){0,3} (?:on|over|by|via|through) (?:the )?\Z"
)
"""Somebody else is to be rung: "you can reach them by phone", as "you can call them"."""
_END_OF_PHONE: Final = re.compile(
    r"\b(?:i'm|im|i am|i'll be|we're|we'll be|always) (?:\w+ )?(?:on|at) the (?:other )?end of (?:the|a) \Z"
)
"""Who is there to be rung: "I'll be on the end of the phone"."""
_PHONE_THING: Final = re.compile(
    r"phones? (?:browsers?|screens?|number|app|apps|keyboard|duty|camera|version|signal|battery|charger"
    r"|case|photo|pic|lines?(?! (?:is|are|works)))\b"
)
_PHONE_TALK: Final = re.compile(
    r"(?:telephonic|(?:tele)?phone) (?:calls?|chats?|talks?|discussions?|intakes?|consults?"
    r"|consultations?|conversations?|convo|catch ?-? ?ups?|meetings?|sessions?|lessons?|appointments?"
    r"|interview)\b(?! away\b)"
)
_TO_SOMEBODY: Final = re.compile(TO_SOMEBODY)
_PHONE_BEST: Final = re.compile(
    r"(?:tele)?phone (?:is|'s|works|would be) (?:best|easier|easiest|better|quicker|quickest|fine|good"
    r"|grand)\b|(?:tele)?phone (?:ok|okay|alright|good|fine|possible) \?"
)
_TALK_FIRST: Final = re.compile(
    r"\b(?:(?:hop|jump|get|go|pop|chat|speak|talk|catch up|discuss|reach|get|answer|connect|sort|explain"
    r"|do)(?: \w+){0,2}) (?:on|over|by|via) (?:the )?\Z"
)
_SPEAKS_WITH: Final = re.compile(
    r"\b(?:greet|meet|brief|update|introduce|talk|speak|chat|explain|discuss|tell|ask)(?: \w+){0,3}"
    r" (?:on|over|by|via) (?:the )?\Z"
)

_MANNER: Final = re.compile(
    r"\b(?:i (?:(?:always|just|only|tend to|\w+ly) )?(?:go|goes|turn|turn into|freeze|sound|come across"
    r"|stammer|stutter|mumble|panic|clam|become|get)"
    r"|i'm)(?! (?:happy|easy|glad|free|available|always|here|best|better|on|talking|there|back|reachable"
    r"|fine|good))(?: [\w'-]+){0,14} on the \Z"
)
"""What becomes of who speaks there, and no proposal: "I go all shy on the phone"."""
_LONG_MANNER: Final = 20


def read_phone(reading: Reading, index: int) -> Proposal | None:
    """Read "phone" and "blower": the verb, "on the phone", "a phone chat"."""
    line, at = reading.line, reading.line_at
    before = words_before(reading, index)
    if ATTEMPTED.search(before):
        return None
    relative = read_to_relative(reading, index, before)
    if relative is not None:
        return relative
    match = _PHONE_TALK.match(line, at[index])
    if match is not None:
        return _phone_talk(reading, index, before, match.end())
    given = _GIVEN_PHONE.search(before)
    if given is not None:
        return from_position(reading, at[index] - len(given.group()), index + 1, "phone call")
    on = _ON_THE_PHONE.search(before)
    if on is not None:
        elsewhere = on.group().startswith("off") or _is_on_the_phone(reading, index, before)
        elsewhere = elsewhere or _REACHES_OTHERS.search(before) is not None
        return None if elsewhere else _talk(reading, index, before, on)
    if _END_OF_PHONE.search(before):
        return index, index + 1, "phone call"
    if before.endswith("pick up the "):
        return index - 3, index + 1, "phone call"
    if before.endswith("pick the "):
        return index - 2, index + 1, "phone call"
    if _PHONE_BEST.match(line, at[index]) and not NOUN_BEFORE.search(before):
        return index, index + 1, "phone call"
    return _verb_of_calling(reading, index, before)


def _phone_talk(reading: Reading, index: int, before: str, end: int) -> Proposal | None:
    """Read "a phone call", "phone consults", up to the position `end`."""
    if _TO_SOMEBODY.match(reading.line, end):
        return None
    last = reading.words_of(reading.line_at[index], end)[1]
    proposal = with_lead(reading, before, index, last, "phone call")
    return proposal if is_offered(reading, before, last) else only_refused(reading, proposal)


def _is_on_the_phone(reading: Reading, index: int, before: str) -> bool:
    """True for who is on the phone to somebody, or what becomes of them there."""
    line, at = reading.line, reading.line_at
    if _MANNER.search(line, at[max(reading.sentence(index)[0], index - _LONG_MANNER)], at[index]):
        return True
    if _PHONE_THING.match(line, at[index]) or _ON_TO_OTHERS.match(line, at[index]):
        return True
    return is_busy(before) and _SPEAKS_WITH.search(before) is None


def _talk(reading: Reading, index: int, before: str, on: re.Match[str]) -> Proposal:
    talk = _TALK_FIRST.search(before)
    return from_position(reading, reading.line_at[index] - len((talk or on).group()), index + 1, "phone call")


_FLASHED: Final = re.compile(
    r"(?:flash|beep) (?:me|us)\b(?! (?:an?|the|your|ur|that|some|with|out|back a)\b)"
)


def read_flash(reading: Reading, index: int) -> Proposal | None:
    """Read "flash me", "beep me": a call that is to be missed."""
    match = _FLASHED.match(reading.line, reading.line_at[index])
    return None if match is None else (index, index + 2, "phone call")


_PICKED: Final = re.compile(
    r"pick(?: up)?(?: (?:calls?|your calls?|the phone)\b"
    r"| (?:between|from|after|before) (?:\d|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven"
    r"|twelve))"
)
_I_PICK: Final = re.compile(
    r"\b(?:i|i'll|i can|i do|free to|able to|available to"
    r"|there to)(?: (?:always|usually|mostly|will|normally|still))* \Z"
)


def read_pick(reading: Reading, index: int) -> Proposal | None:
    """Read "I pick calls from six": to pick is to answer the phone."""
    match = _PICKED.match(reading.line, reading.line_at[index])
    if match is None or _I_PICK.search(words_before(reading, index)) is None:
        return None
    return index, reading.words_of(match.start(), match.end())[1], "phone call"


_TRIED_AT: Final = re.compile(
    r"try (?:your|ur) (?:landline|mobile|cell|phone)(?= (?:at|in|around|after|before|about|later|tonight"
    r"|tomorrow|again|then|when)\b)|try (?:my|our|the)"
    r" (?:landline|mobile|cell|phone)(?= ?(?:[.,!]|or\b|if\b|when\b|after\b|any ?time\b|first\b"
    r"|tonight\b|tomorrow\b)|\Z)|try (?:me|us)(?: back| again)?"
    r" (?:(?:on|at) (?:(?:this|my|the|that)(?: \w+)? (?:number|phone|mobile|cell|landline|line)\b|\+|\("
    r"|\d)"
    r"|(?:around|after|before|from|about|between|any ?time|tonight|tomorrow|later"
    r"|this (?:evening|afternoon|morning)|in (?:the|a|an|\d+)|once (?!and\b)\w+|when|\w+day)\b)"
)


def read_try(reading: Reading, index: int) -> Proposal | None:
    """Read "try me around five", "try me on this number": whom one tries at a time, one calls."""
    match = _TRIED_AT.match(reading.line, reading.line_at[index])
    return None if match is None else (index, index + 2, "phone call")
