"""Phrases of paying that are a client's to the professional: not what others pay, nor what the client pays others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.claims.payments.handing import APPS, HANDING, handed_at, may_hand_over
from align.claims.payments.payment_words import (
    Paying,
    is_rest_of_work,
    paying_at,
)
from align.reading.cues import CURRENCY, NUMBER, PAYMENT

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_WINDOW: Final = 12
"""Words between paying and its time."""
_IDIOM: Final = re.compile(r"\b(?:he|she|it|they|that)(?:'ll|'d| will| would)? \Z")
"""Who "pays for it later" pays with a sore head."""
_FOR_OWN: Final = re.compile(r"pay(?:ing)? for (?:your|his|her|their|our|my) own\b")
"""What the client buys elsewhere."""
_ANOTHER_PAYS: Final = re.compile(
    r"\b(?:the|my|our) (?:school|agency|studio|club|boss|salon|gym|college|university|uni|council|church"
    r"|label|shop|insurer|insurance|government|state|employer) \Z"
)
"""Who pays the professional, but is no client: "the school pays me at the end of term"."""
_I_PAY: Final = re.compile(r"\b(?:i|i'll|i'd|i have to|i get|i got|i'm)(?: (?:just|also|always|\w+ly))? \Z")


def paying_phrase(u: Utterance, index: int) -> Paying | None:
    """Return the phrase of paying at a cue, unless somebody else pays or is paid."""
    reading = u.reading
    word = reading.words[index]
    if word in HANDING:
        if not (word in APPS or may_hand_over(u, index)):
            return None
        if not reading.marks[index] & PAYMENT:
            return _handed(u, index)
    paying = None if _is_no_payment(u, index) else paying_at(u, index)
    if paying is None:
        return None
    line, at = reading.line, reading.line_at
    begin = max(reading.sentence(index)[0], index - _WINDOW)
    before = line[at[begin] : at[index]]
    if word == "pays" and _ANOTHER_PAYS.search(before):
        return None
    is_theirs = word.startswith("pay") and not paying.noun and u.speaker is Speaker.PROFESSIONAL
    if is_theirs and (
        _I_PAY.search(before)
        or _FOR_OWN.match(line, at[index])
        or (_IDIOM.search(before) and line.startswith("pay for", at[index]))
    ):
        return None
    return paying


def _is_no_payment(u: Utterance, index: int) -> bool:
    """True for the bid of "would you take 400 for the day on the 17th?", and for the half of "half an hour on Friday"."""
    words, marks = u.reading.words, u.reading.marks
    if words[index] == "half":
        return words[index + 1 : index + 3] in _HALF_TIMES or words[index + 1 : index + 2] == ["hour"]
    bid = u.speaker is Speaker.CLIENT and words[index] in _BIDS and words[index - 2 : index] in _WOULD_YOU
    behind = words[index : u.reading.sentence(index)[1]]
    return bid and bool(marks[index + 1] & (CURRENCY | NUMBER)) and _LATER.isdisjoint(behind)


_LATER: Final = frozenset("after afterwards later end once when until till".split())
_HALF_TIMES: Final = (["an", "hour"], ["a", "day"], ["an", "hr"])
_BIDS: Final = frozenset("take accept do".split())
_WOULD_YOU: Final = [[modal, "you"] for modal in ("would", "could", "will", "can")]


def _handed(u: Utterance, index: int) -> Paying | None:
    found = handed_at(u, index)
    if found is None or is_rest_of_work(u.reading, *found):
        return None
    last = found[1] - 1
    return Paying(found[0], u.reading.line_at[last] + len(u.reading.words[last]))
