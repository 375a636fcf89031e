"""Find the currency mark right before or right after a number.

Which marks there are is a table (align/claims/money/currencies.py); here it is decided where a
word of the table is a mark in running text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.money.currencies import (
    CODES,
    DOLLAR_PREFIXES,
    MARKS,
    NATION_WORDS,
    NATIONS,
    NATIONS_OF_TWO,
    NEEDS_CAPITALS,
    PREFIX_MARKS,
    TAG_MARKS,
    WORDLIKE,
    Mark,
    fits,
)
from align.claims.money.local_marks import BEFORE, BEHIND, local_mark

if TYPE_CHECKING:
    from align.claims.numbers.numbers import Number
    from align.claims.utterance import Utterance
    from align.reading import Reading

SIGNS: Final = frozenset("$€£¥₹₽₩₺₫₪₴₱฿₡₾₭₦₲₸₮₼֏৳៛₵₿")
TAG_WORDS: Final = 7
"""A text of at most so many words can be a price tag, where even "5 KM" is an amount."""
_AFTER_ONLY: Final = frozenset(
    "won cent cents pence penny pound pounds bucks buck quid lev dong dinar lei dollars".split()
)
_SPACED_PREFIXES: Final = frozenset("us c hk nz nt usd cad aud sgd s".split())


class Marked(NamedTuple):
    """A mark on the words `[first, last)`."""

    mark: Mark
    first: int
    last: int


def mark_before(u: Utterance, number: Number, reached: int) -> Marked | None:
    """Return the mark that ends right before a number: "US$", "EUR", "Rs."."""
    words = u.reading.words
    at = number.first - 1
    if at < reached:
        return None
    while at > reached and words[at] in (":", ".") and words[at - 1] in MARKS and words[at] != words[at - 1]:
        at -= 1
    if words[at] == "." and at > reached and _local_before(u, at - 1, touches=False) is not None:
        at -= 1  # "Kshs. 90"
    word = words[at]
    local = _local_before(u, at, touches=u.reading.touches(at + 1)) if word in BEFORE else None
    if local is not None:
        return Marked(local, at, at + 1)
    mark = MARKS.get(word)
    if mark is None:
        return _tag_before(u, at)
    if word == "$":
        return _dollar(u, at, number.first, reached)
    if word in _AFTER_ONLY:
        return None
    if not _in_case(u.reading, at, word) or (word in WORDLIKE and not _is_tag(words, at)):
        return None
    first = at
    if at - 1 >= reached and (
        (words[at - 1] == "$" and mark.currency is not None) or words[at - 1 : at + 1] == ["gh", "₵"]
    ):
        first = at - 1
    return Marked(mark, first, at + 1)


def _local_before(u: Utterance, at: int, *, touches: bool) -> Mark | None:
    return local_mark(BEFORE, u.reading.words[at], u.known.currency, touches=touches)


def _is_tag(words: list[str], at: int) -> bool:
    """True for a text whose only word is the mark at `at`."""
    return len(words) <= TAG_WORDS and not any(w.isalpha() for i, w in enumerate(words) if i != at)


def _tag_before(u: Utterance, at: int) -> Marked | None:
    reading = u.reading
    if reading.words[at] in PREFIX_MARKS and reading.touches(at + 1):
        # beside a card, whose owner writes about money, "r180" is no part number
        counts = u.known.currency is not None or reading.cased(at)[0].isupper()
        return Marked(PREFIX_MARKS[reading.words[at]], at, at + 1) if counts else None
    if len(reading) > TAG_WORDS:
        return None
    mark = TAG_MARKS.get(u.reading.cased(at))
    return None if mark is None else Marked(mark, at, at + 1)


def _dollar(u: Utterance, at: int, number: int, reached: int) -> Marked:
    """Read what stands before "$": "US$80", "c $ 16.4", but not "for a $50 deposit"."""
    reading = u.reading
    words = reading.words
    if at - 1 < reached:
        return Marked(MARKS["$"], at, at + 1)
    before = words[at - 1]
    code = DOLLAR_PREFIXES.get(before)
    first = at - 1
    if before in ("s", ".") and at >= 4:
        dotted = "".join(words[at - 4 : at]) if before == "." else "".join(words[at - 3 : at])
        if dotted in ("u.s", "u.s."):
            code, first = "USD", at - (4 if before == "." else 3)
    if code is None:
        return Marked(MARKS["$"], at, at + 1)
    attached = reading.touches(at)
    spaced = reading.end(at) < reading.start(number)
    told = before == "us" and reading.cased(at - 1) == "US" and not reading.body.isupper()  # "US $20"
    if attached or told or (spaced and before in _SPACED_PREFIXES):
        return Marked(Mark(code if len(code) == 3 else None, code), first, at + 1)
    if before in MARKS and before.upper() in CODES:
        return Marked(Mark(code, code), first, at + 1)
    return Marked(MARKS["$"], at, at + 1)


def mark_after(u: Utterance, at: int) -> Marked | None:
    """Return the mark that begins at word `at`: "euro", "hong kong dollars", "USD"."""
    words = u.reading.words
    if at >= len(words):
        return None
    word = words[at]
    own = _local_after(u, at) or (_national(words, at) if word in NATION_WORDS else None)
    if own is not None:
        return own
    mark = MARKS.get(word)
    if mark is None:
        return _tag_after(u, at)
    if word == "bob" and fits(None, "shilling", u.known.currency or ""):
        return Marked(MARKS["shilling"], at, at + 1)
    if not _in_case(u.reading, at, word):
        return _tag_after(u, at)
    if word in ("lev", "won") and words[at + 1 : at + 2] not in ([], ["."], [","]):
        return None
    return Marked(mark, at, at + 1)


def _local_after(u: Utterance, at: int) -> Marked | None:
    """Read a mark of people at home, "GH₵", and the "RM" that a text without a card writes in capitals."""
    words = u.reading.words
    word = words[at]
    if word not in BEHIND:
        return _of_several(words, at)
    local = local_mark(BEHIND, word, u.known.currency, touches=at > 0 and u.reading.touches(at))
    if local is None:
        told = word == "rm" and u.known.currency is None and u.reading.cased(at) == "RM"
        return Marked(PREFIX_MARKS["rm"], at, at + 1) if told else None
    both = word == "f" and words[at + 1 : at + 2] == ["cfa"]
    return Marked(local, at, at + 1 + both)


def _of_several(words: list[str], at: int) -> Marked | None:
    """Read a mark of several words: "GH₵", "U.S. dollars", "pounds sterling"."""
    if words[at : at + 2] == ["gh", "₵"]:
        return Marked(MARKS["₵"], at, at + 2)
    if words[at : at + 4] == ["u", ".", "s", "."] and words[at + 4 : at + 5] in (["dollars"], ["dollar"]):
        return Marked(Mark("USD", "USD"), at, at + 5)
    if words[at] in ("pound", "pounds") and words[at + 1 : at + 2] == ["sterling"]:
        return Marked(Mark("GBP", "GBP"), at, at + 2)
    return None


def _national(words: list[str], at: int) -> Marked | None:
    """Read a nation's currency by name: "us dollars", "hong kong dollars"."""
    first = at
    if words[at] in NATIONS_OF_TWO and at + 1 < len(words):
        at += 1
    nation = words[at]
    unit_at = at + 1
    if unit_at < len(words) and words[unit_at] == "." and nation in ("u", "us"):
        unit_at += 1
    people = _PEOPLES.get(nation)
    ends = unit_at >= len(words) or not words[unit_at][0].isalnum() or words[unit_at] in _GOING_ON
    if people is not None and ends:
        count = words[first - 1] if first else ""
        return Marked(people, first, unit_at) if len(count) > _COUNTS and count.isdecimal() else None
    if unit_at >= len(words):
        return None
    mark = MARKS.get(words[unit_at])
    family = _family(words[unit_at], mark)
    code = NATIONS.get((family, nation)) if family else None
    return None if code is None else Marked(Mark(code, code), first, unit_at + 1)


_PEOPLES: Final = {
    word: Mark(code, code)
    for word, code in {"canadian": "CAD", "australian": "AUD", "aussie": "AUD", "american": "USD"}.items()
}
"""Whose dollars are meant by "it's 115 Canadian"."""
_GOING_ON: Final = frozenset("for and or but all at so if".split())
_COUNTS: Final = 1
"""Digits of a count of guests: "we're 4 Canadian, 2 American"."""


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


def _tag_after(u: Utterance, at: int) -> Marked | None:
    """Read a mark that counts only where the text is nothing but an amount."""
    reading = u.reading
    words = reading.words
    if len(reading) > TAG_WORDS:
        for prefix in (words[at],):
            if prefix in DOLLAR_PREFIXES and words[at + 1 : at + 2] == ["$"]:
                break
        else:
            return None
    if words[at] in DOLLAR_PREFIXES and words[at + 1 : at + 2] == ["$"]:
        code = DOLLAR_PREFIXES[words[at]]
        if reading.touches(at + 1):
            return Marked(Mark(code if len(code) == 3 else None, code), at, at + 2)
        return None
    if any(w.isalpha() for i, w in enumerate(words) if i != at):
        return None
    mark = TAG_MARKS.get(reading.cased(at)) or TAG_MARKS.get(reading.text(at, at + 1))
    return None if mark is None else Marked(mark, at, at + 1)


def _in_case(reading: Reading, at: int, word: str) -> bool:
    return word not in NEEDS_CAPITALS or reading.cased(at).isupper()


def belongs_to_next(u: Utterance, mark: Marked) -> bool:
    """True for the "$" of "10 $20 bills", which touches the number after it."""
    reading = u.reading
    words = reading.words
    if mark.last >= len(words):
        return False
    if not words[mark.last][0].isdigit():
        return False
    touches_next = reading.touches(mark.last)
    touches_own = mark.first > 0 and reading.touches(mark.first)
    return touches_next and not touches_own
