"""What is said of a time or a length that does not suit: "would be a stretch", "is cutting it fine"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.reading.cues import BREAK

if TYPE_CHECKING:
    from align.reading import Reading

_POOR: Final = frozenset(
    "cutting stretch squeeze tight tricky nightmare struggle brutal hard difficult tough rush rushed "
    "rushing hurried"
    " hurrying awkward killer push pushing madness mad crazy mental silly joke pointless waste "
    "optimistic ambitious"
    " hectic manic risky risk dodgy dicey iffy problematic rough ask asking stuck miss hopeless useless awful"
    " dreadful terrible unrealistic impossible painful pain headache disaster short-changing selling "
    "cheating gamble"
    " shame wasted stressful carnage chaos late early bouncing climbing unfair overkill mare bother".split()
)
_MUCH: Final = frozenset("much lot".split())
_DENIED: Final = frozenset("no not zero never hardly isn't wasn't won't wouldn't without less".split())
_REACH: Final = 6


def is_poor(reading: Reading, at: int, end: int) -> bool:
    """True when a clause says from the word `at` on that something does not suit."""
    words = reading.words
    for i in range(at, min(end, at + _REACH)):
        if reading.marks[i] & BREAK or words[i] in _DENIED or words[i] in ("if", "unless"):
            return False
        if words[i] in _POOR or (words[i] in _MUCH and words[i - 1] in ("bit", "too", "a", "little")):
            return True
    return False
