"""Tell whether a message asks what something costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import PRICE, QUESTION

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ASKING: Final = frozenset(
    "price prices pricing rate rates charge charges cost costs fee fees quote total".split()
)
_LENGTHS: Final = frozenset("damage hour charge rate minutes min mins hr".split())
_MOST: Final = 64
_NEAR: Final = 6


def speaks_of_price(message: Utterance | None) -> bool:
    """True when a client's message names an amount or asks for one."""
    return message is not None and (bool(message.money) or _asks(message))


def _asks(message: Utterance) -> bool:
    reading = message.reading
    words = reading.words
    for at in reading.where(PRICE | QUESTION)[:_MOST]:
        word = words[at]
        if word in _ASKING or (word == "much" and at and words[at - 1] == "how"):
            return True
        if word in ("what's", "whats", "what") and _LENGTHS.intersection(words[at : at + _NEAR]):
            return True
    return False
