"""Read the small coins behind an amount: "3 dollars 50 cents", "20 ringgit and 43 sen", "5 yuan 3 mao"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.claims.money.currencies import Mark
    from align.claims.numbers.numbers import Number

_HUNDREDTHS: Final = frozenset("cent cents pence penny p c ¢".split())
"""Of any currency, as people say it."""
_OWN: Final = {
    "sen": "MYR IDR JPY", "sens": "MYR IDR", "paise": "rupee INR PKR NPR", "paisa": "rupee INR PKR NPR",
    "centavos": "peso BRL MXN PHP ARS COP", "centavo": "peso BRL MXN PHP ARS COP", "centimes": "franc CHF MAD",
    "rappen": "CHF franc", "øre": "kr NOK DKK", "ore": "kr NOK DKK SEK", "öre": "kr SEK", "kobo": "NGN",
    "pesewas": "GHS", "groszy": "PLN", "agorot": "ILS", "kopeks": "RUB", "kopecks": "RUB", "satang": "THB",
    "kopiykas": "UAH", "kopiyok": "UAH", "stotinki": "BGN", "kurus": "TRY lira", "bani": "RON lei",
}  # fmt: skip
"""Hundredths that only some currencies have."""
_COINS: Final = {name: frozenset(marks.split()) for name, marks in _OWN.items()}


def share_of_minor(words: list[str], minor: Number, mark: Mark) -> tuple[Decimal | None, int]:
    """Read a count of cents, or of mao and fen, with its name; returns it in units of `mark`, and where it ends."""
    last = minor.last
    name = words[last] if last < len(words) else ""
    if name in _HUNDREDTHS or (name in _COINS and {mark.currency, mark.symbol} & _COINS[name]):
        return minor.value / 100, last + 1
    if name == "mao":
        more = words[last + 1 : last + 2] == ["five"]
        return minor.value / 10 + (Decimal("0.05") if more else 0), last + 1 + more
    return None, last
