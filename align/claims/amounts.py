"""Find amounts that carry a currency mark: "£60", "60 euro", "US$80", "95 quid".

An amount is a number with a mark before or after it, or slang that is an amount by itself
("a tenner"). What it is the price of is decided elsewhere (align/claims/price_roles.py).
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.currencies import (
    CODES,
    DOLLAR_PREFIXES,
    FITS,
    MARKS,
    NATION_WORDS,
    NATIONS,
    NEEDS_CAPITALS,
    PREFIX_MARKS,
    TAG_MARKS,
    WORDLIKE,
    Mark,
    fits,
)
from align.claims.numbers import Number, NumberForm
from align.claims.numerals import SCALES

if TYPE_CHECKING:
    from align.claims.utterance import Utterance
    from align.reading import Reading

_UNIT_FAMILIES: Final = frozenset(("$", "£", "franc", "peso", "rupee", "kr", "dinar", "dirham", "riyal",
                                   "shilling", "lira", "won", "lei", "manat"))  # fmt: skip
_SYMBOLS: Final = frozenset("$€£¥₹₽₩₺₫₪₴₱฿₡₾₭₦₲₸₮₼֏৳៛₵₿")
_ATTACHED_SCALES: Final = {"m": 1_000_000, "b": 1_000_000_000, "mil": 1_000_000, "k": 1000}
_MINOR: Final = frozenset("cent cents pence penny p c ¢".split())
_TAG_WORDS: Final = 7
_JOINS: Final = frozenset(("-", "—", "to"))


class Amount(NamedTuple):
    """An amount of money on the words `[first, last)`; `low == high` unless a range."""

    first: int
    last: int
    low: Decimal
    high: Decimal
    mark: Mark | None
    number: int
    """Where its number begins, which parts it from a mark before it."""


class _Marked(NamedTuple):
    mark: Mark
    first: int
    last: int


def find_amounts(u: Utterance) -> list[Amount]:
    """Return all marked amounts of a text, in order, without overlaps; ranges are one."""
    found: list[Amount] = []
    reached = 0
    words = u.reading.words
    tag = len(words) <= _TAG_WORDS
    for index, number in enumerate(u.numbers):
        if number.first < reached or u.taken[number.first] or u.taken[number.last - 1]:
            continue
        if not tag and not _has_mark(words, number):
            continue
        amount = _amount(u, number, reached)
        if amount is None:
            continue
        amount = _with_minor(u, amount, index)
        found.append(amount)
        reached = amount.last
    return _ranges(u, found)


_BEFORE: Final = MARKS.keys() | PREFIX_MARKS.keys() | {":", ".", "…"}
_AFTER: Final = MARKS.keys() | NATION_WORDS | DOLLAR_PREFIXES.keys()


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
    before = _mark_before(u, number, reached)
    if before is not None and words[first - 1] == ":" and _mark_after(u, last) is not None:
        before = None
    value = number.value
    if before is not None:
        value, last = _scaled(words, value, last)
        value, last = _grouped(u, number, value, last)
        value, last = _split_decimal(u, value, last)
        after = _mark_after(u, last)
        if after is not None and after.mark.symbol == before.mark.symbol and words[after.first] not in _SYMBOLS:
            last = after.last
        mark = before.mark
        if after is not None and mark.currency is None and after.mark.currency is not None \
                and fits(None, mark.symbol, after.mark.currency) and mark.symbol in FITS:  # fmt: skip
            mark, last = after.mark, after.last
        return Amount(before.first, last, value * mark.factor, value * mark.factor, mark, first)
    return _marked_after(u, number, reached)


_SIGNS: Final = frozenset("$€£")
_UNUSUAL: Final = MARKS.keys() | NATION_WORDS | SCALES.keys() | _ATTACHED_SCALES.keys()


def _plain(words: list[str], number: Number) -> Amount | None:
    """Read the common case at once: a sign right before digits and nothing odd around them."""
    first, last, value, form = number
    if form is not NumberForm.DIGITS or not first or words[first - 1] not in _SIGNS:
        return None
    if first > 1 and (words[first - 2] in DOLLAR_PREFIXES or words[first - 2] in MARKS or words[first - 2] == "."):
        return None
    if last < len(words):
        after = words[last]
        if after in _UNUSUAL or after[0].isdigit() or (last + 1 < len(words) and len(words[last + 1]) == 2):
            return None
    return Amount(first - 1, last, value, value, MARKS[words[first - 1]], first)


def _marked_after(u: Utterance, number: Number, reached: int) -> Amount | None:
    words = u.reading.words
    value, last = number.value, number.last
    tail = _skip_dash(words, last)
    value, tail = _split_decimal(u, value, tail)
    after = _mark_after(u, tail)
    first = number.first
    if after is None and tail < len(words) and words[tail][0].isdigit():
        value, tail = _grouped(u, number, value, tail)
        after = _mark_after(u, tail) if tail > last else None
    if after is None or _belongs_to_next(u, after):
        return None
    first, value = _grouped_before(u, number, value, reached)
    if number.form is NumberForm.SPOKEN and value < 1000 and after.mark.symbol in ("cent", "penny"):
        return None
    value, last = _scaled(words, value, after.last)
    value *= after.mark.factor
    return Amount(first, last, value, value, after.mark, number.first)


def _with_point(u: Utterance, number: Number) -> Number:
    """Read "$.75": a point between the mark and digits begins a decimal fraction."""
    at = number.first
    words = u.reading.words
    if not at or words[at - 1] not in (".", "…") or (at > 1 and words[at - 2] not in _SYMBOLS):
        return number
    if words[at].isdigit():
        return number._replace(first=at - 1, value=number.value.scaleb(-len(words[at])))
    return number._replace(first=at - 1)


def _skip_dash(words: list[str], last: int) -> int:
    """Step over the ",-" of "60,- Kč" and the hyphen of "12-cent"."""
    if words[last : last + 2] == [",", "-"]:
        return last + 2
    if words[last : last + 1] == ["-"] and words[last + 1 : last + 2] and words[last + 1] in MARKS:
        return last + 1
    return last


def _scaled(words: list[str], value: Decimal, last: int) -> tuple[Decimal, int]:
    """Multiply by a scale that follows a mark or touches the digits: "75 USD million"."""
    after = words[last] if last < len(words) else ""
    if after in SCALES and after not in ("k", "grand"):
        return value * SCALES[after], last + 1
    if after in _ATTACHED_SCALES and last and words[last - 1][0].isdigit():
        following = words[last + 1] if last + 1 < len(words) else "."
        if not following[0].isdigit():
            return value * _ATTACHED_SCALES[after], last + 1
    return value, last


def _grouped(u: Utterance, number: Number, value: Decimal, last: int) -> tuple[Decimal, int]:
    """Join digits grouped by spaces after a mark or before one: "120 000 000"."""
    words = u.reading.words
    head = words[number.first + (number.last - number.first - 1)]
    if number.form is not NumberForm.DIGITS or not head.isdigit() or len(head) > 3 or head[0] == "0":
        return value, last
    digits = head
    at = last
    while at < len(words) and len(words[at]) >= 3 and words[at][:3].isdigit():
        group = words[at]
        if group.isdigit() and len(group) == 3:
            digits += group
            at += 1
            continue
        if group[3] in ".," and group[4:].isdigit() and len(group) <= 6:
            return Decimal(f"{digits}{group[:3]}.{group[4:]}"), at + 1
        break
    return (Decimal(digits), at) if at > last else (value, last)


def _grouped_before(u: Utterance, number: Number, value: Decimal, reached: int) -> tuple[int, Decimal]:
    del reached
    return number.first, value


def _split_decimal(u: Utterance, value: Decimal, last: int) -> tuple[Decimal, int]:
    """Read decimals that a stray space parts: "$119. 95", "118, 99 TL"."""
    words = u.reading.words
    if last + 1 >= len(words) or words[last] not in (".", ",") or value != value.to_integral_value():
        return value, last
    cents = words[last + 1]
    if len(cents) != 2 or not cents.isdigit():
        return value, last
    if last + 2 == len(words) or (last + 3 == len(words) and words[last + 2] in MARKS):
        return value + Decimal(cents) / 100, last + 2
    return value, last


# -- marks ---------------------------------------------------------------------------------


def _mark_before(u: Utterance, number: Number, reached: int) -> _Marked | None:
    """Return the mark that ends right before a number: "US$", "EUR", "Rs."."""
    words = u.reading.words
    at = number.first - 1
    if at < reached:
        return None
    while at > reached and words[at] in (":", ".") and words[at - 1] in MARKS and words[at] != words[at - 1]:
        at -= 1
    word = words[at]
    mark = MARKS.get(word)
    if mark is None:
        return _tag_before(u, at)
    if word == "$":
        return _dollar(u, at, number.first, reached)
    if word in ("won", "cent", "cents", "pence", "penny", "pound", "pounds", "bucks", "buck", "quid", "lev",
                "dong", "dinar", "lei", "dollars"):  # fmt: skip
        return None
    if not _in_case(u.reading, at, word) or word in WORDLIKE:
        return None
    first = at
    if at - 1 >= reached and words[at - 1] == "$" and mark.currency is not None:
        first = at - 1
    return _Marked(mark, first, at + 1)


def _tag_before(u: Utterance, at: int) -> _Marked | None:
    reading = u.reading
    if reading.words[at] in PREFIX_MARKS and reading.ends[at] == reading.starts[at + 1]:
        return _Marked(PREFIX_MARKS[reading.words[at]], at, at + 1) if reading.cased(at)[0].isupper() else None
    if len(reading) > _TAG_WORDS:
        return None
    mark = TAG_MARKS.get(u.reading.cased(at))
    return None if mark is None else _Marked(mark, at, at + 1)


def _dollar(u: Utterance, at: int, number: int, reached: int) -> _Marked:
    """Read what stands before "$": "US$80", "c $ 16.4", but not "for a $50 deposit"."""
    reading = u.reading
    words = reading.words
    if at - 1 < reached:
        return _Marked(MARKS["$"], at, at + 1)
    before = words[at - 1]
    code = DOLLAR_PREFIXES.get(before)
    first = at - 1
    if before in ("s", ".") and at >= 4:
        dotted = "".join(words[at - 4 : at]) if before == "." else "".join(words[at - 3 : at])
        if dotted in ("u.s", "u.s."):
            code, first = "USD", at - (4 if before == "." else 3)
    if code is None:
        return _Marked(MARKS["$"], at, at + 1)
    attached = reading.ends[at - 1] == reading.starts[at]
    spaced = reading.ends[at] < reading.starts[number]
    if attached or (spaced and before in ("us", "c", "hk", "nz", "nt", "usd", "cad", "aud", "sgd", "s")):
        return _Marked(Mark(code if len(code) == 3 else None, code), first, at + 1)
    if before in MARKS and before.upper() in CODES:
        return _Marked(Mark(code, code), first, at + 1)
    return _Marked(MARKS["$"], at, at + 1)


def _mark_after(u: Utterance, at: int) -> _Marked | None:
    """Return the mark that begins at word `at`: "euro", "hong kong dollars", "USD"."""
    words = u.reading.words
    if at >= len(words):
        return None
    word = words[at]
    if word in NATION_WORDS:
        national = _national(words, at)
        if national is not None:
            return national
    mark = MARKS.get(word)
    if mark is None:
        return _tag_after(u, at)
    if not _in_case(u.reading, at, word):
        return _tag_after(u, at)
    if word in ("lev", "won") and words[at + 1 : at + 2] not in ([], ["."], [","]):
        return None
    return _Marked(mark, at, at + 1)


def _national(words: list[str], at: int) -> _Marked | None:
    """Read a nation's currency by name: "us dollars", "hong kong dollars"."""
    nation = words[at]
    unit_at = at + 1
    if unit_at < len(words) and words[unit_at] == "." and nation in ("u", "us"):
        unit_at += 1
    if unit_at >= len(words):
        return None
    mark = MARKS.get(words[unit_at])
    family = _family(words[unit_at], mark)
    code = NATIONS.get((family, nation)) if family else None
    return None if code is None else _Marked(Mark(code, code), at, unit_at + 1)


def _family(word: str, mark: Mark | None) -> str:
    if word in ("mark", "marks"):
        return "mark"
    if word == "real":
        return "real"
    if mark is None:
        return ""
    if mark.currency is None:
        return "dollar" if mark.symbol == "$" else "pound" if mark.symbol == "£" else mark.symbol
    return mark.currency


def _tag_after(u: Utterance, at: int) -> _Marked | None:
    """Read a mark that counts only where the text is nothing but an amount."""
    reading = u.reading
    words = reading.words
    if len(reading) > _TAG_WORDS:
        for prefix in (words[at],):
            if prefix in DOLLAR_PREFIXES and words[at + 1 : at + 2] == ["$"]:
                break
        else:
            return None
    if words[at] in DOLLAR_PREFIXES and words[at + 1 : at + 2] == ["$"]:
        code = DOLLAR_PREFIXES[words[at]]
        if reading.ends[at] == reading.starts[at + 1]:
            return _Marked(Mark(code if len(code) == 3 else None, code), at, at + 2)
        return None
    if any(w.isalpha() for i, w in enumerate(words) if i != at):
        return None
    mark = TAG_MARKS.get(reading.cased(at)) or TAG_MARKS.get(reading.text(at, at + 1))
    return None if mark is None else _Marked(mark, at, at + 1)


def _in_case(reading: Reading, at: int, word: str) -> bool:
    return word not in NEEDS_CAPITALS or reading.cased(at).isupper()


def _belongs_to_next(u: Utterance, mark: _Marked) -> bool:
    """True for the "$" of "10 $20 bills", which touches the number after it."""
    reading = u.reading
    words = reading.words
    if mark.last >= len(words):
        return False
    if not words[mark.last][0].isdigit():
        return False
    touches_next = reading.ends[mark.last - 1] == reading.starts[mark.last]
    touches_own = mark.first > 0 and reading.ends[mark.first - 1] == reading.starts[mark.first]
    return touches_next and not touches_own


# -- amounts of two parts ------------------------------------------------------------------


def _with_minor(u: Utterance, amount: Amount, index: int) -> Amount:
    """Add cents: "3 dollars 50 cents", "thirteen dollars and forty-five", "35€ 99"."""
    words = u.reading.words
    at = amount.last
    if amount.mark is None or amount.mark.symbol in ("cent", "penny") or at >= len(words):
        return amount
    joined = at + 1 if words[at] == "and" else at
    following = u.numbers[index + 1] if index + 1 < len(u.numbers) else None
    if following is None or following.first != joined or not 0 < following.value < 100 or (words[at - 1][0].isdigit() and words[at] != "and"):
        return amount
    last = following.last
    value = following.value / 100
    if last < len(words) and words[last] in _MINOR:
        last += 1
    elif last < len(words) and words[last] == "mao":
        value, last = following.value / 10, last + 1
        if last < len(words) and words[last] == "five":
            value, last = value + Decimal("0.05"), last + 1
    elif (words[at] == "and" and following.form is NumberForm.DIGITS and words[at - 1][0].isdigit()) \
            or (last < len(words) and words[last] not in (".", "and")) or (following.value < 10 and words[at] != "and") or (last + 1 < len(words) and words[last] == "."):
        return amount
    total = amount.low + value
    return amount._replace(last=last, low=total, high=total)


def _ranges(u: Utterance, amounts: list[Amount]) -> list[Amount]:
    """Join "£60-80", "60 to 80 euro" and "between $60 and $80" into one amount each."""
    words = u.reading.words
    ends = {n.last: n for n in u.numbers}
    starts = {n.first: n for n in u.numbers}
    found: list[Amount] = []
    for amount in amounts:
        joint = amount.first - 1
        joins = joint > 0 and (words[joint] in _JOINS or (words[joint] == "and" and found and _between(words, found[-1].first)))
        if joins and found and found[-1].last == joint and _compatible(found[-1], amount):
            low = found.pop()
            found.append(low._replace(last=amount.last, high=amount.high, mark=low.mark or amount.mark))
            continue
        other = ends.get(joint) if joint > 0 and words[joint] in _JOINS else None
        if other is not None and u.is_free(other.first, other.last) and 0 < other.value < amount.low \
                and (not found or found[-1].last <= other.first):  # fmt: skip
            amount = amount._replace(first=other.first, low=other.value)  # noqa: PLW2901
        following = starts.get(amount.last + 1)
        if following is not None and words[amount.last] in _JOINS and following.value > amount.high \
                and amount.mark is not None and u.is_free(following.first, following.last) \
                and not any(a.first <= following.first < a.last for a in amounts) \
                and not _is_unit(u, following.last):  # fmt: skip
            amount = amount._replace(last=following.last, high=following.value)  # noqa: PLW2901
        found.append(amount)
    return found


def _between(words: list[str], first: int) -> bool:
    """True right after "between", hedges passed over."""
    return "between" in words[max(0, first - 2) : first]


def _is_unit(u: Utterance, at: int) -> bool:
    from align.claims.durations import UNIT_MINUTES

    words = u.reading.words
    return at < len(words) and words[at] in UNIT_MINUTES


def _compatible(low: Amount, high: Amount) -> bool:
    same = low.mark is None or high.mark is None or low.mark.symbol == high.mark.symbol
    return same and low.low < high.low
