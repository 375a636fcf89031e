"""Read the answer that no deposit is due: "do you need a deposit?", "not from you, just pay on the day"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.money.price_cuts import Cut

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ASKED: Final = re.compile(
    r"(?:\b(?:do|did|will|would|is|are|must|should|have to|need|needs)\b|^(?:any )?)"
    r"[^.!?]{0,40}\b(?:deposit|retainer|down ?payment)\b[^.!]{0,40}\?"
)
_DEPOSITS: Final = frozenset("deposit retainer downpayment payment".split())
_MOST: Final = 64
_NEXT: Final = re.compile(
    r"\b(?:how much|what's|whats|what is|refund|back|lose|keep|come off|included|card|cash|paid|sent|got"
    r"|extra|on top|separate|part|additional|waive|skip|without|drop|leave out|forget|avoid|later"
    r"|instead|lower|smaller|reduce|less|half)\b"
)
"""What else is asked of a deposit than whether one is due."""
_NO: Final = re.compile(
    r"(?:(?:hi|hey|hello|haha|ah|oh|ha)(?: \w+)?(?: ,| !)? )?(?:(?:a )?deposit (?:\? )?)?"
    r"(?:(?:no|nope|nah|none)(?: ,| \.| !| —)? (?:need|not|just|you're|you|i|pay|we|never|nothing|all|none)\b"
    r"|(?:no|nope|nah|none|not really|no need|not necessary)(?: \w+){0,2}(?: [.!]|$)"
    r"|(?:not (?:from|for|with|this|needed|at all|when)|no need|don't (?:worry|bother)|you don't need"
r"|there (?:isn't|is not|is none|'s none)(?= (?:any|one|no|not|at all|[.,!])|$)"
r"|none (?:needed|required|from))\b)"
)  # fmt: skip
_STILL: Final = re.compile(
    r"\b(?:deposit|upfront|up front|in advance|full (?:payment|amount)|paid in full|before)\b"
)


def deposit_spared(u: Utterance) -> list[Cut]:
    """Return the deposit that an answer says is not due, where the client asks whether one is."""
    inbound = u.inbound
    if inbound is None or not u.reading.words or _DEPOSITS.isdisjoint(inbound.reading.words[:_MOST]):
        return []
    if _ASKED.search(inbound.reading.line) is None or _NEXT.search(inbound.reading.line):
        return []
    line = u.reading.line
    match = _NO.match(line)
    if match is None or _STILL.search(line, match.end()):
        return []
    first, last = u.reading.words_of(match.start(), match.end())
    return [Cut(first, last, Decimal(0), MoneyForm.FREE, PriceOf.DEPOSIT)]
