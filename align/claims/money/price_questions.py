"""Tell whether a message asks what something costs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.heard import once_a_message
from align.claims.money.price_nouns import OTHERS
from align.claims.money.things import is_thing
from align.reading.cues import CLIENT, DISCOUNT, DURATION_UNIT, PRICE, QUESTION, SELF, SERVICE_WORD

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ASKING: Final = frozenset(
    "price prices pricing rate rates charge charges cost costs fee fees quote total discount discounts "
    "cheaper less"
    " deposit budget concession advance pricing costing".split()
)
_LENGTHS: Final = frozenset(
    "damage hour charge rate minutes min mins hr outstanding owing owe remaining".split()
)
_MOST: Final = 64
_NEAR: Final = 6


@once_a_message
def speaks_of_price(message: Utterance | None) -> bool:
    """True when a client's message names an amount or asks for one."""
    return message is not None and (bool(message.money) or _asks(message))


@once_a_message
def calls_price_dear(message: Utterance | None) -> bool:
    """True for a client's "that's a bit steep"."""
    return message is not None and not _DEAR.isdisjoint(message.said)


_DEAR: Final = frozenset("expensive steep pricey costly afford".split())
"""What a client says of our price."""


@once_a_message
def asks_of_others(message: Utterance) -> bool:
    """True for "how much did the exam cost?": what others sell, and nothing of ours beside it."""
    reading = message.reading
    words = message.said
    ours = reading.where(SERVICE_WORD | DURATION_UNIT)
    return not ours and _ANY_OF_US.isdisjoint(words) and not OTHERS.isdisjoint(words)


_ANY_OF_US: Final = frozenset("you your u ur ya off discount discounts travel deposit fee".split())


@once_a_message
def asks_of_their_thing(message: Utterance) -> bool:
    """True for "how much was that brush you used", "what did your table cost": a thing, and no session of ours."""
    words, marks = message.reading.words, message.reading.marks
    for place in message.reading.where(QUESTION)[:_MOST]:
        begin, end = message.reading.sentence(place)
        at = begin if words[place] == "?" else place
        if words[at] not in _OPENERS:
            continue
        asked = words[at:end]
        if not _EARNING.isdisjoint(pairwise(asked)):
            return True
        if _COSTING.isdisjoint(asked[:_NEAR]) and "cost" not in asked and "pay" not in asked:
            continue
        if any(marks[i] & (SERVICE_WORD | DURATION_UNIT) for i in range(at, end)):
            continue
        if _asks_of_others(asked):
            return True
        pairs = set(pairwise(asked))
        if not pairs.isdisjoint(_HAVING) or ("your" in asked and not _PAST.isdisjoint(asked)):
            return True
    return False


@once_a_message
def speaks_of_sideline(message: Utterance) -> bool:
    """True for "where do I park?", "what do people tip?", which ask no price of ours."""
    words = message.said
    return not _TIPPING.isdisjoint(words) or (not _PARKING.isdisjoint(words) and not speaks_of_price(message))


_TIPPING: Final = frozenset("tip tips tipping gratuity".split())
_PARKING: Final = frozenset("park parking parked ticketed clamped towed".split())


@once_a_message
def asks_what_is_left(message: Utterance | None) -> bool:
    """True for "deposit's paid, what's left?", "how much do I still owe you?"."""
    return message is not None and not _LEFT.isdisjoint(message.said)


_LEFT: Final = frozenset("left outstanding owe owing remaining balance remainder".split())


@once_a_message
def asks_what_to_buy(message: Utterance) -> bool:
    """True for "which calculator should he buy", "can you recommend a desk"."""
    reading = message.reading
    words = reading.words
    for at in reading.where(QUESTION)[:_MOST]:
        begin, end = reading.sentence(at)
        asked = words[begin:end]
        if any(reading.marks[i] & (SERVICE_WORD | DURATION_UNIT) for i in range(begin, end)):
            continue
        if words[at] in ("which", "what", "any"):
            named = at + 1 + (words[at + 1 : at + 2] == ["kind"]) * 2
            if named < end and is_thing(message, named) and not _BUYING.isdisjoint(asked):
                return True
        if ("where" in asked and not _BUYING.isdisjoint(asked)) or not _ADVISING.isdisjoint(asked):
            return True
    return False


_BUYING: Final = frozenset("buy get purchase order".split())
_ADVISING: Final = frozenset("recommend".split())


def _asks_of_others(asked: list[str]) -> bool:
    """True for "do we need to pay your hotel", not for "what do you charge at my hotel"."""
    if not _OF_US.isdisjoint(asked):
        return False
    named = (at for at, word in enumerate(asked) if word in _PAID_TO_OTHERS)
    return any(_AT.isdisjoint(asked[max(0, at - 3) : at]) for at in named)


_OF_US: Final = frozenset("charge charges if rate rates fee".split())
_AT: Final = frozenset("at to in from near by with".split())
_EARNING: Final = frozenset((("you", "earn"), ("you", "make"), ("you", "earning"), ("you", "paid")))
_PAID_TO_OTHERS: Final = frozenset(
    "parking hotel hotels hostel airbnb accommodation ticket tickets entry admission".split()
)
_OPENERS: Final = frozenset("how what what's whats do".split())
_COSTING: Final = frozenset("much price".split())
_PAST: Final = frozenset(("was", "were", "did"))
_HAVING: Final = frozenset(
    ("you", verb) for verb in "use used have had bought buy got wear wore put were pay paid".split()
) | {("you've", "got"), ("you're", "using"), ("you're", "wearing"), ("did", "you")}
"""What makes the thing asked about one of the professional's own."""


def _asks(message: Utterance) -> bool:
    reading = message.reading
    words = reading.words
    for at in reading.where(PRICE | QUESTION | DISCOUNT)[:_MOST]:
        word = words[at]
        if (word in _ASKING and words[at - 1] != "heart") or (
            word == "much" and at and words[at - 1] == "how"
        ):
            return True
        if word in ("what's", "whats", "what") and _LENGTHS.intersection(words[at : at + _NEAR]):
            return "heart" not in words[at : at + _NEAR]
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
    brief = len(words) <= _BRIEF and words[-1] == "?" and words[0] not in _CHOOSING
    return brief or (speaks_of_price(inbound) and _of_us(words))


def _of_us(words: list[str]) -> bool:
    said = words[:_MOST]
    asked = not _YOU.isdisjoint(said) or ("much", "for") in pairwise(said)  # "how much for the flower girl"
    return asked and _KNOWING.isdisjoint(said)


@once_a_message
def asks_how_much(message: Utterance) -> bool:
    """True for "just his nails, how much?", which ends in the question, and names nothing that others sell."""
    words = message.reading.words
    end = len(words) - (words[-1:] == ["?"])
    return words[max(0, end - 2) : end] == ["how", "much"] and OTHERS.isdisjoint(message.said)


_CHOOSING: Final = frozenset("which where who when".split())
"""What asks of a thing something else than its price: "which strings?"."""
_NOUN: Final = 3
_BRIEF: Final = 4
_YOU: Final = frozenset("you u your ur ya".split())
_KNOWING: Final = frozenset("know recommend think reckon suggest".split())
