"""A phrase that is only mentioned, and then offered: "you asked about X. I can do that"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.stances.double_negation import grants_behind

if TYPE_CHECKING:
    from align.reading import Reading

_REACH: Final = 110
"""Characters behind a phrase that are looked at."""
_ADVERBS: Final = (
    r"(?:(?:also|happily|gladly|certainly|definitely|always|easily|still|usually|often|just|of course"
    r"|absolutely) )*"
)
_WE_DO_IT: Final = re.compile(
    r"(?:^|[,.;:—!?\n-] |\b(?:and|but|so|yes|yep|yeah|sure|well|then) )(?:and |but |so |well |yes |yep "
    r"|sure |that's fine |, )*(?:i|we)(?: can| could| do| will| would|'ll|'d|'m happy to|'m able to"
    rf"| am happy to)? {_ADVERBS}(?:do|offer|add|arrange|provide|include|run|teach|manage|help with"
    r"|do you) (?:it|that|them|those|one|some|this|both"
    r"|yours)(?= (?:[.,!;:—\n]|for|with|on|in|at|here|too|as|gently|every|most|all|if|when|any|no|and"
    r"|myself|from|this|next|by)|$)"
    r"|(?:^|[.!?\n] )(?:(?:yes|yep|yeah|sure|of course|absolutely) (?:, )?)?(?:happy"
    r" to(?: help)?(?= [.,!])|happy to (?:do|offer|add|arrange|help with)"
    r" (?:it|that|them|those|one|some)\b|i do(?: that| it| those)?(?= [.,!])"
    r"|(?:i|we) can (?:do|offer|add|help with) (?:it|that|them|those|one"
    r"|some)\b(?! (?:\w*day|week|time|morning|afternoon|evening|night|date|hours?|slots?|dates)\b))"
    r"|\b(?:but|and so|so) (?:i|we) (?:do|can|could|am|will)(?= [.,!;]|$)"
    r"|\band so (?:do|can|will) (?:i|we)(?= [.,!;]|$)"
    r"|, happy to (?:do|offer|add|arrange|bring|give you)"
    r" (?:it|that|them|those|one|some)(?= [.,!]|$| (?:for|with|to) (?:you|ye|u)\b"
    r"| (?:on|at|next|tomorrow|tonight)\b)"
    r"|, (?:i'll|i will|i can|we'll|we can) bring (?:it|them|those|some"
    r"|mine)(?: (?:in|along|over|with (?:me|us)))?(?= [.,!]|$)"
    r"|(?<=^), bring (?:her|him|them)(?: (?:in|along|over|too))?(?= [.,!]|$)"
    r"|^, (?:which|that) (?:i|we)(?: can| also)? (?:do|offer|run|teach)(?= [.,!;]|$)"
    r"|\b(?:come|come in|pop in|drop in|book|ready|want|fancy) (?:for )?yours\b"
    r"|\byours (?:is )?(?:at \d|on \w+day)|\bsame again\b|\brebook\b"
    r"|\b(?:book|have|do|get|come (?:back )?(?:in )?for) (?:your|the|a|an)"
    r" (?:next|another|second|follow)(?: ?-? ?up| one| round| session| go| visit| appointment| treatment"
    r"|(?= [.,!]|$))(?!\w)|\b(?:a|your|another) top ?-? ?up\b"
    r"|\b(?:let's|let us) (?:\w+ )?(?:book|do|start|have|go for|add|try"
    r"|get)(?: (?:it|that|them|one|some|you in))?(?: again)?(?= (?:[.,!]|\w+day|again|tomorrow|next)|$)"
    r"|\b(?:and|but|[.,!?]) (?:of )?(?:course|sure|yes|yep|yeah|aye|so) ?,? ?(?:i|we)"
    r" (?:do|will|can|did)(?= [.,!]|$)|\band (?:yes|yeah|yep|sure|of course)(?= [.,!]|$)"
    r"|\b(?:we're|i'm) doing (?:it|that|them) again\b"
    r"|\b(?:it's|they're|that's) (?:all )?yours\b|\bnext one(?: is|'s) \w|\bbook (?:me|us)\b"
    r"|\b(?:that's|it's) (?:us|me)(?= [.!]|$)|\b(?:i'll|we'll) (?:pick up|match (?:it|that))\b"
    r"|\btry (?:it|one) (?:on )?\w+day\b|\b(?:she's|he's|they're)"
    r" (?:my (?:new )?(?:girl|assistant|apprentice|junior|stylist)|in with (?:me|us))\b"
    r"|^[\"'] (?:in|on|under|into|when|as) (?:(?:the|your|my|you|a) )*(?:\w+ )?(?:notes?|form|book"
    r"|booking|link|page|box|subject|dm)\b|(?:^| )(?:[\"'] )?, (?:so )?see you then\b"
    r"|(?:^|[?] )(?:(?:yes|yep|yeah|grand|perfect|great|lovely|super|ok|okay) (?:, |[.!] )?)(?:i have"
    r" (?:it|them|those)\b|i've (?:got )?(?:it|them|those)\b|see you (?:then|there|at)\b"
    r"|(?:i'll|we'll) (?:have|bring|set) (?:it|them|those)\b)"
    r"|\bnow (?:i|we) (?:do|offer|give|run|teach) (?:it|that|them|those)\b"
)
_AFTER_ALL: Final = re.compile(r"(?:,|\bafraid|\bbut(?: now)?) (?:now )?(?:i|we) (?:do|can|will) [.!](?: |$)")
"""The end of an answer, whatever it opens with: "I won't lie, I do", "never used to, but now I do"."""
_NOT: Final = re.compile(
    r"\b(?:don't|can't|won't|couldn't|never|not|no longer|cannot|nor|neither|instead|rather)\b"
)


_COMMENDED: Final = re.compile(
    r"(?:would|could|might|will|'ll|'d) (?:(?:really|definitely|probably|honestly|just|totally) )*(?:be"
    r" (?:(?:really|absolutely|just|so) )*(?:right (?:up|down) (?:your|his|her|their)\b"
    r"|(?:the )?(?:perfect|ideal|great|lovely|brilliant|spot on|just the (?:thing|ticket)|made) for"
    r" (?:you|him|her|them|that|this)\b)|suit (?:you|him|her|them) (?:down|perfectly|well)\b"
    r"|do (?:you|him|her|them) (?:good|the world))"
)
"""Behind a phrase: it is recommended to the client."""
_OPENS: Final = re.compile(
    r"(?:,|\band|\bso|\bthen|\bthink|\breckon|\bsay) (?:(?:the|a|an|my|some|then|maybe) )*$"
)
"""Before what is recommended: a clause of the professional's own begins."""
_OTHERS_VIEW: Final = re.compile(
    r"\b(?:you|he|she|they|who|friend|mum|mom|doctor|gp|physio)(?: \w+)?"
    r" (?:think|thinks|thought|reckons?|says?|said|feels?|felt|guess)(?: that)?"
    r" (?:(?:the|a|an|my|some) )*$"
)


def is_commended(reading: Reading, first: int, last: int) -> bool:
    """True for "from what you told me, X would be right up your street", whoever is quoted before it."""
    line, at = reading.line, reading.line_at
    if last >= len(reading) or _COMMENDED.match(line, at[last]) is None:
        return False
    _, end = reading.sentence(last)
    behind = line[at[last] : at[end] if end < len(at) else len(line)]
    before = line[at[max(reading.sentence(first)[0], first - _NEAR)] : at[first]]
    if _NOT.search(behind) or " but " in behind or "if only" in before:
        return False
    return _OPENS.search(before) is not None and _OTHERS_VIEW.search(before) is None


_NEAR: Final = 24
"""Words before a phrase that are looked at."""


def is_taken_up(reading: Reading, last: int) -> bool:
    """True where a clause behind word `last`, in its sentence or the next one, offers what stands before it."""
    line, at = reading.line, reading.line_at
    if last >= len(reading):
        return False
    _, end = reading.sentence(last)
    _, stop = reading.sentence(end) if end < len(reading) else (end, end)
    behind = line[at[last] : min(at[stop] if stop < len(at) else len(line), at[last] + _REACH)]
    if grants_behind(behind) or _AFTER_ALL.search(behind):
        return True
    found = _WE_DO_IT.search(behind)
    return found is not None and _NOT.search(behind[: found.end() + 24]) is None
