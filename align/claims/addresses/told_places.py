"""Addresses that a message only speaks of: where the client is, asked about or noted, and where others are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.addresses.hosting import hosts, is_there_too
from align.data.names import load_given_names
from align.reading.cues import DURATION_UNIT, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.contacts.owners import Owner
    from align.reading import Reading

_RELATIVES: Final = (
    r"(?:mum|mom|mam|dad|gran|nan|sister|brother|cousin|aunt|uncle|friend|mate|pal|colleague|boss"
    r"|neighbou?r|husband|wife|partner|supplier|dentist|doctor"
    r"|accountant|landlord|physio|vet|tailor|framer|printer|baker)"
)
_OPENS: Final = (
    r"(?:(?:ok|okay|so|and|right|great|grand|lovely|perfect|cool|thanks|hi|hey|then|just checking"
    r"|just to check|quick check)(?: ,| :| -)? )*"
)
_ROOM: Final = (
    r"(?:studio|place|shop|salon|clinic|room|chair|flat|house|home|address|gym|workshop|kitchen|school"
    r"|hall|office)"
)
_ASKED: Final = re.compile(
    rf"{_OPENS}(?:(?:so|is it|it's|its|it is|that's|is that|still|you're (?:at|in|on)"
    r"|you are (?:at|in|on)|(?:could|can|would) you (?:just )?confirm|confirming|to confirm"
    rf"|is (?:the|your)|(?:is it|are you)(?: (?:at|in|on))?(?:(?: [\w,#-]+){{1,6}} or)?)(?: :)? )?\Z"
)
"""All that stands before an address where the client is asked whether it is theirs: "so it's … ?"."""
_WITH_UNIT: Final = r"(?: (?:, )?(?:flat|unit|apt|apartment|floor|bell) \w+)?"
_IS_ASKED: Final = re.compile(
    _WITH_UNIT
    + r" (?:, |- )?(?:(?:at|for|on) (?:(?!you\b|ok\b|fine\b|good\b)[^.,!?]){1,20} )?(?:(?:again|still"
    r"|or (?:the|is|flat|unit|apt|number|no|\d)[^.!?]{0,30}|then|same again|that's (?:you|yours|right)"
    r"|is (?:you|yours)[^.!?]{0,12}|is (?:that|this|it) (?:you|yours|right|it)|yes|correct) ?)?\?"
)
_PLACED_BY_SO: Final = re.compile(
    r"(?:so|it's|it|its|that's|still|you're|confirm|confirming|are|you|in|at|or) (?:(?:at|in|on) )?\Z"
)
_CLIENT_BEFORE: Final = re.compile(
    r"(?:\byou(?:'d| would)?(?: (?:also|still|now|just|both))? (?:like|want|wanted|wish|asked for|booked)"
    r"(?: [\w-]+){0,3}? (?:ride|lift|taxi|cab|transfer|pick ?-? ?up|drop ?-? ?off|dropped(?: off)?"
    r"|picked up)(?: (?:off|back|out))? (?:to|at|from|outside)"
    r"|(?P<goes>(?:going|driving|walking|cycling|popping) (?:right )?past"
    r"|(?:\A|[,.;!?] |\b(?:i'm|im|i am|we're|(?:i'll|we'll|i will|we will|i|we) be"
    r"|(?<!you're )(?<!you )(?<!be )(?:just|now)) )(?:heading|driving|coming|cycling|popping|walking"
    r"|travelling|racing)(?: \w+){0,2}? (?:over |up |round |out |down )?to)"
    r"|\bon (?:my|the|our) way (?:over |up |round )?to"
    r"|\b(?:just|i'm|i've|i) parked(?: up)? (?:at|outside|near|by|beside|in front of)"
    r"|\b(?:when|once|as soon as) i(?:'m| am| get| reach| arrive)(?: (?:at|to|outside|near|by))?"
    r"|\bi (?:can|could) be (?:at|over at|outside)|\b(?:i've|i have)(?: got)? (?:the|a|your)(?: spare)?"
    r" keys? (?:for|to)"
    r"|\b(?:satnav|sat nav|google|maps|form|booking|calendar|diary|notes?|system|invoice|message|text)"
    r" (?:says|said|has|had|shows|gives|reads)|\blast time (?:it was|we did|was|i came to|i went to)"
    r"|\b(?:i|i've|i have|i'll|i'd|we've)(?: (?:just|already|also))?"
    r" (?:put|written|noted|saved|popped|typed|entered|added|jotted|pencilled)(?: (?:down|in))?"
    r"|\b(?:i'll|i will|i can|i could|we'll|i'd|happy to"
    r"|(?:driver|courier|shop|postman|they)(?: will|'ll| can)?|parcel|package|invoice|delivery)(?: just"
    r"| then| also)?"
    r" (?:post|send|mail|deliver|bring|courier|ship|drop|went|goes|got"
    r"|came)(?: (?:it|them|this|that|everything|the [\w-]+|your [\w-]+|off|over|round|out|back)){0,3} to"
    r"|\b(?:send|share|give|text|drop) me (?:a pin|directions|a map|the code)(?: \w+)? (?:for|to)) \Z"
)
_CLIENT_BEHIND: Final = re.compile(
    _WITH_UNIT + r" (?:, |- |and )?i'll (?:ring|buzz|knock|park|hoot"
    r"|text (?:when|once) i(?:'m| am)?+(?! (?:ready|done|free|finished)\b)|find)\b(?! (?:you|if)\b)"
)
_OTHERS_BEFORE: Final = re.compile(
    r"(?:\b(?:moved (?:out )?(?:of|from)|(?:i|we|i've|we've|have|since i|when we)(?: \w+)?"
    r" (?:left|closed|gave up)|used to (?:be|work|teach|live|cut|rent"
    r"|train)(?: (?:at|on|in|out of|from))?|(?<!in )(?<!at )(?<!to )(?:my|our)"
    rf" (?:old|previous|former|last) {_ROOM}(?: (?:was|were))?(?: (?:at|on|in))?"
    rf"|(?:old|previous|former|last) {_ROOM} (?:was|were)(?: (?:at|on|in))?)"
    rf"|\b(?:(?:my|our|his|her|their|your) (?:[\w-]+ )?{_RELATIVES}|mum|dad|he|she|they)(?: [^\W\d_]+)?"
    r" ?(?:lives?|works?|is|'s|'re|are|stays?|has (?:a|his|her|their) (?:shop|place|studio))(?: \w+)?"
    r" (?:at|on|in|over)"
    r"|\b(?:(?:find|locate|reach|meet) (?:him|her|them)|(?:visit|see) (?:him|her))(?: \w+)? (?:at|on|in|over)"
    r"|\b(?:my|our|one of my|a|another) (?:(?:last|other|next|previous|first|old|new|regular|favourite"
    r"|favorite|longest|oldest) )+(?:client|clients|customer|customers|patient|couple|job|gig|booking"
    r"|visit)(?: (?:lives?|is|was|works?))? (?:at|on|in)"
    r"|\b(?:park|parking)(?: up)?(?: (?:your|the) (?:car|van)| for free| free)?"
    r" (?:at|in|on|by|behind|beside|near) (?:the|a)"
    r" (?:[\w-]+ ){0,2}?(?:garage|lot|car park|multi-?storey|parkade|ramp|deck|church|supermarket"
    r"|station|mall)(?: (?:at|on|in)| ,)"
    r"|\b(?:shop|cafe|store|bakery|market) (?:that )?(?:i|we)"
    r" (?:really |always )?(?:use|go to|buy from)(?: \w+)? (?:is|'s)(?: (?:at|on|in))?"
    r"|\b(?:shop|place|cafe|studio|salon|store|school|gym|bakery|market) (?:that )?(?:i|we)"
    r" (?:really |always )?(?:like|love|recommend|rate)(?: best)? (?:is|'s)(?: (?:at|on|in))?"
    r"|(?P<bought>\b(?:get|buy|order) (?:the|some|a|those|more))"
    r" (?!keys?\b|dog\b|parcel\b|order\b|pieces?\b|best\b|whole\b|full\b)(?:[\w-]+ ){1,3}?(?:at|from|in)"
    r"|\b(?:she|he|they|you|(?:my|our|her|his) [\w-]+)"
    r" (?:grew up|(?:was|were) born|trained|studied|lived|flatted|got married|died)(?: ?(?:at|in|on))"
    r"|\b(?:i|we) (?:grew up|(?:was|were) born|flatted|got married|trained|studied|lived|learn(?:ed|t)"
    r"|did (?:a|an|the|this) (?:[\w-]+ ){1,2}?|played(?: (?:a|the) \w+)?|sang|performed"
    r"|apprenticed)(?: ?(?:at|in|on))) \Z"
)
_OTHERS_BEHIND: Final = re.compile(
    _WITH_UNIT + r" (?:, )?(?:is|are) (?:run|owned|managed|taught) by\b(?! (?:me|us|my|our)\b)"
)
_FORMER: Final = re.compile(
    rf"\b(?:old|previous|former|last|first) (?:{_ROOM}|one)(?: ,)?(?: (?:at|on|in|,))? \Z"
)
_GONE_BEHIND: Final = re.compile(
    _WITH_UNIT + r" (?:, )?(?:is|'s|was|has|got|became)(?: \w+){0,4}?"
    r" (?:now|closed|gone|shut|sold|demolished|knocked down|taken over|turned into|these days"
    r"|empty)\b(?! (?:open|mine|ours|my|our)\b)"
)
"""What has become of a place that was left: "the old studio at … is a nail bar now"."""
_BACK: Final = 10
_AHEAD: Final = 9


def told_owner(reading: Reading, first: int, last: int) -> Owner | None:
    """Return whose the address on `[first, last)` is where the words around it tell; None for no telling."""
    line, at = reading.line, reading.line_at
    begin, end = reading.sentence(first)
    before = line[at[max(begin, first - _BACK)] : at[first]]
    behind = line[at[last] - 1 : at[min(len(reading), last + _AHEAD)]] if last < len(reading) else ""
    if hosts(reading, first, last):
        return None
    too = is_there_too(behind)
    others = None if too else _OTHERS_BEFORE.search(before)
    if others is not None and not (others["bought"] and _is_ours_to_sell(reading, begin, first)):
        return "other"
    if not too and _is_somebodys(reading, first):
        return "other"
    if _OTHERS_BEHIND.match(behind) and "my " not in before:
        return "other"
    if _GONE_BEHIND.match(behind) and _FORMER.search(before):
        return "other"
    asked = reading.words[end - 1] == "?"
    client = _CLIENT_BEFORE.search(before)
    if (client is not None and not (client["goes"] and asked)) or (
        before.endswith("see you at ") and _CLIENT_BEHIND.match(behind)
    ):
        return "client"
    if asked and _ASKED.match(before) and _IS_ASKED.match(behind):
        theirs = _PLACED_BY_SO.search(before) is not None or _THEIRS.search(behind) is not None
        return "client" if theirs else None
    return None


_THEIRS: Final = re.compile(r"\b(?:you|yours|still|again|or|right|correct)\b")


def _is_ours_to_sell(reading: Reading, begin: int, first: int) -> bool:
    """True for "get the full hour at …", which no shop sells."""
    return any(mark & _OURS for mark in reading.marks[max(begin, first - _BACK) : first])


_OURS: Final = SERVICE_WORD | DURATION_UNIT | PRICE


def _is_somebodys(reading: Reading, first: int) -> bool:
    """True for "Jo lives at …"."""
    words = reading.words
    if first < _LIVES_AT or words[first - 1] not in ("at", "on", "in") or words[first - 2] not in _LIVES:
        return False
    return words[first - 3] in load_given_names() and not reading.marks[first - 3]


_LIVES_AT: Final = 3
_LIVES: Final = frozenset("lives works teaches trains".split())
