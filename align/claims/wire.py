"""Claims in their wire form: what `align claims` prints.

Every claim has `type`, `start`, `end` (code points of the original body), `text`,
`stance`, `value`, `unit` and `minutes`; further keys say what is particular to its type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.claim import Claim, Days, Money, Start
    from align.claims.utterance import Utterance

Wire = dict[str, Any]


def claims_to_wire(utterance: Utterance) -> list[Wire]:
    """Return all claims of an utterance in text order."""
    rows: list[Wire] = []
    for money in utterance.money:
        rows.append(_money(utterance, money))
    for duration in utterance.durations:
        value: Any = duration.low if duration.low == duration.high else [duration.low, duration.high]
        row = _row(utterance, duration, "duration", value=value, unit="minute", of=duration.of)
        rows.append(row | {"minutes": duration.low})
    for days in utterance.days:
        rows.append(_row(utterance, days, "date", value=_dates(days)))
    for start in utterance.starts:
        rows.append(_start(utterance, start))
    for contact in utterance.contacts:
        kind = "handle" if contact.kind == "payment_id" else contact.kind
        rows.append(_row(utterance, contact, kind, value=contact.value, owner=contact.owner))
    for place in utterance.places:
        rows.append(_row(utterance, place, "place", value=place.name, about=place.about))
    for address in utterance.addresses:
        rows.append(
            _row(utterance, address, "address", value=address.kind, owner=address.owner)
        )
    for mode in utterance.modes:
        rows.append(_row(utterance, mode, "mode", value=mode.mode))
    for channel in utterance.channels:
        rows.append(_row(utterance, channel, "channel", value=channel.channel))
    for payment in utterance.payments:
        rows.append(_row(utterance, payment, "payment_timing", value=payment.timing))
    for offer in utterance.offers:
        rows.append(_row(utterance, offer, "offer", value=offer.phrase, list=offer.list))
    return sorted(rows, key=lambda r: (r["start"], r["end"], r["type"]))


def _row(
    utterance: Utterance,
    claim: Claim,
    kind: str,
    *,
    value: Any,
    unit: str | None = None,
    **more: Any,
) -> Wire:
    start, end = utterance.reading.span(claim.first, claim.last)
    return {
        "type": kind,
        "start": start,
        "end": end,
        "text": utterance.reading.body[start:end],
        "value": value,
        "unit": unit,
        "minutes": None,
        "stance": str(claim.stance),
        **{key: str(held) for key, held in more.items()},
    }


def _money(utterance: Utterance, money: Money) -> Wire:
    low, high = _amount(money.low), _amount(money.high)
    value: Any = low if money.low == money.high else [low, high]
    row = _row(
        utterance,
        money,
        "money",
        value=value,
        unit=money.currency or money.symbol,
        form=money.form,
        of=money.of,
    )
    return row | {"minutes": money.minutes, "mode": money.mode}


def _amount(amount: Decimal | None) -> str | None:
    if amount is None:
        return None
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _dates(days: Days) -> Any:
    if days.begin == days.until:
        return days.begin.isoformat()
    return [days.begin.isoformat(), days.until.isoformat()]


def _start(utterance: Utterance, start: Start) -> Wire:
    times = [f"{m // 60 % 24:02d}:{m % 60:02d}" for m in start.minutes]
    row = _row(utterance, start, "time", value=times[0] if len(times) == 1 else times)
    return row | {
        "day": None if start.day is None else _dates(start.day),
        "proposed": start.proposed,
    }
