"""Words that fill a pause and say nothing: "umm yes", "I honestly can come to you", "it's like $150"."""

from __future__ import annotations

import re
from itertools import compress
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from align.reading.vocabulary import Vocabulary

_PAUSES: Final = frozenset(
    "um umm ummm uhm uhmm erm errm uh uhh um, umm, ummm, uhm, uhmm, erm, uh, uhh, er,".split()
)
_ADVERBS: Final = frozenset("honestly genuinely literally basically personally frankly tbh ngl".split())
"""Said between a subject and its verb they change nothing, and no room need know them there."""
_SUBJECTS: Final = frozenset(
    (
        "i we you it that they he she i'd i'll we'd we'll you'd you'll it's that's can could will would do "
        "don't"
    ).split()
)
_COPULAS: Final = frozenset("it's its that's thats is was are it'd it'll be he's charge charges".split())
_FIGURE: Final = re.compile(r"[$£€¥₦₹₱]?\d")
_COURTESIES: Final = frozenset("po po, po. po! po?".split())
"""Filipino English, behind what is said: "Yes po", "nine hundred na lang po"; the mark behind one stays."""
FILLERS: Final = _PAUSES | _ADVERBS | _COURTESIES | {"like", "na"}


def drop_fillers(chunks: list[str], vocabulary: Vocabulary) -> None:
    """Take fillers out of a text, given as what is between its spaces; a word of the spec's own stays."""
    for at in compress(range(len(chunks)), map(FILLERS.__contains__, chunks)):
        word = chunks[at]
        if vocabulary.is_own(word):
            continue
        behind = chunks[at + 1] if at + 1 < len(chunks) else ""
        if word in _COURTESIES:
            if at and behind != "box":
                chunks[at] = ""
                chunks[at - 1] += word[2:]
        elif word == "na":
            if behind.rstrip(".,!") == "lang":
                chunks[at] = ""
                chunks[at + 1] = behind[4:]
        elif behind and _says_nothing(word, chunks[at - 1] if at else "", behind):
            chunks[at] = ""


def _says_nothing(word: str, before: str, behind: str) -> bool:
    if word == "like":
        return before in _COPULAS and _FIGURE.match(behind) is not None  # "it's like $150"
    return word in _PAUSES or (before in _SUBJECTS and behind[:1].isalpha())
