"""Check that the parts which a draft states of one price make it up: "R1700 altogether: R680 now and R1020 before".

A deposit and a rest may both stand on the card, each of another length: beside a total that is stated, in the
sentence or in the one before, or beside the length they are for, they have to be of that one price.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf, Stance
from align.claims.clauses import starting_in
from align.claims.money.price_check import Contradiction, amount_text, contradiction, plain

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.claim import Money
    from align.claims.money.price_table import PriceTable
    from align.claims.utterance import Utterance

_PARTS: Final = frozenset((PriceOf.DEPOSIT, PriceOf.REMAINDER))
_PAIR: Final = 2
_MOST: Final = 6
_SEVERAL: Final = frozenset(
    "or each both couple per apiece either visits sessions lessons people together twice double".split()
)
"""Words beside which the parts may be of several prices."""


def missplit(u: Utterance, claim: Money, table: PriceTable) -> Contradiction | None:
    """Return how a part contradicts the price that it is stated to be a part of, or None."""
    if (
        len(u.money) < _PAIR
        or claim.of not in _PARTS
        or claim.form is not MoneyForm.EXACT
        or not table.has_deposit
    ):
        return None
    begin, end = _stretch(u, claim)
    near = [m for m in starting_in(u.money, begin, end) if m.of is not PriceOf.OTHER]
    parts = [m for m in near if _is_part(m, table)]
    if len(parts) != _PAIR or len(near) > _MOST or not _is_divided(u, parts, table, begin, end):
        return None
    if not all(m.low in _stated(near, table) for m in near if not _is_part(m, table)):
        return None  # "$50 now, $100 on Friday and $100 on the day"
    wholes = _wholes(u, near, table, begin, end)
    if claim.low is None or sum(m.low for m in parts if m.low) in wholes:
        return None
    first, rest = parts
    if claim.first == first.first and _of(claim.low, wholes, table):
        return None  # the rest is what does not fit it
    left = _of(first.low, wholes, table) or wholes
    if not left or (claim.first == rest.first and _of(claim.low, left, table)):
        return None
    right = sorted({part for whole in left for part in table.parts_of(whole)} - {first.low})
    expected = " or ".join(f"{plain(part)} {table.currency}" for part in right)
    return Contradiction(f"{amount_text(claim)} of {_said(left)}", expected, _path(table))


def _stretch(u: Utterance, claim: Money) -> tuple[int, int]:
    """Return the words of a part's sentence, and those before back to the deposit: "Deposit £30. Balance £90."."""
    begin, end = u.reading.sentence(claim.first)
    at = begin
    for _ in range(_BACK):
        if claim.of is not PriceOf.REMAINDER or any(
            m.first < claim.first for m in starting_in(u.money, at, end)
        ):
            break
        at = u.reading.sentence(at - 1)[0] if at else at
    before = starting_in(u.money, at, begin)
    return (at if any(m.of is PriceOf.DEPOSIT for m in before) else begin), end


_BACK: Final = 2


def _is_part(m: Money, table: PriceTable) -> bool:
    """True for a deposit or a rest, and for what the card gives as a deposit alone: "£30 at booking"."""
    if m.low is None or m.of is not PriceOf.SESSION:
        return m.low is not None and m.of in _PARTS
    return m.low in table.deposits(None, None) and all(m.low != entry.amount for entry in table.entries or ())


def _said(wholes: set[Decimal]) -> str:
    return " or ".join(plain(whole) for whole in sorted(wholes))


def _path(table: PriceTable) -> str:
    return "deposit.amount" if table.deposit is not None else "deposit.percent"


def _is_divided(u: Utterance, parts: list[Money], table: PriceTable, begin: int, end: int) -> bool:
    """True for what is paid ahead and what is left of one price, both stated."""
    if any(m.form is not MoneyForm.EXACT or m.stance is not Stance.ASSERTED for m in parts):
        return False
    words = u.reading.words[begin:end]
    if not _SEVERAL.isdisjoint(words) or ("of", "you") in pairwise(words):
        return False
    first, rest = parts
    ahead = first.of is PriceOf.DEPOSIT or first.low in table.deposits(None, None)
    return ahead and rest.of is PriceOf.REMAINDER


def _wholes(u: Utterance, near: list[Money], table: PriceTable, begin: int, end: int) -> set[Decimal]:
    """Return the prices that two parts of a sentence can be of; empty where it speaks of several."""
    stated = _stated(near, table)
    lengths = {round(d.low) for d in starting_in(u.durations, begin, end) if d.low in u.known.session_minutes}
    if not stated and not lengths and begin:
        before = _stated(starting_in(u.money, u.reading.sentence(begin - 1)[0], begin), table)
        if len(before) == 1 and _ANOTHER.isdisjoint(u.reading.words[begin:end]):
            return before
    if stated:
        return stated if len(stated) == 1 else set()
    if len(lengths) > 1 or table.single:
        return set()
    return {entry.amount for entry in table.at(next(iter(lengths), None), None)}


_ANOTHER: Final = frozenset("longer longest long shorter shortest short other one that".split())
"""What says that the parts are of another price than that of the sentence before."""


def _stated(money: list[Money], table: PriceTable) -> set[Decimal]:
    """Return the right prices among some amounts."""
    sums = (m for m in money if m.of is PriceOf.SESSION and m.low is not None and not _is_part(m, table))
    return {m.low for m in sums if m.low is not None and contradiction(m, table) is None}


def _of(part: Decimal | None, wholes: set[Decimal], table: PriceTable) -> set[Decimal]:
    """Return those of some prices that an amount is a part of."""
    return {whole for whole in wholes if part in table.parts_of(whole)}
