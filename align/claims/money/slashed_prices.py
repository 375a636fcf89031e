"""Read lists of lengths and amounts that a slash joins: "45/70, 75/110", "$180/60, $250/90"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Money
from align.claims.durations.card_lengths import USUAL_LENGTHS
from align.claims.money import bare_price_words as words_of
from align.claims.money.card_scale import is_listed, is_plausible
from align.claims.money.currency_marks import Marked, mark_before
from align.claims.numbers.digits import digits_value
from align.claims.numbers.numbers import Number, NumberForm
from align.claims.stance import stance_of
from align.reading.cues import BREAK, NUMBER

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_PAIR: Final = re.compile(r"(\d[\d.,]{0,9})/(\d[\d.,]{0,9})\Z")
_MINUTES: Final = frozenset("min mins minutes m".split())


class _Pair(NamedTuple):
    """Two numbers on word `at`, and the currency mark before them."""

    at: int
    left: Decimal
    right: Decimal
    mark: Marked | None


def add_slashed(u: Utterance) -> None:
    """Add the amounts of a list of pairs: all of them have the length on the same side."""
    if "/" not in u.reading.folded.lower:
        return
    pairs = [pair for at in u.reading.where(NUMBER) if (pair := _pair_at(u, at)) is not None]
    if not pairs:
        return
    length_first = all(_fits(u, p.left, p.right) and p.mark is None for p in pairs)
    length_last = all(_fits(u, p.right, p.left) for p in pairs)
    if length_first and length_last:
        length_first = any(is_listed(u.known, float(p.right)) for p in pairs)
        length_last = not length_first and any(is_listed(u.known, float(p.left)) for p in pairs)
    told = bool(u.known.amounts) or len(pairs) > 1 or pairs[0].mark is not None
    if told and length_first != length_last:
        for pair in pairs:
            _add(u, pair, *((pair.left, pair.right) if length_first else (pair.right, pair.left)))


def _pair_at(u: Utterance, at: int) -> _Pair | None:
    """Read a pair of numbers that ends its clause, or names its unit."""
    words = u.reading.words
    match = _PAIR.match(words[at])
    if match is None or not u.is_free(at, at + 1):
        return None
    left, right = digits_value(match[1]), digits_value(match[2])
    after = words[at + 1] if at + 1 < len(words) else "."
    ends = after in words_of.ENDS or after in _MINUTES or u.reading.marks[at + 1] & BREAK
    if left is None or right is None or not ends:
        return None
    return _Pair(at, left, right, mark_before(u, Number(at, at + 1, left, NumberForm.DIGITS), 0))


def _fits(u: Utterance, length: Decimal, amount: Decimal) -> bool:
    """True when one number can be a length that is sold, and the other its price."""
    lengths = u.known.session_minutes or USUAL_LENGTHS
    return length in lengths and is_plausible(u.known, float(amount))


def _add(u: Utterance, pair: _Pair, length: Decimal, amount: Decimal) -> None:
    mark = pair.mark
    first, last = pair.at if mark is None else mark.first, pair.at + 1
    u.take(first, last)
    u.money.append(
        Money(
            first=first,
            last=last,
            low=amount,
            high=amount,
            minutes=int(length),
            currency=mark.mark.currency if mark else None,
            symbol=mark.mark.symbol if mark else None,
            stance=stance_of(u.reading, first, last),
        )
    )
