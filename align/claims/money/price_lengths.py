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
        and not is_no_appointment(words, d)
    }


def is_no_appointment(words: list[str], duration: Duration) -> bool:
    """True for a length of something else: "60 minutes late", "a 90 minute drive", "in an hour", "an hour to set up"."""
    if duration.of is not DurationOf.OTHER:
        return False
    first, last = duration.first, duration.last
    if last < len(words):
        word, behind = words[last], words[last + 1] if last + 1 < len(words) else ""
        if word in _BEHIND or (word in _OF and behind in _BEHIND):
            return True
        if word == "to" and behind.isalpha() and behind not in _TO_WHOM:
            return True
    if first and words[first - 1] in _AHEAD and words[last - 1] != "quarters":
        return True  # but "the ends in three quarters" are done in them
    before = words[max(0, first - _NEAR) : first]
    return not _SUBJECTS.isdisjoint(before) and not _SUBJECTS.isdisjoint(_of_clause(before))


def _of_clause(before: list[str]) -> list[str]:
    """Return what stands behind the last mark: "from the train. It's four hours" is no journey's length."""
    at = next((i for i in range(len(before) - 1, -1, -1) if before[i] in _MARKS), -1)
    return before[at + 1 :]


_NEAR: Final = 4
_MARKS: Final = frozenset(", . ! ? ; : \n — -".split(" "))
_BEHIND: Final = frozenset(
    (
        "away late early ago drive journey trip walk ride train flight notice before beforehand after "
        "afterwards break wait between"
    ).split()
)
"""What makes a length before it a journey's, a delay's or a distance in time."""
_OF: Final = frozenset(("'s", "'", "of", "or", "each", "round"))
_TO_WHOM: Final = frozenset(
    "you u yourself yourselves me us him her them your my the a start begin both".split()
)
"""Whom an appointment's length is given to; an errand follows "to" otherwise."""
_AHEAD: Final = frozenset("in within by every last".split())
_SUBJECTS: Final = frozenset(
    (
        "drive drive's journey traffic parking commute train bus flight wait waits waited waiting queue "
        "late over eat leave drink rinse within"
    ).split()
)
"""What a length behind it is spent on, when it is not the appointment."""
