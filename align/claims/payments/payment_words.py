"""Words of paying: "settle up", "lash the money over", "the rest is due", "take it off you"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from align.reading.cues import PAYMENT

if TYPE_CHECKING:
    from align.reading import Reading

_REACH: Final = 12
_SUMS: Final = r"balance|rest|remainder|full|remaining|other|whole|deposit|fee|bill|invoice|money|final|second|session|amount|difference|total|last|outstanding|cash|lot|thing|penny|cent"
_PAY: Final = re.compile(
    rf"(?:pay(?:ing|s)?(?: up)?(?! (?:the|your|her|his|their|a|an) (?!(?:{_SUMS})\b)\w+)"
    r"(?! (?:off|attention|close|special|tribute|for (?:parking|the (?:parking|taxi|cab|venue|room)))\b)"
    r"|(?:settle[sd]?|settling)(?: up(?: with (?:me|us))?| (?:the (?:balance|rest|bill|money|payment|fee|invoice|account|remainder)|it|that|payment|everything))?"
    r"(?! (?:the|my|your|a|in|down|into|on|for|by|from|him|her|them)\b)"
    r"|squar(?:e|ing)(?: (?:up|me|us|it|that|things|everything|the (?:balance|rest|money))(?: up)?| away)"
    r"|sort(?:ing)? (?:me|us|it|that|the (?:money|rest|balance|cash|payment|bill|remainder|transfer)|payment|money|cash)(?: out)?"
    r"|sort(?:ing)? out (?:the )?(?:money|payment|cash|balance|rest|bill)"
    r"|fix (?:(?:me|us) )?up(?: with (?:me|us))?|cough up|fork (?:it )?out|owe (?:me|us|you)"
    r"|(?:bank )?transfers?(?: (?:it|me|us|the (?:money|rest|balance)))?|venmo(?: me)?|zelle(?: me)?|paypal(?: me)?|revolut(?: me)?|cash ?app(?: me)?"
    r"|tap (?:the |your )?card|reimburse(?: me)?)\b"
)
_TAKE_OFF: Final = re.compile(
    r"(?:take|get|collect|grab|have) (?:it|that|the (?:money|cash|rest|balance)|payment) (?:off|from) (?:you|ye|ya|u)\b"
)
_HAND_OVER: Final = re.compile(
    r"\b(?:lash|send|throw|fling|drop|hand|bring|slip|give|chuck|bung|leave|get|ping|wire|shoot|fire|whack|stick|transfer|have|take|collect|grab|pass|tap)(?:ing)?"
    r" (?:(?:me|us|you|it|over|off|up|across|my way|to me|to you|on|in) )*(?:(?:the|a|my|your|that|some) )?(?:(?:few|rest of the|rest|bit of|full|card|other|remaining|second|last|final|outstanding) )*(?:\d[\d.,]* )?\Z"
)
_HANDING: Final = (
    "lash send throw fling drop hand bring slip give chuck bung leave get ping wire shoot fire whack stick transfer have"
    " take collect grab pass tap".split()
)
_LEADS_OVER: Final = frozenset(
    _HANDING
    + [verb + "ing" for verb in _HANDING]
    + "me us you it over off up across way on in the a my your that some few of rest full card other remaining second"
    " last final outstanding".split()
)
_SUBJECT: Final = (
    r"(?:\b|(?<=[$£€] ))(?:\d[\d.,]*|remaining \w+|rest|balance|payment|payments|remainder|money|amount|total|fee|half|everything|all|nothing|invoice|bill)"
    r"(?: (?:amount|half|fee|of it|of the \w+|balance))?"
)
_BE: Final = r"(?:(?:is|'s|are|be|falls|becomes|comes|will be|can be|could be|may be|gets|to be)(?: (?:only|just|then|not|all|always|usually))? )"
_IS_DUE: Final = re.compile(
    rf"(?:{_SUBJECT}|\b(?:it|that)) {_BE}\Z|\b(?:it's|that's)(?: (?:only|just|all))? \Z"
)
_CAN_FOLLOW: Final = re.compile(
    rf"{_SUBJECT} (?:(?:can|could|may|will|'ll)(?: (?:just|then|always|easily))? )?\Z"
)
_SENT: Final = re.compile(r"\w+ (?:you|me)\b")
_I_BILL: Final = re.compile(r"\b(?:i|i'll|we|we'll|to|an|the|my|your|can|will|usually|always) \Z")

_SETTLERS: Final = re.compile(
    r"(?:\b(?:you|we|i|i'll|we'll|ye|u|ya|can|could|may|to|just|please|then|let's|or|and|be|is|by|of|on|all|always|simply|will|'ll)|[.,!?;:…\n—-]) \Z"
)
"""Who settles up, where "settle" alone could be what a crowd or the dust does."""

_VERDICTS: Final = frozenset("due paid payable".split())
_FOLLOWERS: Final = frozenset("follow follows wait".split())
_SUM_NOUNS: Final = frozenset("cash balance remainder payment payments money dosh readies wedge bob".split())


class Paying(NamedTuple):
    """A phrase of paying: its first word, where it ends in the line, and what it is.

    `noun` says that its time must stand right behind it ("cash at the end"); `passive` that
    it has a sum as its subject ("the rest is due").
    """

    first: int
    stop: int
    noun: bool = False
    passive: bool = False


def may_hand_over(before: str) -> bool:
    """Tell, by the word before it, whether a sum of money may be handed over: "send me the"."""
    return before[0].isdigit() or before.rpartition("'")[2] in _LEADS_OVER


def paying_at(reading: Reading, index: int) -> Paying | None:
    """Return the phrase of paying that the cue word at `index` is part of."""
    line, at = reading.line, reading.line_at
    words = reading.words
    word = words[index]
    begin = max(reading.sentence(index)[0], index - _REACH)
    before = line[at[begin] : at[index]]
    end = at[index] + len(word)
    if word in _VERDICTS or word in _FOLLOWERS:
        lead = (_IS_DUE if word in _VERDICTS else _CAN_FOLLOW).search(before)
        return (
            None
            if lead is None
            else Paying(reading.word_at(at[begin] + lead.start()), end, noun=True, passive=True)
        )
    if not reading.marks[index] & PAYMENT:
        lead = _HAND_OVER.search(before)
        return None if lead is None else Paying(reading.word_at(at[begin] + lead.start()), end)
    if word in _SUM_NOUNS or (word == "card" and before.endswith(("tap the ", "tap your "))):
        lead = _HAND_OVER.search(before) if index and may_hand_over(words[index - 1]) else None
        if lead is not None:
            return Paying(reading.word_at(at[begin] + lead.start()), end)
        match = _TAKE_OFF.match(line, at[index])
        return Paying(index, end, noun=True) if match is None else Paying(index, match.end())
    if word in ("invoice", "bill"):
        sent = _SENT.match(line, at[index])
        if sent is None and _I_BILL.search(before) is None:
            return None
        return Paying(index, end if sent is None else sent.end(), noun=sent is None)
    match = _PAY.match(line, at[index]) or _TAKE_OFF.match(line, at[index])
    if match is None:
        return None
    if word.startswith("settl") and match.group() == word and before and _SETTLERS.search(before) is None:
        return None
    return Paying(index, match.end(), noun=word.startswith("transfer") and match.group() == word)
