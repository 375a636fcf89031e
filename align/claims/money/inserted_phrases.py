"""Step back over what is inserted between commas, to the subject that stands before it.

"The hotel, as far as I know, asks €90": the hotel asks, whoever is named in the aside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from align.claims.money import price_nouns as nouns
from align.reading.cues import SENTENCE_END

if TYPE_CHECKING:
    from align.claims.utterance import Utterance

_LONGEST: Final = 12
"""Words of an inserted phrase."""
_SUBJECT: Final = 16
"""Words of the subject before it, with what tells it from others: "the cellist I usually recommend"."""
_MARKS: Final = frozenset((",", "—", "-", "(", ")"))
_CLAUSES: Final = frozenset("and but so because though while whereas although if when since or as".split())
_OPENING: Final = nouns.DETERMINERS | frozenset("some one another most many every each".split())


def subject_end(u: Utterance, verb: int) -> int:
    """Return where the subject of the verb at word `verb` ends: right before it, or before an aside.

    -1 where only a comma stands before the verb and no subject before that: "I travel, host, charge 90".
    """
    words = u.reading.words
    begin, _ = u.reading.sentence(verb)
    end = verb - 1
    for _ in range(2):  # "the framer, an old friend, if you like him, asks 160"
        if end <= begin or words[end] not in _MARKS:
            break
        end = _before_mark(u, begin, end)
        if end < 0:
            return -1
    return end if end >= begin else -1


def _before_mark(u: Utterance, begin: int, closing: int) -> int:
    """Return the word before the aside that ends with the mark at `closing`, else -1."""
    words = u.reading.words
    for at in range(closing - 1, max(begin, closing - _LONGEST - 1), -1):
        if words[at] in _MARKS:
            return at - 1 if subject_begin(u, at - 1) >= 0 else -1
    return -1


def subject_begin(u: Utterance, end: int) -> int:
    """Return where the subject that ends at word `end` begins, else -1: with an article, an owner or a name."""
    words, marks = u.reading.words, u.reading.marks
    begin, _ = u.reading.sentence(end)
    at = end
    while at > max(begin, end - _SUBJECT) and not (
        words[at - 1] in _MARKS or words[at - 1] in _CLAUSES or marks[at - 1] & SENTENCE_END
    ):
        at -= 1
    if words[at] in _OPENING:
        return at
    named = at > begin or at == end or u.reading.cased(at + 1)[:1].isupper()
    return at if named and u.reading.cased(at)[:1].isupper() and words[at] not in _NO_NAMES else -1


_NO_NAMES: Final = nouns.SPEAKER | nouns.IT | nouns.PREPOSITIONS | frozenset(
    "you you'd you'll you're your yes yep yeah sure ok okay no well so anyway honestly just please then there here"
    " what who how when where why he she they".split()
)
