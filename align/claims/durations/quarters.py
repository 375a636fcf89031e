"""Three quarters that an hour is spoken of with: "£58 for the hour, £46 if it's just the ends in three quarters"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.durations.card_lengths import Length
from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_HOURS: Final = frozenset("hour hours hour's hr".split())
_LED: Final = frozenset("in for is 's the a or and with do at just only about to by".split())
_FOLLOWED: Final = frozenset(
    "is 's for if at would will comes costs it's that's and or with but instead on runs works".split()
)
_MINUTES: Final = 45.0
_COUNTS: Final = frozenset(("three", "3"))


def quarters_of_hour(u: Utterance, found: list[Length]) -> list[Length]:
    """Return the lengths of "three quarters" that leave the hour out, where the draft speaks of one."""
    words, marks = u.reading.words, u.reading.marks
    if "quarters" not in words or _HOURS.isdisjoint(words) or _MINUTES not in u.known.session_minutes:
        return []
    covered = {i for length in found for i in range(length.first, length.last)}
    lengths: list[Length] = []
    for at in range(1, len(words)):
        if words[at] != "quarters" or at in covered:
            continue
        first = at - 1 - (words[at - 1] == "-")
        if words[first] not in _COUNTS or (
            first and words[first - 1] not in _LED and not marks[first - 1] & BREAK
        ):
            continue
        closes = at + 1 >= len(words) or bool(marks[at + 1] & BREAK) or words[at + 1] in _FOLLOWED
        if closes:
            lengths.append(Length(first, at + 1, _MINUTES, _MINUTES))
    return lengths
