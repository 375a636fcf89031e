"""Checks across fields: each is a pure function from a document to objections.

They run on the document as it was written, before anything is sorted, so that the paths they
give are those of the file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specs.document.currency import currencies
from specs.document.refusal import Objection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from specs.document.facts import Rate
    from specs.document.spec import Spec


def objections_to(spec: Spec) -> list[Objection]:
    """Return every objection to a document whose fields are each legal by themselves."""
    return [objection for check in _CHECKS for objection in check(spec)]


def _one_price_each(spec: Spec) -> Iterator[Objection]:
    seen: dict[tuple[int, str | None], tuple[int, Rate]] = {}
    for index, rate in enumerate(spec.rates or ()):
        first, other = seen.setdefault((rate.minutes, rate.mode), (index, rate))
        if first == index:
            continue
        what = f"{rate.minutes} minutes{f' {rate.mode}' if rate.mode else ''}"
        message = (
            f"is the same rate as rates[{first}]"
            if rate.amount == other.amount
            else f"{what} costs {rate.amount:f} here but {other.amount:f} in rates[{first}].amount"
        )
        yield Objection(("rates", index, "amount"), message, rate.amount, "one amount for a length and mode")


def _payable_amounts(spec: Spec) -> Iterator[Objection]:
    units = currencies()[spec.currency].minor_units
    amounts: list[tuple[tuple[str | int, ...], Decimal]] = [
        (("rates", index, "amount"), rate.amount) for index, rate in enumerate(spec.rates or ())
    ]
    if spec.deposit is not None and spec.deposit.amount is not None:
        amounts.append((("deposit", "amount"), spec.deposit.amount))
    for location, amount in amounts:
        if round(amount, units) != amount:
            legal = f"at most {units} decimal places" if units else "a whole number"
            yield Objection(location, f"{amount:f} cannot be paid in {spec.currency}: {legal}", amount, legal)


_CHECKS: Final[tuple[Callable[[Spec], Iterator[Objection]], ...]] = (
    _one_price_each,
    _payable_amounts,
)
