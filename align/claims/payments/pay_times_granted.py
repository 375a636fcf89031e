"""Times of paying that are called fine: "afterwards is fine", to who asks when to pay or where money is the topic."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.own_terms import is_paid_first
from align.claims.payments.payment_times import LATER, TIMES
from align.claims.payments.payment_words import APP_NAMES
from align.reading.cues import PAYMENT, PRICE

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_FITS: Final = re.compile(
    r"(?: (?:the |your |our )?(?!is\b|are\b|so\b|and\b)\w+(?: \w+)??)??(?: [\"'])?"
    r"(?:(?: ?'s| is| ?'ll be| will be| would be)(?: (?!not\b|too\b)\w+){0,2}?"
    r" (?:fine|grand|ok|okay|alright|perfect|great|good|easy|lovely|cool|sound|handy"
    r"|no (?:bother|problems?|worries|stress|drama|issue))"
    r"|(?: ?'s| is) how (?:(?:i|we)(?: always| usually| normally)? (?:do|like|take|prefer)|most (?:[\w']+ ){1,3}do)\b"
    r"| works\b|(?<!\bafter) work\b| suits?| will do| also (?:can|ok|okay)| can also)\b"
)
"""Approval of the time before it: "is fine by me", "works", "also can"."""


_EVENTS: Final = frozenset(("when", "whenever", "once"))
_EVENT_FITS: Final = re.compile(
    r"(?: (?!is\b|so\b|and\b|but\b)[\w']+){0,7}? (?:is|'s|works|suits|will be)"
    r" (?:(?:totally|perfectly|absolutely|just|all) )?(?:fine|grand|ok|okay|alright|perfect|great|good"
    r"|easy|me|for me)\b"
)
"""Behind "whenever": the rest of its clause and approval, "whenever you get round to it is fine"."""


_ASKS_WHEN: Final = re.compile(
    r"\bwhen\b[^.?!]{0,50}\b(?:pay|paid|payment|money|cash|settle|transfer|due|owe|balance|fee|bill)\b"
    rf"|\b(?:pay|settle|transfer|money|cash|payment|balance|fee|bill|{APP_NAMES})\b[^.?!]{{0,50}}\b(?:now|before"
    r"|up ?front|first|in advance|today|later|after|when)\b"
)
_OPENING: Final = re.compile(
    r"(?:(?:no|nope|nah|oh|ah|yes|yeah|ok|okay|just|hi|hey|hiya|sure|monthly|weekly|termly) (?:, )?)*"
)
_PLACED: Final = re.compile(
    rf"{_OPENING.pattern}(?:please , )?(?:(?:an envelope|in an envelope|cash|it|pop it|leave it) (?:, )?)?"
    r"(?:(?:in|on|under|by|behind|at|beside) (?:the|my|your|a) [\w'-]+ (?:[\w'-]+ )?)?"
)
"""What may stand before the time in an answer to who asks where the money is to go: "under the metronome after …"."""
_ASKS_WHERE: Final = re.compile(
    r"\b(?:where|how|should|shall|do|can) (?:do |should |shall |can )?(?:i|we) (?:\w+ )?(?:leave|put|drop|bring|give|hand)\b"
    r"[^.?!]{0,20}\b(?:money|cash|payment|fee|envelope)\b"
)
_ALONE: Final = re.compile(
    r"(?: (?:you|u|ye) (?:like|want|can|fancy|prefer|please|remember|(?:get|have|find) an? \w+)\b| suits?(?: (?:you|ye))?\b| (?:it|him|her|them)\b)?(?:[^\w.,!?;]"
    r"| (?:is|'s)\b)? ?(?:[.!]|, (?:please|as|like|thanks|no|hun|love|pet|babe|mate|hon|dear|x+|i'm easy"
    r"|i'm not fussed|either|up to you|whatever|you choose|your (?:call|choice))\b|please\b|thanks\b"
    r"|as (?:usual|always|ever)\b|like (?:always|last|usual)\b|(?=(?:, )?(?:once|after|when we|so (?:you|that))\b)|\Z)"
)
"""Behind a time that is the whole answer: "when do I pay?", "at the end, as always"."""


_ASKS_ANOTHER_TIME: Final = re.compile(
    r"\b(?:what (?:time|day)|which day|when (?:do|does|should|shall|can|could|will|would|is|are|am)|when's)\b"
    r"(?!(?:(?! and )[^.?!,;]){0,50}\b(?:pay|paid|payment|money|cash|settle|transfer|due|owe|balance|fee"
    r"|bill)\b)"
)
"""A time asked about that is not the paying's: "what time do I come and do I pay first?"."""


def _asks_when(inbound: Utterance) -> bool:
    """True where the client asks when to pay, or to pay after."""
    if any(p.timing == "after" for p in inbound.payments):
        return True
    if not inbound.reading.seen & (PAYMENT | PRICE):
        return False
    line = inbound.reading.line
    return _ASKS_WHEN.search(line) is not None or _ASKS_WHERE.search(line) is not None


_TOPIC: Final = re.compile(
    r"(?:\b(?:as for|as to|about|regarding|re|concerning|when it comes to|with|on) "
    r"|(?:\A|[.!?\n] ))(?:the|your|that|my)(?: (?:rest of the|last bit of the|remaining|final"
    r"|outstanding|other|full))*"
    r" (?:money|balance|payments?|fees?|bill|cash|invoice|remainder|remaining \W? ?\d[\d.,]*"
    r"|last \W? ?\d[\d.,]*)(?: (?:side|end|part|bit)(?: of (?:it|things))?)? [,?:—-]"
)
"""Money as what is spoken of next: "as for the balance, …", "about the money, …"."""
_TOPICS: Final = frozenset(
    "money balance payment payments fee fees bill cash invoice remainder remaining last".split()
)
"""What `_TOPIC` names; looked for first, since few drafts have any."""
_CALM: Final = re.compile(
    r"(?: (?:and|so|no|not|any|a|at all|honestly|really|please|don't|do not|worry|worries|stress|rush"
    r"|hurry|bother|problem|panic|about it|that's|it's|fine|hun|love|mate|yes|oh|well|[,.!—-])(?!\w))*"
)
"""What may stand between that and its time, and puts nobody to any hurry."""
_YET_BEFORE: Final = re.compile(
    r"[^.!?;]{0,60}\b(?:before|ahead of|prior to|up ?-? ?front|upfront|in advance)\b"
)


def time_that_fits(u: Utterance) -> tuple[int, int] | None:
    """Return the words that call a later time of paying fine: "afterwards is fine".

    They are looked for where the client asked when to pay, or to pay after, and behind
    money that the draft makes its topic.
    """
    inbound = u.inbound
    if inbound is not None and _asks_when(inbound):
        return None if is_paid_first(u.reading) else _fitting(u, inbound)
    return _of_topic(u.reading) if u.reading.seen & (PAYMENT | PRICE) else None


def _of_topic(reading: Reading) -> tuple[int, int] | None:
    """Return the later time that is called fine right behind money as the topic: "as for the balance, whenever …"."""
    if _TOPICS.isdisjoint(reading.words):
        return None
    line = reading.line
    for topic in _TOPIC.finditer(line):
        calm = _CALM.match(line, topic.end())
        start = topic.end() if calm is None else calm.end()
        later = LATER.match(line, start + 1)
        if later is None:
            continue
        fits = _FITS.match(line, later.end()) or _FITS.match(line, later.end() + 1)
        if fits is None and later.group().startswith(tuple(_EVENTS)):
            fits = _EVENT_FITS.match(line, later.end())
        if fits is not None and _YET_BEFORE.match(line, fits.end()) is None:
            return reading.words_of(later.start(), fits.end())
    return None


def _fitting(u: Utterance, inbound: Utterance) -> tuple[int, int] | None:
    """Return the words that call a time fine to a client who asked for one."""
    reading = u.reading
    line, at = reading.line, reading.line_at
    days = {d.first: d.last for d in u.days}
    opening = _PLACED if _ASKS_WHERE.search(inbound.reading.line) else _OPENING
    asks_more = _ASKS_ANOTHER_TIME.search(inbound.reading.line) is not None
    for index, word in enumerate(reading.words):
        if index in days:
            stop = at[days[index]] - 1
        elif word in TIMES:
            later = LATER.match(line, at[index])
            if later is None:
                continue
            stop = later.end()
        else:
            continue
        fits = _FITS.match(line, stop) or _FITS.match(line, stop + 1)
        if fits is None and word in _EVENTS:
            fits = _EVENT_FITS.match(line, stop)
        if fits is None and not asks_more and opening.fullmatch(line, 0, at[index]):
            fits = _ALONE.match(line, stop)
        if fits is not None:
            return index, reading.word_at(fits.end() - 1) + 1
    return None
