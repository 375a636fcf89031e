"""Tell the shares of a price that are paid ahead without the word for it: "30% down", "the 20% takes the date"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker
from align.reading.cues import CURRENCY, PAYMENT, PRICE

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 8
_FAR: Final = 240
"""Letters of a sentence in which the word for another share stands."""
_TO_KEEP: Final = re.compile(r"down to (?:hold|book|confirm|secure|lock|fix|keep|reserve)\b")
_HELD: Final = (
    r"(?:date|day|spot|slot|time|place|hour|evening|night|afternoon|morning|week|calendar|diary|book)\b"
)
_BOOKS: Final = re.compile(
    r"to (?:confirm|fix|keep|block|guarantee|pencil)(?: (?:it|that|you|the \w+|your \w+)| ?[,.;!]|\Z)"
    rf"|(?:takes|keeps|puts|fixes|confirms|gets|pencils|claims|guarantees) (?:\w+ ){{1,4}}?{_HELD}"
)
"""Behind a share that buys the date: "30% to confirm", "the 20% takes the date off the calendar"."""
_DOWN: Final = re.compile(
    r"down(?: ?(?:[,.;!)]|\Z)| (?:payment|and|now|today|first|n|as|when you"
    r"|to (?:hold|book|confirm|secure|lock|fix|keep|reserve))\b)"
)
_BEFORE_DOWN: Final = re.compile(
    r"(?:\A|[,.:;(!?] ?|\b(?:with|it's|a|ask|take|need|want|put|of|only|plus|for|just|that's) )\Z"
)
"""Before "30% down", which is said of batteries and of sales as well."""
_WE_ASK: Final = re.compile(
    r"\b(?:i|we|i'd|we'd)(?: (?:usually|normally|always|only|just|do|generally))*"
    r" (?:ask(?: for)?|take|need|want|charge|require)(?: you for)?(?: a| the)? \Z"
)
_AHEAD: Final = re.compile(
    r"(?:first|ahead|beforehand|before|at booking|on booking|now"
    r"|when (?:we|you) (?:fix|book|confirm|set|agree))\b"
)
_SEND: Final = re.compile(
    r"\b(?:send|pay|pop|transfer|e-transfer|zelle|venmo|flick|ping|wire|revolut|sling|bung)(?: me| us"
    r"| over| across)?(?: the| your| that) \Z"
)
_SENT_TO: Final = re.compile(
    r"(?:to|via|by|through|over|across|now|today|tonight|tomorrow|and|first|when|whenever|before)\b"
    r"| ?[,.;!]|\Z"
)
_YOURS: Final = re.compile(r"(?:\A|[^\w])(?:the|your) \Z")
_THEIRS: Final = re.compile(r"\b(?:needs?|takes?|wants?) (?:the|your|their own|its own|an? own) \Z")
_SPENT: Final = re.compile(r"(?:is|'s|goes|comes|on) ")
"""Behind "the 30%", which is said to be what it comes to, where it goes or what it does."""
_OF_OTHERS: Final = re.compile(
    r"\b(?:tip|tips|gratuity|vat|tax|gst|charity|agency|commission|service|off|discount|cheaper|interest)\b"
)
_OF_BOOKING: Final = re.compile(r"\b(?:confirms?|books?|holds?|secures?|deposit|rest|balance|fix(?:es)?)\b")
_CAME: Final = re.compile(
    r"(?:(?:is|'s|has|have) )?(?:in|come in|come through|came in|came through|arrived|landed|received"
    r"|paid|reached me)(?: ?(?:[,.;!]|\Z)| (?:and|so|thank|thanks)\b)"
)
"""Behind "the 30%" that the client has sent."""


def is_paid_ahead(u: Utterance, first: int, last: int) -> bool:
    """True for a share on the words `[first, last)` that the draft asks for ahead of the appointment."""
    if u.speaker is Speaker.CLIENT:
        return False
    reading = u.reading
    line, at = reading.line, reading.line_at
    begin, end = reading.sentence(first)
    before = line[at[max(begin, first - _REACH)] : at[first]]
    behind = line[at[last] : at[end] if end < len(at) else len(line)] if last < len(at) else ""
    if _BOOKS.match(behind) or (_WE_ASK.search(before) and _AHEAD.match(behind)):
        return True
    if _SEND.search(before) and _SENT_TO.match(behind):
        return True
    if _YOURS.search(before) and _CAME.match(behind):
        return True
    if _THEIRS.search(before) and (not behind or not behind[0].isalnum()) and not _OF_OTHERS.search(behind):
        return True
    if _YOURS.search(before) and _SPENT.match(behind) and not _OF_OTHERS.search(line[at[begin] :][:_FAR]):
        marks = reading.marks
        told = any(marks[i] & (PAYMENT | CURRENCY) for i in range(begin, end))
        return told or bool(_OF_BOOKING.search(behind))
    down = _DOWN.match(behind) and _BEFORE_DOWN.search(before)
    return bool(down) and (
        bool(u.money or reading.seen & _OF_MONEY) or "rest" in behind or _TO_KEEP.match(behind) is not None
    )


_OF_MONEY: Final = PAYMENT | PRICE | CURRENCY


def has_fallen(words: list[str], first: int, last: int) -> bool:
    """True for "20% down on last year" and "my battery is 20% down", where nothing is paid ahead."""
    return words[last + 1 : last + 2] in _FALLEN or words[first - 1 : first] in (["is"], ["are"], ["was"])


_FALLEN: Final = (["on"], ["from"], ["since"], ["this"], ["compared"], ["so"], ["already"])
