"""Tell the lengths of appointments, which have prices, from other lengths of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import DurationOf
from align.claims.clauses import starting_in

if TYPE_CHECKING:
    from align.claims.claim import Duration
    from align.claims.utterance import Utterance

DAY: Final = 24 * 60
"""Minutes; no appointment that a card prices is as long."""


def is_booked(u: Utterance, duration: Duration) -> bool:
    """True for a length of an appointment, by what is said of it or by the card."""
    return duration.of is not DurationOf.OTHER or duration.low in u.known.session_minutes


def session_lengths(u: Utterance, begin: int, end: int) -> set[int]:
    """Return the lengths of appointments named on the words `[begin, end)`."""
    words = u.reading.words
    if not u.durations:
        return set()
    return {
        round(d.low)
        for d in starting_in(u.durations, begin, end)
        if d.low == d.high
        and d.low < DAY
        and (is_booked(u, d) or (words[d.last - 1] == "hour" and d.low == 60))
    }
