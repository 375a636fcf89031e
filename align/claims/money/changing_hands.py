"""Money that is or changes hands for nothing of ours: sent back, lent, won, held in credit; numbers that look like it.

"I sent you £40 by mistake", "could you lend me £100" and "you have £40 on your gift card" name a sum, and no price.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ROUGHLY: Final = r"(?:(?:the|a|an|your|another|about|around|like|over|only|just|extra|some) )*"
_GIVEN: Final = re.compile(
    rf"\b(?:i|i've|i have|i'll|we|we've|we have)(?: (?:just|already|also|now|accidentally|mistakenly))*"
    r" (?:sent|transferred|refunded|returned|repaid|reimbursed|wired|venmoed|lent"
    rf"|loaned)(?: (?:you|him|her|them|it|back|over))* {_ROUGHLY}\Z"
)
_IS_THE_SUM: Final = re.compile(
    r"(?:back|by|to|already|yesterday|today|tonight|this|last|now|via|through|on|and|but|so|over|earlier"
    r"|extra|too|instead|from|as)\b|[.,!?;)\n—-]|\Z"
)
"""Behind what is sent: the sum itself, and not "the £90 invoice"."""
_LENT: Final = re.compile(
    rf"\b(?:lend|borrow|borrowed|loan|spot|sub)(?: (?:me|us|you|him|her|them))? {_ROUGHLY}\Z"
)
_WON: Final = re.compile(
    r"(?:\b(?:i|i've|you|you've|we|we've|he|she|they|to|could|can"
    r"|and)(?: (?:just|have|could|can|might))* (?:won|win)|(?:\A|[.!?\n] )win"
    rf"|\b(?:i|we)(?: \w+)? earn(?:ed)?) {_ROUGHLY}(?:guaranteed )?\Z"
)
_SUMS: Final = re.compile(
    r"(?:loans?|(?:pay|wage|salary) ?-? ?(?:rises?|raises?|cuts?|increases?)|payrises?|raises?|prizes?"
    r"|jackpots?|awards?|paycheques?|paychecks?|salar(?:y|ies))\b"
)
"""What a sum can be that nobody pays us: "a £50 pay rise"."""
_HOLDING: Final = re.compile(
    r"\b(?:you(?:'ve|'ll have)?|there(?:'s| is))(?: (?:still|currently|now|also|already|have|got|about"
    r"|another"
    r"|only|a|an))* \Z"
)
_IN_CREDIT: Final = re.compile(
    r"(?:(?:of|in) )?(?:store )?credit\b(?! (?:card|note))|(?:(?:left|remaining|still|sitting) )*(?:in|on)"
    r" (?:your|the) (?:[\w-]+ )?(?:account|gift ?card|voucher|wallet)\b"
)
"""Behind what the client holds: "you have £40 left on your gift card", "you've £40 credit with me"."""
_CARD_BALANCE: Final = re.compile(
    r"\b(?:(?:gift ?card|voucher|savings|checking|credit)(?: account)?(?:'s)? balance) (?:is|'s|of"
    r"|stands at) \Z"
)
_NUMBERED: Final = re.compile(
    r"\b(?:(?:id|ref|reference)(?: (?:number|no|code|id))?"
    r"|(?:order|invoice|transaction|booking|tracking|policy|account|flight|parcel) (?:number|no|code))"
    r"(?: (?:is|'s|was|:|#|\.))* \Z"
)
_COST_US: Final = re.compile(
    rf"\b(?:ran|runs?|costs?|cost|set|sets|charged|charges|stung|fined|quoted) (?:me"
    rf"|us)(?: back)?(?: for)? {_ROUGHLY}\Z"
)
"""What the professional paid: "that cushion ran me $48"."""
_HOUSING: Final = r"bills?|rent|mortgage|insurance"
_LEVIES: Final = r"tax|premium|fine"
_ENERGY: Final = r"electricity|gas|heating|petrol|diesel|fuel|internet|broadband"
_AMOUNTS_TO: Final = r"(?:is|was|'s|(?:came|comes|ran|runs) to|hit|went (?:up )?to)"
_MY_BILL: Final = re.compile(
    r"\b(?:my|our)(?: (?!(?:rate|price|hourly|session|deposit)\b)[\w-]+){0,2}"
    rf" (?:{_HOUSING}|{_LEVIES}|{_ENERGY})(?: alone| for [\w-]+ [\w-]+| (?:this|last) month)?"
    rf" {_AMOUNTS_TO} {_ROUGHLY}\Z"
)
"""What the professional has to pay: "my glitter bill alone was $140"."""
_IN_YEAR: Final = re.compile(r"(?:back )?in (?:19|20)\d\d\b")
"""Behind what a thing cost once: "my table cost 700 in 2018"."""
_SPENT: Final = re.compile(rf"\bspend(?:s|ing)? {_ROUGHLY}\Z")
_ON_THINGS: Final = re.compile(
    r"(?:on|at) (?!(?:the|an?|one|two|three|\d+|my|our|your) ?(?:\w+ )?(?:hours?|sessions?|lessons?"
    r"|minutes|visits?"
    r"|deposit)\b|me\b|us\b|this\b|it\b|that\b)"
)
"""Behind what is spent: things, not our time."""
_REACH: Final = 12


HANDS: Final = frozenset(
    "loan loans pay wage salary salaries payrise payrises raise raises prize prizes jackpot jackpots award awards"
    " paycheque paycheques paychecks credit account card giftcard voucher wallet balance"
    " sent transferred refunded returned repaid reimbursed wired venmoed lent loaned"
    " cost costs paid ran run runs set sets charged charges stung fined quoted spend spends spending"
    " lend borrow borrowed spot sub won win earn earned"
    " bill bills rent mortgage insurance tax premium fine electricity gas heating petrol diesel fuel internet broadband"
    " id ref reference number no code".split()
)
"""One of these stands in every sentence in which money changes hands for nothing of ours, or a number is given."""


def changes_hands(u: Utterance, first: int, last: int) -> bool:
    """True for an amount on the words `[first, last)` that is given, lent, won or a mere number."""
    reading = u.reading
    line, at = reading.line, reading.line_at
    end = at[last] if last < len(reading) else len(line)
    if _SUMS.match(line, end):
        return True
    before = line[at[max(reading.sentence(first)[0], first - _REACH)] : at[first]]
    if reading.words[first].isalpha() and _NUMBERED.search(before):
        return True
    if (_IN_CREDIT.match(line, end) and _HOLDING.search(before)) or _CARD_BALANCE.search(before):
        return True
    if _LENT.search(before) or _WON.search(before):
        return True
    if u.speaker is Speaker.PROFESSIONAL:
        if _GIVEN.search(before):
            return _IS_THE_SUM.match(line, end) is not None
        if _COST_US.search(before) or _MY_BILL.search(before):
            return True
        if _SPENT.search(before) and _ON_THINGS.match(line, end):
            return True
    return before.endswith(("cost ", "paid ")) and _IN_YEAR.match(line, end) is not None


def is_pitch(u: Utterance, _: int, last: int) -> bool:
    """True for the cents that a tuner counts in: "the A is 30 cents flat"."""
    words = u.reading.words
    if words[last - 1] != "cents":
        return False
    at = last + (words[last : last + 1] in _A_LITTLE)
    return not _OFF_PITCH.isdisjoint(words[at : at + 1])


CENTS: Final = frozenset(("cents",))
_A_LITTLE: Final = (["too"], ["slightly"])
_OFF_PITCH: Final = frozenset("flat sharp off low high".split())
