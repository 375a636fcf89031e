"""Tell amounts from slang and units that only look like money: "a ton of", "30 pounds"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import bare_price_words as words_of
from align.claims.money.bare_prices import is_bare_price
from align.claims.money.card_scale import is_off_scale, is_plausible
from align.claims.money.currencies import fits
from align.claims.numbers.numbers import Number, NumberForm

if TYPE_CHECKING:
    from align.claims.money.amounts import Amount
    from align.claims.utterance import Utterance


def is_money(u: Utterance, amount: Amount) -> bool:
    """True unless slang stands for many, or "pounds" for a weight."""
    if amount.mark is None:
        return _slang_is_money(u, amount)
    if not amount.mark.symbol:
        ahead = u.reading.words[amount.last : amount.last + 2]
        a_head = ahead[:1] in (["per"], ["pro"], ["a"]) and not words_of.HEADS.isdisjoint(ahead[1:])
        return a_head or is_plausible(u.known, float(amount.low))
    card = u.known.currency
    if (
        card is not None
        and u.reading.words[amount.last - 1] in ("pound", "pounds")
        and not fits(None, "£", card)
    ):
        return is_bare_price(u, Number(amount.number, amount.last, amount.low, NumberForm.DIGITS))
    return True


def _slang_is_money(u: Utterance, amount: Amount) -> bool:
    """True where slang such as "a ton" or "a score" stands for money, not for many."""
    words = u.reading.words
    following = words[amount.last] if amount.last < len(words) else "."
    word = words[amount.last - 1]
    if "buck" in words[amount.first : amount.first + 2]:
        return True
    if word in ("tenner", "tenners", "fiver", "fivers", "benjamin", "benjamins", "benji", "benjis"):
        return True
    if following == "of":
        return False
    if word == "grand":
        if amount.low == _ONE_GRAND and (
            is_off_scale(u.known, float(amount.low)) or _is_an_item(words, amount)
        ):
            return False  # "if it's a grand" is a piano
        return following in words_of.ENDS or (amount.low > _ONE_GRAND and following not in _GRAND_THINGS)
    if word in ("bill", "bills"):
        return words[amount.first] not in ("a", "half") and following in _AFTER_BILLS
    before = words[amount.first - 1] if amount.first else ""
    if following == "for":
        return any(amount.last < d.first <= amount.last + 4 for d in u.durations)
    return before in _BEFORE_SLANG and (following in _AFTER_BILLS or amount.last >= len(words))


def _is_an_item(words: list[str], amount: Amount) -> bool:
    """True for the piano of "is it an upright or a grand", "I tune a grand or an upright"."""
    if words[amount.first] not in ("a", "grand"):
        return False
    article = amount.first - (words[amount.first] == "grand")
    before = words[max(0, article - 3) : article]
    if before[-1:] in (["or"], ["and"], ["not"]) and not _ARTICLES.isdisjoint(before):
        return True
    joint, other, *more = (*words[amount.last : amount.last + 3], "", "", "")[:3]
    return joint in ("or", "and") and other in _ARTICLES and not _LITTLE.issuperset(more)


_LITTLE: Final = frozenset("bit little touch shade fraction".split())
_ARTICLES: Final = frozenset("a an the".split())
_ONE_GRAND: Final = 1000
_GRAND_THINGS: Final = frozenset("piano pianos children kids parents".split())
_BEFORE_SLANG: Final = frozenset("it it's that's for is 's be are charge about do to at just".split())
_AFTER_BILLS: Final = frozenset(
    ". , ! ? for flat even an per cash all and total gets buys covers will would does \n".split(" ")
)
