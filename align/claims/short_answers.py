"""Answers that take up a way to meet, to talk or to pay, or a thing, and say no plain yes.

"Sure, what time suits?" asks for the details only; "only on Fridays" limits what it takes up;
"no rush" answers who would pay later, and "no" who asks whether to pay first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading import Reading

_YES_BUT_WHEN: Final = re.compile(
    r"(?P<yes>(?:yes|yep|yeah|can(?: can)?(?: lah| also| one)?|sure(?: thing)?|of course"
    r"|no (?:bother|problem|worries)(?: at all)?|absolutely|definitely|happy to|gladly)(?: happy to"
    r"| i can| we can| no problem| of course)?)"
    r" (?:(?:,|!|\.|-|—) (?:(?:after|before|around|say|maybe|tomorrow|tonight|today|this|next|\d[\d:]*"
    r"|\w+day)\b[^.!?]{0,40}\?|(?:which|how)\b(?! (?:about|come)\b))"
    r"|(?:(?:,|!|\.|-|—) )?(?:what(?! (?:did|were|are|do|else|about)\b)|when\b))"
)
_FINE_BUT_WHEN: Final = re.compile(
    r"(?P<yes>(?:(?:that |it )?(?:works|suits|does)(?: (?:for )?me)?"
    r"|(?:that's |that is )?(?:perfect|grand|lovely|great|brilliant|fine|good)(?: (?:by|with|for) me)?"
    r"|(?:that )?sounds (?:good|great|lovely|perfect|grand)))"
    r" (?:,|!|\.|-|—) (?:so )?(?:when|what (?:time|day)|which day)\b(?! (?:did|were|was)\b)"
)
"""Approval that asks for the time alone: "works for me, what time?"."""
_DAYS: Final = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week(?:days?|ends?|nights?)|mornings?|afternoons?"
    r"|evenings?|nights?|lunch(?:times?)?|summers?|winters?)"
)
_ONLY_WHEN: Final = re.compile(
    r"(?P<yes>(?:(?:only|just|mostly|mainly|usually|generally)"
    rf" (?:(?:on|in|at|during) )?(?:the |my )?(?:{_DAYS}|mon|tues?|wed|thurs?|fri|sat"
    rf"|sun)(?: (?:and|or) {_DAYS})?(?: only)?"
    rf"|(?:on )?{_DAYS} (?:only|mostly|mainly)|(?:all the time|every (?:day|week)"
    r"|most (?:days|weeks|of (?:my|our) (?:work|clients) (?:is|are)"
    r"|of (?:them|it) (?:is|are))))(?= ?[.!]| ?\Z))"
)
"""A limit to what is done, which says that it is."""
_DO_YOU: Final = re.compile(
    r"\b(?:do|would|can|could|will) (?:you|u|ya|ye)\b(?! (?:like|love|enjoy|prefer|mind|know|believe"
    r"|think|get|have time)\b)|\bare (?:you|u) (?:on|mobile)\b"
)
_NO_RUSH: Final = re.compile(
    r"(?:(?:ah|oh|ha|haha|sure|yeah|yes|ok|no) (?:, )?)*(?:no (?:rush|hurry|panic|pressure)"
    r"|i trust (?:you|ya)|whenever(?: (?:suits|you (?:like|can|want|get a chance)|is (?:easiest|handy)"
    r"|works))?"
    r"|(?:don't|no need to) (?:worry|stress|fret)(?: about (?:it|that))?(?: (?:till|until)"
    r" (?:then|after|the end))?|most (?:people|clients|of them|everyone) do|everyone does"
    r"|that's (?:how it (?:works|goes)|how i do it|the way|when i (?:take|collect|get) it)(?: anyway)?"
    r"|(?:the )?end(?: is|'s) (?:fine|good|grand|ok|perfect|great)"
    r"|(?:i )?know where you live)(?= (?:at all|hun|love|mate|pal|x+|haha|lol) ?(?:[.!,]|\Z)| ?[.!,]"
    r"| ?\Z)"
)
"""Leave to pay when the client asks to: "no rush"."""
_MUST_PAY_FIRST: Final = re.compile(
    r"\b(?:(?:do|must|should|would) (?:i|we) (?:have to |need to )?(?:pay|transfer|settle"
    r"|send (?:it|the money))|is it (?:all )?(?:paid|pay|payment)|need to be paid|paid|payment(?: is)?"
    r"|have to pay)(?: (?:you|it|it all|everything|the full amount|for it))? "
    r"(?:first|up ?-? ?front|in advance|before(?:hand)?"
    r"|ahead)\b(?! for (?:the )?(?:parking|oils?|extras|materials?|taxi|cab))[^.!?]{0,24}\?"
)
_WHEN_TO_PAY: Final = re.compile(
    r"\bwhen (?:do|should|must|can|would|shall) (?:i|we) (?:pay|settle|transfer)\b"
)
_NOT_DUE: Final = re.compile(
    r"(?:(?:hi|hey|ah|oh|ha|haha)(?: \w+)?(?: [,!])? )?(?:(?:no|nope|nah|naw)(?= ?[.!]| ?\Z"
    r"| (?:, )?(?:no (?:need|rush)|you don't|not at all|after|afterwards|whenever|just|it's fine"
    r"|that's fine|don't))|(?:no ,? ?)?you don't(?: have to| need to)?(?= ?[.!,]| ?\Z)|not at all"
    r"|no need(?! for (?:cash|a card|cards)\b)|not necessary|(?:you )?don't have to|of course not"
    r"|god no)"
)
_FIRST_ALL_THE_SAME: Final = re.compile(
    r"\b(?:before|beforehand|up ?-? ?front|in advance|when you (?:arrive|get here|come|land)|on arrival"
    r"|at the (?:start|beginning|door|desk)|on the day|card|deposit|not)\b"
)
"""What sets the payment before the work in spite of a no: "no, when you arrive"."""
_SEND_ADDRESS: Final = re.compile(
    r"(?:\A|[.!?,—] )(?:(?:and|so|just|then|ok|great|perfect|lovely|please)"
    r" (?:, )?)*(?P<said>(?:send|pop|text|drop|give|fire|share|ping|whatsapp|stick"
    r"|pass)(?: (?:me|us))?(?: (?:over|on|through|across))? (?:your|the|ur)"
    r" (?:home |full )?(?:address|location|pin|postcode|eircode|zip(?: code)?|room number"
    r"|door code))\b(?P<rest>[^.!?]*)"
)
_WHERE: Final = frozenset("address location pin postcode eircode zip number code".split())
_MAY_BE: Final = re.compile(
    r"\b(?:see|check|far|if|whether|quote|before|invoice|form|file|records?|post|send|mail|voucher"
    r"|receipt|billing|not|don't)\b"
)


def while_asking(reading: Reading) -> tuple[int, int] | None:
    """Return the yes behind which only details are asked: "sure, what time suits?"."""
    match = _YES_BUT_WHEN.match(reading.line) or _FINE_BUT_WHEN.match(reading.line)
    return None if match is None else reading.words_of(*match.span("yes"))


def only_when(reading: Reading, start: int, inbound: Reading) -> tuple[int, int] | None:
    """Return the limit that answers "do you …?" at `start` of the line: "only on Fridays"."""
    match = _ONLY_WHEN.match(reading.line, start)
    if match is None or _DO_YOU.search(inbound.line) is None:
        return None
    return reading.words_of(*match.span("yes"))


def leave_to_pay_later(reading: Reading, start: int) -> tuple[int, int] | None:
    """Return the words at `start` of the line that let a client pay later who asks to: "no rush"."""
    match = _NO_RUSH.match(reading.line, start) or _NO_RUSH.match(reading.line)
    if match is None or _FIRST_ALL_THE_SAME.search(reading.line, match.end()) is not None:
        return None
    return reading.words_of(*match.span())


def spared_to_pay_first(reading: Reading, start: int, inbound: Reading) -> tuple[int, int] | None:
    """Return the no to a client who asks whether the payment comes first, or "whenever" to one who asks when."""
    if _WHEN_TO_PAY.search(inbound.line) is not None:
        return leave_to_pay_later(reading, start)
    if _MUST_PAY_FIRST.search(inbound.line) is None:
        return None
    match = _NOT_DUE.match(reading.line)
    if match is None or _FIRST_ALL_THE_SAME.search(reading.line, match.end()) is not None:
        return None
    return reading.words_of(*match.span())


def asks_address(reading: Reading) -> tuple[int, int] | None:
    """Return the words that ask for the address to come to, as one does who comes: "pop your address over"."""
    if _WHERE.isdisjoint(reading.words):
        return None
    match = _SEND_ADDRESS.search(reading.line)
    if match is None or _MAY_BE.search(match["rest"]) is not None:
        return None
    return reading.words_of(*match.span("said"))
