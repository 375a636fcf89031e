"""Read amounts of money and what each is the price of.

Two rooms: `read_marked_money` takes amounts with a currency mark, discounts and free
things before dates and times are read; `read_bare_money` runs after them and takes the
bare numbers that their clause makes a price.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from align.claims.amounts import Amount, find_amounts
from align.claims.bare_prices import is_price
from align.claims.currencies import MARKS
from align.claims.claim import Money, MoneyForm, PriceOf
from align.claims.discounts import Cut, find_cuts
from align.claims.numbers import NumberForm
from align.claims.price_links import Link, inherit_duration, link_duration, link_mode
from align.claims.price_roles import role_of_price
from align.claims.stance import stance_of
from align.reading.cues import CURRENCY, DISCOUNT, NUMERIC, SELF

if TYPE_CHECKING:
    from align.claims.numbers import Number
    from align.claims.utterance import Utterance

_FROM: Final = frozenset("from upwards starting start starts least above over".split())
_UP_TO: Final = frozenset("under below max".split())
_HEDGE: Final = frozenset("at about around just only of as low the a".split())


def read_marked_money(utterance: Utterance) -> None:
    """Add amounts with a currency mark, discounts and free things to `utterance.money`."""
    reading = utterance.reading
    seen = reading.seen
    if not seen & (CURRENCY | DISCOUNT | NUMERIC | SELF):
        return
    amounts: list[Amount] = []
    if seen & NUMERIC or seen & CURRENCY:
        amounts = find_amounts(utterance)
    ranges = [(a.first, a.last) for a in amounts]
    for amount in amounts:
        if amount.mark is None and not _slang_is_money(utterance, amount):
            continue
        utterance.money.append(_money(utterance, amount, ranges))
    if seen & (DISCOUNT | SELF):
        for cut in find_cuts(utterance):
            _add_cut(utterance, cut)
    if seen & CURRENCY and utterance.known.currency is None:
        utterance.money.extend(_named_only(utterance))
    for money in utterance.money:
        utterance.take(money.first, money.last)


def read_bare_money(utterance: Utterance) -> None:
    """Add bare numbers that their clause makes a price; then link what is still open."""
    if utterance.reading.seen & NUMERIC:
        for number in utterance.numbers:
            if not utterance.is_free(number.first, number.last) or number.form is NumberForm.SLANG:
                continue
            if is_price(utterance, number):
                _add_bare(utterance, number)
    if utterance.money:
        utterance.money.sort(key=lambda m: m.first)
        _link_all(utterance)


def _named_only(u: Utterance) -> list[Money]:
    """Return the currencies that a text without a spec names without an amount."""
    words = u.reading.words
    covered = {i for m in u.money for i in range(m.first, m.last)}
    found: list[Money] = []
    for at in u.reading.where(CURRENCY):
        mark = MARKS.get(words[at])
        if mark is None or at in covered or not words[at].isalpha() or words[at] not in _NAMES:
            continue
        stance = stance_of(u.reading, at, at + 1)
        found.append(Money(first=at, last=at + 1, low=None, high=None, currency=mark.currency, symbol=mark.symbol,
                           of=PriceOf.OTHER, stance=stance))  # fmt: skip
    return found


_NAMES: Final = frozenset("dollar dollars euro euros yen usd eur gbp rmb yuan rupee rupees peso pesos franc francs".split())


def _slang_is_money(u: Utterance, amount: Amount) -> bool:
    """True where slang such as "a ton" or "a score" stands for money, not for many."""
    words = u.reading.words
    following = words[amount.last] if amount.last < len(words) else "."
    word = words[amount.last - 1]
    if word in ("tenner", "tenners", "fiver", "fivers", "benjamin", "benjamins", "benji", "benjis"):
        return True
    if following == "of":
        return False
    if word in ("bill", "bills"):
        return words[amount.first] not in ("a", "half") and following not in ("to", "from", "will", "are", "i", "we")
    before = words[amount.first - 1] if amount.first else ""
    if following == "for":
        return any(amount.last < d.first <= amount.last + 4 for d in u.durations)
    return before in ("it", "for", "is", "'s", "charge", "about", "do", "to") and following in (".", ",", "and", "flat", "cash", "an", "per", "!")


def _money(u: Utterance, amount: Amount, ranges: list[tuple[int, int]]) -> Money:
    form, first, last = _form(u, amount)
    del ranges
    mark = amount.mark
    u.take(first, last)
    return Money(
        first=first,
        last=last,
        low=amount.low,
        high=None if form is MoneyForm.FROM else amount.high,
        form=form,
        currency=mark.currency if mark else None,
        symbol=mark.symbol if mark else None,
        of=role_of_price(u, amount.first, amount.last),
        stance=stance_of(u.reading, first, last),
    )


def _form(u: Utterance, amount: Amount) -> tuple[MoneyForm, int, int]:
    """Tell exact amounts from ranges, "from" and "up to" prices; returns the span too."""
    words = u.reading.words
    if amount.low != amount.high:
        return MoneyForm.RANGE, amount.first, amount.last
    after = words[amount.last : amount.last + 2]
    if (after[:1] == ["+"] and not after[-1].isalpha()) or after in (["and", "up"], ["or", "more"], ["and", "upwards"]):
        return MoneyForm.FROM, amount.first, amount.last + (1 if after[0] == "+" else 2)
    at = amount.first - 1
    while at >= 0 and words[at] in _HEDGE and amount.first - at < 4:
        at -= 1
    before = words[at] if at >= 0 else ""
    if before == "from" and not _opens_range(words, at):
        return MoneyForm.EXACT, amount.first, amount.last
    if before in _FROM or (before == "low" and words[at - 1 : at] == ["as"]):
        if before in ("over", "above") and not u.reading.words[at + 1 : amount.first] == []:
            return MoneyForm.EXACT, amount.first, amount.last
        return MoneyForm.FROM, at, amount.last
    if before in _UP_TO or (before == "to" and words[at - 1 : at] == ["up"]):
        return MoneyForm.UP_TO, amount.first, amount.last
    return MoneyForm.EXACT, amount.first, amount.last


_RANGING: Final = frozenset(
    "start starts starting begin begins beginning price prices priced rate rates session sessions is are 's it"
    " go goes run runs cost costs available fee fees package packages anything lessons range ranges ranging".split()
)


def _opens_range(words: list[str], at: int) -> bool:
    """True for the "from" of a price, not of a change ("fell from 60 to 40")."""
    return not at or not words[at - 1].isalnum() or words[at - 1] in _RANGING


def _add_cut(u: Utterance, cut: Cut) -> None:
    """Add a discount; an amount that it contains is part of it."""
    symbol = currency = None
    for at, money in enumerate(u.money):
        if cut.first <= money.first and money.last <= cut.last:
            currency, symbol = money.currency, money.symbol
            del u.money[at]
            break
    u.money.append(
        Money(
            first=cut.first,
            last=cut.last,
            low=cut.low,
            high=cut.low,
            form=cut.form,
            currency=currency,
            symbol=symbol,
            of=cut.of,
            stance=stance_of(u.reading, cut.first, cut.last),
        )
    )
    u.take(cut.first, cut.last)


def _add_bare(u: Utterance, number: Number) -> None:
    amount = Amount(number.first, number.last, number.value, number.value, None, number.first)
    u.money.append(_money(u, amount, []))


_LINKED: Final = (PriceOf.SESSION, PriceOf.DEPOSIT, PriceOf.REMAINDER)


def _link_all(u: Utterance) -> None:
    """Give every amount its duration and mode; list members inherit from their neighbours."""
    ranges = [(m.first, m.last) for m in u.money]
    money = u.money
    for at, claim in enumerate(money):
        if claim.of is PriceOf.OTHER:
            continue
        others = [r for r in ranges if r != (claim.first, claim.last)]
        link = link_duration(u, claim.first, claim.last, others) if claim.of in _LINKED else Link()
        if claim.of is not PriceOf.SESSION and link.strength < 6:
            link = Link()
        if link.minutes is None and claim.of is PriceOf.SESSION:
            link = _from_neighbour(u, money, at) or inherit_duration(u, claim.first)
        mode = link_mode(u, claim.first, claim.last, others) if claim.of is PriceOf.SESSION else None
        money[at] = replace(claim, minutes=link.minutes, per=link.per, duration=link.duration, mode=mode)


def _from_neighbour(u: Utterance, money: list[Money], at: int) -> Link | None:
    """Return the duration of the amount before or after in "310 here or 380 at yours for 90"."""
    begin, end = u.reading.sentence(money[at].first)
    for other in (at - 1, at + 1):
        if 0 <= other < len(money) and begin <= money[other].first < end:
            near = money[other]
            if near.of is not PriceOf.SESSION:
                continue
            between = u.reading.words[min(near.last, money[at].last) : max(near.first, money[at].first)]
            if len(between) > 8 or not {"or", "and", "/", ","} & set(between):
                continue
            if other < at and near.minutes is not None and not near.per:
                return Link(near.minutes, strength=3)
            if other > at:
                others = [(m.first, m.last) for i, m in enumerate(money) if i != other]
                link = link_duration(u, near.first, near.last, others)
                if link.minutes is not None and not link.per:
                    return Link(link.minutes, strength=3)
    return None
