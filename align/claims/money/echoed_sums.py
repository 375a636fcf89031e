"""Tell a sum that only repeats the client's in disbelief: "Eighty? Somebody's pulling your leg."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.money.card_scale import is_listed
from align.reading.cues import AGREEMENT, BREAK, NEGATION

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_LEADS: Final = frozenset("so hmm wait sorry what oh ah , only just ha haha eh".split())
_LENGTH: Final = 5
_HEARD: Final = 24
_ANSWER: Final = 10
_TAKING: Final = frozenset(
    "works fine done deal yes yeah sure ok okay go why grand perfect lovely great sounds happy because "
    "since yours special can could"
    " do make see booked book locked alright then you're come bring send it's love course absolutely "
    "why sold let's problem bother worries"
    " in take taken accept refuse there got pleasure count but".split()
)
"""What takes up the sum that a question repeats."""
_REJECTING: Final = re.compile(
    r"(?:(?:ha|haha|lol|oh|ah|well|sorry|but|no)(?: ,)? )*(?:i wish|in your dreams|dream on"
    r"|pull the other|wrong (?:person|number|page)"
    r"|(?:that|it|this)(?:'s| is| has)? never been|(?:i've |i have |we've )?never"
    r" (?:been|charged|asked|had|did|done) (?:my|our|that|it|so|as)\b|not in (?:years|ages)"
    r"|where (?:did|have|on earth|was|is)|who (?:told|said|gave|quoted)"
    r"|some(?:body|one)(?:'s| is| has| was| must)? (?:be |been |have )?(?:pulling|joking|kidding|having"
    r"|told|got|made|mistaken|wrong)"
    r"|(?:that|it|those|they)(?:'s| is| was| were| must have been)?(?: \w+){0,2}"
    r" (?:years ago|ages ago|last year|(?:long |all )?gone|old (?:price|rate|list))\b"
    r"|(?:are )?(?:you(?:'re| must be| have to be)? )?(?:joking|kidding))"
)
"""How an answer opens that will not have the sum."""
_LOW: Final = frozenset("below under low less afraid unfortunately minimum wish".split())


def is_questioned(u: Utterance, first: int, last: int, value: Decimal) -> bool:
    """True for a question that is the client's sum and no more, where what follows turns it down."""
    words = u.reading.words
    begin, end = u.reading.sentence(first)
    if words[end - 1] != "?" or end - 1 - last > _LENGTH or end >= len(words):
        return False
    if not _LEADS.issuperset(words[begin:first]) or (
        last < end - 1 and words[last] not in ("for", "an", "per", "a")
    ):
        return False
    stop = min(len(words), u.reading.sentence(end)[1], end + _ANSWER)
    if _REJECTING.match(u.reading.line, u.reading.line_at[end]) is not None:
        return "but" not in words[end + 1 : stop] and not _comes_round(u, end)
    if u.inbound is None or not any(n.value == value for n in u.inbound.numbers[:_HEARD]):
        return False
    return _turns_down(u, end, stop)


def _comes_round(u: Utterance, begin: int) -> bool:
    """True for "150? Are you joking? Of course!": an agreement behind the disbelief, and no price of the card."""
    behind = range(begin, min(len(u.reading.words), begin + _ANSWER))
    marks = u.reading.marks
    opens = (i for i in behind if i > begin and (marks[i - 1] & BREAK or u.reading.words[i - 1] == "of"))
    agreed = any(marks[i] & AGREEMENT for i in opens)
    return agreed and not any(
        n.first in behind and is_listed(u.known, float(n.value)) for n in u.numbers[:_HEARD]
    )


def _turns_down(u: Utterance, begin: int, end: int) -> bool:
    """True for an answer that denies, calls the sum low or names a price of the card instead."""
    words, marks = u.reading.words, u.reading.marks
    if not _TAKING.isdisjoint(words[begin:end]) or any(marks[i] & AGREEMENT for i in range(begin, end)):
        return False
    if not _LOW.isdisjoint(words[begin:end]) or any(marks[i] & NEGATION for i in range(begin, end)):
        return True
    return any(begin <= n.first < end and is_listed(u.known, float(n.value)) for n in u.numbers[:_HEARD])
