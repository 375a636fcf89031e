"""Tell whether anything in its sentence makes a marked amount a price of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.clauses import starting_in
from align.claims.money.card_scale import is_listed
from align.claims.money.price_modes import mode_cues_in
from align.claims.money.price_questions import speaks_of_price
from align.reading.cues import BREAK, CALENDAR, DURATION_UNIT, PAYMENT, PRICE, SERVICE_WORD

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_REACH: Final = 12
_SHORT: Final = 7
_OURS: Final = frozenset(
    "i i'm i'd i'll i've we we'd we'll me us it it's that that's this you'd you'll each cash".split()
)
_PREDICATES: Final = frozenset("is 's are be do charge take say at to costs".split())
"""What a price completes: "early bird is $160", "could do $165"."""
_APPOINTMENTS: Final = frozenset("session appointment appt slot visit booking lesson treatment".split())
_ONCE: Final = (["was"], ["were"])
_SENDING: Final = frozenset("send pop transfer zelle venmo wire ping bung sling drop revolut paypal".split())


def is_claimed(u: Utterance, first: int, last: int, value: Decimal) -> bool:
    """True for an amount that a length, a price word, a mode or one of us comes with, or that stands alone."""
    reading = u.reading
    marks = reading.marks
    begin, end = reading.sentence(first)
    if is_listed(u.known, float(value)) or reading.words[first - 1] in _PREDICATES:
        return True
    named = last < len(reading) and reading.words[last] in _APPOINTMENTS
    if named and reading.words[first - 2 : first - 1] not in _ONCE:
        return True  # "there's a $75 session"
    if end - begin - (last - first) < _SHORT - 1 or first == begin or marks[first - 1] & BREAK:
        return True
    begin, end = max(begin, first - _REACH), min(end, last + _REACH)
    if any(marks[at] & _TELLING for at in range(begin, end)) or not _OURS.isdisjoint(
        reading.words[begin:end]
    ):
        return True
    if starting_in(u.durations, begin, end) or mode_cues_in(u, begin, end):
        return True  # a length of the card may go without its unit: "the ninety"
    return speaks_of_price(u.inbound)


def is_sent_to_us(u: Utterance, first: int, last: int) -> bool:
    """True for "pop me twelve quid", "send $150 over": what is sent to us is ours, however small."""
    words = u.reading.words
    if words[first - 1] in ("save", "saves", "saving") and _SEVERAL.intersection(words):
        return True
    if words[last : last + 1] in (["over"], ["across"], ["through"]) and words[first - 1] in _SENDING:
        return True
    before = words[max(0, first - 4) : first]
    return "me" in before and not _SENDING.isdisjoint(before)


_SEVERAL: Final = frozenset("book booking sessions lessons visits hours block package refer".split())
"""What the client saves on: "book three and save $20"."""
_TELLING: Final = PRICE | SERVICE_WORD | DURATION_UNIT | PAYMENT | CALENDAR
