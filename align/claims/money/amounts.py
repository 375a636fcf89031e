"""Find amounts that carry a currency mark: "£60", "60 euro", "US$80", "95 quid".

An amount is a number with a mark before or after it, or slang that is an amount by itself
("a tenner"). What it is the price of is decided elsewhere (align/claims/money/price_roles.py).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.durations.length_units import UNIT_MINUTES
from align.claims.money import local_marks
from align.claims.money.currencies import DOLLAR_PREFIXES, FITS, MARKS, NATION_WORDS, PREFIX_MARKS, Mark, fits
from align.claims.money.currency_marks import SIGNS, TAG_WORDS, belongs_to_next, mark_after, mark_before
from align.claims.money.minor_units import share_of_minor
from align.claims.money.single_units import with_one
from align.claims.numbers.numbers import Number, NumberForm
from align.claims.numbers.numeral_words import SCALES
from align.reading.lexicon.money import NO_CENTS

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_ATTACHED_SCALES: Final = {"m": 1_000_000, "b": 1_000_000_000, "mil": 1_000_000, "k": 1000,
                           "t": 1_000_000_000_000, "tn": 1_000_000_000_000}  # fmt: skip
_MOST_GROUPS: Final = 6
_JOINS: Final = frozenset(("-", "—", "to"))
_TOUCHING: Final = _JOINS | {"and"}
"""What stands before the upper end of a range."""


class Amount(NamedTuple):
    """An amount of money on the words `[first, last)`; `low == high` unless a range."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    mark: Mark | None
    number: int
    """Where its number begins, which parts it from a mark before it."""


def find_amounts(u: Utterance) -> list[Amount]:
    """Return all marked amounts of a text, in order, without overlaps; ranges are one."""
    found: list[Amount] = []
    reached = 0
    words = u.reading.words
    taken = u.taken
    tag = len(words) <= TAG_WORDS
    for index, number in enumerate(u.numbers):
        if number.first < reached or taken[number.first] or taken[number.last - 1]:
            continue
        if not tag and not _has_mark(words, number):
            continue
        amount = _amount(u, number, reached)
        if amount is None:
            continue
        amount = with_one(u, _with_minor(u, amount, index), reached)
        found.append(amount)
        reached = amount.last
    return _ranges(u, found)


_BEFORE: Final = MARKS.keys() | PREFIX_MARKS.keys() | local_marks.BEFORE.keys() | {":", ".", "…"}
_AFTER: Final = MARKS.keys() | NATION_WORDS | DOLLAR_PREFIXES.keys() | local_marks.BEHIND.keys() | {"u", "gh"}


def _has_mark(words: list[str], number: Number) -> bool:
    """True when a mark can stand beside a number; a quick look before the real one."""
    if number.form is NumberForm.SLANG or (number.first and words[number.first - 1] in _BEFORE):
        return True
    last = number.last
    if last >= len(words):
        return False
    after = words[last]
    if after in _AFTER or (after[0].isdigit() and len(after) > 2):
        return True
    if after not in (",", "-", ".") or last + 1 >= len(words):
        return False
    following = words[last + 1]
    return following == "-" or following in MARKS or (len(following) == 2 and following.isdigit())


def _amount(u: Utterance, number: Number, reached: int) -> Amount | None:
    """Return the amount that a number makes with the mark beside it, or None."""
    words = u.reading.words
    plain = _plain(words, number)
    if plain is not None:
        return plain
    number = _with_point(u, number)
    if number.form is NumberForm.SLANG:
        return Amount(number.first, number.last, number.value, number.value, None, number.first)
    first, last = number.first, number.last
    before = mark_before(u, number, reached)
    if before is not None and words[first - 1] == ":" and mark_after(u, last) is not None:
        before = None
    value = number.value
    if before is not None:
        value, last = _scaled(u, value, last)
        value, last = _grouped(u, number, value, last)
        value, last = _split_decimal(words, value, last)
        last += last < len(words) and words[last] == NO_CENTS
        after = mark_after(u, last)
        if after is not None and after.mark.symbol == before.mark.symbol and words[after.first] not in SIGNS:
            last = after.last
        mark = before.mark
        if after is not None and mark.currency is None and after.mark.currency is not None \
                and fits(None, mark.symbol, after.mark.currency) and mark.symbol in FITS:  # fmt: skip
            mark, last = after.mark, after.last
        return Amount(before.first, last, value * mark.factor, value * mark.factor, mark, first)
    return _marked_after(u, number)


_PLAIN_SIGNS: Final = frozenset("$€£")
_UNUSUAL: Final = MARKS.keys() | NATION_WORDS | SCALES.keys() | _ATTACHED_SCALES.keys()


def _plain(words: list[str], number: Number) -> Amount | None:
    """Read the common case at once: a sign right before digits and nothing odd around them."""
    first, last, value, form = number
    if form is not NumberForm.DIGITS or not first or words[first - 1] not in _PLAIN_SIGNS:
        return None
    if first > 1 and (
        words[first - 2] in DOLLAR_PREFIXES or words[first - 2] in MARKS or words[first - 2] == "."
    ):
        return None
    if last < len(words):
        after = words[last]
        if after in _UNUSUAL or after[0].isdigit() or (last + 1 < len(words) and len(words[last + 1]) == 2):
            return None
    return Amount(first - 1, last, value, value, MARKS[words[first - 1]], first)


def _marked_after(u: Utterance, number: Number) -> Amount | None:
    words = u.reading.words
    value, last = number.value, number.last
    tail = _skip_dash(u, last)
    value, tail = _split_decimal(words, value, tail)
    after = mark_after(u, tail)
    first = number.first
    if after is None and tail < len(words) and words[tail][0].isdigit():
        value, tail = _grouped(u, number, value, tail)
        after = mark_after(u, tail) if tail > last else None
    if after is None or belongs_to_next(u, after):
        return None
    if number.form is NumberForm.SPOKEN and value < 1000 and after.mark.symbol in ("cent", "penny"):
        return None
    value, last = _scaled(u, value, after.last)
    value *= after.mark.factor
    return Amount(first, last, value, value, after.mark, number.first)


def _with_point(u: Utterance, number: Number) -> Number:
    """Read "$.75": a point between the mark and digits begins a decimal fraction."""
    at = number.first
    words = u.reading.words
    if not at or words[at - 1] not in (".", "…") or (at > 1 and words[at - 2] not in SIGNS):
        return number
    if words[at].isdigit():
        return number._replace(first=at - 1, value=number.value.scaleb(-len(words[at])))
    return number._replace(first=at - 1)


def _skip_dash(u: Utterance, last: int) -> int:
    """Step over the ",-" of "60,- Kč" and the hyphen of "12-cent"."""
    words = u.reading.words
    if words[last : last + 1] == [NO_CENTS] and mark_after(u, last + 1) is not None:
        return last + 1
    if words[last : last + 1] == ["-"] and words[last + 1 : last + 2] and words[last + 1] in MARKS:
        return last + 1
    return last


def _scaled(u: Utterance, value: Decimal, last: int) -> tuple[Decimal, int]:
    """Multiply by a scale that follows a mark or touches the digits: "75 USD million"."""
    words = u.reading.words
    after = words[last] if last < len(words) else ""
    if after in SCALES and after not in ("k", "grand"):
        return _pointed(words[last - 1], value) * SCALES[after], last + 1
    if after in _ATTACHED_SCALES and last and words[last - 1][0].isdigit():
        following = words[last + 1] if last + 1 < len(words) else "."
        if not following[0].isdigit() and (
            after not in ("t", "tn") or u.reading.touches(last)
        ):  # "a $40 t-shirt"
            return _pointed(words[last - 1], value) * _ATTACHED_SCALES[after], last + 1
    return value, last


def _pointed(word: str, value: Decimal) -> Decimal:
    """Return the number before a scale, whose point parts no thousands: "$2.174 billion"."""
    return Decimal(word) if _THREE_DECIMALS.match(word) else value


_THREE_DECIMALS: Final = re.compile(r"\d{1,3}\.\d{3}\Z")


def _grouped(u: Utterance, number: Number, value: Decimal, last: int) -> tuple[Decimal, int]:
    """Join digits grouped by spaces after a mark or before one: "120 000 000"."""
    words = u.reading.words
    head = words[number.first + (number.last - number.first - 1)]
    if number.form is not NumberForm.DIGITS or not head.isdigit() or len(head) > 3 or head[0] == "0":
        return value, last
    digits = head
    at = last
    while at < min(len(words), last + _MOST_GROUPS) and len(words[at]) >= 3 and words[at][:3].isdigit():
        group = words[at]
        if group.isdigit() and len(group) == 3:
            digits += group
            at += 1
            continue
        if group[3] in ".," and group[4:].isdigit() and len(group) <= 6:
            return Decimal(f"{digits}{group[:3]}.{group[4:]}"), at + 1
        break
    return (Decimal(digits), at) if at > last else (value, last)


def _split_decimal(words: list[str], value: Decimal, last: int) -> tuple[Decimal, int]:
    """Read decimals that a stray space parts: "$119. 95", "118, 99 TL"."""
    if last + 1 >= len(words) or words[last] not in (".", ",") or value != value.to_integral_value():
        return value, last
    cents = words[last + 1]
    if len(cents) != 2 or not cents.isdigit():
        return value, last
    if last + 2 == len(words) or (last + 3 == len(words) and words[last + 2] in MARKS):
        return value + Decimal(cents) / 100, last + 2
    return value, last


def _with_minor(u: Utterance, amount: Amount, index: int) -> Amount:
    """Add cents: "3 dollars 50 cents", "thirteen dollars and forty-five", "35€ 99"."""
    words = u.reading.words
    at = amount.last
    if index + 1 >= len(u.numbers):
        return amount
    minor = u.numbers[index + 1]
    if minor.first > at + 1 or amount.mark is None or amount.mark.symbol in ("cent", "penny"):
        return amount
    joined = at + 1 if words[at : at + 1] == ["and"] else at
    if minor.first != joined or not 0 < minor.value < 100:
        return amount
    share, last = share_of_minor(words, minor, amount.mark)
    if share is None:
        if not _is_bare_minor(words, at, minor):
            return amount
        share = minor.value / 100
    return amount._replace(last=last, low=amount.low + share, high=amount.low + share)


def _is_bare_minor(words: list[str], at: int, minor: Number) -> bool:
    """True for the 50 of "15 dollars 50" or "and fifty" at the end of a sentence."""
    after_digits = words[at - 1][0].isdigit()
    if words[at] != "and":
        return not after_digits and minor.value >= 10 and _ends_text(words, minor.last)
    if after_digits and minor.form is NumberForm.DIGITS:
        return False
    return _ends_text(words, minor.last) or words[minor.last] == "and"


def _ends_text(words: list[str], at: int) -> bool:
    return at >= len(words) or (words[at] == "." and at + 1 >= len(words))


def _ranges(u: Utterance, amounts: list[Amount]) -> list[Amount]:
    """Join "£60-80", "60 to 80 euro" and "between $60 and $80" into one amount each."""
    words = u.reading.words
    end = len(words)
    if not any(
        (a.first and words[a.first - 1] in _TOUCHING) or (a.last < end and words[a.last] in _JOINS)
        for a in amounts
    ):
        return amounts
    ends = {n.last: n for n in u.numbers}
    starts = {n.first: n for n in u.numbers}
    found: list[Amount] = []
    for at, amount in enumerate(amounts):
        before = found[-1] if found else None
        if before is not None and _joined(words, before, amount):
            found[-1] = before._replace(last=amount.last, high=amount.high, mark=before.mark or amount.mark)
            continue
        reached = before.last if before else 0
        limit = amounts[at + 1].first if at + 1 < len(amounts) else len(u.reading)
        lower = _with_lower_end(u, amount, ends, reached)
        found.append(_with_upper_end(u, lower, starts, limit))
    return found


def _joined(words: list[str], low: Amount, high: Amount) -> bool:
    """True for two marked amounts that are the ends of one range."""
    joint = high.first - 1
    if low.last != joint or not _compatible(low, high):
        return False
    return words[joint] in _JOINS or (words[joint] == "and" and _between(words, low.first))


_WIDEST: Final = 20
"""How many times its lower end a range can reach: "for a short one to €84" is none."""


def _with_lower_end(u: Utterance, amount: Amount, ends: dict[int, Number], reached: int) -> Amount:
    """Take in the bare number of "60 to 80 euro"."""
    joint = amount.first - 1
    words = u.reading.words
    if joint <= 0 or words[joint] not in _TOUCHING:
        return amount
    low = ends.get(joint)
    if words[joint] == "and" and (low is None or not _between(words, low.first)):
        return amount
    if (
        low is None
        or low.first < reached
        or not 0 < low.value < amount.low < _WIDEST * low.value
        or not u.is_free(low.first, low.last)
    ):
        return amount
    return amount._replace(first=low.first, low=low.value)


def _with_upper_end(u: Utterance, amount: Amount, starts: dict[int, Number], limit: int) -> Amount:
    """Take in the bare number of "£60-80"."""
    words = u.reading.words
    high = starts.get(amount.last + 1)
    if high is None or amount.mark is None or words[amount.last] not in _JOINS:
        return amount
    if high.value <= amount.high or high.last > limit or not u.is_free(high.first, high.last):
        return amount
    if high.last < len(words) and words[high.last] in UNIT_MINUTES:
        return amount
    return amount._replace(last=high.last, high=high.value)


def _between(words: list[str], first: int) -> bool:
    """True right after "between", hedges passed over."""
    return "between" in words[max(0, first - 2) : first]


def _compatible(low: Amount, high: Amount) -> bool:
    same = low.mark is None or high.mark is None or low.mark.symbol == high.mark.symbol
    return same and low.low < high.low
