"""What the readers of calls, voice notes and apps share: the words around a proposal to talk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.stance import stance_of
from align.reading.cues import BREAK, CALENDAR, CLOCK, COMMA

if TYPE_CHECKING:
    from align.reading import Reading

Proposal = tuple[int, int, str]
"""The words `[first, last)` that propose a channel, and its canonical name."""
BACK: Final = 9
TO_SOMEBODY: Final = (
    r" (?:to|from) (?:the|your|an?|his|her|their|my)"
    r" (?!(?:mobile|cell|phone|number|landline|assistant|colleague|partner|studio|shop|salon|office|desk"
    r"|line|team|view|client|few|couple|quick|bit)\b)\w+"
)
"""Behind a call of the client's with somebody else: "that's a phone call to the vet"."""
_FAR_BACK: Final = 20
ME: Final = r"(?:me|us|you|ya|u|ye|yous|y'all|yall|yourself)"
LINE: Final = (
    r"(?:(?:my|our) (?:cell|phone|mobile|line|number|landline)"
    r"|the (?:studio|shop|salon|office|desk|landline|house|workshop))"
)
GIVE: Final = r"(?:give|gives|giving|gimme|gis|gies|gissa|gie|gie ?'s|drop|chuck|throw)"
SIZE: Final = (
    r"(?:quick|short|brief|wee|little|fast|speedy|cheeky|proper|free|friendly|casual|informal|good|old"
    r"|fashioned"
    r"|discovery|intro|introductory|introduction|consultation|consult|planning|follow|up|check|in|catch"
    r"|chemistry"
    r"|initial|preliminary|pre|\d+|five|ten|fifteen|twenty|thirty|two|half|hour|minute|minutes|min|mins"
    r"|hr|-|’|'s"
    r"|complimentary|weekly|fortnightly|monthly|regular|live|private|no|obligation|live|one|on|1|1:1)"
)
CALL_WHEN: Final = re.compile(
    r"(?:call|ring|phone|dial|calling|ringing|phoning)(?= (?:ahead|when|if|before|after"
    r"|the (?:day|night|week|morning|evening) (?:before|after|of)"
    r"|once (?:you|i|we|it|they|he|she|the|your|ur|u)\b|any ?time|tonight|tomorrow|today|first|now|back"
    r"|instead|whenever"
    r"|directly|later|asap|between|around|as soon|straight|about|with (?:a|any|some|your|the|questions?)"
    r"|up (?:and|to|about|with|first|before|for|when|if)"
    r"|and (?:book|ask|talk|chat|explain|discuss|sort|check|confirm|have|go)"
    r"|to (?!(?:action|arms|prayer|order|mind|attention|duty|you|me|the|my|a|an|your|this|that|it)\b)[a-z]+"
    r"|or (?:text|message|txt|whatsapp|email|drop)|on (?:the )?(?:\+|\(|\d|zero|oh)"
    r"|at \+?\d"
    r"|\+ ?\d|\( ?\d|(?!\d{2,3}(?: [^\d(-]|\Z)|10111\b|116 \d{3}\b|13 \d\d \d\d\b)\d{2,}))"
)
VERBAL: Final = re.compile(
    r"(?:(?:^|[.!?;:,…\n(—]|\b(?:you|can|could|please|pls|plz|just|to|or|and|then|will|i'll|ill|we'll"
    r"|i'd|should|might|gladly|always|so|simply|also"
    r"|shall i|we|i|(?:can|could|may|will|would|should) (?:my|our) (?:\w+ )?\w+|don't hesitate to|but"
    r"|maybe|rather|either|try|by|of|prefer|about|best|defo|definitely|do|ya|u|ye|instead|now|yes|ok"
    r"|okay|sure|fine))(?: |$))\Z"
)
WILLING: Final = re.compile(
    r"\b(?:(?:ok|okay|alright|all right|possible|fine|cool|allowed) to|mind if i|chance (?:to|i can)"
    r"|(?:can|could|may|would) (?:my|our) (?:\w+ )?\w+|you can|can you|could you|please|pls|just|free to"
    r"|happy to|good (?:time )?to|best time to|glad to|easier to|easiest to|best to|better to|quicker to"
    r"|you (?:may|should|could)|(?:^|[,.!?;:—] )(?:so|then)|simplest to|i can|i could|i'll|i will|can i"
    r"|could i|should i|shall i|shall we|should we|want to"
    r"|wanna|let'?s|text or|message or|prefer to|welcome to|going to"
    r"|gonna|rather|(?:pick up|answer)(?: \w+)? (?:when|if) (?:i|we)|we can|we could|try|mind"
    r"|could always|can always|can also|can just|(?:don't|dont|do not|no|stop|not|instead of"
    r"|rather than) (?:text|texts|texting|message|messages|messaging)(?: me)?(?: [,.;—-])?(?: just"
    r"| please)?) \Z"
)
BUSY: Final = re.compile(
    r"(?:\b|(?<= ))(?:'s|i'm|im|am|was|been|were|already|still|currently|stuck|while|are|is|kids|him|her"
    r"|them|be|always|time|hopeless|terrible|useless|awful|rubbish|bad|great|good|shy|awkward|slow"
    r"|dreadful|worse|crap) (?:just )?on (?:a |the |another )?(?:\w+ )?\Z"
)
PAST: Final = re.compile(
    r"\b(?:got|saw|seen|heard|loved|enjoyed|listened to|received|missed|thanks for|thank you for"
    r"|cheers for|ta for|had|after|your|ur|sent|last|returning|return)"
    r" (?:the |your |ur |a |an |that |this |our |my |his |her )?(?:\w+ )?\Z"
)
GIVEN_TO_OTHERS: Final = re.compile(
    rf"\b(?:{GIVE}|gave|giving) (?!{ME}\b|{LINE}\b|it\b|that\b)(?:[\w'-]+ ){{1,6}}?(?:an? "
    rf"|the )(?:\w+ or an? )?(?:{SIZE} )*\Z"
)
"""A call that somebody else is to get: "give your bank a quick call"."""


AWAITED: Final = re.compile(
    r"\b(?:(?:wait|waiting|expect|expecting|await|awaiting)(?: here| by the phone| on| for)*"
    r"|look(?:ing)? (?:forward|fwd) to|standing by for|ready for|here for)"
    r" (?:your|ur|yr) \Z"
)
"""What the client is to send or make, and is awaited: "waiting for your (call)"."""
ATTEMPTED: Final = re.compile(
    r"\b(?:tried|was trying|been trying|kept trying|attempted|forgot|meant|was going"
    r"|were going)(?: (?:to|and))?(?: \w+)? \Z"
)
"""A call that somebody made, or did not come to make: "I tried to ring you"."""


_IF: Final = re.compile(
    r"\b(?:if|when|once|unless|for (?:anything|emergencies|urgent|something|bookings|quick)"
    r"|any (?:problem|problems|trouble|questions|issues)) .*(?:, |\band |\bthen )(?:just )?\Z"
)


def told_if(reading: Reading, index: int) -> bool:
    """True where a command stands behind its condition: "if the van is late, call"."""
    if reading.words[index - 1 : index] not in ([","], ["just"], ["and"], ["then"]):
        return False
    line, at = reading.line, reading.line_at
    first = max(reading.sentence(index)[0], index - _FAR_BACK)
    return _IF.search(line[at[first] : at[index]]) is not None


def words_before(reading: Reading, index: int) -> str:
    """Return the few words of the sentence before word `index`, with a closing space."""
    line, at = reading.line, reading.line_at
    first = max(reading.sentence(index)[0], index - BACK)
    return line[at[first] : at[index]]


def only_refused(reading: Reading, proposal: Proposal) -> Proposal | None:
    """Keep a call that is spoken of only where it is turned down: "no to the phone call"."""
    stance = stance_of(reading, proposal[0], proposal[1])
    return proposal if stance is Stance.REFUSED else None


LEADS: Final = re.compile(
    r"(?:(?:hop|jump|get|go|pop|chat|speak|talk|meet|connect)(?: \w+)?"
    r" (?:on|over|via|by|through)(?: to)?|have|do|set up|book(?: in)?|schedule|arrange|fancy|take|make"
    r"|do|grab)"
    r" (?:a |an |our |another |the )?\Z"
)


_LEADS_ENDS: Final = tuple(
    word + " "
    for word in (
        "to on over via by through have do up book in schedule arrange fancy take make grab a an our "
        "another the"
    ).split()
)
"""What `LEADS` can end with."""


_SIZES: Final = re.compile(rf"(?:\b{SIZE} )+\Z")


def lead_before(before: str) -> re.Match[str] | None:
    """Return the verb that proposes a noun, with its article: "hop on a"."""
    return LEADS.search(before) if before.endswith(_LEADS_ENDS) else None


def unsized(before: str) -> str:
    """Return the words before a noun without the adjectives of its length: "do a (quick)"."""
    match = _SIZES.search(before)
    return before if match is None else before[: match.start()]


def is_busy(before: str) -> bool:
    """True behind "I'm on a", "stuck on the": somebody who is on a call."""
    return "on " in before and BUSY.search(before) is not None


def with_lead(reading: Reading, lead: str, first: int, last: int, channel: str) -> Proposal:
    """Widen a noun to the verb that proposes it: "hop on a quick call"."""
    plain = unsized(lead)
    match = lead_before(plain)
    if match is None:
        return first, last, channel
    start = reading.line_at[first] - len(lead) + len(plain) - len(match.group())
    return from_position(reading, start, last, channel)


def from_position(reading: Reading, position: int, last: int, channel: str) -> Proposal:
    """Return a proposal from a position of the line up to word `last`."""
    return reading.word_at(position), last, channel


def proposal(reading: Reading, index: int, end: int) -> Proposal:
    """Return a phone call from the verb at `index`; "I'll" before it belongs to it."""
    first = index
    if reading.words[index - 1 : index] in (["i'll"], ["ill"], ["we'll"]):
        first = index - 1
    return first, reading.words_of(reading.line_at[index], end)[1], "phone call"


def is_compound(reading: Reading, index: int) -> bool:
    """True for the first half of a hyphened word: "ring-fence", "call-out"."""
    words = reading.words
    return (
        words[index + 1 : index + 2] == ["-"]
        and index + 2 < len(words)
        and reading.end(index) == reading.start(index + 1)
        and reading.end(index + 1) == reading.start(index + 2)
    )


def ends_clause(reading: Reading, index: int) -> bool:
    """Tell whether word `index` is the last of its clause."""
    return index + 1 >= len(reading) or bool(reading.marks[index + 1] & BREAK)


NOUN_BEFORE: Final = re.compile(
    r"\b(?:the|a|an|your|my|our|that|this|wedding|engagement|nose|gold|silver|diamond|boxing|his|her"
    r"|their|key|onion|curtain|light|work|new|other|cell|mobile|smart|personal) \Z"
)
_OFFERED: Final = re.compile(
    r"(?:\b(?:a|an|our|another|do|doing|have|having|take|taking|accept|to|for|by|via|over|through"
    rf"|prefer|offer|or|and|with|fancy|free|no|any|{SIZE}) |(?:^|[.!?,;:…\n(—-] ))\Z"
)
ABOUT_THEM: Final = re.compile(
    r"\b(?:the|all|these|those|this|that|your|ur|their|his|her|many|more|enough|of|yes to the)(?: \w+)? \Z"
)
_GOES_WELL: Final = re.compile(
    r"(?:is|'s|are|works?|would|might|could|suits?|helps?|first|before|beforehand|if|instead|then|too"
    r"|with|tomorrow|tonight|today|this|on|at|after|around|between|from|by|any|anytime|whenever|sometime|once"
    r"|\d\w*|next|to|so|and|or|when|later|,|\.|!|\?|…|\n|\))(?!\w)"
)


def is_offered(reading: Reading, before: str, last: int) -> bool:
    """Tell a proposed call from calls that are spoken of: "all the phone calls you make"."""
    if PAST.search(before) or is_busy(before):
        return False
    if lead_before(unsized(before)):
        return True
    if ABOUT_THEM.search(before) or _OFFERED.search(before) is None:
        return False
    return last >= len(reading) or _GOES_WELL.match(reading.line, reading.line_at[last]) is not None


def ends_phrase(reading: Reading, index: int) -> bool:
    """True where the noun at `index` is not the first half of a compound."""
    if index + 1 >= len(reading):
        return True
    return bool(reading.marks[index + 1] & (BREAK | COMMA | CALENDAR | CLOCK)) or reading.words[index + 1] in (
        "if", "is", "works", "first", "instead", "with", "before", "for", "when", "to", "at", "on", "any",
    )  # fmt: skip


_NO_PERSON: Final = (
    r"i|i'll|i'd|i'm|we|we'll|we'd|you|u|ya|ye|please|just|and|or|but|to|if|when|so|then|is|are|was|can"
    r"|could|will|would"
    r"|way|thing|things|time|option|idea|plan|day|moment|morning|afternoon|evening|night|weekend|minute"
    r"|number|easiest|best|quickest|way's"
)
OTHERS_CALL: Final = re.compile(
    r"\b(?:security|reception|concierge|management|support|customer service|customs"
    r"|dispatch)(?: (?:will|can|may|usually|always|should))* \Z"
    r"|\b(?:helpline|hotline|(?:has|have|'ve|(?<!here)(?<!that)(?<!it)'s|got|run|runs|there's"
    rf"|there is)(?: (?:an?|the|their))(?: [\w-]+){{0,3}}"
    r" (?:line|helpline|hotline|number|desk|phone|service)) (?:that |which )?(?:you|u|ya)"
    r" (?:can|could|may) (?:also |always )?\Z|\b(?:have|get|ask|let|make|want|need|tell|getting|having)"
    r" (?:someone|somebody|anyone|a \w+|(?:the|your|their|his|her) \w+(?: \w+)?|him|her|them)"
    r" (?:to )?\Z|\b(?:someone|somebody|anyone|anybody|nobody|no one"
    r"|whoever)(?: (?!(?:from|at|in|on) )\w+)? (?:to )?\Z"
    r"|\b(?:they|he|she|it|(?:they|he|she|it)'ll|(?:the|your|their|his"
    rf"|her)(?: (?!(?:{_NO_PERSON})\b)[\w'&-]+(?: 's)?){{1,4}})"
    r" (?:(?:(?:is|are|was|were|'s) (?:\w+ )?(?:going|supposed|meant|due|hoping|about) to"
    r"|(?:wants?|needs?|has|have|tends?|likes?) to"
    r"|will|'ll|can|could|may|might|should|would|to)(?: \w+)? )?\Z"
)
"""Somebody else is to call: "the office will ring you"."""
_LET_CALL: Final = re.compile(
    r"\b(?:(?:your|ur) (?:[\w'-]+ ){1,8}?|(?:tell|let) (?:him|her|them) (?:know )?(?:that )?)(?:he|she"
    r"|they) (?:can|could|may) (?:\w+ )?\Z"
    r"|(?:^|[.!?,;:…\n] |\b(?:just|please|and|then|so|or|can you|could you|you can|i'd say) )(?:have|get"
    r"|ask|tell|let) (?:him|her|them)(?: to)? \Z"
    r"|\bif (?:he|she|they)(?: ?'d| would)? (?:wants?|likes?|needs?|prefers?|rather)(?: to)? \Z"
)


def is_let_call(before: str) -> bool:
    """True where somebody of the client's is given leave to call: "tell your friend she can (call me)"."""
    return _LET_CALL.search(before) is not None


_YOU: Final = ("you ", "u ", "ya ")


def is_next_subject(before: str, match: re.Match[str]) -> bool:
    """True for the second "you" of "if you call you get the voicemail": nobody calls themselves."""
    return before.endswith(_YOU) and match.group().endswith((" you", " u", " ya"))
