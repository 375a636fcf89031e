"""What tells a mode around one of its rarer words: looked for in the sentence, where the word stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.claim import Stance
from align.claims.places import mode_stays_put as staying
from align.claims.places import mode_ways_asked as asked
from align.claims.places import mode_ways_in as ways_in
from align.claims.places.mode_claims import claim_on

if TYPE_CHECKING:
    from align.claims.claim import ModeClaim
    from align.claims.utterance import Utterance

_LOOKED_FOR: Final = (*ways_in.LOOKED_FOR, *asked.LOOKED_FOR, *staying.LOOKED_FOR)
FRAMES: Final = {
    word: tuple(
        (re.compile(rf"\b(?:{pattern.pattern})"), means, frozenset(led.split()))
        for pattern, means, words, led in _LOOKED_FOR
        if word in words.split()
    )
    for word in " ".join(words for _, _, words, _ in _LOOKED_FOR).split()
}
_AROUND: Final = 24
_BEYOND: Final = 4
_LED: Final = 8


def told_around(u: Utterance, index: int) -> ModeClaim | None:
    """Return the mode that is told around a word, if one is."""
    words = u.reading.words
    if words[index] not in FRAMES:
        return None
    before = words[max(0, index - _LED) : index]
    frames = [frame for frame in FRAMES[words[index]] if not frame[2] or not frame[2].isdisjoint(before)]
    if not frames:
        return None
    line, at = u.reading.line, u.reading.line_at
    begin, end = u.reading.sentence(index)
    first, last = max(begin, index - _AROUND), min(len(at) - 1, end + _BEYOND, index + _AROUND)
    for pattern, means, _ in frames:
        match = pattern.search(line, at[first], at[last] - 1)
        if match is None:
            continue
        begin, end = u.reading.words_of(*match.span())
        mode = means(u, match, begin) if begin <= index < end else None
        if mode is not None:
            return claim_on(u, (begin, end), mode, settled=SETTLED.get(means, ()))
    return None


SETTLED: Final[dict[object, tuple[Stance, ...]]] = {
    asked.asks_way: (Stance.ASKED,),
    staying.stays_put: (Stance.REFUSED,),
    staying.drives: (Stance.REFUSED,),
}
"""The stances that a meaning does away with: whoever asks where to park goes; "no need to" refuses nothing."""
