"""Compare one amount with the rate card, by the fine print of the guide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from align.claims.claim import Money, MoneyForm, PriceOf
from align.claims.money.currencies import fits
from align.records import changed

if TYPE_CHECKING:
    from collections.abc import Hashable
    from decimal import Decimal

    from align.claims.money.price_table import Entry, PriceTable


class Contradiction(NamedTuple):
    """What was said, what the card says, and the path of the deciding entry."""

    claimed: str
    expected: str
    fact: str


_CENT: Final = 100


def contradiction(claim: Money, table: PriceTable) -> Contradiction | None:
    """Return how a claim contradicts the card, or None; claims of others are not for this.

    The same few prices are stated over and over, so a card remembers what it said of them.
    """
    said = (
        claim.form, claim.of, claim.low, claim.high,
        claim.currency, claim.symbol, claim.minutes, claim.mode,
    )  # fmt: skip
    verdict = table.verdicts.get(said, _NEW)
    return _remembered(said, claim, table) if verdict is _NEW else verdict


def is_right_at(claim: Money, table: PriceTable, value: Decimal) -> bool:
    """True when the card does not contradict a claim, were its amount `value`."""
    said = (claim.form, claim.of, value, value, claim.currency, claim.symbol, claim.minutes, claim.mode)
    verdict = table.verdicts.get(said, _NEW)
    if verdict is _NEW:
        verdict = _remembered(said, changed(claim, low=value, high=value), table)
    return verdict is None


def is_right_loosened(claim: Money, table: PriceTable) -> bool:
    """True when the card does not contradict a claim without the length and mode that are only implied."""
    minutes = None if claim.length_implied else claim.minutes
    mode = None if claim.mode_implied else claim.mode
    said = (claim.form, claim.of, claim.low, claim.high, claim.currency, claim.symbol, minutes, mode)
    verdict = table.verdicts.get(said, _NEW)
    if verdict is _NEW:
        verdict = _remembered(said, changed(claim, minutes=minutes, mode=mode), table)
    return verdict is None


def _remembered(said: Hashable, claim: Money, table: PriceTable) -> Contradiction | None:
    """Compare with the card, and keep what it says."""
    verdicts = table.verdicts
    if len(verdicts) >= _REMEMBERED:
        verdicts.clear()
    verdict = verdicts[said] = _contradiction(claim, table)
    return verdict


_NEW: Final = Contradiction("", "", "")
"""Stands for a price that the card was never asked about."""
_REMEMBERED: Final = 4096


def _contradiction(claim: Money, table: PriceTable) -> Contradiction | None:
    """Compare with the card by nothing but what `contradiction` looks the claim up by."""
    if claim.form in (MoneyForm.AMOUNT_OFF, MoneyForm.PERCENT_OFF):
        return _discount(claim, table)
    if claim.form is MoneyForm.FREE:
        return _free(claim, table)
    if claim.form is MoneyForm.PERCENT:
        return _percent(claim, table)
    if claim.low is None and claim.high is None:
        return None
    if claim.of is PriceOf.DEPOSIT:
        return _deposit(claim, table)
    if table.entries is None:
        return None
    if not fits(claim.currency, claim.symbol, table.currency):
        return _wrong(claim, table, table.at(claim.minutes, claim.mode) or list(table.entries))
    if claim.of is PriceOf.TRAVEL:
        return _travel(claim, table)
    if claim.of is PriceOf.REMAINDER:
        right = table.remainders(claim.minutes, claim.mode) | _rates(table, claim)
        right |= table.deposits(claim.minutes, claim.mode)
        return None if _all_in(claim, right) else _wrong(claim, table, table.at(claim.minutes, claim.mode))
    return _session(claim, table)


def _session(claim: Money, table: PriceTable) -> Contradiction | None:
    listed = table.at(claim.minutes, claim.mode)
    if claim.low == claim.high and any(e.amount == claim.low for e in listed):
        return None
    right = {e.amount for e in listed}
    if claim.minutes is None and claim.form is MoneyForm.EXACT:
        right |= table.deposits(None, claim.mode)
    if _all_in(claim, right):
        return None
    if claim.form is MoneyForm.RANGE and claim.minutes is None and _all_in(claim, table.deposits(None, None)):
        return None  # "to hold it I ask for €29 to €42"
    return _wrong(claim, table, listed)


def _rates(table: PriceTable, claim: Money) -> set[Decimal]:
    return {e.amount for e in table.at(claim.minutes, claim.mode)}


def _all_in(claim: Money, right: set[Decimal]) -> bool:
    """True when every stated end is right, to the cent."""
    ends = [v for v in (claim.low, claim.high) if v is not None]
    return all(any(abs(v - r) * _CENT < 1 for r in right) for v in ends)


def _deposit(claim: Money, table: PriceTable) -> Contradiction | None:
    if not table.has_deposit:
        return None
    fact = "deposit.amount" if table.deposit is not None else "deposit.percent"
    expected = _deposit_text(table)
    right = table.deposits(claim.minutes, claim.mode)
    if table.deposit_percent is not None and not table.entries:
        return None
    if fits(claim.currency, claim.symbol, table.currency) and _all_in(claim, right):
        return None
    return Contradiction(f"{amount_text(claim)} deposit", expected, fact)


def _deposit_text(table: PriceTable) -> str:
    if table.deposit is not None:
        return f"{plain(table.deposit)} {table.currency} deposit"
    if table.deposit_percent is not None:
        return f"{plain(table.deposit_percent)}% deposit"
    return "no deposit"


def _percent(claim: Money, table: PriceTable) -> Contradiction | None:
    if not table.has_deposit or claim.low is None:
        return None
    if table.deposit_percent is not None and claim.low == table.deposit_percent:
        return None
    fact = "deposit.amount" if table.deposit is not None else "deposit.percent"
    return Contradiction(f"{plain(claim.low)}% deposit", _deposit_text(table), fact)


def _travel(claim: Money, table: PriceTable) -> Contradiction | None:
    fees = table.travel_fees(claim.minutes)
    if _all_in(claim, fees) or _all_in(claim, _rates(table, claim)):
        return None
    expected = " or ".join(f"{plain(f)} {table.currency}" for f in sorted(fees)) or "no"
    return Contradiction(f"{amount_text(claim)} travel fee", f"{expected} travel fee", "rates")


def _discount(claim: Money, table: PriceTable) -> Contradiction | None:
    if claim.of is PriceOf.DEPOSIT:
        if not table.has_deposit:
            return None
    elif table.entries is None:
        return None
    if claim.low is None:
        said = "a discount"
    elif claim.low < 0:
        return Contradiction(f"{plain(-claim.low)}% more", "no such surcharge", "rates")
    elif claim.form is MoneyForm.PERCENT_OFF:
        said = f"{plain(claim.low)}% off"
    else:
        said = f"{plain(claim.low)} off"
    return Contradiction(said, "no discount", "rates")


def _free(claim: Money, table: PriceTable) -> Contradiction | None:
    if claim.of is PriceOf.DEPOSIT:
        if not table.has_deposit or (table.deposit is None and table.deposit_percent is None):
            return None
        return Contradiction("no deposit", _deposit_text(table), "deposit")
    if table.entries is None:
        return None
    if claim.of is PriceOf.TRAVEL:
        fees = table.travel_fees(claim.minutes)
        if not fees or 0 in fees:
            return None
        return _travel(claim, table)
    return Contradiction("free", "nothing free", "rates")


def _wrong(claim: Money, table: PriceTable, listed: list[Entry]) -> Contradiction:
    said = amount_text(claim)
    if claim.minutes is not None:
        said += f" for {claim.minutes} min"
    if claim.mode is not None:
        said += f" ({claim.mode})"
    if not listed:
        return Contradiction(said, "no such price on the card", "rates")
    best = min(listed, key=lambda e: abs(e.amount - (claim.low or claim.high or 0)))
    return Contradiction(said, entry_text(best, table.currency), best.path)


def entry_text(entry: Entry, currency: str) -> str:
    """Return an entry as a short phrase: "180 USD for 60 min (incall)"."""
    mode = f" ({entry.mode})" if entry.mode else ""
    return f"{plain(entry.amount)} {currency} for {entry.minutes} min{mode}"


def amount_text(claim: Money) -> str:
    """Return a claim's amount as a short phrase: "150 USD", "60-80", "from 150"."""
    unit = claim.currency or claim.symbol or ""
    unit = f" {unit}" if unit else ""
    low = plain(claim.low) if claim.low is not None else ""
    high = plain(claim.high) if claim.high is not None else ""
    if claim.form is MoneyForm.FROM:
        return f"from {low}{unit}"
    if claim.form is MoneyForm.UP_TO:
        return f"up to {high}{unit}"
    return f"{low}{unit}" if low == high else f"{low}-{high}{unit}"


def plain(value: Decimal) -> str:
    """Return a decimal without exponent and trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
