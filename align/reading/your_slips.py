"""The "you're" that stands for "your": "I'll come to you're flat".

Behind a preposition and before a room nobody is told what they are.
"""

from __future__ import annotations

from typing import Final

from align.reading.cues import PREMISES

_BEHIND: Final = frozenset("to at by in from near of past outside round around into inside".split())


def mend_your(words: list[str], marks: list[int], its_marks: int) -> None:
    """Put "your", with its marks, where "you're" is written for it."""
    for at, word in enumerate(words[:-1]):
        if word == "you're" and at and words[at - 1] in _BEHIND and marks[at + 1] & PREMISES:
            words[at], marks[at] = "your", its_marks
