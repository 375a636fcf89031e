"""Tell the sums that a draft has only heard of: "I hear it's about R200 a visit", "€180 a term last I heard".

Nobody hears of their own price. Who does hear of it is the client ("you'll have heard I'm R200 an hour"), and
a sum that is heard and then asked ("I hear £80 is usual, so that's what I charge") is ours after all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_BACK: Final = 14
_AHEAD: Final = 14
_LONGEST: Final = 2000
"""Characters of the client's message that are looked at for every sum."""
HEARD: Final = frozenset(
    "hear heard hearing tell tells told gather gathered rumour rumor word hearsay accounts reckon say".split()
)
"""One of these stands in every telling of what is heard."""
_HEARING: Final = (
    r"(?:(?:i|we|i've|we've|i'd|i have|we have)(?: (?:only|just|also|always|once|since))? (?:hear|heard|gather"
    r"|gathered|am hearing)|(?:i'm|we're) hearing|(?:i'm|i am|i was|i've been|we're|we were) told(?! to\b)"
    r"|(?:someone|somebody|everyone|everybody|people|they) (?:tells?|told) me(?! to\b)"
    r"|(?:my|a|another|an old) (?:\w+ )?(?:pal|mate|friend|sister|brother|mum|mom|dad|neighbou?r|cousin"
    r"|colleague|aunt|uncle) (?:tells|told) me(?! to\b)"
    r"|(?:the )?word on the street (?:is|says)|from what (?:i|we)(?:'ve)? (?:hear|heard|gather)"
    r"|from what (?:\w+ ){1,2}(?:tells?|told) (?:me|us)|last (?:i|we) heard"
    r"|(?:word|rumou?r|hearsay) (?:is|has it|says))"
)
_NOT_OURS: Final = (
    r"(?!(?:i|i'm|i'd|i'll|i've|my|mine|our|me|us|we|we're|you|you're|your|you'd|you've|but|and|so)\b)"
)
_BEFORE: Final = re.compile(
    rf"\b{_HEARING}(?: (?:that|from|of|about))?(?: ,)?(?: {_NOT_OURS}[\w'’&-]+){{0,9}} \Z"
)
"""Right before a sum, with no one of us and no client in between: "I hear it's about"."""
_BEHIND: Final = re.compile(
    rf"(?:(?:{_NOT_OURS}[\w'-]+|,|\(|—|-) ){{0,8}}?"
    r"(?:last (?:i|we) heard|(?:from|by|going by|judging by) what (?:i|we)(?:'ve)?(?: been)? (?:hear|heard|told"
    r"|gather|gathered)|(?:or )?so (?:i'm|i am|i was|i've been|we're) told|(?:or )?so (?:i|we)(?:'ve)? (?:hear|heard"
    r"|gather)|(?:or )?so (?:they|people) (?:say|tell me)|(?:i'm|i am|i was|i've been) told|(?:i|we) (?:hear|gather)"
    r"|(?:i've|we've) heard|by all accounts)(?= [.,!?;:)—-]| (?:and|but|or|though|if)\b|$|\Z)"
)
"""Behind a sum: where it comes from, with nothing told about it: "(a term) last I heard", ", so I'm told"."""
_OURS: Final = re.compile(
    r"\b(?:i'm|i am|i charge|i ask|i take|i want|i do|i'd do|we charge|we ask|we're|with (?:me|us)|i'll"
    r"|(?:my|our) (?:[\w-]+ )?(?:rate|rates|price|prices|fee|hour|hourly|usual|session|sessions|lesson|lessons|deposit"
    r"|minimum|charge|card|list|site|page))\b(?! told)"
)
"""In the clause of a sum: we are at its end, whatever is heard."""
_TAKEN_UP: Final = re.compile(
    r"\b(?:(?:so|and|which) (?:that's|it's|is|that is) (?:what|mine|ours|my|our|also)\b|(?:i|we) (?:charge|ask|take)\b"
    r"|(?:i'd|i'll|we'd|we'll|i can|i could) (?:do|match|take|charge|ask)\b|(?:with|for|from) (?:me|us) (?:too|as well)"
    r"|same (?:with|here|as|for you)|(?:that|it|which) (?:works|suits)|(?:that|it|which)(?: is|'s) (?:fine|ok|okay|grand"
    r"|perfect|no problem)|fine (?:by|with) me|works (?:for me|here|fine)|(?:happy|glad) to (?:match|do|take|honou?r)"
    r"|i'll honou?r|for (?:you|today)\b|you(?:'ve| have)? agreed|(?<=[.,!] )deal\b|let's (?:do|go|say|call)"
    r"|loud and clear|you're booked|stick to (?:it|that)|(?:is|as) (?:my|our)\b|so (?:\w+ ){1,2}pays?\b|book (?:soon|now|in|today|early|quick))"
)
"""Behind it: what is heard is what we ask."""
_WORK: Final = r"(?:hours?|sessions?|lessons?|visits?|appointments?|treatments?|massages?)"
_SOLD: Final = re.compile(
    rf"(?:\A|[,;:—-] |\b(?:that|and|but|is|from|about) )(?:(?:the|an?|your|all|our|these|full) )?{_WORK}"
    r" (?:is|are|was|were|'s|goes|go|runs?|costs?|comes?)\b"
    r"|\b(?:deposit|retainer) (?:is|was|'s|would be)\b"
)
"""What a sum is told of is our work: "word is the hour goes for", "lessons run"."""
_BY_WORK: Final = re.compile(
    rf" ?(?:(?:an|per|the|for (?:an|the|your|one|our)|each|every) )(?:full )?{_WORK}\b"
)
_UNSAID: Final = re.compile(
    r"(?:\A|[\w' ]*[,;:—-] )(?:(?:it's|it is|that's|so|well|oh|yes|about|only|just|around) )*\Z"
)
"""Before a sum that has nobody for its subject: "it's €80 an hour, last I heard"."""
_ASKED_OURS: Final = re.compile(
    r"\b(?:(?:your|ur) (?:\w+ )?(?:rates?|prices?|fees?|hourly)|(?:you|u) (?:charge|cost|ask)|how much (?:are|r) (?:you|u))\b"
)
"""The client asks what we charge."""


def is_hearsay(u: Utterance, first: int, last: int) -> bool:
    """True for the amount on the words `[first, last)` that is told as heard."""
    reading = u.reading
    words = reading.words
    begin, end = reading.sentence(first)
    begin, end = max(begin, first - _BACK), min(end, last + _AHEAD)
    if u.speaker is not Speaker.PROFESSIONAL or HEARD.isdisjoint(words[begin:end]):
        return False
    line, at = reading.line, reading.line_at
    before, behind = line[at[begin] : at[first]], line[at[last] : at[end]] if last < end else ""
    if _TAKEN_UP.search(line, at[last], at[min(len(reading), last + _AHEAD)]) or _is_of_work(
        u, before, behind
    ):
        return False
    if _BEFORE.search(before):
        return True
    clause = before[max(before.rfind(" , "), before.rfind(" and "), before.rfind(" but ")) + 1 :]
    return _OURS.search(clause) is None and _BEHIND.match(behind) is not None


def _is_of_work(u: Utterance, before: str, behind: str) -> bool:
    """True where a sum is told of our work, or answers what we charge, whoever says so."""
    if _SOLD.search(before):
        return True
    if _UNSAID.match(before) is None:
        return False
    asked = u.inbound is not None and _ASKED_OURS.search(u.inbound.reading.line, 0, _LONGEST) is not None
    return asked or _BY_WORK.match(behind) is not None
