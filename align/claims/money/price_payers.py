"""Judge an amount by who charges, pays or spends it: "the chain charges", "I paid", "it cost me"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import PriceOf, Speaker
from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import price_nouns as nouns
from align.reading.cues import BREAK, DURATION_UNIT, NUMERIC, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

RECEIVING: Final = frozenset("gets earns chips chip owes pays giving".split())
"""What others do with money of theirs: "my assistant gets $40 an hour"."""
_ANYBODY: Final = frozenset("everyone everybody who he she i'm we're".split())
"""Who can pay our price: "everyone pays $150"."""
_OWN_CHARGE: Final = nouns.DETERMINERS | {"no", "extra", "travel"}


def role_by_payer(u: Utterance, at: int, word: str, before: str) -> PriceOf | None:
    """Judge by who charges, pays or spends: "the chain charges", "I pay", "it cost me"."""
    if word == "charged" and before in nouns.SPEAKER and u.reading.words[at + 1] in nouns.DETERMINERS:
        return PriceOf.OTHER
    if word in nouns.CHARGING:
        return PriceOf.OTHER if _theirs(u, before) else None
    if word == "pay":
        return PriceOf.OTHER if before in nouns.SPEAKER else PriceOf.SESSION if before == "each" else None
    if word in RECEIVING:
        return None if before in _ANYBODY else PriceOf.OTHER
    if word == "owe":
        return PriceOf.OTHER if before in nouns.SPEAKER else PriceOf.REMAINDER
    if word in nouns.SPENDING:
        if word in _BOOKED and _is_participle(u, at, before):
            return None
        return None if before in ("you", "you've", "already") else PriceOf.OTHER
    # "cost" is a verb whose subject decides, unless somebody else paid, or it is the past
    payer = u.reading.words[at + 1]
    past = word == "cost" and payer == "you" and before not in _BEFORE_COST and not before.endswith("s")
    return PriceOf.OTHER if past or payer in ("me", "him", "her", "them", "us") else None


def _is_participle(u: Utterance, at: int, before: str) -> bool:
    """True for what is sold to the client: "ten hours bought together", "if paid in advance", "bought singly"."""
    if before in nouns.SPEAKER or before in nouns.THEIRS:
        return False
    marks = u.reading.marks[at - 1]
    if before in SESSION_NOUNS or marks & (DURATION_UNIT | SERVICE_WORD) or before in _WHEN:
        return True
    return bool(marks & (BREAK | NUMERIC)) and u.reading.words[at + 1] in _TOGETHER


_BOOKED: Final = frozenset(("bought", "paid"))
_WHEN: Final = frozenset("if when once is 's are be it's".split())
_TOGETHER: Final = frozenset("as in together upfront up at separately singly individually ahead".split())
_BEFORE_COST: Final = frozenset(
    "will would 'll 'd it'll it'd that'll that'd to can could might should may do does people they and or".split()
)
"""What stands before "cost" of the present: "it will cost you", not "your last one cost you"."""
PAYING_VERBS: Final = nouns.CHARGING | nouns.SPENDING | RECEIVING | {"pay"}


def _theirs(u: Utterance, before: str) -> bool:
    """True when somebody else does the charging: "the chain charges", "her old teacher charged"."""
    if u.speaker is Speaker.CLIENT or before in nouns.CHARGERS:
        return False
    return before in nouns.THEIRS or (before.isalpha() and before not in _OWN_CHARGE)
