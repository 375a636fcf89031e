"""Tell a sum that only repeats the client's in disbelief: "Eighty? Somebody's pulling your leg."."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import AGREEMENT

if TYPE_CHECKING:
    from decimal import Decimal

    from align.claims.utterance import Utterance

_LEADS: Final = frozenset("so hmm wait sorry what oh ah , only just ha haha eh".split())
_LENGTH: Final = 5
_HEARD: Final = 24
_ANSWER: Final = 10
_TAKING: Final = frozenset(
    "works fine done deal yes yeah sure ok okay go why grand perfect lovely great sounds happy because since yours special can could"
    " do make see booked book locked alright then you're come bring send it's that's love course absolutely why sold let's problem bother worries".split()
)
"""What takes up the sum that a question repeats."""
_REJECTING: Final = frozenset(
    "never old wrong joking kidding years ago gone wish dreams last leg someone somebody where who".split()
)


def is_questioned(u: Utterance, first: int, last: int, value: Decimal) -> bool:
    """True for a question that is the client's sum and no more, where what follows does not take it up."""
    words, marks = u.reading.words, u.reading.marks
    begin, end = u.reading.sentence(first)
    if words[end - 1] != "?" or end - 1 - last > _LENGTH or end >= len(words):
        return False
    if not _LEADS.issuperset(words[begin:first]) or (
        last < end - 1 and words[last] not in ("for", "an", "per", "a")
    ):
        return False
    answer = range(end, min(len(words), u.reading.sentence(end)[1], end + _ANSWER))
    said = {words[i] for i in answer}
    if not _REJECTING.isdisjoint(said):
        return True
    if u.inbound is None or not any(n.value == value for n in u.inbound.numbers[:_HEARD]):
        return False
    return _TAKING.isdisjoint(said) and not any(marks[i] & AGREEMENT for i in answer)
