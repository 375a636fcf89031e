"""Dashes between clauses, which bind them as a comma does: "Perfect - see you then".

Beside a word of an offer they stay what they are, since "hot - stones" may be one phrase pulled apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from align.reading.cues import AGREEMENT, CALENDAR, CLOCK, EMOJI, NUMERIC, OFFER_WORD, SENTENCE_END

if TYPE_CHECKING:
    from align.reading.vocabulary import Vocabulary

PIN: Final = "📍"
"""The picture that stands for "where"; it parts what it stands between, and is still read."""
_DASHES: Final = frozenset("-—")
_OPEN: Final = frozenset("no not without any".split())
_FACES: Final = re.compile(
    "[☹☺\U0001f600-\U0001f644\U0001f910-\U0001f917\U0001f970-\U0001f97a❤\U0001f493-\U0001f49f\U0001f44b\U0001f64f\U0001f937\U0001f926]"
)
"""Behind "no" a face, a heart or a gesture ends what is said, and a thing does not: "no 🙂 call me", but "no 📞 phone calls"."""
_ENDS: Final = CALENDAR | CLOCK | NUMERIC
"""What a dash makes a range of: "Friday - Sunday", "nine - five"."""


def bind_dashes(chunks: list[str], vocabulary: Vocabulary) -> None:
    """Make commas of the dashes that stand between two words of a text, given as what is between its spaces."""
    for at in range(1, len(chunks) - 1):
        if chunks[at] in _DASHES:
            before, behind = chunks[at - 1], chunks[at + 1]
            if before[-1:].isalpha() and behind[:1].isalpha():
                left, right = vocabulary.analyse(before)[1][-1], vocabulary.analyse(behind)[1][0]
                if not (left & _ENDS and right & _ENDS) and not (left | right) & OFFER_WORD:
                    chunks[at] = ","


def end_by_pictures(words: list[str], marks: list[int]) -> bool:
    """Let a picture between two words part them as a mark does, "Perfect 🙂 see you then"; say whether any did."""
    found = False
    for at in range(1, len(words) - 1):
        if (
            marks[at] & EMOJI
            and not marks[at] & AGREEMENT
            and not (marks[at - 1] | marks[at + 1]) & OFFER_WORD
            and words[at - 1].isalpha()
            and (words[at - 1] not in _OPEN or _FACES.match(words[at]))
            and words[at + 1][0].isalpha()
        ):
            if words[at] != PIN:
                words[at] = "."
            marks[at] = SENTENCE_END
            found = True
    return found
