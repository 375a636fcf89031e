"""Tell sums that nobody pays for our work: what a client gave on top, in a card, and what we are fined.

"The R200 on the card is far too much!" thanks for a gift; "£35 if I pay it in a fortnight" is what we pay.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.reading.cues import DURATION_UNIT, PRICE, SERVICE_WORD

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
_DEFINITE: Final = re.compile(
    r"(?<!\bput )(?<!\bleave )(?<!\bpop )(?<!\bbring )(?<!\bstick )(?<!\bsend )(?<!\bdrop )(?<!\bhave )(?<!\bslip )"
    r"\b(?:the|that|your)(?: (?:extra|whole|lovely))? \Z"
)
"""Before a gift, which is known; "leave the 90 in the envelope" asks for it."""
_THANKS: Final = re.compile(
    r"\b(?:thank|thanks|(?:didn't|did not|don't|shouldn't|needn't|should not|need not) (?:really |ever"
    r" )?(?:have(?: to)?|need to)"
    r"|(?:far|way|much|so) too (?:much|kind|generous|good)|too (?:much|kind|generous)|generous|kind of you"
    r"|spoil\w*|touched|gift|present"
    r"|tip|naughty|bless)\b"
)
_PAYS: Final = re.compile(
    r"(?:,? ?(?:but |or )?(?:only )?)if (?:i|we) (?:pay|settle|cough up|get it paid|paid)"
    r"(?: (?:it|that|up|now|early|online|in|within|by|before|on|straight|off)\b|[.,!?]| $|\Z)"
)
_FINES: Final = frozenset("ticket fine fined clamped towed penalty speeding bill mot".split())
_FINED: Final = re.compile(
    r"\b(?:fine|clamp|tow|ticket) you\b|\bhow (?:bad|much|steep|big|dear) (?:was|is|were) (?:the|your"
    r"|that) (?:[\w']+ ){0,2}?(?:bill|fine|ticket)\b"
    r"|\b(?:you|they|u|your)\b[^.!?]{0,40}\b(?:parking (?:ticket|fine|charge)|(?:a|the|that|your)"
    r" (?:ticket|fine|penalty|speeding \w+)"
    r"|fined|clamped|towed|(?:gas|electric\w*|water|vet'?s?|car|garage|phone|plumber'?s?|dentist'?s?) bill|mot)\b"
)
"""What the client asks after: a fine or a bill that is ours to pay."""
_ANSWERS: Final = 24


def is_given_or_fined(u: Utterance, first: int, last: int) -> bool:
    """True for the amount on the words `[first, last)` that is a gift to us or a fine of ours."""
    if u.speaker is not Speaker.PROFESSIONAL:
        return False
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin, end = reading.sentence(first)
    stop = min(end, last + _AHEAD)
    behind = line[at[last] : at[stop]] if last < stop else ""
    return (
        _PAYS.match(behind) is not None
        or _is_gift(u, first, behind, (begin, stop))
        or _is_of_fine(u, first, last)
    )


def _is_gift(u: Utterance, first: int, behind: str, near: tuple[int, int]) -> bool:
    """True for "the R200 on the card is far too much", in words of thanks."""
    if not _IN_A_CARD.match(behind):
        return False
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin, stop = near
    if not _DEFINITE.search(line, at[max(begin, first - _BACK)], at[first]):
        return False
    start = reading.sentence(begin - 1)[0] if begin else begin
    ahead = min(len(reading), stop + _AHEAD)
    return _THANKS.search(line, at[max(start, first - _ANSWERS)], at[ahead]) is not None


def _is_of_fine(u: Utterance, first: int, last: int) -> bool:
    """True for "I did, £35 and robbed" to "did you get a ticket?": no length, service or price of ours is near."""
    inbound = u.inbound
    if inbound is None or _FINES.isdisjoint(inbound.reading.words) or first > _ANSWERS:
        return False
    begin, end = u.reading.sentence(first)
    marks = u.reading.marks[begin : min(end, last + 4)]
    if any(mark & (PRICE | SERVICE_WORD | DURATION_UNIT) for mark in marks):
        return False
    return _FINED.search(inbound.reading.line) is not None
