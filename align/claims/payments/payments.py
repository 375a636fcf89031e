"""Payment timing: before the appointment, or after it ("settle up later", "pay when we finish").

A claim of payment after is a phrase of paying with a time that comes after the
appointment in the same clause, in either order, or a phrase that puts payment off by
itself ("no need to pay till we're done", "you can owe me"). A deposit is always before.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final

from align.claims.claim import PaymentClaim, Speaker, Stance
from align.claims.payments.foreign_payments import PAYING as PAYING_ABROAD
from align.claims.payments.foreign_payments import paid_after_abroad
from align.claims.payments.handing import HANDING
from align.claims.payments.pay_times_granted import time_that_fits
from align.claims.payments.paying_phrases import paying_phrase
from align.claims.payments.payment_stance import is_rejected, payment_stance
from align.claims.payments.payment_words import (
    SHARES,
    SHARES_OF,
)
from align.claims.payments.put_off import UNTIL, put_off, put_off_until
from align.claims.payments.timed_payments import timed
from align.claims.payments.turned_round import NAMES_MONEY, turned_round
from align.claims.payments.turned_round import OPENERS as SET_ASIDE
from align.claims.stance import stance_of
from align.reading.cues import CURRENCY, NUMBER, PAYMENT, PRICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from align.claims.utterance import Utterance
    from align.reading import Reading


def read_payments(u: Utterance) -> None:
    """Add a `PaymentClaim` for every statement of when payment happens."""
    words = u.reading.words
    looked_at = _LOOKED_AT & u.said
    hits = [*compress(range(len(words)), map(looked_at.__contains__, words))] if looked_at else []
    abroad = paid_after_abroad(u.reading) if not PAYING_ABROAD.isdisjoint(looked_at) else None
    if abroad is not None:
        first, last = abroad
        u.payments.append(PaymentClaim(first=first, last=last, stance=Stance.ASSERTED, timing="after"))
        return
    opening = [at for at in hits if words[at] in _OPENERS]
    if _may_speak_of_paying(u, opening):
        delayed = _read_paying(u, _cues(u.reading, opening))
        reached = delayed[-1].last if delayed else 0
        delayed += [p for p in _put_off_until(u, hits) if p.first >= reached]
        if not _lets_pay_after(u):
            # "don't mind the money now, sort me out next week" says one thing, the clearer the better
            u.payments.extend(delayed)
        if not _lets_pay_after(u):
            u.payments.extend(_turned_round(u, hits))
    _accept_time(u)


def _read_paying(u: Utterance, cues: Sequence[int]) -> list[PaymentClaim]:
    """Add a claim for every phrase of paying with its time; return those that only put payment off."""
    reading = u.reading
    delayed: list[PaymentClaim] = []
    done = 0
    for index in cues:
        if index < done:
            continue
        found = put_off(reading, index) if reading.marks[index] & PAYMENT else None
        if found is not None:
            stance = Stance.REFUSED if is_rejected(reading, found[0]) else Stance.ASSERTED
            delayed.append(PaymentClaim(first=found[0], last=found[1], stance=stance, timing="after"))
            done = found[1]
            continue
        paying = paying_phrase(u, index)
        when = None if paying is None else timed(u, paying)
        if paying is None or when is None:
            continue
        first, last, timing = when
        stance = payment_stance(reading, first, last)
        u.payments.append(PaymentClaim(first=first, last=last, stance=stance, timing=timing))
        # behind what is turned down may stand what is offered: "don't bring cash, pay me later"
        done = last if stance is Stance.ASSERTED else reading.word_at(paying.stop - 1) + 1
    return delayed


def _lets_pay_after(u: Utterance) -> bool:
    return any(c.timing == "after" and c.stance is Stance.ASSERTED for c in u.payments)


def _put_off_until(u: Utterance, hits: list[int]) -> list[PaymentClaim]:
    """Return what excuses the client from money, or from "it" that is money, until after."""
    words = u.reading.words
    found = [later for at in hits if words[at] in UNTIL and (later := put_off_until(u, at)) is not None]
    return [
        PaymentClaim(first=first, last=last, stance=stance_of(u.reading, first, last), timing="after")
        for first, last in found
    ]


def _turned_round(u: Utterance, hits: list[int]) -> list[PaymentClaim]:
    """Return the later times that take the place of an earlier one."""
    words = u.reading.words
    found = [t for at in hits if words[at] in SET_ASIDE and (t := turned_round(u.reading, at)) is not None]
    return [PaymentClaim(first=a, last=b, stance=Stance.ASSERTED, timing="after") for a, b in found]


def _may_speak_of_paying(u: Utterance, opening: list[int]) -> bool:
    """Tell, cheaply, whether a phrase of paying can be in the text; `opening` are its words of `_OPENERS`."""
    seen = u.reading.seen
    if seen & (PAYMENT | CURRENCY):
        return True
    if not _MONEY.isdisjoint(u.said):
        return True  # "it used to be up front, these days it's after"
    if not opening:
        return False
    if u.inbound is not None and u.inbound.reading.seen & PAYMENT:
        return True
    return (
        bool(seen & (PRICE | NUMBER) or u.money)
        or not SHARES.isdisjoint(u.said)
        or not _PAYDAYS.isdisjoint(u.said)
    )


_MONEY: Final = NAMES_MONEY | {"wallet", "purse"}
_PAYDAYS: Final = frozenset(("payday", "payday's", "paydays"))
_OPENERS: Final = HANDING | SHARES | SHARES_OF
_LOOKED_AT: Final = _OPENERS | PAYING_ABROAD | UNTIL | SET_ASIDE
"""Every word without the class of paying at which something is looked for, so that a text is gone through once."""


def _cues(reading: Reading, opening: list[int]) -> Sequence[int]:
    """Return the words at which a phrase of paying may open, those of `opening` too, or that it may hold."""
    words, marks = reading.words, reading.marks
    if not opening:
        return reading.where(PAYMENT)
    cues = set(reading.where(PAYMENT))
    for index in opening:
        if words[index] in SHARES_OF:
            cues.update(at for at in (index + 1, index + 2) if at < len(words) and marks[at] & NUMBER)
        else:
            cues.add(index)
    return sorted(cues)


def _accept_time(u: Utterance) -> None:
    """Read the client's time of paying where the draft calls it fine: "afterwards is fine"."""
    if u.payments or u.speaker is Speaker.CLIENT:
        return
    fits = time_that_fits(u)
    if fits is not None:
        stance = stance_of(u.reading, *fits)
        u.payments.append(PaymentClaim(first=fits[0], last=fits[1], stance=stance, timing="after"))
