"""The rate card compiled: what a duration costs in a mode, and what follows from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations_with_replacement
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable

    from align.claims.claim import Mode
    from align.claims.money.price_check import Contradiction
    from specs import Spec


_FEW: Final = 12
"""How many amounts are added up."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the rate card and its path in the document."""

    minutes: int
    amount: Decimal
    mode: str | None
    path: str


@dataclass(frozen=True, slots=True)
class PriceTable:
    """All prices of one document.

    `entries` is None where the document has no rates (then prices are not checked), and
    empty where no price is right. `deposit` and `deposit_percent` are None where absent;
    `has_deposit` says whether the document speaks of deposits at all.
    """

    currency: str
    entries: tuple[Entry, ...] | None
    has_deposit: bool
    deposit: Decimal | None
    deposit_percent: Decimal | None
    modes: frozenset[str]
    sums: frozenset[Decimal]
    """What two or three entries of one mode come to."""
    verdicts: dict[Hashable, Contradiction | None] = field(default_factory=dict, compare=False, repr=False)
    """What was found of prices before (align/claims/money/price_check.py); it shows in no result."""

    @classmethod
    def of(cls, document: Spec) -> PriceTable:
        """Compile the prices of a document."""
        rates = document.rates
        entries = None
        if rates is not None:
            entries = tuple(
                Entry(r.minutes, Decimal(r.amount), str(r.mode) if r.mode else None, f"rates[{i}].amount")
                for i, r in enumerate(rates)
            )
        deposit = document.deposit
        return cls(
            currency=str(document.currency),
            entries=entries,
            has_deposit=deposit is not None,
            deposit=Decimal(deposit.amount) if deposit and deposit.amount is not None else None,
            deposit_percent=Decimal(deposit.percent) if deposit and deposit.percent is not None else None,
            modes=frozenset(e.mode for e in entries or () if e.mode),
            sums=_sums_by_mode(entries or ()),
        )

    @property
    def single(self) -> bool:
        """True when one entry implies every pro-rata sum."""
        return self.entries is not None and len(self.entries) == 1

    def at(self, minutes: int | None, mode: Mode | None) -> list[Entry]:
        """Return the entries for a duration and a mode; None leaves either open.

        An entry without a mode holds for every mode that has none of its own at that
        duration. A card with one entry gives every duration pro rata.
        """
        entries = self.entries or ()
        if minutes is not None and self.single and (mode is None or entries[0].mode in (None, mode)):
            return [self._pro_rata(entries[0], minutes)]
        found = [e for e in entries if minutes is None or e.minutes == minutes]
        if mode is None:
            return found
        own = [e for e in found if e.mode == mode]
        covered = {e.minutes for e in own}
        return own + [e for e in found if e.mode is None and e.minutes not in covered]

    @staticmethod
    def _pro_rata(entry: Entry, minutes: int) -> Entry:
        if minutes == entry.minutes:
            return entry
        return Entry(minutes, entry.amount * minutes / entry.minutes, entry.mode, entry.path)

    def travel_fees(self, minutes: int | None) -> set[Decimal]:
        """Return the card's own differences between outcall and incall."""
        lengths = {e.minutes for e in self.entries or ()} if minutes is None else {minutes}
        fees: set[Decimal] = set()
        for length in lengths:
            outcall = {e.amount for e in self.at(length, "outcall")}
            incall = {e.amount for e in self.at(length, "incall")}
            fees |= {o - i for o in outcall for i in incall if o >= i}
        return fees

    def differences(self, minutes: int | None) -> set[Decimal]:
        """Return by how much entries differ that share their length or their mode."""
        entries = self.entries or ()
        return {
            a.amount - b.amount
            for a in entries
            for b in entries
            if a.amount > b.amount
            and (a.minutes == b.minutes or a.mode == b.mode)
            and minutes in (None, a.minutes, b.minutes)
        }

    def deposits(self, minutes: int | None, mode: Mode | None) -> set[Decimal]:
        """Return the deposits that are right for a duration and mode."""
        if self.deposit is not None:
            return {self.deposit}
        if self.deposit_percent is None:
            return set()
        share = self.deposit_percent / 100
        return {e.amount * share for e in self.at(minutes, mode)}

    def deposit_of(self, price: Decimal) -> Decimal | None:
        """Return the deposit of one price, or None where there is none."""
        if self.deposit is not None:
            return self.deposit
        return None if self.deposit_percent is None else price * self.deposit_percent / 100

    def parts_of(self, price: Decimal) -> tuple[Decimal, ...]:
        """Return the deposit of one price and what it leaves."""
        deposit = self.deposit_of(price)
        return () if deposit is None else (deposit, price - deposit)

    def remainders(self, minutes: int | None, mode: Mode | None) -> set[Decimal]:
        """Return what is left of each rate after its deposit."""
        found: set[Decimal] = set()
        for entry in self.at(minutes, mode):
            if self.deposit is not None:
                found.add(entry.amount - self.deposit)
            elif self.deposit_percent is not None:
                found.add(entry.amount * (100 - self.deposit_percent) / 100)
        return found


def _sums_by_mode(entries: tuple[Entry, ...]) -> frozenset[Decimal]:
    modes = {e.mode for e in entries}
    return frozenset().union(
        *(sums_of({e.amount for e in entries if e.mode in (mode, None)}) for mode in modes)
    )


def sums_of(prices: set[Decimal]) -> set[Decimal]:
    """Return what two or three prices come to; of many, the lowest."""
    some = sorted(prices)[:_FEW]
    return {sum(few, Decimal(0)) for size in (2, 3) for few in combinations_with_replacement(some, size)}
