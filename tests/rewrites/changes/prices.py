"""Other sums on the card: one raised, all of them, two exchanged, the deposit, the travel, the currency."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Final

from tests.rewrites.changes.change import as_written, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.gold import Case
    from tests.rewrites.changes.change import Change, Document


def one_raised(facts: Document, case: Case) -> Iterator[Change]:
    """Each amount of the card that the draft writes, raised."""
    for amount in _amounts(facts):
        if (said := as_written(amount, case.body)) is not None:
            changed = copy.deepcopy(facts)
            for rate in changed["rates"]:
                if rate["amount"] == amount:
                    rate["amount"] = _odd(amount)
            yield said, changed


def all_raised(facts: Document, case: Case) -> Iterator[Change]:
    """The whole card raised, the deposit too: for each of its amounts that the draft writes."""
    changed = copy.deepcopy(facts)
    amounts = _amounts(facts)
    for rate in changed.get("rates", []):
        rate["amount"] = _odd(rate["amount"])
    if "amount" in changed.get("deposit", {}):
        amounts = sorted({*amounts, changed["deposit"]["amount"]}, key=float)
        changed["deposit"]["amount"] = _odd(changed["deposit"]["amount"])
    for amount in amounts:
        if (said := as_written(amount, case.body)) is not None:
            yield said, changed


def two_swapped(facts: Document, case: Case) -> Iterator[Change]:
    """Each amount that the draft writes exchanged with that of the next length of its mode."""
    rates = facts.get("rates", [])
    for index, rate in enumerate(rates):
        said = as_written(rate["amount"], case.body)
        if said is None:
            continue
        for other, exchanged in enumerate(rates[index + 1 :] + rates[:index], index + 1):
            alike = exchanged.get("mode") == rate.get("mode") and exchanged["amount"] != rate["amount"]
            if alike and exchanged["minutes"] != rate["minutes"]:
                changed = copy.deepcopy(facts)
                changed["rates"][index]["amount"] = exchanged["amount"]
                changed["rates"][other % len(rates)]["amount"] = rate["amount"]
                yield said, changed
                break


def other_deposit(facts: Document, case: Case) -> Iterator[Change]:
    """The deposit alone raised, for a draft that writes it and where no rate is the same sum."""
    deposit = facts.get("deposit", {})
    if "amount" in deposit and deposit["amount"] not in _amounts(facts):
        said = as_written(deposit["amount"], case.body)
        if said is not None:
            yield said, facts | {"deposit": {"amount": _odd(deposit["amount"])}}
    if "percent" in deposit:
        share = f"{float(deposit['percent']):g}"
        if whole(f"{share}%").search(case.body) or whole(f"{share} percent").search(case.body):
            yield share, facts | {"deposit": {"percent": min(99, float(share) + 7)}}


def other_travel(facts: Document, case: Case) -> Iterator[Change]:
    """What coming to the client costs on top raised: for each such amount or difference that the draft writes."""
    changed = copy.deepcopy(facts)
    for rate in changed.get("rates", []):
        if rate.get("mode") == "outcall":
            rate["amount"] = _odd(rate["amount"])
    for amount in _travelling(facts):
        if (said := as_written(amount, case.body)) is not None:
            yield said, changed


def no_travel(facts: Document, case: Case) -> Iterator[Change]:
    """The rates for coming to the client dropped: for each such amount or difference that the draft writes."""
    kept = [rate for rate in facts.get("rates", []) if rate.get("mode") != "outcall"]
    for amount in _travelling(facts) if kept else ():
        if (said := as_written(amount, case.body)) is not None:
            yield said, facts | {"rates": kept}


def other_currency(facts: Document, case: Case) -> Iterator[Change]:
    """Another currency, for a draft that writes an amount of the card with the sign or the word of its own."""
    forms = _SAID.get(facts["currency"], ())
    for amount in _amounts(facts):
        said = as_written(amount, case.body)
        if said is not None and any(form.format(said) in case.body.lower() for form in forms):
            yield said, facts | {"currency": "CHF"}


_SAID: Final = {
    "USD": ("${}", "{} dollars", "{} bucks", "{} usd", "{}$"),
    "CAD": ("${}", "{} dollars", "{} bucks", "{} cad", "{}$"),
    "AUD": ("${}", "{} dollars", "{} bucks", "{} aud", "{}$"),
    "NZD": ("${}", "{} dollars", "{} bucks", "{} nzd", "{}$"),
    "GBP": ("£{}", "{} pounds", "{} quid", "{} gbp", "{}£"),
    "EUR": ("€{}", "{} euro", "{} eur", "{}€", "{} €"),
    "INR": ("₹{}", "{} rupees", "rs {}", "rs. {}"),
    "NGN": ("₦{}", "{} naira"),
    "ZAR": ("r{}", "{} rand"),
}


def _amounts(facts: Document) -> list[float]:
    return sorted({rate["amount"] for rate in facts.get("rates", [])}, key=float)


def _travelling(facts: Document) -> list[float]:
    """Return what only coming to the client costs, and what it costs more than the visit of the same length."""
    rates = facts.get("rates", [])
    coming = [rate for rate in rates if rate.get("mode") == "outcall"]
    staying = [rate for rate in rates if rate.get("mode") != "outcall"]
    gaps = {
        float(out["amount"]) - float(rate["amount"])
        for out in coming
        for rate in staying
        if rate["minutes"] == out["minutes"]
    }
    amounts = {float(out["amount"]) for out in coming} | {gap for gap in gaps if gap > 0}
    return sorted(amounts - {float(rate["amount"]) for rate in staying})


def _odd(amount: float) -> float:
    raised = float(amount) * 1.137 + 1.31
    return round(raised) if raised > _THOUSAND else round(raised, 2)


_THOUSAND: Final = 1000
"""From here on sums may be of a currency without cents."""
