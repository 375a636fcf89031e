"""Tell the sums of whoever else the client is sent to: "ask at the Wits clinic, it's about R200 a visit".

The place is named first, as somewhere to ask or as who does something ("the student workshop helps you do it
yourself for €5"); what it costs follows, with nobody of us in between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BACK: Final = 24
_AHEAD: Final = 12
_NAMES: Final = frozenset(
    "clinic clinics salon salons spa spas shop shops store stores school schools college uni university academy"
    " centre center library museum gym council charity garage hospital surgery pharmacy chemist agency church"
    " market bakery institute conservatoire conservatory barber barbers nursery kennels vet vets dentist tailor"
    " cobbler locksmith ymca workshop hairdresser hairdressers chain barbershop hospice polytechnic".split()
)
_NOT_US: Final = r"(?!(?:i|i'm|i'd|i'll|i've|my|mine|our|ours|me|us|we|we're|we'll|we've|here|with)\b)"
_WORD: Final = rf"{_NOT_US}[\w'’&-]+"
_PLACE: Final = (
    rf"(?:{'|'.join(sorted(_NAMES - {'workshop'}))}"
    r"|(?:student|community|bike|cycle|repair|council|city|public|free|charity|college|university|uni"
    r"|library) workshop)"
)
_SAID: Final = (
    r"(?:it's|it is|it'll be|it'd be|it costs|it runs|it was|they're|they are|they'll be|they'd be|that's|that'd be"
    r"|which is|you'd pay|you'll pay|they (?:only )?(?:do|charge|run|ask|take|want|have|see|sell|cut|trim|fix)"
    rf"(?: {_WORD}){{0,4}}?(?: (?:for|at|from|is|of))?)"
)
_ROUGHLY: Final = (
    r"(?: (?:about|around|roughly|only|just|like|maybe|something|some|under|over|usually|normally|more"
    r"|a|the))*"
)
_WAY_IN: Final = (
    r"(?:to|and|but|or|so|entrance|doors?|doorbell|bell|buzzer|gate|steps|stairs|key|window|stop|foyer|reception|desk|lift|link|page|tab|app|site"
    r"|website|timetable|menu|listing|list|details"
    r"|when)"
)
"""Behind a place that is only passed on the way to us, "ring the school bell", or whose clause ends."""
_SENT: Final = re.compile(
    r"\b(?:ask|asking|try|trying|ring|check|enquire|inquire|look|there's|there is|you could go|you could use|use|see)"
    r"(?: (?:in|at|to|into|with|round|for it|about it|about that|also|even|instead))* (?:the|that|a|an|one"
    r" of the|any|your)"
    rf" (?:{_WORD} ){{0,3}}?{_PLACE}\b(?: (?!{_WAY_IN}\b){_WORD}){{0,7}}? (?:[,;—–(:.!-] )(?:and"
    rf" )?{_SAID}{_ROUGHLY} \Z"
)
"""The client is sent somewhere, and what it costs is said: "try the college in town, they're about €15"."""
_DOES: Final = re.compile(
    r"(?:\A|[,.;:!?—-] |\b(?:and|but|or|so|because|though|then) )(?:the|a|an|another|that|any|your|some)"
    rf" (?:{_WORD} ){{0,4}}?{_PLACE}\b(?: (?:on|in|at|by|near|down|across|over|round|up|opposite|behind|off"
    rf"|next)(?: {_WORD}){{1,7}}?)?"
    r"(?: (?:there|also|still|usually|often|even|normally|always))?"
    r" (?:helps|lets|does|runs|teaches|fixes|mends|trims|sells|offers|hires|rents|gives|trains|shows|cuts"
    r"|has|charges|asks"
    r"|wants|repairs|services|sharpens|prints|holds|lends|did|ran|(?:will|would|can|could|might|'ll|'d)"
    r" (?:do|help|fix|let|sort|teach|run|sell|rent|hire|give|show|cut|lend|charge))"
    rf"(?: (?!(?:and|but|so)\b)(?:{_WORD}|,)){{0,9}}?(?: (?:for|at|from|is|of|,))?{_ROUGHLY} \Z"
)
"""Somebody else does something, for a sum: "the music school in town runs groups at about €180"."""
_THERE_IS: Final = re.compile(
    r"\b(?:there's|there is|there are|i know|i know of)(?: (?:also|even|always))? (?:an?|some|another|plenty of|a few)"
    rf"(?P<whose>(?: {_WORD}){{1,11}}?) (?P<relative>that|who|which)(?:'ll|'d|'s)?"
    r" (?!(?:gets?|got|pays?|paid|has|have|had|books?|booked|comes?|came|brings?)\b)"
    rf"{_WORD}(?: {_WORD}){{0,6}}?(?: (?:for|at|from|is|of))?{_ROUGHLY} \Z"
)
"""Somebody else is named by there being one: "there's a place by the park that charges around £150"."""
_OTHERS: Final = _NAMES | frozenset(
    "place places lad lads girl girls guy guys lady ladies man men woman women friend friends mate mates colleague"
    " colleagues company firm firms agency agencies outfit chap chaps fella bloke folk folks people someone somebody"
    " retailer seller website app hotline helpline hotel pub cafe bar hall clubs club".split()
)
_SOLD_BY_US: Final = frozenset(
    "fee fees charge charges deposit rate rates price prices package packages option options offer offers deal deals"
    " discount discounts slot slots spot spots session sessions lesson lessons course courses bundle bundles service"
    " treatment minimum supplement surcharge extra menu set sets thing version gap way hour hours class classes visit"
    " visits appointment voucher vouchers card plan plans scheme perk trick night nights holiday special saver taster"
    " trial link page tab monday tuesday wednesday thursday friday saturday sunday today tomorrow tonight".split()
)
"""What we sell, and when: "there's a club price that", "there's a place on Thursday that goes for"."""
_AGENTS: Final = tuple("er ers or ors ist ists ian ians".split())
_OURS: Final = re.compile(
    r"\b(?:with|from|for|by) (?:me|us)\b|\bat (?:mine|ours)\b|\b(?:i'd|i'll|i can|we can|we'd) (?:match|do"
    r"|charge|take|beat)\b"
    r"|\b(?:i'm|we're) (?:there|in|on|at|upstairs|inside)\b|\b(?:here|same as me)\b"
    r"|\b(?:as|like) (?:(?:we|i|you) )?(?:agreed|said|ever|usual|before|discussed|promised)\b|\bwe (?:said|agreed)\b"
)
_OF_SESSION: Final = re.compile(
    r"(?:for (?:the|an|one|a|your)|per|an|for) (?:hour|half|session|lesson|ninety|sixty|\d)"
)
"""Behind a sum that can be ours again: "ask at the shop for the key, it's 90 for the hour"."""


def is_of_sent_elsewhere(u: Utterance, first: int, last: int) -> bool:
    """True for the amount on the words `[first, last)` that a place asks to which the client is sent."""
    reading = u.reading
    words = reading.words
    if u.speaker is not Speaker.PROFESSIONAL:
        return False
    begin, end = reading.sentence(first)
    if begin and words[begin] in _CARRIES_ON and first - begin <= _NEAR:
        begin, _ = reading.sentence(begin - 1)
    begin = max(begin, first - _BACK)
    said = words[begin:first]
    there_is = not _RELATIVES.isdisjoint(said)
    if not there_is and _NAMES.isdisjoint(said):
        return False
    line, at = reading.line, reading.line_at
    before, end = line[at[begin] : at[first]], min(end, last + _AHEAD)
    behind = line[at[last] : at[end]] if last < end else ""
    if _OURS.search(behind):
        return False
    sent = _OF_SESSION.match(behind) is None and _SENT.search(before) is not None
    return sent or _DOES.search(before) is not None or (there_is and _is_there_another(before))


def _is_there_another(before: str) -> bool:
    """True where there is said to be someone or some place else that asks the sum."""
    found = _THERE_IS.search(before)
    if found is None:
        return False
    whose = found["whose"].split()
    if not _SOLD_BY_US.isdisjoint(whose):
        return False
    if not _OTHERS.isdisjoint(whose):
        return True
    return found["relative"] == "who" and whose[-1].endswith(_AGENTS)


_RELATIVES: Final = frozenset("that who which who'd who'll who's that'd that'll".split())


_CARRIES_ON: Final = frozenset("it's it they're they that's they'll they'd".split())
"""What opens a sentence about the place before: "Ask at the clinic. It's about R200"."""
SENT: Final = _NAMES | _CARRIES_ON | {"there", "there's", "know"}
"""One of these stands in every sentence that sends the client elsewhere, or goes on about where."""
_NEAR: Final = 8
