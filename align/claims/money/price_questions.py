"""Tell whether a message asks what something costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import CLIENT, DISCOUNT, PRICE, QUESTION, SELF

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ASKING: Final = frozenset(
    "price prices pricing rate rates charge charges cost costs fee fees quote total discount discounts cheaper less"
    " deposit budget concession advance pricing costing".split()
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
    for at in reading.where(PRICE | QUESTION | DISCOUNT)[:_MOST]:
        word = words[at]
        if word in _ASKING or (word == "much" and at and words[at - 1] == "how"):
            return True
        if word in ("what's", "whats", "what") and _LENGTHS.intersection(words[at : at + _NEAR]):
            return True
    return False


def asks_about(u: Utterance, at: int) -> bool:
    """True for a noun of the draft whose price the client asks us for: "infills?", "do you charge for towels?"."""
    inbound = u.inbound
    word = u.reading.words[at].removesuffix("'s")
    if (
        inbound is None
        or len(word) < _NOUN
        or not word.isalpha()
        or u.reading.marks[at] & (SELF | CLIENT | PRICE)
    ):
        return False
    words = inbound.reading.words
    stem = word.removesuffix("s")
    if stem not in (heard.removesuffix("s") for heard in words[:_MOST]):
        return False
    brief = len(words) <= _BRIEF and words[-1] == "?"
    return brief or (speaks_of_price(inbound) and _of_us(words))


def _of_us(words: list[str]) -> bool:
    return not _YOU.isdisjoint(words[:_MOST]) and _KNOWING.isdisjoint(words[:_MOST])


_NOUN: Final = 3
_BRIEF: Final = 4
_YOU: Final = frozenset("you u your ur ya".split())
_KNOWING: Final = frozenset("know recommend think reckon suggest".split())
