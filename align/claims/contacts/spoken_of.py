"""Contacts that a message only speaks of: the client's, read back to them, or those of somebody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.helplines import is_of_helpline
from align.data.names import load_given_names
from align.data.words import load_words

if TYPE_CHECKING:
    from align.claims.contacts.owners import Owner
    from align.reading import Reading

_PEOPLE: Final = (
    r"(?:accountant|dentist|doctor|lawyer|photographer|videographer|barber|hairdresser|mechanic|supplier"
    r"|wholesaler|baker|florist|celebrant|seamstress"
    r"|friend|mate|pal|sister|brother|mum|mom|dad|aunt|uncle|cousin|neighbou?r|colleague|teacher|husband"
    r"|wife|girlfriend|boyfriend|student|buddy)"
)
_SOMEBODY_ELSE: Final = (
    r"(?:an?|some|another|the other) (?:[\w-]+ ){0,2}?(?:fellow|guy|bloke|chap|lad|lass|man|woman|lady|girl|boy|person"
    r"|people|kid|teenager|stranger|namesake|company|firm|account (?:in|from|by|of someone))(?! ?'s)"
)
"""Who is said to be at a contact, and is not the professional: "is a fellow in Ghent"."""
_TOLD: Final = (
    r"(?:text|try|use|send(?: it| them| that| everything)?(?: to)?|write to|ring|call|message|e-?mail"
    r"|mail|reach you (?:on|at)|go with|put|keep|have)"
)
_THINGS: Final = (
    r"(?:(?!(?:from|me|us|my|our|vouchers?|gifts?|cards?|sessions?|lessons?|packages?|prints?|merch"
    r"|forms?|times?|slots?|links?)\b)[\w'-]+ ){1,5}?"
)
"""What is bought: nothing that the professional would sell."""
_CALLED: Final = r"(?:friend|mate|pal|buddy)"
"""What a client is called too: "text me, my friend: …"."""
_CLIENT_BEFORE: Final = re.compile(
    r"(?:(?:\A|[.!?] )(?:(?:ok|okay|great|perfect|lovely|cool|thanks|yes|yep)(?: ,)? )?(?:got it"
    r"|got that|noted|gotcha|saved) (?:[,:!-] )?"
    rf"|\b(?:will|should|shall|do|can|could) i (?:still |just )?{_TOLD} "
    r"|\b(?:confirmation|receipt|form|invoice|reminder|link|e-?mail|mail|code|recap|contract|files?"
    r"|photos|it|that|everything) (?:went|was sent|were sent|has gone|'s gone|have gone|has been sent"
    r"|bounced)(?: out| over| off| back| through)? (?:to|(?<=bounced )from|(?<=bounced back )from) "
    r"|\b(?:she|he|they|(?:your|ur) [\w-]+) (?:gave|passed|sent|left)(?: (?:me|us))? "
    r"|\bis (?:this|that|it) (?:you|yours) \? )\Z"
)
"""Words that end right before the client's own contact: "got it, …", "shall I text …", "the form went to …"."""
_CLIENT_ENDS: Final = frozenset(
    (
        "it that noted gotcha saved , : ! - ? text try use send them everything to write ring call message email e-mail mail"
        " on at with put keep have from gave passed sent left me us"
    ).split()
)
"""What these words end with: a look for it is far quicker."""
_SENDS_NOW: Final = re.compile(
    r"(?:\A|[,.;!?—] |\b(?:and|just|now) )(?:sending|e-?mailing|forwarding|texting|firing|popping"
    r"|dropping|sent|e-?mailed|forwarded)\b"
    r"(?: (?!(?:to|me|us|deposit|payment|fee|retainer)\b)[^\s.!?;$£€]+){0,8} to \Z"
)
"""The professional sends, with nobody named: "sending the form to …"."""
_SENDING: Final = frozenset(
    (
        "sending emailing e-mailing mailing forwarding texting firing popping dropping sent emailed "
        "e-mailed mailed forwarded"
    ).split()
)
_CLIENT_SENDS: Final = re.compile(r"\b(?:by|you|you'll|you'd|ye|start|try|replying|confirm|book|hold|with) ")
"""Words before it that make it something for the client to do: "you book by sending it to …"."""
_CLIENT_AFTER: Final = re.compile(
    r"for (?:you|him|her|them)(?= (?:, )?(?:is (?:that|this|it)|right|correct|yes|yeah|still)\b| \?)"
    r"|(?:in|on|from) (?:your|ur) (?:bio|profile|signature|enquiry|inquiry)\b"
    r"|(?:still )?the (?:best|right|correct) (?:(?:one|number|address|e-?mail|mail) )?(?:for"
    r"|to (?:reach|get|text)) you\b(?! to\b)"
)
_OTHERS_BEFORE: Final = re.compile(
    rf"(?:\b(?:my|our) (?:[\w-]+ )?(?!{_CALLED} (?:[,:(] )?\Z){_PEOPLE}(?: ?'s)?"
    rf" (?P<called>(?:[^\W\d_]+ ){{0,2}}?)(?:(?:is|'s|are) )?(?:on |at |, |: |\( )?"
    rf"|\b(?:an?|the|another|one) (?:[\w-]+ )?{_PEOPLE} of"
    r" (?:mine|ours)(?: (?:is|'s))?(?: (?:on|at|,|:|\())? "
    r"|\b(?:ask|try|text|call|ring|message|contact|to|from|with|see|follow|recommend|by|is|was)"
    rf" (?:my|our) {_CALLED} (?:[,:(] )?"
    r"|\b(?:talk|speak|chat|go|shout|write) to (?P<name>[^\W\d_]+) (?:(?:,|\(|on|at|:|-) )?"
    rf"|\b(?:buy|buying|order|ordering) {_THINGS}from "
    rf"|\b(?:i|we)(?:'ve| have)? (?:got|get|bought|buy|had|ordered|order|took) {_THINGS}from "
    r"|\b(?:emergency|ambulance|the emergency line|out of hours) (?:on |at |is )?"
    r"|\b(?:weather|forecast|bus|buses|train|trains|tram|ferry|tides?|traffic|parking)(?: times?"
    r"| timetable)?(?: is| are| ?'s)?(?: paid| cheapest)? (?:on|at|through|via|by) "
    r"|\b(?:wholesaler|supplier|framer|printer|dyer) (?:that )?(?:i|we)"
    r" (?:always )?(?:use|like|rate|trust)(?: is| ?'s) "
    r"|\bi (?:read|saw|heard|found) (?:it|that|this|about it) on |\bi(?:'ve)? tagged you (?:, )?(?:as )?"
    r"|\b(?:the|a) (?!studio|entrance|door|number|page)[\w-]+"
    r" (?:next door|down the (?:road|street|hall)|across the (?:road|street|hall))(?: is| ?'s| at| on)* "
    r"|\b(?:the|my|our|your|a) (?:sub|substitute|stand ?-? ?in|cover|replacement|dep|locum"
    r"|relief)(?: (?:teacher|tutor|groomer|driver|stylist|player|for|on|this|next|in|the|your|my"
    r"|tomorrow|today|\w+day|week|lesson|session|gig|day|night))*(?: (?:is|'s|will be))? (?:[,:(] )?"
    r"|\b(?:ignore|block|report|avoid|not sure about|no idea who|never heard of) )\Z"
)
_OTHERS_OPEN: Final = frozenset(
    word + ending
    for word in (
        "my our mine ours talk speak chat go shout write buy buying order ordering got get bought had "
        "ordered took emergency ambulance line hours"
        " weather forecast bus buses train trains tram ferry tide tides traffic parking wholesaler supplier "
        "framer printer dyer read saw heard found"
        " next door down across tagged ignore block report avoid sure who of sub substitute stand stand-in "
        "cover replacement dep locum relief"
    ).split()
    for ending in ("", "'s")
)
"""Words of which each of its ways holds one: a look for them is far quicker."""
_OTHERS_AFTER: Final = re.compile(
    r"(?:\) )?(?:is|'s|will be)(?: also| just| kindly)?"
    r" (?:covering|standing in|filling in|depping|stepping in|taking over)\b"
    r"|(?:\) )?(?:is|'s|was|are)(?: just| really| such| so| absolutely| also)?"
    r" (?:an? )?(?:fake|scam|copycat|imposter|impostor|clone"
    r"|(?:brilliant|great|amazing|fab|excellent|fantastic|a genius|a wizard)"
    r" (?:at|with)(?! (?:any|all|night|nights|weekends?|texts?|messages?|replies|replying|getting)\b))\b"
    r"|(?:isn't|is not|wasn't) (?:me|us|mine|ours)\b"
    rf"|(?:is|'s|was) {_SOMEBODY_ELSE}\b(?!.*\b(?:(?:i|we) (?:run|own|use|keep|started|set)|(?<!not )(?:me|us))\b)"
    r"|(?:, )?(?:that's|it's|which is) (?:an? )?(?:scam|fake|not (?:me|us|mine|ours))\b"
    r"|for (?:that|those|this|it|them)(?: ,)? (?:they're|they are|she's|he's|she is|he is)"
    r" (?:\w+ ){0,2}?(?:great|good|best|lovely|brilliant|amazing|fab|fantastic|ace|excellent)\b"
)
_ASK_THEM: Final = re.compile(
    r"(?:\) )?(?:[,—-]|and)(?: (?:so|and|just|please|do))*"
    r" (?:(?:ask|message|msg|text|follow) (?:him|her|them)\b(?! all\b)"
    r"|tell (?:him|her|them) (?:i|we|that i|hi|hello)\b)"
)
"""Who is at the contact, where nobody is named before it: "it's @x, ask him"."""
_US: Final = frozenset("i i'm im me us my mine our ours we we're".split())
_FRIEND_BEFORE: Final = re.compile(rf"\b(?:my|our) {_CALLED} \Z")
_DOES: Final = re.compile(r"(?:does|can|might|has|makes|did|sells|runs|will)\b")
_OURS_BEHIND: Final = re.compile(
    r"(?:\) )?(?:[,—-] )?(?:that's |it's |which is |is |'s )?(?:as )?(?:mine|ours|my|our)\b"
    r"|(?:always |still )?(?:reaches|gets|finds|rings) (?:me|us)\b"
)
_OURS_BEFORE: Final = re.compile(
    r"\b(?:my|our) (?:[\w-]+ ){0,2}?(?:number|cell|mobile|whatsapp|handle|insta|instagram|e-?mail"
    r"|address|line|page|site)(?: ?'s| is)? (?:[\w-]+ )?\Z"
)
_BACK: Final = 12
_AHEAD: Final = 8


def spoken_of(reading: Reading, first: int, last: int) -> Owner | None:
    """Return whose the contact on `[first, last)` is where the words right around it tell; None for no telling."""
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(first)[0], first - _BACK)
    # "is this you?" is a sentence of its own
    start = max(0, begin - _QUESTION) if begin == first and begin else begin
    before = line[at[start] : at[first]]
    words = reading.words[start:first]
    behind = line[at[last] : at[min(len(reading), last + _AHEAD)]] if last < len(reading) else ""
    ours = "my" in words or "our" in words
    if _OURS_BEHIND.match(behind) or (ours and _OURS_BEFORE.search(before)):
        return None
    others = None if _OTHERS_OPEN.isdisjoint(words) else _OTHERS_BEFORE.search(before)
    if others is not None and _names_others(others):
        return "other"
    if _OTHERS_AFTER.match(behind) or _is_somebody(reading, first) or is_of_helpline(reading, first):
        return "other"
    if _ASK_THEM.match(behind) and _US.isdisjoint(words):
        return "other"
    if ours and _FRIEND_BEFORE.search(before) and _DOES.match(behind):
        return "other"
    if (words and words[-1] in _CLIENT_ENDS and _CLIENT_BEFORE.search(before)) or _CLIENT_AFTER.match(behind):
        return "client"
    sends = None if _SENDING.isdisjoint(words) else _SENDS_NOW.search(before)
    return "client" if sends is not None and _CLIENT_SENDS.search(before, 0, sends.start()) is None else None


_QUESTION: Final = 5
_AT_WORK: Final = frozenset("does sells makes runs fixes teaches cuts bakes paints shoots has".split())


def _names_others(match: re.Match[str]) -> bool:
    """True where what stands between somebody and the contact is a name or their trade: "my mate Dave on", not "my mate built it,"."""
    if match["name"] is not None and match["name"] not in load_given_names():
        return False
    called = (match["called"] or "").split()
    if not called or called[0] in _AT_WORK:
        return True
    if called[0] in load_given_names() and match.end("called") < match.end():
        return True  # "my friend Jo Marsh is on"
    return all(word in load_given_names() or word not in load_words() for word in called)


def _is_somebody(reading: Reading, first: int) -> bool:
    """True for "Jo's on …", and for who made or sold something: "from Jo at …"."""
    words = reading.words
    if first < _OF_SOMEBODY or words[first - 1] not in ("on", "at"):
        return False
    if words[first - 3] in _MADE_BY and words[first - 2] in load_given_names():
        made = words[first - 4]
        return first > _MADE and (made in _IS_MADE or (made.endswith("ed") and made not in _SEEN_TO))
    at = first - (3 if words[first - 2] == "'s" and first > _OF_SOMEBODY else 2)
    name = words[at].removesuffix("'s")
    is_of = at == first - 3 or name != words[at]
    return is_of and name in load_given_names() and not reading.marks[at]


_MADE_BY: Final = frozenset(("from", "by"))
_IS_MADE: Final = frozenset(
    "is are 's 're it's they're that's was were came come made sewn cut built drawn done".split()
)
_SEEN_TO: Final = frozenset(
    "handled booked managed arranged scheduled organised organized answered received collected accepted".split()
)
"""What somebody does for us at a contact that is then ours: "bookings are handled by Lena at …"."""
_MADE: Final = 3
_OF_SOMEBODY: Final = 2
