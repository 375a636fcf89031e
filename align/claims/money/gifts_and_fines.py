"""Tell sums that nobody pays for our work: what a client gave on top, in a card, and what we are fined.

"The R200 on the card is far too much!" thanks for a gift; "£35 if I pay it in a fortnight" is what we pay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.reading.cues import DURATION_UNIT, PRICE, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_AHEAD: Final = 16
_BACK: Final = 4
_IN_A_CARD: Final = re.compile(
    r"(?:(?:note|bill|cash) )?(?:(?:that )?(?:you|he|she|they)(?:'d| had|'ve| all)? (?:left|slipped|tucked"
    r"|put|popped|hid|stuck|enclosed"
    r"|folded|sneaked) )?(?:on|in|inside|into|with|under|behind|tucked (?:in|into|inside)|folded (?:in"
    r"|into|inside)|stuck to)"
    r" (?:the|your|that|her|his|their) (?:\w+ ){0,2}?(?:card|envelope|note|letter|tin|jar|box|bouquet"
    r"|flowers|pot|bag|voucher"
    r"|chocolates|wine|wrapping|vase|proteas|roses|book|cake)\b(?! (?:reader|machine|payment|for the|is"
    r" the|is your|balance))"
)
CARDS: Final = frozenset(
    "card envelope note letter tin jar box bouquet flowers pot bag voucher chocolates wine wrapping vase proteas"
    " roses book cake".split()
)
"""What a gift lies in."""
_DEFINITE: Final = re.compile(r"(?P<verb>[\w']+)? ?\b(?:the|that|your)(?: (?:extra|whole|lovely))? \Z")
_ASKED_FOR: Final = frozenset(
    "put leave pop bring stick send drop have slip tuck pay take charge charged charging charges hand give place hide"
    " lay run ran processed refund credited apply".split()
)
"""Before "the 90 in the envelope", which is no gift: it is asked for, or taken off a card."""
_PAID_FOR: Final = re.compile(
    r"\b(?:covers?|covered|pays|paid|settles?|went through|gone through|all (?:i|we) (?:need|ask)"
    r"|(?:is|for) (?:the|your|an|one|this|that) (?:\w+ )?(?:hour|session|lesson|visit|appointment|deposit|price|rate|balance))\b"
)
"""Behind the card: what the sum pays for after all."""
_THANKS: Final = re.compile(
    r"\b(?:thank|thanks|(?:didn't|did not|don't|shouldn't|needn't|should not|need not) (?:really |ever"
    r" )?(?:have(?: to)?|need to)"
    r"|(?:far|way|much|so) too (?:much|kind|generous|good)|too (?:much|kind|generous)|generous|kind of you"
    r"|spoil\w*|touched|gift|present"
    r"|tip|naughty|bless)\b"
)
_PAYS: Final = re.compile(
    r"(?:,? ?(?:but |or )?(?:only )?)if (?:i (?:pay|settle|cough up|get it paid|paid)|we (?:pay|cough up|get it paid))"
    r"(?: (?:it|that|up|now|early|online|in|within|by|before|on|straight|off)\b|[.,!?]| $|\Z)"
)
FINES: Final = frozenset("ticket fine fined clamped towed penalty speeding bill mot".split())
_FINED: Final = re.compile(
    r"\b(?:fine|clamp|tow|ticket) you\b|\bhow (?:bad|much|steep|big|dear) (?:was|is|were) (?:the|your"
    r"|that) (?:[\w']+ ){0,2}?(?:bill|fine|ticket)\b"
    r"|\b(?:you|they|u|your)\b[^.!?]{0,40}\b(?:parking (?:ticket|fine|charge)|(?:a|the|that|your)"
    r" (?:ticket|fine|penalty|speeding \w+)"
    r"|fined|clamped|towed|(?:gas|electric\w*|water|vet'?s?|car|garage|phone|plumber'?s?|dentist'?s?) bill|mot)\b"
)
"""What the client asks after: a fine or a bill that is ours to pay."""
_ASKED_OURS: Final = re.compile(
    r"\b(?:with (?:you|u)|(?:do|would|will|d) (?:you|u) (?:charge|want|ask)|(?:your|ur) (?:\w+ )?(?:rates?|prices?|fees?)"
    r"|(?:an?|the|your) (?:hour|session|lesson|visit|appointment)|book(?:ing)?)\b"
)
"""The client asks what our work costs as well."""
_LONGEST: Final = 2000
_ANSWERS: Final = 24


def is_ours_to_pay(u: Utterance, first: int, last: int) -> bool:
    """True for "£35 if I pay it in a fortnight": what we pay."""
    reading = u.reading
    if u.speaker is not Speaker.PROFESSIONAL:
        return False
    begin, _ = reading.sentence(first)
    return _PAYS.match(_behind(u, first, last)) is not None and not _is_of_work(u, begin, first)


IF: Final = frozenset(("if",))


def _behind(u: Utterance, first: int, last: int) -> str:
    """Return the next words of its sentence behind an amount."""
    reading = u.reading
    stop = min(reading.sentence(first)[1], last + _AHEAD)
    return reading.line[reading.line_at[last] : reading.line_at[stop]] if last < stop else ""


def _is_of_work(u: Utterance, begin: int, first: int) -> bool:
    """True where the sentence has spoken of a length or a service before the sum."""
    return any(mark & (SERVICE_WORD | DURATION_UNIT) for mark in u.reading.marks[begin:first])


def is_gift(u: Utterance, first: int, last: int) -> bool:
    """True for "the R200 on the card is far too much", in words of thanks."""
    behind = _behind(u, first, last)
    if u.speaker is not Speaker.PROFESSIONAL or not _IN_A_CARD.match(behind) or _PAID_FOR.search(behind):
        return False
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin, end = reading.sentence(first)
    definite = _DEFINITE.search(line, at[max(begin, first - _BACK)], at[first])
    if definite is None or definite["verb"] in _ASKED_FOR:
        return False
    start = reading.sentence(begin - 1)[0] if begin else begin
    ahead = min(len(reading), min(end, last + _AHEAD) + _AHEAD)
    return _THANKS.search(line, at[max(start, first - _ANSWERS)], at[ahead]) is not None


def is_of_fine(u: Utterance, first: int, last: int) -> bool:
    """True for "I did, £35 and robbed" to "did you get a ticket?", and for "no, £65!" to what the client was fined.

    No length, service or price of ours is near.
    """
    inbound = u.inbound
    if inbound is None or u.speaker is not Speaker.PROFESSIONAL:
        return False
    if first > _ANSWERS or FINES.isdisjoint(inbound.reading.words):
        return False
    begin, end = u.reading.sentence(first)
    marks = u.reading.marks[begin : min(end, last + 4)]
    if any(mark & (PRICE | SERVICE_WORD | DURATION_UNIT) for mark in marks):
        return False
    asked = inbound.reading.line[:_LONGEST]
    if _is_their_fine(u, first, last, asked):
        return True
    return _FINED.search(asked) is not None and _ASKED_OURS.search(asked) is None


def _is_their_fine(u: Utterance, first: int, last: int, asked: str) -> bool:
    """True for the sum that a client tells of a fine of theirs, and that none of us asks, takes or gives."""
    begin, end = u.reading.sentence(first)
    if u.inbound is None or _FINE.search(asked) is None or _ASKED_OURS.search(asked) is not None:
        return False
    if (
        any(mark & SELF for mark in u.reading.marks[begin:first])
        or "off" in u.reading.words[first : end + _AHEAD]
    ):
        return False  # "no, $65! I'll take that off your session"
    told = {n.value for n in u.inbound.numbers[:_ANSWERS]}
    return any(first <= n.first < last and n.value in told for n in u.numbers[:_ANSWERS])


_FINE: Final = re.compile(
    r"\b(?:parking|speeding|council|bus lane) (?:ticket|fine|charge|notice)|\b(?:got|been|was|were|getting|get) (?:just )?"
    r"(?:fined|clamped|towed|an? (?:ticket|fine|penalty))\b|\bpenalty (?:charge|notice|fare)"
)
"""What the client tells of a fine."""
