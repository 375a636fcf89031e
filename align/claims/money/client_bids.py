"""Decide whether a client's bare number is what they mean to pay: "150?", "the hour at ours for 80".

A client bids where a sentence of theirs names what is bought, and a number that is no length,
time or count of it; where they say what they have to spend; and with a number and little else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import bare_price_words as words_of
from align.claims.money.card_scale import is_clocklike, is_length, is_plausible
from align.claims.money.things import is_thing
from align.reading.cues import BREAK, DURATION_UNIT, MODAL, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.money.bare_surroundings import Surroundings
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance


def is_bid(u: Utterance, around: Surroundings, number: Number, value: float) -> bool:
    """True for a client's "150?", "ok for 50?", "is 150 still your rate": what is to be paid."""
    words, marks = u.reading.words, u.reading.marks
    weighed = words[number.last - 1] in ("pound", "pounds")
    if value <= words_of.CLOCKLIKE or weighed or not is_plausible(u.known, value):
        return False
    if words[max(0, number.first - 2) : number.first] in _BEING_MANY or words[
        number.first - 1 : number.first
    ] == ["we're"]:
        return False
    before = words[number.first - 1] if number.first else ""
    begin, end = u.reading.sentence(number.first)
    if number.last < end and words[number.last].endswith("s") and is_thing(u, number.last):
        return False  # "I did 9000 steps"
    bought = _names_bought(u, around, number, begin, end)
    after = words[number.last] if number.last < end else "."
    if is_length(u.known, value) and not (
        (before in words_of.CALLING | _GIVING and (bought or value not in u.known.session_minutes))
        or (bought and after in _WILL_DO)
    ):
        return False
    if before in words_of.SPENT or after in _WILL_DO or _asks_for(u, number, begin, end):
        return True
    rest = [w for w in words[begin:end] if w.isalpha()]
    if len(rest) <= _FEW and {"at", "by", "in", "past"}.isdisjoint(rest):
        return True
    named = range(number.last, min(end, number.last + _FEW))
    if any(marks[i] & PRICE and words[i] not in words_of.NOT_NOUNS for i in named):
        return True
    if before in _TIMED and (is_clocklike(value) or before not in ("at", "around", "about")):
        return False
    if number.last < end and after not in words_of.ENDS | _BEHIND and not marks[number.last] & BREAK:
        return False
    asked = any(marks[i] & MODAL for i in range(begin, number.first)) or words[end - 1] == "?"
    return (bought and (asked or before in words_of.CALLING | _GIVING)) or not _DEALING.isdisjoint(rest)


def _asks_for(u: Utterance, number: Number, begin: int, end: int) -> bool:
    """True for "could you do Saturday for 400?", "for 150 would you do it?", "any way you'd do 150?"."""
    line, at = u.reading.line, u.reading.line_at
    stop = at[end] if end < len(at) else len(line)
    before = line[at[max(begin, number.first - _BACK)] : at[number.first]]
    behind = line[at[number.last] : stop] if number.last < end else ""
    if (TOLD.search(before) and _NO_COUNT.match(behind)) or _ALL_I_HAVE.match(behind):
        return True
    if before.endswith("the ") and _STANDING.match(behind):
        return True
    closed = (
        number.last >= end or u.reading.marks[number.last] & BREAK or u.reading.words[number.last] in _BEHIND
    )
    if not closed:
        return (
            _IF_FOR.match(line, at[begin], stop) is not None
            and _WOULD_YOU.match(line, at[number.last]) is not None
        )
    return _COULD_DO.search(before) is not None


_BACK: Final = 12
_IF_FOR: Final = re.compile(r"(?:(?:and|so|what about) )?for \d")
_WOULD_YOU: Final = re.compile(
    r"(?:can|could|would|will) (?:you|u|ya|ye) (?:do|come|take|play|make|fit|teach)\b"
)
_COULD_DO: Final = re.compile(
    r"\b(?:can|could|would|will|please|pls|kindly|any chance)\b"
    r" (?:(?:you|u|ya|ye|we|of) )?(?:please |maybe |also )?(?:do|come|take|play|make|teach|cut|cover|fit"
    r"|doing|coming)\b(?: (?!at\b|by\b|before\b|after\b|from\b)[\w'-]+){0,7}? for \Z"
    r"|\b(?:you'd|you would|you could|you'll|you might) (?:do|take|accept) \Z"
)


TOLD: Final = re.compile(
    r"\b(?:you|u|ye) (?:had |have |just )?(?:quoted|charged?|asked|charge|said"
    r"|told)(?: (?:me|us|him|her|my \w+))?(?: (?:it was|it's|like|about|the))? \Z"
    r"|\b(?:site|website|page|ad|advert|post|groupon|list|listing|menu|flyer|sign|profile|insta"
    r"|instagram|facebook|google|voucher|brochure|email|it)"
    r" (?:says|said|has|lists|listed|shows|showed|quoted|quotes) \Z"
    r"|\bi (?:just )?(?:saw|seen|read|heard) (?:it (?:was|is|at|for) |it's )?\Z"
    r"|\b(?:last time|before|last (?:week|month|year)|in \w+|previously|always|usually) (?:it|that) was \Z"
)
"""Where the client had the sum from: "you quoted me 140", "the site says 140", "last time it was 140"."""
_NO_COUNT: Final = re.compile(
    r"(?:\Z|[.,!?;—-]|(?:on(?! (?:the|a|your) (?:door|wall|house|gate|scales?|clock|bus|dial|meter|label"
    r"|building)\b)|last|the|for (?:the|an?|this|it|that)|in (?:your|the)|per|an|and|when|before|so"
    r"|right|correct|but|is|total|all in|as|at|somewhere)\b)"
)
_ALL_I_HAVE: Final = re.compile(
    r"is (?:(?:literally|really|honestly|about|just) )?(?:all|the (?:most|max|best|highest|limit)"
    r"|my (?:max|maximum|limit|budget|top|absolute|final)|as (?:much|high|far) as"
    r"|what)\b(?! (?:the|he|she|they|my|other)\b)"
)
_STANDING: Final = re.compile(
    r"(?:(?:\w+ )?(?:offer|deal|special|promo|promotion|rate|price|package)s?)\b[^.!?]{0,30}\?"
)
"""What is asked of a sum: "is the 140 deal still on?"."""


def _names_bought(u: Utterance, around: Surroundings, number: Number, begin: int, end: int) -> bool:
    """True for a sentence that names a length, an event or a service beside the number."""
    words, marks = u.reading.words, u.reading.marks
    if any(d.last <= number.first or d.first >= number.last for d in around.durations(begin, end)):
        return True
    return any(
        marks[i] & (SERVICE_WORD | DURATION_UNIT) or words[i] in words_of.EVENTS or words[i] in SESSION_NOUNS
        for i in range(begin, end)
        if not number.first <= i < number.last
    )


_BEING_MANY: Final = [[who, "be"] for who in ("we'll", "there'll", "we'd", "they'll")] + [
    ["we", "are"],
    ["there", "are"],
]
"""Before how many come: "we'll be 250 now"."""
_FEW: Final = 4
"""Words of a client's message that is a number and little else."""
_GIVING: Final = frozenset("give with spend only pay offer stretch to of i've we've thinking".split())
_WILL_DO: Final = frozenset("do work cover sort suit".split())
_TIMED: Final = frozenset(
    "at around about by in past from till until between before after since no number".split()
)
_BEHIND: Final = frozenset(
    "be to in sort still enough max tops flat even all set altogether each per an"
    " seeing since because cos coz given considering as".split()
)
"""What can follow a client's sum: what it is, or why it should do."""
_DEALING: Final = frozenset("deal match budget spend afford stretch settle thinking".split())
"""What is said of a sum, whatever it buys."""
