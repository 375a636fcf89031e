"""Find prices that are made smaller: "10% off", "knock 40 off", "half price", "on the house".

Shares of the price, as deposits are stated ("25% to hold it"), are read here as well; free
things by align/claims/money/free_things.py.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf, Speaker
from align.claims.clauses import starting_in
from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.money.card_scale import is_listed
from align.claims.money.for_fewer import had_for_fewer
from align.claims.money.free_things import free_at
from align.claims.money.lowered_by import lowered_by
from align.claims.money.no_discounts import (
    CUTTING,
    is_of_body,
    is_of_score,
    is_of_thing,
    is_off_else,
    is_off_thing,
)
from align.claims.money.on_me import on_me
from align.claims.money.price_cuts import Cut, Lookup, is_given_by_others
from align.claims.money.price_matches import matched_at, multiplied_at
from align.claims.money.shares_ahead import has_fallen, is_paid_ahead
from align.claims.money.things import is_thing
from align.claims.money.vague_cuts import vague_cut_at
from align.reading.cues import (
    BREAK,
    CURRENCY,
    DISCOUNT,
    PAYMENT,
    PRICE,
)

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_PERCENT: Final = frozenset("% percent pct pc".split())
_REDUCED: Final = frozenset("off discount cheaper reduction reduced less saving concession rebate".split())
_ADVANCE: Final = frozenset(
    (
        "deposit deposits upfront advance beforehand hold holds secure secures lock locks book reserve "
        "reserves "
        "retainer front"
    ).split()
)
_PRICES: Final = frozenset("price rate cost fee".split())
_SHARES: Final = {
    "half": Decimal(50),
    "quarter": Decimal(25),
    "third": Decimal(100) / 3,
    "fifth": Decimal(20),
}
_KINDS: Final = frozenset("a small student little nice".split())


def find_cuts(u: Utterance) -> list[Cut]:
    """Return all discounts, percentages and free things of a text, in order."""
    found = [*on_me(u), *had_for_fewer(u), *lowered_by(u)]
    if len(found) > 1:
        found.sort()
    reached = found[-1].last if found else 0
    cues = u.reading.where(DISCOUNT)
    if not cues:
        return found
    look = Lookup(u)
    for at in cues:
        cut = _cut_at(look, at) if at >= reached else None
        if cut is not None and cut.first >= reached:
            found.append(cut._replace(of=PriceOf.OTHER) if is_given_by_others(u, cut.first) else cut)
            reached = cut.last
    return found


_DISCOUNTS: Final = frozenset("discount discounts concession concessions rebate reduction".split())


def _cut_at(look: Lookup, at: int) -> Cut | None:
    word = look.words[at]
    if word in _PERCENT:
        return _percent(look, at, at)
    if word == "cent":
        return _percent(look, at - 1, at) if look.words[at - 1 : at] == ["per"] else None
    if word in ("off", "less", "cheaper") or word in _DISCOUNTS:
        return _amount_off(look, at) or vague_cut_at(look, at)
    if word in _SHARES:
        return multiplied_at(look, at) or (_half(look, at) if word == "half" else _share(look, at))
    if word == "price":
        return _price_of_one(look, at) or matched_at(look, at) or multiplied_at(look, at)
    return free_at(look, at) or matched_at(look, at) or multiplied_at(look, at)


def _percent(look: Lookup, at: int, end: int) -> Cut | None:
    """Read "10% off", "a 15 per cent discount", "the deposit is 50%"; the sign stands on words `at` to `end`."""
    words = look.words
    number = look.numbers_ending.get(at)
    if number is None or not 0 < number.value <= 100 or _is_fraction(look, number.first):
        return None
    first, last = number.first, end + 1
    ahead = words[last : last + 2]
    reduced = next((i for i, w in enumerate(ahead) if w in _REDUCED), None)
    if reduced is not None:
        last += reduced + 1
        first = _with_verb(words, first)
        return Cut(first, last, number.value, MoneyForm.PERCENT_OFF, look.object_of(first, last))
    if words[first - 1 : first] in (["less"], ["minus"]):
        return Cut(first - 1, last, number.value, MoneyForm.PERCENT_OFF, look.object_of(first, last))
    if words[first - 2 : first] in (["knock", "off"], ["take", "off"], ["discount", "of"]):
        return Cut(first - 2, last, number.value, MoneyForm.PERCENT_OFF, look.object_of(first, last))
    if _is_got(look, first, last):
        return Cut(first, last, number.value, MoneyForm.PERCENT_OFF, look.object_of(first, last))
    if words[last : last + 1] == ["down"] and not has_fallen(look.words, first, last):
        return Cut(first, last + 1, number.value, MoneyForm.PERCENT, PriceOf.DEPOSIT)
    if _is_split(look, last) or (words[last : last + 2] in _THEN and words[last + 2 : last + 3] in _YOURS):
        return Cut(first, last, number.value, MoneyForm.PERCENT, PriceOf.DEPOSIT)
    if is_paid_ahead(look.u, first, last):
        return Cut(first, last, number.value, MoneyForm.PERCENT, PriceOf.DEPOSIT)
    return _of_deposit(look, first, last, number.value)


def _is_split(look: Lookup, last: int) -> bool:
    """True for "30% now, the rest at the shoot" and "half today, half on the day"."""
    words = look.words
    if look.u.speaker is Speaker.CLIENT:
        return False
    first_part = words[last : last + 1] in (["now"], ["today"], ["first"])
    return first_part and not _REST.isdisjoint(words[last + 1 : last + 6])


def _is_of_money(look: Lookup, at: int) -> bool:
    """True where money is spoken of around a share, or "half now" opens the sentence: not "let's do half today"."""
    reading, inbound = look.u.reading, look.u.inbound
    begin, end = reading.sentence(at)
    if (begin == at and look.words[at + 1] == "now") or not _ADVANCE.isdisjoint(look.words[begin:end]):
        return True
    if any(reading.marks[i] & _OF_MONEY for i in range(begin, end)) or starting_in(look.u.money, begin, end):
        return True
    return inbound is not None and bool(inbound.reading.seen & _OF_MONEY or inbound.money)


_OF_MONEY: Final = PAYMENT | PRICE | CURRENCY
_THEN: Final = (["and", "it's"], ["and", "that's"], ["and", "you're"])
_YOURS: Final = (["yours"], ["in"], ["booked"], ["locked"], ["sorted"])
"""What a share buys that is paid ahead: "30% and it's yours"."""
_REST: Final = frozenset("rest half balance remainder remaining other".split())


def _is_got(look: Lookup, first: int, last: int) -> bool:
    """True for "you get 20% because Anja sent you": a share that is got, and of nothing that is named."""
    words = look.words
    begin, _ = look.u.reading.sentence(first)
    verb = first - 1 - (words[first - 1 : first] in (["you"], ["a"], ["them"], ["her"], ["him"]))
    got = verb > begin and words[verb] in ("get", "give") and words[verb - 1] in _GOT_BY
    behind = words[last] if last < len(words) else "."
    return got and (behind in _BEHIND_GOT or not behind.isalnum()) and "deposit" not in words[begin:last]


_GOT_BY: Final = frozenset("you i i'll we we'll can they students clients regulars".split())
_BEHIND_GOT: Final = frozenset("because if when for since as just today this".split())


def _is_fraction(look: Lookup, first: int) -> bool:
    """True for the digits of a decimal that spaces part: the 06 of "15 . 06 %"."""
    reading = look.u.reading
    if first < 2 or reading.words[first - 1] != ".":
        return False
    return reading.words[first - 2].isdigit() and reading.ends[first - 2] < reading.starts[first - 1]


def _of_deposit(look: Lookup, first: int, last: int, share: Decimal) -> Cut | None:
    """Read a share as a deposit's where a deposit is spoken of nearby."""
    begin, end = look.u.reading.sentence(first)
    around = look.words[max(begin, first - 8) : min(end, last + 7)]
    return (
        Cut(first, last, share, MoneyForm.PERCENT, PriceOf.DEPOSIT) if _ADVANCE.intersection(around) else None
    )


def _with_verb(words: list[str], first: int) -> int:
    if first and words[first - 1] in CUTTING:
        return first - 1
    if first > 1 and words[first - 1] in ("you", "off", "another") and words[first - 2] in CUTTING:
        return first - 2
    return first


def _amount_off(look: Lookup, at: int) -> Cut | None:
    """Read "knock 40 off", "20 off", "£10 cheaper", "a 20 discount", "a discount"."""
    words = look.words
    word = words[at]
    number = _number_before(look, at)
    if number is not None:
        if word == "off" and is_off_else(look, number[0], at):
            return None
        return _less_by(look, at, *number)
    if word == "off" and at and words[at - 1] in CUTTING:
        after = _number_after(look, at + 1)
        whole = words[at + 1 : at + 2] == ["the"] and after is not None and _is_of_card(look, after[1])
        if after is not None and not whole and not is_of_score(words, after[0]):
            return Cut(at - 1, after[0], after[1], MoneyForm.AMOUNT_OFF, look.object_of(at - 1, after[0]))
    if (
        word in _DISCOUNTS
        and words[at - 1 : at] not in (["no"], ["hakuna"], ["zero"], ["without"])
        and (words[at - 1 : at] != ["any"] or look.u.speaker is Speaker.CLIENT)
        and not is_of_body(look, at)
    ):
        first = at - 1 if at and words[at - 1] in _KINDS else at
        return Cut(first, at + 1, None, MoneyForm.PERCENT_OFF, look.object_of(first, at + 1))
    return None


def _is_of_card(look: Lookup, value: Decimal) -> bool:
    """True for the 180 of "the deposit is taken off the 180"."""
    return is_listed(look.u.known, float(value))


def _less_by(look: Lookup, at: int, first: int, value: Decimal) -> Cut | None:
    """Judge an amount before "off", "less", "cheaper" or "discount"."""
    words = look.words
    word = words[at]
    cutting = not CUTTING.isdisjoint(words[max(0, first - 2) : first])
    marked = not words[at - 1][0].isdigit() or words[first] in "$€£"
    if word == "off" and (
        words[first - 2 : first - 1] == ["on"] or words[first] in words[max(0, first - 3) : first]
    ):
        return None  # "ice it 15 on, 15 off"
    if words[first:at] == ["one"]:
        return None  # "drop one off", "one less thing"
    following = words[at + 1] if at + 1 < len(words) else "."
    if following == "than" and _USUAL.isdisjoint(words[at + 2 : at + 6]):
        return None  # "10 less than two singles" compares two prices
    if word == "less" and following in ("your", "the", "my", "that", "a"):
        return None  # "240 less your 60 deposit" takes something away, and says what
    if word == "less" and following.isalpha() and following not in _BEHIND_LESS:
        return None  # "one less thing to think about" counts things
    if not (
        word == "off"
        or word in _DISCOUNTS
        or cutting
        or marked
        or following in ("than", ".", ",", "for", "if")
    ):
        return None
    if word in ("less", "cheaper") and not (marked or cutting or look.u.reading.seen & PRICE):
        return None
    first = _with_verb(words, first)
    return Cut(first, at + 1, value, MoneyForm.AMOUNT_OFF, look.object_of(first, at + 1))


_BEHIND_LESS: Final = frozenset(
    "than for if per on a an each and or but so when because with today tonight tomorrow this next now".split()
)
_USUAL: Final = frozenset(
    "usual usually normal normally regular standard list listed before last advertised card you'd".split()
)


def _number_before(look: Lookup, at: int) -> tuple[int, Decimal] | None:
    """Return the amount that ends before word `at`, a currency mark between them or not."""
    money = look.money_ending.get(at)
    if money is not None and money.low is not None:
        return money.first, money.low
    number = look.numbers_ending.get(at)
    if number is None or not look.u.is_free(number.first, number.last) or look.words[at - 1] in UNIT_MINUTES:
        return None
    # tokenised decimals ("15 . 06 % less") are no amounts of their own
    return None if look.words[number.first - 1 : number.first] == ["."] else (number.first, number.value)


_BEFORE_NUMBER: Final = frozenset("the that a another your odd extra".split())


def _number_after(look: Lookup, at: int) -> tuple[int, Decimal] | None:
    while at not in look.money_at and at < len(look.words) and look.words[at] in _BEFORE_NUMBER:
        at += 1
    money = look.money_at.get(at)
    if money is not None and money.low is not None:
        return money.last, money.low
    number = look.numbers_at.get(at)
    if number is None or not look.u.is_free(number.first, number.last):
        return None
    return number.last, number.value


def _half(look: Lookup, at: int) -> Cut | None:
    """Read "half price", "half off", "half the usual rate", "half up front"."""
    words = look.words
    last = at + 1 + (words[at + 1 : at + 2] == ["-"])
    following = words[last] if last < len(words) else ""
    tail = words[last : last + 4]
    if following in ("price", "off", "rate"):
        end = last + 1
        if following == "price" and is_of_thing(look, end):
            return None
    elif following in ("the", "my", "your") and not _PRICES.isdisjoint(tail):
        end = last + 1 + next(i for i, w in enumerate(tail) if w in _PRICES)
        if words[end : end + 2] in _OF_A and is_thing(look.u, end + 2):
            return None  # "half the price of a dish is the butter"
    elif words[at - 1 : at] in (["pay"], ["pays"]) and (
        not following.isalnum() or following in _BEHIND_PAY_HALF
    ):
        end = at + 1
    else:
        return _share(look, at)
    return Cut(at, end, Decimal(50), MoneyForm.PERCENT_OFF, look.object_of(at, end))


_OF_A: Final = (["of", "a"], ["of", "an"], ["of", "any"])
_BEHIND_PAY_HALF: Final = frozenset("if when for with on".split())


def _share(look: Lookup, at: int) -> Cut | None:
    """Read a share that is paid ahead: "half up front", "a quarter as deposit"."""
    words = look.words
    share = _SHARES[words[at]]
    if _is_split(look, at + 1) and _is_of_money(look, at):
        return Cut(at, at + 1, share, MoneyForm.PERCENT, PriceOf.DEPOSIT)
    if words[at + 1 : at + 2] == ["off"] and words[at - 1 : at] in (["a"], ["one"]):
        first = _with_verb(words, at - 1)
        if is_off_thing(look, at + 2):
            return None
        return Cut(first, at + 2, share, MoneyForm.PERCENT_OFF, look.object_of(first, at + 2))
    ahead = words[at + 1 : at + 8]
    for step, word in enumerate(ahead):
        if word in ("upfront", "deposit") or (
            word in ("up", "in") and ahead[step + 1 : step + 2] in (["front"], ["advance"])
        ):
            end = at + 2 + step + (word in ("up", "in"))
            return Cut(at, end, share, MoneyForm.PERCENT, PriceOf.DEPOSIT)
        if word in _HOLDS or (word in _UNTIL_BOOKED and _is_booked(ahead[step + 1 : step + 4])):
            return Cut(at, at + 1, share, MoneyForm.PERCENT, PriceOf.DEPOSIT)
        if word in ("before", "first") and ((step and ahead[step - 1] in _PAID) or words[at - 1] in _PAYING):
            return Cut(at, at + 1, share, MoneyForm.PERCENT, PriceOf.DEPOSIT)
        if word not in _BETWEEN_SHARE:
            break
    begin = max(0, at - 4)
    before = words[begin:at]
    said = words[at - 1 : at] == ["a"] or (
        words[at - 1 : at] in (["is"], ["'s"]) and _ends_share(look, at + 1)
    )
    if "deposit" in before and said and not {",", ".", "and"}.intersection(before):
        return Cut(at - 1, at + 1, share, MoneyForm.PERCENT, PriceOf.DEPOSIT)
    return None


def _ends_share(look: Lookup, at: int) -> bool:
    """True where nothing else than the price can be what a share is of: "the deposit is half"."""
    words = look.words
    return (
        at >= len(words) or bool(look.u.reading.marks[at] & BREAK) or words[at] in ("of", "up", "and", "then")
    )


def _is_booked(ahead: list[str]) -> bool:
    """True for "you book", "hold it", "you sign", not "you sign up"."""
    return not _BOOKED.isdisjoint(ahead[:2]) and "up" not in ahead


_BETWEEN_SHARE: Final = frozenset(
    "of it that the total price fee rate as a for your now is 's due payable paid goes whichever "
    "whatever you pick"
    " choose down will payment pay".split()
)
_PAID: Final = frozenset("payment pay paid due payable goes".split())
_PAYING: Final = frozenset("pay send transfer need take want paying".split())
_HOLDS: Final = frozenset("holds secures reserves books locks".split())
_UNTIL_BOOKED: Final = frozenset("to when on at upon with".split())
_BOOKED: Final = frozenset("book booking confirm confirmation hold secure reserve lock sign signing".split())
"""What a share that is paid ahead is paid for: "half to hold it", "half when you book", "half on booking"."""


def _price_of_one(look: Lookup, at: int) -> Cut | None:
    """Read "90 for the price of 60", "two for the price of one"."""
    words = look.words
    if words[max(0, at - 2) : at] == ["for", "the"] and words[at + 1 : at + 2] == ["of"]:
        thing = at + 2 + (words[at + 2 : at + 3] in (["a"], ["an"], ["two"], ["three"], ["your"], ["one"]))
        thing += words[thing : thing + 1] == ["good"]
        if thing > at + 2 and thing < len(words) and is_thing(look.u, thing):
            return None  # "for the price of two pizzas"
        return Cut(at - 2, min(len(words), at + 3), None, MoneyForm.PERCENT_OFF, PriceOf.SESSION)
    return None
