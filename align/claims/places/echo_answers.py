"""What takes up the echo of a place: "Leeds on Friday? Yes, can do", "… We'd gladly come out"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.claims.agreement import assent_at
from align.claims.places.next_to_sentence import sentence_behind
from align.claims.stances.standing_wishes import STANDS
from align.reading.cues import NEGATION

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_COMES: Final = r"(?:come|travel|drive|do|play|make|be)"
_GLADLY: Final = re.compile(
    rf"(?:(?:i|we)(?:'d| would|'ll| will| can| could)? )?(?:(?:gladly|happily|certainly|definitely) {_COMES}"
    rf"|(?:'?d be )?(?:happy|glad|delighted) to {_COMES})\b"
)


def echo_agrees(u: Utterance, index: int) -> bool:
    """True for an echo that the next sentence takes up: "Leeds on Friday? Yes, can do"."""
    begin, stop = sentence_behind(u.reading, u.reading.sentence(index)[1])
    if begin == stop:
        return False
    assent = assent_at(u.reading, begin, stop)
    if any(u.reading.marks[i] & NEGATION for i in range(assent, stop)):
        return False
    return assent > begin or _comes_gladly(u, begin, stop)


def _comes_gladly(u: Utterance, begin: int, stop: int) -> bool:
    """True for "we'd gladly come out", not for "… but I'm booked"."""
    words, line, at = u.reading.words, u.reading.line, u.reading.line_at
    if _GLADLY.match(line, at[begin]) is None:
        return False
    if "but" not in words[begin:stop]:
        return True
    behind = words.index("but", begin) + 1
    return behind >= len(words) or STANDS.match(line, at[behind]) is not None
