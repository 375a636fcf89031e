"""Tell what follows from the right prices that a draft states: multiples, parts, sums.

The right amounts of a draft are gathered once, when the first amount that the card does not
give asks for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import MoneyForm, PriceOf
from align.claims.clauses import starting_in
from align.claims.money.currencies import fits
from align.claims.money.deposit_shares import shares_deposit, shares_remainder
from align.claims.money.gaps_between import is_gap
from align.claims.money.longer_by import is_step_up
from align.claims.money.price_check import contradiction, is_right_at, is_right_loosened
from align.claims.money.price_parts import PriceParts
from align.claims.money.price_sums import (
    are_separate,
    asks_for_several,
    asks_how_much_more,
    compares,
    counts_beside,
    heads_of_share,
    is_full_rate,
    is_result,
    is_share,
    is_total,
    joins_sessions,
    numbers_beside,
)
from align.claims.money.price_table import sums_of
from align.records import changed, once

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.claim import Money
    from align.claims.money.price_table import PriceTable
    from align.claims.utterance import Utterance

_HOUR: Final = 60
_SHORTEST: Final = 10
"""Minutes; no shorter length has a price."""
_FEW: Final = 12
"""How many of the right amounts are added and subtracted."""


class Reckoning:
    """The right amounts of one draft, and what can be worked out of them."""

    def __init__(self, u: Utterance, table: PriceTable) -> None:
        """Prepare for the amounts of `u` beside a card."""
        self._u = u
        self._table = table
        self._parts = PriceParts(u, table)
        self._counts: dict[tuple[int, bool], set[int]] = {}
        self._multiples: dict[tuple[int, int | None, str | None, Decimal], bool] = {}

    def gives(self, claim: Money) -> bool:
        """True for an amount that follows from the right prices that the draft states."""
        if is_gap(self._u, claim):
            return claim.low in self._table.differences(None)
        if claim.length_implied or claim.mode_implied:
            if is_right_loosened(claim, self._table):
                return True
            minutes = None if claim.length_implied else claim.minutes
            mode = None if claim.mode_implied else claim.mode
            if self._follows(changed(claim, minutes=minutes, mode=mode)):
                return True
        return self._follows(claim)

    def _follows(self, claim: Money) -> bool:
        """True for what is worked out of the card or of the right prices."""
        if claim.form is MoneyForm.RANGE:
            return self._spans(claim)
        if claim.form is not MoneyForm.EXACT or claim.low is None:
            return False
        if claim.of is not PriceOf.TRAVEL and self._is_multiple(claim, claim.low):
            return True
        if not fits(claim.currency, claim.symbol, self._table.currency):
            return False
        if claim.of is PriceOf.SESSION and claim.minutes is None and self._prices_a_named_length(claim):
            return True
        if claim.of is PriceOf.SESSION and is_step_up(self._u, claim, self._table):
            return True
        if is_share(self._u, claim) and self._shares_part(claim):
            return True
        if self._parts.has(claim, self._prices) or self._parts.is_instalment(claim, self._prices):
            return True
        return self._is_reckoned(claim)

    def _shares_part(self, claim: Money) -> bool:
        """True for a head's share of the deposit, or of what it leaves."""
        if claim.of in _SHARED and shares_deposit(self._u, claim, self._table):
            return True
        return claim.of is not PriceOf.TRAVEL and shares_remainder(self._u, claim, self._table)

    def _spans(self, claim: Money) -> bool:
        """True for a range whose ends both follow; one of prices does not begin at what holds one."""
        if claim.of is PriceOf.SESSION and not self._only_deposits.isdisjoint((claim.low, claim.high)):
            return False
        ends = [changed(claim, form=MoneyForm.EXACT, low=end, high=end) for end in (claim.low, claim.high)]
        return all(contradiction(end, self._table) is None or self._follows(end) for end in ends)

    def _prices_a_named_length(self, claim: Money) -> bool:
        """True where the card's one entry gives the amount for a length that the draft names elsewhere."""
        if not self._table.single:
            return False
        lengths = self._parts.lengths | {n for n in numbers_beside(self._u, claim) if n >= _SHORTEST}
        return any(e.amount == claim.low for minutes in lengths for e in self._table.at(minutes, claim.mode))

    def _is_multiple(self, claim: Money, amount: Decimal) -> bool:
        """True for a price that the draft multiplies or shares out: "eight of them make 720"."""
        place = (claim.first, claim.minutes, claim.mode, amount)
        found = self._multiples.get(place)
        if found is None:
            found = self._multiples[place] = self._is_times_a_price(claim, amount)
        return found

    def _is_times_a_price(self, claim: Money, amount: Decimal) -> bool:
        counts = self._counts_beside(claim)
        if self._table.single and claim.minutes is None:
            counts = counts | numbers_beside(self._u, claim)
        values = {amount / count for count in counts}
        values.update(amount * heads for heads in heads_of_share(self._u, claim))
        if is_share(self._u, claim):
            values |= self._shared(claim, amount)
        if values and claim.of is PriceOf.SESSION:
            values -= self._table.deposits(None, None)  # two deposits are no price
        hours = 0
        if claim.minutes is not None and claim.minutes % _HOUR == 0 and self._are_separate(claim):
            hours = claim.minutes // _HOUR
            values.add(amount / hours)
        if not values:
            return False
        known = self._listed if claim.minutes is not None else self._listed | self._foreign
        if hours > 1:
            known = known | {e.amount for e in self._table.at(_HOUR, claim.mode)}
        return not values.isdisjoint(known) or any(is_right_at(claim, self._table, v) for v in values)

    def _counts_beside(self, claim: Money) -> set[int]:
        """Return the counts beside a claim, which is looked at with and without what is only implied."""
        place = (claim.first, claim.minutes is None)
        found = self._counts.get(place)
        if found is None:
            found = self._counts[place] = counts_beside(self._u, claim)
        return found

    def _shared(self, claim: Money, amount: Decimal) -> set[Decimal]:
        """Return the prices of its sentence that "$130 is $65 each" shares out among a few."""
        if not amount:
            return set()
        begin, _ = self._u.reading.sentence(claim.first)
        wholes = {m.low for m in starting_in(self._u.money, begin, claim.first) if m.low in self._listed}
        return {whole for whole in wholes if whole and whole % amount == 0 and 1 < whole / amount <= _FEW}

    def _is_reckoned(self, claim: Money) -> bool:
        """True for the difference or the sum of right amounts that the draft works out."""
        if claim.of is PriceOf.DEPOSIT:
            return False
        compared = claim.of is not PriceOf.TRAVEL and self._compares(claim)
        if compared and claim.low in self._table.differences(claim.minutes):
            return True
        if claim.of is PriceOf.SESSION and claim.low in self._table.sums and joins_sessions(self._u, claim):
            return True
        total = is_total(self._u, claim)
        if claim.of is PriceOf.SESSION and claim.minutes is not None:
            return total and claim.low in self._totals  # what one length costs is on the card
        if not total and not compared and not is_result(self._u, claim):
            return False
        return claim.low in self._worked_out or (total and claim.low in self._totals)

    def _are_separate(self, claim: Money) -> bool:
        return self._asks_for_several or are_separate(self._u, claim)

    def _compares(self, claim: Money) -> bool:
        if is_full_rate(self._u, claim):
            return False
        return self._asks_how_much_more or compares(self._u, claim)

    # -- what the client's message asks, and what is right, gathered once ----

    @once
    def _asks_for_several(self) -> bool:
        return asks_for_several(self._u.inbound)

    @once
    def _asks_how_much_more(self) -> bool:
        return asks_how_much_more(self._u.inbound)

    @once
    def _right(self) -> list[Money]:
        exact = (m for m in self._u.money if m.form is MoneyForm.EXACT and m.of is not PriceOf.OTHER)
        return [m for m in exact if is_right_loosened(m, self._table)]

    def _amounts(self, of: PriceOf) -> list[Decimal]:
        return [m.low for m in self._right if m.of is of and m.low is not None]

    @once
    def _listed(self) -> set[Decimal]:
        """The prices that the card itself gives, a single entry for any named length."""
        sessions = [m for m in self._u.money if m.form is MoneyForm.EXACT and m.of is PriceOf.SESSION]
        named = {m.low for m in sessions if m.low and m.minutes is None and self._prices_a_named_length(m)}
        return (set(self._amounts(PriceOf.SESSION)) - self._only_deposits) | named

    @once
    def _only_deposits(self) -> set[Decimal]:
        """The card's deposits that are no price on it as well."""
        return self._table.deposits(None, None) - {e.amount for e in self._table.entries or ()}

    @once
    def _foreign(self) -> set[Decimal]:
        """The prices of others: fifteen of them are no price of ours, nor is one beside ours."""
        money = [m for m in self._u.money if m.of is PriceOf.OTHER and m.form is MoneyForm.EXACT]
        return {m.low for m in money[:_FEW] if m.low is not None}

    @once
    def _prices(self) -> set[Decimal]:
        """The right prices, those included that the draft multiplies or adds up, in its order."""
        found = set(self._listed)
        for money in self._u.money:
            if money.form is not MoneyForm.EXACT or money.of is not PriceOf.SESSION or money.low is None:
                continue
            if money.low in found:
                continue
            summed = money.minutes is None and is_total(self._u, money) and money.low in sums_of(found)
            if summed or self._is_multiple(money, money.low):
                found.add(money.low)
        return found

    @once
    def _parts_paid(self) -> set[Decimal]:
        """The right deposits, those of several appointments included."""
        deposits = [m for m in self._u.money if m.of in _PARTS and m.form is MoneyForm.EXACT and m.low]
        return {m.low for m in deposits if m.low and self._is_multiple(m, m.low)} | set(
            self._amounts(PriceOf.DEPOSIT)[:_FEW]
        )

    @once
    def _worked_out(self) -> set[Decimal]:
        prices = sorted(self._prices)[:_FEW]
        taken_off = (*prices, *self._parts_paid)
        sums = {a + b for a in prices for b in self._amounts(PriceOf.TRAVEL)[:_FEW]}
        return {a - b for a in prices for b in taken_off if a > b} | sums

    @once
    def _totals(self) -> set[Decimal]:
        prices = sorted(self._prices)[:_FEW]
        return sums_of(self._prices) | {a + b for a in prices for b in self._foreign}


_SHARED: Final = frozenset((PriceOf.SESSION, PriceOf.DEPOSIT))
_PARTS: Final = frozenset((PriceOf.DEPOSIT, PriceOf.REMAINDER))
