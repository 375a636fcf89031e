"""Where who speaks is, told by "here": "the weather here in Leeds"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.claim import Speaker

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_REACH: Final = 28


def says_here(u: Utterance, cue: int) -> bool:
    """True for "the weather here in Leeds": whoever says "here" is there, unless it is asked or told of others."""
    words = u.reading.words
    if u.speaker is not Speaker.PROFESSIONAL or words[max(0, cue - 1) : cue] != ["here"]:
        return False
    begin, end = u.reading.sentence(cue)
    return words[end - 1] != "?" and _NOT_OURS.isdisjoint(words[max(begin, cue - _REACH) : cue])


_NOT_OURS: Final = frozenset(
    "you u your you're you've you'll you'd she he she's he's they they're him her them his their who if "
    "when whenever while"
    " was were used said heard read last".split()
)
