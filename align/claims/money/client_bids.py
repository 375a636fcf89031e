"""Decide whether a client's bare number is what they mean to pay: "150?", "the hour at ours for 80".

A client bids where a sentence of theirs names what is bought, and a number that is no length,
time or count of it; where they say what they have to spend; and with a number and little else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.durations.length_words import SESSION_NOUNS
from align.claims.money import bare_price_words as words_of
from align.claims.money.things import is_thing
from align.reading.cues import BREAK, DURATION_UNIT, MODAL, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.money.bare_number import BareNumber


def is_bid(number: BareNumber) -> bool:
    """True for a client's "150?", "ok for 50?", "is 150 still your rate": what is to be paid."""
    words, marks, first, last = number.words, number.marks, number.first, number.last
    weighed = words[last - 1] in ("pound", "pounds")
    if number.value <= words_of.CLOCKLIKE or weighed or not number.is_plausible:
        return False
    before = number.before
    if before == "we're" or words[max(0, first - 2) : first] in _BEING_MANY:
        return False
    begin, end = number.sentence
    if last < end and words[last].endswith("s") and is_thing(number.u, last):
        return False  # "I did 9000 steps"
    given = before in words_of.CALLING or before in _GIVING
    bought = _names_bought(number)
    after = words[last] if last < end else "."
    if number.is_length and not (
        (given and (bought or number.value not in number.known.session_minutes))
        or (bought and after in _WILL_DO)
    ):
        return False
    if before in words_of.SPENT or after in _WILL_DO or _asks_for(number):
        return True
    rest = [w for w in words[begin:end] if w.isalpha()]
    if len(rest) <= _FEW and {"at", "by", "in", "past"}.isdisjoint(rest):
        return True
    if number.names_price(last, min(end, last + _FEW)):
        return True
    if before in _TIMED and (number.is_clocklike or before not in ("at", "around", "about")):
        return False
    if last < end and after not in words_of.ENDS and after not in _BEHIND and not marks[last] & BREAK:
        return False
    asked = number.has(MODAL, begin, first) or words[end - 1] == "?"
    return (bought and (asked or given)) or not _DEALING.isdisjoint(rest)


def _asks_for(number: BareNumber) -> bool:
    """True for "could you do Saturday for 400?", "for 150 would you do it?", "any way you'd do 150?"."""
    line, at = number.u.reading.line, number.u.reading.line_at
    (begin, end), last = number.sentence, number.last
    stop = at[end] if end < len(at) else len(line)
    before = line[at[max(begin, number.first - _BACK)] : at[number.first]]
    behind = line[at[last] : stop] if last < end else ""
    if (TOLD.search(before) and _NO_COUNT.match(behind)) or _ALL_I_HAVE.match(behind):
        return True
    if before.endswith("the ") and _STANDING.match(behind):
        return True
    if last < end and not number.marks[last] & BREAK and number.words[last] not in _BEHIND:
        fronted = _IF_FOR.match(line, at[begin], stop) is not None
        return fronted and _WOULD_YOU.match(line, at[last]) is not None
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


def _names_bought(number: BareNumber) -> bool:
    """True for a sentence that names a length, an event or a service beside the number."""
    begin, end = number.sentence
    if any(d.last <= number.first or d.first >= number.last for d in number.durations(begin, end)):
        return True
    words, marks = number.words, number.marks
    return any(
        marks[i] & (SERVICE_WORD | DURATION_UNIT) or words[i] in words_of.EVENTS or words[i] in SESSION_NOUNS
        for i in (*range(begin, number.first), *range(number.last, end))
    )


_BEING_MANY: Final = words_of.phrases("we'll be, there'll be, we'd be, they'll be, we are, there are")
"""Before how many come: "we'll be 250 now"."""
_FEW: Final = 4
"""Words of a client's message that is a number and little else."""
_GIVING: Final = frozenset("give with spend only pay offer stretch to of i've we've thinking".split())
_WILL_DO: Final = frozenset("do work cover sort suit".split())
_TIMED: Final = frozenset(
    "at around about by in past from till until between before after since no number".split()
)
_BEHIND: Final = frozenset(
    "be to in sort still enough max tops flat even all set altogether each per an seeing since because cos coz"
    " given considering as".split()
)
"""What can follow a client's sum: what it is, or why it should do."""
_DEALING: Final = frozenset("deal match budget spend afford stretch settle thinking".split())
"""What is said of a sum, whatever it buys."""
