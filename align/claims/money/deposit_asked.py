"""Read the bare answer to a question about the deposit: "is there a deposit?", "there is! It's £20 for everybody".

What a sum is the price of is said by the question, where the answer says no more than "it's N", for whom, and
what becomes of it. A sum that names its own length, service or purpose is not asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.money.card_scale import is_listed
from align.claims.money.price_cuts import Cut
from align.reading.cues import BREAK, DURATION_UNIT, SERVICE_WORD

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_MOST: Final = 64
_CUES: Final = frozenset(
    "fee deposit deposits retainer downpayment upfront up down hold secure reserve advance ahead".split()
)
_ASKED: Final = re.compile(
    r"\b(?:deposits?|retainer|down ?payment|(?:holding|booking) fee)\b[^.!?]{0,40}\?"
    r"|\b(?:pay|put|leave|send|owe|need|want|take|ask|charge|due|much|anything|something|money)\b[^.!?]{0,40}"
    r"\b(?:deposits?|retainer|down ?payment|up ?front|in advance|ahead|money down"
    r"|(?:put|pay|leave|putting|paying) [^.!?]{0,12}\bdown|to (?:hold|secure|reserve|book|lock))\b"
    r"|^(?:and )?(?:what about )?(?:a |any |the )?(?:deposit|retainer)\W*$"
    r"|^(?:\w+ ){0,2}(?:what's|whats|what is) (?:the|your) (?:deposit|retainer|holding fee)\b"
)
"""A client's question about what is paid ahead."""
_OTHERWISE: Final = re.compile(
    r"\b(?:refund|refundable|back|lose|keep|paid|sent|gave|transferred|already|cancel|cancellation"
    r"|hotel|flat|airbnb|car|hall|venue|landlord)\b"
    r"|\b(?:how much|what's|what is|whats|price of|cost of)"
    r"(?! (?:is |'s )?(?:the |a |your )?(?:deposit|retainer|up ?front"
    r"|do (?:i|we|you) (?:pay|put|need|want|take|ask|leave|send)|down ?payment|would i|should i|to ))"
)
"""Other questions of a deposit, or of a price beside it."""
_LEADING: Final = frozenset(
    "it's its it is it'd that's that would be will just only a an normally usually always yes yeah yep there "
    "please , . ! — - : ; sure and so but for everyone everybody about you it'll i ask take do does deposit's "
    "deposit flat the same small my all of course there's me send half from anywhere between somewhere".split()
)
"""What may stand between the head of an answer's clause and the sum."""
_FOLLOWING: Final = frozenset(
    "and but that which off each per from same up ahead now today or comes goes non-refundable non refundable "
    "does holds secures covers depending whichever half love please by it i you so because then".split()
)
"""What may stand behind it, if anything does: whose it is, and what becomes of it."""
_BEHIND_FOR: Final = frozenset(
    "everybody everyone all now anyone you new any every each first both us".split()
)
_A: Final = (["a"], ["the"])
_SIZES: Final = (["short"], ["shorter"], ["shortest"], ["long"], ["longer"], ["longest"], ["wee"])
_BEHIND_TO: Final = frozenset(
    "everybody everyone all hold book secure reserve lock keep confirm save start me".split()
)
_DENYING: Final = frozenset("no nope nah none never not don't isn't doesn't won't".split())
_FEW: Final = 26
_AHEAD: Final = 5
_OPENING: Final = 4
"""Words in which an answer says yes or no."""


def answers_deposit(u: Utterance, first: int, last: int, value: Decimal) -> bool:
    """True for the first sum of an answer that is no more than "it's N", where the client asks for the deposit."""
    if first > _FEW or any(m.last <= first for m in u.money) or not _asks_for_deposit(u.inbound):
        return False
    if is_listed(u.known, float(value)):
        return False
    _, end = u.reading.sentence(first)
    named = any(mark & _OWN for mark in u.reading.marks[last : min(end, last + _AHEAD)])
    return not named and _leads(u, first) and _goes_on(u, last)


def _leads(u: Utterance, first: int) -> bool:
    """True where nothing but "it's", "yes" and the like stands before a sum in its clause, and nothing is denied."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(first)
    head = next((i + 1 for i in range(first - 1, begin - 1, -1) if marks[i] & BREAK), begin)
    return _LEADING.issuperset(words[head:first]) and _DENYING.isdisjoint(
        words[: min(first, _OPENING)] + words[begin:first]
    )


def share_answered(u: Utterance) -> list[Cut]:
    """Return the share of "is there a deposit?", "there is, it's 25% and comes off the total"."""
    words = u.reading.words
    if "%" not in words[: _FEW + 1] or not _asks_for_deposit(u.inbound):
        return []
    for number in u.numbers:
        last = number.last
        if number.first > _FEW or u.taken[number.first]:
            break
        if words[last : last + 1] != ["%"]:
            continue
        last += 1
        of_price = words[last : last + 2] in _OF_PRICE and words[last + 2 : last + 3] in _PRICES
        if (of_price or _goes_on(u, last)) and _leads(u, number.first):
            return [Cut(number.first, last, number.value, MoneyForm.PERCENT, PriceOf.DEPOSIT)]
        break
    return []


_OF_PRICE: Final = (["of", "the"], ["of", "your"], ["of", "that"])
_PRICES: Final = (["price"], ["total"], ["rate"], ["fee"], ["cost"], ["session"])
_OWN: Final = DURATION_UNIT | SERVICE_WORD


def _goes_on(u: Utterance, last: int) -> bool:
    """True where nothing behind a sum says what else it is for: "for everybody", "to hold it", "and it comes off"."""
    words = u.reading.words
    after = words[last : last + 2]
    if not after or not after[0][0].isalnum():
        return True
    if after[0] == "for":
        sized = words[last + 1 : last + 2] in _A and words[last + 2 : last + 3] in _SIZES
        return sized or (after[1:] != [] and after[1] in _BEHIND_FOR)
    if after[0] == "to":
        return after[1:] != [] and after[1] in _BEHIND_TO
    if after[0] == "in":
        return after[1:] == ["advance"]
    return after[0] in _FOLLOWING


def _asks_for_deposit(inbound: Utterance | None) -> bool:
    """True for "is there a deposit?", "how much is it to hold it?", with no other price asked for."""
    if inbound is None or _CUES.isdisjoint(inbound.reading.words[:_MOST]):
        return False
    line = inbound.reading.line
    return _ASKED.search(line) is not None and _OTHERWISE.search(line) is None
