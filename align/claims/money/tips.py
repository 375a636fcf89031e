"""Tips: what others leave of their own accord, "if someone leaves £10 I'm touched", which is no price."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

TIPS: Final = frozenset("tip tips tipping tipped tipper tippers gratuity gratuities jar".split())
_NEAR: Final = 40
"""Words around an amount in which the draft speaks of tips."""
_REACH: Final = 14
_LONGEST: Final = 2000
_MANY: Final = 400
"""Characters and words of the client's message that are looked at for every amount."""
_GIVER: Final = (
    r"(?:someone|somebody|anyone|anybody|people|some(?: people| clients| of (?:them|you))?|most(?: people| clients)?"
    r"|others|folks?|clients?|customers?|a (?:client|customer|lady|man|woman|couple|guy|bride|lovely \w+|kind \w+)"
    r"|whoever(?: [\w']+){1,3}?|one (?:client|lady|man|person|guy)|they|he|she|who|(?:if|when|whether|should) you)"
)
_LEAVES: Final = (
    r"(?:leaves?|left|leaving|giving|drops?|dropped|slips?|slipped|gives?|gave|press(?:es|ed)?|insists? on|insisted on|hands?|handed"
    r"|adds?|added|rounds? up|rounded up|tips?|tipped|puts?|throws?|threw|sends?|sent|pops?|popped|stick(?:s)?|tucks?)"
)
_LEFT: Final = re.compile(
    rf"\b{_GIVER}(?: (?:(?:round|around|in) here|(?:felt|feel) like|fancied|care to|cared to|chose to|wanted to|want to|wants to|likes? to|might|may|will|would|does|do|did|can|has|have|just|always|usually"
    rf"|sometimes|really|even|still|ever|\w+ly))* {_LEAVES}"
    r"(?: (?:me|us|it|behind|in|on top|up to|a|an|the|about|around|like|maybe|even|only|just|over|extra|another"
    r"|(?:[$£€] ?)?\d[\d.,]* or|or))* \Z"
)
_SOLD: Final = re.compile(
    r"(?:(?:extra|more|on top|or so) )*(?:for|per|an?|each|off|towards?)"
    r" (?:the |an? |that |this |your |his |her |\d+ )?(?:\w+ )?"
    r"(?:hours?|hr|session|minutes|mins|visit|appointment|treatment|massage|deposit|slot|booking|lesson)\b"
    r"|(?:as (?:the|an?|your) )?(?:deposit|retainer)\b|to (?:book|hold|secure|reserve|confirm)\b|(?:up ?front|before|first|per)\b"
    r"|[^.!?;]{0,40}\b(?:the|an|a full|your|one|two) (?:hours?|sessions?|ninety|deposit|appointment|booking)\b"
    r"|[^.!?;]{0,24}\b(?:spot|slot|booked|lock (?:it|you|in)|square|we're (?:done|good|even|sorted))\b"
)
"""Behind an amount: what is paid by it after all."""
_GIVES: Final = re.compile(r"\b(?:giv(?:es?|ing)|gave|sends?|sent|sending)\b")
"""Verbs that pay a price as soon as a tip: they tell of tips where the client asks about them, and of others."""
_IF_YOU: Final = re.compile(r"\A(?:if|when|whether|should) you\b")
_ADVICE: Final = re.compile(
    r"\b(?:any|some|few|more|good|great|handy|quick|training|top|best) tips (?:for|on|before|about|to|:|i)"
)
"""Tips that are advice: "any tips for sore legs?"."""
_ASKED_OURS: Final = re.compile(
    r"\b(?:(?:you|u) (?:charge|cost)|(?:your|ur) (?:\w+ )?(?:rates?|prices?|fees?)|how much (?:is|are|for)\b(?! (?:a|the) tip))"
)


def is_left_as_tip(u: Utterance, first: int, last: int) -> bool:
    """True for an amount that somebody leaves, where the draft or the client's question is about tips."""
    reading = u.reading
    words = reading.words
    asked = u.inbound is not None and not TIPS.isdisjoint(u.inbound.reading.words[:_MANY])
    near = max(0, first - _NEAR), min(len(words), last + _NEAR)
    if TIPS.isdisjoint(words[near[0] : near[1]]) and not asked:
        return False
    line, at = reading.line, reading.line_at
    before = line[at[max(reading.sentence(first)[0], first - _REACH)] : at[first]]
    left = _LEFT.search(before)
    if left is None or (_GIVES.search(left.group()) and (not asked or _IF_YOU.search(left.group()))):
        return False
    if _ADVICE.search(line, at[near[0]], at[near[1]]) or _speaks_of_more(u):
        return False
    return last >= len(words) or _SOLD.match(line, at[last]) is None


def _speaks_of_more(u: Utterance) -> bool:
    """True where the client asks for advice, or what we charge, beside the tips."""
    if u.inbound is None:
        return False
    asked = u.inbound.reading.line[:_LONGEST]
    return _ADVICE.search(asked) is not None or _ASKED_OURS.search(asked) is not None


def is_aside(words: list[str], at: int, first: int, last: int) -> bool:
    """True for the tips of "no tips, and for you it's £10 off": they govern no amount of another clause that is sold."""
    if words[at] not in TIPS or "," not in words[at:first]:
        return False
    return "off" in words[last - 1 : last + 1] or words[last : last + 2] in _FOR_TIME


def is_told_beside(words: list[str], at: int) -> bool:
    """True for the tips of "it's £70 and tips are never expected": a statement of its own behind an amount."""
    return words[at] in TIPS and words[at - 1] in ("and", "but", "while") and words[at + 1 : at + 2] in _ARE


_FOR_TIME: Final = (["for", "the"], ["for", "an"], ["an", "hour"], ["per", "hour"], ["for", "ninety"])
_ARE: Final = (["are"], ["is"], ["aren't"], ["isn't"], ["never"], ["not"], ["always"])
