"""Claims in their wire form: what `align claims` prints.

Every claim has `type`, `start`, `end` (code points of the original body), `text`,
`stance`, `value`, `unit` and `minutes`; further keys say what is particular to its type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from align.claims.money.currencies import FITS

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.claim import AddressClaim, Claim, Days, Duration, Money, Start
    from align.claims.utterance import Utterance

Wire = dict[str, Any]


def claims_to_wire(utterance: Utterance) -> list[Wire]:
    """Return all claims of an utterance in text order."""
    u = utterance
    rows = [
        *(_money(u, c) for c in u.money),
        *(_duration(u, c) for c in u.durations),
        *(_row(u, c, "date", _dates(c)) for c in u.days),
        *(_start(u, c) for c in u.starts),
        *(_row(u, c, _CONTACT.get(c.kind, c.kind), c.value) | {"owner": c.owner} for c in u.contacts),
        *(_row(u, c, "place", c.name) | {"about": c.about} for c in u.places),
        *(_row(u, c, "address", c.kind) | {"owner": c.owner} for c in u.addresses),
        *(_street(u, c) for c in u.addresses if c.kind == "street"),
        *(_row(u, c, "mode", c.mode) for c in u.modes),
        *(_row(u, c, "channel", c.channel) for c in u.channels),
        *(_row(u, c, "payment_timing", c.timing) for c in u.payments),
        *(_row(u, c, "offer", c.phrase) | {"list": c.list} for c in u.offers),
    ]
    return sorted(rows, key=lambda r: (r["start"], r["end"], r["type"]))


_CONTACT: Final = {"payment_id": "handle"}


def _row(utterance: Utterance, claim: Claim, kind: str, value: object) -> Wire:
    start, end = utterance.reading.span(claim.first, claim.last)
    return {
        "type": kind,
        "start": start,
        "end": end,
        "text": utterance.reading.body[start:end],
        "value": value,
        "unit": None,
        "minutes": None,
        "stance": str(claim.stance),
    }


def _money(utterance: Utterance, money: Money) -> Wire:
    low, high = _amount(money.low), _amount(money.high)
    return _row(utterance, money, "money", low if money.low == money.high else [low, high]) | {
        "unit": money.currency or _symbol(utterance, money.symbol),
        "minutes": money.minutes,
        "form": str(money.form),
        "of": str(money.of),
        "mode": money.mode,
    }


def _symbol(utterance: Utterance, symbol: str | None) -> str | None:
    """Return a mark that several currencies share; rupees are the card's, or else India's, as nearly all are."""
    if symbol != _RUPEE:
        return symbol
    card = utterance.known.currency
    return card if card in FITS[_RUPEE] else "INR"


_RUPEE: Final = "rupee"


def _duration(utterance: Utterance, duration: Duration) -> Wire:
    low, high = duration.low, duration.high
    row = _row(utterance, duration, "duration", low if low == high else [low, high])
    return row | {"unit": "minute", "minutes": low, "of": str(duration.of)}


def _street(utterance: Utterance, address: AddressClaim) -> Wire:
    """Return the place that a street address is, beside what it gives away: whoever looks for places finds all."""
    row = _row(utterance, address, "place", None)
    return row | {"value": row["text"], "unit": "address", "about": address.owner}


def _amount(amount: Decimal | None) -> str | None:
    if amount is None:
        return None
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _dates(days: Days) -> str | list[str]:
    if days.begin == days.until:
        return days.begin.isoformat()
    return [days.begin.isoformat(), days.until.isoformat()]


def _start(utterance: Utterance, start: Start) -> Wire:
    times = [f"{m // 60 % 24:02d}:{m % 60:02d}" for m in start.minutes]
    return _row(utterance, start, "time", times[0] if len(times) == 1 else times) | {
        "day": None if start.day is None else _dates(start.day),
        "proposed": start.proposed,
    }
